"""Runs one command and tells what it took: wall clock, processor time and peak memory of its whole process tree."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO

_STAGE = re.compile(r"^tno-stage (\S+) ([\d.]+)$", re.MULTILINE)
TAIL = 2000
"""Characters of a failed command's output that are shown."""


class CommandFailedError(RuntimeError):
    """A measured command ended with an error or took too long."""

    def __init__(self, label: str, reason: str, output: str) -> None:
        super().__init__(f"{label}: {reason}\n{output[-TAIL:]}")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took."""

    wall_s: float
    cpu_s: float
    """User and system time of the process and of every child it has waited for."""
    peak_mib: float
    """Largest resident size of any one process of the tree, never less than this program's own (some 20 MiB)."""
    stages: Mapping[str, float] = field(default_factory=dict)
    """Seconds by stage, from lines `tno-stage <name> <seconds>` on the error stream."""


def run(label: str, command: Sequence[str], environment: Mapping[str, str], limit_s: float) -> Run:
    """Run `command` to its end, at most `limit_s` seconds; a line of progress is kept going meanwhile.

    Raises:
        CommandFailedError: when it ends with another code than 0, or is stopped at the limit.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, env=dict(environment), stdout=output, stderr=output, stdin=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        with _Watch(label, process.pid, limit_s) as watch:
            _, status, usage = os.wait4(process.pid, 0)
            wall_s = time.perf_counter() - started
        process.returncode = code = os.waitstatus_to_exitcode(status)
        text = _text_of(output)
    if watch.expired:
        raise CommandFailedError(label, f"stopped at {limit_s:.0f} s", text)
    if code != 0:
        raise CommandFailedError(label, f"ended with code {code}", text)
    return Run(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, stages_in(text))


def stages_in(text: str) -> dict[str, float]:
    """Seconds by stage name, in the order they were told; a stage told twice is summed."""
    found: dict[str, float] = {}
    for name, seconds in _STAGE.findall(text):
        found[name] = found.get(name, 0.0) + float(seconds)
    return found


def _text_of(output: IO[str]) -> str:
    output.seek(0)
    return output.read()


class _Watch:
    """A thread beside a running process: shows that it goes on, and stops it (and its group) at the limit."""

    def __init__(self, label: str, pid: int, limit_s: float) -> None:
        self.expired = False
        self._label, self._pid, self._limit_s = label, pid, limit_s
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        started = time.monotonic()
        while not self._done.wait(1.0):
            passed = time.monotonic() - started
            if passed > self._limit_s and not self.expired:
                self.expired = True
                os.killpg(self._pid, signal.SIGKILL)
            if sys.stderr.isatty():
                print(f"\r  {self._label} … {passed:.0f} s", end="", file=sys.stderr, flush=True)
            elif int(passed) % 30 == 29:
                print(f"  {self._label} … {passed:.0f} s", file=sys.stderr, flush=True)
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
