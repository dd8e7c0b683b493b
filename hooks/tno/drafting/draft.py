"""Answers → the file of a new record: where it belongs, under which id, in its usual form."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from tno.content import Folders
from tno.drafting.asked import UNTIL_FURTHER_NOTICE, dates_of
from tno.exports.schema import schema_line
from tno.formatting import Formatter
from tno.frozen import frozen
from tno.model.network import Network
from tno.new_file import is_taken_by_site, markdown_text
from tno.records import KINDS
from tno.records.scalars import is_slug
from tno.yaml_text import yaml_text

TAKEN = "Tunnus ”{id}” on jo käytössä: {other}. Sen päälle ei kirjoiteta. Anna toinen tunnus: --id."
UNFIT = "Tunnus ”{id}” ei kelpaa. Käytä pieniä kirjaimia a–z, numeroita ja yhdysviivoja: --id."
RESERVED_ID = "Tunnus ”{id}” on sivuston oma sana tai näyttää päivältä. Anna toinen tunnus: --id."


class IdError(ValueError):
    """An id that the record cannot have; its text says why, in Finnish."""


@frozen
class Draft:
    """A record that is about to be written."""

    kind: str
    region: str
    id: str
    values: dict[str, Any]
    """What was answered, by the keys of the file."""
    body: str = ""


def file_of(folders: Folders, draft: Draft, network: Network) -> str:
    """The file of a new record, as a path from the project's folder. Raises `IdError` if its id will not do."""
    kind, own = KINDS[draft.kind], draft.id
    if not is_slug(own):
        raise IdError(UNFIT.format(id=own))
    if is_taken_by_site(own, network.country):
        raise IdError(RESERVED_ID.format(id=own))
    folder = PurePosixPath(folders.within) / draft.region / kind.folder
    file = (folder / f"{own}{kind.suffix}").as_posix()
    for key, record in network.all_of(kind.model).items():
        if record.region == draft.region and own in (record.id, *record.former_ids):
            raise IdError(TAKEN.format(id=own, other=str.__str__(getattr(record, "name", None) or key)))
    if (folders.root / file).exists():
        raise IdError(TAKEN.format(id=own, other=file))
    return file


def text_of(draft: Draft, file: str, formatter: Formatter, day: date, *, with_schema: bool) -> str:
    """The text of the file. What was not answered is left out: the check names it."""
    kind = KINDS[draft.kind]
    values = {**draft.values, **{key: day.isoformat() for key in dates_of(draft.kind) if key not in draft.values}}
    if str(values.get("valid_until")).casefold() == UNTIL_FURTHER_NOTICE:
        values = {key: value for key, value in values.items() if key != "valid_until"} | {
            "until_further_notice": "kyllä"
        }
    facts = formatter.text(yaml_text(values), kind.model)
    if kind.suffix == ".yml":
        return f"{schema_line(file, kind)}\n{facts}" if with_schema else facts
    return markdown_text(facts, draft.body)


_SPACES = re.compile(r"\s+")


def on_one_line(text: str) -> str:
    """An answer without line breaks and doubled spaces."""
    return _SPACES.sub(" ", text).strip()
