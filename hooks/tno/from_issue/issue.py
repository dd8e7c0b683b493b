"""What comes in and what goes out: an issue of the forge, and the answer to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple

from tno.content import Folders
from tno.edition import Edition
from tno.frozen import frozen
from tno.load import Loaded, load
from tno.settings import Settings


@frozen
class Issue:
    """One issue, as whoever opened or changed it left it."""

    body: str
    number: int = 0
    labels: frozenset[str] = frozenset()
    author: str = ""
    """Login of whoever opened it. Anybody may have: trust only what `tree` and the checks say."""

    @classmethod
    def from_event(cls, event: Mapping[str, Any]) -> Issue:
        """The issue of an `issues` event of the forge. Raises KeyError or TypeError when it is none."""
        issue = event["issue"]
        return cls(
            body=str(issue["body"] or ""),
            number=int(issue["number"]),
            labels=frozenset(str(label["name"]) for label in issue.get("labels", ())),
            author=str(issue["user"]["login"]),
        )


@frozen
class Tree:
    """The content that an issue is about."""

    folders: Folders
    settings: Settings
    day: date

    @cached_property
    def loaded(self) -> Loaded:
        """Everything public, read once."""
        return load(self.folders, Edition.PUBLIC, self.settings)


class Outcome(Enum):
    """What becomes of an issue."""

    CHANGE = "muutos"
    """Files that passed the check: a pull request can be opened."""
    MEND = "korjattava"
    """Whoever wrote it can mend it and is told how."""
    PEOPLE = "käsiteltävä"
    """People who keep the content take it from here."""


class Trouble(NamedTuple):
    """Something to mend."""

    label: str
    """The form's question, as it stands on the form."""
    sentence: str
    """What is wrong and what to do; may hold what was written, so it is escaped wherever it is shown."""


@frozen
class Answer:
    """What to do with an issue."""

    outcome: Outcome
    comment: str
    """Markdown; nothing of the issue's body is in it but as code or with its marks escaped."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Path from the project's root → the whole new text. Only below `regions/`."""
    title: str = ""
    """Of the pull request; our own words and ids alone: `Words: region/id`."""
    closes: bool = True
    """Whether accepting the change deals with the issue; one that lives on is offered again and again."""
