"""The search of the pages: words as people type them, an index in small parts, one ranking run everywhere.

How the ranking (`ranking.js`, which pages and the audit run) is asked:

    const index = Ranking.open(JSON of index.json)        // data/search/<language>/index.json
    index.needs(question, options) → ["t3", "areas"]      // parts still to be loaded: load and add them, ask again
    index.add("t3", JSON of t3.json)                      //   until nothing more is needed
    index.search(question, options) → {
      results: [{title, address, summary, where, whose, phone, kind, score, reason: {word, how, found}}],
      total,           // how many documents fit, also those not in `results`
      kinds: {kind: count},
      place,           // {label, number, address} that was understood, or null; results are of what serves it;
                       // its page's address, told when nothing fits
      widened,         // true: nothing serves the place, so results are from elsewhere
      distress,        // true: the page for emergencies is the first result
      nothing,         // true: nothing fits (results is empty): offer people instead
      corrected,       // [[word as typed, without dots; word it was taken for, as it is written], …]
    }
    index.suggest(text, options) → {items: [{text, address, kind, where}], needs: [names]}; without address: to be
      asked, a place (kind kunnat, alueet) instead of the last word, a topic or a situation instead of all

Options:

    near     number of a municipality, as areas have it, or null: what serves it comes first, nothing is left out
    within   a list of such numbers (a region's), for a question asked on a region's pages; like near
    limit    how many results (10); from: the first of them (0); typing: the last word may be unfinished
    kinds    only these kinds stand in `results`; the rest of the answer is of all

A kind is one of palvelut, tapahtumat (past ones too), toimijat, elamantilanteet, aiheet, kunnat, alueet, ryhmat,
sopimukset, kaytannot, asiakirjat, ajankohtaista, elo, sivut, huoneet, hata. A reason's `how` is "word": found with the
word itself, "part" with a part of a compound, "beginning", "spelling" (corrected), "saying" (everyday words; `found`
names the topic or situation), "place"; `found` is the word on the page, or "".

Parts (`index.py`, `head.py`; numbers as letters: `steps.py`):

    index    how words become keys, places, topics, sayings; from which word on each t<n> tells
    t<n>     {key: [documents in short names, in names, in keywords, in keywords of several words, in what it is about,
             elsewhere, phrases]}: numbers of documents by steps, or a figure: so many documents, not told which;
             phrases are [phrase, of what, phrase, of what …], a phrase its keys ("!" a negation), of what: a saying's
             number in `index`, or the documents by steps that have the phrase among their keywords
    d<n>     [[title, address, summary, where, whose, phone], …], the documents n·block, n·block + 1 …; "*" in an
             address is the words of the title; what is empty at the end is left out
    areas    {counts, areas, sets}: so many documents beside each other are for an area; which set of municipalities it
             is, by steps round the ring of sets; the sets, each first, last, first, last … by steps
    w<letter> "word5 word2 …": words in use that begin with the letter, one for each key, with how common they are
"""

from pathlib import Path

RANKING = Path(__file__).parents[3] / "docs" / "assets" / "javascripts" / "ranking.js"
"""The script that the pages ask, and the audit too."""
