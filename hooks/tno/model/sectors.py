"""Five kinds of organisations, each with a colour and a shape of its own in pictures of the network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Sector = Literal["education", "municipal", "civic", "wellbeing", "state"]
SECTORS: Mapping[Sector, frozenset[str]] = {
    "education": frozenset(
        (
            *(
                "koulutuskuntayhtyma",
                "perusaste",
                "lukio",
                "ammatillinen-oppilaitos",
                "ammattikorkeakoulu",
                "yliopisto",
            ),
            *("kansanopisto", "kansalaisopisto", "kesayliopisto", "erityisoppilaitos", "valtion-oppilaitos"),
        )
    ),
    "municipal": frozenset(
        ("kunta", "kuntayhtyma", "tyollisyysalue", "tyopaja", "ohjaamo", "etsiva-nuorisotyo", "maakuntaliitto")
    ),
    "civic": frozenset(
        (
            *("jarjesto", "saatio", "seurakunta", "ammattiliitto", "yrittajajarjesto", "uusyrityskeskus"),
            *("kehittamisyhtio", "yritys", "hanke", "verkosto"),
        )
    ),
    "wellbeing": frozenset(("hyvinvointialue", "kela")),
    "state": frozenset(
        (
            *("ely-keskus", "elinvoimakeskus", "te-toimisto", "aluehallintovirasto", "lupa-ja-valvontavirasto"),
            *("keha-keskus", "ministerio", "opetushallitus", "valtion-virasto", "saamelaiskarajat"),
        )
    ),
}
"""Sector → terms of the vocabulary `organisation_type`, in the order of pictures."""
_SECTOR_OF = {term: sector for sector, terms in SECTORS.items() for term in terms}


def sector_of(organisation_type: str) -> Sector:
    """The sector of a term of `organisation_type`; one that nobody has placed yet is civic."""
    return _SECTOR_OF.get(organisation_type, "civic")
