"""The languages of a site: which pages there are in each, and how the pages of one language lead to each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tno.addresses import prefix_of
from tno.digest import digest_of
from tno.pages import Page
from tno.words import LANGUAGES


class Tongues:
    """Which page is told in which languages. Filled once all pages are known."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, str] = {}

    def learn(self, pages: Sequence[Page], hand_written: Collection[str]) -> None:
        """Take notice of all pages of the site."""
        self._of = dict.fromkeys([page.address for page in pages if page.language == "fi"], ("fi",))
        for page in pages:
            if page.language != "fi":
                self._add(page.finnish_address, page.language)
        for address in hand_written:
            language = language_of(address)
            self._add(address.removeprefix(prefix_of(language)), language)

    def _add(self, finnish_address: str, language: str) -> None:
        self._of[finnish_address] = *self._of.get(finnish_address, ()), language

    def of(self, finnish_address: str) -> Sequence[str]:
        """Languages of a page, Finnish first."""
        known = self._of.get(finnish_address, ())
        return known if len(known) < 2 else sorted(known, key=LANGUAGES.index)

    def fingerprint(self, finnish_address: str, language: str) -> str:
        """Changes when the languages of a page do, or any address that a page of another language may lead to."""
        menu = f"{''.join(self._of.get('', ()))} {''.join(self._of.get(finnish_address, ()))}"
        return menu if language == "fi" else menu + self._addresses_in(language)

    def _addresses_in(self, language: str) -> str:
        if language not in self._known:
            told = (address for address, languages in self._of.items() if language in languages)
            self._known[language] = digest_of(told)
        return self._known[language]

    def address(self, finnish_address: str, language: str) -> str:
        """Where a page is in a language; the Finnish page when it is not told in it."""
        path, mark, rest = _cut(finnish_address)
        return f"{prefix_of(language) if language in self._of.get(path, ()) else ''}{path}{mark}{rest}"

    def localise(self, html: str, root: str, language: str) -> str:
        """`html` with its links led to pages of the language; a link to a Finnish page says so."""

        def led(match: re.Match[str]) -> str:
            name, address = match[1], match[2]
            languages = self._of.get(_cut(address)[0])
            if not languages:
                return match[0]
            if language in languages:
                return f' {name}="{root}{prefix_of(language)}{address}"'
            return f'{match[0]} hreflang="fi"' if name == "href" else match[0]

        return re.sub(f' (href|action)="{re.escape(root)}([^"]*)"', led, html)


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
