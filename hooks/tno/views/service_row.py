"""What a row of a list says of a service: its name, what it is, whose it is and where it is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tno.addresses import address_of
from tno.model.localised import Foreign, filled, joined, told
from tno.records import Organisation, Service
from tno.records.base import alphabetical
from tno.views.scene import Scene

PAUSED = "tauolla"
MOST_GIVERS = 2
MOST_TOWNS = 3
"""A row names so many municipalities; a service given in more says their number."""


class ServiceRow(NamedTuple):
    """A service in a list, in the language of the page."""

    name: str
    summary: str
    given_by: str
    """Whose it is and where it is given: "Tunturipolun ammattiopisto, Kemi ja Tornio"."""
    address: str
    order: str
    """Its place in a list of the language: those that serve in it first, then by the alphabet."""
    served: str
    """Said of one that serves in a language that is not Finnish, else ""."""
    paused: str
    """Said of one that helps nobody now, else ""."""


def service_row(scene: Scene, service: Service) -> ServiceRow:
    """The row of a service of the Finnish network. (Only what is shown is put in the language.)"""
    name, summary = told(service, "name", scene.language), told(service, "summary", scene.language)
    is_its_own = scene.language == "fi" or isinstance(name, Foreign)
    order = service.order if is_its_own else alphabetical(name, service.key)
    served = served_in_words(scene, service)
    paused = scene.w.finder_paused if service.status == PAUSED else ""
    place = f"{'0' if served else '1'}{order}"
    return ServiceRow(name, summary, _given_by(scene, service), address_of(service), place, served, paused)


def served_in_words(scene: Scene, service: Service) -> str:
    """ "Service in English" on an English page; nothing of a service that does not say so, nor in Finnish."""
    return scene.w.served if scene.language != "fi" and scene.language in service.languages else ""


def _given_by(scene: Scene, service: Service) -> str:
    where = told_towns(scene, towns_of(scene, service))
    return joined(", ", filter(None, (givers_in_words(scene, scene.facts.network.givers_of(service)), where)))


def givers_in_words(scene: Scene, givers: Sequence[Organisation]) -> str:
    """Whose a service is; "" when nobody is known. (Of the Finnish network.)"""
    return _listed(scene, [told(each, "name", scene.language) for each in givers])


def givers_in_text(scene: Scene, givers: Sequence[Organisation]) -> str:
    """The same for what is no HTML: nothing says in which language a name is."""
    return _listed(scene, [str.__str__(told(each, "name", scene.language)) for each in givers])


def _listed(scene: Scene, names: Sequence[str]) -> str:
    if len(names) > MOST_GIVERS:
        return filled(scene.w.giver_and_others, first=names[0], count=str(len(names) - 1))
    return joined(f" {scene.writing.last} ", names)


def towns_of(scene: Scene, service: Service) -> list[str]:
    """Names of the municipalities in which a service is given, in the order of its channels."""
    network, language = scene.facts.network, scene.language
    found = (network.municipality_of(place.municipality) for place in network.places_of(service))
    return list(dict.fromkeys(municipality.name_in(language) for municipality in found if municipality))


def told_towns(scene: Scene, towns: Sequence[str]) -> str:
    """A few by name, of many the number."""
    return scene.writing.listing(towns) if len(towns) <= MOST_TOWNS else scene.w.in_towns.format(count=len(towns))
