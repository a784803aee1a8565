"""A workspace with an index on disk: the same answers, from what the files hold at that moment."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import factcheck
from benchmarks.sets import sample
from factcheck.archive.compiling import UNFINISHED
from factcheck.archive.indexing import build_index, index_status
from factcheck.archive.layout import CONTENTS, FOLDER, current_generation, folder_of
from factcheck.archive.opening import open_indexed
from factcheck.archive.reading import BatchReader, Counted
from factcheck.archive.workspace import IndexedWorkspace
from factcheck.checking import Asked, CheckTask, Part, Writer, fingerprint
from factcheck.errors import InputError, MissingExtraError, WorkspaceError
from factcheck.finding import Place, bundled_root
from factcheck.lookup import lookup
from factcheck.model import Location
from factcheck.statements import Statement
from factcheck.workspace import Workspace

STATEMENTS = Path(__file__).parents[1] / "benchmarks" / "data" / "statements" / "interview_dev.jsonl"
STAFF = "The port of Porto Lume employs more than 300 people."
MORE = """
[[claim]]
id = "port-divers"
statement = "About forty of the workers are divers, by unofficial figures."

[[claim.evidence]]
source = "port"
quote = 'According to unofficial figures, about forty of them are divers.'
"""


@pytest.fixture(params=["fts5", "tantivy"])
def engine(request):
    """Each engine, where it is installed."""
    if request.param == "tantivy":
        pytest.importorskip("tantivy")
    return request.param


@pytest.fixture
def indexed(port_folder, engine):
    """The invented workspace with an index."""
    build_index(Place(port_folder), engine)
    return port_folder


def opened(folder, notes=None):
    return open_indexed(Place(folder), (notes if notes is not None else []).append)


def reviewed(number, statement, stance="refutes"):
    review = {"stance": stance, "rating": "False", "publisher": "Lume Checks", "url": "https://example.org/1"}
    return json.dumps({"id": f"review-{number}", "statement": statement, "review": review}) + "\n"


def generation(folder):
    return current_generation(folder_of(folder))


@pytest.mark.parametrize("engine", ["fts5", "tantivy"])
def test_the_index_gives_the_same_labels(tmp_path, engine):
    if engine == "tantivy":
        pytest.importorskip("tantivy")
    for name in ("claims", "src_text"):
        shutil.copytree(bundled_root() / name, tmp_path / name)
    plain = Workspace(Place(tmp_path))
    build_index(Place(tmp_path), engine)
    archive = opened(tmp_path)
    assert isinstance(archive, IndexedWorkspace)
    rows = [json.loads(line) for line in STATEMENTS.read_text(encoding="utf-8").splitlines()]
    for row in sample(rows, 40):
        mine, theirs = lookup(archive, row["statement"]), lookup(plain, row["statement"])
        assert (mine.label, mine.reason) == (theirs.label, theirs.reason), row["statement"]
        if mine.label != "not-enough-info":
            assert mine.matches[0].evidence == theirs.matches[0].evidence


def test_what_is_read_by_key_is_what_the_files_hold(indexed):
    archive, plain = opened(indexed), Workspace(Place(indexed))
    assert isinstance(archive, IndexedWorkspace)
    assert archive.size == 3 and archive.has_claims and not archive.needs_index
    assert archive.claims == plain.claims
    assert dict(archive.anchored) == dict(plain.anchored)
    assert archive.uncited == plain.uncited
    assert archive.claim("port-staff") == plain.claim("port-staff")
    assert archive.cite("port-staff") == plain.cite("port-staff")
    assert dict(archive.documents) == dict(plain.documents)
    with pytest.raises(InputError, match="there is no claim `port-stuff`") as error:
        archive.claim("port-stuff")
    assert "port-staff" in error.value.mend


def test_sentences_that_no_claim_cites_are_left_out_on_demand(indexed):
    archive, plain = opened(indexed), Workspace(Place(indexed))
    query = "We did not close the northern quay."
    for curated_only in (False, True):
        mine = archive.search(query, 3, curated_only)
        theirs = plain.search(query, 3, curated_only)
        assert [candidate.texts for candidate in mine][:1] == [candidate.texts for candidate in theirs][:1]
    assert all(candidate.claim for candidate in archive.search(query, 3, True))


def test_claims_that_rest_on_a_review(port_folder, engine):
    lines = reviewed(1, "The lighthouse of Porto Lume was sold to a railway company.")
    (port_folder / "claims" / "archive.jsonl").write_text(lines, encoding="utf-8")
    build_index(Place(port_folder), engine)
    verdict = lookup(opened(port_folder), "The lighthouse of Porto Lume was sold to a railway company.")
    assert (verdict.label, verdict.matches[0].claim.id) == ("refuted", "review-1")
    assert verdict.matches[0].claim.location.line == 1


def change(folder, action):
    claims = folder / "claims"
    if action == "changed":
        path = claims / "port.toml"
        path.write_text(path.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    elif action == "added":
        (claims / "more.toml").write_text(MORE, encoding="utf-8")
    else:
        (claims / "more.toml").unlink()


def test_changed_claims_are_put_into_the_index(indexed):
    # Most of so small a workspace changes at once: with many others it is a small part.
    lines = "".join(reviewed(number, f"The quay number {number} was painted.") for number in range(40))
    (indexed / "claims" / "archive.jsonl").write_text(lines, encoding="utf-8")
    opened(indexed)
    built = generation(indexed)
    for action, count in (("added", 44), ("removed", 43), ("changed", 44)):
        notes = []
        change(indexed, action)
        archive = opened(indexed, notes)
        assert [note for note in notes if "bringing the index up to date" in note], action
        assert archive.size == count
        assert generation(indexed) == built
        plain = Workspace(Place(indexed))
        assert set(archive.anchored) == set(plain.anchored)
        text = "According to unofficial figures, about forty are divers."
        mine, theirs = lookup(archive, text), lookup(plain, text)
        assert mine.label == theirs.label
        assert mine.matches[0].claim == theirs.matches[0].claim
        assert index_status(Place(indexed)).is_current
    notes = []
    opened(indexed, notes)
    assert notes == []


def test_an_update_leaves_what_a_new_index_would_hold(indexed):
    lines = "".join(reviewed(number, f"The quay number {number} was painted.") for number in range(40))
    (indexed / "claims" / "archive.jsonl").write_text(lines, encoding="utf-8")
    opened(indexed)
    change(indexed, "changed")
    updated = opened(indexed)

    def held(archive):
        rows = archive.store.rows
        terms = rows("SELECT term, entries FROM terms ORDER BY term")
        texts = sorted(rows("SELECT id, terms FROM entries"), key=str)
        return terms, rows("SELECT * FROM grams ORDER BY gram"), texts, archive.store.statistics

    before = held(updated)
    build_index(Place(indexed), updated.store.engine)
    assert held(opened(indexed)) == before


def test_a_file_that_only_looks_changed_is_left_alone(indexed):
    path = indexed / "claims" / "port.toml"
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    notes = []
    built = generation(indexed)
    assert isinstance(opened(indexed, notes), IndexedWorkspace)
    assert (notes, generation(indexed)) == ([], built)


def test_a_change_with_nothing_to_show_for_it_is_noticed(indexed):
    path = indexed / "claims" / "port.toml"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Over three hundred people", "Some three hundred people", 1), encoding="utf-8"
    )
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert opened(indexed).claim("port-staff").statement.startswith("Some three hundred")


def test_a_source_that_has_changed_makes_no_answer(indexed):
    path = indexed / "src_text" / "port.txt"
    path.write_text(
        path.read_text(encoding="utf-8").replace("three hundred", "nine hundred"), encoding="utf-8"
    )
    with pytest.raises(WorkspaceError) as error:
        lookup(opened(indexed), STAFF)
    assert [fault.code for fault in error.value.diagnostics] == ["FC203"]


def test_a_source_that_changes_while_the_index_is_open_makes_no_answer(indexed):
    archive = opened(indexed)
    path = indexed / "src_text" / "port.txt"
    path.write_text(
        path.read_text(encoding="utf-8").replace("three hundred", "nine hundred"), encoding="utf-8"
    )
    with pytest.raises(WorkspaceError):
        lookup(archive, STAFF)


def test_a_source_taken_in_anew_is_indexed_anew(indexed, port):
    port.write(text=port.text.replace("about forty", "about fifty"))
    archive = opened(indexed)
    texts = [candidate.texts for candidate in archive.search("about fifty of them are divers", 1)]
    assert "about fifty" in texts[0][0]


def test_faults_are_told_as_without_an_index(indexed):
    path = indexed / "claims" / "again.toml"
    path.write_text(MORE.replace("port-divers", "port-staff"), encoding="utf-8")
    archive, plain = opened(indexed), Workspace(Place(indexed))
    assert archive.diagnostics == plain.diagnostics != ()
    with pytest.raises(WorkspaceError) as error:
        build_index(Place(indexed), "fts5")
    assert error.value.diagnostics == plain.diagnostics


@pytest.mark.parametrize(
    "fault",
    [
        '{"id": "x", "statement": "A.", "evidence": [{"source": "no-port", "quote": "A."}]}\n',
        '{"id": "x"}\n',
        "no json\n",
        reviewed(1, "A.") + reviewed(1, "B."),
    ],
)
def test_faults_of_lines_are_told_as_without_an_index(port_folder, fault):
    (port_folder / "claims" / "lines.jsonl").write_text(fault, encoding="utf-8")
    with pytest.raises(WorkspaceError) as error:
        build_index(Place(port_folder), "fts5")
    assert error.value.diagnostics == Workspace(Place(port_folder)).diagnostics


def damage_contents(folder, how):
    path = generation(folder) / CONTENTS
    data = path.read_bytes()
    if how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "garbage":
        path.write_bytes(b"\0" * len(data))
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "gone":
        path.unlink()
    elif how == "pages":
        path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    elif how == "flipped":
        place = data.index(b"Over three hundred people work in the port of")
        path.write_bytes(data[: place + 5] + b"T" + data[place + 6 :])
    elif how == "pointer":
        (folder / FOLDER / "current").write_text("../../elsewhere", encoding="ascii")
    elif how in ("meta", "version"):
        with closing(sqlite3.connect(path)) as connection:
            change = "DELETE FROM meta" if how == "meta" else "UPDATE meta SET value = 'another'"
            connection.execute(f"{change} WHERE name = 'version'")
            connection.commit()


@pytest.mark.parametrize("how", ["cut", "garbage", "empty", "gone", "pages", "flipped", "pointer"])
def test_a_damaged_index_is_built_anew(indexed, how):
    damage_contents(indexed, how)
    notes = []
    verdict = lookup(opened(indexed, notes), STAFF)
    assert verdict.label == "supported"
    assert verdict.matches[0].claim.statement.startswith("Over three hundred")
    assert notes
    assert index_status(Place(indexed)).is_current


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("cut", "malformed"),
        ("garbage", "not a database"),
        ("empty", "no such table"),
        ("gone", "contents.db is gone"),
        ("pages", "malformed"),
        ("pointer", "`current` names no index"),
        ("meta", "not whole: 'version'"),
    ],
)
def test_damage_is_told_as_damage(indexed, how, told):
    damage_contents(indexed, how)
    status = index_status(Place(indexed))
    assert (status.is_current, status.engine, status.is_of_another_version) == (False, None, False)
    assert told in status.damage
    assert build_index(Place(indexed), "fts5").is_current


def test_an_index_of_another_version_is_not_damaged(indexed):
    damage_contents(indexed, "version")
    status = index_status(Place(indexed))
    assert (status.is_current, status.damage, status.is_of_another_version) == (False, "", True)


def test_where_the_claims_cannot_be_listed_the_index_is_not_called_damaged(indexed):
    (indexed / "claims").rename(indexed / "elsewhere")
    with pytest.raises(FileNotFoundError):
        index_status(Place(indexed))


def test_a_damaged_index_of_tantivy_is_built_anew(port_folder):
    pytest.importorskip("tantivy")
    build_index(Place(port_folder), "tantivy")
    for path in (generation(port_folder) / "tantivy").iterdir():
        path.write_bytes(b"")
    assert lookup(opened(port_folder), STAFF).label == "supported"


def test_where_the_index_cannot_be_written_the_files_are_read(port_folder):
    (port_folder / FOLDER).write_text("no folder", encoding="utf-8")
    notes = []
    workspace = opened(port_folder, notes)
    assert not isinstance(workspace, IndexedWorkspace)
    assert lookup(workspace, STAFF).label == "supported"
    assert "cannot be written" in notes[0]


def damage(path, *, keep_time):
    """Change one byte in the middle of a file."""
    before = path.stat()
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))
    if keep_time:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    else:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000))


@pytest.mark.parametrize("ending", [".term", ".idx", ".store", ".fast", "meta.json"])
def test_a_file_of_tantivy_that_is_not_as_written_is_noticed(port_folder, ending):
    pytest.importorskip("tantivy")
    build_index(Place(port_folder), "tantivy")
    before = lookup(opened(port_folder), STAFF)
    old = generation(port_folder)
    path = next(path for path in (old / "tantivy").iterdir() if path.name.endswith(ending))
    damage(path, keep_time=False)
    notes = []
    workspace = opened(port_folder, notes)
    assert notes and generation(port_folder) != old
    assert lookup(workspace, STAFF) == before
    assert index_status(Place(port_folder), thorough=True).is_current


def test_damage_that_leaves_size_and_time_is_found_by_a_thorough_look(port_folder):
    pytest.importorskip("tantivy")
    build_index(Place(port_folder), "tantivy")
    path = next(path for path in (generation(port_folder) / "tantivy").iterdir() if path.suffix == ".term")
    damage(path, keep_time=True)
    assert index_status(Place(port_folder)).is_current
    status = index_status(Place(port_folder), thorough=True)
    assert path.name in status.damage and not status.is_current


def test_a_copy_of_an_index_is_as_good_and_looked_at_thoroughly_once(port_folder, tmp_path, monkeypatch):
    pytest.importorskip("tantivy")
    build_index(Place(port_folder), "tantivy")
    copy = tmp_path / "copy"
    shutil.copytree(port_folder, copy)
    for path in (generation(copy) / "tantivy").iterdir():
        os.utime(path, ns=(1, 1))
    notes = []
    assert isinstance(opened(copy, notes), IndexedWorkspace)
    assert notes == []
    hashed = []
    monkeypatch.setattr("factcheck.archive.seals.file_hash", hashed.append)
    assert isinstance(opened(copy, notes), IndexedWorkspace)
    assert (notes, hashed) == ([], [])


def test_an_index_of_tantivy_that_was_brought_up_to_date_is_sealed_anew(port_folder):
    pytest.importorskip("tantivy")
    build_index(Place(port_folder), "tantivy")
    old = generation(port_folder)
    more = "".join(reviewed(number, f"The port was sold {number} times.") for number in range(2))
    (port_folder / "claims" / "more.jsonl").write_text(more, encoding="utf-8")
    opened(port_folder)
    notes = []
    opened(port_folder, notes)
    status = index_status(Place(port_folder), thorough=True)
    assert (notes, generation(port_folder), status.damage, status.is_current) == ([], old, "", True)


def test_an_index_of_tantivy_without_tantivy_names_the_extra(port_folder, monkeypatch):
    pytest.importorskip("tantivy")
    build_index(Place(port_folder), "tantivy")
    monkeypatch.setitem(sys.modules, "tantivy", None)
    with pytest.raises(MissingExtraError, match="tantivy") as error:
        opened(port_folder)
    assert "factcheck-cli[archive]" in error.value.mend
    with pytest.raises(MissingExtraError):
        build_index(Place(port_folder), "tantivy")


def test_a_lock_that_is_none_is_replaced(indexed):
    (indexed / FOLDER / "lock").write_bytes(b"not a lock" * 1000)
    assert build_index(Place(indexed), "fts5").is_current


def test_an_index_of_another_version_is_built_anew(indexed):
    connection = sqlite3.connect(generation(indexed) / CONTENTS)
    with connection:
        connection.execute("UPDATE meta SET value = 'another' WHERE name = 'version'")
    connection.close()
    assert lookup(opened(indexed), STAFF).label == "supported"


def test_what_killed_builders_leave_behind_goes(indexed):
    left = indexed / FOLDER / f"{UNFINISHED}0"
    left.mkdir()
    build_index(Place(indexed), "fts5")
    kept = {path.name for path in (indexed / FOLDER).iterdir()}
    assert kept == {".gitignore", "current", "lock", generation(indexed).name}


def test_builders_and_readers_at_once(port_folder):
    command = [sys.executable, "-m", "factcheck"]
    build, ask = (
        [*command, "index", "--engine", "fts5"],
        [*command, "lookup", "--output-format", "json", STAFF],
    )
    (port_folder / FOLDER).mkdir()
    package = str(Path(factcheck.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": package, "FACTCHECK_CACHE_DIR": ""}
    processes = [
        subprocess.Popen(
            one, cwd=port_folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
        for one in (build, ask, build, ask, ask)
    ]
    for process in processes:
        out, error = process.communicate(timeout=120)
        assert process.returncode == 0, error
        if process.args == ask:
            assert json.loads(out)["label"] == "supported"
    assert index_status(Place(port_folder)).is_current


def test_the_python_interface_answers_from_the_index(indexed):
    workspace = factcheck.open_workspace(indexed)
    assert isinstance(workspace, IndexedWorkspace) and isinstance(workspace, factcheck.Workspace)
    assert workspace.lookup(STAFF).label == "supported"


def nothing_is_read(*_):
    raise AssertionError("the claims of all files are read")


@pytest.fixture
def unread(indexed, monkeypatch):
    """An indexed workspace of which nobody may read all claims."""
    monkeypatch.setattr(Workspace, "claims", property(nothing_is_read))
    return indexed


def test_a_worker_answers_from_the_index(unread):
    work = CheckTask(Place(unread), Asked(), Writer()).open()
    statement = Statement(STAFF, Location("a.txt"))
    assert [found.verdict.label for found in work(Part((statement,), True)).answers] == ["supported"]
    whole = fingerprint(opened(unread))
    CheckTask(Place(unread), Asked(), Writer(), whole).open()


@pytest.mark.parametrize("beginning", ["", "port-s", "port-staff", "staff", "%", "\U0010ffff"])
def test_ids_are_completed_from_the_index(unread, monkeypatch, beginning):
    found = opened(unread).claims_beginning(beginning)
    monkeypatch.undo()
    known = Workspace(Place(unread)).claims
    assert {claim.id: claim for claim in found} == {
        claim.id: claim for claim in known if claim.id.startswith(beginning)
    }
    assert Workspace(Place(unread)).claims_beginning(beginning) == [
        claim for claim in known if claim in found
    ]


def test_terms_of_toml_claims_without_evidence_are_counted(port_folder, engine):
    review = '[claim.review]\nstance = "refutes"\nrating = "False"\npublisher = "P"\nurl = "https://example.org/1"\n'
    text = f'[[claim]]\nid = "zeppelin"\nstatement = "A zeppelin landed in the port."\n{review}'
    (port_folder / "claims" / "zeppelin.toml").write_text(text, encoding="utf-8")
    build_index(Place(port_folder), engine)
    store = opened(port_folder).store
    (known,) = store.known(["zeppelin"])
    assert known.entries == 1
    assert store.has_word("zeppelin")


def test_several_readers_count_as_one():
    lines = [
        reviewed(number, f"Word{number % 3} stands beside word{number % 5} here.") for number in range(40)
    ]
    readers = [BatchReader([], number) for number in range(3)]
    several, one = Counted(), Counted()
    for start in range(0, 40, 4):
        data = "".join(lines[start : start + 4]).encode()
        several.take(readers[start % 3].read(data, 1))
    one.take(BatchReader([]).read("".join(lines).encode(), 1))
    assert several.frequencies() == one.frequencies()
    assert one.frequencies()["stand"] == 40
