"""What vocabularies say of a service: the same on thousands of pages, each term or area told once."""

from __future__ import annotations

from tno.model.localised import Foreign, joined
from tno.records import Service
from tno.records.service import Eligibility, Price
from tno.views.channel import call_price
from tno.views.link import Link, SharedFact
from tno.views.scene import Scene
from tno.writing import capital

FREE = "maksuton"


def facts_in_words(scene: Scene, service: Service) -> list[tuple[str, tuple[Link, ...]]]:
    """What vocabularies say of a service: the same on thousands of pages, each term or area told once."""
    once_of = scene.once_of
    facts: list[tuple[str, tuple[Link, ...]]] = []
    if service.price:
        facts.append(_price_and_calls(scene, service, service.price))
    if service.appointment:
        facts.append(once_of(_appointment, service.appointment))
    if service.anonymous is not None:
        facts.append(once_of(_anonymous, service.anonymous))
    if service.eligibility:
        facts += scene.once(_limits, service.eligibility)
    facts.append(once_of(_languages, service.languages))
    facts.append(once_of(_areas, (service.region, service.areas)))
    facts.append(once_of(_target_groups, service.target_groups))
    facts.append(once_of(_topics, service.topics))
    if service.life_situations:
        facts.append(once_of(_life_situations, service.life_situations))
    return facts


def _price(scene: Scene, price: Price) -> SharedFact:
    label = scene.label("service_charge", price.kind)
    if isinstance(price.text, Foreign):
        return _said(scene.w.fact_price, joined(" · ", [label, price.text]))
    return _said(scene.w.fact_price, str(price.text or label))


def _price_and_calls(scene: Scene, service: Service, price: Price) -> SharedFact:
    charges = tuple(dict.fromkeys(each.call_charge for each in service.channels if each.call_charge))
    if charges and FREE not in charges and price.kind == FREE and not price.text:
        return scene.once_of(_price_of_calls, charges)
    return scene.once(_price, price)


def _price_of_calls(scene: Scene, charges: tuple[str, ...]) -> SharedFact:
    """Advice is free, a call is not: said together."""
    calls = (call_price(scene, charge) for charge in charges)
    return _said(scene.w.fact_price, " · ".join([scene.label("service_charge", FREE), *calls]))


def _appointment(scene: Scene, term: str) -> SharedFact:
    return _said(scene.w.fact_appointment, scene.label("appointment", term))


def _anonymous(scene: Scene, may_be: bool) -> SharedFact:
    return _said(scene.w.fact_anonymous, scene.w.yes_if_you_want if may_be else scene.w.no)


def _limits(scene: Scene, limits: Eligibility) -> tuple[SharedFact, ...]:
    referral = scene.label("referral", limits.referral) if limits.referral else ""
    said = (scene.w.fact_referral, referral), (scene.w.fact_age, age_in_words(scene, limits))
    return tuple(_said(label, value) for label, value in said if value)


def _languages(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return _said(scene.w.fact_languages, scene.writing.listing(scene.labels("service_language", terms)))


def _areas(scene: Scene, areas: tuple[str, tuple[str, ...]]) -> SharedFact:
    return SharedFact((scene.w.fact_areas, scene.municipality_links(*areas)))


def _target_groups(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return SharedFact((scene.w.fact_target_groups, tuple(map(Link, scene.labels("target_group", terms)))))


def _topics(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return SharedFact((scene.w.fact_topics, scene.term_links("service_topic", terms)))


def _life_situations(scene: Scene, terms: tuple[str, ...]) -> SharedFact:
    return SharedFact((scene.w.fact_life_situations, scene.term_links("life_situation", terms)))


def _said(label: str, value: str) -> SharedFact:
    return SharedFact((label, (Link(value),)))


def for_whom(scene: Scene, service: Service) -> str:
    """ "Opiskelijat ja nuoret · 16–29-vuotiaille"."""
    ages = age_in_words(scene, service.eligibility) if service.eligibility else ""
    groups = scene.writing.in_a_sentence(scene.labels("target_group", service.target_groups))
    return " · ".join(filter(None, (capital(groups), ages)))


def age_in_words(scene: Scene, limits: Eligibility) -> str:
    """ "16–29-vuotiaille"; nothing when any age will do."""
    if limits.age_min is None and limits.age_max is None:
        return ""
    if limits.age_max is None:
        return scene.w.age_from.format(age=limits.age_min)
    if limits.age_min is None:
        return scene.w.age_to.format(age=limits.age_max)
    return scene.w.age_between.format(first=limits.age_min, last=limits.age_max)
