"""What changed when an agreement took the place of those before it: who came and went, what was given to do.

An organisation that has ended leaves its place to its successors: that is one change, not somebody out and somebody
in. What goes on in another agreement that renews the same one (a whole that was split) has not gone either. Nothing is
claimed of what nobody has written down: a list of parties that is not whole, tasks that are not recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tno.frozen import frozen
from tno.model.network import Network
from tno.model.rewording import likeness, plain, stems
from tno.records import Agreement, Organisation

IN, OUT, SUCCEEDED, ELSEWHERE = "in", "out", "succeeded", "elsewhere"
ADDED, DROPPED, REWORDED, MOVED = "added", "dropped", "reworded", "moved"
ALIKE = 0.5
"""Two tasks with at least this likeness are one task in other words."""


class PartyChange(NamedTuple):
    """What became of a party."""

    kind: str
    """IN, OUT; SUCCEEDED: `others` took its place; ELSEWHERE: it goes on in the agreements `others`."""
    organisation: str
    others: tuple[str, ...] = ()


class Task(NamedTuple):
    """A task as an agreement gives it."""

    agreement: str
    group: str
    place: tuple[int, int]
    """Index in `group_tasks`, and in the tasks of that group."""
    text: str


class TaskChange(NamedTuple):
    """What became of a task."""

    kind: str
    """ADDED, DROPPED, REWORDED (maybe for another group too), MOVED: the same words for another group;
    ELSEWHERE: it goes on in the agreements `others`."""
    before: Task | None
    after: Task | None
    others: tuple[str, ...] = ()


@frozen
class Changes:
    """What an agreement changed. Parties first go by succession, then out, elsewhere, in; tasks by kind."""

    before: tuple[Agreement, ...]
    """The agreements it took the place of, oldest first."""
    parties: tuple[PartyChange, ...]
    knows_parties: bool
    """Whether both sides tell all their parties; otherwise some changes cannot be known."""
    tasks: tuple[TaskChange, ...]
    knows_tasks: bool
    """Whether both sides tell tasks of groups."""


def changes(network: Network, agreement: Agreement) -> Changes | None:
    """What `agreement` changed from those it renews; None when it renews none."""
    before = predecessors(network, agreement)
    if not before:
        return None
    siblings = _siblings(network, agreement, before)
    knows_tasks = bool(agreement.group_tasks) and all(each.group_tasks for each in before)
    return Changes(
        before=before,
        parties=tuple(_party_changes(network, agreement, before, siblings)),
        knows_parties=all(tells_all_parties(each) for each in (agreement, *before)),
        tasks=tuple(_task_changes(agreement, before, siblings)) if knows_tasks else (),
        knows_tasks=knows_tasks,
    )


def predecessors(network: Network, agreement: Agreement) -> tuple[Agreement, ...]:
    """The agreements that `agreement` renews, oldest first."""
    found = (network.find(Agreement, key) for key in dict.fromkeys(agreement.renews) if key != agreement.key)
    return tuple(sorted(filter(None, found), key=lambda each: (each.valid_from, each.key)))


def tells_all_parties(agreement: Agreement) -> bool:
    """Whether the list of parties is whole."""
    return len(agreement.parties) >= (agreement.party_count or 1)


def successors_of(network: Network, key: str) -> list[str]:
    """Organisations that carry on the tasks of one, directly or after others, the nearest first."""
    found: dict[str, None] = {}
    waiting = [key]
    while waiting:
        organisation = network.find(Organisation, waiting.pop(0))
        for successor in organisation.succeeded_by if organisation else ():
            if successor not in found and successor != key:
                found[successor] = None
                waiting.append(successor)
    return list(found)


def _siblings(network: Network, agreement: Agreement, before: Iterable[Agreement]) -> list[Agreement]:
    """Other agreements that renew the same ones; drafts only beside a draft."""
    found = {key: other for each in before for other in network.renewed_by.get(each.key, ()) for key in (other.key,)}
    return [other for key, other in found.items() if key != agreement.key and (agreement.draft or not other.draft)]


# --- parties ----------------------------------------------------------------------------------------------------------


def _party_changes(
    network: Network, agreement: Agreement, before: Sequence[Agreement], siblings: Sequence[Agreement]
) -> Iterator[PartyChange]:
    old = dict.fromkeys(party.organisation for each in before for party in each.parties)
    new = dict.fromkeys(party.organisation for party in agreement.parties)
    gone, came = [key for key in old if key not in new], dict.fromkeys(key for key in new if key not in old)
    left = []
    for key in gone:
        if heirs := tuple(each for each in successors_of(network, key) if each in new):
            yield PartyChange(SUCCEEDED, key, heirs)
            for heir in heirs:
                came.pop(heir, None)
        else:
            left.append(key)
    if tells_all_parties(agreement):
        yield from _left(left, siblings)
    if all(map(tells_all_parties, before)):
        yield from (PartyChange(IN, key) for key in came)


def _left(gone: Iterable[str], siblings: Sequence[Agreement]) -> Iterator[PartyChange]:
    for key in gone:
        others = tuple(each.key for each in siblings if any(party.organisation == key for party in each.parties))
        yield PartyChange(ELSEWHERE if others else OUT, key, others)


# --- tasks ------------------------------------------------------------------------------------------------------------


def tasks_of(agreement: Agreement) -> list[Task]:
    """Every task an agreement gives, in the editor's order."""
    return [
        Task(agreement.key, item.group, (index, place), str.__str__(text))
        for index, item in enumerate(agreement.group_tasks)
        for place, text in enumerate(item.tasks)
    ]


def _task_changes(
    agreement: Agreement, before: Sequence[Agreement], siblings: Sequence[Agreement]
) -> Iterator[TaskChange]:
    old, new = [task for each in before for task in tasks_of(each)], tasks_of(agreement)
    same = _in_the_same_words(old, new)
    left, came = [task for task in old if task not in same], [task for task in new if task not in same.values()]
    pairs = _in_other_words(left, came)
    yield from (TaskChange(REWORDED, one, other) for one, other in pairs.items())
    yield from _moved(same)
    elsewhere = {plain(task.text): each.key for each in siblings for task in tasks_of(each)}
    for task in left:
        if task not in pairs:
            other = elsewhere.get(plain(task.text))
            yield TaskChange(ELSEWHERE if other else DROPPED, task, None, (other,) if other else ())
    taken = set(pairs.values())
    yield from (TaskChange(ADDED, None, task) for task in came if task not in taken)


def _in_the_same_words(old: Iterable[Task], new: Iterable[Task]) -> dict[Task, Task]:
    """Old task → the new one with its words, that of the same group if there is one; several may become one."""
    by_words: dict[str, dict[str, Task]] = {}
    for task in new:
        by_words.setdefault(plain(task.text), {}).setdefault(task.group, task)
    found = {}
    for task in old:
        if there := by_words.get(plain(task.text)):
            found[task] = there.get(task.group) or next(iter(there.values()))
    return found


def _moved(same: dict[Task, Task]) -> Iterator[TaskChange]:
    stayed = {new for old, new in same.items() if old.group == new.group}
    for old, new in same.items():
        if old.group != new.group and new not in stayed:
            yield TaskChange(MOVED, old, new)


def _in_other_words(old: Sequence[Task], new: Sequence[Task]) -> dict[Task, Task]:
    """Old task → the new one most like it, each once; of equals that of the same group, then the first."""
    known = [(task, stems(task.text)) for task in new]
    found = []
    for place, task in enumerate(old):
        words = stems(task.text)
        for other_place, (other, other_words) in enumerate(known):
            if (like := likeness(words, other_words)) >= ALIKE:
                found.append((-like, task.group != other.group, place, other_place))
    pairs: dict[Task, Task] = {}
    for _, _, place, other_place in sorted(found):
        if old[place] not in pairs and new[other_place] not in pairs.values():
            pairs[old[place]] = new[other_place]
    return dict(sorted(pairs.items(), key=lambda pair: pair[1].place))
