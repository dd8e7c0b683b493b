"""Names as they will be read aloud and searched for: no stray spaces. Broken letters are found on reading."""

from __future__ import annotations

from tno.rules.review import Findings, Review, finding


def untidy_names(review: Review) -> Findings:
    """Names with double spaces, or spaces at either end."""
    for record in review.records:
        name = record.__dict__.get("name") or "–"
        if "  " in name or name[0] == " " or name[-1] == " ":
            yield finding(record, "name-spaces", "name", value=name, suggestion=" ".join(name.split()))
