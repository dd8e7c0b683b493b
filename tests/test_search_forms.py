"""Forms of a word become one key, in the browser as here."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searching import build, engine
from tno.finnish import without_dots
from tno.search.forms import forms_of
from tno.search.vocabulary import SearchWords, words_in

FORMS = [
    "neuvonta neuvonnan neuvontaa neuvonnassa neuvontaan neuvonnasta",
    "koulutus koulutuksen koulutusta koulutukseen koulutuksia koulutuksissa",
    "nuori nuoren nuorta nuoret nuorten nuoria nuorille",
    "työ työn työtä työssä työhön töitä töissä töihin",
    "tuki tuen tukea tuella",
    "haku haun hakua haussa",
    "velka velan velkaa velat velkoja",
    "opo opon opoa opolle opolta",
    "lukio lukion lukiossa lukioon lukiota lukiot",
    "osaaminen osaamisen osaamista osaamiseen",
    "asiakas asiakkaan asiakasta asiakkaat",
    "mahdollisuus mahdollisuuden mahdollisuutta mahdollisuuksia",
    "puhelin puhelimen puhelinta puhelimella",
    "työtön työttömän työttömälle työttömille",
    "kunta kunnan kuntaa kunnassa kuntien",
    "eläke eläkkeen eläkettä eläkkeelle",
    "ammatti ammatin ammattia ammattiin",
    "opiskelija opiskelijan opiskelijalle opiskelijat opiskelijoille",
]


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms.split()[0])
def test_case_forms_share_a_key(forms: str) -> None:
    key = forms_of("fi").key
    assert {key(without_dots(form)) for form in forms.split()} == {key(without_dots(forms.split()[0]))}


@pytest.mark.parametrize(("one", "other"), [("lukio", "luku"), ("opo", "oppi"), ("työ", "työtön"), ("kesä", "kesken")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    key = forms_of("fi").key
    assert key(without_dots(one)) != key(without_dots(other))


@pytest.mark.parametrize(
    "forms", ["study studies studying", "job jobs", "company companies", "child children", "unemployed unemployment"]
)
def test_english_forms_share_a_key(forms: str) -> None:
    assert len({forms_of("en").key(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "utbildning utbildningen utbildningar", "tjänst tjänster tjänsten tjänsterna", "arbetslös arbetslösa",
        "pension pensionen pensioner", "förälder föräldern föräldrar föräldrarna", "dator datorn datorer datorerna",
        "bostad bostaden bostäder", "jobb jobbet jobbar jobbade", "kommun kommunen kommuner", "läkare läkaren läkarna",
    ],
)  # fmt: skip
def test_swedish_forms_share_a_key(forms: str) -> None:
    assert len({forms_of("sv").key(without_dots(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_browser_makes_the_same_keys_of_every_word_of_the_content(language: str) -> None:
    documents = build().search.documents(language)
    texts = {text for each in documents for text in (each.title, each.summary, *each.keywords, *each.brief, each.rest)}
    words = sorted({word for text in texts for word in words_in(text)})
    context, key = engine(language)._context, forms_of(language).key
    theirs = json.loads(context.eval(f"JSON.stringify({json.dumps(words)}.map(index.key))"))
    assert [(word, made) for word, made in zip(words, theirs, strict=True) if made != key(word)] == []


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö -ÅÄÖšžčŋđ", max_size=40))
@settings(deadline=None)
def test_the_browser_sees_the_same_words(text: str) -> None:
    assert engine().folded(text) == words_in(text)


def test_a_compound_is_found_by_its_parts() -> None:
    words = SearchWords(forms_of("fi"), ["oppisopimus", "koulutus", "tyo", "voima", "neuvonta", "hakija", "tyon"])
    key = forms_of("fi").key
    terms = words.terms_of("oppisopimuskoulutuksessa")
    assert terms is not None and key("koulutus") in terms.heads and key("oppisopimus") in terms.beginnings
    terms = words.terms_of("tyovoimaneuvonta")
    assert terms is not None and key("neuvonta") in (*terms.heads, *terms.beginnings)
    assert words.terms_of("ja") is None
