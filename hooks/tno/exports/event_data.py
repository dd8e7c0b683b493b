"""An event as schema.org tells it to search engines: an Event, or an EventSeries with the dates that come next.

Times are those of Finland with their offset; whole days are dates, the last one included (as schema.org's endDate).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from json.encoder import encode_basestring
from zoneinfo import ZoneInfo

from tno.exports.json_ld import ServiceData
from tno.model.finnish_time import in_iso
from tno.model.occurrence import Occurrence
from tno.records import Event, Place
from tno.records.event import ONLINE
from tno.records.moment import day_of
from tno.records.override import MOVED_ONLINE
from tno.views.event_dates import dates_of
from tno.views.event_series import series_address
from tno.views.event_times import ruled_times, span_in_schema, tell_ruled
from tno.views.scene import Scene

MOST_DATES = 8
"""How many dates of a series are told one by one."""


class EventData:
    """What events of a scene are to search engines."""

    def __init__(self, scene: Scene, site_url: str, services: ServiceData) -> None:
        self._scene, self._site, self._services = scene, site_url, services
        self._statuses = _in_schema(scene, "event_status")
        self._modes = _in_schema(scene, "attendance_mode")

    def of(self, event: Event, address: str) -> str:
        """JSON of the event whose page is at `address`."""
        dates, _ = self._scene.once(dates_of, event)
        url = self._site + address
        head = f'{{"@context":"https://schema.org",{self._common(event, url)}'
        where = self._where(event, event.status, event.place)
        if event.repeat is None and not event.extra and len(dates) == 1:
            return _safe(f'{head},"@type":"Event"{self._when(event, dates, where)[0]}}}')
        name, page = encode_basestring(event.name), encode_basestring(f"{url}#")[:-1]
        begin = f'{{"@type":"Event","name":{name},"url":{page}'
        told = dates[:MOST_DATES]
        times = zip(told, self._when(event, told, where), strict=True)
        every = ",".join([f'{begin}{each.anchor}"{when}}}' for each, when in times])
        first = f',"startDate":"{_moment(dates[0].start, dates[0].all_day)}"' if dates else ""
        status = f',"eventStatus":"{self._statuses[event.status]}"' if event.status != "vahvistettu" else ""
        return _safe(f'{head},"@type":"EventSeries"{first}{status},"subEvent":[{every}]}}')

    def _common(self, event: Event, url: str) -> str:
        parts = [f'"name":{encode_basestring(event.name)}', f'"url":{encode_basestring(url)}']
        if event.summary:
            parts.append(f'"description":{encode_basestring(event.summary)}')
        if organiser := self._services.organisation(event.organiser)[1]:
            parts.append(f'"organizer":{organiser}')
        if event.languages:
            parts.append(f'"inLanguage":[{self._services.spoken(event.languages)}]')
        if event.price and event.price.kind == "maksuton":
            parts.append('"isAccessibleForFree":true')
        if event.signup and event.signup.capacity:
            parts.append(f'"maximumAttendeeCapacity":{event.signup.capacity}')
        audience = ", ".join(self._scene.labels("event_audience", event.audience))
        parts.append(f'"audience":{{"@type":"Audience","audienceType":{encode_basestring(audience)}}}')
        if event.signup and event.signup.url:
            parts.append(f'"offers":{_offer(event)}')
        if event.series and event.series_slug:
            series = self._site + series_address(event.region, event.series_slug)
            name = f'"name":{encode_basestring(event.series)}'
            parts.append(f'"superEvent":{{"@type":"EventSeries",{name},"url":{encode_basestring(series)}}}')
        return ",".join(parts)

    def _when(self, event: Event, occurrences: Sequence[Occurrence], where: str) -> list[str]:
        """When and where each occurrence is, and whether it is as planned.

        Args:
            where: what is told of the place when nothing is changed.
        """
        ruled, place = ruled_times(self._scene, event), event.place
        as_planned = f',"eventStatus":"{self._statuses[event.status]}"{where}'
        return [
            f"{(ruled.get(each.original) or tell_ruled(self._scene, ruled, each)).span}{as_planned}"
            if each.change is None and each.place == place
            else self._changed(event, each)
            for each in occurrences
        ]

    def _changed(self, event: Event, occurrence: Occurrence) -> str:
        """When and where one is that is not as always."""
        status, change = occurrence.status, occurrence.change
        told = f'{span_in_schema(occurrence)},"eventStatus":"{self._statuses[status]}"'
        if status == "siirretty" and day_of(occurrence.original) != occurrence.first_day:
            told += f',"previousStartDate":"{_original(event, occurrence)}"'
        return told + self._where(event, status, occurrence.place, change.online_url if change else None)

    def _where(self, event: Event, status: str, place_key: str | None, url: str | None = None) -> str:
        """How and where one takes part; `url` is that of one time alone."""
        if not event.attendance:
            return ""
        online, place = url or event.online_url, self._scene.network.find(Place, place_key)
        mode = ONLINE if status == MOVED_ONLINE else event.attendance
        places = [f"{{{self._services.place(place)}}}"] if place else []
        if online:
            places.append(f'{{"@type":"VirtualLocation","url":{encode_basestring(online)}}}')
        told = f',"eventAttendanceMode":"{self._modes[mode]}"'
        return f'{told},"location":[{",".join(places)}]' if places else told


def _in_schema(scene: Scene, vocabulary: str) -> dict[str, str]:
    """Term → its address at schema.org."""
    terms = scene.network.vocabularies[vocabulary]
    return {term.id: f"https://schema.org/{term.codes['schema']}" for term in terms if "schema" in term.codes}


def _safe(text: str) -> str:
    return text.replace("<", "\\u003c")


def _offer(event: Event) -> str:
    """Signing up: where, from when and until when."""
    signup = event.signup
    assert signup is not None and signup.url is not None
    parts = ['"@type":"Offer"', f'"url":{encode_basestring(signup.url)}']
    if event.price and event.price.kind == "maksuton":
        parts.append('"price":0,"priceCurrency":"EUR"')
    for name, moment in (("availabilityStarts", signup.opens), ("availabilityEnds", signup.closes)):
        if moment:
            parts.append(f'"{name}":"{_in_zone(moment, event.zone)}"')
    return f"{{{','.join(parts)}}}"


def _moment(moment: datetime, all_day: bool) -> str:
    return str(moment.date()) if all_day else in_iso(moment)


def _original(event: Event, occurrence: Occurrence) -> str:
    return _in_zone(occurrence.original, event.zone)


def _in_zone(moment: date, zone: str) -> str:
    if not isinstance(moment, datetime):
        return str(moment)
    return moment.replace(tzinfo=ZoneInfo(zone)).isoformat(timespec="minutes")
