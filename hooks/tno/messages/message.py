"""The form of a message: what is wrong, what to do, in two languages."""

from __future__ import annotations

from tno.frozen import frozen
from tno.problem import Severity


@frozen
class Message:
    """One problem code in words. Texts hold `{placeholders}` filled from `Problem.data`."""

    fi: str
    """What is wrong, the value quoted, what was expected with an example. One to three short sentences."""
    en: str
    hint_fi: str = ""
    """What to do next, if `fi` does not already say it."""
    hint_en: str = ""
    severity: Severity = Severity.ERROR


def warning(fi: str, en: str, hint_fi: str = "", hint_en: str = "") -> Message:
    """A message that is shown and never stops publishing."""
    return Message(fi, en, hint_fi, hint_en, Severity.WARNING)
