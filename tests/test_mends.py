"""What to do about files that cannot be read or written."""

import errno

import pytest

from factcheck.mends import of_changing, of_going_on, of_reading, of_writing, reason_of


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.ENOENT, "a folder that exists"),
        (errno.EACCES, "may write to"),
        (errno.EROFS, "another disk"),
        (errno.EISDIR, "a file in it"),
        (errno.ENOSPC, "make room"),
        (errno.EFBIG, "ulimit -f"),
        (errno.ENAMETOOLONG, "shorter name"),
        (errno.EXDEV, "another file"),
    ],
)
def test_a_mend_for_writing_fits_what_is_wrong(number, mend):
    assert mend in of_writing(OSError(number, "no"))


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.EACCES, "right to write"),
        (errno.EROFS, "a copy of the workspace"),
        (errno.ENOSPC, "make room"),
        (errno.EIO, "look after the disk"),
        (errno.ENOLCK, "a copy of the workspace"),
        (errno.ENOTDIR, "check the path"),
        (errno.EFBIG, "ulimit -f"),
    ],
)
def test_a_mend_for_the_workspace_names_no_other_file(number, mend):
    told = of_changing(OSError(number, "no"))
    assert mend in told and "name " not in told


@pytest.mark.parametrize(
    ("number", "mend", "goes_on"),
    [
        (errno.ENOSPC, "make room", True),
        (errno.EFBIG, "ulimit -f", True),
        (errno.EACCES, "may write to", False),
        (errno.EISDIR, "a file in it", False),
    ],
)
def test_a_mend_for_what_goes_on_says_so(number, mend, goes_on):
    told = of_going_on(OSError(number, "no"))
    assert (mend in told, "the same command again" in told) == (True, goes_on)


@pytest.mark.parametrize(
    ("error", "mend"),
    [
        (PermissionError(errno.EACCES, "no"), "right to read"),
        (OSError(errno.ELOOP, "no"), "circle"),
        (IsADirectoryError(errno.EISDIR, "no"), "a file in it"),
        (OSError(errno.EIO, "no"), "disk"),
        (OSError("no number"), "check the path"),
        (ValueError("embedded null byte"), "check the path"),
    ],
)
def test_a_mend_for_reading_fits_what_is_wrong(error, mend):
    assert mend in of_reading(error)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied", "/a"), "Permission denied"),
        (OSError("words"), "words"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_a_reason_is_without_number_and_name(error, reason):
    assert reason_of(error) == reason
