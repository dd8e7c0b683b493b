"""Who works with whom: organisations beside their agreements, groups and services, as tables and as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tno import finnish
from tno.addresses import address_of
from tno.frozen import frozen
from tno.model.network import Region
from tno.model.sectors import SECTORS, Sector, sector_of
from tno.model.ties import GIVES, PARTNER, Kind, RegionTies, Tie, joined
from tno.records import Agreement, Group, Organisation, Record, Service
from tno.views.link import Link, full_link_to, link_to
from tno.views.listing import ask, how_to_add
from tno.views.network_picture import Hub as HubToDraw
from tno.views.network_picture import Party, Picture, drawn
from tno.views.scene import Scene
from tno.writing import inside

FEW = 12
"""So many organisations are shown without folding."""
MOST_SERVICES = 3
"""So many services of an organisation stand in the table; its own page tells the rest."""
MOST_DRAWN = 90
"""So many organisations a picture can hold and be read."""
Hub = Agreement | Group
RECORDS: Mapping[str, type[Record]] = {
    "agreement": Agreement,
    "group": Group,
    "service": Service,
    "organisation": Organisation,
}


@frozen
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


@frozen
class SectorRows:
    """The organisations of one sector."""

    sector: Sector
    name: str
    """The sector in words."""
    count: str
    """How many, in words."""
    rows: tuple[NetworkRow, ...]
    """In alphabetical order."""


@frozen
class Matrix:
    """Organisations against agreements and groups."""

    columns: tuple[Link, ...]
    """Agreements, then groups; the number of each in the note."""
    rows: tuple[tuple[Link, Sector, str, tuple[tuple[str, bool], ...]], ...]
    """Organisation, its sector, the sector in words; for each column the role in words or "", and whether it leads."""


@frozen
class NetworkPage:
    """Context of `sections/network.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    summary: str
    """The whole in one sentence, counted."""
    jumps: tuple[Link, ...]
    """To the parts of the page."""
    columns: tuple[str, ...]
    """Headings of the tables."""
    groups: tuple[SectorRows, ...]
    """Organisations of today by sector."""
    is_short: bool
    """Whether so few that all are shown at once."""
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
    empty: str
    """What is said when there is no network yet, and what to do then."""
    ways_on: tuple[Link, ...]
    """Where to go when there is none."""
    besides: tuple[Link, ...]
    """What else is told of the network: white spots, the data."""


def network_page(scene: Scene, region: Region) -> NetworkPage:
    """`/lappi/verkosto/`: who does what, as tables and as a picture."""
    w, names = scene.w, Names(scene)
    ties = RegionTies(scene.facts.network, scene.facts.network.regions[region.id], scene.day)
    tied = {key: mine for key, own in ties.by_organisation.items() if (mine := joined(own))}
    tied = dict(sorted(tied.items(), key=lambda item: finnish.sort_key(names.organisation(item[0]).label)))
    with_parties = {(tie.kind, tie.key) for tie in ties.all}
    every: tuple[Hub, ...] = (*ties.agreements, *ties.groups)
    hubs = [hub for hub in every if (_kind(hub), hub.key) in with_parties]
    picture = _picture(scene, names, tied, hubs, set(ties.most_tied(MOST_DRAWN))) if tied else None
    groups = tuple(_by_sector(scene, names, ties))
    counts = sizes(len(ties.by_organisation), len(ties.agreements), len(ties.groups), len(ties.services))
    return NetworkPage(
        title=w.network_of.format(region=region.name),
        lead=w.network_lead,
        summary=size_in_words(scene, counts) if groups else "",
        jumps=_jumps(scene, groups, picture),
        columns=(w.organisation, w.fact_sector, w.agreements, w.groups, w.services),
        groups=groups,
        is_short=len(ties.by_organisation) <= FEW,
        matrix=_matrix(scene, names, tied, hubs) if tied else None,
        picture=picture,
        description=_description(scene, names, ties, tied, hubs) if tied else "",
        only_some=w.network_only_some.format(count=MOST_DRAWN) if len(tied) > MOST_DRAWN else "",
        sectors={sector: w[f"network_sector_{sector}"] for sector, _ in picture.sectors} if picture else {},
        empty=w.network_none,
        ways_on=(how_to_add(scene), ask(scene, region)),
        besides=besides(scene, region),
    )


def _jumps(scene: Scene, groups: Sequence[SectorRows], picture: Picture | None) -> tuple[Link, ...]:
    w = scene.w
    if not groups:
        return ()
    drawn_too = (Link(w.network_matrix, "#ruudukko"), Link(w.network_picture, "#kuva")) if picture else ()
    return (Link(w.network_who, "#kuka"), *drawn_too, Link(w.network_besides, "#muualla"))


def besides(scene: Scene, region: Region | None) -> tuple[Link, ...]:
    """What else is told of the network of a region, or of the country: white spots, the data."""
    w = scene.w
    has_spots = region is None or region.id in scene.network.country.ely_areas
    spots = Link(w.coverage_title, f"{region.id}/katvealueet/" if region else "katvealueet/", w.coverage_lead)
    on_map = Link(w.map_title, f"{region.id}/kartta/" if region else "kartta/", w.map_lead)
    return (*((on_map, spots) if has_spots else ()), Link(w.network_data, "data/#network-json", w.network_data_note))


def sizes(organisations: int, agreements: int, groups: int, services: int) -> dict[str, int]:
    """What the size of a network is told by, in this order."""
    return {"organisations": organisations, "agreements": agreements, "groups": groups, "services": services}


def size_in_words(scene: Scene, counts: Mapping[str, int]) -> str:
    """ "18 toimijaa, 3 sopimusta ja 1 ryhmä": what there is none of is not said."""
    return scene.writing.listing([scene.w.counted(f"count_{kind}", count) for kind, count in counts.items() if count])


# --- the table --------------------------------------------------------------------------------------------------------


def _by_sector(scene: Scene, names: Names, ties: RegionTies) -> Iterator[SectorRows]:
    found: dict[Sector, list[NetworkRow]] = {sector: [] for sector in SECTORS}
    for key, own in ties.by_organisation.items():
        organisation = _organisation(scene, key)
        found[sector_of(organisation.sector)].append(_row(scene, names, organisation, own))
    for sector, rows in found.items():
        if rows:
            count = scene.w.counted("count_organisations", len(rows))
            name = scene.w[f"network_sector_{sector}"]
            yield SectorRows(sector, name[:1].upper() + name[1:], count, tuple(rows))


def _row(scene: Scene, names: Names, organisation: Organisation, ties: Sequence[Tie]) -> NetworkRow:
    of: dict[Kind, list[Tie]] = {"agreement": [], "group": [], "service": []}
    for tie in ties:
        of[tie.kind].append(tie)
    rest = len(of["service"]) - MOST_SERVICES
    more = scene.w.counted("network_more", rest) if rest > 0 else ""
    return NetworkRow(
        link=full_link_to(organisation),
        sector=scene.label("organisation_type", organisation.sector),
        agreements=names.links(of["agreement"]),
        groups=names.links(of["group"]),
        services=names.links(of["service"][:MOST_SERVICES]),
        more=Link(more, address_of(organisation)) if more else None,
    )


def _organisation(scene: Scene, key: str) -> Organisation:
    found = scene.network.find(Organisation, key)
    assert found is not None, key  # every tie has its organisation
    return found


ORDINARY = frozenset({"sopijaosapuoli", "jasen", GIVES})
"""Roles that go without saying in the table."""


class Names:
    """What one page calls organisations, what they are tied to, and their roles; each is put in words once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._links: dict[tuple[str, str], Link] = {}
        self._said: dict[tuple[Kind, tuple[str, ...]], str] = {}

    def organisation(self, key: str) -> Link:
        """An organisation by its short name."""
        return self._link("organisation", key)

    def links(self, ties: Sequence[Tie]) -> tuple[Link, ...]:
        """What organisations are tied to, the role in the note; an ordinary one goes without saying."""
        return tuple([self._noted(tie) for tie in ties])

    def roles(self, kind: Kind, roles: tuple[str, ...]) -> str:
        """Roles in words."""
        if (known := self._said.get((kind, roles))) is None:
            words = [inside(self._role(kind, role)) for role in roles]
            known = self._said[kind, roles] = self._scene.writing.listing(words) if words else ""
        return known

    def _noted(self, tie: Tie) -> Link:
        link = self._link(tie.kind, tie.key)
        said = self.roles(tie.kind, tuple([role for role in tie.roles if role not in ORDINARY]))
        return Link(link.label, link.address, said) if said else link

    def _link(self, kind: str, key: str) -> Link:
        if (known := self._links.get((kind, key))) is None:
            link = link_to(self._scene.network.find(RECORDS[kind], key))
            assert link is not None, key  # ties are of records there are
            known = self._links[kind, key] = link
        return known

    def _role(self, kind: Kind, role: str) -> str:
        if kind == "service":
            return self._scene.w.network_partner if role == PARTNER else self._scene.w.network_gives
        return self._scene.label("agreement_party_role" if kind == "agreement" else "group_member_role", role)


# --- the matrix and the picture ---------------------------------------------------------------------------------------


def _matrix(scene: Scene, names: Names, tied: Mapping[str, Sequence[Tie]], hubs: Sequence[Hub]) -> Matrix:
    rows, columns, nothing = [], [(_kind(hub), hub.key) for hub in hubs], ("", False)
    for key, ties in tied.items():
        organisation = _organisation(scene, key)
        told = {(tie.kind, tie.key): (names.roles(tie.kind, tie.roles), tie.leads) for tie in ties}
        sector = sector_of(organisation.sector)
        in_words = scene.label("organisation_type", organisation.sector)
        cells = tuple([told.get(column, nothing) for column in columns])
        rows.append((names.organisation(key), sector, in_words, cells))
    return Matrix(tuple(_short(_told(scene, hub), str(number)) for number, hub in enumerate(hubs, 1)), tuple(rows))


def _kind(record: Record) -> Kind:
    return "agreement" if isinstance(record, Agreement) else "group"


def _short(record: Record, note: str = "") -> Link:
    link = link_to(record, note)
    assert link is not None
    return link


def _told(scene: Scene, record: Hub) -> Record:
    """The record in the language of the page."""
    return scene.network.find(type(record), record.key) or record


def _picture(
    scene: Scene, names: Names, tied: Mapping[str, Sequence[Tie]], hubs: Sequence[Hub], chosen: set[str]
) -> Picture:
    parties: dict[tuple[Kind, str], dict[str, bool]] = {(_kind(hub), hub.key): {} for hub in hubs}
    for key, ties in tied.items():
        if key in chosen:
            for tie in ties:
                parties[tie.kind, tie.key][key] = tie.leads
    organisations = [_organisation(scene, key) for key in tied if key in chosen]
    return drawn(
        [
            Party(each.key, names.organisation(each.key).label, address_of(each), sector_of(each.sector))
            for each in organisations
        ],
        [
            HubToDraw(
                f"{_kind(hub)}/{hub.key}",
                full_link_to(_told(scene, hub)).label,
                address_of(hub),
                _kind(hub),
                parties[_kind(hub), hub.key],
            )
            for hub in hubs
        ],
    )


def _description(
    scene: Scene, names: Names, ties: RegionTies, tied: Mapping[str, Sequence[Tie]], hubs: Sequence[Hub]
) -> str:
    """The picture in words: how much of everything, who is in most, and what is not in it."""
    w = scene.w
    agreements = sum(isinstance(hub, Agreement) for hub in hubs)
    counts = {
        "organisations": len(tied),
        "agreements": agreements,
        "groups": len(hubs) - agreements,
        "ties": sum(map(len, tied.values())),
    }
    most = [f"{names.organisation(key).label} ({len(tied[key])})" for key in ties.most_tied(3)]
    said = [w.network_description.format(summary=size_in_words(scene, counts), most=scene.writing.listing(most))]
    if others := len(ties.by_organisation) - len(tied):
        said.append(w.counted("network_outside", others))
    if empty := len(ties.agreements) + len(ties.groups) - len(hubs):
        said.append(w.counted("network_without_parties", empty))
    return " ".join((*said, w.network_same))


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
