"""White spots: what serves the people of a municipality, face to face or from afar, and where nothing does.

Four questions are asked at once: whose (municipality), for whom (target group), how (there, from afar) and in what
way (`ASPECTS`: at all, in the evening, in a language). A service answers for a municipality only when its `areas`
name it; distance only tells how far its nearest point is. What rests or is meant for professionals serves nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from math import acos
from typing import NamedTuple

from tno.country.country import EARTH_RADIUS_KM
from tno.country.municipality import Municipality
from tno.model.coverage_figures import Figures
from tno.model.nearness import Nearness, Point
from tno.model.network import Network
from tno.records import Place, Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.records.place import PlaceFields
from tno.records.season_day import covers

EVERYONE = "kaikki"
KEY_GROUPS: Mapping[str, frozenset[str]] = {
    "nuoret": frozenset({"nuoret", "alle-30"}),
    "aikuiset": frozenset({"aikuiset"}),
    "tyottomat": frozenset({"tyottomat"}),
    "maahan-muuttaneet": frozenset({"maahan-muuttaneet"}),
    "osatyokykyiset": frozenset({"osatyokykyiset"}),
}
"""Target group that every municipality should have a service for → terms that say so; `kaikki` says it of all."""
GROUPS = ("", *KEY_GROUPS)
"""For whom: "" is anybody at all."""
ASPECTS = ("any", "evening", "swedish", "sami")
"""In what way: at all, after working hours, in Swedish, in one of the Sámi languages."""
PROFESSIONALS = frozenset({"ohjausalan-ammattilaiset", "verkoston-jasenet", "tyonantajat", "jarjestot"})
"""Target groups that are not people in need of guidance."""
SAMI = frozenset({"se", "smn", "sms"})
FACE_TO_FACE = frozenset({"palvelupaikka", "liikkuva-palvelu", "ryhma"})
REMOTE = frozenset({"puhelin", "takaisinsoitto", "sahkoposti", "chat", "videovastaanotto", "tekstiviesti"})
"""Channels in which a human being answers. A web page or a form is none."""
EVENING_MIN = 17 * 60
"""Whoever is there on a weekday after this minute, or at a weekend, serves those who work."""
GIVEN = "voimassa"
_WEEKDAYS = 5
_ASPECT_BITS = {aspect: 1 << number for number, aspect in enumerate(ASPECTS)}
_SHIFT = len(ASPECTS)
_EVERY_BIT = tuple(1 << number for number in range(len(GROUPS) * _SHIFT))
_EVERY = sum(_EVERY_BIT)


class Reach:
    """How a municipality is served: the three words of a white-spot table."""

    YES, FAR, NO = "yes", "far", "no"


class Spot(NamedTuple):
    """How one municipality is served in one way."""

    reach: str
    """One of `Reach`: there, from afar only, not at all."""
    nearest: str | None
    """Key of the service at the nearest point that serves the municipality, else at the nearest of its region's own;
    None when there is none whose place may be told, and where people are served in the municipality itself."""
    km: int | None
    """As the crow flies from the municipality's centre to that point."""
    serves: bool
    """Whether that service serves the municipality."""
    remote: str | None
    """Key of the service nearest to people among those that answer from afar: one of few municipalities first."""


class _Point(NamedTuple):
    """Where somebody is met, as far as it may be told."""

    at: Point
    bits: int
    service: str


@dataclass(slots=True)
class _Bucket:
    """What serves just the same municipalities."""

    points: list[_Point] = field(default_factory=list)
    in_town: dict[str, int] = field(default_factory=dict)
    """Code of a municipality → bits of what is given in it."""
    visiting: int = 0
    """Bits of what comes to each of them."""
    remote: list[tuple[str, int]] = field(default_factory=list)
    """(key of a service, its bits), by name."""


class WhiteSpots:
    """White spots of the whole network; a municipality is worked out when it is asked for."""

    def __init__(self, network: Network, day: date) -> None:
        """
        Args:
            network: the Finnish one.
        """
        self._network, self._day, self._near = network, day, Nearness(network)
        self._buckets: dict[frozenset[str], dict[frozenset[str], _Bucket]] = {}
        self._group_bits: dict[tuple[str, ...], int] = {}
        self._evenings: dict[int, tuple[Hours, bool]] = {}
        self._own: dict[str, list[_Point]] = {}
        self._spots: dict[str, Mapping[tuple[str, str], Spot]] = {}
        self._places: dict[int, tuple[PlaceFields, tuple[str | None, Point | None]]] = {}
        self._serving_now: dict[str, list[tuple[int, _Bucket]]] = {}

    def of(self, municipality: Municipality) -> Mapping[tuple[str, str], Spot]:
        """(target group of `GROUPS`, aspect of `ASPECTS`) → how the municipality is served."""
        if (known := self._spots.get(municipality.code)) is None:
            known = self._spots[municipality.code] = self._looked_at(municipality)
        return known

    def figures(self, municipalities: Iterable[Municipality]) -> Figures:
        """In how many of some municipalities anybody is served face to face, in each way."""
        here = [self._here(each.code) for each in municipalities]
        return Figures(len(here), *(sum(bool(bits & bit) for bits in here) for bit in _EVERY_BIT[:_SHIFT]))

    # --- one municipality -------------------------------------------------------------------------------------------

    def _serving(self, code: str) -> list[tuple[int, _Bucket]]:
        """(how many municipalities they serve, what serves them) of each bucket that serves a municipality."""
        if (known := self._serving_now.get(code)) is None:
            known = self._serving_now[code] = [
                (len(own), bucket)
                for codes in self._by_municipality.get(code, ())
                for own, bucket in self._bucket(codes).items()
                if code in own
            ]
        return known

    @cached_property
    def _by_municipality(self) -> Mapping[str, list[frozenset[str]]]:
        """Municipality → the sets of `services_by_coverage` it is in."""
        found: dict[str, list[frozenset[str]]] = {}
        for codes in self._network.services_by_coverage:
            for code in codes:
                found.setdefault(code, []).append(codes)
        return found

    @cached_property
    def _by_region(self) -> Mapping[str, list[frozenset[str]]]:
        """Region → the sets of `services_by_coverage` that a service of the region serves."""
        found: dict[str, list[frozenset[str]]] = {}
        for codes, services in self._network.services_by_coverage.items():
            for region in {service.region for service in services}:
                found.setdefault(region, []).append(codes)
        return found

    def _here(self, code: str) -> int:
        """A bit for each group and aspect that somebody serves face to face in a municipality."""
        here = 0
        for _, bucket in self._serving(code):
            here |= bucket.visiting | bucket.in_town.get(code, 0)
        return here

    def _looked_at(self, municipality: Municipality) -> Mapping[tuple[str, str], Spot]:
        here, serving = self._here(municipality.code), self._serving(municipality.code)
        wanted = _EVERY & ~here
        nearest = self._nearest(municipality, chain.from_iterable(bucket.points for _, bucket in serving), wanted)
        left = wanted & ~sum(nearest)
        home = municipality.region_id
        elsewhere = self._nearest(municipality, self._own_points(home), left) if left and home else {}
        far = _first_of_few((size, bucket.remote) for size, bucket in serving if bucket.remote)
        return {
            (group, aspect): _spot(1 << (number * _SHIFT + place), here, nearest, elsewhere, far)
            for number, group in enumerate(GROUPS)
            for place, aspect in enumerate(ASPECTS)
        }

    def _own_points(self, region: str) -> list[_Point]:
        """Where services of a region are given, whomever they serve."""
        if (known := self._own.get(region)) is None:
            home = f"{region}/"
            known = self._own[region] = [
                point
                for codes in self._by_region.get(region, ())
                for bucket in self._bucket(codes).values()
                for point in bucket.points
                if point.service.startswith(home)
            ]
        return known

    def _nearest(self, municipality: Municipality, points: Iterable[_Point], wanted: int) -> dict[int, tuple[str, int]]:
        """Bit → (service, kilometres) of its nearest point, for the bits that are wanted."""
        x, y, z = self._near.centre_of(municipality)
        found = [
            (round(-(x * at[0] + y * at[1] + z * at[2]), 12), service, bits)
            for at, bits, service in points
            if bits & wanted
        ]
        nearest: dict[int, tuple[str, int]] = {}
        for near, service, bits in sorted(found):
            if new := bits & wanted:
                km = round(EARTH_RADIUS_KM * acos(max(-1.0, min(1.0, -near))))
                nearest.update(dict.fromkeys(_single(new), (service, km)))
                wanted ^= new
                if not wanted:
                    break
        return nearest

    # --- services ---------------------------------------------------------------------------------------------------

    def _bucket(self, codes: frozenset[str]) -> Mapping[frozenset[str], _Bucket]:
        """Municipalities → what serves them of the services of these `codes`; a channel may serve fewer of them."""
        if (known := self._buckets.get(codes)) is None:
            known = self._buckets[codes] = {}
            for service in self._network.services_by_coverage[codes]:
                if service.status == GIVEN and not PROFESSIONALS.issuperset(service.target_groups):
                    self._put(service, codes, known)
        return known

    def _put(self, service: Service, codes: frozenset[str], buckets: dict[frozenset[str], _Bucket]) -> None:
        network, key = self._network, service.key
        groups, far = self._bits_of_groups(service.target_groups), dict[frozenset[str], int]()
        for channel in service.channels:
            if channel.type not in FACE_TO_FACE and channel.type not in REMOTE:
                continue
            own = codes & network.area_words.covered(service.region, channel.areas) if channel.areas else codes
            bits = groups * self._bits_of_channel(service, channel)
            if channel.type in REMOTE:
                far[own] = far.get(own, 0) | bits
                continue
            place = network.find(Place, channel.place) if isinstance(channel.place, str) else channel.place
            if place is None and channel.type != "liikkuva-palvelu":
                continue
            if (bucket := buckets.get(own)) is None:
                bucket = buckets[own] = _Bucket()
            if place is None:
                bucket.visiting |= bits
                continue
            town, at = self._where(place)
            if town:
                bucket.in_town[town] = bucket.in_town.get(town, 0) | bits
            if at:
                bucket.points.append(_Point(at, bits, key))
        for own, bits in far.items():
            if (bucket := buckets.get(own)) is None:
                bucket = buckets[own] = _Bucket()
            bucket.remote.append((key, bits))

    def _where(self, place: PlaceFields) -> tuple[str | None, Point | None]:
        """Code of the municipality of a place, and its point if that may be told."""
        if (known := self._places.get(id(place))) is None:
            town = self._network.municipality_of(place.municipality)
            where = town.code if town else None, self._near.point_of(place)
            known = self._places[id(place)] = place, where  # the place too: its id stays its own
        return known[1]

    def _bits_of_groups(self, terms: tuple[str, ...]) -> int:
        """A bit for each group that a service of these target groups is for, as far apart as there are aspects."""
        if (known := self._group_bits.get(terms)) is None:
            everyone = EVERYONE in terms
            groups = (everyone or not words.isdisjoint(terms) for words in KEY_GROUPS.values())
            known = 1 + sum(1 << (number * _SHIFT) for number, is_for in enumerate(groups, 1) if is_for)
            self._group_bits[terms] = known
        return known

    def _bits_of_channel(self, service: Service, channel: Channel) -> int:
        languages = channel.languages or service.languages
        bits = _ASPECT_BITS["any"]
        if "sv" in languages:
            bits |= _ASPECT_BITS["swedish"]
        if not SAMI.isdisjoint(languages):
            bits |= _ASPECT_BITS["sami"]
        if channel.hours and self._in_evening(channel.hours):
            bits |= _ASPECT_BITS["evening"]
        return bits

    def _in_evening(self, hours: Hours) -> bool:
        if (known := self._evenings.get(id(hours))) is None:
            known = self._evenings[id(hours)] = hours, serves_in_evening(hours, self._day)  # its id stays its own
        return known[1]


def serves_in_evening(hours: Hours, day: date) -> bool:
    """Whether the ordinary week around `day` has an hour after working hours. Single exceptions change nothing."""
    if hours.unknown:
        return False
    seasons = [season for season in hours.season if covers(season.bounds, day)]
    with_days = [season.days for season in seasons if season.has_days]
    bounded = [season for season in hours.season if not season.has_days]
    if bounded and not seasons:
        return False
    week = with_days[0] if with_days else hours.days
    return any(
        span.end_min > EVENING_MIN or number >= _WEEKDAYS for number, spans in enumerate(week) for span in spans or ()
    )


def _spot(
    bit: int,
    here: int,
    nearest: Mapping[int, tuple[str, int]],
    elsewhere: Mapping[int, tuple[str, int]],
    far: Mapping[int, str],
) -> Spot:
    service, km = nearest.get(bit) or elsewhere.get(bit) or (None, None)
    remote = far.get(bit)
    reach = Reach.YES if here & bit else Reach.FAR if remote else Reach.NO
    return Spot(reach, service, km, bit in nearest, remote)


def _first_of_few(remote: Iterable[tuple[int, list[tuple[str, int]]]]) -> dict[int, str]:
    """Bit → the service that answers from afar for the fewest municipalities, the first by name."""
    found: dict[int, str] = {}
    seen = 0
    for _, services in sorted(remote, key=lambda item: (item[0], item[1][:1])):
        for service, bits in services:
            if new := bits & ~seen:
                found.update(dict.fromkeys(_single(new), service))
                seen |= new
    return found


def _single(bits: int) -> list[int]:
    """The bits of a number one by one."""
    found = []
    while bits:
        low = bits & -bits
        found.append(low)
        bits ^= low
    return found
