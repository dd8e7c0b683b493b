"""Who works with whom: organisations beside their agreements, groups and services, as one table."""

from __future__ import annotations

from dataclasses import dataclass

from tno.model.network import Region
from tno.records import Agreement, Group, Organisation, Service
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """Context of `sections/network.html`."""

    title: str
    lead: str
    summary: str
    """The whole in one sentence, counted."""
    columns: tuple[str, ...]
    rows: tuple[tuple[Link, str, str, str, str], ...]
    """Organisation, sector, agreements, groups, services: counts as text, a dash for none."""
    regions: tuple[Link, ...]
    """Sections with their counts, on the national page."""
    empty: str


def network_page(scene: Scene, region: Region | None) -> NetworkPage:
    """`/verkosto/` of a region: one row an organisation of today. Nationally: one row a region."""
    w = scene.w
    columns = (w.organisation, w.fact_sector, w.agreements, w.groups, w.services)
    if region is None:
        return NetworkPage(w.network_title, w.network_lead, "", columns, (), _regions(scene), w.network_none_at_all)
    rows = tuple(
        _row(scene, organisation)
        for organisation in region.all_of(Organisation)
        if not (organisation.valid_until and organisation.valid_until < scene.day)
    )
    counts = {
        "organisations": len(rows),
        "agreements": len(region.all_of(Agreement)),
        "groups": len(region.all_of(Group)),
        "services": len(region.all_of(Service)),
    }
    return NetworkPage(
        title=w.network_of.format(region=region.name),
        lead=w.network_lead,
        summary=w.network_summary.format(**counts) if rows else "",
        columns=columns,
        rows=rows,
        regions=(),
        empty=w.network_none.format(region=region.name),
    )


def _row(scene: Scene, organisation: Organisation) -> tuple[Link, str, str, str, str]:
    network, key = scene.network, organisation.key
    counts = (
        len(network.agreements_by_organisation.get(key, ())),
        len(network.groups_by_organisation.get(key, ())),
        len(network.services_by_organisation.get(key, ())),
    )
    agreements, groups, services = (str(count) if count else "–" for count in counts)
    return full_link_to(organisation), scene.label("organisation_type", organisation.sector), agreements, groups, services


def _regions(scene: Scene) -> tuple[Link, ...]:
    w = scene.w
    return tuple(
        Link(
            region.name,
            f"{region.id}/verkosto/",
            w.network_counts.format(
                organisations=len(region.all_of(Organisation)), agreements=len(region.all_of(Agreement))
            ),
        )
        for region in scene.network.regions.values()
        if region.all_of(Organisation)
    )
