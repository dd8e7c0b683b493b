"""What an agreement changed, in words: who came and went, tasks side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from tno.frozen import frozen
from tno.model import agreement_changes as model
from tno.model.agreement_changes import PartyChange, Task, TaskChange
from tno.model.localised import Foreign
from tno.model.rewording import Run, runs
from tno.records import Agreement, Group, Organisation, Record
from tno.views.link import Link
from tno.views.scene import Scene

MARKS = {
    "in": "add", "out": "del", "succeeded": "mod", "elsewhere": "mod",
    "added": "add", "dropped": "del", "moved": "mod", "reworded": "mod",
}  # fmt: skip
"""Kind of change → how its row is marked (`parts.changes`)."""


@frozen
class PartyLine:
    """What became of a party: one row."""

    mark: str
    """add, del or mod."""
    word: str
    """"Uusi osapuoli"."""
    link: Link
    before_word: str
    """Said before `link` when others took its place, or empty."""
    others_word: str
    """What `others` are to it, or empty."""
    others: tuple[Link, ...]


@frozen
class TaskLine:
    """What became of a task: one row, of two columns when its words changed."""

    mark: str
    word: str
    text: Markup
    """The task; of one that was reworded, as it is now, new words marked."""
    before: Markup
    """As it was, words that went marked; empty unless it was reworded."""
    group: Link | None
    """Whose task it is now, or was."""
    former_group: Link | None
    """Whose it was, when that changed."""
    others: tuple[Link, ...]
    """Agreements in which it goes on."""


@frozen
class ChangesView:
    """What changed from the agreements before."""

    before: tuple[Link, ...]
    parties: tuple[PartyLine, ...]
    tasks: tuple[TaskLine, ...]
    notes: tuple[str, ...]
    """What cannot be told, and why; that nothing changed."""


def changes_view(scene: Scene, agreement: Agreement) -> ChangesView | None:
    """What `agreement` changed; None when it took the place of none."""
    network = scene.facts.network
    found = model.changes(network, network.find(Agreement, agreement.key) or agreement)
    if found is None:
        return None
    w = scene.w
    notes = []
    if not (found.knows_parties or found.parties or found.knows_tasks):
        notes += [*_party_numbers(scene, agreement, found.before), w.agreement_nothing_to_compare]
    elif not found.knows_parties:
        notes.append(w.agreement_parties_unknown)
    elif not found.parties:
        notes.append(w.agreement_parties_same)
    if not found.knows_tasks and w.agreement_nothing_to_compare not in notes:
        notes.append(w.agreement_tasks_unknown)
    elif found.knows_tasks and not found.tasks:
        notes.append(w.agreement_tasks_same)
    return ChangesView(
        before=_links(scene, agreement, Agreement, [each.key for each in found.before]),
        parties=tuple(_party_lines(scene, agreement, found.parties)),
        tasks=tuple(_task_line(scene, agreement, each) for each in found.tasks),
        notes=tuple(notes),
    )


def _party_numbers(scene: Scene, agreement: Agreement, before: Sequence[Agreement]) -> list[str]:
    """How many parties there were and are, when both numbers are known."""
    known = [each.party_count or len(each.parties) for each in (agreement, *before)]
    if len(known) != 2 or not all(known):
        return []
    return [scene.w.agreement_party_numbers.format(now=known[0], before=known[1])]


def _links(scene: Scene, agreement: Agreement, kind: type[Record], keys: Sequence[str]) -> tuple[Link, ...]:
    records = (scene.network.find(kind, key) for key in keys)
    return tuple(scene.link_from(agreement, record) for record in records if record)


def _party_lines(scene: Scene, agreement: Agreement, found: Sequence[PartyChange]) -> Iterator[PartyLine]:
    w = scene.w
    for change in found:
        link = _links(scene, agreement, Organisation, [change.organisation])
        kind = Agreement if change.kind == model.ELSEWHERE else Organisation
        if link:
            yield PartyLine(
                mark=MARKS[change.kind],
                word=w[f"agreement_party_{change.kind}"],
                link=link[0],
                before_word=w.agreement_before if change.kind == model.SUCCEEDED else "",
                others_word=w[f"agreement_party_{change.kind}_others"] if change.others else "",
                others=_links(scene, agreement, kind, change.others),
            )


def _task_line(scene: Scene, agreement: Agreement, change: TaskChange) -> TaskLine:
    before, after = (_text(scene, task) if task else "" for task in (change.before, change.after))
    now, was = change.after or change.before, change.before
    group, former = (_group(scene, agreement, task) if task else None for task in (now, was))
    old, new = Markup(""), escape(after or before)
    if change.kind == model.REWORDED:
        old, new = escape(before), escape(after)
        if isinstance(before, Foreign) == isinstance(after, Foreign):
            old, new = _marked(scene, before, after)
    return TaskLine(
        mark=MARKS[change.kind],
        word=scene.w[f"agreement_task_{change.kind}"],
        text=new,
        before=old,
        group=group,
        former_group=former if former and group and former.address != group.address else None,
        others=_links(scene, agreement, Agreement, change.others),
    )


def _text(scene: Scene, task: Task) -> str:
    """A task in the language of the page."""
    agreement = scene.network.find(Agreement, task.agreement)
    group, place = task.place
    return agreement.group_tasks[group].tasks[place] if agreement else task.text


def _group(scene: Scene, agreement: Agreement, task: Task) -> Link | None:
    group = scene.network.find(Group, task.group)
    return scene.link_from(agreement, group) if group else None


def _marked(scene: Scene, before: str, after: str) -> tuple[Markup, Markup]:
    """Both wordings, the words of one alone in <del> and <ins>: struck through, underlined, and said."""
    left, right = runs(str.__str__(before), str.__str__(after))
    old = _in_marks(left, "del", scene.w.agreement_word_gone)
    new = _in_marks(right, "ins", scene.w.agreement_word_new)
    if isinstance(before, Foreign):
        span = Markup('<span lang="{}">{}</span>')
        return span.format(before.language, old), span.format(before.language, new)
    return old, new


def _in_marks(found: Sequence[Run], tag: str, word: str) -> Markup:
    mark = Markup(f'<{tag}><span class="t-vh">{{}} </span>{{}}</{tag}>{{}}')
    parts = []
    for run in found:
        words = run.text.rstrip()
        space = run.text[len(words) :]
        parts.append(mark.format(word, words, space) if run.is_changed else escape(run.text))
    return Markup("").join(parts)


def changes_made_of(scene: Scene, agreement: Agreement) -> list[Record | None]:
    """Records that `changes_view` reads besides the chain of the agreement."""
    network = scene.network
    before = model.predecessors(network, agreement)
    keys = dict.fromkeys(party.organisation for each in before for party in each.parties)
    every = [*keys, *(heir for key in keys for heir in model.successors_of(network, key))]
    groups = (item.group for each in before for item in each.group_tasks)
    return [*(network.find(Organisation, key) for key in every), *(network.find(Group, key) for key in groups)]
