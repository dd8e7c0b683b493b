"""A municipality (kunta): the unit by which services are found, events placed and white spots counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from tno.frozen import frozen


@frozen
class Municipality:
    """One of Finland's 308 municipalities."""

    code: str
    """Statistics Finland's code of three digits, e.g. "049"; leading zeros matter."""
    name: str
    """Finnish name in the nominative, e.g. "Rovaniemi"."""
    slug: str
    """Part of its address, unique in the country: /kunnat/rovaniemi/."""
    names: Mapping[str, str] = field(hash=False)
    """Language → name: `fi` and `sv` always, `se` (Northern Sámi) in the Sámi home area."""
    other_names: tuple[str, ...]
    """Further names in use, by which it is found but not called."""
    maakunta_code: str
    sub_region: str
    """Seutukunta, by name."""
    region_id: str | None
    """ELY area, which is also the portal's section: "lappi". None on Åland."""
    successor_area: str | None
    """Area of the elinvoimakeskus that carries the ELY centre's tasks since 2026. None on Åland."""
    employment_area: str | None
    """Code of the employment area (työllisyysalue) since 2025. None on Åland."""
    wellbeing_county: str | None
    """Who arranges health and social services, by name. Helsinki does so itself; None on Åland."""
    language: str
    """`fi`, `sv`, `fi-sv` or `sv-fi`: bilingual, the majority's language first."""
    sami_home_area: str | None
    """`koko` when all of it, `osa` when part of it belongs to the Sámi home area."""
    latitude_deg: float
    """Municipal centre, WGS 84."""
    longitude_deg: float

    @property
    def languages(self) -> tuple[str, ...]:
        """Official languages, the majority's first."""
        return tuple(self.language.split("-"))

    def name_in(self, language: str) -> str:
        """Its name in `language`, else in Finnish."""
        return self.names.get(language, self.name)
