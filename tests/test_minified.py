"""Scripts and styles as pages fetch them do what they did."""

from __future__ import annotations

import pytest

from searching import files
from tno.minified import minified
from tno.search import RANKING, engine

ASSETS = RANKING.parents[1]
QUESTIONS = (
    "opo rovaniemellä",
    "työnhakijoille",
    "poika 17 v ei jaksa mennä kouluun",
    "velkaneuvnta kemissä",
    "haluan vaihtaa alaa mutta en tiedä mitä opiskelisin",
    "en jaksa enää elää",
    "starttirahaneuvonta",
    "xyzzy",
)


@pytest.mark.parametrize("folder", ["javascripts", "stylesheets"])
def test_what_pages_fetch_is_shorter_than_what_is_written(folder: str) -> None:
    for file in sorted((ASSETS / folder).iterdir()):
        written = file.read_bytes()
        assert len(minified(file.name, written)) < len(written), file.name


def test_the_ranking_answers_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers() -> list[object]:
        asked = engine.Engine(files("fi"))
        return [asked.search(each) for each in QUESTIONS] + [asked.suggest(each) for each in QUESTIONS]

    written = answers()
    short = minified(RANKING.name, RANKING.read_bytes()).decode()
    assert "readiness" not in short
    monkeypatch.setattr(engine, "_script", lambda: short)
    assert answers() == written


def test_what_cannot_be_read_as_a_script_or_a_style_stays_as_it_is() -> None:
    for name, data in (("a.js", b"const a = ;;"), ("a.css", "ä{}".encode("latin-1")), ("a.png", b"\x00\xff")):
        assert minified(name, data) == data
