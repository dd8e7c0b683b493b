"""The usual form of one value: a label becomes its id, a day `2026-12-24`, hours `9-16`.

Each form means exactly what was written; where that is not sure, or the value is faulty, it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic_core import PydanticCustomError

from tno.country.country import Country
from tno.country.vocabulary import Vocabularies
from tno.finnish import WEEKDAYS_SHORT, phone, phone_e164
from tno.records.base import Part
from tno.records.contacts import Phone, check_phone
from tno.records.event_times import shown
from tno.records.hours_exception import OpenTimes
from tno.records.moment import Moment, MomentOrClock, parse_moment
from tno.records.organisation import BusinessId
from tno.records.scalars import Clock, Day, Flag, TermOf, parse_clock, parse_day, with_plain_marks
from tno.records.season_day import SeasonDay
from tno.records.spans import CLOSED_WORDS, read_spans
from tno.records.weekdays import WeekdayUnknownError, parse_weekdays, tidy
from tno.rules.fields import Named, fields_of, metadata_of

Spelling = Callable[[str], str]
"""A value as written → its usual form, or itself."""

_USUAL_HOURS = re.compile(r"\d{1,2}(\.\d{2})?-\d{1,2}(\.\d{2})?(, \d{1,2}(\.\d{2})?-\d{1,2}(\.\d{2})?)*")
_USUAL_PHONE = re.compile(r"\d{2,5}( \d{1,5})+|1\d{2,5}")
_LONE_CLOCK = re.compile(r"(?:klo |kello )?(\d{1,2}(?:[.:]\d{2})?)", re.IGNORECASE)
_FLAGS = dict.fromkeys(("yes", "kylla", "kyllä"), "kyllä") | dict.fromkeys(("no", "ei"), "ei")
"""`true` and `false` stay: every program knows them."""
_MUNICIPALITIES, _AREAS = frozenset(("municipality", "municipalities")), "areas"


@dataclass(frozen=True, eq=False)
class Spellings:
    """The usual forms of all fields."""

    vocabularies: Vocabularies
    country: Country
    _known: dict[int, Spelling | None] = field(default_factory=dict)

    def of(self, named: Named) -> Spelling | None:
        """How values of a field are written; None where there is more than one good way."""
        if id(named.info) not in self._known:
            self._known[id(named.info)] = self._of(named)
        return self._known[id(named.info)]

    def _of(self, named: Named) -> Spelling | None:
        if named.key in _MUNICIPALITIES:
            return self._municipality
        if named.key == _AREAS:
            return self._area
        for term in metadata_of(named.info, TermOf):
            return lambda text: self._term(term.vocabulary, text)
        return next((_BY_MARK[id(mark)] for mark in metadata_of(named.info, object) if id(mark) in _BY_MARK), None)

    def _term(self, vocabulary: str, text: str) -> str:
        term = self.vocabularies[vocabulary].meant(text)
        return term.id if term else text

    def _municipality(self, text: str) -> str:
        """A name in its Finnish form; codes are exact already."""
        found = None if text.strip().isdecimal() else self.country.find_municipality(text)
        return found.name if found else text

    def _area(self, text: str) -> str:
        if self.country.find_municipality(text):
            return self._municipality(text)
        names = {name.casefold(): area.id for area in self.country.ely_areas.values() for name in area.names.values()}
        return names.get(text.strip().casefold(), text)


def spelling_of_hours(text: str) -> str:
    """ "klo 9:00 – 16" → "9-16" """
    if text in CLOSED_WORDS or _USUAL_HOURS.fullmatch(text):
        return text
    spans, found = read_spans(text)
    return text if found else ", ".join(map(str, spans)) or CLOSED_WORDS[0]


def spelling_of_days(key: str) -> str:
    """A key of days: "Maanantai – perjantai" → "ma-pe"; "arkisin" stays."""
    try:
        parse_weekdays(key)
        parts = [_range_of_days(part) for part in re.split(r",| ja ", tidy(key))]
    except WeekdayUnknownError:
        return key
    return ", ".join(parts)


def _range_of_days(text: str) -> str:
    return "-".join(_day(word.strip()) for word in text.strip().split("-"))


def _day(word: str) -> str:
    numbers = parse_weekdays(word)
    return WEEKDAYS_SHORT[numbers[0]] if len(numbers) == 1 else word


def _phone(text: str) -> str:
    usual = phone(with_plain_marks(text))
    if _USUAL_PHONE.fullmatch(text) or not (_is_phone(text) and _is_phone(usual)):
        return text
    return usual if phone_e164(with_plain_marks(text)) == phone_e164(usual) else text


def _is_phone(text: str) -> bool:
    for example in (True, False):
        try:
            check_phone(text.strip(), example)
        except PydanticCustomError:
            continue
        return True
    return False


def _moment_or_clock(text: str) -> str:
    match = _LONE_CLOCK.fullmatch(text.strip())
    return shown(parse_clock(match[1])) if match else shown(parse_moment(text))


def _season_day(text: str) -> str:
    return parse_day(text).isoformat() if re.search(r"\d{4}", text) else text


def _business_id(text: str) -> str:
    digits = text.strip()
    return f"{digits[:7]}-{digits[7]}" if re.fullmatch(r"\d{8}", digits) else text


def _careful(spelling: Spelling) -> Spelling:
    """`spelling`, but a faulty value stays as it is."""

    def careful(text: str) -> str:
        try:
            return spelling(text)
        except PydanticCustomError:
            return text

    return careful


def _mark_of(field_type: Any) -> int:
    return id(field_type.__metadata__[0])


_BY_MARK: Mapping[int, Spelling] = {
    _mark_of(Day): _careful(lambda text: parse_day(text).isoformat()),
    _mark_of(Moment): _careful(lambda text: shown(parse_moment(text))),
    _mark_of(MomentOrClock): _careful(_moment_or_clock),
    _mark_of(Clock): _careful(lambda text: shown(parse_clock(text))),
    _mark_of(SeasonDay): _careful(_season_day),
    _mark_of(OpenTimes): spelling_of_hours,
    _mark_of(Flag): lambda text: _FLAGS.get(text.strip().lower(), text),
    _mark_of(Phone): _phone,
    _mark_of(BusinessId): _business_id,
}
"""The first mark of a field's type → how its values are written."""


@cache
def fields_by_key(model: type[Part]) -> Mapping[str, Named]:
    """Key → field of a model."""
    return {field.key: field for field in fields_of(model)}
