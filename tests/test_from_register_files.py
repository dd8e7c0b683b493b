"""Pages of the national register are read however they were saved, and whatever is in them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import register_pages as pages
from register_imports import LATER, codes, imported, save
from register_pages import COLLEGE, texts
from tno.from_register.notes import Notes
from tno.from_register.report import report_lines
from tno.from_register.saved_pages import Reader, kind_of
from tno.read import parse_yaml
from tno.read.markdown_file import parse_markdown

pytestmark = pytest.mark.ptv


# --- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(pages.page(pages.service(), *pages.channels())),
        json.dumps([pages.page(pages.service()), pages.page(*pages.channels())], indent=1),
        json.dumps([pages.service(), *pages.channels()]),
        "\n".join(json.dumps(each) for each in (pages.service(), *pages.channels())),
        "\ufeff" + json.dumps(pages.page(pages.service())) + "\r\n" + json.dumps(pages.page(*pages.channels())),
    ],
)
def test_pages_lists_and_records_are_read_however_they_were_saved(tmp_path: Path, text: str) -> None:
    (file,) = pages.save(tmp_path, kaikki=text)
    reader = Reader(Notes())
    assert sum(reader.read(Path(file))) == Path(file).stat().st_size
    assert (len(reader.register.services), len(reader.register.channels)) == (1, 5)


def test_a_file_cut_short_gives_what_comes_before_the_cut(tmp_path: Path) -> None:
    text = json.dumps(pages.page(pages.service(), *pages.channels()), indent=1)
    (file,) = pages.save(tmp_path, kesken=text[: text.rindex("PrintableForm")])
    notes = Notes()
    reader = Reader(notes)
    list(reader.read(Path(file)))
    assert len(reader.register.channels) == 4 and codes(notes) == {"file-broken"}


def test_pages_that_are_missing_are_told(tmp_path: Path) -> None:
    files = pages.save(tmp_path, a=pages.page(pages.service(), number=1, count=3))
    assert [note.value for note in imported(tmp_path, *files).notes.found if note.code == "pages-missing"] == [
        "Service 2, 3 / 3"
    ]


def test_of_a_record_saved_twice_the_newer_is_read(tmp_path: Path) -> None:
    old, new = pages.service(), pages.service(modified=LATER, serviceNames=texts("Name", fi="Uudempi nimi"))
    for order in ([old, new], [new, old]):
        done = imported(tmp_path, *save(tmp_path, order))
        assert "uudempi-nimi.md" in done.new[0].files and "read-twice" in codes(done.notes)


def test_kinds_are_known_by_what_records_hold() -> None:
    assert kind_of(pages.service()) == "Service" and kind_of(pages.organisations()[0]) == "Organization"
    assert [kind_of(each) for each in pages.channels()] == [
        "ServiceLocation", "EChannel", "PhoneChannel", "WebPageChannel", "PrintableForm",
    ]  # fmt: skip


# --- anything at all --------------------------------------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["fi", "Name", "Monday", "25:99:99", "2026-13-45T99:00:00Z", "-1", "1e400", "\ud800", "---"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "id", "name", "x"]), inner),
    max_leaves=6,
)  # fmt: skip


def _places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from _places(each, (*at, key))


def _with(value: Any, at: tuple[Any, ...], new: Any) -> Any:
    if not at:
        return new
    if isinstance(value, dict):
        return {key: _with(each, at[1:], new) if key == at[0] else each for key, each in value.items()}
    if isinstance(value, list):
        return [_with(each, at[1:], new) if index == at[0] else each for index, each in enumerate(value)]
    return value


RECORDS = [pages.service(), *pages.channels(), *pages.organisations()]
PLACES = sorted(set(_places(RECORDS)), key=str)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(PLACES), JSON), min_size=1, max_size=6))
def test_no_page_is_too_much(tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    records: Any = RECORDS
    for at, new in changes:
        records = _with(records, at, new)
    (file,) = pages.save(tmp_path, kaikki=json.dumps(records))
    done = imported(tmp_path, file, everything=True)
    "\n".join(report_lines(done.notes)).encode("utf-8")
    for new in done.new:
        for name, text in new.files.items():
            assert re.fullmatch(r"[a-z0-9-]+(\.(sv|en|se|smn|sms))?\.(md|yml)", name)
            found = parse_markdown(text, name) if name.endswith(".md") else parse_yaml(text, name)
            assert found.problems == [] and text.encode("utf-8")


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32), st.binary(max_size=40))
def test_no_bytes_are_too_much(tmp_path: Path, seed: int, more: bytes) -> None:
    dice = random.Random(seed)
    data = bytearray(json.dumps(pages.page(*RECORDS[:3])).encode())
    for _ in range(dice.randrange(4)):
        at = dice.randrange(len(data))
        data[at : at + dice.randrange(30)] = more
    file = tmp_path / "rikki.json"
    file.write_bytes(bytes(data))
    done = imported(tmp_path, str(file))
    assert all(isinstance(line, str) for line in report_lines(done.notes))


def test_very_deep_json_is_no_crash(tmp_path: Path) -> None:
    (file,) = pages.save(tmp_path, syva="[" * 100_000)
    assert "file-broken" in codes(imported(tmp_path, file).notes)


def test_time_stamps_come_in_every_form() -> None:
    from tno.from_register.hours import finnish_day

    for text in (
        "2026-12-31T22:30:00Z",
        "2026-12-31T22:30:00",
        "2026-12-31T22:30:00.1234567Z",
        "2027-01-01T00:30:00+02:00",
    ):
        assert finnish_day(text) == date(2027, 1, 1), text
    assert finnish_day("") is None and finnish_day("eilen") is None


def test_the_colleges_id_is_used_only_where_it_is_needed() -> None:
    assert COLLEGE not in json.dumps(pages.channels())
