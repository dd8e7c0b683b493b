"""The guided start: every choice leads somewhere, the best come first, and the browser answers as the build does."""

from __future__ import annotations

import json
from functools import cache

import pytest
import quickjs

from finland import country
from tno.content import Folders
from tno.exports.first_steps import first_step_files, first_steps
from tno.model.first_steps import Fitness, answers
from tno.model.network import NATIONAL, Network, Region
from tno.records import Service
from tno.settings import Settings
from tno.views.first_steps import MOST_ANSWERS, answer_page, living_pairs, needs_page, who_page
from tno.views.scene import Scene
from trees import DAY, ROOT, load_tree

SCRIPT = ROOT / "docs" / "assets" / "javascripts" / "first-steps.js"


@cache
def scene() -> Scene:
    """The project's own example content."""
    return Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())


PAIRS = [(f"{who.id}/{need.id}", who, need, number) for number, who, need in country().first_steps]


def test_the_choices_are_few_enough_for_one_screen() -> None:
    whos = country().first_steps.whos
    assert 6 <= len(whos) <= 9
    assert all(5 <= len(who.needs) <= 8 for who in whos)


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
    assert next(link.label for link in first.choices) == "Olen nuori"
    who = next(iter(living_pairs(scene())))
    needs = needs_page(scene(), who)
    assert needs.choices[0].address == "mista-aloitan/nuori/suunta/"
    number, need = living_pairs(scene())[who][3]
    page = answer_page(scene(), who, need, number)
    assert (page.need, page.finder) == ("Etsin töitä", "palvelut/?tilanne=tyottomaksi-jaaminen&kunta=")
    assert 0 < len(page.answers) <= MOST_ANSWERS and all(answer.first for answer in page.answers)
    assert [link.address for link in page.regions] == [
        f"elamantilanteet/tyottomaksi-jaaminen/#{region}" for region in ("pohjois-karjala", "pohjanmaa", "lappi")
    ]
    assert page.calling and page.calling[0][1][0].address.startswith("tel:")  # type: ignore[union-attr]


def test_whoever_asks_for_a_child_is_spoken_to_as_a_parent() -> None:
    (who,) = (who for who in country().first_steps.whos if who.id == "huoltaja")
    assert [need.labels["fi"] for need in who.needs][:2] == [
        "Nuoreni etsii opiskelupaikkaa",
        "Nuoreni opinnot takkuavat tai jäivät kesken",
    ]
    (pair,) = [pair for pair in PAIRS if pair[0] == "huoltaja/kesken"]
    assert answer_page(scene(), *pair[1:]).hint.startswith("Voit soittaa ensin itse")


def test_what_is_meant_for_few_comes_before_what_is_meant_for_many() -> None:
    """The first of two that help with the same matter by telephone: the one whose groups are mostly one's own."""
    best = Fitness(country().first_steps).best(scene().network.services_in_order, MOST_ANSWERS)
    (pair,) = [number for name, _, _, number in PAIRS if name == "huoltaja/jaksaminen"]
    groups = best[pair][0].target_groups
    assert groups[0] in {"huoltajat", "lapsiperheet"}


def test_what_is_not_given_now_and_what_is_for_danger_is_no_beginning() -> None:
    network = scene().network
    fitness = Fitness(network.country.first_steps)
    emergency = network.all_of(Service)["kansallinen/hatanumero-112"]
    assert list(fitness.of(emergency)) == []
    line = network.all_of(Service)["kansallinen/ohjauslinja-kaukovalo"]
    assert list(fitness.of(line))
    assert list(fitness.of(line.model_copy(update={"status": "tauolla"}))) == []


def test_a_pair_fits_exactly_when_the_ranking_gives_it_a_worth() -> None:
    network = scene().network
    fitness = Fitness(network.country.first_steps)
    for service in network.services_in_order:
        ranked = {number for number, worth in fitness.of(service) if worth > 0}
        assert ranked == {number for _, who, need, number in PAIRS if answers(service, who, need)}, service.key


@cache
def files() -> dict[str, str]:
    return {region: first_steps(scene(), region, services) for region, services in first_step_files(scene()).items()}


@pytest.mark.parametrize("town", ["Inari", "Kemi", "Joensuu", "Vaasa", "Helsinki", "Sottunga"])
def test_the_browser_answers_only_with_what_serves_the_municipality_the_best_first(town: str) -> None:
    network = scene().network
    municipality = country().find_municipality(town)
    assert municipality is not None
    context = quickjs.Context()
    context.eval(SCRIPT.read_text(encoding="utf-8"))
    region = municipality.region_id or NATIONAL
    mine = ",".join(files()[name] for name in dict.fromkeys((region, NATIONAL)))
    context.eval(f"var files = [{mine}]")
    context.eval(
        "var best = (pair, number) => JSON.stringify(FirstSteps.best(files, pair, number, 5).map(row => row[0]))"
    )
    number = list(country().municipalities).index(municipality.code)
    serving = {service.key: service for service in network.services_for(municipality)}
    for _, who, need, pair in PAIRS:
        found = json.loads(context.get("best")(pair, number))
        keys = [address.replace("/palvelut/", "/").strip("/") for address in found]
        fitting = [key for key, service in serving.items() if answers(service, who, need)]
        assert len(keys) == min(MOST_ANSWERS, len(fitting)) and set(keys) <= set(fitting), (town, who.id, need.id)


def test_the_files_tell_numbers_and_what_happens_first_and_hold_no_address_of_a_place() -> None:
    rows = json.loads(files()["lappi"])["services"]
    row = next(row for row in rows if row[0] == "lappi/palvelut/ohjaamo-napatuuli/")
    assert row[3] == ["016 002 001", "+35816002001"]
    assert row[4].startswith("Astu sisään")
    for region, text in files().items():
        for place in scene().network.all_of(Service).values():
            for found in scene().network.places_of(place):
                assert found.address_public or not found.street or str(found.street) not in text, region
