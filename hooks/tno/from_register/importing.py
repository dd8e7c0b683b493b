"""One import: which records are ours already, which are new, what differs, and what nobody carries over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tno.from_register.notes import Notes, RecordNotes
from tno.from_register.organisations import REQUIRED as ORGANISATION_REQUIRED
from tno.from_register.organisations import read_organisation
from tno.from_register.ours import Difference, Ours
from tno.from_register.record_files import known_in_files, service_files
from tno.from_register.same_channel import same_channel
from tno.from_register.saved_pages import ORGANISATION, SERVICE, Register, Saved
from tno.from_register.services import REQUIRED as SERVICE_REQUIRED
from tno.from_register.services import Linked, ReadService, read_service
from tno.from_register.setting import Setting
from tno.from_register.shapes import Node, node_of, shown
from tno.frozen import frozen
from tno.new_file import NewIds
from tno.records import Organisation, Record, Service
from tno.yaml_text import yaml_text

_MAIN = ("phone", "email", "url", "place")


@frozen
class NewRecord:
    """A record that gets a file of its own."""

    folder: Path
    files: Mapping[str, str]
    """File name → text."""


@frozen
class Changed:
    """A record of ours that the register tells otherwise, and has changed since we checked it."""

    record: Record
    title: str
    day: str
    """Day of the register's last change."""
    differences: list[Difference]


@dataclass
class Import:
    """Reads a register for one region."""

    ours: Ours
    register: Register
    notes: Notes
    folder: Path
    """`regions/<region>`."""
    everything: bool = False
    """Take services that are no guidance, too, and organisations that none of the services names."""
    new: list[NewRecord] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        region = self.ours.network.regions[self.ours.region]
        self._setting: Setting = self.ours.setting
        self._nodes: dict[str, Node] = {}
        self._in_files = {kind: known_in_files(self.folder / kind) for kind in ("services", "organisations")}
        country, own_services = self.ours.network.country, {each.id for each in region.all_of(Service)}
        self._new_services = NewIds(self.folder / "services", own_services, country, "ptv")
        own = {each.id for each in region.all_of(Organisation)}
        own |= {own_id for _, own_id in self._in_files["organisations"].values()}
        self._new_organisations = NewIds(self.folder / "organisations", own, country, "ptv")
        self._planned: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def run(self, watch: Callable[[list[Saved]], Iterable[Saved]] = iter) -> None:
        """Read everything; afterwards `new`, `changed`, `counts` and the notes tell what came of it.

        Args:
            watch: passes the services on one by one, to show how far the import is.
        """
        wanted = [saved for saved in self.register.services.values() if self._is_wanted(saved)]
        for saved in watch(wanted):
            self._service(saved, self.register.links.get(saved.id, []))
        self._organisations()
        for each in self._vanished():
            self.counts["vanished"] += 1
            self.notes.of(each[1]).add(each[0], each[2])
        self._left_over()
        for node_id, node in self._nodes.items():
            notes = self._notes_of(node_id)
            for field_name, value in node.unread():
                notes.add("unread", field_name, value)

    # --- services -----------------------------------------------------------------------------------------------------

    def _is_wanted(self, saved: Saved) -> bool:
        if self.everything or saved.id in self.ours.services or saved.id in self._in_files["services"]:
            return True
        told = saved.values.get("serviceClasses")
        classes = [
            Node("FintoItem", {key: each.get(key) for key in ("code", "uri", "name")}, "")
            for each in (told if isinstance(told, list) else ())
            if isinstance(each, dict)
        ]
        if self._setting.classes.is_guidance(classes):
            return True
        known = [(self._setting.classes.of(each), each) for each in classes]
        names = ", ".join(found.name if found else shown(node.peek("code")) for found, node in known)
        self.notes.of(saved.title).add("not-guidance", "serviceClasses", names)
        self.counts["not-guidance"] += 1
        return False

    def _node(self, saved: Saved) -> Node:
        if saved.id not in self._nodes:
            self._nodes[saved.id] = node_of(saved.kind, saved.values, saved.path, self.notes.of(saved.title))
        return self._nodes[saved.id]

    def _notes_of(self, own_id: str) -> RecordNotes:
        for kind in (SERVICE, ORGANISATION, ""):
            if saved := self.register.of(kind).get(own_id):
                return self.notes.of(saved.title)
        return self.notes.of()

    def _service(self, saved: Saved, told_by_channels: list[str]) -> None:
        node, notes = self._node(saved), self.notes.of(saved.title)
        node.put_away("id", "publishingStatus", "modified")
        linked = list(self._linked(node, told_by_channels, saved.id, notes))
        found = read_service(self._setting, node, linked, self._reference, notes)
        if found is None:
            return
        for channel in found.values.get("channels", ()):
            if isinstance(place := channel.get("place"), Mapping) and (known := self.ours.place_like(place)):
                channel["place"] = known
        if known_service := self.ours.services.get(saved.id):
            self._compare_service(known_service, found, saved.title)
        elif saved.id in self._in_files["services"]:
            notes.add("has-faults", self._file_name(self._in_files["services"][saved.id][0]))
        elif saved.id in self.ours.elsewhere:
            other = self.ours.elsewhere[saved.id]
            notes.add("known-elsewhere", other.key, other.region)
        else:
            self._new_service(found, notes)

    def _new_service(self, found: ReadService, notes: RecordNotes) -> None:
        organisation = str(found.values.get("organisation", ""))
        if same := self.ours.service_like(found.values["name"], organisation):
            notes.add("matched-by-name", f"services/{same.id}.md", shown(found.id))
            return
        own = organisation.rpartition("/")[2]
        name = self._new_services.new_id(found.values["name"], found.id, own)
        self._plan(self._new_services.folder, service_files(name, found), "service", notes)
        self._gaps(found.values, SERVICE_REQUIRED, f"services/{name}.md", notes)

    def _linked(self, node: Node, told: list[str], service: str, notes: RecordNotes) -> Iterator[Linked]:
        """The channels that are in the files, each once, with what is said of the two together."""
        from_service: dict[str, Node] = {}
        for connection in node.nodes("serviceChannels"):
            item = connection.node("serviceChannel")
            if item and (own := item.text("id")):
                if own not in self.register.channels:
                    if own not in self.register.seen:  # of one that is not published its own note tells
                        name = f"{shown(item.text('name'))} ({shown(own)})".strip()
                        notes.add("channel-missing", "serviceChannels", name)
                    connection.put_away_whole()
                else:
                    from_service.setdefault(own, connection)
        for own in dict.fromkeys([*from_service, *told]):
            saved = self.register.channels[own]
            channel = self._node(saved)
            channel.put_away("id", "publishingStatus", "modified", "organizationId", "serviceChannelType")
            connections = [each for each in (from_service.get(own), self._of_service(channel, service)) if each]
            if len(connections) > 1 and _is_same(*connections):
                connections.pop().put_away_whole()
            yield Linked(own, channel, tuple(connections), self.notes.of(saved.title))

    def _of_service(self, channel: Node, service: str) -> Node | None:
        """What the channel says of the service; what it says of services that are not read is nobody's loss here."""
        found = None
        for connection in channel.nodes("services"):
            item = connection.node("service")
            own = item.peek("id") if item else ""
            if own == service:
                found = connection
            elif own not in self.register.services:
                connection.put_away_whole()
        return found

    # --- organisations ------------------------------------------------------------------------------------------------

    def _reference(self, own_id: str, name: str = "") -> str:
        """Our reference to an organisation of the register; one that only the files have becomes a new record."""
        if own_id in self._names:
            return self._names[own_id]
        self._names[own_id] = found = self._find(own_id, name)
        return found

    def _find(self, own_id: str, name: str) -> str:
        if known := self.ours.organisations.get(own_id):
            return self.ours.reference(known)
        if own_id in self._in_files["organisations"]:
            return self._in_files["organisations"][own_id][1]
        saved = self.register.organisations.get(own_id)
        business_id = (
            _text(saved.values, "businessCode") if saved and not _text(saved.values, "parentOrganizationId") else ""
        )
        told = _finnish_name(saved.values) if saved else name
        if told and (like := self.ours.organisation_like(told, business_id)):
            title = saved.title if saved else f"Organisaatio ”{shown(told)}” ({shown(own_id)})"
            self.notes.of(title).add("matched-by-name", f"toimija {like.key}", shown(own_id))
            return self.ours.reference(like)
        if saved is None or not told:
            return ""
        self._planned[own_id] = self._new_organisations.new_id(told, own_id)
        return self._planned[own_id]

    def _organisations(self) -> None:
        for own_id, saved in self.register.organisations.items():
            if own_id in self.ours.organisations:
                self._compare_organisation(self.ours.organisations[own_id], saved)
            elif self.everything or not self.register.services:
                self._reference(own_id)
            if own_id in self._in_files["organisations"] and own_id not in self.ours.organisations:
                file = self._in_files["organisations"][own_id][0]
                self.notes.of(saved.title).add("has-faults", self._file_name(file))
        done: set[str] = set()
        while rest := [own_id for own_id in self._planned if own_id not in done]:
            for own_id in rest:  # a part of another may bring the other in
                done.add(own_id)
                self._new_organisation(self.register.organisations[own_id], self._planned[own_id])

    def _read_organisation(self, saved: Saved) -> dict[str, Any] | None:
        node = self._node(saved)
        node.put_away("id", "publishingStatus", "modified")
        return read_organisation(self._setting, node, self._reference, self.notes.of(saved.title))

    def _new_organisation(self, saved: Saved, name: str) -> None:
        notes = self.notes.of(saved.title)
        if values := self._read_organisation(saved):
            text = yaml_text({"id": name, **values})
            self._plan(self._new_organisations.folder, {f"{name}.yml": text}, "organisation", notes)
            self._gaps(values, ORGANISATION_REQUIRED, f"organisations/{name}.yml", notes)

    def _plan(self, folder: Path, files: Mapping[str, str], kind: str, notes: RecordNotes) -> None:
        self.new.append(NewRecord(folder, files))
        self.counts[f"new-{kind}"] += 1
        for name in files:
            notes.add("new", self._file_name(folder / name))

    def _gaps(self, values: Mapping[str, Any], required: tuple[str, ...], file: str, notes: RecordNotes) -> None:
        if missing := [key for key in required if not values.get(key)]:
            notes.add("fill-in", file, ", ".join(missing))

    # --- what differs -------------------------------------------------------------------------------------------------

    def _compare_service(self, ours: Service, found: ReadService, title: str) -> None:
        differences = list(self.ours.service_differences(ours, found.values, found.body))
        differences += self._compare_channels(ours, found.values.get("channels", []), title, found.modified)
        self._differ(ours, title, found.modified, differences)

    def _compare_channels(
        self, ours: Service, theirs: list[dict[str, Any]], title: str, modified: str
    ) -> Iterator[Difference]:
        left, notes = list(enumerate(ours.channels)), self.notes.of(title)
        is_newer = _is_newer(ours, modified)
        for number, channel in enumerate(theirs, 1):
            name = f"kanava {number} ({channel['type']})"
            pair, is_sure = same_channel(channel, left)
            if pair is None:
                if is_newer:
                    told = next((channel[key] for key in _MAIN if channel.get(key)), "")
                    notes.add("channel-added", name, f"{channel['type']} {shown(told)}")
                continue
            left.remove(pair)
            index, own = pair
            for each in self.ours.channel_differences(own, channel, name, is_sure):
                path = ("channels", index, *each.path) if each.path else ()
                yield each._replace(path=path)
        for _, own in left:
            if own.external_ids and own.external_ids.ptv:
                told = next((getattr(own, key) for key in _MAIN if getattr(own, key)), "")
                shown_value = told if isinstance(told, str) else str(told.street or told.municipality)
                notes.add("channel-gone", own.type, shown(shown_value))

    def _compare_organisation(self, ours: Organisation, saved: Saved) -> None:
        values = self._read_organisation(saved)
        if values and ours.region == self.ours.region:
            differences = list(self.ours.organisation_differences(ours, values))
            self._differ(ours, saved.title, str(values.get("verified", "")), differences)

    def _differ(self, ours: Record, title: str, modified: str, differences: list[Difference]) -> None:
        notes, is_newer = self.notes.of(title), _is_newer(ours, modified)
        if not differences or (not is_newer and all(each.is_text for each in differences)):
            self.counts["same"] += 1
            notes.add("same", ours.key)
            return
        self.counts["changed"] += 1
        for each in differences:
            told = {"ours": each.ours}
            if not is_newer:
                if not each.is_text:
                    notes.add("older", each.field, each.theirs, day=modified or "?", **told)
            elif each.is_text or not each.path:
                notes.add("changed-text" if each.is_text else "changed", each.field, each.theirs, **told)
            else:
                notes.add("changed", each.field, each.theirs, **told)
        if is_newer:
            self.changed.append(Changed(ours, title, modified, differences))

    # --- what is not there --------------------------------------------------------------------------------------------

    def _vanished(self) -> Iterator[tuple[str, str, str]]:
        region = self.ours.network.regions[self.ours.region]
        looked: list[tuple[str, bool, list[Any]]] = [
            ("Palvelu", bool(self.register.services), list(region.all_of(Service))),
            ("Organisaatio", bool(self.register.organisations), list(region.all_of(Organisation))),
        ]
        for label, is_read, records in looked:
            for each in records:
                own = each.external_ids.ptv.strip() if each.external_ids and each.external_ids.ptv else ""
                title = f"{label} ”{shown(str.__str__(each.name))}” ({shown(own)})"
                if own and own in self.register.archived:
                    yield "archived", title, each.key
                elif own and is_read and own not in self.register.seen:
                    yield "vanished", title, each.key

    def _left_over(self) -> None:
        """Channels and organisations that no service brought in."""
        known = self.register.used.union(*self.register.links.values())
        left = [own for own in self.register.channels if own not in self._nodes]
        alone = [own for own in left if own not in known]
        if count := len(left) - len(alone):
            self.notes.of().add("channels-left", count=count)
        for own in alone:
            self.notes.of(self.register.channels[own].title).add("channel-alone")
        unread = [own for own in self.register.organisations if own not in self._nodes and own not in self._names]
        if unread:
            self.notes.of().add("organisations-left", count=len(unread))

    def _file_name(self, file: Path) -> str:
        root = self.folder.parent.parent
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name


def _is_newer(ours: Record, modified: str) -> bool:
    """Whether the register has changed after the day on which ours was checked."""
    return bool(modified) and (ours.verified is None or modified > ours.verified.isoformat())


def _is_same(one: Node, other: Node) -> bool:
    def said(node: Node) -> dict[str, Any]:
        return {
            key: value for key, value in node.plain().items() if key not in {"service", "serviceChannel", "modified"}
        }

    return str(said(one)) == str(said(other)) or not said(other)


def _text(value: Mapping[str, Any], key: str) -> str:
    found = value.get(key)
    return found.strip() if isinstance(found, str) else ""


def _finnish_name(values: Mapping[str, Any]) -> str:
    """The Finnish name of an organisation as it was saved."""
    names = values.get("organizationNames")
    told = [each for each in names if isinstance(each, dict)] if isinstance(names, list) else []
    found = [
        _text(each, "value") for each in told if each.get("language") == "fi" and each.get("type") in ("Name", None)
    ]
    return next((" ".join(name.split()) for name in found if name), "")
