"""What a frame is: a predicate with its participants, each in a slot."""

from __future__ import annotations

from enum import Enum

from factcheck.language.clause import Clause
from factcheck.records import NamedTuple

AGENT = "agent"
PATIENT = "patient"


class Side(Enum):
    """Where a participant stands in what goes from one to another."""

    ORIGIN = "origin"
    TARGET = "target"


class Kind(Enum):
    """What a predicate is."""

    VERB = "verb"
    NOUN = "noun"
    """A noun with participants of its own: "Russia's invasion of Ukraine", "provide aid to Ukraine"."""
    COMPLEMENT = "complement"
    """What the subject is said to be: "is the father of", "is larger than"."""


class Participant(NamedTuple):
    """Words `first` to `last` (half-open) with their main word `head`, in a slot of a frame."""

    first: int
    last: int
    head: int
    slot: str
    side: Side | None
    listed: bool


class Frame(NamedTuple):
    """A predicate, by its word's index, and its participants."""

    predicate: int
    kind: Kind
    participants: tuple[Participant, ...]
    clause: Clause | None
    """None for a noun phrase on its own."""
    said: tuple[int, int] | None = None
    """For a complement, the words (half-open) of what somebody is said to be."""
