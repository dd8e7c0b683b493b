"""What lists of events are narrowed by: the choices of the form, and which of them fit each event (for `events.js`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from tno.compact_json import in_script
from tno.model.event_areas import Parts, is_for_part, parts_of_region, sub_areas_of
from tno.model.network import Network, Region
from tno.records import Event, Place
from tno.records.event import HYBRID, ONLINE, OPEN_TO_ALL
from tno.views.event_days import Numbers
from tno.views.facets import EVERYONE, is_of_citizens
from tno.views.opening import zone_of_day
from tno.views.scene import Scene, places_of_event

REGION, SUB_AREA, KIND, AUDIENCE, PRICE = "alue", "osa", "laji", "kenelle", "hinta"
VOCABULARIES: Mapping[str, str] = MappingProxyType(
    {
        KIND: "event_type",
        "kohderyhma": "target_group",
        AUDIENCE: "event_audience",
        "kieli": "service_language",
        "tapa": "attendance_mode",
        PRICE: "service_charge",
    }
)
"""Name of a facet in addresses → the vocabulary of its values, in the order of the page."""
NEAR_KM = 80
"""How far the middle of another town may be where somebody asks for what is near: as on municipalities' pages."""
FAR = -1
"""In place of a town's number: one may join from wherever one is."""
_WORDS = {
    "found_one": "events_found_one",
    "found_many": "events_found_many",
    "none": "events_none_found",
    "times_one": "count_times_one",
    "times_many": "count_times_many",
    "unit_one": "events_unit_one",
    "unit_many": "events_unit_many",
    "show_one": "events_show_one",
    "show_many": "events_show_many",
    "cleared": "finder_cleared",
    "remove": "finder_remove",
    "filter": "finder_filter",
    "close": "finder_close",
    "near": "events_where_near",
    "near_none": "events_where_none",
    "far": "events_where_far",
    "far_short": "events_where_far_short",
}
"""What the script says → the interface word."""


class Choice(NamedTuple):
    """A value of a facet."""

    value: str
    """As addresses have it."""
    label: str


class Facet(NamedTuple):
    """Something events are narrowed by."""

    name: str
    """As addresses have it."""
    label: str
    choices: tuple[Choice, ...]
    """Values that some listed event has."""


def event_facets(scene: Scene, region: Region | None, events: Sequence[Event]) -> tuple[Facet, ...]:
    """What the listed events can be narrowed by; a facet in which all are alike is left out."""
    found = []
    for name, values in _values(scene, region, events).items():
        choices = _choices(scene, region, name, values)
        if len(choices) > 1 or (choices and name == PRICE and not all(values)):
            found.append(Facet(name, scene.w[f"events_by_{name}"], choices))
    return tuple(found)


def _choices(scene: Scene, region: Region | None, name: str, values: Sequence[Sequence[str]]) -> tuple[Choice, ...]:
    used = {value for each in values for value in each}
    if name == REGION:
        every = [(other.id, other.name) for other in scene.network.regions.values()]
    elif name == SUB_AREA:
        every = [(part.id, str(part.name)) for part in (region.profile.sub_areas if region else ())]
    else:
        vocabulary = VOCABULARIES[name]
        every = [(term.id, scene.label(vocabulary, term.id)) for term in scene.network.vocabularies[vocabulary]]
    return tuple(Choice(value, label) for value, label in every if value in used)


def _values(scene: Scene, region: Region | None, events: Sequence[Event]) -> dict[str, list[Sequence[str]]]:
    """Name of a facet → its values of each event."""
    found: dict[str, list[Sequence[str]]] = {}
    if region is None:
        found[REGION] = [(event.region,) for event in events]
    elif region.profile.sub_areas:
        network = scene.facts.network
        parts = parts_of_region(network, region)
        found[SUB_AREA] = [_sub_areas(network, event, region, parts) for event in events]
    for name in VOCABULARIES:
        if region or name != AUDIENCE:  # the whole country's list is of what is open to everyone
            values_of = _VALUES[name]
            found[name] = [values_of(scene, event) for event in events]
    return found


def _target_groups(scene: Scene, event: Event) -> Sequence[str]:
    """What is open to everyone and names nobody in particular is for each group of citizens, as in the finder."""
    groups = tuple(group for group in event.target_groups if group != EVERYONE)
    if groups or OPEN_TO_ALL not in event.audience:
        return groups
    return scene.facts.once(_citizens, scene.facts.network)


def _citizens(scene: Scene, network: Network) -> Sequence[str]:
    groups = network.vocabularies["target_group"]
    return tuple(group.id for group in groups if is_of_citizens(group) and group.id != EVERYONE)


_VALUES: Mapping[str, Callable[[Scene, Event], Sequence[str]]] = {
    KIND: lambda _, event: (event.kind,),
    "kohderyhma": _target_groups,
    AUDIENCE: lambda _, event: event.audience,
    "kieli": lambda _, event: event.languages,
    "tapa": lambda _, event: (event.attendance,) if event.attendance else (),
    PRICE: lambda _, event: (event.price.kind,) if event.price else (),
}
"""Name of a facet → the values an event has."""


def _sub_areas(network: Network, event: Event, region: Region, parts: Parts) -> Sequence[str]:
    """What is for the whole region is found in each part of it."""
    mine = sub_areas_of(network, event, parts)
    return [part.id for part in region.profile.sub_areas if is_for_part(part.id, event, mine, parts)]


def told_to_script(scene: Scene, region: Region | None, events: Sequence[Event], facets: Sequence[Facet]) -> Markup:
    """What `events.js` must know, JSON: of each facet the places of its choices, event by event; words; the zone."""
    values, told = _values(scene, region, events), {}
    for facet in facets:
        places = {choice.value: place for place, choice in enumerate(facet.choices)}
        told[facet.name] = [[places[value] for value in each if value in places] for each in values[facet.name]]
    said = {name: scene.w[word] for name, word in _WORDS.items()}
    where = [_where(scene.facts, event) for event in events]
    return Markup(in_script({"facets": told, "where": where, "near": NEAR_KM, "words": said, **_days_told(scene)}))


def _where(facts: Scene, event: Event) -> list[int]:
    """Numbers of the towns an event is ever in; `FAR` where anybody may join from afar."""
    number_of = facts.once(_towns_of_places, facts.network)
    found = {number: None for key in places_of_event(event) if (number := number_of.get(key)) is not None}
    from_afar = OPEN_TO_ALL in event.audience and event.attendance in (ONLINE, HYBRID)
    return [*found, *([FAR] if from_afar else ())]


def _towns_of_places(_: Scene, network: Network) -> Mapping[str | None, int]:
    """Key of a place → the number of its municipality (`tno.exports.municipalities`)."""
    numbers = {code: number for number, code in enumerate(network.country.municipalities)}
    places = network.all_of(Place).items()
    return {key: numbers[town.code] for key, place in places if (town := network.municipality_of(place.municipality))}


def told_of_days(scene: Scene) -> Markup:
    """What `events.js` must know on a page whose events are not narrowed: JSON."""
    return scene.once(_told_of_days, scene.network)


def _told_of_days(scene: Scene, _: object) -> Markup:
    return Markup(in_script(_days_told(scene)))


def _days_told(scene: Scene) -> dict[str, object]:
    """Words for days near, and by how many minutes Finland's clock is ahead of UTC."""
    return {"today": scene.w.today, "tomorrow": scene.w.tomorrow, "zone": zone_of_day(scene)}


def numbers_of(events: Sequence[Event]) -> Numbers:
    """The place of each event among those told."""
    return {event.key: number for number, event in enumerate(events)}
