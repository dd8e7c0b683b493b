"""Who publishes the site: facts on the pages, and a warning at its line for each that nobody has told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from tno.publisher import filled, publisher_problems
from tno.records import Service
from tno.settings import TOLD, Publisher, Settings, Tiles
from tno.words import words
from trees import ROOT, changed, check_tree, write_region

W = words("fi")
TOLD_ALL = Publisher(**TOLD)
ASKS = sorted(path.name for path in (ROOT / "docs").glob("*.md") if "publisher." in path.read_text(encoding="utf-8"))
CONFIGURATION = """\
site_name: Portaali
site_url: !ENV [X, "y"]
extra:
  tno:
    publisher:
      name: ""
      phone: "016 123 4567"
"""


def real(folder: Path) -> Any:
    """A network in which a region has a service that is not invented."""
    files = changed("services/ohjaamo.md", ("016 00 1234", "016 322 991")) | changed(
        "region.yml", ("example: true\n", "")
    )
    network = check_tree(write_region(folder, files)).network
    assert network.regions["lappi"].all_of(Service)
    return network


def invented(folder: Path) -> Any:
    return check_tree(write_region(folder, {})).network


def test_a_site_of_real_services_wants_every_fact_told(tmp_path: Path) -> None:
    found = publisher_problems(Publisher(), real(tmp_path), tmp_path)
    assert [problem.data["value"] for problem in found] == list(TOLD)
    assert {problem.code for problem in found} == {"publisher-blank"}


def test_a_blank_is_told_at_its_line_and_a_key_that_is_not_there_where_the_facts_begin(tmp_path: Path) -> None:
    network = real(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    found = publisher_problems(Publisher(phone="016 123 4567"), network, tmp_path)
    places = {problem.data["value"]: str(problem.position) for problem in found}
    assert places["name"] == "mkdocs.yml:6:7"
    assert places["host"] == "mkdocs.yml:5:5"
    assert "phone" not in places


def test_the_projects_own_configuration_has_a_line_for_every_fact(tmp_path: Path) -> None:
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    found = publisher_problems(Publisher(), real(tmp_path), ROOT)
    assert [lines[problem.position.line - 1].split(":")[0].strip() for problem in found] == list(TOLD)


def test_nothing_is_wanted_of_a_site_where_all_is_invented(tmp_path: Path) -> None:
    assert publisher_problems(Publisher(), invented(tmp_path), tmp_path) == []


def test_nothing_is_wanted_when_everything_is_told(tmp_path: Path) -> None:
    assert publisher_problems(TOLD_ALL, real(tmp_path), tmp_path) == []


@pytest.mark.parametrize("name", ASKS)
def test_a_page_with_blanks_says_plainly_that_it_is_not_ready(name: str) -> None:
    text = filled((ROOT / "docs" / name).read_text(encoding="utf-8"), Publisher(), W)
    assert "{{" not in text
    assert W.publisher_notice in text and W.publisher_blank.format(what=W.publisher_name) in text


@pytest.mark.parametrize("name", ASKS)
def test_a_page_with_everything_told_has_nothing_left_to_fill(name: str) -> None:
    text = filled((ROOT / "docs" / name).read_text(encoding="utf-8"), TOLD_ALL, W)
    assert W.publisher_notice not in text and "t-blank" not in text
    assert TOLD["name"] in text


def test_the_law_is_followed_by_the_accessibility_statement() -> None:
    """State, what is not accessible, feedback, answer in 14 days, supervisor: Act 306/2019, sections 9 and 10."""
    text = " ".join((ROOT / "docs" / "saavutettavuus.md").read_text(encoding="utf-8").split())
    for wanted in (
        "306/2019",
        "osittain",
        "14 päivän kuluessa",
        "Traficom",
        "saavutettavuus@traficom.fi",
        "029 534 5000",
    ):
        assert wanted in text
    for fact in ("name", "accessibility_email", "phone", "form", "assessed", "notice"):
        assert f"{{{{ publisher.{fact} }}}}" in text


def test_a_number_and_an_address_can_be_pressed() -> None:
    text = filled("{{ publisher.phone }} {{ publisher.privacy_email }}", TOLD_ALL, W)
    assert 'href="tel:0161234567"' in text and 'href="mailto:tietosuoja@kunta.fi"' in text


def test_a_fact_that_may_be_left_out_is_not_asked_for() -> None:
    assert filled("{{ publisher.form }}", TOLD_ALL, W) == W.publisher_without
    assert 'href="https://example.org/x"' in filled(
        "{{ publisher.form }}", replace(TOLD_ALL, form="https://example.org/x"), W
    )


def test_what_a_publisher_writes_is_no_markup() -> None:
    text = filled("{{ publisher.name }}", replace(TOLD_ALL, name="<script>"), W)
    assert text == str(Markup.escape("<script>"))


def test_a_page_without_facts_stays_as_it_is() -> None:
    assert filled("# Apua\n", Publisher(), W) == "# Apua\n"


def test_a_fact_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError, match="puhelin"):
        filled("{{ publisher.puhelin }}", Publisher(), W)


@pytest.mark.parametrize("given", [{"nimi": "x"}, {"phone": 112}, "x", {"name": ["x"]}])
def test_facts_that_mean_nothing_are_errors_that_name_the_place(given: Any) -> None:
    with pytest.raises(ValueError, match=r"extra\.tno\.publisher"):
        Settings.from_extra({"tno": {"publisher": given}})


def test_the_privacy_page_says_who_gives_the_street_map_when_there_is_one() -> None:
    text = (ROOT / "docs" / "tietosuoja.md").read_text(encoding="utf-8")
    assert "{{" not in filled(text, TOLD_ALL, W) and "katukartan" not in filled(text, TOLD_ALL, W)
    tiles = Tiles(url="https://example.org/{z}/{x}/{y}.png", service_name="<Kartta>")
    assert "katukartan. Sen kuvat haetaan palvelusta &lt;Kartta&gt;" in filled(text, TOLD_ALL, W, tiles)
