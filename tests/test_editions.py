"""Two editions: nothing for members is anywhere in the public one, and the members' one has it all and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_building import URL, Project, Site, build_site, differing, make_project, run_build
from tno import finnish
from tno.check import check
from tno.content import Folders
from tno.edition import Edition
from tno.problem import Problem
from tno.settings import Settings
from trees import DAY

SERVICE = """\
---
name: {name}
summary: {summary}
organisation: tuulipolun-ohjaamo
kind: neuvonta
target_groups: kaikki
topics: tyo
areas: Kemi
languages: fi
channels:
  - {{type: sahkoposti, email: {email}}}
verified: 2026-10-01
{more}---

{body}
"""
EVENT = """\
- id: {own_id}
  name: {name}
  start: 2026-11-30 12.00
  end: "14.00"
  kind: verkostopaiva
  organiser: tuulipolun-ohjaamo
  audience: verkosto
  place: {place}
"""
HIDDEN = "visibility: jasenet\n"


def service(name: str, more: str = HIDDEN, body: str = "") -> str:
    email = f"{name.lower()}@example.org"
    return SERVICE.format(name=name, summary=f"{name} lyhyesti.", email=email, more=more, body=body)


Plant = Callable[[Project], object]
"""Puts something for members into a project."""


def changing(name: str, old: str, new: str) -> Plant:
    return lambda project: project.change(name, old, new)


def writing(name: str, text: str) -> Plant:
    return lambda project: project.write(name, text)


TOIMIJAT, OHJAAMO, SOPIMUS = (
    "lappi/organisations/toimijat.yml",
    "lappi/services/ohjaamo.md",
    "lappi/agreements/sopimus-2026.md",
)
PLANTS: dict[str, tuple[Plant, tuple[str, ...], str]] = {
    "a whole record": (
        writing("lappi/services/hiidenkivi.md", service("Hiidenkivi")),
        ("Hiidenkivi", "hiidenkivi"),
        "lappi/services/hiidenkivi.md:2:1",
    ),
    "the body of a record for members": (
        writing(
            "lappi/pages/aarre.md",
            f"---\nname: Aarre\npublished: 2026-11-01\n{HIDDEN}---\n\n## Kätketty\n\nMustikkamaa.\n",
        ),
        ("Mustikkamaa", "katketty"),
        "lappi/pages/aarre.md:2:1",
    ),
    "a part in a list": (
        changing(
            OHJAAMO,
            "  - type: sahkoposti\n",
            "  - {type: sahkoposti, email: piilo@example.org, visibility: jasenet}\n  - type: sahkoposti\n",
        ),
        ("piilo@example.org",),
        f"{OHJAAMO}:20:5",
    ),
    "a mapping of single values": (
        changing(
            TOIMIJAT,
            "  sector: kuntayhtyma\n",
            "  sector: kuntayhtyma\n  members:\n    phone: 016 00 9876\n    email: jasenlinja@example.org\n",
        ),
        ("jasenlinja@example.org", "35816009876", finnish.phone("+35816009876")),
        f"{TOIMIJAT}:19:3",
    ),
    "a contact of an organisation": (
        changing(
            TOIMIJAT,
            "    - role: yhteyshenkilo\n",
            "    - {role: yllapitaja, email: kontakti@example.org, visibility: jasenet}\n    - role: yhteyshenkilo\n",
        ),
        ("kontakti@example.org",),
        f"{TOIMIJAT}:13:7",
    ),
    "a contact of a region": (
        changing(
            "lappi/region.yml",
            "elo_group: lapin-elo\n",
            "  - {role: vastuuhenkilo, email: alueensihteeri@example.org, visibility: jasenet}\nelo_group: lapin-elo\n",
        ),
        ("alueensihteeri@example.org",),
        "lappi/region.yml:14:5",
    ),
    "an annex of an agreement": (
        changing(
            SOPIMUS,
            "annexes:\n",
            'annexes:\n  - {name: "Liite: Kuiskaus", url: https://example.org/kuiskaus, visibility: jasenet}\n',
        ),
        ("Kuiskaus", "kuiskaus"),
        f"{SOPIMUS}:23:5",
    ),
    "a file of a public agreement": (
        lambda project: (
            project.write(f"{SOPIMUS.rpartition('/')[0]}/kuutamo.pdf", "%PDF Hillasuo"),
            project.change(
                SOPIMUS,
                "annexes:\n",
                "annexes:\n  - {name: Kuutamoliite, file: kuutamo.pdf, visibility: jasenet}\n",
            ),
        ),
        ("Kuutamoliite", "kuutamo.pdf"),
        f"{SOPIMUS}:23:5",
    ),
    "a document with its file": (
        lambda project: (
            project.write("lappi/members/documents/suunta.pdf", "%PDF Kaarnasaari"),
            project.write(
                "lappi/members/documents/suunta.md",
                "---\nname: Suuntaviivat\nkind: strategia\nsummary: Lyhyesti.\nfile: suunta.pdf\n---\n",
            ),
        ),
        ("Suuntaviivat", "suunta.pdf"),
        "lappi/members/documents/suunta.md:2:1",
    ),
    "a promise of an agreement": (
        changing(SOPIMUS, "commitments:\n", "commitments:\n  - {text: Hiljainen lupaus., visibility: jasenet}\n"),
        ("Hiljainen lupaus",),
        f"{SOPIMUS}:16:5",
    ),
    "a seat in a group": (
        changing(
            "lappi/groups/lapin-elo.md",
            "members:\n",
            "members:\n  - {organisation: kainuu/korvenpolun-yhdistys, role: asiantuntija, visibility: jasenet}\n",
        ),
        (),
        "lappi/groups/lapin-elo.md:6:5",
    ),
    "an action of a plan": (
        changing(
            "lappi/plans/2027.md", "actions:\n", "actions:\n  - {text: Salainen toimenpide., visibility: jasenet}\n"
        ),
        ("Salainen toimenpide",),
        "lappi/plans/2027.md:10:5",
    ),
    "an event and its place": (
        lambda project: (
            project.write(
                "lappi/events/salaiset.yml",
                EVENT.format(own_id="hiljainen-ilta", name="Hiljaisilta", place="kellari") + f"  {HIDDEN}",
            ),
            project.write(
                "lappi/places/salaiset.yml",
                f"- id: kellari\n  name: Kuutamokellari\n  municipality: Kemi\n  street: Kellarikuja 3\n  {HIDDEN}",
            ),
        ),
        ("Hiljaisilta", "hiljainen-ilta", "Kuutamokellari", "Kellarikuja"),
        "lappi/events/salaiset.yml:1:3",
    ),
    "an organisation": (
        writing("lappi/organisations/varjo.yml", f"name: Varjotalo\nsector: yritys\n{HIDDEN}"),
        ("Varjotalo", "toimijat/varjo"),
        "lappi/organisations/varjo.yml:1:1",
    ),
    "the members' folder": (
        writing("lappi/members/services/jarvenpohja.md", service("Jarvenpohja", more="")),
        ("Jarvenpohja", "jarvenpohja"),
        "lappi/members/services/jarvenpohja.md:2:1",
    ),
    "a list in the members' folder": (
        writing(
            "lappi/members/events/sisaiset.yml",
            EVENT.format(own_id="sisainen-ilta", name="Sisailta", place="tuulipolun-talo"),
        ),
        ("Sisailta", "sisainen-ilta"),
        "lappi/members/events/sisaiset.yml:1:3",
    ),
    "a translation of a record for members": (
        lambda project: (
            project.write("lappi/services/hamara.md", service("Hamara")),
            project.write(
                "lappi/services/hamara.sv.md", "---\nname: Skymningen\nsummary: Kort.\n---\n\nHemligheten.\n"
            ),
        ),
        ("Skymningen", "Hemligheten", "Hamara", "hamara"),
        "lappi/services/hamara.md:2:1",
    ),
    "a record of a region without other secrets": (
        writing("kainuu/groups/kuiskaajat.md", f"---\nname: Kuiskaajat\ntype: tyoryhma\n{HIDDEN}---\n"),
        ("Kuiskaajat", "kuiskaajat"),
        "kainuu/groups/kuiskaajat.md:2:1",
    ),
}
"""What → (how it is planted, texts that give it away, place of the error in a public repository)."""
NOT_SHOWN_YET = {"Skymningen", "Hemligheten"}
"""Translations: pages of other languages come later; until then they are in no edition."""
OUTSIDE = {
    "lappi/services/toinen-talo.md": service("Toinenkoti", more="partners: [ulkojasen]\n"),
    "lappi/organisations/ulkojasen.yml": "name: Ulkojasen\nsector: yritys\n",
}
"""Files of a checkout of members' content that lies apart."""
OF_OUTSIDE = ("Toinenkoti", "toinen-talo", "Ulkojasen", "ulkojasen")
IN_FILES = ("Hillasuo", "Kaarnasaari")
"""What stands in files that only members' records name."""
EVERYTHING = [*(text for _, texts, _ in PLANTS.values() for text in texts), *OF_OUTSIDE]
HIDDEN_PLACE = ("Salattukuja", "94990", "65.7362", "24.5637", "65,7362", "Vaivero", "Piilopirtti")
"""What the place `turvatalo` must not tell."""
TURVA = "lappi/services/turvaneuvonta.md"
HIDDEN_OTHERWISE = {
    "street: Salattukuja 7": "street: Hiljaistie 12",
    'postal_code: "94990"': 'postal_code: "94980"',
    "lat: 65.7362": "lat: 65.8101",
    "lon: 24.5637": "lon: 24.4040",
    "entrance: Soita summeria Vaivero.": "entrance: Koputa.",
    "transit_note: Pysäkki Piilopirtti.": "transit_note: Laituri.",
    "  name: Lumikellon talo": "  name: Vuokon talo",
}
"""Its facts → others."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, dict[str, str]]:
    """A project with everything planted, and the environment that names the members' checkout."""
    folder = tmp_path_factory.mktemp("planted")
    project = make_project(folder / "project")
    for plant, _, _ in PLANTS.values():
        plant(project)
    for name, text in OUTSIDE.items():
        file = folder / "jasenet" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return project, {"TNO_MEMBERS": str(folder / "jasenet")}


@pytest.fixture(scope="module")
def public(planted: tuple[Project, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Site:
    project, members = planted
    return build_site(project, tmp_path_factory.mktemp("public") / "site", settings=members)


@pytest.fixture(scope="module")
def for_members(planted: tuple[Project, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Site:
    project, members = planted
    settings = members | {"TNO_EDITION": "members"}
    return build_site(project, tmp_path_factory.mktemp("members") / "site", settings=settings)


# --- the public edition -----------------------------------------------------------------------------------------------


@pytest.mark.site
def test_nothing_for_members_is_in_any_file_of_the_public_site(public: Site) -> None:
    assert {marker: found for marker in [*EVERYTHING, *IN_FILES] if (found := public.where(marker))} == {}


@pytest.mark.site
def test_the_public_site_is_what_it_would_be_without_members_content(public: Site, tmp_path: Path) -> None:
    """Byte for byte, all but the hash of the content that it was built from and the ledger's hashes."""
    plain = build_site(make_project(tmp_path / "project"), tmp_path / "site")
    assert public.files.keys() == plain.files.keys()
    different = {path for path in plain.files if plain.files[path] != public.files[path]}
    assert different <= {"build.json", "data/ledger.json"}


@pytest.mark.site
def test_public_pages_do_not_speak_of_the_members_edition(public: Site) -> None:
    """The look guide shows how the line would look, with other words."""
    said = [path for path in public.where("t-edition") if not path.endswith(".css")]
    assert said in ([], ["ohjeet/ulkoasu/index.html"])
    assert [path for path in public.where("Jäsenten versio") if path.endswith(".html")] == []


@pytest.mark.site
def test_no_working_file_is_published(public: Site, for_members: Site) -> None:
    suffixes = {
        ".html",
        ".css",
        ".js",
        ".json",
        ".svg",
        ".png",
        ".ico",
        ".txt",
        ".webp",
        ".woff2",
        ".xml",
        ".csv",
        ".geojson",
        ".ics",
    }
    for site, more in ((public, set()), (for_members, {".pdf"})):
        assert {Path(path).suffix or Path(path).name for path in site.files} <= suffixes | {".nojekyll"} | more


@pytest.mark.site
def test_a_build_of_the_other_edition_before_changes_nothing(
    planted: tuple[Project, dict[str, str]], public: Site, tmp_path: Path
) -> None:
    """The same folder and the same cache: first for members, then for everyone."""
    project, members = planted
    out, cache = tmp_path / "site", tmp_path / "cache"
    build_site(project, out, cache=cache, settings=members | {"TNO_EDITION": "members"})
    again = build_site(project, out, cache=cache, settings=members)
    assert again.files == public.files


# --- the members' edition ---------------------------------------------------------------------------------------------


@pytest.mark.site
def test_members_find_everything(for_members: Site) -> None:
    pages = {address: html for address, html in for_members.pages.items() if address not in for_members.redirects}
    wanted = set(EVERYTHING) - NOT_SHOWN_YET
    assert {marker for marker in wanted if not any(marker in text for page in pages.items() for text in page)} == set()


@pytest.mark.site
def test_what_is_for_members_stands_where_it_belongs(for_members: Site) -> None:
    assert "tel:+35816009876" in for_members.pages["lappi/toimijat/peuranpolun-kuntayhtyma/"]
    assert "korvenpolun-yhdistys" in for_members.pages["lappi/ryhmat/lapin-elo/"]
    assert "kuiskaus" in for_members.pages["lappi/sopimukset/sopimus-2026/"]
    assert "/lappi/toimijat/ulkojasen/" in for_members.pages["lappi/palvelut/toinen-talo/"]


@pytest.mark.site
def test_files_for_members_lie_below_the_pages_of_their_records(for_members: Site) -> None:
    assert for_members.where("Hillasuo") == ["lappi/sopimukset/sopimus-2026/kuutamo.pdf"]
    assert for_members.where("Kaarnasaari") == ["lappi/asiakirjat/suunta/suunta.pdf"]


@pytest.mark.site
def test_open_data_says_which_edition_it_is_of(public: Site, for_members: Site) -> None:
    assert '"edition":"public"' in public.text("data/services.json")
    assert '"edition":"members"' in for_members.text("data/places.geojson")
    assert "Hiidenkivi" in for_members.text("data/services.json") and "Hiidenkivi" in for_members.text(
        "data/services.csv"
    )


@pytest.mark.site
def test_a_record_of_the_separate_checkout_has_no_edit_link_into_the_public_repository(for_members: Site) -> None:
    assert "/edit/main/" in for_members.pages["lappi/palvelut/jarvenpohja/"]
    assert "/edit/main/" not in for_members.pages["lappi/palvelut/toinen-talo/"]


@pytest.mark.site
def test_every_page_for_members_says_so_and_hides(for_members: Site) -> None:
    pages = {**for_members.pages, "404.html": for_members.text("404.html")}
    for address, html in pages.items():
        assert 'name="robots" content="noindex"' in html, address
        assert address in for_members.redirects or "Jäsenten versio" in html, address
    assert for_members.text("robots.txt") == "User-agent: *\nDisallow: /\n"


# --- a hidden address -------------------------------------------------------------------------------------------------


@pytest.mark.site
def test_an_address_that_is_not_public_is_in_no_file_of_any_edition(public: Site, for_members: Site) -> None:
    for site in (public, for_members):
        assert {told: found for told in HIDDEN_PLACE if (found := site.where(told))} == {}


@pytest.mark.site
def test_no_byte_of_the_site_depends_on_a_hidden_address(tmp_path: Path) -> None:
    """Two sites whose hidden addresses differ are the same: nothing is rounded, counted or reckoned from them.

    (All but hashes of the whole content: of the build, and of a region in the ledger.)
    """
    one, other = make_project(tmp_path / "one"), make_project(tmp_path / "other")
    for project, place in ((one, "lat: 65.7362, lon: 24.5637"), (other, "lat: 65.8481, lon: 24.1466")):
        inline = f"{{municipality: Tornio, street: Katu {place[5:12]}, {place}, address_public: ei}}"
        channel = f"  - {{type: palvelupaikka, place: {inline}}}\n  - type: puhelin\n    phone: 016 00 5555\n"
        project.change(TURVA, "  - type: puhelin\n    phone: 016 00 5555\n", channel)
    for old, new in HIDDEN_OTHERWISE.items():
        other.change("lappi/places/paikat.yml", old, new)
    found = differing(build_site(one, tmp_path / "a"), build_site(other, tmp_path / "b"))
    assert set(found) <= {"build.json", "data/ledger.json"}


@pytest.mark.site
def test_a_hidden_place_still_tells_its_municipality(public: Site) -> None:
    assert "Kemi. Osoite kerrotaan" in public.pages["lappi/palvelut/turvaneuvonta/"]
    assert "Kemi. Osoite kerrotaan" in public.pages["lappi/tapahtumat/avoin-ovi/"]


# --- a public repository ----------------------------------------------------------------------------------------------


def problems_in_public_repository(project: Project, members: Path | None = None) -> list[Problem]:
    folders = Folders(project.folder, project.regions, members)
    return check(folders, Edition.PUBLIC, Settings(repository="public"), DAY).errors


@pytest.mark.parametrize("name", PLANTS)
def test_in_a_public_repository_it_is_an_error_at_its_place(tmp_path: Path, name: str) -> None:
    plant, _, place = PLANTS[name]
    project = make_project(tmp_path / "project")
    plant(project)
    found = [f"{problem.code} {problem.position}" for problem in problems_in_public_repository(project)]
    assert f"members-content-public regions/{place}" in found
    assert {line.split()[0] for line in found} == {"members-content-public"}


def test_content_without_secrets_may_lie_in_a_public_repository(tmp_path: Path) -> None:
    assert problems_in_public_repository(make_project(tmp_path / "project")) == []


def test_a_separate_checkout_is_no_error(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for name, text in OUTSIDE.items():
        file = tmp_path / "jasenet" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert problems_in_public_repository(project, tmp_path / "jasenet") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lappi/members/index.md", "Jäsenille: Korpikuusi.\n"),
        ("lappi/index.md", f"---\n{HIDDEN}---\n\nKorpikuusi.\n"),
        ("lappi/index.sv.md", f"---\nname: Lappland\n{HIDDEN}---\n\nKorpikuusi.\n"),
        ("lappi/members/services/ohjaamo.sv.md", "---\nname: Korpikuusi\n---\n"),
        ("lappi/services/ohjaamo.sv.md", f"---\nname: Korpikuusi\n{HIDDEN}---\n"),
        ("lappi/members/region.yml", "name: Korpikuusi\n"),
    ],
)
@pytest.mark.site
def test_texts_beside_records_do_not_slip_through(tmp_path: Path, name: str, text: str) -> None:
    """Either the public site has nothing of it, or the build says what is wrong."""
    project = make_project(tmp_path / "project")
    project.write(name, text)
    assert [problem.position.file for problem in problems_in_public_repository(project)] == [f"regions/{name}"]
    done = run_build(project, tmp_path / "site")
    assert "Traceback" not in done.stdout
    if done.returncode == 0:
        assert Site(tmp_path / "site", "", URL).where("Korpikuusi") == []
    else:
        assert f"regions/{name}" in done.stdout


@pytest.mark.site
def test_a_public_build_stops_at_members_content_in_a_public_repository(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", repository="public")
    PLANTS["a whole record"][0](project)
    done = run_build(project, tmp_path / "site")
    assert done.returncode == 1 and "regions/lappi/services/hiidenkivi.md:2:1" in done.stdout
    assert "Traceback" not in done.stdout and not (tmp_path / "site" / "index.html").exists()
