"""`mkdocs serve`, driven as an editor does: pages in a browser, files in an editor, Ctrl-C in the end."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_building import Project, environment, make_project

pytestmark = pytest.mark.site

PATIENCE_S = 30.0
"""After so long nothing more is coming; a test that waits longer fails."""
QUIET_S = 1.0
"""In so long a second rebuild would have begun: MkDocs waits 0.25 s for more changes."""
ENDS_WITHIN_S = 60.0


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, project: Project, folder: Path) -> None:
        """
        Args:
            folder: for its cache and its temporary files.
        """
        self.project, self.port, self.temporary = project, free_port(), folder / "tmp"
        self.temporary.mkdir()
        self.lines: list[str] = []
        command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(project.config), "-a", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command,
            cwd=project.folder,
            env=environment(folder / "cache", {"PYTHONUNBUFFERED": "1", "TMPDIR": str(self.temporary)}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            preexec_fn=hears_ctrl_c,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)

    @property
    def log(self) -> str:
        return "".join(self.lines)

    @property
    def builds(self) -> int:
        """How many builds have begun."""
        return self.log.count("Building documentation...")

    def get(self, address: str) -> tuple[int, str]:
        """Status and text of a page."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=PATIENCE_S) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except urllib.error.URLError:
            return 0, ""

    def shows(self, address: str, text: str) -> bool:
        return text in self.get(address)[1]

    def wait(self, question: Callable[[], bool]) -> None:
        """Wait until the answer is yes."""
        until = time.monotonic() + PATIENCE_S
        while not question():
            assert self.process.poll() is None, self.log
            assert time.monotonic() < until, self.log
            time.sleep(0.05)

    def wait_for_one_rebuild(self, before: int) -> None:
        """Exactly one build more than `before`, and no other after it."""
        self.wait(lambda: self.builds > before)
        time.sleep(QUIET_S)
        assert self.builds == before + 1, self.log

    def end(self) -> int:
        """Ctrl-C, and how the process ended."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(ENDS_WITHIN_S)
        finally:
            self.reader.join(ENDS_WITHIN_S)


def hears_ctrl_c() -> None:
    """Tests started in a shell's background ignore Ctrl-C, and so would every process that they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("serve")
    running = Server(make_project(folder / "project", site_url="http://127.0.0.1/", own_templates=True), folder)
    try:
        running.wait(lambda: "Serving on" in running.log)
        yield running
    finally:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()
        running.reader.join(ENDS_WITHIN_S)
        assert running.process.stdout is not None
        running.process.stdout.close()


OHJAAMO = "lappi/services/ohjaamo.md"


def test_both_kinds_of_pages_are_shown(server: Server) -> None:
    assert server.get("")[0] == 200
    status, page = server.get("lappi/palvelut/ohjaamo/")
    assert status == 200 and "<h1>Tuulipolun neuvonta</h1>" in page
    assert server.get("assets/stylesheets/portal.css")[0] == 200
    assert "livereload" in page


def test_an_address_that_is_not_there_is_said_so(server: Server) -> None:
    status, page = server.get("lappi/palvelut/kadonnut/")
    assert status == 404 and "Sivua ei löytynyt" in page


def test_a_changed_record_is_shown_after_one_rebuild(server: Server) -> None:
    before = server.builds
    server.project.change(OHJAAMO, "Saat apua yhdellä käynnillä.", "Saat apua heti ovella.")
    server.wait(lambda: server.shows("lappi/palvelut/ohjaamo/", "Saat apua heti ovella."))
    server.wait_for_one_rebuild(before)


def test_a_new_record_gets_its_page_and_a_place_in_the_list(server: Server) -> None:
    before = server.builds
    server.project.write("lappi/pages/uutinen.md", "---\nname: Uusi uutinen\npublished: 2026-11-21\n---\n\nHei.\n")
    server.wait(lambda: server.get("lappi/ajankohtaista/uutinen/")[0] == 200)
    assert server.shows("lappi/ajankohtaista/", "Uusi uutinen")
    server.wait_for_one_rebuild(before)


def test_a_removed_record_is_gone(server: Server) -> None:
    before = server.builds
    (server.project.regions / "lappi" / "pages" / "uutinen.md").unlink()
    server.wait(lambda: server.get("lappi/ajankohtaista/uutinen/")[0] == 404)
    assert not server.shows("lappi/ajankohtaista/", "Uusi uutinen")
    assert server.builds == before + 1


@pytest.mark.parametrize(
    ("name", "address"), [("records/service.html", "lappi/palvelut/ohjaamo/"), ("main.html", "lappi/palvelut/ohjaamo/")]
)
def test_a_changed_template_is_shown(server: Server, name: str, address: str) -> None:
    file = server.project.folder / "overrides" / name
    text, mark = file.read_text(encoding="utf-8"), f"<!-- {name} -->"
    assert not server.shows(address, mark)
    end = "{%- endblock -%}"
    file.write_text(text.replace(end, f"{mark}{end}", 1) if end in text else text + mark, encoding="utf-8")
    server.wait(lambda: server.shows(address, mark))


def test_a_hand_written_page_is_shown_as_it_is_changed(server: Server) -> None:
    (server.project.folder / "docs" / "hata.md").write_text("# Hätä\n\nSoita 112.\n", encoding="utf-8")
    server.wait(lambda: server.shows("hata/", "Soita 112."))


def test_a_broken_file_is_told_and_the_old_site_stays_until_it_is_mended(server: Server) -> None:
    file = server.project.regions / OHJAAMO
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("kind: [neuvonta, ohjaus]", "kind: [neuvonta, ohjuas]"), encoding="utf-8")
    server.wait(lambda: re.search(r"services/ohjaamo\.md:5:18: virhe", server.log) is not None)
    assert "Tarkoititko ”ohjaus”?" in server.log
    assert server.get("lappi/palvelut/ohjaamo/")[0] == 200
    assert server.shows("lappi/palvelut/ohjaamo/", "Saat apua heti ovella.")
    file.write_text(good.replace("Saat apua heti ovella.", "Nyt kunnossa."), encoding="utf-8")
    server.wait(lambda: server.shows("lappi/palvelut/ohjaamo/", "Nyt kunnossa."))
    assert "Traceback" not in server.log


def test_a_file_that_is_no_text_is_told_too(server: Server) -> None:
    file = server.project.regions / "lappi" / "pages" / "outo.md"
    file.write_bytes(b"---\nname: \xff\xfe\n---\n")
    server.wait(lambda: "pages/outo.md:2" in server.log)
    assert server.get("")[0] == 200
    before = server.builds
    file.unlink()
    server.wait(lambda: server.builds > before)
    assert server.get("")[0] == 200


def test_ctrl_c_ends_it_at_once_and_leaves_nothing(server: Server) -> None:
    server.wait(lambda: server.get("")[0] == 200)
    assert list(server.temporary.iterdir()) != []
    assert server.end() == 0
    assert "Traceback" not in server.log and "Shutting down" in server.log
    assert list(server.temporary.iterdir()) == []
