"""Who sits in a group, beside who is expected to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tno.records import Organisation

DEVELOPMENT, ELO = "kehittamisryhma", "elo-ryhma"
"""Terms of `network_group`."""


class Expected(NamedTuple):
    """Somebody who is expected in an ELO group."""

    id: str
    name: str
    """In Finnish, as messages say it."""
    sectors: frozenset[str]
    """Terms of `organisation_type`."""


def _expected(id: str, name: str, *sectors: str) -> Expected:
    return Expected(id, name, frozenset(sectors))


EXPECTED = (
    _expected("centre", "elinvoimakeskus", "elinvoimakeskus", "ely-keskus"),
    _expected("employment", "työllisyysalue", "tyollisyysalue"),
    _expected(
        "upper_secondary", "lukio tai ammatillinen oppilaitos",
        "lukio", "ammatillinen-oppilaitos", "koulutuskuntayhtyma", "erityisoppilaitos",
    ),
    _expected("higher", "ammattikorkeakoulu tai yliopisto", "ammattikorkeakoulu", "yliopisto"),
    _expected("council", "maakunnan liitto", "maakuntaliitto"),
    _expected("municipality", "kunta", "kunta", "kuntayhtyma"),
    _expected("liberal", "kansalaisopisto tai kansanopisto", "kansalaisopisto", "kansanopisto", "kesayliopisto"),
    _expected("association", "järjestö", "jarjesto", "saatio"),
    _expected("wellbeing", "hyvinvointialue", "hyvinvointialue"),
    _expected("youth", "Ohjaamo tai nuorisotyö", "ohjaamo", "etsiva-nuorisotyo", "tyopaja"),
)  # fmt: skip
"""Who is expected in an ELO group. Source: the composition asked for in the ministries' letters of 2012 and 2014, in
the organisations of 2026."""


def beside_expected(seated: Iterable[Organisation]) -> Sequence[tuple[Expected, Sequence[Organisation]]]:
    """Each who is expected with the organisations that sit for it, in the order given."""
    found: list[tuple[Expected, list[Organisation]]] = [(expected, []) for expected in EXPECTED]
    for organisation in seated:
        for expected, sitting in found:
            if organisation.sector in expected.sectors:
                sitting.append(organisation)
    return found
