"""Whether an address of another site leads anywhere: asked politely, and once more before the worst is believed.

First HEAD, then GET when HEAD is refused or the page must be read: a page may say "not found" and yet answer 200. A
server that is busy is waited for. Sources: RFC 9110 (9.3.2, 10.2.3, 15.4), RFC 6585 (429).
"""

from __future__ import annotations

import re
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from html import unescape
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import requests

WORKS, MOVED, DEAD, UNSURE = "toimii", "muuttanut", "rikki", "epäselvä"
"""What is known of an address: the last when the server would not say it to a program."""
PERMANENT, TEMPORARY = frozenset({301, 308}), frozenset({302, 303, 307})
UNWILLING = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 999})
"""Answers of servers that do not serve programs; people may be served."""
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be another in a moment."""
MOST_REDIRECTS = 8
MOST_BYTES = 65_536
LONGEST_WAIT_S = 60.0
"""A server that asks to wait longer is left alone."""
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_NOT_FOUND = re.compile(
    r"\b404\b|(?:sivua|sivu|hakemaasi\s\w+) ei (?:ole|löydy|löyty)|ei löytynyt|not found|(?:sidan|sida) (?:kunde inte "
    r"hittas|hittades inte|finns inte)",
    re.IGNORECASE,
)
_FRONT = re.compile(r"/?(?:(?:fi|sv|en|se|etusivu|index\.\w+)/?)?", re.IGNORECASE)
"""Paths of front pages."""


class Answer(NamedTuple):
    """What is known of an address."""

    state: str
    """WORKS, MOVED, DEAD or UNSURE."""
    why: str = ""
    """In Finnish, for whoever mends it."""
    target: str = ""
    """Where it has moved for good."""


class _RefusedError(Exception):
    """An address that may not be asked."""


@dataclass
class Asker:
    """Asks servers, one request at a time of each."""

    agent: str
    """How the program names itself."""
    timeout_s: float = 20.0
    pause_s: float = 1.0
    """Between two requests to one server."""
    waits_s: Sequence[float] = (3.0, 15.0)
    """Before each new try."""
    sleep: Callable[[float], None] = time.sleep
    local: bool = False
    """Whether servers of the own machine may be asked (tests)."""
    _turns: dict[str, threading.Lock] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def ask_all(self, addresses: Sequence[str], at_once: int = 4) -> dict[str, Answer]:
        """Address → answer. Few servers at once, the addresses of each one after another."""
        by_host: dict[str, list[str]] = {}
        for address in addresses:
            by_host.setdefault(urlsplit(address).netloc, []).append(address)

        def of_host(own: list[str]) -> list[tuple[str, Answer]]:
            return [(address, self.ask(address)) for address in own]

        with ThreadPoolExecutor(at_once) as pool:
            return dict(sorted(pair for pairs in pool.map(of_host, by_host.values()) for pair in pairs))

    def ask(self, address: str) -> Answer:
        """What is known of one address."""
        for wait_s in (*self.waits_s, None):
            answer, asked_wait_s = self._once(address)
            if asked_wait_s is None or wait_s is None or max(asked_wait_s, wait_s) > LONGEST_WAIT_S:
                break
            self.sleep(max(asked_wait_s, wait_s))
        return answer

    def _once(self, address: str) -> tuple[Answer, float | None]:
        """What is known now; how long the server asks to be left alone, None when trying again is of no use."""
        try:
            return self._followed(address)
        except _RefusedError:
            return Answer(DEAD, "osoite ei ole julkisessa verkossa"), None
        except requests.exceptions.SSLError as error:
            return Answer(DEAD, certificate_in_words(error)), None
        except requests.exceptions.Timeout:
            return Answer(DEAD, f"palvelin ei vastannut {self.timeout_s:g} sekunnissa"), 0.0
        except requests.exceptions.ConnectionError as error:
            return Answer(DEAD, connection_in_words(error)), 0.0
        except (requests.exceptions.RequestException, UnicodeError, ValueError):
            return Answer(DEAD, "osoite on kirjoitettu väärin tai palvelin vastaa virheellisesti"), None

    def _followed(self, address: str) -> tuple[Answer, float | None]:
        """The answer at the end of the redirects."""
        here, codes = address, list[int]()
        for _ in range(MOST_REDIRECTS + 1):
            status, target, page, wait_s = self._page(here)
            if target is None:
                return _answer(address, here, codes, status, page), wait_s if status in PASSING else None
            codes.append(status)
            here = target
        return Answer(DEAD, "osoite ohjaa kehässä"), None

    def _page(self, address: str) -> tuple[int, str | None, str, float]:
        """Status, where it redirects to, the beginning of an HTML page, the wait that the server asks for."""
        status, target, kind, _, wait_s = self._request("HEAD", address)
        if target is not None or (status < 400 and "html" not in kind):
            return status, target, "", wait_s
        status, target, _, page, wait_s = self._request("GET", address)
        return status, target, page, wait_s

    def _request(self, method: str, address: str) -> tuple[int, str | None, str, str, float]:
        if not (self.local or is_public(address)):
            raise _RefusedError(address)
        headers = {"User-Agent": self.agent, "Accept": "text/html,*/*;q=0.5", "Accept-Language": "fi,sv;q=0.8,en;q=0.5"}
        with (
            self._turn(urlsplit(address).netloc),
            requests.request(
                method, address, headers=headers, timeout=self.timeout_s, allow_redirects=False, stream=True
            ) as answer,
        ):
            kind = answer.headers.get("Content-Type", "").lower()
            page = self._beginning(answer) if method == "GET" and "html" in kind else ""
            status, location = answer.status_code, answer.headers.get("Location")
            wait_s = wait_asked(answer.headers.get("Retry-After", ""), answer.headers.get("Date", ""))
        is_redirect = status in PERMANENT | TEMPORARY and bool(location)
        return status, urljoin(address, location).partition("#")[0] if is_redirect else None, kind, page, wait_s

    def _beginning(self, answer: requests.Response) -> str:
        """So much of a page that its title is in it; a server that drips gets no more time than one that is silent."""
        end, data = time.monotonic() + self.timeout_s, b""
        for piece in answer.iter_content(8192):
            data += piece
            if len(data) >= MOST_BYTES:
                break
            if time.monotonic() > end:
                raise requests.exceptions.ReadTimeout
        return data.decode("utf-8", errors="replace")

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        with self._guard:
            turn = self._turns.setdefault(host, threading.Lock())
        with turn:
            yield
            self.sleep(self.pause_s)


def _answer(asked: str, here: str, codes: Sequence[int], status: int, page: str) -> Answer:
    """What the last answer means of the address that was asked."""
    if status in UNWILLING:
        return Answer(UNSURE, f"palvelin ei vastaa ohjelmalle ({status})")
    if status in {404, 410}:
        return Answer(DEAD, f"sivua ei ole ({status})")
    if status >= 400 or status in PERMANENT | TEMPORARY:
        return Answer(DEAD, f"palvelin vastaa virheellä ({status})")
    if says_not_found(page):
        return Answer(DEAD, "sivulla lukee, ettei sivua löydy")
    if codes and leads_to_front(asked, here):
        return Answer(DEAD, "osoite ohjaa etusivulle, joten sivu lienee poistettu")
    if codes and PERMANENT.issuperset(codes):
        return Answer(MOVED, "sivu on muuttanut pysyvästi", here)
    return Answer(WORKS)


def says_not_found(page: str) -> bool:
    """Whether a page that answers 200 says in its title that there is none."""
    title = _TITLE.search(page)
    return bool(title and _NOT_FOUND.search(" ".join(unescape(title[1]).split())))


def leads_to_front(asked: str, here: str) -> bool:
    """Whether somebody who asked for a page was brought to a front page."""
    was, now = urlsplit(asked), urlsplit(here)
    return not (_FRONT.fullmatch(was.path) and not was.query) and bool(_FRONT.fullmatch(now.path) and not now.query)


def is_public(address: str) -> bool:
    """Whether an address has a host with a name in the public network: no addresses of machines, no other schemes."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return parts.scheme in {"http", "https"} and "." in host and not host.endswith((".local", ".internal"))
    return False


def wait_asked(text: str, now: str = "") -> float:
    """Seconds of a Retry-After header, a number or a date; 0 when it says nothing that can be read.

    Args:
        now: the Date header of the same answer: the server's own clock.
    """
    if text.strip().isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - parsedate_to_datetime(now)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def certificate_in_words(error: BaseException) -> str:
    """What is wrong with a server's certificate."""
    found = next((each for each in causes(error) if isinstance(each, ssl.SSLCertVerificationError)), None)
    if found is None:
        return "suojattua yhteyttä ei saatu"
    return "palvelimen varmenne on vanhentunut" if found.verify_code == 10 else "palvelimen varmenne ei kelpaa"


def connection_in_words(error: BaseException) -> str:
    """Why there was no connection."""
    unknown = any("NameResolution" in type(each).__name__ or "getaddrinfo" in str(each) for each in causes(error))
    return "verkkotunnusta ei ole" if unknown else "palvelimeen ei saatu yhteyttä"


def causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and those inside it."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        each = waiting.pop()
        if isinstance(each, BaseException) and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
