"""Fingerprints: short text that tells whether anything has changed. They prove nothing to an enemy."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path


def digest(text: str, size: int = 12) -> str:
    """Letters, two for each byte of `size`, that are the same only for the same text."""
    return blake2b(text.encode(), digest_size=size).hexdigest()


def digest_of(parts: Iterable[str]) -> str:
    """The same for several texts one after the other: where one ends and the next begins counts too."""
    return digest("\0".join(parts))


def digest_of_bytes(data: bytes, size: int = 12) -> str:
    """The same for bytes."""
    return blake2b(data, digest_size=size).hexdigest()


def digest_of_files(files: Iterable[Path]) -> str:
    """One for several files' names and bytes, in the order given."""
    return digest_of(f"{file.name} {digest_of_bytes(file.read_bytes())}" for file in files)
