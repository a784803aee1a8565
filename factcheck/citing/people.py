"""The people of a source as reference managers take them: who made it, who asked, and their names in parts."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Source

_PARTICLES = frozenset(
    "af al am an auf av bin d' da das de del della den der des di do dos du el la las le les los "
    "ibn ten ter und van vom von y zu zum zur".split()
)
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


class Name(NamedTuple):
    """A name in parts, or whole in `literal` where the parts are not plain to see."""

    family: str = ""
    given: str = ""
    particle: str = ""
    """What stands before the family name: "von der"."""
    suffix: str = ""
    literal: str = ""

    @property
    def inverted(self) -> str:
        """ "von der Leyen, Ursula", a suffix last; a literal name as it is."""
        return self.literal or ", ".join(filter(None, (self.last, self.given, self.suffix)))

    @property
    def last(self) -> str:
        """The family name with its particle."""
        return f"{self.particle} {self.family}".strip()

    @property
    def spoken(self) -> str:
        """The parts in the order in which they are said."""
        return self.literal or " ".join(filter(None, (self.given, self.last, self.suffix)))


def makers(source: Source) -> tuple[Name, ...]:
    """Who a source is by: of an interview the interviewees, else the authors, else the interviewees."""
    order = ("interviewee", "author") if source.kind == "interview" else ("author", "interviewee")
    for role in order:
        found = _with_role(source, role)
        if found:
            return found
    return ()


def interviewers(source: Source) -> tuple[Name, ...]:
    """Who asked the questions."""
    return _with_role(source, "interviewer")


def _with_role(source: Source, role: str) -> tuple[Name, ...]:
    names = dict.fromkeys(person.name for person in source.people if person.role == role)
    return tuple(Name(literal=name) if name == source.publisher else split_name(name) for name in names)


def split_name(name: str) -> Name:
    """A person's name in parts: "Family, Given" by its comma, else the last word and its particles.

    Names of one word, and what does not look like given name and family name, stay whole.
    """
    words = name.split()
    family, comma, given = (part.strip() for part in " ".join(words).partition(","))
    if comma:
        whole = not family or not given or "," in given
        return Name(literal=" ".join(words)) if whole else Name(family, given)
    suffix = words.pop() if len(words) > 2 and words[-1].lower() in _SUFFIXES else ""
    if len(words) < 2 or not all(map(_is_name, words)):
        return Name(literal=" ".join(name.split()))
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    if any(word in _PARTICLES for word in words[:first]):
        return Name(literal=" ".join(name.split()))
    return Name(words[-1], " ".join(words[:first]), " ".join(words[first:-1]), suffix)


def _is_name(word: str) -> bool:
    """A particle, or a word of letters, apostrophes, hyphens and full stops that begins with a capital."""
    letters = word.replace("-", "").replace("’", "").replace("'", "").replace(".", "")
    return (
        word in _PARTICLES
        or (letters.isalpha() and word[0].isupper() and not letters.isupper())
        or (letters.isupper() and len(letters) <= 2)
    )
