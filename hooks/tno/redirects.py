"""Addresses that pages have had: each leads on to the page's own."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from tno.addresses import address_of
from tno.page import Page


def redirect_page(target: str, canonical: str, title: str, text: str) -> str:
    """A page at a former address that leads to the new one, without scripts.

    Args:
        target: relative address of the new page.
    """
    page = (
        '<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{canonical}">'
        '<meta name="robots" content="noindex"><meta name="viewport" content="width=device-width,initial-scale=1">'
        '</head><body><p>{text} <a href="{target}">{target}</a></p></body></html>\n'
    )
    return str(Markup(page).format(title=title, target=target, canonical=canonical, text=text))


def former_addresses(pages: Sequence[Page]) -> dict[str, str]:
    """Former address → address of the page that took its place."""
    moved = [(page, page.record) for page in pages if page.record and page.record.former_ids]
    return {
        page.prefix + address_of(record, former): page.address for page, record in moved for former in record.former_ids
    }
