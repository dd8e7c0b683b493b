"""The same pages for Hugo: one Markdown file a page, our own shells as its layouts.

    python benchmarks/hugo_pages.py SITE FOLDER

Made to be kind to Hugo: the layouts are static text with four slots (no menus to compute), taxonomies and feeds are
off.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pages import ADDRESS, CONTENT, DESCRIPTION, TITLE, BuiltPage, built_pages, shells
from writing import write

CONFIGURATION = """\
baseURL = "https://example.org/"
languageCode = "fi"
title = "TNO-palvelut"
disableKinds = ["taxonomy", "term", "RSS", "404"]
buildFuture = true
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.extensions]
typographer = false
"""
_SLOTS = {TITLE: "{{ .Title }}", DESCRIPTION: "{{ .Description }}", ADDRESS: "{{ .Permalink }}",
          CONTENT: "{{ .Content }}"}  # fmt: skip


def layout_of(shell: str) -> str:
    """A Hugo template from one of our shells."""
    text = shell.replace("{{", '{{ "{{" }}')
    for mark, action in _SLOTS.items():
        text = text.replace(mark, action)
    return text


def content_file(address: str, has_children: bool) -> str:
    """Where Hugo expects the page: a branch when pages lie below it, else a single file."""
    if has_children or not address:
        return f"{address}_index.md"
    return f"{address.rstrip('/')}.md"


def parents(addresses: list[str]) -> set[str]:
    """Addresses below which other pages lie."""
    found = {""}
    for address in addresses:
        parts = address.rstrip("/").split("/")
        found.update("/".join(parts[:depth]) + "/" for depth in range(1, len(parts)))
    return found


def _text_of(page: BuiltPage) -> str:
    facts = {"title": page.title, "description": page.description, "layout": page.shell}
    matter = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
    return f"---\n{matter}\n---\n\n{page.markdown}"


def write_hugo(site: Path, folder: Path) -> list[BuiltPage]:
    """Write a Hugo project for the pages of our built `site` into the new `folder`; returns the pages."""
    found = list(built_pages(site))
    inner = parents([page.address for page, _ in found])
    write(folder / "hugo.toml", CONFIGURATION)
    for name, shell in shells(found).items():
        write(folder / "layouts" / f"{name}.html", layout_of(shell))
    for page, _ in found:
        write(folder / "content" / content_file(page.address, page.address in inner), _text_of(page))
    return [page for page, _ in found]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Write a Hugo project with the pages of a built site.")
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    print(f"{len(write_hugo(given.site, given.folder))} pages")


if __name__ == "__main__":
    main()
