"""Who is said to have said it: `"…", said Gusev`, `Gusev told Ukrinform: "…"`, `according to Gusev, "…"`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.prose.marks import Quoted
from factcheck.prose.people import Mention, People
from factcheck.text import Token, tokenize

_VERBS = frozenset(
    "say says said saying tell tells told telling ask asks asked asking add adds added adding answer answers "
    "answered answering reply replies replied replying respond responds responded responding explain explains "
    "explained explaining note notes noted noting state states stated stating stress stresses stressed stressing "
    "emphasise emphasised emphasises emphasize emphasized emphasizes emphasising emphasizing recall recalls "
    "recalled recalling remark remarks remarked remarking continue continues continued continuing insist insists "
    "insisted insisting warn warns warned warning admit admits admitted admitting declare declares declared "
    "declaring argue argues argued arguing comment comments commented commenting conclude concludes concluded "
    "concluding observe observes observed observing promise promises promised promising acknowledge acknowledges "
    "acknowledged acknowledging describe describes described describing call calls called calling write writes "
    "wrote writing wonder wonders wondered wondering inquire inquired enquire enquired affirm affirms affirmed "
    "assert asserts asserted assure assures assured claim claims claimed claiming confirm confirms confirmed "
    "mention mentions mentioned mentioning report reports reported suggest suggests suggested thank thanks thanked "
    "put puts point points pointed speak speaks spoke quip quipped advise advised advises announce announced "
    "maintain maintained predict predicted predicts urge urged believe believes believed think thinks thought "
    "reckon reckons summarise summarised summarize summarized praise praised praises discourage discouraged "
    "express expressed".split()
)
_PASSIVE = frozenset("is are was were be been being".split())
_NO_SUBJECT = frozenset("to by of about in on for with from at whether if that how why what when".split())
_ACCORDING = re.compile(r"(?i)\b(?:according to|in the words of|words of|as quoted by|quoting)\s+$")
_WORDS_OF = re.compile(
    r"(?i)^\s*(?:['’]s?)?\s+(?:own\s+)?(?:words|phrase|answer|reply|question|remark|statement)\b"
)
_DASH = re.compile(r"\s*[—–-]{1,2}\s*")
_STOP = re.compile(r"[.!?;](?=\s|$)")
_LABEL = 8
"""Words before a colon that may name who speaks: "Yuriy Gusev, the ambassador:"."""
_GAP = 25
"""Characters between an organisation and the name of whom it employs."""
_NEAR = 6
"""Words that may stand between somebody's name and what that person does with words."""


class Attribution:
    """Finds who is said to have said the quotations of a block."""

    def __init__(self, people: People, text: str, quotations: Sequence[Quoted]) -> None:
        self._people = people
        self._text = text
        self._quotations = quotations

    def of(self, number: int) -> Mention | None:
        """The mention of who said the quotation with this number; None where it is not told.

        A pronoun is a mention without a name: it is told, but not by name.
        """
        before = self._zone_before(number)
        found = self._named_before(before)
        if found is None:
            found = self._named_after(self._zone_after(number))
        if found is None and number and not self._between(number).strip(" .,;:—–-"):
            return self.of(number - 1)  # the next words of the same quotation
        if found is None and number and self._goes_on(number):
            return self.of(number - 1)
        return found

    def _between(self, number: int) -> str:
        start = self._quotations[number - 1].outer.end
        return self._text[start : self._quotations[number].outer.start]

    def _goes_on(self, number: int) -> bool:
        """`"A," said Gusev. "B."`: between them nothing but a sentence's end that tells who said A."""
        between = self._between(number).strip()
        return (
            between.endswith(".")
            and _STOP.search(between[:-1]) is None
            and bool(self._named_after(self._zone_after(number - 1)))
        )

    def _zone_before(self, number: int) -> str:
        """What stands in the same sentence before the quotation, back to the one before."""
        start = self._quotations[number - 1].outer.end if number else 0
        zone = self._text[start : self._quotations[number].outer.start]
        cut = 0
        for stop in _STOP.finditer(zone):
            if not re.search(r"\b(?:Mrs?|Ms|Dr|[A-Z])$", zone[: stop.start()]):
                cut = stop.end()
        return zone[cut:]

    def _zone_after(self, number: int) -> str:
        """What stands after the quotation, up to the sentence's end or the next quotation."""
        quotation = self._quotations[number]
        end = (
            self._quotations[number + 1].outer.start
            if number + 1 < len(self._quotations)
            else len(self._text)
        )
        zone = self._text[quotation.outer.end : end]
        if quotation.inner.of(self._text).rstrip().endswith(".") and not re.match(r"\s*[,a-z—–-]", zone):
            return ""
        for stop in _STOP.finditer(zone):
            if not re.search(r"\b(?:Mrs?|Ms|Dr|[A-Z])$", zone[: stop.start()]):
                return zone[: stop.start()]
        return zone

    def _named_before(self, zone: str) -> Mention | None:
        if not zone.strip(" ,:—–-"):
            return None
        mentions = self._people.mentions(zone)
        if owner := _by_phrase(zone, mentions):
            return owner
        tokens = tokenize(zone)
        for index in reversed(range(len(tokens))):
            if _is_verb(tokens, index):
                return _subject_before(zone, tokens, index, mentions) or _subject_after(
                    zone, tokens, index, mentions
                )
        is_label = zone.rstrip().endswith(":") and len(mentions) == 1 and len(tokens) <= _LABEL
        return mentions[0] if is_label and mentions[0].name else None

    def _named_after(self, zone: str) -> Mention | None:
        if not zone.strip(" ,—–-"):
            return None
        mentions = self._people.mentions(zone)
        if owner := _by_phrase(zone, mentions) or credited(zone, self._people):
            return owner
        tokens = tokenize(zone)
        first = mentions[0].span.start if mentions else len(zone)
        for index, token in enumerate(tokens):
            if not _is_verb(tokens, index):
                continue
            if token.span.start < first:
                return _subject_after(zone, tokens, index, mentions)
            return _subject_before(zone, tokens, index, mentions)
        return None


def credited(line: str, people: People) -> Mention | None:
    """The name behind a dash, as a quotation is signed: "— Yuriy Gusev, ambassador"."""
    dash = _DASH.match(line)
    mentions = people.mentions(line) if dash else []
    if not dash or not mentions or mentions[0].span.start != dash.end():
        return None
    rest = line[mentions[0].span.end :].strip()
    return mentions[0] if not rest or rest[0] in ",(" else None


def _is_verb(tokens: Sequence[Token], index: int) -> bool:
    """A verb of saying that is not in the passive: "Gusev was told" tells who heard it."""
    if tokens[index].text not in _VERBS:
        return False
    before = [token.text for token in tokens[max(0, index - 2) : index]]
    return not _PASSIVE & set(before) or tokens[index].text.endswith("ing")


def _by_phrase(zone: str, mentions: Sequence[Mention]) -> Mention | None:
    """ "According to Gusev", "in Gusev's words"."""
    for mention in reversed(mentions):
        before = re.sub(r"(?i)\bthe\s+$", "", zone[: mention.span.start])
        if _ACCORDING.search(before) or _WORDS_OF.match(zone[mention.span.end - _possessive(mention) :]):
            return mention
    return None


def _possessive(mention: Mention) -> int:
    return 2 if mention.name.endswith(("'s", "’s")) else 0


def _subject_before(
    zone: str, tokens: Sequence[Token], verb: int, mentions: Sequence[Mention]
) -> Mention | None:
    """The nearest mention before the verb; one that a preposition governs is no subject."""
    earlier = [mention for mention in mentions if mention.span.end <= tokens[verb].span.start]
    for number in reversed(range(len(earlier))):
        mention = earlier[number]
        between = tokenize(zone[mention.span.end : tokens[verb].span.start])
        words = tokenize(zone[: mention.span.start])
        governed = [word.text for word in words[-2:] if word.text != "the"]
        if governed and governed[-1] in _NO_SUBJECT | {"and"}:
            continue
        if mention.name and number and _apposed(zone, earlier[number - 1], mention):
            # "Yuriy Gusev, the ambassador, said": either name will do, the one of a speaker is better.
            mention = mention if mention.speaker else earlier[number - 1]
        if len(between) <= _NEAR or mention.speaker:
            return mention
    return None


def _subject_after(
    zone: str, tokens: Sequence[Token], verb: int, mentions: Sequence[Mention]
) -> Mention | None:
    """The mention right after the verb: "said Gusev", "said Ukrinform's Yuriy Chorny"."""
    if verb + 1 >= len(tokens) or tokens[verb + 1].text in _NO_SUBJECT:
        return None
    later = [mention for mention in mentions if mention.span.start >= tokens[verb].span.end]
    for number, mention in enumerate(later):
        between = sum(tokens[verb].span.end <= token.span.start < mention.span.start for token in tokens)
        if between > _NEAR:
            return None
        following = later[number + 1] if number + 1 < len(later) else None
        if following is None or following.speaker is None or not _before_name(zone, mention, following):
            return mention
    return None


def _before_name(zone: str, first: Mention, second: Mention) -> bool:
    """Whether the first mention only leads to the second: "Ukrinform's Yuriy Chorny", "Ukrinform reporter Chorny"."""
    gap = zone[first.span.end : second.span.start]
    leads = first.is_publisher or (first.person is None and " " not in first.name)
    return leads and len(gap) <= _GAP and "," not in gap and not _NO_SUBJECT & set(gap.split())


def _apposed(zone: str, first: Mention, second: Mention) -> bool:
    return zone[first.span.end : second.span.start].strip().strip("the ").startswith(",")
