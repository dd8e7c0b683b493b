"""Fingerprints: short text that tells whether anything has changed."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b


def digest(text: str, size: int = 12) -> str:
    """Letters, two for each byte of `size`, that are the same only for the same text."""
    return blake2b(text.encode(), digest_size=size).hexdigest()


def digest_of(parts: Iterable[str]) -> str:
    """The same for several texts one after the other: where one ends and the next begins counts too."""
    return digest("\0".join(parts))
