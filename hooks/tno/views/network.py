"""Who works with whom: organisations beside their agreements, groups and services, as one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tno.model.network import Region
from tno.records import Agreement, Group, Organisation, Record, Service
from tno.views.link import Link, full_link_to
from tno.views.listing import ask, how_to_add
from tno.views.scene import Scene

COUNTED: Mapping[str, type[Record]] = {
    "organisations": Organisation,
    "agreements": Agreement,
    "groups": Group,
    "services": Service,
}
"""What a network's size is told by, in this order."""


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """Context of `sections/network.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    summary: str
    """The whole in one sentence, counted."""
    columns: tuple[str, ...]
    """Headings of the table."""
    rows: tuple[tuple[Link, str, str, str, str], ...]
    """Organisation, sector, agreements, groups, services: counts as text, a dash for none."""
    regions: tuple[Link, ...]
    """Sections with their counts, on the national page."""
    empty: str
    """What is said when there is no network yet, and what to do then."""
    ways_on: tuple[Link, ...]
    """Where to go when there is none."""


def network_page(scene: Scene, region: Region | None) -> NetworkPage:
    """`/verkosto/` of a region: one row an organisation of today. Nationally: one row a region."""
    w = scene.w
    columns = (w.organisation, w.fact_sector, w.agreements, w.groups, w.services)
    if region is None:
        return NetworkPage(
            w.network_title, w.network_lead, "", columns, (), _regions(scene), w.network_none, (how_to_add(scene),)
        )
    rows = tuple(
        _row(scene, organisation)
        for organisation in region.all_of(Organisation)
        if not (organisation.valid_until and organisation.valid_until < scene.day)
    )
    counts = _sizes(scene, region) | {"organisations": len(rows)}
    return NetworkPage(
        title=w.network_of.format(region=region.name),
        lead=w.network_lead,
        summary=_summary(scene, counts) if rows else "",
        columns=columns,
        rows=rows,
        regions=(),
        empty=w.network_none,
        ways_on=(how_to_add(scene), ask(scene, region)),
    )


def _summary(scene: Scene, counts: Mapping[str, int]) -> str:
    """ "18 toimijaa, 3 sopimusta ja 1 ryhmä": what there is none of is not said."""
    return scene.writing.listing([scene.w.counted(f"count_{kind}", count) for kind, count in counts.items() if count])


def _row(scene: Scene, organisation: Organisation) -> tuple[Link, str, str, str, str]:
    network, key = scene.facts.network, organisation.key
    counts = (
        len(network.agreements_by_organisation.get(key, ())),
        len(network.groups_by_organisation.get(key, ())),
        len(network.services_by_organisation.get(key, ())),
    )
    agreements, groups, services = (str(count) if count else "–" for count in counts)
    return (
        full_link_to(organisation),
        scene.label("organisation_type", organisation.sector),
        agreements,
        groups,
        services,
    )


def _regions(scene: Scene) -> tuple[Link, ...]:
    return tuple(
        Link(
            region.name,
            f"{region.id}/verkosto/",
            _summary(scene, _sizes(scene, region)),
        )
        for region in scene.network.regions.values()
        if scene.facts.network.regions[region.id].all_of(Organisation)
    )


def _sizes(scene: Scene, region: Region) -> dict[str, int]:
    facts = scene.facts.network.regions[region.id]
    return {kind: len(facts.all_of(record)) for kind, record in COUNTED.items()}
