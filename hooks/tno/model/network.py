"""The network of all regions: every record by its key, and the questions pages ask of them.

Keys are `region/id`, as references in records are; `kansallinen` is the national section. Indexes are made on
first use and hold records in Finnish alphabetical order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, cast

from tno.country.country import Country
from tno.country.municipality import Municipality
from tno.country.vocabulary import Vocabularies
from tno.digest import digest
from tno.model.coverage import AreaWords
from tno.records import (
    KINDS,
    Agreement,
    Event,
    Group,
    Organisation,
    Place,
    Record,
    RegionProfile,
    Service,
)
from tno.records.attachment import Attachment
from tno.records.contacts import Contact
from tno.records.place import PlaceFields

TOGETHER = "tekee-yhteistyota"
"""The relation of groups (`group_relation`) that is the same from both ends."""
NATIONAL = "kansallinen"
"""Id of the national section."""
OF_AN_AREA = frozenset(("hyvinvointialue", "tyollisyysalue"))
"""Sectors of authorities that each have an area: whoever lives in another's takes its service for a stranger's."""

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, eq=False)
class Region:
    """One portal's content: an ELY area's section, or the national one."""

    id: str
    profile: RegionProfile
    records: Mapping[str, Mapping[str, Record]]
    """Kind → id → record, in Finnish alphabetical order of names."""

    def all_of(self, kind: type[AnyRecord]) -> Sequence[AnyRecord]:
        """Records of one kind in alphabetical order."""
        return cast(Sequence[AnyRecord], tuple(self.records.get(KIND_OF[kind], {}).values()))

    @cached_property
    def fingerprints(self) -> Mapping[str, Mapping[str, str]]:
        """Kind → id → fingerprint of every record, in the order of `records`."""
        return {kind: {own: each.fingerprint for own, each in known.items()} for kind, known in self.records.items()}

    @cached_property
    def fingerprint(self) -> str:
        """Changes when anything of the region's content does."""
        own = (fingerprint for known in self.fingerprints.values() for fingerprint in known.values())
        return digest("".join((self.profile.fingerprint, *own)))

    @cached_property
    def gist(self) -> str:
        """Changes when anything but a detail of the region's content does."""
        own = (each.gist for known in self.records.values() for each in known.values())
        return digest("".join((self.profile.gist, *own)))

    @property
    def name(self) -> str:
        """Finnish name, e.g. Lappi."""
        return self.profile.name

    @property
    def is_national(self) -> bool:
        """Whether this is the national section."""
        return self.id == NATIONAL


KIND_OF: dict[type[Record], str] = {kind.model: name for name, kind in KINDS.items()}
"""Model → name of its kind."""


@dataclass(frozen=True, eq=False)
class Network:
    """Every region's records together with the country they lie in."""

    country: Country
    vocabularies: Vocabularies
    regions: Mapping[str, Region]
    """Region id → region: the areas in the country's order, the national section last."""
    day: date | None = None
    """The day for which services are listed; None: every day."""
    checked_after: date | None = None
    """Services checked on this day or before are not among those from which people choose; None: all are."""
    facts: Network | None = field(default=None, repr=False)
    """The Finnish network, of one in another language: who serves whom is asked of it."""
    attachments: Mapping[str, Attachment] = field(default_factory=dict, repr=False)
    """Address → file that a record names."""
    chains: dict[str, tuple[Agreement, ...]] = field(default_factory=dict, repr=False)
    """Filled by `tno.model.agreements.chain_of`."""
    _by_kind: dict[type[Record], dict[str, Any]] = field(default_factory=dict, repr=False)

    def on(self, day: date, checked_after: date | None = None) -> Network:
        """The network as people see it on a day: services that are not valid then are in no list.

        Args:
            checked_after: services checked no later than this day are too long unchecked to be offered.
        """
        return replace(self, day=day, checked_after=checked_after, chains={}, _by_kind={})

    def all_of(self, kind: type[AnyRecord]) -> Mapping[str, AnyRecord]:
        """Key → record of one kind, over all regions."""
        if kind not in self._by_kind:
            self._by_kind[kind] = {
                record.key: record for region in self.regions.values() for record in region.all_of(kind)
            }
        return self._by_kind[kind]

    def find(self, kind: type[AnyRecord], key: str | None) -> AnyRecord | None:
        """The record with that key, if there is one."""
        if self.facts is None or kind in self._by_kind:
            return self.all_of(kind).get(key) if key else None
        home, _, own = (key or "").partition("/")  # of its region alone: others need not be put in the language
        region = self.regions.get(home)
        return cast(AnyRecord | None, region.records.get(KIND_OF[kind], {}).get(own)) if region else None

    @cached_property
    def area_words(self) -> AreaWords:
        """What the words of `areas` mean."""
        if self.facts:
            return self.facts.area_words
        return AreaWords(self.country, {region.id: region.profile for region in self.regions.values()})

    def municipality_of(self, text: str | None) -> Municipality | None:
        """The municipality a record names by name or code."""
        return self.country.find_municipality(text) if text else None

    def covered_by(self, service: Service) -> frozenset[str]:
        """Codes of the municipalities a service serves."""
        return self.area_words.covered(service.region, service.areas)

    def places_of(self, service: Service) -> tuple[PlaceFields, ...]:
        """Places in which a service is given, in the order of its channels, each once."""
        found: dict[int, PlaceFields] = {}
        for channel in service.channels:
            place = self.find(Place, channel.place) if isinstance(channel.place, str) else channel.place
            if place is not None:
                found[id(place)] = place
        return tuple(found.values())

    def givers_of(self, service: Service) -> tuple[Organisation, ...]:
        """Who gives a service: its organisation, with the authorities of other areas that give it together with it."""
        found = self.find(Organisation, service.organisation)
        if found is None:
            return ()
        partners = (self.find(Organisation, key) for key in service.partners) if found.sector in OF_AN_AREA else ()
        return (found, *(each for each in partners if each and each.sector == found.sector and each != found))

    @cached_property
    def services_in_order(self) -> tuple[Service, ...]:
        """Every service that is shown to people, by name."""
        return tuple(by_name(service for service in self.all_of(Service).values() if self.shows(service)))

    @cached_property
    def services_offered(self) -> tuple[Service, ...]:
        """Every service from which people choose, by name."""
        after = self.checked_after
        return tuple(each for each in self.services_in_order if after is None or each.verified > after)

    def offers(self, service: Service) -> bool:
        """Whether people may choose a service: it is shown, and not so long unchecked that nobody can trust it."""
        return self.shows(service) and (self.checked_after is None or service.verified > self.checked_after)

    def shows(self, service: Service) -> bool:
        """Whether a service is told of as one that is given: now or resting, and valid on the day."""
        return service.status in SHOWN and (self.day is None or service.is_valid_on(self.day))

    @cached_property
    def services_by_coverage(self) -> Mapping[frozenset[str], Sequence[Service]]:
        """Set of municipality codes → services that serve just these, by name. Few sets, many services in each."""
        index: dict[frozenset[str], list[Service]] = {}
        for service in self.services_offered:
            index.setdefault(self.covered_by(service), []).append(service)
        return index

    @cached_property
    def services_by_municipality(self) -> Mapping[str, Sequence[Service]]:
        """Municipality code → services that serve it, by name."""
        index: dict[str, list[Service]] = {code: [] for code in self.country.municipalities}
        for service in self.services_offered:
            for code in self.covered_by(service):
                index[code].append(service)
        return index

    def services_for(self, municipality: Municipality) -> Sequence[Service]:
        """Services that serve a municipality, by name."""
        return self.services_by_municipality[municipality.code]

    @cached_property
    def services_by_organisation(self) -> Mapping[str, Sequence[Service]]:
        """Organisation key → its services, by name."""
        if self.facts:
            return _InLanguage(self, Service, self.facts.services_by_organisation)
        return _grouped((service.organisation, service) for service in self.services_in_order)

    @cached_property
    def services_by_partner(self) -> Mapping[str, Sequence[Service]]:
        """Organisation key → services of others that it takes part in, by name."""
        if self.facts:
            return _InLanguage(self, Service, self.facts.services_by_partner)
        return _grouped(
            (key, service)
            for service in self.services_in_order
            for key in service.partners
            if key != service.organisation
        )

    @cached_property
    def contacts_by_organisation(self) -> Mapping[str, Sequence[tuple[Contact, Region, Any]]]:
        """Organisation key → regions' contacts at it, each with its region and its sub-area, None for all of it."""
        index: dict[str, list[tuple[Contact, Region, Any]]] = {}
        for region in self.regions.values():
            of_parts = ((sub_area.contact, sub_area) for sub_area in region.profile.sub_areas)
            for contact, sub_area in (*((each, None) for each in region.profile.contacts), *of_parts):
                if contact and contact.organisation:
                    index.setdefault(contact.organisation, []).append((contact, region, sub_area))
        return index

    @cached_property
    def agreements_by_organisation(self) -> Mapping[str, Sequence[Agreement]]:
        """Organisation key → agreements it is a party of."""
        agreements = by_name(self.all_of(Agreement).values())
        return _grouped((party.organisation, agreement) for agreement in agreements for party in agreement.parties)

    @cached_property
    def groups_by_organisation(self) -> Mapping[str, Sequence[Group]]:
        """Organisation key → groups it sits in."""
        groups = by_name(self.all_of(Group).values())
        return _grouped((member.organisation, group) for group in groups for member in group.members)

    @cached_property
    def services_by_agreement(self) -> Mapping[str, Sequence[Service]]:
        """Agreement key → services that rest on it."""
        if self.facts:
            return _InLanguage(self, Service, self.facts.services_by_agreement)
        return _grouped((key, service) for service in self.services_in_order for key in service.agreements)

    @cached_property
    def referring(self) -> Mapping[str, Sequence[Service]]:
        """Service key → services that refer people to it."""
        if self.facts:
            return _InLanguage(self, Service, self.facts.referring)
        return _grouped((item.service, service) for service in self.services_in_order for item in service.refers_to)

    @cached_property
    def renewed_by(self) -> Mapping[str, Sequence[Agreement]]:
        """Agreement key → agreements that replace it."""
        agreements = by_name(self.all_of(Agreement).values())
        return _grouped((key, agreement) for agreement in agreements for key in agreement.renews)

    @cached_property
    def agreements_by_group(self) -> Mapping[str, Sequence[Agreement]]:
        """Group key → agreements that give it tasks."""
        agreements = by_name(self.all_of(Agreement).values())
        return _grouped((item.group, agreement) for agreement in agreements for item in agreement.group_tasks)

    @cached_property
    def promising(self) -> Mapping[str, Sequence[tuple[Agreement, int]]]:
        """Key of an organisation or a group → what it promises: the agreement and the commitment's index."""
        index: dict[str, list[tuple[Agreement, int]]] = {}
        for agreement in by_name(self.all_of(Agreement).values()):
            for number, item in enumerate(agreement.commitments):
                if item.responsible:
                    index.setdefault(item.responsible, []).append((agreement, number))
        return index

    @cached_property
    def groups_related_to(self) -> Mapping[str, Sequence[tuple[str, Group]]]:
        """Group key → (kind of relation, group) of every group that tells how it stands to it."""
        index: dict[str, list[tuple[str, Group]]] = {}
        for group in by_name(self.all_of(Group).values()):
            for item in group.relations:
                index.setdefault(item.group, []).append((item.kind, group))
        return index

    @cached_property
    def events_by_organisation(self) -> Mapping[str, Sequence[Event]]:
        """Organisation key → events it organises."""
        events = by_name(self.all_of(Event).values())
        return _grouped((event.organiser, event) for event in events if event.organiser)

    @cached_property
    def predecessors(self) -> Mapping[str, Sequence[Organisation]]:
        """Organisation key → organisations whose tasks came to it."""
        organisations = by_name(self.all_of(Organisation).values())
        return _grouped((key, organisation) for organisation in organisations for key in organisation.succeeded_by)

    @cached_property
    def sub_areas(self) -> Mapping[str, Any]:
        """`region/id` → sub-area."""
        return {
            f"{region.id}/{sub_area.id}": sub_area
            for region in self.regions.values()
            for sub_area in region.profile.sub_areas
        }


class _InLanguage(Mapping[str, Sequence[AnyRecord]]):
    """An index of the Finnish network with the records of another language, by their names in it."""

    def __init__(self, network: Network, kind: type[AnyRecord], index: Mapping[str, Sequence[AnyRecord]]) -> None:
        self._network, self._kind, self._index = network, kind, index

    def __getitem__(self, key: str) -> Sequence[AnyRecord]:
        found = (self._network.find(self._kind, record.key) for record in self._index[key])
        return tuple(by_name(record for record in found if record))

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)


SHOWN = frozenset({"voimassa", "tauolla"})
"""States of a service in which people are shown it in lists; a page exists for every service."""


def by_name(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """Records in Finnish alphabetical order of their names, then by key."""
    return sorted(records, key=attrgetter("order"))


def _grouped(pairs: Iterable[tuple[str, AnyRecord]]) -> dict[str, tuple[AnyRecord, ...]]:
    index: dict[str, dict[str, AnyRecord]] = {}
    for key, record in pairs:
        index.setdefault(key, {})[record.key] = record
    return {key: tuple(found.values()) for key, found in index.items()}
