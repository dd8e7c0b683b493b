from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from test_read_markdown_file import CASES
from test_read_yaml_file import REFUSED, SYNTAX
from tno.messages import MESSAGES, Message
from tno.messages.message import warning
from tno.position import Position
from tno.problem import Problem, Severity
from tno.read import parse_markdown, parse_yaml
from tno.report import (
    Languages,
    LinesOf,
    SourceLines,
    github_report,
    hint_of,
    json_report,
    message_of,
    plain,
    report_rows,
    severity_of,
    sorted_problems,
    summary,
    text_report,
)

FILE = "regions/lappi/services/ohjaamo.md"


@pytest.fixture(autouse=True)
def messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two messages of our own, so that these tests do not change with the real ones."""
    monkeypatch.setitem(
        MESSAGES,
        "try-place",
        Message(
            "Kuntaa ”{value}” ei ole.", 'Municipality "{value}" does not exist.', "Kunnat ovat listassa.", "See it."
        ),
    )
    monkeypatch.setitem(MESSAGES, "try-old", warning("Tieto on vanha.", "The fact is old."))


def problem(code: str = "try-place", line: int = 2, column: int = 9, length: int = 5, **data: str) -> Problem:
    return Problem(code, Position(FILE, line, column, length), data or {"value": "Oulun"})


def lines(*texts: str) -> LinesOf:
    def lines_of(file: str) -> Sequence[str]:
        return texts if file == FILE else ()

    return lines_of


def shown(found: Problem, *texts: str, languages: Languages = "fi", around: int = 1) -> list[str]:
    """The report's lines, without the empty line and the summary at its end."""
    return text_report([found], lines(*texts), languages, around).splitlines()[:-2]


def test_a_problem_is_shown_with_its_place_its_words_and_its_line() -> None:
    report = text_report(
        [problem(value="Oulun", suggestion="Oulu")],
        lines("name: Ohjaamo", "areas: [Oulun]", "kind: neuvonta"),
    )
    assert report == (
        "regions/lappi/services/ohjaamo.md:2:9: virhe try-place\n"
        "  Kuntaa ”Oulun” ei ole.\n"
        "  Tarkoititko ”Oulu”? Kunnat ovat listassa.\n"
        "    1 | name: Ohjaamo\n"
        "    2 | areas: [Oulun]\n"
        "      |         ^^^^^\n"
        "    3 | kind: neuvonta\n"
        "regions/lappi/services/ohjaamo.md:2:9: error try-place\n"
        '  Municipality "Oulun" does not exist.\n'
        '  Did you mean "Oulu"? See it.\n'
        "\n"
        "1 virhe, ei varoituksia / 1 error, no warnings\n"
    )


def test_one_language_shows_only_that_language_and_the_line() -> None:
    assert shown(problem("try-old"), "a", "areas: [Oulun]", languages="en", around=0) == [
        "regions/lappi/services/ohjaamo.md:2:9: warning try-old",
        "  The fact is old.",
        "    2 | areas: [Oulun]",
        "      |         ^^^^^",
    ]


def test_a_file_that_cannot_be_read_is_reported_without_lines() -> None:
    assert shown(problem()) == [
        "regions/lappi/services/ohjaamo.md:2:9: virhe try-place",
        "  Kuntaa ”Oulun” ei ole.",
        "  Kunnat ovat listassa.",
    ]


def test_blank_lines_around_are_left_out() -> None:
    assert shown(problem(), "", "areas: [Oulun]", "  ", around=1)[3:] == [
        "    2 | areas: [Oulun]",
        "      |         ^^^^^",
    ]


def test_the_gutter_fits_long_files() -> None:
    texts = ["x"] * 12_345
    assert shown(problem(line=12_345, column=1, length=1), *texts)[3:] == [
        "12344 | x",
        "12345 | x",
        "      | ^",
    ]


def test_marks_stand_under_wide_and_combining_characters() -> None:
    assert shown(problem(column=9, length=3), "", "a: 漢😀: e\u0301x: y")[3:] == [
        "    2 | a: 漢😀: e\u0301x: y",
        "      |           ^^",
    ]


def test_tabs_and_hidden_characters_are_seen_and_keep_their_place() -> None:
    assert shown(problem(column=4, length=1), "", "\ta\x1b[31m\u202e:\u00a0b\0")[3:] == [
        "    2 | →a␛[31m�:\u00a0b␀",
        "      |    ^",
    ]


def test_a_long_line_is_cut_around_the_value() -> None:
    rows = shown(problem(column=501, length=5), "", "a" * 500 + "Oulun" + "b" * 500)[3:]
    text, marks = (row[8:] for row in rows)
    assert len(text) == 102 and text.startswith("…a") and text.endswith("b…")
    assert text[marks.index("^") : marks.rindex("^") + 1] == "Oulun"


def test_marks_do_not_run_past_a_cut_line() -> None:
    text, marks = (row[8:] for row in shown(problem(column=5, length=900), "", "abcd" + "e" * 900)[3:])
    assert text == "abcd" + "e" * 96 + "…" and marks == "    " + "^" * 96


def test_lines_around_a_cut_line_are_cut_alike() -> None:
    rows = shown(
        problem(column=301, length=3), "  lyhyt", "x" * 300 + "abc" + "y" * 300, "z" * 299 + "_" + "z" * 9, around=1
    )[3:]
    assert [row[:8].strip() for row in rows] == ["1 |", "2 |", "|", "3 |"]
    assert rows[1].index("a") == rows[2].index("^") == rows[3].index("_") + 1


def test_a_place_outside_its_line_still_has_a_mark() -> None:
    assert shown(problem(column=99, length=1), "", "ab")[3:] == ["    2 | ab", "      |   ^"]
    assert shown(problem(line=99), "a", "b")[3:] == []


def test_rows_have_styles_and_the_same_text() -> None:
    found = [problem(), problem("try-old", line=1)]
    lines_of = lines("name: x", "areas: [Oulun]")
    rows = report_rows(found, lines_of)
    assert plain(rows) == text_report(found, lines_of)
    styles = {piece.style for row in rows for piece in row}
    assert styles == {"", "place", "error", "warning", "code", "hint", "gutter", "summary"}


def test_problems_are_sorted_and_the_same_is_told_once() -> None:
    one, two, three = problem(line=1), problem(line=2, column=1), problem("try-old", line=2, column=1)
    found = sorted_problems([three, two, one, two, problem(line=1)])
    assert found == [one, three, two]
    assert sorted_problems(reversed(found)) == found


def test_problems_of_one_place_with_other_values_are_both_told() -> None:
    assert len(sorted_problems([problem(value="a"), problem(value="b")])) == 2


@pytest.mark.parametrize(
    ("errors", "warnings", "finnish", "english"),
    [
        (0, 0, "ei virheitä, ei varoituksia", "no errors, no warnings"),
        (1, 0, "1 virhe, ei varoituksia", "1 error, no warnings"),
        (2, 1, "2 virhettä, 1 varoitus", "2 errors, 1 warning"),
        (0, 21, "ei virheitä, 21 varoitusta", "no errors, 21 warnings"),
    ],
)
def test_the_summary_counts_in_good_finnish(errors: int, warnings: int, finnish: str, english: str) -> None:
    found = [problem(line=n + 1) for n in range(errors)] + [problem("try-old", line=n + 1) for n in range(warnings)]
    assert summary(found) == finnish
    assert summary(found, "both") == f"{finnish} / {english}"


def test_severity_comes_from_the_message_and_an_unknown_code_is_an_error() -> None:
    assert severity_of(problem("try-old")) is Severity.WARNING
    assert severity_of(problem("no-such-code")) is Severity.ERROR


def test_a_code_without_a_message_shows_itself_and_its_data() -> None:
    found = problem("no-such-code", value="Oulun", expected="Oulu")
    assert message_of(found) == message_of(found, "en") == "no-such-code (expected: Oulu, value: Oulun)"
    assert hint_of(found) == ""


def test_a_message_whose_value_is_missing_shows_its_code_and_data(monkeypatch: pytest.MonkeyPatch) -> None:
    assert message_of(problem(other="x")) == "try-place (other: x)"
    for broken in ("{value", "{0}", "{value.missing}", "{}", "{value!x}"):
        monkeypatch.setitem(MESSAGES, "try-broken", Message(broken, broken, broken, broken))
        assert message_of(problem("try-broken", value="x")) == hint_of(problem("try-broken", value="x"))
        assert message_of(problem("try-broken", value="x")) == "try-broken (value: x)"


def test_braces_in_a_value_are_only_text() -> None:
    assert message_of(problem(value="{code} {0}")) == "Kuntaa ”{code} {0}” ei ole."


def test_a_long_value_is_cut_in_the_middle() -> None:
    said = message_of(problem(value="alku" + "x" * 500 + "loppu"))
    assert len(said) < 110 and "”alkux" in said and " … " in said and "xloppu”" in said


def test_a_long_value_is_cut_between_words() -> None:
    value = "Ohjaamossa saat apua koulutukseen, työhön, asumiseen ja arkeen: tule käymään tai soita meille arkisin"
    fixed = message_of(problem(value=value))
    assert "…" in fixed
    assert set(fixed.replace("”", " ").replace("…", " ").split()) & set(value.split())
    for part in re.findall(r"”(.*) … (.*)”", fixed)[0]:
        assert f" {part} " in f" {value} "


def test_a_long_list_tells_how_many_are_left_out() -> None:
    words = [f"sana-{number}-pitkahko" for number in range(12)]
    found = problem("term-unknown", value="x", vocabulary="topic", expected=", ".join(words))
    assert "sana-3-pitkahko … ja 8 muuta." in message_of(found)
    assert "sana-3-pitkahko … and 8 more." in message_of(found, "en")


def test_a_list_of_a_few_tells_how_many_there_are() -> None:
    found = problem("term-unknown", value="x", vocabulary="topic", expected="a, b, c, …", total="20")
    assert "näistä: a, b, c … ja 17 muuta." in message_of(found)


def test_errors_are_shown_before_warnings() -> None:
    rows = report_rows([problem("summary-long", line=1), problem("try-place", line=9)], lines(), "fi")
    assert [row[2].text for row in rows if len(row) == 5] == ["virhe", "varoitus"]


def test_a_value_cannot_break_the_report() -> None:
    said = text_report([problem(value="a\nb\r\x1b[2Jc\u2028d\te")], lines(), "fi")
    assert "”a↵b␍␛[2Jc�d→e”" in said
    assert said.count("\n") == 5


@pytest.mark.parametrize("text", [text for text, *_ in (*SYNTAX, *REFUSED)] + [text for text, _ in CASES])
def test_every_message_of_reading_gets_its_values(text: str) -> None:
    for found in (*parse_yaml(text, FILE).problems, *parse_markdown(text, FILE).problems):
        for language in ("fi", "en"):
            assert found.code not in message_of(found, language) + hint_of(found, language)


# --- GitHub ---------------------------------------------------------------------------------------------------------


def test_an_annotation_has_its_place_and_both_languages() -> None:
    assert github_report([problem(value="Oulun", suggestion="Oulu")]) == (
        "::error file=regions/lappi/services/ohjaamo.md,line=2,col=9,endColumn=14,title=virhe try-place::"
        "Kuntaa ”Oulun” ei ole. Tarkoititko ”Oulu”? Kunnat ovat listassa.%0A"
        'Municipality "Oulun" does not exist. Did you mean "Oulu"? See it.\n'
    )


def test_a_warning_is_an_annotation_that_does_not_fail() -> None:
    assert github_report([problem("try-old")], "en") == (
        "::warning file=regions/lappi/services/ohjaamo.md,line=2,col=9,endColumn=14,title=warning try-old::"
        "The fact is old.\n"
    )


def test_a_percent_sign_cannot_be_read_as_an_escape() -> None:
    assert "”100 %25 %250A”" in github_report([problem(value="100 % %0A")])


def test_content_cannot_start_a_command_of_its_own() -> None:
    value = "x\n::add-mask::y\r::error::z\u2028::warning::w"
    file = "regions/a,line=9::b%0A\n::set-env::c.md"
    report = github_report([Problem("try-place", Position(file, 1, 1), {"value": value})])
    assert report.count("\n") == 1 and "\r" not in report
    properties = report.removeprefix("::error ").partition("::")[0]
    assert properties == (
        "file=regions/a%2Cline=9%3A%3Ab%250A↵%3A%3Aset-env%3A%3Ac.md,line=1,col=1,endColumn=2,title=virhe try-place"
    )


# --- JSON -----------------------------------------------------------------------------------------------------------


def test_json_tells_everything_in_both_languages() -> None:
    report = json_report([problem("try-old", line=1), problem(value="Oulun", suggestion="Oulu")])
    assert json.loads(report)[1] == {
        "code": "try-place",
        "severity": "error",
        "file": FILE,
        "line": 2,
        "column": 9,
        "length": 5,
        "data": {"suggestion": "Oulu", "value": "Oulun"},
        "message_fi": "Kuntaa ”Oulun” ei ole.",
        "hint_fi": "Tarkoititko ”Oulu”? Kunnat ovat listassa.",
        "message_en": 'Municipality "Oulun" does not exist.',
        "hint_en": 'Did you mean "Oulu"? See it.',
    }
    assert [found["severity"] for found in json.loads(report)] == ["warning", "error"]
    assert report.endswith("]\n") and "”Oulun”" in report


def test_json_keeps_the_whole_value_and_can_always_be_written() -> None:
    found = Problem("try-place", Position("regions/\udce4.md"), {"value": "a\n\x00" + "x" * 500})
    report = json_report([found])
    report.encode("utf-8")
    assert json.loads(report)[0]["data"]["value"] == found.data["value"]


def test_no_problems_are_an_empty_list() -> None:
    assert json_report([]) == "[]\n"
    assert github_report([]) == ""


# --- lines of files -------------------------------------------------------------------------------------------------


def test_lines_are_read_from_the_files_and_only_once(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes("name: Työ\r\nareas: [Oulun]\r\n".encode())
    lines_of = SourceLines(tmp_path)
    assert list(lines_of(FILE)) == ["name: Työ", "areas: [Oulun]", ""]
    path.unlink()
    assert list(lines_of(FILE)) == ["name: Työ", "areas: [Oulun]", ""]
    assert list(lines_of("regions/missing.md")) == []
    assert list(lines_of("/etc/passwd")) == []


def test_a_mistake_of_yaml_is_shown_from_text_to_report() -> None:
    text = "---\nname: Ohjaamo: Oulu\n---\n"
    found = parse_yaml("name: Ohjaamo: Oulu\n", FILE, first_line=2).problems
    assert text_report(found, lambda file: text.split("\n"), "fi").splitlines()[:5] == [
        "regions/lappi/services/ohjaamo.md:2:7: virhe yaml-colon-in-text",
        "  Arvossa ”Ohjaamo: Oulu” on kaksoispiste ja väli, joten se näyttää uudelta avaimelta. Odotettiin yhtä arvoa.",
        '  Pane koko arvo suoriin lainausmerkkeihin, esim. "Ohjaamo: Oulu".',
        "    1 | ---",
        "    2 | name: Ohjaamo: Oulu",
    ]
