"""The events' rules, as `events.js` keeps them: AND between facets, OR within one, counts, addresses, days."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import quickjs

from trees import ROOT

SCRIPT = ROOT / "docs" / "assets" / "javascripts" / "events.js"
FACETS = {"laji": [[0], [1], [1]], "osa": [[0], [0, 1], [1]]}
"""Three events: what each is, in which parts of the region."""
ROWS = [0, 1, 0, 2]
"""The first of them happens twice."""
VALUES = {"osa": ["lansi-lappi", "ita-lappi"], "laji": ["kokous", "koulutus"]}
ADDRESSES = """
function URLSearchParams(query) {
  const told = {};
  query.replace(/^\\?/, "").split("&").filter(Boolean).forEach(part => { const at = part.indexOf("="); told[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); });
  this.get = name => (name in told ? told[name] : null);
}
"""  # noqa: E501 - what every browser has and the engine of tests has not


@pytest.fixture(scope="module")
def js() -> quickjs.Context:
    context = quickjs.Context()
    context.eval(ADDRESSES)
    context.eval(SCRIPT.read_text(encoding="utf-8"))
    return context


def ask(js: quickjs.Context, name: str, *values: object) -> Any:
    told = ", ".join(json.dumps(value) for value in values)
    return json.loads(js.eval(f"JSON.stringify(events.{name}({told}))"))


def counted(found: Mapping[str, Any], name: str, of: int) -> Sequence[int]:
    return [found["counts"][name].get(str(place), 0) for place in range(of)]


def test_without_a_choice_every_row_fits_and_events_are_counted_not_their_times(js: quickjs.Context) -> None:
    found = ask(js, "find", ROWS, FACETS, {"laji": [], "osa": []})
    assert found["found"] == [0, 1, 2, 3] and found["events"] == 3
    assert (counted(found, "laji", 2), counted(found, "osa", 2)) == ([1, 2], [2, 2])


def test_both_facets_must_fit_and_one_value_of_each_is_enough(js: quickjs.Context) -> None:
    found = ask(js, "find", ROWS, FACETS, {"laji": [1], "osa": [0]})
    assert found["found"] == [1]
    assert ask(js, "find", ROWS, FACETS, {"laji": [0, 1], "osa": [0]})["found"] == [0, 1, 2]


def test_a_count_says_what_a_press_on_the_value_would_give(js: quickjs.Context) -> None:
    found = ask(js, "find", ROWS, FACETS, {"laji": [1], "osa": []})
    for place, count in enumerate(counted(found, "osa", 2)):
        assert ask(js, "find", ROWS, FACETS, {"laji": [1], "osa": [place]})["events"] == count
    assert counted(found, "laji", 2) == [1, 2]


def test_an_address_is_read_as_it_was_written(js: quickjs.Context) -> None:
    chosen = {"osa": [1], "laji": [0, 1]}
    query = ask(js, "write", chosen, VALUES)
    assert query == "?osa=ita-lappi&laji=kokous,koulutus"
    assert ask(js, "read", query, VALUES) == chosen
    assert ask(js, "write", {"osa": [], "laji": []}, VALUES) == ""


def test_what_an_address_names_and_nobody_knows_is_left_out(js: quickjs.Context) -> None:
    assert ask(js, "read", "?laji=juhla,koulutus&muu=x", VALUES) == {"osa": [], "laji": [1]}


@pytest.mark.parametrize(
    ("minute", "zone", "days"),
    [
        (29881259, [180, 29881500, 120], ["2026-10-24", "2026-10-25"]),
        (29881260, [180, 29881500, 120], ["2026-10-25", "2026-10-26"]),
        (29882759, [180, 29881500, 120], ["2026-10-25", "2026-10-26"]),
        (29882760, [180, 29881500, 120], ["2026-10-26", "2026-10-27"]),
    ],
)
def test_the_day_is_finlands_over_the_night_of_the_clock_too(
    js: quickjs.Context, minute: int, zone: list[int], days: list[str]
) -> None:
    assert ask(js, "days", minute, zone) == days


def test_an_event_is_as_far_as_its_nearest_town_and_what_is_joined_from_anywhere_is_never_too_far(
    js: quickjs.Context,
) -> None:
    where = [[0], [1], [1, -1], [0, 1, -1], [-1], []]
    found = js.eval(f"JSON.stringify(events.away({json.dumps(where)}, town => [0, 98][town], 80))")
    assert json.loads(found) == [0, None, "far", 0, "far", None]
