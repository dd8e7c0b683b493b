"""Which channel of ours a channel of the register is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tno.records.channel import Channel


def same_channel(theirs: Mapping[str, Any], left: list[tuple[int, Channel]]) -> tuple[tuple[int, Channel] | None, bool]:
    """The channel of ours that is the same, and whether ours says so itself."""
    own_id = theirs["external_ids"]["ptv"]
    alike = [each for each in left if each[1].type == theirs["type"]]
    same = [each for each in alike if each[1].external_ids and each[1].external_ids.ptv == own_id]
    if same:
        return max(same, key=lambda each: _likeness(each[1], theirs)), True
    unnamed = [each for each in alike if not (each[1].external_ids and each[1].external_ids.ptv)]
    likely = [each for each in unnamed if _likeness(each[1], theirs)]
    return (likely[0] if likely else None), False


def _likeness(ours: Channel, theirs: Mapping[str, Any]) -> int:
    """How many of the things that make a channel what it is are the same."""
    digits = [_digits(ours.phone or ""), _digits(str(theirs.get("phone", "")))]
    same = [ours.email and ours.email == theirs.get("email"), ours.url and ours.url == theirs.get("url")]
    same.append(digits[0] and digits[0] == digits[1])
    if isinstance(ours.place, str):
        same.append(ours.place.rpartition("/")[2] == str(theirs.get("place", "")).rpartition("/")[2])
    elif ours.place and isinstance(place := theirs.get("place"), Mapping):
        street = place.get("street", "")
        told = str(street.get("fi", "")) if isinstance(street, Mapping) else str(street)
        same.append(bool(told) and str.__str__(ours.place.street or "").casefold() == told.casefold())
    return sum(map(bool, same))


def _digits(phone: str) -> str:
    return "".join(letter for letter in phone.removeprefix("+358").removeprefix("0") if letter.isdecimal())
