"""What is asked of each new record: the required things, and the few without which it helps nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tno.field_names import name_of
from tno.frozen import frozen
from tno.records import KINDS
from tno.records.advice import Path, description, model_at
from tno.records.base import Part
from tno.records.channel import NEEDS
from tno.records.scalars import Refers, TermOf
from tno.rules.fields import metadata_of

UNTIL_FURTHER_NOTICE = "toistaiseksi"
"""Said in place of an agreement's last day."""
BODY = ("body",)
"""Where the prose of a Markdown file stands among the answers."""


@frozen
class Asked:
    """One question."""

    option: str
    """Name of the command's option, without the hyphens before it."""
    path: Path
    """Where the answer stands in the record."""
    label: str
    help: str
    vocabulary: str | None = None
    refers_to: str | None = None
    """Kind of the record that is named."""
    is_list: bool = False
    """Whether several answers may be given, with commas between."""
    item: str | None = None
    """Key that each of several answers gets in a mapping of its own."""

    def is_needed(self, values: Mapping[str, Any]) -> bool:
        """Whether what has been answered so far leaves the question open."""
        if self.path[:1] == ("channels",) and self.path[-1] != "type":
            return self.path[-1] in _first_need(values)
        if self.path == ("online_url",):
            return "place" not in values
        return True


def _first_need(values: Mapping[str, Any]) -> tuple[str, ...]:
    channels = values.get("channels") or [{}]
    return NEEDS.get(str(channels[0].get("type")), ())[:1]


def _asked(kind: str, *keys: str) -> tuple[Asked, ...]:
    return tuple(_one(KINDS[kind].model, key) for key in keys)


def _one(model: type[Part], key: str) -> Asked:
    """A question by the field's own name and help; `a.0.b` is a field of the first of several parts."""
    if key == "body":
        return Asked("text", BODY, name_of("body"), "Sivun teksti yhtenä kappaleena. Voit jatkaa sitä tiedostossa.")
    name, _, item = key.partition(":")
    path = tuple(int(step) if step.isdecimal() else step for step in name.split("."))
    info = _field(model_at(model, path[:-1]), str(path[-1]))
    marks = _field(model_at(model, path), item) if item else info
    help = _help(model, path)
    option = "channel" if path[-1] == "type" and len(path) > 1 else str(path[-1]).replace("_", "-")
    return Asked(
        option,
        path,
        name_of("channels" if option == "channel" else str(path[-1])),
        help,
        next((mark.vocabulary for mark in metadata_of(marks, TermOf)), None),
        next((mark.kind for mark in metadata_of(marks, Refers)), None),
        bool(item) or "tuple" in str(info.annotation),
        item or None,
    )


def _field(model: type[BaseModel] | None, key: str) -> FieldInfo:
    return next(info for name, info in (model or Part).model_fields.items() if (info.alias or name) == key)


def _help(model: type[Part], path: Path) -> str:
    if path == ("valid_until",):
        return f"Viimeinen voimassaolopäivä, tai sana {UNTIL_FURTHER_NOTICE}."
    if path in (("members",), ("parties",)):
        return f"{description(model, path)}: organisaatioiden tunnukset tai nimet."
    help = description(model, path)
    return help if help.endswith("…") else f"{help}."


ASKED: Mapping[str, tuple[Asked, ...]] = {
    "service": _asked(
        "service",
        *("name", "summary", "organisation", "kind", "target_groups", "topics", "areas", "languages"),
        *("channels.0.type", "channels.0.phone", "channels.0.email", "channels.0.url", "channels.0.place"),
    ),
    "event": _asked("event", "name", "kind", "organiser", "audience", "start", "end", "place", "online_url"),
    "organisation": _asked("organisation", "name", "sector", "municipality", "website"),
    "place": _asked("place", "name", "municipality", "street", "postal_code"),
    "group": _asked("group", "name", "type", "members:organisation"),
    "agreement": _asked("agreement", "name", "valid_from", "valid_until", "parties:organisation"),
    "practice": _asked("practice", "name", "problem", "what", "target_groups", "topics"),
    "document": _asked("document", "name", "kind", "summary", "url"),
    "page": _asked("page", "name", "summary", "body"),
}
"""Kind → its questions, in the order they are asked."""


def dates_of(kind: str) -> Iterator[str]:
    """Keys that get the day on which the record is made."""
    yield from ("published", "verified") if kind == "page" else ("verified",)
