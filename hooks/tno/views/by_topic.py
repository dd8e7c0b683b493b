"""Services under their topics: each once, under the topic its file names first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tno.model.network import by_name
from tno.records import Service
from tno.views.scene import Scene

ByTopic = Mapping[str, tuple[Service, ...]]
"""Topic → its services by name, topics in the vocabulary's order and none of them empty."""


def by_topic(scene: Scene, services: Iterable[Service]) -> ByTopic:
    """`services`, given by name, under their topics."""
    found: dict[str, list[Service]] = {}
    for service in services:
        found.setdefault(service.topics[0], []).append(service)
    return _ordered(scene, {topic: tuple(of_topic) for topic, of_topic in found.items()})


def together(scene: Scene, lists: Iterable[ByTopic]) -> ByTopic:
    """Several lists as one. What only one of them has stays the same object."""
    found: dict[str, tuple[Service, ...]] = {}
    for listed in lists:
        for topic, services in listed.items():
            found[topic] = tuple(by_name((*found[topic], *services))) if topic in found else services
    return _ordered(scene, found)


def without(listed: ByTopic, service: Service) -> ByTopic:
    """The same without one of the services."""
    topic = service.topics[0]
    rest = tuple(each for each in listed[topic] if each is not service)
    return {name: rest if name == topic else services for name, services in listed.items() if name != topic or rest}


def named(listed: ByTopic) -> list[Service]:
    """All of them in one list by name."""
    return by_name(service for services in listed.values() for service in services)


def count_of(listed: ByTopic) -> int:
    """How many there are."""
    return sum(map(len, listed.values()))


def _ordered(scene: Scene, found: ByTopic) -> ByTopic:
    return dict(sorted(found.items(), key=lambda item: scene.topic_order[item[0]]))
