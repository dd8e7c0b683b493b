"""The notes of an import as people read them: record by record, what was done first, then what was lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tno.from_register.notes import Note, Notes, shown

_ORDER = "POK"
"""First letters of records: services, organisations, channels."""


def report_lines(notes: Notes) -> Iterator[str]:
    """Lines of the report; those of the whole import come last."""
    records: dict[str, list[Note]] = {}
    for note in notes.found:
        records.setdefault(note.record, []).append(note)
    whole = records.pop("", [])
    for record, found in sorted(records.items(), key=lambda each: _ORDER.find(each[0][0])):
        yield record
        yield from (f"  {shown(note)}" for note in sorted(found, key=lambda note: note.is_loss))
        yield ""
    if whole:
        yield "Koko tuonti"
        yield from (f"  {shown(note)}" for note in whole)
        yield ""


def summary(notes: Notes, counts: Mapping[str, int], read: int) -> str:
    """How much there was, in three sentences."""
    lost = sum(note.is_loss for note in notes.found)
    return (
        f"Tietueita luettiin {read}. Uusia palveluja {counts.get('new-service', 0)}, uusia organisaatioita "
        f"{counts.get('new-organisation', 0)}, muuttuneita {counts.get('changed', 0)}, ennallaan "
        f"{counts.get('same', 0)}, ei enää sivuilla {counts.get('vanished', 0)}. Kohtia, jotka eivät siirtyneet: "
        f"{lost}."
    )
