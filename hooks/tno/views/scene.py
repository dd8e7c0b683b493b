"""What every view is made from: the network on a day, with the words of a language."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from markupsafe import Markup, escape

from tno.addresses import address_of, has_page, prefix_of, up
from tno.digest import digest
from tno.edition import Edition
from tno.frozen import frozen
from tno.model.agreements import chain_of
from tno.model.freshness import Limits, limits_on
from tno.model.linked import linked_record
from tno.model.localised import Foreign
from tno.model.network import KIND_OF, NATIONAL, Network, Region
from tno.prose import render_prose
from tno.records import Agreement, Event, Group, Organisation, Place, Record, Service
from tno.records.details import mark_of_ways
from tno.settings import Settings
from tno.views.link import Link, full_link_to
from tno.words import Words, words
from tno.writing import Writing, writing_of

SharedPart = TypeVar("SharedPart")
Plain = TypeVar("Plain", bound=Hashable)
Told = TypeVar("Told")


@frozen
class Scene:
    """The network on a day. Views are functions of a scene and a record."""

    network: Network
    day: date
    settings: Settings
    language: str = "fi"
    finnish: Scene | None = field(default=None, repr=False)
    """The Finnish scene, of a scene in another language."""
    edition: Edition = Edition.PUBLIC
    """Who reads it: what is told to members alone."""
    by_term: dict[str, dict[str, dict[str, list[Service]]]] = field(default_factory=dict, repr=False)
    """Filled by `tno.views.terms.services_by_term`."""
    _labels: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)
    _many_labels: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = field(default_factory=dict, repr=False)
    _term_links: dict[tuple[str, tuple[str, ...]], tuple[Link, ...]] = field(default_factory=dict, repr=False)
    _fingerprints: dict[type[Record], Mapping[str | None, str]] = field(default_factory=dict, repr=False)
    _told: dict[tuple[object, int], Any] = field(default_factory=dict, repr=False)
    _told_of: dict[tuple[object, Hashable], Any] = field(default_factory=dict, repr=False)
    _lists: dict[object, str] = field(default_factory=dict, repr=False)
    _areas: dict[tuple[str, tuple[str, ...]], tuple[Link, ...]] = field(default_factory=dict, repr=False)
    _area_names: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict, repr=False)

    @property
    def facts(self) -> Scene:
        """The scene to ask of what is the same in every language: who serves whom, when, where."""
        return self.finnish or self

    @cached_property
    def w(self) -> Words:
        """Interface words of the language."""
        return words(self.language)

    @cached_property
    def writing(self) -> Writing:
        """How days, times and lists are written in the language."""
        return writing_of(self.language)

    @cached_property
    def limits(self) -> Limits:
        """How long ago facts may have been checked."""
        return limits_on(self.day, self.settings)

    def label(self, vocabulary: str, term: str) -> str:
        """A vocabulary's term as people read it."""
        key = vocabulary, term
        if (known := self._labels.get(key)) is None:
            known = self._labels[key] = self.network.vocabularies[vocabulary].label(term, self.language)
        return known

    def labels(self, vocabulary: str, terms: tuple[str, ...]) -> tuple[str, ...]:
        """Several terms as people read them, in the editor's order."""
        key = vocabulary, terms
        if (known := self._many_labels.get(key)) is None:
            known = self._many_labels[key] = tuple(self.label(vocabulary, term) for term in terms)
        return known

    def term_links(self, vocabulary: str, terms: tuple[str, ...]) -> tuple[Link, ...]:
        """Several topics or life situations as links to their pages."""
        key = vocabulary, terms
        if (known := self._term_links.get(key)) is None:
            known = self._term_links[key] = tuple(self.term_link(vocabulary, term) for term in terms)
        return known

    def is_example(self, record: Record) -> bool:
        """Whether a record is invented content."""
        return record.region in self._invented_regions if record.example is None else record.example

    def link_from(self, record: Record, other: Record, note: str = "") -> Link:
        """A link on a record's page to another record; on a page of real facts, one to what is invented says so."""
        return self.marked(full_link_to(other, note), record, other)

    def marked(self, link: Link, record: Record, other: Record) -> Link:
        """The same of a link already made."""
        if self.is_example(record) or not self.is_example(other):
            return link
        return link._replace(mark=self.w.invented)

    def marks_fingerprint(self, record: Record) -> list[str]:
        """What `link_from` reads besides the two records: whole regions of examples; nothing on an invented page."""
        return [] if self.is_example(record) else [" ".join(self._invented_regions)]

    @cached_property
    def _invented_regions(self) -> Mapping[str, None]:
        """Ids of the regions whose content is invented, in order."""
        return dict.fromkeys(region.id for region in self.network.regions.values() if region.profile.example)

    def term_link(self, vocabulary: str, term: str) -> Link:
        """A topic or life situation as a link to its page; plain text when no service has it, so there is no page."""
        room = TERM_ROOMS[vocabulary]
        return Link(
            self.label(vocabulary, term), f"{room}/{term}/" if term in self.terms_with_pages[vocabulary] else None
        )

    @cached_property
    def terms_with_pages(self) -> Mapping[str, frozenset[str]]:
        """Vocabulary → its terms that some service shown to people has."""
        if self.finnish:
            return self.finnish.terms_with_pages
        services = self.network.services_offered
        return {
            "service_topic": frozenset(term for service in services for term in service.topics),
            "life_situation": frozenset(term for service in services for term in service.life_situations),
        }

    @cached_property
    def topic_order(self) -> Mapping[str, int]:
        """Topic → its place in the vocabulary."""
        return {term.id: place for place, term in enumerate(self.network.vocabularies["service_topic"])}

    def fingerprints(self, kind: type[Record]) -> Mapping[str | None, str]:
        """Key → fingerprint of every record of a kind."""
        if (known := self._fingerprints.get(kind)) is None:
            known = self._fingerprints[kind] = {
                f"{region.id}/{own}": fingerprint
                for region in self.network.regions.values()
                for own, fingerprint in region.fingerprints.get(KIND_OF[kind], {}).items()
            }
        return known

    @cached_property
    def row_fingerprints(self) -> Mapping[str, str]:
        """Key of a service → fingerprint of all that its row in a list shows, and of how it reaches people.

        (Of its gist: a page that tells a number or a text of it names its whole fingerprint as well.)
        """
        organisations, places, found = self.fingerprints(Organisation), self.fingerprints(Place), {}
        for key, service in self.network.all_of(Service).items():
            rooms = [channel.place for channel in service.channels if type(channel.place) is str]
            own = service.gist + "".join([organisations[each.key] for each in self.network.givers_of(service)])
            found[key] = own + "".join(of_keys(places, rooms)) if rooms else own
        return found

    @cached_property
    def coverage_fingerprints(self) -> Mapping[str, Sequence[str]]:
        """Municipality code → fingerprints that change when any row of a service that serves it does."""
        found: dict[str, list[str]] = {}
        for codes, services in self.network.services_by_coverage.items():
            rows = "".join([self.row_fingerprints[service.key] for service in services])
            bucket = digest(rows)
            for code in codes:
                found.setdefault(code, []).append(bucket)
        return found

    @cached_property
    def coverage_ways(self) -> Mapping[str, Sequence[str]]:
        """Municipality code → `way_marks` of the services that serve it, those with the same areas together."""
        found: dict[str, list[str]] = {}
        for codes, services in self.network.services_by_coverage.items():
            marks = self.way_marks(services)
            for code in codes:
                found.setdefault(code, []).append(marks)
        return found

    def way_marks(self, services: Iterable[Service]) -> str:
        """Marks of the numbers and addresses that lists tell of services, one by one and never summed up."""
        marks = self.mark_of_ways
        return "".join([marks[service.key] for service in services])

    @cached_property
    def mark_of_ways(self) -> Mapping[str, str]:
        """Key of a service → the mark of its numbers and addresses."""
        return {key: mark_of_ways(key, service.channels) for key, service in self.network.all_of(Service).items()}

    def once(self, tell: Callable[[Scene, SharedPart], Told], part: SharedPart) -> Told:
        """`tell(self, part)`, worked out once for a part that many records share (`tno.records.base.Shared`)."""
        key = tell, id(part)
        if (known := self._told.get(key)) is None:
            known = self._told[key] = part, tell(self, part)  # the part too: its id stays its own
        return known[1]

    def once_of(self, tell: Callable[[Scene, Plain], Told], value: Plain) -> Told:
        """The same, once for equal values: terms, numbers, tuples of them, not texts (some are marked as foreign)."""
        key = tell, value
        if (known := self._told_of.get(key)) is None:
            known = self._told_of[key] = tell(self, value)
        return cast(Told, known)

    def rows_fingerprint(self, name: object, services: Iterable[Service]) -> list[str]:
        """Fingerprint of the rows of a list, worked out once for the `name` of the list."""
        if (known := self._lists.get(name)) is None:
            rows = "".join([self.row_fingerprints[service.key] for service in services])
            known = self._lists[name] = digest(rows)
        return [known]

    def region_fingerprint(self, region: Region) -> str:
        """Fingerprint of all that the rooms of a region show: its own content, the national, and what refers to it.

        (But for details: a room that tells any names whose they are.)
        """
        network = self.network
        found = [region.gist]
        if group := network.find(Group, region.profile.elo_group):
            found.append(group.gist)
        if not region.is_national and NATIONAL in network.regions:
            found.append(network.regions[NATIONAL].gist)
        for organisation in region.all_of(Organisation):
            for index in (
                network.agreements_by_organisation,
                network.groups_by_organisation,
                network.services_by_organisation,
            ):
                found += [record.gist for record in index.get(organisation.key, ())]
        found += [self.row_fingerprints[service.key] for service in region.all_of(Service)]
        found += [group.gist for group in network.all_of(Group).values() if region.id in group.regions]
        for agreement in region.all_of(Agreement):
            found += [other.gist for other in chain_of(network, agreement)]
        places = (network.find(Place, key) for event in region.all_of(Event) for key in places_of_event(event))
        found += [place.gist for place in places if place]
        return digest("".join(found), size=16)

    @cached_property
    def profiles_fingerprint(self) -> str:
        """Fingerprint of all the regions' own files: names of areas in every language."""
        profiles = (region.profile.fingerprint for region in self.network.regions.values())
        return digest("".join(profiles))

    @cached_property
    def sizes(self) -> str:
        """How many records of each kind each region has, and how many services are shown."""
        network = self.network
        found = {}
        for region in network.regions.values():
            shown = sum(map(network.shows, region.all_of(Service)))
            found[region.id] = shown, {kind: len(records) for kind, records in region.records.items()}
        return str(found)

    def kind_fingerprint(self, kind: type[Record]) -> str:
        """Fingerprint of every record of a kind."""
        return self.once(_kind_fingerprint, kind)

    @cached_property
    def network_fingerprint(self) -> str:
        """Fingerprint of everything there is."""
        return digest("".join(region.fingerprint for region in self.network.regions.values()), size=16)

    def prose(self, record: Record, text: str | None = None, page: str | None = None) -> Markup:
        """A record's body (or another of its texts) as HTML, links leading to pages.

        Args:
            page: Finnish address of the page it stands on; None: the record's own.
        """
        body = record.body if text is None else text
        if not body.strip():
            return Markup("")
        html = render_prose(str.__str__(body), prose_links(self.network, record, self.language, page))
        if not isinstance(body, Foreign):
            return html
        note = escape(self.w.text_in_finnish)
        return Markup(f'<p class="t-hint">{note}</p><div lang="{body.language}">{html}</div>')

    def municipality_links(self, region: str, areas: tuple[str, ...]) -> tuple[Link, ...]:
        """Whom `areas` covers, as links: an area's own page where one word means many municipalities."""
        if (known := self._areas.get((region, areas))) is None:
            known = self._areas[region, areas] = tuple(self._area_link(region, word) for word in areas)
        return known

    def areas_fingerprint(self, region: str, areas: tuple[str, ...]) -> str:
        """Changes when the names or addresses of `municipality_links` do."""
        if (known := self._area_names.get((region, areas))) is None:
            known = self._area_names[region, areas] = str(self.municipality_links(region, areas))
        return known

    def _area_link(self, region: str, word: str) -> Link:
        country = self.network.country
        if word in AREA_WORDS:
            name = self.network.regions[region].name if region in country.ely_areas else self.w.whole_country
            return Link(self.w[AREA_WORDS[word]].format(region=name), f"{region}/" if word == "koko-alue" else None)
        if municipality := country.find_municipality(word):
            return Link(municipality.name_in(self.language), f"kunnat/{municipality.slug}/")
        home, _, name = word.rpartition("/")
        for sub_area in self.network.regions[home or region].profile.sub_areas:
            if name.casefold() in (sub_area.id, sub_area.name.casefold()):
                return Link(str(sub_area.name), f"{home or region}/alueet/{sub_area.id}/")
        for area in country.ely_areas.values():
            if word.casefold() in {area.id, *(text.casefold() for text in area.names.values())}:
                address = f"{area.id}/" if area.id in self.network.regions else None
                return Link(area.name_in(self.language), address)
        return Link(word)


def _kind_fingerprint(scene: Scene, kind: type[Record]) -> str:
    return digest("".join(scene.fingerprints(kind).values()))


def of_keys(fingerprints: Mapping[str | None, str], keys: Iterable[str | None]) -> list[str]:
    """Fingerprints of the records that `keys` name; a key of none says nothing."""
    return [fingerprints[key] for key in keys if key in fingerprints]


def places_of_event(event: Event) -> list[str | None]:
    """Keys of the places an event or any of its occurrences is in."""
    return [event.place, *(change.place for change in event.overrides)]


TERM_ROOMS = {"life_situation": "elamantilanteet", "service_topic": "aiheet"}
"""Vocabularies whose terms have pages → the room of these pages."""
AREA_WORDS: Mapping[str, str] = {
    "koko-alue": "area_whole_region",
    "manner-suomi": "area_mainland",
    "koko-maa": "area_whole_country",
}
"""Words of `areas` that are no names → the interface word that says them."""


def prose_links(
    network: Network, record: Record, language: str = "fi", page: str | None = None
) -> Callable[[str], str | None]:
    """How links in `record`'s prose become addresses on its page, or on another `page` (its Finnish address).

    `../services/ohjaamo.md` (or `ohjaamo.md` in the same folder) leads to that record's page, `/lappi/palvelut/` to
    a page of the site; addresses of other sites stay. None: there is no such page.
    """

    def resolve(target: str) -> str | None:
        if target.startswith(("https://", "http://", "mailto:", "tel:", "#")):
            return target
        own = address_of(record) if has_page(record) else f"{record.region}/"
        root = up(prefix_of(language) + (own if page is None else page))
        path, hash_mark, fragment = target.partition("#")
        if path.startswith("/"):
            return root + path.lstrip("/") + hash_mark + fragment
        found = linked_record(network, record, path)
        return f"{root}{address_of(found)}{hash_mark}{fragment}" if found and has_page(found) else None

    return resolve
