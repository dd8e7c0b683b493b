"""Deadlines of ELO work: what is late, what is coming, and that only members are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scenes import scene_of
from tno.edition import Edition
from tno.settings import Settings, day_of_year
from tno.views.calendar import events_page
from tno.views.deadlines import DeadlinesPage, deadlines_page
from tno.views.elo import elo_page

THEMES = ("roolit", "verkosto", "ohjausosaaminen", "monikanavaisuus")
AGREEMENT = """\
---
name: Kumppanuussopimus
kind: kumppanuussopimus
parties:
  - {organisation: tuulipolun-ohjaamo, role: sopijaosapuoli}
valid_from: 2026-01-31
valid_until: 2027-06-30
review_months: 13
purpose: Ohjausta yhdessä.
---
"""


def plan(year: int) -> str:
    stands = "".join(f"  - {{theme: {theme}, text: Teksti.}}\n" for theme in THEMES)
    return f"---\nyear: {year}\nthemes:\n{stands}---\n"


def page_on(folder: Path, day: date, *years: int) -> DeadlinesPage:
    files = {f"plans/{year}.md": plan(year) for year in years}
    scene = scene_of(folder, {**files, "agreements/sopimus.md": AGREEMENT}, day)
    return deadlines_page(scene, scene.network.regions["lappi"])


def test_a_plan_that_is_not_there_in_time_is_late(tmp_path: Path) -> None:
    page = page_on(tmp_path, date(2026, 11, 21), 2026)
    assert [(each.day, each.what.label, each.state_label) for each in page.late] == [
        (date(2026, 9, 1), "Toimintasuunnitelma vuodelle 2027", "myöhässä")
    ]


def test_a_plan_that_is_there_is_done_and_leads_to_it(tmp_path: Path) -> None:
    page = page_on(tmp_path, date(2026, 11, 21), 2026, 2027, 2028)
    assert page.late == ()
    done = [(each.day, each.what.address) for each in page.coming if each.state_label == "tehty"]
    assert done == [(date(2027, 9, 1), "lappi/elo/suunnitelmat/2028/")]


def test_an_agreement_is_reviewed_redrafted_and_ends(tmp_path: Path) -> None:
    page = page_on(tmp_path, date(2026, 11, 21), 2026)
    told = [(each.day, each.what.label) for each in page.coming if "opimu" in each.what.label]
    assert told == [
        (date(2027, 2, 28), "Sopimuksen tarkistus: Kumppanuussopimus"),
        (date(2027, 4, 1), "Uuden sopimuksen luonnos: Kumppanuussopimus"),
        (date(2027, 6, 30), "Sopimus päättyy: Kumppanuussopimus"),
    ]


def test_only_members_are_led_to_deadlines(tmp_path: Path) -> None:
    public = scene_of(tmp_path, {"plans/2026.md": plan(2026)})
    region = public.network.regions["lappi"]
    assert events_page(public, region).deadlines is None and elo_page(public, region).deadlines is None
    members = replace(public, edition=Edition.MEMBERS)
    link = events_page(members, region).deadlines
    assert link and link.address == "lappi/elo/maaraajat/" and elo_page(members, region).deadlines == link


@pytest.mark.parametrize("text", ["31.2.", "29.2.", "1.13.", "syyskuu", ""])
def test_a_day_that_is_not_in_every_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"extra\.tno\.plan_due"):
        Settings.from_extra({"tno": {"plan_due": text}})
    assert day_of_year("31.12.") == (12, 31)
