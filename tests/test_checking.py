"""The task of a `check` as other processes open it, and the hash that says which workspace it is of."""

import pickle

import pytest

from factcheck.checking import Asked, CheckTask, Part, Writer, fingerprint
from factcheck.errors import InputError
from factcheck.finding import Place
from factcheck.fingerprint import workspace_fingerprint
from factcheck.model import Label, Location
from factcheck.reporters.layout import Style
from factcheck.statements import Statement
from factcheck.workspace import Workspace

SAID = Statement("Over three hundred people work in the port of Porto Lume.", Location("a.txt"))


def task(folder, **options):
    writer = Writer(formats=(("jsonl", Style()), ("concise", Style())))
    return pickle.loads(pickle.dumps(CheckTask(Place(folder), Asked(), writer, **options)))


def test_a_task_travels_and_answers(port_folder):
    one = task(port_folder, fingerprint=fingerprint(Workspace(Place(port_folder))))
    assert one == task(port_folder, fingerprint=one.fingerprint)
    assert hash(one) == hash(task(port_folder, fingerprint=one.fingerprint))
    work = one.open()
    whole = work(Part((SAID,), True))
    assert [answer.verdict.label for answer in whole.answers] == [Label.SUPPORTED]
    assert whole.written is None
    written = pickle.loads(pickle.dumps(work(Part((SAID, SAID), False)))).written
    assert written.texts[0][0].count("\n") == 2
    assert written.texts[1] == ("", "")
    assert written.tally.labels == (2, 0, 0, 0)


@pytest.mark.parametrize(
    ("options", "message"),
    [({"version": "0.0.0"}, "not 0.0.0"), ({"fingerprint": "0" * 64}, "another workspace")],
)
def test_a_worker_that_would_answer_otherwise_says_so(port_folder, options, message):
    with pytest.raises(InputError, match=message) as caught:
        task(port_folder, **options).open()
    assert caught.value.mend


def test_a_worker_that_sees_no_workspace_says_so(tmp_path):
    with pytest.raises(InputError, match="no workspace there"):
        task(tmp_path / "missing").open()


def changed(folder, name, text):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("claims/more.toml", False),
        ("claims/below/more.toml", False),
        ("src_text/more.txt", False),
        ("claims/.more.toml.swp", True),
        ("src_text/.git/more", True),
        ("drafts/more.txt", True),
        ("more.txt", True),
    ],
)
def test_the_fingerprint_is_of_claims_and_sources(port_folder, name, same):
    before = workspace_fingerprint(port_folder)
    changed(port_folder, name, "more\n")
    assert (workspace_fingerprint(port_folder) == before) is same


def test_the_fingerprint_holds_names_and_contents_apart(tmp_path):
    for folder, names in (("one", ("a", "bc")), ("two", ("ab", "c"))):
        for name in names:
            changed(tmp_path / folder, f"claims/{name}", "text")
    changed(tmp_path / "three", "claims/a", "other")
    found = {workspace_fingerprint(tmp_path / folder) for folder in ("one", "two", "three", "four")}
    assert len(found) == 4


def test_the_fingerprint_holds_texts_that_lie_elsewhere(tmp_path):
    changed(tmp_path, "texts/a.txt", "one")
    before = workspace_fingerprint(tmp_path, ["texts/a.txt", "texts/missing.txt"])
    changed(tmp_path, "texts/a.txt", "two")
    assert workspace_fingerprint(tmp_path, ["texts/a.txt", "texts/missing.txt"]) != before


def test_the_same_files_elsewhere_have_the_same_fingerprint(port_folder, tmp_path):
    copy = tmp_path / "copy"
    for path in port_folder.rglob("*"):
        if path.is_file():
            changed(copy, str(path.relative_to(port_folder)), path.read_text("utf-8"))
    assert workspace_fingerprint(copy) == workspace_fingerprint(port_folder)
