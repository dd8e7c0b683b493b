"""What to tell an editor about a key: what it means, a good value, which key was probably meant, where it belongs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from tno.country.vocabulary import Vocabularies
from tno.records.base import HIDDEN, Part, Record
from tno.records.contacts import Contact
from tno.records.examples import example_of
from tno.records.scalars import Refers, TermOf, is_slug
from tno.records.weekdays import WeekdayUnknownError, parse_weekdays

Path = tuple[str | int, ...]

FINNISH_KEYS = {
    "aika": "start",
    "ajat": "hours",
    "alkaa": "start",
    "alue": "areas",
    "alueet": "areas",
    "aukioloajat": "hours",
    "aiheet": "topics",
    "hinta": "price",
    "jarjestaja": "organiser",
    "jasenet": "members",
    "järjestäjä": "organiser",
    "jäsenet": "members",
    "kanavat": "channels",
    "katuosoite": "street",
    "kenelle": "target_groups",
    "kielet": "languages",
    "kieli": "languages",
    "kohderyhmat": "target_groups",
    "kohderyhmä": "target_groups",
    "kohderyhmät": "target_groups",
    "kunnat": "municipalities",
    "kunta": "municipality",
    "laji": "kind",
    "loppuu": "end",
    "nimi": "name",
    "organisaatio": "organisation",
    "osapuolet": "parties",
    "osoite": "street",
    "paikka": "place",
    "paiva": "start",
    "postinumero": "postal_code",
    "puh": "phone",
    "puhelin": "phone",
    "puhelinnumero": "phone",
    "paattyy": "end",
    "päivä": "start",
    "päättyy": "end",
    "rahoitus": "funding",
    "rooli": "role",
    "sahkoposti": "email",
    "sähköposti": "email",
    "tarkistettu": "verified",
    "tehtavat": "tasks",
    "tehtävät": "tasks",
    "tiivistelma": "summary",
    "tiivistelmä": "summary",
    "tila": "status",
    "tunnus": "id",
    "verkkosivu": "website",
    "verkko-osoite": "url",
    "vuosi": "year",
}
"""Finnish words that editors try as keys → the key, where a model has it."""
WHOLE: dict[str, str] = {
    "actions": "{text: Koulutetaan ohjaajia}",
    "alert": "{text: Suljettu remontin takia, until: 2026-12-31}",
    "annexes": "{name: Tehtävänjako}",
    "authority": "{name: Lapin elinvoimakeskus}",
    "channels": "{type: puhelin, phone: 016 00 1234}",
    "commitments": "{text: Tarjoamme etäohjausta}",
    "consent": "{date: 2026-11-21, scope: nimi verkkosivulla}",
    "contact": "{role: yhteyshenkilo, email: ohjaamo@example.org}",
    "contacts": "{role: yhteyshenkilo, email: ohjaamo@example.org}",
    "eligibility": "{age_min: 16, age_max: 29}",
    "exceptions": "{date: 2026-12-23, closed: kyllä}",
    "external_ids": "{ptv: f7b4c1d2-5e6a-4b3c-9d8e-1a2b3c4d5e6f}",
    "funding": "{kind: hankerahoitus, ends: 2027-12-31}",
    "group_tasks": "{group: elo-ryhma, tasks: [sovittaa palvelut yhteen]}",
    "hours": "{ma-pe: 9-16}",
    "members": "{organisation: rovaniemen-ohjaamo, role: puheenjohtaja}",
    "overrides": "{date: 2026-12-22, status: peruttu}",
    "parties": "{organisation: rovaniemen-ohjaamo}",
    "price": "{kind: maksullinen, text: 10 €}",
    "refers_to": "{service: kemin-uraohjaus}",
    "relations": "{group: elo-ryhma, kind: raportoi}",
    "repeat": "{every: viikko, on: ti}",
    "season": "{from: 1.6., until: 31.8.}",
    "signup": "{email: ohjaamo@example.org, closes: 2026-12-01}",
    "sub_areas": "{id: lansi-lappi, name: Länsi-Lappi, municipalities: [Kemi, Tornio]}",
    "themes": "{theme: roolit, text: Työnjako on sovittu}",
    "years": "{from: 2026, until: 2028}",
}
"""Key of a part, or of a list of parts → a whole part as it can be written on one line."""
SWEDISH_KEYS = {
    "adress": "street",
    "anordnare": "organiser",
    "arrangör": "organiser",
    "avtalsparter": "parties",
    "betalning": "price",
    "börjar": "start",
    "e-post": "email",
    "finansiering": "funding",
    "gatuadress": "street",
    "hemsida": "website",
    "kanaler": "channels",
    "kommun": "municipality",
    "kommuner": "municipalities",
    "kontrollerad": "verified",
    "medlemmar": "members",
    "målgrupp": "target_groups",
    "målgrupper": "target_groups",
    "namn": "name",
    "område": "areas",
    "områden": "areas",
    "ort": "post_office",
    "parter": "parties",
    "plats": "place",
    "postnummer": "postal_code",
    "pris": "price",
    "roll": "role",
    "sammandrag": "summary",
    "sammanfattning": "summary",
    "slut": "end",
    "slutar": "end",
    "språk": "languages",
    "telefon": "phone",
    "telefonnummer": "phone",
    "teman": "topics",
    "tid": "start",
    "typ": "kind",
    "uppgifter": "tasks",
    "webbadress": "url",
    "webbplats": "website",
    "ämnen": "topics",
    "år": "year",
    "öppethållning": "hours",
    "öppettider": "hours",
}
"""The same in Swedish."""
_OTHER_WORDS = SWEDISH_KEYS | {"address": "street", "date": "start"}
"""Words of other languages for the same; some are keys of other models."""
_PEOPLE_TO_ASK = frozenset(("contact", "contacts", "yhteystiedot", "yhteyshenkilo", "yhteyshenkilö", "yhteyshenkilöt"))
_NAMES_OF_PERSONS = frozenset(("name", "nimi", "henkilo", "henkilö", "yhteyshenkilo", "yhteyshenkilö"))


@cache
def fields(model: type[BaseModel]) -> Mapping[str, Any]:
    """Key → field: the model's own first, then those that every record or part has."""
    found = {field.alias or name: field for name, field in model.model_fields.items() if name not in HIDDEN}
    shared = {*Part.model_fields, *Record.model_fields}
    return dict(sorted(found.items(), key=lambda item: item[0] in shared))


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the mapping that `path` leads to."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        if current is None:
            return None
        field = fields(current).get(step)
        current = next(_parts_in(field.annotation), None) if field else None
    return current


def keys(model: type[BaseModel], path: Path) -> list[str]:
    """Keys of the mapping that `path` leads to."""
    found = model_at(model, path)
    return list(fields(found)) if found else []


def description(model: type[BaseModel], path: Path) -> str:
    """What the field at `path` is for, in Finnish, without a full stop."""
    found, last = _field_at(model, path)
    if found is None or last not in fields(found):
        return "tämä tieto"
    return (fields(found)[last].description or "").rstrip(".").removesuffix(" …")


def example(model: type[BaseModel], path: Path) -> str:
    """A good value of the field at `path`."""
    found, last = _field_at(model, path)
    return example_of(found.__name__ if found else "", last)


def list_example(model: type[BaseModel], path: Path) -> str:
    """A whole list, for something else at `path`."""
    part = WHOLE.get(str(path[-1]) if path else "")
    return f"[{part}]" if part else example(model, path)


def whole_example(model: type[BaseModel], path: Path, written: Any, vocabularies: Vocabularies) -> str:
    """The whole line, or item of a list, for a mapping at `path` where `written` stands; with that in it if it fits."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    part = model_at(model, path)
    shown = (part and _with_value(part, written, vocabularies)) or WHOLE.get(key)
    shown = shown or "{" + ", ".join(f"{name}: …" for name in keys(model, path)[:3]) + "}"
    return f"- {shown}" if path and isinstance(path[-1], int) else f"{key}: {shown}"


def _with_value(part: type[BaseModel], written: Any, vocabularies: Vocabularies) -> str:
    """The part with `written` in its first field that must be there, when it is what that field takes."""
    needed = next(((key, field) for key, field in fields(part).items() if field.is_required()), None)
    if needed is None or not isinstance(written, str):
        return ""
    for mark in needed[1].metadata:
        if isinstance(mark, TermOf) and (term := vocabularies[mark.vocabulary].find(written)):
            return f"{{{needed[0]}: {term.id}}}"
        if isinstance(mark, Refers) and is_slug(written):
            return f"{{{needed[0]}: {written}}}"
    return ""


def _field_at(model: type[BaseModel], path: Path) -> tuple[type[BaseModel] | None, str]:
    *parent, last = [step for step in path if isinstance(step, str)] or [""]
    return model_at(model, tuple(parent)), last


def unknown_key(model: type[BaseModel], path: Path) -> tuple[str, dict[str, str]]:
    """Code and data for the key at `path` that the mapping does not have."""
    known, written = keys(model, path[:-1]), str(path[-1])
    if (joined := re.match(r"([a-z_]+)(:| )\S", written)) and joined[1] in known:  # {every:viikko, on ti}
        code = "yaml-colon-space" if joined[2] == ":" else "yaml-colon-missing"
        return code, {"value": written, "suggestion": f"{joined[1]}: {written[joined.end() - 1 :]}"}
    if written.lower() in _NAMES_OF_PERSONS and model_at(model, path[:-1]) is Contact:
        return "contact-name", {"value": written}
    if written.lower() in _PEOPLE_TO_ASK and "channels" in known:
        return "contact-is-channel", {"value": written, "example": "- {type: puhelin, phone: 016 123 4567}"}
    meant = (FINNISH_KEYS | _OTHER_WORDS).get(written.lower(), "")
    near = [meant] if meant in known else difflib.get_close_matches(written.lower(), known, n=1, cutoff=0.75)
    if not near and (place := _other_place(model, path)):
        return place[0], {"value": written, "place": place[1]}
    shown = [*near, *difflib.get_close_matches(written.lower(), known, n=4, cutoff=0.5)]
    expected = list(dict.fromkeys([*shown, *known]))[: max(4, len(shown))]
    data = {"value": written, "expected": ", ".join(expected)}
    return "key-unknown", data | ({"suggestion": near[0]} if near else {})


def _other_place(model: type[BaseModel], path: Path) -> tuple[str, str] | None:
    """Code and the key it is about, when the model has the key at the top of the file or one step deeper."""
    key, above = str(path[-1]), [step for step in path[:-1] if isinstance(step, str)]
    if above and key in fields(model):
        return "key-too-deep", above[0]
    here = model_at(model, path[:-1]) or model
    deeper = [parent for parent, child in _children(here) if key in fields(child)]
    if not deeper and _is_weekdays(key):
        deeper = [parent for parent, _ in _children(here) if parent == "hours"]
    return ("key-too-high", deeper[0]) if deeper else None


def _is_weekdays(key: str) -> bool:
    try:
        return bool(parse_weekdays(key))
    except WeekdayUnknownError:
        return False


def _children(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    for key, field in fields(model).items():
        yield from ((key, child) for child in _parts_in(field.annotation))


def _parts_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts_in(argument)
