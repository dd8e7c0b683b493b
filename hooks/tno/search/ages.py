"""How old people are: whom a service is for, and whom a question is about.

A question that says "eläkeläinen" or "17-vuotias" is not answered first with what serves another age. Ages come from
the limits that a service tells, else from its target groups; words of a question from `regions/finland/everyday.yml`
(leads that begin with `ika/`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tno.country.everyday import AGE, Everyday
from tno.records import Event, Service
from tno.search.forms import Forms
from tno.search.steps import steps
from tno.search.vocabulary import words_in

if TYPE_CHECKING:
    from tno.search.document import SearchDocument

Ages = tuple[int, int]
"""The youngest and the oldest, both included."""
OLDEST = 99
ANY: Ages = (0, OLDEST)
OF_GROUPS: Mapping[str, Ages] = {
    "perusopetuksen-paattavat": (13, 17),
    "nuoret": (13, 29),
    "alle-30": (13, 29),
    "ikaantyneet": (55, OLDEST),
    "aikuiset": (18, OLDEST),
    "opiskelijat": (15, 60),
    "opiskelijaksi-hakevat": (15, 60),
    "tyottomat": (16, 67),
    "pitkaaikaistyottomat": (18, 67),
    "tyossa-olevat": (16, 67),
    "alanvaihtajat": (18, 67),
}
WITH_OTHERS = frozenset(("huoltajat", "lapsiperheet"))
"""Groups that tell nothing of the age of those whom a service helps with them."""


def ages_of(record: Service | Event) -> Ages | None:
    """The youngest and the oldest whom a service or an event is for; None when it is for any age."""
    groups = [OF_GROUPS.get(group, ANY) for group in record.target_groups if group not in WITH_OTHERS]
    least, most = min((each[0] for each in groups), default=0), max((each[1] for each in groups), default=OLDEST)
    if type(record) is Service and (fit := record.eligibility):
        least = least if fit.age_min is None else fit.age_min
        most = most if fit.age_max is None else fit.age_max
    return None if (least, most) == ANY else (least, most)


def told_ages(found: Sequence[SearchDocument]) -> dict[str, str]:
    """ "13-29" → documents for these ages, by steps."""
    return _by_ages((document.ages, number) for number, document in enumerate(found) if document.ages)


def guides(found: Sequence[SearchDocument]) -> dict[str, str]:
    """ "13-29" → documents of services where people of these ages may come with anything, by steps."""
    return _by_ages((document.ages or ANY, number) for number, document in enumerate(found) if document.guides)


def _by_ages(told: Iterable[tuple[Ages, int]]) -> dict[str, str]:
    numbers = defaultdict[Ages, list[int]](list)
    for ages, number in told:
        numbers[ages].append(number)
    return {f"{least}-{most}": steps(numbers[least, most]) for least, most in sorted(numbers)}


def words_of_ages(matters: Iterable[Everyday], language: str, forms: Forms) -> dict[str, str]:
    """ "63-99" → keys of the words that say that somebody is so old."""
    keys = defaultdict[str, dict[str, None]](dict)
    for each in matters:
        for lead in each.leads:
            room, _, ages = lead.partition("/")
            if room == AGE:
                words = (word for text in each.said.get(language, ()) for word in words_in(text))
                keys[ages].update(dict.fromkeys(map(forms.key, words)))
    return {ages: " ".join(words) for ages, words in keys.items() if words}
