from __future__ import annotations

import pytest

from tno.messages import MESSAGES
from tno.problem import Problem
from tno.read import Value, parse_yaml, places_in

FILE = "regions/lappi/region.yml"


def found(text: str) -> list[str]:
    """The problems as `code line:column+length`."""
    return [_shown(problem) for problem in parse_yaml(text, FILE).problems]


def _shown(problem: Problem) -> str:
    place = problem.position
    return f"{problem.code} {place.line}:{place.column}+{place.length}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("12:30", "12:30"),
        ("00100", "00100"),
        ("2025-02-30", "2025-02-30"),
        ("true", "true"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ('"null"', "null"),
        ("'~'", "~"),
        ('""', ""),
        ("''", ""),
        ("null", None),
        ("Null", None),
        ("~", None),
        ("", None),
        ("# vain huomautus", None),
        ('"Ohjaamo # 1" # huomautus', "Ohjaamo # 1"),
        ("|\n  yksi # kaksi\n", "yksi # kaksi\n"),
        ("[fi] # huomautus", ["fi"]),
        ("C#", "C#"),
        ("”Oma” polku", "”Oma” polku"),
        ("kylla\u0308", "kyll\u00e4"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("|\n  yksi\n   kaksi\n", "yksi\n kaksi\n"),
        (">-\n  yksi\n  kaksi\n", "yksi kaksi"),
        ('"a\\tb\\u00e4"', "a\tbä"),
        ("[fi, 'sv', \"en\"]", ["fi", "sv", "en"]),
        ("{fi: Työ, sv: Arbete, se: }", {"fi": "Työ", "sv": "Arbete", "se": None}),
        ("\n  - a\n  -\n  - b: c\n    d: e\n", ["a", None, {"b": "c", "d": "e"}]),
        ("\n- a\n- b", ["a", "b"]),
        ("[]", []),
        ("{}", {}),
    ],
)
def test_a_value_is_what_is_written_and_nothing_is_guessed(text: str, value: Value) -> None:
    parsed = parse_yaml(f"avain: {text}\nmuu: x\n", FILE)
    assert parsed.problems == []
    assert parsed.data == {"avain": value, "muu": "x"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# vain huomautus\n", None),
        ("---\na: b\n", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("- a\n- b\n", ["a", "b"]),
        ("teksti\n", "teksti"),
        ("\ufeffa: b\n", {"a": "b"}),
        ("a: b\r\nc:\r\n  - d\r\n", {"a": "b", "c": ["d"]}),
        ('049: x\nma-to: "9-16"\n"a b": c\nnull: d\n', {"049": "x", "ma-to": "9-16", "a b": "c", "null": "d"}),
        ("? a\n: b\n", {"a": "b"}),
    ],
)
def test_a_whole_text_becomes_plain_data(text: str, data: Value) -> None:
    parsed = parse_yaml(text, FILE)
    assert (parsed.data, parsed.problems) == (data, [])


SYNTAX = [
    # tabs
    ("\tname: x\n", "yaml-tab 1:1+1"),
    ("a:\n\t\tb: c\n", "yaml-tab 2:1+2"),
    ("a:\n  - b\n\t- c\n", "yaml-tab 3:1+1"),
    ("-\ta\n", "yaml-tab 1:2+1"),
    ("a: |\n\tx\n", "yaml-tab 2:1+1"),
    ("a: b \n\t\nc: d\n", "yaml-tab 2:1+1"),
    # quotation marks
    ('name: "Ohjaamo\nsummary: x\n', "yaml-quote-open 1:7+8"),
    ("name: 'Ohjaamo\nsummary: x\n", "yaml-quote-open 1:7+8"),
    ('name: "Ohjaamo\nsummary: "x"\nkind: y\n', "yaml-quote-open 1:7+8"),
    ("name: 'x\n---\n", "yaml-quote-open 1:7+2"),
    ('name: "Ohjaamo" Oulu\n', "yaml-quote-rest 1:17+4"),
    ("name: 'Ohjaamo'n palvelut\n", "yaml-quote-rest 1:16+10"),
    ("name: 'it's'\n", "yaml-quote-rest 1:11+2"),
    ('name: "Ohjaamo": Oulu\n', "yaml-quote-rest 1:16+6"),
    ('file: "C:\\Ohjaamo"\n', "yaml-escape 1:10+2"),
    ('a: "\\x4"\n', "yaml-escape 1:5+2"),
    ('a: "\\ud83d\\ude00"\n', "yaml-escape 1:5+2"),
    # colons
    ("name: Ohjaamo: Oulu\n", "yaml-colon-in-text 1:7+13"),
    ("name: 😀: b\n", "yaml-colon-in-text 1:7+4"),
    ("name: Ohjaamo:\n", "yaml-colon-in-text 1:7+8"),
    ("- phone: 040: 1\n", "yaml-colon-in-text 1:10+6"),
    ("summary: Tämä on teksti,\n  jossa on: kaksoispiste\n", "yaml-colon-in-text 2:3+22"),
    ("name:Ohjaamo\nkind: x\n", "yaml-colon-space 1:1+12"),
    ("kind: x\nname:Ohjaamo\nareas: y\n", "yaml-colon-space 2:1+12"),
    ("kind: x\nhours:\n  ma:9-16\n  ti: 9\n", "yaml-colon-space 3:3+7"),
    ("name:\u00a0Ohjaamo\nkind: x\n", "yaml-hard-space 1:1+13"),
    ("kind: x\nname:\u00a0Ohjaamo\n", "yaml-hard-space 2:1+13"),
    ("name: x\nOhjaamo\n", "yaml-colon-missing 2:1+7"),
    ("Ohjaamo\nname: x\n", "yaml-colon-missing 1:1+7"),
    ("a: b\nhttps://example.org\nc: d\n", "yaml-colon-missing 2:1+19"),
    # indentation
    ("name: Ohjaamo\n  summary: x\n", "yaml-indent 2:3+10"),
    ("name: Ohjaamo\n summary: x\n", "yaml-indent 2:2+10"),
    ("- name: a\n   kind: b\n", "yaml-indent 2:4+7"),
    ("- name: a\n kind: b\n", "yaml-indent 2:2+7"),
    ("- a\nb: c\n", "yaml-indent 2:1+4"),
    ("  a: b\n c: d\n", "yaml-indent 2:2+4"),
    ("a:\n  b: c\n d: e\n", "yaml-indent 3:2+4"),
    ("a: |\n  x\n y\n", "yaml-indent 3:2+1"),
    ("a: b\n- c\n", "yaml-list-indent 2:1+3"),
    ("a:\n  - b\n - c\n", "yaml-list-indent 3:2+3"),
    ("a:\n- b\n-c\nd: e\n", "yaml-dash-space 3:1+2"),
    ("kind: - neuvonta\n", "yaml-dash-inline 1:7+10"),
    ("kind: -\n", "yaml-dash-alone 1:7+1"),
    ("a:\n  * b\n  * c\n", "yaml-dash-long 2:3+3"),
    ("```yaml\na: b\n```\n", "yaml-fence 1:1+7"),
    ("- a: b\n```\n", "yaml-fence 2:1+3"),
    ("a:\n  b c\n  d: e\n", "yaml-colon-missing 2:3+3"),
    ("a:\n  – b: c\n    d: e\n", "yaml-dash-long 2:3+6"),
    ("a:\n  • b: c\n  • d\n", "yaml-dash-long 3:3+3"),
    ("a: – b\nc: d: e\n", "yaml-colon-in-text 2:4+4"),
    # marks at the start of a value
    ("email: @example\n", "yaml-first-mark 1:8+8"),
    ("name: `koodi`\n", "yaml-first-mark 1:7+7"),
    ("name: %x\n", "yaml-first-mark 1:7+2"),
    ("%x\na: b\n", "yaml-first-mark 1:1+2"),
    ("name: *Tärkeää* tietoa\n", "yaml-first-mark 1:7+16"),
    ("name: & muut\n", "yaml-first-mark 1:7+6"),
    ("name: !älä\n", "yaml-first-mark 1:7+4"),
    ("name: >50\n", "yaml-first-mark 1:7+3"),
    ("name: ? x\n", "yaml-first-mark 1:7+3"),
    ("name: ]\n", "yaml-first-mark 1:7+1"),
    ("name: , x\n", "yaml-first-mark 1:7+3"),
    ("a: [x, @y, z]\n", "yaml-first-mark 1:8+2"),
    # brackets
    ("areas: [Oulu, Kemi\nkind: x\n", "yaml-bracket-open 1:8+11"),
    ("areas: [Oulu\nkind: [x]\n", "yaml-bracket-open 1:8+5"),
    ("areas: {fi: Oulu\n", "yaml-bracket-open 1:8+9"),
    ("areas: [Oulu", "yaml-bracket-open 1:8+5"),
    ("areas: [Oulu, , Kemi]\n", "yaml-comma 1:15+7"),
    ('areas: ["Oulu" Kemi]\n', "yaml-comma 1:16+4"),
    ("a: {b: c d: e}\n", "yaml-comma 1:11+3"),
    ("a: [Oulu]]\n", "yaml-bracket-rest 1:10+1"),
    ("a: [Oulu] Kemi\n", "yaml-bracket-rest 1:11+4"),
    ("a: {fi: Oulu}: Kemi\n", "yaml-bracket-rest 1:14+6"),
    ("a: {fi:[Oulu]}\n", "yaml-colon-space 1:5+8"),
    # keys and the rest
    (": x\n", "yaml-key-empty 1:1+1"),
    ("a: b\n\n c\n: d\n", "yaml-key-empty 4:1+1"),
    ("a: 'x' &b\n", "yaml-quote-rest 1:8+2"),
    ("a: " + "[" * 60 + "]" * 60 + "\n", "yaml-nesting 1:53+1"),
    ("- " * 60 + "a\n", "yaml-nesting 1:101+1"),
    # characters that a file read by `read_source` no longer has
    ("a: 😀\0\n", "text-control 1:5+1"),
    ("a: b\nc: \ud800\n", "text-hidden 2:4+1"),
]


@pytest.mark.parametrize(("text", "expected"), SYNTAX, ids=[expected for _, expected in SYNTAX])
def test_what_cannot_be_read_is_named_where_it_can_be_mended(text: str, expected: str) -> None:
    parsed = parse_yaml(text, FILE)
    assert [_shown(problem) for problem in parsed.problems] == [expected]
    assert parsed.data is None


REFUSED: list[tuple[str, str, Value]] = [
    ("a: &x b\nc: d\n", "yaml-anchor 1:4+4", {"a": "b", "c": "d"}),
    ("a: &x\n  b: c\n", "yaml-anchor 1:4+2", {"a": {"b": "c"}}),
    ("a: &x [b]\n", "yaml-anchor 1:4+6", {"a": ["b"]}),
    ("&x a: b\n", "yaml-anchor 1:1+7", {"a": "b"}),
    ("a: *x\nc: d\n", "yaml-alias 1:4+2", {"a": None, "c": "d"}),
    ("- *x\n- b\n", "yaml-alias 1:3+2", [None, "b"]),
    ("*x : b\nc: d\n", "yaml-alias 1:1+2", {"c": "d"}),
    ("<<: {a: b}\nc: d\n", "yaml-merge 1:1+2", {"c": "d"}),
    ("a: !!python/object:x b\n", "yaml-tag 1:4+19", {"a": "b"}),
    ("a: !x {b: c}\n", "yaml-tag 1:4+9", {"a": {"b": "c"}}),
    ("a: ! b\n", "yaml-tag 1:4+3", {"a": "b"}),
    ("a: !!str\nb: c\n", "yaml-tag 1:4+5", {"a": "", "b": "c"}),
    ("a: b\n---\nc: d\n", "yaml-documents 2:1+3", {"a": "b"}),
    ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key 3:1+1", {"a": "1", "b": "2"}),
    ("[a, b]: c\nd: e\n", "yaml-key-not-text 1:1+9", {"d": "e"}),
    ("{a: b}: c\n", "yaml-key-not-text 1:1+9", {}),
    ("? - a\n: c\n", "yaml-key-not-text 1:3+3", {}),
    ('"": c\nd: e\n', "yaml-key-empty 1:1+2", {"d": "e"}),
    ("a:\n\u00a0\u00a0b: c\n", "yaml-hard-space 2:1+3", {"a": None, "\u00a0\u00a0b": "c"}),
    ('a: "x\\0"\n', "text-control 1:4+5", {"a": "x\0"}),
    ('a: "\\L"\n', "text-line-separator 1:4+4", {"a": "\u2028"}),
    ('"\\e": b\n', "text-control 1:1+4", {"\x1b": "b"}),
    ("a: Opettele #digi rauhassa\nb: c\n", "yaml-text-cut 1:13+14", {"a": "Opettele", "b": "c"}),
    ("- a  # b\n", "yaml-text-cut 1:6+3", ["a"]),
    ("a: ”Ohjaamo”\n", "yaml-curly-quotes 1:4+9", {"a": "”Ohjaamo”"}),
]


@pytest.mark.parametrize(("text", "expected", "data"), REFUSED, ids=[expected for _, expected, _ in REFUSED])
def test_what_is_refused_is_named_and_the_rest_is_read(text: str, expected: str, data: Value) -> None:
    parsed = parse_yaml(text, FILE)
    assert [_shown(problem) for problem in parsed.problems] == [expected]
    assert parsed.data == data


def test_a_quoted_merge_sign_is_an_ordinary_key() -> None:
    assert parse_yaml('"<<": a\n', FILE).problems == []


def test_every_code_of_yaml_has_a_case_here() -> None:
    tried = {expected.split()[0] for _, expected in SYNTAX} | {expected.split()[0] for _, expected, _ in REFUSED}
    assert {code for code in MESSAGES if code.startswith("yaml-")} - {"yaml-syntax"} <= tried


def test_what_nobody_foresaw_is_named_all_the_same() -> None:
    assert found("a: *b]\n") == ["yaml-alias 1:4+2", "yaml-syntax 1:6+1"]


def test_one_mistake_does_not_hide_another() -> None:
    text = "a: &x 1\nb: *x\na: 2\nc: !t 3\n[d]: 4\ne: f: g\n"
    assert [code.split("+")[0] for code in found(text)] == [
        "yaml-anchor 1:4",
        "yaml-alias 2:4",
        "yaml-duplicate-key 3:1",
        "yaml-tag 4:4",
        "yaml-key-not-text 5:1",
        "yaml-colon-in-text 6:4",
    ]


def test_a_duplicate_key_tells_the_line_of_the_first_in_the_file() -> None:
    parsed = parse_yaml("x:\n  a: {b: c}\n  b: 2\n  a: {b: d}\n", FILE, first_line=11)
    assert [_shown(problem) for problem in parsed.problems] == ["yaml-duplicate-key 14:3+1"]
    assert parsed.problems[0].data == {"value": "a", "line": "12"}


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("name: Ohjaamo: Oulu\n", '"Ohjaamo: Oulu"'),
        ('name: Ohjaamo "Oulu": avoinna\n', "'Ohjaamo \"Oulu\": avoinna'"),
        ('name: it\'s "x": y\n', '"it\'s \\"x\\": y"'),
        ("name: @oulu\n", '"@oulu"'),
        ("name: 'it's'\n", '"it\'s"'),
        ('name: "Ohjaamo" Oulu\n', "'\"Ohjaamo\" Oulu'"),
        ("name: *x\n", '"*x"'),
    ],
)
def test_the_mended_value_shown_can_be_read(text: str, fixed: str) -> None:
    problem = parse_yaml(text, FILE).problems[0]
    assert problem.data["fixed"] == fixed
    assert parse_yaml(f"name: {fixed}\n", FILE).problems == []


def test_line_breaks_that_editors_do_not_show_do_not_move_the_lines() -> None:
    for character in ("\x85", "\u2028", "\u2029", "\r"):
        assert found(f"a: 'b{character}c{character}d'\nd: @e\n") == ["yaml-first-mark 2:4+2"]


@pytest.mark.parametrize("mark", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_levels_end_as_a_problem(mark: str) -> None:
    assert found(mark * 100_000)[-1].startswith("yaml-nesting 1:")


# --- places ---------------------------------------------------------------------------------------------------------

TEXT = """\
name: Ohjaamo
areas: [Oulu, "Ylivieska"]
empty:
price: {kind: maksuton, text: }
channels:
  - type: puhelin
    phone: "016 322 0000"   # vaihde
  -
  - 😀 note
summary: |
  Kaksi
  riviä
long: ensimmäinen
  toinen
"""


def place(path: tuple[str | int, ...], key: bool = False) -> str:
    places = places_in(TEXT, FILE)
    found = places.key(path) if key else places.value(path)
    return f"{found.line}:{found.column}+{found.length}"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("name",), "1:7+7"),
        (("areas",), "2:8+19"),
        (("areas", 1), "2:15+11"),
        (("empty",), "3:1+5"),
        (("price",), "4:8+24"),
        (("price", "kind"), "4:15+8"),
        (("price", "text"), "4:25+4"),
        (("channels",), "6:3+15"),
        (("channels", 0), "6:5+13"),
        (("channels", 0, "phone"), "7:12+14"),
        (("channels", 1), "8:3+1"),
        (("channels", 2), "9:5+6"),
        (("summary",), "10:10+1"),
        (("long",), "13:7+11"),
        ((), "1:1+13"),
    ],
)
def test_a_value_has_its_place_and_its_length_on_its_first_line(path: tuple[str | int, ...], expected: str) -> None:
    assert place(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("name",), "1:1+4"),
        (("channels",), "5:1+8"),
        (("channels", 0, "phone"), "7:5+5"),
        (("price", "text"), "4:25+4"),
        (("channels", 0), "6:5+13"),
        ((), "1:1+13"),
    ],
)
def test_a_key_has_its_place_and_an_item_stands_for_its_own(path: tuple[str | int, ...], expected: str) -> None:
    assert place(path, key=True) == expected


@pytest.mark.parametrize("key", [True, False])
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("nothing",), "1:1+13"),
        (("name", 0), "1:7+7"),
        (("name", "fi"), "1:7+7"),
        (("areas", 5), "2:8+19"),
        (("price", "from"), "4:8+24"),
        (("channels", 0, "url"), "6:5+13"),
        (("channels", 7), "5:1+8"),
        (("channels", "x", "y", 3), "5:1+8"),
        (("empty", "x"), "3:1+5"),
    ],
)
def test_what_does_not_exist_is_pointed_at_by_the_nearest_above_it(
    path: tuple[str | int, ...], key: bool, expected: str
) -> None:
    assert place(path, key) == expected


def test_places_count_from_the_first_line_given() -> None:
    assert str(places_in("a: b\n", FILE, first_line=41).value(("a",))) == f"{FILE}:41:4"


def test_places_of_a_text_that_cannot_be_read_are_its_start() -> None:
    for text in ("a: b: c\n", "", "# x\n", "a: \ud800\n", "[" * 200):
        assert str(places_in(text, FILE).value(("a", 1))) == f"{FILE}:1:1"


def test_the_first_of_two_equal_keys_has_the_place() -> None:
    text = "a: {x: 1}\na: {x: 2}\nb: {x: 3}\n"
    places = places_in(text, FILE)
    assert (places.value(("a", "x")).line, places.value(("b", "x")).line) == (1, 3)
