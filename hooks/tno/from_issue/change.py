"""“Muutos tai virhe”: one fact of one record set anew when it is certain which; else people take it from here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from pydantic_core import PydanticCustomError

from tno.addresses import ROOMS, address_of, has_page
from tno.amend import CannotAmendError, amended
from tno.check import is_error
from tno.finnish import phone, phone_e164, slug
from tno.from_issue import forms
from tno.from_issue.issue import Answer, Outcome, Tree, Trouble
from tno.from_issue.reply import change_told, mend_told, people_told
from tno.from_issue.told import sentence_of, warnings_of
from tno.from_issue.trial import problems_with
from tno.from_issue.values import Answers, hours_of
from tno.model.network import Network
from tno.records import KINDS, Event, Organisation, Record, Service
from tno.records.base import PUBLIC
from tno.records.place import PlaceFields
from tno.records.scalars import TranslatedText, parse_day
from tno.report import message_of
from tno.safe_markdown import code

Path = tuple[str | int, ...]
MOST_PAGES = 5

NOT_FOUND = (
    "Sivua ”{value}” ei löydy. Kopioi osoite selaimen osoiteriviltä sivulta, jolla tieto on, esim. "
    "https://example.org/lappi/palvelut/ohjaamo/."
)
NOT_CHOSEN = "Valitse luettelosta, mikä tieto muuttuu."
SAME = "Sivustolla lukee jo näin."
NOT_A_DAY = "Kirjoita viimeinen päivä näin: 31.12.2026."
SEVERAL = (
    "Sivulla on monta tällaista tietoa: {values}. Jos haluat nopeuttaa asiaa, muokkaa ilmoitusta ja kopioi vanha "
    "tieto kohtaan Mitä siinä lukee nyt. Silloin muutos tehdään itsestään."
)
NOT_THERE = (
    "Sivulla ei lue {old}. Siellä lukee: {values}. Jos haluat nopeuttaa asiaa, muokkaa ilmoitusta ja kopioi vanha "
    "tieto kohtaan Mitä siinä lukee nyt. Silloin muutos tehdään itsestään."
)
SEVERAL_PAGES = "Tällä nimellä on monta sivua: {pages}. Kirjoita niistä se, jolla tieto on."
NONE_THERE = "Sivulla ei ole tätä tietoa sellaisessa muodossa, että sen voisi vaihtaa itsestään."
NOT_BY_ITSELF = "Tällaista muutosta ei tehdä itsestään."
_IN_ROOM = re.compile(rf"(?:.*/)?([a-z0-9-]+)/({'|'.join(ROOMS.values())})/([a-z0-9-]+)/?")
_BY_KEY = re.compile(r"(?:([a-z0-9-]+)/)?([a-z0-9-]+)/?")
_AFTER = ("valid_from", "maintainer", "source", "verified")
"""A new date goes after the last of these."""


class Fact(NamedTuple):
    """A value of a record that could be the one meant."""

    path: Path
    value: str
    before: str = ""
    """What stands there now."""


class UncertainError(Exception):
    """It is not certain what to change; its text is the reason, told to whoever asked."""


def change(answers: Answers, tree: Tree) -> Answer:
    """The file with the one fact changed, tried; or what to mend; or a word that people take it from here."""
    answers.check()
    if answers.text("field") and answers.text("field") not in answers.form.question("field").options:
        answers.trouble("field", NOT_CHOSEN)
    found = _records(tree.loaded.network, answers.text("record"))
    record = found[0] if len(found) == 1 else None
    if len(found) > 1:
        pages = ", ".join(address_of(each) if has_page(each) else each.key for each in found[:MOST_PAGES])
        answers.trouble("record", SEVERAL_PAGES, pages=pages)
    elif record is None and answers.text("record"):
        answers.trouble("record", NOT_FOUND, value=answers.text("record"))
    if answers.troubles or record is None:
        return Answer(Outcome.MEND, mend_told(answers.troubles))
    try:
        facts = [*_CERTAIN.get(answers.text("field"), _nothing)(record, answers)]
        return _answer(record, answers, tree, facts)
    except (UncertainError, CannotAmendError) as why:
        return Answer(Outcome.PEOPLE, people_told(str(why) if isinstance(why, UncertainError) else NOT_BY_ITSELF))


def _answer(record: Record, answers: Answers, tree: Tree, facts: list[Fact]) -> Answer:
    file, steps = tree.loaded.places.file_and_path(record)
    if file is None or record.visibility != PUBLIC:
        raise UncertainError(NOT_BY_ITSELF)
    if answers.troubles:
        return Answer(Outcome.MEND, mend_told(answers.troubles))
    with (tree.folders.root / file).open(encoding="utf-8", newline="") as opened:
        text = written = opened.read()
    for fact in facts:
        text = amended(text, file, (*steps, *fact.path), fact.value, _AFTER)
    if text == written:
        return Answer(Outcome.MEND, mend_told([Trouble(answers.form.question("new").label, SAME)]))
    problems = problems_with(tree, {file: text})
    label = answers.form.question("new").label
    if wrong := [Trouble(label, sentence_of(problem)) for problem in problems if is_error(problem)]:
        return Answer(Outcome.MEND, mend_told(list(dict.fromkeys(wrong))))
    before = ", ".join(phone(fact.before) for fact in facts if fact.before)
    about = f"{answers.text('field')}: {code(before)} → {code(answers.text('new'))}."
    notes = [message_of(problem) for problem in warnings_of(problems)]
    return Answer(Outcome.CHANGE, change_told([file], notes[:3], about), {file: text}, f"Muutos: {record.key}")


# --- which record -----------------------------------------------------------------------------------------------------


def _records(network: Network, text: str) -> list[Record]:
    """The records that may be meant: by a page's address, by an id or by a name."""
    try:
        path = unquote(urlsplit(text).path if "://" in text else re.split("[?#]", text)[0]).strip().strip("/")
    except ValueError:
        return []
    if match := _IN_ROOM.fullmatch(path):
        kind = next(name for name, room in ROOMS.items() if room == match[2])
        record = network.find(KINDS[kind].model, f"{match[1]}/{match[3]}")
        return [record] if record else []
    return list(_by_key(network, path)) or list(_by_name(network, text))


def _by_key(network: Network, text: str) -> Iterator[Record]:
    if match := _BY_KEY.fullmatch(text):
        for kind in KINDS.values():
            if kind.folder:
                records = network.all_of(kind.model).values()
                yield from (r for r in records if r.id == match[2] and match[1] in (None, r.region))


def _by_name(network: Network, text: str) -> Iterator[Record]:
    if plain := slug(text):
        for kind in filter(lambda kind: kind.name in ROOMS, KINDS.values()):
            records = network.all_of(kind.model).values()
            yield from (record for record in records if slug(str(getattr(record, "name", ""))) == plain)


# --- which fact -------------------------------------------------------------------------------------------------------


def _nothing(record: Record, answers: Answers) -> Iterator[Fact]:
    raise UncertainError(NOT_BY_ITSELF)
    yield


def _one_of(facts: list[Fact], answers: Answers, same: Callable[[str, str], bool]) -> Iterator[Fact]:
    """The one that is meant, with its new value."""
    old = answers.text("old")
    meant = [fact for fact in facts if not old or same(fact.value, old)]
    values = ", ".join(dict.fromkeys(code(phone(fact.value)) for fact in facts))
    if not facts:
        raise UncertainError(NONE_THERE)
    if not meant:
        raise UncertainError(NOT_THERE.format(old=code(old), values=values))
    if not all(same(fact.value, meant[0].value) for fact in meant):
        raise UncertainError(SEVERAL.format(values=values))
    for fact in meant:
        yield Fact(fact.path, answers.text("new"), fact.value)


def _in_parts(record: Record, *keys: str) -> Iterator[Fact]:
    """Values that stand under one of `keys` in a record, its channels, its contacts or its sign-up."""
    for key in keys:
        if value := getattr(record, key, None):
            yield Fact((key,), str(value))
        for name in ("channels", "contacts"):
            for index, part in enumerate(getattr(record, name, ())):
                if (value := getattr(part, key, None)) and part.visibility == PUBLIC:
                    yield Fact((name, index, key), str(value))
        for name in ("signup", "contact"):
            if (part := getattr(record, name, None)) and (value := getattr(part, key, None)):
                yield Fact((name, key), str(value))


def _phone(record: Record, answers: Answers) -> Iterator[Fact]:
    facts = list(_in_parts(record, "phone"))
    if not facts and isinstance(record, Organisation) and not answers.text("old"):
        return iter([Fact(("phone",), answers.text("new"))])
    return _one_of(facts, answers, _same_number)


def _same_number(value: str, old: str) -> bool:
    """Whether two numbers are the same; words beside the old one do not matter."""
    digits = re.sub(r"[^0-9+() -]", "", old).strip(" -()")
    return phone_e164(value) == phone_e164(digits) is not None


def _email(record: Record, answers: Answers) -> Iterator[Fact]:
    return _one_of(list(_in_parts(record, "email")), answers, lambda value, old: value.casefold() == old.casefold())


def _address(record: Record, answers: Answers) -> Iterator[Fact]:
    facts = list(_in_parts(record, "url", "website", "online_url"))
    return _one_of(facts, answers, lambda value, old: value.rstrip("/") == old.rstrip("/"))


def _own(key: str) -> Callable[[Record, Answers], Iterator[Fact]]:
    """A text that a record has once. In several languages it is for people."""

    def fact(record: Record, answers: Answers) -> Iterator[Fact]:
        if isinstance(getattr(record, key, None), TranslatedText) or not hasattr(record, key):
            raise UncertainError(NOT_BY_ITSELF)
        yield Fact((key,), answers.text("new"), str(getattr(record, key) or ""))

    return fact


def _price(record: Record, answers: Answers) -> Iterator[Fact]:
    price = getattr(record, "price", None)
    if price is None or isinstance(price.text, TranslatedText):
        raise UncertainError(NONE_THERE)
    yield Fact(("price", "text"), answers.text("new"), str(price.text or ""))


def _hours(record: Record, answers: Answers) -> Iterator[Fact]:
    """The hours of the only channel that has any, when the same days are told anew."""
    lines = filter(None, re.split(r"[;\n]", answers.prose("new")))
    told = [hours_of(line) for line in lines]
    served = [i for i, channel in enumerate(getattr(record, "channels", ())) if channel.hours]
    if len(served) != 1 or None in told or len(told) != 1:
        raise UncertainError(NOT_BY_ITSELF)
    hours = record.channels[served[0]].hours if isinstance(record, Service) else None
    if hours is None or hours.season or hours.exceptions or hours.weeks:
        raise UncertainError(NOT_BY_ITSELF)
    for days, spans in filter(None, told):
        yield Fact(("channels", served[0], "hours", days), spans)


def _street(record: Record, answers: Answers) -> Iterator[Fact]:
    """The address written in the service's only channel with a place; one that others use too is for people."""
    channels = getattr(record, "channels", ())
    inline = [i for i, channel in enumerate(channels) if isinstance(channel.place, PlaceFields)]
    match = re.fullmatch(r"([^,]+?)(?:, ?(\d{5}) ([^,\d]+))?", answers.text("new"))
    if len(inline) != 1 or not match or channels[inline[0]].place.lat is not None:
        raise UncertainError(NOT_BY_ITSELF)
    for key, value in zip(("street", "postal_code", "post_office"), match.groups(), strict=True):
        if value:
            yield Fact(("channels", inline[0], "place", key), value)


def _ends(record: Record, answers: Answers) -> Iterator[Fact]:
    if isinstance(record, Event):
        raise UncertainError(NOT_BY_ITSELF)
    try:
        day = parse_day(answers.text("new").rstrip("."))
    except PydanticCustomError:
        answers.trouble("new", NOT_A_DAY)
        return
    yield Fact(("valid_until",), day.isoformat())


_CERTAIN: Mapping[str, Callable[[Record, Answers], Iterator[Fact]]] = {
    forms.PHONE: _phone,
    forms.EMAIL: _email,
    forms.ADDRESS: _address,
    forms.HOURS: _hours,
    forms.STREET: _street,
    forms.NAME: _own("name"),
    forms.SUMMARY: _own("summary"),
    forms.PRICE: _price,
    forms.ENDS: _ends,
}
"""What can be changed without anybody reading it first; the rest is for people."""
