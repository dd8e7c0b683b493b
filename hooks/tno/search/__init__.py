"""The search of the pages: words as people type them, an index in small parts, one ranking run everywhere.

How the ranking (`ranking.js`, which pages and the audit run) is asked:

    const index = Ranking.open(JSON of index.json)        // data/search/<language>/index.json
    index.needs(question, options) → ["t3", "areas"]      // parts still to be loaded: load and add them, ask again
    index.add("t3", JSON of t3.json)                      //   until nothing more is needed
    index.search(question, options) → {
      results: [{title, address, summary, where, whose, reach, hours, forWhom, spoken, towns, finnish, kind, state,
                 isLocal, serves, score, reason: {word, how, found}}],
      total,           // how many documents fit, also those not in `results`
      kinds: {kind: count},
      place,           // {label, number, address, isHome} that was understood, or null; results are of what serves
                       // it; its page's address, told when nothing fits; isHome: by the option, not by the question
      widened,         // true: nothing serves the place, so results are from elsewhere
      general,         // true: only what serves the whole country serves the place
      unfit,           // true: no service fits clearly, so who advises in any matter is first
      distress,        // true: the page for emergencies is the first result
      useful,          // of these, how many help a citizen now: neither ended or resting nor the network's own papers
      folded,          // kinds that are the network's own, when it was not asked; they come last
      nothing,         // true: nothing fits (results is empty): offer people instead
      corrected,       // [[word as typed, without dots; word it was taken for, as it is written], …]
    }
    index.suggest(text, options) → {items: [{text, address, kind, where, about, finnish}], needs: [names]}; without
      address: to be asked, a place (kind kunnat, alueet) instead of the last word, a topic or a situation
      instead of all

Options:

    near     number of a municipality, as areas have it, or null: what serves it comes first, nothing is left out
    within   a list of such numbers (a region's), for a question asked on a region's pages; like near
    home     number of the municipality where the reader lives: meant when the question names no place
    limit    how many results (10); from: the first of them (0); typing: the last word may be unfinished
    kinds    only these kinds stand in `results`; the rest of the answer is of all

A kind is one of palvelut, tapahtumat (past ones too), toimijat, elamantilanteet, aiheet, kunnat, alueet, ryhmat,
sopimukset, kaytannot, asiakirjat, ajankohtaista, elo, sivut, huoneet, hata, ammattilaisille (services for guidance
professionals). A state is "" (helps now), paused, planned or ended; `isLocal` whether a service or an event is for a
part of the country; `serves` whether it is for the place asked (else for the region), and not for the whole country. A
reason's `how` is "word": found with the word itself, "part" with a part of a compound, "beginning", "spelling"
(corrected), "saying" (everyday words; `found` names the topic or situation), "place", "general" (advises in any
matter); `found` is the word on the page, or "".

Parts (`index.py`, `head.py`; numbers as letters: `steps.py`):

    index    how words become keys, places, topics, sayings; from which word on each t<n> tells
             guides {"0-99": services where people of this age may come with anything}, fields {"maatila": services
             for firms of one narrow line of business}: documents by steps
    t<n>     {key: [documents in short names, in names, in keywords, in keywords of several words, in what it is about,
             elsewhere, phrases]}: numbers of documents by steps, or a figure: so many documents, not told which;
             phrases are [phrase, of what, phrase, of what …], a phrase its keys ("!" a negation), of what: a saying's
             number in `index`, or the documents by steps that have the phrase among their keywords
    d<n>     [[title, address, summary, where, whose, reach (`reach.py`), hours, for whom, languages, numbers of towns,
             what is in Finnish on a page in another language: "n" the name, "s" the summary], …], the documents
             n·block, n·block + 1 …; "*" in an address is the words of the title; what is empty at the end is left out
    areas    {counts, areas, sets}: so many documents beside each other are for an area; which set of municipalities it
             is, by steps round the ring of sets; the sets, each first, last, first, last … by steps
    ages     {"13-29": documents for these ages, by steps}; fetched when a question tells somebody's age
    w<letter> "word5 word2 …": words in use that begin with the letter, one for each key, with how common they are

What evidence counts for (`WEIGHTS` in `ranking.js`, learnt as ARCHITECTURE.md, Search, tells):

    level    a word in a short name, a name, keywords, keywords of several words, what it is about, elsewhere
    lead     the same of what a saying leads to: its own page, –, what is told first of a document, –, later
    telling  how far a hit at a level shows that the document is about the word
    form     what the form of words tells (occupations one changes between), beside other words
    weak     a word that goes with anything, beside others; number: a figure of one or two digits; head: the head of a
             compound, beside others; place: the name of a place asked, in a document's own words, no more than all
             else it is found by; aside: a word that is in no saying, beside sayings
    phrase, saying   what a saying of several words leads to, of one word; told: beside that the words that services
             use of the matter; again: a second saying of the same need
    whole    a keyword of several words, all of them asked
    share, all       (share + how much of the question a document tells of) to this power
    near     areas beside the region whose pages are read; here: beside the place asked; home: beside the region whose
             pages are read, when the place asked is elsewhere
    unknown  what serves a part of the country (services of a region, of a few municipalities; other kinds), when
             nobody knows where the asker lives
    narrow, special  services for employers, colleagues or guardians only; for another single group or situation
    apart, alike  so much of the fit of the best that serves the place, at which nearness begins to count, counts fully
    passing  a word that a saying explains, in a text that only mentions it; stray: what no saying leads to and only
             such words find
    planned  services that have not begun; age: for another age than the one asked;
             trade: what the name of an occupation does not lead to; field: for a narrow line of business not asked
    thin     a score, in how many documents there are, under which no service fits clearly; side: what answers one of
             several needs is worth so much of the best, or it is not lifted for it; covered: among the first answers
             one tells so much of a need as what answers it best, or that one is lifted
    wide, far  where nobody knows where the asker lives: what fits so much of the best that serves everybody, and of
             the best that is local, stands before what is local
    least    a document that tells of less of the question does not fit
    enough   the score of the best, in how rare the rarest word is, below which nothing fits a question that is whole
    person   so much of the score of a topic's page a service needs to stand before it, asked with more words than one

So many other words may stand between those of a saying (APART); so many matters in a question say enough by what they
lead to (MANY); what is worth so little of the best is not told (TAIL).

Of its functions:

    barely       keys of a word without what hangs on it: työni, koulukin, opiskelemaan, työhöni
    distance     letters to put in, take out, change or swap to make one word of another; at most `most`, else most + 1
    understand   parts of a compound join phrases, alone only what an unknown one begins with; what is denied is a word
                 of its own: "kunnolla" is no "olla"; of a short question's words that make a saying's compound together
                 none is heard alone: "päihde huolto"; a strange word is taken apart by the words of its own letter
    wholesOf     of a compound of three parts, it without the last and without the first: "starttiraha" of
                 "starttirahaneuvonta", "turvakoti" of "naistenturvakoti"
    tradesIn     occupations told by their form (`trades` in `forms.yml`) are heard as what they mean, not as words:
                 "kokista koodariksi" is a change of trade, "hoitajaksi" no carer
    partsOf      what a compound is put together of: [key, key, …], the last is the head; [] when it is none
    spelt        words in use like one that is not; a compound is only a slip when it is long and one letter is wrong
    misspeltPlace  a place with one letter wrong; short names are too near to other words
    search       a word alone that fits nothing may be the beginning of one: työpa
    guidesOf     when no service fits clearly (by its own words, its first topic or situation): who advises in any
                 matter, people of the age asked first, then the nearest
    shareOut     of several needs each has a service among the first three that answers it well
    isElsewhere  nobody here serves the only need asked: ivalo terveyskeskus
    wideFirst    nobody knows where the asker lives: what serves a part of the country stands after the last that serves
                 everybody, fits clearly and as well; what has the very name asked stays
    namesake     pages of the very name asked come first; one for elsewhere only by its whole name
"""

from pathlib import Path

RANKING = Path(__file__).parents[3] / "docs" / "assets" / "javascripts" / "ranking.js"
"""The script that the pages ask, and the audit too."""
