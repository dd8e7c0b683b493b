"""An agreement as its page shows it: parties, each group's tasks, promises, the chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from tno import finnish
from tno.frozen import frozen
from tno.model.agreement_changes import successors_of
from tno.model.agreements import chain_of
from tno.records import Agreement, Group, Organisation, Record
from tno.records.agreement import Annex
from tno.views.agreement_chain import Timeline, state_of, timeline, years_in_words
from tno.views.agreement_changes import ChangesView, changes_made_of, changes_view
from tno.views.attachment import file_made_of, link_to_file
from tno.views.link import Link, full_link_to
from tno.views.promises import PromiseView, promise_views, promised_records
from tno.views.scene import Scene


@frozen
class Step:
    """One agreement in a list."""

    link: Link
    state: str
    """Id of the state on the day: a term of `agreement_status`."""
    state_label: str
    years: str
    """"1.1.2012–31.12.2013"."""


@frozen
class PartyView:
    """A party, and who came after it if it has ended."""

    link: Link
    role: str
    signed: str
    has_ended: bool
    successors: tuple[Link, ...]


@frozen
class AgreementPage:
    """Context of `records/agreement.html`."""

    agreement: Agreement
    """The record itself."""
    state: str
    """Id of the state on the day."""
    state_label: str
    """The state in words."""
    years: str
    """When it holds, in words."""
    parties: tuple[PartyView, ...]
    """In alphabetical order."""
    group_tasks: tuple[tuple[Link | None, tuple[str, ...]], ...]
    """Each group with its tasks."""
    promises: tuple[PromiseView, ...]
    """Commitments in the editor's order."""
    board: Link | None
    """All promises of the region; None when this agreement has none."""
    chain: Timeline | None
    """The agreement with those before and after it; None when it stands alone."""
    changes: ChangesView | None
    """What it changed from those it took the place of."""
    services: tuple[Link, ...]
    """Services that rest on it."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    """Label and values for the side column."""
    prose: Markup
    """The text of the agreement's file, HTML."""


def agreement_page(scene: Scene, agreement: Agreement) -> AgreementPage:
    """What `records/agreement.html` shows of an agreement."""
    network = scene.network
    state = state_of(scene, agreement)
    promises = promise_views(scene, agreement)
    return AgreementPage(
        agreement=agreement,
        state=state,
        state_label=scene.label("agreement_status", state),
        years=years_in_words(scene, agreement),
        parties=tuple(_parties(scene, agreement)),
        group_tasks=tuple(
            (
                scene.link_from(agreement, group) if (group := network.find(Group, item.group)) else None,
                tuple(map(str, item.tasks)),
            )
            for item in agreement.group_tasks
        ),
        promises=promises,
        board=Link(scene.w.agreement_board, f"{agreement.region}/lupaukset/") if promises else None,
        chain=timeline(scene, agreement),
        changes=changes_view(scene, agreement),
        services=tuple(
            scene.link_from(agreement, service) for service in network.services_by_agreement.get(agreement.key, ())
        ),
        facts=tuple(_facts(scene, agreement)),
        prose=scene.prose(agreement),
    )


def step_of(scene: Scene, agreement: Agreement) -> Step:
    """An agreement as a row of a list."""
    return scene.once(_step, agreement)


def _step(scene: Scene, agreement: Agreement) -> Step:
    state = state_of(scene, agreement)
    return Step(
        link=full_link_to(agreement),
        state=state,
        state_label=scene.label("agreement_status", state),
        years=years_in_words(scene, agreement),
    )


def _parties(scene: Scene, agreement: Agreement) -> list[PartyView]:
    views = []
    for party in agreement.parties:
        organisation = scene.network.find(Organisation, party.organisation)
        if organisation is None:
            continue
        has_ended = bool(organisation.valid_until and organisation.valid_until < scene.day)
        heirs = successors_of(scene.network, organisation.key) if has_ended else ()
        successors = (scene.network.find(Organisation, key) for key in heirs)
        views.append(
            PartyView(
                link=scene.link_from(agreement, organisation),
                role=scene.label("agreement_party_role", party.role),
                signed=scene.writing.day(party.signed) if party.signed else "",
                has_ended=has_ended,
                successors=tuple(scene.link_from(agreement, item) for item in successors if item),
            )
        )
    return sorted(views, key=lambda view: finnish.sort_key(view.link.label))


def _facts(scene: Scene, agreement: Agreement) -> list[tuple[str, tuple[Link, ...]]]:
    w = scene.w
    facts: list[tuple[str, tuple[Link, ...]]] = [(w.fact_kind, (Link(scene.label("agreement_kind", agreement.kind)),))]
    sub_areas = scene.network.sub_areas
    region = scene.network.regions[agreement.region]
    links = tuple(
        Link(str(sub_areas[key].name), f"{key.replace('/', '/alueet/')}/")
        for key in agreement.sub_areas
        if key in sub_areas
    )
    facts.append((w.fact_sub_areas, links or (Link(region.name, f"{region.id}/"),)))
    if agreement.party_count is not None:
        facts.append((w.fact_party_count, (Link(str(agreement.party_count)),)))
    if agreement.review_months:
        facts.append((w.fact_review, (Link(w.every_months.format(months=agreement.review_months)),)))
    if agreement.annexes:
        annexes = [link for annex in agreement.annexes for link in _annex_links(scene, agreement, annex)]
        facts.append((w.fact_annexes, tuple(annexes)))
    if agreement.source:
        facts.append((w.fact_source, (Link(str(agreement.source)),)))
    return facts


def _annex_links(scene: Scene, agreement: Agreement, annex: Annex) -> Iterator[Link]:
    """The annex's file and its address elsewhere; its name alone when it has neither."""
    file = link_to_file(scene, agreement, annex.file, str(annex.name))
    if file:
        yield file
    if annex.url or not file:
        yield Link(str(annex.name), annex.url)


def agreement_made_of(scene: Scene, agreement: Agreement) -> list[str]:
    """Fingerprints of everything `agreement_page` reads."""
    network = scene.network
    parties = [network.find(Organisation, party.organisation) for party in agreement.parties]
    successors = [
        network.find(Organisation, key) for party in parties if party for key in successors_of(network, party.key)
    ]
    others: list[Record | None] = [
        *parties,
        *successors,
        *promised_records(scene, agreement),
        *changes_made_of(scene, agreement),
        *(network.find(Group, item.group) for item in agreement.group_tasks),
        *network.services_by_agreement.get(agreement.key, ()),
    ]
    marks = scene.marks_fingerprint(agreement)
    files = [file_made_of(scene, agreement, annex.file) for annex in agreement.annexes]
    found = [*chain_made_of(scene, agreement), *files, *marks]
    return [*found, *(other.gist for other in others if other)]


def chain_made_of(scene: Scene, agreement: Agreement) -> Sequence[str]:
    """Fingerprints of an agreement, of those before and after it, and of the regions in whose parts they hold."""
    return scene.once(_chain_made_of, agreement)


def _chain_made_of(scene: Scene, agreement: Agreement) -> Sequence[str]:
    chain, regions = chain_of(scene.network, agreement), scene.network.regions
    homes = {place.partition("/")[0] for each in chain for place in (each.key, *each.sub_areas)}
    profiles = (regions[home].profile.fingerprint for home in sorted(homes & regions.keys()))
    return [*(each.fingerprint for each in chain), *profiles]
