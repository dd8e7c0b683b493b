"""Times the reading of a load's texts, with the place of every value and without; prints stages for `run.py`.

python benchmarks/reading.py FOLDER
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from tno.read import parse_yaml, places_in


def texts_in(folder: Path) -> list[str]:
    """The YAML of every content file: whole files and front matters."""
    found = []
    for file in sorted(folder.glob("*/*/*.*")):
        text = file.read_text(encoding="utf-8")
        found.append(text.split("---\n", 2)[1] if file.suffix == ".md" else text)
    return found


def records_in(texts: list[str]) -> int:
    """How many records the texts hold: the items of lists, and one for each other file."""
    counted = 0
    for text in texts:
        data = parse_yaml(text, "").data
        counted += len(data) if isinstance(data, list) else 1
    return counted


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """How long `read` takes for all the texts, garbage collection paused as in the program."""
    gc.collect()
    gc.disable()
    started = time.perf_counter()
    for text in texts:
        read(text)
    gc.enable()
    return time.perf_counter() - started


def main() -> None:
    """The command: seconds for 10,000 records, as stages."""
    texts = texts_in(Path(sys.argv[1]))
    per = 10_000 / records_in(texts)
    print(f"tno-stage with-places {seconds(lambda text: places_in(text, ''), texts) * per:.4f}")
    print(f"tno-stage values-only {seconds(lambda text: parse_yaml(text, ''), texts) * per:.4f}")


if __name__ == "__main__":
    main()
