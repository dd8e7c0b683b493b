"""The index of one language in small files: a phone fetches the few that its question needs.

`index.json` is fetched first: how words become keys, which places, topics and everyday sayings there are, in which file
the documents of a word are told. `t…json` hold words with their documents, `d…json` documents to show, `areas.json`
whom each document is for, `w…json` the words that begin with a letter, for those that were not found. What is in them
is told at the head of `docs/assets/javascripts/ranking.js`, which reads them. The same content gives the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import sub

from tno.compact_json import compact
from tno.search.documents import KINDS, SearchDocument
from tno.search.everyday import Saying
from tno.search.forms import Forms
from tno.search.places import ENDINGS, PlaceName, ranges
from tno.search.vocabulary import SearchWords, folded, pieces_in, words_in, written_at

BLOCK = 16
"""So many documents in a file."""
TERMS_BYTES = 3000
"""So large a file of words becomes, before it is compressed."""
LEVELS = 6
"""How telling a word is of a document: in a short name, a name, its keywords, its keywords of several words, what it is
about, elsewhere."""
SHORT_NAME, NAME, KEYWORD, PHRASE, BRIEF, REST = range(LEVELS)
MOST = {REST: 250}
"""A word of more documents than this says nothing at that level and is left out there."""
_SHORT_TITLE = 2

Postings = dict[str, list[list[int]]]


def search_files(
    language: str,
    found: Sequence[SearchDocument],
    forms: Forms,
    places: Sequence[PlaceName],
    order: Sequence[str],
    said: Sequence[Saying],
) -> Iterator[tuple[str, str]]:
    """(name, text) of each file of the index.

    Args:
        found: documents in the order of the index.
        order: codes of municipalities, in the order that areas are told by.
    """
    texts = _short_texts(found)
    written = _as_written(chain(*texts.values()))
    words = SearchWords(forms, written)
    postings = _postings(found, texts, words)
    phrases = _phrases(said, _several_words(found), forms)
    firsts: list[str] = []
    for number, (first, text) in enumerate(_term_files(postings, phrases)):
        firsts.append(first)
        yield f"t{number}.json", text
    for number, start in enumerate(range(0, len(found), BLOCK)):
        rows = [[each.title, each.address, each.summary, each.where] for each in found[start : start + BLOCK]]
        yield f"d{number}.json", _encoded(rows)
    numbers = {code: number for number, code in enumerate(order)}
    yield "areas.json", _encoded(_areas(found, numbers))
    lexicon = _lexicon(postings, phrases, _as_written(text for each in said for text in each.said) | written, forms)
    for letter, known in lexicon.items():
        yield f"w{letter}.json", _encoded(" ".join(known))
    yield (
        "index.json",
        _encoded(
            {
                "language": language,
                "count": len(found),
                "block": BLOCK,
                "kinds": _kinds(found),
                "forms": forms.as_data(),
                "endings": " ".join(ENDINGS),
                "terms": " ".join(firsts),
                "letters": "".join(lexicon),
                "places": _places(places, found, numbers),
                "leads": _leads(found),
                "sayings": [
                    " ".join([*(f"/{lead}" for lead in each.leads), *_keys(each.words, forms)]) for each in said
                ],
                "parts": " ".join(sorted(words.used_parts)),
            }
        ),
    )


def _encoded(data: object) -> str:
    return compact(data) + "\n"


# --- words and their documents ----------------------------------------------------------------------------------------


def _as_written(texts: Iterable[str]) -> dict[str, str]:
    """Folded word → as it is written, in small letters."""
    pieces = set(chain.from_iterable(map(pieces_in, set(texts))))
    return {folded(word): word for word in sorted({word.lower() for piece in pieces for word in written_at(piece)})}


INSIDE = {NAME: KEYWORD, KEYWORD: BRIEF, PHRASE: BRIEF, BRIEF: REST}
"""Level of a word → level of what it is put together of."""


def _postings(
    found: Sequence[SearchDocument], texts: Mapping[int, Mapping[str, Sequence[int]]], words: SearchWords
) -> Postings:
    """Key → numbers of the documents at each level: each at its most telling one, and at REST where `rest` has it."""
    levels = [defaultdict[str, set[int]](set) for _ in range(LEVELS)]
    for level, of_level in texts.items():
        for text, numbers in of_level.items():
            terms = words.terms_in(text)
            keys = {each.key for each in terms}
            named = levels[SHORT_NAME if level == NAME and len(keys) <= _SHORT_TITLE else level]
            for key in keys:
                named[key].update(numbers)
            inside = levels[INSIDE[level]]
            for each in terms:
                for key in each.heads + each.beginnings:
                    inside[key].update(numbers)
    for number, document in enumerate(found):
        for lead in document.leads:
            levels[BRIEF][f"/{lead}"].add(number)
        for lead in document.first_leads:
            levels[KEYWORD][f"/{lead}"].add(number)
        if document.leads and document.address.rstrip("/").endswith(document.leads[0]):
            levels[SHORT_NAME][f"/{document.leads[0]}"].add(number)
    rest = _long_texts(found, words)
    return {key: _told(key, levels, rest.get(key, set())) for key in {*chain(*levels), *rest}}


def _short_texts(found: Sequence[SearchDocument]) -> dict[int, dict[str, list[int]]]:
    """Level → name, keyword, or what it is about → numbers of the documents: many stand in a thousand."""
    names, keywords, several, briefs = (defaultdict[str, list[int]](list) for _ in range(4))
    for number, document in enumerate(found):
        names[document.title].append(number)
        for text in document.keywords:
            (several if " " in text else keywords)[text].append(number)
        for text in document.brief:
            briefs[text].append(number)
    return {NAME: names, KEYWORD: keywords, PHRASE: several, BRIEF: briefs}


def _long_texts(found: Sequence[SearchDocument], words: SearchWords) -> dict[str, set[int]]:
    """Key → numbers of the documents whose `rest` has it; what words are put together of is left out."""
    pieces = defaultdict[str, list[int]](list)
    for number, document in enumerate(found):
        for piece in set(pieces_in(document.rest)):
            pieces[piece].append(number)
    keys = defaultdict[str, set[int]](set)
    for piece, numbers in pieces.items():
        for terms in words.terms_in(piece):
            keys[terms.key].update(numbers)
    return keys


def _told(key: str, levels: Sequence[Mapping[str, set[int]]], rest: set[int]) -> list[list[int]]:
    told: list[list[int]] = []
    before = set[int]()
    for level in levels[:REST]:
        numbers = level[key] - before if key in level else ()
        before.update(numbers)
        told.append(sorted(numbers))
    if key in levels[REST]:
        rest |= levels[REST][key] - before
    told.append(sorted(rest) if len(rest) <= MOST[REST] else [*rest])  # of more only the number is told
    return told


def _term_files(postings: Postings, phrases: Mapping[str, Sequence[object]]) -> Iterator[tuple[str, str]]:
    """(first word, text) of each file."""
    lines: list[str] = []
    first, size = "", 0
    for key in sorted(postings.keys() | phrases.keys()):
        told: list[object] = [
            len(numbers) if len(numbers) > MOST.get(level, len(numbers)) else _steps(numbers)
            for level, numbers in enumerate(postings.get(key, ()))
        ]
        while told and not told[-1]:
            told.pop()
        if said := phrases.get(key):
            told += [[]] * (LEVELS - len(told))
            told.append(said)
        line = compact({key: told})[1:-1]
        if size + len(line) > TERMS_BYTES and lines:
            yield first, "{" + ",\n".join(lines) + "}\n"
            lines, size = [], 0
        if not lines:
            first = key
        lines.append(line)
        size += len(line)
    if lines:
        yield first, "{" + ",\n".join(lines) + "}\n"


def _steps(numbers: Sequence[int]) -> list[int]:
    """Each number as the step from the one before it: small numbers compress well."""
    return list(map(sub, numbers, (0, *numbers)))


def _lexicon(
    postings: Postings, phrases: Iterable[str], written: Mapping[str, str], forms: Forms
) -> dict[str, list[str]]:
    """First letter → words that somebody may have meant, one for each key, with a figure for how common it is."""
    weights = dict.fromkeys(phrases, 5)
    for key, lists in postings.items():
        if telling := sum(map(len, lists[:REST])):
            weights[key] = min(9, telling.bit_length())
    found: dict[str, str] = {}
    for word in sorted(written, key=lambda word: (len(word), word)):
        if len(word) > 3 and "a" <= word[0] <= "z" and len(key := forms.key(word)) > 3 and key in weights:
            found.setdefault(key, word)
    by_letter: dict[str, list[str]] = {}
    for key, word in sorted(found.items()):
        by_letter.setdefault(key[0], []).append(f"{written[word]}{weights[key]}")
    return by_letter


# --- what is known before a question ----------------------------------------------------------------------------------


def _kinds(found: Sequence[SearchDocument]) -> list[list[object]]:
    counts = dict.fromkeys(KINDS, 0)
    for document in found:
        counts[document.kind] += 1
    return [[kind, count] for kind, count in counts.items()]


def _areas(found: Sequence[SearchDocument], numbers: Mapping[str, int]) -> dict[str, object]:
    """Whom documents are for: runs of documents with the same area, and the areas, like ones beside each other."""
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
    return {"runs": [count for run in runs for count in run], "sets": [ranges_of[codes] for codes in sets]}


def _places(
    places: Sequence[PlaceName], found: Sequence[SearchDocument], numbers: Mapping[str, int]
) -> list[list[object]]:
    """[name, number of its document or -1, stems, number of its municipality or ranges of them] of each place."""
    pages = {each.address: number for number, each in enumerate(found) if each.kind in {"kunnat", "alueet", "huoneet"}}
    found_places: list[list[object]] = []
    for each in places:
        codes = [numbers[code] for code in each.codes]
        area = codes[0] if len(codes) == 1 else ranges(codes)
        found_places.append([each.label, pages.get(each.address, -1), "|".join(each.stems), area])
    return found_places


def _leads(found: Sequence[SearchDocument]) -> list[list[object]]:
    """Topics, life situations and the page for emergencies: [lead, number of its document, name]."""
    return [
        [each.leads[0], number, each.title]
        for number, each in enumerate(found)
        if each.kind in {"aiheet", "elamantilanteet", "hata"}
    ]


def _several_words(found: Sequence[SearchDocument]) -> dict[str, list[int]]:
    """Keyword of several words → numbers of the documents that have it."""
    several = defaultdict[str, list[int]](list)
    for number, document in enumerate(found):
        for text in document.keywords:
            if " " in text:
                several[text].append(number)
    return several


def _phrases(said: Iterable[Saying], keywords: Mapping[str, Sequence[int]], forms: Forms) -> dict[str, list[object]]:
    """Key → [phrase, number of its saying or steps from document to document, …] of phrases told with it; each stands
    under the longest of its keys that says something."""
    found: dict[str, list[object]] = {}
    stop = {forms.key(word) for word in forms.stop}

    def put(phrase: str, leads: object) -> None:
        longest = max((key for key in phrase.split() if key != "!"), key=lambda key: (key not in stop, len(key)))
        found.setdefault(longest, []).extend((phrase, leads))

    for phrase, number in dict.fromkeys(
        (phrase, number)
        for number, saying in enumerate(said)
        for text in saying.said
        if (phrase := _phrase(text, forms))
    ):
        put(phrase, number)
    of_documents = defaultdict[str, set[int]](set)
    for text, numbers in keywords.items():
        if " " in (phrase := _phrase(text, forms)):
            of_documents[phrase].update(numbers)
    for phrase, several in of_documents.items():
        put(phrase, _steps(sorted(several)))
    return found


def _keys(texts: Iterable[str], forms: Forms) -> dict[str, None]:
    return dict.fromkeys(forms.key(word) for text in texts for word in words_in(text))


def _phrase(text: str, forms: Forms) -> str:
    words = words_in(text)
    telling = [word for word in words if word not in forms.stop]
    if len(telling) == 1:
        telling = words  # "ilman töitä" is more than "töitä"
    keys = ["!" if word in forms.negations else forms.key(word) for word in telling]
    if len(keys) > 1:
        keys = [forms.same.get(key, key) for key in keys]
    return " ".join(keys) if any(key != "!" for key in keys) else ""
