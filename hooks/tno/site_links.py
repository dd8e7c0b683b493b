"""The links of the whole site. A build looks at those of its new pages.

Links of pages that were kept led somewhere when the build before looked at them. They can have gone dead only where a
place has gone from a page, or a page has come (one that a part of the site did not have): then all are looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tno.addresses import address_at, file_at
from tno.links import DeadLink, dead_links
from tno.output import Links, Output

PAGE = "index.html"


class SiteLinks:
    """Links and places of one build, whose files are all written."""

    def __init__(self, output: Output, elsewhere: Collection[str] = ()) -> None:
        """
        Args:
            elsewhere: addresses that exist though this build does not make them.
        """
        self._written, self._elsewhere = output.written, elsewhere
        self._places: dict[str, frozenset[str]] = {}
        self._anchors, self._pointed = output.former_links()
        self._changed = self._all_in_doubt = False
        self._forget(output.gone())
        self._take(output)
        self._fresh = {address_at(path): links for path, links in output.fresh_links.items()}

    def dead(self) -> list[DeadLink]:
        """Links that lead nowhere, in order of pages."""
        links: Mapping[str, Collection[str]] = self._fresh
        if self._all_in_doubt:
            kept = {address: lines.split("\n") for address, lines in self._pointed.items() if lines}
            links = {**kept, **self._fresh}
        return list(dead_links(links, self._leads))

    @property
    def changed(self) -> Links | None:
        """What is known of all pages now; None when it is what it was."""
        return (self._anchors, self._pointed) if self._changed else None

    def _forget(self, gone: Collection[str]) -> None:
        for path in gone:
            if path.endswith(PAGE):
                self._changed = self._all_in_doubt = True
                self._anchors.pop(address_at(path), "")
                self._pointed.pop(address_at(path), "")

    def _take(self, output: Output) -> None:
        """Note what new pages have."""
        for path in output.fresh:
            if path.endswith(PAGE):
                address, anchors = address_at(path), output.fresh_anchors.get(path, ())
                before = self._anchors.get(address)
                if before is None or (before and not {*before.split("\n")} <= {*anchors}):
                    self._all_in_doubt = True
                pointed = "\n".join(link for link in output.fresh_links.get(path, ()) if "#" in link)
                self._note(address, "\n".join(anchors), pointed)

    def _note(self, address: str, anchors: str, pointed: str) -> None:
        if self._anchors.get(address) != anchors or self._pointed.get(address) != pointed:
            self._anchors[address], self._pointed[address] = anchors, pointed
            self._changed = True

    def _leads(self, address: str, fragment: str) -> bool:
        if file_at(address) in self._written:
            return not fragment or fragment in self._places_on(address)
        return address in self._elsewhere or (address in self._written and not fragment)

    def _places_on(self, address: str) -> frozenset[str]:
        if (places := self._places.get(address)) is None:
            places = self._places[address] = frozenset(self._anchors[address].split("\n"))
        return places
