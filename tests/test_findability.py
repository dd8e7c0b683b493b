"""The findability audit in a build: asked when something has changed, shown by name, remembered by the day."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from site_building import Site, build_site, make_project, whole_project
from tno.content import ContentFile
from tno.findability import Findability, figures, kept_or_asked
from tno.kept import Kept
from tno.ledger import Figures, History, ledger_text, read_findability
from tno.load import Asked
from tno.records import QUESTIONS
from tno.records.question import Question
from tno.search.audit import Answered
from tno.search.of_site import SiteSearch
from tno.search.site_audit import Audit
from trees import folders_of, load_tree

DAY = date(2026, 11, 21)
OPO = Question(question="opo", kind="arkikieli", finds=("ohjaamo",))
FOUND, LATE, LOST = (Answered(OPO, "lappi", place, ("a/", "b/")) for place in (1, 3, None))


def findability(former: History, *answered: Answered) -> Findability:
    return Findability(frozenset({"lappi"}), lambda: answered or None, former, dict[str, str], DAY)


def asked(*questions: Question) -> list[Asked]:
    file = ContentFile("regions/lappi/questions.yml", "lappi", QUESTIONS, "questions", None, False, None)
    return [Asked(each, file, ()) for each in questions]


def test_figures_tell_how_many_were_first_and_how_many_among_three() -> None:
    assert figures([FOUND, LATE, LOST]) == Figures(3, 1, 2)


def test_a_day_is_remembered_when_its_figures_are_new() -> None:
    former = {"lappi": {"2026-11-01": Figures(3, 0, 1)}}
    found = findability(former, FOUND, LATE, LOST).history()
    assert found == {"lappi": {"2026-11-01": Figures(3, 0, 1), "2026-11-21": Figures(3, 1, 2)}}


def test_a_day_like_the_last_one_is_not_told_again() -> None:
    former = {"lappi": {"2026-11-01": Figures(1, 1, 1)}}
    assert findability(former, FOUND).history() == former


def test_a_second_build_of_a_day_takes_the_place_of_the_first() -> None:
    former = {"lappi": {"2026-11-21": Figures(3, 0, 1)}}
    assert findability(former, FOUND).history() == {"lappi": {"2026-11-21": Figures(1, 1, 1)}}


def test_a_build_that_does_not_ask_forgets_nothing() -> None:
    former = {"lappi": {"2026-11-01": Figures(3, 0, 1)}}
    assert findability(former).history() == former
    assert findability(former).of("lappi") is None


def test_the_ledger_carries_the_days(tmp_path: Path) -> None:
    days = {"lappi": {"2026-11-01": Figures(3, 0, 1)}}
    file = tmp_path / "ledger.json"
    file.write_text(ledger_text({}, days), encoding="utf-8")
    assert read_findability(file) == days
    file.write_text(ledger_text({}), encoding="utf-8")
    assert read_findability(file) == read_findability(None) == {}


def test_answers_are_kept_until_something_they_are_made_of_changes(tmp_path: Path) -> None:
    times = []

    def ask() -> Iterator[Answered]:
        times.append(1)
        yield LATE

    kept = Kept(tmp_path, "guard")
    first = kept_or_asked(kept, "a", asked(OPO), ask)
    assert kept_or_asked(kept, "a", asked(OPO), ask) == first == [LATE]
    assert len(times) == 1
    kept_or_asked(kept, "b", asked(OPO), ask)
    (tmp_path / "findability.marshal").write_bytes(b"torn")
    kept_or_asked(kept, "b", asked(OPO), ask)
    assert len(times) == 3


def test_a_question_that_was_kept_between_runs_is_not_asked_again_for_that(tmp_path: Path) -> None:
    network = load_tree(folders_of("minimal")).network
    search = SiteSearch(list, lambda _: pytest.fail("no page, no scene"), tuple, tmp_path, None, "", "guard")
    made_of = [
        Audit(asked(each), network, search, "guard", None).made_of for each in (OPO, pickle.loads(pickle.dumps(OPO)))
    ]
    other = Audit(asked(OPO.model_copy(update={"kind": "paikka"})), network, search, "guard", None).made_of
    assert made_of[0] == made_of[1] != other


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example content with its questions asked."""
    return build_site(whole_project(), tmp_path_factory.mktemp("audit") / "site", settings={"TNO_AUDIT": "1"})


@pytest.mark.site
def test_the_page_names_what_is_not_found_but_no_question_that_only_measures(audited: Site) -> None:
    page = audited.trees["lappi/loydettavyys/"]
    text = page.css_first("#sisalto").text()
    asked = json.loads(audited.text("data/ledger.json"))["findability"]["lappi"]["2026-11-21"]
    assert [int(node.text()) for node in page.css(".t-tallies dd")[2:]] == [asked[0]]
    named = {node.text() for node in page.css(".t-rows li b span")}
    unseen = unseen_questions(whole_project().regions / "lappi" / "questions.yml")
    assert named and unseen and not named & unseen
    assert "Oikea vastaus" in text and "Ensimmäisenä löytyi" in text


def unseen_questions(file: Path) -> set[str]:
    """Questions of a file that only measure."""
    found: set[str] = set()
    question = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("- question: "):
            question = line.removeprefix("- question: ").strip("\"'")
        elif line.strip() == "unseen: true":
            found.add(question)
    return found


@pytest.mark.site
def test_a_question_that_stops_working_is_on_the_page_by_name(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    service = next((project.regions / "lappi" / "services").glob("*.md"))
    project.write(
        "lappi/questions.yml",
        f"- question: kvanttimekaniikka\n  kind: arkikieli\n  finds: [{service.stem}]\n",
    )
    site = build_site(project, tmp_path / "site", settings={"TNO_AUDIT": "1"})
    page = site.trees["lappi/loydettavyys/"]
    assert [node.text() for node in page.css(".t-rows li b span")] == ["kvanttimekaniikka"]
    assert "Mitään ei löytynyt" in page.css_first(".t-rows li").text()


@pytest.mark.site
def test_a_page_whose_figures_stay_is_what_it_was_to_the_ledger(tmp_path: Path) -> None:
    project, cache = make_project(tmp_path / "project"), tmp_path / "cache"
    project.write("lappi/questions.yml", "- question: kvanttimekaniikka\n  kind: ei-mitaan\n  finds: []\n")

    def lines(cache: Path) -> list[str]:
        site = build_site(project, tmp_path / "site", cache=cache, settings={"TNO_AUDIT": "1"})
        return [line for line in site.text("data/ledger.json").splitlines() if "loydettavyys" in line]

    first = lines(cache)
    project.change("lappi/services/ohjaamo.md", "Tuulipolun neuvonta", "Tuulipolun ovi")
    assert first == lines(cache) == lines(tmp_path / "other") != []
    project.write("lappi/questions.yml", "- question: kvanttimekaniikka\n  kind: nimi\n  finds: [ohjaamo]\n")
    assert first != lines(cache)


@pytest.mark.site
def test_a_build_that_does_not_ask_says_so_and_is_found_in_the_footer(whole_site: Site) -> None:
    page = whole_site.trees["lappi/loydettavyys/"]
    assert "Kysymyksiä ei haettu tässä koonnissa" in page.css_first("#sisalto").text()
    assert [
        link for link in whole_site.trees["lappi/"].css(".t-footer a") if "loydettavyys" in str(link.attributes["href"])
    ]
    assert "kainuu/loydettavyys/" not in whole_site.pages
