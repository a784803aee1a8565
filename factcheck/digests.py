"""SHA-256 and BLAKE2b as Python itself has them: `hashlib` loads OpenSSL, which costs a start milliseconds.

The standard library's `random` goes the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    try:
        from _sha2 import sha256  # Python 3.12 and up
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256

_LONG = 1 << 20
"""Bytes from which OpenSSL, five times as fast, has made up for being loaded."""


def sha256_hex(*parts: bytes) -> str:
    """The SHA-256 of all parts on end, in hexadecimal."""
    make = sha256
    if sum(map(len, parts)) >= _LONG:
        from hashlib import sha256 as make
    digest = make()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def fingerprint(*parts: bytes) -> str:
    """The BLAKE2b (of 256 bits) of all parts on end, in hexadecimal: three times as fast as SHA-256 without OpenSSL."""
    digest = blake2b(digest_size=32)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
