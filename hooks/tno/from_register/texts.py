"""Texts of the register in their languages → texts of ours: cleaned, without persons, Markdown where it is prose.

Descriptions there are plain text with line breaks; every mark in them is a letter, never markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from tno.from_register.notes import RecordNotes
from tno.from_register.people import HIDDEN, without_people
from tno.from_register.shapes import Node
from tno.read.characters import BROKEN, FORBIDDEN
from tno.records.scalars import LANGUAGES

Texts = dict[str, str]
"""Language → text, Finnish first."""

_HIDDEN_MARKS = re.compile("[\u00ad\u200b-\u200d\u2060]")
_BULLET = re.compile(r"(?:[-–—*•·▪◦]|\uf0b7)\s+")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")


def clean(text: str) -> str:
    """What may stand in content: line breaks of one kind, no hidden or forbidden marks."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    text = _HIDDEN_MARKS.sub("", text.replace(BROKEN, " "))
    text = re.sub("[\x85\u2028\u2029]", "\n", text)
    return FORBIDDEN.sub(" ", text).strip()


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(clean(text).split())


def said(nodes: Iterable[Node], notes: RecordNotes, kind: str = "", field: str = "", prose: bool = False) -> Texts:
    """The texts of one type, language by language; what is in a language that our files do not hold stays unread.

    Args:
        kind: `type` of the texts; empty: texts have no type.
        field: as it is named in the report.
        prose: keeps line breaks.
    """
    found: Texts = {}
    for node in nodes:
        language = node.peek("language").strip().lower()
        if (kind and node.peek("type") != kind) or language not in LANGUAGES or language in found:
            continue
        text = clean(node.text("value")) if prose else one_line(node.text("value"))
        text, gone = without_people(text)
        if gone:
            notes.add("person", f"{field or kind} ({language})", HIDDEN, count=gone)
        if text:
            found[language] = text
    return {language: found[language] for language in LANGUAGES if language in found}


def value_of(texts: Texts, notes: RecordNotes, field: str) -> Any:
    """Texts as a value of our files: one text, or a map of languages; empty without Finnish, which is noted."""
    if not texts:
        return ""
    if "fi" not in texts:
        language, text = next(iter(texts.items()))
        notes.add("not-in-finnish", f"{field} ({language})", text)
        return ""
    return texts["fi"] if len(texts) == 1 else dict(texts)


def joined(*parts: Texts) -> Texts:
    """Several texts one after the other, language by language."""
    languages = [language for language in LANGUAGES if any(language in part for part in parts)]
    found = {}
    for language in languages:
        sentences = [part[language] for part in parts if language in part]
        found[language] = " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in sentences)
    return found


def sentence_of(term: Mapping[str, str]) -> Texts:
    """The label of a term as a text of its own."""
    return {language: term[language] for language in LANGUAGES if language in term}


def markdown(text: str) -> str:
    """Plain text as Markdown that shows the same: a paragraph a line, lists where lines begin as lists do."""
    blocks: list[str] = []
    in_list = False
    for line in clean(text).split("\n"):
        line = " ".join(line.split())
        if not line:
            in_list = False
            continue
        bullet = _BULLET.match(line)
        if bullet:
            item = f"- {_literal(line[bullet.end() :])}"
            if in_list:
                blocks[-1] += f"\n{item}"
            else:
                blocks.append(item)
        else:
            blocks.append(_literal(line))
        in_list = bool(bullet)
    return "\n\n".join(blocks)


def _literal(line: str) -> str:
    """A line in which no mark means anything to Markdown."""
    pieces = re.split(r"(https?://[^\s<>]+)", line)
    line = "".join(piece if index % 2 else _MARKUP.sub(r"\\\1", piece) for index, piece in enumerate(pieces))
    line = re.sub(r"^([#+=-])", r"\\\1", line)
    return _NUMBERED.sub(r"\1\\\2", line) if _NUMBERED.match(line) else line
