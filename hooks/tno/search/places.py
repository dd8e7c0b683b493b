"""Names of places as people type them: "rovaniemellä", "turussa", "vaasalaiselle", "i Jakobstad".

A place is known by its name and by the stem its case forms are made of (Rovaniemi, rovanieme-), so that the browser
need only know which endings may follow. Stems are narrower than keys of words: *hanke* is not Hanko, *lähtö* not Lahti.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tno.country.country import Country
from tno.country.spelling import folded
from tno.finnish import sort_key
from tno.model.network import Network

_SEPARATE = re.compile(r"[^a-z0-9]+")
ENDINGS = (
    *("", "n", "a", "ta", "tta", "ssa", "sta", "lla", "lta", "lle", "ksi", "na", "t", "seen", "siin"),
    *("an", "en", "in", "on", "un", "yn", "han", "hen", "hin", "hon", "hun", "hyn", "hin", "ihin", "iin", "ien", "ten"),
    *("lainen", "laisen", "laista", "laiset", "laisille", "laiselle", "laisten", "laisia", "laisena", "laisnuori"),
    *("s", "is", "as", "i", "ii", "ai"),
    *("st", "l", "lt"),
)
"""What follows a stem: Finnish case endings, "-lainen" and its forms, the Swedish genitive, Sámi locative and illative,
and how people say the Finnish ones: oulust, torniol.
Letters without dots."""
_STEMS = (
    ("niemi", ("nieme",)), ("lahti", ("lahde", "lahteen")), ("joki", ("joe", "jokeen")), ("maki", ("mae", "makeen")),
    ("vesi", ("vede", "veteen")), ("jarvi", ("jarve",)), ("salmi", ("salme",)), ("koski", ("koske",)),
    ("saari", ("saare",)), ("lampi", ("lamme", "lampeen")), ("suomi", ("suome",)), ("kaupunki", ("kaupungi",)),
    ("ranta", ("ranna",)), ("kunta", ("kunna",)), ("nen", ("se", "si", "s")), ("set", ("si", "s", "ste")),
    ("rrat", ("rroi", "rto", "rta")), ("nki", ("ngi",)), ("nko", ("ngo",)), ("nka", ("nga",)), ("mpu", ("mmu",)),
    ("mpi", ("mme", "mmi")), ("nta", ("nna",)), ("nti", ("nni",)), ("rku", ("ru",)), ("hti", ("hdi", "hde")),
    ("eto", ("edo",)), ("alavus", ("alavude", "alavut")), ("mus", ("mukse",)), ("nus", ("nukse",)), ("mes", ("mekse",)),
    ("ppi", ("pi",)), ("ppo", ("po",)), ("tti", ("ti",)), ("tta", ("ta",)), ("kka", ("ka",)), ("kki", ("ki",)),
    ("uuka", ("uua",)), ("ene", ("enee",)), ("ele", ("elee",)), ("ere", ("eree",)), ("ake", ("akee",)),
    ("pelto", ("pello",)), ("ilta", ("illa",)), ("hame", ("hamee",)), ("ita", ("ida",)),
    ("uusimaa", ("uudenmaa", "uudellamaa", "uudeltamaa", "uudellemaa")),
)  # fmt: skip
"""How a Finnish name ends, without dots → how the stems of its case forms end instead."""
_SAMI = (("johka", ("joga", "jog")), ("njarga", ("njargg", "njarga")), ("nodat", ("nodaga", "nodag")), ("r", ("r",)),
         ("lli", ("l", "lli")))  # fmt: skip


class PlaceName(NamedTuple):
    """A place somebody may name."""

    label: str
    address: str
    """Its page, "" when it has none."""
    stems: tuple[str, ...]
    """Folded, words apart by one space."""
    codes: frozenset[str]
    """The municipalities it means."""


def plain(text: str) -> str:
    """Folded, with one space wherever the browser sees words apart."""
    return _SEPARATE.sub(" ", folded(text)).strip()


def stems_of(name: str, language: str = "fi") -> tuple[str, ...]:
    """What case forms of a name are made of: the name itself, then other stems."""
    own = plain(name)
    found = [own]
    for ending, others in _SAMI if language == "se" else _STEMS if language == "fi" else ():
        if own.endswith(ending):
            found += [own.removesuffix(ending) + other for other in others]
            break
    if own.startswith("uusi"):
        rest = [stem.removeprefix("uusi") for stem in found]
        found += [f"{new}{stem}" for stem in rest for new in ("uuden", "uudessa", "uudesta", "uuteen")]
    return tuple(dict.fromkeys(found))


def municipalities_in_order(country: Country) -> list[str]:
    """Codes so that the municipalities of a region stand beside each other: areas become short ranges."""
    every = country.municipalities.values()
    return [
        each.code
        for each in sorted(every, key=lambda each: (each.region_id or "~", each.maakunta_code, sort_key(each.name)))
    ]


def place_names(network: Network, language: str, prefix: str) -> Iterator[PlaceName]:
    """Every place that is understood: municipalities, villages, parts of regions, regions and other divisions.

    Args:
        prefix: what addresses of the language begin with.
    """
    country, areas = network.country, list(_areas(network, language, prefix))
    taken = {stem for area in areas for stem in area.stems}
    villages: dict[str, list[str]] = {}
    for village in country.villages:
        if plain(village.name) not in taken:  # Lappi is a region sooner than a village of Rauma
            villages.setdefault(village.municipality_code, []).append(village.name)
    for code in municipalities_in_order(country):
        municipality = country.municipalities[code]
        stems: list[str] = []
        for tongue, name in municipality.names.items():
            stems += stems_of(name, tongue)
        for name in municipality.other_names:
            stems += stems_of(name, "sv")
        stems += [stem for name in villages.get(code, ()) for stem in stems_of(name)]
        address = f"{prefix}kunnat/{municipality.slug}/"
        yield PlaceName(municipality.name_in(language), address, tuple(dict.fromkeys(stems)), frozenset((code,)))
    yield from areas


def _areas(network: Network, language: str, prefix: str) -> Iterator[PlaceName]:
    for region in network.regions.values():
        for sub_area in region.profile.sub_areas:
            codes = network.area_words.codes(region.id, sub_area.id)
            if codes and plain(sub_area.name) not in {
                plain(network.country.municipalities[code].name) for code in codes
            }:
                address = f"{prefix}{region.id}/alueet/{sub_area.id}/"
                yield PlaceName(str(sub_area.name), address, _every_stem(str(sub_area.name), {}), codes)
    country = network.country
    for area in (*country.ely_areas.values(), *country.maakunnat.values()):
        address = f"{prefix}{area.id}/" if area.kind == "ely-alue" and area.id in network.regions else ""
        codes = frozenset(area.municipality_codes)
        yield PlaceName(area.name_in(language), address, _every_stem(area.name, area.names), codes)


def _every_stem(name: str, names: Mapping[str, str]) -> tuple[str, ...]:
    stems = [stem for tongue, each in {"fi": name, **names}.items() for stem in stems_of(each, tongue)]
    return tuple(dict.fromkeys(stems))


def ranges(codes: Sequence[int]) -> list[int]:
    """Places in an order as pairs: first, last; first, last …"""
    found: list[int] = []
    for number in sorted(codes):
        if found and found[-1] == number - 1:
            found[-1] = number
        else:
            found += [number, number]
    return found
