"""Feeds: who is in which, what three readers see in them, what is written again, what is never there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from icalendar import Calendar

from site_building import make_project, run_build
from test_exports_ics import by_ical_js, by_icalendar, ours
from tno.addresses import address_of
from tno.content import Folders
from tno.edition import Edition
from tno.exports.feeds import Feeds
from tno.feed_addresses import CALENDARS
from tno.frames import Site
from tno.kept import Kept
from tno.ledger import Ledger, Line
from tno.model.localised import localised_network
from tno.noticed import content_hash
from tno.output import Output
from tno.records import Event
from tno.settings import Settings
from tno.site_files import SiteFiles
from tno.views.scene import Scene
from tno.views.subscribe import Subscriptions
from tno.words import LANGUAGES
from trees import DAY, ROOT, folders_of, load_tree, write_region

URL = "https://portaali.example.org/tno/"
WINDOWS = [
    (date(2026, 10, 20), date(2026, 10, 30)),
    (date(2026, 12, 28), date(2027, 1, 5)),
    (date(2027, 3, 22), date(2027, 4, 2)),
    (date(2028, 2, 26), date(2028, 3, 3)),
]
"""The nights of the clock, New Year, a leap day."""


def scenes_from(scene: Scene) -> Callable[[str], Scene]:
    """The scene in any language."""

    @cache
    def scene_of(language: str) -> Scene:
        if language == "fi":
            return scene
        return Scene(localised_network(scene.network, language), scene.day, scene.settings, language, scene)

    return scene_of


def files_of(scene: Scene, former: Ledger | None = None) -> dict[str, bytes]:
    feeds = Feeds(scenes_from(scene), URL, "", former or {})
    found: dict[str, bytes] = {}
    for part in feeds.parts():
        files = dict(part.files())
        assert list(part.paths) == list(files)
        found |= files
    return found


@cache
def example() -> Scene:
    """The site as it is published."""
    return Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())


@cache
def example_files() -> dict[str, bytes]:
    return files_of(example())


def tiny(folder: Path, files: dict[str, str | None] | None = None, edition: Edition = Edition.PUBLIC) -> Scene:
    return Scene(load_tree(write_region(folder, files or {}), edition).network.on(DAY), DAY, Settings())


def uids(data: bytes) -> list[str]:
    return re.findall(r"UID:(\S+)@", data.decode())


def feed(files: dict[str, bytes], name: str) -> list[str]:
    return uids(files[f"{CALENDARS}{name}.ics"])


# --- what readers see -------------------------------------------------------------------------------------------------


@pytest.mark.npm
@pytest.mark.parametrize("region", ["lappi", "pohjanmaa", "pohjois-karjala", "kansallinen"])
def test_three_readers_see_the_same_times_in_the_feeds_of_the_example_site(region: str) -> None:
    data = example_files()[f"{CALENDARS}{region}.ics"]
    events = [event for event in example().network.regions[region].all_of(Event) if f"-{event.id}@" in data.decode()]
    for window in WINDOWS:
        expected = sorted(each for event in events for each in ours(event, *window))
        assert by_icalendar(data, *window) == expected, window
        assert by_ical_js(data, *window) == expected, window
    assert events


def test_an_event_has_the_same_bytes_in_every_feed() -> None:
    """So what readers see in the feeds of regions holds for all of them."""
    files, known = example_files(), dict[str, str]()
    for path, data in files.items():
        text, language = data.decode(), path[:3] if path.startswith(("sv/", "en/")) else ""
        assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
        for component in re.findall(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", text, re.DOTALL):
            uid = re.findall(r"UID:\S+|RECURRENCE-ID\S+", component.replace("\r\n ", ""))
            assert known.setdefault(f"{language}{uid}", component) == component
    assert len(known) >= len(example().network.all_of(Event))


def test_a_region_s_calendars_are_in_each_of_its_languages_with_the_same_events_and_times() -> None:
    files = example_files()
    path = f"{CALENDARS}pohjanmaa.ics"
    finnish, swedish = files[path], files[f"sv/{path}"]
    assert uids(finnish) == uids(swedish) and f"sv/{CALENDARS}lappi.ics" not in files
    facts = ("SEQUENCE", "DTSTART", "DTEND", "RRULE", "STATUS", "GEO")
    for one, other in zip(*(Calendar.from_ical(data).walk("VEVENT") for data in (finnish, swedish)), strict=True):
        assert [one.get(name) for name in facts] == [other.get(name) for name in facts]
    text = swedish.decode().replace("\r\n ", "")
    assert "SUMMARY:Infokväll om öppna leden" in text and "CATEGORIES:Webbinarium," in text
    assert "/sv/pohjanmaa/tapahtumat/avoimen-vaylan-infoilta/" in text and "<span" not in text
    assert "sv/pohjanmaa/tapahtumat/avoimen-vaylan-infoilta/avoimen-vaylan-infoilta.ics" in files


def test_the_country_s_calendar_has_every_event_once_that_is_not_long_over() -> None:
    found = set(feed(example_files(), "suomi"))
    every = {f"{event.region}-{event.id}" for event in example().network.all_of(Event).values()}
    assert found <= every and len(found) > len(every) * 0.8


def test_no_line_is_longer_than_readers_take_and_every_file_is_text() -> None:
    for path, data in example_files().items():
        assert all(len(line) <= 75 for line in data.split(b"\r\n")), path
        data.decode()


# --- which events where -----------------------------------------------------------------------------------------------


def an_event(own_id: str, **values: str) -> str:
    facts = {
        "name": own_id.title(),
        "start": "2026-12-03 12:00",
        "end": "15:00",
        "kind": "kokous",
        "organiser": "tuulipolun-ohjaamo",
        "audience": "verkosto",
        **values,
    }
    return f"- id: {own_id}\n" + "".join(f'  {key}: "{value}"\n' for key, value in facts.items() if value)


TALO, ONLINE = {"place": "tuulipolun-talo"}, {"online_url": "https://verkko.example.org/"}


def test_a_feed_has_the_events_of_its_kind_audience_group_and_area(tmp_path: Path) -> None:
    events = (
        an_event("paikalla", **TALO, group="ohjausryhma")
        + an_event("verkossa", **ONLINE, audience="kansalaiset")
        + an_event("haku", kind="hakuaika", start="2026-12-01", end="2026-12-05")
    )
    files = files_of(tiny(tmp_path, {"events/tapahtumat.yml": events}))
    assert sorted(feed(files, "lappi")) == ["lappi-haku", "lappi-paikalla", "lappi-verkossa"]
    assert feed(files, "lappi-laji-hakuaika") == ["lappi-haku"]
    assert feed(files, "lappi-kenelle-kansalaiset") == ["lappi-verkossa"]
    assert feed(files, "lappi-ryhma-ohjausryhma") == ["lappi-paikalla"]
    assert sorted(feed(files, "kunta-rovaniemi")) == ["lappi-haku", "lappi-paikalla", "lappi-verkossa"]
    assert sorted(feed(files, "kunta-kemi")) == ["lappi-haku", "lappi-verkossa"]
    assert uids(files["lappi/tapahtumat/haku/haku.ics"]) == ["lappi-haku"]


def test_a_feed_without_events_is_there_and_is_a_calendar(tmp_path: Path) -> None:
    files = files_of(tiny(tmp_path, {"events/tapahtumat.yml": None}))
    assert {f"{CALENDARS}lappi.ics", f"{CALENDARS}kunta-kemi.ics", f"{CALENDARS}lappi-laji-messut.ics"} <= files.keys()
    for data in files.values():
        calendar = Calendar.from_ical(data)
        assert str(calendar["X-WR-CALNAME"]).startswith("TNO-tapahtumat: ") and not calendar.walk("VEVENT")


def test_what_was_over_a_year_ago_is_only_in_its_own_file(tmp_path: Path) -> None:
    events = (
        an_event("vanha", **TALO, start="2024-05-05 12:00", end="13:00")
        + an_event("sarja", **TALO, start="2024-05-05 12:00", end="13:00").rstrip()
        + "\n  repeat: {every: vuosi}\n"
    )
    files = files_of(tiny(tmp_path, {"events/tapahtumat.yml": events}))
    assert feed(files, "lappi") == feed(files, "suomi") == ["lappi-sarja"]
    assert uids(files["lappi/tapahtumat/vanha/vanha.ics"]) == ["lappi-vanha"]


def test_a_renamed_event_keeps_its_uid_its_old_file_and_its_days(tmp_path: Path) -> None:
    events = an_event("uusi", **TALO).rstrip() + "\n  former_ids: [vanha]\n"
    former = {"lappi/tapahtumat/vanha/": Line("x", "2026-01-01", "2026-02-02", 4)}
    files = files_of(tiny(tmp_path, {"events/tapahtumat.yml": events}), former)
    data = files["lappi/tapahtumat/uusi/uusi.ics"]
    assert data == files["lappi/tapahtumat/vanha/vanha.ics"]
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert uids(data) == ["lappi-vanha"] and event["SEQUENCE"] == 5


def test_a_place_that_moves_is_a_change_of_its_events_and_a_new_lift_is_not(tmp_path: Path) -> None:
    places = (ROOT / "tests/regions/minimal/lappi/places/paikat.yml").read_text(encoding="utf-8")
    events = {"events/tapahtumat.yml": an_event("kokous-1", **TALO) + an_event("webinaari-1", **ONLINE)}

    def sequences(folder: str, more: str, former: Ledger) -> dict[str, int]:
        scene = tiny(tmp_path / folder, {**events, "places/paikat.yml": more})
        data = files_of(scene, former)[f"{CALENDARS}lappi.ics"]
        return {str(each["SUMMARY"]): int(each["SEQUENCE"]) for each in Calendar.from_ical(data).walk("VEVENT")}

    scene = tiny(tmp_path / "before", {**events, "places/paikat.yml": places})
    former = {
        address_of(event): Line(content_hash(scene, event), "2026-01-01", "2026-02-02", 4)
        for event in scene.network.all_of(Event).values()
    }
    assert set(sequences("same", places, former).values()) == {4}
    assert set(sequences("lift", places.replace("  street:", "  entrance: Hissi\n  street:", 1), former).values()) == {
        4
    }
    moved = sequences("moved", places.replace("Tuulipolku 1", "Uusikatu 2"), former)
    assert (moved["Kokous-1"], moved["Webinaari-1"]) == (5, 4)


def test_a_cancelled_event_stays_in_feeds_as_cancelled(tmp_path: Path) -> None:
    events = an_event("peruttava", **TALO, status="peruttu")
    data = files_of(tiny(tmp_path, {"events/tapahtumat.yml": events}))[f"{CALENDARS}lappi.ics"]
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert (event["STATUS"], str(event["SUMMARY"])) == ("CANCELLED", "Peruttu: Peruttava")


# --- what is never there ----------------------------------------------------------------------------------------------


def test_an_address_that_may_not_be_shown_is_in_no_feed(tmp_path: Path) -> None:
    places = (ROOT / "tests/regions/minimal/lappi/places/paikat.yml").read_text(encoding="utf-8")
    shown = files_of(tiny(tmp_path / "a", {}))[f"{CALENDARS}lappi.ics"].decode().replace("\r\n ", "")
    assert "Tuulipolku 1" in shown and "GEO:" in shown
    hidden = places.replace("  street:", "  address_public: ei\n  street:", 1)
    assert hidden != places
    files = files_of(tiny(tmp_path / "b", {"places/paikat.yml": hidden}))
    for data in files.values():
        text = data.decode().replace("\r\n ", "")
        assert "Tuulipolku" not in text and "GEO:" not in text


def test_members_events_are_in_no_file_of_the_public_site(tmp_path: Path) -> None:
    events = an_event("salainen-kokous", **TALO).rstrip() + "\n  visibility: jasenet\n" + an_event("avoin", **TALO)
    files = {"events/tapahtumat.yml": events}
    public = files_of(tiny(tmp_path / "a", files))
    assert not any("salainen" in path or b"salainen" in data.lower() for path, data in public.items())
    members = files_of(tiny(tmp_path / "b", files, Edition.MEMBERS))
    assert "lappi-salainen-kokous" in feed(members, "lappi")


def test_a_build_for_members_leaves_nothing_for_the_public_one(tmp_path: Path) -> None:
    """Both with the same cache and folder."""
    note = "\n  overrides:\n    - {date: 2026-12-03, note: salainen ovikoodi, visibility: jasenet}\n"
    files = {"events/tapahtumat.yml": an_event("kokous-1", **TALO).rstrip() + note}
    write(tiny(tmp_path / "a", files, Edition.MEMBERS), tmp_path, Edition.MEMBERS)
    everything = b"".join(file.read_bytes() for file in (tmp_path / "site").rglob("*.ics"))
    assert b"salainen ovikoodi" in everything.replace(b"\r\n ", b"")
    write(tiny(tmp_path / "b", files), tmp_path)
    everything = b"".join(file.read_bytes() for file in (tmp_path / "site").rglob("*.ics"))
    assert b"salainen" not in everything.replace(b"\r\n ", b"")


# --- what is written again --------------------------------------------------------------------------------------------


def write(scene: Scene, folder: Path, edition: Edition = Edition.PUBLIC) -> set[str]:
    """Paths of the calendars that a build writes on top of what is there."""
    output = Output.open(folder / "site", folder / "state")
    output.begin()
    site, kept = Site("TNO", URL, "", edition), Kept(folder / "state", "g")
    SiteFiles(output, scenes_from(scene), site, "g", ["fi"], frozenset(), kept).write_calendars({}, "")
    output.finish("{}")
    return {path for path in output.fresh if path.endswith(".ics")}


def test_a_changed_event_writes_only_the_feeds_that_have_it(tmp_path: Path) -> None:
    events = an_event("yksi", **TALO) + an_event("kaksi", **ONLINE, kind="messut", audience="kansalaiset")
    first = write(tiny(tmp_path / "a", {"events/tapahtumat.yml": events}), tmp_path)
    assert len(first) > 40
    assert write(tiny(tmp_path / "b", {"events/tapahtumat.yml": events}), tmp_path) == set()
    changed = events.replace("Yksi", "Ensimmäinen")
    again = write(tiny(tmp_path / "c", {"events/tapahtumat.yml": changed}), tmp_path)
    own = {f"{CALENDARS}{name}.ics" for name in ("lappi", "suomi", "lappi-laji-kokous", "lappi-kenelle-verkosto")}
    assert own <= again
    assert not {f"{CALENDARS}lappi-laji-messut.ics", f"{CALENDARS}kunta-kemi.ics"} & again
    assert "lappi/tapahtumat/yksi/yksi.ics" in again and "lappi/tapahtumat/kaksi/kaksi.ics" not in again
    assert write(tiny(tmp_path / "d", {"events/tapahtumat.yml": changed}), tmp_path) == set()


def test_a_lost_feed_is_written_again(tmp_path: Path) -> None:
    scene = tiny(tmp_path / "a")
    write(scene, tmp_path)
    (tmp_path / "site" / CALENDARS / "lappi.ics").unlink()
    assert write(scene, tmp_path) == {f"{CALENDARS}lappi.ics"}


# --- the way to them --------------------------------------------------------------------------------------------------


def test_without_the_site_s_address_only_the_file_is_offered() -> None:
    scene = Scene(load_tree(folders_of("kaikki")).network, DAY, Settings())
    known, unknown = Subscriptions(scene, URL).of_room("lappi/tapahtumat/"), Subscriptions(scene, "")
    assert known.feed.webcal == "webcal://portaali.example.org/tno/data/kalenterit/lappi.ics"
    assert unknown.of_room("lappi/tapahtumat/").feed == ("Lappi", "data/kalenterit/lappi.ics", "", "", False, "")
    assert unknown.of_room("tapahtumat/").feed.file == "data/kalenterit/suomi.ics"


def test_every_calendar_that_a_page_offers_exists() -> None:
    files = example_files()
    for language in LANGUAGES:
        _assert_offered_exist(scenes_from(example())(language), files)


def _assert_offered_exist(scene: Scene, files: Mapping[str, bytes]) -> None:
    subscriptions = Subscriptions(scene, URL)
    for region in ("", *scene.network.regions):
        found = subscriptions.of_room(f"{region}/tapahtumat/".lstrip("/"))
        for each in [found.feed, *(each for _, feeds in found.parts for each in feeds)]:
            assert each.file in files
    for municipality in scene.network.country.municipalities.values():
        if municipality.region_id in scene.network.regions:
            assert subscriptions.of_municipality(f"kunnat/{municipality.slug}/").file in files


@pytest.mark.site
def test_a_site_without_an_address_of_its_own_has_no_webcal(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", site_url="")
    assert run_build(project, tmp_path / "site", strict=False).returncode == 0
    page = (tmp_path / "site/lappi/tapahtumat/index.html").read_text(encoding="utf-8")
    assert "webcal:" not in page and 'href="../../data/kalenterit/lappi.ics"' in page
