"""New records as files, never over what is there; certain facts set in files that are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tno.amend import CannotAmendError, amended
from tno.from_register.services import ReadService
from tno.new_file import markdown_text
from tno.read import parse_yaml
from tno.read.markdown_file import parse_markdown
from tno.yaml_text import yaml_text


def known_in_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """The register's id → file and own id of each record in a folder, also of those that have faults."""
    found: dict[str, tuple[Path, str]] = {}
    for file in sorted(each for each in folder.glob("*") if each.suffix in {".md", ".yml", ".yaml"} and each.is_file()):
        text = file.read_text(encoding="utf-8", errors="replace")
        if "ptv" not in text:
            continue
        data = parse_markdown(text, file.name).data if file.suffix == ".md" else parse_yaml(text, file.name).data
        for each in data if isinstance(data, list) else [data]:
            ids = each.get("external_ids") if isinstance(each, dict) else None
            if isinstance(ids, dict) and isinstance(own := ids.get("ptv"), str) and isinstance(each, dict):
                found.setdefault(own.strip(), (file, str(each.get("id") or file.stem)))
    return found


def service_files(name: str, service: ReadService) -> dict[str, str]:
    """File name → text: the service and its translations."""
    found = {f"{name}.md": _markdown(service.values, service.body)}
    for language, texts in service.translations.items():
        found[f"{name}.{language}.md"] = _markdown(
            {key: text for key, text in texts.items() if key != "body"}, texts.get("body", "")
        )
    return found


def _markdown(values: Mapping[str, Any], body: str) -> str:
    return markdown_text(yaml_text(values) if values else "", body)


class RecordText:
    """The text of one record in its file, in which facts are set one by one."""

    def __init__(self, file: Path, own_id: str) -> None:
        self.file = file
        self._before = self.text = file.read_bytes().decode("utf-8")
        self._root = self._root_of(own_id)

    def _root_of(self, own_id: str) -> tuple[str | int, ...] | None:
        """Where the record stands in its file; None when it is not there any more."""
        data = self._data()
        if not isinstance(data, list):
            return ()
        return next(((n,) for n, each in enumerate(data) if isinstance(each, dict) and each.get("id") == own_id), None)

    def _data(self) -> Any:
        if self.file.name.endswith(".md"):
            return parse_markdown(self.text, self.file.name).data
        return parse_yaml(self.text, self.file.name).data

    def at(self, path: Iterable[str | int]) -> Any:
        """What stands at a path of the record; None when nothing does."""
        value: Any = self._data() if self._root is not None else None
        for step in (*(self._root or ()), *path):
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def set(self, path: tuple[str | int, ...], value: Any) -> None:
        """Set one fact. Raises CannotAmendError, and then nothing has changed."""
        text, there = self.text, self.at(path)
        try:
            if isinstance(value, Mapping) and isinstance(there, dict):
                if gone := [key for key in there if key not in value]:
                    raise CannotAmendError(f"{', '.join(gone)} would have to go")
                for key, each in value.items():
                    if there.get(key) != each:
                        self._amend((*path, key), each)
            else:
                self._amend(path, value)
        except CannotAmendError:
            self.text = text
            raise

    def _amend(self, path: tuple[str | int, ...], value: Any) -> None:
        if self._root is None:
            raise CannotAmendError("the record is not there any more")
        self.text = amended(self.text, self.file.name, (*self._root, *path), value)

    def save(self) -> bool:
        """Write the file when something has changed."""
        if self.text == self._before:
            return False
        self.file.write_bytes(self.text.encode("utf-8"))
        return True
