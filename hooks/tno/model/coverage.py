"""Whom a service serves: the words of `areas` turned into municipalities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tno.country.country import Country
from tno.records import RegionProfile

WHOLE_AREA, MAINLAND, WHOLE_COUNTRY = "koko-alue", "manner-suomi", "koko-maa"
"""Words of `areas` that are no names: the record's own region, Finland without Åland, Finland with Åland."""

Codes = frozenset[str]


@dataclass(slots=True)
class AreaWords:
    """Turns words of `areas` into municipality codes, remembering each answer."""

    country: Country
    profiles: Mapping[str, RegionProfile]
    _known: dict[tuple[str, str], Codes | None] = field(default_factory=dict)
    _joined: dict[tuple[str, tuple[str, ...]], Codes] = field(default_factory=dict)

    def codes(self, region: str, word: str) -> Codes | None:
        """Municipality codes that `word` means in `region`, or None when it means nothing."""
        key = region, word
        if key not in self._known:
            self._known[key] = self._look_up(region, word.strip())
        return self._known[key]

    def covered(self, region: str, words: Iterable[str]) -> Codes:
        """Municipality codes that all `words` together mean; words without a meaning are left out."""
        key = region, tuple(words)
        if key not in self._joined:
            self._joined[key] = frozenset[str]().union(*(self.codes(region, word) or () for word in key[1]))
        return self._joined[key]

    def _look_up(self, region: str, word: str) -> Codes | None:
        if word == WHOLE_AREA:
            return self._whole_area(region)
        if word == MAINLAND:
            return self.mainland
        if word == WHOLE_COUNTRY:
            return frozenset(self.country.municipalities)
        if municipality := self.country.find_municipality(word):
            return frozenset((municipality.code,))
        return self._sub_area(region, word) or self._region(word)

    @property
    def mainland(self) -> Codes:
        """Every municipality that lies in an ELY area: Finland without Åland."""
        return frozenset().union(*(area.municipality_codes for area in self.country.ely_areas.values()))

    def _whole_area(self, region: str) -> Codes:
        area = self.country.ely_areas.get(region)
        return frozenset(area.municipality_codes) if area else self.mainland

    def _sub_area(self, region: str, word: str) -> Codes | None:
        home, _, name = word.rpartition("/")
        profile = self.profiles.get(home or region)
        for sub_area in profile.sub_areas if profile else ():
            if name.casefold() in (sub_area.id, str(sub_area.name).casefold()):
                found = (self.country.find_municipality(text) for text in sub_area.municipalities)
                return frozenset(municipality.code for municipality in found if municipality)
        return None

    def _region(self, word: str) -> Codes | None:
        for area in self.country.ely_areas.values():
            if word.casefold() in {area.id, *(name.casefold() for name in area.names.values())}:
                return frozenset(area.municipality_codes)
        return None
