"""The same pages for stock MkDocs with Material: Markdown through its whole page pipeline, no hooks.

    python benchmarks/stock_pages.py SITE FOLDER [--share 0.2]

Only section pages stand in the navigation, as in ours; with every page in it the cost would grow with the square of
their number. A share of the record pages is enough: the cost is linear, and the whole takes minutes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from hugo_pages import content_file, parents
from pages import BuiltPage, built_pages
from writing import write

CONFIGURATION = """\
site_name: TNO-palvelut
site_url: https://example.org/
theme:
  name: material
  language: fi
  font: false
  features: [navigation.indexes, navigation.prune, navigation.top, content.action.edit]
plugins: [search]
markdown_extensions: [tables, def_list, attr_list, {toc: {permalink: true}}]
validation: {omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, anchors: ignore}
nav:
"""
DEPTH_IN_NAVIGATION = 2
"""Addresses of at most so many segments are section pages: `/lappi/`, `/lappi/palvelut/`."""


def depth(page: BuiltPage) -> int:
    """How many segments a page's address has."""
    return len([part for part in page.address.split("/") if part])


def chosen(found: list[BuiltPage], share: float) -> list[BuiltPage]:
    """Every section page and a `share` of the others, evenly spread."""
    sections = [page for page in found if depth(page) <= DEPTH_IN_NAVIGATION]
    records = [page for page in found if depth(page) > DEPTH_IN_NAVIGATION]
    taken = [page for n, page in enumerate(records) if int((n + 1) * share) > int(n * share)]
    return [*sections, *taken]


def _source_file(page: BuiltPage, inner: set[str]) -> str:
    return content_file(page.address, page.address in inner).replace("_index.md", "index.md")


def _navigation(found: list[BuiltPage], inner: set[str]) -> str:
    """Section pages that have pages below them or are regions' own, grouped by their first segment."""
    groups: dict[str, list[str]] = {}
    for page in found:
        first = page.address.split("/")[0]
        if depth(page) <= DEPTH_IN_NAVIGATION and (page.address in inner or depth(page) <= 1):
            entry = json.dumps(_source_file(page, inner))
            title = json.dumps(page.title or page.address, ensure_ascii=False)
            groups.setdefault(first, []).append(entry if page.address == f"{first}/" else f"{title}: {entry}")
    lines = []
    for first, entries in groups.items():
        lines += [f"  - {json.dumps(first or 'etusivu')}:", *(f"      - {entry}" for entry in entries)]
    return "\n".join(lines) + "\n"


def write_stock(site: Path, folder: Path, share: float) -> list[BuiltPage]:
    """Write a MkDocs project with a share of the pages of our built `site`; returns the pages written."""
    pages = chosen([page for page, _ in built_pages(site)], share)
    inner = parents([page.address for page in pages])
    for page in pages:
        facts = {"title": page.title, "description": page.description}
        matter = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
        write(folder / "docs" / _source_file(page, inner), f"---\n{matter}\n---\n\n{page.markdown}")
    write(folder / "mkdocs.yml", CONFIGURATION + _navigation(pages, inner))
    return pages


def write_empty(folder: Path) -> None:
    """Write a MkDocs project with one page: what starting MkDocs and Material costs."""
    write(folder / "docs" / "index.md", "# Tyhjä\n\nTässä ei ole muuta.\n")
    write(folder / "mkdocs.yml", CONFIGURATION + "  - index.md\n")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Write a stock MkDocs project with the pages of a built site.")
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=0.2, help="of the record pages (default 0.2)")
    given = parser.parse_args()
    print(f"{len(write_stock(given.site, given.folder, given.share))} pages")


if __name__ == "__main__":
    main()
