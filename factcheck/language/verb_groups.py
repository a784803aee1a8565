"""Verb groups: auxiliaries, adverbs, negations and the verb that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.phrases import Gaps
from factcheck.language.tags import BE, Tag, verb_forms
from factcheck.language.words import Word
from factcheck.records import NamedTuple

_GROUP = (Tag.AUXILIARY, Tag.MODAL, Tag.NEGATION, Tag.ADVERB, Tag.TO, Tag.VERB)
INTRANSITIVE = frozenset(
    "stand stood sit sat live lived go went come came walk walked lie pass passed stay stayed travel travelled "
    "sleep slept stop stopped rise rose fall fell grow grew increase increased decrease decreased drop dropped "
    "die died flee fled return returned become became appear appeared remain remained arrive arrived".split()
)
"""What has no passive, or is followed by another "by": "stood by the door", "rose by a tenth"."""
_GET = ("get", "gets", "got", "getting")


class Group(NamedTuple):
    """A verb group: words `first` to `last` (half-open) with the main verb `verb`."""

    first: int
    last: int
    verb: int
    passive: bool
    finite: bool
    infinitive: bool


def verb_groups(words: Sequence[Word], tags: Sequence[Tag], gaps: Gaps) -> list[Group]:
    """Runs of auxiliaries, adverbs and verbs."""
    groups = []
    position = 0
    while position < len(tags):
        if tags[position] not in (Tag.AUXILIARY, Tag.MODAL, Tag.VERB, Tag.TO):
            position += 1
            continue
        end = position + 1
        main = position if tags[position] in (Tag.VERB, Tag.AUXILIARY) else -1
        while end < len(tags) and tags[end] in _GROUP and not gaps.breaks(end):
            opens = tags[end] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) and tags[end - 1] is not Tag.TO
            if opens and main >= 0 and tags[main] is Tag.VERB:
                break
            if tags[end] in (Tag.VERB, Tag.AUXILIARY):
                main = end
            end += 1
        while end > position + 1 and tags[end - 1] in (Tag.ADVERB, Tag.TO):
            end -= 1
        if 0 <= main < end:
            groups.append(_group(words, tags, position, end, main))
        position = end
    return groups


def _group(words: Sequence[Word], tags: Sequence[Tag], first: int, last: int, verb: int) -> Group:
    helped = any(tags[index] in (Tag.AUXILIARY, Tag.MODAL) for index in range(first, verb))
    infinitive = tags[first] is Tag.TO
    forms = {form for form, _ in verb_forms(words[verb].text, words[verb].lemma)}
    leading = next(index for index in range(first, verb + 1) if tags[index] is not Tag.ADVERB)
    lone = words[leading].text
    participle = not helped and tags[leading] is Tag.VERB and (lone.endswith("ing") or forms == {"E"})
    participle = participle or lone in ("being", "having")
    finite = not infinitive and not participle
    passive = _passive(words, tags, first, verb) or (participle and forms == {"E"})
    return Group(first, last, verb, passive, finite, infinitive)


def _passive(words: Sequence[Word], tags: Sequence[Tag], first: int, verb: int) -> bool:
    if tags[verb] is not Tag.VERB or words[verb].text.endswith("ing"):
        return False
    helpers = [words[index].text for index in range(first, verb) if tags[index] is Tag.AUXILIARY]
    chained = any(tags[index] is Tag.TO for index in range(first + 1, verb))
    if helpers and not (chained and tags[verb - 1] is Tag.TO):
        return helpers[-1] in BE or helpers[-1] in _GET
    if verb > first and words[verb - 1].text in _GET:
        return True
    forms = {form for form, _ in verb_forms(words[verb].text, words[verb].lemma)}
    if "E" not in forms or verb + 2 >= len(tags) or words[verb + 1].text != "by":
        return False
    lemmas = {words[verb].lemma, words[verb].text}
    return tags[verb + 2] is not Tag.FIGURE and INTRANSITIVE.isdisjoint(lemmas)
