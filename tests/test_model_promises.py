"""What keeps the commitments of agreements, when it was last seen, and when agreements are to be looked at again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tno.model.agreement_dates import months_after, review_due, to_renew
from tno.model.network import Network
from tno.model.promises import Promise, last_held, promises_of
from tno.records import Agreement, Event
from trees import DAY, base_text, load_tree, write_region

EVENTS = """
- {id: viikoittain, name: Avoin ilta, kind: neuvontapiste, organiser: tuulipolun-ohjaamo, audience: kansalaiset,
   place: tuulipolku, start: 2026-01-06 17:00, repeat: {every: viikko}}
- {id: kerran, name: Verkostopäivä, kind: verkostopaiva, organiser: tuulipolun-ohjaamo, audience: verkosto,
   place: tuulipolku, start: 2024-03-01 9:00}
- {id: peruttu, name: Peruttu päivä, kind: verkostopaiva, organiser: tuulipolun-ohjaamo, audience: verkosto,
   place: tuulipolku, start: 2026-03-01 9:00, status: peruttu}
- {id: tuleva, name: Tuleva päivä, kind: verkostopaiva, organiser: tuulipolun-ohjaamo, audience: verkosto,
   place: tuulipolku, start: 2027-03-01 9:00}
"""


def network_of(folder: Path, text: str) -> Network:
    ended = base_text("services/ohjaamo.md").replace("\nsummary:", "\nstatus: paattynyt\nsummary:", 1)
    files = {
        "agreements/sopimus-2026.md": f"---\nname: Sopimus\n{text}\n---\n",
        "events/muut.yml": EVENTS,
        "services/entinen.md": ended,
    }
    loaded = load_tree(write_region(folder, files))
    assert [problem.code for problem in loaded.problems] == []
    return loaded.network.on(DAY)


def promise(folder: Path, facts: str) -> Promise:
    text = f"valid_from: 2026-01-01\nvalid_until: 2028-12-31\ncommitments:\n  - {{text: Lupaus, {facts}}}"
    network = network_of(folder, text)
    (found,) = promises_of(network, network.all_of(Agreement)["lappi/sopimus-2026"], DAY)
    return found


@pytest.mark.parametrize(
    ("facts", "is_unkept"),
    [
        ("service: ohjaamo", False),
        ("event: tuleva", False),
        ("service: entinen", True),
        ("event: peruttu", True),
        ("service: entinen, event: viikoittain", False),
        ("state: toteutuu", True),
        ("state: toteutunut", False),
        ("state: ei-toteutunut", False),
    ],
)
def test_an_open_promise_needs_something_that_goes_on(tmp_path: Path, facts: str, is_unkept: bool) -> None:
    assert promise(tmp_path, facts).is_unkept is is_unkept


@pytest.mark.parametrize(
    ("facts", "is_late"),
    [
        ("due: 2026-11-20", True),
        ("due: 2026-11-21", False),
        ("due: 2026-11-20, state: toteutuu", False),
        ("due: 2026-11-20, state: toteutunut", False),
    ],
)
def test_only_what_is_still_a_promise_can_be_late(tmp_path: Path, facts: str, is_late: bool) -> None:
    assert promise(tmp_path, facts).is_late is is_late


def test_a_promise_of_an_agreement_that_has_ended_is_told_of_its_own_time(tmp_path: Path) -> None:
    text = "valid_from: 2026-01-01\nvalid_until: 2026-06-30\ncommitments:\n"
    for facts in ("Illat, event: viikoittain", "Neuvonta, service: ohjaamo", "Päivä, event: kerran"):
        text += f"  - {{text: {facts}}}\n"
    network = network_of(tmp_path, text)
    evenings, advice, day = promises_of(network, network.all_of(Agreement)["lappi/sopimus-2026"], DAY)
    assert evenings.is_past and evenings.shown == date(2026, 6, 30)
    assert (advice.shown, day.shown) == (None, None)  # checked later; held before the agreement


def test_a_keeper_is_seen_when_it_was_checked_or_held(tmp_path: Path) -> None:
    network = network_of(tmp_path, "valid_from: 2026-01-01\nvalid_until: 2028-12-31")
    events = network.all_of(Event)
    assert last_held(events["lappi/viikoittain"], DAY) == date(2026, 11, 17)
    assert last_held(events["lappi/kerran"], DAY) == date(2024, 3, 1)
    assert last_held(events["lappi/peruttu"], DAY) is None
    assert last_held(events["lappi/tuleva"], DAY) is None
    assert last_held(events["lappi/viikoittain"], date(2026, 1, 6)) is None, "what is today has not been held yet"


def test_the_later_of_two_keepers_tells_when_a_promise_was_seen(tmp_path: Path) -> None:
    assert promise(tmp_path, "event: viikoittain").shown == date(2026, 11, 17)
    assert promise(tmp_path / "both", "service: ohjaamo, event: viikoittain").shown == date(2026, 11, 17)


# --- when -------------------------------------------------------------------------------------------------------------

TERM = "valid_from: 2025-01-31\nvalid_until: 2027-12-31\nreview_months: 12"


@pytest.mark.parametrize(
    ("verified", "day", "expected"),
    [
        ("", date(2025, 6, 1), None),
        ("", date(2025, 11, 2), date(2026, 1, 31)),
        ("", date(2026, 1, 31), date(2026, 1, 31)),
        ("", date(2026, 8, 1), date(2026, 1, 31)),
        ("verified: 2026-02-01", date(2026, 8, 1), None),
        ("verified: 2026-01-30", date(2026, 8, 1), date(2026, 1, 31)),
        ("verified: 2027-02-01", date(2027, 12, 1), None),
        ("", date(2024, 1, 1), None),
    ],
)
def test_a_review_is_told_before_it_and_until_somebody_has_checked(
    tmp_path: Path, verified: str, day: date, expected: date | None
) -> None:
    network = network_of(tmp_path, f"{TERM}\n{verified}")
    assert review_due(network.all_of(Agreement)["lappi/sopimus-2026"], day, 90) == expected


def test_a_month_has_its_own_last_day() -> None:
    assert months_after(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert months_after(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert months_after(date(2025, 11, 30), 3) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("day", "next_one", "expected"),
    [
        (date(2027, 10, 1), "", []),
        (date(2027, 10, 2), "", ["lappi/sopimus-2026"]),
        (date(2027, 12, 31), "", ["lappi/sopimus-2026"]),
        (date(2028, 1, 1), "", []),
        (date(2027, 11, 1), "draft: kyllä", []),
        (date(2027, 11, 1), "draft: kyllä\nsub_areas: [ita-lappi]", ["lappi/sopimus-2026"]),
    ],
)
def test_an_agreement_is_to_be_renewed_ninety_days_before_its_end_unless_a_draft_is_there(
    tmp_path: Path, day: date, next_one: str, expected: list[str]
) -> None:
    files: dict[str, str | None] = {"agreements/sopimus-2026.md": f"---\nname: Sopimus\n{TERM}\n---\n"}
    if next_one:
        term = "valid_from: 2028-01-01\nvalid_until: 2029-12-31\nrenews: [sopimus-2026]"
        files["agreements/seuraava.md"] = f"---\nname: Seuraava\n{term}\n{next_one}\n---\n"
    loaded = load_tree(write_region(tmp_path, files))
    assert [problem.code for problem in loaded.problems] == []
    assert [each.key for each in to_renew(loaded.network, day, 90)] == expected
