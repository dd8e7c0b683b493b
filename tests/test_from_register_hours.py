"""Hours of the national register become hours as our editors write them."""

from __future__ import annotations

from typing import Any

import pytest

from register_imports import codes, nodes
from register_pages import hours, texts
from tno.country.vocabulary import load_vocabularies
from tno.from_register.hours import HoursReader
from tno.from_register.notes import Notes
from tno.records.hours import Hours
from tno.records.validate import Context, validate
from trees import DAY, TABLES

pytestmark = pytest.mark.ptv


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
ALL_WEEK = [(day, "09:00", "16:00") for day in WEEKDAYS]
FOR_A_TIME = {"validForNow": False}


def hours_of(*rows: dict[str, Any]) -> tuple[Any, Notes]:
    notes = Notes()
    reader = HoursReader(DAY, {"fi": "Vain ajanvarauksella"}, notes.of())
    return reader.read(nodes("ServiceHour", list(rows), notes)), notes


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([hours("DaysOfTheWeek", *ALL_WEEK)], {"ma-pe": "9-16"}),
        ([hours("Standard", *ALL_WEEK)], {"ma-pe": "9-16"}),
        (
            [hours("DaysOfTheWeek", ("Monday", "08:30", "11:30"), ("Monday", "12:15", "16:00"))],
            {"ma": "8.30-11.30, 12.15-16"},
        ),
        ([hours("DaysOfTheWeek", ("Saturday", "10:00", "00:00"))], {"la": "10-24"}),
        ([hours("DaysOfTheWeek", ("Saturday", "10:00", "23:59"))], {"la": "10-24"}),
        ([hours(isAlwaysOpen=True)], {"ma-su": "00-24"}),
        ([hours(isClosed=True)], {"ma-su": "suljettu"}),
        ([hours("OverMidnight", ("Friday-Saturday", "22:00", "02:00"))], {"pe": "22-2"}),
        ([hours("OverMidnight", ("Friday-Monday", "18:00", "08:00"))], {"pe": "18-24", "la-su": "00-24", "ma": "0-8"}),
        (
            [hours("OverMidnight", ("Friday-Saturday", "22:00", "02:00")), hours("DaysOfTheWeek", *ALL_WEEK)],
            {"ma-to": "9-16", "pe": "9-16, 22-2"},
        ),
        ([hours(isReservation=True)], {"unknown": "kyllä", "note": "Vain ajanvarauksella."}),
        (
            [hours("DaysOfTheWeek", *ALL_WEEK, isReservation=True, additionalInformation=texts(fi="Soita ensin"))],
            {"ma-pe": "9-16", "note": "Vain ajanvarauksella. Soita ensin."},
        ),
        (
            [hours("DaysOfTheWeek", *ALL_WEEK, **FOR_A_TIME,
                   validFrom="2027-05-31T21:00:00Z", validTo="2027-08-31T20:59:59Z")],
            {"season": [{"from": "2027-06-01", "until": "2027-08-31", "ma-pe": "9-16"}]},
        ),
        (
            [hours("Exceptional", validFrom="2026-12-23T22:00:00Z", isClosed=True, **FOR_A_TIME)],
            {"unknown": "kyllä", "exceptions": [{"date": "2026-12-24", "closed": "kyllä"}]},
        ),
        (
            [
                hours("DaysOfTheWeek", *ALL_WEEK),
                hours("Exceptional", validFrom="2026-12-27T22:00:00", validTo="2027-01-05T21:59:59.999", isClosed=True,
                      additionalInformation=texts(fi="Loma", sv="Semester"), **FOR_A_TIME),
                hours("Exceptional", ("", "09:00", "12:00"), validFrom="2026-12-22T22:00:00Z", **FOR_A_TIME),
            ],
            {
                "ma-pe": "9-16",
                "exceptions": [
                    {"date": "2026-12-23", "hours": "9-12"},
                    {"from": "2026-12-28", "until": "2027-01-05", "closed": "kyllä",
                     "note": {"fi": "Loma", "sv": "Semester"}},
                ],
            },
        ),
        ([], None),
    ],
)  # fmt: skip
def test_hours_are_written_as_our_editors_write_them(rows: list[Any], expected: Any) -> None:
    found, notes = hours_of(*rows)
    assert found == expected and notes.found == []
    if found:
        _, faults = validate(Hours, found, Context(load_vocabularies(TABLES / "vocabularies.yml"), "kainuu", False))
        assert faults == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (hours("DaysOfTheWeek", ("Funday", "09:00", "16:00")), "hours-row"),
        (hours("DaysOfTheWeek", ("Monday", "9x", "16")), "hours-row"),
        (hours("DaysOfTheWeek", ("Monday", "09:00", "09:00")), "hours-row"),
        (hours("Kummallinen", *ALL_WEEK), "unknown-code"),
        (hours("Exceptional", isClosed=True), "hours-row"),
        (hours("Exceptional", validFrom="2025-12-24T00:00:00Z", isClosed=True), "hours-past"),
        (hours("DaysOfTheWeek", *ALL_WEEK, **FOR_A_TIME, validTo="2026-01-31T00:00:00Z"), "hours-past"),
        (hours("DaysOfTheWeek", *ALL_WEEK, **FOR_A_TIME, validFrom="2027-01-31T00:00:00Z"), "hours-future"),
    ],
)
def test_hours_that_cannot_be_kept_are_named(row: Any, code: str) -> None:
    found, notes = hours_of(row)
    assert found is None and codes(notes) == {code}


def test_a_second_week_for_the_same_time_is_told_not_mixed_in() -> None:
    phone = hours("DaysOfTheWeek", ("Monday", "12:00", "20:00"), additionalInformation=texts(fi="Puhelinaika"))
    found, notes = hours_of(hours("DaysOfTheWeek", *ALL_WEEK), phone)
    assert found == {"ma-pe": "9-16"}
    assert [note.value for note in notes.found if note.code == "hours-more"] == ["ma 12-20 Puhelinaika"]
