"""What was published before, what is published now: addresses that moved or vanished, the ledger, what is new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tno.coverage import Coverage
from tno.digest import digest_of_files
from tno.exports.for_robots import sitemap
from tno.findability import Findability
from tno.frozen import frozen
from tno.ledger import Line, Seen, ledger_text, next_ledger, read_ledger, vanished
from tno.news import news_files
from tno.page import Page
from tno.passing import passing_addresses
from tno.plan import Plan
from tno.position import Position
from tno.problem import Problem
from tno.redirects import former_addresses
from tno.views.scene import Scene


@frozen
class Published:
    """The former site as its ledger tells it, beside the pages of this build."""

    plan: Plan
    pages: Callable[[], tuple[Sequence[Page], Sequence[Page]]]
    """Sections and pages of records that this build makes."""

    @cached_property
    def former(self) -> dict[str, Line]:
        """What the last published site held."""
        return read_ledger(self.plan.former_ledger)

    @cached_property
    def former_hash(self) -> str:
        """Changes when the former ledger does."""
        return digest_of_files([ledger]) if (ledger := self.plan.former_ledger) else ""

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Former address → address, of the pages of this build."""
        sections, records = self.pages()
        moved = former_addresses(records)
        if not self.former:
            return moved
        return passing_addresses(self.former, {page.address for page in (*sections, *records)}) | moved

    def vanished(self, addresses: Iterable[str]) -> list[Problem]:
        """Addresses of the former site that are neither among those of this one nor redirects, as problems."""
        if self.plan.regions or not self.former:
            return []
        lost = vanished(self.former, addresses, self.redirects)
        return [Problem("address-vanished", Position("ledger.json"), {"value": f"/{address}"}) for address in lost]

    def files(
        self,
        scene: Scene,
        hand_written: Collection[str],
        hashes: Mapping[str, str],
        findability: Findability,
        coverage: Coverage,
    ) -> Iterator[tuple[str, str]]:
        """(path, text) of what follows from the content of the pages: the ledger, the sitemap with its dates, what is
        new.

        Args:
            scene: the Finnish one.
            hashes: address → hash of the content of a page.
        """
        site, (sections, records) = self.plan.site, self.pages()
        every = [*sections, *records]
        redirects = (Seen(former, to, None) for former, to in self.redirects.items())
        by_hand = (Seen(address, hashes.get(address, ""), None) for address in hand_written)
        pages = (
            Seen(page.address, hashes[page.address], page.record.verified if page.record else None) for page in every
        )
        ledger = next_ledger(self.former, [*pages, *by_hand, *redirects], self.plan.day)
        yield "data/ledger.json", ledger_text(ledger, findability.history(), coverage.history())
        days = {page.address: ledger[page.address].last_changed for page in every if not page.is_example}
        days |= {address: ledger[address].last_changed for address in hand_written}
        if site.url:
            yield "sitemap.xml", sitemap(site.url, sorted(days.items()))
        yield from news_files(scene, site, self.plan.regions, ledger, records)
