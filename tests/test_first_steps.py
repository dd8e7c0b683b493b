"""The guided start: every choice leads somewhere, the best come first, and the browser answers as the build does."""

from __future__ import annotations

import json
from datetime import date
from functools import cache, partial
from itertools import pairwise
from typing import Any

import pytest
import quickjs

from finland import country
from tno.addresses import address_of
from tno.content import Folders
from tno.country.municipality import Municipality
from tno.exports.first_steps import first_step_files, first_steps
from tno.model.first_steps import (
    FAINT,
    FEWEST,
    NEAR,
    OTHER_TONGUE,
    SETBACK,
    START,
    Fitness,
    answers,
    answers_at_night,
    in_language,
    rests,
    told_languages,
)
from tno.model.network import NATIONAL, Network, Region
from tno.records import Service
from tno.records.service import Eligibility
from tno.settings import Settings
from tno.views.first_steps import MOST_ANSWERS, answer_page, fitness_of, is_one_step, living_pairs, needs_page, who_page
from tno.views.home import region_page
from tno.views.opening import opens
from tno.views.scene import Scene
from trees import DAY, ROOT, load_tree

NIGHT = 0
"""A minute of which no hours are known: nobody is preferred because they answer now."""
SCRIPT = ROOT / "docs" / "assets" / "javascripts" / "first-steps.js"


@cache
def scene() -> Scene:
    """The project's own example content."""
    return Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())


PAIRS = [(f"{who.id}/{need.id}", who, need, number) for number, who, need in country().first_steps]


def test_the_choices_are_few_enough_to_look_through() -> None:
    whos = country().first_steps.whos
    assert 6 <= len(whos) <= 13
    assert all(5 <= len(who.needs) <= 9 or is_one_step(who) for who in whos)


@pytest.mark.parametrize(("who", "need"), [(who, need) for _, who, need, _ in PAIRS], ids=[name for name, *_ in PAIRS])
def test_no_choice_is_a_dead_end(who: object, need: object) -> None:
    services = scene().network.services_in_order
    assert any(answers(service, who, need) for service in services)  # type: ignore[arg-type]


def test_a_choice_that_nothing_answers_is_not_offered() -> None:
    network = scene().network
    national = network.regions[NATIONAL]
    only = {"service": {"ohjauslinja-kaukovalo": national.records["service"]["ohjauslinja-kaukovalo"]}}
    kept = {NATIONAL: Region(NATIONAL, national.profile, {**national.records, **only})}
    alone = Scene(Network(network.country, network.vocabularies, kept, DAY), DAY, Settings())
    offered = {(who.id, need.id) for who, needs in living_pairs(alone).items() for _, need in needs}
    everything = {(who.id, need.id) for _, who, need, _ in PAIRS}
    assert offered and offered < everything
    for who, needs in living_pairs(alone).items():
        for number, need in needs:
            assert answer_page(alone, who, need, number).answers


def test_the_pages_lead_from_who_to_need_to_an_answer() -> None:
    first = who_page(scene())
    assert first.choices[1].label == "Olen nuori"
    who = list(living_pairs(scene()))[1]
    needs = needs_page(scene(), who)
    assert needs.choices[0].address == "mista-aloitan/nuori/suunta/"
    number, need = living_pairs(scene())[who][3]
    page = answer_page(scene(), who, need, number)
    assert (page.need, page.finder) == (
        "Etsin töitä",
        "palvelut/?tilanne=tyottomaksi-jaaminen,opinnoista-tyohon&sopii=&kunta=",
    )
    assert 0 < len(page.answers) <= MOST_ANSWERS and all(answer.summary and answer.first for answer in page.answers)
    assert {link.address for link in page.regions} == {
        f"elamantilanteet/tyottomaksi-jaaminen/#{region}" for region in country().ely_areas
    }
    assert page.calling and page.calling[0][1][0].address.startswith("tel:")  # type: ignore[union-attr]


def test_whoever_asks_for_a_child_is_spoken_to_as_a_parent() -> None:
    (who,) = (who for who in country().first_steps.whos if who.id == "huoltaja")
    assert [need.labels["fi"] for need in who.needs][:2] == [
        "Nuoreni etsii opiskelupaikkaa",
        "Nuoreni opinnot takkuavat tai jäivät kesken",
    ]
    (pair,) = [pair for pair in PAIRS if pair[0] == "huoltaja/kesken"]
    assert answer_page(scene(), *pair[1:]).hint.startswith("Voit soittaa ensin itse")


def fitness() -> Fitness:
    return fitness_of(scene())


def service(key: str) -> Service:
    return scene().network.all_of(Service)[key]


def worth_of(which: Service, name: str) -> int:
    (pair,) = [number for each, _, _, number in PAIRS if each == name]
    return dict(fitness().of(which)).get(pair, 0)


def test_what_is_meant_for_few_comes_before_what_is_meant_for_many() -> None:
    """The first of two that help with the same matter by telephone: the one whose groups are mostly one's own."""
    best = fitness().best(scene().network.services_in_order, MOST_ANSWERS, "fi")
    (pair,) = [number for name, _, _, number in PAIRS if name == "huoltaja/jaksaminen"]
    groups = best[pair][0].target_groups
    assert groups[0] in {"huoltajat", "lapsiperheet"}


def test_what_is_not_given_now_and_what_is_for_danger_is_no_beginning() -> None:
    assert list(fitness().of(service("kansallinen/hatanumero-112"))) == []
    line = service("kansallinen/ohjauslinja-kaukovalo")
    assert list(fitness().of(line))
    assert list(fitness().of(line.model_copy(update={"status": "tauolla"}))) == []


def test_a_pair_fits_exactly_when_the_ranking_gives_it_a_worth() -> None:
    for each in scene().network.services_in_order:
        ranked = {number for number, worth in fitness().of(each) if worth > 0}
        assert ranked == {number for _, who, need, number in PAIRS if answers(each, who, need)}, each.key


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("tyoton/opiskelu", {"target_groups": ("saamelaiset", "opiskelijaksi-hakevat")}),
        ("tyoton/opiskelu", {"life_situations": ("vankilasta-vapautuminen", "opiskelun-aloittaminen")}),
        ("elakkeella/opiskelu", {"eligibility": Eligibility.model_construct(age_max=20)}),
        ("tyoton/opiskelu", {"eligibility": Eligibility.model_construct(referral="ammattilainen")}),
    ],
)
def test_what_is_first_for_others_or_not_for_the_asking_has_a_setback(name: str, told: dict[str, object]) -> None:
    broad = service("lappi/hakijan-neuvonta")
    assert worth_of(broad, name) >= START > worth_of(broad.model_copy(update=told), name) > 0


def test_whoever_has_said_it_is_answered_by_what_is_for_few() -> None:
    narrow = service("lappi/tervetuloneuvonta")
    assert worth_of(narrow, "muuttanut/kieli") >= START
    assert worth_of(service("lappi/vauvavuodesta-tyovuoroon"), "huoltaja/perhe") >= START
    assert 0 < worth_of(service("lappi/vauvavuodesta-tyovuoroon"), "tyoton/tyo") < START


def test_what_rests_this_season_comes_after_what_is_open() -> None:
    resting = service("pohjanmaa/kesatyoneuvonta")
    assert 0 < worth_of(resting, "nuori/tyo") < START
    assert rests(resting, partial(opens, scene())) and not rests(resting, lambda _: True)
    assert not rests(service("kansallinen/opintopolku"), lambda _: False), "a page of the web has no season"


@pytest.mark.parametrize(
    ("languages", "language", "taken"),
    [
        (("fi", "sv"), "fi", 0),
        (("fi", "sv"), "sv", -OTHER_TONGUE),
        (("selkosuomi", "en"), "fi", 0),
        (("fi", "en"), "en", 0),
        (("fi",), "en", -SETBACK),
    ],
)
def test_a_service_counts_for_less_in_a_language_it_is_not_given_in(
    languages: tuple[str, ...], language: str, taken: int
) -> None:
    assert in_language(languages, language) == taken


def test_what_one_learns_in_swedish_is_not_offered_first_to_a_reader_of_finnish() -> None:
    swedish = service("pohjanmaa/ansokningshjalpen-strandrag")
    assert in_language(told_languages(swedish), "fi") == -SETBACK
    assert in_language(told_languages(service("pohjanmaa/tyonhaku-sydosterbotten")), "fi") == -OTHER_TONGUE


@cache
def files() -> dict[str, str]:
    return {
        region: first_steps(scene(), region, services, [scene()])
        for region, services in first_step_files(scene()).items()
    }


@cache
def browser() -> quickjs.Context:
    """The page's own script with the files of all regions."""
    context = quickjs.Context()
    for name in ("opening.js", "first-steps.js"):
        context.eval((SCRIPT.parent / name).read_text(encoding="utf-8"))
    context.eval("var files = {" + ",".join(f"{json.dumps(name)}:{text}" for name, text in files().items()) + "}")
    context.eval(
        "var best = (names, asked) => JSON.stringify(FirstSteps.best(JSON.parse(names).map(name => files[name]),"
        " JSON.parse(asked)))"
    )
    return context


def answered(town: Municipality, pair: int, language: str = "fi", minute: int = NIGHT) -> list[dict[str, Any]]:
    """What the page answers, best first."""
    return answer(town, pair, language, minute)["answers"]  # type: ignore[no-any-return]


def answer(town: Municipality, pair: int, language: str = "fi", minute: int = NIGHT) -> dict[str, Any]:
    """The same, and whether anything of it is of the town's own area."""
    region, number = town.region_id or NATIONAL, list(country().municipalities).index(town.code)
    asked = {"pair": pair, "municipality": number, "language": language, "minute": minute, "most": MOST_ANSWERS}
    asked["isDanger"] = country().first_steps.pairs[pair][2].danger
    names = [name for name in dict.fromkeys((region, NATIONAL)) if name in files()]
    return json.loads(browser().get("best")(json.dumps(names), json.dumps(asked)))  # type: ignore[no-any-return]


def of_rows(found: list[dict[str, Any]]) -> list[Service]:
    return [service(each["row"][0].replace("/palvelut/", "/").strip("/")) for each in found]


TOWNS = (
    "Inari",
    "Kemi",
    "Rovaniemi",
    "Joensuu",
    "Nurmes",
    "Vaasa",
    "Laihia",
    "Maalahti",
    "Kokkola",
    "Helsinki",
    "Oulu",
)


@pytest.mark.parametrize("town", [*TOWNS, "Sottunga"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_answer_serves_the_municipality_and_there_is_always_somebody_to_talk_to(town: str, language: str) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    serving = {each.key for each in scene().network.services_for(municipality)}
    for name, who, need, pair in PAIRS:
        found = answered(municipality, pair, language)
        keys = [each.key for each in of_rows(found)]
        assert keys and len(set(keys)) == len(keys) <= MOST_ANSWERS and serving.issuperset(keys), (town, name)
        assert all(answers(each, who, need) for each in of_rows(found)), (town, name)
        talks = [place for place, each in enumerate(found) if each["isTalk"] and each["line"][0] == "puhelin"]
        assert talks and talks[0] < 2, f"{name} in {town}: a number to call is not among the first two"


@pytest.mark.parametrize("town", TOWNS)
def test_what_is_against_a_service_is_never_before_what_nothing_is_against(town: str) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    for name, _, _, pair in PAIRS:
        worths = [dict(fitness().of(each))[pair] for each in of_rows(answered(municipality, pair))]
        fits = [worth >= START for worth in worths]
        assert len(fits) < 3 or sum(fits) < 3 or all(fits), (town, name)


@pytest.mark.parametrize(
    ("town", "name", "language", "first"),
    [
        ("Laihia", "nuori/opiskelu", "fi", "pohjanmaa/ohjaamo-merisavu"),
        ("Maalahti", "nuori/suunta", "sv", "pohjanmaa/ohjaamo-merisavu"),
        ("Rovaniemi", "tyoton/tyo", "en", "lappi/tyonhaun-neuvonta"),
        ("Rovaniemi", "nuori/suunta", "fi", "lappi/ohjaamo-napatuuli"),
        ("Rovaniemi", "nuori/kesken", "fi", "lappi/ohjaamo-napatuuli"),
        ("Kemijärvi", "nuori/kesken", "fi", "lappi/ohjaamopaiva-ita-lapissa"),
        ("Närpiö", "tyoton/tyo", "fi", "pohjanmaa/tyonhaku-sydosterbotten"),
        ("Joensuu", "tyoton/raha", "fi", "kansallinen/paivarahaneuvo"),
        ("Joensuu", "talous/velka", "fi", "kansallinen/velkaneuvonta-ita-suomi"),
        ("Joensuu", "muuttanut/kieli", "en", "pohjois-karjala/tulijan-neuvonta"),
        ("Oulu", "huoltaja/kesken", "fi", "kansallinen/nuoren-vanhemman-linja"),
        ("Lappeenranta", "laheinen/hoiva", "fi", "kaakkois-suomi/ikaihmisten-asiakasohjaus-etela-karjala"),
        ("Mikkeli", "elakkeella/hoiva", "fi", "etela-savo/ikaihmisten-asiakasohjaus-etela-savo"),
        ("Lappeenranta", "jaksaminen/mieli", "fi", "kansallinen/mielen-polku"),
        ("Helsinki", "jaksaminen/suru", "fi", "kansallinen/laheisen-kuoltua"),
        ("Rovaniemi", "jaksaminen/ero", "fi", "kansallinen/eron-neuvontapuhelin"),
        ("Sottunga", "tyoton/tyo", "sv", "kansallinen/ams-tyo-ja-opinnot"),
    ],
)
def test_the_first_answer_is_the_one_a_citizen_would_be_sent_to(
    town: str, name: str, language: str, first: str
) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    (pair,) = [number for each, _, _, number in PAIRS if each == name]
    assert of_rows(answered(municipality, pair, language))[0].key == first


@pytest.mark.parametrize("town", ["Rovaniemi", "Vaasa", "Joensuu"])
@pytest.mark.parametrize("need", ["tyo", "opiskelu", "suunta"])
def test_an_ohjaamo_in_town_is_among_the_first_two_for_what_it_names(town: str, need: str) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    (pair,) = [number for each, _, _, number in PAIRS if each == f"nuori/{need}"]
    assert any("palvelupiste" in each.ohjaamo_roles for each in of_rows(answered(municipality, pair))[:2])


@pytest.mark.parametrize("town", ["Kouvola", "Rovaniemi", "Vaasa", "Joensuu", "Helsinki"])
@pytest.mark.parametrize("minute", [NIGHT, (DAY - date(1970, 1, 1)).days * 1440 + 14 * 60])
def test_a_young_person_without_money_is_sent_to_the_social_guidance_of_the_area(town: str, minute: int) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    (pair,) = [number for each, _, _, number in PAIRS if each == "nuori/raha"]
    assert any(each.id.startswith("sosiaalineuvonta") for each in of_rows(answered(municipality, pair, minute=minute)))


def test_what_fits_faintly_is_told_only_after_a_press() -> None:
    municipality = country().find_municipality("Savonlinna")
    assert municipality is not None
    (which,) = [pair for pair in PAIRS if pair[0] == "laheinen/jaksaminen"]
    found = answer(municipality, which[-1])
    first, more = ([each.id for each in of_rows(found[part])] for part in ("answers", "more"))
    assert len(first) == FEWEST and {"juttukaveri", "potilas-ja-sosiaaliasia"} <= {*more}
    assert len(answer_page(scene(), *which[1:]).answers) < MOST_ANSWERS


def test_whoever_may_be_in_danger_is_told_all_that_fit_at_once() -> None:
    municipality = country().find_municipality("Rovaniemi")
    assert municipality is not None
    ((name, *_, pair),) = [pair for pair in PAIRS if pair[2].danger]
    assert name == "turva/vakivalta"
    assert len(answered(municipality, pair)) == MOST_ANSWERS


@pytest.mark.parametrize("town", TOWNS)
def test_what_is_for_adults_does_not_stand_for_a_young_person_whose_studies_stopped(town: str) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    (pair,) = [number for each, _, _, number in PAIRS if each == "nuori/kesken"]
    keys = {each.key for each in of_rows(answered(municipality, pair))}
    assert not keys & {"lappi/opintojen-jatkopaja", "lappi/lukiluotsi-aikuisille"}


@pytest.mark.parametrize("town", ["Kemijärvi", "Jyväskylä", "Vantaa", "Nurmes"])
@pytest.mark.parametrize("name", ["nuori/koti", "opiskelija/koti", "muuttanut/koti"])
def test_who_has_nowhere_to_sleep_finds_the_number_of_the_night_among_the_first_two(town: str, name: str) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    (pair,) = [number for each, _, _, number in PAIRS if each == name]
    assert any(answers_at_night(each.channels) for each in of_rows(answered(municipality, pair))[:2])


@pytest.mark.parametrize(("town", "own"), [("Rovaniemi", True), ("Lappeenranta", False)])
def test_a_town_without_a_service_of_its_own_for_it_is_known(town: str, own: bool) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    (pair,) = [number for each, _, _, number in PAIRS if each == "terveys/tyokyky"]
    assert answer(municipality, pair)["hasOwn"] is own


def test_no_answer_for_money_in_english_is_for_those_who_leave_prison() -> None:
    municipality = country().find_municipality("Rovaniemi")
    assert municipality is not None
    for name, _, _, pair in PAIRS:
        if name.endswith("/raha"):
            keys = {each.key for each in of_rows(answered(municipality, pair, "en"))}
            assert "lappi/portilta-eteenpain" not in keys, name


def test_only_what_is_needed_of_what_does_not_fit_is_shown() -> None:
    for town in ("Helsinki", "Lappeenranta"):
        municipality = country().find_municipality(town)
        assert municipality is not None
        for name, _, _, pair in PAIRS:
            worths = [each["worth"] for each in answered(municipality, pair)]
            assert len(worths) <= FEWEST or min(worths) >= START, (town, name)


@pytest.mark.parametrize(
    ("name", "value"), [("START", START), ("SETBACK", SETBACK), ("FAINT", FAINT), ("OTHER_TONGUE", OTHER_TONGUE)]
)
def test_the_script_and_the_build_count_alike(name: str, value: int) -> None:
    assert browser().eval(f"FirstSteps.{name}") == value


@pytest.mark.parametrize(
    ("language", "has_pages", "address"),
    [
        ("fi", True, "lappi/palvelut/neuvonta/"),
        ("en", True, "en/lappi/palvelut/neuvonta/"),
        ("en", False, "en/palvelut/lappi/#neuvonta"),
        ("sv", True, "lappi/palvelut/neuvonta/"),
    ],
)
def test_an_answer_leads_to_where_it_is_told_in_the_language(language: str, has_pages: bool, address: str) -> None:
    row = ["lappi/palvelut/neuvonta/", {"fi": "Neuvonta", "en": "Advice"}, "", [], "", -1, [], "fi en", [], ""]
    asked = f"FirstSteps.addressOf({json.dumps(row)}, {json.dumps(language)}, {json.dumps(has_pages)})"
    assert browser().eval(asked) == address


def test_an_answer_without_anybody_to_call_tells_another_way_where_there_is_one() -> None:
    services = {address_of(each): each for each in scene().network.all_of(Service).values()}
    silent = [row for text in files().values() for row in json.loads(text)["services"] if not row[3]]
    assert silent
    for row in silent:
        service = services[row[0]]
        has_address = any(each.url or each.email or each.phone for each in service.channels)
        assert bool(row[-1].get("fi")) >= has_address, service.key
    for _, who, need, number in PAIRS:
        for each in answer_page(scene(), who, need, number).answers:
            assert each.phone or each.chat or each.way, each.link


@pytest.mark.parametrize("town", ["Joensuu", "Rovaniemi", "Kemi", "Närpiö"])
def test_whoever_thinks_of_a_business_is_not_sent_to_help_for_one_in_trouble(town: str) -> None:
    municipality, services = country().find_municipality(town), scene().network.all_of(Service)
    assert municipality is not None
    for name, _, need, pair in PAIRS:
        for each in answered(municipality, pair) if need.id == "yritys" else ():
            service = services[each["row"][0].replace("palvelut/", "").rstrip("/")]
            assert service.life_situations[:1] != ("talousvaikeudet",), (name, service.key)


def test_what_else_fits_is_told_after_the_few_best_in_the_same_order() -> None:
    municipality, told = country().find_municipality("Rovaniemi"), 0
    assert municipality is not None
    for *_, pair in PAIRS:
        found = answer(municipality, pair)
        first, more = ([each["row"][0] for each in found[part]] for part in ("answers", "more"))
        sums = [each["sum"] for each in found["more"]]
        assert not {*first} & {*more} and sums == sorted(sums, reverse=True)
        assert all(each["worth"] >= START for each in found["more"])
        best = sorted((each["sum"] for each in found["answers"]), reverse=True)
        gaps = [before - after for before, after in pairwise([*best, *sums[:1]])]
        assert len(first) == MOST_ANSWERS or not more or max(gaps[1:]) >= FAINT
        told += bool(more)
    assert told > 10


def test_of_two_numbers_the_one_that_answers_now_is_offered() -> None:
    script = quickjs.Context()
    for name in ("opening.js", "first-steps.js"):
        script.eval((SCRIPT.parent / name).read_text(encoding="utf-8"))
    lines = '[["puhelin", "day", "1", 0, ""], ["puhelin", "night", "2", 1, ""]]'
    script.eval(
        f'var file = {{sets: [], codes: ["0 0 2s 2s0 1", "0 0 5k0 1"], spots: [], centres: {{}}, services:'
        f' [["a", "", "", {lines}, "", -1, [0, 405], "fi", []]]}};'
        "var at = minute => FirstSteps.best([file], {pair: 0, municipality: 7, language: 'fi', minute, most: 5});"
    )
    assert [script.eval(f"at({minute}).answers[0].line[1]") for minute in (50, 1000)] == ["day", "night"]


def test_of_equals_the_nearer_is_first_and_the_one_that_answers_now() -> None:
    script = quickjs.Context()
    for name in ("opening.js", "first-steps.js"):
        script.eval((SCRIPT.parent / name).read_text(encoding="utf-8"))
    row = 'name => [name, "", "", [["puhelin", "1", "1", HOURS[name], ""]], "", -1, [0, 405], "fi", SPOTS[name]]'
    script.eval(
        "var HOURS = {near: 1, far: 1, open: 0}, SPOTS = {near: [0], far: [1], open: [1]};"
        f'var file = {{sets: [], codes: ["0 0 2s0 1", "0 2s0 1"], spots: [[65, 25, 7], [68, 25, 8]],'
        f' centres: {{7: [65, 25]}}, services: ["far", "open", "near"].map({row})}};'
        "var asked = {pair: 0, municipality: 7, language: 'fi', minute: 100, most: 5};"
    )
    found = json.loads(script.eval("JSON.stringify(FirstSteps.best([file], asked).answers)"))
    assert [(each["row"][0], each["town"], round(each["km"])) for each in found] == [
        ("near", 7, 0),
        ("open", 8, 334),
        ("far", 8, 334),
    ]


def test_the_files_tell_numbers_and_what_happens_first_and_hold_no_address_of_a_place() -> None:
    rows = json.loads(files()["lappi"])["services"]
    row = next(row for row in rows if row[0] == "lappi/palvelut/ohjaamo-napatuuli/")
    assert row[3][0][:3] == ["puhelin", "016 002 001", "+35816002001"]
    assert row[4].startswith("Astu sisään")
    for region, text in files().items():
        for place in scene().network.all_of(Service).values():
            for found in scene().network.places_of(place):
                assert found.address_public or not found.street or str(found.street) not in text, region


@pytest.mark.parametrize(("town", "language"), [("Rauma", "fi"), ("Tampere", "fi"), ("Kuhmo", "fi"), ("Närpiö", "sv")])
def test_whoever_is_too_tired_to_care_finds_the_line_of_carers_and_none_for_the_bereaved(
    town: str, language: str
) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    (pair,) = [number for each, _, _, number in PAIRS if each == "laheinen/jaksaminen"]
    keys = [each.key for each in of_rows(answered(municipality, pair, language))]
    assert "kansallinen/omaishoitajan-linja" in keys[: 2 if language == "sv" else 1]
    assert "kansallinen/laheisen-kuoltua" not in keys


def test_what_helps_in_a_situation_that_was_told_comes_before_what_helps_in_others() -> None:
    line = service("kansallinen/omaishoitajan-linja")
    told, more = ({"life_situations": each} for each in [("ero",), ("laheisesta-huolehtiminen", "ero")])
    best = worth_of(line, "laheinen/jaksaminen")
    assert best > worth_of(line.model_copy(update=more), "laheinen/jaksaminen")
    assert worth_of(line.model_copy(update=told), "laheinen/jaksaminen") < START
    assert worth_of(line, "tyossa/jaksaminen") < START, "somebody who cares for another would have said so"


def test_a_setback_is_more_than_all_that_speaks_for_a_service() -> None:
    best: dict[int, int] = {}
    for each in scene().network.services_in_order:
        for number, worth in fitness().of(each):
            best[number] = max(worth, best.get(number, 0))
    assert max(best.values()) + NEAR - SETBACK < START


@pytest.mark.parametrize("town", ["Rovaniemi", "Rauma", "Närpiö"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_whoever_is_hurt_or_afraid_is_led_straight_to_those_who_answer_at_night(town: str, language: str) -> None:
    municipality = country().find_municipality(town)
    assert municipality is not None
    (pair,) = [pair for pair in PAIRS if pair[0] == "turva/vakivalta"]
    assert "mista-aloitan/turva/vakivalta/" in [choice.address for choice in who_page(scene()).choices]
    page = answer_page(scene(), *pair[1:])
    assert page.danger and page.who is None and str(page.answers[0].link.label) == "Nollalinja"
    first = of_rows(answered(municipality, pair[3], language))
    assert "kansallinen/nollalinja" in [each.key for each in first[:2]] and answers_at_night(first[0].channels)


def test_while_only_the_region_is_known_its_own_services_are_answered_and_none_of_a_single_town() -> None:
    numbers = list(country().municipalities)
    (pair,) = [pair for name, _, _, pair in PAIRS if name == "laheinen/jaksaminen"]
    asked = {"pair": pair, "municipality": None, "language": "fi", "minute": NIGHT, "most": MOST_ANSWERS}
    towns = country().municipalities.values()
    own = {numbers.index(each.code) for each in towns if each.region_id == "satakunta"}
    found = json.loads(browser().get("best")(json.dumps(["satakunta", NATIONAL]), json.dumps(asked)))
    keys = [each.key for each in of_rows(found["answers"])]
    assert keys[0] == "kansallinen/omaishoitajan-linja" and "satakunta/ikaihmisten-asiakasohjaus-satakunta" in keys
    for each in of_rows([*found["answers"], *found["more"]]):
        served = {numbers.index(code) for code in scene().network.covered_by(each)}
        assert 2 * len(served & own) >= len(own), each.key


def test_the_page_of_a_region_leads_to_the_guided_start_with_the_region() -> None:
    doors = region_page(scene(), scene().network.regions["satakunta"]).doors
    assert doors[0][1].address == "mista-aloitan/?alue=satakunta"
