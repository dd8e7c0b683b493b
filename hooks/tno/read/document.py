"""A YAML text that reads without an error: its values, and where each is written."""

from __future__ import annotations

from typing import Any

from tno.read.yaml_events import Builder, Event, Member, Value


class Document:
    """One YAML text with the events its values were made of. Only for texts that read without an error."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._builder = Builder(text, places=True)
        self.data: Value = self._builder.document()

    def members(self, container: Value) -> dict[Any, Member]:
        """Key or index → events of a mapping's or a list's values, in the order of the text."""
        return (self._builder.members or {}).get(id(container), {})

    def is_flow(self, member: Member) -> bool:
        """Whether a value is a mapping or a list in brackets."""
        return bool(getattr(member.value, "flow_style", False))

    def end_of_brackets(self, event: Event) -> int:
        """Where a mapping or a list in brackets ends that begins with `event`."""
        return self._builder.ends[event.start_mark.index]

    @property
    def root(self) -> Member:
        """The event of the whole."""
        return Member(None, self._builder.root)

    def start(self, member: Member) -> int:
        """Where a key begins, or an item of a list."""
        event = member.value if member.key is None else member.key
        return int(event.start_mark.index)

    def end(self, member: Member, value: Value) -> int:
        """Where what is written of a value ends; blank lines and comments after it do not count."""
        if not hasattr(member.value, "flow_style"):
            return int(member.value.end_mark.index)
        if self.is_flow(member):
            return self.end_of_brackets(member.value)
        step, last = list(self.members(value).items())[-1]
        return self.end(last, value[step])  # type: ignore[index]
