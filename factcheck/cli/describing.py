"""What is said of a new source: asked for on a terminal, where it was not given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.common import Console
from factcheck.model import Layout, Person

if TYPE_CHECKING:
    from factcheck.edit.extracting import Extracted
    from factcheck.edit.layouts import Guess

_REQUIRED = ("title", "kind", "publisher", "issued")


def person(value: str) -> Person:
    """ "Ines Varga, interviewee, harbour master": name, role and, if there is one, office."""
    name, role, office = ([part.strip() for part in value.split(",", 2)] + ["", ""])[:3]
    if not name or not role:
        raise click.BadParameter(f"{value!r} is not a name, a comma and a role.")
    return Person(name, role, office or None)


def described(said: dict[str, str | None], extracted: Extracted) -> dict[str, str | None]:
    """The metadata, with what is missing asked for; a usage error where nobody can be asked."""
    from factcheck.cli.asking import ask, ask_optional, on_terminal

    missing = [f"--{key}" for key in _REQUIRED if said[key] is None]
    if not on_terminal():
        if missing:
            raise click.UsageError(
                f"missing: {', '.join(missing)} (nobody can be asked: this is no terminal)."
            )
        return said
    known = {
        "title": " ".join((extracted.title or "").split()) or _first_line(extracted.text),
        "kind": "article",
        "publisher": extracted.publisher,
        "issued": extracted.issued,
    }
    filled = {key: said[key] or ask(key.capitalize(), known[key]) for key in _REQUIRED}
    rest = {"language": said["language"], "url": said["url"] or extracted.url}
    if missing and rest["language"] is None:
        rest["language"] = ask("Language", "en")
    if missing and rest["url"] is None:
        rest["url"] = ask_optional("URL")
    return {**said, **filled, **rest}


def _first_line(text: bytes) -> str | None:
    lines = text[:2000].decode("utf-8", "ignore").split("\n")
    return next((line.strip("# \t\r\ufeff") for line in lines if line.strip("# \t\r\ufeff")), None)


def laid_out(console: Console, given: Layout, named: str | None, extracted: Extracted) -> Layout:
    """The layout as it was given; where it was not, the one that the text seems to have is offered."""
    from factcheck.cli.asking import agree, on_terminal
    from factcheck.edit.layouts import guess_layout

    if named is not None:
        return given
    guess = guess_layout(extracted.text.decode("utf-8", "replace"))
    if guess.type == "none":
        return given
    if not on_terminal():
        console.note(f"the text seems to have {guess}; --layout {guess.type} says so")
        return given
    if not agree(f"The text seems to have {guess}. Take it so"):
        return given
    return _with_speakers(given, guess)


def _with_speakers(given: Layout, guess: Guess) -> Layout:
    from factcheck.cli.asking import ask

    layout = given._replace(
        type=guess.type, headings=given.headings if given.headings != "none" else guess.headings
    )
    if guess.type == "turns-by-name":
        names = layout.names or tuple((label, ask(f"Who is {label}", label)) for label in guess.labels)
        return layout._replace(names=names)
    order = layout.order or (ask("Who speaks in the first turn"), ask("Who speaks in the second turn"))
    return layout._replace(marker=guess.marker, order=order)


def asked_people(people: tuple[Person, ...], layout: Layout) -> tuple[Person, ...]:
    """Who had a part in it; on a terminal, each speaker of the layout is asked after."""
    from factcheck.cli.asking import ask_optional, on_terminal

    if people or not on_terminal():
        return people
    speakers = dict.fromkeys([*layout.order, *(speaker for _, speaker in layout.names)])
    found = []
    for speaker in speakers:
        role = ask_optional(f"Role of {speaker}, and office after a comma")
        if role:
            found.append(person(f"{speaker}, {role}"))
    return tuple(found)
