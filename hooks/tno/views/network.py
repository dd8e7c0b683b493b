"""Who works with whom: organisations beside their agreements, groups and services, as tables and as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tno import finnish
from tno.addresses import address_of
from tno.model.network import Region
from tno.model.sectors import Sector, sector_of
from tno.model.ties import GIVES, PARTNER, Kind, RegionTies, Tie, joined
from tno.records import Agreement, Group, Organisation, Record, Service
from tno.views.link import Link, full_link_to, link_to
from tno.views.listing import ask, how_to_add
from tno.views.network_picture import Hub as HubToDraw
from tno.views.network_picture import Party, Picture, drawn
from tno.views.scene import Scene
from tno.writing import inside

COUNTED: Mapping[str, type[Record]] = {
    "organisations": Organisation,
    "agreements": Agreement,
    "groups": Group,
    "services": Service,
}
"""What a network's size is told by, in this order."""
MOST_SERVICES = 3
"""So many services of an organisation stand in the table; its own page tells the rest."""
MOST_DRAWN = 90
"""So many organisations a picture can hold and be read."""
Hub = Agreement | Group
RECORDS: Mapping[str, type[Record]] = {"agreement": Agreement, "group": Group, "service": Service}


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """An organisation: who it is and what it does with others."""

    link: Link
    sector: str
    """Kind of organisation in words."""
    agreements: tuple[Link, ...]
    """What it is a party of, its role in the note."""
    groups: tuple[Link, ...]
    """Where it sits, its role in the note."""
    services: tuple[Link, ...]
    """What it gives and takes part in, the first few."""
    more: Link | None
    """The rest of them, counted."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Organisations against agreements and groups."""

    columns: tuple[Link, ...]
    """Agreements, then groups; the number of each in the note."""
    rows: tuple[tuple[Link, Sector, str, tuple[tuple[str, bool], ...]], ...]
    """Organisation, its sector, the sector in words; for each column the role in words or "", and whether it leads."""


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
    rows: tuple[NetworkRow, ...]
    """Organisations of today in alphabetical order."""
    matrix: Matrix | None
    """None without agreements and groups."""
    picture: Picture | None
    """The same as a picture."""
    description: str
    """The picture in words."""
    only_some: str
    """That the picture leaves some out, or empty."""
    sectors: Mapping[str, str]
    """Sector → its name."""
    country: tuple[tuple[Link, tuple[str, ...]], ...]
    """Sections with their counts, on the national page."""
    empty: str
    """What is said when there is no network yet, and what to do then."""
    ways_on: tuple[Link, ...]
    """Where to go when there is none."""
    besides: tuple[Link, ...]
    """What else is told of the network: white spots, the data."""


def network_page(scene: Scene, region: Region | None) -> NetworkPage:
    """`/verkosto/` of a region: one row an organisation of today. Nationally: one row a region."""
    w = scene.w
    if region is None:
        return _page(scene, w.network_title, besides=_besides(scene, None), country=_country(scene))
    ties = RegionTies(scene.facts.network, scene.facts.network.regions[region.id], scene.day)
    rows = tuple(_row(scene, key, own) for key, own in ties.by_organisation.items())
    tied = {key: mine for key, own in ties.by_organisation.items() if (mine := joined(own))}
    tied = dict(sorted(tied.items(), key=lambda item: finnish.sort_key(_short(_organisation(scene, item[0])).label)))
    with_parties = {(tie.kind, tie.key) for tie in ties.all}
    every: tuple[Hub, ...] = (*ties.agreements, *ties.groups)
    hubs = [hub for hub in every if (_kind(hub), hub.key) in with_parties]
    chosen = set(ties.most_tied(MOST_DRAWN))
    return _page(
        scene,
        w.network_of.format(region=region.name),
        summary=_summary(scene, _counts(ties)) if rows else "",
        rows=rows,
        matrix=_matrix(scene, tied, hubs) if tied else None,
        picture=_picture(scene, tied, hubs, chosen) if tied else None,
        description=_description(scene, ties, tied) if tied else "",
        only_some=w.network_only_some.format(count=MOST_DRAWN) if len(tied) > MOST_DRAWN else "",
        ways_on=(how_to_add(scene), ask(scene, region)),
        besides=_besides(scene, region),
    )


def _page(
    scene: Scene,
    title: str,
    *,
    summary: str = "",
    rows: tuple[NetworkRow, ...] = (),
    matrix: Matrix | None = None,
    picture: Picture | None = None,
    description: str = "",
    only_some: str = "",
    country: tuple[tuple[Link, tuple[str, ...]], ...] = (),
    ways_on: tuple[Link, ...] | None = None,
    besides: tuple[Link, ...] = (),
) -> NetworkPage:
    w = scene.w
    first = (w.network_region, w.organisations) if country else (w.organisation, w.fact_sector)
    return NetworkPage(
        title=title,
        lead=w.network_lead,
        summary=summary,
        columns=(*first, w.agreements, w.groups, w.services),
        rows=rows,
        matrix=matrix,
        picture=picture,
        description=description,
        only_some=only_some,
        sectors={sector: w[f"network_sector_{sector}"] for sector, _ in picture.sectors} if picture else {},
        country=country,
        empty=w.network_none,
        ways_on=(how_to_add(scene),) if ways_on is None else ways_on,
        besides=besides,
    )


def _besides(scene: Scene, region: Region | None) -> tuple[Link, ...]:
    w = scene.w
    has_spots = region is None or region.id in scene.network.country.ely_areas
    spots = Link(w.coverage_title, f"{region.id}/katvealueet/" if region else "katvealueet/", w.coverage_lead)
    return (*((spots,) if has_spots else ()), Link(w.network_data, "data/#network-json", w.network_data_note))


def _is_of(tie: Tie, record: Record) -> bool:
    return tie.key == record.key and type(record) is RECORDS[tie.kind]


def _counts(ties: RegionTies) -> dict[str, int]:
    return {
        "organisations": len(ties.by_organisation),
        "agreements": len(ties.agreements),
        "groups": len(ties.groups),
        "services": len(ties.services),
        "ties": len(joined(ties.all)),
    }


def _summary(scene: Scene, counts: Mapping[str, int]) -> str:
    """ "18 toimijaa, 3 sopimusta ja 1 ryhmä": what there is none of is not said."""
    return scene.writing.listing([scene.w.counted(f"count_{kind}", count) for kind, count in counts.items() if count])


# --- the table --------------------------------------------------------------------------------------------------------


def _row(scene: Scene, key: str, ties: Sequence[Tie]) -> NetworkRow:
    organisation = _organisation(scene, key)
    services = [tie for tie in ties if tie.kind == "service"]
    rest = len(services) - MOST_SERVICES
    more = scene.w.counted("network_more", rest) if rest > 0 else ""
    return NetworkRow(
        link=full_link_to(organisation),
        sector=scene.label("organisation_type", organisation.sector),
        agreements=_links(scene, [tie for tie in ties if tie.kind == "agreement"]),
        groups=_links(scene, [tie for tie in ties if tie.kind == "group"]),
        services=_links(scene, services[:MOST_SERVICES]),
        more=Link(more, address_of(organisation)) if more else None,
    )


def _organisation(scene: Scene, key: str) -> Organisation:
    found = scene.network.find(Organisation, key)
    assert found is not None, key  # every tie has its organisation
    return found


def _links(scene: Scene, ties: Iterable[Tie]) -> tuple[Link, ...]:
    found = ((scene.network.find(RECORDS[tie.kind], tie.key), tie) for tie in ties)
    return tuple(_short(record, _role(scene, tie)) for record, tie in found if record)


ORDINARY = frozenset({"sopijaosapuoli", "jasen", GIVES})
"""Roles that go without saying in the table."""


def _role(scene: Scene, tie: Tie) -> str:
    """Roles in words; an ordinary one goes without saying."""
    roles = [inside(_role_in_words(scene, tie, role)) for role in tie.roles if role not in ORDINARY]
    return scene.writing.listing(roles) if roles else ""


def _role_in_words(scene: Scene, tie: Tie, role: str) -> str:
    if tie.kind == "service":
        return scene.w.network_partner if role == PARTNER else scene.w.network_gives
    return scene.label("agreement_party_role" if tie.kind == "agreement" else "group_member_role", role)


# --- the matrix and the picture ---------------------------------------------------------------------------------------


def _matrix(scene: Scene, tied: Mapping[str, Sequence[Tie]], hubs: Sequence[Hub]) -> Matrix:
    rows = []
    for key, ties in tied.items():
        organisation = _organisation(scene, key)
        by_hub = {(tie.kind, tie.key): tie for tie in ties}
        own = (by_hub.get((_kind(hub), hub.key)) for hub in hubs)
        cells = tuple((_all_roles(scene, tie), tie.leads) if tie else ("", False) for tie in own)
        sector = sector_of(organisation.sector)
        in_words = scene.label("organisation_type", organisation.sector)
        rows.append((_short(organisation), sector, in_words, cells))
    return Matrix(tuple(_short(_told(scene, hub), str(number)) for number, hub in enumerate(hubs, 1)), tuple(rows))


def _all_roles(scene: Scene, tie: Tie) -> str:
    return scene.writing.listing([inside(_role_in_words(scene, tie, role)) for role in tie.roles])


def _kind(record: Record) -> Kind:
    return "agreement" if isinstance(record, Agreement) else "group"


def _short(record: Record, note: str = "") -> Link:
    link = link_to(record, note)
    assert link is not None
    return link


def _told(scene: Scene, record: Hub) -> Record:
    """The record in the language of the page."""
    return scene.network.find(type(record), record.key) or record


def _picture(scene: Scene, tied: Mapping[str, Sequence[Tie]], hubs: Sequence[Hub], chosen: set[str]) -> Picture:
    organisations = [_organisation(scene, key) for key in tied if key in chosen]
    return drawn(
        [Party(each.key, _short(each).label, address_of(each), sector_of(each.sector)) for each in organisations],
        [
            HubToDraw(
                f"{_kind(hub)}/{hub.key}",
                full_link_to(_told(scene, hub)).label,
                address_of(hub),
                _kind(hub),
                {key: tie.leads for key, ties in tied.items() if key in chosen for tie in ties if _is_of(tie, hub)},
            )
            for hub in hubs
        ],
    )


def _description(scene: Scene, ties: RegionTies, tied: Mapping[str, Sequence[Tie]]) -> str:
    """The picture in words: how much of everything, and who is in most."""
    w, counts = scene.w, _counts(ties) | {"organisations": len(tied)}
    del counts["services"]
    most = [f"{_short(_organisation(scene, key)).label} ({len(tied[key])})" for key in ties.most_tied(3)]
    return w.network_description.format(summary=_summary(scene, counts), most=scene.writing.listing(most))


# --- the whole country ------------------------------------------------------------------------------------------------


def _country(scene: Scene) -> tuple[tuple[Link, tuple[str, ...]], ...]:
    return tuple(
        (
            Link(region.name, f"{region.id}/verkosto/"),
            tuple(str(count) if count else "–" for count in _sizes(scene, region).values()),
        )
        for region in scene.network.regions.values()
        if scene.facts.network.regions[region.id].all_of(Organisation)
    )


def _sizes(scene: Scene, region: Region) -> dict[str, int]:
    facts = scene.facts.network.regions[region.id]
    return {kind: len(facts.all_of(record)) for kind, record in COUNTED.items()}


def network_made_of(scene: Scene, region: Region) -> str:
    """Fingerprint of what `network_page` reads besides the region's own: organisations and agreements elsewhere."""
    network, named = scene.network, set[str]()
    for agreement in region.all_of(Agreement):
        named.update(party.organisation for party in agreement.parties)
    for group in network.all_of(Group).values():
        if group.region == region.id or region.id in group.regions:
            named.update(member.organisation for member in group.members)
    for service in region.all_of(Service):
        named.add(service.organisation)
        named.update(service.partners)
    known, waiting = set[str](), list(named)
    while waiting:
        key = waiting.pop()
        if key not in known and (organisation := network.find(Organisation, key)):
            known.add(key)
            waiting += organisation.succeeded_by
    prints = scene.fingerprints(Organisation)
    return "".join([scene.kind_fingerprint(Agreement), *(prints[key] for key in sorted(known))])
