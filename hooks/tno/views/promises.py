"""Promises as pages show them: on the agreement's own page, and all of a region on one board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tno.addresses import address_of
from tno.frozen import frozen
from tno.model.agreement_changes import successors_of
from tno.model.agreement_dates import RUNNING, renewal_of, review_due
from tno.model.agreements import DRAFT, EXPIRING, UPCOMING
from tno.model.localised import filled, joined
from tno.model.network import Region
from tno.model.promises import KEEPING, KEPT, Promise, promises_of
from tno.records import Agreement, Event, Group, Organisation, Record, Service
from tno.views.agreement_chain import state_of, years_in_words
from tno.views.link import Link
from tno.views.scene import Scene

AHEAD = frozenset({DRAFT, UPCOMING})
_BADGES = {"toteutuu": "ok", "toteutunut": "ok", "ei-toteutunut": "stop"}


@frozen
class PromiseView:
    """A commitment, who made it and what keeps it."""

    text: str
    anchor: str
    """Fragment of its row on the board."""
    responsible: Link | None
    heirs: tuple[Link, ...]
    """Who carries on the tasks of the one that promised, if that has ended."""
    kept_by: tuple[Link, ...]
    shown: str
    """When what keeps it was last seen: "pidetty 17.11.2026"; empty without anything."""
    due: str
    state_label: str
    badge: str
    """ok, draft or stop."""
    is_open: bool
    """Still to be kept."""
    is_unkept: bool
    """Open, and nothing keeps it."""
    is_late: bool
    """Its day has passed, and it is still a promise."""
    is_past: bool
    """Its agreement has ended: what became of it is told, and nothing of today."""


@frozen
class PromiseGroup:
    """The promises of one agreement."""

    link: Link
    anchor: str
    state: str
    state_label: str
    years: str
    kept: str
    """How many of the open ones something keeps; of one without any, how many of all were kept."""
    rows: tuple[PromiseView, ...]


@frozen
class PromisesPage:
    """Context of `sections/promises.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    summary: str
    """The whole in a sentence or two, counted; empty when nothing is in force."""
    unkept: tuple[tuple[Link, str], ...]
    """Open promises of today that nothing keeps: to its row, with who promised."""
    late: tuple[tuple[Link, str], ...]
    """Those whose day has passed: to the row, with the day."""
    running: tuple[PromiseGroup, ...]
    """Agreements in force."""
    coming: tuple[PromiseGroup, ...]
    """Drafts and those that have not begun."""
    over: tuple[PromiseGroup, ...]
    """Those that have ended, the latest first."""
    over_count: str
    """How many have ended, in words."""
    expiring: tuple[Link, ...]
    """Agreements that end soon, each with the day and what follows."""
    reviews: tuple[Link, ...]
    """Agreements to be looked at again, each with the day."""
    empty: str
    """What is said when no agreement promises anything, and what to do then."""
    ways_on: tuple[Link, ...]
    """Where to go when there is nothing; else to the agreements."""


def promise_views(scene: Scene, agreement: Agreement, from_record: bool = True) -> tuple[PromiseView, ...]:
    """An agreement's commitments in words.

    Args:
        from_record: they stand on the agreement's own page, so links say what is invented.
    """
    facts = scene.facts.network
    known = facts.find(Agreement, agreement.key) or agreement
    found = promises_of(facts, known, scene.day)
    return tuple(_view(scene, agreement, each, from_record) for each in found)


def _view(scene: Scene, agreement: Agreement, promise: Promise, from_record: bool) -> PromiseView:
    network, item = scene.network, agreement.commitments[promise.number - 1]
    responsible = network.find(Organisation, item.responsible) or network.find(Group, item.responsible)
    heirs: list[Record | None] = []
    if isinstance(responsible, Organisation) and responsible.valid_until and responsible.valid_until < scene.day:
        heirs = [network.find(Organisation, key) for key in successors_of(network, responsible.key)]

    def link(record: Record) -> Link:
        found = scene.link_from(agreement, record)
        return found if from_record else found._replace(mark="")

    return PromiseView(
        text=str(item.text),
        anchor=f"{agreement.id}-{promise.number}",
        responsible=link(responsible) if responsible else None,
        heirs=tuple(link(heir) for heir in heirs if heir),
        kept_by=tuple(link(found) for each in promise.keepers if (found := network.find(type(each), each.key))),
        shown=_shown(scene, promise),
        due=scene.writing.day(item.due) if item.due else "",
        state_label=_state_in_words(scene, promise),
        badge=_BADGES.get(item.state, "none" if promise.is_past else "draft"),
        is_open=promise.is_open and not promise.is_past,
        is_unkept=promise.is_unkept and not promise.is_past,
        is_late=promise.is_late and not promise.is_past,
        is_past=promise.is_past,
    )


def _state_in_words(scene: Scene, promise: Promise) -> str:
    """What its agreement says of it; of one that has ended, what it came to."""
    if promise.is_past and promise.is_open:
        return scene.w.promise_kept_then if promise.commitment.state == KEEPING else scene.w.promise_left_open
    return scene.label("commitment_status", promise.commitment.state)


def _shown(scene: Scene, promise: Promise) -> str:
    if promise.shown is None:
        if not promise.keepers or not promise.is_open or promise.is_past:
            return ""
        keeper = promise.keepers[-1]
        if not isinstance(keeper, Event):
            return scene.w.promise_not_checked
        if keeper.first_day >= scene.day:
            return scene.w.promise_from.format(day=scene.writing.day(keeper.first_day))
        return scene.w.promise_not_held
    word = scene.w.promise_held if isinstance(promise.shown_by, Event) else scene.w.promise_checked
    return word.format(day=scene.writing.day(promise.shown))


def links_to_promises(scene: Scene, key: str) -> tuple[Link, ...]:
    """What an organisation promises in agreements in force: links to the rows of the board."""
    found = []
    for agreement, number in scene.network.promising.get(key, ()):
        if state_of(scene, agreement) in RUNNING:
            item = agreement.commitments[number]
            address = f"{agreement.region}/lupaukset/#{agreement.id}-{number + 1}"
            found.append(Link(str(item.text), address, scene.label("commitment_status", item.state)))
    return tuple(found)


# --- the board --------------------------------------------------------------------------------------------------------


def promises_page(scene: Scene, region: Region) -> PromisesPage:
    """`/lappi/lupaukset/`: what has been promised, what keeps it, and what nothing keeps."""
    w = scene.w
    agreements = sorted(region.all_of(Agreement), key=lambda agreement: agreement.valid_from)
    groups = [_group(scene, agreement) for agreement in agreements if agreement.commitments]
    running = tuple(group for group in groups if group.state in RUNNING)
    coming = tuple(group for group in groups if group.state in AHEAD)
    over = [group for group in groups if group.state not in RUNNING and group.state not in AHEAD]
    rows = [row for group in running for row in group.rows]
    return PromisesPage(
        title=w.promises_of.format(region=region.name),
        lead=w.promises_lead,
        summary=_summary(scene, rows) if rows else "",
        unkept=tuple((_to_row(row), row.responsible.label if row.responsible else "") for row in rows if row.is_unkept),
        late=tuple((_to_row(row), w.promise_was_due.format(day=row.due)) for row in rows if row.is_late),
        running=running,
        coming=coming,
        over=tuple(reversed(over)),
        over_count=w.counted("count_agreements", len(over)),
        expiring=expiring(scene, region),
        reviews=reviews(scene, region),
        empty="" if groups else w.promises_none,
        ways_on=(Link(w.agreements, f"{region.id}/sopimukset/"), Link(w.how_to_add, "ohjeet/")),
    )


def _to_row(row: PromiseView) -> Link:
    return Link(row.text, f"#{row.anchor}")


def _group(scene: Scene, agreement: Agreement) -> PromiseGroup:
    state = state_of(scene, agreement)
    rows = promise_views(scene, agreement, from_record=False)
    return PromiseGroup(
        link=Link(str(agreement.name), address_of(agreement)),
        anchor=agreement.id,
        state=state,
        state_label=scene.label("agreement_status", state),
        years=years_in_words(scene, agreement),
        kept=_kept(scene, agreement, state, rows),
        rows=rows,
    )


def _kept(scene: Scene, agreement: Agreement, state: str, rows: Sequence[PromiseView]) -> str:
    still_open = [row for row in rows if row.is_open]
    if still_open and (state in RUNNING or state in AHEAD):
        return _share(scene, "promise_kept_now", sum(not row.is_unkept for row in still_open), len(still_open))
    kept = sum(item.state in (KEPT, KEEPING) for item in agreement.commitments)
    return _share(scene, "promise_kept_in_time", kept, len(rows))


def _share(scene: Scene, name: str, count: int, total: int) -> str:
    """How many of all, in a sentence that is right for any numbers."""
    if 0 < count < total:
        return scene.w[f"{name}_some"].format(count=count, total=total)
    return scene.w.counted(f"{name}_{'all' if count else 'none'}", total)


def _summary(scene: Scene, rows: Sequence[PromiseView]) -> str:
    w = scene.w
    unkept, late = sum(row.is_unkept for row in rows), sum(row.is_late for row in rows)
    said = [w.counted("promise_count", len(rows))]
    said.append(w.counted("promise_unkept_count", unkept) if unkept else w.promise_all_kept)
    if late:
        said.append(w.counted("promise_late_count", late))
    return " ".join(said)


def expiring(scene: Scene, region: Region) -> tuple[Link, ...]:
    """Agreements that end soon, the first to end first: the day, and what follows."""
    network, w = scene.network, scene.w
    found = []
    for agreement in region.all_of(Agreement):
        if state_of(scene, agreement) == EXPIRING:
            assert agreement.valid_until is not None
            after = renewal_of(network, agreement)
            said = w.agreement_followed_by if after else w.agreement_followed_by_none
            names = joined(", ", [str(each.name) for each in after])
            note = filled(said, day=scene.writing.day(agreement.valid_until), agreement=names)
            found.append((agreement.valid_until, Link(str(agreement.name), address_of(agreement), note)))
    return _by_day(found)


def reviews(scene: Scene, region: Region) -> tuple[Link, ...]:
    """Agreements in force that are to be looked at again now or soon, the longest waiting first."""
    w, settings = scene.w, scene.settings
    found = []
    for agreement in region.all_of(Agreement):
        if state_of(scene, agreement) not in RUNNING:
            continue
        if due := review_due(agreement, scene.day, settings.agreement_draft_days):
            said = w.agreement_review_passed if due <= scene.day else w.agreement_review_coming
            note = said.format(day=scene.writing.day(due))
            found.append((due, Link(str(agreement.name), address_of(agreement), note)))
    return _by_day(found)


def _by_day(found: Iterable[tuple[object, Link]]) -> tuple[Link, ...]:
    return tuple(link for _, link in sorted(found, key=lambda each: str(each[0])))


# --- what they read ---------------------------------------------------------------------------------------------------


def promised_records(scene: Scene, agreement: Agreement) -> list[Record | None]:
    """Records that `promise_views` reads besides the agreement."""
    network = scene.network
    found: list[Record | None] = []
    for item in agreement.commitments:
        found += [network.find(Group, item.responsible), network.find(Service, item.service)]
        found.append(network.find(Event, item.event))
        if responsible := network.find(Organisation, item.responsible):
            found.append(responsible)
            if responsible.succeeded_by:
                found += [network.find(Organisation, key) for key in successors_of(network, responsible.key)]
    return found


def promises_made_of(scene: Scene, region: Region) -> str:
    """Fingerprints of what the board reads besides the region's own records."""
    agreements = scene.network.regions[region.id].all_of(Agreement)
    records = [record for agreement in agreements for record in promised_records(scene, agreement) if record]
    return "".join(dict.fromkeys(record.gist for record in records))
