"""What the site generator makes itself: pages written by hand and the page for lost addresses.

They are taken from the folder where it has written them, or left where they are while they are made of the same: the
generator is then asked for nothing at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tno.addresses import address_at
from tno.digest import digest
from tno.kept import Kept
from tno.links import anchors_in, links_in
from tno.output import Output

NAME = "generated"


@dataclass
class Generated:
    """The generator's files of one build."""

    output: Output
    kept: Kept | None
    made_of: str = ""
    """All that they depend on; empty: nobody knows."""
    content_hashes: dict[str, str] = field(default_factory=dict)
    """Address → hash of the content of a page, for the ledger."""

    def keep(self, made_of: str) -> bool:
        """Leave the files where they are, if all of the last build are there and made of the same."""
        self.made_of = made_of
        known = self.kept.read(NAME, made_of) if self.kept else None
        current = [(path, self.output.current(path, made_of)) for path in known or ()]
        if not known or not all(written for _, written in current):
            return False
        for path, written in current:
            if written:
                self._note(path, *known[path])
                self.output.keep(path, written)
        return True

    def take(self, staged: Path, *, again: bool) -> None:
        """Write what the generator has left in `staged`.

        Args:
            again: it has said something that the next build must say too, so its files are made anew then.
        """
        made_of, found = "" if again else self.made_of, {}
        for file in sorted(staged.rglob("*")):
            if file.is_file():
                path, data = file.relative_to(staged).as_posix(), file.read_bytes()
                text = data.decode() if path.endswith("index.html") else ""
                found[path] = _content_hash(text), links_in(text, address_at(path))
                self.output.refresh(path, data, made_of, anchors_in(text))
                self._note(path, *found[path])
        if self.kept and made_of and found:
            self.kept.write(NAME, made_of, found)

    def _note(self, path: str, content_hash: str, links: tuple[str, ...]) -> None:
        """(All its links are looked at in every build: they are few, and may lead to any file.)"""
        if content_hash:
            self.content_hashes[address_at(path)] = content_hash
            self.output.fresh_links[path] = links


def _content_hash(html: str) -> str:
    """(The foot tells the day of the build.)"""
    own = html.partition('id="sisalto"')[2].partition("</main>")[0]
    return digest(own) if html else ""
