"""Headings under which topics and situations stand: what people come for most first."""

from __future__ import annotations

from tno.country.vocabulary import VocabularyTerm

THEMES = {
    "life_situation": ("tyo", "opinnot", "arki", "elama"),
    "service_topic": ("raha", "tyoelama", "opinnot", "terveys", "laheiset", "kieli", "ammattilaiset"),
}
"""Vocabulary → its themes in order. Each term names its own; `theme_…` of the interface words is the heading."""
NO_THEME = ""
"""Of a term that names none of them: without a heading, last."""


def theme_of(vocabulary: str, term: VocabularyTerm) -> str:
    """The theme of a term, or `NO_THEME`."""
    theme = term.codes.get("theme", NO_THEME)
    return theme if theme in THEMES[vocabulary] else NO_THEME
