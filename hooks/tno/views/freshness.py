"""What of a region's facts was checked too long ago, by who answers for it, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from tno.addresses import CHANGE_FORM, ROOMS, address_of, has_page
from tno.digest import digest
from tno.frozen import frozen
from tno.model.freshness import FRESH, HIDDEN, MARKED, REMINDED, STATES, Duty, Stale, duties
from tno.model.network import KIND_OF, Region
from tno.places import Places
from tno.records import Organisation, Record, Service
from tno.views.contact import reader_of_mistakes
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene

ROOM = "ajantasaisuus"
LOOKS = {REMINDED: "draft", MARKED: "warn", HIDDEN: "stop"}
"""State → look of its badge."""
MOST_IN_MAIL = 20
"""A message names so many facts: programs cut long addresses."""


class StaleRow(NamedTuple):
    """A record that was checked too long ago."""

    link: Link
    """Its page."""
    kind: str
    """What it is: "palvelu"."""
    day: str
    """When it was checked."""
    checked: str
    """The same in words."""
    look: str
    """Of the badge."""
    state: str
    """In a word."""
    edit: str
    """Address of the file in the repository's editor, or empty."""
    form: str
    """Address of the form that tells of a change, begun with the page; empty when there is no page."""


class DutyView(NamedTuple):
    """What an organisation should check."""

    anchor: str
    """Fragment of its heading."""
    organisation: Link
    """Its page."""
    rows: tuple[StaleRow, ...]
    """The oldest first."""
    mail: str
    """mailto: with a message that names the facts; empty when nobody is known to read it."""


@frozen
class FreshnessPage:
    """Context of `sections/freshness.html`."""

    tallies: tuple[tuple[str, int], ...]
    """(state in words, how many records)."""
    rule: str
    """After how many months what happens."""
    stale: tuple[DutyView, ...]
    """Who should check what: the oldest first."""
    count: int
    """How many records that is."""
    keepers: tuple[tuple[Link, str, str, str], ...]
    """Who keeps what: organisation, how many records, how many of them stale, the oldest check."""
    regions: tuple[tuple[Link, str, str, str, str], ...]
    """Of the national page: region, and how many of its services are in each state."""


def freshness_page(places: Places, edit_base: str, scene: Scene, region: Region) -> FreshnessPage:
    """`/lappi/ajantasaisuus/`.

    Args:
        edit_base: what an edit link begins with, before the file's path; empty: there are none.
    """
    w, settings, facts = scene.w, scene.settings, scene.facts
    every = facts.once(_duties, facts.network.regions[region.id])
    stale = tuple(_duty(scene, places, edit_base, region, duty) for duty in every if duty.stale)
    states = Counter(each.state for duty in every for each in duty.stale)
    states[FRESH] = sum(duty.kept - duty.undated for duty in every) - states.total()
    undated = sum(duty.undated for duty in every)
    months = {"reminded": settings.reminded_months, "marked": settings.marked_months, "hidden": settings.hidden_months}
    return FreshnessPage(
        tallies=(*_tallies(scene, states), *([(w.freshness_undated, undated)] if undated else [])),
        rule=w.freshness_rule.format(**months),
        stale=stale,
        count=sum(len(duty.rows) for duty in stale),
        keepers=tuple(_keeper(scene, duty) for duty in every),
        regions=tuple(_regions(scene)) if region.is_national else (),
    )


def _duties(facts: Scene, region: Region) -> tuple[Duty, ...]:
    return duties(facts.network, [region], facts.day, facts.settings)


def _tallies(scene: Scene, states: Counter[str]) -> list[tuple[str, int]]:
    return [(state_in_words(scene, state), states[state]) for state in STATES]


def state_in_words(scene: Scene, state: str) -> str:
    """One of `STATES` as people read it."""
    return scene.w[f"freshness_state_{state.replace('-', '_')}"]


def _duty(scene: Scene, places: Places, edit_base: str, region: Region, duty: Duty) -> DutyView:
    rows = tuple(_row(scene, places, edit_base, each) for each in duty.stale)
    organisation = _organisation(scene, duty.organisation)
    return DutyView(anchor_of(duty.organisation, region), organisation, rows, _mail(scene, region, organisation, rows))


def anchor_of(organisation: str | None, region: Region) -> str:
    """Fragment of an organisation's part on the page of a region."""
    home, _, own = (organisation or f"{region.id}/vastuutaho-puuttuu").partition("/")
    return own if home == region.id else f"{home}-{own}"


def _organisation(scene: Scene, key: str | None) -> Link:
    found = scene.network.find(Organisation, key)
    return full_link_to(found) if found else Link(scene.w.freshness_nobody)


def _row(scene: Scene, places: Places, edit_base: str, stale: Stale) -> StaleRow:
    record, day = stale.record, scene.writing.day(stale.verified)
    file = places.file_of(record)
    return StaleRow(
        link=_link(scene, record),
        kind=_kind(scene, record),
        day=day,
        checked=scene.w.freshness_checked.format(day=day),
        look=LOOKS[stale.state],
        state=state_in_words(scene, stale.state),
        edit=edit_base + file if edit_base and file else "",
        form=_form(edit_base, record) if edit_base and has_page(record) else "",
    )


def _form(edit_base: str, record: Record) -> str:
    repository, _, _ = edit_base.rpartition("/edit/")
    return f"{repository}/{CHANGE_FORM}&record={quote('/' + address_of(record))}"


def _link(scene: Scene, record: Record) -> Link:
    shown = scene.network.find(type(record), record.key) or record
    return full_link_to(shown) if has_page(shown) else Link(str(getattr(shown, "name", None) or shown.id))


def _kind(scene: Scene, record: Record) -> str:
    kind = KIND_OF[type(record)]
    if kind not in ROOMS:
        return scene.w[f"freshness_kind_{kind}"]
    room = ROOMS[kind].partition("/")[0]
    return scene.w[f"find_kind_{room}_one"]


def _mail(scene: Scene, region: Region, organisation: Link, rows: Sequence[StaleRow]) -> str:
    """A message begun: which facts are right (RFC 6068)."""
    w, (_, email, _) = scene.w, reader_of_mistakes(scene, region)
    if not email:
        return ""
    lines = [f"[ ] {row.link.label} ({row.kind}, {row.day})" for row in rows[:MOST_IN_MAIL]]
    body = "\r\n".join((w.freshness_mail_right, *lines, "", w.freshness_mail_wrong, ""))
    subject = w.freshness_mail_subject.format(organisation=organisation.label)
    return f"mailto:{email}?subject={quote(subject)}&body={quote(body)}"


def _keeper(scene: Scene, duty: Duty) -> tuple[Link, str, str, str]:
    oldest = scene.writing.day(duty.stale[0].verified) if duty.stale else "–"
    return _organisation(scene, duty.organisation), str(duty.kept), str(len(duty.stale) or "–"), oldest


# --- the whole country ------------------------------------------------------------------------------------------------


def _regions(scene: Scene) -> list[tuple[Link, str, str, str, str]]:
    found = []
    for region, counts in services_by_state(scene.facts).items():
        if any(counts):
            link = Link(scene.network.regions[region].name, f"{region}/{ROOM}/")
            fresh, *others = (str(count or "–") for count in counts)
            found.append((link, fresh, others[0], others[1], others[2]))
    return found


def services_by_state(facts: Scene) -> dict[str, tuple[int, ...]]:
    """Region → how many of its services that are given now are in each of `STATES`."""
    return facts.once(_services_by_state, facts.network)


def _services_by_state(facts: Scene, network: object) -> dict[str, tuple[int, ...]]:
    found, shows = {}, facts.network.shows
    for region in facts.network.regions.values():
        days = Counter(service.verified for service in region.all_of(Service) if shows(service))
        counts = Counter[str]()
        for day, count in days.items():
            counts[facts.limits.state_of(day)] += count
        found[region.id] = tuple(counts[state] for state in STATES)
    return found


def freshness_made_of(facts: Scene, region: Region) -> list[str]:
    """Fingerprints of what `freshness_page` reads besides the region's own records."""
    found = [facts.once(_organisations_told, facts.network)]
    return [*found, facts.profiles_fingerprint, str(services_by_state(facts))] if region.is_national else found


def _organisations_told(facts: Scene, network: object) -> str:
    """Changes when an organisation's name, life or successors do: it may answer for facts of another region."""
    told = (
        f"{each.key} {each.name} {getattr(each.name, 'translations', '')} {each.valid_until} {each.succeeded_by}"
        for each in facts.network.all_of(Organisation).values()
    )
    return digest("\n".join(told))
