import json

import pytest

from factcheck.claims import load_claims_folder
from factcheck.contents import claims_files
from factcheck.errors import InputError
from factcheck.model import Location, Stance

ONE = """\
# kept in mind
[[claim]]
id = "one"
statement = "One."
also = ["Uno."]
tags = ["t"]
note = "n"
checked_by = "N. N."
checked_on = "2025-07-31"

[[claim.evidence]]
source = "s"
quote = 'q'
prefix = "p"
suffix = "x"
stance = "refutes"
speaker = "S"

[[claim.evidence]]
source = "t"
quote = 'r'
"""
MINIMAL = {"id": "two", "statement": "Two.", "evidence": [{"source": "s", "quote": "q"}]}


@pytest.fixture
def load(tmp_path):
    """Writes files below claims/ and loads the folder."""

    def loader(**files):
        folder = tmp_path / "claims"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            (folder / name.replace("__", ".")).write_bytes(data)
        return load_claims_folder(tmp_path)

    return loader


def found(folder):
    return [(item.code, str(item.location), item.claim) for item in folder.diagnostics]


def test_every_field(load):
    folder = load(a__toml=ONE)
    assert folder.diagnostics == ()
    [claim] = folder.claims
    assert (claim.id, claim.statement, claim.also, claim.tags) == ("one", "One.", ("Uno.",), ("t",))
    assert (claim.note, claim.checked_by, claim.checked_on) == ("n", "N. N.", "2025-07-31")
    assert claim.location == Location("claims/a.toml", 2)
    first, second = claim.evidence
    assert (first.source, first.stance, first.speaker) == ("s", Stance.REFUTES, "S")
    assert (first.selector.exact, first.selector.prefix, first.selector.suffix) == ("q", "p", "x")
    assert first.location == Location("claims/a.toml", 13)
    assert (second.stance, second.speaker, second.location.line) == (Stance.SUPPORTS, None, 21)


def test_json_lines_hold_the_same_fields(load):
    folder = load(a__toml=ONE.replace("one", "other"), b__jsonl="\ufeff\n" + json.dumps(MINIMAL) + "\r\n")
    assert folder.diagnostics == ()
    assert [claim.id for claim in folder.claims] == ["other", "two"]
    assert folder.claims[1].location == Location("claims/b.jsonl", 2)
    assert folder.claims[1].evidence[0].location == Location("claims/b.jsonl", 2)


def test_aliases_and_exceptions_are_no_claims(load):
    folder = load(
        aliases__toml='[[alias]]\nnames = ["Baku", "Azerbaijan"]\nkind = "government"\n'
        '[[alias]]\nnames = ["X"]\n',
        exceptions__toml='\n[[exception]]\nsource = "s"\nquote = "q"\nreason = "r"\n',
    )
    assert folder.diagnostics == folder.claims == ()
    assert [(alias.names, alias.kind) for alias in folder.aliases] == [
        (("Baku", "Azerbaijan"), "government"),
        (("X",), "thing"),
    ]
    [exception] = folder.exceptions
    assert (exception.source, exception.quote, exception.reason) == ("s", "q", "r")
    assert exception.location == Location("claims/exceptions.toml", 2)


def test_no_folder_and_other_files(load, tmp_path):
    assert load_claims_folder(tmp_path).claims == ()
    assert claims_files(tmp_path) == []
    load(notes__md="# no claims", a__toml="")
    (tmp_path / "claims" / "folder.toml").mkdir()
    assert [path.name for path in claims_files(tmp_path)] == ["a.toml"]


def test_a_folder_that_cannot_be_read_is_not_an_empty_one(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", path)

    (tmp_path / "claims").mkdir()
    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(InputError) as caught:
        load_claims_folder(tmp_path)
    assert str(tmp_path / "claims") in caught.value.message
    assert "the right to read" in caught.value.mend


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff", ("FC101", "claims/a.toml:1:1", None)),
        ("[[claim]]\nid = ", ("FC102", "claims/a.toml:2:6", None)),
        (ONE + 'stanze = "x"\n', ("FC103", "claims/a.toml:22:1", "one")),
        ("[claims]\nx = 1\n", ("FC103", "claims/a.toml:1:1", None)),
        (ONE.replace('statement = "One."\n', ""), ("FC104", "claims/a.toml:2:1", "one")),
        (ONE.replace("quote = 'r'\n", ""), ("FC104", "claims/a.toml:19:1", "one")),
        (ONE.replace('stance = "refutes"', 'stance = "rejects"'), ("FC105", "claims/a.toml:16:1", "one")),
        (ONE.replace('"one"', "1"), ("FC105", "claims/a.toml:3:1", None)),
        ("claim = 3\n", ("FC105", "claims/a.toml:1:1", None)),
        ("claim = [3]\n", ("FC105", "claims/a.toml:1:1", None)),
    ],
)
def test_what_is_wrong_has_a_code_and_a_place(load, content, expected):
    folder = load(a__toml=content)
    assert found(folder) == [expected]
    assert folder.claims == ()


def test_one_wrong_claim_leaves_the_others(load):
    folder = load(a__toml=ONE.replace("quote = 'r'\n", "") + ONE.replace("one", "good"))
    assert [claim.id for claim in folder.claims] == ["good"]
    assert folder.claims[0].location.line == 22


@pytest.mark.parametrize(
    ("line", "code", "claim"),
    [
        ("{", "FC102", None),
        ("[]", "FC102", None),
        ("[" * 100_000, "FC102", None),
        (json.dumps({**MINIMAL, "nots": "x"}), "FC103", "two"),
        (json.dumps({"id": "two", "statement": "Two."}), "FC104", "two"),
        (json.dumps({**MINIMAL, "id": None}), "FC105", None),
    ],
)
def test_what_is_wrong_in_json_lines(load, line, code, claim):
    folder = load(a__jsonl=line + "\n" + json.dumps(MINIMAL))
    assert found(folder) == [(code, "claims/a.jsonl:1:1", claim)]
    assert [item.id for item in folder.claims] == ["two"]


def test_json_lines_that_cannot_be_read(load):
    assert found(load(a__jsonl=b"{}\n\xff")) == [("FC101", "claims/a.jsonl:1:1", None)]


def test_an_id_that_is_used_twice_over_files(load):
    folder = load(a__toml=ONE, b__toml=ONE)
    assert found(folder) == [("FC106", "claims/b.toml:2:1", "one")]
    assert "claims/a.toml:2:1" in folder.diagnostics[0].message


def test_a_link_that_leads_out(load, tmp_path):
    outside = tmp_path.parent / f"{tmp_path.name}-outside.toml"
    outside.write_text(ONE)
    load()
    (tmp_path / "claims" / "link.toml").symlink_to(outside)
    folder = load_claims_folder(tmp_path)
    assert found(folder) == [("FC111", "claims/link.toml:1:1", None)]
    assert folder.claims == ()
