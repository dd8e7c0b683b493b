"""What the finder reads: a file of choices, and of each region a file of its services, all in columns.

A region's file holds its services in their alphabetical order: what a card shows, and of each facet the places of its
values in the vocabulary. Municipalities are told by their place in the file of choices. Which values a service has is
the same in every language and worked out once. Columns pack better than rows: 5,000 services must go through a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple, TypeVar

from tno import finnish
from tno.compact_json import compact
from tno.digest import digest
from tno.model.localised import Foreign, is_told_in, told
from tno.model.network import Region
from tno.model.opening import horizon, open_minutes
from tno.records import Organisation, Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.views.briefs import keys_in_brief
from tno.views.channel import is_given_in
from tno.views.contact import FOR_COLLEAGUES, WELLBEING, general_lines, telephone_of
from tno.views.facets import EVERYONE, FACETS, is_of_citizens
from tno.views.finder import CHOICES, DATA, services_found
from tno.views.opening import LIVE, code_of
from tno.views.reaches import REACHES, reaches
from tno.views.scene import Scene
from tno.views.service_facts import age_in_words
from tno.views.service_row import MOST_TOWNS, givers_in_text
from tno.views.themes import COLLEAGUES, theme_of
from tno.views.ways import OF_AN_AGE

AHEAD_DAYS = 8
"""So many days of opening hours are told; the site is built each night."""
UNKNOWN = -1
"""Instead of hours: somebody answers, and nobody has told when."""
DECIMALS = 2
"""Of degrees: a kilometre."""
TOLD_FIRST = frozenset({"kohderyhma", "tilanne", "aihe", "kanava"})
"""Facets in which a service's first value tells most: their values stand in its own order."""
READERS = {"en": frozenset({"maahan-muuttaneet"})}
"""Language → groups to which most of those who read it belong: nobody need say so."""

Value = TypeVar("Value", bound=Hashable)


class _Numbered(dict[Value, int]):
    """Values → their places, in the order in which they were first met."""

    def __missing__(self, value: Value) -> int:
        self[value] = len(self)
        return self[value]


class _Facts(NamedTuple):
    """What is the same of a region's services in every language."""

    services: Sequence[Service]
    givers: Sequence[tuple[str, ...]]
    """Keys."""
    towns: Sequence[tuple[str, ...]]
    """Codes of the municipalities in which services are given, a set a line."""
    columns: Mapping[str, Any]


class FinderData:
    """The finder's files. `part` and `choices` give the text of one."""

    def __init__(self, facts: Scene) -> None:
        """
        Args:
            facts: the Finnish scene.
        """
        self._facts, self._reaches = facts, reaches(facts)
        self._by_region: dict[str, _Facts] = {}
        self._codes: dict[tuple[int, int], str] = {}
        self._found: dict[str, Sequence[Service]] = {}

    def files(self, scene: Scene) -> Iterator[tuple[str, str, Callable[[], str]]]:
        """Of each file in the language of `scene`: path, what its text is made of besides program and day, the text."""
        suffix = "" if scene.language == "fi" else f".{scene.language}"
        yield f"data/{DATA}/{CHOICES}{suffix}.json", self._facts.profiles_fingerprint, partial(self.choices, scene)
        for region in scene.network.regions.values():
            if self._services(region.id):
                yield (
                    f"data/{DATA}/{region.id}{suffix}.json",
                    self.made_of(region.id),
                    partial(self.part, scene, region),
                )

    # --- what can be chosen ------------------------------------------------------------------------------------------

    def choices(self, scene: Scene) -> str:
        """JSON: facets with their values, regions, municipalities with region, employment area and centre of each.

        `narrow`: target groups and situations of which one says oneself that one is in them; `aside`: topics of
        illness and danger; `colleagues`: groups of professionals, and topics of theirs; `ofAge`: groups told
        by limits of age alone.
        """
        country, language = scene.network.country, scene.language
        narrow_groups = country.first_steps.narrow_groups
        areas, groups = list(country.employment_areas), scene.network.vocabularies["target_group"]
        topics = scene.network.vocabularies["service_topic"]
        found = {
            "facets": {
                facet: [[term.id, term.label(language)] for term in scene.network.vocabularies[vocabulary]]
                for facet, vocabulary in FACETS.items()
            },
            "everyone": [place for place, term in enumerate(groups) if is_of_citizens(term)],
            "all": list(groups.terms).index(EVERYONE),
            "narrow": {
                "kohderyhma": self._places_of("kohderyhma", narrow_groups - READERS.get(language, frozenset())),
                "tilanne": self._places_of("tilanne", country.first_steps.narrow_situations),
            },
            "aside": self._places_of("aihe", WELLBEING),
            "colleagues": {
                "kohderyhma": self._places_of("kohderyhma", FOR_COLLEAGUES),
                "aihe": [place for place, term in enumerate(topics) if theme_of("service_topic", term) == COLLEAGUES],
            },
            "ofAge": self._places_of("kohderyhma", OF_AN_AGE),
            "regions": {region.id: region.name for region in scene.network.regions.values()},
            "areas": [country.employment_areas[code].name_in(language) for code in areas],
            "municipalities": [
                [
                    each.slug,
                    each.name_in(language),
                    each.region_id or "",
                    areas.index(each.employment_area) if each.employment_area else UNKNOWN,
                    round(each.latitude_deg, DECIMALS),
                    round(each.longitude_deg, DECIMALS),
                ]
                for each in country.municipalities.values()
            ],
        }
        return compact(found) + "\n"

    # --- a region's services -----------------------------------------------------------------------------------------

    def made_of(self, region: str) -> str:
        """Changes when the file of a region does, as long as the program, the tables and the day stay the same."""
        services = self._services(region)
        rows, numbers = self._facts.rows_fingerprint(("finder", region), services), _numbers(services)
        return "".join([self._facts.profiles_fingerprint, *rows, numbers])

    def _services(self, region: str) -> Sequence[Service]:
        if (known := self._found.get(region)) is None:
            known = self._found[region] = services_found(self._facts, region)
        return known

    def part(self, scene: Scene, region: Region) -> str:
        """JSON: a region's services in columns, in the language of `scene`. Numbers stand as people read them: what is
        dialled follows from it."""
        facts, language = self._of(region), scene.language
        services, find = facts.services, partial(self._facts.network.find, Organisation)
        codes, lines = _Numbered[str](), [telephone_of(service, language) for service in services]
        found = {
            "names": [_text(told(service, "name", language)) for service in services],
            "summaries": [_text(told(service, "summary", language)) for service in services],
            "organisations": [givers_in_text(scene, [*filter(None, map(find, each))]) for each in facts.givers],
            "towns": [_in_words(scene, towns) for towns in facts.towns],
            "phones": [finnish.phone(line.phone) if line and line.phone else "" for line in lines],
            "chats": _told({place: _reached(each, "chat", "url") for place, each in enumerate(services)}),
            "texts": _told({place: _reached(each, "tekstiviesti", "phone") for place, each in enumerate(services)}),
            "ages": _told({place: _ages(scene, each) for place, each in enumerate(services)}),
            "hours": [self._hours_of(service, codes, language) for service in services],
            "calls": [self._call_of(service, line, codes) for service, line in zip(services, lines, strict=True)],
            "codes": list(codes),
            **facts.columns,
        }
        if language != "fi":
            has_pages = language in region.profile.languages
            found["told"] = [
                place for place, service in enumerate(services) if has_pages and is_told_in(service, language)
            ]
            in_brief = keys_in_brief(self._facts, language)
            found["brief"] = [place for place, service in enumerate(services) if service.key in in_brief]
            found["serving"] = [place for place, service in enumerate(services) if language in service.languages]
        return compact(found) + "\n"

    def _of(self, region: Region) -> _Facts:
        if (known := self._by_region.get(region.id)) is None:
            known = self._by_region[region.id] = self._facts_of(region)
        return known

    def _facts_of(self, region: Region) -> _Facts:
        network, services = self._facts.network, self._services(region.id)
        givers, towns = _Numbered[tuple[str, ...]](), _Numbered[tuple[str, ...]]()
        areas = _Numbered[frozenset[str]]()
        found: dict[str, list[Any]] = {"ids": [], "by": [], "in": [], "area": [], "reach": []}
        facets: dict[str, list[Any]] = {facet: [] for facet in FACETS}
        places = self._places
        for service in services:
            _, otherwise = self._reaches.kind(service)
            found["ids"].append(service.id)
            found["by"].append(givers[tuple([each.key for each in network.givers_of(service)])])
            found["in"].append(towns[tuple(_towns_of(network.places_of(service), network.municipality_of))])
            found["area"].append(areas[network.covered_by(service)])
            found["reach"].append(REACHES.index(otherwise))
            for facet, terms in _terms_of(service).items():
                values = dict.fromkeys(places[facet][term] for term in terms)
                facets[facet].append(list(values) if facet in TOLD_FIRST else sorted(values))
        columns = {
            **found,
            "facets": facets,
            "areas": [self._runs(codes) for codes in areas],
            "given": [[self._place_of[code] for code in codes] for codes in towns],
            "general": [place for place, service in enumerate(services) if service in general_lines(self._facts)],
            "paused": [place for place, service in enumerate(services) if service.status == "tauolla"],
        }
        return _Facts(services, list(givers), list(towns), columns)

    def _places_of(self, facet: str, terms: Iterable[str]) -> list[int]:
        return sorted(self._places[facet][term] for term in terms)

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, int]]:
        """Facet → term → its place in the vocabulary."""
        vocabularies = self._facts.network.vocabularies
        return {
            facet: {term.id: place for place, term in enumerate(vocabularies[name])} for facet, name in FACETS.items()
        }

    @cached_property
    def _place_of(self) -> Mapping[str, int]:
        """Municipality code → its place among the municipalities."""
        return {code: place for place, code in enumerate(self._facts.network.country.municipalities)}

    def _runs(self, codes: Iterable[str]) -> list[int]:
        """Municipalities by their places: where each run begins and how long it is, by turns."""
        runs: list[int] = []
        for place in sorted(self._place_of[code] for code in codes):
            if runs and place == runs[-2] + runs[-1]:
                runs[-1] += 1
            else:
                runs += [place, 1]
        return runs

    # --- hours -------------------------------------------------------------------------------------------------------

    def _hours_of(self, service: Service, numbered: _Numbered[str], language: str) -> list[int] | int:
        """Which hours the service's channels have, those in the reader's language where there are any; `UNKNOWN` when
        they have none and somebody should answer."""
        if service.status != "voimassa":
            return []
        days = self._days_ahead(service)
        live = [each for each in service.channels if each.type in LIVE]  # a form that is always there is nobody
        live = [each for each in live if is_given_in(service, each, language)] or live
        known = [channel.hours for channel in live if channel.hours and not channel.hours.unknown]
        if found := {numbered[self._code(hours, days)] for hours in known}:
            return sorted(found)
        return UNKNOWN if live else []

    def _call_of(self, service: Service, line: Channel | None, numbered: _Numbered[str]) -> int:
        """Which hours the number to call has; `UNKNOWN` without a number or when nobody has told."""
        if service.status != "voimassa" or not line or not line.hours or line.hours.unknown:
            return UNKNOWN
        return numbered[self._code(line.hours, self._days_ahead(service))]

    def _days_ahead(self, service: Service) -> int:
        if service.valid_until is None:
            return AHEAD_DAYS
        return min(AHEAD_DAYS, (service.valid_until - self._facts.day).days + 1)

    def _code(self, hours: Hours, days: int) -> str:
        key = id(hours), days
        if (known := self._codes.get(key)) is None:
            ahead = horizon(self._facts.day, days)
            known = self._codes[key] = code_of(open_minutes(hours, ahead) or (), ahead)
        return known


def _terms_of(service: Service) -> dict[str, Iterable[str]]:
    """Facet → terms of a service."""
    spoken = (language for channel in service.channels for language in channel.languages)
    return {
        "kohderyhma": service.target_groups,
        "tilanne": service.life_situations,
        "aihe": service.topics,
        "kanava": (channel.type for channel in service.channels),
        "kieli": (*service.languages, *spoken),
        "hinta": (service.price.kind,) if service.price else (),
    }


def _towns_of(places: Iterable[Any], municipality_of: Callable[[str | None], Any]) -> Iterable[str]:
    """Codes of the municipalities in which a service is given, each once, in the order of its channels."""
    found = (municipality_of(place.municipality) for place in places)
    return dict.fromkeys(municipality.code for municipality in found if municipality)


def _in_words(scene: Scene, codes: Sequence[str]) -> str:
    if len(codes) > MOST_TOWNS:
        return scene.w.in_towns.format(count=len(codes))
    municipalities = scene.network.country.municipalities
    return scene.writing.listing([municipalities[code].name_in(scene.language) for code in codes])


def _numbers(services: Iterable[Service]) -> str:
    """Fingerprint of what cards lead to: which number or chat it is, is a detail of a service."""
    channels = [channel for service in services for channel in service.channels]
    return digest(" ".join([(channel.url if channel.type == "chat" else channel.phone) or "" for channel in channels]))


def _told(found: Mapping[int, str]) -> dict[int, str]:
    """A column of which few services have anything."""
    return {place: text for place, text in found.items() if text}


def _ages(scene: Scene, service: Service) -> str:
    return age_in_words(scene, service.eligibility) if service.eligibility else ""


def _reached(service: Service, kind: str, field: str) -> str:
    """Where the first channel of a kind leads: a number, an address; "" without one."""
    return next((value for each in service.channels if each.type == kind and (value := getattr(each, field))), "")


def _text(text: str) -> str | list[str]:
    """A text of a card; one that is not in the page's language stands in a list of its own."""
    plain = str.__str__(text)
    return [plain] if isinstance(text, Foreign) else plain
