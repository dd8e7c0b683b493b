"""A region's first page in plain language: what this is, how help is got, whom to call. Short sentences, few things."""

from __future__ import annotations

from tno.frozen import frozen
from tno.model.network import NATIONAL, Region
from tno.views.contact import Answering, numbers_to_call
from tno.views.link import Link
from tno.views.opening import opening_words
from tno.views.scene import Scene


@frozen
class EasyPage:
    """Context of `sections/easy.html`."""

    what: tuple[str, ...]
    """What the site is, a sentence a line."""
    steps: tuple[str, ...]
    """How help is got, in order."""
    answering: tuple[Answering, ...]
    """Services that answer the telephone, with their numbers."""
    ways: tuple[Link, ...]
    """Where to look oneself."""
    script: str
    """What `opening.js` says, JSON."""


def easy_page(scene: Scene, region: Region) -> EasyPage:
    """`/lappi/selkosuomi/`."""
    w = scene.w
    ways = (Link(w.by_municipality, "kunnat/"), Link(w.by_life_situation, "elamantilanteet/"))
    homes = (region, None if region.is_national else scene.network.regions.get(NATIONAL))
    return EasyPage(
        what=tuple(w.easy_what_text.splitlines()),
        steps=tuple(w.easy_steps.splitlines()),
        answering=tuple([answer for home in homes if home for answer in numbers_to_call(scene, home)][:3]),
        ways=ways,
        script=opening_words(scene),
    )
