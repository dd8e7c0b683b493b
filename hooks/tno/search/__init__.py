"""The search of the pages: words as people type them, an index in small parts, one ranking run everywhere."""

from pathlib import Path

RANKING = Path(__file__).parents[3] / "docs" / "assets" / "javascripts" / "ranking.js"
"""The script that the pages ask, and the audit too."""
