import os

import pytest

from factcheck.errors import InputError
from factcheck.files import Reader, decode, inside, read_bytes, read_text, write_atomic


def test_a_byte_order_mark_is_left_out_and_line_ends_stay(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffä\r\n".encode())
    assert read_text(path, "a.txt") == "ä\r\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [("none", "shown: there is no such file"), (".", "shown: is a folder"), ("a\0", "shown: cannot be read")],
)
def test_what_cannot_be_read(tmp_path, name, words):
    with pytest.raises(InputError) as caught:
        read_bytes(tmp_path / name, "shown")
    assert caught.value.message.startswith(words)


def test_a_file_below_a_file_cannot_be_read(tmp_path):
    (tmp_path / "a").write_text("")
    with pytest.raises(InputError, match="shown: cannot be read: Not a directory"):
        read_bytes(tmp_path / "a" / "b", "shown")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"ab\n\xff", "byte 0xff at offset 3 (line 2)"), (b"\xe2\x82", "byte 0xe2 at offset 0 (line 1)")],
)
def test_bytes_that_are_not_utf8(data, words):
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert caught.value.message == f"a.txt: not UTF-8: {words}"


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "root"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text("secret")
    (folder / "sub" / "in.txt").write_text("")
    return folder


@pytest.mark.parametrize("relative", ["sub/in.txt", "sub/../sub/in.txt", "not/there", "."])
def test_inside(root, relative):
    assert inside(root, relative) == (root / relative).resolve()


@pytest.mark.parametrize("relative", ["../outside.txt", "sub/../../outside.txt", "/etc/passwd", "a\0b"])
def test_outside(root, relative):
    assert inside(root, relative) is None


def test_links_that_lead_out(root):
    (root / "link.txt").symlink_to(root.parent / "outside.txt")
    (root / "up").symlink_to(root.parent)
    (root / "loop").symlink_to(root / "loop")
    assert inside(root, "link.txt") is None
    assert inside(root, "up/outside.txt") is None
    assert inside(root, "loop/x") is None


def test_a_link_that_stays_inside(root):
    (root / "link.txt").symlink_to(root / "sub" / "in.txt")
    assert inside(root, "link.txt") == (root / "sub" / "in.txt").resolve()


def test_writing_replaces_the_whole_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old and long")
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path):
    (tmp_path / "target.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("target.txt")
    write_atomic(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "target.txt").read_bytes() == b"new"


@pytest.mark.parametrize("relative", ["sub/in.txt", "sub/../sub/in.txt", "./sub/in.txt", "sub/link.txt"])
def test_a_reader_reads_what_lies_inside(root, relative):
    (root / "sub" / "in.txt").write_bytes(b"x" * 200_000)
    (root / "sub" / "link.txt").symlink_to("in.txt")
    reader = Reader(root)
    assert reader.read(relative) == reader.read(relative) == b"x" * 200_000


@pytest.mark.parametrize(
    "relative",
    ["../outside.txt", "up/outside.txt", "link.txt", "sub/../../outside.txt", "/etc/passwd", "a\0b"],
)
def test_a_reader_reads_nothing_that_lies_outside(root, relative):
    (root / "link.txt").symlink_to(root.parent / "outside.txt")
    (root / "up").symlink_to(root.parent)
    assert Reader(root).read(relative) is None


@pytest.mark.parametrize(
    ("relative", "words"),
    [("sub", "is a folder"), ("none.txt", "there is no such file"), ("sub/", "is a folder")],
)
def test_a_reader_says_what_cannot_be_read(root, relative, words):
    with pytest.raises(InputError, match=words):
        Reader(root).read(relative)
