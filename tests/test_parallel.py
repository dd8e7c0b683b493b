"""Work beside other work gives the same results, in one process or two, and what fails there is heard here."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tno.parallel import Beside, HalfFailedError, in_two, shared


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a build: threads that other tests have left behind do not count."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def squares(numbers: object) -> list[int]:
    return [number * number for number in numbers]  # type: ignore[attr-defined]


@pytest.mark.parametrize("at_least", [1, 1000])
@pytest.mark.parametrize("theirs", [0.1, 0.49, 0.5])
@pytest.mark.usefixtures("alone")
def test_two_halves_are_the_whole(at_least: int, theirs: float) -> None:
    found = in_two(squares, range(101), at_least, theirs)
    assert sorted(number for part in found for number in part) == [number * number for number in range(101)]


@pytest.mark.usefixtures("alone")
def test_shared_tasks_are_all_done_once_and_told_in_order(tmp_path: Path) -> None:
    def work(number: int) -> int:
        (tmp_path / str(number)).mkdir()  # a second time would raise
        return number * number

    assert shared(work, range(300)) == [number * number for number in range(300)]


@pytest.mark.usefixtures("alone")
def test_a_failure_of_a_shared_task_is_heard() -> None:
    with pytest.raises((ZeroDivisionError, HalfFailedError), match="by zero"):
        shared(lambda number: 1 // (number - 40), range(50))


@pytest.mark.usefixtures("alone")
def test_large_results_come_whole() -> None:
    beside = Beside(lambda: "ä" * 1_000_000)
    assert beside.result() == "ä" * 1_000_000
    assert len(beside.result()) == 1_000_000
    beside.end()


@pytest.mark.usefixtures("alone")
def test_what_comes_after_the_result_is_done_at_the_end(tmp_path: Path) -> None:
    beside = Beside(lambda: 1, (tmp_path / "done").touch)
    assert beside.result() == 1
    beside.end()
    assert (tmp_path / "done").exists()


@pytest.mark.usefixtures("alone")
def test_a_result_that_nobody_asks_for_blocks_nothing() -> None:
    Beside(lambda: b"x" * 10_000_000).end()


@pytest.mark.usefixtures("alone")
def test_a_failure_beside_is_told_with_its_traceback() -> None:
    beside = Beside(lambda: 1 // 0)
    with pytest.raises(HalfFailedError, match="ZeroDivisionError"):
        beside.result()
    beside.end()


@pytest.mark.usefixtures("alone")
def test_a_failure_of_either_half_stops_both() -> None:
    def fail(numbers: object) -> None:
        raise ValueError(os.getpid())

    with pytest.raises(ValueError, match=str(os.getpid())):
        in_two(fail, range(10), 1)


def test_beside_other_threads_all_is_done_here_and_now() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert Beside(os.getpid).result() == os.getpid()
    finally:
        stop.set()
        thread.join()
