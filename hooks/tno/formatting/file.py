"""One file put into its usual form: bytes in, bytes out, or what keeps it from being read."""

from __future__ import annotations

from tno.content import ContentFile
from tno.formatting.keys import with_keys_in_order
from tno.formatting.spelling import Spellings
from tno.formatting.values import usual, with_usual_values
from tno.frozen import frozen
from tno.problem import Problem, Severity
from tno.read import Value, front_matter_span, parse_markdown, parse_yaml
from tno.read.document import Document
from tno.read.source import decoded
from tno.records import Translation
from tno.records.base import Part
from tno.report import severity_of

_BOM = b"\xef\xbb\xbf"


@frozen
class Formatted:
    """What came of a file."""

    data: bytes
    """The file's bytes; as they were when there are problems."""
    problems: tuple[Problem, ...] = ()
    """Why the file cannot be read; it is left as it was."""


@frozen
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
        errors = [each for each in (*problems, *_problems(source.text, file)) if severity_of(each) is Severity.ERROR]
        if errors:
            return Formatted(data, tuple(errors))
        start, end = (0, len(source.text)) if _is_yaml(file) else front_matter_span(source.text)
        facts = self.text(source.text[start:end], Translation if file.language else file.kind.model)
        text = source.text[:start] + facts + source.text[end:]
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


def _is_yaml(file: ContentFile) -> bool:
    return not file.name.endswith(".md")


def _problems(text: str, file: ContentFile) -> list[Problem]:
    """Why the text cannot be read; a region's introduction may be prose alone."""
    if _is_yaml(file):
        return parse_yaml(text, file.name).problems
    is_prose = file.kind.name == "region" and not text.startswith("---")
    return [] if is_prose else parse_markdown(text, file.name).problems


def _is_mixed(data: bytes) -> bool:
    returns = data.count(b"\r\n")
    return 0 < returns < data.count(b"\n")


def _encoded(text: str, before: bytes) -> bytes:
    """`text` with the mark and the line ends that the file had."""
    if b"\r\n" in before and not _is_mixed(before):
        text = text.replace("\n", "\r\n")
    return (_BOM if before.startswith(_BOM) else b"") + text.encode("utf-8")
