"""The index of one language in small files: a phone fetches the few that its question needs.

`index.json` is fetched first: how words become keys, which places, topics and everyday sayings there are, in which file
the documents of a word are told. `t…json` hold words with their documents, `d…json` documents to show, `areas.json`
whom each document is for, `w…json` the words that begin with a letter, for those that were not found. What is in them
is told in `tno.search`. The same content gives the same bytes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from tno.compact_json import compact
from tno.frozen import frozen
from tno.search import head
from tno.search.ages import guides, told_ages
from tno.search.document import SearchDocument
from tno.search.everyday import Saying
from tno.search.forms import Forms
from tno.search.places import ENDINGS, PlaceName
from tno.search.steps import steps
from tno.search.vocabulary import SearchWords, folded, pieces_in, words_in, written_at

BLOCK = 5
"""So many documents in a file: of most files a phone needs one."""
TERMS_BYTES = 1000
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
    ages: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """(name, text) of each file of the index.

    Args:
        found: documents in the order of the index.
        order: codes of municipalities, in the order that areas are told by.
        ages: "63-99" → keys of words that tell such an age.
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
        yield f"d{number}.json", _encoded([_shown(each) for each in found[start : start + BLOCK]])
    numbers = {code: number for number, code in enumerate(order)}
    yield "areas.json", _encoded(head.areas(found, numbers))
    yield "ages.json", _encoded(told_ages(found))
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
                "kinds": head.kinds(found),
                "forms": forms.as_data(),
                "endings": " ".join(ENDINGS),
                "terms": " ".join(firsts),
                "letters": "".join(lexicon),
                **head.places(places, found, numbers),
                "leads": head.leads(found),
                "sayings": head.sayings(said, forms),
                "parts": " ".join(sorted(words.used_parts)),
                "ages": ages,
                "guides": guides(found),
                "fields": head.fields(found, said, forms),
            }
        ),
    )


def told_anew(text: str, documents: Mapping[int, SearchDocument]) -> str:
    """The text of a `d…json` in which some documents show something else.

    Args:
        documents: place in the file → document.
    """
    rows = json.loads(text)
    for place, document in documents.items():
        rows[place] = _shown(document)
    return _encoded(rows)


def _shown(document: SearchDocument) -> list[str]:
    """What a result tells. In an address that ends with the words of the title a star stands for them."""
    title, address = document.title, document.address
    own = "-".join(words_in(title))
    if own and address.endswith(f"/{own}/"):
        address = f"{address[: -len(own) - 1]}*/"
    shown = document.summary, document.where, document.whose, document.reach, document.hours
    row = [title, address, *shown, document.for_whom, document.spoken, document.towns, document.finnish]
    while not row[-1]:
        row.pop()
    return row


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
    """(as much of the first word as sets it apart from the one before, text) of each file."""
    lines: list[str] = []
    first, before, size = "", "", 0
    for key in sorted(postings.keys() | phrases.keys()):
        told: list[object] = [
            len(numbers) if len(numbers) > MOST.get(level, len(numbers)) else steps(numbers)
            for level, numbers in enumerate(postings.get(key, ()))
        ]
        while told and not told[-1]:
            told.pop()
        if said := phrases.get(key):
            told += [""] * (LEVELS - len(told))
            told.append(said)
        line = compact({key: told})[1:-1]
        if size + len(line) > TERMS_BYTES and lines:
            yield first, "{" + ",\n".join(lines) + "}\n"
            lines, size = [], 0
        if not lines:
            first = key[: head.shared(before, key) + 1]
        before = key
        lines.append(line)
        size += len(line)
    if lines:
        yield first, "{" + ",\n".join(lines) + "}\n"


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


# --- everyday words --------------------------------------------------------------------------------------------------


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
    of_said = [
        (phrase, number)
        for number, saying in enumerate(said)
        for text in saying.said
        if (phrase := _phrase(text, forms))
    ]
    for phrase, number in dict.fromkeys(of_said):
        found.setdefault(phrase.under, []).extend((phrase.keys, number))
    of_documents = defaultdict[_Phrase, set[int]](set)
    for text, numbers in keywords.items():
        if (phrase := _phrase(text, forms)) and " " in phrase.keys:
            of_documents[phrase].update(numbers)
    for phrase, several in of_documents.items():
        found.setdefault(phrase.under, []).extend((phrase.keys, steps(sorted(several))))
    return found


@frozen
class _Phrase:
    keys: str
    """Of its words, one after another."""
    under: str
    """The key it is looked up by: the longest of a word that asks for something."""


def _phrase(text: str, forms: Forms) -> _Phrase | None:
    words = words_in(text)
    telling = [word for word in words if word not in forms.stop]
    every = words if len(telling) == 1 else telling  # "ilman töitä" is more than "töitä"
    keys = ["!" if word in forms.negations else forms.key(word) for word in every]
    if len(keys) > 1:
        keys = [forms.same.get(key, key) for key in keys]
    asking = [(word in telling, len(key), key) for word, key in zip(every, keys, strict=True) if key != "!"]
    return _Phrase(" ".join(keys), max(asking, key=lambda each: each[:2])[2]) if asking else None
