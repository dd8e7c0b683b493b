"""What can be found is told as a document: its kind, its areas, the texts it is found by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tno.search.ages import Ages
from tno.search.places import ranges
from tno.views.scene import TERM_ROOMS

EVERYWHERE: frozenset[str] = frozenset()
"""No area at all: found wherever one lives."""
EMERGENCY, EVENTS, ANSWERS = "hata", "tapahtumat", "kuka-vastaa-nyt"
COUNTRY, REGION, LOCAL, UNCHECKED, ENDED = "maa", "alue", "kunta", "tarkistamatta", "ohi"
NARROW, SPECIAL, WAITING, PLANNED = "rajattu", "erityinen", "tauolla", "tulossa"
PROFESSIONALS = "ammattilaisille"
_RESTS = "", f" {WAITING}", f" {PLANNED}"
_REACHES = tuple(
    f"{name} {reach}{flags}{rests}"
    for name, groups in (("palvelut", ("", f" {NARROW}", f" {SPECIAL}")), (PROFESSIONALS, (f" {NARROW}",)))
    for reach in (COUNTRY, REGION, LOCAL)
    for flags in groups
    for rests in _RESTS
)
KINDS: tuple[str, ...] = (
    *_REACHES, "elamantilanteet", "aiheet", f"{EVENTS} {COUNTRY}", EVENTS, "toimijat", "kunnat", "alueet", "ryhmat",
    "sopimukset", "kaytannot", "asiakirjat", "ajankohtaista", "elo", "sivut", f"huoneet {COUNTRY}", "huoneet",
    f"palvelut {UNCHECKED}", f"palvelut {ENDED}", f"sopimukset {ENDED}", "menneet", EMERGENCY,
)  # fmt: skip
"""Kinds of documents in the order of the index; how readily each is shown stands in `ranking.js`."""

_TOLD_FIRST = (*TERM_ROOMS.values(), "kohderyhma")
"""What leads begin with whose first says what a document is mostly about."""


class SearchDocument(NamedTuple):
    """One page, as the index sees it."""

    kind: str
    """One of `KINDS`."""
    areas: frozenset[str]
    """Codes of the municipalities it is for; `EVERYWHERE`."""
    address: str
    title: str
    summary: str
    where: str
    """Whom it serves or where it is, in two words."""
    keywords: tuple[str, ...] = ()
    """Everyday words its editor has given, short names."""
    brief: tuple[str, ...] = ()
    """What it is about: summary, labels, whose it is."""
    rest: str = ""
    """All else."""
    leads: tuple[str, ...] = ()
    """Topics, life situations and groups it belongs to: `aiheet/tyo`."""
    whose: str = ""
    """Who gives or arranges it."""
    reach: str = ""
    """How one gets in touch: a number as people read it or the address of a chat; without them ways with a stroke
    between, each its channel and where it leads: "palvelupaikka+ Polku 1|sahkoposti neuvo@example.org" (a street where
    there is but one; "+": no appointment is needed). Of an event when it is next."""
    hours: str = ""
    """When somebody answers the first of them in the days ahead (`tno.views.opening.days_of`)."""
    for_whom: str = ""
    """Ages, or the groups it names first; "" when it is for everybody."""
    spoken: str = ""
    """In which other languages it serves ("+ruotsi"), in which ones when not in the page's own ("-ruotsi"); on pages
    that are not Finnish that it serves in the page's own, in words."""
    towns: str = ""
    """Numbers of the municipalities in which it is given, as in `municipalities.json`."""
    ages: Ages | None = None
    """Of whom it is for, the youngest and the oldest; None: of any age, or nobody has told."""
    guides: bool = False
    """Whether people may come with anything: it leads where nothing fits clearly."""
    finnish: str = ""
    """Which of its texts are in Finnish on a page in another language: "n" the name, "s" the summary."""

    @property
    def first_leads(self) -> list[str]:
        """The topic, the life situation and the group told first: what it is mostly about."""
        first = {lead.partition("/")[0]: lead for lead in reversed(self.leads)}
        return [first[room] for room in _TOLD_FIRST if room in first]


def in_order(found: Iterable[SearchDocument], municipalities: Sequence[str]) -> list[SearchDocument]:
    """Documents by kind, first topic, area and address: those found with the same words stand beside each other."""
    order = {kind: number for number, kind in enumerate(KINDS)}
    numbers = {code: number for number, code in enumerate(municipalities)}
    known: dict[frozenset[str], list[int]] = {}
    for document in found:
        if document.areas not in known:
            known[document.areas] = ranges([numbers[code] for code in document.areas])
    return sorted(found, key=lambda each: (order[each.kind], _topic(each), known[each.areas], each.address))


def _topic(document: SearchDocument) -> str:
    return next((lead for lead in document.leads if lead.startswith("aiheet/")), "")
