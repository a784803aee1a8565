import pytest

from factcheck.errors import InputError, WorkspaceError
from factcheck.finding import Place, bundled_root, find_workspace, is_workspace
from factcheck.model import Span, Stance
from factcheck.text import LineIndex
from factcheck.workspace import Workspace

STAFF = "Over three hundred people work in the port today."


@pytest.fixture
def workspace(port_folder):
    return Workspace(Place(port_folder))


@pytest.fixture
def changed(port):
    """The invented workspace with changes."""

    def make(**changes):
        return Workspace(Place(port.write(**changes)))

    return make


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["claims/", "src_text/"], True),
        (["factcheck.toml"], True),
        (["claims/"], False),
        (["src_text/"], False),
        (["claims", "src_text"], False),
        ([], False),
    ],
)
def test_what_makes_a_workspace(tmp_path, files, expected):
    for name in files:
        path = tmp_path / name
        path.mkdir() if name.endswith("/") else path.write_text("")
    assert is_workspace(tmp_path) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[tool.factcheck]\n", True),
        ("[tool.factcheck.lookup]\n", True),
        ("[tool.ruff]\n", False),
        ("# [tool.factcheck]\n", False),
    ],
)
def test_a_section_of_pyproject_makes_a_workspace(tmp_path, content, expected):
    (tmp_path / "pyproject.toml").write_text(content)
    assert is_workspace(tmp_path) is expected


def test_the_workspace_is_found_upward(port_folder):
    deep = port_folder / "a" / "b"
    deep.mkdir(parents=True)
    assert find_workspace(deep) == Place(str(port_folder))
    assert find_workspace(port_folder) == Place(str(port_folder))


def test_a_named_workspace_comes_first_then_the_environment(port_folder, tmp_path, monkeypatch):
    for name in ("one", "two"):
        (tmp_path / name / "claims").mkdir(parents=True)
        (tmp_path / name / "src_text").mkdir()
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(tmp_path / "two"))
    assert find_workspace(port_folder) == Place(str(tmp_path / "two"))
    assert find_workspace(port_folder, str(tmp_path / "one")) == Place(str(tmp_path / "one"))


def test_elsewhere_the_bundled_workspace_answers(tmp_path):
    place = find_workspace(tmp_path)
    assert place == Place(str(bundled_root()), bundled=True)
    workspace = Workspace(place)
    assert workspace.diagnostics == ()
    assert len(workspace.claims) >= 150
    assert workspace.unusable == 0


@pytest.mark.parametrize("name", ["none", "file.txt", "empty"])
def test_a_named_folder_that_is_no_workspace(tmp_path, name):
    (tmp_path / "file.txt").write_text("")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        find_workspace(tmp_path, str(tmp_path / name))
    assert name in caught.value.message
    assert "claims/" in caught.value.mend


def test_what_a_workspace_holds(workspace):
    assert [claim.id for claim in workspace.claims] == ["port-staff", "port-reopened", "railway-agreement"]
    assert [source.id for source in workspace.sources] == list(workspace.documents) == ["port"]
    assert workspace.diagnostics == ()
    workspace.require_sound()


def test_quotes_are_read_from_the_text(workspace):
    [found] = workspace.anchored["port-staff"]
    assert found.span.of(found.document.text) == STAFF
    assert [item.evidence.stance for item in workspace.anchored["railway-agreement"]] == [
        Stance.SUPPORTS,
        Stance.REFUTES,
    ]
    assert workspace.unusable == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (STAFF, STAFF.replace("hundred", "thousand")),
        (STAFF, "the"),
        (f"'{STAFF}'", f"'{STAFF}'\nprefix = 'no'"),
        (f"'{STAFF}'", f"'{STAFF}'\nsuffix = 'no'"),
        ('speaker = "Ines Varga"', 'speaker = "Tomas Reyl"'),
    ],
)
def test_evidence_that_does_not_hold_is_left_out(changed, port, old, new):
    workspace = changed(claims=port.claims.replace(old, new))
    assert workspace.diagnostics == ()
    assert workspace.anchored["port-staff"] == ()
    assert workspace.unusable == 1


def test_context_decides_between_equal_places(changed, port):
    claims = port.claims.replace(f"'{STAFF}'", "'in the port today'\nprefix = 'work '\nsuffix = '.'")
    [found] = changed(claims=claims).anchored["port-staff"]
    assert found.document.turn_at(found.span.start).speaker == "Ines Varga"


def test_an_unknown_source_is_a_fault(changed, port):
    workspace = changed(claims=port.claims.replace('source = "port"', 'source = "prot"', 1))
    [fault] = workspace.diagnostics
    assert (fault.code, fault.claim, fault.mend) == ("FC108", "port-staff", "did you mean `port`?")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"sha256": "0" * 64}, ["FC203"]),
        ({"claims": "[[claim]]\n"}, ["FC104"] * 3),
        ({"claims": "="}, ["FC102"]),
    ],
)
def test_a_broken_workspace_gives_no_answers(changed, changes, codes):
    workspace = changed(**changes)
    with pytest.raises(WorkspaceError) as caught:
        workspace.require_sound()
    assert [fault.code for fault in caught.value.diagnostics] == codes
    assert str(len(codes)) in caught.value.message


def test_a_claim_by_its_id(workspace):
    assert workspace.claim("port-staff").tags == ("staff", "port")


@pytest.mark.parametrize(("name", "mend"), [("port-staf", "`port-staff`"), ("xyz", "factcheck list")])
def test_an_unknown_id_names_the_nearest(workspace, name, mend):
    with pytest.raises(InputError) as caught:
        workspace.claim(name)
    assert name in caught.value.message
    assert mend in caught.value.mend
    with pytest.raises(InputError):
        workspace.cite(name)


def test_a_passage_says_where_it_stands_and_how_to_cite_it(workspace):
    [passage] = workspace.cite("port-staff")
    assert (passage.source, passage.path, passage.issued) == ("port", "src_text/port.txt", "2024-06")
    assert (passage.speaker, passage.quote) == ("Ines Varga", STAFF)
    assert (passage.line, passage.column) == (9, 3)
    assert passage.citation == (
        "Ines Varga (harbour master), interview by Tomas Reyl, “The port is open again”, "
        "Lume Courier, June 2024, line 9."
    )


def test_places_are_those_of_the_text(workspace):
    document = workspace.documents["port"]
    for offset in (0, 5, document.text.index("railway"), len(document.text)):
        assert workspace.place(document, offset) == LineIndex(document.text).place(offset)
    assert str(workspace.location(document, 0)) == "src_text/port.txt:1:1"
    assert workspace.passage(document, Span(0, 4), Stance.REFUTES).stance is Stance.REFUTES


def test_sentences_that_no_claim_cites(workspace, port_folder):
    def uncited(of):
        return [span.of(document.text) for document, span in of.uncited]

    loose = [
        "Ines Varga, harbour master of Porto Lume: The port is open again",
        "- How many people work in the port today?",
        "According to unofficial figures, about forty of them are divers.",
        "We did not close the northern quay.",
        "We trust them.",
    ]
    assert uncited(workspace) == loose
    exception = '[[exception]]\nsource = "port"\nquote = "We trust them."\nreason = "r"\n'
    (port_folder / "claims" / "exceptions.toml").write_text(exception)
    assert uncited(Workspace(Place(port_folder))) == loose[:-1]
