"""Which pages exist, in every language.

Section pages (front pages, rooms of regions) stand in the generator's navigation; all pages are filled into shells.
"""

from __future__ import annotations

from tno.addresses import prefix_of
from tno.country_pages import CountryPages
from tno.list_pages import ListPages
from tno.model.network import NATIONAL
from tno.page import Page
from tno.record_pages import RecordPages
from tno.room_pages import RoomPages
from tno.sources import Sources
from tno.views.listing import Rows
from tno.views.scene import Scene

Both = tuple[list[Page], list[Page]]
"""Section pages; pages of records and of lists."""


def pages(scene: Scene, rows: Rows, sources: Sources) -> Both:
    """Those of the whole site in Finnish, each in a fixed order."""
    return _pages(scene, rows, sources, frozenset(scene.network.regions))


def translated_pages(scene: Scene, rows: Rows, sources: Sources) -> Both:
    """The same in the language of `scene`: of regions that have the language, and of records written in it."""
    language, regions = scene.language, scene.facts.network.regions.values()
    only = frozenset(region.id for region in regions if language in region.profile.languages)

    def translated(page: Page) -> Page:
        return page._replace(
            address=prefix_of(language) + page.address,
            made_of=lambda: [*page.made_of(), scene.facts.profiles_fingerprint],
            language=language,
        )

    sections, others = _pages(scene, rows, sources, only)
    return [*map(translated, sections)], [*map(translated, others)]


def _pages(scene: Scene, rows: Rows, sources: Sources, only: frozenset[str]) -> Both:
    made_from = scene, rows, sources, only
    rooms, records, lists = RoomPages(*made_from), RecordPages(*made_from), ListPages(*made_from)
    sections = list(CountryPages(*made_from).pages()) if NATIONAL in only else []
    others: list[Page] = []
    for region in scene.network.regions.values():
        if region.id in only:
            sections += rooms.pages(region)
            others += records.pages(region)
            others += lists.of_region(region)
    return sections, [*others, *lists.of_country()]
