"""Links to other sites: what is asked, how politely, and what is told. Against a server of our own."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep as pause

import pytest
import requests
from click.testing import CliRunner

from tno.commands import main
from tno.outward.ask import (
    DEAD,
    MOVED,
    UNSURE,
    WORKS,
    Answer,
    Asker,
    certificate_in_words,
    is_public,
    leads_to_front,
    says_not_found,
    wait_asked,
)
from tno.outward.found import Outward, Standing, addresses_in, outward_links
from tno.outward.report import SIGN, failures_now, former_failures, link_report, nobody_answered
from trees import DAY, base_text, changed, load_tree, write_project, write_region

Page = tuple[int, dict[str, str], str]
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Server:
    """A server of the own machine that answers as it is told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, list[Page]] = {}
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.at_once, self.most_at_once, self.slow_s = 0, 0, 0.0
        guard, server = threading.Lock(), self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with guard:
                    server.at_once += 1
                    server.most_at_once = max(server.most_at_once, server.at_once)
                    server.asked.append((self.command, self.path))
                    server.agents.add(self.headers["User-Agent"])
                    answers = server.pages.get(self.path, [(404, {}, "")])
                    status, headers, text = answers.pop(0) if len(answers) > 1 else answers[0]
                pause(server.slow_s)
                with guard:
                    server.at_once -= 1
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(text.encode())

            do_HEAD = do_GET  # noqa: N815  the name that http.server calls

            def log_message(self, *_: object) -> None:
                """Nothing is logged."""

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """Whoever asks may hang up."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


class Waits:
    """Remembers how long was waited, and waits no time at all."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        if seconds:
            self.seconds.append(seconds)


def asker(waits: Callable[[float], None] | None = None, timeout_s: float = 5.0) -> Asker:
    return Asker("tno-test (+https://tno.example.org/)", timeout_s, 0.0, (3.0, 15.0), waits or Waits(), local=True)


def page(title: str = "Ohjaamo", status: int = 200) -> Page:
    return status, HTML, f"<!doctype html><title>{title}</title>"


# --- asking -----------------------------------------------------------------------------------------------------------


def test_a_page_that_answers_works_and_is_asked_by_name(server: Server) -> None:
    server.pages["/sivu"] = [page()]
    assert asker().ask(server.at("/sivu")) == Answer(WORKS)
    assert server.asked == [("HEAD", "/sivu"), ("GET", "/sivu")]
    assert server.agents == {"tno-test (+https://tno.example.org/)"}


def test_what_is_no_page_is_not_fetched(server: Server) -> None:
    server.pages["/esite.pdf"] = [(200, {"Content-Type": "application/pdf"}, "%PDF")]
    assert asker().ask(server.at("/esite.pdf")).state == WORKS
    assert server.asked == [("HEAD", "/esite.pdf")]


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_a_server_that_refuses_head_is_asked_with_get(server: Server, status: int) -> None:
    server.pages["/sivu"] = [(status, {}, ""), page()]
    assert asker().ask(server.at("/sivu")).state == WORKS


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_not_there_is_dead_at_once(server: Server, status: int) -> None:
    server.pages["/sivu"] = [(status, {}, "")]
    waits = Waits()
    assert asker(waits).ask(server.at("/sivu")) == Answer(DEAD, f"sivua ei ole ({status})")
    assert waits.seconds == []


@pytest.mark.parametrize("status", [401, 403, 999])
def test_a_server_that_serves_no_programs_proves_nothing(server: Server, status: int) -> None:
    server.pages["/sivu"] = [(status, {}, "")]
    assert asker().ask(server.at("/sivu")).state == UNSURE


@pytest.mark.parametrize(
    ("codes", "state"), [((301,), MOVED), ((308, 301), MOVED), ((302,), WORKS), ((301, 302), WORKS), ((307,), WORKS)]
)
def test_a_redirect_is_told_when_it_is_for_good(server: Server, codes: tuple[int, ...], state: str) -> None:
    steps = [f"/a{number}" for number in range(len(codes))]
    for step, after, code in zip(steps, [*steps[1:], "/uusi/sivu"], codes, strict=True):
        server.pages[step] = [(code, {"Location": after}, "")]
    server.pages["/uusi/sivu"] = [page()]
    answer = asker().ask(server.at("/a0"))
    assert answer.state == state
    assert answer.target == (server.at("/uusi/sivu") if state == MOVED else "")


def test_a_redirect_to_nothing_is_dead(server: Server) -> None:
    server.pages["/a"] = [(301, {"Location": "/b"}, "")]
    assert asker().ask(server.at("/a")) == Answer(DEAD, "sivua ei ole (404)")


def test_redirects_in_a_circle_end(server: Server) -> None:
    server.pages |= {"/a": [(302, {"Location": "/b"}, "")], "/b": [(302, {"Location": "/a"}, "")]}
    assert asker().ask(server.at("/a")) == Answer(DEAD, "osoite ohjaa kehässä")
    assert len(server.asked) < 20


def test_a_redirect_to_the_front_page_is_a_page_that_has_gone(server: Server) -> None:
    server.pages |= {"/palvelut/x": [(301, {"Location": "/fi/"}, "")], "/fi/": [page()]}
    assert "etusivulle" in asker().ask(server.at("/palvelut/x")).why


@pytest.mark.parametrize(
    "title",
    [
        "404",
        "Sivua ei löytynyt | Kunta",
        "Hakemaasi sivua ei ole",
        "Page not found",
        "Sidan hittades inte",
        "Sivua ei l&ouml;ydy",
    ],
)
def test_a_page_that_says_it_is_not_there_is_dead_though_it_answers_200(server: Server, title: str) -> None:
    server.pages["/sivu"] = [page(title)]
    assert asker().ask(server.at("/sivu")) == Answer(DEAD, "sivulla lukee, ettei sivua löydy")


@pytest.mark.parametrize("title", ["Ohjaamo", "Huone 4041", "Mitä teen, kun opiskelupaikkaa ei ole?"])
def test_other_titles_say_no_such_thing(title: str) -> None:
    assert not says_not_found(f"<title>{title}</title>")


def test_only_the_beginning_of_a_long_page_is_read(server: Server) -> None:
    server.pages["/sivu"] = [(200, HTML, "<title>Hyvä</title>" + "x" * 5_000_000)]
    assert asker().ask(server.at("/sivu")).state == WORKS


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_again_after_a_while(server: Server, status: int) -> None:
    server.pages["/sivu"] = [(status, {}, ""), (status, {}, ""), page()]
    waits = Waits()
    assert asker(waits).ask(server.at("/sivu")).state == WORKS
    assert waits.seconds == [3.0]


def test_a_server_that_stays_in_trouble_is_left_after_the_last_wait(server: Server) -> None:
    server.pages["/sivu"] = [(500, {}, "")]
    waits = Waits()
    assert asker(waits).ask(server.at("/sivu")) == Answer(DEAD, "palvelin vastaa virheellä (500)")
    assert waits.seconds == [3.0, 15.0]


def test_a_busy_server_is_given_the_time_it_asks_for(server: Server) -> None:
    busy = 429, {"Retry-After": "40"}, ""
    server.pages["/sivu"] = [busy, busy, page()]
    waits = Waits()
    assert asker(waits).ask(server.at("/sivu")).state == WORKS
    assert waits.seconds == [40.0]


def test_one_that_asks_for_too_much_time_is_left_alone_and_proves_nothing(server: Server) -> None:
    server.pages["/sivu"] = [(429, {"Retry-After": "3600"}, "")]
    waits = Waits()
    assert asker(waits).ask(server.at("/sivu")).state == UNSURE
    assert (waits.seconds, len(server.asked)) == ([], 2)


def test_a_silent_server_is_told_and_asked_again(server: Server) -> None:
    server.pages["/sivu"] = [page()]
    server.slow_s = 0.4
    waits = Waits()
    answer = asker(waits, timeout_s=0.1).ask(server.at("/sivu"))
    assert answer == Answer(DEAD, "palvelin ei vastannut 0.1 sekunnissa")
    assert waits.seconds == [3.0, 15.0]


def test_a_server_that_is_not_there_is_told(server: Server) -> None:
    address = server.at("/sivu")
    server.close()
    assert asker().ask(address) == Answer(DEAD, "palvelimeen ei saatu yhteyttä")


def test_a_connection_that_cannot_be_kept_secret_is_told_at_once(server: Server) -> None:
    waits = Waits()
    answer = asker(waits).ask(server.at("/").replace("http:", "https:"))
    assert (answer, waits.seconds) == (Answer(DEAD, "suojattua yhteyttä ei saatu"), [])


@pytest.mark.parametrize(
    ("code", "words"), [(10, "palvelimen varmenne on vanhentunut"), (18, "palvelimen varmenne ei kelpaa")]
)
def test_a_certificate_that_does_not_hold_is_told(code: int, words: str) -> None:
    inner = ssl.SSLCertVerificationError("certificate verify failed")
    inner.verify_code = code
    assert certificate_in_words(requests.exceptions.SSLError(inner)) == words


def test_a_server_is_asked_one_thing_at_a_time(server: Server) -> None:
    addresses = [server.at(f"/{number}") for number in range(6)]
    server.pages |= {f"/{number}": [page()] for number in range(6)}
    server.slow_s = 0.02
    answers = asker().ask_all(addresses, at_once=4)
    assert {answer.state for answer in answers.values()} == {WORKS}
    assert list(answers) == sorted(addresses)
    assert server.most_at_once == 1


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/x", "http://localhost/", "ftp://kone.fi/x",
     "http://kone.local/", "http://metadata.google.internal/"],
)  # fmt: skip
def test_addresses_of_machines_are_never_asked(address: str) -> None:
    assert not is_public(address)
    assert Asker("tno-test", waits_s=()).ask(address).state == DEAD


def test_a_redirect_to_a_machine_is_not_followed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.pages["/a"] = [(302, {"Location": "http://169.254.169.254/salaisuus"}, "")]
    one = asker()
    monkeypatch.setattr(one, "local", False)
    first, asked = server.at("/a"), []
    monkeypatch.setattr("tno.outward.ask.is_public", lambda address: asked.append(address) or address == first)
    assert one.ask(first) == Answer(DEAD, "osoite ei ole julkisessa verkossa")
    assert asked[-1] == "http://169.254.169.254/salaisuus"


@pytest.mark.parametrize(
    ("text", "now", "seconds"),
    [
        ("5", "", 5.0),
        ("Wed, 21 Oct 2026 07:28:30 GMT", "Wed, 21 Oct 2026 07:28:00 GMT", 30.0),
        ("Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 21 Oct 2026 07:29:00 GMT", 0.0),
        ("pian", "", 0.0),
        ("", "", 0.0),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(text: str, now: str, seconds: float) -> None:
    assert wait_asked(text, now) == seconds


@pytest.mark.parametrize(
    ("asked", "here", "is_gone"),
    [
        ("https://a.fi/x/y", "https://a.fi/", True),
        ("https://a.fi/x/y", "https://b.fi/fi/", True),
        ("https://a.fi/?id=7", "https://a.fi/", True),
        ("https://a.fi/", "https://www.a.fi/", False),
        ("https://a.fi", "https://a.fi/fi", False),
        ("https://a.fi/x", "https://a.fi/uusi/x", False),
        ("https://a.fi/x", "https://a.fi/?page=x", False),
    ],
)
def test_when_a_redirect_means_that_the_page_has_gone(asked: str, here: str, is_gone: bool) -> None:
    assert leads_to_front(asked, here) is is_gone


# --- what is asked ----------------------------------------------------------------------------------------------------


def test_addresses_are_found_where_people_see_them() -> None:
    text = """\
Katso [Kela](https://www.kela.fi/tuki_(uusi)), https://www.suomi.fi/a?b=c#kohta. (https://te.fi/)
Ei esimerkkejä: https://example.org/x https://ohjaamo.example.org
```
https://koodi.fi/
```
<https://loppu.fi>
"""
    assert list(addresses_in(text, "docs/x.md")) == [
        (1, "https://www.kela.fi/tuki_(uusi)"),
        (1, "https://www.suomi.fi/a?b=c"),
        (1, "https://te.fi/"),
        (6, "https://loppu.fi"),
    ]


def test_addresses_of_yaml_end_where_its_marks_begin() -> None:
    text = "# https://kommentti.fi\n- {id: a, website: https://a.fi/x, url: 'https://b.fi'}\n"
    assert list(addresses_in(text, "x.yml")) == [(2, "https://a.fi/x"), (2, "https://b.fi")]


def test_each_address_is_told_with_its_file_line_and_keeper(tmp_path: Path) -> None:
    organisations = """\
- {id: a, name: A ry, sector: jarjesto, website: https://yhteinen.fi}
- id: b
  name: B ry
  sector: jarjesto
  website: https://yhteinen.fi#toinen
"""
    real = changed("region.yml", ("example: true\n", ""))
    loaded = load_tree(write_region(tmp_path, {**real, "organisations/muut.yml": organisations}))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "tietoa.md").write_text("Hei\nhttps://yhteinen.fi\n", encoding="utf-8")
    (link,) = outward_links(tmp_path, loaded, DAY)
    assert link == Outward(
        "https://yhteinen.fi",
        (
            Standing("docs/tietoa.md", 2, ""),
            Standing("regions/lappi/organisations/muut.yml", 1, "A ry"),
            Standing("regions/lappi/organisations/muut.yml", 5, "B ry"),
        ),
    )


# --- what is told -----------------------------------------------------------------------------------------------------

LINKS = [
    Outward("https://a.fi/x--y>", (Standing("regions/lappi/services/a.md", 7, "A ry"),)),
    Outward("https://b.fi/", (Standing("docs/tietoa.md", 2, ""), Standing("regions/lappi/services/a.md", 9, "A ry"))),
]
GONE = Answer(DEAD, "sivua ei ole (404)")
NEXT_DAY = date(2026, 11, 22)


def told(first: Answer, second: Answer | None = None) -> dict[str, Answer]:
    return {LINKS[0].address: first, LINKS[1].address: second or Answer(WORKS)}


def test_a_link_is_told_when_it_fails_on_two_nights_running() -> None:
    first = link_report(LINKS, told(GONE), {}, DAY)
    assert (first.told, "a.fi" in first.body.partition("\n")[2]) == (0, False)
    second = link_report(LINKS, told(GONE), former_failures(first.body), NEXT_DAY)
    assert second.told == 1
    assert (
        "- `https://a.fi/x--y>`: sivua ei ole (404), 21.11.2026 alkaen\n  - `regions/lappi/services/a.md:7`"
        in second.body
    )


def test_two_checks_of_one_night_are_one_night() -> None:
    first = link_report(LINKS, told(GONE), {}, DAY)
    assert link_report(LINKS, told(GONE), former_failures(first.body), DAY).told == 0


def test_a_link_that_works_for_a_night_begins_anew() -> None:
    failing = {LINKS[0].address: "2026-11-19"}
    assert failures_now(told(Answer(WORKS)), failing, DAY) == {}
    assert failures_now(told(Answer(UNSURE)), failing, DAY) == failing
    assert link_report(LINKS, told(Answer(UNSURE)), failing, DAY).told == 0


def test_when_nobody_answers_nothing_is_known_of_the_links() -> None:
    silent = {f"https://{number}.fi/": GONE for number in range(5)}
    assert nobody_answered(silent)
    assert not nobody_answered({**silent, "https://a.fi/": Answer(UNSURE)})
    assert not nobody_answered({"https://a.fi/": GONE})


def test_links_stand_under_whoever_keeps_them_and_the_sites_own_last() -> None:
    failing = {link.address: "2026-11-19" for link in LINKS}
    body = link_report(LINKS, told(GONE, GONE), failing, DAY, "https://forge.example.org/blob/main/").body
    headings = [line for line in body.splitlines() if line.startswith("#")]
    assert headings == ["## Eivät toimi (2)", "### A ry", "### Sivuston ylläpitäjä"]
    assert "[`docs/tietoa.md:2`](https://forge.example.org/blob/main/docs/tietoa.md?plain=1#L2)" in body


def test_what_has_moved_for_good_is_advice() -> None:
    failing = {LINKS[0].address: "2026-11-19"}
    moved = Answer(MOVED, "sivu on muuttanut pysyvästi", "https://a.fi/uusi")
    body = link_report(LINKS, told(moved), failing, DAY).body
    assert "## Muuttaneet pysyvästi (1)" in body and "## Eivät toimi" not in body
    assert "Uusi osoite: `https://a.fi/uusi`" in body


def test_what_is_remembered_cannot_end_its_comment() -> None:
    line = link_report(LINKS, told(GONE), {}, DAY).body.partition("\n")[0]
    assert line.startswith(SIGN) and line.count("--") == 2 and line.count(">") == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Hei",
        f"{SIGN}x -->",
        f"{SIGN}[] -->",
        f'{SIGN}{{"failing":[1]}} -->',
        f'{SIGN}{{"failing":{{"a":"pian"}}}} -->',
    ],
)
def test_what_is_no_report_remembers_nothing(body: str) -> None:
    assert former_failures(body) == {}


def test_names_of_the_content_are_no_markdown_of_the_forge() -> None:
    link = Outward("https://a.fi/`x`", (Standing("a.md", 1, "@tiimi <b>"),))
    body = link_report([link], {link.address: GONE}, {link.address: "2026-11-19"}, DAY).body
    assert "@tiimi" not in body and "<b>" not in body and "`` https://a.fi/`x` ``" in body


# --- the command ------------------------------------------------------------------------------------------------------


def test_the_command_lists_what_it_would_ask_and_asks_nobody(tmp_path: Path) -> None:
    service = base_text("services/ohjaamo.md").replace("verified:", "example: ei\nverified:")
    text = service.replace("016 00 1234", "016 123 4567") + "\nKatso https://www.suomi.fi/.\n"
    write_project(tmp_path, {"services/ohjaamo.md": text})
    done = CliRunner().invoke(main, ["links", "--list", "--root", str(tmp_path), "--today", "2026-11-21"])
    assert "https://www.suomi.fi/  regions/lappi/services/ohjaamo.md:" in done.output
    assert "example.org" not in done.output
