"""Which services answer a first step: somebody who says who they are and what they need, best first.

A service fits when it is for such people (or for everybody) and helps in such a situation or matter, or when they may
bring any matter there. What a service names first tells most of it; a group of one's own tells more than
"everybody", the first group more than the last, few groups more than many; and somebody who answers always counts.
What is for a narrow situation that the asker has told, as who they are, is made for them: it comes before what is for
anybody. A situation that they would have told keeps a service away, and less so one for such people as they are.

Before any of that: what is for others first (`FirstSteps.narrow_groups`), what rests this season, what one cannot come
to by oneself, what is about another matter in the same situation and what is not given in the asker's language comes
after all that is not so (`SETBACK`). Lines for danger
are not where somebody who looks for a beginning is sent: they have a page of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tno.country.first_steps import MOST_YEARS, FirstSteps, Need, Who
from tno.records import Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.records.spans import DAY_MIN, Span

FOR_ALL = "kaikki"
GIVEN_NOW = "voimassa"
ALL_DAY = (Span(0, DAY_MIN),)
START, SETBACK = 400, 70
"""What fits at all is worth something, and a setback is more than all that speaks for a service."""
SITUATION, FIRST_SITUATION, CHIEF_TOPIC, FIRST_TOPIC, TOPIC, SAME_MATTER = 3, 2, 10, 5, 2, 6
ANYTHING, NAMED = 8, 3
"""An Ohjaamo helps its people at least so much with whatever they bring, and more with what it names: which of its
topics stands first tells little."""
MOST_FURTHER = 2
"""A topic asked for besides the one that counts is worth 1, so many of them at most."""
MOST_OTHER = 2
"""Each situation that has not been told takes 1 from what helps in one that has, so many at most."""
SAID, UNSAID = 6, 6
"""What is for a narrow situation is worth so much more to those who have told it as who they are, and so much less to
others when it is for such people all the same."""
OWN_GROUP, CHIEF_GROUP, MOSTLY_OWN, EVERYBODY, ALSO_GROUP, CHIEF_ALSO, ADVISES, TRAINS = 4, 3, 1, 2, 1, 1, 2, 1
FOR_OTHERS_FIRST, MADE_FOR = 4, 8
"""What names others before such people is for those others first. Where it is for the very situation first they are
sent there too, before what only names them: who has no money at eighteen is helped where the adults of the area are."""
BY_TELEPHONE, BY_CHAT, BY_PERSON = 3, 2, 1
TONIGHT = 20
"""A telephone answered day and night is worth so much to a need that cannot wait: more than a group of one's own."""
OTHER_TONGUE = 4
"""A service is first for the speakers of the other national language."""
TAUGHT = frozenset({"koulutus", "hakeutuminen", "opinto-ohjaus"})
"""Topics of which a service that names Swedish first tells what one learns in Swedish."""
NEAR = 2
"""A service of one's own area is worth so much more than one of the whole country."""
FEWEST = 3
"""Of fewer answers than this, what has a setback is shown too, but not more than this."""
FAINT = 10
"""What is worth so much less than the one before it, after two, is not among the first, but for the fewest: five are
told only if five fit."""
NATIONAL_LANGUAGES = ("fi", "sv")
EASY_FINNISH = "selkosuomi"
ANY_MATTER = "palvelupiste"
"""The role of an Ohjaamo in which people of its groups may bring any matter."""
MANY_TOPICS = 3
_DANGER = frozenset({"hyvinvointi"})
_ADVICE = frozenset({"neuvonta", "ohjaus", "palveluohjaus"})
_TRAINING = frozenset({"valmennus", "koulutus"})
_BY_SENDER = "ammattilainen"
_UNMANNED = frozenset({"verkkosivu", "verkkoasiointi", "lomake", "sahkoposti", "tekstiviesti"})
_MEETING = frozenset({"palvelupaikka", "videovastaanotto", "takaisinsoitto", "liikkuva-palvelu"})

Groups = tuple[str, ...]
Opens = Callable[[Hours], bool]
"""Whether hours open at all in the days that pages know of."""


class _Pair(NamedTuple):
    """What is asked of services for a who and a need."""

    number: int
    who: Who
    need: Need
    own: frozenset[str]
    """Groups the asker is in, by who they are or by what they need."""
    also: frozenset[str]
    """Groups the asker may be in, or whomever they ask for."""
    said: frozenset[str]
    """Situations the asker has told."""


class Fitness:
    """How well services answer each pair of who and need."""

    def __init__(self, steps: FirstSteps, opens: Opens) -> None:
        self._opens = opens
        self._narrow_groups, self._narrow_situations = steps.narrow_groups, steps.narrow_situations
        self._pairs = [_pair_of(number, who, need) for number, who, need in steps.pairs]
        self._tonight = {pair.number for pair in self._pairs if pair.need.tonight}
        self._of_groups = cache(self._groups)
        self._of_matters = cache(self._matters)
        self._of_narrowness = cache(self._narrow)
        self._of_situation = cache(self._told)

    def of(self, service: Service) -> Iterator[tuple[int, int]]:
        """(number of a pair that the service answers, how well): the higher the better, always over 0."""
        if not is_beginning(service):
            return
        groups = self._of_groups(service.target_groups, service.life_situations[:1])
        if not groups:
            return
        matters, weak = self._of_matters(service.topics, service.life_situations)
        general, any_matter = START + general_worth(service) - self._setbacks(service), takes_any_matter(service)
        is_ohjaamo = ANY_MATTER in service.ohjaamo_roles
        narrow = self._of_narrowness(service.target_groups, service.life_situations[:1], _ages_of(service))
        told = self._of_situation(service.target_groups[0], service.life_situations[:1])
        at_night = TONIGHT * answers_at_night(service.channels)
        for number, own in groups.items():
            if (matter := matters.get(number, 0)) or any_matter:
                worth = general + own + (max(matter, ANYTHING) + NAMED * (matter > 0) if is_ohjaamo else matter)
                worth += at_night * (number in self._tonight) + told.get(number, 0)
                yield number, worth - SETBACK * (number in narrow) - SETBACK * (number in weak and not any_matter)

    def _groups(self, groups: Groups, first: Groups) -> dict[int, int]:
        """Pair of any of the groups → how much they tell that the service is for such people."""
        found: dict[int, int] = {}
        for pair in self._pairs:
            own = sum(group in pair.own for group in groups)
            if own:
                found[pair.number] = (
                    OWN_GROUP + CHIEF_GROUP * (groups[0] in pair.own) + MOSTLY_OWN * (2 * own >= len(groups))
                )
            elif FOR_ALL in groups:
                found[pair.number] = EVERYBODY
            elif not pair.also.isdisjoint(groups):
                chief = CHIEF_ALSO * (groups[0] in pair.also)
                is_asked = not set(pair.need.situations).isdisjoint(first)
                others = MADE_FOR if is_asked else -FOR_OTHERS_FIRST
                found[pair.number] = ALSO_GROUP + chief + others * (groups[0] in pair.who.others)
        return found

    def _matters(self, topics: Groups, situations: Groups) -> tuple[dict[int, int], frozenset[int]]:
        """Pair → how much what the service helps with tells of its need; and pairs it meets in a situation only."""
        found: dict[int, int] = {}
        weak = set()
        for pair in self._pairs:
            asked = pair.need.topics
            shared = sum(each in asked for each in topics)
            topic = FIRST_TOPIC if topics[0] in asked else TOPIC * (shared > 0)
            topic = CHIEF_TOPIC if topics[:1] == asked[:1] else topic
            topic += min(MOST_FURTHER, max(0, shared - 1))
            if not topic and set(pair.need.situations).isdisjoint(situations):
                continue
            told = [situation in pair.said for situation in situations]
            situation = SITUATION * any(told) + FIRST_SITUATION * any(told[:1])
            if any(told):
                situation += SAME_MATTER * (topic > 0) - min(MOST_OTHER, told.count(False))
            if worth := topic + situation:
                found[pair.number] = worth
                if asked and not topic:
                    weak.add(pair.number)
        return found, frozenset(weak)

    def _narrow(self, groups: Groups, first: Groups, ages: tuple[int, int]) -> frozenset[int]:
        """Pairs of people for whom a service is not first: they would have said so, or are mostly of other ages."""
        chief = groups[0]
        return frozenset(
            pair.number
            for pair in self._pairs
            if (chief in self._narrow_groups and chief not in pair.own)
            or (chief not in self._narrow_groups and self._is_untold(first, pair))
            or any(situation in pair.need.aside for situation in first)
            or not (self._narrow_situations & pair.said.intersection(first) or _is_for_most(ages, pair.who.ages))
            or _is_for_others(groups, pair.who)
        )

    def _told(self, chief: str, first: Groups) -> dict[int, int]:
        """Pair → what it is worth that the asker has told, or not told, the narrow situation that is first."""
        if self._narrow_situations.isdisjoint(first):
            return {}
        for_such = chief in self._narrow_groups
        return {
            pair.number: SAID if first[0] in pair.who.situations else -UNSAID
            for pair in self._pairs
            if first[0] in pair.who.situations or (for_such and self._is_untold(first, pair))
        }

    def _is_untold(self, first: Groups, pair: _Pair) -> bool:
        """Whether a situation is one that people tell, and has not been told."""
        return not pair.said.issuperset(first) and not self._narrow_situations.isdisjoint(first)

    def _setbacks(self, service: Service) -> int:
        """What is against a service, whoever asks."""
        by_sender = service.eligibility is not None and service.eligibility.referral == _BY_SENDER
        return SETBACK * by_sender + SETBACK * rests(service, self._opens)

    def best(self, services: Iterable[Service], most: int, language: str) -> dict[int, list[Service]]:
        """Number of a pair → the services that answer it best to a reader; equals in the order given."""
        found: dict[int, list[_Answer]] = {}
        for place, service in enumerate(services):
            spoken = in_language(told_languages(service), language)
            for number, worth in self.of(service):
                found.setdefault(number, []).append(_Answer(-worth - spoken, place, worth >= START, service))
        return {
            number: [each.service for each in _first(answers, most, self._pairs[number].need.danger)]
            for number, answers in found.items()
        }


class _Answer(NamedTuple):
    """A service that answers a pair. In the order of worth; no two have the same place."""

    rank: int
    place: int
    fits: bool
    """Nothing but perhaps its language is against it."""
    service: Service


def _first(found: list[_Answer], most: int, is_danger: bool) -> list[_Answer]:
    """The best first; what has a setback only where hardly anything else is, and few. (The script does the same.)

    Nothing that fits somebody in danger is left out as faint.
    """
    ordered = sorted(found)
    fitting = [each for each in ordered if each.fits][:most]
    if len(fitting) < FEWEST:
        return ordered[:FEWEST]
    if is_danger:
        return fitting
    after = range(FEWEST - 1, len(fitting))
    faint = next((place for place in after if fitting[place].rank - fitting[place - 1].rank >= FAINT), most)
    return fitting[: max(faint, FEWEST)]


def _pair_of(number: int, who: Who, need: Need) -> _Pair:
    said = frozenset((*who.situations, *need.situations))
    own, also = frozenset(who.groups), frozenset(who.also)
    if who.for_another:
        return _Pair(number, who, need, own, also.union(need.groups), said)
    return _Pair(number, who, need, own.union(need.groups), also, said)


def is_beginning(service: Service) -> bool:
    """Whether a service is given now, and not in danger alone."""
    return service.status == GIVEN_NOW and not is_for_danger(service)


def is_for_danger(service: Service) -> bool:
    """Whether it is a line for illness and danger alone: such lines name no situation."""
    return _DANGER.issuperset(service.topics) and not service.life_situations


def is_for_few(service: Service, steps: FirstSteps) -> bool:
    """Whether a service is first for people who would have said that they are such, or for hardly any ages."""
    return service.target_groups[0] in steps.narrow_groups or is_told(service, steps) or is_of_few_ages(service, steps)


def is_told(service: Service, steps: FirstSteps) -> bool:
    """Whether a service is first for a situation of which people tell themselves: they have left prison."""
    return not steps.narrow_situations.isdisjoint(service.life_situations[:1])


def is_of_few_ages(service: Service, steps: FirstSteps) -> bool:
    """Whether most of those who may ask are too young or too old for a service."""
    ages = _ages_of(service)
    return 2 * sum(_is_for_most(ages, who.ages) for who in steps.whos) < len(steps.whos)


def takes_any_matter(service: Service) -> bool:
    """Whether people may come with anything: to an Ohjaamo, or to a line for everybody who knows not whom to ask."""
    if ANY_MATTER in service.ohjaamo_roles:
        return True
    groups, answered = service.target_groups, _how_answered(service.channels)
    advises = not _ADVICE.isdisjoint(service.kind)
    return groups[0] == FOR_ALL and advises and len(service.topics) >= MANY_TOPICS and answered == BY_TELEPHONE


def told_languages(service: Service) -> Sequence[str]:
    """Languages in which a service is told to readers, its first one first."""
    is_taught, languages = service.topics[0] in TAUGHT, service.languages
    return [each for each in languages if each != "fi"] if is_taught and languages[0] == "sv" else languages


def speaks(languages: Sequence[str], language: str) -> bool:
    """Whether a reader is served in one of `languages`; easy Finnish is Finnish. (The script does the same.)"""
    return language in languages or (language == "fi" and EASY_FINNISH in languages)


def in_language(languages: Sequence[str], language: str) -> int:
    """What its languages take from the worth of a service to a reader: 0 or less. (The script does the same.)"""
    if not speaks(languages, language):
        return -SETBACK
    is_other = language in NATIONAL_LANGUAGES and languages[0] in NATIONAL_LANGUAGES and languages[0] != language
    return -OTHER_TONGUE * is_other


def rests(service: Service, opens: Opens) -> bool:
    """Whether nobody meets people in the days ahead, though somebody does at other times of the year."""
    told = [each.hours for each in service.channels if each.hours and each.type not in _UNMANNED]
    return bool(told) and not any(hours.unknown or opens(hours) for hours in told)


def _ages_of(service: Service) -> tuple[int, int]:
    found = service.eligibility
    if found is None:
        return 0, MOST_YEARS
    return found.age_min or 0, MOST_YEARS if found.age_max is None else found.age_max


def _is_for_most(ages: tuple[int, int], asked: tuple[int, int]) -> bool:
    shared = min(ages[1], asked[1]) - max(ages[0], asked[0]) + 1
    return 2 * shared >= asked[1] - asked[0] + 1


def _is_for_others(groups: Groups, who: Who) -> bool:
    """Whether a service names others than such people and not them: adults who study, when a young person asks."""
    named = {*groups}
    return not named.isdisjoint(who.others) and named.isdisjoint((FOR_ALL, *who.groups, *who.also))


def general_worth(service: Service) -> int:
    """What speaks for a service whatever is asked: a person advises rather than trains, and soon."""
    kinds = set(service.kind)
    advises = (TRAINS if kinds & _TRAINING else ADVISES) * (not _ADVICE.isdisjoint(kinds))
    return advises + _how_answered(service.channels)


def _how_answered(channels: Sequence[Channel]) -> int:
    kinds = {channel.type for channel in channels if channel.type != "puhelin" or channel.phone}
    if "puhelin" in kinds:
        return BY_TELEPHONE
    return BY_CHAT if "chat" in kinds else BY_PERSON * (not _MEETING.isdisjoint(kinds))


def answers_at_night(channels: Sequence[Channel]) -> bool:
    """Whether a telephone is answered every day round the clock."""
    calls = [each.hours for each in channels if each.type == "puhelin" and each.phone and each.hours]
    return any(all(day == ALL_DAY for day in hours.days) for hours in calls)


def answers(service: Service, who: Who, need: Need) -> bool:
    """Whether a service fits a pair at all."""
    groups = {*who.groups, *who.also, *need.groups, FOR_ALL}
    helps = not {*need.situations}.isdisjoint(service.life_situations) or not {*need.topics}.isdisjoint(service.topics)
    fits = helps or takes_any_matter(service)
    return is_beginning(service) and fits and not groups.isdisjoint(service.target_groups)
