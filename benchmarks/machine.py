"""What the figures were measured on: cores, file system, versions. No paths and no names of machines."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("mkdocs", "mkdocs-material", "Jinja2", "Markdown", "pydantic", "PyYAML", "hugo")


def file_system(folder: Path) -> str:
    """The kind of file system `folder` lies on, e.g. "tmpfs"; "unknown" where the system does not tell."""
    mounts = Path("/proc/mounts")
    if not mounts.is_file():
        return "unknown"
    found = [line.split()[1:3] for line in mounts.read_text(encoding="utf-8").splitlines()]
    above = {str(folder.resolve()), *map(str, folder.resolve().parents)}
    return max((len(point), kind) for point, kind in found if point in above)[1]


def facts(folder: Path) -> dict[str, str]:
    """Facts to print over the figures, by name."""
    return {
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "load before": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        "file system": file_system(folder),
        "Python": platform.python_version(),
        "packages": ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
