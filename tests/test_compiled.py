"""A workspace that is kept: what comes back is what was kept, and nothing that is damaged."""

import pytest

from factcheck.compiled import dump, dump_sources, load, load_sources
from factcheck.contents import ClaimsFolder
from factcheck.finding import Place
from factcheck.lookup import lookup
from factcheck.model import Span
from factcheck.workspace import Workspace


@pytest.fixture
def opened(port_folder, tmp_path, monkeypatch):
    """Opens the invented workspace anew, with a cache folder of its own."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return lambda: Workspace(Place(port_folder))


@pytest.fixture
def kept(opened):
    """The workspace, what its evidence is anchored to, and all of it as bytes."""
    workspace = opened()
    anchors = {
        claim.id: tuple(found.span for found in workspace.anchored[claim.id]) for claim in workspace.claims
    }
    anchors["port-reopened"] = (None,)
    folder = ClaimsFolder(workspace.claims, workspace.aliases, workspace.exceptions, ())
    return workspace, anchors, dump(folder, anchors, [("port", Span(3, 9))], ["port", "railway"])


def test_what_was_kept_comes_back(kept):
    workspace, anchors, data = kept
    found = load(data)
    assert len(found) == 3
    for number, claim in enumerate(workspace.claims):
        assert found.claim(number) == (claim, anchors[claim.id])
    assert (found.held, found.unusable) == ([0, 2], 1)
    assert (found.uncited, found.words) == ((("port", Span(3, 9)),), ("port", "railway"))
    assert load_sources(dump_sources(workspace.sources)) == workspace.sources


def test_nothing_comes_back_of_a_damaged_entry(kept):
    data = kept[2]
    for damaged in (b"", b"\n", data[:-1], data[:40], data + b"x", data.replace(b"hundred", b"thousand")):
        assert load(damaged) is None


def test_a_kept_workspace_answers_as_before(opened):
    statement = "Over three hundred people work in the port of Porto Lume."
    first, again = opened(), opened()
    assert lookup(first, statement) == lookup(again, statement)
    assert again.has_claims
    assert again.claims == first.claims
    assert again.candidates == first.candidates
    assert (again.anchored, again.unusable) == (first.anchored, first.unusable)


def test_a_quote_is_believed_only_where_it_stands(opened, port_folder):
    first = opened()
    lookup(first, "The port is open.")
    text = port_folder / "src_text" / "port.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("hundred", "thousand"), encoding="utf-8")
    assert [fault.code for fault in opened().diagnostics] == ["FC203"]
