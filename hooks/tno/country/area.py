"""Official divisions of the country and the authorities that carry their tasks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from tno.frozen import frozen


@frozen
class Area:
    """A named set of municipalities that belongs to some official division."""

    kind: str
    """`maakunta`, `ely-alue`, `elinvoimakeskus`, `tyollisyysalue`, `hyvinvointialue` or `kaupunki` (Helsinki)."""
    id: str
    """ASCII, unique within its kind: "lappi", "lapin-elinvoimakeskus"."""
    code: str
    """The code in Statistics Finland's classification; empty for a wellbeing services county."""
    names: Mapping[str, str] = field(hash=False)
    """Language → name; `fi` always."""
    municipality_codes: tuple[str, ...]
    """In the Finnish alphabetical order of the municipalities' names."""
    maakunta_codes: tuple[str, ...] = ()
    """The maakunnat it consists of, when it consists of whole ones."""
    authority: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Language → name of the authority that carried or carries the area's tasks; empty when there is none."""
    seat: str = ""
    """Municipality of the authority's main office, by Finnish name."""
    seat_is_certain: bool = True
    nuts3: str = ""
    """Code of the EU's statistical region (maakunta only)."""
    valid_from: date | None = None
    valid_until: date | None = None
    """Last day included; None while it goes on."""
    succeeded_by: tuple[str, ...] = ()
    """Ids of the areas whose authorities took the tasks over."""
    neighbours: tuple[str, ...] = ()
    """Ids of areas of the same kind with a common land border."""

    @property
    def name(self) -> str:
        """Finnish name."""
        return self.names["fi"]

    def name_in(self, language: str) -> str:
        """Its name in `language`, else in Finnish."""
        return self.names.get(language, self.names["fi"])

    def is_valid_on(self, day: date) -> bool:
        """Whether `day` lies between `valid_from` and `valid_until`, both included."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@frozen
class Authority:
    """Who carries an area's tasks on some day, and in which part of the area."""

    area: Area
    """The area the authority stands for: an ELY area, or that of an elinvoimakeskus."""
    maakunta_codes: tuple[str, ...]
    """The maakunnat of the asked area that it looks after."""

    @property
    def names(self) -> Mapping[str, str]:
        """Language → the authority's name."""
        return self.area.authority

    @property
    def name(self) -> str:
        """The authority's Finnish name."""
        return self.area.authority["fi"]

    def name_in(self, language: str) -> str:
        """The authority's name in `language`, else in Finnish."""
        return self.names.get(language, self.name)


@frozen
class AreaPart:
    """An ELY area, or the part of it that belongs to one elinvoimakeskus."""

    area: Area
    """The ELY area."""
    municipality_codes: tuple[str, ...]
    """In the Finnish alphabetical order of the municipalities' names."""
    is_whole: bool
    """Whether they are all of the area's."""
