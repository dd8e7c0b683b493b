"""Every problem code, of every room, is said in good Finnish and English and in one form."""

from __future__ import annotations

import importlib
import pkgutil
import re
from string import Formatter

import pytest

from tno import messages
from tno.messages import MESSAGES, Message

ROOMS = sorted(module.name for module in pkgutil.iter_modules(messages.__path__) if module.name != "message")

PROGRAMMERS_WORDS = re.compile(
    r"\b(str|dict|None|list|tuple|mapping|sequence|Traceback|int|float|bool|string|null|regex|regexp|type|"
    r"NoneType|True|False|exception|enum|parse|parser|scalar|token|loc|ctx|boolean|integer)\b"
)
PYTHON_WORDS = re.compile(r"\b(str|dict|None|tuple|Traceback|int|float|bool|NoneType|regexp?|enum|ctx|loc)\b")
BLAME = re.compile(
    r"\b(virheesi|unohdit|teit väärin|et osaa|you forgot|your mistake|you failed|wrongly)\b", re.IGNORECASE
)

FINNISH_ONLY = {"label"}
"""Values that are Finnish words themselves, such as a key's heading in the guide."""


def placeholders(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


def first_value(text: str) -> str:
    """The first `{value}` with the characters around it; in an example further on it may stand as people write it."""
    return "".join(re.findall(r".?\{value\}.?", text)[:1])


def every_text(message: Message) -> list[str]:
    return [text for text in (message.fi, message.en, message.hint_fi, message.hint_en) if text]


def test_every_room_of_messages_is_joined_and_no_code_is_said_twice() -> None:
    of_rooms = [importlib.import_module(f"tno.messages.{room}").MESSAGES for room in ROOMS]
    assert sum(map(len, of_rooms)) == len(MESSAGES)
    assert set().union(*of_rooms) == set(MESSAGES)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_code_is_said_well(code: str) -> None:
    """One case a code, so that a bad message is named by the test that fails."""
    message = MESSAGES[code]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", code), "a code is lower-case words with hyphens"
    assert message.fi and message.en, "both languages"
    assert bool(message.hint_fi) == bool(message.hint_en), "a hint in both languages or in neither"
    for finnish, english in ((message.fi, message.en), (message.hint_fi, message.hint_en)):
        assert placeholders(finnish) - FINNISH_ONLY == placeholders(english), "the same values in both languages"


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_text_reads_as_sentences(code: str) -> None:
    for text in every_text(MESSAGES[code]):
        assert text == text.strip() and "  " not in text and "\n" not in text, text
        assert text.endswith((".", "?", "{example}")), text  # an example that people copy has no full stop of ours
        assert "!" not in text.replace("merkillä !", "").replace("begins with !", ""), text
        assert text[0].isupper() or text[0].isdigit() or text[0] in '”"', text


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_text_has_no_words_of_programmers_and_no_blame(code: str) -> None:
    message = MESSAGES[code]
    for text in (message.fi, message.hint_fi):
        assert not PROGRAMMERS_WORDS.search(text), text
    for text in every_text(message):
        assert not PYTHON_WORDS.search(text), text
        assert not BLAME.search(text), text


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_the_value_is_quoted_and_the_suggestion_is_left_to_the_report(code: str) -> None:
    message = MESSAGES[code]
    for finnish in (message.fi, message.hint_fi):
        assert first_value(finnish) in ("", "”{value}”"), finnish
    for english in (message.en, message.hint_en):
        assert first_value(english) in ("", '"{value}"'), english
        assert "”" not in english, english
    assert "suggestion" not in placeholders(*every_text(message))
