from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tno.amend import CannotAmendError, amended
from tno.read import parse_markdown, parse_yaml

SERVICE = """---
# Tämän voi tarkistaa puhelimella.
name:   "Ohjaamo"   # nimi
channels:
  - type: puhelin
    phone: "040 00 123"   # uusi numero
    # aukiolo sovittu
    hours:
      ma: "9-12"

  - {type: sahkoposti, email: a@example.org}
note: |
  Kaksi
  riviä

summary:
verified: 2026-01-02
---

verified: tämä on tekstiä.
"""


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """The lines of two texts of equally many lines that differ."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [(old, new) for old, new in pairs if old != new]


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (["verified"], "2026-11-22", "verified: 2026-11-22"),
        (["name"], "Navigaattori: Kemi", 'name:   "Navigaattori: Kemi"   # nimi'),
        (["channels", 0, "phone"], "040 00 124", '    phone: "040 00 124"   # uusi numero'),
        (["channels", 1, "email"], "b@example.org", '  - {type: sahkoposti, email: "b@example.org"}'),
        (["channels", 0, "hours", "ma"], "10-12", '      ma: 10-12'),
        (["summary"], "Apua", "summary: Apua"),
        (["name"], ["a", "b, c"], 'name:   [a, "b, c"]   # nimi'),
        (["channels", 1], "x", "  - x"),
        (["channels", 1, "phone"], "1", "  - {type: sahkoposti, email: a@example.org, phone: 1}"),
    ],
)  # fmt: skip
def test_only_the_line_of_the_value_changes(path: list[str | int], value: Any, line: str) -> None:
    assert [new for _, new in changed(SERVICE, amended(SERVICE, "a.md", path, value))] == [line]


def test_a_text_of_several_lines_becomes_one_line() -> None:
    assert "note: Yksi\n\nsummary:\n" in amended(SERVICE, "a.md", ["note"], "Yksi")


@pytest.mark.parametrize(
    ("path", "after", "around"),
    [
        (["price"], (), "verified: 2026-01-02\nprice: x\n---\n"),
        (["price"], ("name", "channels", "missing"), "email: a@example.org}\nprice: x\nnote: |\n"),
        (["price"], ("note",), "  riviä\nprice: x\n\nsummary"),
        (["channels", 0, "note"], ("type", "phone"), "# uusi numero\n    note: x\n    # aukiolo"),
        (["channels", 0, "note"], (), '      ma: "9-12"\n    note: x\n\n'),
    ],
)
def test_a_new_key_gets_a_line_of_its_own(path: list[str | int], after: tuple[str, ...], around: str) -> None:
    assert around in amended(SERVICE, "a.md", path, "x", after)


def test_line_breaks_and_byte_order_mark_stay() -> None:
    windows = "\ufeff" + SERVICE.replace("\n", "\r\n")
    text = amended(amended(windows, "a.md", ["price"], "x"), "a.md", ["verified"], "y")
    assert text == windows.replace("verified: 2026-01-02\r\n", "verified: y\r\nprice: x\r\n")


@pytest.mark.parametrize("text", ["", "# vain huomautus", "# vain huomautus\n"])
def test_an_empty_file_gets_its_first_line(text: str) -> None:
    new = amended(text, "a.yml", ["verified"], "x")
    assert new.startswith(text)
    assert new.endswith("verified: x\n")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (SERVICE, ["channels"]),
        (SERVICE, ["contact", "phone"]),
        (SERVICE, ["name", "fi"]),
        (SERVICE, ["channels", 7, "phone"]),
        ("---\na: &b c\n---\n", ["a"]),
        ("a: b\n", ["a"]),
        ("---\na: b\n", ["a"]),
        ("---\n- a\n---\n", ["a"]),
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text: str, path: list[str | int]) -> None:
    with pytest.raises(CannotAmendError):
        amended(text, "a.md", path, "x")


def _paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [each for step, value in pairs for each in [(*path, step), *_paths(value, (*path, step))]]


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(st.data(), st.text(max_size=20))
def test_any_text_is_read_back_or_refused(data: st.DataObject, value: str) -> None:
    path = data.draw(st.sampled_from(_paths(parse_markdown(SERVICE, "a.md").data)))
    try:
        text = amended(SERVICE, "a.md", path, value)
    except CannotAmendError:
        return
    parsed: Any = parse_markdown(text, "a.md")
    assert (parsed.problems, parsed.body) == ([], parse_markdown(SERVICE, "a.md").body)
    for step in path:
        parsed = (parsed if isinstance(parsed, dict | list) else parsed.data)[step]
    assert parsed == value
    assert parse_yaml(text, "a.yml") is not None
