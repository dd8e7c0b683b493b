"""The portal's own settings: `extra.tno` of mkdocs.yml, with what each number means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tno.frozen import frozen

CONFIGURATION = "mkdocs.yml"
REPOSITORIES = ("public", "private")
TOLD: Mapping[str, str] = {
    "name": "Lapin elinvoimakeskus",
    "accessibility_email": "saavutettavuus@kunta.fi",
    "phone": "016 123 4567",
    "assessed": "21.11.2026",
    "privacy_email": "tietosuoja@kunta.fi",
    "host": "Valtori",
}
"""Every fact that must be told → one written well."""


@frozen
class Publisher:
    """`extra.tno.publisher`; what nobody has told yet is empty."""

    name: str = ""
    """Organisation that answers for the site."""
    accessibility_email: str = ""
    """Where faults of accessibility are told; answered within 14 days."""
    phone: str = ""
    """For those who cannot write."""
    form: str = ""
    """Address of a feedback form that needs no account; may stay empty, e-mail is enough for the law."""
    assessed: str = ""
    """When the accessibility was last assessed: 21.11.2026."""
    privacy_email: str = ""
    """Where one asks about personal data."""
    host: str = ""
    """Who keeps the server and its log."""

    @classmethod
    def from_given(cls, given: Any) -> Publisher:
        """The facts of a mapping; unknown keys and values that are no text are a `ValueError` that names them."""
        values = {} if given is None else given
        if not isinstance(values, Mapping):
            raise ValueError(f"extra.tno.publisher: {given!r} is not a mapping")
        if unknown := sorted(set(values) - {field.name for field in fields(cls)}):
            raise ValueError(f"extra.tno.publisher: unknown {', '.join(unknown)}")
        for name, value in values.items():
            if value is not None and type(value) is not str:
                raise ValueError(f"extra.tno.publisher.{name}: {value!r} is not a text: put it in quotation marks")
        return cls(**{name: (value or "").strip() for name, value in values.items()})

    @property
    def blanks(self) -> tuple[str, ...]:
        """The facts that must be told and are not."""
        return tuple(name for name in TOLD if not getattr(self, name))


@frozen
class Tiles:
    """`extra.tno.tiles`: a street map that a visitor may ask for. Without it no request leaves the site."""

    url: str = ""
    """Address of a picture: `https://…/{z}/{x}/{y}.png`; empty: there is no street map."""
    attribution: str = ""
    """Whose map it is, as its licence asks: © OpenStreetMap-tekijät."""
    attribution_url: str = ""
    """Where the attribution leads; may stay empty."""
    service_name: str = ""
    """Who gets to know a visitor's IP address: shown before anything is asked for."""
    privacy_url: str = ""
    """What that service says of privacy."""
    max_native_zoom: int = 19
    """The closest zoom of which the service has pictures."""

    @classmethod
    def from_given(cls, given: Any) -> Tiles:
        """The facts of a mapping; what is unknown, missing or wrong is a `ValueError` that names it."""
        values = {} if given is None else given
        if not isinstance(values, Mapping):
            raise ValueError(f"extra.tno.tiles: {given!r} is not a mapping")
        if unknown := sorted(set(values) - {field.name for field in fields(cls)}):
            raise ValueError(f"extra.tno.tiles: unknown {', '.join(unknown)}")
        for field in fields(cls):
            value = values.get(field.name, field.default)
            if value is not None and type(value) is not type(field.default):
                raise ValueError(f"extra.tno.tiles.{field.name}: {value!r} is not a {type(field.default).__name__}")
        tiles = cls(**{name: value for name, value in values.items() if value is not None})
        if not tiles.url:
            return cls()
        for name in ("url", "privacy_url", *(("attribution_url",) if tiles.attribution_url else ())):
            if not getattr(tiles, name).startswith("https://"):
                raise ValueError(f"extra.tno.tiles.{name}: {getattr(tiles, name)!r} does not begin with https://")
        if missing := [mark for mark in ("{z}", "{x}", "{y}") if mark not in tiles.url]:
            raise ValueError(f"extra.tno.tiles.url: {tiles.url!r} has no {', '.join(missing)}")
        if blank := [name for name in ("attribution", "service_name") if not getattr(tiles, name).strip()]:
            raise ValueError(f"extra.tno.tiles: {', '.join(blank)} must be told")
        return tiles


@frozen
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
    links_agent: str = "tno-links"
    """How the nightly check of links names itself to the servers it asks; the site's address is added."""
    plan_due: str = "1.9."
    """The day of the year by which an ELO group has next year's plan."""
    report_due: str = "31.12."
    """The day of the year by which it has the year's report."""
    publisher: Publisher = Publisher()
    """Who answers for the site."""
    tiles: Tiles = Tiles()
    """The street map that a visitor may ask for."""

    @classmethod
    def from_extra(cls, extra: Mapping[str, Any]) -> Settings:
        """Settings from mkdocs.yml's `extra` mapping."""
        given = dict(extra.get("tno") or {})
        if unknown := sorted(set(given) - {field.name for field in fields(cls)}):
            raise ValueError(f"extra.tno: unknown {', '.join(unknown)}")
        given["publisher"] = Publisher.from_given(given.get("publisher"))
        given["tiles"] = Tiles.from_given(given.get("tiles"))
        for field in fields(cls):
            value = given.get(field.name, field.default)
            if type(value) is not type(field.default) or (type(value) is int and value < 0):
                raise ValueError(f"extra.tno.{field.name}: {value!r} is not a {type(field.default).__name__}")
        for name in ("plan_due", "report_due"):
            try:
                day_of_year(given.get(name, getattr(cls(), name)))
            except ValueError as error:
                raise ValueError(f'extra.tno.{name}: {given[name]!r} is no day of a year, e.g. "31.12."') from error
        if given.get("repository", "private") not in REPOSITORIES:
            raise ValueError(f"extra.tno.repository: {given['repository']!r} is none of {', '.join(REPOSITORIES)}")
        return cls(**given)


def day_of_year(text: str) -> tuple[int, int]:
    """(month, day) of "31.12.".

    Raises:
        ValueError: when there is no such day in every year.
    """
    day, month = (int(part) for part in text.removesuffix(".").split("."))
    date(2025, month, day)
    return month, day


class _LenientLoader(yaml.CSafeLoader):
    """mkdocs.yml without MkDocs: tags such as `!ENV` are read as nothing."""


_LenientLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(root: Path) -> Settings:
    """Settings of the project at `root`; defaults when it has no mkdocs.yml."""
    file = root / CONFIGURATION
    if not file.is_file():
        return Settings()
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=_LenientLoader)
    return Settings.from_extra((data or {}).get("extra") or {})
