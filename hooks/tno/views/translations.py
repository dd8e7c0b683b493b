"""What of a region is still only in Finnish, and which translations no person has read: a list for editors."""

from __future__ import annotations

from collections.abc import Iterator

from tno.model.localised import is_told_in
from tno.model.network import Region
from tno.records import Agreement, Document, Event, Group, Organisation, Page, Practice, Record, Service
from tno.views.link import Link, full_link_to
from tno.views.listing import ListPage, RowGroup
from tno.views.scene import Scene
from tno.words import LANGUAGES, NAMES

_TOLD = (Service, Organisation, Event, Agreement, Group, Practice, Document, Page)
"""Kinds of record that people read."""


def translations_page(scene: Scene, region: Region) -> ListPage:
    """`/pohjanmaa/kaannokset/`: by language, what is missing and what is unread."""
    w = scene.w
    languages = [each for each in LANGUAGES[1:] if each in region.profile.languages]
    groups = [group for language in languages for group in _groups(scene, region, language)]
    return ListPage(
        title=w.translations_of.format(region=region.name),
        lead=w.translations_lead,
        groups=tuple(groups),
        empty=w.translations_none,
        ways_on=(Link(w.footer_guide, "ohjeet/"),),
    )


def _groups(scene: Scene, region: Region, language: str) -> Iterator[RowGroup]:
    records: list[Record] = [record for kind in _TOLD for record in region.all_of(kind)]
    missing = tuple(full_link_to(record) for record in records if not is_told_in(record, language))
    unread = tuple(full_link_to(record) for record in records if _is_unread(record, language))
    for name, sentence, links in (
        ("puuttuu", scene.w.translations_missing, missing),
        ("lukematta", scene.w.translations_unread, unread),
    ):
        if links:
            heading = sentence.format(language=NAMES[language])
            yield RowGroup(heading, f"{name}-{language}", links, count=len(links))


def _is_unread(record: Record, language: str) -> bool:
    translation = record.translations.get(language)
    return translation is not None and translation.translation is not None
