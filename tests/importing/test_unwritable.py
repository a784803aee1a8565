"""Imports that cannot write: a full disk, a limit, what is no file. Nothing is lost, torn or left behind."""

import errno
import json
import os
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.finding import Place
from factcheck.importing import BATCH, Plan, import_claims, writing
from factcheck.importing.ratings import Ratings
from factcheck.importing.writing import state_path
from factcheck.workspace import Workspace

COUNT = 3 * BATCH


@pytest.fixture
def target(port_folder):
    return port_folder / "claims" / "f.jsonl"


@pytest.fixture
def aside(port_folder):
    return port_folder / "claims" / "f.rejected.jsonl"


@pytest.fixture
def imported(port_folder, target, aside):
    """Imports a file into claims/f.jsonl."""

    def run(path, kind="json", rejected=aside, keep=None):
        plan = Plan(path.name, kind, target, rejected, "claims/f.jsonl", "the rejected", Ratings())
        with path.open("rb") as stream:
            return import_claims(Workspace(Place(port_folder)), stream, plan, resumable=keep is None)

    return run


@pytest.fixture
def full(monkeypatch):
    """A disk with room for so many bytes of the two files: the last write takes a part, as real ones do."""
    real = os.write

    def limit(room, code=errno.ENOSPC):
        left = [room]

        def write(handle, data):
            if not left[0]:
                raise OSError(code, os.strerror(code))
            done = real(handle, data[: left[0]])
            left[0] -= done
            return done

        monkeypatch.setattr(writing.os, "write", write)

    def lift():
        monkeypatch.setattr(writing.os, "write", real)

    limit.lift = lift
    return limit


def ids(path):
    return [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]


def whole(path):
    data = path.read_bytes()
    return not data or data.endswith(b"\n")


@pytest.mark.parametrize("room", [0, 1, 1000, 200_000, 300_000, 500_000])
def test_what_does_not_fit_is_added_the_next_time(feed, imported, target, full, room):
    path = feed(COUNT)
    full(room)
    with pytest.raises(InputError, match=r"^claims/f\.jsonl: cannot be written: No space left") as told:
        imported(path)
    assert "make room" in told.value.mend
    assert "the same command again" in told.value.mend
    assert not target.exists() or (target.stat().st_size and whole(target))
    full.lift()
    done = imported(path)
    assert done.counts.items == COUNT
    assert len(ids(target)) == len(set(ids(target))) == COUNT
    assert not state_path(target).exists()


@pytest.mark.parametrize("often", [1, 2, 3])
def test_a_disk_that_is_full_again_and_again(feed, imported, target, full, often):
    path = feed(COUNT)
    for _ in range(often):
        full(200_000)
        with pytest.raises(InputError):
            imported(path)
    full.lift()
    assert imported(path).counts.items == COUNT
    assert len(ids(target)) == len(set(ids(target))) == COUNT


@pytest.mark.parametrize("often", [1, 2])
def test_no_item_is_counted_twice(feed, imported, full, often):
    """Room for the first batches, then for none of the next."""
    path = feed(COUNT)
    full(500_000)
    with pytest.raises(InputError):
        imported(path)
    for _ in range(often):
        full(1000)
        with pytest.raises(InputError):
            imported(path)
    full.lift()
    done = imported(path)
    assert (done.resumed, done.counts.added) == (2 * BATCH, COUNT)


def test_rejected_items_that_do_not_fit(feed, imported, target, aside, full, item):
    path = feed(BATCH, *(item(number, "Half true") for number in range(COUNT)))
    full(500_000)
    with pytest.raises(InputError, match=r"^the rejected: cannot be written: No space left"):
        imported(path)
    assert whole(aside)
    full.lift()
    assert imported(path).counts.items == COUNT + BATCH
    assert len(aside.read_bytes().splitlines()) == COUNT
    assert len(ids(target)) == BATCH


@pytest.mark.parametrize(
    ("code", "mend"),
    [
        (errno.EFBIG, "ulimit -f"),
        (errno.EDQUOT, "quota"),
        (errno.EACCES, "may write to"),
        (errno.EROFS, "another"),
    ],
)
def test_each_reason_has_its_mend(feed, imported, full, code, mend):
    full(0, code)
    with pytest.raises(InputError, match="cannot be written") as told:
        imported(feed(1))
    assert mend in told.value.mend


def test_nothing_is_kept_once_the_disk_has_lost_something(feed, imported, target, monkeypatch):
    path = feed(COUNT)
    calls = []

    def fsync(handle):
        calls.append(handle)
        if len(calls) == 5:  # the first four are of the state that is there before any claim
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(writing.os, "fsync", fsync)
    monkeypatch.setattr("factcheck.importing.KEPT_EVERY", -1.0)
    with pytest.raises(InputError, match="cannot be written"):
        imported(path)
    state = json.loads(state_path(target).read_bytes())
    assert state["point"][1] == 0
    monkeypatch.undo()
    assert imported(path).counts.items == COUNT
    assert len(ids(target)) == len(set(ids(target))) == COUNT


def test_claims_that_the_state_promises_and_the_file_lacks(feed, imported, target, aside, full, item):
    path = feed(COUNT, item(0, "Half true"))
    full(500_000)
    with pytest.raises(InputError):
        imported(path)
    assert state_path(target).exists()
    target.write_bytes(target.read_bytes()[:100_000])
    full.lift()
    done = imported(path)
    assert done.changed
    assert len(ids(target)) == len(set(ids(target))) == COUNT
    assert len(aside.read_bytes().splitlines()) == 1


@pytest.mark.parametrize("state", ["as it is", "of an older version"])
def test_a_torn_line_of_ours_is_cut_off_wherever_it_broke_off(feed, imported, target, monkeypatch, state):
    """A kill within the first batch: the claims file is torn, and only the first state is there."""
    path = feed(BATCH)

    class Killed(BaseException):
        pass

    real = os.write

    def write(handle, data):
        real(handle, data[:1001])
        raise Killed

    monkeypatch.setattr(writing.os, "write", write)
    monkeypatch.setattr(writing.Output, "stop", lambda *_: None)
    with pytest.raises(Killed):
        imported(path)
    assert not whole(target)
    monkeypatch.undo()
    if state != "as it is":
        state_path(target).write_text('{"format": 1}', encoding="utf-8")
    done = imported(path)
    assert done.counts.items == BATCH
    assert len(ids(target)) == len(set(ids(target))) == BATCH


def test_a_stream_that_cannot_be_read_again_leaves_whole_lines(feed, imported, target, full):
    full(500_000)
    with pytest.raises(InputError):
        imported(feed(COUNT), keep=False)
    assert target.stat().st_size
    assert whole(target)
    assert not state_path(target).exists()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("json", '[{"a": 1}]'.encode("utf-16")),
        ("jsonl", '{"statement": "Caf\u00e9 is shut."}\n'.encode("latin-1")),
        ("csv", "statement,rating\nCaf\u00e9 is shut.,False\n".encode("latin-1")),
        ("csv", "statement,rating\nCaf\u00e9 is shut.,False\n".encode("utf-16")),
    ],
)
def test_an_input_that_cannot_be_read_leaves_nothing_behind(tmp_path, imported, port_folder, kind, data):
    before = sorted(port_folder.rglob("*"))
    path = tmp_path / "in.txt"
    path.write_bytes(data)
    with pytest.raises(InputError):
        imported(path, kind)
    assert sorted(port_folder.rglob("*")) == before


def test_a_file_that_was_there_stays(tmp_path, imported, target):
    target.write_bytes(b"")
    path = tmp_path / "in.json"
    path.write_bytes("[1]".encode("utf-16"))
    with pytest.raises(InputError):
        imported(path)
    assert target.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_device_for_what_is_rejected(feed, imported, target, item, tmp_path):
    path = feed(2, item(3, "Half true"))
    for name in ("null", "full"):
        (tmp_path / name).symlink_to(f"/dev/{name}")
    with pytest.raises(InputError, match=r"^the rejected: cannot be written: No space left"):
        imported(path, rejected=tmp_path / "full")
    imported(path, rejected=tmp_path / "null")
    assert len(ids(target)) == 2
    imported(feed(3), rejected=tmp_path / "null")
    assert (tmp_path / "null").is_symlink()


def test_a_folder_for_what_is_rejected_that_is_not_there(feed, imported, target, tmp_path):
    with pytest.raises(InputError, match=r"^the rejected: cannot be written: No such file") as told:
        imported(feed(1), rejected=tmp_path / "none" / "x.jsonl")
    assert "a folder that exists" in told.value.mend
    assert not target.exists()


def test_what_is_no_file_is_not_written_to(feed, imported, target):
    target.mkdir()
    with pytest.raises(InputError, match=r"^claims/f\.jsonl: is not a file"):
        imported(feed(1))
