"""HTML of a page's main content → the Markdown somebody would have written for it.

Text, headings, lists, tables, definition lists, links and emphasis become Markdown; wrappers and their attributes
fall away; what Markdown has no words for (pictures drawn in the page, data for a script, form fields) stays as raw
HTML, which both Hugo and Python-Markdown pass through. The dialect is what the two share: definition lists and pipe
tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
RAW = {"svg", "script", "style", "template", "noscript", "iframe", "canvas", "math", "object", "video", "audio",
       "input", "select", "textarea", "button", "label", "progress", "meter", "img", "picture", "dialog"}  # fmt: skip
BLOCKS = {"p", "ul", "ol", "dl", "table", "blockquote", "hr", "pre", "div", "section", "article", "header", "footer",
          "nav", "aside", "main", "figure", "figcaption", "form", "fieldset", "legend", "details", "summary", "address",
          "search", "menu", "hgroup", *HEADINGS}  # fmt: skip
EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
INDENT = "    "

_SPECIAL = re.compile(r"([\\`*_\[\]])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\d*)([-+#:]|(?<=\d)[.)])(?=\s|$)")
_SPACES = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n\s*\n")


def markdown_of(content: LexborNode) -> str:
    """Markdown of everything inside `content`."""
    return "\n\n".join(_blocks(content)) + "\n"


def _blocks(node: LexborNode) -> Iterator[str]:
    """The blocks inside `node`; runs of text and inline elements between them become paragraphs."""
    run: list[str] = []
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag in BLOCKS or (tag in RAW and not run) or _holds_blocks(child):
            yield from _paragraph(run)
            run = []
            yield from _block(child, tag)
        else:
            run.append(_inline(child))
    yield from _paragraph(run)


def _holds_blocks(node: LexborNode) -> bool:
    """Whether an inline element has blocks inside, as a link round a whole card."""
    return (node.tag or "") in {"a", "span"} and any((inner.tag or "") in BLOCKS for inner in node.iter())


def _paragraph(run: list[str]) -> Iterator[str]:
    text = _SPACES.sub(" ", "".join(run)).strip()
    if text:
        yield _LINE_START.sub(r"\1\\\2", text)


def _block(node: LexborNode, tag: str) -> Iterator[str]:
    if tag in HEADINGS:
        yield f"{HEADINGS[tag]} {_text_of(node)}"
    elif tag in {"ul", "ol", "menu"}:
        yield _list(node, "1.  " if tag == "ol" else "-   ")
    elif tag == "dl":
        yield from _definitions(node)
    elif tag == "table":
        yield from _table(node)
    elif tag == "hr":
        yield "---"
    elif tag == "blockquote":
        yield "\n".join(f"> {line}" for line in "\n\n".join(_blocks(node)).splitlines())
    elif tag in RAW or tag == "pre":
        yield _raw(node)
    else:
        yield from _blocks(node)


def _raw(node: LexborNode) -> str:
    """The element as it is, in a block that no blank line ends."""
    return f"<div>{_BLANK_LINES.sub(chr(10), node.html or '')}</div>"


def _list(node: LexborNode, mark: str) -> str:
    items = ["\n\n".join(_blocks(item)) for item in node.iter() if item.tag == "li"]
    loose = any("\n\n" in item for item in items)
    return ("\n\n" if loose else "\n").join(mark + _indented(item) for item in items)


def _indented(text: str) -> str:
    first, *rest = text.splitlines() or [""]
    return "\n".join([first, *(INDENT + line if line else "" for line in rest)])


def _definitions(node: LexborNode) -> Iterator[str]:
    """Terms and definitions, also where each pair has a wrapper of its own."""
    pairs: list[str] = []
    for each in node.css("dt, dd"):
        text = "\n\n".join(_blocks(each)) or "–"
        if each.tag == "dt":
            pairs.append(("\n" if pairs else "") + text.replace("\n", " "))
        else:
            pairs.append(f":   {_indented(text)}")
    if pairs:
        yield "\n".join(pairs)


def _table(node: LexborNode) -> Iterator[str]:
    if caption := node.css_first("caption"):
        yield f"**{_text_of(caption)}**"
    rows = [[_cell(cell) for cell in row.iter() if cell.tag in {"td", "th"}] for row in node.css("tr")]
    width = max((len(row) for row in rows), default=0)
    if not width:
        return
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    yield "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _cell(node: LexborNode) -> str:
    return _text_of(node).replace("|", "\\|")


def _text_of(node: LexborNode) -> str:
    """Everything inside `node` as inline Markdown on one line."""
    return _SPACES.sub(" ", "".join(_inline(child) for child in node.iter(include_text=True))).strip()


def _inline(node: LexborNode) -> str:
    tag = node.tag or ""
    if tag == "-text":
        return _escaped(node.text_content or "")
    if tag in RAW:
        return _SPACES.sub(" ", node.html or "")
    if tag == "br":
        return "<br>"
    inner = "".join(_inline(child) for child in node.iter(include_text=True))
    if tag in EMPHASIS:
        return _wrapped(inner, EMPHASIS[tag])
    if tag == "a" and (address := node.attributes.get("href")):
        return f"[{_SPACES.sub(' ', inner).strip()}](<{address}>)"
    return f" {inner} " if tag in BLOCKS or tag == "li" else inner


def _escaped(text: str) -> str:
    """Plain text that stays plain; angle brackets as entities, which both dialects read alike."""
    escaped = _SPECIAL.sub(r"\\\1", _ENTITY.sub("&amp;", text))
    return escaped.replace("<", "&lt;").replace(">", "&gt;")


def _wrapped(inner: str, mark: str) -> str:
    text = inner.strip()
    if not text:
        return inner
    return f"{inner[: len(inner) - len(inner.lstrip())]}{mark}{text}{mark}{inner[len(inner.rstrip()) :]}"
