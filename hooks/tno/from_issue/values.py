"""Answers → the values of a record. What cannot be understood is a trouble, told beside its question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import TypeVar

from pydantic_core import PydanticCustomError

from tno.finnish import WEEKDAYS, WEEKDAYS_SHORT, slug
from tno.from_issue.form import Form, Question, Widget
from tno.from_issue.issue import Tree, Trouble
from tno.from_issue.sections import chosen_of, items_of, line_of, prose_of, sections, ticked
from tno.from_issue.templates import options_of, regions_by_name
from tno.model.network import NATIONAL
from tno.records import Organisation, Place, Record
from tno.records.likely_day import likely_day
from tno.records.scalars import parse_clock, parse_day, with_plain_marks
from tno.records.spans import read_spans
from tno.records.weekdays import WeekdayUnknownError, parse_weekdays

AnyRecord = TypeVar("AnyRecord", bound=Record)

NOTHING_CHOSEN = "None"
"""What the forge offers first in a list from which nothing has to be chosen."""
MISSING = "Tämä puuttuu."
NOT_CHOSEN = "Valitse luettelosta. Vastausta ei tunnistettu."
NOT_TICKED = "Merkitse ruutu, kun asia on niin."
NOT_A_DAY = "”{value}” ei ole päivä. Kirjoita se näin: 24.12.2026."
NO_SUCH_DAY = "Päivää ”{value}” ei ole kalenterissa. Tarkista, montako päivää kuukaudessa on."
OTHER_WEEKDAY = "”{value}”: tämä päivä on {weekday}. Tarkista päivä ja viikonpäivä."
NOT_A_TIME = "”{value}” ei ole kellonaika. Kirjoita yksi aika näin: 17.00. Alulla ja lopulla on omat kohtansa."
NOT_HOURS = (
    "Aikaa ”{value}” ei ymmärretty. Kirjoita jokainen aika omalle rivilleen näin: ma-to 9-15. Muut sanat kuuluvat "
    "kohtaan Kuvaus."
)
NOT_AREA = (
    "Aluetta ”{value}” ei tunneta.{near} Kirjoita kuntien nimet perusmuodossa ja pilkku niiden väliin, esim. "
    "Kemi, Tornio."
)
TWICE_HOURS = "Päivä ”{value}” on kahdesti. Kirjoita saman päivän ajat samalle riville: ma 9-11, 12-15."
UNKNOWN = {
    Organisation: "Organisaatiota ”{value}” ei löydy.{near} Jos se puuttuu sivustolta, lisää se ensin lomakkeella "
    "Uusi organisaatio.",
    Place: "Paikkaa ”{value}” ei löydy.{near} Jos se puuttuu sivustolta, kirjoita myös paikan kunta ja katuosoite.",
}
_NEAR = " Tarkoititko ”{}”?"
_DAYS = r"[a-zåäö]+(?: ?- ?[a-zåäö]+)?"
_HOURS = re.compile(rf"({_DAYS}(?:(?:, ?| ja ){_DAYS})*)[ :.]+(?:klo ?)?((?:[0-9].*|suljettu|kiinni))", re.IGNORECASE)
_LINES = re.compile(r"[;\n]|(?<=\d), *(?=[a-zåäö])", re.IGNORECASE)
"""Between hours of some days and those of others: `ma-to 9-15, pe 9-12`."""


_FINNISH_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_MIDNIGHT = re.compile(r"(?:klo ?)?24(?:[.:]00)?", re.IGNORECASE)
WHOLE_AREAS = ("koko-alue", "manner-suomi", "koko-maa")
WEEKDAY_NUMBERS = {
    word: number
    for names in (WEEKDAYS, WEEKDAYS_SHORT)
    for number, name in enumerate(names)
    for word in (name, f"{name}na")
}


class Answers:
    """What one issue answers to a form, and what is wrong with it."""

    def __init__(self, form: Form, body: str, tree: Tree) -> None:
        self.form, self.tree, self.troubles = form, tree, list[Trouble]()
        self.besides: dict[str, dict[str, object]] = {}
        """Path of a file that has to be there too → its values."""
        self._network = tree.loaded.network
        self._texts = sections(body, form.labels)
        self._regions = regions_by_name(self._network.country)
        self.region = self._regions.get(self._chosen_region(), "")

    def _chosen_region(self) -> str:
        region = next((question for question in self.form.questions if question.key == "region"), None)
        return line_of(self._texts[region.label]) if region else ""

    def check(self) -> None:
        """Note every question that has to be answered and is not."""
        for question in self.form.questions:
            text = self._texts[question.label]
            if question.widget is Widget.PROMISE:
                if question.required and not set(question.options) <= set(ticked(text)):
                    self.trouble(question.key, NOT_TICKED)
            elif question.required and not text:
                self.trouble(question.key, MISSING)
            elif question.key == "region" and text and not self.region:
                self.trouble(question.key, NOT_CHOSEN)

    def trouble(self, key: str, sentence: str, **values: str) -> None:
        """Note what is wrong with an answer."""
        self.troubles.append(Trouble(self.form.question(key).label, sentence.format(**values)))

    # --- one answer ---------------------------------------------------------------------------------------------------

    def text(self, key: str) -> str:
        """On one line."""
        return line_of(self._texts[self.form.question(key).label])

    def prose(self, key: str) -> str:
        """In paragraphs."""
        return prose_of(self._texts[self.form.question(key).label])

    def items(self, key: str) -> list[str]:
        """As a list."""
        return items_of(self._texts[self.form.question(key).label])

    def terms(self, key: str) -> list[str]:
        """The ids of the terms that were chosen."""
        question = self.form.question(key)
        if not question.required and self.text(key) == NOTHING_CHOSEN:
            return []
        chosen = chosen_of(self.text(key), options_of(question, self._regions, self._network.vocabularies))
        if self.text(key) and not chosen:
            self.trouble(key, NOT_CHOSEN)
        vocabulary = self._network.vocabularies[question.vocabulary]
        return [term.id for label in chosen if (term := vocabulary.find(label))]

    def value(self, question: Question) -> str | list[str]:
        """As the record has it, by how the question is asked."""
        if question.vocabulary:
            terms = self.terms(question.key)
            return terms if question.widget is Widget.MANY else (terms or [""])[0]
        return self.prose(question.key) if question.widget is Widget.PROSE else self.text(question.key)

    def day(self, key: str) -> str:
        """A day as 2026-12-24; empty when nothing was answered or it is none, which is noted."""
        if not (text := self.text(key)):
            return ""
        try:
            return self._day(key, text)
        except PydanticCustomError:
            self.trouble(key, NO_SUCH_DAY if _FINNISH_DAY.search(text) else NOT_A_DAY, value=text)
            return ""

    def days(self, key: str) -> list[str]:
        """Days as 2026-12-24; one that is none is noted."""
        found: list[str] = []
        for text in self.items(key):
            try:
                found.append(self._day(key, text))
            except PydanticCustomError:
                self.trouble(key, NO_SUCH_DAY if _FINNISH_DAY.search(text) else NOT_A_DAY, value=text)
        return list(filter(None, found))

    def _day(self, key: str, text: str) -> str:
        """A day as 2026-12-24; the weekday before it may be told, and has to be its own."""
        weekday, _, rest = text.partition(" ")
        told = WEEKDAY_NUMBERS.get(weekday.casefold().rstrip("."))
        day = _day_in((rest if told is not None else text).rstrip("."))
        if told is not None and told != day.weekday():
            self.trouble(key, OTHER_WEEKDAY, value=text, weekday=WEEKDAYS[day.weekday()])
            return ""
        return day.isoformat()

    def clock(self, key: str) -> str:
        """A time of day as 17:00."""
        if not (text := self.text(key)):
            return ""
        if key == "end_time" and _MIDNIGHT.fullmatch(text):
            return "00:00"
        try:
            return parse_clock(re.sub(r"^klo ?", "", text, flags=re.IGNORECASE)).strftime("%H:%M")
        except PydanticCustomError:
            self.trouble(key, NOT_A_TIME, value=text)
            return ""

    def hours(self, key: str) -> dict[str, str]:
        """Days → hours, as a channel has them."""
        found: dict[str, str] = {}
        for line in filter(None, _LINES.split(self.prose(key))):
            if (hours := hours_of(line)) is None or not _is_understood(*hours):
                self.trouble(key, NOT_HOURS, value=line_of(line))
            elif hours[0] in found:
                self.trouble(key, TWICE_HOURS, value=hours[0])
            else:
                found[hours[0]] = hours[1]
        return found

    def areas(self, key: str) -> list[str]:
        """Municipalities and other areas as a record names them."""
        return [area for item in self.items(key) for area in self._areas_in(key, item)]

    def _areas_in(self, key: str, item: str) -> list[str]:
        words = [item] if self._means(item) else list(filter(None, re.split(r" (?:ja|sekä) ", item)))
        for word in words:
            if self.region and not self._means(word):
                near = self._network.country.advice(word).get("suggestion", "")
                self.trouble(key, NOT_AREA, value=word, near=_NEAR.format(near) if near else "")
        return [slug(word) if slug(word) in WHOLE_AREAS else word for word in words]

    def _means(self, word: str) -> bool:
        plain = slug(word) if slug(word) in WHOLE_AREAS else word
        return self._network.area_words.codes(self.region, plain) is not None

    def reference(self, key: str, kind: type[AnyRecord]) -> str:
        """The id of the record that was named."""
        return self._named(key, self.text(key), kind) if self.text(key) else ""

    def references(self, key: str, kind: type[AnyRecord]) -> list[str]:
        """The ids of the records that were named."""
        return list(filter(None, (self._named(key, item, kind) for item in self.items(key))))

    def _named(self, key: str, text: str, kind: type[AnyRecord]) -> str:
        if record := named(self._records(kind), text):
            return record.id if record.region == self.region else record.key
        names = [str(getattr(record, "name", record.id)) for record in self._records(kind)]
        near = get_close_matches(text, names, n=1, cutoff=0.6)
        self.trouble(key, UNKNOWN[kind], value=text, near=_NEAR.format(near[0]) if near else "")
        return ""

    def knows(self, key: str, kind: type[AnyRecord]) -> bool:
        """Whether the record that was named is there."""
        return named(self._records(kind), self.text(key)) is not None

    def _records(self, kind: type[AnyRecord]) -> Sequence[AnyRecord]:
        """All of a kind: the region's own first, then those of the whole country."""
        order = {self.region: 0, NATIONAL: 1}
        return sorted(self._network.all_of(kind).values(), key=lambda record: order.get(record.region, 2))


def named(records: Iterable[AnyRecord], text: str) -> AnyRecord | None:
    """The first of `records` that is called `text`: by its id, its name or its short name."""
    plain = slug(text)
    found = [record for record in records if text in (record.id, record.key)]
    return found[0] if found else next((r for r in records if plain and plain in set(_names(r))), None)


def _names(record: Record) -> Iterator[str]:
    for field in ("name", "short_name"):
        if name := getattr(record, field, None):
            yield slug(str(name))


def _day_in(text: str) -> date:
    """The day, also when it is written as in a letter: a reviewer reads what comes of it."""
    try:
        return parse_day(text)
    except PydanticCustomError:
        if meant := likely_day(text):
            return meant
        raise


def hours_of(line: str) -> tuple[str, str] | None:
    """Days and hours of one line, e.g. ("ma-to", "9-15"); None when it is none."""
    match = _HOURS.fullmatch(line_of(with_plain_marks(line)))
    return (match[1].lower().replace(" ja ", ",").replace(" ", ""), match[2]) if match else None


def _is_understood(days: str, spans: str) -> bool:
    try:
        return bool(parse_weekdays(days)) and not read_spans(spans)[1]
    except WeekdayUnknownError:
        return False


def filled(values: Mapping[str, object]) -> dict[str, object]:
    """`values` without what is empty."""
    return {key: value for key, value in values.items() if value}
