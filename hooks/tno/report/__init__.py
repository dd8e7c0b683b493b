"""Problems shown: as text for a terminal, as annotations on a pull request, as JSON.

A problem is data until it comes here. Nothing in it may change the form of what is printed: values come from
content that anybody may have written.
"""

from __future__ import annotations

from tno.report.excerpt import LinesOf, SourceLines
from tno.report.github import github_report
from tno.report.json import json_report
from tno.report.text import Piece, Row, plain, report_rows, text_report
from tno.report.words import Languages, errors_elsewhere, hint_of, message_of, severity_of, sorted_problems, summary

__all__ = [
    "Languages",
    "LinesOf",
    "Piece",
    "Row",
    "SourceLines",
    "errors_elsewhere",
    "github_report",
    "hint_of",
    "json_report",
    "message_of",
    "plain",
    "report_rows",
    "severity_of",
    "sorted_problems",
    "summary",
    "text_report",
]
