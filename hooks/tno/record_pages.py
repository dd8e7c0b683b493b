"""Pages of a record each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tno.addresses import address_of
from tno.model.localised import Foreign, is_told_in, localised
from tno.model.network import KIND_OF, Region
from tno.page import Page
from tno.records import (
    Agreement,
    Assessment,
    Document,
    Event,
    Group,
    Organisation,
    Plan,
    Practice,
    Record,
    Report,
    Service,
)
from tno.records import Page as NewsPage
from tno.sources import Making
from tno.views import event as events
from tno.views.agreement import agreement_made_of, agreement_page
from tno.views.group import group_made_of, group_page
from tno.views.link import Link
from tno.views.organisation import organisation_made_of, organisation_page
from tno.views.scene import Scene
from tno.views.service import service_made_of, service_page
from tno.views.sheet import sheet_made_of, sheet_page, sheet_title

RecordPage = tuple[str, Callable[..., object], Callable[..., Sequence[str]]]
RECORD_PAGES: dict[type[Record], RecordPage] = {
    Service: ("service", service_page, service_made_of),
    Organisation: ("organisation", organisation_page, organisation_made_of),
    Event: ("event", events.event_page, events.event_made_of),
    Agreement: ("agreement", agreement_page, agreement_made_of),
    Group: ("group", group_page, group_made_of),
    **dict.fromkeys((Practice, Document, NewsPage, Plan, Report, Assessment), ("sheet", sheet_page, sheet_made_of)),
}
"""Record type → template, view, fingerprints of what the view reads."""
RECORD_TEMPLATES = frozenset(f"records/{template}.html" for template, *_ in RECORD_PAGES.values())
"""Templates of pages of a record. (Whoever asks ten thousand pages for their records touches all of these.)"""


class RecordPages(Making):
    """The pages of records of one language."""

    def pages(self, region: Region) -> Iterator[Page]:
        """Those of a region."""
        language, facts = self.scene.language, self.facts.network.regions[region.id]
        for kind, (template, view, made_of) in RECORD_PAGES.items():
            room, crumbs, file = *self.way_to(region, kind), f"records/{template}.html"
            for fact in facts.all_of(kind):
                if is_told_in(fact, language):
                    known, context = partial(made_of, self.facts, fact), partial(self._view_of, view, kind, fact.key)
                    record = fact if language == "fi" else localised(fact, language, with_parts=False)
                    yield self._record_page(record, room, crumbs, file, context, known)

    def _view_of(self, view: Callable[[Scene, Record], object], kind: type[Record], key: str) -> object:
        """What a record's template shows. (The whole record is put in the language only here.)"""
        region, _, own = key.partition("/")
        return view(self.scene, self.network.regions[region].records[KIND_OF[kind]][own])

    def _record_page(
        self,
        record: Record,
        room: str,
        crumbs: tuple[Link, ...],
        template: str,
        context: Callable[[], object],
        made_of: Callable[[], Sequence[str]],
    ) -> Page:
        title = sheet_title(self.scene, record)
        return Page(
            address=address_of(record),
            title=title,
            description=_summary_of(record) or f"{title}. {crumbs[1].label}: {crumbs[0].label}.",
            template=template,
            context=context,
            region=record.region,
            room=room,
            crumbs=crumbs,
            edit_file=self.places.file_of(record),
            is_example=self.scene.is_example(record),
            made_of=made_of,
            record=record,
        )


def _summary_of(record: Record) -> str:
    """What an editor has written of a record in the language of its page."""
    summary = getattr(record, "summary", None)
    return "" if summary is None or isinstance(summary, Foreign) else str(summary)
