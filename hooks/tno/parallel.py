"""Two processors for the two stages of a national build that are long and easily shared.

A forked half sees everything that is loaded without copying it and sends back only its results. It pays from
thousands of items; below that, on one processor, where there is no `fork`, or beside other threads (`mkdocs serve`
watches files in some), the same work is done in one process and gives the same results.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from operator import itemgetter, not_
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class HalfFailedError(RuntimeError):
    """The forked half raised; the message is its traceback."""


def in_two(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], at_least: int, theirs: float = 0.49
) -> list[Result]:
    """`work` on all `items`: one result, or two when two processes each took every other item.

    Args:
        work: must leave nothing behind but its result, which is pickled, and files.
        at_least: so many items make the second process worth its start.
        theirs: share of the items for the forked process, which must send its results besides.
    """
    if len(items) < at_least or not _can_fork():
        return [work(items)]
    apart = [int((index + 1) * theirs) > int(index * theirs) for index in range(len(items))]
    other = Beside(lambda: work(list(compress(items, apart))))
    try:
        return [work(list(compress(items, map(not_, apart)))), other.result()]
    finally:
        other.end()


def shared(work: Callable[[Item], Result], tasks: Sequence[Item]) -> list[Result]:
    """`work` on each task, in the order of `tasks`; of two processes each takes the next task when it is free.

    What a task learns on the way (caches) stays in its process, so let a task be large and its own: a whole region.
    """
    if len(tasks) < 2 or not _can_fork():
        return [work(task) for task in tasks]
    with _Turns(len(tasks)) as turns:
        other = Beside(lambda: [(turn, work(tasks[turn])) for turn in turns])
        try:
            results = [(turn, work(tasks[turn])) for turn in turns]
            return [result for _, result in sorted([*results, *other.result()], key=itemgetter(0))]
        finally:
            for _ in turns:  # where one failed the other needs not go on
                pass
            other.end()


class _Turns:
    """The numbers from 0, each given to one of the processes that ask: they lie in a pipe."""

    def __init__(self, count: int) -> None:
        self._reader, writer = os.pipe()
        os.write(writer, b"".join(turn.to_bytes(2, "big") for turn in range(count)))
        os.close(writer)

    def __iter__(self) -> Iterator[int]:
        while taken := os.read(self._reader, 2):
            yield int.from_bytes(taken, "big")

    def __enter__(self) -> _Turns:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._reader)


class Beside(Generic[Result]):
    """`work` begun beside what follows, and `then` after it. Where there is no second process both are done at once.

    Args:
        work: must leave nothing behind but its result, which is pickled, and files.
        then: must leave nothing behind but files.
    """

    def __init__(self, work: Callable[[], Result], then: Callable[[], object] = bool) -> None:
        self._child = 0
        if not _can_fork():
            self._done = work()
            then()
            return
        reader, writer = os.pipe()
        self._child, self._reader = os.fork(), reader
        if self._child == 0:
            os.close(reader)
            _send(work, writer, then)
        os.close(writer)

    def result(self) -> Result:
        """What `work` gave, as soon as it has."""
        if not hasattr(self, "_done"):
            with os.fdopen(self._reader, "rb", closefd=False) as stream:
                data = stream.read()
            self._done = _received(data)
        return self._done

    def end(self) -> None:
        """Wait until `then` is done too; a result that nobody asked for is given up."""
        if self._child:
            os.close(self._reader)
            os.waitpid(self._child, 0)
            self._child = 0


def _can_fork() -> bool:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return hasattr(os, "fork") and processors > 1 and threading.active_count() == 1


def _send(work: Callable[[], Any], writer: int, then: Callable[[], object]) -> None:
    """The forked half: works, writes its result and ends without running anything of the parent's."""
    status = 1
    try:
        try:
            answer = True, work()
        except BaseException:  # whatever it is, the parent must hear of it
            import traceback

            answer = False, traceback.format_exc()
        with os.fdopen(writer, "wb") as stream:
            pickle.dump(answer, stream, pickle.HIGHEST_PROTOCOL)
        then()
        status = 0
    finally:
        os._exit(status)


def _received(data: bytes) -> Any:
    if not data:
        raise HalfFailedError("the second process ended without an answer")
    succeeded, answer = pickle.loads(data)
    if not succeeded:
        raise HalfFailedError(answer)
    return answer
