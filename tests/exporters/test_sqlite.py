"""The database, opened and asked."""

import sqlite3
from contextlib import closing

import pytest

from factcheck.exporters import EXPORTERS, CitedClaim
from factcheck.exporters.sqlite import VERSION
from factcheck.model import Claim, Evidence, Location, Review, Stance, TextQuoteSelector


@pytest.fixture
def made(export):
    return export()


@pytest.fixture
def database(made, tmp_path):
    path = tmp_path / "claims.db"
    path.write_bytes(EXPORTERS["sqlite"](made))
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def read_back(database):
    """The claims that the tables hold."""

    def rows(query, *values):
        return database.execute(query, values).fetchall()

    place = Location("claims/port.toml")
    for name, statement, note, by, on in rows("SELECT * FROM claim ORDER BY rowid"):
        wordings = [
            text for (text,) in rows("SELECT text FROM wording WHERE claim = ? ORDER BY number", name)
        ]
        tags = [tag for (tag,) in rows("SELECT tag FROM tag WHERE claim = ? ORDER BY number", name)]
        evidence = rows(
            "SELECT source, quote, prefix, suffix, stance, required_speaker FROM evidence "
            "WHERE claim = ? ORDER BY number",
            name,
        )
        reviews = rows(
            "SELECT stance, rating, publisher, url, issued, claimant, claimed_on FROM review WHERE claim = ?",
            name,
        )
        assert wordings[0] == statement
        yield Claim(
            name,
            statement,
            tuple(wordings[1:]),
            tuple(tags),
            note,
            tuple(
                Evidence(source, TextQuoteSelector(quote, prefix, suffix), Stance(stance), speaker, place)
                for source, quote, prefix, suffix, stance, speaker in evidence
            ),
            place,
            by,
            on,
            Review(Stance(reviews[0][0]), *reviews[0][1:]) if reviews else None,
        )


def test_every_claim_is_read_back(made, database):
    place = Location("claims/port.toml")
    written = [
        item.claim._replace(
            location=place,
            evidence=tuple(one._replace(location=place) for one in item.claim.evidence),
        )
        for item in made.claims
    ]
    assert list(read_back(database)) == written


def test_it_is_sound(database):
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_quotes_stand_where_it_says(database, port):
    rows = database.execute(
        'SELECT quote, start, "end", path FROM evidence JOIN source ON source.id = source'
    )
    found = rows.fetchall()
    assert len(found) == 4
    for quote, start, end, path in found:
        assert (port.folder / path).read_bytes().decode("utf-8")[start:end] == quote


def test_people_and_places(database):
    assert database.execute("SELECT name, role, office FROM person ORDER BY number").fetchall() == [
        ("Ines Varga", "interviewee", "harbour master"),
        ("Tomas Reyl", "interviewer", None),
    ]
    query = "SELECT speaker, line, \"column\", citation, link FROM evidence WHERE claim = 'port-staff'"
    speaker, line, column, citation, link = database.execute(query).fetchone()
    assert (speaker, line, column) == ("Ines Varga", 9, 3)
    assert citation.endswith("line 9.")
    assert link.startswith("https://lume.example/port#:~:text=")


def test_the_same_claims_give_the_same_bytes(made):
    assert EXPORTERS["sqlite"](made) == EXPORTERS["sqlite"](made)


def test_no_claims(made):
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(EXPORTERS["sqlite"](made._replace(claims=(), sources=())))
        assert list(read_back(database)) == []


def test_half_a_surrogate_pair_is_written_out(made):
    claim, cited = made.claims[0]
    changed = made._replace(claims=(CitedClaim(claim._replace(note="\ud800"), cited),))
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(EXPORTERS["sqlite"](changed))
        assert database.execute("SELECT note FROM claim").fetchone() == ("\\ud800",)
