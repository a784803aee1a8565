"""Importing as a whole: what is added, what is written aside, and going on after breaking off."""

import json

import pytest

from factcheck.claims import load_claims_folder
from factcheck.errors import InputError
from factcheck.finding import Place
from factcheck.importing import BATCH, Plan, import_claims
from factcheck.importing.ratings import Ratings
from factcheck.importing.writing import state_path
from factcheck.workspace import Workspace


class Stopped(Exception):
    """Stands in for Ctrl-C."""


@pytest.fixture
def imported(port_folder):
    """Imports a file into claims/archive.jsonl; `stop` breaks off after so many calls of `progress`."""

    def run(path, kind="json", columns=None, changes=(), stop=None):
        target = port_folder / "claims" / "archive.jsonl"
        aside = port_folder / "claims" / "archive.rejected.jsonl"
        plan = Plan(
            path.name, kind, target, aside, "claims/archive.jsonl", "aside", Ratings(changes), columns or {}
        )
        calls = []

        def progress(offset):
            calls.append(offset)
            if stop is not None and len(calls) == stop:
                raise Stopped

        with path.open("rb") as stream:
            return import_claims(Workspace(Place(port_folder)), stream, plan, progress)

    return run


@pytest.fixture
def target(port_folder):
    return port_folder / "claims" / "archive.jsonl"


@pytest.fixture
def rejected(port_folder):
    """The lines of what was rejected."""

    def read():
        path = port_folder / "claims" / "archive.rejected.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []

    return read


def counts(done):
    return done.counts.added, done.counts.known, done.counts.rejected


def test_what_is_imported_is_a_sound_claims_file(feed, imported, port_folder, target, item, rejected):
    done = imported(feed(3, item(3, "Half true"), item(4, "Who knows"), {"@type": "Article"}))
    assert counts(done) == (3, 0, 3)
    assert done.counts.reasons == {"neither-side": 1, "unknown-rating": 1, "not-a-review": 1}
    assert done.counts.ratings == {"Who knows": 1}
    folder = load_claims_folder(port_folder)
    assert not folder.diagnostics
    assert sum(claim.only_reported for claim in folder.claims) == 3
    lines = rejected()
    assert [line["number"] for line in lines] == [4, 5, 6]
    assert lines[0]["item"] == item(3, "Half true")
    assert lines[1]["detail"] == "Who knows"
    assert not state_path(target).exists()


def test_the_same_feed_twice_adds_nothing_twice(feed, imported, target):
    path = feed(5)
    imported(path)
    before = target.read_bytes()
    assert counts(imported(path)) == (0, 5, 0)
    assert target.read_bytes() == before
    assert counts(imported(feed(7))) == (2, 5, 0)


def test_claims_of_other_files_are_known(feed, imported, port_folder, target):
    imported(feed(2))
    target.rename(port_folder / "claims" / "other.jsonl")
    assert counts(imported(feed(3))) == (1, 2, 0)
    assert not load_claims_folder(port_folder).diagnostics


@pytest.mark.parametrize("stop", [1, 2, 3])
def test_what_breaks_off_goes_on(feed, imported, target, item, stop, rejected, port_folder):
    path = feed(2 * BATCH, *(item(number, "Half true") for number in range(BATCH)))
    with pytest.raises(Stopped):
        imported(path, stop=stop)
    assert state_path(target).exists()
    done = imported(path)
    assert done.resumed == stop * BATCH
    assert counts(done) == (2 * BATCH, 0, BATCH)
    assert len(rejected()) == BATCH
    assert len(target.read_bytes().splitlines()) == 2 * BATCH
    assert not state_path(target).exists()
    assert not load_claims_folder(port_folder).diagnostics


def test_a_torn_line_is_mended_when_it_goes_on(feed, imported, target):
    path = feed(2 * BATCH)
    with pytest.raises(Stopped):
        imported(path, stop=1)
    with target.open("ab") as handle:
        handle.write(b'{"id":"torn","statem')
    imported(path)
    lines = target.read_bytes().splitlines()
    assert len(lines) == 2 * BATCH
    assert all(json.loads(line)["id"] != "torn" for line in lines)


def test_lines_that_the_state_does_not_know_of_are_not_added_again(feed, imported, target):
    """After a crash more may be in the file than the state says."""
    path = feed(2 * BATCH)
    with pytest.raises(Stopped):
        imported(path, stop=1)
    state = state_path(target).read_bytes()
    imported(path)
    state_path(target).write_bytes(state)
    done = imported(path)
    assert len(set(target.read_bytes().splitlines())) == len(target.read_bytes().splitlines()) == 2 * BATCH
    assert (done.resumed, done.counts.known) == (BATCH, BATCH)


def test_a_changed_input_is_noticed(feed, imported, target):
    path = feed(2 * BATCH)
    with pytest.raises(Stopped):
        imported(path, stop=1)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Ship number 5 ", b"Boat number 5 "))
    done = imported(path)
    assert done.changed
    assert done.resumed == 0
    assert counts(done) == (BATCH + 1, BATCH - 1, 0)


def test_other_settings_begin_again(feed, imported, item):
    path = feed(BATCH, item(0, "Who knows"), *(item(number) for number in range(BATCH, 2 * BATCH)))
    with pytest.raises(Stopped):
        imported(path, stop=1)
    done = imported(path, changes=[("Who knows", "refutes")])
    assert done.changed
    assert counts(done) == (BATCH, BATCH + 1, 0)


@pytest.mark.parametrize("text", ["", "{}", '{"format": 99}', '{"format": 1, "x": 2}', "[]", "\0"])
def test_a_state_that_cannot_be_used_is_as_none(feed, imported, target, text):
    state_path(target).write_text(text, encoding="utf-8")
    assert counts(imported(feed(2))) == (2, 0, 0)


def test_a_file_of_somebody_is_not_cut(feed, imported, target):
    target.write_text('{"id": "mine", "sta', encoding="utf-8")
    with pytest.raises(InputError, match="torn"):
        imported(feed(2))
    assert target.read_text("utf-8") == '{"id": "mine", "sta'


def test_a_last_line_without_an_end_gets_one(feed, imported, target, port_folder):
    review = {"stance": "refutes", "rating": "F", "publisher": "P", "url": "https://p.example"}
    target.write_text(json.dumps({"id": "mine", "statement": "It is so.", "review": review}), "utf-8")
    imported(feed(1))
    assert [json.loads(line)["id"][:4] for line in target.read_text("utf-8").splitlines()] == ["mine", "ship"]
    assert not load_claims_folder(port_folder).diagnostics


def test_a_feed_that_is_cut_off(feed, imported, rejected):
    done = imported(feed(5, cut=60))
    assert done.broken
    assert counts(done) == (4, 0, 1)
    assert rejected()[-1]["reason"] == "truncated"
    assert "text" in rejected()[-1]


def test_bytes_that_are_not_utf8(feed, imported, rejected):
    path = feed(3)
    path.write_bytes(path.read_bytes().replace(b"Ship number 1", b"Ship \xff\xfe 1"))
    assert counts(imported(path)) == (2, 0, 1)
    assert rejected()[0]["reason"] == "not-utf-8"


def test_a_page(tmp_path, imported, item, rejected):
    review = item(1)["item"][0]
    page = (
        "<!doctype html><script>if (1 < 2) {}</script>"
        f'<script type="application/ld+json">//<![CDATA[\n{json.dumps(review)}\n//]]></script>'
        f"<SCRIPT TYPE='application/LD+JSON; charset=utf-8'>{json.dumps({'@graph': [item(2)['item'][0]]})}</SCRIPT>"
        '<script type="application/ld+json">{"@type": "WebSite"}</script>'
        '<script type="application/ld+json">{"@type": "ClaimReview", </script>'
        "<p>text"
    )
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    assert counts(imported(path, "html")) == (2, 0, 2)
    assert [line["reason"] for line in rejected()] == ["not-a-review", "truncated"]


TABLE = """\
Claim,verdict,url,Publisher,issued,source,quote,tags,also
Ships may enter.,False,https://a.example/1,A Check,2024-01-02,,,"sea, port",Ships can enter.|Ships get in.
"Forty divers, or about, work there.",,,,,port,about forty of them are divers,,
The port is shut.,True,https://a.example/3,,,port,The port is shut,,
No quote there.,,,,,port,nowhere to be found,,
No source there.,,,,,harbour,about forty of them are divers,,
,False,https://a.example/1,,,,,,
A stray " mark,False,https://a.example/2,,,,,,
"Torn,False
Last one.,Fake,https://a.example/9,,,,,,
"""


def test_a_table(tmp_path, imported, port_folder, rejected):
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8-sig")
    done = imported(path, "csv", {"statement": "Claim", "rating": "verdict"})
    claims = {claim.statement: claim for claim in load_claims_folder(port_folder).claims}
    assert done.counts.added == 5
    first = claims["Ships may enter."]
    assert (first.tags, first.also) == (("sea", "port"), ("Ships can enter.", "Ships get in."))
    assert first.review.publisher == "A Check"
    assert claims["Forty divers, or about, work there."].evidence[0].source == "port"
    shut = claims["The port is shut."]
    assert shut.only_reported
    assert shut.review.publisher == "a.example"
    assert "“The port is shut”" in shut.note
    assert 'A stray " mark' in claims
    assert "Last one." in claims
    reasons = [(line["number"], line["reason"]) for line in rejected()]
    assert reasons == [
        (4, "not-verbatim"),
        (5, "unknown-source"),
        (6, "no-claim"),
        (8, "not-a-row"),
    ]
    assert rejected()[-1]["text"] == '"Torn,False'


def test_a_table_goes_on(tmp_path, imported, target):
    rows = "".join(f'"Ship {n}\n sank.",False,https://a.example/{n}\n' for n in range(2 * BATCH + 5))
    path = tmp_path / "a.csv"
    path.write_text("statement,rating,url\n" + rows, encoding="utf-8")
    with pytest.raises(Stopped):
        imported(path, "csv", stop=2)
    done = imported(path, "csv")
    assert (done.resumed, done.counts.added) == (2 * BATCH, 2 * BATCH + 5)
    assert len(target.read_bytes().splitlines()) == 2 * BATCH + 5


@pytest.mark.parametrize(
    ("text", "columns", "told"),
    [
        ("claim,url\n", {}, "there is no column `statement`"),
        ("statement,url\n", {"rating": "Rating"}, "the column `Rating` is not in the header"),
        ('"statement\n', {}, "the header does not parse"),
        ("", {}, "there is no column `statement`"),
    ],
)
def test_tables_without_what_is_needed(tmp_path, imported, target, text, columns, told):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        imported(path, "csv", columns)
    assert not target.exists()


def test_lines_of_claims_go_in_unchanged(tmp_path, imported, target, rejected):
    quote = {"source": "port", "quote": "about forty of them are divers", "speaker": "Ines Varga"}
    claim = {"id": "divers", "statement": "Forty are divers.", "tags": ["a"], "evidence": [quote]}
    lines = [
        claim,
        {"schema_version": 1, **claim, "id": "divers-2", "note": None, "path": "x", "line": 3},
        claim,
        {**claim, "statement": "Another one."},
        {**claim, "id": "Not Kebab"},
        {**claim, "id": "c3", "evidence": [{**quote, "speaker": "Tomas Reyl"}]},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines) + "\n{torn\n", encoding="utf-8")
    assert counts(imported(path, "jsonl")) == (2, 1, 4)
    assert json.loads(target.read_bytes().splitlines()[0]) == claim
    assert [line["reason"] for line in rejected()] == ["id-taken", "not-a-claim", "not-verbatim", "not-json"]


def test_rows_and_reviews_as_lines_and_what_was_rejected_once(tmp_path, imported, item, port_folder):
    lines = [
        {"statement": "A ship sank.", "rating": "Fake", "url": "https://a.example", "also": ["A boat sank."]},
        item(1),
        {"reason": "unknown-rating", "item": item(2, "Who knows")},
        {"text": "Another ship sank.", "rating": "Fake", "url": "https://a.example"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = imported(path, "jsonl", {"statement": "text"}, changes=[("Who knows", "refutes")])
    assert counts(done) == (4, 0, 0)
    assert not load_claims_folder(port_folder).diagnostics


@pytest.mark.parametrize(
    ("text", "kind", "note"),
    [
        (
            "statement;rating;publisher;url;issued\nOne, or two.;False;P;https://a.example;2024\n",
            "csv",
            "a semicolon",
        ),
        (
            '"statement";"rating, as told";"rating";"url"\n"One, or two.";"x";"False";"https://a.example"\n',
            "csv",
            "a semi",
        ),
        ("statement\trating\turl\nOne, or two.\tFalse\thttps://a.example\n", "csv", "a tab"),
        ('statement,rating,url\n"One, or two.",False,https://a.example\n', "tsv", "a comma"),
        ('statement,rating,url\n"One, or two.",False,https://a.example\n', "csv", ""),
        (
            "statement;rating, as told;rating;url\nOne, or two.;x;False;https://a.example\n",
            "csv",
            "a semicolon",
        ),
        ('statement,rating,"url;issued",url\n"One, or two.",False,,https://a.example\n', "csv", ""),
    ],
)
def test_what_stands_between_the_cells(tmp_path, imported, target, text, kind, note):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8-sig")
    done = imported(path, kind)
    assert counts(done) == (1, 0, 0)
    assert json.loads(target.read_bytes())["statement"] == "One, or two."
    assert note in done.note
    assert bool(done.note) == bool(note)


def test_a_table_of_semicolons_goes_on(tmp_path, imported, target):
    rows = "".join(f"Ship {n} sank.;False;https://a.example/{n}\n" for n in range(2 * BATCH))
    path = tmp_path / "a.csv"
    path.write_text("statement;rating;url\n" + rows, encoding="utf-8")
    with pytest.raises(Stopped):
        imported(path, "csv", stop=1)
    assert imported(path, "csv").resumed == BATCH
    assert len(target.read_bytes().splitlines()) == 2 * BATCH


@pytest.mark.parametrize("kind", ["json", "jsonl"])
def test_a_number_of_very_many_digits(tmp_path, imported, rejected, kind):
    path = tmp_path / "a.json"
    text = '{"@type": "ClaimReview", "n": ' + "9" * 10_000 + "}"
    path.write_text(f"[{text}]" if kind == "json" else text, encoding="utf-8")
    assert counts(imported(path, kind)) == (0, 0, 1)
    assert "digits" in rejected()[0]["detail"]
    assert "sys." not in rejected()[0]["detail"]
    assert rejected()[0]["reason"] == "not-json"


@pytest.mark.parametrize(
    ("given", "kept", "told"),
    [
        ("2024-05-02", "2024-05-02", False),
        ("2024-05-02T10:00:00Z", "2024-05-02", False),
        ("2024-05", "2024-05", False),
        ("2024-02-29", "2024-02-29", False),
        ("", None, False),
        ("  ", None, False),
        (None, None, False),
        ("2024-13-45", None, True),
        ("2023-02-29", None, True),
        ("May 2, 2024", None, True),
        (["2024-05-02"], None, True),
    ],
)
@pytest.mark.parametrize("inner", [False, True])
def test_a_date_that_is_none_is_told(tmp_path, imported, target, item, rejected, given, kept, told, inner):
    value = item(1)
    review = value["item"][0]
    (review.setdefault("itemReviewed", {}) if inner else review)["datePublished"] = given
    path = tmp_path / "a.json"
    path.write_text(json.dumps([value]), encoding="utf-8")
    done = imported(path)
    assert counts(done) == (1, 0, 0)
    key = "claimed_on" if inner else "issued"
    assert json.loads(target.read_bytes())["review"].get(key) == kept
    assert done.counts.undated == told
    assert [(line["reason"], line["item"]) for line in rejected()] == [("no-date", value)] * told


def test_a_date_that_is_none_in_a_row(tmp_path, imported, target, rejected):
    path = tmp_path / "a.csv"
    rows = ["issued,claimed_on", "2024-13-45,2024", "2024,soon", "2024,", "2024-01-01,2023-01-01"]
    text = "\n".join(f"Ship {n} sank.,False,https://a.example,{row}" for n, row in enumerate(rows))
    path.write_text(
        text.replace("Ship 0 sank.,False,https://a.example", "statement,rating,url"), encoding="utf-8"
    )
    done = imported(path, "csv")
    assert (counts(done), done.counts.undated) == ((4, 0, 0), 2)
    assert [line["number"] for line in rejected()] == [1, 2]
    assert "2024-13-45" in rejected()[0]["detail"]
    assert "soon" in rejected()[1]["detail"]


def test_one_of_several_reviews_with_a_date_that_is_none(tmp_path, imported, item, rejected):
    one, two = item(1)["item"][0], item(2)["item"][0]
    two["datePublished"] = "yesterday"
    path = tmp_path / "a.json"
    path.write_text(json.dumps([[one, two]]), encoding="utf-8")
    assert counts(imported(path)) == (2, 0, 0)
    assert [line["item"] for line in rejected()] == [two]
