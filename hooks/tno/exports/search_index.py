"""A small search index: names and summaries. The issue Finding puts a real one in its place."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tno.pages import Page

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def search_index(pages: Iterable[Page], kinds: dict[str, str]) -> str:
    """JSON list of [address, title, summary, kind in words] of record pages.

    Args:
        kinds: room of a page → what its pages are called.
    """
    rows = [[page.address, page.title, _summary(page), kinds.get(page.room, "")] for page in pages]
    return "[" + ",\n".join(map(_JSON.encode, rows)) + "]\n"


def _summary(page: Page) -> str:
    """What an editor has written of a record; a sentence that is the same on hundreds of pages would find them all."""
    return str(getattr(page.record, "summary", None) or "")
