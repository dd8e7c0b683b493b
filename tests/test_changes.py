"""What a change of the content changes: found record by record, told without believing a word of it."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import cmarkgfm
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import trees
from fake_forge import asked_of, gh_in
from tno.changes.compare import Change, Compared, compare
from tno.changes.described import described
from tno.changes.facts import Fact
from tno.changes.told import NotAChangeError, told
from tno.commands import main
from tno.content import Folders
from tno.field_names import NAMES
from tno.records import KINDS
from tno.safe_markdown import code, words

pytestmark = pytest.mark.forms

NETWORK = trees.load_tree(trees.folders_of("minimal")).network


def compared(folder: Path, files: dict[str, str | None], before: dict[str, str | None] | None = None) -> Compared:
    """`minimal` with the files `before` against `minimal` with `files`."""
    old = trees.write_region(folder / "before", before or {})
    new = trees.write_region(folder / "after", {**(before or {}), **files})
    return compare(old, new, NETWORK.country, NETWORK.vocabularies)


def only(found: Compared) -> Change:
    (change,) = found.changes
    return change


# --- what differs -----------------------------------------------------------------------------------------------------


def test_nothing_differs_between_equal_trees(tmp_path: Path) -> None:
    assert compared(tmp_path, {}) == Compared()


def test_a_comment_or_an_empty_line_changes_nothing(tmp_path: Path) -> None:
    changed = trees.changed("services/ohjaamo.md", ("kind: [neuvonta", "# muistiinpano\n\nkind: [neuvonta"))
    assert compared(tmp_path, {**changed}).changes == []


def test_a_fact_is_told_before_and_after_by_its_finnish_name(tmp_path: Path) -> None:
    changed = trees.changed("services/ohjaamo.md", ("phone: 016 00 1234", "phone: 016 00 9999"))
    change = only(compared(tmp_path, {**changed}))
    assert (change.what, change.kind, change.name, change.region) == ("muuttuu", "palvelu", "Ohjaamo", "Lappi")
    assert change.address == "lappi/palvelut/ohjaamo/"
    assert change.facts == (Fact("Yhteystapa: Puhelin › Puhelinnumero", "016 00 1234", "016 00 9999"),)


@pytest.mark.parametrize(
    ("pair", "fact"),
    [
        (("topics: [tyo, koulutus]", "topics: [tyo]"),
         Fact("Aiheet", "Työ ja työnhaku, Koulutus ja opiskelu", "Työ ja työnhaku")),
        (("verified: 2026-10-01", "verified: 2026-11-20"), Fact("Tarkistettu", "1.10.2026", "20.11.2026")),
        (("verified: 2026-10-01", "verified: 2026-10-01\nprice: {kind: maksuton}"),
         Fact("Hinta", "", "Laji: Maksuton")),
        (('      ma-to: "9-16"\n', '      ma-to: "9-15"\n'),
         Fact("Yhteystapa: Palvelupaikka › Ajat › ma-to", "9-16", "9-15")),
        (("  - type: puhelin\n    phone: 016 00 1234\n", ""),
         Fact("Yhteystapa: Puhelin", "Tyyppi: Puhelin; Puhelinnumero: 016 00 1234", "")),
        (("    place: tuulipolun-talo", "    place: {municipality: Kemi}"),
         Fact("Yhteystapa: Palvelupaikka › Paikka", "Tuulipolun talo", "Kunta: Kemi")),
        (("yhdellä käynnillä", "kahdella käynnillä"),
         Fact("Teksti", "Ohjaamossa saat apua yhdellä käynnillä. Et tarvitse aikaa etkä lähetettä.",
              "Ohjaamossa saat apua kahdella käynnillä. Et tarvitse aikaa etkä lähetettä.")),
    ],
)  # fmt: skip
def test_each_sort_of_fact_reads_as_on_the_page(tmp_path: Path, pair: tuple[str, str], fact: Fact) -> None:
    assert only(compared(tmp_path, {**trees.changed("services/ohjaamo.md", pair)})).facts == (fact,)


def test_one_of_two_alike_channels_can_go(tmp_path: Path) -> None:
    both = "  - type: puhelin\n    phone: 016 00 1234\n  - type: puhelin\n    phone: 016 00 5678\n"
    one = "  - type: puhelin\n    phone: 016 00 1234\n"
    before = trees.changed("services/ohjaamo.md", (one, both))
    after = trees.changed("services/ohjaamo.md", (one, both.removeprefix(one)))
    assert only(compared(tmp_path, {**after}, {**before})).facts == (
        Fact("Yhteystapa: Puhelin", "Tyyppi: Puhelin; Puhelinnumero: 016 00 1234", ""),
    )


def test_records_are_added_removed_and_moved_between_files(tmp_path: Path) -> None:
    events = trees.base_text("events/tapahtumat.yml")
    found = compared(tmp_path, {
        "services/toinen.md": trees.base_text("services/ohjaamo.md").replace("name: Ohjaamo", "name: Toinen"),
        "groups/ohjausryhma.md": None,
        "events/tapahtumat.yml": None,
        "events/muualla.yml": events,
    })  # fmt: skip
    assert [(change.what, change.kind, change.name) for change in found.changes] == [
        ("uusi", "palvelu", "Toinen"),
        ("poistuu", "ryhmä", "Lapin ohjausryhmä"),
    ]


def test_a_record_that_keeps_its_old_id_has_not_gone(tmp_path: Path) -> None:
    text = trees.base_text("services/ohjaamo.md").replace("verified:", "former_ids: ohjaamo\nverified:")
    change = only(compared(tmp_path, {"services/ohjaamo.md": None, "services/ohjaamo-uusi.md": text}))
    assert (change.what, change.address) == ("muuttuu", "lappi/palvelut/ohjaamo-uusi/")


def test_a_translation_is_a_fact_of_its_record(tmp_path: Path) -> None:
    change = only(compared(tmp_path, {"services/ohjaamo.sv.md": "---\nname: Navigatorn\n---\n\nHej.\n"}))
    assert change.what == "muuttuu" and change.name == "Ohjaamo"
    assert {fact.field for fact in change.facts} == {"ruotsiksi"}


def test_what_is_for_members_says_so(tmp_path: Path) -> None:
    text = trees.base_text("services/ohjaamo.md").replace("name: Ohjaamo", "name: Salainen")
    assert only(compared(tmp_path, {"regions/lappi/members/services/x.md": text})).for_members


def test_a_file_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    found = compared(tmp_path, {"services/rikki.md": "---\nname: [\n---\n", "services/tyhja.md": "", "kuva.bin": "\0"})
    assert found.other_files == 1


def test_every_field_of_every_record_has_a_name() -> None:
    keys = {key for kind in KINDS.values() for key in _keys(kind.model.model_json_schema())}
    assert sorted(keys - set(NAMES) - {"fi", "days"}) == []


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        fields = value.get("properties") or {}
        own = {key for key, field in fields.items() if isinstance(field, dict) and not field.get("x-hidden")}
        return own | {key for each in value.values() for key in _keys(each)}
    return {key for each in value for key in _keys(each)} if isinstance(value, list) else set()


# --- what is told -----------------------------------------------------------------------------------------------------


def test_the_comment_tells_what_changes_what_to_mend_and_where_to_look(tmp_path: Path) -> None:
    wrong = trees.changed("services/ohjaamo.md", ("phone: 016 00 1234", "phone: 040 123 4567"))
    for name, files in (("a", {}), ("b", {**wrong})):
        trees.write_region(tmp_path / name, files)
        for table in ("finland", "vocabularies.yml"):
            (tmp_path / name / "regions" / table).symlink_to(trees.TABLES / table)
    done = CliRunner().invoke(main, ["changes", str(tmp_path / "a"), str(tmp_path / "b"), "--today", "2026-11-21"])
    assert done.exit_code == 0, done.output
    assert "- Yhteystapa: Puhelin › Puhelinnumero: `016 00 1234` → `040 123 4567`" in done.output
    assert "- `regions/lappi/services/ohjaamo.md`, rivi 17: Esimerkissä on numero" in done.output
    assert done.output.index("## Mitä pitää korjata") < done.output.index("## Mikä muuttuu")
    assert "Sivusto kootaan katsottavaksi, kun virheet on korjattu." in done.output


def test_the_preview_is_linked_when_there_is_one() -> None:
    text = told({"changes": [], "problems": [], "other_files": 0}, "https://forge.example/a/1")
    assert "(https://forge.example/a/1)" in text and "Sivuston tiedot eivät muutu." in text


def change_of(**values: Any) -> dict[str, Any]:
    plain = {"what": "muuttuu", "kind": "palvelu", "name": "x", "region": "Lappi", "address": "lappi/palvelut/x/"}
    return {**plain, "for_members": False, "facts": [], **values}


def test_a_great_change_is_cut_to_what_the_forge_takes() -> None:
    facts = [{"field": "Nimi", "before": "a" * 5000, "after": "b" * 5000}] * 500
    changes = [change_of(facts=facts)] * 500
    problem = {"file": "x" * 1000, "line": 1, "severity": "error", "message": "y" * 1000}
    text = told({"changes": changes, "problems": [problem] * 500, "other_files": 0})
    assert len(text) < 65_000
    assert "Loppuja ei näytetä" in text and "ja 470 muuta virhettä" in text


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {},
        {"changes": [], "problems": [], "other_files": True},
        {"changes": [], "problems": [], "other_files": -1},
        {"changes": [change_of(what="räjähtää")], "problems": [], "other_files": 0},
        {"changes": [change_of(name=1)], "problems": [], "other_files": 0},
        {"changes": [change_of(more="x")], "problems": [], "other_files": 0},
        {"changes": [change_of(facts=[{}])], "problems": [], "other_files": 0},
        {"changes": [], "problems": [{"file": "x", "line": "1", "severity": "error", "message": ""}], "other_files": 0},
    ],
)
def test_what_has_another_form_is_refused(wrong: Any) -> None:
    with pytest.raises(NotAChangeError):
        told(wrong)


def test_what_is_described_has_the_form_that_is_told(tmp_path: Path) -> None:
    found = compared(tmp_path, {**trees.changed("services/ohjaamo.md", ("phone: 016 00 1234", "phone: 112"))})
    assert told(json.loads(json.dumps(described(found, []))))


MARKS = (
    "` `` @maintainer #1 <b> </code> ](x) https://x.example www.x.example | ::error::x a@b.fi \\ &lt; $$ GH-1 ~~~ * _"
)
NASTY = st.sampled_from([*MARKS.split(), "\n\n# a", "\r", "\u202e", "- x", "1. x", "\ud800", "\0", "    "])
ANY = st.lists(st.one_of(NASTY, st.text(max_size=12))).map("".join)


def outside_code(text: str) -> str:
    return re.sub(r"<code>.*?</code>", "", cmarkgfm.github_flavored_markdown_to_html(text), flags=re.DOTALL)


@settings(max_examples=300, deadline=None)
@given(value=ANY)
def test_a_value_shown_as_code_is_nothing_but_code(value: str) -> None:
    assert outside_code(f"- x: {code(value)} → {code(value)}").strip() in {
        "<ul>\n<li>x:  → </li>\n</ul>",
        "<ul>\n<li>x: (tyhjä) → (tyhjä)</li>\n</ul>",
    }


@settings(max_examples=300, deadline=None)
@given(value=ANY)
def test_a_sentence_is_nothing_but_text(value: str) -> None:
    rendered = cmarkgfm.github_flavored_markdown_to_html(f"- x: {words(value)}")
    inner = rendered.removeprefix("<ul>\n<li>x: ").removeprefix("<ul>\n<li>x:").removesuffix("</li>\n</ul>\n")
    assert "<" not in inner
    assert not re.search(r"@[A-Za-z0-9]|#\d|://|www\.", html.unescape(inner))


@settings(max_examples=200, deadline=None)
@given(texts=st.lists(ANY, min_size=8, max_size=8), what=st.sampled_from(["muuttuu", "uusi", "poistuu"]))
def test_nothing_that_a_pull_request_says_is_more_than_text(texts: list[str], what: str) -> None:
    name, kind, region, address, field, before, after, message = texts
    fact = {"field": field, "before": before, "after": after}
    change = change_of(what=what, name=name, kind=kind, region=region, address=address, facts=[fact])
    problem = {"file": name, "line": 1, "severity": "error", "message": message}
    text = told({"changes": [change], "problems": [problem], "other_files": 0})
    rendered = outside_code(text)
    assert set(re.findall(r"</?([a-z0-9]+)", rendered)) <= {"h2", "p", "strong", "ul", "li", "em"}
    assert not re.search(r"@[A-Za-z0-9]|#\d", html.unescape(rendered))
    assert rendered.count("<h2>") == 3 and rendered.count("<ul>") <= 2
    text.encode("utf-8")


# --- the comment ------------------------------------------------------------------------------------------------------

TOOL = trees.ROOT / "tools" / "comment_changes.py"
SHA = "0123456789abcdef0123456789abcdef01234567"
GH = """\
case "$*" in
  *pulls/*) cat "$FORGE/pull" ;;
  *artifacts*) echo 55 ;;
  *--paginate*) cat "$FORGE/comments" ;;
  *--input*) cat > "$FORGE/said" ;;
esac
"""


class Forge:
    """A forge that notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = gh_in(folder, GH)
        (folder / "pull").write_text(f"open {SHA}\n", encoding="utf-8")
        (folder / "comments").write_text("", encoding="utf-8")
        self.made = folder / "made"
        self.made.mkdir()
        (self.made / "number").write_text("7\n", encoding="utf-8")
        self.put({"changes": [change_of()], "problems": [], "other_files": 0})

    def put(self, value: Any) -> None:
        (self.made / "changes.json").write_text(json.dumps(value), encoding="utf-8")

    def tell(self) -> subprocess.CompletedProcess[str]:
        environment = {
            **self.environment,
            "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_REPOSITORY": "tno/portaali",
        }
        asked = [sys.executable, "-S", str(TOOL), str(self.made), "99", SHA]  # -S: nothing that is installed
        return subprocess.run(asked, env=environment, cwd=self.folder, capture_output=True, text=True)

    @property
    def asked(self) -> str:
        return asked_of(self.folder)

    @property
    def said(self) -> str:
        file = self.folder / "said"
        return str(json.loads(file.read_text(encoding="utf-8"))["body"]) if file.exists() else ""


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path / "forge")


def test_a_pull_request_gets_one_comment_with_a_link_to_its_site(forge: Forge) -> None:
    done = forge.tell()
    assert done.returncode == 0, done.stderr
    assert "--method POST repos/{owner}/{repo}/issues/7/comments" in forge.asked
    assert forge.said.startswith("<!-- tno changes -->\n## Mikä muuttuu")
    assert "(https://forge.example/tno/portaali/actions/runs/99/artifacts/55)" in forge.said


def test_the_comment_is_changed_when_it_is_there(forge: Forge) -> None:
    (forge.folder / "comments").write_text("1234\n", encoding="utf-8")
    assert forge.tell().returncode == 0
    assert "--method PATCH repos/{owner}/{repo}/issues/comments/1234" in forge.asked


@pytest.mark.parametrize("pull", ["closed " + SHA, "open " + "f" * 40, ""])
def test_a_pull_request_that_is_another_or_has_moved_on_is_told_nothing(forge: Forge, pull: str) -> None:
    """The number comes from code that anybody may have changed."""
    (forge.folder / "pull").write_text(pull, encoding="utf-8")
    assert forge.tell().returncode == 0
    assert forge.said == ""


@pytest.mark.parametrize("number", ["", "7; rm -rf /", "../7", "0", "7 8", "9" * 30])
def test_what_is_no_number_is_refused(forge: Forge, number: str) -> None:
    (forge.made / "number").write_text(number, encoding="utf-8")
    assert (forge.tell().returncode, forge.asked) == (1, "")


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"changes": 1}', "x" * 6_000_000])
def test_what_is_no_description_is_refused(forge: Forge, text: str) -> None:
    (forge.made / "changes.json").write_text(text, encoding="utf-8")
    assert (forge.tell().returncode, forge.said) == (1, "")


def test_a_link_in_place_of_a_file_is_refused(forge: Forge) -> None:
    (forge.made / "changes.json").unlink()
    (forge.made / "changes.json").symlink_to("/etc/passwd")
    assert (forge.tell().returncode, forge.said) == (1, "")


def test_folders_are_compared_as_they_are(tmp_path: Path) -> None:
    """Two checkouts with the same content are equal wherever they lie."""
    for name in ("x", "y"):
        trees.write_region(tmp_path / name, {})
    old, new = (Folders(tmp_path / name, tmp_path / name / "regions", None, trees.TABLES) for name in ("x", "y"))
    assert compare(old, new, NETWORK.country, NETWORK.vocabularies) == Compared()
