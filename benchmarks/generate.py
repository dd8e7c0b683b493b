"""Writes the load of the benchmarks: a whole invented country as a `regions/` tree of the content model.

    python benchmarks/generate.py FOLDER [--scale 4] [--only lappi --services 150] [--seed talvi]

The same arguments give the same bytes, on any machine and under any PYTHONHASHSEED.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from country import NATIONAL, profile
from frame import Counts, Frame, counts, frames, one_region
from gatherings import event
from network import agreements, group, prose
from offer import Facts, organisation, place, service
from papers import assessment, document, page, plan, practice, report
from writing import markdown_text, write, yaml_text

ROOT = Path(__file__).resolve().parent.parent
SEED = "talvi"
EVENTS_IN_A_FILE = 40


def generate(target: Path, source: Path, total: Counts, seed: str = SEED, only: str | None = None) -> dict[str, int]:
    """Write the load into the new folder `target`; returns how many records of each kind were written."""
    _copy_country(source, target)
    made = frames(source, seed, total, only)
    regions = [frame.section.id for frame in made if frame.section.id != NATIONAL]
    written: dict[str, int] = {}
    for frame in made:
        _write_profile(source, target, frame)
        for kind, number in _write_section(target / frame.section.id, frame, regions):
            written[kind] = written.get(kind, 0) + number
    return written


def _copy_country(source: Path, target: Path) -> None:
    shutil.copytree(source / "finland", target / "finland")
    shutil.copy(source / "vocabularies.yml", target)
    for file in sorted(source.glob("*/region.yml")):
        write(target / file.parent.name / "region.yml", yaml_text(_without_references(profile(file.parent))))


def _without_references(own: dict[str, Any]) -> dict[str, Any]:
    """A region's own file less what names records of the project's real content."""
    kept = {key: value for key, value in own.items() if key not in {"contacts", "elo_group", "reviewers"}}
    for part in kept.get("sub_areas", ()):
        part.pop("contact", None)
    return kept | {"example": True}


def _write_profile(source: Path, target: Path, frame: Frame) -> None:
    """`region.yml` again, now that its ELO group is known."""
    folder = source / frame.section.id
    if (folder / "region.yml").is_file() and frame.section.id != NATIONAL:
        own = _without_references(profile(folder)) | {"elo_group": frame.groups[0][0]}
        write(target / frame.section.id / "region.yml", yaml_text(own))
    rng = frame.rng("introduction")
    write(target / frame.section.id / "index.md", f"{prose(rng, 4)}\n\n{prose(rng, 4)}\n")


def _write_section(folder: Path, frame: Frame, regions: list[str]) -> Iterator[tuple[str, int]]:
    """Write every record of a section; yields kind and number of records."""
    of = frame.counts
    yield "organisation", _write_organisations(folder, frame)
    yield "place", _write_list(folder / "places" / "paikat.yml", [place(frame, n) for n in range(of.places)])
    yield "service", _write_papers(folder / "services", service, frame, of.services)
    yield "event", _write_events(folder / "events", frame)
    yield "agreement", _write_files(folder / "agreements", agreements(frame))
    yield "group", _write_files(folder / "groups", (group(frame, regions, n) for n in range(of.groups)))
    yield "document", _write_papers(folder / "documents", document, frame, of.documents)
    yield "practice", _write_papers(folder / "practices", practice, frame, of.practices)
    yield "page", _write_papers(folder / "pages", page, frame, of.pages)
    yield "plan", _write_papers(folder / "plans", plan, frame, of.years)
    yield "report", _write_papers(folder / "reports", report, frame, of.years)
    yield "assessment", _write_assessments(folder / "assessments", frame)


Paper = tuple[str, Facts, str]


def _write_papers(folder: Path, make: Callable[[Frame, int], Paper], frame: Frame, count: int) -> int:
    return _write_files(folder, (make(frame, number) for number in range(count)))


def _write_files(folder: Path, papers: Iterator[Paper]) -> int:
    count = 0
    for count, (record_id, facts, text) in enumerate(papers, start=1):  # noqa: B007 - the last number is the count
        write(folder / f"{record_id}.md", markdown_text(facts, text))
    return count


def _write_list(file: Path, records: list[Facts]) -> int:
    if records:
        write(file, yaml_text(records))
    return len(records)


def _write_organisations(folder: Path, frame: Frame) -> int:
    records = [organisation(frame, number) for number in range(frame.counts.organisations)]
    records.sort(key=lambda facts: (facts["sector"], facts["id"]))
    groups = groupby(records, key=lambda facts: facts["sector"])
    return sum(_write_list(folder / "organisations" / f"{sector}.yml", list(each)) for sector, each in groups)


def _write_events(folder: Path, frame: Frame) -> int:
    records = [event(frame, number) for number in range(frame.counts.events)]
    starts = range(0, len(records), EVENTS_IN_A_FILE)
    return sum(
        _write_list(folder / f"tapahtumat-{number + 1}.yml", records[start : start + EVENTS_IN_A_FILE])
        for number, start in enumerate(starts)
    )


def _write_assessments(folder: Path, frame: Frame) -> int:
    for number in range(frame.counts.assessments):
        day, facts = assessment(frame, number)
        write(folder / f"{day}.yml", yaml_text(facts))
    return frame.counts.assessments


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the invented national load as a regions/ tree.")
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--scale", type=float, default=1.0, help="1 = 5,000 services (default)")
    parser.add_argument("--only", metavar="REGION", help="records for one region; the others hold region.yml only")
    parser.add_argument("--services", type=int, default=150, help="services of that region (default 150)")
    parser.add_argument("--seed", default=SEED)
    parser.add_argument("--source", type=Path, default=ROOT / "regions", help="the project's own regions/")
    parser.add_argument("--without-events", action="store_true", help="all the rest")
    return parser.parse_args()


def main() -> None:
    """The command."""
    given = _arguments()
    if given.folder.exists():
        sys.exit(f"{given.folder} exists already; name a new folder")
    total = one_region(given.services) if given.only else counts(given.scale)
    if given.without_events:
        total = replace(total, events=0)
    for kind, number in sorted(generate(given.folder, given.source, total, given.seed, given.only).items()):
        print(f"{kind:14}{number:7}")


if __name__ == "__main__":
    main()
