"""What happens when: one event, or a series of them told in words people use.

Fields stand in an order in which each can be checked against those before it; a fault then points at the later one.
What the times must be to each other is said in `tno.records.event_times`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from tno.finnish import slug
from tno.records import event_times as times
from tno.records.base import AsList, Part, Record, Shared
from tno.records.contacts import Contact, Email, Url
from tno.records.fault import fault, faults
from tno.records.moment import HELSINKI, Duration, Moment, MomentOrClock, Zone, day_of, missing_hour
from tno.records.override import MOVED_ONLINE, Override, checked_overrides
from tno.records.repeat import Repeat
from tno.records.rule import Rule, rule_of
from tno.records.scalars import GroupRef, Line, OrganisationRef, PlaceRef, ServiceRef, TermOf, Text, WholeNumber
from tno.records.service import Price

OPEN_TO_ALL, PROFESSIONALS, NETWORK = "kansalaiset", "ammattilaiset", "verkosto"
"""The terms of `event_audience`."""
CANCELLED, POSTPONED = "peruttu", "lykatty"
"""The terms of `event_status` for what does not happen after all, and for what happens some day that is not known."""
OFF = frozenset({CANCELLED, POSTPONED})
"""Nobody should come then."""
ONSITE, ONLINE, HYBRID = "paikan-paalla", "verkossa", "hybridi"
"""The terms of `attendance_mode`."""
WITHOUT_PLACE = ("hakuaika", "maaraaika")
"""Kinds that are times and not gatherings: they need neither place nor address."""


class Signup(Part):
    """How and when one signs up."""

    url: Url | None = Field(default=None, description="Ilmoittautumislomakkeen osoite.")
    email: Email | None = Field(default=None, description="Sähköposti, johon ilmoittaudutaan.")
    opens: Moment | None = Field(default=None, description="Milloin ilmoittautuminen alkaa, esim. 2026-11-01.")
    closes: Moment | None = Field(default=None, description="Milloin se päättyy; pelkkä päivä on mukana loppuun asti.")
    capacity: WholeNumber | None = Field(default=None, description="Paikkojen määrä.")

    @field_validator("closes")
    @classmethod
    def _after_it_opens(cls, closes: date | None, info: ValidationInfo) -> date | None:
        opens = info.data.get("opens")
        if closes and opens and times.last_moment(closes) <= times.first_moment(opens):
            raise fault("event-signup-backwards", value=times.shown(closes), other=times.shown(opens))
        return closes


class Event(Record):
    """Something that happens: a network day, an open door, an application period."""

    name: Text = Field(description="Tapahtuman nimi.")
    summary: Text | None = Field(default=None, description="Yksi lause tapahtumasta.")
    kind: Annotated[str, TermOf("event_type")] = Field(description="verkostopaiva, koulutus, neuvontapiste …")
    organiser: OrganisationRef = Field(description="Järjestävä organisaatio.")
    audience: Annotated[tuple[Annotated[str, TermOf("event_audience")], ...], AsList] = Field(
        min_length=1, description="Kenelle: kansalaiset, ammattilaiset tai verkosto."
    )
    target_groups: Annotated[tuple[Annotated[str, TermOf("target_group")], ...], AsList] = Field(
        default=(), description="Kohderyhmät."
    )
    topics: Annotated[tuple[Annotated[str, TermOf("service_topic")], ...], AsList] = Field(
        default=(), description="Aiheet."
    )
    languages: Annotated[tuple[Annotated[str, TermOf("service_language")], ...], AsList] = Field(
        default=(), description="Kielet."
    )
    status: Annotated[str, TermOf("event_status")] = Field(
        default="vahvistettu", description="vahvistettu, alustava, peruttu, siirretty, lykatty tai siirretty-verkkoon."
    )
    place: PlaceRef | None = Field(default=None, description="Paikan tunnus.")
    online_url: Url | None = Field(default=None, description="Osoite, josta verkossa pääsee mukaan.")
    attendance: Annotated[str, TermOf("attendance_mode")] | None = Field(
        default=None,
        validate_default=True,
        description="paikan-paalla, verkossa tai hybridi. Jos puuttuu, päätellään paikasta ja osoitteesta.",
    )
    zone: Zone = Field(default=HELSINKI, description="Aikavyöhyke, jos se ei ole Suomen: esim. Europe/Stockholm.")
    start: Moment = Field(description="Alku: 2026-12-24 17:00. Pelkkä päivä tarkoittaa koko päivää.")
    end: MomentOrClock | None = Field(
        default=None, description="Loppu: 2026-12-24 19:00 tai 19:00. Koko päivän tapahtumassa viimeinen päivä."
    )
    duration: Duration | None = Field(default=None, description="Kesto lopun sijasta: 2 h, 90 min, 3 päivää.")
    repeat: Repeat | None = Field(default=None, description="Toistuminen: every, on ja until tai times.")
    extra: Annotated[tuple[Moment, ...], AsList] = Field(
        default=(), description="Kerrat toistumisen lisäksi: päivä, tai päivä ja kellonaika."
    )
    except_: Annotated[tuple[Moment, ...], AsList] = Field(
        default=(), alias="except", description="Päivät, jolloin tapahtumaa ei ole."
    )
    overrides: tuple[Override, ...] = Field(default=(), description="Kerrat, jotka ovat toisin: date ja mikä muuttuu.")
    signup: Signup | None = Field(default=None, description="Ilmoittautuminen.")
    contact: Contact | None = Field(default=None, description="Keneltä kysyä.")
    series: Line | None = Field(default=None, description="Sarjan nimi; sama nimi yhdistää tapahtumat.")
    group: GroupRef | None = Field(default=None, description="Ryhmä, jonka tapahtuma on.")
    service: ServiceRef | None = Field(default=None, description="Palvelu, johon tapahtuma kuuluu.")
    price: Annotated[Price, Shared] | None = Field(default=None, description="Hinta.")
    description: Text | None = Field(default=None, description="Mitä tapahtuu.")
    outcome: Text | None = Field(default=None, description="Mitä tapahtumasta seurasi. Kirjoitetaan jälkikäteen.")

    # --- each field against those before it ---------------------------------------------------------------------------

    @field_validator("start")
    @classmethod
    def _start_is_shown_by_the_clock(cls, start: date, info: ValidationInfo) -> date:
        if found := missing_hour(start, info.data.get("zone", HELSINKI)):
            raise faults(found)
        return start

    @field_validator("end")
    @classmethod
    def _ends_after_it_starts(cls, end: times.Written | None, info: ValidationInfo) -> times.Written | None:
        start = info.data.get("start")
        if end is None or start is None:
            return end
        end, found = times.completed_end(start, end, info.data.get("zone", HELSINKI))
        return times.unless(found, end)

    @field_validator("duration")
    @classmethod
    def _lasts_once(cls, duration: timedelta | None, info: ValidationInfo) -> timedelta | None:
        start, end = info.data.get("start"), info.data.get("end")
        if duration and end is not None:
            raise fault("event-end-twice", value=times.shown_length(duration), other=times.shown(end))
        if duration and start and not isinstance(start, datetime) and duration % timedelta(days=1):
            raise fault("event-duration-days", value=times.shown_length(duration))
        return duration

    @field_validator("attendance")
    @classmethod
    def _people_can_find_it(cls, attendance: str | None, info: ValidationInfo) -> str | None:
        place, url = info.data.get("place"), info.data.get("online_url")
        if not {"place", "online_url", "kind", "status"} <= info.data.keys():
            return attendance  # the fault of the other field comes first
        if attendance in (ONSITE, HYBRID) and place is None:
            raise fault("event-place-missing", value=attendance)
        if url is None and (attendance in (ONLINE, HYBRID) or info.data["status"] == MOVED_ONLINE):
            raise fault("event-online-missing", value=attendance or MOVED_ONLINE)
        if attendance is None and place is None and url is None and info.data["kind"] not in WITHOUT_PLACE:
            raise fault("event-where-missing")
        return attendance or _attendance_of(place, url)

    @field_validator("repeat")
    @classmethod
    def _repeats_from_its_start(cls, repeat: Repeat | None, info: ValidationInfo) -> Repeat | None:
        start = info.data.get("start")
        if repeat and start and (found := list(times.faults_of_rule(rule_of(repeat, day_of(start)), start))):
            raise faults(found)
        return repeat

    @field_validator("extra")
    @classmethod
    def _adds_new_dates(cls, extra: tuple[date, ...], info: ValidationInfo) -> tuple[date, ...]:
        return times.checked_extra(extra, info.data)

    @field_validator("except_")
    @classmethod
    def _leaves_out_dates_there_are(cls, left_out: tuple[date, ...], info: ValidationInfo) -> tuple[date, ...]:
        return times.checked_except(left_out, info.data)

    @field_validator("overrides")
    @classmethod
    def _changes_dates_there_are(cls, overrides: tuple[Override, ...], info: ValidationInfo) -> tuple[Override, ...]:
        return checked_overrides(overrides, info.data)

    @field_validator("signup")
    @classmethod
    def _before_it_is_over(cls, signup: Signup | None, info: ValidationInfo) -> Signup | None:
        if signup and (found := list(times.faults_of_signup(signup.opens, signup.closes, info.data))):
            raise faults(found)
        return signup

    @field_validator("series")
    @classmethod
    def _has_an_address(cls, series: str | None) -> str | None:
        if series is not None and not slug(series):
            raise fault("event-series-unnamed", value=series)
        return series

    # --- what follows from the fields ---------------------------------------------------------------------------------

    @property
    def all_day(self) -> bool:
        """Whether whole days are meant."""
        return not isinstance(self.start, datetime)

    @property
    def first_day(self) -> date:
        """The date of the first occurrence, in the event's own zone."""
        return day_of(self.start)

    @property
    def length(self) -> timedelta:
        """From start to end on the wall clock; whole days for all-day events, zero when no end is told."""
        return times.length_of(self.start, self.end, self.duration)

    @property
    def rule(self) -> Rule | None:
        """The repetition with nothing left open, or None."""
        return rule_of(self.repeat, self.first_day) if self.repeat else None

    @property
    def series_slug(self) -> str | None:
        """The series' part of an address."""
        return slug(self.series) if self.series else None


def _attendance_of(place: str | None, url: str | None) -> str | None:
    if place:
        return HYBRID if url else ONSITE
    return ONLINE if url else None
