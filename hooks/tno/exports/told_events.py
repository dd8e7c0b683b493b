"""Events as feeds need them: what a component is made of, where it happens, whether it is still told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from tno.addresses import address_of
from tno.ledger import Ledger, Line, Seen, next_line
from tno.model.network import Region
from tno.noticed import content_hash
from tno.records import Event, Place
from tno.records.moment import day_of
from tno.records.rule import last_date
from tno.views.scene import Scene, places_of_event

PAST_DAYS = 366
"""What was over so many days ago has left the feeds; its page and its own file stay."""


class Told(NamedTuple):
    """An event with all that its component is made of."""

    event: Event
    line: Line
    made_of: str
    homes: frozenset[str]
    """Codes of the municipalities it happens in; empty when nobody has to come anywhere."""
    is_current: bool
    """Whether it is in feeds, and not only in its own file."""


class ToldEvents:
    """The events of one build."""

    def __init__(self, scene: Scene, former: Ledger) -> None:
        """
        Args:
            scene: the Finnish one.
            former: the ledger of the site published last.
        """
        self._scene, self._former = scene, former
        self._since = scene.day - timedelta(days=PAST_DAYS)

    @cached_property
    def every(self) -> Sequence[Told]:
        """Those of all regions."""
        return [told for events in self.of.values() for told in events]

    @cached_property
    def of(self) -> dict[str, list[Told]]:
        """Region → its events."""
        return {region.id: self._of(region) for region in self._scene.network.regions.values()}

    def _of(self, region: Region) -> list[Told]:
        places, found = self._scene.fingerprints(Place), []
        for event in region.all_of(Event):
            line = self._line(event)
            keys = [event.place] if not event.overrides else places_of_event(event)
            own = "".join([places.get(key, "") for key in keys])
            made_of = f"{event.fingerprint}{own}{line.first_seen}{line.last_changed}{line.sequence}"
            homes = frozenset(code for key in keys if (code := self._home_of.get(key)))
            found.append(Told(event, line, made_of, homes, _is_current(event, self._since)))
        return found

    @cached_property
    def _home_of(self) -> dict[str | None, str]:
        """Key of a place → code of its municipality."""
        network = self._scene.network
        found = {key: network.municipality_of(place.municipality) for key, place in network.all_of(Place).items()}
        return {key: municipality.code for key, municipality in found.items() if municipality}

    @cached_property
    def visitors(self) -> dict[str, list[Told]]:
        """Region → events of others that are held there, or by a group of its own."""
        country = self._scene.network.country.municipalities
        found: dict[str, list[Told]] = {region: [] for region in self.of}
        for told in self.every:
            homes = {country[code].region_id for code in told.homes}
            if told.event.group:
                homes.add(told.event.group.partition("/")[0])
            for home in sorted(home for home in homes if home and home != told.event.region):
                if home in found:
                    found[home].append(told)
        return found

    def _line(self, event: Event) -> Line:
        """What the ledger will say of the event's page; a renamed event goes on from where it was."""
        address, former = address_of(event), self._former
        if event.former_ids and address not in former:
            addresses = (address_of(event, each) for each in reversed(event.former_ids))
            former = next(({address: former[each]} for each in addresses if each in former), former)
        return next_line(former, Seen(address, content_hash(self._scene, event), event.verified), self._scene.day)


def _is_current(event: Event, since: date) -> bool:
    """Whether anything of it begins on `since` or later, or may."""
    if event.first_day >= since:
        return True
    days = [day_of(moment) for moment in event.extra]
    days += [day_of(change.start) for change in event.overrides if isinstance(change.start, date)]
    if rule := event.rule:
        if not rule.ends:
            return True
        days.append(rule.until or last_date(rule) or rule.first)
    return max(days, default=event.first_day) + event.length >= since
