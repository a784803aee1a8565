"""What a sentence states once who says it is left out: "…, the ambassador recalled", "Gusev added that …".

A statement may drop who said it, since an answer shows the speaker. Only plain saying is left out: what
somebody denies, hopes, claims or believes is another statement.
"""

from __future__ import annotations

import re

from factcheck.model import Span
from factcheck.prose.people import Mention, People
from factcheck.text import Token, tokenize

_SAYING = frozenset(
    "says said told tells adds added notes noted states stated stresses stressed emphasises emphasised "
    "emphasizes emphasized recalls recalled remarks remarked explains explained observes observed mentions "
    "mentioned reports reported answers answered replies replied continues continued points pointed "
    "concludes concluded responds responded".split()
)
_DENYING = frozenset("not never no n't nor neither didn't doesn't".split())
_PRONOUNS = frozenset("he she they".split())
_TAIL = 10
"""Words of an attribution at a sentence's end."""
_HEAD = 12
_SHORTEST = 4
"""Words that have to be left."""
_ACCORDING = "according to "
_THAT = re.compile(r"\s+that\s+")
_COMMA = re.compile(r",[”\"’]?\s+")


def stated(sentence: str, people: People) -> Span:
    """The stretch of the sentence that is stated: all of it, or without who says it."""
    end = _before_tail(sentence, people)
    start = _after_head(sentence[:end], people)
    return Span(start, end) if len(tokenize(sentence[start:end])) >= _SHORTEST else Span(0, len(sentence))


def _before_tail(sentence: str, people: People) -> int:
    """The end of what is stated: right before ", said Gusev" or ", the ambassador told Ukrinform"."""
    commas = list(_COMMA.finditer(sentence))
    if not commas:
        return len(sentence)
    comma = commas[-1]
    tail = sentence[comma.end() :]
    tokens = tokenize(tail)
    if not 2 <= len(tokens) <= _TAIL or _DENYING & {token.text for token in tokens}:
        return len(sentence)
    mentions = people.mentions(tail)
    return comma.start() if _says(tail, tokens, mentions) else len(sentence)


def _says(tail: str, tokens: tuple[Token, ...], mentions: list[Mention]) -> bool:
    """ "said Gusev", "Gusev said", "according to the ambassador": and nothing but to whom and where."""
    if tail.lower().startswith(_ACCORDING):
        return (
            len(mentions) == 1
            and mentions[0].speaker is not None
            and not tail[mentions[0].span.end :].strip(" .")
        )
    verb = next((number for number, token in enumerate(tokens) if token.text in _SAYING), None)
    if verb is None or not mentions:
        return False
    first = mentions[0]
    if verb == 0:
        return first.speaker is not None and first.span.start <= tokens[0].span.end + len(" the ")
    who = first.speaker is not None or tokens[0].text in _PRONOUNS
    starts = first.span.start <= len("the ") and tokens[verb - 1].span.end <= first.span.end + len(" also ")
    return who and starts


def _after_head(sentence: str, people: People) -> int:
    """The beginning of what is stated: right after "Gusev told Ukrinform that" or "According to Gusev,"."""
    if sentence.lower().startswith(_ACCORDING):
        comma = sentence.find(", ")
        mentions = people.mentions(sentence[len(_ACCORDING) : max(comma, 0)])
        alone = len(mentions) == 1 and mentions[0].speaker and comma - len(_ACCORDING) <= mentions[0].span.end
        return comma + 2 if alone else 0
    that = _THAT.search(sentence)
    if that is None:
        return 0
    head = sentence[: that.start()]
    tokens = tokenize(head)
    words = {token.text for token in tokens}
    if len(tokens) > _HEAD or _DENYING & words or not _SAYING & words or "," in head:
        return 0
    mentions = people.mentions(head)
    speaks = bool(mentions) and mentions[0].speaker is not None and mentions[0].span.start <= len("the ")
    return that.end() if speaks else 0
