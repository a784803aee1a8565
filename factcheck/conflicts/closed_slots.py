"""Which words leave room for one participant only: verbs, offices and prepositions."""

from __future__ import annotations

from factcheck.language.frame import PATIENT

PLACED = frozenset(("in", "at", "near", "inside", "within", "from", "on", "outside"))
"""Prepositions of place, of which an event has one."""
ONCE = frozenset(
    "direct write compose author produce create build construct design found establish invent discover "
    "develop paint sculpt draw film shoot kill murder assassinate poison win star premiere bear die marry "
    "bury host publish record release commission elect appoint crown sink burn destroy behead abolish "
    "annex conquer defeat beat lead head captain chair rule own manage edit compile translate illustrate "
    "narrate choreograph conduct father headquarter locate situate base hold stage assemble acquire buy "
    "purchase make manufacture sign adapt perform sing open close capture arrest sentence convict launch "
    "introduce patent plan organise organize".split()
)
"""What is done once, by one or by a named few: another doer of it is another story about the same thing."""
FILLED = PLACED | frozenset((PATIENT, *"under behind across through down up along over into onto to".split()))
"""Slots of things of which a scene has one."""
OFFICES = frozenset(
    "head chief ambassador president capital director chairman chairwoman king queen mayor governor chancellor premier "
    "pope captain author founder owner creator inventor winner father mother husband wife architect composer".split()
)
"""What a body, a place or a work has one of."""
TAUGHT = frozenset(
    "teacher professor lecturer student scholar translator language literature speaker football horn".split()
)
"""After these an adjective of a people tells a language or a kind: a French teacher, American football."""
GOALS = frozenset(("to", "into", "onto", "against", "for", "toward", "towards"))
"""Where something goes, or to whom."""
MOVED = frozenset(
    "tow move transfer relocate take bring carry evacuate return deport extradite fly ship drive transport haul "
    "escort divert deliver hand".split()
)
"""What puts a thing in one other place."""
