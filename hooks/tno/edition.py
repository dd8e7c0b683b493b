"""Two editions of the same content: what the public sees, and what members of the network see besides.

Works on plain values, before validation, so that nothing for members can reach a page, an index or a feed of the
public edition by any way.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from tno.records.base import PUBLIC


class Edition(Enum):
    """Which of the two is built."""

    PUBLIC = "public"
    MEMBERS = "members"


def may_hold_members_content(text: str) -> bool:
    """Whether a file is worth a closer look: it has the key of either mark."""
    return "visibility" in text or "members" in text


def is_for_members(value: Any) -> bool:
    """Whether a mapping as a whole is for members: it has a `visibility`, and not one that says it is for everyone.

    A word that means nothing keeps the mapping out of the public edition too; the checks say what is wrong with it.
    """
    if not isinstance(value, dict) or value.get("visibility") is None:
        return False
    return str(value["visibility"]).strip().casefold() not in _PUBLIC_WORDS


_PUBLIC_WORDS = {PUBLIC, "offentlig", "public"}
"""The term of the vocabulary `visibility` and its labels, as `TermOf` takes them."""


def for_edition(value: Any, edition: Edition) -> Any:
    """`value` as `edition` has it: without what is for members, or with it merged in.

    A mapping `members:` beside other keys holds single values for members: they join the mapping it stands in.
    """
    if isinstance(value, list):
        kept = value if edition is Edition.MEMBERS else [item for item in value if not is_for_members(item)]
        return [for_edition(item, edition) for item in kept]
    if not isinstance(value, dict):
        return value
    members = value.get("members")
    result = {
        key: for_edition(item, edition)
        for key, item in value.items()
        if not (key == "members" and isinstance(item, dict))
        and (edition is Edition.MEMBERS or not is_for_members(item))
    }
    if edition is Edition.MEMBERS and isinstance(members, dict):
        result |= for_edition(members, edition)
    return result


def members_paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Paths of everything in `value` that only members may see, outermost first."""
    if is_for_members(value):
        return [path]
    items: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    found: list[tuple[str | int, ...]] = []
    for step, item in items:
        if step == "members" and isinstance(item, dict) and isinstance(value, dict):
            found.append((*path, step))
        else:
            found += members_paths(item, (*path, step))
    return found
