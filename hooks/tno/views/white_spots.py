"""White spots as a page: what they mean, how the region stands, and a table for each target group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from tno.coverage import Coverage
from tno.finnish import NO_BREAK_SPACE
from tno.frozen import frozen
from tno.model.coverage_figures import Figures
from tno.model.network import Region
from tno.model.white_spots import ASPECTS, GROUPS, Reach, Spot
from tno.records import Service
from tno.views.area_switch import AreaSwitch, Successor, area_switch, by_successor
from tno.views.link import Link, link_to
from tno.views.listing import ask
from tno.views.scene import Scene
from tno.views.spots_map import Ground, Layout, ground_of, layout_of
from tno.writing import inside

ROOM = "katvealueet"
COMPARED_DAYS = 90
"""Figures are compared with those of so many days ago, or the oldest the ledger has."""
MOST_WORST = 5
_LANGUAGES = frozenset({"swedish", "sami"})
"""Aspects that are told of single target groups only when they are not missing of everybody."""


@frozen
class KeyFigure:
    """In how many municipalities there is a point face to face, in one way."""

    label: str
    share: str
    """ "62 %"."""
    count: str
    """ "13 kunnassa 21:stä"."""
    change: str
    """Since an earlier ledger; "" when no figure has changed since the first one."""


@frozen
class Cell:
    """How a municipality is served in one way."""

    column: str
    """Heading of its column."""
    reach: str
    """`yes`, `far` or `no`: look of the badge."""
    word: str
    """Kyllä, Etänä or Katve."""
    nearest: Link | None
    """The nearest point, its distance in the note."""
    remote: Link | None
    """The nearest remote service."""


@frozen
class GroupTable:
    """All municipalities for one target group."""

    anchor: str
    label: str
    """Name of the target group."""
    count: str
    """How many white spots it has, in words."""
    caption: str
    """What the table is, for whoever hears it."""
    rows: tuple[tuple[Link, tuple[Cell, ...]], ...]
    """Municipality, its cells in the order of the columns."""


@frozen
class Picture:
    """How anybody is served in one way, municipality by municipality."""

    label: str
    """Heading of the table's column."""
    text: str
    """The picture in words, counted."""
    reaches: tuple[tuple[str, str], ...]
    """How each municipality of the ground is served: look of the mark, its word."""


@frozen
class WhiteSpotsPage:
    """Context of `sections/white-spots.html`."""

    figures: tuple[KeyFigure, ...]
    """Key figures of the region."""
    legend: tuple[tuple[str, str, str], ...]
    """(look of the badge, its word, what it means)."""
    worst: tuple[Link, ...]
    """Where most municipalities have nobody, each with their number in the note; it leads to the table."""
    ground: Ground
    """What the pictures have in common: the region and its municipalities."""
    pictures: tuple[Picture, ...]
    """A picture for each way in which people are served."""
    columns: tuple[str, ...]
    """Headings of the tables."""
    groups: tuple[GroupTable, ...]
    """A table for each target group, anybody first."""
    trend: tuple[tuple[str, ...], ...]
    """Day and counts, the last first; none before they have changed."""
    trend_columns: tuple[str, ...]
    """Headings of `trend`."""
    contact: Link
    """Whom to ask."""


@frozen
class NationalWhiteSpots:
    """Context of `sections/white-spots-national.html`."""

    columns: tuple[str, ...]
    """Headings of the table."""
    rows: tuple[tuple[Link, list[str]], ...]
    """Region, its shares."""
    total: list[str]
    """The same of the whole country."""
    switch: AreaSwitch
    """The choice between ELY areas and their successors."""
    successors: tuple[tuple[Successor, list[str]], ...]
    """Elinvoimakeskus, shares of the municipalities it looks after."""


def white_spots_page(coverage: Coverage, scene: Scene, region: Region) -> WhiteSpotsPage:
    """`/lappi/katvealueet/`."""
    w, municipalities = scene.w, coverage.municipalities(region.id)
    spots = {each.code: coverage.spots.of(each) for each in municipalities}
    without = {
        (group, aspect): sum(spot[group, aspect].reach == Reach.NO for spot in spots.values())
        for group in GROUPS
        for aspect in ASPECTS
    }
    groups, links = [], [Link(each.name_in(scene.language), f"kunnat/{each.slug}/") for each in municipalities]
    plain = {(aspect, reach): _cell(scene, aspect, reach) for aspect in ASPECTS for reach in REACHES}
    for group in GROUPS:
        count = sum(without[group, aspect] for aspect in ASPECTS)
        rows = tuple(
            (link, tuple([_told(scene, spot[group, aspect], group, aspect, plain) for aspect in ASPECTS]))
            for link, spot in zip(links, spots.values(), strict=True)
        )
        label = _group(scene, group)
        told = w.counted("coverage_spots", count) if count else w.coverage_spots_none
        groups.append(GroupTable(anchor_of(group), label, told, w.coverage_caption.format(group=label), rows))
    layout = scene.facts.once(_layout, scene.facts.network.regions[region.id])
    history, ground = (
        coverage.changes_of(region.id),
        ground_of(scene.network.country, region.id, scene.language, layout),
    )
    return WhiteSpotsPage(
        figures=_figures(scene, coverage.figures(region.id), history),
        legend=tuple((reach, w[f"coverage_{reach}"], w[f"coverage_{reach}_means"]) for reach in REACHES),
        worst=tuple(_worst(scene, without)),
        ground=ground,
        pictures=tuple(_picture(scene, ground, spots, aspect) for aspect in ASPECTS),
        columns=(w.fact_municipality, *(w[f"coverage_{aspect}"] for aspect in ASPECTS)),
        groups=tuple(groups),
        trend=_trend(scene, history),
        trend_columns=(w.coverage_day, *(w[f"coverage_figure_{aspect}"] for aspect in ASPECTS)),
        contact=ask(scene, region),
    )


REACHES = (Reach.YES, Reach.FAR, Reach.NO)


def anchor_of(group: str) -> str:
    """Where the table of a target group stands on the page."""
    return group or "kuka-tahansa"


def _group(scene: Scene, group: str) -> str:
    return scene.label("target_group", group) if group else scene.w.coverage_anybody


def _told(scene: Scene, spot: Spot, group: str, aspect: str, plain: Mapping[tuple[str, str], Cell]) -> Cell:
    """A white spot names what is nearest; so does what is reached only from afar, for anybody or in any way."""
    network, w = scene.network, scene.w
    tells = spot.reach == Reach.NO or (spot.reach == Reach.FAR and (not group or aspect == ASPECTS[0]))
    if not tells or not (spot.nearest or spot.remote):
        return plain[aspect, spot.reach]
    nearest = link_to(network.find(Service, spot.nearest)) if spot.nearest else None
    if nearest:
        km = f"{spot.km}{NO_BREAK_SPACE}km"
        nearest = nearest._replace(note=km if spot.serves else w.coverage_serves_others.format(km=km))
    remote = link_to(network.find(Service, spot.remote)) if spot.remote else None
    return _cell(scene, aspect, spot.reach, nearest, remote)


def _cell(scene: Scene, aspect: str, reach: str, nearest: Link | None = None, remote: Link | None = None) -> Cell:
    return Cell(scene.w[f"coverage_{aspect}"], reach, scene.w[f"coverage_{reach}"], nearest, remote)


def _layout(scene: Scene, region: Region) -> Layout:
    return layout_of(scene.network.country, region.id)


def _picture(scene: Scene, ground: Ground, spots: Mapping[str, Mapping[tuple[str, str], Spot]], aspect: str) -> Picture:
    w = scene.w
    reaches = [spots[town.code]["", aspect].reach for town in ground.towns]
    counts = [(w[f"coverage_{reach}"], reaches.count(reach)) for reach in REACHES]
    told = "; ".join(
        f"{inside(word)}: {w.counted('coverage_municipalities', count)}" for word, count in counts if count
    )
    return Picture(w[f"coverage_{aspect}"], told, tuple((reach, w[f"coverage_{reach}"]) for reach in reaches))


def _worst(scene: Scene, without: dict[tuple[str, str], int]) -> list[Link]:
    w = scene.w
    counted = [
        (-count, number, group, aspect)
        for number, ((group, aspect), count) in enumerate(without.items())
        if count and not (group and aspect in _LANGUAGES and without["", aspect])
    ]
    return [
        Link(
            f"{_group(scene, group)}: {inside(w[f'coverage_{aspect}'])}",
            f"#{anchor_of(group)}",
            w.counted("coverage_municipalities", -count),
        )
        for count, _, group, aspect in sorted(counted)[:MOST_WORST]
    ]


def _figures(scene: Scene, now: Figures, history: dict[str, Figures]) -> tuple[KeyFigure, ...]:
    w, before = scene.w, _earlier(history, scene.day)
    found = []
    for number, aspect in enumerate(ASPECTS, 1):
        change = ""
        if before:
            day, figures = before
            by, since = now[number] - figures[number], scene.writing.day(date.fromisoformat(day))
            name = "coverage_more" if by > 0 else "coverage_fewer"
            change = w.counted(name, abs(by), day=since) if by else w.coverage_same.format(day=since)
        count = w.coverage_of.format(count=now[number], all=now.municipalities)
        found.append(KeyFigure(w[f"coverage_figure_{aspect}"], percent(now[number], now.municipalities), count, change))
    return tuple(found)


def _earlier(history: dict[str, Figures], today: date) -> tuple[str, Figures] | None:
    """The day and the figures to compare with: the last of those old enough, else the oldest."""
    days = [day for day in history if day < today.isoformat()]
    old = [day for day in days if day <= (today - timedelta(days=COMPARED_DAYS)).isoformat()]
    chosen = max(old) if old else min(days, default="")
    return (chosen, history[chosen]) if chosen else None


def _trend(scene: Scene, history: dict[str, Figures]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (scene.writing.day(date.fromisoformat(day)), *map(str, figures[1:]))
        for day, figures in sorted(history.items(), reverse=True)
    )


def percent(part: int, whole: int) -> str:
    """A share in whole per cents: only all is 100."""
    share = 100 if part == whole else min(99, (200 * part + whole) // (2 * whole or 1))
    return f"{share}{NO_BREAK_SPACE}%" if whole else "–"


def national_white_spots(coverage: Coverage, scene: Scene) -> NationalWhiteSpots:
    """`/katvealueet/`: a row a region."""
    w, regions = scene.w, scene.network.regions
    told = {region: coverage.figures(region) for region in coverage.regions}
    links = {each: Link(regions[each].name, f"{each}/{ROOM}/") for each in told}
    figures = _figures_of_successors(coverage)
    return NationalWhiteSpots(
        columns=(w.coverage_region, *(w[f"coverage_figure_{aspect}"] for aspect in ASPECTS)),
        rows=tuple((links[each], _shares(told[each])) for each in told),
        total=_shares(_together(told.values())),
        switch=area_switch(scene),
        successors=tuple((each, _shares(figures[each.id])) for each in by_successor(scene, links)),
    )


def _figures_of_successors(coverage: Coverage) -> dict[str, Figures]:
    """Elinvoimakeskus → figures of its municipalities, as far as this site has their regions."""
    country, found = coverage.facts.network.country, {}
    for area in country.successor_areas.values():
        parts = [part for part in country.parts_of(area) if part.area.id in coverage.regions]
        found[area.id] = _together(coverage.figures_of_part(area, part) for part in parts)
    return found


def _together(figures: Iterable[Figures]) -> Figures:
    return Figures(*map(sum, zip(*figures, strict=True))) if (figures := list(figures)) else Figures(0, 0, 0, 0, 0)


def _shares(figures: Figures) -> list[str]:
    return [percent(count, figures.municipalities) for count in figures[1:]]


def white_spots_made_of(coverage: Coverage, scene: Scene, region: Region) -> list[str]:
    """Fingerprints of everything `white_spots_page` reads."""
    return [region.profile.fingerprint, coverage.made_of(region.id), str(coverage.changes_of(region.id))]


def national_made_of(coverage: Coverage, scene: Scene) -> list[str]:
    """Fingerprints of everything `national_white_spots` reads."""
    figures = [coverage.figures(region) for region in coverage.regions]
    return [scene.profiles_fingerprint, str(figures), str(_figures_of_successors(coverage))]
