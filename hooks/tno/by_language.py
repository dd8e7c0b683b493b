"""What makes the pages of each language: a scene, the bodies made from it, the frames around them."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from tno.frames import Frames
from tno.model.localised import localised_network
from tno.places import Places
from tno.plan import Plan
from tno.render import Renderer
from tno.tongues import Tongues
from tno.views.scene import Scene


class Tongue(NamedTuple):
    """What makes the pages of one language."""

    scene: Scene
    renderer: Renderer
    frames: Frames


class ByLanguage:
    """The languages of one build, each made when somebody asks for it."""

    def __init__(self, plan: Plan, facts: Scene, places: Places, tongues: Tongues) -> None:
        """
        Args:
            facts: the Finnish scene.
        """
        self._plan, self._facts, self._places, self._tongues = plan, facts, places, tongues
        self._known: dict[str, Tongue] = {}

    def __getitem__(self, language: str) -> Tongue:
        if (tongue := self._known.get(language)) is None:
            tongue = self._known[language] = self._made(language)
        return tongue

    def _made(self, language: str) -> Tongue:
        plan, tongues, scene, localise = self._plan, self._tongues, self._facts, None
        if language != "fi":
            network = localised_network(scene.network, language)
            scene = Scene(network, plan.day, plan.settings, language, scene, plan.edition)
            localise = partial(tongues.localise, language=language)
        kept = plan.kept_by(plan.program)
        renderer = Renderer(plan.templates, scene, plan.cache, localise, kept, plan.site.url)
        return Tongue(scene, renderer, Frames(scene, self._places, plan.site, tongues))
