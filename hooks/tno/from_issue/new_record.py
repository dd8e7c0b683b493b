"""A form's answers → a new record's file: its path from region and id, its text as an editor would write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tno.check import is_error
from tno.finnish import WEEKDAYS
from tno.from_issue.form import Widget
from tno.from_issue.forms import BY_WEEKDAY, EVERY
from tno.from_issue.issue import Answer, Outcome, Tree, Trouble
from tno.from_issue.reply import change_told, mend_told, people_told
from tno.from_issue.told import told_of, warnings_of
from tno.from_issue.trial import problems_with
from tno.from_issue.values import Answers, filled
from tno.new_file import has_letters, id_from, is_taken_by_site, markdown_text
from tno.records import KINDS, Kind, Organisation, Place
from tno.report import message_of
from tno.yaml_text import yaml_text

EXISTS = "Samanniminen on jo sivustolla: {address}. Jos haluat muuttaa sitä, käytä lomaketta Muutos tai virhe."
UNNAMEABLE = "Nimestä ei saada osoitetta. Kirjoita nimi kirjaimilla."
NO_CHANNEL = "Palvelulla on oltava ainakin yksi yhteystapa: puhelin, sähköposti, verkko-osoite tai käyntiosoite."
WHICH = ("ensimmäinen", "toinen", "kolmas", "neljäs", "viimeinen")
"""Of the weekdays of a month; a fifth there is not in all of them."""
NOT_ASKED = "Tietueesta puuttuu jotain, mitä lomake ei kysy."
NO_TOWN = "Kirjoita myös käyntiosoitteen kunta."


def new_record(answers: Answers, tree: Tree) -> Answer:
    """The file that the answers make, tried; or what has to be mended first."""
    answers.check()
    values = _VALUES[answers.form.kind](answers)
    record_id = _id_of(answers, tree)
    if answers.troubles and not (record_id and answers.region):
        return Answer(Outcome.MEND, mend_told(answers.troubles))
    kind = KINDS[answers.form.kind]
    text = file_text(values, answers.prose("body") if kind.suffix == ".md" else "", kind.suffix)
    files = {f"regions/{answers.region}/{kind.folder}/{record_id}{kind.suffix}": text}
    files |= {path: yaml_text(besides) for path, besides in answers.besides.items()}
    problems = problems_with(tree, files)
    if troubles := [*answers.troubles, *_besides(told_of(problems, files, answers.form), answers)]:
        return Answer(Outcome.MEND, mend_told(troubles))
    if any(map(is_error, problems)):  # something that the form does not ask: nobody can mend it there
        return Answer(Outcome.PEOPLE, people_told(NOT_ASKED))
    notes = [message_of(problem) for problem in warnings_of(problems)]
    title = f"{answers.form.title}: {answers.region}/{record_id}"
    return Answer(Outcome.CHANGE, change_told(files, notes), files, title)


def _besides(told: list[Trouble], answers: Answers) -> list[Trouble]:
    """What the check adds to the troubles that are known; nothing more of a question that has one."""
    known = {trouble.label for trouble in answers.troubles}
    return [trouble for trouble in told if trouble.label not in known]


def file_text(values: Mapping[str, Any], body: str, suffix: str) -> str:
    """A record as the text of its file."""
    if suffix != ".md":
        return yaml_text(values)
    return markdown_text(yaml_text(values), body)


def _id_of(answers: Answers, tree: Tree) -> str:
    name = answers.text("name")
    own = id_from(name)
    if not name:
        return ""
    if not has_letters(own):
        answers.trouble("name", UNNAMEABLE)
        return ""
    if is_taken_by_site(own, tree.loaded.network.country):
        own = f"{answers.form.kind}-{own}"
    region = tree.loaded.network.regions.get(answers.region)
    taken = region and own in {record.id for record in region.all_of(KINDS[answers.form.kind].model)}
    if taken or _exists(tree, answers.region, KINDS[answers.form.kind], own):
        answers.trouble("name", EXISTS, address=f"{answers.region}/{own}")
    return own


def _exists(tree: Tree, region: str, kind: Kind, record_id: str) -> bool:
    """Whether there is a file of that name, whatever it holds."""
    return (tree.folders.regions / region / kind.folder / f"{record_id}{kind.suffix}").exists()


# --- values -----------------------------------------------------------------------------------------------------------


def _plainly(answers: Answers, *but: str) -> dict[str, Any]:
    """Every answer that stands in the record as it is, in the order of the questions."""
    values: dict[str, Any] = {}
    for question in answers.form.questions:
        if not question.path or question.key in but or question.widget is Widget.PROMISE:
            continue
        if value := answers.value(question):
            part = values
            for step in question.path[:-1]:
                part = part.setdefault(step, {})
            part[question.path[-1]] = value
    return values


def _service(answers: Answers) -> dict[str, Any]:
    values = _plainly(answers, "organisation", "areas", "synonyms", "source")
    if "text" in values.get("price", ()) and "kind" not in values["price"]:
        values["price"] = {"kind": "muu", **values["price"]}
    told = {
        "name": values.pop("name", ""),
        "summary": values.pop("summary", ""),
        "organisation": answers.reference("organisation", Organisation),
        **values,
        "areas": answers.areas("areas"),
        "channels": _channels(answers),
        "synonyms": answers.items("synonyms"),
        "source": answers.text("source"),
        "verified": answers.tree.day.isoformat(),
    }
    return filled(told)


def _channels(answers: Answers) -> list[dict[str, Any]]:
    channels: list[dict[str, Any]] = []
    address = filled({key: answers.text(key) for key in ("street", "postal_code", "post_office")})
    if town := answers.text("municipality"):
        place = {"municipality": town, **address}
        channels.append(filled({"type": "palvelupaikka", "place": place, "hours": answers.hours("place_hours")}))
    if phone := answers.text("phone"):
        channels.append(filled({"type": "puhelin", "phone": phone, "hours": answers.hours("phone_hours")}))
    if email := answers.text("email"):
        channels.append({"type": "sahkoposti", "email": email})
    if url := answers.text("url"):
        channels.append({"type": (answers.terms("url_type") or ["verkkosivu"])[0], "url": url})
    if address and not town:
        answers.trouble("municipality", NO_TOWN)
    elif not channels:
        answers.trouble("phone", NO_CHANNEL)
    return channels


def _event(answers: Answers) -> dict[str, Any]:
    special = (
        "organiser",
        "start_day",
        "end_time",
        "every",
        "until",
        "except",
        "place",
        "description",
        "source",
        "signup_closes",
    )
    values = _plainly(answers, *special)
    first, last = answers.day("start_day"), answers.day("end_day")
    begins, ends = answers.clock("start_time"), answers.clock("end_time")
    signup, closes = values.pop("signup", {}), answers.day("signup_closes")
    told = {
        "name": values.pop("name", ""),
        "summary": values.pop("summary", ""),
        "kind": values.pop("kind", ""),
        "organiser": answers.reference("organiser", Organisation),
        "start": f"{first} {begins}".strip(),
        "end": _end(first, last, ends),
        "repeat": _repeat(answers, first),
        "except": answers.days("except"),
        "place": _place(answers),
        **values,
        "signup": filled({**signup, "closes": closes}),
        "description": answers.prose("description"),
        "source": answers.text("source"),
        "verified": answers.tree.day.isoformat(),
    }
    return filled(told)


def _place(answers: Answers) -> str:
    """The id of a place that is there, or of one that is made beside the event."""
    name, town = answers.text("place"), answers.text("place_municipality")
    own = id_from(name)
    is_new = town and answers.region and not answers.knows("place", Place)
    if not name or not is_new or not has_letters(own):
        return answers.reference("place", Place)
    region = answers.tree.loaded.network.regions.get(answers.region)
    if region and own in {place.id for place in region.all_of(Place)}:
        return own
    if _exists(answers.tree, answers.region, KINDS["place"], own):
        return answers.reference("place", Place)
    values = {"name": name, "municipality": town, "street": answers.text("place_street")}
    path = f"regions/{answers.region}/places/{own}.yml"
    answers.besides[path] = filled({**values, "verified": answers.tree.day.isoformat()})
    return own


def _end(first: str, last: str, ends: str) -> str:
    if last and last != first:
        return f"{last} {ends}".strip()
    return ends


def _repeat(answers: Answers, first: str) -> dict[str, str]:
    every, on = EVERY.get(answers.text("every"), ""), ""
    if first and answers.text("every") == BY_WEEKDAY:
        day = date.fromisoformat(first)
        on = f"{WHICH[(day.day - 1) // 7]} {WEEKDAYS[day.weekday()]}"
    told = {"every": every, "on": on, "until": answers.day("until")}
    return {key: value for key, value in told.items() if every and value}


def _organisation(answers: Answers) -> dict[str, Any]:
    return {**_plainly(answers), "verified": answers.tree.day.isoformat()}


def _practice(answers: Answers) -> dict[str, Any]:
    values = _plainly(answers, "organisations", "source")
    told = {
        **values,
        "organisations": answers.references("organisations", Organisation),
        "source": answers.text("source"),
        "verified": answers.tree.day.isoformat(),
    }
    return filled(told)


_VALUES: Mapping[str, Callable[[Answers], dict[str, Any]]] = {
    "service": _service,
    "event": _event,
    "organisation": _organisation,
    "practice": _practice,
}
"""Kind → how its values are made."""
