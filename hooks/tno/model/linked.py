"""Where links in prose lead: another record's file, seen from the file they are written in."""

from __future__ import annotations

import posixpath

from tno.model.network import KIND_OF, Network
from tno.records import FOLDERS, KINDS, Record

OUTSIDE = ("https://", "http://", "mailto:", "tel:", "#")
"""What links that leave the site, or stay on the page, begin with."""


def linked_key(record: Record, path: str) -> tuple[str, str] | None:
    """Kind and key of the record whose file `path` names, seen from `record`'s own file; None: no record's file."""
    folder = f"{record.region}/{KINDS[KIND_OF[type(record)]].folder}"
    parts = posixpath.normpath(posixpath.join(folder, path)).split("/")
    if len(parts) != 3 or parts[1] not in FOLDERS or not parts[2].endswith(".md"):
        return None
    return FOLDERS[parts[1]].name, f"{parts[0]}/{parts[2].removesuffix('.md').partition('.')[0]}"


def linked_record(network: Network, record: Record, path: str) -> Record | None:
    """The record whose file `path` names, if there is one."""
    if (found := linked_key(record, path)) is None:
        return None
    kind, key = found
    return network.find(KINDS[kind].model, key)


def leads_somewhere(network: Network, record: Record, target: str) -> bool:
    """Whether a link of `record`'s prose can lead to a page, as far as the content tells.

    Links to other sites are taken as they are; addresses of the site itself (`/lappi/palvelut/`) are looked at when
    the site is built, when all pages are known.
    """
    if target.startswith((*OUTSIDE, "/")):
        return True
    return linked_record(network, record, target.partition("#")[0]) is not None
