"""One way to write a record: keys in the order of its fields, words and numbers in their usual form.

Only what is sure is changed. Comments, prose, quotation marks and blank lines stay as somebody wrote them.
"""

from __future__ import annotations

from tno.formatting.file import Formatted, Formatter

__all__ = ["Formatted", "Formatter"]
