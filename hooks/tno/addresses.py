"""Addresses of pages: Finnish words, ASCII, stable for ever.

An address is relative to the site's root and ends with a slash: `lappi/palvelut/ohjaamo/`; the front page is "".
"""

from __future__ import annotations

from tno.model.network import KIND_OF
from tno.records import Record

ROOMS: dict[str, str] = {
    "service": "palvelut",
    "organisation": "toimijat",
    "group": "ryhmat",
    "agreement": "sopimukset",
    "event": "tapahtumat",
    "practice": "kaytannot",
    "document": "asiakirjat",
    "page": "ajankohtaista",
    "plan": "elo/suunnitelmat",
    "report": "elo/raportit",
    "assessment": "elo/arvioinnit",
}
"""Kind of record → the room of a region that its pages lie in. Places have no pages."""
CHANGE_FORM = "issues/new?template=1-muutos-tai-virhe.yml"
"""The form that tells of a change, below the repository's address."""

_ROOM_OF = {model: ROOMS[kind] for model, kind in KIND_OF.items() if kind in ROOMS}
WITH_PAGES: tuple[type[Record], ...] = tuple(_ROOM_OF)
"""Types of records that have pages of their own."""
# fmt: off
RESERVED = frozenset((
    "aiheet", "ajankohtaista", "ajantasaisuus", "alueet", "arkisto", "arvioinnit", "asiakirjat", "assets",
    "build", "data", "elamantilanteet", "elo", "en", "haku", "hata", "index", "kaannokset", "kalenterit", "kansallinen",
    "kartta", "katvealueet", "kaytannot", "kuka-vastaa-nyt", "kunnat", "kuukausi", "loydettavyys", "lupaukset",
    "mista-aloitan", "ohjeet", "palvelut", "raportit", "robots", "ryhmat", "saavutettavuus", "sarjat",
    "schema", "se", "selkosuomi", "sitemap", "sopimukset", "suunnitelmat", "sv", "syote", "tapahtumat",
    "tietoa", "tietosuoja", "toimijat", "verkosto", "yhteys",
))
# fmt: on
"""Words that are rooms or first segments already: no record may have one as its id."""


def has_page(record: Record) -> bool:
    """Whether a record of this kind has a page of its own."""
    return type(record) in _ROOM_OF


def address_of(record: Record, record_id: str | None = None) -> str:
    """Address of a record's page; `record_id` asks where it was under a former id."""
    return f"{record.region}/{_ROOM_OF[type(record)]}/{record_id or record.id}/"


def prefix_of(language: str) -> str:
    """What addresses of a language begin with: "" in Finnish, else `sv/`."""
    return "" if language == "fi" else f"{language}/"


def briefs_address(region: str) -> str:
    """Where the services of a region that serve in a language are told in it, without the language's prefix."""
    return f"palvelut/{region}/"


def brief_address(address: str) -> str:
    """Where the service whose page is at `address` is told in brief: `palvelut/lappi/#ohjaamo`."""
    region, _, service, _ = address.split("/")
    return f"{briefs_address(region)}#{service}"


def depth(address: str) -> int:
    """How many folders below the root a page lies: 0 for the front page."""
    return address.count("/")


def up(address: str) -> str:
    """What a link on the page at `address` begins with to reach the root: "" for the front page, "../../" below."""
    return "../" * depth(address)


def file_at(address: str) -> str:
    """The file of the page at an address."""
    return f"{address}index.html"


def address_at(path: str) -> str:
    """Address of a page's file; other files are their own address."""
    return path.removesuffix("index.html")
