"""In which order a record's keys stand in its file: what it is first, who looks after it last."""

from __future__ import annotations

from functools import cache

from tno.records.agreement import Agreement
from tno.records.base import HIDDEN, Part, Record
from tno.records.organisation import Organisation
from tno.records.service import Service
from tno.records.week import DayFields
from tno.records.weekdays import WeekdayUnknownError, parse_weekdays

DAYS = "<days>"
"""Stands for the keys that are days of the week."""
_LAST = ("valid_from", "valid_until", "former_ids", "example", "visibility", "source", "maintainer", "verified")
"""What every record may have, after its own fields."""
_BEFORE_DAYS = ("from", "until", "weeks", "unknown")


_TERM_BEFORE = {Organisation: "succeeded_by", Agreement: "until_further_notice", Service: "status"}
"""Where the first and the last day are among a record's own facts."""


@cache
def key_order(model: type[Part]) -> tuple[str, ...]:
    """Keys of `model` in the order of its fields: a record's `id` and `name` first, what all records share last."""
    own = [info.alias or name for name, info in model.model_fields.items() if name not in HIDDEN | {"days"}]
    first = [key for key in ("id", "name") if key in own and issubclass(model, Record)]
    last = [key for key in _LAST if key in own and issubclass(model, Record)] or ["visibility"]
    middle = [key for key in own if key not in first + last]
    if issubclass(model, DayFields):
        before = [key for key in _BEFORE_DAYS if key in middle]
        middle = [*before, DAYS, *(key for key in middle if key not in before)]
    if model in _TERM_BEFORE:
        place = middle.index(_TERM_BEFORE[model])
        middle[place:place] = ["valid_from", "valid_until"]
    return tuple(dict.fromkeys((*first, *middle, *last)))


def in_order(model: type[Part], keys: list[str]) -> list[str]:
    """`keys` as they should stand. One the model does not know stays behind the key it was written after."""
    ranks = {key: (index, 0) for index, key in enumerate(key_order(model))}
    rank, ranked = (-1, 0), []
    for key in keys:
        rank = ranks.get(key) or _rank_of_day(key, ranks) or rank
        ranked.append((rank, key))
    return [key for _, key in sorted(ranked, key=lambda pair: pair[0])]


def _rank_of_day(key: str, ranks: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    if DAYS not in ranks:
        return None
    try:
        return ranks[DAYS][0], parse_weekdays(key)[0]
    except WeekdayUnknownError:
        return None
