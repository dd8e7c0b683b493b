"""The menu of languages: on every page, to the same page in each language, else to what is nearest to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import escape

from tno.addresses import prefix_of, up
from tno.compiler import escaped
from tno.shell import attribute
from tno.tongues import Tongues
from tno.views.scene import Scene
from tno.words import NAMES, words

_HERE = ' aria-current="true"'
_ADDRESS, _NEAREST = "\0", "\1{}\1"
_NOT_THE_SAME = '<i class="t-vh">: {}</i>'


class LanguageMenu:
    """The menus of pages of one language. (Alike but for addresses: each is put together once.)"""

    def __init__(self, scene: Scene, tongues: Tongues) -> None:
        self._scene, self._tongues = scene, tongues
        self._known: dict[tuple[object, ...], str] = {}

    def of(self, address: str, finnish_address: str) -> str:
        """The languages of the site, each by its own name: to the same page, else to what is nearest to it."""
        tongues = self._tongues
        if len(every := tongues.of("")) < 2:
            return ""
        told = tongues.of(finnish_address)
        nearest = {each: tongues.nearest(finnish_address, each) for each in every if each not in told}
        others = tuple([(each, self._kind(each, to, finnish_address)) for each, to in nearest.items()])
        key = up(address) or "./", others
        if (menu := self._known.get(key)) is None:
            menu = self._known[key] = self._menu(key[0], every, dict(others))
        for each, to in nearest.items():
            menu = menu.replace(_NEAREST.format(each), escaped(to))
        return menu.replace(_ADDRESS, escaped(finnish_address))

    def _kind(self, language: str, nearest: str, finnish_address: str) -> str:
        """What one finds in a language in place of a page."""
        if nearest == prefix_of(language):
            return "home"
        return "brief" if self._tongues.is_in_brief(finnish_address, language) else "nearest"

    def _menu(self, root: str, every: Sequence[str], others: Mapping[str, str]) -> str:
        """The menu of a page, with marks for addresses.

        Args:
            others: languages that the page is not told in, with what they lead to.
        """
        items = "".join(self._language(root, each, others.get(each, "")) for each in every)
        return f'<nav class="t-langs" aria-label="{escape(self._scene.w.languages)}"><ul>{items}</ul></nav>'

    def _language(self, root: str, language: str, other: str) -> str:
        w, here = words(language), _HERE if language == self._scene.language else ""
        to = _NEAREST.format(language) if other else prefix_of(language) + _ADDRESS
        said = other and self._scene.language == "fi"  # portal.js says it to those who come from a page of the language
        back = f' data-back="{attribute(w.lang_back)}" data-link="{attribute(w.lang_back_link)}"' if said else ""
        note = _NOT_THE_SAME.format(escape(w.home if other == "home" else w[f"lang_{other}"])) if other else ""
        tag = f'<a href="{root}{to}" lang="{language}" hreflang="{language}"{back}{here}>'
        return f"<li>{tag}{NAMES[language]}{note}</a></li>"
