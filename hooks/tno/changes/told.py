"""A change told in one comment: what changes for citizens, what must be mended, where one can look.

Needs nothing that is installed. What it tells may come from anybody's pull request, so every text is shown as code or
with its marks escaped, whatever is longer than it may be is cut, and what is of another form is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tno.safe_markdown import code, words

MOST_LETTERS = 30_000
"""Of what changes. The forge takes 65,536 in a comment."""
MOST_CHANGES, MOST_FACTS, MOST_PROBLEMS = 60, 12, 30
VALUE = 160
"""Letters of a value."""
HEADS = {"muuttuu": "Muuttuu", "uusi": "Uusi", "poistuu": "Poistuu"}
TEXTS = {"what", "kind", "name", "region", "address"}
MEMBERS = "Vain jäsenille"


class NotAChangeError(ValueError):
    """What was given does not tell of a change."""


def told(described: Any, preview: str = "") -> str:
    """The comment.

    Args:
        described: as `tno.changes.described` gives it, read from JSON.
        preview: address of the site as it would be; ours, never from `described`.
    Raises:
        NotAChangeError: `described` has another form.
    """
    changes, problems, other_files = _checked(described)
    lines = ["## Mikä muuttuu", "", _summary(changes, other_files), ""]
    for change in changes[:MOST_CHANGES]:
        lines += [*_change(change), ""]
    if len(changes) > MOST_CHANGES:
        lines += [f"Lisäksi muuttuu {len(changes) - MOST_CHANGES} muuta kohdetta.", ""]
    changed, mend = _cut("\n".join(lines)), "\n".join(_problems(problems))
    parts = [mend, changed] if any(map(_is_error, problems)) else [changed, mend]
    return "\n\n".join([*(part.rstrip() for part in parts), "\n".join(_preview(preview, problems))]) + "\n"


def _cut(text: str) -> str:
    """`text` without the lines that no longer fit."""
    if len(text) <= MOST_LETTERS:
        return text
    return text[: text.rfind("\n", 0, MOST_LETTERS)] + "\n\nLoppuja ei näytetä: muutos on hyvin suuri.\n"


def _summary(changes: Sequence[Mapping[str, Any]], other_files: int) -> str:
    if not changes and not other_files:
        return "Sivuston tiedot eivät muutu."
    if not changes:
        return f"Sivuston tiedot eivät muutu. Muita tiedostoja muuttuu {other_files}."
    counts = {what: sum(change["what"] == what for change in changes) for what in HEADS}
    told = [
        f"{name.lower()} {counts[what]}"
        for what, name in (("uusi", "uusia"), ("muuttuu", "muuttuu"), ("poistuu", "poistuu"))
    ]
    more = f" Muita tiedostoja muuttuu {other_files}." if other_files else ""
    return f"Kohteita: {', '.join(told)}.{more}"


def _change(change: Mapping[str, Any]) -> Iterator[str]:
    members = f" {MEMBERS}." if change["for_members"] else ""
    where = f", sivu {code(change['address'])}" if change["address"] else ""
    head = f"**{HEADS[change['what']]}: {words(change['kind'], 40)}** {code(change['name'], 120)}"
    yield f"{head}, {words(change['region'], 60)}{where}.{members}"
    facts = change["facts"]
    if facts:
        yield ""
    for fact in facts[:MOST_FACTS]:
        field, before, after = (fact[key] for key in ("field", "before", "after"))
        if change["what"] == "uusi":
            yield f"- {words(field, 120)}: {code(after, VALUE)}"
        else:
            yield f"- {words(field, 120)}: {code(before, VALUE)} → {code(after, VALUE)}"
    if len(facts) > MOST_FACTS:
        yield f"- ja {len(facts) - MOST_FACTS} muuta tietoa"


def _problems(problems: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    errors = [problem for problem in problems if _is_error(problem)]
    warnings = [problem for problem in problems if not _is_error(problem)]
    yield "## Mitä pitää korjata"
    yield ""
    if not errors:
        yield "Ei mitään. Tiedot läpäisivät tarkistuksen."
    for problem in errors[:MOST_PROBLEMS]:
        yield _problem(problem)
    if len(errors) > MOST_PROBLEMS:
        yield f"- ja {len(errors) - MOST_PROBLEMS} muuta virhettä"
    if errors:
        yield ""
        yield "Samat huomiot ovat välilehdellä *Files changed* omilla riveillään."
        yield "Korjaa ja tallenna: tämä viesti päivittyy."
    if warnings:
        yield ""
        yield f"Huomautuksia, jotka eivät estä julkaisua: {len(warnings)}."
        yield ""
        yield from map(_problem, warnings[:MOST_PROBLEMS])


def _is_error(problem: Mapping[str, Any]) -> bool:
    return bool(problem["severity"] == "error")


def _problem(problem: Mapping[str, Any]) -> str:
    return f"- {code(problem['file'], 200)}, rivi {problem['line']}: {words(problem['message'], 500)}"


def _preview(address: str, problems: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "## Miltä se näyttää"
    yield ""
    if address:
        yield f"[Lataa sivusto sellaisena kuin se olisi]({address}). Pura paketti kansioon, anna kansiossa komento"
        yield "`python3 -m http.server` ja avaa selaimessa osoite `http://localhost:8000`."
    elif any(map(_is_error, problems)):
        yield "Sivusto kootaan katsottavaksi, kun virheet on korjattu."
    else:
        yield "Sivustoa ei ole vielä koottu."


# --- of the right form ------------------------------------------------------------------------------------------------


def _checked(described: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    if not isinstance(described, dict) or set(described) != {"changes", "problems", "other_files"}:
        raise NotAChangeError("other parts")
    changes, problems, files = described["changes"], described["problems"], described["other_files"]
    if type(files) is not int or not 0 <= files < 1_000_000:
        raise NotAChangeError("other_files")
    if not isinstance(changes, list) or not all(map(_is_change, changes)):
        raise NotAChangeError("changes")
    if not isinstance(problems, list) or not all(map(_is_problem, problems)):
        raise NotAChangeError("problems")
    return changes, problems, files


def _is_change(change: Any) -> bool:
    return (
        isinstance(change, dict)
        and set(change) == TEXTS | {"facts", "for_members"}
        and all(isinstance(change[key], str) for key in TEXTS)
        and change["what"] in HEADS
        and isinstance(change["for_members"], bool)
        and isinstance(change["facts"], list)
        and all(_has_texts(fact, {"field", "before", "after"}) for fact in change["facts"])
    )


def _is_problem(problem: Any) -> bool:
    line = problem.get("line") if isinstance(problem, dict) else None
    return (
        type(line) is int and 0 <= line < 10_000_000 and _has_texts(problem, {"file", "severity", "message"}, {"line"})
    )


def _has_texts(value: Any, texts: set[str], others: frozenset[str] | set[str] = frozenset()) -> bool:
    return (
        isinstance(value, dict) and set(value) == texts | others and all(isinstance(value[key], str) for key in texts)
    )
