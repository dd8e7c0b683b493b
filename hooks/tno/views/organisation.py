"""An organisation as its page shows it: what it gives, what it has signed, where it sits, what it was before."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tno import finnish
from tno.addresses import address_of
from tno.model.agreement_dates import renewal_of
from tno.records import Group, Organisation
from tno.records.contacts import Contact
from tno.views.link import Link
from tno.views.promises import links_to_promises
from tno.views.scene import Scene
from tno.writing import inside


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask, by role."""

    role: str
    name: str
    """A person's name, only with consent; else empty."""
    phone: Link | None
    email: Link | None


@dataclass(frozen=True, slots=True)
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
    predecessors: tuple[Link, ...]
    """Whose tasks came to it, each with its last day in the note."""
    services: tuple[Link, ...]
    """What it gives, each with the summary in the note."""
    agreements: tuple[Link, ...]
    """What it has signed."""
    promises: tuple[Link, ...]
    """What it promises in agreements in force, to the board of promises; each with its state in the note."""
    groups: tuple[Link, ...]
    """Where it sits, with its role in the note."""
    events: tuple[Link, ...]
    """What it organises."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    """Label and values for the side column."""
    contacts: tuple[ContactView, ...]
    """By role."""
    prose: Markup
    """Its own text, HTML; empty for records in lists."""


def organisation_page(scene: Scene, organisation: Organisation) -> OrganisationPage:
    """What `records/organisation.html` shows of an organisation."""
    network, key = scene.network, organisation.key
    has_ended = bool(organisation.valid_until and organisation.valid_until < scene.day)
    successors = (network.find(Organisation, successor) for successor in organisation.succeeded_by)
    return OrganisationPage(
        organisation=organisation,
        sector=scene.label("organisation_type", organisation.sector),
        has_ended=has_ended,
        ended=scene.writing.day(organisation.valid_until) if organisation.valid_until and has_ended else "",
        successors=tuple(scene.link_from(organisation, successor) for successor in successors if successor),
        predecessors=tuple(
            scene.link_from(organisation, former, _until(scene, former)) for former in network.predecessors.get(key, ())
        ),
        services=tuple(
            scene.link_from(organisation, service, str(service.summary))
            for service in network.services_by_organisation.get(key, ())
        ),
        agreements=tuple(
            scene.link_from(organisation, agreement) for agreement in network.agreements_by_organisation.get(key, ())
        ),
        promises=links_to_promises(scene, key),
        groups=tuple(
            scene.link_from(organisation, group, _role_in(scene, group, key))
            for group in network.groups_by_organisation.get(key, ())
        ),
        events=tuple(scene.link_from(organisation, event) for event in network.events_by_organisation.get(key, ())),
        facts=tuple(_facts(scene, organisation)),
        contacts=tuple(contact_view(scene, contact) for contact in organisation.contacts),
        prose=scene.prose(organisation),
    )


def contact_view(scene: Scene, contact: Contact) -> ContactView:
    """A contact in words."""
    return ContactView(
        role=scene.label("contact_role", contact.role),
        name=str(contact.person or "") if contact.consent else "",
        phone=Link(finnish.phone(contact.phone), f"tel:{contact.phone}") if contact.phone else None,
        email=Link(contact.email, f"mailto:{contact.email}") if contact.email else None,
    )


def _until(scene: Scene, organisation: Organisation) -> str:
    if organisation.valid_until is None:
        return ""
    return scene.w.until_day.format(day=scene.writing.day(organisation.valid_until))


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
    others = [
        *(network.find(Organisation, successor) for successor in organisation.succeeded_by),
        *network.predecessors.get(key, ()),
        *network.services_by_organisation.get(key, ()),
        *network.agreements_by_organisation.get(key, ()),
        *(agreement for agreement, _ in network.promising.get(key, ())),
        *(each for agreement, _ in network.promising.get(key, ()) for each in renewal_of(network, agreement)),
        *network.groups_by_organisation.get(key, ()),
        *network.events_by_organisation.get(key, ()),
        network.find(Organisation, organisation.parent),
    ]
    marks = scene.marks_fingerprint(organisation)
    return [organisation.fingerprint, *marks, *(other.fingerprint for other in others if other)]
