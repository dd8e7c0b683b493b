"""Pages of the whole country: the front page, its rooms, the guide's tables of fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tno.model.network import NATIONAL
from tno.page import Page
from tno.records import Event, Place, Record, Service
from tno.sources import Making
from tno.views import calendar, country_lists, field_guide, first_steps, home, room_lists, terms
from tno.views.briefs import serving
from tno.views.data_fields import PAGE
from tno.views.data_page import data_page, data_page_made_of
from tno.views.finder import national_finder
from tno.views.link import Link
from tno.views.look import look_page
from tno.views.map import ROOM as MAP
from tno.views.map import national_map, national_map_made_of
from tno.views.network_country import country_networks
from tno.views.scene import TERM_ROOMS, Scene
from tno.views.white_spots import ROOM as WHITE_SPOTS
from tno.views.white_spots import national_made_of, national_white_spots
from tno.words import LANGUAGES


class CountryPages(Making):
    """Those of one language."""

    def pages(self) -> Iterator[Page]:
        """All of them, in a fixed order."""
        scene, w, national = self.scene, self.w, partial(partial, _of_whole_country, self.facts)
        front = partial(home.front_page, scene)
        yield self._section("", w.front_title, w.front_lead, "home", front, self._front_made_of)
        yield self._section("haku/", w.search_title, w.search_lead, "search", partial(country_lists.search_page, scene))
        if first_steps.living_pairs(scene):
            steps, known = partial(first_steps.who_page, scene), partial(first_steps.steps_made_of, self.facts)
            yield self._section(f"{first_steps.ROOM}/", w.start_here, w.start_lead, "first-steps", steps, known)
        services = partial(national_finder, scene, self.rows)
        known = national((), with_services=True)
        yield self._section("palvelut/", w.all_services, w.all_services_lead, "finder", services, known)
        every = partial(calendar.events_page, scene, None)
        yield self._section("tapahtumat/", w.all_events, w.events_lead, "events", every, national((Event, Place)))
        networks, numbers = partial(country_networks, self.networks, scene), self._networks_made_of
        yield self._section("verkosto/", w.network_title, w.network_lead, "network-national", networks, numbers)
        on_map, counted = partial(national_map, self.points, scene), self._map_made_of
        yield self._section(f"{MAP}/", w.map_title, w.map_lead, "map", on_map, counted)
        spots, made_of = partial(national_white_spots, self.coverage, scene), self._coverage_made_of
        title, lead = w.coverage_title, w.coverage_lead
        yield self._section(f"{WHITE_SPOTS}/", title, lead, "white-spots-national", spots, made_of)
        municipalities = partial(country_lists.municipalities_page, scene)
        title, lead, profiles = w.municipalities_title, w.municipalities_lead, self._profiles_made_of
        yield self._section("kunnat/", title, lead, "list", municipalities, profiles)
        for vocabulary, room in TERM_ROOMS.items():
            listed, known = partial(terms.terms_page, scene, vocabulary, room), national((), vocabulary)
            yield self._section(f"{room}/", w[f"{vocabulary}_title"], w[f"{vocabulary}_choose"], "list", listed, known)
        if scene.language == "fi":
            yield from self._pages_for_editors()

    def _pages_for_editors(self) -> Iterator[Page]:
        """What the site looks like, what editors write, which data there are: parts of pages written by hand."""
        scene, w = self.scene, self.w
        guide = (Link(w.footer_guide, "ohjeet/"),)
        look = self._section("ohjeet/ulkoasu/", w.look_title, w.look_lead, "look", partial(look_page, scene))
        yield _beside_the_hand_written(look, guide)
        yield from self._field_pages(guide)
        told, known = partial(data_page, scene), partial(data_page_made_of, scene)
        data = self._section(PAGE, w.data_title, w.data_lead, "data", told, known)
        yield _beside_the_hand_written(data, (Link(w.footer_data, "tietoa/"),))

    def _field_pages(self, guide: tuple[Link, ...]) -> Iterator[Page]:
        """What editors write, kind by kind: made of the program and the vocabularies alone."""
        scene, w = self.scene, self.w
        told: list[tuple[str, str, str, Callable[[], object]]] = [
            (field_guide.ROOM, w.fields_title, w.fields_lead, partial(field_guide.fields_page, scene)),
            (field_guide.WORDS, w.fields_words, w.fields_words_lead, partial(field_guide.words_page, scene)),
        ]
        for kind in field_guide.DESCRIBED:
            title, lead = field_guide.title_of_kind(kind), field_guide.kind_lead(kind)
            told.append((field_guide.address_of_kind(kind), title, lead, partial(field_guide.kind_page, kind, scene)))
        for address, title, lead, context in told:
            crumbs = guide if address == field_guide.ROOM else (*guide, Link(w.fields_title, field_guide.ROOM))
            yield _beside_the_hand_written(self._section(address, title, lead, "fields", context), crumbs)

    def _map_made_of(self) -> Sequence[str]:
        return national_map_made_of(self.points, self.facts)

    def _coverage_made_of(self) -> Sequence[str]:
        return national_made_of(self.coverage, self.facts)

    def _networks_made_of(self) -> Sequence[str]:
        return self.networks.made_of

    def _profiles_made_of(self) -> Sequence[str]:
        return [self.facts.profiles_fingerprint]

    def _front_made_of(self) -> Sequence[str]:
        known = _of_whole_country(self.facts, (Event, Place), "life_situation")
        return [*known, *self.home_made_of(self.network.regions[NATIONAL])]

    def _section(
        self,
        address: str,
        title: str,
        lead: str,
        template: str,
        context: Callable[[], object],
        made_of: Callable[[], Sequence[str]] = tuple,
    ) -> Page:
        return Page(
            address=address,
            title=title,
            description=f"{title}. {lead}",
            template=f"sections/{template}.html",
            context=context,
            region=NATIONAL,
            room=address.strip("/"),
            edit_file=self.places.file_of(self.network.regions[NATIONAL].profile),
            is_example=self.invented.anywhere,
            made_of=made_of,
        )


def _beside_the_hand_written(page: Page, crumbs: tuple[Link, ...]) -> Page:
    """A page that shows no content, below a page written by hand."""
    return page._replace(room="", crumbs=crumbs, edit_file=None, is_example=False)


def _of_whole_country(
    facts: Scene, kinds: Sequence[type[Record]], counted: str = "", with_services: bool = False
) -> list[str]:
    """What a page of the whole country reads.

    Args:
        kinds: records that are shown.
        counted: vocabulary whose services are counted, term by term.
        with_services: the country's own services are listed.
    """
    found = [facts.profiles_fingerprint, facts.sizes, *map(facts.kind_fingerprint, kinds)]
    if counted:
        by_term = terms.services_by_term(facts, counted).items()
        counts = [
            (term, sorted((region, len(each)) for region, each in by_region.items())) for term, by_region in by_term
        ]
        found.append(str(counts))
    if with_services:
        found += sorted(facts.terms_with_pages["service_topic"])
        found += [str(room_lists.found_counts(facts)), str(country_lists.found_in_parts(facts))]
        found += [
            f"{region} {len(each)}" for language in LANGUAGES[1:] for region, each in serving(facts, language).items()
        ]
        found += facts.rows_fingerprint("national", facts.network.regions[NATIONAL].all_of(Service))
    return found
