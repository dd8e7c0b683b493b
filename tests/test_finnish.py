"""Finnish as Finns write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tno import finnish

# --- letters ----------------------------------------------------------------------------------------------------------


def test_the_last_letters_of_the_alphabet_are_a_with_ring_a_with_dots_and_o_with_dots() -> None:
    words = ["Öja", "Äänekoski", "Åbo", "Zürich", "ahtari", "Vöyri", "Vårdö", "Vantaa"]
    assert sorted(words, key=finnish.sort_key) == [
        *("ahtari", "Vantaa", "Vårdö", "Vöyri", "Zürich", "Åbo", "Äänekoski", "Öja"),
    ]


def test_capitals_and_small_letters_stand_together_in_a_settled_order() -> None:
    assert sorted(["b", "A", "B", "a"], key=finnish.sort_key) == ["A", "a", "B", "b"]


def test_letters_with_carons_and_accents_stand_as_their_plain_letters() -> None:
    assert sorted(["sb", "ša", "ža", "zb", "éb", "ea"], key=finnish.sort_key) == ["ea", "éb", "ša", "sb", "ža", "zb"]
    assert sorted(["w", "v", "x"], key=finnish.sort_key) == ["v", "w", "x"]


def test_a_name_stored_in_two_parts_sorts_as_the_same_name() -> None:
    assert finnish.sort_key("A\u0308htäri")[0] == finnish.sort_key("Ähtäri")[0]


def test_a_word_stands_before_the_word_that_goes_on_from_it() -> None:
    assert sorted(["Kemijärvi", "Keminmaa", "Kemi"], key=finnish.sort_key) == ["Kemi", "Kemijärvi", "Keminmaa"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Länsi-Lappi", "lansi-lappi"),
        ("Pedersören kunta", "pedersoren-kunta"),
        ("Åbo & Öland, 2!", "abo-oland-2"),
        ("Soađegilli", "soadegilli"),
        ("Šeŋŧŋe Žurnála Čáhci", "sentne-zurnala-cahci"),
        ("Straße", "strasse"),
        ("–  ", ""),
    ],
)
def test_a_slug_holds_plain_letters_digits_and_single_hyphens(text: str, slug: str) -> None:
    assert finnish.slug(text) == slug


@given(st.text())
def test_a_slug_of_any_text_is_fit_for_an_address_and_its_own_slug(text: str) -> None:
    slug = finnish.slug(text)
    assert slug.isascii() and slug == finnish.slug(slug)
    assert not set(slug) - set("abcdefghijklmnopqrstuvwxyz0123456789-")


# --- days -----------------------------------------------------------------------------------------------------------


def test_a_day_is_written_without_leading_zeros() -> None:
    assert finnish.day(date(2026, 12, 24)) == "24.12.2026"
    assert finnish.day(date(2027, 1, 6)) == "6.1.2027"


def test_weekdays_begin_with_monday_and_months_with_january() -> None:
    sunday = date(2026, 11, 22)
    assert finnish.WEEKDAYS[sunday.weekday()] == "sunnuntai"
    assert finnish.WEEKDAYS_SHORT[sunday.weekday()] == "su"
    assert finnish.MONTHS[sunday.month - 1] == "marraskuu"
    assert len(finnish.MONTHS) == 12


# --- telephone numbers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown", "e164"),
    [
        ("+358400001234", "040 000 1234", "+358400001234"),
        ("040-000 1234", "040 000 1234", "+358400001234"),
        ("+358160001234", "016 000 1234", "+358160001234"),
        ("016 00 1234", "016 001 234", "+35816001234"),
        ("+358 (0)9 0012 3456", "09 0012 3456", "+358900123456"),
        ("00358 20 000 1234", "020 000 1234", "+358200001234"),
        ("0295 000 123", "0295 000 123", "+358295000123"),
        ("0800001234", "0800 001 234", "+358800001234"),
        ("112", "112", "112"),
        ("116111", "116 111", "116111"),
        ("+46 8 00 12 34", "+46 8 00 12 34", "+468001234"),
        ("0046 8 001234", "0046 8 001234", "+468001234"),
    ],
)
def test_a_telephone_number_is_grouped_as_finns_group_it(text: str, shown: str, e164: str) -> None:
    assert finnish.phone(text) == shown
    assert finnish.phone_e164(text) == e164


def test_an_old_mobile_number_keeps_its_four_first_digits_together() -> None:
    assert finnish.phone("0400123456") == "0400 123 456"


@pytest.mark.parametrize("text", ["", "ei numeroa", "soita 016 000 1234", "12", "+", "00", "016 000 1234 alanumero 5"])
def test_other_text_stays_as_written_and_has_no_e164(text: str) -> None:
    assert finnish.phone(text) == text
    assert finnish.phone_e164(text) is None


@given(st.from_regex(r"0[1-9][0-9]{4,10}", fullmatch=True))
def test_showing_a_number_loses_no_digit(number: str) -> None:
    shown = finnish.phone(number)
    assert shown.replace(" ", "") == number
    assert finnish.phone_e164(shown) == finnish.phone_e164(number) == f"+358{number[1:]}"
    assert finnish.phone(f"+358{number[1:]}") == shown
    assert "  " not in shown and shown == shown.strip()


# --- lists and numbers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a ja b"), (["a", "b", "c"], "a, b ja c")]
)
def test_the_last_two_of_a_list_are_joined_by_a_word(words: list[str], text: str) -> None:
    assert finnish.listing(words) == text


def test_a_list_can_be_joined_in_another_language() -> None:
    assert finnish.listing(["a", "b", "c"], last="och") == "a, b och c"


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (1234, "1\u00a0234"), (12345678, "12\u00a0345\u00a0678"), (-5, "−5")]
)
def test_thousands_are_apart_by_a_space_that_does_not_break(value: int, text: str) -> None:
    assert finnish.number(value) == text


def test_decimals_follow_a_comma() -> None:
    assert finnish.number(1234.56, decimals=1) == "1\u00a0234,6"
    assert finnish.number(2.5, decimals=2) == "2,50"
