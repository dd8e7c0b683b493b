"""White spots of a build: what pages and the ledger ask, worked out by region and only when something has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import cached_property, partial

from tno.country.area import Area, AreaPart
from tno.country.municipality import Municipality
from tno.digest import digest
from tno.frozen import frozen
from tno.kept import Kept
from tno.ledger import CoverageHistory
from tno.model.coverage_figures import Figures
from tno.model.white_spots import WhiteSpots
from tno.records import Service
from tno.views.scene import Scene

MOST_DAYS = 52
"""The ledger remembers so many days of a region, the last ones."""


@frozen
class Coverage:
    """White spots with what the ledger remembers of them. Nothing is worked out before it is asked for."""

    facts: Scene
    """The Finnish scene."""
    read_former: Callable[[], CoverageHistory]
    kept: Kept | None = None
    """Figures of the build before."""
    _figures: dict[str, Figures] = field(default_factory=dict, repr=False)
    _made_of: dict[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def spots(self) -> WhiteSpots:
        """How each municipality is served."""
        return WhiteSpots(self.facts.network, self.facts.day)

    @cached_property
    def former(self) -> CoverageHistory:
        """What the former ledger tells."""
        return self.read_former()

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Regions that have municipalities."""
        network = self.facts.network
        return tuple(region for region in network.regions if region in network.country.ely_areas)

    def municipalities(self, region: str) -> tuple[Municipality, ...]:
        """Those of a region, in alphabetical order."""
        country = self.facts.network.country
        return country.municipalities_of(country.ely_areas[region])

    def made_of(self, region: str) -> str:
        """Fingerprint of everything that is told of a region, but for the day and the former ledger."""
        if (known := self._made_of.get(region)) is None:
            coverage = self.facts.coverage_fingerprints
            parts = [part for each in self.municipalities(region) for part in ("/", *coverage.get(each.code, ()))]
            own = self.facts.rows_fingerprint(("own", region), self.facts.network.regions[region].all_of(Service))
            text = "".join([*own, *parts])
            known = self._made_of[region] = digest(text)
        return known

    def figures(self, region: str) -> Figures:
        """Key figures of a region."""
        return self._figures_of(f"coverage-{region}", region, partial(self.municipalities, region))

    def figures_of_part(self, successor: Area, part: AreaPart) -> Figures:
        """Key figures of what an elinvoimakeskus looks after in a region."""
        region, country = part.area.id, self.facts.network.country
        if part.is_whole:
            return self.figures(region)
        name, codes = f"coverage-{region}-{successor.id}", part.municipality_codes
        return self._figures_of(name, region, lambda: tuple(country.municipalities[code] for code in codes))

    def _figures_of(self, name: str, region: str, municipalities: Callable[[], Sequence[Municipality]]) -> Figures:
        if (known := self._figures.get(name)) is None:
            made_of = f"{self.facts.day}{self.made_of(region)}"
            row = self.kept.read(name, made_of) if self.kept else None
            known = self._figures[name] = Figures(*row) if row else self.spots.figures(municipalities())
            if self.kept and not row:
                self.kept.write(name, made_of, tuple(known))
        return known

    def history(self) -> dict[str, dict[str, Figures]]:
        """The ledger's lines with today's; a day is there only when a figure had changed."""
        return {region: self.history_of(region) for region in sorted(self.regions)}

    def changes_of(self, region: str) -> dict[str, Figures]:
        """The same of one region, when its figures have ever changed; else nothing."""
        history = self.history_of(region)
        return history if len(history) > 1 else {}

    def history_of(self, region: str) -> dict[str, Figures]:
        """ISO date → figures, the earliest first."""
        days, today = dict(self.former.get(region, {})), self.facts.day.isoformat()
        days.pop(today, None)
        now = self.figures(region)
        if not days or days[max(days)] != now:
            days[today] = now
        return dict(sorted(days.items())[-MOST_DAYS:])
