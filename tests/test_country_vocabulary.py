"""The vocabularies: what they hold, how a term is found, what a message can advise."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
import yaml

from finland import REGIONS, vocabularies
from tno.country import TableError, Vocabulary, load_vocabularies

NAMES = [
    *("service_kind", "target_group", "life_situation", "service_topic"),
    *("service_channel", "service_charge", "service_status", "organisation_type"),
    *("network_role", "agreement_party_role", "agreement_status", "network_group"),
    *("event_type", "event_status", "attendance_mode", "visibility"),
    *("elo_goal", "elo_plan_theme", "action_status", "service_language"),
    *("event_audience", "agreement_kind", "commitment_status", "group_member_role"),
    *("group_relation", "contact_role", "ohjaamo_role", "call_charge"),
    *("appointment", "referral", "funding_kind", "level"),
    *("place_accessibility", "assessment_dimension", "development_theme", "document_kind"),
    "named_day",
]


def written() -> dict[str, dict[str, dict[str, str]]]:
    """The file as any YAML reader sees it, every scalar as text."""
    tree: dict[str, dict[str, dict[str, str]]] = yaml.load(
        (REGIONS / "vocabularies.yml").read_text(encoding="utf-8"), yaml.CBaseLoader
    )
    return tree


# --- what they hold ---------------------------------------------------------------------------------------------------


def test_every_vocabulary_of_the_content_model_is_there() -> None:
    assert list(vocabularies()) == NAMES
    assert len(vocabularies()) == 37 and all(len(vocabulary) for vocabulary in vocabularies().values())


def test_ids_are_unique_ascii_slugs() -> None:
    for vocabulary in vocabularies().values():
        ids = [term.id for term in vocabulary]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", term_id) for term_id in ids), vocabulary.name


def test_every_term_has_a_label_in_finnish_swedish_and_english() -> None:
    for vocabulary in vocabularies().values():
        for term in vocabulary:
            assert {"fi", "sv", "en"} <= set(term.labels), (vocabulary.name, term.id)
            assert all(label == label.strip() and label for label in term.labels.values())


def test_northern_sami_labels_are_there_only_where_the_file_gives_them() -> None:
    given = {(name, term) for name, terms in written().items() for term, row in terms.items() if "se" in row}
    found = {(name, term.id) for name, terms in vocabularies().items() for term in terms if "se" in term.labels}
    assert found == given and len(found) == 23


def test_no_label_means_two_terms_of_one_vocabulary() -> None:
    for vocabulary in vocabularies().values():
        meant: dict[str, str] = {}
        for term in vocabulary:
            for word in {term.id, *(label.casefold() for label in term.labels.values())}:
                assert meant.setdefault(word, term.id) == term.id, (vocabulary.name, word)


def test_terms_come_in_the_order_of_the_file() -> None:
    for name, terms in written().items():
        assert [term.id for term in vocabularies()[name]] == list(terms)


def test_codes_keep_their_text() -> None:
    assert vocabularies()["target_group"]["nuoret"].codes == {"ptv": "KR1.3", "hsds": "eligibility"}
    assert vocabularies()["named_day"]["loppiainen"].codes == {"rule": "01-06"}
    assert vocabularies()["organisation_type"]["te-toimisto"].codes["last_year"] == "2024"
    assert "no" not in vocabularies()["service_language"] and "se" in vocabularies()["service_language"]


# --- finding ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vocabulary", "text", "term_id"),
    [
        ("target_group", "nuoret", "nuoret"),
        ("target_group", "Nuoret", "nuoret"),
        ("target_group", " UNGA ", "nuoret"),
        ("target_group", "Young people", "nuoret"),
        ("target_group", "Sápmelaččat", "saamelaiset"),
        ("target_group", "työttömät  työnhakijat", "tyottomat"),
        ("target_group", "Tyo\u0308tto\u0308ma\u0308t tyo\u0308nhakijat", "tyottomat"),
        ("service_channel", "Sähköposti", "sahkoposti"),
        ("service_channel", "bálvalanbáiki", "palvelupaikka"),
        ("service_language", "fi", "fi"),
        ("service_language", "suomi", "fi"),
        ("service_language", "davvisámegiella", "se"),
        ("named_day", "Jouluaatto", "jouluaatto"),
    ],
)
def test_a_term_is_found_by_id_or_by_label_in_any_language(vocabulary: str, text: str, term_id: str) -> None:
    term = vocabularies()[vocabulary].find(text)
    assert term is not None and term.id == term_id


@pytest.mark.parametrize("text", ["", "nuorille", "tyottomat!", "kaikki nuoret"])
def test_what_is_no_term_is_not_found(text: str) -> None:
    assert vocabularies()["target_group"].find(text) is None


def test_every_id_and_label_finds_its_own_term() -> None:
    for vocabulary in vocabularies().values():
        for term in vocabulary:
            for word in (term.id, *term.labels.values()):
                assert vocabulary.find(f"  {word.upper()} ") is term, (vocabulary.name, word)


def test_a_label_falls_back_to_finnish() -> None:
    groups = vocabularies()["target_group"]
    assert [groups.label("nuoret", language) for language in ("fi", "sv", "en", "se")] == [
        *("Nuoret", "Unga", "Young people", "Nuoret"),
    ]
    with pytest.raises(KeyError):
        groups.label("nuorille", "fi")


# --- advice -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vocabulary", "text", "suggestion"),
    [
        ("target_group", "nuorille", "nuoret"),
        ("target_group", "Nuorten", "nuoret"),
        ("target_group", "aikuset", "aikuiset"),
        ("target_group", "Työttömät", "tyottomat"),
        ("target_group", "opiskelija", "opiskelijat"),
        ("service_channel", "sähköpostilla", "sahkoposti"),
        ("service_channel", "puhelimella", "puhelin"),
        ("event_type", "semianari", "seminaari"),
        ("service_topic", "työnhaku", "tyo"),
        ("service_topic", "Opiskelu", "koulutus"),
        ("organisation_type", "kansalaisopsto", "kansalaisopisto"),
    ],
)
def test_a_close_word_is_suggested_and_comes_first_among_the_expected(
    vocabulary: str, text: str, suggestion: str
) -> None:
    advice = vocabularies()[vocabulary].advice(text)
    assert advice["suggestion"] == suggestion
    assert advice["expected"].split(", ")[0] == suggestion


def test_a_word_that_shares_a_part_comes_before_those_that_only_look_like_it() -> None:
    assert vocabularies()["event_type"].advice("infotilaisuus")["expected"].startswith("ohjausinfo, ")
    assert "suggestion" not in vocabularies()["event_type"].advice("infotilaisuus")


def test_advice_lists_six_ids_and_says_that_there_are_more() -> None:
    expected = vocabularies()["target_group"].advice("xyzzy")
    assert set(expected) == {"expected"}
    words = expected["expected"].split(", ")
    assert len(words) == 7 and words[-1] == "…"
    assert all(word in vocabularies()["target_group"] for word in words[:-1])


def test_a_short_vocabulary_is_listed_whole() -> None:
    assert vocabularies()["visibility"].advice("salainen") == {"expected": "julkinen, jasenet"}


def test_advice_can_be_changed_by_the_asker_without_harm() -> None:
    vocabularies()["visibility"].advice("salainen")["expected"] = "muu"
    assert vocabularies()["visibility"].advice("salainen") == {"expected": "julkinen, jasenet"}


# --- reading ----------------------------------------------------------------------------------------------------------


def test_vocabularies_survive_pickling() -> None:
    copy = pickle.loads(pickle.dumps(vocabularies()))
    assert list(copy) == NAMES
    term = copy["target_group"].find("Unga")
    assert term == vocabularies()["target_group"]["nuoret"]


GOOD = "level:\n  paikallinen: {fi: Paikallinen, sv: Lokal, en: Local}\n"


def read(tmp_path: Path, text: str) -> Vocabulary:
    file = tmp_path / "vocabularies.yml"
    file.write_text(text, encoding="utf-8")
    return load_vocabularies(file)["level"]


def test_a_term_that_is_written_well_is_read(tmp_path: Path) -> None:
    assert [term.id for term in read(tmp_path, GOOD)] == ["paikallinen"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("  Päällä: {fi: a, sv: b, en: c}", "Päällä"),
        ("  uusi: {fi: a, en: c}", "sv"),
        ("  uusi: {fi: a, sv: , en: c}", "sv"),
        ("  uusi: {fi: a, sv: b, en: c, de: d}", "de"),
        ("  uusi: a", "uusi"),
        ("  paikallinen: {fi: a, sv: b, en: c}", "toistuu"),
        ("  uusi: {fi: a, sv: b", "YAML"),
    ],
)
def test_a_slip_in_a_term_is_named_with_its_line(tmp_path: Path, line: str, what: str) -> None:
    with pytest.raises(TableError, match=what) as raised:
        read(tmp_path, GOOD + line + "\n")
    assert raised.value.file.endswith("vocabularies.yml")
    assert raised.value.line == 3 or what in {"YAML", "uusi"}


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "level: {a: [}\n", "level:\n  a: {fi: \x00}\n"])
def test_a_file_without_vocabularies_is_an_error_and_not_a_crash(tmp_path: Path, text: str) -> None:
    with pytest.raises(TableError):
        read(tmp_path, text)
