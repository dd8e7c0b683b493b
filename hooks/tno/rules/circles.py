"""Circles among records that name one another: a renews b, b renews a."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(following: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Circles of two keys or more, each beginning with its first key in the order of `following`.

    Goes through each key and step once, so that of circles that share keys not every one is named; none is left
    when those that are named have been mended. A key that follows itself, and keys that are not there, are passed over.
    """
    done: set[str] = set()
    for start in following:
        trail: dict[str, Iterator[str]] = {}
        if start not in done:
            trail[start] = iter(following[start])
        while trail:
            key, steps = next(reversed(trail.items()))
            step = next(steps, None)
            if step is None:
                done.add(key)
                del trail[key]
            elif step in trail and step != key:
                keys = list(trail)
                yield _from_first(keys[keys.index(step) :], following)
            elif step in following and step not in done and step not in trail:
                trail[step] = iter(following[step])


def _from_first(circle: list[str], following: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    order = {key: number for number, key in enumerate(following)}
    first = min(range(len(circle)), key=lambda number: order[circle[number]])
    return tuple(circle[first:] + circle[:first])
