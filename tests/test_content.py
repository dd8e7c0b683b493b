"""The project's own content: how much of it there is, how varied it is, and that nothing is said twice.

These measure what a check of one record cannot see. What is wrong in itself (numbers that could be dialled, hosts,
dead references) `tno check` tells; a record with such faults is left out here, and failures say how many those are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from tno.content import Folders
from tno.edition import Edition
from tno.load import Loaded, load
from tno.model.network import NATIONAL, Network, Region
from tno.model.opening import week_in_words
from tno.records import (
    KINDS,
    Assessment,
    Document,
    Event,
    Organisation,
    Place,
    Practice,
    Record,
    RegionProfile,
    Service,
    Translation,
)
from tno.records.base import HIDDEN, Part
from tno.records.channel import Channel
from tno.records.scalars import LANGUAGES, TranslatedText, in_language
from tno.settings import Settings
from trees import ROOT

pytestmark = pytest.mark.content

COUNTS = [
    ("lappi", Organisation, 34),
    ("lappi", Service, 110),
    ("lappi", Event, 60),
    ("lappi", Practice, 8),
    ("lappi", Assessment, 2),
    ("pohjanmaa", Service, 48),
    ("pohjois-karjala", Service, 48),
    (NATIONAL, Service, 22),
]
"""(region, kind, fewest): enough for lists, maps and calendars to be like those of a real portal."""
FEWEST_OF_A_CHANNEL, FEWEST_OF_A_TERM, FEWEST_OF_TWO_HOURS = 3, 2, 10
MOST_REPEATED_SHARE = 0.05
WORDS_OF_A_START = 5
WORDS_OF_A_SENTENCE = 3
"""Shorter ones, such as "Soita ensin.", are not worth saying in other words."""
WHITE_SPOTS: frozenset[str] = frozenset()
"""Municipalities of Lapland that are known to have nobody to meet: marked here until the content can say so."""


@cache
def content() -> Loaded:
    return load(Folders(ROOT, ROOT / "regions"), Edition.PUBLIC, Settings())


def network() -> Network:
    return content().network


def region(name: str) -> Region:
    return network().regions[name]


def terms(vocabulary: str) -> list[str]:
    return [term.id for term in network().vocabularies[vocabulary]]


def faulty(name: str) -> str:
    """A remark on records of a region that have faults and are counted nowhere; empty when there are none."""
    keys = sorted({key for _, key in content().left_out if key.startswith(f"{name}/") and "*" not in key})
    return f"\n{len(keys)} with faults are not counted: {', '.join(keys)}" if keys else ""


def every_record() -> Iterator[Record]:
    for each in network().regions.values():
        yield each.profile
        for kind in KINDS.values():
            if kind.model is not RegionProfile:
                yield from each.all_of(kind.model)


# --- how much there is ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "kind", "fewest"), COUNTS, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_region_has_enough_of_a_kind(name: str, kind: type[Record], fewest: int) -> None:
    number = len(region(name).all_of(kind))
    missing = f"{name}: {number} of kind {kind.__name__}, {fewest - number} missing"
    assert number >= fewest, missing + faulty(name)


def test_authorities_that_give_services_are_called_by_their_names_in_every_language() -> None:
    givers = {giver.key: giver for service in network().services_in_order for giver in network().givers_of(service)}
    real = [each for each in givers.values() if not is_invented(each)]
    assert len(real) > 40
    assert [each.key for each in real for language in ("sv", "en") if not in_language(each.name, language)] == []


def is_invented(record: Record) -> bool:
    return bool(network().regions[record.region].profile.example if record.example is None else record.example)


# --- how varied Lapland is --------------------------------------------------------------------------------------------


def rare(found: Iterable[str], vocabulary: str, fewest: int) -> dict[str, int]:
    """Terms used fewer times than asked → how often they are."""
    numbers = Counter(found)
    return {term: numbers[term] for term in terms(vocabulary) if numbers[term] < fewest}


def test_every_channel_type_is_in_use_in_lapland() -> None:
    used = (channel.type for service in region("lappi").all_of(Service) for channel in service.channels)
    assert rare(used, "service_channel", FEWEST_OF_A_CHANNEL) == {}, faulty("lappi")


def test_every_life_situation_has_services_in_lapland() -> None:
    used = (term for service in region("lappi").all_of(Service) for term in service.life_situations)
    assert rare(used, "life_situation", FEWEST_OF_A_TERM) == {}, faulty("lappi")


def test_every_target_group_has_something_in_lapland() -> None:
    lappi = region("lappi")
    records = [*lappi.all_of(Service), *lappi.all_of(Event), *lappi.all_of(Practice)]
    used = (term for record in records for term in record.target_groups)
    assert rare(used, "target_group", FEWEST_OF_A_TERM) == {}, faulty("lappi")


def test_lapland_has_services_whose_channels_keep_different_hours() -> None:
    varied = [each.id for each in region("lappi").all_of(Service) if len(weeks_of(each)) > 1]
    missing = f"{len(varied)} such services, {FEWEST_OF_TWO_HOURS - len(varied)} missing: {', '.join(varied)}"
    assert len(varied) >= FEWEST_OF_TWO_HOURS, missing


def weeks_of(service: Service) -> set[str]:
    """The different weeks of its channels, as people read them."""
    known = (channel.hours for channel in service.channels if channel.hours and not channel.hours.unknown)
    return {week_in_words(hours) for hours in known if hours.has_days}


# --- somebody to meet in every municipality of Lapland ----------------------------------------------------------------


def test_every_municipality_of_lapland_has_somebody_to_meet_or_is_a_marked_white_spot() -> None:
    country = network().country
    met = {code for service in network().services_in_order for code in meeting_places(service)}
    lapland = country.municipalities_of(country.ely_areas["lappi"])
    without = {municipality.name for municipality in lapland if municipality.code not in met}
    assert sorted(without - WHITE_SPOTS) == [], "nobody to meet there, and not marked in WHITE_SPOTS"
    assert sorted(WHITE_SPOTS - without) == [], "marked in WHITE_SPOTS, but there is somebody to meet"


def meeting_places(service: Service) -> set[str]:
    """Codes of the municipalities in which a service meets people."""
    return {code for channel in service.channels for code in where_met(service, channel)}


def where_met(service: Service, channel: Channel) -> Iterator[str]:
    """The municipality of a channel's place; of a mobile service also those it names one by one."""
    place = network().find(Place, channel.place) if isinstance(channel.place, str) else channel.place
    words = [place.municipality] if place else []
    if channel.type == "liikkuva-palvelu":
        words += channel.areas or service.areas
    found = map(network().country.find_municipality, words)
    yield from (municipality.code for municipality in found if municipality)


# --- regions of real authorities --------------------------------------------------------------------------------------


def real_regions() -> list[Region]:
    return [each for each in network().regions.values() if not each.profile.example and not each.is_national]


def test_regions_that_are_no_examples_hold_authorities_with_a_source_and_no_way_to_reach_anybody() -> None:
    assert len(real_regions()) == 12
    for each in real_regions():
        kinds = {kind for kind, records in each.records.items() if records}
        assert kinds == {"organisation", "service"}, each.id
        assert [service.key for service in each.all_of(Service) if not service.example] == []
        organisations = each.all_of(Organisation)
        assert [one.key for one in organisations if one.example or not one.source] == []
        reachable = [one.key for one in organisations if one.phone or one.email or one.website or one.contacts]
        assert reachable == []


def test_every_real_region_tells_who_follows_its_former_authorities() -> None:
    for each in real_regions():
        ended = {one.sector: one for one in each.all_of(Organisation) if one.valid_until}
        assert {"ely-keskus", "te-toimisto"} <= ended.keys(), each.id
        assert [one.key for one in ended.values() if not one.succeeded_by] == []


def test_every_region_introduces_itself() -> None:
    assert [each.id for each in network().regions.values() if not each.profile.body.strip()] == []


# --- Swedish in Ostrobothnia ------------------------------------------------------------------------------------------


def test_every_service_of_ostrobothnia_is_also_in_swedish() -> None:
    services = region("pohjanmaa").all_of(Service)
    assert services, "no services yet" + faulty("pohjanmaa")
    lacking = {each.id: parts for each in services if (parts := lacking_in(each, "sv"))}
    assert lacking == {}


def lacking_in(service: Service, language: str) -> list[str]:
    """Parts of a service that are not told in `language`."""
    written = service.translations.get(language) or Translation()
    return [
        part
        for part in ("name", "summary", "body")
        if not getattr(written, part) and not in_language(getattr(service, part), language)
    ]


# --- summaries --------------------------------------------------------------------------------------------------------


def test_every_summary_can_be_read_at_a_glance() -> None:
    """A document's summary stands for the document and may be longer."""
    most = Settings().summary_length
    long = {
        f"{record.key} ({language})": len(text)
        for record in every_record()
        if not isinstance(record, Document)
        for language, text in summaries(record)
        if len(text) > most
    }
    assert long == {}


def summaries(record: Record) -> Iterator[tuple[str, str]]:
    """(language, summary) as written."""
    yield from in_languages(getattr(record, "summary", None) or "")
    yield from ((language, text.summary) for language, text in record.translations.items() if text.summary)


@pytest.mark.parametrize("name", [*(each.parent.name for each in sorted(ROOT.glob("regions/*/services")))])
def test_no_two_summaries_of_services_begin_alike(name: str) -> None:
    by_start: dict[str, list[str]] = {}
    for service in region(name).all_of(Service):
        by_start.setdefault(start_of(service.summary), []).append(service.id)
    assert {start: ids for start, ids in by_start.items() if len(ids) > 1} == {}


def start_of(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold())[:WORDS_OF_A_START])


# --- nothing said twice -----------------------------------------------------------------------------------------------

_MARKUP = re.compile(r"[*_`|]|\[(?=[^\]]*\]\()|\]\([^)]*\)")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d\.)\s)|\n(?=#)")
_MARKER = re.compile(r"\A\s*(?:[-*+]|\d\.)\s+")
_END = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-ZÅÄÖŠŽ”\"0-9])")


def in_languages(text: str) -> Iterator[tuple[str, str]]:
    """(language, text) in every language a value is written in."""
    yield "fi", str(text)
    if isinstance(text, TranslatedText):
        yield from text.translations.items()


def texts(value: Any) -> Iterator[tuple[str, str]]:
    """(language, text) of all the words in a value, however deep."""
    if isinstance(value, str):
        yield from in_languages(value)
    elif isinstance(value, Part):
        for field, inner in value.__dict__.items():
            if field not in HIDDEN | {"key", "source"}:
                yield from texts(inner)
    elif isinstance(value, Mapping):
        yield from (pair for inner in value.values() for pair in texts(inner))
    elif isinstance(value, tuple | list):
        yield from (pair for inner in value for pair in texts(inner))


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """(language, text) of all a record says: fields, prose, translations."""
    yield from texts(record)
    yield "fi", record.body
    for language, text in record.translations.items():
        yield from ((language, part) for part in (text.summary, text.body) if part)


def sentences(text: str) -> Iterator[str]:
    """Whole sentences, without Markdown's marks; headings and names are none."""
    for block in _BLOCK.split(text):
        plain = " ".join(_MARKUP.sub("", _MARKER.sub("", block)).split())
        for sentence in _END.split(plain):
            if sentence.rstrip('”"').endswith((".", "!", "?")) and len(sentence.split()) >= WORDS_OF_A_SENTENCE:
                yield sentence


@cache
def said() -> dict[str, dict[str, list[str]]]:
    """Language → sentence in small letters → keys of the records that say it, one for each time."""
    found: dict[str, dict[str, list[str]]] = {}
    for record in every_record():
        for language, text in texts_of(record):
            for sentence in sentences(text):
                found.setdefault(language, {}).setdefault(sentence.casefold(), []).append(record.key)
    return found


def test_sentences_are_told_apart_from_headings_names_and_dates() -> None:
    prose = "## Näin alkaa\n\nSoita ennen 14.12. kello\n15. Tule [meille](a.md) sitten!\n\n"
    items = "- Ota *kortti* mukaan.\n- Takki\n1. Kysy vaikka heti.\n"
    expected = ["Soita ennen 14.12. kello 15.", "Tule meille sitten!", "Ota kortti mukaan.", "Kysy vaikka heti."]
    assert list(sentences(prose + items)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_any_sentence_is_said_twice(language: str) -> None:
    places = said().get(language, {})
    twice = {sentence: keys for sentence, keys in places.items() if len(keys) > 1}
    total, repeated = sum(map(len, places.values())), sum(map(len, twice.values()))
    assert repeated <= MOST_REPEATED_SHARE * total, told(twice, repeated, total)


def told(twice: Mapping[str, list[str]], repeated: int, total: int) -> str:
    """The repeated sentences, the most repeated first."""
    lines = sorted(twice.items(), key=lambda item: (-len(item[1]), item[0]))
    said_twice = (f"{len(keys)} × {sentence}  ({', '.join(keys[:4])})" for sentence, keys in lines)
    return "\n".join((f"{repeated} of {total} sentences are said more than once:", *said_twice))
