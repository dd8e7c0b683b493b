"""The columns of services.csv: what each means, and what stands in it for a service that the JSON tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from tno.records.scalars import LANGUAGES
from tno.views.data_fields import LICENCE, SEPARATOR, DataField, Fields

MUNICIPALITY_CODES = "municipality_codes"
"""What the table's maker adds to a service: the codes of its set, so that a row stands alone."""


class Columns(NamedTuple):
    """Columns of the table that are told together, made from what the JSON tells of the service."""

    fields: Fields
    values: Callable[[Mapping[str, Any]], Iterable[str | None]]
    """A cell for each of the columns; None is an empty one."""


def _as_it_is(**meanings: str) -> Columns:
    """Columns called as the fields of a service are."""
    names = tuple(meanings)
    return Columns(_fields(meanings), lambda told: map(told.get, names))


def _written(name: str, meaning: str) -> Columns:
    """A column of a value that is no text."""
    return Columns((DataField(name, meaning),), lambda told: (_plain(told.get(name)),))


def _plain(value: bool | int | None) -> str | None:
    return None if value is None else str(value).lower()


def _joined(**meanings: str) -> Columns:
    """The same of fields with several values."""
    names = tuple(meanings)
    return Columns(_fields(meanings), lambda told: [SEPARATOR.join(told.get(name, ())) for name in names])


def _inside(name: str, **meanings: tuple[str, str]) -> Columns:
    """Columns of the values inside a field: column → (name of the value, meaning)."""
    inner = tuple(name for name, _ in meanings.values())
    fields = _fields({column: meaning for column, (_, meaning) in meanings.items()})
    return Columns(fields, lambda told: map(told.get(name, _NOTHING).get, inner))


def _in_languages(name: str, meaning: str) -> Columns:
    fields = tuple(DataField(f"{name}_{language}", f"{meaning}, kieli {language}.") for language in LANGUAGES)
    return Columns(fields, lambda told: map(told.get(name, _NOTHING).get, LANGUAGES))


def _fields(meanings: Mapping[str, str]) -> Fields:
    return tuple(DataField(name, meaning) for name, meaning in meanings.items())


_NOTHING: Mapping[str, Any] = {}


def _channels(told: Mapping[str, Any]) -> Iterable[str]:
    """Each value of the channels once, kind by kind; hours with the channel that has them."""
    found: tuple[dict[str, None], ...] = ({}, {}, {}, {}, {}, {})
    kinds, phones, emails, urls, places, hours = found
    for channel in told["channels"]:
        kinds[channel["type"]] = None
        for name, values in (("phone", phones), ("email", emails), ("url", urls)):
            if name in channel:
                values[channel[name]] = None
        if place := channel.get("place", _NOTHING).get("id"):
            places[place] = None
        if week := channel.get("hours", _NOTHING).get("text"):
            hours[f"{channel['type']}: {week['fi']}"] = None
    return map(SEPARATOR.join, found)


def _in_finnish(name: str, inner: str, told: Mapping[str, Any]) -> Any:
    return told.get(name, _NOTHING).get(inner, _NOTHING).get("fi")


TABLE = (
    _as_it_is(id="Pysyvä tunnus."),
    _in_languages("name", "Nimi"),
    _in_languages("summary", "Yksi lause palvelusta"),
    _as_it_is(region="Alue, jonka verkosto pitää tiedot."),
    _written("example", "true: keksitty esimerkki."),
    _inside("organisation", organisation_id=("id", "Organisaation tunnus.")),
    Columns(
        (DataField("organisation_name", "Organisaation nimi suomeksi."),),
        lambda told: (_in_finnish("organisation", "name", told),),
    ),
    _joined(
        kind="Palvelun lajit.",
        target_groups="Kenelle palvelu on.",
        topics="Aiheet.",
        life_situations="Elämäntilanteet.",
        languages="Kielet, joilla palvellaan.",
        areas="Alueet sanoina.",
    ),
    _as_it_is(**{MUNICIPALITY_CODES: "Samat alueet kuntina: kuntakoodit, välissä välilyönti."}),
    Columns(
        (
            DataField("channels", "Kanavien lajit."),
            DataField("phones", "Puhelinnumerot muodossa E.164."),
            DataField("emails", "Sähköpostit."),
            DataField("urls", "Verkko-osoitteet."),
            DataField("places", "Paikkojen tunnukset."),
            DataField("hours", "Kanava ja sen viikko suomeksi."),
        ),
        _channels,
    ),
    _inside("price", price=("kind", "Hinta.")),
    Columns(
        (DataField("price_text", "Hinta sanoin suomeksi."),),
        lambda told: (_in_finnish("price", "text", told),),
    ),
    _as_it_is(appointment="Ajanvaraus."),
    _written("anonymous", "true: palvelua saa nimettömänä."),
    Columns(
        (DataField("age_min", "Alin ikä."), DataField("age_max", "Ylin ikä.")),
        lambda told: map(_plain, map(told.get("eligibility", _NOTHING).get, ("age_min", "age_max"))),
    ),
    _as_it_is(
        status="voimassa tai tauolla.",
        valid_from="Ensimmäinen päivä.",
        valid_until="Viimeinen päivä.",
        verified="Tarkistettu.",
        maintainer="Kuka pitää tiedot ajan tasalla.",
        address="Palvelun sivun osoite.",
    ),
    Columns((DataField("licence", "Lisenssi, sama joka rivillä."),), lambda _: (LICENCE,)),
)
"""The columns of services.csv in their order."""
COLUMNS = tuple(field for columns in TABLE for field in columns.fields)
