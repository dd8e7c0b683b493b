"""The draft of the next agreement as a file for editors: what is known filled in, what must be agreed left as gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tno.finnish import day as written_day
from tno.model.network import Network
from tno.model.renewal import Carried, Renewal
from tno.records import Organisation
from tno.records.scalars import GAP, TranslatedText
from tno.yaml_text import quoted


def agreement_draft(network: Network, renewal: Renewal) -> str:
    """The text of the file. The same renewal gives the same text on any day."""
    return "\n".join([*_front_matter(network, renewal), "", *_body(renewal), ""])


def _front_matter(network: Network, renewal: Renewal) -> Iterator[str]:
    before, home = renewal.before, renewal.before.region
    ends = f"edellinen päättyy {written_day(before.valid_until)}" if before.valid_until else "edellinen on toistaiseksi"
    yield "---"
    yield f"name: {_text(f'{_without_years(str.__str__(before.name))} {renewal.year} (luonnos)')}"
    yield f"kind: {before.kind}"
    yield "# Poista seuraava rivi, kun sopimus on allekirjoitettu."
    yield "draft: kyllä"
    yield f"renews: [{before.id}]"
    yield f"# Voimassaolo: {ends}."
    yield f"valid_from: {GAP}"
    yield f"valid_until: {GAP}"
    if before.purpose:
        yield f"purpose: {_text(before.purpose)}"
    if before.sub_areas:
        yield f"sub_areas: [{', '.join(_short(key, home) for key in before.sub_areas)}]"
    yield from _parties(network, renewal, home)
    if before.review_months:
        yield f"review_months: {before.review_months}"
    yield from _tasks(renewal, home)
    yield from _commitments(renewal, home)
    if before.annexes:
        yield "# Edellisen liitteet. Lisää ne kohtaan annexes, jos ne liittyvät tähänkin:"
        yield from (f"#   {_comment(str.__str__(annex.name))}" for annex in before.annexes)
    if renewal.maintainer:
        yield f"maintainer: {_short(renewal.maintainer, home)}"
    if before.example is not None:
        yield f"example: {'kyllä' if before.example else 'ei'}"
    yield "---"


def _parties(network: Network, renewal: Renewal, home: str) -> Iterator[str]:
    if renewal.signers:
        yield "parties:  # lisää allekirjoituspäivät: signed"
    for signer in renewal.signers:
        line = f"  - {{organisation: {_short(signer.organisation, home)}, role: {signer.role}}}"
        if signer.heir_of:
            line += f"  # ennen: {', '.join(_ended(network, key) for key in signer.heir_of)}"
        yield line
    for key in renewal.gone:
        yield f"# Osapuoli {_ended(network, key)}. Seuraajaa ei tiedetä."


def _ended(network: Network, key: str) -> str:
    """ "TE-toimisto, lopetti 31.12.2024" """
    organisation = network.find(Organisation, key)
    if organisation is None:
        return key
    last: date | None = organisation.valid_until
    return _comment(str.__str__(organisation.name)) + (f", lopetti {written_day(last)}" if last else "")


def _tasks(renewal: Renewal, home: str) -> Iterator[str]:
    if renewal.tasks:
        yield "group_tasks:"
    for item, has_ended in renewal.tasks:
        if has_ended:
            yield "  # Tämä ryhmä on lopettanut: kenelle tehtävät annetaan?"
        yield f"  - group: {_short(item.group, home)}"
        yield "    tasks:"
        yield from (f"      - {_text(task)}" for task in item.tasks)


def _commitments(renewal: Renewal, home: str) -> Iterator[str]:
    if renewal.open:
        yield "commitments:  # nämä ovat vielä auki; lisää määräpäivät: due"
    for carried in renewal.open:
        yield from _commitment(carried, home)
    if renewal.broken:
        yield "# Näitä ei pidetty. Luvataanko ne uudelleen?"
        yield from (f"#   {_comment(str.__str__(each.promise.commitment.text))}" for each in renewal.broken)


def _commitment(carried: Carried, home: str) -> Iterator[str]:
    item, promise = carried.promise.commitment, carried.promise
    yield f"  - text: {_text(item.text)}"
    if carried.responsible:
        yield f"    responsible: {_short(carried.responsible, home)}"
    if item.service:
        yield f"    service: {_short(item.service, home)}"
    if item.event:
        yield f"    event: {_short(item.event, home)}"
    if promise.is_unkept:
        yield "    # Lupauksella ei ole toteuttajaa: mikä palvelu (service) tai tapahtuma (event) sen pitää?"
    if item.due:
        yield f"    # Määräpäivä oli {written_day(item.due)}."
    yield f"    state: {item.state}"


def _body(renewal: Renewal) -> Iterator[str]:
    name = str.__str__(renewal.before.name)
    yield f"Tämä on luonnos. Sen pohjana on [{name}]({renewal.before.id}.md)."
    yield "Osapuolet, tehtävät ja lupaukset ovat siitä. Kukaan ei ole vielä sopinut niistä."


def _without_years(name: str) -> str:
    """ "Keski-Lapin sopimus 2025–2028" without its years."""
    words = name.split()
    while words and not any(letter.isalpha() for letter in words[-1]):
        words.pop()
    return " ".join(words) or name


def _short(key: str, home: str) -> str:
    """A reference as it is written in a region's own file."""
    return key.removeprefix(f"{home}/")


def _text(text: str) -> str:
    """A text in quotation marks; one in several languages as a map."""
    if isinstance(text, TranslatedText):
        every = {"fi": str.__str__(text), **text.translations}
        return "{" + ", ".join(f"{language}: {quoted(each)}" for language, each in every.items()) + "}"
    return quoted(str.__str__(text))


def _comment(text: str) -> str:
    return " ".join(text.split())
