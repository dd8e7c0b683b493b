"""Links in prose that lead to no page: pointed at where they stand in the text."""

from __future__ import annotations

from difflib import get_close_matches

from tno.model.linked import leads_somewhere
from tno.model.network import KIND_OF
from tno.prose import source_links
from tno.records import KINDS, Record
from tno.rules.review import Findings, Review, finding

BODY = "body"
"""First step of a path into a record's prose; the second is the offset in characters."""


def dead_links(review: Review) -> Findings:
    """Links to files that are no records, or to kinds of record that have no pages."""
    for record in review.records:
        if "](" not in record.body:
            continue
        for link in source_links(record.body):
            if not leads_somewhere(review.network, record, link.target):
                advice = _advice(review, record, link.target)
                yield finding(record, "prose-link-dead", BODY, link.offset, value=link.target, **advice)


def _advice(review: Review, record: Record, target: str) -> dict[str, str]:
    """The link that was probably meant: the nearest file name among the region's records."""
    region = review.network.regions[record.region]
    own = KINDS[KIND_OF[type(record)]].folder
    files = {
        kept.id: f"{kept.id}.md" if kind == KIND_OF[type(record)] else f"../{KINDS[kind].folder}/{kept.id}.md"
        for kind, records in region.records.items()
        if KINDS[kind].suffix == ".md" and own
        for kept in records.values()
    }
    written = target.partition("#")[0].rpartition("/")[2].removesuffix(".md")
    near = get_close_matches(written, files, n=1, cutoff=0.7)
    return {"suggestion": files[near[0]]} if near else {}
