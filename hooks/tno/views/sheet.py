"""Records that are mostly text: practices, documents, news, plans, reports, assessments, each as one sheet."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from tno.frozen import frozen
from tno.records import (
    Assessment,
    Document,
    Group,
    Organisation,
    Page,
    Plan,
    Practice,
    Record,
    Report,
)
from tno.records.elo import DIMENSIONS, THEMES, Action
from tno.views.attachment import file_made_of, link_to_file
from tno.views.link import Link, full_link_to
from tno.views.scene import Scene

Facts = list[tuple[str, tuple[Link, ...]]]


@frozen
class Table:
    """A small table: headings and rows of plain text."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class SheetPage:
    """Context of `records/sheet.html`."""

    title: str
    """Heading of the page."""
    lead: str
    """One or two sentences under it, or empty."""
    sections: tuple[tuple[str, Markup], ...]
    """Heading and text, HTML."""
    table: Table | None
    """Rows that belong to the sheet, e.g. a plan's actions."""
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    """Label and values for the side column."""
    prose: Markup
    """The file's own text, HTML."""
    credit: str
    """Where the form comes from, or empty."""


def sheet_page(scene: Scene, record: Record) -> SheetPage:
    """What `records/sheet.html` shows of a record."""
    return _SHEETS[type(record)](scene, record)


def sheet_title(scene: Scene, record: Record) -> str:
    """Heading of a record's sheet, also where it has no name of its own."""
    if name := getattr(record, "name", None):
        return str(name)
    if isinstance(record, Plan):
        return scene.w.plan_title.format(year=record.year)
    if isinstance(record, Report):
        return scene.w.report_title.format(year=record.year)
    if isinstance(record, Assessment):
        return scene.w.assessment_title.format(day=scene.writing.day(record.date))
    return record.id


def _sheet(
    scene: Scene,
    record: Record,
    lead: object = "",
    sections: tuple[tuple[str, object], ...] = (),
    facts: Facts | None = None,
    table: Table | None = None,
    credit: str = "",
) -> SheetPage:
    facts = facts or []
    if record.source:
        facts.append((scene.w.fact_source, (Link(str(record.source)),)))
    return SheetPage(
        title=sheet_title(scene, record),
        lead=str(lead or ""),
        sections=tuple((heading, _paragraphs(text)) for heading, text in sections if text),
        table=table,
        facts=tuple(facts),
        prose=scene.prose(record),
        credit=credit,
    )


def _paragraphs(text: object) -> Markup:
    blocks = [block.strip() for block in str(text).split("\n\n") if block.strip()]
    return Markup("").join(Markup("<p>{}</p>").format(block) for block in blocks)


def _organisations(scene: Scene, keys: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(full_link_to(found) for key in keys if (found := scene.network.find(Organisation, key)))


def _topics(scene: Scene, topics: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(scene.term_link("service_topic", topic) for topic in topics)


def _practice(scene: Scene, practice: Practice) -> SheetPage:
    w = scene.w
    facts: Facts = [
        (w.fact_status, (Link(scene.label("action_status", practice.status)),)),
        (w.fact_target_groups, tuple(map(Link, scene.labels("target_group", practice.target_groups)))),
        (w.fact_topics, _topics(scene, practice.topics)),
    ]
    if practice.goals:
        facts.append((w.fact_goals, tuple(map(Link, scene.labels("elo_goal", practice.goals)))))
    if links := _organisations(scene, practice.organisations):
        facts.append((w.fact_organisations, links))
    if practice.since:
        facts.append((w.fact_since, (Link(str(practice.since)),)))
    sections = (
        (w.practice_problem, practice.problem),
        (w.practice_what, practice.what),
        (w.practice_evidence, practice.evidence),
        (w.practice_transfer, practice.transfer),
    )
    return _sheet(scene, practice, practice.summary, sections, facts)


def _document(scene: Scene, document: Document) -> SheetPage:
    w = scene.w
    facts: Facts = [(w.fact_kind, (Link(scene.label("document_kind", document.kind)),))]
    if document.years:
        years = (document.years.from_, document.years.until)
        facts.append((w.fact_years, (Link("–".join(str(year) for year in years if year)),)))
    if document.published:
        facts.append((w.fact_published, (Link(scene.writing.day(document.published)),)))
    facts.append((w.fact_languages, tuple(map(Link, scene.labels("service_language", document.languages)))))
    if publisher := scene.network.find(Organisation, document.publisher):
        facts.append((w.fact_publisher, (full_link_to(publisher),)))
    if link := link_to_file(scene, document, document.file, w.open_file):
        facts.append((w.fact_file, (link,)))
    if document.url:
        facts.append((w.fact_address, (Link(w.open_document, document.url),)))
    return _sheet(scene, document, document.summary, (), facts)


def _news(scene: Scene, page: Page) -> SheetPage:
    facts: Facts = [(scene.w.fact_published, (Link(scene.writing.day(page.published)),))]
    if page.topics:
        facts.append((scene.w.fact_topics, _topics(scene, page.topics)))
    return _sheet(scene, page, page.summary, (), facts)


def _group_fact(scene: Scene, key: str | None) -> Facts:
    group = scene.network.find(Group, key)
    return [(scene.w.fact_group, (full_link_to(group),))] if group else []


def _plan(scene: Scene, plan: Plan) -> SheetPage:
    stands = {stand.theme: stand.text for stand in plan.themes}
    sections = tuple((scene.label("elo_plan_theme", theme), stands.get(theme)) for theme in THEMES)
    w = scene.w
    rows = tuple(_action_row(scene, action) for action in plan.actions)
    table = Table(w.actions, (w.action, w.responsible, w.due, w.state), rows) if rows else None
    return _sheet(scene, plan, "", sections, _group_fact(scene, plan.group), table)


def _action_row(scene: Scene, action: Action) -> tuple[str, ...]:
    network = scene.network
    responsible = network.find(Organisation, action.responsible) or network.find(Group, action.responsible)
    name = str(getattr(responsible, "name", "")) if responsible else "–"
    due = scene.writing.day(action.due) if action.due else "–"
    return str(action.text), name, due, scene.label("action_status", action.state)


def _report(scene: Scene, report: Report) -> SheetPage:
    w, answers = scene.w, report.answers
    sections = (
        (w.report_definition, answers.definition),
        (w.report_actors, answers.actors),
        (w.report_group, answers.group),
        (w.report_goals, answers.goals),
        (w.report_ohjaamo, answers.ohjaamo),
    )
    return _sheet(scene, report, "", sections, _group_fact(scene, report.group))


def _assessment(scene: Scene, assessment: Assessment) -> SheetPage:
    w = scene.w
    judged = {item.dimension: item for item in assessment.dimensions}
    rows = tuple(
        (
            scene.label("assessment_dimension", name),
            scene.writing.number(judged[name].stage),
            str(judged[name].evidence),
        )
        for name in DIMENSIONS
        if name in judged
    )
    table = Table(w.assessment_caption, (w.dimension, w.stage, w.evidence), rows)
    facts: Facts = [(w.fact_day, (Link(scene.writing.day(assessment.date)),)), *_group_fact(scene, assessment.assessor)]
    return _sheet(scene, assessment, w.assessment_lead, (), facts, table, w.assessment_credit)


_SHEETS: dict[type[Record], Callable[..., SheetPage]] = {
    Practice: _practice,
    Document: _document,
    Page: _news,
    Plan: _plan,
    Report: _report,
    Assessment: _assessment,
}


def sheet_made_of(scene: Scene, record: Record) -> list[str]:
    """Fingerprints of everything `sheet_page` reads."""
    network = scene.network
    keys = [*getattr(record, "organisations", ()), getattr(record, "publisher", None)]
    keys += [action.responsible for action in getattr(record, "actions", ())]
    keys += [getattr(record, "group", None), getattr(record, "assessor", None)]
    others = [found for key in keys for found in (network.find(Organisation, key), network.find(Group, key)) if found]
    topics = map(str, _topics(scene, getattr(record, "topics", ())))
    file = file_made_of(scene, record, getattr(record, "file", None))
    return [record.fingerprint, file, *(other.fingerprint for other in others), *topics]
