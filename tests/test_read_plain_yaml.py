"""The quick way to read YAML says what the whole way says, or nothing."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tno.read import Value, parse_yaml
from tno.read.markdown_file import front_matter_span
from tno.read.plain_yaml import plain_value
from tno.read.yaml_file import Parsed
from trees import ROOT


def whole_way(text: str) -> Parsed:
    """What is read when the quick way says nothing."""
    with patch("tno.read.yaml_file.plain_value", return_value=None):
        return parse_yaml(text, "a.yml")


def assert_same_or_nothing(text: str) -> None:
    """That the quick way, if it says anything, says what the whole way does and overlooks no problem."""
    if (value := plain_value(text)) is not None:
        assert whole_way(text) == Parsed(value, [])


KEYS = ("name", "ti-pe", "on", '"on"', "null", "a b", "'x'", "ä", "<<", "01", "~", "? a", "-", "_x", "")
VALUES = (
    *(
        "Ohjaamo",
        "a: b",
        "a:b",
        "a :b",
        "a:",
        "a #b",
        "a#b",
        "#a",
        "12:30",
        "00100",
        "~",
        "null",
        "Null",
        "-",
        "-1",
        "- a",
    ),
    *(
        '"a"',
        '"a" b',
        '"a\\tb"',
        '"a',
        "'a'",
        "'it''s'",
        '""',
        "''",
        '"~"',
        "|",
        ">-",
        "&a b",
        "*a",
        "!a b",
        "%a",
        "@a",
    ),
    *("[fi]", "[fi, sv]", '["a, b", c]', "[a, b", "[]", "[ a , b ]", "[a,b]", "[a, ]", "[, a]", "[a: b]", "[a, [b]]"),
    *("[~, null]", '["a" b]', "{}", "{a: b}", "{a: b, a: c}", "{a: b, c: d e}", '{a: "b, c: d"}', "{a: }", "{a}"),
    *("{a: b: c}", "`a`", "?", "? a", "”a”", "”a", "’s", "«a»", "kylla\u0308", "a\u00a0b", "https://example.org/a#b"),
    *("- a", "@a", "a ", " a", "a\tb", "...", "---"),
)
LINES = st.tuples(
    st.sampled_from(("", "", " ", "  ", "  ", "    ", "      ")),
    st.sampled_from(("", "", "", "- ", "-  ", "- - ", "-")),
    st.sampled_from([*(f"{key}: " for key in KEYS), *(f"{key}:" for key in KEYS), "name: ", "kind: ", "id: ", "", ""]),
    st.sampled_from(("", "", "", *VALUES)),
).map("".join)


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_lines_of_all_sorts_are_read_alike(text: str) -> None:
    assert_same_or_nothing(text)


@given(
    st.sampled_from(("a: >-\n", "a: |-\n", "- a: >-\n", "a:\n  b: |-\n", "a: >-\n  b\n")),
    st.lists(
        st.sampled_from(("", " ", "  ", "  a", "  b c", "   a", " a", "a: b", "  a: b", "  - a", "# a", "    ~", "\t")),
        max_size=5,
    ),
)
def test_texts_of_several_lines_are_read_alike(start: str, lines: list[str]) -> None:
    assert_same_or_nothing(start + "\n".join(lines))


@given(st.text("ab:-# \n[]{},\"'~|>&*!?%@\\ä”0", max_size=30))
def test_signs_in_any_order_are_read_alike(text: str) -> None:
    assert_same_or_nothing(text)


@given(st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_values_are_read_alike_wherever_they_stand(one: str, other: str) -> None:
    for text in (
        f"a: {one}\nb: {other}",
        f"a:\n- {one}\n- {other}\nb: c",
        f"a:\n  b: {one}\n  c:\n    - {other}\nd: e",
    ):
        assert_same_or_nothing(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("name: Ohjaamo\nkind: [neuvonta]\n", {"name": "Ohjaamo", "kind": ["neuvonta"]}),
        ("a:\n- b: c\n  d: e\n- f\ng: h", {"a": [{"b": "c", "d": "e"}, "f"], "g": "h"}),
        ("a:\n  b:\n    c: d\n\n  e:\nf:", {"a": {"b": {"c": "d"}, "e": None}, "f": None}),
        ('# yaml-language-server: x\n- "on": {every: viikko, times: 3}', [{"on": {"every": "viikko", "times": "3"}}]),
        (
            "a:\n  - b: >-\n      c: d\n      - e\n\n    f: |-\n     g\n     h\n",
            {"a": [{"b": "c: d - e", "f": "g\nh"}]},
        ),
        ("ti-pe: 9-16\nla: suljettu", {"ti-pe": "9-16", "la": "suljettu"}),
    ],
)
def test_what_is_usual_is_read_the_quick_way(text: str, value: Value) -> None:
    assert plain_value(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c",
        "a: &b c",
        "a: b\n  c",
        "a: >\n  b",
        "a: >-\n  b\n   c",
        "a: |-\n  b\n\n  c",
        "a: b\na: c",
        "a: 'b''c'",
        "- ",
        "a:\tb",
    ],
)
def test_nothing_is_said_of_what_is_not_certain(text: str) -> None:
    assert plain_value(text) is None


def test_the_project_s_own_content_is_read_alike() -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "regions").rglob("*.yml"))]
    for file in sorted((ROOT / "regions").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        texts.append(text[slice(*front_matter_span(text))])
    for text in texts:
        assert_same_or_nothing(text)
    assert sum(plain_value(text) is not None for text in texts) > len(texts) / 2
