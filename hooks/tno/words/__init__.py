"""Interface words, one table per language: what templates and views say that no editor has written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tno.read.yaml_file import parse_yaml


class Words(dict[str, str]):
    """Words of one language by name; templates read them as `w.opening_hours`. A missing word is an error."""

    def __init__(self, table: Mapping[str, str]) -> None:
        super().__init__(table)
        self.__dict__ = self  # a page reads fifty words: as plain attributes, without a function for each

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> str: ...

    def counted(self, name: str, count: int, **values: object) -> str:
        """The word that holds `{count}`: its form `…_one` for one thing, its form `…_many` for any other number."""
        return self[f"{name}_{'one' if count == 1 else 'many'}"].format(count=count, **values)


LANGUAGES = ("fi", *(code for code in ("sv", "en") if Path(__file__).with_name(f"{code}.yml").is_file()))
"""Languages that have a table of words: those that pages can be in."""
NAMES: Mapping[str, str] = {"fi": "suomi", "sv": "svenska", "en": "English", "se": "davvisámegiella"}
"""Language → its name in itself."""


@cache
def words(language: str) -> Words:
    """The table of a language (`fi`)."""
    file = Path(__file__).with_name(f"{language}.yml")
    return Words(cast(dict[str, str], parse_yaml(file.read_text(encoding="utf-8"), file.name).data))
