"""What can be found: a document for each page, with the texts it is found by, from the most to the least telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tno.addresses import brief_address, briefs_address, prefix_of
from tno.exports.municipalities import numbers_of_towns
from tno.model.agreements import EXPIRED, REPLACED
from tno.model.first_steps import is_beginning, is_for_danger, speaks, takes_any_matter
from tno.model.localised import Foreign, told
from tno.model.network import KIND_OF
from tno.model.occurrence import is_over
from tno.page import Page
from tno.records import Agreement, Event, Group, Organisation, Place, Record, Service
from tno.records.event import OFF
from tno.search.ages import ages_of
from tno.search.document import (
    ANSWERS,
    COUNTRY,
    EMERGENCY,
    ENDED,
    EVENTS,
    EVERYWHERE,
    KINDS,
    LOCAL,
    NARROW,
    PLANNED,
    PROFESSIONALS,
    REGION,
    SPECIAL,
    UNCHECKED,
    WAITING,
    SearchDocument,
    in_order,
)
from tno.search.guides import Guide
from tno.search.places import municipalities_in_order
from tno.search.reach import reach_of
from tno.views.agreement_chain import state_of
from tno.views.area_names import area_name
from tno.views.briefs import keys_in_brief
from tno.views.event_days import KNOWN_DAYS, ahead
from tno.views.event_times import beginning_in_words
from tno.views.reaches import reaches
from tno.views.scene import TERM_ROOMS, Scene
from tno.views.service_row import givers_in_text, served_in_words, told_towns, towns_of
from tno.views.ways import people_in_words

MOST_LETTERS = 160
_ANYTHING = 3
"""Topics of a service that advises in any matter."""
MOST_OF_COUNTRY, MOST_OF_REGION = 200, 5

NARROW_GROUPS = frozenset(
    ("ohjausalan-ammattilaiset", "verkoston-jasenet", "tyonantajat", "jarjestot", "yrittajat", "yritysta-perustavat")
) | {"huoltajat", "lapsiperheet"}
"""Who is in one of these says so when asking: a service for them only is seldom meant otherwise."""
SPECIAL_GROUPS = NARROW_GROUPS | {
    "saamelaiset", "vammaiset", "osatyokykyiset", "erityista-tukea-tarvitsevat", "maahan-muuttaneet", "paluumuuttajat",
    "ikaantyneet",
}  # fmt: skip
SPECIAL_SITUATIONS = frozenset(("asepalvelus", "maahanmuutto", "paluumuutto", "elakkeelle", "perhevapaa")) | {
    "vankilasta-vapautuminen", "laheisen-kuolema", "paihteet-ja-pelaaminen",
}  # fmt: skip
"""Who asks often says one of these; a service for them only, or told of them first, is less often meant otherwise."""
NETWORK_GROUPS = frozenset(("ohjausalan-ammattilaiset", "verkoston-jasenet"))
"""A service for these only is the network's own: a citizen does not look for it."""
NOT_YET = {"tauolla": WAITING, "suunniteltu": PLANNED}
"""States in which a service helps nobody today, though it will."""


def documents(
    pages: Iterable[Page], scene: Scene, guides: Iterable[Guide], made: Mapping[str, SearchDocument | None]
) -> list[SearchDocument]:
    """Every document of a language, in the order of the index.

    Args:
        made: address of a page → its document, of pages whose document has been made already.
    """
    build = document_maker(scene)
    each = (made[page.address] if page.address in made else build.document_of(page) for page in pages)
    found = [document for document in each if document]
    found += [build.document_of_guide(guide) for guide in guides]
    return in_order(found, municipalities_in_order(scene.network.country))


def document_maker(scene: Scene) -> DocumentMaker:
    """Makes documents of the pages of a scene's language."""
    return DocumentMaker(scene)


class DocumentMaker:
    """Pages → documents, remembering areas and their names."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.network, self.w = scene, scene.network, scene.w
        self._of_region: dict[str, frozenset[str]] = {}
        self._reaches = reaches(scene)
        self._where: dict[tuple[frozenset[str], str], str] = {}
        self._numbers = numbers_of_towns(scene.network.country)

    # --- pages ------------------------------------------------------------------------------------------------------

    def document_of(self, page: Page) -> SearchDocument | None:
        """The page as the index sees it; None for a page that is not searched for."""
        record = page.record
        if record is None:
            return self._of_page(page)
        make = _BY_KIND.get(type(record), DocumentMaker._any)
        summary = str(getattr(record, "summary", None) or "")
        document: SearchDocument = make(self, page, record, page.title, summary)
        return document if self.scene.language == "fi" else document._replace(finnish=_in_finnish(document))

    def document_of_guide(self, guide: Guide) -> SearchDocument:
        """The same of a page written by hand."""
        is_emergency = guide.address.rstrip("/").endswith(EMERGENCY)
        kind, leads = (EMERGENCY, (EMERGENCY,)) if is_emergency else ("sivut", ())
        return SearchDocument(
            kind,
            EVERYWHERE,
            guide.address,
            guide.title,
            guide.description,
            "",
            (),
            (guide.description,),
            guide.text,
            leads,
        )

    def _of_page(self, page: Page) -> SearchDocument | None:
        address, parts = page.finnish_address, page.finnish_address.strip("/").split("/")
        if parts[0] in TERM_ROOMS.values() and len(parts) == 2:
            own, summary = "/".join(parts), page.description.removeprefix(f"{page.title}. ")
            return SearchDocument(parts[0], EVERYWHERE, page.address, page.title, summary, "", leads=(own,))
        if parts[0] == "kunnat" and len(parts) == 2:
            municipality = self.network.country.by_slug[parts[1]]
            name, codes = municipality.name_in(self.scene.language), frozenset((municipality.code,))
            return SearchDocument(
                "kunnat", codes, page.address, name, page.description, "", tuple(municipality.names.values())
            )
        if len(parts) == 3 and parts[1] == "alueet":
            codes = self.network.area_words.codes(parts[0], parts[2]) or self._region(parts[0])
            return SearchDocument(
                "alueet", codes, page.address, page.title, page.description, self._named(codes, parts[0])
            )
        if address in {"", "haku/"}:
            return None
        home = parts[-1] if address == briefs_address(parts[-1]) else parts[0]
        codes = self._region(home) if home in self.network.regions else EVERYWHERE
        summary = page.description.removeprefix(f"{page.title}. ")
        leads = (parts[-1],) if parts[-1] in {EVENTS, ANSWERS} and len(parts) <= 2 else ()
        kind = f"huoneet {COUNTRY}" if leads and not codes else "huoneet"
        shown = "" if summary.startswith(page.title.replace(": ", ". ")) else summary  # what only says the title again
        return SearchDocument(kind, codes, page.address, page.title, shown, "", (), (), summary, leads)

    # --- records ----------------------------------------------------------------------------------------------------

    def _service(self, page: Page, service: Service, title: str, summary: str) -> SearchDocument:
        """A service; one without a page in the language by what is told of it there, else by what it is called."""
        codes, labels, language = self.network.covered_by(service), self.scene.labels, self.scene.language
        spread = COUNTRY if len(codes) > MOST_OF_COUNTRY else REGION if len(codes) > MOST_OF_REGION else LOCAL
        if service.status == "paattynyt" or (service.valid_until and service.valid_until < self.scene.day):
            spread = ENDED
        elif self.network.shows(service) and not self.network.offers(service):
            spread = UNCHECKED
        else:
            spread = " ".join((spread, *_flags(service)))
        organisation = self.network.find(Organisation, service.organisation)
        if not (is_told := page.language == language):
            title, summary = told(service, "name", language), told(service, "summary", language)
        brief = (
            "" if isinstance(summary, Foreign) else summary,
            *labels("service_topic", service.topics),
            *labels("life_situation", service.life_situations),
            *labels("target_group", service.target_groups),
            *labels("service_kind", service.kind),
            *(labels("service_language", service.languages) if len(service.languages) > 1 else ()),
            str(organisation.name) if organisation else "",
            *(str(getattr(organisation, "short_name", None) or ""),),
        )
        name = PROFESSIONALS if _is_of_network(service) and spread not in {ENDED, UNCHECKED} else "palvelut"
        fit = service.eligibility
        own = (service.body, service.how_to_start, fit.text if fit else "") if is_told else ()
        rest = (*own, *self._channels(service))
        leads = (
            *(f"aiheet/{term}" for term in service.topics if not is_for_danger(service)),  # lonely is no danger
            *(f"elamantilanteet/{term}" for term in service.life_situations),
            *(f"kohderyhma/{term}" for term in service.target_groups),
            *(f"kieli/{term}" for term in service.languages if term != "fi"),
        )
        where, whose = self._given(service, codes), self._givers(service)
        address, said = page.address, served_in_words(self.scene, service)
        if not is_told:
            if service.key in keys_in_brief(self.scene.facts, language):
                address = prefix_of(language) + brief_address(address)
            else:
                said = self.w.search_in_finnish
        return SearchDocument(
            f"{name} {spread}", codes, address, title, summary, where,
            service.synonyms, brief, "\n".join(filter(None, rest)), leads, whose,
            *(("", "") if spread == ENDED or service.status in NOT_YET else reach_of(self.scene, service)),
            people_in_words(self.scene, service), said or self._spoken(service), self._towns(service), ages_of(service),
            is_beginning(service) and takes_any_matter(service) and len(service.topics) >= _ANYTHING,
        )  # fmt: skip

    def _spoken(self, service: Service) -> str:
        language = self.scene.language
        others = tuple([each for each in service.languages if each != language])
        mark = "+" if speaks(service.languages, language) else "-"
        return mark + ", ".join(self.scene.labels("service_language", others)) if others else ""

    def _towns(self, service: Service) -> str:
        found = map(self.network.municipality_of, (place.municipality for place in self.network.places_of(service)))
        return " ".join(dict.fromkeys(str(self._numbers[each.code]) for each in found if each))

    def _given(self, service: Service, codes: frozenset[str]) -> str:
        """Where a service is given, in two words: towns, or how it reaches people without one."""
        towns, w = towns_of(self.scene, service), self.scene.w
        if towns:
            return told_towns(self.scene, towns)
        reach = self._reaches.kind(service)[1]
        if reach == "national":
            return w.finder_reach_national
        where = self._named(codes, service.region)
        return w.search_remote.format(where=where) if reach == "remote" else where

    def _givers(self, service: Service) -> str:
        return givers_in_text(self.scene, self.scene.facts.network.givers_of(service))

    def _channels(self, service: Service) -> Iterator[str]:
        for channel in service.channels:
            yield self.scene.label("service_channel", channel.type)

    def _organisation(self, page: Page, organisation: Organisation, title: str, summary: str) -> SearchDocument:
        municipality = self.network.municipality_of(organisation.municipality)
        codes = frozenset((municipality.code,)) if municipality else self._region(organisation.region)
        brief = (summary, self.scene.label("organisation_type", organisation.sector))
        return SearchDocument(
            "toimijat", codes, page.address, title, summary, self._named(codes, organisation.region),
            (str(organisation.short_name or ""),), brief, organisation.body,
        )  # fmt: skip

    def _event(self, page: Page, event: Event, title: str, summary: str) -> SearchDocument:
        place = self.network.find(Place, event.place)
        municipality = self.network.municipality_of(place.municipality) if place else None
        codes = frozenset((municipality.code,)) if municipality else self._region(event.region)
        organiser = self.network.find(Organisation, event.organiser)
        brief = (
            self.scene.label("event_type", event.kind),
            *self.scene.labels("service_topic", event.topics),
            *self.scene.labels("target_group", event.target_groups),
            str(place.name) if place and place.address_public else "",
            str(organiser.name) if organiser else "",
            str(event.series or ""),
        )
        over = is_over(event, self.scene.day)
        leads = (
            *(() if over else (EVENTS,)),
            *(f"aiheet/{term}" for term in event.topics),
            *(f"kohderyhma/{term}" for term in event.target_groups),
        )
        text = str(event.description or "")
        kind = "menneet" if over else EVENTS if codes else f"{EVENTS} {COUNTRY}"
        where = self._named(codes, event.region)
        whose = str(organiser.name) if organiser else ""
        soon = next((each for each in ahead(self.scene, event, KNOWN_DAYS) if each.status not in OFF), None)
        return SearchDocument(
            kind, codes, page.address, title, _beginning(text), where, (), (text, *brief), event.body, leads, whose,
            beginning_in_words(self.scene, soon) if soon else "", ages=ages_of(event),
        )  # fmt: skip

    def _group(self, page: Page, group: Group, title: str, summary: str) -> SearchDocument:
        codes = self._parts_of_region(group.region, group.sub_areas)
        brief = (summary, self.scene.label("network_group", group.type))
        rest = "\n".join((*map(str, group.tasks), group.body))
        where = self._named(codes, group.region)
        keywords = (str(group.short_name or ""),)
        return SearchDocument("ryhmat", codes, page.address, title, summary, where, keywords, brief, rest)

    def _agreement(self, page: Page, agreement: Agreement, title: str, summary: str) -> SearchDocument:
        codes = self._parts_of_region(agreement.region, agreement.sub_areas)
        brief = (summary, self.scene.label("agreement_kind", agreement.kind), str(agreement.purpose or ""))
        where = self._named(codes, agreement.region)
        kind = f"sopimukset {ENDED}" if state_of(self.scene, agreement) in {EXPIRED, REPLACED} else "sopimukset"
        return SearchDocument(kind, codes, page.address, title, summary, where, (), brief, agreement.body)

    def _any(self, page: Page, record: Any, title: str, summary: str) -> SearchDocument:
        """Practices, documents, news, plans, reports, assessments."""
        room = page.finnish_address.split("/")[1]
        kind = room if room in KINDS else "elo"
        codes = self._region(record.region)
        more = (getattr(record, name, None) for name in ("problem", "what", "transfer"))
        labels = [self.scene.label("document_kind", record.kind)] if KIND_OF[type(record)] == "document" else []
        labels += self.scene.labels("service_topic", getattr(record, "topics", ()))
        rest = "\n".join(filter(None, (*map(str, filter(None, more)), record.body)))
        where = self._named(codes, record.region)
        year = str(getattr(record, "year", ""))
        return SearchDocument(kind, codes, page.address, title, summary, where, (), (summary, year, *labels), rest)

    # --- areas ------------------------------------------------------------------------------------------------------

    def _region(self, region: str) -> frozenset[str]:
        if (codes := self._of_region.get(region)) is None:
            area = self.network.country.ely_areas.get(region)
            codes = self._of_region[region] = frozenset(area.municipality_codes) if area else EVERYWHERE
        return codes

    def _parts_of_region(self, region: str, sub_areas: Iterable[str]) -> frozenset[str]:
        found = [self.network.area_words.codes(region, sub_area) for sub_area in sub_areas]
        return frozenset[str]().union(*filter(None, found)) or self._region(region)

    def _named(self, codes: frozenset[str], region: str) -> str:
        key = codes, region
        if (known := self._where.get(key)) is None:
            known = self._where[key] = area_name(self.scene, codes, region)
        return known


def _in_finnish(document: SearchDocument) -> str:
    texts = ("n", document.title), ("s", document.summary)
    return "".join(mark for mark, text in texts if isinstance(text, Foreign))


def _beginning(text: str) -> str:
    """As much of a text as a result shows, in whole words."""
    if len(text) <= MOST_LETTERS:
        return text
    return f"{text[:MOST_LETTERS].rpartition(' ')[0].rstrip(',.–- ')} …"


def _flags(service: Service) -> Iterator[str]:
    """What makes a service less readily meant: whom it is for, that it serves nobody today."""
    groups, situations = service.target_groups, service.life_situations
    if groups and NARROW_GROUPS.issuperset(groups):
        yield NARROW
    elif (groups and SPECIAL_GROUPS.issuperset(groups)) or SPECIAL_SITUATIONS.intersection(situations[:1]):
        yield SPECIAL
    if rests := NOT_YET.get(service.status):
        yield rests


def _is_of_network(service: Service) -> bool:
    groups = service.target_groups
    return bool(NETWORK_GROUPS.intersection(groups)) and (NETWORK_GROUPS | {"jarjestot"}).issuperset(groups)


_BY_KIND: dict[type[Record], Any] = {
    Service: DocumentMaker._service,
    Organisation: DocumentMaker._organisation,
    Event: DocumentMaker._event,
    Group: DocumentMaker._group,
    Agreement: DocumentMaker._agreement,
}
