"""The tables of interface words: what the templates and views say is there, and nothing is there in vain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tno.search.face import PREFIX
from tno.words import Words, words

ROOT = Path(__file__).parent.parent
TABLES = sorted((ROOT / "hooks" / "tno" / "words").glob("*.yml"))
SOURCES = [
    *(ROOT / "overrides").rglob("*.html"),
    *(path for path in (ROOT / "hooks" / "tno").rglob("*.py") if path.parent.name != "words"),
    ROOT / "hooks" / "portal.py",
]
SCRIPTS = sorted((ROOT / "docs" / "assets" / "javascripts").glob("*.js"))
SAID = re.compile(r"\bw\.(\w+)")
LOOKED_UP = re.compile(r"""\bw\[f?(["'])(.+?)\1( ~)?""")
COUNTED = re.compile(r"""w\.counted\(f?(["'])(.+?)\1""")
BY_SCRIPTS = re.compile(rf"(?<![-\w]){PREFIX}[a-z_]+")
PLACE = re.compile(r"\{[^}]*\}")
OTHERS = [table.stem for table in TABLES if table.stem != "fi"]
EQUAL: dict[str, set[str]] = {
    "sv": {"region_title"},
    "en": {"region_title"},
}
"""Language → words that are the same as in Finnish on purpose."""
ABBREVIATED = {"week"}
"""Words that end with the full stop of an abbreviation in some language."""
IN_TWO_SENTENCES = (
    *("services_none", "organisations_none", "agreements_none", "groups_none", "events_none", "network_none"),
    *("term_none", "municipality_none"),
)
"""Words that a page cuts after the first sentence: it is a heading, and the rest says what to do."""


def said() -> set[str]:
    """Patterns of every word that a template or a view asks for: names, `.+` where a part is filled in."""
    found: set[str] = set()
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        found |= set(SAID.findall(text)) - {"counted"}
        found |= {_pattern(name) + (".+" if joined else "") for _, name, joined in LOOKED_UP.findall(text)}
        found |= {f"{_pattern(name)}_{form}" for _, name in COUNTED.findall(text) for form in ("one", "many")}
        found |= {name for name in words("fi") if f': "{name}"' in text}
    return found | said_by_scripts()


def said_by_scripts() -> set[str]:
    """Words that are handed to scripts, by name; a counted one stands for all its forms."""
    table, named = words("fi"), {name for path in SCRIPTS for name in BY_SCRIPTS.findall(path.read_text("utf-8"))}
    forms = [(name,) if name in table else (f"{name}_one", f"{name}_many") for name in named]
    return {form for each in forms for form in each} | ({f"{name}_over" for name in named} & {*table})


def _pattern(name: str) -> str:
    return ".+".join(map(re.escape, PLACE.split(name)))


def test_every_word_that_is_said_is_in_the_table() -> None:
    table = words("fi")
    missing = [pattern for pattern in said() if not any(re.fullmatch(pattern, name) for name in table)]
    assert missing == []


def test_no_word_is_idle() -> None:
    patterns = [re.compile(pattern) for pattern in said()]
    idle = [name for name in words("fi") if not any(pattern.fullmatch(name) for pattern in patterns)]
    assert idle == []


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_language_has_the_same_words_with_the_same_places(table: Path) -> None:
    finnish, other = words("fi"), words(table.stem)
    assert other.keys() == finnish.keys()
    for name, text in other.items():
        assert text.strip(), name
        assert set(PLACE.findall(text)) == set(PLACE.findall(finnish[name])), name


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_no_word_stands_twice_in_a_table(table: Path) -> None:
    root = yaml.compose(table.read_text(encoding="utf-8"))
    assert root is not None
    names = [key.value for key, _ in root.value]
    assert [name for name in names if names.count(name) > 1] == []


def test_no_word_hides_behind_what_a_table_can_do() -> None:
    assert [name for name in words("fi") if hasattr(dict, name) or name == "counted"] == []


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 palvelua"), (1, "1 palvelu"), (2, "2 palvelua"), (21, "21 palvelua")]
)
def test_a_number_of_things_is_said_as_finns_say_it(count: int, text: str) -> None:
    assert words("fi").counted("count_services", count) == text


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_is_left_in_finnish(language: str) -> None:
    finnish, other = words("fi"), words(language)
    assert {name for name, text in other.items() if text == finnish[name]} == EQUAL[language]


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_what_is_said_of_an_empty_page_has_a_heading_and_a_way_on(table: Path) -> None:
    for name in IN_TWO_SENTENCES:
        heading, _, rest = words(table.stem)[name].partition(". ")
        assert heading and rest.endswith("."), name


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_a_sentence_is_a_sentence_in_every_language(table: Path) -> None:
    """Templates put full stops and colons around some words: what ends with one in Finnish does so everywhere."""
    finnish = words("fi")
    for name, text in words(table.stem).items():
        ends = {mark for mark in ".:?" if finnish[name].endswith(mark)}
        assert {mark for mark in ".:?" if text.endswith(mark)} == ends or name in ABBREVIATED, name


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", ["count_services", "count_groups", "find_count", "count_organisations"])
def test_one_thing_and_many_are_told_apart(language: str, name: str) -> None:
    table = words(language)
    one, two = (table.counted(name, count, question="").removeprefix(str(count)) for count in (1, 2))
    assert one != two


def test_a_word_that_is_missing_is_an_error() -> None:
    with pytest.raises(AttributeError, match="puuttuva"):
        _ = Words({}).puuttuva
