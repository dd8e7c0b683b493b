"""Questions of the findability audit lead to records and pages that are there, and each is asked once."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tno.addresses import ROOMS, address_of
from tno.load import Asked, Loaded
from tno.model.left_out import FAULTY, MEMBERS_ONLY, LeftOut
from tno.model.network import Network
from tno.problem import Fault, Problem
from tno.records import KINDS

EMERGENCY = "hata/"
TERMS = {"aiheet": "service_topic", "elamantilanteet": "life_situation"}
"""Room → vocabulary whose terms have pages in it."""


def question_problems(loaded: Loaded) -> list[Problem]:
    """Everything wrong with the questions of all regions."""
    if not loaded.questions:
        return []
    answers, asked = Answers(loaded.network), dict[tuple[str, str, str], Asked]()
    found = []
    for each in loaded.questions:
        for fault in (*_dead(each, answers, loaded.left_out), *_twice(each, asked)):
            found.append(loaded.places.problem_in(each.file, each.path, fault))
    return found


class Answers:
    """What `finds` may name: ids of records, addresses of pages."""

    def __init__(self, network: Network) -> None:
        self.by_key: dict[str, list[str]] = {}
        """`region/id` → addresses of the pages of that id, one for each kind of record."""
        self.pages = {EMERGENCY}
        for name, kind in KINDS.items():
            for key, record in network.all_of(kind.model).items() if name in ROOMS else ():
                self.by_key.setdefault(key, []).append(address_of(record))
        self.pages |= {address for addresses in self.by_key.values() for address in addresses}
        self.pages |= {f"kunnat/{slug}/" for slug in network.country.by_slug}
        for room, vocabulary in TERMS.items():
            self.pages |= {f"{room}/{term.id}/" for term in network.vocabularies[vocabulary]}
        for region in network.regions.values():
            self.pages.add(f"{region.id}/")
            self.pages |= {f"{region.id}/alueet/{sub_area.id}/" for sub_area in region.profile.sub_areas}
            self.pages |= {f"{region.id}/{room.partition('/')[0]}/" for room in ROOMS.values()}

    def addresses(self, region: str, name: str) -> list[str]:
        """Addresses that `name` of a question of `region` means, empty when there is no such thing."""
        if name.startswith("/"):
            return [name[1:]] if name[1:] in self.pages else []
        return self.by_key.get(name if "/" in name else f"{region}/{name}", [])


def _dead(asked: Asked, answers: Answers, left_out: LeftOut) -> Iterator[Fault]:
    for index, name in enumerate(asked.question.finds):
        if answers.addresses(asked.file.region, name):
            continue
        key = name if "/" in name else f"{asked.file.region}/{name}"
        reasons = {reason for (_, known), reason in left_out.items() if known == key}
        if FAULTY in reasons:
            continue  # its own faults are told
        if MEMBERS_ONLY in reasons:
            yield Fault("reference-for-members", ("finds", index), {"value": name})
        else:
            yield Fault("question-finds-unknown", ("finds", index), {"value": name} | _near(asked, name, answers))


def _near(asked: Asked, name: str, answers: Answers) -> dict[str, str]:
    if name.startswith("/"):
        near = get_close_matches(name[1:], sorted(answers.pages), n=1, cutoff=0.75)
        return {"suggestion": f"/{near[0]}"} if near else {}
    region = f"{asked.file.region}/"
    own = sorted(key.removeprefix(region) for key in answers.by_key if key.startswith(region))
    near = get_close_matches(name, own, n=1, cutoff=0.75)
    return {"suggestion": near[0]} if near else {}


def _twice(asked: Asked, known: dict[tuple[str, str, str], Asked]) -> Iterator[Fault]:
    question = asked.question
    key = asked.file.region, question.language, " ".join(question.question.casefold().split())
    if key in known:
        number = int(known[key].path[0]) + 1 if known[key].path else 1
        yield Fault("question-twice", ("question",), {"value": question.question, "number": str(number)})
    known.setdefault(key, asked)
