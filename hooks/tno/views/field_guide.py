"""Reference of the files editors write: every key of every kind of record, told from the models themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any, NamedTuple, get_args

from markupsafe import Markup, escape
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tno.country.vocabulary import Vocabularies, Vocabulary
from tno.field_names import name_of
from tno.finnish import slug
from tno.frozen import frozen
from tno.records import KINDS, QUESTIONS, Kind, Translation
from tno.records.advice import WHOLE, fields, model_at
from tno.records.base import Part
from tno.records.examples import example_of
from tno.records.scalars import Refers, TermOf
from tno.records.season_day import MonthDay
from tno.records.week import DayFields
from tno.rules.fields import metadata_of
from tno.views.link import Link
from tno.views.scene import Scene

ROOM = "ohjeet/tietueet/"
WORDS = f"{ROOM}sanastot/"
DESCRIBED: tuple[Kind, ...] = (*KINDS.values(), QUESTIONS)
"""What editors write, in the order of the guide."""
SHOWN_TERMS = 4
"""So many words of a vocabulary stand in the table of a record."""
MANY_KINDS = 4
"""When more kinds than this have the same words, they are not listed."""
COLUMNS = ("Avain", "Mitä kirjoitetaan", "Pakollinen", "Esimerkki")
WORD_COLUMNS = ("Kirjoita", "Suomeksi", "Ruotsiksi", "Englanniksi")
REFERRED = {
    "agreement": "lapin-sopimus-2026",
    "event": "verkostopaiva-2026",
    "group": "elo-ryhma",
    "organisation": "rovaniemen-ohjaamo",
    "place": "rovaniemen-paakirjasto",
    "service": "kemin-uraohjaus",
    "sub_area": "lansi-lappi",
}
"""Kind of record → an id of one, for examples."""
OF_TYPE: Mapping[type, str] = {bool: "kyllä", datetime: '"2026-12-10 12.00"', date: "2026-12-31"}
"""Type of a value → an example of it; the first that fits."""
WEEK = "ma, ti-pe, arkisin …"
WEEK_MEANING = "Päivä tai päiviä ja niiden ajat. Kirjoita alku ja loppu. Myös suljettu ja 00-24 käyvät."


class FieldRow(NamedTuple):
    """A key of a table."""

    key: str
    name: str
    meaning: str
    form: Markup
    """What kind of value it is, with a link to where that is told."""
    required: bool
    example: str


class FieldTable(NamedTuple):
    """The keys of a record, or of a part of one."""

    anchor: str
    heading: str
    about: Markup
    rows: tuple[FieldRow, ...]

    @property
    def cells(self) -> tuple[tuple[Markup | str, ...], ...]:
        """The rows as a table shows them."""
        return tuple(
            (
                Markup(f"{_code(row.key)}<br>{escape(row.name)}"),
                Markup(f'{escape(row.meaning)}<br><span class="t-meta">{row.form}</span>'),
                "kyllä" if row.required else "ei",
                _code(row.example),
            )
            for row in self.rows
        )


class WordTable(NamedTuple):
    """The terms of a vocabulary."""

    anchor: str
    heading: str
    about: str
    cells: tuple[tuple[Markup | str, ...], ...]


def _code(text: str) -> Markup:
    return Markup(f"<code>{escape(text)}</code>")


@frozen
class FieldPage:
    """Context of `sections/fields.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One sentence under it."""
    intro: tuple[Markup, ...]
    """What to know first, a paragraph each."""
    kinds: tuple[tuple[Link, str], ...]
    """On the first page: each kind with where its files are."""
    columns: tuple[str, ...]
    """Headings of the tables."""
    tables: tuple[FieldTable | WordTable, ...]
    """The tables, each with a heading of its own."""


# --- the pages --------------------------------------------------------------------------------------------------------


def address_of_kind(kind: Kind) -> str:
    """`ohjeet/tietueet/palvelu/`."""
    return f"{ROOM}{slug(kind.label)}/"


def title_of_kind(kind: Kind) -> str:
    """Heading of the kind's page: "Palvelun tiedosto"."""
    return f"Mitä kirjoitetaan: {kind.label}"


def fields_page(scene: Scene) -> FieldPage:
    """`/ohjeet/tietueet/`: which kinds there are, and the fields of translations."""
    kinds = tuple((Link(kind.label.capitalize(), address_of_kind(kind)), where(kind)) for kind in DESCRIBED)
    intro = (
        Markup("Avaimet ovat englantia ja arvot suomea. Valitse, mitä kirjoitat."),
        Markup('Kaikki sanat, joista valitaan: <a href="sanastot/">Sanastot</a>.'),
    )
    about = Markup("Toisenkielinen teksti on omassa tiedostossa, jonka nimessä on kieli: <code>ohjaamo.sv.md</code>.")
    rows = rows_of(Translation, scene.network.vocabularies, words="sanastot/")
    table = FieldTable("kaannos", "Käännös", about, rows)
    return FieldPage(scene.w.fields_title, scene.w.fields_lead, intro, kinds, COLUMNS, (table,))


def kind_page(kind: Kind, scene: Scene) -> FieldPage:
    """`/ohjeet/tietueet/palvelu/`: every key of one kind."""
    intro = [Markup("{} {}").format(where(kind), _prose_note(kind))]
    return FieldPage(title_of_kind(kind), kind_lead(kind), tuple(intro), (), COLUMNS, tuple(tables_of(kind, scene)))


def words_page(scene: Scene) -> FieldPage:
    """`/ohjeet/tietueet/sanastot/`: every term of every vocabulary."""
    intro = (Markup("Kirjoita ensimmäisen sarakkeen sana. Myös suomen-, ruotsin- ja englanninkielinen nimi kelpaa."),)
    tables = tuple(_word_table(each) for each in scene.network.vocabularies.values())
    return FieldPage(scene.w.fields_words, scene.w.fields_words_lead, intro, (), WORD_COLUMNS, tables)


def kind_lead(kind: Kind) -> str:
    """One sentence on the kind's page."""
    return f"Kaikki avaimet, jotka tiedostossa voi olla, kun laji on {kind.label}."


def where(kind: Kind) -> Markup:
    """Where the kind's files are."""
    if kind is QUESTIONS:
        return Markup("Luettelo tiedostossa <code>questions.yml</code>.")
    if not kind.folder:
        return Markup("Tiedosto <code>region.yml</code>, yksi aluetta kohti.")
    if kind.suffix == ".md":
        return Markup("Oma tiedosto kansiossa <code>{}/</code>.").format(kind.folder)
    return Markup("Luettelo kansion <code>{}/</code> tiedostossa.").format(kind.folder)


def _prose_note(kind: Kind) -> str:
    return "Avainten jälkeen tulee teksti." if kind.suffix == ".md" else ""


# --- tables -----------------------------------------------------------------------------------------------------------


def tables_of(kind: Kind, scene: Scene) -> Iterator[FieldTable]:
    """A table of the record itself, then one for each part of it."""
    known = scene.network.vocabularies
    label = kind.label.capitalize()
    optional_id = kind.suffix == ".md"
    rows = tuple(row for row in rows_of(kind.model, known) if not (optional_id and row.key == "id"))
    note = "Tunnus on tiedoston nimi, joten sitä ei kirjoiteta." if optional_id else ""
    yield FieldTable("tietue", label, Markup(note), rows)
    for key, part in parts_of(kind.model):
        about = Markup("Kirjoitetaan kohtaan <code>{}</code>.").format(key)
        yield FieldTable(_anchor(part), name_of(key), about, rows_of(part, known))


@cache
def parts_of(model: type[Part]) -> tuple[tuple[str, type[Part]], ...]:
    """(key, part) of every part below `model`, each part once, in the order in which they are met."""
    found: dict[type[Part], str] = {}

    def look(inside: type[Part]) -> None:
        for key in fields(inside):
            part = model_at(inside, (key,))
            if part is not None and part not in found and issubclass(part, Part):
                found[part] = key
                look(part)

    look(model)
    return tuple((key, part) for part, key in found.items())


def rows_of(model: type[Part], vocabularies: Vocabularies, words: str = "../sanastot/") -> tuple[FieldRow, ...]:
    """The keys of a model: the ones that must be there first.

    Args:
        words: the way to the page of vocabularies.
    """
    rows = [
        FieldRow(
            key=key,
            name=name_of(key),
            meaning="" if info.description == f"{name_of(key)}." else info.description or "",
            form=_form(info, model_at(model, (key,)), vocabularies, words),
            required=info.is_required(),
            example=_example(model, key, info, vocabularies),
        )
        for key, info in fields(model).items()
        if not (issubclass(model, DayFields) and key == "days")
    ]
    if issubclass(model, DayFields):
        rows.insert(0, FieldRow(WEEK, "Viikko", WEEK_MEANING, Markup("päivät ja ajat"), False, "ma-pe: 9-16"))
    return tuple(sorted(rows, key=lambda row: not row.required))


def _example(model: type[Part], key: str, info: FieldInfo, vocabularies: Vocabularies) -> str:
    """A good value: the one written for messages, else one that follows from the field's type."""
    if (written := example_of(model.__name__, key)) != "…":
        return written
    several = _is_list(info.annotation)
    if key in WHOLE:
        return f"[{WHOLE[key]}]" if several else WHOLE[key]
    if term := next(metadata_of(info, TermOf), None):
        one = next(iter(vocabularies[term.vocabulary].terms)) if info.default in (None, ()) else str(info.default)
    elif refers := next(metadata_of(info, Refers), None):
        one = REFERRED[refers.kind.partition("|")[0]]
    else:
        leaves = set(_leaves(info.annotation))
        one = next((value for leaf, value in OF_TYPE.items() if leaf in leaves), "…")
    return f"[{one}]" if several else one


# --- what kind of value -----------------------------------------------------------------------------------------------

_NAMES: Mapping[type, str] = {
    bool: "kyllä tai ei",
    MonthDay: "päivä, myös ilman vuotta",
    datetime: "päivä ja kellonaika, tai pelkkä päivä",
    date: "päivä",
    time: "kellonaika",
    int: "luku",
    float: "luku",
}
"""Type of a value → what kind it is; the first that fits."""


def _form(info: FieldInfo, part: type[BaseModel] | None, vocabularies: Vocabularies, words: str) -> Markup:
    """The kind of value in words."""
    several = ", yksi tai monta" if _is_list(info.annotation) else ""
    if part is not None:
        form = Markup('<a href="#{}">omat avaimet</a>').format(_anchor(part))
        form += "".join(f" tai tunnus: {_label(refers.kind)}" for refers in metadata_of(info, Refers))
        return form + several
    if term := next(metadata_of(info, TermOf), None):
        return _words(vocabularies[term.vocabulary], words) + several
    if refers := next(metadata_of(info, Refers), None):
        return Markup("tunnus: {}{}").format(" tai ".join(map(_label, refers.kind.split("|"))), several)
    leaves = set(_leaves(info.annotation))
    for leaf, name in _NAMES.items():
        if leaf in leaves:
            return Markup("{}{}").format(name, several)
    return Markup("teksti{}").format(several)


def _label(kind: str) -> str:
    return KINDS[kind].label if kind in KINDS else "alueen osa"


def _words(vocabulary: Vocabulary, way: str) -> Markup:
    ids = list(vocabulary.terms)
    shown = ", ".join(ids[:SHOWN_TERMS])
    more = " …" if len(ids) > SHOWN_TERMS else ""
    link = Markup('<a href="{}#{}">Katso kaikki</a>').format(way, slug(vocabulary.name))
    return Markup("sana: {}{} {}").format(shown, more, link)


def _is_list(annotation: Any) -> bool:
    if annotation is tuple or getattr(annotation, "__origin__", None) is tuple:
        return True
    return any(map(_is_list, get_args(annotation)))


def _leaves(annotation: Any) -> Iterator[Any]:
    if arguments := get_args(annotation):
        for argument in arguments:
            yield from _leaves(argument)
    else:
        yield annotation


def _anchor(part: type[BaseModel]) -> str:
    return slug(part.__name__)


# --- vocabularies -----------------------------------------------------------------------------------------------------


@cache
def uses() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Vocabulary → (way to the key, label of the kind) of every field whose words are of it."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for kind in (*DESCRIBED[1:], DESCRIBED[0]):  # what a region has chosen to show names no vocabulary
        for above, model in (("", kind.model), *parts_of(kind.model)):
            for key, info in fields(model).items():
                for term in metadata_of(info, TermOf):
                    found.setdefault(term.vocabulary, {})[f"{above}.{key}".lstrip("."), kind.label] = None
    return {vocabulary: tuple(own) for vocabulary, own in found.items()}


def _word_table(vocabulary: Vocabulary) -> WordTable:
    used = uses().get(vocabulary.name, ())
    kinds = list(dict.fromkeys(label for _, label in used))
    keys = list(dict.fromkeys(key for key, _ in used))
    whose = "kaikki lajit" if len(kinds) > MANY_KINDS else ", ".join(kinds)
    rows = tuple((_code(term.id), *(term.label(language) for language in ("fi", "sv", "en"))) for term in vocabulary)
    if not used:
        about = "Näitä ei kirjoiteta tiedostoon: portaali laskee ne itse."
        return WordTable(slug(vocabulary.name), "Portaalin omat sanat", about, rows)
    heading = f"{name_of(keys[0].rpartition('.')[2])}: {whose}"
    if "." in keys[0]:
        heading = f"{name_of(keys[0].partition('.')[0])}, {heading[0].lower()}{heading[1:]}"
    if len(keys) > MANY_KINDS:
        keys = list(dict.fromkeys(key.rpartition(".")[2] for key in keys))
    return WordTable(slug(vocabulary.name), heading, f"Missä kohdassa: {', '.join(keys)}.", rows)
