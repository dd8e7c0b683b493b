"""A service of the register with its channels → a service of ours; what editors still have to say is left open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tno.from_register.areas import AreaReader
from tno.from_register.channels import ChannelReader
from tno.from_register.hours import finnish_day
from tno.from_register.notes import RecordNotes
from tno.from_register.setting import Setting
from tno.from_register.shapes import Node, shown
from tno.from_register.texts import Texts, markdown, one_line, said, value_of
from tno.frozen import frozen

SOURCE = "Suomi.fi-palvelutietovaranto (PTV), CC BY 4.0"
"""What the licence asks to be told."""
REQUIRED = (
    *("name", "summary", "organisation", "kind", "target_groups", "topics", "areas", "languages", "channels"),
    "verified",
)
MOST_TOPICS, SUMMARY_LENGTH = 4, 150
_RESPONSIBLE = "responsible"

Reference = Callable[[str, str], str]
"""The register's id and name of an organisation → our reference, empty when there is none."""


@frozen
class Linked:
    """A channel of the register and what it and the service say of each other."""

    id: str
    node: Node
    connections: tuple[Node, ...]
    notes: RecordNotes


@dataclass
class ReadService:
    """A service as our files will hold it."""

    id: str
    """In the register."""
    values: dict[str, Any]
    body: str
    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    """Language → name, summary and body."""
    modified: str = ""
    """Day of the last change in the register."""


def read_service(
    setting: Setting, node: Node, channels: Iterable[Linked], reference: Reference, notes: RecordNotes
) -> ReadService | None:
    """Our service, or None without a Finnish name."""
    if node.peek("type") == "Service":  # others are permits and qualifications, which is worth a line
        node.put_away("type")
    names = said(node.nodes("serviceNames"), notes, "Name", "serviceNames")
    if "fi" not in names:
        notes.add("name-missing", "serviceNames", " / ".join(names.values()))
        return None
    texts = node.nodes("serviceDescriptions")
    summaries = said(texts, notes, "Summary", "serviceDescriptions")
    bodies = {
        language: markdown(text)
        for language, text in said(texts, notes, "Description", "serviceDescriptions", prose=True).items()
    }
    if general := node.text("generalDescriptionId"):
        notes.add("general-description", "generalDescriptionId", shown(general))
    if len(summaries.get("fi", "")) > SUMMARY_LENGTH:
        notes.add("too-long", "summary", count=len(summaries["fi"]), most=SUMMARY_LENGTH)
    languages = setting.languages(node, notes)
    areas = AreaReader(setting.country, setting.region).words(node, notes)
    responsible, partners = _organisations(node, reference, notes)
    values: dict[str, Any] = {
        "name": names["fi"],
        "summary": summaries.get("fi", ""),
        "organisation": responsible,
        **_classes(setting, node, notes),
        "areas": areas,
        "languages": languages,
        "channels": _channels(setting, channels, languages, areas, names["fi"]),
        **_told(setting, node, texts, notes),
        "partners": partners,
        "synonyms": _synonyms(node, names["fi"], notes),
        "external_ids": {"ptv": node.text("id")},
        "source": SOURCE,
        "verified": day_of(node),
    }
    translations = _translations(names, summaries, bodies)
    if not bodies.get("fi") and bodies:
        notes.add("not-in-finnish", "serviceDescriptions", next(iter(bodies.values())))
    kept = {key: value for key, value in values.items() if value}
    return ReadService(node.text("id"), kept, bodies.get("fi", ""), translations, day_of(node))


def _classes(setting: Setting, node: Node, notes: RecordNotes) -> dict[str, list[str]]:
    classes, words = setting.classes, setting.vocabularies
    own = node.nodes("serviceClasses")
    return {
        "kind": classes.kinds(own),
        "target_groups": classes.terms(node.nodes("targetGroups"), words["target_group"], notes, "targetGroups"),
        "life_situations": classes.terms(node.nodes("lifeEvents"), words["life_situation"], notes, "lifeEvents"),
        "topics": classes.terms(own, words["service_topic"], notes, "serviceClasses", MOST_TOPICS),
    }


def _channels(
    setting: Setting, channels: Iterable[Linked], languages: list[str], areas: list[str], name: str
) -> list[dict[str, Any]]:
    """Every channel's ways, each way once."""
    found: dict[tuple[object, ...], dict[str, Any]] = {}
    for linked in channels:
        reader = ChannelReader(setting, linked.node, linked.id, linked.notes)
        for channel in reader.read(linked.connections, languages, areas, name):
            main = tuple(str(channel.get(key)) for key in ("type", "place", "phone", "email", "url"))
            known = found.setdefault(main, channel)
            for key in ("name", "note", "hours", "languages", "areas"):
                if channel.get(key) and channel[key] != known.get(key):
                    linked.notes.add("same-way", f"{channel['type']}.{key}", shown(channel[key]))
    return list(found.values())


def _told(setting: Setting, node: Node, texts: Sequence[Node], notes: RecordNotes) -> dict[str, Any]:
    """Who may use it, how to begin, what it costs."""
    requirements = value_of(said(node.nodes("requirements"), notes, field="requirements"), notes, "requirements")
    start = value_of(said(texts, notes, "UserInstruction", "serviceDescriptions"), notes, "UserInstruction")
    charge = setting.term_of("service_charge", node.text("serviceChargeType"), notes, "serviceChargeType")
    price: dict[str, Any] = {"kind": charge} if charge else {}
    if charge:
        told = said(texts, notes, "ChargeTypeAdditionalInfo", "serviceDescriptions")
        if text := value_of(told, notes, "ChargeTypeAdditionalInfo"):
            price["text"] = text
    return {"eligibility": {"text": requirements} if requirements else {}, "how_to_start": start, "price": price}


def _synonyms(node: Node, name: str, notes: RecordNotes) -> list[str]:
    """The other Finnish name and the Finnish keywords; words in other languages stay unread."""
    other = said(node.nodes("serviceNames"), notes, "AlternativeName", "serviceNames").get("fi", "")
    words = [other] + [
        one_line(each.text("value")) for each in node.nodes("keywords") if each.peek("language").lower() == "fi"
    ]
    return [word for word in dict.fromkeys(words) if word and word.casefold() != name.casefold()]


def _organisations(node: Node, reference: Reference, notes: RecordNotes) -> tuple[str, list[str]]:
    """Who is responsible, and the others who take part; who stands there in several roles counts once."""
    roles: dict[str, list[str]] = {"first": [], "others": []}
    for index, each in enumerate(node.nodes("organizations")):
        item, role = each.node("organization"), each.text("roleType").replace(" ", "").lower()
        own_id = item.text("id") if item else ""
        if item is None or not own_id:
            continue
        found = reference(own_id, item.text("name"))
        if not found:
            name = f"organizations[{index}] ({each.text('roleType')})"
            notes.add("organisation-missing", name, shown(item.text("name")) or own_id)
            continue
        roles["first" if role == _RESPONSIBLE else "others"].append(found)
    responsible = roles["first"][0] if roles["first"] else ""
    partners = dict.fromkeys([*roles["first"][1:], *roles["others"]])
    return responsible, [each for each in partners if each != responsible]


def _translations(names: Texts, summaries: Texts, bodies: Texts) -> dict[str, dict[str, str]]:
    languages = [language for language in names | summaries | bodies if language != "fi"]
    parts = {"name": names, "summary": summaries, "body": bodies}
    return {
        language: {key: texts[language] for key, texts in parts.items() if language in texts} for language in languages
    }


def day_of(node: Node) -> str:
    """The day of the last change in the register: what is told was true then, as far as anybody has said."""
    day = finnish_day(node.peek("modified"))
    return day.isoformat() if day else ""
