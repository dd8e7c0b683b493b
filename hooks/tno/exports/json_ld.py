"""A service as schema.org tells it to search engines: JSON-LD made of ready pieces, since thousands share them.

Each property stands only where schema.org's own domain lets it: hours belong to a ContactPoint or a Place and never to
a ServiceChannel, so a chat's hours are not told. A hidden address is told by its municipality.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from json.encoder import encode_basestring
from operator import itemgetter

from tno.addresses import address_of
from tno.model.opening import horizon, spans_by_day
from tno.records import Organisation, Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.records.place import Place, PlaceFields
from tno.records.spans import DAY_MIN, Span, Spans
from tno.views.channel import AT_A_PLACE, place_of
from tno.views.scene import Scene

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PUBLIC = frozenset({"State", "Municipality", "Region", "RegionalOrganization"})
"""Kinds of organisation, in PTV's words, whose services are a government's."""
_SPOKEN = {"selkosuomi": "fi"}
"""Languages of the vocabulary that are no languages of BCP 47 → the one that they are a form of."""


class ServiceData:
    """What services of a scene are to search engines."""

    def __init__(self, scene: Scene, site_url: str) -> None:
        self._scene, self._site = scene, site_url
        self._organisations: dict[str, tuple[str, str]] = {}
        self._places: dict[int, tuple[PlaceFields, str]] = {}

    def of(self, service: Service, address: str) -> str:
        """JSON of the service whose page is at `address`; "" for one that is not given now."""
        scene = self._scene
        if service.status != "voimassa" or not scene.network.offers(service):
            return ""
        kind, provider = self._provider(service.organisation)
        kinds = scene.once_of(_kinds, service.kind)
        area = scene.once_of(_area, (service.region, service.areas))
        audience = scene.once_of(_audience, service.target_groups)
        channels = ",".join([self._channel(service, channel) for channel in service.channels])
        return (
            f'{{"@context":"https://schema.org","@type":"{kind}","name":{encode_basestring(service.name)}'
            f',"description":{encode_basestring(service.summary)},"url":{encode_basestring(self._site + address)}'
            f',"serviceType":[{kinds}]{provider},"areaServed":[{area}]{audience}{_ages(service)}}}'
            f'{_offer(service)},"availableChannel":[{channels}]}}'
        ).replace("<", "\\u003c")

    def _provider(self, key: str) -> tuple[str, str]:
        """(type of its services, the property `provider`) of an organisation."""
        public, organisation = self.organisation(key)
        return f"{public}Service", f',"provider":{organisation}' if organisation else ""

    def organisation(self, key: str) -> tuple[str, str]:
        """("Government" for a public one, the Organization itself or "")."""
        if (known := self._organisations.get(key)) is None:
            known = self._organisations[key] = self._tell_organisation(self._scene.network.find(Organisation, key))
        return known

    def _tell_organisation(self, organisation: Organisation | None) -> tuple[str, str]:
        if organisation is None:
            return "", ""
        sector = self._scene.network.vocabularies["organisation_type"][organisation.sector]
        public = "Government" if sector.codes.get("ptv") in _PUBLIC else ""
        name, url = encode_basestring(organisation.name), encode_basestring(self._site + address_of(organisation))
        return public, f'{{"@type":"{public}Organization","name":{name},"url":{url}}}'

    def _channel(self, service: Service, channel: Channel) -> str:
        beginning = self._scene.once_of(_channel, (channel.type, channel.languages or service.languages))
        return f"{beginning}{self._reach(channel)}}}"

    def _reach(self, channel: Channel) -> str:
        place = place_of(self._scene, channel) if channel.type in AT_A_PLACE else None
        if place is not None:
            return f',"serviceLocation":{{{self.place(place)}{self._hours("openingHoursSpecification", channel)}}}'
        if channel.phone:
            number = f'"@type":"ContactPoint","telephone":{encode_basestring(channel.phone)}'
            role = "serviceSmsNumber" if channel.type == "tekstiviesti" else "servicePhone"
            return f',"{role}":{{{number}{self._hours("hoursAvailable", channel)}}}'
        url = channel.url or (f"mailto:{channel.email}" if channel.email else None)
        return f',"serviceUrl":{encode_basestring(url)}' if url else ""

    def place(self, place: PlaceFields) -> str:
        """The properties of a Place, without braces."""
        if (known := self._places.get(id(place))) is None:
            known = self._places[id(place)] = place, "".join(self._tell_place(place))
        return known[1]

    def _tell_place(self, place: PlaceFields) -> Iterator[str]:
        municipality = self._scene.network.municipality_of(place.municipality)
        town = municipality.name_in(self._scene.language) if municipality else place.municipality
        is_public = place.address_public
        yield '"@type":"Place"'
        if is_public and isinstance(place, Place):
            yield f',"name":{encode_basestring(place.name)}'
        yield f',"address":{{"@type":"PostalAddress","addressLocality":{encode_basestring(town)},"addressCountry":"FI"'
        for name, value in (("streetAddress", place.street), ("postalCode", place.postal_code)):
            if is_public and value:
                yield f',"{name}":{encode_basestring(value)}'
        yield "}"
        if is_public and place.lat is not None:
            yield f',"geo":{{"@type":"GeoCoordinates","latitude":{place.lat},"longitude":{place.lon}}}'
        if is_public and place.accessibility:
            labels = self._scene.labels("place_accessibility", place.accessibility)
            features = (
                f'{{"@type":"LocationFeatureSpecification","name":{encode_basestring(label)},"value":true}}'
                for label in labels
            )
            yield f',"amenityFeature":[{",".join(features)}]'

    def _hours(self, name: str, channel: Channel) -> str:
        told = self._scene.once(hours_data, channel.hours) if channel.hours else ""
        return f',"{name}":[{told}]' if told else ""

    def spoken(self, languages: tuple[str, ...]) -> str:
        """Codes of languages, without brackets."""
        return self._scene.once_of(_spoken, languages)


def _kinds(scene: Scene, terms: tuple[str, ...]) -> str:
    return ",".join(map(encode_basestring, scene.labels("service_kind", terms)))


def _area(scene: Scene, areas: tuple[str, tuple[str, ...]]) -> str:
    links = scene.municipality_links(*areas)
    return ",".join(f'{{"@type":"AdministrativeArea","name":{encode_basestring(link.label)}}}' for link in links)


def _audience(scene: Scene, terms: tuple[str, ...]) -> str:
    groups = ", ".join(scene.labels("target_group", terms))
    return f',"audience":{{"@type":"PeopleAudience","audienceType":{encode_basestring(groups)}'


def _channel(scene: Scene, key: tuple[str, tuple[str, ...]]) -> str:
    """What a channel of a type, in languages, begins with."""
    kind, languages = key
    name = encode_basestring(scene.label("service_channel", kind))
    return f'{{"@type":"ServiceChannel","name":{name},"availableLanguage":[{scene.once_of(_spoken, languages)}]'


def _spoken(_: Scene, languages: tuple[str, ...]) -> str:
    codes = dict.fromkeys(_SPOKEN.get(language, language) for language in languages)
    return ",".join(map(encode_basestring, codes))


def _ages(service: Service) -> str:
    limits, ages = service.eligibility, ""
    if limits and limits.age_min is not None:
        ages = f',"suggestedMinAge":{limits.age_min}'
    if limits and limits.age_max is not None:
        ages += f',"suggestedMaxAge":{limits.age_max}'
    return ages


def _offer(service: Service) -> str:
    free = service.price is not None and service.price.kind == "maksuton"
    return ',"offers":{"@type":"Offer","price":0,"priceCurrency":"EUR"}' if free else ""


def hours_data(scene: Scene, hours: Hours) -> str:
    """Hours as OpeningHoursSpecification, "" when they are not known: the week, and coming days that differ by date.

    A week that holds only now and then (every other week, a season) is told for the days ahead and no longer.
    """
    if hours.unknown:
        return ""
    ahead = horizon(scene.day, scene.settings.horizon_days)
    by_day = list(zip(ahead.dates, spans_by_day(hours, ahead), strict=True))[1:]
    passing = bool(hours.weeks or hours.season)
    limits = _limits(by_day[0][0], by_day[-1][0]) if passing else ""
    differing = [(day, spans) for day, spans in by_day if spans != (hours.days[day.weekday()] or ())]
    return ",".join([*_week(hours, limits), *_by_date(differing)])


def _week(hours: Hours, limits: str) -> Iterator[str]:
    days_of: dict[Span, list[str]] = {}
    for name, spans in zip(DAYS, hours.days, strict=True):
        for span in spans or ():
            days_of.setdefault(span, []).append(f'"https://schema.org/{name}"')
    for span, days in days_of.items():
        yield _specification(f'"dayOfWeek":[{",".join(days)}],', span, limits)


def _by_date(differing: Sequence[tuple[date, Spans]]) -> Iterator[str]:
    """Days one after another with the same hours are told as one; a closed day opens and closes at midnight."""
    numbered = [(day - timedelta(days=number), day, spans) for number, (day, spans) in enumerate(differing)]
    for _, run in groupby(numbered, key=itemgetter(0, 2)):
        days = list(run)
        limits = _limits(days[0][1], days[-1][1])
        for span in days[0][2] or (Span(0, 0),):
            yield _specification("", span, limits)


def _limits(first: date, last: date) -> str:
    return f',"validFrom":"{first}","validThrough":"{last}"'


def _specification(days: str, span: Span, limits: str) -> str:
    closes = "23:59" if span == (0, DAY_MIN) else _clock(span.end_min)
    kind = '"@type":"OpeningHoursSpecification"'
    return f'{{{kind},{days}"opens":"{_clock(span.start_min)}","closes":"{closes}"{limits}}}'


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
