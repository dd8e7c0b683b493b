"""The languages of a site: which pages there are in each, and how the pages of one language lead to each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from tno.addresses import address_of, brief_address, briefs_address, prefix_of
from tno.digest import digest_of
from tno.model.network import NATIONAL
from tno.page import Page
from tno.records import Service
from tno.words import LANGUAGES

InBrief = Callable[[str], Mapping[str, Sequence[Service]]]
"""Language → region → services that are told in it only in brief."""
IN_COUNTRY = frozenset(("tapahtumat", "verkosto", "kartta", "katvealueet"))
"""Rooms of regions that the whole country has too, at the same word."""
OF_COUNTRY = frozenset(("kuka-vastaa-nyt", "yhteys", "selkosuomi", "toimijat", "sopimukset", "ryhmat"))
"""Rooms of regions that the national section has too."""


class Tongues:
    """Which page is told in which languages. Filled once all pages are known."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, str] = {}
        self._in_brief: dict[str, Mapping[str, str]] = {}

    def learn(self, pages: Sequence[Page], hand_written: Collection[str], in_brief: InBrief | None = None) -> None:
        """Take notice of all pages of the site."""
        self._of = dict.fromkeys([page.address for page in pages if page.language == "fi"], ("fi",))
        for page in pages:
            if page.language != "fi":
                self._add(page.finnish_address, page.language)
        for address in hand_written:
            language = language_of(address)
            self._add(address.removeprefix(prefix_of(language)), language)
        if in_brief:
            self._in_brief = {language: _addresses(in_brief(language)) for language in self.of("") if language != "fi"}

    def _add(self, finnish_address: str, language: str) -> None:
        self._of[finnish_address] = *self._of.get(finnish_address, ()), language

    def of(self, finnish_address: str) -> Sequence[str]:
        """Languages of a page, Finnish first."""
        known = self._of.get(finnish_address, ())
        return known if len(known) < 2 else sorted(known, key=LANGUAGES.index)

    def fingerprint(self, finnish_address: str, language: str) -> str:
        """Changes when the languages of a page do, or any address that a page of another language may lead to."""
        menu = f"{self._rooms} {''.join(self._of.get(finnish_address, ()))}"
        return menu if language == "fi" else menu + self._addresses_in(language)

    @property
    def _rooms(self) -> str:
        """Changes when any page does to which `nearest` may lead, but for services told in brief: these tell it."""
        if "" not in self._known:
            rooms = (f"{address} {languages}" for address, languages in self._of.items() if address.count("/") < 3)
            self._known[""] = digest_of(rooms)
        return self._known[""]

    def _addresses_in(self, language: str) -> str:
        if language not in self._known:
            told = [address for address, languages in self._of.items() if language in languages]
            self._known[language] = digest_of([*told, *self._in_brief.get(language, ())])
        return self._known[language]

    def address(self, finnish_address: str, language: str) -> str:
        """Where a page is in a language, for a region's front page its services in brief; else the Finnish page."""
        path, mark, rest = _cut(finnish_address)
        if shown := self._as_briefs(path, language):
            return prefix_of(language) + shown
        return f"{prefix_of(language) if language in self._of.get(path, ()) else ''}{path}{mark}{rest}"

    def is_in_brief(self, finnish_address: str, language: str) -> bool:
        """Whether a service has no page in a language, but is told there in brief."""
        return finnish_address in self._in_brief.get(language, ())

    def nearest(self, finnish_address: str, language: str) -> str:
        """Where one reads in a language what is nearest to a page that is not told in it; its front page at last."""
        return prefix_of(language) + self._nearest(finnish_address, language)

    def _nearest(self, finnish_address: str, language: str) -> str:
        if brief := self._in_brief.get(language, {}).get(finnish_address):
            return brief
        if shown := self._as_list(finnish_address, language):
            return shown
        first, room = [*finnish_address.split("/"), ""][:2]
        ways = [f"{first}/{room}/"]
        if room in IN_COUNTRY:
            ways.append(f"{room}/")
        elif room in OF_COUNTRY:
            ways.append(f"{NATIONAL}/{room}/")
        if first == "palvelut":  # services that serve in another language
            ways.append(f"{room}/palvelut/")
        ways += [briefs_address(first), f"{first}/"]
        return next((way for way in ways if language in self._of.get(way, ())), "")

    def _as_list(self, finnish_address: str, language: str) -> str:
        """What serves a municipality whose page is not told in a language: the country's finder, narrowed."""
        first, _, slug = finnish_address.rstrip("/").partition("/")
        is_there = first == "kunnat" and slug and language in self._of.get("palvelut/", ())
        return f"palvelut/?kunta={slug}" if is_there else ""

    def _as_briefs(self, path: str, language: str) -> str:
        """The services that serve in a language, of a region whose front page is not told in it."""
        region, _, rest = path.partition("/")
        if rest or not region or language in self._of.get(path, ()):
            return ""
        return briefs if language in self._of.get(briefs := briefs_address(region), ()) else ""

    def localise(self, html: str, root: str, language: str) -> str:
        """`html` with its links led to pages of the language, or to what is told in it in brief; a link to a Finnish
        page says so. (An empty fragment asks for the Finnish page of a service itself.)
        """
        own, in_brief = root + prefix_of(language), self._in_brief.get(language, {})

        def led(match: re.Match[str]) -> str:
            name, address = match[1], match[2]
            path = _cut(address)[0]
            languages = self._of.get(path)
            if not languages:
                return match[0]
            if language in languages:
                return f' {name}="{own}{address}"'
            if name != "href":
                return match[0]
            if shown := in_brief.get(address) or self._as_list(path, language) or self._as_briefs(path, language):
                return f' href="{own}{shown}"'
            return f'{match[0]} hreflang="fi"'

        return re.sub(f' (href|action)="{re.escape(root)}([^"]*)"', led, html)


def _addresses(in_brief: Mapping[str, Sequence[Service]]) -> Mapping[str, str]:
    """Address of a service's page → where it is told in brief."""
    pages = (address_of(service) for services in in_brief.values() for service in services)
    return {page: brief_address(page) for page in pages}


def language_of(address: str) -> str:
    """The language of the page at an address."""
    first = address.partition("/")[0]
    return first if first in LANGUAGES[1:] else "fi"


def _cut(address: str) -> tuple[str, str, str]:
    """Address of a page, and what follows it."""
    for mark in "#?":
        path, found, rest = address.partition(mark)
        if found:
            return path, found, rest
    return address, "", ""
