"""White spots: what serves the people of a municipality, face to face or from afar, and where nothing does.

Four questions are asked at once: whose (municipality), for whom (target group), how (there, from afar) and in what
way (`ASPECTS`: at all, in the evening, in a language). A service answers for a municipality only when its `areas`
name it; distance only tells how far its nearest point is. What rests or is meant for professionals serves nobody here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import acos
from typing import NamedTuple

from tno.country.country import EARTH_RADIUS_KM
from tno.country.municipality import Municipality
from tno.model.nearness import Nearness, Point
from tno.model.network import Network
from tno.records import Place, Service
from tno.records.channel import Channel
from tno.records.hours import Hours
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


class Reach:
    """How a municipality is served: the three words of a white-spot table."""

    YES, FAR, NO = "yes", "far", "no"


class Spot(NamedTuple):
    """How one municipality is served in one way."""

    reach: str
    """One of `Reach`: there, from afar only, not at all."""
    nearest: str | None
    """Key of the service at the nearest point that serves the municipality, else at the nearest of its region's own
    points; None when there is none whose place may be told."""
    km: int | None
    """As the crow flies from the municipality's centre to that point."""
    serves: bool
    """Whether that service serves the municipality."""
    remote: str | None
    """Key of the service nearest to people among those that answer from afar: one of few municipalities first."""


class Figures(NamedTuple):
    """Of how many municipalities a region has, in how many there is a point face to face …"""

    municipalities: int
    face_to_face: int
    evening: int
    """… open in the evening …"""
    swedish: int
    """… that serves in Swedish …"""
    sami: int
    """… or in one of the Sámi languages."""


class _Point(NamedTuple):
    at: Point | None
    """None: where it is may not be told, or it comes to people."""
    town: str | None
    """Code of its municipality; None: it comes to every municipality it serves."""
    bits: int
    service: str


@dataclass(frozen=True, slots=True)
class _Bucket:
    """What serves just the same municipalities."""

    points: list[_Point]
    remote: list[tuple[str, int]]
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
        self._own: dict[str | None, list[_Point]] = {}
        self._spots: dict[str, Mapping[tuple[str, str], Spot]] = {}

    def of(self, municipality: Municipality) -> Mapping[tuple[str, str], Spot]:
        """(target group of `GROUPS`, aspect of `ASPECTS`) → how the municipality is served."""
        if (known := self._spots.get(municipality.code)) is None:
            known = self._spots[municipality.code] = self._looked_at(municipality)
        return known

    def figures(self, municipalities: Iterable[Municipality]) -> Figures:
        """In how many of some municipalities anybody is served face to face, in each way."""
        spots = [self.of(each) for each in municipalities]
        counts = (sum(spot["", aspect].reach == Reach.YES for spot in spots) for aspect in ASPECTS)
        return Figures(len(spots), *counts)

    # --- one municipality -------------------------------------------------------------------------------------------

    def _looked_at(self, municipality: Municipality) -> Mapping[tuple[str, str], Spot]:
        code, here, points, remote = municipality.code, 0, list[_Point](), list[tuple[int, list[tuple[str, int]]]]()
        for codes, services in self._network.services_by_coverage.items():
            if code in codes:
                for own, bucket in self._bucket(codes, services).items():
                    if code in own:
                        points += bucket.points
                        remote.append((len(own), bucket.remote))
        for point in points:
            if point.town is None or point.town == code:
                here |= point.bits
        nearest = self._nearest(municipality, points)
        elsewhere = self._nearest(municipality, self._own_points(municipality.region_id), known=nearest)
        far = _first_of_few(remote)
        return {
            (group, aspect): _spot(1 << (number * _SHIFT + place), here, nearest, elsewhere, far)
            for number, group in enumerate(GROUPS)
            for place, aspect in enumerate(ASPECTS)
        }

    def _own_points(self, region: str | None) -> list[_Point]:
        """Where services of a region are given, whomever they serve."""
        if region not in self._own:
            own = self._own[region] = []
            for codes, services in self._network.services_by_coverage.items():
                if any(service.region == region for service in services):
                    for bucket in self._bucket(codes, services).values():
                        own += [point for point in bucket.points if point.service.partition("/")[0] == region]
        return self._own[region]

    def _nearest(
        self, municipality: Municipality, points: Iterable[_Point], known: Container[int] = ()
    ) -> dict[int, tuple[str, int]]:
        """Bit → (service, kilometres) of its nearest point, for bits that are not known."""
        x, y, z = self._near.centre_of(municipality)
        found = [
            (round(-(x * to[0] + y * to[1] + z * to[2]), 12), service, bits)
            for to, _, bits, service in points
            if to is not None
        ]
        nearest: dict[int, tuple[str, int]] = {}
        wanted = sum(bit for bit in _EVERY_BIT if bit not in known)
        for near, service, bits in sorted(found):
            if new := bits & wanted:
                km = round(EARTH_RADIUS_KM * acos(max(-1.0, min(1.0, -near))))
                nearest.update(dict.fromkeys(_single(new), (service, km)))
                wanted ^= new
                if not wanted:
                    break
        return nearest

    # --- services ---------------------------------------------------------------------------------------------------

    def _bucket(self, codes: frozenset[str], services: Iterable[Service]) -> Mapping[frozenset[str], _Bucket]:
        """Municipalities → what of `services` serves them; a channel may serve fewer than its service."""
        if (known := self._buckets.get(codes)) is None:
            known = self._buckets[codes] = {}
            for service in services:
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
            town = network.municipality_of(place.municipality) if place else None
            at = self._near.point_of(place) if place else None
            bucket = buckets.setdefault(own, _Bucket([], []))
            bucket.points.append(_Point(at, town.code if town else None, bits, key))
        for own, bits in far.items():
            buckets.setdefault(own, _Bucket([], [])).remote.append((key, bits))

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
