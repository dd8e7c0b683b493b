"""The small search index: one row a page, with what an editor has written of it."""

from __future__ import annotations

import json

import pytest

from tno.exports.search_index import search_index
from tno.pages import Page
from tno.records import Record, Service
from trees import folders_of, load_tree


@pytest.fixture(scope="module")
def service() -> Service:
    found = load_tree(folders_of("kaikki")).network.find(Service, "lappi/ohjaamo")
    assert found is not None
    return found


def page(address: str, title: str, room: str, record: Record | None = None) -> Page:
    return Page(address, title, "Kaikilla sama lause.", "records/service.html", object, "lappi", room, record=record)


def test_a_row_has_address_title_summary_and_kind(service: Service) -> None:
    rows = json.loads(search_index([page("lappi/palvelut/a/", "Ä", "palvelut", service)], {"palvelut": "Palvelut"}))
    assert rows == [["lappi/palvelut/a/", "Ä", str(service.summary), "Palvelut"]]


def test_a_sentence_that_is_the_same_on_hundreds_of_pages_is_left_out() -> None:
    assert json.loads(search_index([page("kunnat/kemi/", "Kemi", "kunnat")], {})) == [["kunnat/kemi/", "Kemi", "", ""]]


def test_no_pages_make_an_empty_list() -> None:
    assert json.loads(search_index([], {})) == []


def test_each_page_is_a_line_of_its_own_so_that_differences_read_well() -> None:
    text = search_index([page("a/", "A", ""), page("b/", "Ö", "")], {})
    assert len(text.splitlines()) == 2 and "Ö" in text
