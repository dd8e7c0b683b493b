"""What a misspelt or inflected Finnish name was probably meant to be.

Editors write "Oulun" or "Rovaniemellä" where a name in the nominative is meant, forget dots, and slip a letter. The
case endings of names follow a few patterns, so the nominative is guessed from the ending first; what no pattern
explains is compared letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from tno.finnish import without_dots

_ENDINGS = (
    *("ssa", "sta", "lla", "lta", "lle", "seen", "hin", "hun", "hon", "ten", "ksi", "na"),
    *("in", "un", "on", "an", "en", "yn", "n", "s"),
)
"""Longest first, folded: Oulussa, Oulusta, Rovaniemellä … Espooseen, Iihin, Kauniaisten, Ouluun, Oulun, Vasas."""
_STEMS = (
    (r"joe$", "joki"),  # Kauhajoella
    (r"mae$", "maki"),  # Pieksämäellä
    (r"ede$", "esi"),  # Ruovedellä
    (r"de$", "ti"),  # Lahdessa
    (r"ude$", "us"),  # Alavudella
    (r"kse$", "s"),  # Kannuksessa
    (r"ime$", "in"),  # puhelimella
    (r"si?$", "nen"),  # Kauniaisissa, Kauniaisten
    (r"e$", "i"),  # Iisalmessa
    (r"i$", "et"),  # nuorille
    (r"ng([aio])$", r"nk\1"),  # Helsingissä, Hangossa
    (r"nna$", "nta"),  # Lappeenrannassa
    (r"d([aio])$", r"t\1"),  # Vihdissä, Liedossa
    (r"r([uo])$", r"rk\1"),  # Turussa
    (r"([kpt])([aiou])$", r"\1\1\2"),  # Kurikassa, Mäntässä
)
"""How a stem ends → how the nominative ends instead. Only a guess that is a name counts: a wrong one does no harm."""
_NEW = re.compile(r"^uude(n|ssa|sta|lla|lta|lle)(?=.)")
"""The first part of Uusikaupunki is inflected too."""
_KINDS = re.compile(r" (kaupun(ki|gi\w*)|kun(ta|na\w*|nas\w*)|stad|kommun)$")
CLOSE_ENOUGH = 0.85
"""Least likeness of a suggestion, 0–1: a letter too many in a word of five, a wrong one in a word of six."""
_LIKE_WHEN_SWAPPED = 0.9
SHORTEST_BEGINNING = 5
"""Letters from which the beginning of a name says which one is meant."""


def folded(text: str) -> str:
    """`text` for comparing: small letters without dots, single spaces."""
    return " ".join(without_dots(text).split())


def nominatives(text: str) -> Iterator[str]:
    """What the folded `text` could be in the nominative, likeliest first: "oulun" → "oulun", "oul", "oulu", …"""
    written = _KINDS.sub("", text)
    for word in dict.fromkeys((written, _NEW.sub("uusi", written))):
        yield word
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 1:
                yield stem
                yield from (re.sub(old, new, stem) for old, new in _STEMS if re.search(old, stem))


def case_endings() -> dict[str, object]:
    """The patterns of `nominatives`, for the browser, which follows the same steps (`municipality.js`)."""
    stems = [[old, re.sub(r"\\(\d)", r"$\1", new)] for old, new in _STEMS]
    return {"kinds": _KINDS.pattern, "new": _NEW.pattern, "endings": _ENDINGS, "stems": stems}


def inflected(text: str, choices: Collection[str]) -> str | None:
    """The one of `choices` (folded) of which `text` is a case form or plain spelling, None when there is none."""
    return next((guess for guess in nominatives(folded(text)) if guess in choices), None)


def shortened(text: str, choices: Collection[str]) -> str | None:
    """The only one of `choices` that goes on from what `text` says: "Mänttä" → "mantta-vilppula"."""
    for guess in nominatives(folded(text)):
        longer = [choice for choice in choices if choice.startswith(guess)] if len(guess) >= SHORTEST_BEGINNING else []
        if len(longer) == 1:
            return longer[0]
    return None


def misspelt(text: str, choices: Collection[str]) -> str | None:
    """The one of `choices` nearest to `text` letter by letter, None when none is close enough."""
    first, *others = dict.fromkeys(nominatives(folded(text)))
    near = nearest([first, *(guess for guess in others if len(guess) > 3)], choices)
    return near[0][1] if near and near[0][0] >= CLOSE_ENOUGH else None


def nearest(guesses: Sequence[str], choices: Iterable[str]) -> list[tuple[float, str]]:
    """(likeness 0–1, choice), the likest first, equals in the order of `choices`; the unlike are left out."""
    found = {choice: max(_likeness(guess, choice) for guess in guesses) for choice in choices} if guesses else {}
    return sorted(((like, choice) for choice, like in found.items() if like > 0.4), key=lambda pair: -pair[0])


def _likeness(a: str, b: str) -> float:
    """Shared letters in order, as difflib counts them, raised a little by a common beginning."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < 0.5 or matcher.quick_ratio() < 0.5:
        return 0.0
    like = _LIKE_WHEN_SWAPPED if _swapped(a, b) else matcher.ratio()
    beginning = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a[:4], b[:4], strict=False)))
    return like + (1 - like) * 0.05 * beginning


def _swapped(a: str, b: str) -> bool:
    """Whether two neighbours have changed places: "tronio", "tornio"."""
    apart = [at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other]
    return len(a) == len(b) > 4 and len(apart) == 2 and apart[1] - apart[0] == 1 and sorted(a) == sorted(b)
