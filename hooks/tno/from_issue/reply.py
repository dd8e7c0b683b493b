"""What is answered to an issue, in Finnish. Whatever somebody wrote is shown as code or with its marks escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tno.from_issue.issue import Trouble
from tno.safe_markdown import code, words

MOST_TOLD = 20
"""How many troubles one answer tells."""


def change_told(files: Iterable[str], notes: Sequence[str], about: str = "") -> str:
    """That a change was made and checked."""
    named = ", ".join(code(file) for file in files)
    parts = [
        f"Kiitos. Ilmoituksesta tehtiin muutosehdotus. {about}".strip(),
        f"Tiedosto: {named}. Se läpäisi tarkistuksen.",
    ]
    if notes:
        parts += ["Tarkistus huomautti vielä näistä. Ne eivät estä julkaisua:", _listed(map(words, notes))]
    parts.append(
        "Ylläpitäjä katsoo ehdotuksen. Kun hän hyväksyy sen, tieto näkyy sivustolla muutaman minuutin kuluttua. "
        "Jos haluat vielä muuttaa jotain, muokkaa ilmoitustasi: ehdotus tehdään uudelleen."
    )
    return "\n\n".join(parts) + "\n"


def mend_told(troubles: Sequence[Trouble]) -> str:
    """What is missing or wrong, and how to mend it."""
    shown = [f"**{words(trouble.label)}**: {words(trouble.sentence)}" for trouble in troubles[:MOST_TOLD]]
    rest = len(troubles) - MOST_TOLD
    more = [f"Lisäksi {rest} muuta kohtaa. Ne kerrotaan, kun nämä on korjattu."] if rest > 0 else []
    return "\n\n".join(
        [
            "Kiitos ilmoituksesta. Siitä ei voitu vielä tehdä muutosta. Korjaa nämä kohdat:",
            _listed(shown),
            *more,
            "Näin korjaat: avaa ilmoituksen kolmen pisteen valikko, valitse **Edit** (muokkaa), korjaa vastaus "
            "otsikkonsa alle ja tallenna. Ilmoitus luetaan heti uudelleen. Jos et saa tätä korjattua, se ei haittaa: "
            "ylläpitäjä näkee ilmoituksen ja jatkaa siitä.",
        ]
    ) + "\n"  # fmt: skip


def people_told(why: str) -> str:
    """That people take it from here, and why no change was made by itself."""
    return (
        f"Kiitos ilmoituksesta. {why}\n\nYlläpitäjä lukee ilmoituksen ja tekee muutoksen. Sinun ei tarvitse "
        "tehdä mitään. Jos ylläpitäjä tarvitsee lisätietoja, hän kysyy niitä tässä.\n"
    )


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
