"""Addresses that pass by themselves lead on: of the calendar, of lists of services."""

from __future__ import annotations

import pytest

from tno.passing import passing_addresses

PAGES = {"lappi/tapahtumat/", "lappi/tapahtumat/arkisto/2026/", "lappi/tapahtumat/kuukausi/2027-01/", "sv/lappi/"}


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("lappi/tapahtumat/kuukausi/2026-11/", "lappi/tapahtumat/arkisto/2026/"),
        ("lappi/tapahtumat/kuukausi/2027-08/", "lappi/tapahtumat/"),
        ("lappi/tapahtumat/arkisto/2019/", "lappi/tapahtumat/"),
        ("lappi/tapahtumat/sarjat/vertaisfoorumit/", "lappi/tapahtumat/"),
    ],
)
def test_a_month_leads_to_its_year_and_the_rest_to_the_list(address: str, target: str) -> None:
    assert passing_addresses([address], PAGES) == {address: target}


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("aiheet/velat/", "aiheet/"),
        ("sv/elamantilanteet/ero/", "sv/elamantilanteet/"),
        ("mista-aloitan/nuori/tyo/", "mista-aloitan/nuori/"),
        ("mista-aloitan/aikuinen/tyo/", "mista-aloitan/"),
    ],
)
def test_a_list_of_services_that_are_no_longer_offered_leads_to_what_one_can_choose(address: str, target: str) -> None:
    pages = {"aiheet/", "sv/elamantilanteet/", "mista-aloitan/", "mista-aloitan/nuori/"}
    assert passing_addresses([address], pages) == {address: target}


@pytest.mark.parametrize(
    "address",
    [
        "lappi/tapahtumat/kuukausi/2027-01/",
        "lappi/tapahtumat/kesapaiva/",
        "sv/lappi/tapahtumat/kuukausi/2026-11/",
        "kainuu/tapahtumat/sarjat/foorumit/",
        "lappi/palvelut/ohjaamo/",
    ],
)
def test_what_is_there_what_somebody_removed_and_what_has_no_target_does_not(address: str) -> None:
    assert passing_addresses([address], PAGES) == {}
