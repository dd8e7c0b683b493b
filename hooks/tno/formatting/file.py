"""One file put into its usual form: bytes in, bytes out, or what keeps it from being read."""

from __future__ import annotations

from dataclasses import dataclass

from tno.content import ContentFile
from tno.formatting.keys import with_keys_in_order
from tno.formatting.spelling import Spellings
from tno.formatting.values import usual, with_usual_values
from tno.formatting.walk import Document
from tno.problem import Problem, Severity
from tno.read import Value, parse_markdown, parse_yaml
from tno.read.source import decoded
from tno.records import Translation
from tno.records.base import Part
from tno.report import severity_of

_BOM = b"\xef\xbb\xbf"
_FRONT = "---"


@dataclass(frozen=True, slots=True)
class Formatted:
    """What came of a file."""

    data: bytes
    """The file's bytes; as they were when there are problems."""
    problems: tuple[Problem, ...] = ()
    """Why the file cannot be read; it is left as it was."""


@dataclass(frozen=True)
class Formatter:
    """Puts files into their usual form."""

    spellings: Spellings

    def formatted(self, data: bytes, file: ContentFile) -> Formatted:
        """The file's bytes in their usual form.

        A byte order mark and the line ends CRLF stay; where both line ends are mixed, all become LF.
        """
        source, problems = decoded(data, file.name)
        if source is None:
            return Formatted(data, tuple(problems))
        begin, front, rest = _parts(source.text, file)
        found = _problems(source.text, file) if front else []
        errors = [each for each in (*problems, *found) if severity_of(each) is Severity.ERROR]
        if errors:
            return Formatted(data, tuple(errors))
        text = begin + self.text(front, Translation if file.language else file.kind.model) + rest
        return Formatted(data if text == source.text and not _is_mixed(data) else _encoded(text, data))

    def text(self, text: str, model: type[Part]) -> str:
        """YAML that reads without an error, in its usual form."""
        before = Document(text).data
        if not isinstance(before, dict | list):
            return text
        changed = with_usual_values(text, model, self.spellings)
        if changed != text and self._usual(Document(changed).data, model) != self._usual(before, model):
            changed = text  # rather as it was than something else
        return with_keys_in_order(changed, model)

    def _usual(self, data: Value, model: type[Part]) -> Value:
        return usual(data, model, self.spellings)


def _problems(text: str, file: ContentFile) -> list[Problem]:
    return (parse_markdown if file.name.endswith(".md") else parse_yaml)(text, file.name).problems


def _parts(text: str, file: ContentFile) -> tuple[str, str, str]:
    """What stands before the facts, the facts as YAML, and the rest; prose alone has no facts."""
    if not file.name.endswith(".md"):
        return "", text, ""
    if not text.startswith(_FRONT) and file.kind.name == "region":
        return "", "", text
    lines = text.splitlines(keepends=True)
    last = max(parse_markdown(text, file.name).body_line - 2, 1)
    return lines[0], "".join(lines[1:last]) or text, "".join(lines[last:])


def _is_mixed(data: bytes) -> bool:
    returns = data.count(b"\r\n")
    return 0 < returns < data.count(b"\n")


def _encoded(text: str, before: bytes) -> bytes:
    """`text` with the mark and the line ends that the file had."""
    if b"\r\n" in before and not _is_mixed(before):
        text = text.replace("\n", "\r\n")
    return (_BOM if before.startswith(_BOM) else b"") + text.encode("utf-8")
