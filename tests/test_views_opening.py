"""Whether someone answers now: the code of a page, its script run as a browser runs it, and a referee with a zone."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import quickjs

from calendar_records import HELSINKI, hours
from scenes import scene_of
from tno.model.opening import Intervals, horizon, open_intervals, open_minutes
from tno.records import Service
from tno.settings import Settings
from tno.views.opening import DAYS_TOLD, code_of, days_of, edges_of, first_of_days, opening_of, opening_words, zone_of
from tno.views.scene import Scene
from tno.words import words
from trees import ROOT, base_text, changed, folders_of, load_tree

SCRIPT = ROOT / "docs" / "assets" / "javascripts" / "opening.js"
HORIZON = Settings().horizon_days
OFFICE = {"ma-pe": "9-16"}
CHRISTMAS = {**OFFICE, "exceptions": [{"named_day": ["jouluaatto", "joulupaiva", "tapaninpaiva"], "closed": "kyllä"}]}


@cache
def script() -> quickjs.Context:
    """The script of the page, without a page."""
    context = quickjs.Context()
    context.eval(SCRIPT.read_text(encoding="utf-8"))
    return context


@cache
def told(start: date, language: str = "fi") -> str:
    """What the script says in a build of the day `start`."""
    network = load_tree(folders_of("minimal")).network.on(start)
    return str(opening_words(Scene(network, start, Settings(), language)))


def code(values: Mapping[str, Any], start: date) -> str:
    ahead = horizon(start, HORIZON)
    minutes = open_minutes(hours(values), ahead)
    assert minutes is not None
    return code_of(minutes, ahead)


def minute(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def here(text: str) -> datetime:
    """A moment of Finland's clock: "2026-11-23 09:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


def state(written: str, now: int) -> dict[str, Any]:
    found = json.loads(script().eval(f"JSON.stringify(opening.state({json.dumps(written)}, {now}))"))
    assert isinstance(found, dict)
    return found


def said(values: Mapping[str, Any], built: str, now: datetime, language: str = "fi") -> str:
    """What the badge says at a moment, on a page built on a day."""
    start = date.fromisoformat(built)
    call = f"opening.state({json.dumps(code(values, start))}, {minute(now)})"
    return str(script().eval(f"opening.say({call}, {minute(now)}, {told(start, language)})"))


# --- the same answer as the engine ------------------------------------------------------------------------------------

WEEKS: dict[str, Mapping[str, Any]] = {
    "office": OFFICE,
    "lunch": {"ma-to": "8.30-11.30, 12.15-16", "pe": "8.30-12"},
    "night": {"to-la": "22-02"},
    "night over the weekend": {"pe": "20-06", "su": "01-05"},
    "always": {"ma-su": "00-24"},
    "every other week": {"ti": "12-18", "weeks": "parilliset"},
    "Christmas": CHRISTMAS,
    "never": {"su": "suljettu"},
}
STARTS = (
    *(date(2026, 10, 1), date(2026, 10, 24), date(2026, 10, 25)),
    *(date(2026, 11, 21), date(2026, 12, 20), date(2027, 3, 1)),
)
"""Days of a build: both nights of the clock lie ahead of some, one is the night itself."""


def expected(intervals: Intervals, now: datetime, end: datetime) -> tuple[str, datetime | None]:
    """The state at a moment and when it changes, by looking through aware datetimes."""
    for begins, ends in intervals:
        if now < begins:
            return "closed", begins
        if now < ends:
            if ends == end:
                return "open", None
            return ("soon" if ends - now <= timedelta(minutes=30) else "open"), ends
    return "closed", None


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize("name", WEEKS)
def test_the_script_says_what_the_engine_says(name: str, start: date) -> None:
    ahead = horizon(start, HORIZON)
    first, end = ahead.instant(ahead.first_min), ahead.instant(ahead.end_min)
    intervals = open_intervals(hours(WEEKS[name]), start, HORIZON)
    assert intervals is not None
    written = code(WEEKS[name], start)
    chance = random.Random(f"{name}{start}")
    edges = [edge for interval in intervals for edge in interval]
    moments = [first, *(edge + timedelta(minutes=by) for edge in edges for by in (-31, -30, -1, 0, 1))]
    moments += [first + timedelta(minutes=chance.randrange(HORIZON * 1440)) for _ in range(60)]
    for now in moments:
        if first <= now < end:
            found = state(written, minute(now))
            change = None if found["change"] is None else ahead.instant(found["change"])
            assert (found["is"], change) == expected(intervals, now, end), now


@pytest.mark.parametrize("start", STARTS, ids=str)
def test_the_clock_of_the_script_is_the_clock_in_finland(start: date) -> None:
    ahead = horizon(start, HORIZON)
    zone = json.dumps(zone_of(ahead))
    for now in range(ahead.first_min, ahead.end_min, 61):
        local = datetime.fromtimestamp(now * 60, HELSINKI)
        offset = local.utcoffset()
        assert offset is not None
        assert script().eval(f"opening.wall({now}, {zone})") == now + offset.total_seconds() // 60


@pytest.mark.parametrize("name", WEEKS)
def test_a_code_tells_its_edges_to_python_too(name: str) -> None:
    written = code(WEEKS[name], STARTS[3])
    assert list(json.loads(script().eval(f"JSON.stringify(opening.edges('{written}'))"))) == edges_of(written)


def test_a_code_is_short() -> None:
    assert len(code(OFFICE, STARTS[3])) < 170


# --- what is said -----------------------------------------------------------------------------------------------------

SAID = [
    (OFFICE, "2026-11-21", "2026-11-23 08:59", "Suljettu, avautuu klo 9"),
    (OFFICE, "2026-11-21", "2026-11-23 09:00", "Auki, sulkeutuu klo 16"),
    (OFFICE, "2026-11-21", "2026-11-23 15:29", "Auki, sulkeutuu klo 16"),
    (OFFICE, "2026-11-21", "2026-11-23 15:30", "Sulkeutuu pian, klo 16"),
    (OFFICE, "2026-11-21", "2026-11-23 16:00", "Suljettu, avautuu huomenna klo 9"),
    (OFFICE, "2026-11-21", "2026-11-27 16:00", "Suljettu, avautuu ma klo 9"),
    (OFFICE, "2026-11-21", "2026-11-28 23:59", "Suljettu, avautuu ma klo 9"),
    (OFFICE, "2026-11-21", "2026-11-29 00:00", "Suljettu, avautuu huomenna klo 9"),
    (CHRISTMAS, "2026-12-20", "2026-12-23 16:30", "Suljettu, avautuu ma klo 9"),
    ({"ti": "9.15-16"}, "2026-11-21", "2026-11-24 16:30", "Suljettu, avautuu ti 1.12. klo 9.15"),
    ({"pe": "22-02"}, "2026-11-21", "2026-11-27 23:00", "Auki, sulkeutuu klo 2"),
    ({"pe": "22-02"}, "2026-11-21", "2026-11-28 01:45", "Sulkeutuu pian, klo 2"),
    ({"pe": "18-24"}, "2026-11-21", "2026-11-27 18:00", "Auki, sulkeutuu klo 24"),
    ({"ma-ti": "00-24"}, "2026-11-21", "2026-11-23 10:00", "Auki, sulkeutuu huomenna klo 24"),
    ({"ma-su": "00-24"}, "2026-11-21", "2026-11-28 03:00", "Auki"),
    ({"la": "22-06"}, "2026-10-20", "2026-10-25 00:00", "Auki, sulkeutuu klo 6"),
    ({"su": "10-12"}, "2026-10-20", "2026-10-24 23:30", "Suljettu, avautuu huomenna klo 10"),
    ({"la": "22-06"}, "2027-03-20", "2027-03-27 23:00", "Auki, sulkeutuu klo 6"),
    ({"su": "10-12"}, "2027-03-20", "2027-03-28 00:30", "Suljettu, avautuu klo 10"),
    (OFFICE, "2026-11-21", "2026-12-25 16:30", "Suljettu"),
    (OFFICE, "2026-11-21", "2026-12-26 00:00", "Aukiolo ei ole tiedossa"),
    (OFFICE, "2026-11-21", "2026-11-20 12:00", "Aukiolo ei ole tiedossa"),
    ({"su": "suljettu"}, "2026-11-21", "2026-11-23 12:00", "Suljettu"),
]
"""Hours, day of the build, moment in Finland, what the badge says."""


@pytest.mark.parametrize(("values", "built", "now", "text"), SAID)
def test_a_badge_says_what_holds_and_when_it_changes(values: dict[str, Any], built: str, now: str, text: str) -> None:
    assert said(values, built, here(now)) == text


def test_at_the_hour_shown_twice_the_badge_follows_the_moment() -> None:
    """03:30 comes twice on 25 October: a telephone that closes at 4 is open at both, and closes two hours after 3."""
    values = {"su": "01-04"}
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 40, tzinfo=UTC)
    assert said(values, "2026-10-20", first) == "Auki, sulkeutuu klo 4"
    assert said(values, "2026-10-20", second) == "Sulkeutuu pian, klo 4"


@pytest.mark.parametrize(
    ("language", "open_now", "far"),
    [
        ("sv", "Öppet, stänger kl. 16", "Stängt, öppnar tis 1.12 kl. 9.15"),
        ("en", "Open, closes at 16:00", "Closed, opens Tue 1 December at 9:15"),
    ],
)
def test_a_badge_speaks_the_language_of_its_page(language: str, open_now: str, far: str) -> None:
    assert said(OFFICE, "2026-11-21", here("2026-11-23 09:00"), language) == open_now
    assert said({"ti": "9.15-16"}, "2026-11-21", here("2026-11-24 16:30"), language) == far


# --- which channels have a badge --------------------------------------------------------------------------------------


def channels(folder: Path, written: str, language: str = "fi", more: str = "") -> list[tuple[str, str]]:
    """(is there a code, what is said of unknown hours) of each channel of a service with these channels."""
    before, rest = base_text("services/ohjaamo.md").split("channels:")
    text = f"{before}{more}channels:\n{written}verified:{rest.split('verified:')[1]}"
    scene = scene_of(folder, {"services/ohjaamo.md": text}, language=language)
    (service,) = scene.network.regions["lappi"].all_of(Service)
    found = [opening_of(scene, service, channel) for channel in service.channels]
    return [("code" if opening.code else "", opening.unknown) for opening in found]


def test_unknown_hours_are_never_said_to_be_closed(tmp_path: Path) -> None:
    written = """\
  - {type: puhelin, phone: 016 00 1234}
  - {type: chat, name: Aamun chat, url: "https://example.org/chat", hours: {unknown: kyllä}}
  - {type: chat, name: Päivän chat, url: "https://example.org/chat", hours: {ma-pe: "9-16"}}
  - {type: sahkoposti, email: neuvo@example.org}
"""
    w = words("fi")
    told = [("", w.opening_unknown_call), ("", w.opening_unknown), ("code", ""), ("", "")]
    assert channels(tmp_path, written) == told


def test_nobody_is_told_to_call_where_there_is_no_telephone(tmp_path: Path) -> None:
    written = '  - {type: chat, url: "https://example.org/chat"}\n'
    assert channels(tmp_path, written) == [("", words("fi").opening_unknown)]


def test_before_going_to_a_place_one_is_told_to_call(tmp_path: Path) -> None:
    written = "  - {type: palvelupaikka, place: tuulipolun-talo}\n  - {type: puhelin, phone: 016 00 1234}\n"
    assert channels(tmp_path, written) == [("", words("fi").opening_unknown_call)] * 2


def test_a_service_that_rests_says_nothing_of_now(tmp_path: Path) -> None:
    written = '  - {type: puhelin, phone: 016 00 1234, hours: {ma-pe: "9-16"}}\n'
    assert channels(tmp_path, written, more="status: tauolla\n") == [("", "")]


@pytest.mark.parametrize(
    ("last", "week", "edges"),
    [
        ("2026-11-24", '"9-16"', ["2026-11-24 09:00", "2026-11-24 16:00"]),
        ("2026-11-24", '"22-02"', ["2026-11-24 22:00", "2026-11-25 00:00"]),
        ("2026-11-22", '"9-16"', ["2026-11-22 09:00", "2026-11-22 16:00"]),
    ],
)
def test_a_service_opens_no_more_after_its_last_day(tmp_path: Path, last: str, week: str, edges: list[str]) -> None:
    files = changed(
        "services/ohjaamo.md",
        ("verified:", f"valid_until: {last}\nverified:"),
        ('ma-to: "9-16"\n      pe: "9-14"', f"ma-su: {week}"),
    )
    scene = scene_of(tmp_path, files)
    (service,) = scene.network.regions["lappi"].all_of(Service)
    found = edges_of(opening_of(scene, service, service.channels[0]).code)
    assert found[-3:-1] == [minute(here(edge)) for edge in edges]
    assert found[-1] == horizon(scene.day, HORIZON).end_min


def test_what_results_tell_of_the_next_days_is_what_pages_tell() -> None:
    scene = Scene(load_tree(folders_of("minimal")).network.on(date(2026, 11, 22)), date(2026, 11, 22), Settings())
    told = [
        (days_of(scene, service, channel), opening_of(scene, service, channel).code)
        for region in scene.network.regions.values()
        for service in region.all_of(Service)
        for channel in service.channels
        if days_of(scene, service, channel)
    ]
    assert told
    first = edges_of(first_of_days(scene))[0]
    for short, whole in told:
        for now in range(first, first + DAYS_TOLD * 1440, 45):
            assert state(f"{first_of_days(scene)} {short}", now) == state(whole, now)
