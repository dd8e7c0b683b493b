"""The finder's script without a page, as tests ask it: what is found, how many at each value, addresses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import quickjs

from trees import ROOT

SCRIPTS = ROOT / "docs" / "assets" / "javascripts"
ASK = """
var known, minute;
function load(choices, parts, scope) { known = finder.index(JSON.parse(choices), JSON.parse(parts), scope); }
function named(chosen) { return finder.read(finder.write(JSON.parse(chosen), known.choices), known); }
function seen(chosen, minute) {
  const result = finder.find(known, chosen, minute), counts = finder.count(known, chosen, minute);
  return {
    total: result.total,
    groups: result.groups.map(group => [group[0], group[1].map(place => known.services[place].address)]),
    counts: Object.fromEntries(Object.entries(counts).map(
      ([facet, many]) => [facet, facet === "auki" ? many[0] : Array.from(many)]))
  };
}
function find(query, minute) { return JSON.stringify(seen(finder.read(query, known), minute)); }
function again(query) { return finder.write(finder.read(query, known), known.choices); }
function standing(address, minute) {
  finder.answering(known, minute);
  return JSON.stringify(finder.standing(known, known.services.find(each => each.address === address)));
}
function answers(address, minute) {
  finder.answering(known, minute);
  return JSON.stringify(finder.answers(known, known.services.find(each => each.address === address)));
}
function alone(facet, value) { return finder.write(finder.put(finder.nothing(), facet, value, true), known.choices); }
function ways(query, minute) {
  const found = finder.waysOn(known, finder.read(query, known), minute), places = known.choices.municipalities;
  return JSON.stringify({
    without: found.without.map(([facet, value, many]) => [facet, alone(facet, value), many]),
    near: found.near.map(([place, many]) => [places[place][0], many]), isArea: found.isArea,
    remote: found.remote && {query: finder.write(found.remote.chosen, known.choices), total: found.remote.found.total}
  });
}
"""


class Finder:
    """`finder.js` with data loaded."""

    def __init__(self, choices: Mapping[str, Any], parts: Mapping[str, Any], scope: str = "") -> None:
        self._js = quickjs.Context()
        for name in ("opening.js", "finder.js"):
            self._js.eval((SCRIPTS / name).read_text(encoding="utf-8"))
        self._js.eval(ASK)
        self._js.get("load")(json.dumps(choices), json.dumps(parts), scope)

    def find(self, query: str = "", minute: int = 0) -> Any:
        """`total`, `groups` [(reach, addresses of services)] and `counts` facet → numbers, for a query's choices."""
        return json.loads(self._js.get("find")(query, minute))

    def addresses(self, query: str = "", minute: int = 0) -> list[str]:
        """Addresses of what is found, in order."""
        return [address for _, group in self.find(query, minute)["groups"] for address in group]

    def again(self, query: str) -> str:
        """The query as the page would write it."""
        return str(self._js.get("again")(query))

    def standing(self, address: str, minute: int) -> Any:
        """How a service stands: `is` and `change`."""
        return json.loads(self._js.get("standing")(address, minute))

    def answers(self, address: str, minute: int) -> Any:
        """How the number on a service's card stands, and its other ways when only they are open."""
        return json.loads(self._js.get("answers")(address, minute))

    def ways(self, query: str, minute: int = 0) -> Any:
        """What is offered when nothing is found."""
        return json.loads(self._js.get("ways")(query, minute))
