"""Two processors for the two stages of a national build that are long and easily shared.

A forked half sees everything that is loaded without copying it and sends back only its results. It pays from
thousands of items; below that, on one processor, where there is no `fork`, or beside other threads (`mkdocs serve`
watches files in some), the same work is done in one process and gives the same results.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class HalfFailedError(RuntimeError):
    """The forked half raised; the message is its traceback."""


def in_two(work: Callable[[Sequence[Item]], Result], items: Sequence[Item], at_least: int) -> list[Result]:
    """`work` on all `items`: one result, or two when two processes each took every other item.

    Args:
        work: must leave nothing behind but its result, which is pickled, and files.
        at_least: so many items make the second process worth its start.
    """
    if len(items) < at_least or not _can_fork():
        return [work(items)]
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _send(work, items[1::2], writer)
    os.close(writer)
    try:
        own = work(items[::2])
    finally:
        with os.fdopen(reader, "rb") as stream:
            data = stream.read()
        os.waitpid(child, 0)
    return [own, _received(data)]


def aside(work: Callable[[], None]) -> Callable[[], bool]:
    """Start `work` beside what follows; the answer waits for its end and says whether it went well.

    Args:
        work: must leave nothing behind but files. Where there is no second process it is done at once.
    """
    if not _can_fork():
        work()
        return lambda: True
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return lambda: os.waitpid(child, 0)[1] == 0


def _can_fork() -> bool:
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return hasattr(os, "fork") and processors > 1 and threading.active_count() == 1


def _send(work: Callable[[Sequence[Any]], Any], items: Sequence[Any], writer: int) -> None:
    """The forked half: works, writes its result and ends without running anything of the parent's."""
    status = 1
    try:
        try:
            answer = True, work(items)
        except BaseException:  # whatever it is, the parent must hear of it
            import traceback

            answer = False, traceback.format_exc()
        with os.fdopen(writer, "wb") as stream:
            pickle.dump(answer, stream, pickle.HIGHEST_PROTOCOL)
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
