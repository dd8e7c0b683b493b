"""Who publishes the site: facts that the law wants on pages written by hand, and what is said while they are blank.

A page written by hand holds `{{ publisher.name }}` where a fact stands; `{{ publisher.notice }}` says which facts
of the page are still missing, and is nothing when none is. Source: Act on the Provision of Digital Services (306/2019).
"""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import yaml
from markupsafe import Markup, escape

from tno.model.network import Network
from tno.position import Position
from tno.problem import Problem
from tno.records import Service
from tno.settings import CONFIGURATION, TOLD, Publisher, Tiles
from tno.words import Words

WAY = ("extra", "tno", "publisher")
"""Where the publisher's facts stand in the configuration."""
NO_TILES = Tiles()
_TILES = re.compile(r"\{\{ *tiles\.notice *\}\}")
_MARK = re.compile(r"\{\{ *publisher\.(\w+) *\}\}")


def publisher_problems(publisher: Publisher, network: Network, root: Path) -> list[Problem]:
    """A warning for each blank, at its line of mkdocs.yml. A site of invented services alone needs no publisher."""
    if not (blanks := publisher.blanks) or not has_real_services(network):
        return []
    places = _places(root)
    whole = places.get("", Position(CONFIGURATION))
    return [
        Problem("publisher-blank", places.get(name, whole), {"value": name, "example": TOLD[name]}) for name in blanks
    ]


def has_real_services(network: Network) -> bool:
    """Whether a region has a service that is not invented. (The national section lists what others publish, too.)"""
    return any(
        not (region.profile.example if service.example is None else service.example)
        for region in network.regions.values()
        if not region.is_national
        for service in region.all_of(Service)
    )


def filled(markdown: str, publisher: Publisher, w: Words, tiles: Tiles = NO_TILES) -> str:
    """A page written by hand with the publisher's facts in it, and `{{ tiles.notice }}`: who gives the street map.

    Raises:
        KeyError: the page asks for a fact that there is none of.
    """
    if "tiles." in markdown:
        notice = w.map_street_privacy_notice.format(service=tiles.service_name) if tiles.url else ""
        markdown = _TILES.sub(lambda _: str(escape(notice)), markdown)
    if "publisher." not in markdown:
        return markdown
    asked = set(_MARK.findall(markdown)) - {"notice"}
    if unknown := asked - {field.name for field in fields(publisher)}:
        raise KeyError(f"publisher.{min(unknown)}")
    missing = [w[f"publisher_{name}"] for name in publisher.blanks if name in asked]
    shown = {name: _shown(name, getattr(publisher, name), w) for name in asked}
    shown["notice"] = _notice(missing, w)
    return _MARK.sub(lambda match: shown[match[1]], markdown)


def _shown(name: str, value: str, w: Words) -> Markup:
    if not value and name not in TOLD:
        return escape(w.publisher_without)
    if not value:
        return Markup('<mark class="t-blank">{}</mark>').format(w.publisher_blank.format(what=w[f"publisher_{name}"]))
    if name.endswith("_email"):
        return Markup('<a href="mailto:{0}">{0}</a>').format(value)
    if name == "phone":
        return Markup('<a href="tel:{}">{}</a>').format(re.sub(r"[^\d+]", "", value), value)
    if name == "form":
        return Markup('<a href="{}">{}</a>').format(value, w.publisher_form)
    return escape(value)


def _notice(missing: list[str], w: Words) -> Markup:
    if not missing:
        return Markup("")
    note = '<div class="t-note is-warn"><i class="t-i t-i-notice"></i><p><b>{}</b> {}</p></div>'
    return Markup(note).format(w.publisher_notice, w.publisher_notice_text.format(what=", ".join(missing)))


def _places(root: Path) -> dict[str, Position]:
    """Fact → where it stands in mkdocs.yml; "" → where the facts begin. Empty when the file says nothing of them."""
    file = root / CONFIGURATION
    node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) if file.is_file() else None
    places: dict[str, Position] = {}
    for key in WAY:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        found = next(((name, value) for name, value in pairs if name.value == key), None)
        if found is None:
            return places
        places[""], node = _position(found[0]), found[1]
    if isinstance(node, yaml.MappingNode):
        places |= {str(name.value): _position(name) for name, _ in node.value}
    return places


def _position(node: yaml.Node) -> Position:
    return Position(CONFIGURATION, node.start_mark.line + 1, node.start_mark.column + 1)
