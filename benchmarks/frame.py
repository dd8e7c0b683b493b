"""How much there is and what everything is called, settled before any record is written.

Records refer to one another, so ids come first. Every choice is drawn from a generator seeded with words (seed, kind,
section, number), never from one long stream: a record stays the same whatever is written before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from country import NATIONAL, Municipality, Section, sections
from language import (
    AUDIENCES,
    ORGANISATION_FORMS,
    THEMES,
    Audience,
    Theme,
    brand,
    place_stem,
    slug_of,
)

TODAY = date(2026, 11, 21)
"""The day the load is written for: what is verified, coming or expired is so on this day."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Records of the whole load; the last five are per region."""

    services: int
    organisations: int
    places: int
    events: int
    agreements: int
    groups: int
    documents: int
    practices: int
    pages: int
    years: int
    """Plans and reports, one of each a year."""
    assessments: int


PER_REGION = {"documents": 10, "practices": 10, "pages": 5, "years": 2, "assessments": 2}
"""Records of a region in the national load; the national section has none of these."""


def counts(scale: float, regions: int = 15) -> Counts:
    """The national load times `scale`; never less than one organisation, place and group a section."""
    least = regions + 1
    return Counts(
        services=round(5000 * scale),
        organisations=max(round(1500 * scale), least),
        places=max(round(1500 * scale), least),
        events=round(3000 * scale),
        agreements=max(round(300 * scale), regions),
        groups=max(round(75 * scale), least),
        **{kind: max(round(number * scale), 1) for kind, number in PER_REGION.items()},
    )


def one_region(services: int) -> Counts:
    """The load of a single region with `services` services, everything else in the national proportion."""
    least = max(services * 3 // 10, 1)
    return Counts(services, least, least, services * 6 // 10, agreements=20, groups=4, **PER_REGION)


def share(total: int, weights: Sequence[float], least: int = 0) -> list[int]:
    """`total` split by `weights`, at least `least` each; sums to `total` exactly (largest remainder)."""
    rest = total - least * len(weights)
    exact = [rest * weight / sum(weights) for weight in weights]
    parts = [int(part) for part in exact]
    order = sorted(range(len(weights)), key=lambda n: (parts[n] - exact[n], n))
    for n in order[: rest - sum(parts)]:
        parts[n] += 1
    return [part + least for part in parts]


@dataclass(frozen=True, slots=True)
class OrganisationHead:
    """An organisation as others refer to it."""

    id: str
    name: str
    sector: str
    level: str
    home: Municipality
    ended: bool


@dataclass(frozen=True, slots=True)
class ServiceHead:
    """A service as others refer to it, with what it is about."""

    id: str
    name: str
    theme: Theme
    audience: Audience


@dataclass(frozen=True, slots=True)
class Frame:
    """A section with the names of everything it will hold."""

    seed: str
    section: Section
    counts: Counts
    """Counts of this section alone."""
    organisations: list[OrganisationHead] = field(default_factory=list)
    places: list[tuple[str, Municipality]] = field(default_factory=list)
    services: list[ServiceHead] = field(default_factory=list)
    groups: list[tuple[str, str]] = field(default_factory=list)
    """Id and type."""
    events: list[tuple[str, str]] = field(default_factory=list)
    """Id and name."""
    agreements: list[str] = field(default_factory=list)

    def rng(self, kind: str, number: int = 0) -> Random:
        """The source of chance for one record. A text seed does not depend on PYTHONHASHSEED."""
        return Random(f"{self.seed}/{self.section.id}/{kind}/{number}")

    @property
    def active(self) -> list[OrganisationHead]:
        """Organisations that still work."""
        return [each for each in self.organisations if not each.ended]

    def phone(self, rng: Random) -> str:
        """A number nobody has: 00 after the area code."""
        return f"{self.section.phone_area} 00{rng.randrange(10)} {rng.randrange(10000):04d}"


def frames(source: Path, seed: str, total: Counts, only: str | None = None) -> list[Frame]:
    """Every section of the project's own `source` folder with its share of `total`; `only` one when named."""
    found = [section for section in sections(source) if only in {None, section.id}]
    made = [Frame(seed, section, part) for section, part in zip(found, _parts(found, total), strict=True)]
    for frame in made:
        _name_everything(frame)
    return made


def _parts(found: list[Section], total: Counts) -> list[Counts]:
    """Regions get their share by number of municipalities, the national section about a fiftieth."""
    size = [0.02 * 292 if each.id == NATIONAL else 4 + len(each.municipalities) for each in found]
    groups = [15 if each.id == NATIONAL else 4 for each in found]
    regions = [0 if each.id == NATIONAL and len(found) > 1 else 1 for each in found]
    split: dict[str, list[int]] = {
        "services": share(total.services, size),
        "organisations": share(total.organisations, size, 1),
        "places": share(total.places, size, 1),
        "events": share(total.events, size),
        "agreements": _only_regions(total.agreements, regions),
        "groups": share(total.groups, groups, 1),
    }
    split |= {kind: [of * getattr(total, kind) for of in regions] for kind in PER_REGION}
    return [Counts(**{kind: parts[n] for kind, parts in split.items()}) for n in range(len(found))]


def _only_regions(total: int, regions: list[int]) -> list[int]:
    parts = iter(share(total, [1] * sum(regions), 1))
    return [next(parts) if each else 0 for each in regions]


class _Ids:
    """Ids that are unique among themselves: the second "x" becomes "x-2"."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def new(self, text: str) -> str:
        wanted = slug_of(text)
        self._seen[wanted] = number = self._seen.get(wanted, 0) + 1
        return wanted if number == 1 else self.new(f"{wanted}-{number}")


def _name_everything(frame: Frame) -> None:
    _name_organisations(frame)
    _name_places(frame)
    _name_services(frame)
    _name_groups(frame)
    _name_events(frame)
    frame.agreements.extend(f"sopimus-{number + 1}" for number in range(frame.counts.agreements))


def _name_organisations(frame: Frame) -> None:
    ids = _Ids()
    for number in range(frame.counts.organisations):
        rng = frame.rng("organisation-head", number)
        form, sector, level = rng.choice(ORGANISATION_FORMS)
        name = f"{place_stem(rng)} {form}"
        home = rng.choice(frame.section.municipalities)
        ended = number > 0 and rng.random() < 0.03
        frame.organisations.append(OrganisationHead(ids.new(name), name, sector, level, home, ended))


def _name_places(frame: Frame) -> None:
    ids = _Ids()
    for number in range(frame.counts.places):
        rng = frame.rng("place-head", number)
        home = rng.choice(frame.section.municipalities)
        kind = rng.choice(("palvelutalo", "kirjasto", "monitoimitalo", "asiointipiste", "nuorisotila", "kampus"))
        frame.places.append((ids.new(f"{kind}-{home.name}-{place_stem(rng)}"), home))


def _name_services(frame: Frame) -> None:
    ids = _Ids()
    for number in range(frame.counts.services):
        rng = frame.rng("service-head", number)
        theme, audience = rng.choice(THEMES), rng.choice(AUDIENCES)
        words = {"theme": theme.name, "small": theme.name[0].lower() + theme.name[1:], "to": audience.to_whom,
                 "brand": brand(rng), "stem": place_stem(rng),
                 "home": rng.choice(frame.section.municipalities).name}  # fmt: skip
        pattern = rng.choice((
            "{theme} {to}, {brand} {home}", "{brand}: {small} {to}", "{theme} {to} – {stem} {brand}",
            "{stem} {small}, {home}", "{brand} {home}, {small}",
        ))  # fmt: skip
        name = pattern.format(**words)
        frame.services.append(ServiceHead(ids.new(name), name, theme, audience))


def _name_groups(frame: Frame) -> None:
    if frame.section.id == NATIONAL:
        types = ["kehittamisryhma", "vertaisverkosto", "valtakunnallinen"]
    else:
        types = ["elo-ryhma", "koordinaatioryhma", "alueryhma", "tyoryhma", "viestintaryhma"]
    ids = _Ids()
    for number in range(frame.counts.groups):
        kind = types[number % len(types)]
        first = number == 0 and frame.section.elo_group
        frame.groups.append((first or ids.new(kind), kind))


EVENT_KINDS = (
    ("ohjausinfo", "Infotilaisuus", 20), ("neuvontapiste", "Neuvontapiste", 18), ("tyopaja", "Työpaja", 12),
    ("webinaari", "Etäluento", 10), ("koulutus", "Koulutus", 8), ("ryhmaohjaus", "Ryhmä", 8),
    ("rekrytointi", "Rekrytointipäivä", 6), ("avoimet-ovet", "Avoimet ovet", 6), ("verkostopaiva", "Verkostopäivä", 4),
    ("kokous", "Kokous", 4), ("messut", "Messut", 2), ("hakuaika", "Hakuaika", 2),
)  # fmt: skip
"""Kind of event, its word in names, and how common it is."""


def _name_events(frame: Frame) -> None:
    ids = _Ids()
    for number in range(frame.counts.events):
        rng = frame.rng("event-head", number)
        _, word, _ = EVENT_KINDS[event_kind(frame, number)]
        name = f"{word}: {rng.choice(THEMES).about} {rng.choice(AUDIENCES).to_whom}, {brand(rng)}"
        frame.events.append((ids.new(f"{word}-{name.rsplit(', ', 1)[1]}"), name))


def event_kind(frame: Frame, number: int) -> int:
    """Index into `EVENT_KINDS` of the event with this number."""
    weights = [weight for _, _, weight in EVENT_KINDS]
    return frame.rng("event-kind", number).choices(range(len(EVENT_KINDS)), weights)[0]
