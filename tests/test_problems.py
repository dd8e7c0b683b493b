"""Golden problems: each case of `tests/problems/` gives exactly the problems it names, said so that one can mend them.

A new case is a new file. Write the key `problems:` last and empty, run pytest with --update-golden, and read the diff.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tno.cases import Case, CaseError, Workbench, case_files, line_of, read_case, shown, workbench
from tno.messages import MESSAGES, events, files, hours, syntax
from tno.problem import Problem
from tno.report import hint_of, message_of
from trees import DAY, ROOT, TABLES, check_tree, folders_of

FoundIn = Callable[[str], tuple[Problem, ...]]
FOLDER = ROOT / "tests" / "problems"
FILES = {file.stem: file for file in case_files(FOLDER)}
FALLBACKS = {"value-invalid", "folder-unreadable", "address-vanished", "publisher-blank"}
"""What no case can bring about: a check of pydantic that nobody has worded yet, a missing folder, a former ledger, the
configuration of the site."""


@cache
def case_of(name: str) -> Case:
    return read_case(FILES[name], ROOT)


@pytest.fixture(scope="module")
def found_in() -> Iterator[FoundIn]:
    """The problems of a case by its name, each case checked once."""
    with workbench(TABLES, DAY) as bench:
        yield cache(lambda name: tuple(bench.problems_of(case_of(name))))


@pytest.mark.parametrize("name", FILES)
def test_a_case_gives_exactly_its_problems(name: str, found_in: FoundIn, update_golden: bool) -> None:
    lines = sorted(line_of(problem) for problem in found_in(name))
    if update_golden:
        _rewrite(FILES[name], lines)
    else:
        assert lines == list(case_of(name).expected)


def _rewrite(file: Path, lines: list[str]) -> None:
    text = file.read_text(encoding="utf-8")
    before = text[: text.index("\nproblems:") + 1]
    file.write_text(before + "problems:\n" + "".join(f"  - {line}\n" for line in lines), encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_every_message_of_a_case_is_filled_and_has_a_hint(name: str, found_in: FoundIn) -> None:
    for problem in found_in(name):
        for language in ("fi", "en"):
            message = message_of(problem, language)
            assert not message.startswith(problem.code), "a placeholder has no value"
            assert hint_of(problem, language), f"{problem.code} does not say what to do"


@pytest.mark.parametrize("name", FILES)
def test_a_place_in_a_case_is_the_same_text_as_in_its_file(name: str, found_in: FoundIn) -> None:
    case = case_of(name)
    lines = FILES[name].read_text(encoding="utf-8").split("\n")
    for problem, moved in zip(found_in(name), shown(case, list(found_in(name)), ROOT), strict=True):
        content = case.files.get(problem.position.file)
        if content is not None and content.indent >= 0 and content.link is None:
            inner = content.text.split("\n")[problem.position.line - 1]
            assert lines[moved.position.line - 1][content.indent :] == inner
            assert moved.position.column - problem.position.column == content.indent


def test_there_are_at_least_seventy_cases_of_at_least_sixty_kinds() -> None:
    kinds = {line.split(" ")[0] for name in FILES for line in case_of(name).expected}
    assert len(FILES) >= 70
    assert len(kinds) >= 60


def test_every_code_has_a_case_here_or_in_the_tests_of_its_room() -> None:
    kinds = {line.split(" ")[0] for name in FILES for line in case_of(name).expected}
    of_rooms = {code for room in (files, syntax, hours, events) for code in room.MESSAGES}
    assert set(MESSAGES) <= kinds | FALLBACKS | of_rooms


def test_every_case_says_in_words_what_was_done() -> None:
    for file in FILES.values():
        first = file.read_text(encoding="utf-8").split("\n")[0]
        assert re.fullmatch(r"# [A-ZÅÄÖ0-9].*\.", first), file.name


@pytest.mark.parametrize("name", ["minimal", "aakkoset", "expired-agreement"])
def test_the_tiny_regions_have_no_problems(name: str) -> None:
    assert check_tree(folders_of("minimal")).problems == []


def test_a_case_leaves_nothing_behind_for_the_next(tmp_path: Path) -> None:
    bench = Workbench(tmp_path, TABLES, DAY)
    for name in ("linkki-ulos", "kansio-kansiossa", "tiedosto-tyhja", "kunta-taivutettu", "jasenten-kansio"):
        bench.problems_of(case_of(name))
    left = {file.relative_to(tmp_path / "0/regions").as_posix() for file in (tmp_path / "0").rglob("*.*")}
    base = ROOT / "tests/regions/minimal"
    assert left == {file.relative_to(base).as_posix() for file in base.rglob("*.*")}
    assert (tmp_path / "0/regions/lappi/services/ohjaamo.md").read_text(encoding="utf-8") == (
        base / "lappi/services/ohjaamo.md"
    ).read_text(encoding="utf-8")


def test_a_file_with_other_keys_is_no_case(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text("files:\n  a.md: x\nproblems:\nanswers: []\n", encoding="utf-8")
    with pytest.raises(CaseError, match="no others than"):
        read_case(file, tmp_path)
