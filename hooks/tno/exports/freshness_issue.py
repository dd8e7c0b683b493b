"""The issue that asks an organisation to check its facts: its text is a function of what is stale, and of nothing else.

A marker that nobody sees names the organisation, one on each line the record; `tno.from_issue.ticks` reads them back.
Names come from the content, which anybody may have proposed: their marks are escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from tno.addresses import address_of, has_page
from tno.finnish import day as written_day
from tno.from_issue.ticks import box, marker, record_name
from tno.frozen import frozen
from tno.model.freshness import HIDDEN, MARKED, Duty, Stale
from tno.model.network import KIND_OF, Network
from tno.records import KINDS, Organisation, Record
from tno.safe_markdown import words
from tno.settings import Settings

MOST = 100
"""One issue asks for so many records; the forge's own limit is 65,536 characters."""
STATES = {MARKED: "merkitty sivulla vanhaksi", HIDDEN: "poissa palveluhausta"}


class FreshnessIssue(NamedTuple):
    """An issue that should be open."""

    organisation: str
    """Key."""
    title: str
    body: str
    """Markdown."""


@frozen
class Desk:
    """What the text must know besides what is stale."""

    network: Network
    settings: Settings
    file_of: Callable[[Record], str | None]
    site_url: str = ""
    """With a slash at the end; empty: nobody knows where the site is, so there are no links to it."""
    edit_base: str = ""
    """What an edit link begins with; empty: none are made."""
    forms: str = ""
    """Address of the form for changes; empty: none is told."""


def freshness_issue(desk: Desk, duty: Duty, ticked: Collection[str] = ()) -> FreshnessIssue | None:
    """The issue of an organisation; None when nothing of its is stale.

    Args:
        ticked: names of records (`service:lappi/ohjaamo`) that somebody has ticked already.
    """
    if duty.organisation is None or not duty.stale:
        return None
    name = _name(desk, duty.organisation)
    lines = [marker(duty.organisation), *_greeting(desk, name), ""]
    lines += [_line(desk, each, record_name(each.record) in ticked) for each in duty.stale[:MOST]]
    if more := len(duty.stale) - MOST:
        lines += ["", f"Lisäksi {more} muuta. Ne tulevat listaan, kun nämä on tarkistettu."] if more > 0 else []
    lines += ["", *_ending(desk, duty)]
    return FreshnessIssue(duty.organisation, f"Tarkista tiedot: {words(name)}", "\n".join(lines) + "\n")


def _name(desk: Desk, key: str) -> str:
    found = desk.network.find(Organisation, key)
    return str(found.name) if found else key


def _greeting(desk: Desk, name: str) -> Iterator[str]:
    months = desk.settings.reminded_months
    yield f"{words(name)} pitää nämä tiedot ajan tasalla. Ne tarkistettiin yli {months} kuukautta sitten."
    yield ""
    yield "1. Avaa sivu ja lue se."
    yield "2. Jos kaikki on oikein, rastita kohta. Yöllä rasteista tehdään muutosehdotus, joka vaihtaa päivän."
    form = f" tai [täytä lomake]({desk.forms})" if desk.forms else ""
    yield f"3. Jos jokin on muuttunut, muokkaa tiedostoa{form}. Jätä kohta rastittamatta."


def _line(desk: Desk, stale: Stale, is_ticked: bool) -> str:
    record = stale.record
    title, file = words(str(getattr(record, "name", None) or record.id)), desk.file_of(record)
    shown = f"[{title}]({desk.site_url}{address_of(record)})" if desk.site_url and has_page(record) else title
    told = [KINDS[KIND_OF[type(record)]].label, f"tarkistettu {written_day(stale.verified)}", STATES.get(stale.state)]
    edit = f" · [muokkaa]({desk.edit_base}{file})" if desk.edit_base and file else ""
    return f"{box(is_ticked)} {shown}: {', '.join(filter(None, told))}{edit} {marker(record_name(record))}"


def _ending(desk: Desk, duty: Duty) -> Iterator[str]:
    settings = desk.settings
    yield (
        f"Kun tarkistuksesta on {settings.marked_months} kuukautta, sivulla lukee, että tiedot ovat vanhoja. "
        f"Kun on {settings.hidden_months} kuukautta, palvelu jää pois palveluhausta."
    )
    if desk.site_url:
        regions = dict.fromkeys(each.record.region for each in duty.stale)
        links = ", ".join(f"[{region}]({desk.site_url}{region}/ajantasaisuus/)" for region in regions)
        yield f"Kaikki tarkistettavat tiedot alueittain: {links}."
    yield "Tämä tehtävä päivittyy joka yö ja sulkeutuu, kun kaikki on tarkistettu."
