"""Whom the register says a record serves → the words of our `areas`."""

from __future__ import annotations

from collections.abc import Iterable

from tno.country.country import Country
from tno.from_register.notes import RecordNotes
from tno.from_register.shapes import Node, shown
from tno.model.coverage import MAINLAND, WHOLE_AREA, WHOLE_COUNTRY

_WHOLE = {"nationwide": WHOLE_COUNTRY, "nationwideexceptalandislands": MAINLAND}
LIMITED = frozenset({"limitedtype", "limited"})
_MUNICIPALITY, _MAAKUNTA = "municipality", frozenset({"region", "province"})


class AreaReader:
    """Reads areas for records of one region."""

    def __init__(self, country: Country, region: str) -> None:
        self._country, self._region = country, region

    def words(self, node: Node, notes: RecordNotes) -> list[str]:
        """Words for our `areas`; empty when nothing is told."""
        kind = node.text("areaType").strip().lower()
        areas = node.nodes("areas")
        if kind in _WHOLE:
            for area in areas:
                area.put_away_whole()
            return [_WHOLE[kind]]
        if kind and kind not in LIMITED:
            notes.add("unknown-code", "areaType", shown(node.text("areaType")))
        codes: dict[str, None] = {}
        for index, area in enumerate(areas):
            codes |= dict.fromkeys(self._codes(area, f"areas[{index}]", notes))
        return self._shortest(codes)

    def _codes(self, area: Node, field: str, notes: RecordNotes) -> list[str]:
        kind, code = area.text("type").strip().lower(), area.text("code").strip()
        told = [each.text("code").strip() for each in area.nodes("municipalities")]
        if kind == _MUNICIPALITY and not told and code:
            told = [code]
        found = []
        for each in told:
            padded = each.zfill(3) if each.isdecimal() else each
            if padded in self._country.municipalities:
                found.append(padded)
            else:
                notes.add("area", f"{field}.municipalities", each or "tyhjä koodi")
        if not told and kind in _MAAKUNTA:
            maakunta = self._country.maakunnat.get(code.zfill(2) if code.isdecimal() else code)
            found = list(maakunta.municipality_codes) if maakunta else []
        if not found and not told:
            notes.add("area", field, shown(area))
        return found

    def _shortest(self, codes: Iterable[str]) -> list[str]:
        """The whole area's word where `codes` are just its municipalities, else names in the Finnish alphabet."""
        told = frozenset(codes)
        if not told:
            return []
        for area in self._country.ely_areas.values():
            if told == frozenset(area.municipality_codes):
                return [WHOLE_AREA if area.id == self._region else area.id]
        if told == frozenset(self._country.municipalities):
            return [WHOLE_COUNTRY]
        return [each.name for each in self._country.municipalities.values() if each.code in told]
