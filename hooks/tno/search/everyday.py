"""What people say in everyday words, as the index of one language has it."""

from __future__ import annotations

from collections.abc import Iterable

from tno.country.everyday import AGE, Everyday
from tno.frozen import frozen


@frozen
class Saying:
    """One matter in everyday words."""

    leads: tuple[str, ...]
    """Pages by their Finnish address without the last slash: elamantilanteet/lomautus, aiheet/tyo, hata."""
    said: tuple[str, ...]
    """Words and phrases in one language."""
    words: tuple[str, ...]
    """What services say of the same."""


def sayings(matters: Iterable[Everyday], language: str) -> list[Saying]:
    """Those told in a language, in the order given; words that tell nothing but an age are none."""
    return [
        Saying(each.leads, said, each.words.get(language, ()))
        for each in matters
        if (said := each.said.get(language, ())) and not _is_age(each)
    ]


def _is_age(matter: Everyday) -> bool:
    return any(lead.startswith(f"{AGE}/") for lead in matter.leads)
