"""What a phone knows before its first question is understood: `index.json`, and `areas.json` where a place is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from tno.country.everyday import FIELD
from tno.search.document import KINDS, SearchDocument
from tno.search.everyday import Saying
from tno.search.forms import Forms
from tno.search.places import PlaceName, plain, ranges
from tno.search.steps import in_letters, ring_steps, steps
from tno.search.vocabulary import words_in

_MOST_SHARED, _LEAST_SHARED = 9, 2
_WHOM = 4
"""So many words of a summary tell whom a service is for."""
_OF_FIRMS = frozenset(("kohderyhma/yrittajat", "kohderyhma/yritysta-perustavat"))


def kinds(found: Sequence[SearchDocument]) -> list[list[object]]:
    """[kind, how many documents], in the order of the documents; of kinds that there are."""
    counts = dict.fromkeys(KINDS, 0)
    for document in found:
        counts[document.kind] += 1
    return [[kind, count] for kind, count in counts.items() if count]


def areas(found: Sequence[SearchDocument], numbers: Mapping[str, int]) -> dict[str, str]:
    """Whom documents are for: so many beside each other have an area, which area it is, what the areas are.

    Args:
        numbers: code of a municipality → its number.
    """
    ranges_of = {codes: ranges([numbers[code] for code in codes]) for codes in {each.areas for each in found}}
    sets = sorted(ranges_of, key=lambda codes: ranges_of[codes])
    place_of = {codes: place for place, codes in enumerate(sets)}
    runs: list[list[int]] = []
    for document in found:
        place = place_of[document.areas]
        if runs and runs[-1][1] == place:
            runs[-1][0] += 1
        else:
            runs.append([1, place])
    return {
        "counts": in_letters(count for count, _ in runs),
        "areas": ring_steps([place for _, place in runs], len(sets)),
        "sets": " ".join(steps(ranges_of[codes]) for codes in sets),
    }


def places(
    every: Sequence[PlaceName], found: Sequence[SearchDocument], numbers: Mapping[str, int]
) -> dict[str, object]:
    """Places by number: names with stems, pages, and areas of those that are not the municipality of their number."""
    of_places = {"kunnat", "alueet", "huoneet"}
    pages = {each.address: number for number, each in enumerate(found) if each.kind.partition(" ")[0] in of_places}
    codes = [sorted(numbers[code] for code in each.codes) for each in every]
    municipalities = sum(1 for _ in takewhile(lambda pair: pair[1] == [pair[0]], enumerate(codes)))
    return {
        "places": ["|".join(_stems(each)) for each in every],
        "pages": ring_steps([pages.get(each.address, -1) + 1 for each in every], len(found) + 1),
        "divisions": " ".join(steps(ranges(each)) for each in codes[municipalities:]),
    }


def _stems(place: PlaceName) -> Iterator[str]:
    """The name, then what else case forms are made of: so many letters of the one before (a figure), and the rest."""
    yield place.label
    before = plain(place.label)
    if before not in place.stems:
        yield ""
    for stem in place.stems:
        if stem != plain(place.label):
            same = min(_MOST_SHARED, shared(before, stem))
            yield f"{same}{stem[same:]}" if same >= _LEAST_SHARED else stem
            before = stem


def shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def leads(found: Sequence[SearchDocument]) -> list[list[object]]:
    """Topics, life situations and the page for emergencies: [lead, number of its document, name]."""
    return [
        [each.leads[0], number, each.title]
        for number, each in enumerate(found)
        if each.kind in {"aiheet", "elamantilanteet", "hata"}
    ]


def sayings(said: Iterable[Saying], forms: Forms) -> list[str]:
    """What each leads to and what services say of the same."""
    return [" ".join([*(f"/{lead}" for lead in each.leads), *keys_of(each.words, forms)]) for each in said]


def fields(found: Sequence[SearchDocument], said: Iterable[Saying], forms: Forms) -> dict[str, str]:
    """A narrow line of business → services for firms that name it in their name or first in their summary, by steps."""
    told = {
        lead.removeprefix(f"{FIELD}/"): {forms.key(word) for text in each.said for word in words_in(text)}
        for each in said
        for lead in each.leads
        if lead.startswith(f"{FIELD}/")
    }
    keys = {
        number: {forms.key(word) for word in (*words_in(each.title), *words_in(each.summary)[:_WHOM])}
        for number, each in enumerate(found)
        if told and _OF_FIRMS.intersection(each.leads)
    }
    return {
        field: steps([number for number in keys if not own.isdisjoint(keys[number])]) for field, own in told.items()
    }


def keys_of(texts: Iterable[str], forms: Forms) -> dict[str, None]:
    """Keys of the words of some texts, each once."""
    return dict.fromkeys(forms.key(word) for text in texts for word in words_in(text))
