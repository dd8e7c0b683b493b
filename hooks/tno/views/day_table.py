"""The hours of a service's channels day by day, where the words leave something to reckon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tno.model.localised import Foreign
from tno.records import Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.views.channel import channels_for, place_of, title_of
from tno.views.opening import day_headings, hours_by_day, is_involved
from tno.views.place import address_in_words
from tno.views.scene import Scene


class DayTable(NamedTuple):
    """Hours of seven days."""

    columns: tuple[str, ...]
    """The word for a day, then the channels."""
    rows: tuple[tuple[str, ...], ...]
    """A day and its hours in each channel."""


def day_table(scene: Scene, service: Service) -> DayTable | None:
    """The next days one by one, where the words leave something to reckon."""
    channels = channels_for(service, scene.language)
    timed = [(channel, channel.hours) for channel in channels if channel.hours and not channel.hours.unknown]
    if not any(scene.once(is_involved, hours) for _, hours in timed):
        return None
    columns: dict[tuple[str, ...], list[str]] = {}
    for channel, hours in timed:
        columns.setdefault(scene.once(hours_by_day, hours), []).append(_heading(scene, channel, timed))
    names = map(scene.writing.in_a_sentence, columns.values())
    return DayTable((scene.w.opening_day, *names), tuple(zip(day_headings(scene), *columns, strict=True)))


def _heading(scene: Scene, channel: Channel, timed: Sequence[tuple[Channel, Hours]]) -> str:
    """What a column of days is called; of several alike, with the town, or the place where towns are alike too."""
    title = title_of(scene, channel)
    alike = [place for other, _ in timed if title_of(scene, other) == title and (place := place_of(scene, other))]
    place = place_of(scene, channel)
    if place is None or len(alike) == 1:
        return title
    towns = [each.municipality for each in alike]
    town = scene.network.municipality_of(place.municipality)
    if towns.count(place.municipality) == 1 and town:
        return f"{title}: {town.name_in(scene.language)}"
    name = channel.name if channel.name and not isinstance(channel.name, Foreign) else ""
    return f"{title}: {name or scene.once(address_in_words, place)}"
