"""Calendars kept elsewhere become our events: the same times, and whatever is lost is named."""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calendar_records import MEETING
from calendar_records import event as made_of
from scenes import scene_of
from test_exports_ics import EVENTS, LINE, WINDOWS, by_icalendar, calendar_of, meeting, ours
from tno.commands import main
from tno.content import Folders
from tno.exports.ics import Calendars
from tno.from_calendar.calendar_file import NotACalendarError, read_calendar
from tno.from_calendar.event_values import EventReader, Imported, Told
from tno.from_calendar.notes import TEXTS, Notes
from tno.from_calendar.plain_text import prose
from tno.read import parse_yaml
from tno.records import Event
from tno.views.scene import Scene
from tno.yaml_text import yaml_text
from trees import ROOT, check_tree, folders_of, load_tree, write_project, write_region

FILES = Path(__file__).parent / "calendars"


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return scene_of(tmp_path_factory.mktemp("region"), {})


@cache
def network() -> Any:
    return load_tree(folders_of("minimal")).network


def imported(data: bytes, told: Told | None = None) -> tuple[list[Imported], Notes]:
    notes = Notes()
    found = read_calendar(data, notes)
    reader = EventReader(network(), "lappi", found.zones, told or Told("kokous", "tuulipolun-ohjaamo", "verkosto"))
    return [event for each in found.series if (event := reader.read(each, notes))], notes


def codes(notes: Notes) -> set[str]:
    return {note.code for note in notes.found}


def event_of(values: Mapping[str, Any]) -> Event:
    """The event that the values make, read back from their YAML."""
    data = parse_yaml(yaml_text(values), "x.yml").data
    assert isinstance(data, dict)
    where = {} if {"place", "online_url"} & data.keys() else {"place": "talo"}
    basis = {key: value for key, value in MEETING.items() if key in ("id", "kind", "organiser", "audience")}
    return made_of(**{**dict.fromkeys(MEETING), **basis, **where, **data})


def of_file(name: str, told: Told | None = None) -> tuple[dict[str, Imported], Notes]:
    found, notes = imported((FILES / name).read_bytes(), told)
    return {event.name: event for event in found}, notes


# --- our own calendars ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVENTS)
def test_our_own_feed_comes_back_with_the_same_occurrences(scene: Scene, name: str) -> None:
    made = meeting(**EVENTS[name])
    (found,), notes = imported(calendar_of(scene, made))
    back = event_of(found.values)
    for window in [*WINDOWS, (date(2026, 1, 1), date(2028, 12, 31))]:
        assert ours(back, *window) == ours(made, *window), found.values
    assert codes(notes) <= {"place-unknown", "place-missing"}
    assert found.name == made.name


def test_every_event_of_the_example_site_comes_back_with_the_same_occurrences(scene: Scene) -> None:
    network = load_tree(Folders(ROOT, ROOT / "regions")).network
    window = date(2026, 1, 1), date(2028, 1, 1)
    for made in network.all_of(Event).values():
        calendars = Calendars(scene, "https://portaali.example.org/")
        (found,), _ = imported(calendars.calendar("x", [calendars.component(made, LINE)]))
        back = event_of(found.values)
        assert ours(back, *window) == ours(made, *window), found.values
        assert back.status == ("vahvistettu" if made.status.startswith("siirretty") else made.status)


UNITS: dict[str, list[Any]] = {
    "päivä": [None],
    "viikko": [None, "ti", ["ma", "ti", "pe"], ["ti", "su"]],
    "kuukausi": [None, "toinen tiistai", "13", ["13", "viimeinen päivä"], ["toinen tiistai", "viimeinen perjantai"]],
    "vuosi": [None, "toinen tiistai"],
}


@st.composite
def repetitions(draw: st.DrawFn) -> dict[str, Any]:
    unit = draw(st.sampled_from(sorted(UNITS)))
    said: dict[str, Any] = {"every": unit}
    if (on := draw(st.sampled_from(UNITS[unit]))) is not None:
        said["on"] = on
    if (step := draw(st.integers(1, 6))) > 1:
        said["interval"] = str(step)
    if end := draw(st.sampled_from(["", "times", "until"])):
        said[end] = str(draw(st.integers(1, 60))) if end == "times" else f"2027-{draw(st.integers(1, 12)):02}-15"
    return said


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(repeat=repetitions(), clock=st.sampled_from(["12:00", "03:30", "23:30", "00:00", ""]), data=st.data())
def test_any_series_comes_back_with_the_same_occurrences(
    scene: Scene, repeat: dict[str, Any], clock: str, data: st.DataObject
) -> None:
    """Tuesday 13 October 2026 is the second Tuesday, so every rule begins on it."""
    times = {"start": f"2026-10-13 {clock}".strip(), "end": None, "duration": "90 min" if clock else "1 päivä"}
    made = meeting(repeat=repeat, **times)
    window = date(2026, 10, 1), date(2028, 6, 1)
    days = sorted({start[:10] for start, _ in ours(made, *window)})
    if clock == "12:00" and len(days) > 2:
        made = meeting(repeat=repeat, **times, **{"except": [data.draw(st.sampled_from(days[1:-1]))]})
    (found,), _ = imported(calendar_of(scene, made))
    assert ours(event_of(found.values), *window) == ours(made, *window), found.values


def test_what_stands_twice_in_an_event_is_taken_once_and_told() -> None:
    twice = "RECURRENCE-ID:20261020T090000", "UID:sama", "SUMMARY:Vertaisryhmä"
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", *twice, *twice, "DTSTART:20261021T090000", "DURATION:PT1H"]
    (found,), notes = imported("\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode())
    assert found.values["name"] == "Vertaisryhmä"
    assert {note.data["value"] for note in notes.found if note.code == "doubled"} == {"UID", "RECURRENCE-ID", "SUMMARY"}


LINES = sorted({line for name in sorted(FILES.glob("*.ics")) for line in name.read_text(encoding="utf-8").split("\n")})


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), max_size=25))
def test_no_lines_in_any_order_are_too_much(lines: list[str]) -> None:
    text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines])
    try:
        found, _ = imported(text.encode("utf-8", errors="replace"))
    except NotACalendarError as refused:  # a line that goes on from BEGIN:VEVENT makes it something else
        assert str(refused)
        return
    for event in found:
        assert parse_yaml(yaml_text(event.values), "x.yml").problems == []


def test_a_beginning_that_cannot_be_read_is_told() -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Ohjaus", "DTSTART:16010325T020000", " .example.org/ohje"]
    found, notes = imported("\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode())
    assert (found, codes(notes) >= {"property-broken", "start-missing"}) == ([], True)


@pytest.mark.parametrize(("kind", "is_missed"), [("maaraaika", False), ("kokous", True)])
def test_only_what_has_a_place_misses_it(kind: str, is_missed: bool) -> None:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Haku", "DTSTART:20261201T160000", "END:VEVENT"]
    _, notes = imported("\r\n".join([*lines, "END:VCALENDAR", ""]).encode(), Told(kind=kind))
    assert ("place-missing" in codes(notes)) is is_missed


# --- calendars of other programs --------------------------------------------------------------------------------------


def test_a_calendar_of_outlook_keeps_its_series_and_changes() -> None:
    found, notes = of_file("outlook.ics", Told(organiser="tuulipolun-ohjaamo", audience="verkosto"))
    weekly = found["Ohjaajien viikkopalaveri"].values
    assert (weekly["kind"], weekly["place"], weekly["start"], weekly["end"]) == (
        "kokous", "tuulipolun-talo", "2026-10-06 09:00", "10:00",
    )  # fmt: skip
    assert weekly["repeat"] == {"every": "viikko", "interval": "2", "on": "ti", "until": "2026-12-15"}
    assert weekly["except"] == ["2026-11-03"]
    assert weekly["overrides"] == [
        {"date": "2026-10-20", "start": "2026-10-21 13:00", "end": "14:30"},
        {"date": "2026-12-01", "status": "peruttu"},
    ]
    assert weekly["online_url"].startswith("https://teams.microsoft.com/l/meetup-join/")
    assert weekly["description"] == "Viikon asiat, myös poissaolot."
    assert {"boilerplate", "people", "private", "category-unknown"} <= codes(notes)
    assert "Keksitty" not in yaml_text(weekly)


def test_a_rule_that_cannot_be_written_is_listed_and_said() -> None:
    found, notes = of_file("outlook.ics")
    values = found["Kuukauden viimeinen arkipäivä"].values
    assert "repeat" not in values
    assert values["extra"] == ["2026-11-30 12:00", "2026-12-31 12:00", "2027-01-29 12:00"]
    assert "rule-listed" in codes(notes) and "place-unknown" in codes(notes)


def test_a_zone_of_its_own_is_known_by_its_rules() -> None:
    found, _ = of_file("outlook.ics")
    values = found["Tukholman kokous"].values
    assert (values["zone"], values["start"]) == ("Europe/Stockholm", "2026-11-12 10:00")
    assert values["repeat"] == {"every": "kuukausi", "on": "toinen torstai", "times": "3"}


def test_a_calendar_of_google_keeps_days_links_and_changes() -> None:
    found, notes = of_file("google.ics")
    closed = found["Talo on kiinni 🎄"].values
    assert (closed["start"], closed["end"]) == ("2026-12-28", "2027-01-02")
    assert closed["description"] == (
        "Talo on kiinni.\n\n- Soita [ohjeen mukaan](https://www.example.org/ohje?a=1&b=2)\n- tai tule tammikuussa"
    )
    coffee = found["Perjantain pullakahvit"].values
    assert coffee["repeat"] == {"every": "viikko", "on": "pe"} and coffee["place"] == "tuulipolun-talo"
    assert coffee["except"] == ["2026-12-25", "2027-01-01"]
    (change,) = coffee["overrides"]
    assert change["start"] == "14:00" and change["note"] == "Perjantain pullakahvit: vieraana kirjasto"
    online = found["Tietoilta verkossa"].values
    assert (online["start"], online["end"], online["status"]) == ("2026-11-10 16:30", "18:00", "alustava")
    assert online["online_url"] == "https://meet.google.com/abc-keks-itt" and "place" not in online
    assert {"html", "change-text", "place-missing"} <= codes(notes)


def test_a_calendar_of_moodle_keeps_deadlines_and_floating_times() -> None:
    found, notes = of_file("moodle.ics")
    deadline = found["Tehtävä 1 palautettava viimeistään"].values
    assert deadline["start"] == "2026-11-30 23:59" and "end" not in deadline
    assert (found["Lähipäivä"].values["start"], found["Lähipäivä"].values["end"]) == ("2026-12-05 09:00", "15:30")
    assert {"floating", "not-events", "category-unknown", "place-unknown"} <= codes(notes)


def test_an_untidy_calendar_is_read_as_far_as_it_goes() -> None:
    found, notes = of_file("untidy.ics")
    broken = found["Rikki mutta luettava"].values
    assert broken["description"] == "Ensimmäinen rivi\nToinen rivi ilman taittoa\nKlo: 12 alkaa"
    assert (broken["start"], broken["end"]) == ("2027-03-28 04:30", "05:00")
    backwards = found["Loppu ennen alkua"].values
    assert (backwards["start"], backwards["extra"]) == ("2026-12-24", ["2026-12-31"]) and "end" not in backwards
    assert "Ei alkua" not in found and found["Ei tunnistetta"].uid == ""
    off_rule = found["Alku ei osu sääntöön"].values
    assert (off_rule["start"], off_rule["extra"]) == ("2027-01-06 10:00", ["2027-01-04 10:00"])
    assert found["Sarja maailmanajassa"].values["zone"] == "UTC"
    assert "repeat" not in found["Tunneittain"].values
    assert (found["Toinen kello kolme"].values["zone"], found["Toinen kello kolme"].values["start"]) == (
        "UTC", "2026-10-25 01:30",
    )  # fmt: skip
    assert {
        "start-moved", "end-dropped", "start-missing", "uid-missing", "zone-unknown", "start-off-rule", "series-in-utc",
        "rule-listed", "file-cut", "date-unused", "property-broken",
    } <= codes(notes)  # fmt: skip


@pytest.mark.parametrize("name", ["outlook.ics", "google.ics", "moodle.ics"])
def test_what_is_imported_has_the_occurrences_of_the_calendar(name: str) -> None:
    """Beside recurring-ical-events, of the public events of each file."""
    found, _ = of_file(name)
    data = (FILES / name).read_bytes().replace(b"\n", b"\r\n")
    for window in WINDOWS[:3]:
        mine = sorted(each for event in found.values() for each in ours(event_of(event.values), *window))
        theirs = [each for each in by_icalendar(data, *window) if "T" not in each[0] or each[0][-1] == "Z"]
        if name == "outlook.ics":  # what is private is not imported; what is cancelled is in both
            theirs = [each for each in theirs if each != ("2026-11-12T08:00:00Z", "2026-11-12T09:30:00Z")]
        if name == "moodle.ics":  # floating times are Finnish times
            continue
        assert mine == theirs, window


@pytest.mark.parametrize("data", [b"", b"hei", b"\x00\xff\xfe", b"BEGIN:VEVENT\nEND:VEVENT", b"%PDF-1.7 \n..."])
def test_what_is_no_calendar_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NotACalendarError):
        read_calendar(data, Notes())


def test_a_windows_file_keeps_its_letters() -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Äänestä päivä\nDTSTART:20261201T100000\nEND:VEVENT\n"
    found, notes = imported(text.encode("cp1252"))
    assert found[0].name == "Äänestä päivä" and "encoding" in codes(notes)


@pytest.mark.parametrize("zone", ["FLE Standard Time", "(UTC+02:00) Helsinki, Kyiv, Riga", "EET", '"Europe/Helsinki"'])
def test_finnish_time_is_known_by_many_names(zone: str) -> None:
    text = (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-TIMEZONE:{zone}\nBEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART:20260701T100000\n"
    )
    (found,), _ = imported(text.encode())
    assert found.values["start"] == "2026-07-01 10:00" and "zone" not in found.values


def test_every_note_is_said_in_two_languages_on_one_line() -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for code, (fi, en) in TEXTS.items():
        assert "\n" not in fi + en and fi.endswith(".") and en.endswith("."), code
        assert names(fi) == names(en), code


def test_hidden_html_and_marks_do_not_come_through() -> None:
    notes = Notes()
    assert prose("<p>Hei<script>alert(1)</script></p><p># ei otsikko\u202e</p>", notes).startswith("Hei\n\n")
    assert prose("# Otsikko <b", notes) == "\\# Otsikko \\<b"


# --- the command ------------------------------------------------------------------------------------------------------


def run(folder: Path, *arguments: str) -> Any:
    return CliRunner().invoke(main, ["import-ics", *arguments, "--region", "lappi", "--root", str(folder)])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, {})
    return tmp_path


TOLD = ("--organiser", "tuulipolun-ohjaamo", "--audience", "verkosto", "--kind", "kokous", "--place", "tuulipolun-talo")


def test_what_is_told_of_all_events_may_be_told_by_name(project: Path) -> None:
    told = (
        "--organiser",
        "Tuulipolun Ohjaamo",
        "--audience",
        "Verkosto",
        "--kind",
        "Kokous",
        "--place",
        "Tuulipolun talo",
    )
    arguments = ["import-ics", str(FILES / "outlook.ics"), *told, "--region", "Lappi", "--root", str(project)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    written = [file.read_text(encoding="utf-8") for file in (project / "regions/lappi/events").glob("*.yml")]
    assert sum("organiser: tuulipolun-ohjaamo\naudience: [verkosto]\n" in text for text in written) > 1


def test_a_name_that_nobody_has_stops_the_import_before_anything_is_written(project: Path) -> None:
    before = sorted((project / "regions").rglob("*"))
    done = run(project, str(FILES / "outlook.ics"), "--organiser", "Tuulipolun Ojaamo")
    assert done.exit_code == 2
    assert "tarkoititko: tuulipolun-ohjaamo" in done.output
    assert sorted((project / "regions").rglob("*")) == before


def test_imported_files_pass_the_check(project: Path) -> None:
    for name in ("outlook.ics", "google.ics", "moodle.ics", "untidy.ics"):
        done = run(project, str(FILES / name), *TOLD)
        assert done.exit_code == 0, done.output
    checked = check_tree(write_region(project, {}, base=None))
    wrong = [str(problem) for problem in checked.errors if problem.code != "host-real-in-example"]
    assert wrong == []  # the region is an example, so the addresses of meetings are told: rightly
    assert len(list((project / "regions/lappi/events").glob("*.yml"))) > 12


def test_what_is_missing_is_told_by_the_import_and_by_the_check(project: Path) -> None:
    done = run(project, str(FILES / "google.ics"), "--language", "both")
    assert "Täydennä tiedostoon: kind, organiser, audience." in done.output and "Fill in: kind" in done.output
    checked = check_tree(write_region(project, {}, base=None))
    mine = [problem for problem in checked.errors if "pullakahvit" in problem.position.file]
    assert {problem.code for problem in mine} == {"key-missing"} and len(mine) == 3


def test_a_dry_run_writes_nothing(project: Path) -> None:
    before = sorted(project.rglob("*"))
    done = run(project, str(FILES / "google.ics"), "--dry-run")
    assert "Uusi tiedosto regions/lappi/events/perjantain-pullakahvit.yml" in done.output
    assert sorted(project.rglob("*")) == before


def test_a_second_import_changes_nothing_and_says_what_differs(project: Path, tmp_path: Path) -> None:
    run(project, str(FILES / "google.ics"), *TOLD)
    file = project / "regions/lappi/events/perjantain-pullakahvit.yml"
    edited = file.read_text(encoding="utf-8").replace("kind: kokous", "kind: neuvontapiste")
    file.write_text(edited, encoding="utf-8")
    again = run(project, str(FILES / "google.ics"))
    assert "perjantain-pullakahvit.yml on ennallaan" in again.output and file.read_text(encoding="utf-8") == edited
    newer = tmp_path / "uusi.ics"
    newer.write_bytes((FILES / "google.ics").read_bytes().replace(b"20261009T1300", b"20261009T1400"))
    told = run(project, str(newer))
    assert "on toisin: start" in told.output and file.read_text(encoding="utf-8") == edited
    taken = run(project, str(newer), "--update")
    updated = file.read_text(encoding="utf-8")
    assert "päivitettiin" in taken.output and "2026-10-09 14:00" in updated and "kind: neuvontapiste" in updated
    assert "UID: 2keksitty@google.example.org" in updated


def test_a_file_of_somebody_else_is_never_written_over(project: Path) -> None:
    own = project / "regions/lappi/events/tietoilta-verkossa.yml"
    own.write_text("oma", encoding="utf-8")
    run(project, str(FILES / "google.ics"), *TOLD)
    assert own.read_text(encoding="utf-8") == "oma"
    assert (own.parent / "tietoilta-verkossa-2.yml").is_file()


def test_events_long_over_can_be_left_out(project: Path) -> None:
    done = run(project, str(FILES / "google.ics"), "--since", "2026-12-01", "--dry-run")
    assert "tietoilta" not in done.output and "pullakahvit" in done.output and "ei tuotu: 1" in done.output


def test_a_wrong_region_and_a_wrong_file_are_told(project: Path) -> None:
    assert CliRunner().invoke(
        main, ["import-ics", str(FILES / "google.ics"), "--region", "kuu", "--root", str(project)]
    ).exit_code == 2  # fmt: skip
    done = run(project, __file__)
    assert done.exit_code == 1 and "ei ole kalenteri" in done.output and "Traceback" not in done.output
