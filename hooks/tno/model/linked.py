"""Where links in prose lead: another record's file, seen from the file they are written in."""

from __future__ import annotations

import posixpath

from tno.model.network import KIND_OF, Network
from tno.records import FOLDERS, KINDS, Record

OUTSIDE = ("https://", "http://", "mailto:", "tel:", "#")
"""What links that leave the site, or stay on the page, begin with."""


def linked_record(network: Network, record: Record, path: str) -> Record | None:
    """The record whose file `path` names, seen from `record`'s own file."""
    folder = f"{record.region}/{KINDS[KIND_OF[type(record)]].folder}"
    parts = posixpath.normpath(posixpath.join(folder, path)).split("/")
    if len(parts) != 3 or parts[1] not in FOLDERS or not parts[2].endswith(".md"):
        return None
    region = network.regions.get(parts[0])
    kind = FOLDERS[parts[1]]
    return region.records.get(kind.name, {}).get(parts[2].removesuffix(".md").partition(".")[0]) if region else None


def leads_somewhere(network: Network, record: Record, target: str) -> bool:
    """Whether a link of `record`'s prose can lead to a page, as far as the content tells.

    Links to other sites are taken as they are; addresses of the site itself (`/lappi/palvelut/`) are looked at when
    the site is built, when all pages are known.
    """
    if target.startswith((*OUTSIDE, "/")):
        return True
    return linked_record(network, record, target.partition("#")[0]) is not None
