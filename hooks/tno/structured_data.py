"""What pages say of themselves to search engines: schema.org, as JSON-LD in the head."""

from __future__ import annotations

from functools import cached_property
from json.encoder import encode_basestring
from typing import Any

from tno.compact_json import in_script
from tno.exports.event_data import EventData
from tno.exports.json_ld import ServiceData
from tno.page import Page
from tno.records import Event, Service
from tno.tongues import Tongues
from tno.views.link import Link
from tno.views.scene import Scene


class StructuredData:
    """What the pages of one scene say."""

    def __init__(self, scene: Scene, tongues: Tongues, url: str) -> None:
        """
        Args:
            url: the site's address with a slash at the end, or empty.
        """
        self._scene, self._tongues, self._url = scene, tongues, url
        self._ways: dict[tuple[Link, ...], str] = {}

    def _to(self, address: str) -> str:
        return self._tongues.address(address, self._scene.language)

    def of(self, page: Page) -> str:
        """What a page is to search engines, as elements `script`; nothing while the site has no address."""
        if not self._url:
            return ""
        if not page.finnish_address:
            return self._website(page)
        if isinstance(page.record, Service):
            return self._breadcrumbs(page) + _script(self._services.of(page.record, page.address))
        if isinstance(page.record, Event):
            return self._breadcrumbs(page) + _script(self._events.of(page.record, page.address))
        return self._breadcrumbs(page)

    @cached_property
    def _services(self) -> ServiceData:
        return ServiceData(self._scene, self._url)

    @cached_property
    def _events(self) -> EventData:
        return EventData(self._scene, self._url, self._services)

    def _website(self, page: Page) -> str:
        """schema.org WebSite of the whole, with the search and the publisher, for the front page."""
        url, publisher = self._url, self._scene.settings.publisher
        search = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{url}{self._to('haku/')}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
        w, home = self._scene.w, f"{url}{page.address}"
        facts = {"@type": "WebSite", "name": w.site_name, "url": home, "description": w.front_lead}
        data: dict[str, Any] = {"@context": "https://schema.org", **facts, "potentialAction": search}
        if publisher.name:
            data["publisher"] = {"@type": "Organization", "name": publisher.name}
            if publisher.phone:
                data["publisher"]["telephone"] = publisher.phone
        return _script(in_script(data))

    def _breadcrumbs(self, page: Page) -> str:
        """schema.org BreadcrumbList of the way to the page, for search engines."""
        if not page.crumbs:
            return ""
        if (way := self._ways.get(page.crumbs)) is None:
            steps = enumerate(page.crumbs, 1)
            way = "".join(
                _step(number, link.label, f"{self._url}{self._to(link.address or '')}") + "," for number, link in steps
            )
            self._ways[page.crumbs] = way
        last = _step(len(page.crumbs) + 1, page.title)
        return _script(f'{{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{way}{last}]}}')


def _step(position: int, name: str, address: str = "") -> str:
    item = f',"item":{_in_script(address)}' if address else ""
    return f'{{"@type":"ListItem","position":{position},"name":{_in_script(name)}{item}}}'


def _in_script(text: str) -> str:
    """As `in_script`, of a text. (Two for each page.)"""
    return encode_basestring(text).replace("<", "\\u003c")


def _script(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>' if data else ""
