"""How a result tells one gets in touch with a service, in so few letters that a phone fetches hundreds at a time."""

from __future__ import annotations

from tno import finnish
from tno.records import Service
from tno.records.channel import Channel
from tno.views.scene import Scene
from tno.views.ways import ALWAYS_THERE, ANSWERED, TALK, VISITED, days_of_all, street_of, ways_to_try

BETWEEN, WALK_IN = "|", "+"
OTHER_WAYS = (*ANSWERED[len(TALK) :], *VISITED, *ALWAYS_THERE)
"""Channels that are told by their name."""
_A_PLACE, _NO_APPOINTMENT = "palvelupaikka", "ei-tarvita"


def reach_of(scene: Scene, service: Service) -> tuple[str, str]:
    """(the ways to try, when somebody is there in the days ahead) of a service that helps today.

    A number as people read it or the address of a chat stands by itself, any other way behind its channel:
    "palvelupaikka+ Polku 1|sahkoposti neuvo@example.org". A street is told where the service has but one, and "+" when
    one may come without an appointment.
    """
    first, *others = ways_to_try(service, scene.language)
    hours = "" if first.type in ALWAYS_THERE else days_of_all(scene, service, first)
    told = [_told(scene, service, channel) for channel in (first, *others)]
    return BETWEEN.join(each for each in told if each == told[0] or not each.endswith(f" {told[0]}")), hours


def _told(scene: Scene, service: Service, channel: Channel) -> str:
    kind, number = channel.type, finnish.phone(channel.phone) if channel.phone else ""
    if kind not in VISITED:
        leads = number or channel.email or channel.url or str(channel.name or "")
        return leads if kind in TALK else f"{kind} {leads}"
    if not (street := street_of(scene, service, channel)) and number:
        return number  # of a bus or a group: where one asks about it
    may_walk_in = kind == _A_PLACE and service.appointment == _NO_APPOINTMENT
    return f"{kind}{WALK_IN if may_walk_in else ''} {street}".rstrip()
