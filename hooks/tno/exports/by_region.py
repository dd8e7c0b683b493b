"""Files of the whole country that are put together from what each region tells.

What a region tells is kept between builds (`tno.kept`): a change in one region leaves the others'
parts as they are; files that nothing has changed are not even put together.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from tno.digest import digest_of
from tno.kept import Kept
from tno.model.network import Region
from tno.views.data_fields import LICENCE, LICENCE_ADDRESS, PAGE
from tno.views.scene import Scene

if TYPE_CHECKING:
    from tno.frames import Site


class RegionParts(ABC):
    """What the regions tell, for the files of one build."""

    name: ClassVar[str]
    """Parts are kept under it."""

    def __init__(self, scene: Scene, site: Site, guard: str, kept: Kept | None = None) -> None:
        """
        Args:
            scene: the Finnish one.
            guard: what every file depends on besides content: program, vocabularies, tables.
        """
        self._scene, self._site, self._kept = scene, site, kept
        self._shared = digest_of((guard, scene.profiles_fingerprint, site.url, site.edition.value))

    @abstractmethod
    def _facts(self, region: Region) -> Iterable[str]:
        """Fingerprints of all that a region's part is made of, besides what all parts are."""

    @abstractmethod
    def _told(self, region: Region) -> Sequence[Any]:
        """A region's part: some values of Python's own plain types."""

    @cached_property
    def made_of(self) -> str:
        """Changes when any of the files does."""
        return digest_of([self._scene.day.isoformat(), self._site.name, *self._made_of.values()])

    @cached_property
    def _made_of(self) -> Mapping[str, str]:
        """Region → what its part is made of."""
        return {region.id: digest_of([self._shared, *self._facts(region)]) for region in self._regions}

    @property
    def _regions(self) -> Iterable[Region]:
        return self._scene.network.regions.values()

    def _parts(self) -> Iterator[Sequence[Any]]:
        """Each region's part: kept from the build before, or told now."""
        for region in self._regions:
            name, made_of = f"{self.name}-{region.id}", self._made_of[region.id]
            part = self._kept.read(name, made_of) if self._kept else None
            if part is None:
                part = tuple(self._told(region))
                if self._kept:
                    self._kept.write(name, made_of, part)
            yield part

    def _head(self, what: str) -> dict[str, Any]:
        """What each file says of itself."""
        return {
            "name": f"{self._site.name}: {what}",
            "licence": LICENCE,
            "licence_address": LICENCE_ADDRESS,
            "day": self._scene.day.isoformat(),
            "documentation": f"{self._site.url}{PAGE}",
            "edition": self._site.edition.value,
        }
