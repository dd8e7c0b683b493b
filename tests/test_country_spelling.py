"""Guessing what was meant: case endings, shortened names, slips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tno.country.spelling import folded, inflected, misspelt, nearest, nominatives, shortened

WORDS = ("helsinki", "salo", "salla", "oulu", "mantta-vilppula", "koski tl")


@pytest.mark.parametrize(
    ("text", "plain"), [("  Äänekoski ", "aanekoski"), ("Koski \t Tl", "koski tl"), ("SOAĐEGILLI", "soadegilli")]
)
def test_folding_forgets_dots_capitals_and_extra_spaces(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_the_written_form_is_the_first_guess() -> None:
    assert next(nominatives("oulun")) == "oulun"
    assert "oulu" in nominatives("oulun")


def test_a_case_form_is_recognised_only_when_its_nominative_is_a_choice() -> None:
    assert inflected("Helsingissä", WORDS) == "helsinki"
    assert inflected("Turussa", WORDS) is None


def test_a_beginning_that_fits_two_names_shortens_neither() -> None:
    assert shortened("Mäntässä", WORDS) == "mantta-vilppula"
    assert shortened("Koski", WORDS) == "koski tl"
    assert shortened("Koski", (*WORDS, "koskis")) is None
    assert shortened("Sal", WORDS) is None


def test_one_slip_is_forgiven_and_another_word_is_not() -> None:
    assert misspelt("Helsniki", WORDS) == "helsinki"
    assert misspelt("Sallla", WORDS) == "salla"
    assert misspelt("Berliini", WORDS) is None
    assert misspelt("", WORDS) is None


def test_the_likest_comes_first_and_equals_keep_their_order() -> None:
    assert [word for _, word in nearest(["sala"], ("sola", "sala", "sale"))] == ["sala", "sale", "sola"]
    assert [word for _, word in nearest(["ab"], ("ac", "ad"))] == ["ac", "ad"]


@given(st.text(max_size=40))
def test_no_text_breaks_the_guessing(text: str) -> None:
    for found in (inflected(text, WORDS), shortened(text, WORDS), misspelt(text, WORDS)):
        assert found is None or found in WORDS
