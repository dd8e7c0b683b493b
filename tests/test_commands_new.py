"""`tno new`: a record from a few answers, where it belongs, checked at once and never over anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from finland import country, vocabularies
from tno.commands import main
from tno.content import ContentFile
from tno.drafting import ASKED
from tno.formatting import Formatter
from tno.formatting.spelling import Spellings
from tno.new_file import id_from
from tno.records import KINDS
from trees import write_project, write_region


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, {})
    return tmp_path


def new(project: Path, *arguments: str, answers: list[str] | None = None) -> Result:
    given = "\n".join(answers) + "\n" if answers is not None else None
    silent = [] if answers is not None else ["--no-input"]
    options = ["--root", str(project), "--today", "2026-11-21", *silent]
    return CliRunner().invoke(main, ["new", arguments[0], *options, *arguments[1:]], input=given)


def text(project: Path, file: str) -> str:
    return (project / "regions" / "lappi" / file).read_text(encoding="utf-8")


SERVICE = [
    *("Lappi", "Iltachat hakijoille", "Kysy opinnoista iltaisin.", "Tuulipolun Ohjaamo", "Neuvonta"),
    *("Nuoret, Unga, aikuiset", "Koulutus", "rovaniemi, kemi", "suomi", "chat", "https://chat.example.org/ilta"),
]
WRITTEN = """\
---
name: Iltachat hakijoille
summary: Kysy opinnoista iltaisin.
organisation: tuulipolun-ohjaamo
kind: [neuvonta]
target_groups: [nuoret, aikuiset]
topics: [koulutus]
areas: [Rovaniemi, Kemi]
languages: [fi]
channels:
  - type: chat
    url: "https://chat.example.org/ilta"
verified: 2026-11-21
---
"""


def test_a_service_is_made_of_answers_as_people_give_them_and_passes_the_check(project: Path) -> None:
    result = new(project, "service", answers=SERVICE)
    assert result.exit_code == 0, result.output
    assert "tarkistus ei löytänyt virheitä" in result.output
    assert text(project, "services/iltachat-hakijoille.md") == WRITTEN


def test_only_what_the_way_of_contact_needs_is_asked(project: Path) -> None:
    answers = [*SERVICE[:-2], "Puhelin", "016 00 1234"]
    assert new(project, "palvelu", answers=answers).exit_code == 0
    assert "  - type: puhelin\n    phone: 016 00 1234\n" in text(project, "services/iltachat-hakijoille.md")


def test_an_answer_that_is_not_understood_is_asked_again_with_the_words_of_the_check(project: Path) -> None:
    answers = [*SERVICE[:4], "Neuvntaa", "Neuvonta", *SERVICE[5:7], "Rovaniemmi", "Rovaniemi", *SERVICE[8:]]
    answers[3:4] = ["Tuulipolun Ohjamo", "Tuulipolun Ohjaamo"]
    result = new(project, "service", answers=answers)
    assert result.exit_code == 0, result.output
    assert "tarkoititko: tuulipolun-ohjaamo" in result.output
    assert "Tarkoititko ”neuvonta”?" in result.output and "Tarkoititko ”Rovaniemi”?" in result.output


def test_what_is_left_open_is_named_by_the_check(project: Path) -> None:
    result = new(project, "service", answers=[*SERVICE[:2], *[""] * 10])
    assert result.exit_code == 1
    assert "Täydennä vielä nämä" in result.output and "Kohta ”summary” puuttuu" in result.output
    assert text(project, "services/iltachat-hakijoille.md") == (
        "---\nname: Iltachat hakijoille\nverified: 2026-11-21\n---\n"
    )


def test_arguments_do_for_answers(project: Path) -> None:
    result = new(
        project, "tapahtuma", "--region", "lappi", "--name", "Chat-ilta: kysy opoilta", "--kind", "Neuvontapiste",
        "--organiser", "tuulipolun ohjaamo", "--audience", "Kansalaiset", "--start", "24.12.2026 klo 17",
        "--end", "19", "--online-url", "https://chat.example.org",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert (
        text(project, "events/chat-ilta-kysy-opoilta.yml")
        == """\
# yaml-language-server: $schema=../../../schemas/event.json
name: "Chat-ilta: kysy opoilta"
kind: neuvontapiste
organiser: tuulipolun-ohjaamo
audience: [kansalaiset]
online_url: "https://chat.example.org"
start: 2026-12-24 17:00
end: 19:00
verified: 2026-11-21
"""
    )


@pytest.mark.parametrize(
    ("kind", "arguments", "file"),
    [
        ("organisation", ["--name", "Ääni ry", "--sector", "Järjestö"], "organisations/aani-ry.yml"),
        ("paikka", ["--name", "Kylätalo", "--municipality", "kemi"], "places/kylatalo.yml"),
        ("ryhma", ["--name", "Pohjoisen tiimi", "--type", "tyoryhma", "--members", "tuulipolun-ohjaamo"],
         "groups/pohjoisen-tiimi.md"),
        ("sopimus", ["--name", "Sopimus 2027", "--valid-from", "1.1.2027", "--valid-until", "Toistaiseksi",
                     "--parties", "Tuulipolun Ohjaamo"], "agreements/sopimus-2027.md"),
        ("kaytanto", ["--name", "Ohjaaja kylään", "--problem", "Matka on pitkä.", "--what", "Ohjaaja tulee kylään.",
                      "--target-groups", "Aikuiset", "--topics", "tyo"], "practices/ohjaaja-kylaan.md"),
        ("asiakirja", ["--name", "Strategia", "--kind", "Strategia", "--summary", "Mitä tehdään.",
                       "--url", "https://strategia.example.org"], "documents/strategia.md"),
        ("uutinen", ["--name", "Ohjauksen viikko", "--text", "Viikolla on ohjelmaa."], "pages/ohjauksen-viikko.md"),
    ],
)  # fmt: skip
def test_each_kind_is_written_where_it_belongs_and_passes_the_check(
    project: Path, kind: str, arguments: list[str], file: str
) -> None:
    result = new(project, kind, "--region", "Lappi", *arguments)
    assert result.exit_code == 0, result.output
    written = (project / "regions" / "lappi" / file).read_bytes()
    found = next(each for each in KINDS.values() if each.folder == file.partition("/")[0])
    content = ContentFile(f"regions/lappi/{file}", "lappi", found, Path(file).stem, None, False, None)
    formatter = Formatter(Spellings(vocabularies(), country()))
    assert formatter.formatted(written, content).data == written
    assert b"2026-11-21" in written


def test_nothing_is_ever_written_over(project: Path) -> None:
    arguments = ["organisation", "--region", "lappi", "--name", "Ääni ry", "--sector", "jarjesto"]
    assert new(project, *arguments).exit_code == 0
    before = text(project, "organisations/aani-ry.yml")
    again = new(project, *arguments)
    assert again.exit_code == 1 and "Tunnus ”aani-ry” on jo käytössä: Ääni ry" in again.output
    assert text(project, "organisations/aani-ry.yml") == before
    assert new(project, *arguments, "--id", "aani-lapissa").exit_code == 0


def test_a_broken_file_with_the_same_name_is_not_written_over_either(project: Path) -> None:
    write_region(project, {"places/kylatalo.yml": "name: [Kylätalo\n"}, base=None)
    result = new(project, "place", "--region", "lappi", "--name", "Kylätalo", "--municipality", "Kemi")
    assert result.exit_code == 1 and "places/kylatalo.yml" in result.output
    assert text(project, "places/kylatalo.yml") == "name: [Kylätalo\n"


@pytest.mark.parametrize(
    ("name", "own_id", "said"),
    [
        ("Palvelut", None, "sivuston oma sana"),
        ("24.12.2026", None, "näyttää päivältä"),
        ("!!!", None, "ei kelpaa"),
        ("Talo", "../talo", "ei kelpaa"),
        ("Talo", "Talo ja Piha", "ei kelpaa"),
    ],
)
def test_an_id_that_will_not_do_is_refused_before_anything_is_written(
    project: Path, name: str, own_id: str | None, said: str
) -> None:
    before = sorted(project.rglob("*"))
    result = new(project, "place", "--region", "lappi", "--name", name, *(["--id", own_id] if own_id else []))
    assert result.exit_code == 1 and said in result.output
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("arguments", [["--region", "lapi", "--name", "A"], ["--region", "lappi"], ["--name", "A"]])
def test_without_a_region_or_a_name_nothing_is_written(project: Path, arguments: list[str]) -> None:
    before = sorted(project.rglob("*"))
    assert new(project, "place", *arguments).exit_code == 1
    assert sorted(project.rglob("*")) == before


def test_whoever_stops_in_the_middle_writes_nothing(project: Path) -> None:
    result = new(project, "service", answers=SERVICE[:4])
    assert result.exit_code == 1 and "Mitään ei kirjoitettu" in result.output
    assert not (project / "regions" / "lappi" / "services" / "iltachat-hakijoille.md").exists()


def test_marks_of_yaml_in_an_answer_stay_text(project: Path) -> None:
    name = "A: #1 \"x\" ['y'] --- {z}"
    assert new(project, "page", "--region", "lappi", "--name", name, "--text", "---\nname: B").exit_code == 0
    assert text(project, "pages/a-1-x-y-z.md") == (
        '---\nname: "A: #1 \\"x\\" [\'y\'] --- {z}"\npublished: 2026-11-21\nverified: 2026-11-21\n---\n\n---\nname: B\n'
    )


def test_a_long_name_makes_an_id_cut_between_words() -> None:
    assert id_from("Tietoa, neuvontaa ja ohjausta kaikille Lapin nuorille ja aikuisille") == (
        "tietoa-neuvontaa-ja-ohjausta-kaikille-lapin-nuorille-ja"
    )
    assert len(id_from("ä" * 90)) == 60


@pytest.mark.parametrize("kind", ASKED)
def test_what_a_record_must_have_is_asked(kind: str) -> None:
    """The day of checking and a page's day of publishing are known; the rest of a record's musts are questions."""
    required = {info.alias or name for name, info in KINDS[kind].model.model_fields.items() if info.is_required()}
    assert required - {"id", "verified", "published"} <= {asked.path[0] for asked in ASKED[kind]}


@pytest.mark.parametrize("kind", ASKED)
def test_every_question_is_an_option_with_a_finnish_help(kind: str) -> None:
    result = CliRunner().invoke(main, ["new", kind, "--help"])
    for asked in ASKED[kind]:
        assert f"--{asked.option} " in result.output
        assert asked.help.endswith((".", "…")) and asked.label[0].isupper()
