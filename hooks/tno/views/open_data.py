"""Services and places as open data tells them: plain values, each field as `tno.views.data_fields` describes it.

What is empty is left out. Texts for people are maps of languages. Nothing here depends on the day or the language of a
page, so that what is told of a region is kept between builds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from tno.addresses import address_of
from tno.digest import digest
from tno.model.opening_words import week_in_words
from tno.records import Organisation, Place, Record, Service
from tno.records.base import Part as RecordPart
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.records.hours_exception import HoursException
from tno.records.place import PlaceFields
from tno.records.scalars import LANGUAGES, TranslatedText
from tno.records.service import Eligibility, Price
from tno.records.spans import DAY_MIN, Spans
from tno.records.week import Week
from tno.records.weekdays import DAYS
from tno.views.scene import Scene
from tno.words import LANGUAGES as PAGE_LANGUAGES

Told = dict[str, Any]
AnyPart = TypeVar("AnyPart", bound=RecordPart)
CLOSED, ALL_DAY = "suljettu", "00-24"
_AS_THEY_ARE, _TEXTS = ("phone", "call_charge", "email", "url", "languages"), ("name", "answer_time", "note")
"""Fields of a channel."""


class OpenData:
    """Tells of the services and places of a scene; what many have in common is told once."""

    def __init__(self, scene: Scene, root: str) -> None:
        """
        Args:
            scene: the Finnish one.
            root: what addresses of pages begin with: the site's own address, or nothing.
        """
        self._network, self._is_example, self._root = scene.network, scene.is_example, root
        self.municipality_sets: dict[str, list[str]] = {}
        """Name of a set of municipalities → their codes, of all the services told so far."""
        self._set_names: dict[frozenset[str], str] = {}
        self._organisations: dict[str, Told] = {}
        self._places: dict[str, Told | None] = {}
        self._shared: dict[int, Told] = {}
        self._weeks: dict[tuple[Week, str | None], Told] = {}

    # --- services ---------------------------------------------------------------------------------------------------

    def service(self, service: Service) -> Told:
        """A service with its channels."""
        told: Told = {
            "id": service.key,
            "address": f"{self._root}{address_of(service)}",
            "region": service.region,
            "example": self._is_example(service),
            "name": texts_of(service, "name"),
            "summary": texts_of(service, "summary"),
            "organisation": self._organisation(service.organisation),
            "kind": service.kind,
            "target_groups": service.target_groups,
            "topics": service.topics,
            "languages": service.languages,
            "areas": service.areas,
            "municipalities": self._set_of(service.region, service.areas),
            "channels": [self._channel(service, channel) for channel in service.channels],
            "status": service.status,
            "verified": service.verified.isoformat(),
            "maintainer": service.maintainer or service.organisation,
        }
        if service.life_situations:
            told["life_situations"] = service.life_situations
        if service.appointment:
            told["appointment"] = service.appointment
        if service.anonymous is not None:
            told["anonymous"] = service.anonymous
        if service.valid_from:
            told["valid_from"] = service.valid_from.isoformat()
        if service.valid_until:
            told["valid_until"] = service.valid_until.isoformat()
        if service.price:
            told["price"] = self._once(service.price, _price)
        if service.eligibility:
            told["eligibility"] = self._once(service.eligibility, _eligibility)
        if service.external_ids:
            told["external_ids"] = without_empty({"ptv": service.external_ids.ptv, "hsds": service.external_ids.hsds})
        return told

    def _once(self, part: AnyPart, tell: Callable[[AnyPart], Told]) -> Told:
        """What is told of a part that many services share (`tno.records.base.Shared`)."""
        if (known := self._shared.get(id(part))) is None:
            known = self._shared[id(part)] = tell(part)
        return known

    def _organisation(self, key: str) -> Told:
        if (known := self._organisations.get(key)) is None:
            found = self._network.find(Organisation, key)
            names = {"name": texts_of(found, "name")} if found else {}
            known = self._organisations[key] = {"id": key, **names}
        return known

    def _set_of(self, region: str, areas: tuple[str, ...]) -> str:
        """The name of the set of municipalities that words of `areas` mean: the same set has one name always."""
        codes = self._network.area_words.covered(region, areas)
        if (name := self._set_names.get(codes)) is None:
            listed = sorted(codes)
            name = listed[0] if len(listed) == 1 else f"{len(listed)}-{digest(' '.join(listed), 4)}"
            self._set_names[codes], self.municipality_sets[name] = name, listed
        return name

    def _channel(self, service: Service, channel: Channel) -> Told:
        told: Told = {"type": channel.type}
        for name in _AS_THEY_ARE:
            if value := getattr(channel, name):
                told[name] = value
        for name in _TEXTS:
            if value := getattr(channel, name):
                told[name] = texts(value)
        if channel.place and (place := self._place(channel.place)):
            told["place"] = place
        if channel.hours:
            told["hours"] = self._once(channel.hours, self._hours)
        if channel.areas:
            told["areas"], told["municipalities"] = channel.areas, self._set_of(service.region, channel.areas)
        return told

    def _hours(self, hours: Hours) -> Told:
        if hours.season or hours.exceptions or hours.unknown:
            return _hours(hours)
        key = hours.days, hours.weeks
        if (week := self._weeks.get(key)) is None:
            week = self._weeks[key] = _hours(hours)
        return {**week, "note": texts(hours.note)} if hours.note else {**week}

    # --- places -----------------------------------------------------------------------------------------------------

    def _place(self, place: str | PlaceFields | None) -> Told | None:
        """The place of a channel; of a hidden address nothing but the municipality."""
        if not isinstance(place, str):
            return self._address(place) if place else None
        if place not in self._places:
            found = self._network.find(Place, place)
            named = {"id": place, "name": texts_of(found, "name")} if found and found.address_public else {}
            self._places[place] = {**named, **self._address(found)} if found else None
        return self._places[place]

    def _address(self, place: PlaceFields) -> Told:
        municipality = self._network.municipality_of(place.municipality)
        code = municipality.code if municipality else ""
        if not place.address_public:
            return {"municipality": code, "address_public": False}
        return without_empty(
            {
                "municipality": code,
                "street": texts(place.street),
                "postal_code": place.postal_code,
                "post_office": texts(place.post_office),
            }
        )

    def features(
        self, places: Iterable[Place], services: Iterable[Service], users: Mapping[str, list[str]]
    ) -> list[Told]:
        """Places with a public address and coordinates as GeoJSON features: Point, [longitude, latitude], degrees
        WGS 84 (RFC 7946, 3.1.1).

        Args:
            services: whose channels hold places written in them.
            users: key of a place → keys of the services that are given there.
        """
        found = [self._feature(place, users.get(place.key, []), place) for place in places if is_on_map(place)]
        for service in services:
            own = filter(is_on_map, places_written_in([service]))
            found += [self._feature(place, [service.key], service) for place in own]
        return found

    def _feature(self, place: PlaceFields, services: list[str], record: Place | Service) -> Told:
        own = {"id": record.key} if record is place else {}
        told = {
            "name": texts_of(record, "name") if record is place else {},
            **self._address(place),
            "entrance": texts(place.entrance),
            "accessibility": place.accessibility,
            "transit_note": texts(place.transit_note),
            "services": services,
            "verified": _iso(record.verified),
        }
        return {
            "type": "Feature",
            **own,
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": {"region": record.region, "example": self._is_example(record), **without_empty(told)},
        }


def is_on_map(place: PlaceFields) -> bool:
    """Whether a place may be shown on a map and can be."""
    return place.address_public and place.lat is not None and place.lon is not None


def places_written_in(services: Iterable[Service]) -> list[PlaceFields]:
    """Places that have no file of their own: a service's channel holds them."""
    return [
        channel.place for service in services for channel in service.channels if isinstance(channel.place, PlaceFields)
    ]


def services_by_place(services: Iterable[Service]) -> dict[str, list[str]]:
    """Key of a place → keys of the services that are given there."""
    found: dict[str, list[str]] = {}
    for service in services:
        for place in {channel.place for channel in service.channels if type(channel.place) is str}:
            found.setdefault(place, []).append(service.key)
    return found


# --- texts and values -------------------------------------------------------------------------------------------------


def texts(text: str | None) -> Told:
    """A text in each language it has been written in."""
    if not text:
        return {}
    if not isinstance(text, TranslatedText):
        return {"fi": text}
    known = {"fi": str.__str__(text), **text.translations}
    return {language: known[language] for language in LANGUAGES if known.get(language)}


def texts_of(record: Record, field: str) -> Told:
    """The same of a record's name or summary, those of its translations included."""
    told = texts(getattr(record, field))
    if not record.translations:
        return told
    written = {
        language: getattr(record.translations.get(language), field, None) or told.get(language)
        for language in LANGUAGES
    }
    return without_empty(written)


def without_empty(values: Mapping[str, Any]) -> Told:
    """`values` that say something; `False` does."""
    return {name: value for name, value in values.items() if value is False or value}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _price(price: Price) -> Told:
    return without_empty({"kind": price.kind, "text": texts(price.text)})


def _eligibility(limits: Eligibility) -> Told:
    ages = {"age_min": limits.age_min, "age_max": limits.age_max}
    told = {"referral": limits.referral, "text": texts(limits.text), "not_for": texts(limits.not_for)}
    return {name: age for name, age in ages.items() if age is not None} | without_empty(told)


def _hours(hours: Hours) -> Told:
    return without_empty(
        {
            "days": _days(hours.days),
            "weeks": hours.weeks,
            "note": texts(hours.note),
            "season": [
                without_empty(
                    {
                        "from": str(season.from_),
                        "until": str(season.until),
                        "days": _days(season.days),
                        "weeks": season.weeks,
                        "note": texts(season.note),
                    }
                )
                for season in hours.season
            ],
            "exceptions": [_exception(each) for each in hours.exceptions],
            "unknown": hours.unknown or None,
            "text": without_empty({language: week_in_words(hours, language) for language in PAGE_LANGUAGES}),
        }
    )


def _exception(exception: HoursException) -> Told:
    first, last = exception.dates or (None, None)
    return without_empty(
        {
            "from": _iso(first),
            "until": _iso(last),
            "named_day": exception.named_day,
            "hours": _times(exception.spans),
            "holidays": exception.holidays or None,
            "note": texts(exception.note),
        }
    )


def _days(week: Week) -> dict[str, str]:
    return {day: _times(spans) for day, spans in zip(DAYS, week, strict=True) if spans is not None}


def _times(spans: Spans) -> str:
    """Opening times as editors write them: "9-16", "8.30-11.30, 12.15-16"."""
    if spans == ((0, DAY_MIN),):
        return ALL_DAY
    return ", ".join(map(str, spans)) or CLOSED
