"""Names as they will be read aloud and searched for: no broken letters, no stray spaces."""

from __future__ import annotations

from tno.rules.review import Findings, Review, finding

BROKEN = "\ufffd"
"""What programs write for a letter they could not read; shown as a black diamond. Other broken letters are found
when the file is read."""


def untidy_names(review: Review) -> Findings:
    """Names with broken letters, double spaces, or spaces at either end."""
    for record in review.records:
        name = record.__dict__.get("name") or "–"
        if BROKEN in name:
            yield finding(record, "name-broken", "name", value=name)
        elif "  " in name or name[0] == " " or name[-1] == " ":
            yield finding(record, "name-spaces", "name", value=name, suggestion=" ".join(name.split()))
