"""Measures the speed budget of the portal: ours, Hugo and stock MkDocs with the same pages, in alternating runs.

    python benchmarks/run.py [--quick] [--rounds 3] [--scale 1] [--work FOLDER] [--json FILE]

Everything is prepared first and written into one work folder, in memory (tmpfs) where there is one; then the runs
alternate, so that a busy minute of the machine hits all of them. See README.md for what is compared and what is not.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from bench import Bench, Work, new_work_folder
from figures import HEAD, Budget, median_of, ratio_row, ratios, row, spread, stage_rows
from machine import facts
from measure import Run

ROOT = Path(__file__).resolve().parent.parent
PROCESSES = min(2, os.cpu_count() or 1)
"""Of a build: they share its work."""
ALIKE = 0.15
"""How far Hugo's bytes may be from ours before the comparison says it is not one."""


def say(text: str = "") -> None:
    """Progress and results, at once."""
    print(text, flush=True)


def measure(bench: Bench, given: argparse.Namespace) -> dict[str, list[Run]]:
    """All the runs by name, alternating within each round."""
    runs: dict[str, list[Run]] = {}

    def add(name: str, work: Callable[[], Run]) -> None:
        took = work()
        runs.setdefault(name, []).append(took)
        say(f"  {name:30} {took.wall_s:7.2f} s wall {took.cpu_s:7.2f} s CPU {took.peak_mib:6.0f} MiB")

    for number in range(given.rounds):
        say(f"round {number + 1} of {given.rounds}")
        add("ours", bench.ours_clean)
        add("hugo", bench.hugo_clean)
        add("warm", lambda number=number: bench.ours_one_file_changed(number))  # type: ignore[misc]
        add("empty", bench.empty_mkdocs)
        add("region", bench.one_region)
        add("reading", bench.reading)
        add("quiet", bench.ours_without_events)
        add("calendar", bench.calendar)
        add("network", bench.network)
        if number < given.stock_rounds:
            add("stock", bench.stock_clean)
    for number in range(given.large_rounds):
        say(f"four times the load, round {number + 1} of {given.large_rounds}")
        add("ours before large", bench.ours_clean)
        add("large", bench.ours_large)
    return runs


def sum_of(run: Run, again: bool) -> float:
    """Seconds of a run's stages: of those where nothing has changed, or of the others."""
    return sum(seconds for name, seconds in run.stages.items() if name.endswith("-again") == again)


def budgets(runs: dict[str, list[Run]]) -> list[Budget]:
    """The budget of the design with what was measured."""

    def of(name: str) -> list[Run]:
        return runs.get(name, [])

    def pairs(a: str, b: str, value: Callable[[Run], float]) -> list[float]:
        return ratios([value(run) for run in of(a)], [value(run) for run in of(b)])

    def middle(values: list[float]) -> float | None:
        return sorted(values)[len(values) // 2] if values else None

    def wall(run: Run) -> float:
        return run.wall_s

    added = [a.wall_s - b.wall_s for a, b in zip(of("warm"), of("empty"), strict=False)]
    reading = [run.stages["with-places"] * 100 for run in of("reading")]
    calendar = [a.wall_s - b.wall_s for a, b in zip(of("ours"), of("quiet"), strict=False)]
    network = [sum_of(run, again=False) / PROCESSES for run in of("network")]
    unchanged = [sum_of(run, again=True) for run in of("network")]
    peak = max((run.peak_mib for run in (*of("ours"), *of("warm"))), default=None)
    return [
        Budget("national, clean: ours / Hugo, wall", middle(pairs("ours", "hugo", wall)), 1.0, "×"),
        Budget("one file changed, warm: over an empty mkdocs build", middle(added), 1.0, "s"),
        Budget("reading with places, one record", middle(reading), 122.0, "µs"),
        Budget("calendar: national, clean, with events over without", middle(calendar), 2.0, "s"),
        Budget(f"maps and graphs: national, clean, CPU over {PROCESSES}", middle(network), 1.0, "s"),
        Budget("maps and graphs: national, unchanged, CPU", middle(unchanged), 0.1, "s"),
        Budget("one region from cold", median_of(of("region"), wall), 2.0, "s"),
        Budget("memory, national", peak, 400.0, "MiB"),
        Budget("four times the load: 4× / 1×, wall", middle(pairs("large", "ours before large", wall)), 4.5, "×"),
    ]


def tell(runs: dict[str, list[Run]], bench: Bench) -> list[Budget]:
    """Print the tables; returns the budgets."""
    labels = {
        "ours": f"ours, clean, {bench.ours.pages} pages",
        "hugo": f"Hugo, clean, {bench.hugo.pages} pages",
        "stock": f"stock MkDocs + Material, {bench.stock_pages} pages",
        "warm": "ours, one file changed, warm cache",
        "quiet": "ours, clean, without events",
        "empty": "mkdocs build, one empty page",
        "region": f"ours, one region from cold, {bench.region_pages} pages",
        "large": "ours, four times the load, clean",
    }
    say(f"\n{HEAD}")
    for name, label in labels.items():
        if name in runs:
            say(row(label, runs[name]))
    say("\n  ratios, round by round")
    for name, other in (("ours", "hugo"), ("ours", "stock"), ("warm", "empty"), ("large", "ours before large")):
        if name in runs and other in runs:
            say(ratio_row(f"{name} / {other}", runs[name], runs[other]))
    if "stock" in runs:
        share = bench.stock_pages / bench.ours.pages
        each = [
            ratio * share for ratio in ratios([run.cpu_s for run in runs["ours"]], [run.cpu_s for run in runs["stock"]])
        ]
        say(f"  ours / stock, CPU by page (it builds {share:.0%} of the pages) {spread(each):>48}")
    say("\n  stages of our clean build, median s")
    say("\n".join(stage_rows(runs["ours"])) or "  the build told none")
    if "calendar" in runs:
        say("\n  the calendar in it, CPU s in one process (pages expand rules too)")
        say("\n".join(stage_rows(runs["calendar"])))
    if "network" in runs:
        say("\n  maps and graphs in it, CPU s in one process")
        say("\n".join(stage_rows(runs["network"])))
    say("\n  budget")
    found = budgets(runs)
    for budget in found:
        say(budget.line())
    return found


def tell_alike(bench: Bench) -> bool:
    """Print whether Hugo has made the same pages; True when it has."""
    ours, hugo = bench.ours, bench.hugo
    off = hugo.size / ours.size - 1
    alike = ours.pages == hugo.pages and abs(off) <= ALIKE
    say(f"pages: ours {ours.pages}, Hugo {hugo.pages}")
    say(f"HTML:  ours {ours.size / 1e6:.1f} MB, Hugo {hugo.size / 1e6:.1f} MB ({off:+.1%})")
    if not alike:
        say("NOT COMPARABLE: the number of pages differs, or their bytes by more than 15 %")
    return alike


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the speed budget (benchmarks/README.md).")
    parser.add_argument("--quick", action="store_true", help="a small load and one round: does it all still run?")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stock-rounds", type=int, default=2, help="rounds of stock MkDocs (slow)")
    parser.add_argument("--large-rounds", type=int, default=2, help="rounds with four times the load")
    parser.add_argument("--scale", type=float, default=1.0, help="1 = the national load")
    parser.add_argument("--stock-share", type=float, default=0.2, help="share of the record pages for stock MkDocs")
    parser.add_argument("--work", type=Path, help="folder to work in (default: memory, where there is a tmpfs)")
    parser.add_argument("--source", type=Path, default=ROOT / "regions", help="the project's own regions/")
    parser.add_argument("--limit", type=float, default=600, metavar="S", help="seconds one run may take")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    parser.add_argument("--keep", action="store_true", help="leave the work folder in place")
    given = parser.parse_args()
    if given.quick:
        given.scale, given.rounds, given.stock_rounds, given.large_rounds = 0.02, 1, 1, 1
    return given


def main() -> None:
    """The command."""
    given = _arguments()
    folder = new_work_folder(given.work)
    try:
        for name, value in facts(folder).items():
            say(f"{name:14} {value}")
        bench = Bench(Work(folder, ROOT, given.source), given.limit, say)
        bench.prepare(given.scale, given.stock_share, large=given.large_rounds > 0)
        alike = tell_alike(bench)
        runs = measure(bench, given)
        found = tell(runs, bench)
        if given.json:
            figures = {"runs": {name: [asdict(run) for run in each] for name, each in runs.items()},
                       "budgets": [asdict(each) | {"verdict": each.verdict} for each in found]}  # fmt: skip
            given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    finally:
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if alike else 1)


if __name__ == "__main__":
    main()
