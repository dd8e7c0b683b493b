"""An organisation as its page shows it: what it gives, what it has signed, where it sits, what it was before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from markupsafe import Markup

from tno import finnish
from tno.addresses import address_of
from tno.frozen import frozen
from tno.model.agreement_dates import renewal_of
from tno.model.network import Region
from tno.model.succession import line_of
from tno.records import Group, Organisation, Record, Service
from tno.records.contacts import Contact
from tno.records.region import SubArea
from tno.views.agreement import Step, chain_made_of, step_of
from tno.views.group import place_of_state, running_tasks
from tno.views.link import Link
from tno.views.promises import links_to_promises
from tno.views.scene import Scene, of_keys
from tno.writing import inside

SIGNS = "sopijaosapuoli"
"""The role of a party that does nothing but sign."""


@frozen
class ContactView:
    """Whom to ask, by role."""

    role: str
    name: str
    """A person's name, only with consent; else empty."""
    phone: Link | None
    email: Link | None


@frozen
class LineStep:
    """A step of the timeline: organisations of the same days."""

    days: str
    """When they were there, or empty when it is not known."""
    links: tuple[Link, ...]
    is_current: bool
    """Whether the page's own organisation is among them."""
    has_ended: bool
    """Whether they are no longer there."""


@frozen
class OrganisationPage:
    """Context of `records/organisation.html`."""

    organisation: Organisation
    """The record itself."""
    sector: str
    """Kind of organisation in words."""
    has_ended: bool
    """Whether it no longer exists today."""
    ended: str
    """Its last day, "31.12.2025", or empty."""
    successors: tuple[Link, ...]
    """Who carries its tasks now."""
    line: tuple[LineStep, ...]
    """What it was before, itself and what came after it, oldest first; empty when it stands alone."""
    services: tuple[Link, ...]
    """What it gives, each with the summary in the note."""
    partner_in: tuple[Link, ...]
    """Services of others that it takes part in, the giver in the note."""
    agreements: tuple[Step, ...]
    """What it has signed, those that bind it first; a role that is no party's own stands after the years."""
    promises: tuple[Link, ...]
    """What it promises in agreements in force, to the board of promises; each with its state in the note."""
    groups: tuple[Link, ...]
    """Where it sits, with its role in the note."""
    former_groups: tuple[Link, ...]
    """Where it sat, or what meets no more."""
    group_tasks: tuple[tuple[Link, tuple[str, ...]], ...]
    """Groups it sits in, with the tasks that agreements in force give them."""
    events: tuple[Link, ...]
    """What it organises."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    """Label and values for the side column."""
    contacts: tuple[ContactView, ...]
    """By role, those that regions and their parts name included."""
    prose: Markup
    """Its own text, HTML; empty for records in lists."""


def organisation_page(scene: Scene, organisation: Organisation) -> OrganisationPage:
    """What `records/organisation.html` shows of an organisation."""
    network, key = scene.network, organisation.key
    has_ended = bool(organisation.valid_until and organisation.valid_until < scene.day)
    groups = network.groups_by_organisation.get(key, ())
    current = [group for group in groups if _sits_in(scene, group, key)]
    successors = (network.find(Organisation, successor) for successor in organisation.succeeded_by)
    return OrganisationPage(
        organisation=organisation,
        sector=scene.label("organisation_type", organisation.sector),
        has_ended=has_ended,
        ended=scene.writing.day(organisation.valid_until) if organisation.valid_until and has_ended else "",
        successors=tuple(scene.link_from(organisation, successor) for successor in successors if successor),
        line=_line(scene, organisation),
        services=tuple(
            scene.link_from(organisation, service, str(service.summary))
            for service in network.services_by_organisation.get(key, ())
        ),
        partner_in=tuple(
            scene.link_from(organisation, service, _giver(scene, service))
            for service in network.services_by_partner.get(key, ())
        ),
        agreements=_agreements(scene, organisation),
        promises=links_to_promises(scene, key),
        groups=tuple(scene.link_from(organisation, group, _role_in(scene, group, key)) for group in current),
        former_groups=tuple(
            scene.link_from(organisation, group, _role_in(scene, group, key))
            for group in groups
            if group not in current
        ),
        group_tasks=tuple(_group_tasks(scene, organisation, current)),
        events=tuple(scene.link_from(organisation, event) for event in network.events_by_organisation.get(key, ())),
        facts=tuple(_facts(scene, organisation)),
        contacts=(
            *(contact_view(scene, contact) for contact in organisation.contacts),
            *(_contact_of(scene, *named) for named in network.contacts_by_organisation.get(key, ())),
        ),
        prose=scene.prose(organisation),
    )


def _agreements(scene: Scene, organisation: Organisation) -> tuple[Step, ...]:
    found = []
    for agreement in scene.network.agreements_by_organisation.get(organisation.key, ()):
        step = step_of(scene, agreement)
        roles = [party.role for party in agreement.parties if party.organisation == organisation.key]
        own = [inside(scene.label("agreement_party_role", role)) for role in roles if role != SIGNS]
        years = f"{step.years}, {scene.writing.listing(own)}" if own else step.years
        found.append(Step(scene.link_from(organisation, agreement), step.state, step.state_label, years))
    return tuple(sorted(found, key=lambda step: place_of_state(step.state)))


def _sits_in(scene: Scene, group: Group, key: str) -> bool:
    """Whether an organisation has a seat in a group that meets."""
    if group.ended and group.ended < scene.day:
        return False
    seats = (member for member in group.members if member.organisation == key)
    return any(not (seat.until and seat.until < scene.day) for seat in seats)


def _group_tasks(
    scene: Scene, organisation: Organisation, groups: Iterable[Group]
) -> Iterator[tuple[Link, tuple[str, ...]]]:
    for group in groups:
        if tasks := running_tasks(scene, group):
            yield scene.link_from(organisation, group), tasks


def contact_view(scene: Scene, contact: Contact) -> ContactView:
    """A contact in words."""
    return ContactView(
        role=scene.label("contact_role", contact.role),
        name=str(contact.person or "") if contact.consent else "",
        phone=Link(finnish.phone(contact.phone), f"tel:{contact.phone}") if contact.phone else None,
        email=Link(contact.email, f"mailto:{contact.email}") if contact.email else None,
    )


def _contact_of(scene: Scene, contact: Contact, region: Region, sub_area: SubArea | None) -> ContactView:
    """A contact that a region names at the organisation: the role says for which area."""
    view = contact_view(scene, contact)
    return replace(view, role=f"{view.role}, {sub_area.name if sub_area else region.name}")


def _giver(scene: Scene, service: Service) -> str:
    giver = scene.network.find(Organisation, service.organisation)
    return str(giver.name) if giver else ""


def _line(scene: Scene, organisation: Organisation) -> tuple[LineStep, ...]:
    """Steps of the timeline: those of the same days are one."""
    stages = line_of(scene.network, organisation)
    if len(stages) < 2:
        return ()
    steps = []
    for days, own in groupby(stages, key=lambda stage: (stage.since, stage.until)):
        alike = [stage.organisation for stage in own]
        is_current = any(each.key == organisation.key for each in alike)
        ended = bool(days[1] and days[1] < scene.day)
        links = tuple(scene.link_from(organisation, each) for each in alike)
        steps.append(LineStep(_days(scene, *days), links, is_current, ended))
    return tuple(steps)


def _days(scene: Scene, since: date | None, until: date | None) -> str:
    """ "1.1.2010–31.12.2024", "1.1.2025 alkaen", "31.12.2024 asti", or "" when no day is known."""
    w, day = scene.w, scene.writing.day
    if since and until:
        return f"{day(since)}–{day(until)}"
    if since:
        return w.network_since.format(day=day(since))
    return w.until_day.format(day=day(until)) if until else ""


def _role_in(scene: Scene, group: Group, key: str) -> str:
    roles = [member.role for member in group.members if member.organisation == key]
    return scene.writing.listing([inside(scene.label("group_member_role", role)) for role in roles])


def _facts(scene: Scene, organisation: Organisation) -> list[tuple[str, tuple[Link, ...]]]:
    w, network = scene.w, scene.network
    facts: list[tuple[str, tuple[Link, ...]]] = []
    if municipality := network.municipality_of(organisation.municipality):
        home = Link(municipality.name_in(scene.language), f"kunnat/{municipality.slug}/")
        facts.append((w.fact_municipality, (home,)))
    if organisation.level:
        facts.append((w.fact_level, (Link(scene.label("level", organisation.level)),)))
    if organisation.phone:
        facts.append((w.fact_phone, (Link(finnish.phone(organisation.phone), f"tel:{organisation.phone}"),)))
    if organisation.email:
        facts.append((w.fact_email, (Link(organisation.email, f"mailto:{organisation.email}"),)))
    if organisation.website:
        facts.append(
            (w.fact_website, (Link(organisation.website.split("//", 1)[1].rstrip("/"), organisation.website),))
        )
    if organisation.business_id:
        facts.append((w.fact_business_id, (Link(organisation.business_id),)))
    if parent := network.find(Organisation, organisation.parent):
        facts.append((w.fact_parent, (Link(str(parent.name), address_of(parent)),)))
    return facts


def organisation_made_of(scene: Scene, organisation: Organisation) -> list[str]:
    """Fingerprints of everything `organisation_page` reads."""
    network, key = scene.network, organisation.key
    partner_in = network.services_by_partner.get(key, ())
    groups = network.groups_by_organisation.get(key, ())
    given = [each for group in groups for each in network.agreements_by_group.get(group.key, ())]
    agreements = {each.key: each for each in (*network.agreements_by_organisation.get(key, ()), *given)}
    promises = network.promising.get(key, ())
    others: list[Record] = [
        *(stage.organisation for stage in line_of(network, organisation)),
        *network.services_by_organisation.get(key, ()),
        *partner_in,
        *(agreement for agreement, _ in promises),
        *(each for agreement, _ in promises for each in renewal_of(network, agreement)),
        *groups,
        *network.events_by_organisation.get(key, ()),
        *(region.profile for _, region, _ in network.contacts_by_organisation.get(key, ())),
    ]
    named = (organisation.parent, *[service.organisation for service in partner_in])
    marks, of = scene.marks_fingerprint(organisation), scene.fingerprints(Organisation)
    found = [organisation.fingerprint, *marks, *of_keys(of, named), *[other.gist for other in others]]
    for agreement in agreements.values():
        found += chain_made_of(scene, agreement)
    return found
