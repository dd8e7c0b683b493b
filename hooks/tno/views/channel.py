"""A channel in words: what one does, what a person reads, where a press leads, when somebody answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tno import finnish
from tno.model.first_steps import speaks
from tno.model.localised import joined, said_in
from tno.model.opening_words import week_in_words
from tno.records import Place, Service
from tno.records.channel import Channel
from tno.records.hours import Hours
from tno.records.place import PlaceFields
from tno.views.opening import NEVER_SAID, Opening, opening_of
from tno.views.other_days import OtherDays, in_all, left_of, other_days
from tno.views.place import address_in_words, map_of, place_lines
from tno.views.scene import Scene
from tno.writing import inside

AT_A_PLACE = frozenset({"palvelupaikka", "ryhma", "liikkuva-palvelu"})
"""Channels that one goes to."""


class ChannelView(NamedTuple):
    """One way to reach the service."""

    channel: str
    """Slug of the channel's type; also the name of its icon."""
    title: str
    """What one does, and whose it is where the channel has a name: "Käy paikalla", "Soita: Lieksan työpari"."""
    text: str
    """The number, address or name a person reads."""
    href: str | None
    """Where a press leads: tel:, mailto:, https:; None for an address on a map or plain text."""
    lines: tuple[str, ...]
    """Hours in words, price of the call, answer time, notes: each a short line."""
    days: OtherDays | None
    """Coming days on which the hours are others; None when there are none, or when the service tells them."""
    opening: Opening = NEVER_SAID
    """Whether someone answers now."""
    map: str | None = None
    """Address of a map that shows the place, on another site."""
    town: str = ""
    """Slug of the municipality it is given in, where the service has places in several."""


def channels_for(service: Service, language: str) -> Sequence[Channel]:
    """The channels: those given in a reader's language first, else in the order the editor gave."""
    if not any(channel.languages for channel in service.channels):
        return service.channels
    return sorted(service.channels, key=lambda each: not is_given_in(service, each, language))


def is_given_in(service: Service, channel: Channel, language: str) -> bool:
    """Whether a channel of a service is answered in a reader's language."""
    return speaks(channel.languages or service.languages, language)


def channels_in_words(scene: Scene, service: Service) -> tuple[tuple[ChannelView, ...], OtherDays | None]:
    """The channels, and the exceptional days that are the same for all with hours: those are told once."""
    channels = channels_for(service, scene.language)
    views = tuple([channel_view(scene, service, channel) for channel in channels])
    if len(views) < 2:
        return views, None
    towns = [_town(scene, channel) for channel in channels]
    if len({*towns} - {""}) > 1:
        views = tuple(view._replace(town=town) for view, town in zip(views, towns, strict=True))
    timed = [
        view.days for view, channel in zip(views, channels, strict=True) if channel.hours and not channel.hours.unknown
    ]
    shared = in_all([days for days in timed if days]) if len(timed) > 1 and all(timed) else None
    if not shared:
        return views, None
    return tuple([view._replace(days=left_of(view.days, shared)) if view.days else view for view in views]), shared


def channel_view(scene: Scene, service: Service, channel: Channel) -> ChannelView:
    """One channel in words."""
    once, hours, place = scene.once, channel.hours, place_of(scene, channel)
    text, href = reach(scene, channel)
    opening = opening_of(scene, service, channel)
    title, name = title_of(scene, channel), channel.name
    return ChannelView(
        channel.type,
        joined(": ", [title, name]) if name and str(name) != text else title,
        text,
        href,
        tuple(_channel_lines(scene, channel, place, opening)),
        once(other_days, hours) if hours else None,
        opening,
        once(map_of, place) if place else None,
    )


def _town(scene: Scene, channel: Channel) -> str:
    """Slug of the municipality a channel is given in, "" from afar."""
    place = place_of(scene, channel) if channel.type in AT_A_PLACE else None
    town = scene.network.municipality_of(place.municipality) if place else None
    return town.slug if town else ""


def title_of(scene: Scene, channel: Channel) -> str:
    """What one does in the channel; a channel that is new in the vocabulary goes by its label."""
    return scene.once_of(title_of_kind, channel.type)


def title_of_kind(scene: Scene, kind: str) -> str:
    """The same of a kind of channel."""
    w, name = scene.w, kind.replace("-", "_")
    return w[f"channel_{name}"] if f"channel_{name}" in w else scene.label("service_channel", kind)


def call_price(scene: Scene, charge: str) -> str:
    """ "Puhelu: maksuton"."""
    return scene.w.call_price.format(price=inside(scene.label("call_charge", charge)))


def place_of(scene: Scene, channel: Channel) -> PlaceFields | None:
    """The place a channel is given in, by id or written in it."""
    return scene.network.find(Place, channel.place) if isinstance(channel.place, str) else channel.place


def reach(scene: Scene, channel: Channel) -> tuple[str, str | None]:
    """What a person reads of a channel, and where a press leads."""
    if channel.type in AT_A_PLACE and (place := place_of(scene, channel)):
        return scene.once(address_in_words, place), None
    if channel.phone:
        scheme = "sms" if channel.type == "tekstiviesti" else "tel"
        return finnish.phone(channel.phone), f"{scheme}:{channel.phone}"
    if channel.email:
        return channel.email, f"mailto:{channel.email}"
    if channel.url:
        chats = channel.type == "chat"
        return str(channel.name or (scene.w.start_chat if chats else scene.w.open_address)), channel.url
    return str(channel.name or scene.label("service_channel", channel.type)), None


def _channel_lines(scene: Scene, channel: Channel, place: PlaceFields | None, opening: Opening) -> list[str]:
    lines: list[str] = []
    if hours := channel.hours:
        known = "" if opening.unknown else scene.once(_week, hours)  # the badge says that nobody knows
        lines += [known] if known else []
        lines += [said_in(hours.note, scene.w.in_finnish)] if hours.note else []
    if channel.call_charge:
        lines.append(scene.once_of(call_price, channel.call_charge))
    if channel.languages:
        lines.append(scene.once_of(_spoken, channel.languages))
    if place is not None:
        lines += scene.once(place_lines, place)
    lines += [said_in(text, scene.w.in_finnish) for text in (channel.answer_time, channel.note) if text]
    return lines


def _spoken(scene: Scene, languages: tuple[str, ...]) -> str:
    return f"{scene.w.fact_languages}: {scene.writing.listing(scene.labels('service_language', languages))}"


def _week(scene: Scene, hours: Hours) -> str:
    return week_in_words(hours, scene.language)
