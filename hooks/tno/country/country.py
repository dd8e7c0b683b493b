"""The whole country: its municipalities and areas, and the questions everybody asks of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from tno.country.area import Area, AreaPart, Authority
from tno.country.everyday import Everyday
from tno.country.first_steps import FirstSteps
from tno.country.municipality import Municipality
from tno.country.outlines import Outlines
from tno.country.place_names import PostalCodes, Village
from tno.country.spelling import folded, inflected, misspelt, shortened

EARTH_RADIUS_KM = 6371.0088
"""Mean radius (IUGG)."""


def great_circle_km(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Distance along the ground as the crow flies; degrees WGS 84, error under 0.6 %."""
    lat_a, lat_b = radians(latitude_a), radians(latitude_b)
    half = sin((lat_b - lat_a) / 2) ** 2
    half += cos(lat_a) * cos(lat_b) * sin(radians(longitude_b - longitude_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half)))


@dataclass(frozen=True, eq=False)
class Country:
    """Finland's municipalities and official areas. Made by `tno.country.load_country`."""

    municipalities: Mapping[str, Municipality]
    """Code → municipality, in Finnish alphabetical order."""
    maakunnat: Mapping[str, Area]
    """Code → maakunta, in the order of codes; Åland ("21") is one of the 19."""
    ely_areas: Mapping[str, Area]
    """Id → ELY area, in the order of codes: the portal's 15 sections."""
    successor_areas: Mapping[str, Area]
    """Id → area of an elinvoimakeskus, in the order of codes."""
    employment_areas: Mapping[str, Area]
    """Code → employment area (työllisyysalue), in the order of codes."""
    health_arrangers: Mapping[str, Area]
    """Id → who arranges health and social services: the wellbeing services counties in Finnish alphabetical order, then
    the city of Helsinki. Åland belongs to none."""
    villages: tuple[Village, ...] = ()
    """Former municipalities and villages that are known, in Finnish alphabetical order. Far from all."""
    postal_codes: tuple[PostalCodes, ...] = ()
    """Postal codes that are known, in their order. Far from all."""
    first_steps: FirstSteps = field(default_factory=FirstSteps)
    """What somebody who does not know what to ask for chooses from."""
    everyday: tuple[Everyday, ...] = ()
    """What people say instead of the network's own words."""
    outlines: Outlines = field(default_factory=Outlines)
    """Boundaries for maps."""

    @property
    def has_boundaries(self) -> bool:
        """Whether the official boundaries of municipalities are there."""
        return self.outlines.municipalities is not None

    @cached_property
    def by_slug(self) -> Mapping[str, Municipality]:
        """Slug → municipality, in Finnish alphabetical order."""
        return {municipality.slug: municipality for municipality in self.municipalities.values()}

    def municipalities_of(self, area: Area) -> tuple[Municipality, ...]:
        """The municipalities of `area`, in Finnish alphabetical order."""
        return tuple(self.municipalities[code] for code in area.municipality_codes)

    # --- names --------------------------------------------------------------------------------------------------------

    def find_municipality(self, text: str) -> Municipality | None:
        """The municipality whose code or name in Finnish, Swedish or Northern Sámi is `text`.

        Capitals, dots and spaces around do not matter: "oulu", "UTSJOKI", "Jyvaskyla", "Uleåborg" are found.
        """
        return self.municipalities.get(text.strip()) or self._by_name.get(folded(text))

    def advice(self, text: str) -> dict[str, str]:
        """What a message can add when `find_municipality(text)` is None: `suggestion`, if some name is close.

        Understands case forms ("Oulun", "Rovaniemellä", "Sallan kunta"), slips and codes without leading zeros.
        """
        if text not in self._advice_given:
            self._advice_given[text] = self._meant(text.strip())
        found = self._advice_given[text]
        return {"suggestion": found} if found else {}

    def _meant(self, text: str) -> str | None:
        if text.isdecimal():
            return code if (code := text.zfill(3)) in self.municipalities else None
        finnish, every = self._finnish_names, self._written_names
        name = inflected(text, finnish) or inflected(text, every) or shortened(text, finnish) or misspelt(text, every)
        return every[name] if name else None

    @cached_property
    def _advice_given(self) -> dict[str, str | None]:
        """The same wrong name may stand in thousands of files; comparing it costs milliseconds."""
        return {}

    @cached_property
    def _by_name(self) -> Mapping[str, Municipality]:
        """Folded name → municipality; that no name folds into another's is checked when the tables are read."""
        return {folded(name): municipality for name, municipality in self._names()}

    @cached_property
    def _written_names(self) -> Mapping[str, str]:
        """Folded name → the name as it is written."""
        found: dict[str, str] = {}
        for name, _ in self._names():
            found.setdefault(folded(name), name)
        return found

    @cached_property
    def _finnish_names(self) -> Mapping[str, str]:
        return {folded(municipality.name): municipality.name for municipality in self.municipalities.values()}

    def _names(self) -> Iterator[tuple[str, Municipality]]:
        for language in ("fi", "sv", "se"):
            yield from ((m.names[language], m) for m in self.municipalities.values() if language in m.names)
        yield from ((name, m) for m in self.municipalities.values() for name in m.other_names)

    # --- areas --------------------------------------------------------------------------------------------------------

    def authority_today(self, area_id: str, day: date) -> tuple[Authority, ...]:
        """Who carries the tasks of ELY area `area_id` on `day`, each with the maakunnat it looks after.

        The ELY centre to the end of 2025, then the elinvoimakeskus: one, or in Häme two. Empty before 2010.
        """
        area = self.ely_areas[area_id]
        carriers = (area, *(self.successor_areas[successor] for successor in area.succeeded_by))
        return tuple(
            Authority(carrier, tuple(code for code in area.maakunta_codes if code in carrier.maakunta_codes))
            for carrier in carriers
            if carrier.is_valid_on(day)
        )

    def parts_of(self, successor: Area) -> tuple[AreaPart, ...]:
        """Which ELY areas an elinvoimakeskus looks after, in the order of codes. Municipalities decide."""
        found: dict[str, list[str]] = {}
        for code in successor.municipality_codes:
            if home := self.municipalities[code].region_id:
                found.setdefault(home, []).append(code)
        return tuple(
            AreaPart(area, tuple(found[area.id]), len(found[area.id]) == len(area.municipality_codes))
            for area in self.ely_areas.values()
            if area.id in found
        )

    def neighbours(self, area_id: str) -> tuple[Area, ...]:
        """The ELY areas that share a land border with `area_id`, in the order of codes."""
        near = self.ely_areas[area_id].neighbours
        return tuple(area for area in self.ely_areas.values() if area.id in near)

    def health_arranger_of(self, municipality: Municipality) -> Area | None:
        """Who arranges health and social services in `municipality`; None on Åland."""
        return self._health_arrangers_by_name.get(municipality.wellbeing_county or "")

    @cached_property
    def _health_arrangers_by_name(self) -> Mapping[str, Area]:
        return {area.name: area for area in self.health_arrangers.values()}
