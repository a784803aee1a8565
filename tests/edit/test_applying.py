"""Writing: whole files, one writer at a time, never over a stranger's change."""

import errno
import multiprocessing
import os
import stat
import time

import pytest

from factcheck.edit.applying import LOCK_FILE, apply, diff, locked, read_for_edit
from factcheck.errors import InputError
from factcheck.files import TEMPORARY
from factcheck.model import Edit


def test_edits_are_written_in_their_order(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    written = apply(tmp_path, [Edit("a.txt", b"old", b"new"), Edit("sub/b.txt", None, b"b")])
    assert written == ("a.txt", "sub/b.txt")
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert (tmp_path / "sub" / "b.txt").read_bytes() == b"b"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "sub"]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Edit("b.txt", b"other", b"new"), "b.txt: changed since it was read"),
        (Edit("b.txt", None, b"new"), "b.txt: exists already"),
        (Edit("none.txt", b"old", b"new"), "none.txt: there is no such file"),
        (Edit("../out.txt", None, b"new"), "../out.txt: leads out of the workspace"),
        (Edit("/out.txt", None, b"new"), "/out.txt: leads out of the workspace"),
    ],
)
def test_nothing_is_written_where_one_edit_does_not_fit(tmp_path, edit, words):
    root = tmp_path / "root"
    root.mkdir()
    for name in ("a.txt", "b.txt"):
        (root / name).write_bytes(b"old")
    with pytest.raises(InputError) as caught:
        apply(root, [Edit("a.txt", b"old", b"new"), edit])
    assert caught.value.message.startswith(words)
    assert {path.name: path.read_bytes() for path in root.iterdir()} == {"a.txt": b"old", "b.txt": b"old"}
    assert list(tmp_path.iterdir()) == [root]


def test_links_that_lead_out_are_refused_and_others_stay_links(tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "outside.txt").write_bytes(b"old")
    (root / "out.txt").symlink_to(tmp_path / "outside.txt")
    (root / "target.txt").write_bytes(b"old")
    (root / "in.txt").symlink_to("target.txt")
    with pytest.raises(InputError, match=r"leads out"):
        apply(root, [Edit("out.txt", b"old", b"new")])
    with pytest.raises(InputError, match=r"leads out"):
        read_for_edit(root, "out.txt")
    apply(root, [Edit("in.txt", b"old", b"new")])
    assert (tmp_path / "outside.txt").read_bytes() == b"old"
    assert (root / "in.txt").is_symlink()
    assert (root / "target.txt").read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_stay(tmp_path, mode):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    apply(tmp_path, [Edit("a.txt", b"old", b"new")])
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_failed_write_is_told(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(InputError, match=r"a.txt: cannot be written: No space left"):
        apply(tmp_path, [Edit("a.txt", None, b"new")])
    assert list(tmp_path.iterdir()) == []


def test_old_leftovers_are_removed_and_new_ones_are_somebody_elses(tmp_path):
    old, new = tmp_path / f"{TEMPORARY}old", tmp_path / f"{TEMPORARY}new"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    apply(tmp_path, [Edit("a.txt", None, b"new")])
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize(
    ("edit", "shown"),
    [
        (Edit("a", b"1\n2\n", b"1\n3\n"), "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 1\n-2\n+3\n"),
        (Edit("a", None, b"1\n"), "--- /dev/null\n+++ b/a\n@@ -0,0 +1 @@\n+1\n"),
        (
            Edit("a", b"1", b"2"),
            "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+2\n\\ No newline at end of file\n",
        ),
        (
            Edit("a", b"x\xe2\x80\xa8y\n", b"x\xe2\x80\xa8z\n"),
            "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\u2028y\n+x\u2028z\n",
        ),
        (Edit("a", None, b"\0"), "Binary file a is new\n"),
        (Edit("a", b"1", b"1"), ""),
    ],
)
def test_diff(edit, shown):
    assert diff([edit]) == shown


def test_the_lock_leaves_nothing_behind(tmp_path):
    with locked(tmp_path):
        assert (tmp_path / LOCK_FILE).read_text() == f"{os.getpid()}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_second_writer_waits_and_then_says_who_is_writing(tmp_path):
    with (
        locked(tmp_path),
        pytest.raises(InputError, match=rf"another factcheck \(process {os.getpid()}\)"),
        locked(tmp_path, patience=0.05),
    ):
        pass


def test_a_lock_file_that_a_killed_process_left_holds_nobody_up(tmp_path):
    (tmp_path / LOCK_FILE).write_text("12345\n")
    with locked(tmp_path, patience=0):
        assert (tmp_path / LOCK_FILE).read_text() == f"{os.getpid()}\n"


def test_a_lock_file_is_no_link(tmp_path):
    (tmp_path / "target").write_text("kept")
    (tmp_path / LOCK_FILE).symlink_to("target")
    with pytest.raises(InputError, match="cannot be written"), locked(tmp_path, patience=0):
        pass
    assert (tmp_path / "target").read_text() == "kept"


def test_a_lock_that_a_full_disk_does_not_take_is_told_with_a_mend_and_leaves_nothing(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", fail)
    expected = pytest.raises(InputError, match=f"{LOCK_FILE}: cannot be written: No space left")
    with expected as told, locked(tmp_path, patience=0):
        pass
    assert "make room" in told.value.mend
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="the locks of POSIX")
def test_a_disk_without_locks_is_told_with_a_mend(tmp_path, monkeypatch):
    import fcntl

    def fail(*_):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", fail)
    expected = pytest.raises(InputError, match=f"{LOCK_FILE}: cannot be locked: No locks")
    with expected as told, locked(tmp_path, patience=0):
        pass
    assert "a copy of the workspace" in told.value.mend


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be written"), locked(tmp_path / "none", patience=0):
        pass


def _count_up(root, times):
    for _ in range(times):
        with locked(root):
            old = read_for_edit(root, "count")
            apply(root, [Edit("count", old, b"%d" % (int(old or b"0") + 1))])


def test_writers_at_once_lose_nothing(tmp_path):
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_count_up, args=(tmp_path, 10)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert (tmp_path / "count").read_bytes() == b"40"
