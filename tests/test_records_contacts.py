"""Telephone numbers: the shape is told first, then whether anybody could answer; look-alike marks do no harm."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from tno.records.contacts import check_email, check_phone, check_url
from tno.records.fault import CARRIER
from tno.records.moment import parse_moment
from tno.records.scalars import parse_day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("016 00 1234 tai 016 00 5678", "phone-many"),
        ("016 00 1234, 016 00 5678", "phone-many"),
        ("016 00 1234 / 016 00 5678", "phone-many"),
        ("+358 (0)16 00 1234", "phone-zero"),
        ("p. 016 00 1234", "phone-invalid"),
        ("016 12", "phone-not-dialable"),
        ("016 123 4567", "phone-dialable-example"),
    ],
)
def test_an_invented_number_is_named_by_its_shape_first(text: str, code: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        check_phone(text, True)
    assert raised.value.type == CARRIER
    (fault,) = (raised.value.context or {})["faults"]
    assert fault.code == code
    if shown := fault.data.get("example"):
        assert check_phone(shown, True)


def suggestion_of(check: Callable[[str, bool], str], text: str) -> str | None:
    with pytest.raises(PydanticCustomError) as raised:
        check(text, True)
    (fault,) = (raised.value.context or {})["faults"]
    return fault.data.get("suggestion")


@pytest.mark.parametrize(
    ("check", "text", "meant"),
    [
        (check_phone, "p. 016 00 1234", "016 00 1234"),
        (check_phone, "016 00 1234 (vaihde)", "016 00 1234"),
        (check_phone, "tel:+35816001234", "+35816001234"),
        (check_phone, "O16 00 12345", None),  # a letter for the first 0: what is left is another number
        (check_phone, "ohjaamo@example.org", None),
        (check_email, "Ohjaamo <ohjaamo@example.org>", "ohjaamo@example.org"),
        (check_email, "mailto:ohjaamo@example.org", "ohjaamo@example.org"),
        (check_email, "ohjaamo(at)example.org", "ohjaamo@example.org"),
        (check_email, "ohjaamo @example.org.", "ohjaamo@example.org"),
        (check_email, "ohjaamo@example.org; toinen@example.org", None),
        (check_email, "016 00 1234", None),
        (check_url, "www.example.org", "https://www.example.org"),
        (check_url, "example.org/ohjaamo", "https://example.org/ohjaamo"),
        (check_url, "htps://example.org", "https://example.org"),
        (check_url, "https:// example.org", "https://example.org"),
        (check_url, "ohjaamo@example.org", None),
        (check_url, "ei ole", None),
    ],
)
def test_what_was_meant_is_told_when_only_one_thing_can_be(
    check: Callable[[str, bool], str], text: str, meant: str | None
) -> None:
    assert suggestion_of(check, text) == meant


@pytest.mark.parametrize("text", ["016 00 1234", "016\u00a000\u202f1234", "016–00−1234", "(016) 001 234", "016/001234"])
def test_a_number_is_read_whatever_spaces_and_dashes_it_has(text: str) -> None:
    assert check_phone(text, True).startswith("+35816001234"[:11])


@pytest.mark.parametrize("text", ["2026-12-24", "2026–12–24", "2026\u201112\u201124", "\u00a02026−12−24\u202f"])
def test_a_day_is_read_whatever_dashes_it_has(text: str) -> None:
    assert parse_day(text) == date(2026, 12, 24)
    assert parse_moment(f"{text.strip()}\u00a012.00") == datetime(2026, 12, 24, 12)


PIECES = ("https://", "example.org", "%20", *"fiabA8äö._-/?#:@[= ")
ADDRESSES = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


@given(ADDRESSES.map("https://{}".format), st.booleans())
def test_an_address_of_the_usual_form_is_looked_at_no_less(text: str, example: bool) -> None:
    def looked_at() -> str:
        try:
            return check_url(text, example)
        except PydanticCustomError as error:
            return str(error.context)

    quickly = looked_at()
    with patch("tno.records.contacts._USUAL_URL", re.compile("(?!)")):
        assert looked_at() == quickly
