"""The load of the benchmarks is what it says it is, and the other generators are given the same pages."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import phonenumbers
import pytest
import yaml

from tno.content import Folders
from tno.edition import Edition
from tno.load import load
from tno.messages import MESSAGES
from tno.problem import Severity
from tno.records import KINDS
from tno.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"
sys.path.append(str(BENCHMARKS))

import as_markdown  # noqa: E402
import figures  # noqa: E402
import frame  # noqa: E402
import hugo_pages  # noqa: E402
import language  # noqa: E402
import measure  # noqa: E402
import offer  # noqa: E402
import pages  # noqa: E402
import stock_pages  # noqa: E402
import writing  # noqa: E402
from selectolax.lexbor import LexborHTMLParser  # noqa: E402

SMALL = 0.01


def generated(folder: Path, hash_seed: str) -> dict[str, bytes]:
    """Path → bytes of a load written by a process of its own."""
    command = [sys.executable, str(BENCHMARKS / "generate.py"), str(folder), "--scale", str(SMALL)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": hash_seed})
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def small_load(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("load") / "regions"
    generated(folder, "1")
    return folder


def invented(folder: Path) -> list[Path]:
    """The files the generator made up, without the country's own tables."""
    return [file for file in sorted(folder.glob("*/*/*")) if file.is_file() and "finland" not in file.parts]


def records(file: Path) -> list[dict[str, object]]:
    """The plain values of each record of a file."""
    text = file.read_text(encoding="utf-8")
    data = yaml.load(text.split("---\n", 2)[1] if file.suffix == ".md" else text, Loader=yaml.CBaseLoader)
    return data if isinstance(data, list) else [data]


def test_the_same_arguments_give_the_same_bytes_under_any_hash_seed(small_load: Path, tmp_path: Path) -> None:
    first = {str(file.relative_to(small_load)): file.read_bytes() for file in small_load.rglob("*") if file.is_file()}
    assert generated(tmp_path / "again", "4711") == first


def test_the_load_holds_as_many_records_as_it_promises(small_load: Path) -> None:
    found = Counter(file.parent.name for file in invented(small_load) for _ in records(file))
    promised = frame.counts(SMALL)
    regions = 15
    assert found == {
        "services": promised.services,
        "organisations": promised.organisations,
        "places": promised.places,
        "events": promised.events,
        "agreements": promised.agreements,
        "groups": promised.groups,
        "documents": regions * promised.documents,
        "practices": regions * promised.practices,
        "pages": regions * promised.pages,
        "plans": regions * promised.years,
        "reports": regions * promised.years,
        "assessments": regions * promised.assessments,
    }


def test_the_national_load_is_the_one_of_the_design() -> None:
    national = frame.counts(1)
    assert (national.services, national.organisations, national.places) == (5000, 1500, 1500)
    assert (national.events, national.agreements, national.groups) == (3000, 300, 75)


def test_four_times_the_load_is_four_times_every_kind() -> None:
    one, four = frame.counts(1), frame.counts(4)
    assert all(getattr(four, kind) == 4 * getattr(one, kind) for kind in one.__dataclass_fields__)


def test_a_share_is_exact_and_never_below_the_least() -> None:
    parts = frame.share(100, [1, 1, 7, 0.01], 2)
    assert sum(parts) == 100
    assert min(parts) >= 2


def test_every_type_of_record_is_in_the_load(small_load: Path) -> None:
    folders = {file.parent.name for file in invented(small_load)}
    assert {kind.folder for kind in KINDS.values() if kind.folder} <= folders


def test_the_load_passes_the_projects_own_checks_without_an_error(small_load: Path) -> None:
    loaded = load(Folders(small_load.parent, small_load), Edition.PUBLIC, Settings())
    errors = [problem for problem in loaded.problems if MESSAGES[problem.code].severity is Severity.ERROR]
    assert errors == []


def test_everything_says_that_it_is_invented(small_load: Path) -> None:
    silent = [file for file in invented(small_load) for record in records(file) if record.get("example") != "true"]
    assert silent == []


def test_no_number_in_the_load_can_be_called(small_load: Path) -> None:
    numbers = {
        number
        for file in invented(small_load)
        for number in re.findall(r'phone: "?([^"\n]+)', file.read_text(encoding="utf-8"))
    }
    assert numbers
    assert [number for number in numbers if not re.fullmatch(r"01[3-9] 00\d \d{4}", number)] == []
    assert [number for number in numbers if phonenumbers.is_valid_number(phonenumbers.parse(number, "FI"))] == []


def test_no_host_but_example_org_is_in_the_load(small_load: Path) -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in invented(small_load))
    hosts = set(re.findall(r"https?://([^/\s\"')]+)", text)) | set(re.findall(r"@([\w.-]+)", text))
    assert hosts == {"example.org"}


@pytest.fixture(scope="module")
def many_services() -> list[tuple[str, dict[str, object], str]]:
    made = frame.frames(ROOT / "regions", "talvi", frame.counts(0.2))
    return [offer.service(each, number) for each in made for number in range(each.counts.services)]


def test_services_serve_the_areas_of_the_mix(many_services: list[tuple[str, dict[str, object], str]]) -> None:
    whole = sum(facts["areas"] == ["koko-alue"] for _, facts, _ in many_services)
    country = sum(facts["areas"] in (["koko-maa"], ["manner-suomi"]) for _, facts, _ in many_services)
    near = sum(len(facts["areas"]) <= 3 for _, facts, _ in many_services) - whole - country  # type: ignore[arg-type]
    total = len(many_services)
    assert 0.25 < whole / total < 0.35
    assert 0.03 < country / total < 0.11
    assert 0.48 < near / total < 0.62


def test_texts_of_services_keep_their_lengths(many_services: list[tuple[str, dict[str, object], str]]) -> None:
    shortest, longest = language.BODY_LENGTH
    assert [record for record, facts, _ in many_services if len(str(facts["summary"])) > 150] == []
    assert [record for record, _, body in many_services if not shortest <= len(body) <= longest] == []


def test_services_have_one_to_four_channels_and_names_of_their_own(
    many_services: list[tuple[str, dict[str, object], str]],
) -> None:
    assert {len(facts["channels"]) for _, facts, _ in many_services} == {1, 2, 3, 4}  # type: ignore[arg-type]
    names = {facts["name"] for _, facts, _ in many_services}
    assert len(names) > 0.95 * len(many_services)


@pytest.mark.parametrize(
    "value",
    [
        {"a": "no", "b": "12:30", "c": "00100", "d": ["x, y", "z"], "e": [{"f": "it's: so", "g": ["ä"]}]},
        [{"a": "# ei", "b": {"c": "-1", "ma-pe": "9-16"}}, {"a": 'say "so"', "b": {"c": "~"}}],
        {"long": ["sana " * 30, "toinen"], "text": "rivi\nrivi", "end": "x "},
    ],
)
def test_what_is_written_as_yaml_is_read_back_as_text(value: object) -> None:
    assert yaml.load(writing.yaml_text(value), Loader=yaml.CBaseLoader) == value


PAGE = """<!doctype html><html lang="fi"><head><title>Ura &amp; työ</title><meta name="description" content="Apua.">
<link rel="canonical" href="https://example.org/lappi/palvelut/ura/"><script>let a = {b: {{c: 1}}}</script></head>
<body><header>Ylä</header><main><article class="md-content__inner"><h1>Ura &amp; työ</h1><div><p>Kysy <a href="../x/">
meiltä</a>, <strong>heti</strong>.</p><dl><div><dt>Alue</dt><dd>Salla</dd></div></dl><ul><li>yksi</li>
<li>kaksi</li></ul><table><tr><th>Päivä</th></tr><tr><td>ma</td></tr></table><svg><path d="M0"/></svg></div></article>
</main>
<footer>Ala</footer></body></html>"""


def test_main_content_becomes_the_markdown_somebody_would_have_written() -> None:
    body = LexborHTMLParser(re.split(r"</?article[^>]*>", PAGE)[1]).body
    assert body is not None
    assert as_markdown.markdown_of(body) == (
        "# Ura & työ\n\nKysy [meiltä](<../x/>), **heti**.\n\nAlue\n:   Salla\n\n-   yksi\n-   kaksi\n\n"
        '| Päivä |\n| --- |\n| ma |\n\n<div><svg><path d="M0"></path></svg></div>\n'
    )


@pytest.mark.parametrize(
    "text", ["1. kerta", "- viiva", "* tähti", "a_b_c", "[x](y)", "<b>", "&lt;", "a > b", "# ristikko", "\\"]
)
def test_plain_text_stays_plain_text_in_markdown(text: str) -> None:
    import markdown

    escaped = html.escape(text)
    body = LexborHTMLParser(f"<p>{escaped}</p>").body
    assert body is not None
    shown = LexborHTMLParser(markdown.markdown(as_markdown.markdown_of(body))).body
    assert shown is not None
    assert [node.tag for node in shown.iter()] == ["p"]
    assert shown.text().strip() == text


@pytest.fixture
def tiny_site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for address in ("", "lappi/", "lappi/palvelut/", "lappi/palvelut/ura/", "lappi/palvelut/tyo/"):
        writing.write(site / address / "index.html", PAGE)
    writing.write(site / "vanha" / "index.html", '<meta http-equiv="refresh" content="0; url=../">')
    writing.write(site / "404.html", PAGE)
    return site


def test_hugo_is_given_every_page_and_no_redirect(tiny_site: Path, tmp_path: Path) -> None:
    found = hugo_pages.write_hugo(tiny_site, tmp_path / "hugo")
    content = tmp_path / "hugo" / "content"
    files = {str(file.relative_to(content)) for file in content.rglob("*.md")}
    assert len(found) == 5
    assert files == {
        "_index.md", "lappi/_index.md", "lappi/palvelut/_index.md", "lappi/palvelut/ura.md", "lappi/palvelut/tyo.md",
    }  # fmt: skip


def test_our_shell_is_hugos_layout_with_slots_for_what_differs() -> None:
    page, shell = pages._built_page("lappi/palvelut/ura/", PAGE)
    layout = hugo_pages.layout_of(shell)
    assert (page.title, page.description, page.shell) == ("Ura & työ", "Apua.", "lappi-3")
    assert "<title>{{ .Title }}</title>" in layout
    assert 'content="{{ .Description }}"' in layout
    assert 'href="{{ .Permalink }}"' in layout
    assert '<article class="md-content__inner">{{ .Content }}</article>' in layout
    assert '{b: {{ "{{" }}c: 1}}}' in layout


def test_stock_mkdocs_gets_all_sections_and_a_share_of_the_records(tiny_site: Path, tmp_path: Path) -> None:
    written = stock_pages.write_stock(tiny_site, tmp_path / "stock", 0.5)
    assert [page.address for page in written] == ["", "lappi/", "lappi/palvelut/", "lappi/palvelut/ura/"]
    configuration = yaml.safe_load((tmp_path / "stock" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "ura" not in str(configuration["nav"])
    assert "lappi/palvelut/index.md" in str(configuration["nav"])


def test_a_stage_told_twice_is_summed() -> None:
    assert measure.stages_in("tno-stage read 0.5\nother 1\ntno-stage pages 2\ntno-stage read 0.25\n") == {
        "read": 0.75,
        "pages": 2.0,
    }


def test_a_command_that_fails_shows_what_it_said() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('ei onnistu')"]
    with pytest.raises(measure.CommandFailedError, match=r"kokeilu: ended with code 1\nei onnistu"):
        measure.run("kokeilu", command, {}, 60)


def test_ratios_are_taken_round_by_round() -> None:
    assert figures.ratios([1.0, 6.0], [2.0, 3.0]) == [0.5, 2.0]


@pytest.mark.parametrize(("value", "verdict"), [(1.0, "met"), (1.01, "not met"), (None, "not measured")])
def test_a_budget_says_whether_it_was_kept(value: float | None, verdict: str) -> None:
    assert figures.Budget("kokeilu", value, 1.0, "s").verdict == verdict
