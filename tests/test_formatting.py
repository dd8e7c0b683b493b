"""`tno.formatting`: order and spelling change, and nothing else does."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import test_properties
from finland import country, vocabularies
from tno.content import ContentFile
from tno.formatting import Formatter
from tno.formatting.spelling import Spellings, spelling_of_days, spelling_of_hours
from tno.formatting.values import usual
from tno.read import parse_yaml
from tno.records import KINDS
from tno.records.order import DAYS, in_order, key_order
from tno.records.weekdays import parse_weekdays
from tno.rules.fields import fields_of

SERVICE, EVENT = KINDS["service"], KINDS["event"]


@cache
def formatter() -> Formatter:
    return Formatter(Spellings(vocabularies(), country()))


def file_of(kind: str, name: str = "x", language: str | None = None) -> ContentFile:
    found = KINDS[kind]
    return ContentFile(f"regions/lappi/{found.folder}/{name}{found.suffix}", "lappi", found, "x", language, False, None)


def formatted(kind: str, text: str) -> str:
    return formatter().text(text, KINDS[kind].model)


def formatted_bytes(kind: str, data: bytes) -> bytes:
    result = formatter().formatted(data, file_of(kind))
    assert not result.problems
    return result.data


# --- order ------------------------------------------------------------------------------------------------------------


def test_keys_stand_in_the_order_of_the_fields_each_with_the_comments_above_it() -> None:
    written = """\
verified: 2026-10-01
# Kenelle
# kaikille
target_groups: [kaikki]  # myös huoltajat

name: Ohjaamo
# loppu
"""
    assert (
        formatted("service", written)
        == """\

name: Ohjaamo
# Kenelle
# kaikille
target_groups: [kaikki]  # myös huoltajat
verified: 2026-10-01
# loppu
"""
    )


def test_what_is_said_at_the_top_of_a_file_stays_there() -> None:
    top = "# yaml-language-server: $schema=x.json\n# Tapahtumia.\n\n"
    assert formatted("event", f"{top}# kuka\norganiser: x\nname: y\n") == f"{top}name: y\n# kuka\norganiser: x\n"
    line = "# yaml-language-server: $schema=x.json\n"
    assert formatted("event", f"{line}# kuka\norganiser: x\nname: y\n") == f"{line}name: y\n# kuka\norganiser: x\n"


def test_an_item_of_a_list_keeps_its_dash_and_the_comment_of_a_key_that_moves_to_it() -> None:
    written = """\
- name: B
  # pysyvä
  id: b

  # toinen
  kind: koulutus
- {name: C, id: c}
"""
    assert (
        formatted("event", written)
        == """\
# pysyvä
- id: b
  name: B

  # toinen
  kind: koulutus
- {id: c, name: C}
"""
    )


def test_texts_on_many_lines_move_whole() -> None:
    written = """\
outcome: |+
  Rivi.

  # ei kommentti

# seuraava
description: >-
  Pitkä
    teksti
name: "Päivä"
"""
    changed = formatted("event", written)
    assert parse_yaml(changed, "x.yml").data == parse_yaml(written, "x.yml").data
    assert list(parse_yaml(changed, "x.yml").data or ()) == ["name", "description", "outcome"]
    assert changed.startswith('name: "Päivä"\n# seuraava\ndescription: >-\n')


def test_a_comment_written_deeper_belongs_to_what_stands_above_it() -> None:
    written = "price:\n  kind: maksuton\n  # ainakin nyt\n# nimi\nname: A\n"
    assert formatted("service", written) == "# nimi\nname: A\nprice:\n  kind: maksuton\n  # ainakin nyt\n"


def test_days_stand_in_the_order_of_the_week() -> None:
    written = 'channels:\n- hours:\n    pe: "9-12"\n    note: Soita.\n    ma-to: "9-16"\n  type: puhelin\n'
    assert formatted("service", written) == (
        'channels:\n- type: puhelin\n  hours:\n    ma-to: "9-16"\n    pe: "9-12"\n    note: Soita.\n'
    )


def test_a_key_nobody_knows_stays_behind_its_neighbour() -> None:
    assert in_order(SERVICE.model, ["oma", "summary", "muu", "name"]) == ["oma", "name", "summary", "muu"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_a_place_in_the_order(kind: str) -> None:
    model = KINDS[kind].model
    assert set(key_order(model)) - {DAYS} == {field.key for field in fields_of(model)} - {"days"}


# --- spelling ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        ("service", "target_groups: Nuoret", "target_groups: nuoret"),
        ("service", 'target_groups: [ Unga , "Aikuiset"]', 'target_groups: [ nuoret , "aikuiset"]'),
        ("service", "topics:\n  - Koulutus  # aihe", "topics:\n  - koulutus  # aihe"),
        ("service", "areas: [rovaniemi, Uleåborg, koko-alue, lappi, Lappi, '049']",
         "areas: [Rovaniemi, Oulu, koko-alue, lappi, lappi, '049']"),
        ("organisation", "sector: Järjestö", "sector: jarjesto"),
        ("organisation", "municipality: UTSJOKI", "municipality: Utsjoki"),
        ("organisation", 'municipality: "698"', 'municipality: "698"'),
        ("organisation", "phone: +358401234567", "phone: 040 123 4567"),
        ("organisation", "phone: 016-00\u00a01234", "phone: 016 001 234"),
        ("organisation", "phone: 016 00 1234", "phone: 016 00 1234"),
        ("organisation", "phone: ei ole", "phone: ei ole"),
        ("organisation", "business_id: 02014567", "business_id: 0201456-7"),
        ("service", "verified: 1.10.2026", "verified: 2026-10-01"),
        ("service", "verified: 31.2.2026", "verified: 31.2.2026"),
        ("service", "verified: TÄYTÄ", "verified: TÄYTÄ"),
        ("event", "start: 24.12.2026 klo 17", "start: 2026-12-24 17:00"),
        ("event", "end: klo 9.30", "end: 09:30"),
        ("event", "except: [24.12.2026, 2026-12-31]", "except: [2026-12-24, 2026-12-31]"),
        ("service", "anonymous: yes", "anonymous: kyllä"),
        ("service", "anonymous: true", "anonymous: true"),
        ("service", "name: Nuoret", "name: Nuoret"),
        ("service", "kind: >-\n  Neuvonta", "kind: >-\n  Neuvonta"),
        ("event", "repeat: {every: viikoittain, until: 1.6.2027}", "repeat: {every: viikoittain, until: 2027-06-01}"),
    ],
)  # fmt: skip
def test_values_are_put_into_their_usual_form(kind: str, written: str, expected: str) -> None:
    assert formatted(kind, f"{written}\n") == f"{expected}\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("klo 9:00 – 16", "9-16"),
        ("12:15-16 ja 8.30-11.30", "8.30-11.30, 12.15-16"),
        ("9.00-16.00", "9.00-16.00"),
        ("00-24", "00-24"),
        ("22-02", "22-02"),
        ("Kiinni", "suljettu"),
        ("9", "9"),
        ("16-9", "16-9"),
    ],
)
def test_hours_are_written_with_a_hyphen_and_full_stops(written: str, expected: str) -> None:
    assert spelling_of_hours(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("Maanantai – perjantai", "ma-pe"), ("ma ja ke", "ma, ke"), ("arkisin", "arkisin"), ("tisti", "tisti")],
)
def test_days_are_written_short(written: str, expected: str) -> None:
    assert spelling_of_days(written) == expected
    if expected != "tisti":
        assert parse_weekdays(written) == parse_weekdays(expected)


def test_a_key_of_days_with_a_comma_is_quoted_only_where_it_must_be() -> None:
    assert formatted("service", 'channels: [{hours: {"ma ja ke": "9-16"}}]\n') == (
        'channels: [{hours: {"ma, ke": "9-16"}}]\n'
    )


# --- files ------------------------------------------------------------------------------------------------------------

PAGE = "---\nverified: 2026-10-01\nname: A\n---\n\nProosa  \n---\nname: b\n"


def test_prose_stays_as_it_is() -> None:
    assert (
        formatted_bytes("page", PAGE.encode())
        == PAGE.replace("verified: 2026-10-01\nname: A", "name: A\nverified: 2026-10-01").encode()
    )


def test_a_head_without_facts_stays_as_it_is() -> None:
    text = "---\n---\n---\n\nverified: 2026-10-01\nname: A\n"
    assert formatted_bytes("page", text.encode()) == text.encode()


def test_line_ends_and_the_mark_at_the_beginning_stay() -> None:
    data = b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode()
    changed = formatted_bytes("page", data)
    assert changed.startswith(b"\xef\xbb\xbf---\r\nname: A\r\nverified")
    assert changed.count(b"\r\n") == changed.count(b"\n") == data.count(b"\n")


def test_mixed_line_ends_become_one() -> None:
    assert formatted_bytes("event", b"name: A\r\nsummary: B\n") == b"name: A\nsummary: B\n"


def test_a_file_without_a_last_line_end_gets_one_only_when_its_last_line_moves() -> None:
    assert formatted_bytes("event", b"name: A") == b"name: A"
    assert formatted_bytes("event", b"summary: B\nname: A") == b"name: A\nsummary: B\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"name: A\nname: B\n", "yaml-duplicate-key"),
        (b"name: [A\n", "yaml-bracket-open"),
        ("name: Ääni\n".encode("cp1252"), "text-not-utf8"),
        (b"", "file-empty"),
        (b"name: &a B\nsummary: *a\n", "yaml-anchor"),
    ],
)
def test_a_file_that_cannot_be_read_stays_as_it_is_and_the_reason_is_told(data: bytes, code: str) -> None:
    result = formatter().formatted(data, file_of("event"))
    assert result.data == data
    assert code in [problem.code for problem in result.problems]


# --- whatever is written ----------------------------------------------------------------------------------------------

TEXTS = ["Ohjaamo", '"Työ: #1"', "'x'", "|\n{i}  Rivi\n\n{i}  # rivi\n", ">-\n{i}  a\n{i}  b", "|+\n{i}  x\n\n\n"]
VALUES: dict[str, list[str]] = {
    "name": TEXTS,
    "summary": [*TEXTS, "{fi: A, sv: B}"],
    "organisation": ["x", ""],
    "target_groups": ["Nuoret", "[nuoret, Aikuiset]", "\n{i}  - Unga # a\n{i}  # b\n{i}  - huoltajat"],
    "topics": ["[Koulutus, työ]", "tyo"],
    "areas": ["[oulu, Lappi]", "koko-alue"],
    "verified": ["1.10.2026", "2026-10-01", "'31.2.2026'", "TÄYTÄ"],
    "anonymous": ["yes", "ei", "true"],
    "price": [
        "{text: Nolla, kind: Maksuton}",
        "\n{i}  text: Nolla\n{i}  # huom\n{i}  kind: maksuton",
        "{kind: , text: a}",
    ],
    "oma": ["x", "[1, 2]"],
    "alert": ["\n{i}  until: 1.1.2027\n{i}  text: Kiinni\n{i}    # syvempi"],
    "channels": [
        "\n{i}  - phone: 040-1234567\n{i}    # tyyppi\n{i}    type: Puhelin\n{i}    hours:\n"
        "{i}      pe: 9–12\n{i}      ma ja ke: klo 9:00-16\n{i}      note: a",
        "\n{i}- {type: chat, url: 'https://a.example.org'}\n{i}-\n{i}  # ok\n{i}  url: b\n{i}  type: chat",
    ],
}
COMMENTS = ["", "", "", "\n", "{i}# huom\n", "# vasen\n", "\n{i}# a\n{i}# b\n", "{i}# a\n\n"]


@st.composite
def records(draw: st.DrawFn, indent: str = "") -> str:
    """Keys of a service in any order, with comments and blank lines between them."""
    lines = []
    for key in draw(st.permutations(list(VALUES)).flatmap(lambda keys: st.integers(1, 7).map(lambda n: keys[:n]))):
        value = draw(st.sampled_from(VALUES[key]))
        note = draw(st.sampled_from(["", "", "  # perässä"])) if value and "\n" not in value else ""
        above = draw(st.sampled_from(COMMENTS))
        lines.append(f"{above}{{i}}{key}:{'' if value.startswith(chr(10)) else ' '}{value}{note}\n")
    return "".join(lines).replace("{i}", indent)


def texts() -> st.SearchStrategy[str]:
    """A record, or a list of records."""
    item = records("  ").map(lambda text: re.sub(r"\A((?:\s*#.*\n|\n)*)  (?=\S)", r"\1- ", text))
    header = st.sampled_from(["", "# otsikko\n\n", "# yaml-language-server: $schema=a.json\n"])
    return st.tuples(header, st.one_of(records(), st.lists(item, min_size=1, max_size=3).map("".join))).map("".join)


def comments(text: str) -> Counter[str]:
    return Counter(found.strip() for found in re.findall(r"(?:^|(?<=\s))#.*$", text, re.MULTILINE))


@settings(derandomize=True, deadline=None, database=None, max_examples=200)
@given(texts())
def test_only_order_and_spelling_change_and_only_once(text: str) -> None:
    before = parse_yaml(text, "x.yml")
    assert {problem.code for problem in before.problems} <= {"yaml-text-cut"}
    changed = formatted("service", text)
    after = parse_yaml(changed, "x.yml")
    spellings = formatter().spellings
    assert usual(before.data, SERVICE.model, spellings) == usual(after.data, SERVICE.model, spellings)
    assert comments(changed) == comments(text)
    assert formatted("service", changed) == changed


@settings(derandomize=True, deadline=None, database=None, max_examples=100)
@given(texts())
def test_lines_of_keys_that_need_no_other_spelling_are_the_same_bytes(text: str) -> None:
    """Of a text in which only the order is wrong: each line is there again, but for a dash and the indentation."""
    usual_text = formatted("service", text)
    shuffled = "".join(reversed(re.split(r"(?m)^(?=[a-z_]+: )", usual_text)))
    if parse_yaml(shuffled, "x.yml").data == parse_yaml(usual_text, "x.yml").data:
        again = formatted("service", shuffled)
        assert Counter(again.splitlines()) == Counter(shuffled.splitlines())


@settings(derandomize=True, deadline=None, database=None, max_examples=200)
@given(st.one_of(test_properties.texts, texts()), st.sampled_from(list(KINDS)), st.booleans())
def test_no_text_crashes_and_what_is_not_understood_stays(text: str, kind: str, windows: bool) -> None:
    front = f"---\n{text}\n---\nProosaa.\n" if KINDS[kind].suffix == ".md" else text
    data = (front.replace("\n", "\r\n") if windows else front).encode("utf-8", "surrogatepass")
    result = formatter().formatted(data, file_of(kind))
    if result.problems:
        assert result.data == data
        return
    again = formatter().formatted(result.data, file_of(kind))
    assert (again.data, again.problems) == (result.data, ())


@pytest.mark.parametrize("folder", ["services", "events", "organisations", "agreements"])
def test_the_example_content_says_the_same_after_formatting(folder: str) -> None:
    kind = next(each for each in KINDS.values() if each.folder == folder)
    for path in sorted(Path("regions/lappi").joinpath(folder).glob(f"*{kind.suffix}")):
        data = path.read_bytes()
        once = formatted_bytes(kind.name, data)
        assert formatted_bytes(kind.name, once) == once
        assert comments(once.decode()) == comments(data.decode())
