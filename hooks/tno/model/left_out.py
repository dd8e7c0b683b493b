"""Records that content has and the network has not: so that nobody calls a reference to one of them dead."""

from __future__ import annotations

from collections.abc import Mapping

MEMBERS_ONLY, FAULTY = "members", "faulty"
"""Why a record was left out: the edition does not show it; it, or its whole file, could not be used."""

LeftOut = Mapping[tuple[str, str], str]
"""(kind, key) → `MEMBERS_ONLY` or `FAULTY`. The key `region/*` is every record of the kind there."""

EVERY = "*"
"""In place of an id: the ids of a file could not be read."""
