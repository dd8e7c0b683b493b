"""Headings under which topics and situations stand: what people come for most first."""

from __future__ import annotations

from typing import NamedTuple

from tno.country.vocabulary import VocabularyTerm
from tno.views.link import Link
from tno.views.scene import Scene

COLLEAGUES = "ammattilaiset"
"""The theme of topics that professionals ask about."""
THEMES = {
    "life_situation": ("tyo", "opinnot", "arki", "elama"),
    "service_topic": ("raha", "tyoelama", "opinnot", "terveys", "laheiset", "kieli", COLLEAGUES),
}
"""Vocabulary → its themes in order. Each term names its own; `theme_…` of the interface words is the heading."""
NO_THEME = ""
"""Of a term that names none of them: without a heading, last."""


def theme_of(vocabulary: str, term: VocabularyTerm) -> str:
    """The theme of a term, or `NO_THEME`."""
    theme = term.codes.get("theme", NO_THEME)
    return theme if theme in THEMES[vocabulary] else NO_THEME


class ThemeLinks(NamedTuple):
    """Topics that belong together, each with the way to its page."""

    heading: str
    note: str
    """What there is under it, in everyday words."""
    topics: tuple[Link, ...]


def topics_by_theme(scene: Scene) -> tuple[ThemeLinks, ...]:
    """Every topic that has a page, under its theme."""
    found: dict[str, list[Link]] = {theme: [] for theme in THEMES["service_topic"]}
    for term in scene.network.vocabularies["service_topic"]:
        if (theme := theme_of("service_topic", term)) and term.id in scene.terms_with_pages["service_topic"]:
            found[theme].append(scene.term_link("service_topic", term.id))
    return tuple(
        ThemeLinks(scene.w[f"theme_{theme}"], scene.w[f"theme_{theme}_note"], tuple(topics))
        for theme, topics in found.items()
        if topics
    )
