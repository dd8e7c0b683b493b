from __future__ import annotations

import pytest

from tno.messages import MESSAGES
from tno.read import body_position, parse_markdown, places_in_markdown

FILE = "regions/lappi/services/ohjaamo.md"


def found(text: str) -> list[str]:
    parsed = parse_markdown(text, FILE)
    return [f"{p.code} {p.position.line}:{p.position.column}+{p.position.length}" for p in parsed.problems]


def test_facts_and_prose_are_told_apart() -> None:
    parsed = parse_markdown("---\nname: Ohjaamo\nkind: [neuvonta]\n---\n\nTeksti.\n", FILE)
    assert parsed.data == {"name": "Ohjaamo", "kind": ["neuvonta"]}
    assert (parsed.body, parsed.body_line, parsed.problems) == ("\nTeksti.\n", 5, [])


def test_a_rule_in_the_prose_is_not_an_end() -> None:
    parsed = parse_markdown("---\na: b\n---\nYlhäällä\n\n---\n\nAlhaalla\n", FILE)
    assert parsed.body == "Ylhäällä\n\n---\n\nAlhaalla\n"


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: b\n---", "", 4),
        ("---\na: b\n---\n", "", 4),
        ("---  \na: b\n--- \t\nx", "x", 4),
        ("\ufeff---\na: b\n---\nx", "x", 4),
        ("---\r\na: b\r\n---\r\nx\r\n", "x\r\n", 4),
        ("---\na: |\n  x\n  ---\n---\nx", "x", 6),
        ("---\na: b\n----\n---\nx", None, 5),
    ],
)
def test_the_body_starts_after_the_first_line_of_three_hyphens(text: str, body: str | None, line: int) -> None:
    parsed = parse_markdown(text, FILE)
    assert parsed.body_line == line
    assert body is None or (parsed.body, parsed.problems) == (body, [])


def test_front_matter_with_nothing_in_it_is_an_empty_map() -> None:
    for text in ("---\n---\nx", "---\n# huomautus\n---\nx", "---\n\n---\nx"):
        parsed = parse_markdown(text, FILE)
        assert (parsed.data, parsed.body, parsed.problems) == ({}, "x", [])


CASES = [
    ("name: Ohjaamo\n", "front-matter-missing 1:1+13"),
    ("# Ohjaamo\n\n---\na: b\n---\n", "front-matter-missing 1:1+9"),
    ("----\na: b\n---\n", "front-matter-mark 1:1+4"),
    ("—\na: b\n—\n", "front-matter-mark 1:1+1"),
    ("***\na: b\n***\n", "front-matter-mark 1:1+3"),
    ("```yaml\n---\na: b\n---\n", "yaml-fence 1:1+7"),
    ("", "front-matter-missing 1:1+1"),
    ("\n\n---\na: b\n---\n", "front-matter-late 3:1+3"),
    (" ---\na: b\n---\n", "front-matter-late 1:2+3"),
    ("---\na: b\n", "front-matter-open 1:1+3"),
    ("---", "front-matter-open 1:1+3"),
    ("---\na: b\n --- \nTeksti\n", "front-matter-open 3:1+4"),
    ("---\na: b\n----\nTeksti\n", "front-matter-open 3:1+4"),
    ("---\na: b\n—\nTeksti\n", "front-matter-open 3:1+1"),
    ("---\na: b: c\n---\n", "yaml-colon-in-text 2:4+4"),
    ("---\na: b\n\na: c\n---\n", "yaml-duplicate-key 4:1+1"),
    ("---\na: 'b\n---\nit's\n", "yaml-quote-open 2:4+2"),
    ("---\r\na: b\r\n\tc: d\r\n---\r\n", "yaml-tab 3:1+1"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[expected for _, expected in CASES])
def test_a_mistake_at_the_top_has_its_place_in_the_file(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_every_code_of_front_matter_has_a_case_here() -> None:
    tried = {expected.split()[0] for _, expected in CASES}
    assert {code for code in MESSAGES if code.startswith("front-matter-")} <= tried


def test_front_matter_that_cannot_be_read_gives_no_data_but_a_body() -> None:
    parsed = parse_markdown("---\na: b: c\n---\nTeksti\n", FILE)
    assert (parsed.data, parsed.body) == (None, "Teksti\n")


def test_a_value_of_the_front_matter_has_its_place_in_the_file() -> None:
    places = places_in_markdown("\ufeff---\nname: Ohjaamo\nareas:\n  - Oulu\n---\nx\n", FILE)
    assert str(places.value(("areas", 0))) == f"{FILE}:4:5"
    assert str(places.key(("name",))) == f"{FILE}:2:1"
    assert str(places.value(())) == f"{FILE}:2:1"


def test_without_front_matter_every_place_is_the_start_of_the_file() -> None:
    for text in ("x\n", "---\na: b\n", ""):
        assert str(places_in_markdown(text, FILE).value(("a",))) == f"{FILE}:1:1"


def test_a_passage_of_the_body_has_its_place_in_the_file() -> None:
    parsed = parse_markdown("---\na: b\n---\n\n😀 [linkki](x.md)\n", FILE)
    offset = parsed.body.index("x.md")
    place = body_position(parsed, offset, 4)
    assert (str(place), place.length) == (f"{FILE}:5:12", 4)
    assert str(body_position(parsed, len(parsed.body))) == f"{FILE}:5:16"
