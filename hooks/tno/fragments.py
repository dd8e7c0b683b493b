"""Filters of templates: the small HTML that a page holds thirty times, where a macro would cost more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from tno.compiler import escaped
from tno.model.localised import filled
from tno.views.link import Link, SharedFact

MOST_BESIDE = 40
"""Letters of a note that stand beside a link; longer ones stand below it."""
_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "sms:", "#")


def href(address: str, root: str) -> str:
    """Where a link leads: other sites, mail, telephone and fragments as they are, the rest from the root."""
    return address if address.startswith(_OUTSIDE) else root + address


def link(item: Link, root: str) -> Markup:
    """A view's link as HTML, its label when it leads nowhere."""
    label, address, _, mark = item
    if address is None:
        return escape(label)
    to = address if address.startswith(_OUTSIDE) else root + address
    html = f'<a href="{escaped(to)}">{escaped(label)}</a>'
    return str.__new__(Markup, f'{html} <span class="t-tag">{escaped(mark)}</span>' if mark else html)


def breakable(text: str) -> Markup:
    """A number or an address: a line may break after the "@" of a long one."""
    return str.__new__(Markup, str.replace(escaped(text), "@", "@<wbr>"))


def links(items: Sequence[Link], root: str) -> Markup:
    """Links one after another."""
    return str.__new__(Markup, ", ".join([link(item, root) for item in items]))


def have_sentences(items: Sequence[Link]) -> bool:
    """Whether a note of links is longer than a few words."""
    return max([len(item.note) for item in items], default=0) > MOST_BESIDE


def facts(items: Sequence[tuple[str, tuple[Link, ...]]], root: str) -> Markup:
    """Facts at the side as HTML: a few values stand under each other, many after each other."""
    pieces = [
        (item.html.get(root) or _shared_fact(item, root)) if type(item) is SharedFact else _fact(*item, root)
        for item in items
    ]
    return Markup(f'<dl class="t-facts">{"".join(pieces)}</dl>' if pieces else "")


def _shared_fact(item: SharedFact, root: str) -> str:
    item.html[root] = told = _fact(*item, root)
    return told


def _fact(label: str, values: Sequence[Link], root: str) -> str:
    links = [link(value, root) for value in values]
    told = f"<dd>{', '.join(links)}</dd>" if len(links) > 6 else "".join([f"<dd>{each}</dd>" for each in links])
    return f"<dt>{escaped(label)}</dt>{told}"


@lru_cache(maxsize=4096)
def cells(texts: tuple[str, ...]) -> Markup:
    """Texts as cells of a table. (Thousands of rows of hours, few of them different.)"""
    return Markup("").join(Markup("<td>{}</td>").format(text) for text in texts)


FILTERS = {
    **{"link": link, "links": links, "href": href, "facts": facts, "have_sentences": have_sentences},
    **{"breakable": breakable, "filled": filled, "cells": cells},
}
"""Name in templates → filter."""
