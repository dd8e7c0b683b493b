"""The ledger of the published site: fetched whole, known to be missing, or the build stops."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tno.ledger import Line, ledger_text, read_ledger
from trees import ROOT

sys.path.insert(0, str(ROOT / "tools"))

from published_ledger import LedgerError, fetch, save

LEDGER = {"": Line("x", "2026-01-01", "2026-02-02", 3), "lappi/": Line("y", "2026-01-01", "2026-01-01", 0)}
Answer = tuple[int, bytes]
QUICKLY = (0.0, 0.0)


@pytest.fixture
def site() -> Iterator[Callable[..., tuple[str, list[str]]]]:
    """`site((503, b""), (200, b"{}"))`: a site whose answers come in this order, and the paths it was asked for."""
    servers: list[ThreadingHTTPServer] = []

    def make(*answers: Answer, length: int | None = None) -> tuple[str, list[str]]:
        left, asked = list(answers), []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                code, body = left.pop(0) if len(left) > 1 else left[0]
                self.send_response(code)
                self.send_header("Content-Length", str(length or len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_address[1]}/tno-palvelut", asked

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


def run(site: str, file: Path) -> subprocess.CompletedProcess[str]:
    """The tool as the workflow runs it, in a Python that has nothing installed."""
    command = [sys.executable, "-I", "-S", str(ROOT / "tools" / "published_ledger.py"), site, str(file)]
    return subprocess.run(command, env={**os.environ, "NO_PROXY": "127.0.0.1"}, capture_output=True, text=True)


@pytest.mark.parametrize("end", ["", "/"])
def test_the_ledger_is_fetched_under_the_sub_path_and_named(site: Any, tmp_path: Path, end: str) -> None:
    address, asked = site((200, ledger_text(LEDGER).encode()))
    file = tmp_path / "cache" / "ledger.json"
    done = run(address + end, file)
    assert (done.returncode, done.stdout) == (0, f"{file}\n")
    assert "2 addresses" in done.stderr
    assert read_ledger(file) == LEDGER
    assert [path.partition("?")[0] for path in asked] == ["/tno-palvelut/data/ledger.json"]


def test_a_site_without_a_ledger_is_told_and_the_build_goes_on(site: Any, tmp_path: Path) -> None:
    done = run(site((404, b"<h1>Not found</h1>"))[0], tmp_path / "ledger.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("::warning title=No ledger yet::")
    assert not (tmp_path / "ledger.json").exists()


@pytest.mark.parametrize("body", [b"", b"<html>Sign in</html>", b"{}", b'{"fields": [], "addresses": {}}', b"\xff"])
def test_an_answer_that_is_no_ledger_stops_the_build(site: Any, tmp_path: Path, body: bytes) -> None:
    done = run(site((200, body))[0], tmp_path / "ledger.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert "::error title=The ledger could not be fetched::" in done.stderr
    assert not (tmp_path / "ledger.json").exists()


@pytest.mark.parametrize("code", [401, 403, 410])
def test_a_refusal_is_not_the_same_as_no_ledger(site: Any, code: int) -> None:
    address, asked = site((code, b""))
    with pytest.raises(LedgerError, match=str(code)):
        fetch(address, QUICKLY)
    assert len(asked) == 1


@pytest.mark.parametrize("code", [429, 500, 503])
def test_a_passing_fault_is_tried_again_and_then_stops_the_build(site: Any, code: int) -> None:
    address, asked = site((code, b""), (200, b"here"))
    assert fetch(address, QUICKLY) == b"here"
    address, asked = site((code, b""))
    with pytest.raises(LedgerError, match=str(code)):
        fetch(address, QUICKLY)
    assert len(asked) == 3
    assert len(set(asked)) == 3  # nothing on the way may answer with what it has kept


def test_half_an_answer_is_no_answer(site: Any) -> None:
    address, asked = site((200, b'{"fields"'), length=1000)
    with pytest.raises(LedgerError):
        fetch(address, QUICKLY)
    assert len(asked) == 3


def test_a_host_that_does_not_answer_stops_the_build() -> None:
    with pytest.raises(LedgerError):
        fetch("http://127.0.0.1:1/", ())


@pytest.mark.parametrize("address", ["", "ftp://example.org", "example.org"])
def test_what_is_no_address_of_a_site_is_refused(address: str) -> None:
    with pytest.raises(LedgerError, match="no address"):
        fetch(address, ())


def test_what_was_kept_before_is_not_taken_for_the_answer(tmp_path: Path) -> None:
    file = tmp_path / "ledger.json"
    save(ledger_text(LEDGER).encode(), file)
    with pytest.raises(LedgerError):
        save(b"oops", file)
    assert not file.exists()
