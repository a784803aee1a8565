"""Whether the files that tantivy keeps beside the tables are those that were written.

tantivy reads them as they lie there: a term that is damaged is simply not found. So their sizes, times and
SHA-256 are noted when they are finished. Sizes and times are looked at whenever the index is opened, and a
file is hashed where its time is another: hashing all of a large index at every start would take seconds.
Damage that leaves size and time as they were is found by a thorough look only (`factcheck index --status`).
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from factcheck.archive.stamps import file_hash
from factcheck.index.engines import DamagedIndexError


def seal(folder: Path) -> str:
    """What is noted of the finished files of a folder. Raises `OSError`."""
    noted = {}
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_file() and not entry.name.startswith("."):  # those are locks, and a list for deleting
            found = entry.stat()
            noted[entry.name] = [found.st_size, found.st_mtime_ns, file_hash(Path(entry.path))]
    return json.dumps(noted)


def check(folder: Path, noted: str, *, thorough: bool = False) -> bool:
    """Whether all times are as noted; `thorough` hashes every file, whatever its time.

    Raises `DamagedIndexError` where a file is missing or is not what was written.
    """
    same_times = True
    try:
        for name, (size, mtime, digest) in json.loads(noted).items():
            found = (folder / name).stat()
            if found.st_size != size:
                raise DamagedIndexError(f"{name} has another size")
            same_times = same_times and found.st_mtime_ns == mtime
            if (thorough or found.st_mtime_ns != mtime) and file_hash(folder / name) != digest:
                raise DamagedIndexError(f"{name} is not what was written")
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise DamagedIndexError(str(error)) from error
    return same_times
