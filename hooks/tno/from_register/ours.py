"""Our own records as the register knows them, by its ids, business ids and names; what differs from what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from tno.finnish import phone as written_phone
from tno.from_register.hours import hours_in_words
from tno.from_register.setting import Setting
from tno.from_register.shapes import shown
from tno.frozen import frozen
from tno.model.network import Network
from tno.records import Organisation, Place, Record, Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.records.place import PlaceFields
from tno.records.scalars import in_language
from tno.records.validate import Context, validate

NEAR_DEG = 0.0001
"""Ten metres: places nearer than this are the same."""
_FACTS = ("phone", "call_charge", "email", "url", "hours", "languages")
_TEXTS = ("name", "note")
_OF_PLACE = ("municipality", "street", "postal_code", "post_office")
_OF_ORGANISATION = ("website", "email", "phone", "business_id")


class Difference(NamedTuple):
    """One value that the register tells otherwise."""

    field: str
    """As the report names it."""
    ours: str
    theirs: str
    """Both as they are shown."""
    path: tuple[str | int, ...] = ()
    """Where a fact can be set in our file; empty: it is only told. Channels stand as `channels`, number."""
    value: Any = None
    is_text: bool = False


@frozen
class Ours:
    """The network's records, for one region."""

    network: Network
    region: str
    setting: Setting

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """The register's id → service of the region."""
        return _by_ptv(self.network.regions[self.region].all_of(Service))

    @cached_property
    def elsewhere(self) -> Mapping[str, Service]:
        """The register's id → service of another region."""
        return _by_ptv(each for each in self.network.all_of(Service).values() if each.region != self.region)

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """The register's id → organisation of any region."""
        return _by_ptv(self.network.all_of(Organisation).values())

    def organisation_like(self, name: str, business_id: str) -> Organisation | None:
        """The one organisation with this business id, else the one with this name; those of the region first."""
        every = self.network.all_of(Organisation).values()
        own = [each for each in every if each.region == self.region]
        for among in (own, every):
            for found in (
                [each for each in among if business_id and each.business_id == business_id],
                [each for each in among if str.__str__(each.name).casefold() == name.casefold()],
            ):
                if len(found) == 1:
                    return found[0]
        return None

    def service_like(self, name: str, organisation: str) -> Service | None:
        """A service of the region with this name that the same organisation gives."""
        key = organisation if "/" in organisation else f"{self.region}/{organisation}"
        for each in self.network.regions[self.region].all_of(Service):
            if str.__str__(each.name).casefold() == name.casefold() and each.organisation == key:
                return each
        return None

    def reference(self, record: Record) -> str:
        """How a record of the region writes the reference."""
        return record.id if record.region == self.region else record.key

    def place_like(self, place: Mapping[str, Any]) -> str:
        """Reference to the place of the region at the same address; empty when there is none."""
        street = str(_finnish(place.get("street"))).casefold()
        for each in self.network.regions[self.region].all_of(Place):
            if not street or not each.address_public or not each.street:
                continue
            same_town = self._town(each.municipality) == self._town(str(place.get("municipality")))
            if same_town and str.__str__(each.street).casefold() == street:
                return each.id
        return ""

    def _town(self, text: str) -> str:
        found = self.network.municipality_of(text)
        return found.code if found else text

    # --- what differs -------------------------------------------------------------------------------------------------

    def service_differences(self, ours: Service, values: Mapping[str, Any], body: str) -> Iterator[Difference]:
        """Facts and texts that the register tells otherwise. Kinds, groups and topics are the editors' own choice."""
        for key in ("name", "summary"):
            yield from _text(key, getattr(ours, key), values.get(key))
        if body and body.split() != ours.body.split():
            yield Difference("kuvaus", shown(ours.body), shown(body), is_text=True)
        how = getattr(ours, "how_to_start", None)
        yield from _text("how_to_start", how, values.get("how_to_start"))
        told = tuple(values.get("languages", ()))
        if told and set(told) != set(ours.languages):
            yield Difference("languages", ", ".join(ours.languages), ", ".join(told), ("languages",), list(told))
        areas = values.get("areas", [])
        words = self.network.area_words
        if areas and words.covered(self.region, areas) != self.network.covered_by(ours):
            yield Difference("areas", ", ".join(ours.areas), ", ".join(areas), ("areas",), list(areas))
        price = values.get("price", {}).get("kind")
        if price and (ours.price is None or ours.price.kind != price):
            path: tuple[str | int, ...] = ("price", "kind") if ours.price else ("price",)
            was = ours.price.kind if ours.price else "ei kerrottu"
            yield Difference("price", was, price, path, price if ours.price else {"kind": price})

    def channel_differences(
        self, ours: Channel, theirs: Mapping[str, Any], name: str, is_sure: bool
    ) -> Iterator[Difference]:
        """The same of one channel; `is_sure`: ours says that it is from this one."""
        part, _ = validate(Channel, theirs, Context(self.setting.vocabularies, self.region, example=False))
        if part is None:
            return
        for key in _FACTS:
            was, now = getattr(ours, key), getattr(part, key)
            if now and not self._same(key, was, now):
                path = (key,) if is_sure else ()
                told = _said(now) if isinstance(now, Hours) else shown(theirs[key])
                yield Difference(f"{name}.{key}", _said(was), told, path, theirs[key])
        for key in _TEXTS:
            yield from _text(f"{name}.{key}", getattr(ours, key), theirs.get(key))
        yield from self._place_differences(ours, part, theirs, name, is_sure)

    def _same(self, key: str, was: Any, now: Any) -> bool:
        if key == "languages":
            return set(was) == set(now)
        if isinstance(now, Hours) and isinstance(was, Hours):
            return _coming(was, self.setting.today) == _coming(now, self.setting.today)
        return bool(was == now)

    def _place_differences(
        self, ours: Channel, theirs: Channel, values: Mapping[str, Any], name: str, is_sure: bool
    ) -> Iterator[Difference]:
        there = ours.place
        was = self.network.find(Place, there) if isinstance(there, str) else there
        now = self.network.find(Place, theirs.place) if isinstance(theirs.place, str) else theirs.place
        if now is None or was is now:
            return
        if was is None:
            yield Difference(f"{name}.place", "ei paikkaa", shown(values["place"]))
            return
        can_set = is_sure and not isinstance(there, str) and isinstance(values["place"], Mapping)
        for key in _OF_PLACE:
            old, new = _plain_text(getattr(was, key)), _plain_text(getattr(now, key))
            if key == "municipality":
                old, new = self._town(old), self._town(new)
            if new and old.casefold() != new.casefold():
                path = ("place", key) if can_set else ()
                told = values["place"][key] if isinstance(values["place"], Mapping) else new
                yield Difference(f"{name}.place.{key}", _said(getattr(was, key)), shown(told), path, told)
        if now.lat is not None and _far(was, now):
            old = f"{was.lat}, {was.lon}" if was.lat is not None else "ei kerrottu"
            yield Difference(f"{name}.place (sijainti)", old, f"{now.lat}, {now.lon}")

    def organisation_differences(self, ours: Organisation, values: Mapping[str, Any]) -> Iterator[Difference]:
        """Facts of an organisation that the register tells otherwise."""
        checked = {"id": "x", "sector": "jarjesto", **values}
        part, _ = validate(Organisation, checked, Context(self.setting.vocabularies, self.region, example=False))
        yield from _text("name", ours.name, values.get("name"))
        for key in _OF_ORGANISATION:
            now = getattr(part, key, None)
            if now and getattr(ours, key) != now:
                yield Difference(key, _said(getattr(ours, key)), shown(values[key]), (key,), values[key])


def _by_ptv(records: Iterable[Any]) -> dict[str, Any]:
    return {each.external_ids.ptv.strip(): each for each in records if each.external_ids and each.external_ids.ptv}


def _text(field: str, ours: str | None, theirs: Any) -> Iterator[Difference]:
    """A difference of the Finnish texts."""
    told = _finnish(theirs)
    if told and " ".join(str.__str__(ours or "").split()) != " ".join(told.split()):
        yield Difference(field, _said(ours), shown(told), is_text=True)


def _finnish(value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get("fi", ""))
    return str(value or "")


def _plain_text(value: Any) -> str:
    return str(in_language(value, "fi") or "") if isinstance(value, str) else ""


def _said(value: Any) -> str:
    if value in (None, "", ()):
        return "ei kerrottu"
    if isinstance(value, Hours):
        return shown(hours_in_words(value))
    text = ", ".join(value) if isinstance(value, tuple) else str.__str__(value)
    return written_phone(text) if text.startswith("+358") else shown(text)


def _coming(hours: Hours, today: date) -> tuple[Any, ...]:
    """What hours say of today and later."""
    coming = [each for each in hours.exceptions if not each.dates or each.dates[1] >= today]
    seasons = [each for each in hours.season if not isinstance(each.until, date) or each.until >= today]
    exceptions = sorted((str(each.dates), str(each.named_day), str(each.spans)) for each in coming)
    return hours.days, hours.weeks, hours.unknown, seasons, exceptions


def _far(was: PlaceFields, now: PlaceFields) -> bool:
    if was.lat is None or was.lon is None or now.lat is None or now.lon is None:
        return True
    return abs(was.lat - now.lat) > NEAR_DEG or abs(was.lon - now.lon) > 2 * NEAR_DEG
