"""Numbers of several rounds → what is told: smallest, median and largest, ratios of pairs, budgets met or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from measure import Run


@dataclass(frozen=True, slots=True)
class Budget:
    """A promise of the design with the figure measured against it."""

    text: str
    value: float | None
    """None: not measured in this run."""
    limit: float
    unit: str

    @property
    def verdict(self) -> str:
        """Met, not met, or not measured."""
        if self.value is None:
            return "not measured"
        return "met" if self.value <= self.limit else "not met"

    def line(self) -> str:
        """One line of the table of budgets."""
        value = "–" if self.value is None else f"{self.value:.2f}"
        return f"  {self.text:58} {value:>8} {self.unit:5} ≤ {self.limit:<7g} {self.verdict}"


def ratios(ours: Sequence[float], other: Sequence[float]) -> list[float]:
    """Round by round, ours divided by the other's: what a noisy machine does to both cancels out."""
    return [a / b for a, b in zip(ours, other, strict=False)]


def spread(values: Iterable[float]) -> str:
    """`smallest / median / largest`."""
    found = sorted(values)
    return f"{found[0]:8.2f} {median(found):8.2f} {found[-1]:8.2f}" if found else f"{'–':>8} {'–':>8} {'–':>8}"


_COLUMNS = f"{'min':>8} {'median':>8} {'max':>8}"
HEAD = f"  {'':49}{'wall s':>26}        {'CPU s':>26}\n  {'':49}{_COLUMNS}        {_COLUMNS}  peak MiB"


def row(label: str, runs: Sequence[Run]) -> str:
    """A line of the table of runs."""
    peak = max((run.peak_mib for run in runs), default=0.0)
    return f"  {label:48} {spread(_wall(runs))}        {spread(_cpu(runs))} {peak:9.0f}"


def ratio_row(label: str, ours: Sequence[Run], other: Sequence[Run]) -> str:
    """A line of the table of ratios: medians of the ratios of each round, with their range."""
    wall, cpu = ratios(_wall(ours), _wall(other)), ratios(_cpu(ours), _cpu(other))
    return f"  {label:48} {spread(wall)}        {spread(cpu)}"


def stage_rows(runs: Sequence[Run]) -> list[str]:
    """Median seconds of each stage, in the order the build told them."""
    names = dict.fromkeys(name for run in runs for name in run.stages)
    return [f"  {name:44} {median(run.stages.get(name, 0.0) for run in runs):8.3f}" for name in names]


def median_of(runs: Sequence[Run], value: Callable[[Run], float]) -> float | None:
    """The median over the runs, None when there are none."""
    return median(value(run) for run in runs) if runs else None


def _wall(runs: Sequence[Run]) -> list[float]:
    return [run.wall_s for run in runs]


def _cpu(runs: Sequence[Run]) -> list[float]:
    return [run.cpu_s for run in runs]
