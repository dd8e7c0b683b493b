"""Who, where and what: organisations, places and services of the load."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from country import NATIONAL, Municipality
from frame import TODAY, Frame, ServiceHead
from language import body, slug_of, summary

Facts = dict[str, Any]
_ROLES = ("koordinaattori", "ydintoimija", "ydintoimija", "tukitoimija", "yhteistyokumppani")


def organisation(frame: Frame, number: int) -> Facts:
    """An organisation; one that has ended names who carries its tasks now."""
    rng, head = frame.rng("organisation", number), frame.organisations[number]
    facts: Facts = {
        "id": head.id,
        "name": head.name,
        "sector": head.sector,
        "level": head.level,
        "network_role": rng.choice(_ROLES),
        "municipality": head.home.name,
        "summary": f"Keksitty toimija: {head.name}, {head.home.name}.",
        "website": f"https://example.org/{head.id}",
        "email": f"{head.id}@example.org",
        "phone": frame.phone(rng),
        "contacts": [{"role": "yhteyshenkilo", "email": f"ohjaus.{head.id}@example.org"}],
        "verified": _verified(rng),
        "example": True,
    }
    if head.ended:
        facts |= {"valid_until": "2024-12-31", "succeeded_by": [rng.choice(frame.active).id]}
    return facts


def _verified(rng: Random) -> str:
    """Most were checked this year, some too long ago."""
    days = rng.randint(1, 170) if rng.random() < 0.8 else rng.randint(171, 700)
    return (TODAY - timedelta(days=days)).isoformat()


def place(frame: Frame, number: int) -> Facts:
    """A place near the middle of its municipality; three of a hundred keep their address to themselves."""
    rng, (place_id, home) = frame.rng("place", number), frame.places[number]
    secret = rng.random() < 0.03
    return {
        "id": place_id,
        "name": f"{place_id.split('-')[0].capitalize()} {number + 1}, {home.name}",
        "municipality": home.code,
        "street": f"{rng.choice(('Esimerkki', 'Malli', 'Keksintö', 'Sepite'))}{rng.choice(('katu', 'tie', 'polku'))} "
        f"{rng.randint(1, 90)}",
        "postal_code": f"{rng.randint(10, 99)}{rng.randint(0, 99):02d}0",
        "post_office": home.name,
        "lat": round(home.lat + rng.uniform(-0.01, 0.01), 4),
        "lon": round(home.lon + rng.uniform(-0.02, 0.02), 4),
        "address_public": False if secret else None,
        "entrance": rng.choice(("Sisäänkäynti pihan puolelta.", "Pääovesta, toinen kerros.", None, None)),
        "accessibility": rng.choice((["esteeton-sisaankaynti"], ["esteeton-sisaankaynti", "hissi"],
                                     ["esteeton-wc", "induktiosilmukka"], None)),
        "transit_note": rng.choice(("Bussipysäkki on oven edessä.", "Asemalta kävelee kymmenen minuuttia.", None)),
        "verified": _verified(rng),
        "example": True,
    }  # fmt: skip


def service(frame: Frame, number: int) -> tuple[str, Facts, str]:
    """A service as (id, front matter, prose)."""
    rng, head = frame.rng("service", number), frame.services[number]
    giver = rng.choice(frame.active)
    facts: Facts = {
        "name": head.name,
        "summary": summary(rng, head.theme, head.audience),
        "organisation": giver.id,
        "kind": list(head.theme.kinds),
        "target_groups": _target_groups(rng, head),
        "life_situations": list(head.theme.situations),
        "topics": list(head.theme.topics),
        "areas": _areas(frame, rng, giver.home),
        "channels": _channels(frame, rng, head),
        "languages": rng.choice((["fi"], ["fi"], ["fi"], ["fi", "sv"], ["fi", "en"], ["fi", "sv", "en"])),
        "eligibility": _eligibility(rng, head),
        "how_to_start": rng.choice(("Soita tai kirjoita, niin sovitaan aika.", "Tule käymään ilman ajanvarausta.",
                                    "Täytä lyhyt lomake verkossa, niin otamme sinuun yhteyttä.")),
        "bring": rng.choice((["henkilötodistus"], ["todistukset, jos niitä on", "oma kalenteri"], None)),
        "price": {"kind": "maksuton"} if rng.random() < 0.93 else {"kind": "maksullinen", "text": "10 euroa kerta"},
        "anonymous": rng.random() < 0.4,
        "appointment": rng.choice(("ei-tarvita", "mahdollinen", "pakollinen")),
        "status": rng.choices(("voimassa", "tauolla", "suunniteltu"), (95, 3, 2))[0],
        "funding": _funding(rng),
        "partners": _partners(frame, rng, giver.id),
        "refers_to": _referrals(frame, rng, number),
        "agreements": [rng.choice(frame.agreements)] if frame.agreements and rng.random() < 0.1 else None,
        "external_ids": {"hsds": f"{frame.section.id}-{number + 1}"} if rng.random() < 0.5 else None,
        "synonyms": list(head.theme.synonyms),
        "verified": _verified(rng),
        "maintainer": giver.id,
        "source": "Keksitty esimerkki",
        "example": True,
    }  # fmt: skip
    return head.id, facts, body(rng, head.theme, head.audience)


def _target_groups(rng: Random, head: ServiceHead) -> list[str]:
    more = rng.choice((None, "aikuiset", "tyottomat", "nuoret", "alanvaihtajat"))
    return list(dict.fromkeys([head.audience.term, *([more] if more else [])]))


def _areas(frame: Frame, rng: Random, home: Municipality) -> list[str]:
    """Whom a service serves: the mix of the national load, see README."""
    section = frame.section
    if section.id == NATIONAL:
        return [rng.choice(("koko-maa", "manner-suomi"))]
    kind = rng.choices(("near", "whole", "part", "country"), (55, 30, 10, 5))[0]
    if kind == "near":
        return [each.name for each in section.near(home, rng.choice((1, 1, 1, 2, 3)))]
    if kind == "whole":
        return ["koko-alue"]
    if kind == "part":
        if section.sub_areas:
            return [rng.choice(section.sub_areas)]
        return [each.name for each in section.near(home, rng.randint(5, 9))]
    return [rng.choice(("koko-maa", "manner-suomi"))]


def _funding(rng: Random) -> Facts:
    if rng.random() < 0.85:
        return {"kind": "perusrahoitus"}
    ends = TODAY + timedelta(days=rng.randint(20, 900))
    return {"kind": "hanke", "source": "Keksitty hanke", "ends": ends.isoformat()}


def _eligibility(rng: Random, head: ServiceHead) -> Facts:
    low, high = head.audience.ages or (None, None)
    return {
        "age_min": low,
        "age_max": high,
        "text": f"Palvelu on tarkoitettu {head.audience.to_whom}.",
        "not_for": rng.choice((None, "Emme anna lausuntoja viranomaisille.", "Emme hoida hakemuksia puolestasi.")),
        "referral": "ei-tarvita" if rng.random() < 0.9 else "ammattilainen",
    }


def _partners(frame: Frame, rng: Random, giver: str) -> list[str] | None:
    others = [each.id for each in rng.sample(frame.active, min(3, len(frame.active))) if each.id != giver]
    return others or None


def _referrals(frame: Frame, rng: Random, number: int) -> list[Facts] | None:
    other = rng.randrange(len(frame.services))
    if other == number or rng.random() < 0.75:
        return None
    head = frame.services[other]
    return [{"service": head.id, "when": f"Kun asia koskee muuta: {head.theme.name}."}]


def _channels(frame: Frame, rng: Random, head: ServiceHead) -> list[Facts]:
    """One to four different channels, most often two or three."""
    count = rng.choices((1, 2, 3, 4), (10, 30, 40, 20))[0]
    kinds = ["palvelupaikka", "puhelin", "sahkoposti", "chat", "videovastaanotto", "verkkoasiointi"]
    chosen = rng.sample(kinds, count, counts=[5, 5, 3, 1, 1, 2])
    return [_channel(frame, rng, head, kind) for kind in dict.fromkeys(chosen)]


def _channel(frame: Frame, rng: Random, head: ServiceHead, kind: str) -> Facts:
    host = "https://example.org"
    address = slug_of(head.theme.name)
    way: dict[str, Facts] = {
        "palvelupaikka": {"place": rng.choice(frame.places)[0], "hours": _hours(rng)},
        "puhelin": {"phone": frame.phone(rng), "call_charge": rng.choice(("pvm-mpm", "maksuton")),
                    "hours": _hours(rng)},
        "sahkoposti": {"email": f"{address}.{frame.section.id}@example.org", "answer_time": "Kolmessa arkipäivässä."},
        "chat": {"url": f"{host}/chat/{address}", "hours": _hours(rng)},
        "videovastaanotto": {"url": f"{host}/video/{address}", "note": "Aika varataan etukäteen."},
        "verkkoasiointi": {"url": f"{host}/asiointi/{address}"},
    }  # fmt: skip
    return {"type": kind, **way[kind]}


def _hours(rng: Random) -> Facts:
    """Opening hours as editors write them, every third with exceptions."""
    week = rng.choice((
        {"ma-pe": "9-16"}, {"ma-to": "9-16", "pe": "9-14"}, {"ma": "9-17", "ti-pe": "8.30-11.30, 12.15-16"},
        {"ti": "12-18", "to": "9-15"}, {"ma-ke": "9-15", "to": "9-18", "pe": "9-13"}, {"ma-pe": "8-10, 12-14"},
        {"ke": "13-17"}, {"ma-pe": "9-20", "la": "10-15"},
    ))  # fmt: skip
    hours: Facts = dict(week)
    if rng.random() < 0.5:
        hours["exceptions"] = rng.choice((
            [{"named_day": "jouluaatto", "closed": True}, {"named_day": "itsenaisyyspaiva", "closed": True}],
            [{"from": "2026-12-21", "until": "2027-01-06", "closed": True, "note": "Joulutauko"}],
            [{"date": "2026-12-30", "hours": "9-12"}],
        ))  # fmt: skip
    return hours
