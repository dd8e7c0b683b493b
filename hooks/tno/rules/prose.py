"""What prose leads to and shows: links without a page, images, and real hosts in invented content."""

from __future__ import annotations

import re
from difflib import get_close_matches
from urllib.parse import urlsplit

from tno.model.left_out import FAULTY
from tno.model.linked import leads_somewhere, linked_key
from tno.model.network import KIND_OF
from tno.prose import SourceLink, source_links
from tno.records import KINDS, Event, Record
from tno.records.contacts import is_example_host, likely_url
from tno.rules.review import Findings, Review, finding

BODY = "body"
"""First step of a path into a record's prose; the second is the offset in characters."""
_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>\n]*)?/?>")
_SECOND = re.compile(r"^--- *\n+((?:name|id|summary|kind): .*)\n[a-z_]+:", re.MULTILINE)
"""The head of another record: two keys after a line of dashes. (One may be somebody's own sentence.)"""
_IMAGE = re.compile(r"!\[[^\]\n]*\]\(\s*<?([^)\s>]+)")


def prose(review: Review) -> Findings:
    """Links that lead nowhere; images, HTML and second records; other hosts than example.org in an example."""
    for record in review.records:
        for step, text in ((BODY, record.body), *_fields(record)):
            if "](" in text or "]:" in text:
                yield from _faults_of(review, record, step, text)
            if "<" in text and (tag := _HTML.search(text)):
                yield finding(record, "prose-html", *_path(step, tag.start()), value=tag[0])
            if "---" in text and (second := _SECOND.search(text)):
                yield finding(record, "prose-second-record", *_path(step, second.start(1)), value=second[1])


def _path(step: str, offset: int) -> tuple[str | int, ...]:
    return (BODY, offset) if step == BODY else (step,)


def _fields(record: Record) -> tuple[tuple[str, str], ...]:
    """Fields that pages show as prose."""
    if not isinstance(record, Event):
        return ()
    return ("description", str(record.description or "")), ("outcome", str(record.outcome or ""))


def _faults_of(review: Review, record: Record, step: str, text: str) -> Findings:
    images = {match.start(1) for match in _IMAGE.finditer(text)}
    for link in source_links(text):
        path = _path(step, link.offset)
        if link.offset in images:
            yield finding(record, "prose-image", *path, value=link.target)
        elif not leads_somewhere(review.network, record, link.target):
            if not _leads_to_faulty(review, record, link):
                advice = _advice(review, record, link.target)
                yield finding(record, "prose-link-dead", *path, value=link.target, **advice)
        elif _is_example(review, record) and _leaves_the_example(link):
            yield finding(record, "host-real-in-example", *path, value=link.target)


def _leads_to_faulty(review: Review, record: Record, link: SourceLink) -> bool:
    """Whether the record has faults of its own: once they are mended, the link leads there."""
    key = linked_key(record, link.target.partition("#")[0])
    return key is not None and review.left_out.get(key) == FAULTY


def _is_example(review: Review, record: Record) -> bool:
    own = record.example
    return bool(review.network.regions[record.region].profile.example if own is None else own)


def _leaves_the_example(link: SourceLink) -> bool:
    if link.target.startswith("mailto:"):
        return not is_example_host(link.target.rpartition("@")[2])
    if link.target.startswith(("http://", "https://")):
        return not is_example_host(urlsplit(link.target).hostname or "")
    return link.target.startswith("tel:")


def _advice(review: Review, record: Record, target: str) -> dict[str, str]:
    """The link that was probably meant: an address of the web, else the nearest file name of the region's records."""
    if target.startswith("www."):
        return {"suggestion": likely_url(target)}
    region, own = review.network.regions[record.region], KIND_OF[type(record)]
    files = {
        kept.id: f"{kept.id}.md" if kind == own else f"../{KINDS[kind].folder}/{kept.id}.md"
        for kind, records in region.records.items()
        if KINDS[kind].suffix == ".md"
        for kept in records.values()
    }
    written = target.partition("#")[0].rpartition("/")[2].removesuffix(".md")
    near = get_close_matches(written, files, n=1, cutoff=0.7)
    return {"suggestion": files[near[0]]} if near else {}
