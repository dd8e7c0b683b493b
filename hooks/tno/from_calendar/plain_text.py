"""Texts of calendars → what our files may hold: HTML becomes Markdown, nothing hidden stays."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tno.from_calendar.notes import Notes
from tno.read.characters import FORBIDDEN

_TAG = re.compile(r"</?(?:p|br|div|span|a|ul|ol|li|b|i|strong|em|u|html|body|table|tr|td|h[1-6]|font)\b[^>]*>", re.I)
_BOILERPLATE = re.compile(r"\n?[_\-~:.]{20,}.*?(teams|meet\.google|zoom|webex|skype)", re.I | re.S)
MEETING = re.compile(
    r"https://(?:teams\.microsoft\.com/l/meetup-join|teams\.live\.com/meet|teams\.microsoft\.com/meet|meet\.google\.com"
    r"|[\w.-]*zoom\.us/[jw]|[\w.-]*\.webex\.com)[^\s<>\"')\]]*",
    re.I,
)
"""The address of a meeting online."""


def one_line(text: str) -> str:
    """A name or a place: one line, without what cannot stand in content."""
    return " ".join(FORBIDDEN.sub(" ", text).split())


def prose(text: str, notes: Notes) -> str:
    """A description as Markdown."""
    if _TAG.search(text):
        notes.add("html")
        text = _from_html(text)
    else:
        text = re.sub(r"^(\s*)#", r"\1\\#", text.replace("<", "\\<"), flags=re.M)
    if found := _BOILERPLATE.search(text):
        notes.add("boilerplate")
        text = text[: found.start()]
    text = FORBIDDEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ")
    lines = [line.strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Paragraphs, lists and links; the rest only as its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "head"}:
            self._hidden += 1
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in {"p", "div", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"}:
            self.parts.append("\n\n")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.parts)))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "head"}:
            self._hidden = max(0, self._hidden - 1)
        elif tag in {"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"}:
            self.parts.append("\n\n")
        elif tag == "a" and self._links:
            address, begin = self._links.pop()
            label = " ".join("".join(self.parts[begin:]).split())
            if address.startswith(("https://", "http://", "mailto:")):
                shown = address if label in ("", address) else f"[{label.strip('[]')}]({address})"
                self.parts[begin:] = [shown]

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data).replace("<", "\\<"))


def _from_html(text: str) -> str:
    reader = _Reader()
    reader.feed(text.replace("\r\n", "\n"))
    reader.close()
    lines = [re.sub(r" {2,}", " ", line).strip() for line in "".join(reader.parts).split("\n")]
    return "\n".join(lines)
