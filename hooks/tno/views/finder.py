"""The finder (palveluhaku): lists of services that can be narrowed where they stand.

The page holds the whole list as before; `finder.js` puts what was chosen in its place. What it reads are the files of
`tno.exports.finder_data`: one of each region that serves the page's people, so that one changed service costs one file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from tno.compact_json import in_script
from tno.frozen import frozen
from tno.model.network import NATIONAL, Network, Region
from tno.records import Service
from tno.views.country_lists import national_services_page
from tno.views.link import Link
from tno.views.listing import ListPage, Rows
from tno.views.opening import opening_words
from tno.views.room_lists import found_in, services_page
from tno.views.scene import Scene
from tno.views.themes import ThemeLinks, topics_by_theme

DATA = "palveluhaku"
"""Folder of the finder's files in `data/`."""
CHOICES = "valinnat"
"""The file of what can be chosen: values of every facet, municipalities."""
# fmt: off
_WORDS = (
    "hint", "rule", "filter", "close", "clear", "cleared", "show_one", "show_many", "show", "found_one", "found_many",
    "found_in_one", "found_in_many", "chosen", "remove", "more", "given", "failed", "open_now", "kunta",
    "kunta_hint", "kunta_none", "kohderyhma", "tilanne", "aihe", "kanava", "kieli", "hinta", "auki", "none",
    "none_text", "none_own", "without", "without_lead", "remote", "remote_more", "near_area", "near_region",
    "near_text", "paused", "reach_local", "reach_regional", "reach_remote", "reach_national", "reach_far",
    "reach_foreign", "and", "unit_one", "unit_many", "other_way",
)
# fmt: on
"""Interface words that the script says."""
_SHARED = {"served": "served", "crisis": "footer_crisis", "not_spoken": "find_not_spoken"}
"""What it says as others do."""


@frozen
class FinderPage:
    """Context of `sections/finder.html`."""

    list: ListPage
    """The whole list, as one reads it without scripts and before anything is chosen."""
    told: Markup
    """What the script must know: JSON."""
    opening: Markup
    """What `opening.js` says: JSON."""
    ahead: str
    """Names of the script's data, which is fetched while the page is still being read."""
    person: Link
    """Where a person can be asked, when nothing is found."""
    ways: tuple[Link, ...]
    """Where else to look then."""
    themes: tuple[ThemeLinks, ...] = ()
    """All topics, where towns have no pages that would ask for one first."""


def region_finder(scene: Scene, region: Region, rows: Rows) -> FinderPage:
    """`/lappi/palvelut/`: the region's list; narrowed, also what serves its people from elsewhere."""
    scope = "" if region.is_national else region.id
    return _finder(scene, services_page(scene, region, rows), region.id, scope, parts_of(scene, region))


def national_finder(scene: Scene, rows: Rows) -> FinderPage:
    """`/palvelut/`: ways to all services, and the whole country's to be narrowed."""
    found = _finder(scene, national_services_page(scene, rows), NATIONAL, "", _with_services(scene.facts))
    return found if scene.language == "fi" else replace(found, themes=topics_by_theme(scene))


def _finder(scene: Scene, listed: ListPage, home: str, scope: str, parts: Sequence[str]) -> FinderPage:
    w, suffix = scene.w, "" if scene.language == "fi" else f".{scene.language}"
    choices, files = f"{DATA}/{CHOICES}{suffix}", {part: f"{DATA}/{part}{suffix}" for part in parts}
    told = {
        "scope": scope,
        "choices": choices,
        "parts": files,
        "prefix": "" if scene.language == "fi" else f"{scene.language}/",
        "words": {name: w[f"finder_{name}"] for name in _WORDS} | {name: w[word] for name, word in _SHARED.items()},
    }
    text = in_script(told)
    ways = (Link(w.by_municipality, "kunnat/"), Link(w.by_life_situation, "elamantilanteet/"))
    person = Link(w.door_person, f"{home}/yhteys/")
    ahead = " ".join([choices, *files.values()])
    return FinderPage(listed, Markup(text), opening_words(scene), ahead, person, ways)


def parts_of(scene: Scene, region: Region) -> Sequence[str]:
    """Regions of which some service serves people of `region`, itself first; of the national section, itself alone."""
    facts = scene.facts
    served = facts.once(_served_by, facts.network)
    serving = region.id, *(other for other in served.get(region.id, ()) if other != region.id)
    return [each for each in serving if facts.once(found_in, facts.network.regions[each])]


def _served_by(scene: Scene, network: Network) -> Mapping[str, Sequence[str]]:
    """Region → regions whose services serve it, in the order of the country."""
    country, found = network.country, dict[str, set[str]]()
    for codes, services in network.services_by_coverage.items():
        givers = {service.region for service in services}
        for area in {country.municipalities[code].region_id for code in codes}:
            if area:
                found.setdefault(area, set()).update(givers)
    return {area: [region for region in network.regions if region in givers] for area, givers in found.items()}


def _with_services(facts: Scene) -> Sequence[str]:
    return [region.id for region in facts.network.regions.values() if facts.once(found_in, region)]


def finder_made_of(scene: Scene, region: Region) -> str:
    """What the finder of a region reads besides the region's own records."""
    return " ".join(parts_of(scene, region))


def services_found(facts: Scene, region: str) -> Sequence[Service]:
    """A region's own services that the finder knows, in the Finnish order."""
    return facts.once(found_in, facts.network.regions[region])
