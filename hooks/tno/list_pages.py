"""Pages that list what belongs together: by part of a region, month, municipality, topic, first step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tno.addresses import briefs_address
from tno.model.network import NATIONAL, Region
from tno.page import Page
from tno.records import Agreement, Event, Group, Service
from tno.sources import Making
from tno.views import first_steps, terms
from tno.views.briefs import briefs_made_of, briefs_page, briefs_title, serving
from tno.views.contact import general_lines
from tno.views.event_series import series_address, series_made_of, series_of, series_page, series_title
from tno.views.event_year import event_year_made_of, event_year_page, year_address, year_names
from tno.views.link import Link
from tno.views.month import month_address, month_made_of, month_names, month_page, month_title
from tno.views.municipality import municipality_made_of, municipality_page
from tno.views.scene import TERM_ROOMS
from tno.views.sub_area import sub_area_page


class ListPages(Making):
    """The pages of lists of one language."""

    def of_region(self, region: Region) -> Iterator[Page]:
        """Parts of a region; its months, years and series of events."""
        yield from self._sub_area_pages(region)
        yield from self._calendar_pages(region)

    def of_country(self) -> Iterator[Page]:
        """Municipalities, topics and life situations, first steps."""
        yield from self._municipality_pages()
        if NATIONAL in self.only:
            yield from self._brief_pages()
            yield from self._term_pages()
            yield from self._first_step_pages()

    def _sub_area_pages(self, region: Region) -> Iterator[Page]:
        for sub_area in region.profile.sub_areas:
            address = f"{region.id}/alueet/{sub_area.id}/"
            yield Page(
                address=address,
                title=str(sub_area.name),
                description=self.w.sub_area_lead.format(area=sub_area.name),
                template="records/sub-area.html",
                context=partial(sub_area_page, self.scene, region, sub_area, self.rows),
                region=region.id,
                room="alueet",
                crumbs=(Link(region.name, f"{region.id}/"),),
                edit_file=self.places.file_of(region.profile),
                is_example=self.invented.in_region(region, (Service, Group, Agreement)),
                made_of=partial(self.region_made_of, region),
            )

    def _calendar_pages(self, region: Region) -> Iterator[Page]:
        """Months, years that have been, series."""
        scene, facts = self.scene, self.facts
        for month in month_names(scene, region):
            title, known = month_title(scene, region, month), partial(month_made_of, facts, region)
            yield self._of_calendar(region, month_address(region.id, month), title, "month", month_page, month, known)
        for year in year_names(scene, region):
            title = self.w.archive_title.format(region=region.name, year=year)
            known = partial(event_year_made_of, facts, region)
            yield self._of_calendar(
                region, year_address(region.id, year), title, "event-year", event_year_page, year, known
            )
        for slug in series_of(scene, region):
            title = self.w.series_title.format(name=series_title(scene, region, slug))
            known = partial(series_made_of, facts, region, slug)
            yield self._of_calendar(
                region, series_address(region.id, slug), title, "event-series", series_page, slug, known
            )

    def _of_calendar(
        self,
        region: Region,
        address: str,
        title: str,
        template: str,
        view: Callable[..., object],
        part: object,
        made_of: Callable[[], Sequence[str]],
    ) -> Page:
        room, crumbs = self.way_to(region, Event)
        return Page(
            address=address,
            title=title,
            description=f"{title}. {region.name}: {self.w.events_lead}",
            template=f"sections/{template}.html",
            context=partial(view, self.scene, region, part),
            region=region.id,
            room=room,
            crumbs=crumbs,
            edit_file=self.places.file_of(region.profile),
            is_example=self.invented.in_region(region, (Event,)),
            made_of=made_of,
        )

    def _municipality_pages(self) -> Iterator[Page]:
        scene, w = self.scene, self.w
        for municipality in self.network.country.municipalities.values():
            address = f"kunnat/{municipality.slug}/"
            region = self.network.regions.get(municipality.region_id or "")
            if (region.id if region else NATIONAL) not in self.only:
                continue
            home_link = (Link(region.name, f"{region.id}/"),) if region else ()
            yield Page(
                address=address,
                title=w.municipality_title.format(municipality=municipality.name_in(scene.language)),
                description=w.municipality_lead.format(municipality=municipality.name_in(scene.language)),
                template="records/municipality.html",
                context=partial(municipality_page, scene, municipality, self.rows),
                region=region.id if region else NATIONAL,
                room="kunnat",
                crumbs=(*home_link, Link(w.room_kunnat, "kunnat/")),
                is_example=municipality.code in self.invented.municipalities,
                made_of=partial(municipality_made_of, scene, municipality),
            )

    def _brief_pages(self) -> Iterator[Page]:
        """Which services of a region serve in the language, told in brief where they have no page in it."""
        scene, w, facts = self.scene, self.w, self.facts
        for own, services in serving(facts, scene.language).items() if scene.language != "fi" else ():
            region = self.network.regions[own]
            yield Page(
                address=briefs_address(own),
                title=briefs_title(scene, region),
                description=f"{briefs_title(scene, region)}. {w.brief_lead}",
                template="sections/briefs.html",
                context=partial(briefs_page, scene, region, self.rows),
                region=NATIONAL,
                room="palvelut",
                crumbs=(Link(w.all_services, "palvelut/"),),
                edit_file=self.places.file_of(region.profile),
                is_example=self.invented.among(services),
                made_of=partial(briefs_made_of, facts, scene.language, own),
            )

    def _term_pages(self) -> Iterator[Page]:
        scene, w, lines = self.scene, self.w, general_lines(self.facts)
        for vocabulary, room in TERM_ROOMS.items():
            for term, by_region in terms.services_by_term(self.facts, vocabulary).items():
                address = f"{room}/{term}/"
                shown = [*(service for found in by_region.values() for service in found), *lines]
                yield Page(
                    address=address,
                    title=scene.label(vocabulary, term),
                    description=f"{scene.label(vocabulary, term)}. {w[f'{vocabulary}_lead']}",
                    template="sections/list.html",
                    context=partial(terms.term_page, scene, vocabulary, term, self.rows),
                    region=NATIONAL,
                    room=room,
                    crumbs=(Link(w[f"{vocabulary}_title"], f"{room}/"),),
                    is_example=self.invented.among(shown),
                    made_of=partial(terms.term_made_of, self.facts, vocabulary, term),
                )

    def _first_step_pages(self) -> Iterator[Page]:
        scene, w, language = self.scene, self.w, self.scene.language
        start = Link(w.start_here, f"{first_steps.ROOM}/")
        national = self.facts.network.regions[NATIONAL].all_of(Service)
        page = partial(Page, region=NATIONAL, room=first_steps.ROOM, is_example=self.invented.among(national))
        for who, needs in first_steps.living_pairs(scene).items():
            name, address = who.labels[language], f"{first_steps.ROOM}/{who.id}/"
            is_one_step = first_steps.is_one_step(who)
            if not is_one_step:
                yield page(
                    address=address,
                    title=f"{name}: {w.start_need}",
                    description=f"{name}, {who.notes[language]}. {w.start_need_lead}",
                    template="sections/first-steps.html",
                    context=partial(first_steps.needs_page, scene, who),
                    crumbs=(start,),
                    made_of=partial(first_steps.steps_made_of, self.facts),
                )
            for number, need in needs:
                yield page(
                    address=first_steps.address_of_pair(who, need),
                    title=name if is_one_step else f"{name}: {need.labels[language]}",
                    description=f"{name}. {need.labels[language]}. {w.start_answer_lead}",
                    template="sections/first-step.html",
                    context=partial(first_steps.answer_page, scene, who, need, number),
                    crumbs=(start,) if is_one_step else (start, Link(name, address)),
                    made_of=partial(first_steps.answer_made_of, self.facts, need),
                )
