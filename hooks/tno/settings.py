"""The portal's own settings: `extra.tno` of mkdocs.yml, with what each number means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

REPOSITORIES = ("public", "private")


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds and facts of this installation. Unknown keys in the file are a `ValueError` that names them."""

    repository: str = "private"
    """`public`: the repository's files are open to everyone, so members' content in it is an error."""
    agreement_warned_days: int = 180
    """An agreement is "päättymässä" this many days before its last day."""
    agreement_draft_days: int = 90
    """A draft of the renewal is offered this many days before the last day."""
    reminded_months: int = 6
    """The maintainer is reminded when content was checked this long ago."""
    marked_months: int = 12
    """Content is marked on its page, and the checks warn."""
    hidden_months: int = 18
    """Content leaves the finder; its page stays."""
    summary_length: int = 150
    """Characters of a service's summary."""
    body_length: int = 2500
    """Characters of a description, advised."""
    horizon_days: int = 35
    """How far ahead opening hours are written out."""

    @classmethod
    def from_extra(cls, extra: Mapping[str, Any]) -> Settings:
        """Settings from mkdocs.yml's `extra` mapping."""
        given = dict(extra.get("tno") or {})
        if unknown := sorted(set(given) - {field.name for field in fields(cls)}):
            raise ValueError(f"extra.tno: unknown {', '.join(unknown)}")
        for field in fields(cls):
            value = given.get(field.name, field.default)
            if type(value) is not type(field.default) or (type(value) is int and value < 0):
                raise ValueError(f"extra.tno.{field.name}: {value!r} is not a {type(field.default).__name__}")
        if given.get("repository", "private") not in REPOSITORIES:
            raise ValueError(f"extra.tno.repository: {given['repository']!r} is none of {', '.join(REPOSITORIES)}")
        return cls(**given)


class _LenientLoader(yaml.CSafeLoader):
    """mkdocs.yml without MkDocs: tags such as `!ENV` are read as nothing."""


_LenientLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(root: Path) -> Settings:
    """Settings of the project at `root`; defaults when it has no mkdocs.yml."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        return Settings()
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=_LenientLoader)
    return Settings.from_extra((data or {}).get("extra") or {})
