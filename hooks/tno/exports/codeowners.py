"""CODEOWNERS: whom the forge asks to review a change, from `reviewers` of each region.

Source: docs.github.com, "About code owners". The last line that fits a file counts; the file is in `.github/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

FILE = ".github/CODEOWNERS"
_HEAD = """\
# Keneltä pyydetään tarkastus, kun alueen sisältö muuttuu.
# Tämän tekee komento `tno codeowners` alueiden tiedostoista region.yml, kohdasta reviewers. Älä muokkaa tätä käsin.
# Ryhmän pitää olla GitHubissa, ja sillä pitää olla kirjoitusoikeus.
"""
_NOBODY = "# Yhdelläkään alueella ei ole vielä tarkastajia.\n"


def codeowners(reviewers: Mapping[str, Iterable[str]]) -> str:
    """The file's text.

    Args:
        reviewers: region → teams as `@organisation/team`; regions without any have no line.
    """
    lines = [f"/regions/{region}/ {' '.join(teams)}\n" for region, teams in sorted(reviewers.items()) if teams]
    return _HEAD + ("".join(lines) or _NOBODY)
