"""What holds for every input: reading never crashes, points inside the file, and gives what is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar
from unicodedata import normalize

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tno.position import Position
from tno.problem import Problem
from tno.read import PlaceMap, Value, body_position, parse_markdown, parse_yaml, places_in, places_in_markdown
from tno.read.characters import FORBIDDEN
from tno.read.source import decoded
from tno.report import github_report, json_report, sorted_problems, text_report

FILE = "regions/lappi/x.yml"

repeatable = settings(derandomize=True, deadline=None, database=None, max_examples=300)

MARKS = (
    """: |- |\n|\n  |  |-|,|[|]|{|}|#|&x|*x|!|!!s|"|'|>|%|@|`|? |~|\\|\t|\r|---|\n---\n|...|<<|a: |b: c\n|- d\n|null"""
)
ODD = "\x00\x1b\x85\u00a0\u2028\u2029\u202e\ufeff\uffff\U0001f600e\u0301ä漢"
yaml_like = st.lists(st.sampled_from([*MARKS.split("|"), "|", "|\n", *ODD, "a", "b", "Työ", "0"]), max_size=30).map(
    "".join
)
lines = st.tuples(
    st.sampled_from(["", "", "  ", "    ", "- ", "  - ", "# "]),
    st.sampled_from(["a: ", "b: ", "c:", "'d e': ", "ä: ", "", "? ", "- "]),
    st.sampled_from(
        ["x", "", "Työ 😀", '"q\\n"', "'q'", "[x, {y: z}]", "{a: , b}", "|\n      t\n", "x # y", "~", "&x y", "@"]
    ),
)
record_like = st.lists(lines.map("".join), max_size=6).map("\n".join)
texts = st.one_of(yaml_like, record_like, st.text(max_size=60), st.text(st.characters(), max_size=20))
"""Texts that look like YAML or like a record, any texts, and any texts with half characters in them."""


def inside(place: Position, text: str) -> bool:
    lines = text.split("\n")
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1 and place.length >= 1


def steps(data: Value, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Value]]:
    """Every path of `data` with its value."""
    yield path, data
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in pairs:
        yield from steps(value, (*path, step))


# --- no input crashes, and every place is inside its file -------------------------------------------------------------


@repeatable
@given(texts)
def test_no_text_crashes_yaml_and_every_problem_is_inside_it(text: str) -> None:
    parsed = parse_yaml(text, FILE)
    bare = text.removeprefix("\ufeff")
    assert all(inside(problem.position, bare) for problem in parsed.problems)
    places = places_in(text, FILE)
    for path, _ in steps(parsed.data):
        assert inside(places.value(path), bare) and inside(places.key(path), bare)
        assert inside(places.value((*path, "x", 7)), bare)


@repeatable
@given(
    st.one_of(
        texts,
        texts.map(lambda text: f"---\n{text}"),
        st.tuples(texts, texts).map(lambda t: f"---\n{t[0]}\n---\n{t[1]}"),
    )
)
def test_no_text_crashes_markdown_and_every_problem_is_inside_it(text: str) -> None:
    parsed = parse_markdown(text, FILE)
    bare = text.removeprefix("\ufeff")
    assert all(inside(problem.position, bare) for problem in parsed.problems)
    places = places_in_markdown(text, FILE)
    assert all(inside(places.value(path), bare) for path, _ in steps(parsed.data))
    if parsed.body:
        assert all(inside(body_position(parsed, offset), bare) for offset in (0, len(parsed.body) // 2, 10_000))


@repeatable
@given(
    st.one_of(
        st.binary(max_size=60),
        texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
        texts.map(lambda text: text.encode("utf-16", "surrogatepass")),
        texts.map(lambda text: text.encode("cp1252", "replace")),
    )
)
def test_no_bytes_crash_reading_and_every_problem_is_inside_the_text(data: bytes) -> None:
    source, problems = decoded(data, FILE)
    assert source is not None or problems
    if source is None:
        return
    assert all(inside(problem.position, source.text) for problem in problems)
    for parsed in (parse_yaml(source.text, FILE), parse_markdown(source.text, FILE)):
        assert all(inside(problem.position, source.text) for problem in parsed.problems)


@repeatable
@given(texts)
def test_text_that_was_read_has_the_lines_that_editors_show(text: str) -> None:
    source, _ = decoded(text.encode("utf-8", "replace"), FILE)
    if source is not None:
        assert source.text.splitlines() == source.text.removesuffix("\n").split("\n")
        assert not any(p.code.startswith("text-") and "\\" not in text for p in parse_yaml(source.text, FILE).problems)


# --- what is read is what is written ----------------------------------------------------------------------------------


class OnlyText(yaml.CSafeLoader):
    """PyYAML's own loader with every scalar left as text, but an empty one."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


OnlyText.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])


def composed(value: Any) -> Any:
    """`value` with every letter in one piece, as all content is read."""
    if isinstance(value, dict):
        return {composed(key): composed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [composed(item) for item in value]
    return normalize("NFC", value) if isinstance(value, str) else value


@repeatable
@given(texts)
def test_what_is_read_without_problems_is_what_pyyaml_reads(text: str) -> None:
    parsed = parse_yaml(text, FILE)
    if not parsed.problems:
        assert parsed.data == composed(yaml.load(text, OnlyText))


words = st.text(st.sampled_from("abä 😀漢:#-'\"\\[]{},&*!|>%@`?~0.\n"), max_size=12).filter(lambda t: "\n " not in t)
values = st.recursive(
    st.one_of(words, st.none(), st.sampled_from(["no", "12:30", "00100", "2026-12-24", "1e3", "null", "~", ""])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(words.filter(lambda word: word.strip() != ""), inner, max_size=4)
    ),
    max_leaves=12,
)
documents = st.tuples(values, st.sampled_from([True, False, None]), st.sampled_from([20, 80]), st.booleans()).map(
    lambda given: (
        given[0],
        yaml.safe_dump(given[0], default_flow_style=given[1], width=given[2], allow_unicode=given[3]),
    )
)


@repeatable
@given(documents)
def test_what_is_written_is_read_back(document: tuple[Value, str]) -> None:
    data, text = document
    parsed = parse_yaml(text, FILE)
    assert parsed.problems == [] or "&id" in text
    assert parsed.data == data or "&id" in text


@repeatable
@given(documents, st.text(st.characters(exclude_characters="\r"), max_size=40))
def test_front_matter_and_body_are_read_back(document: tuple[Value, str], body: str) -> None:
    front = document[1].removesuffix("...\n")
    parsed = parse_markdown(f"---\n{front}---\n{body}", FILE)
    assert parsed.body == body
    assert parsed.body_line == front.count("\n") + 3
    assert parsed.data == ({} if document[0] is None else document[0]) or "&id" in front


# --- places -----------------------------------------------------------------------------------------------------------


def text_at(text: str, place: Position) -> str:
    line = text.split("\n")[place.line - 1]
    return line[place.column - 1 : place.column - 1 + place.length]


def stands(value: Value, shown: str) -> bool:
    """Whether `shown` can be how `value` begins in a file."""
    if isinstance(value, str) and not shown.startswith(("'", '"', "|", ">", "? ")):
        return value.startswith(shown)
    return True


def check(data: Value, text: str, places: PlaceMap) -> None:
    for path, value in steps(data):
        assert stands(value, text_at(text, places.value(path))), path
        if path and isinstance(path[-1], str) and value is not None:
            assert stands(path[-1], text_at(text, places.key(path))), path


@repeatable
@given(documents)
def test_a_place_points_at_the_text_of_its_value(document: tuple[Value, str]) -> None:
    parsed = parse_yaml(document[1], FILE)
    check(parsed.data, document[1], places_in(document[1], FILE))


@repeatable
@given(
    st.one_of(yaml_like, record_like).filter(lambda text: not any(mark in text for mark in "\x85\u2028\u2029\r\ufeff"))
)
def test_a_place_points_at_its_value_however_it_is_written(text: str) -> None:
    parsed = parse_yaml(text, FILE)
    if not parsed.problems:
        check(parsed.data, text, places_in(text, FILE))


# --- reports ----------------------------------------------------------------------------------------------------------

codes = st.sampled_from(["yaml-first-mark", "yaml-tab", "text-garbled", "file-missing", "no-such-code"])
problems = st.lists(
    st.builds(
        Problem,
        codes,
        st.builds(Position, texts, st.integers(1, 5), st.integers(1, 200), st.integers(1, 300)),
        st.dictionaries(st.sampled_from(["value", "fixed", "character", "suggestion"]), texts, max_size=4),
    ),
    max_size=4,
)


@repeatable
@given(problems, texts)
def test_no_problem_breaks_a_report(found: list[Problem], text: str) -> None:
    lines = text.split("\n")
    shown = text_report(found, lambda file: lines, "fi")
    commands = github_report(found).split("\n")[:-1]
    assert FORBIDDEN.search(shown) is None and "\t" not in shown
    assert len(commands) == len(sorted_problems(found)) == len(re.findall(": (virhe|varoitus) [a-z0-9-]+\n", shown))
    assert all(command.startswith(("::error file=", "::warning file=")) for command in commands)
    assert json_report(found).encode("utf-8") == json_report(list(reversed(found))).encode("utf-8")
