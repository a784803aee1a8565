"""What a figure counts: the content words of the noun phrase beside it."""

from __future__ import annotations

from factcheck.language.lexer import FUNCTION_WORDS, Lexed, looks_plural
from factcheck.language.units import RATES

_MAX_WORDS = 4
_MAX_LOOKBACK = 10
_SKIPPED = frozenset("the these those its their his her our your my all other such a an of".split())
_TOTALS = frozenset(
    "number numbers total amount share percentage proportion count quantity population size volume "
    "value majority minority sum".split()
)
_DIGITS = "0123456789"
_SHORT_RATES = RATES | {"h": "hour", "hr": "hour", "s": "second", "yr": "year", "ha": "hectare"}


def noun_phrase(words: Lexed, index: int) -> tuple[tuple[str, ...], int]:
    """The content words from `index` on up to the end of their noun phrase, and its last token.

    The phrase ends at a function word, at punctuation, or with its plural ("Ukrainian children").
    Hyphenated modifiers with a figure ("30-children groups") belong to their own figure.
    """
    found: list[str] = []
    last, at = index - 1, index
    while at < len(words.words) and len(found) < _MAX_WORDS:
        if at > index and not words.close(at - 1):
            break
        word = words.words[at]
        if word[0] in _DIGITS and not found:
            if "-" not in words.gap(at):
                break
            at += 2
            continue
        if not word[0].isalpha() or word in FUNCTION_WORDS:
            break
        if found and word.endswith("ed") and not looks_plural(words.word(at + 1)):
            break
        found.append(word.removesuffix("'s").removesuffix("’s"))
        last, at = at, at + 1
        if looks_plural(word) and not (looks_plural(words.word(at)) and words.close(at - 1)):
            break
    return tuple(found), last


def after_of(words: Lexed, last: int) -> tuple[tuple[str, ...], int]:
    """The noun phrase after "of" ("of the mines"), or after a determiner ("half the mines")."""
    at = last + 1
    while words.word(at) in _SKIPPED and at - last <= 3 and words.close(at - 1):
        at += 1
    if not words.close(at - 1):
        return (), last
    return noun_phrase(words, at)


def total_before(words: Lexed, first: int) -> tuple[str, ...]:
    """X for "the number of X was N", where N begins at token `first`."""
    for at in range(first - 1, max(-1, first - _MAX_LOOKBACK), -1):
        if any(mark in words.gap(at) for mark in ".!?;\n"):
            return ()
        if words.words[at] in _TOTALS and words.word(at + 1) == "of":
            return after_of(words, at + 1)[0]
    return ()


def rate(words: Lexed, last: int) -> tuple[str, int]:
    """What a figure is per ("a day", "per year", "annually"), or "", and the last token of it."""
    follow = words.word(last + 1)
    if words.gap(last) == "/" and follow in _SHORT_RATES:
        return _SHORT_RATES[follow], last + 1
    if not words.close(last):
        return "", last
    if follow.endswith("ly") and follow in RATES:
        return RATES[follow], last + 1
    if (
        follow in ("per", "a", "an", "each", "every")
        and words.word(last + 2) in RATES
        and words.close(last + 1)
    ):
        return RATES[words.word(last + 2)], last + 2
    return "", last
