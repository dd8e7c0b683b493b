"""CODEOWNERS: a line for each region that has reviewers, and the project's own file is what its regions make it."""

from __future__ import annotations

from tno.exports.codeowners import FILE, codeowners
from trees import ROOT, folders_of, load_tree


def lines(text: str) -> list[str]:
    """What the forge reads."""
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_each_region_with_reviewers_has_a_line_in_the_order_of_names() -> None:
    text = codeowners({"lappi": ["@lapin-tno/tarkastajat"], "kainuu": ["@a/b", "@c/d"], "hame": []})
    assert lines(text) == ["/regions/kainuu/ @a/b @c/d", "/regions/lappi/ @lapin-tno/tarkastajat"]
    assert text.endswith("\n")


def test_without_reviewers_the_file_says_so_and_asks_nobody() -> None:
    text = codeowners({"lappi": ()})
    assert lines(text) == []
    assert "Yhdelläkään alueella ei ole vielä tarkastajia" in text


def test_the_projects_file_is_what_its_regions_make_it() -> None:
    """A team that does not exist makes the forge complain, so example regions name none."""
    regions = load_tree(folders_of(str(ROOT / "regions"))).network.regions
    reviewers = {region.id: region.profile.reviewers for region in regions.values()}
    assert (ROOT / FILE).read_text(encoding="utf-8") == codeowners(reviewers)
    assert [id for id, teams in reviewers.items() if teams and regions[id].profile.example] == []
