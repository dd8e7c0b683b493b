"""A site is a function of content, date and former ledger; where, when and how often it was built before is nothing.

The second half tries the promise of `made_of`: a page is kept only when everything it shows is as it was. Content is
changed bit by bit in one project, built on top of what is there, and compared with a build from nothing.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from site_building import URL, Site, build_site, differing, environment, make_project, run_build
from tno.page import Page
from tno.page_files import PageFiles
from trees import ROOT
from workshop import Workshop

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}
HERE = {"TZ": "America/Anchorage", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "LANG": "fi_FI.UTF-8"}


# --- through MkDocs ---------------------------------------------------------------------------------------------------


@pytest.mark.site
def test_folder_zone_hash_seed_and_locale_change_no_byte(tmp_path: Path) -> None:
    one = make_project(tmp_path / "a", ROOT / "regions")
    other = make_project(tmp_path / "toinen kansio" / "ä", ROOT / "regions")
    assert differing(
        build_site(one, tmp_path / "one", settings=HERE), build_site(other, tmp_path / "other", settings=ELSEWHERE)
    ) == []  # fmt: skip


@pytest.mark.site
def test_a_part_of_the_site_is_the_same_as_in_the_whole(small_site: Site, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", site_url=small_site.url)
    part = build_site(project, tmp_path / "part", settings={"TNO_REGIONS": "lappi"})
    mine = {path for path in small_site.files if path.startswith("lappi/")}
    assert {path for path in part.files if path.startswith(("lappi/", "kainuu/"))} == mine
    assert {path for path in mine if part.files[path] != small_site.files[path]} == set()
    whole = build_site(project, tmp_path / "part", cache=tmp_path / "part-cache")
    assert differing(whole, small_site) == []


@pytest.mark.site
def test_a_build_on_top_of_another_is_the_same_as_one_from_nothing(tmp_path: Path) -> None:
    """Section pages, hand-written pages and templates included; the rest is tried below without MkDocs."""
    project, cache = make_project(tmp_path / "project", own_templates=True), tmp_path / "cache"
    site = build_site(project, tmp_path / "site", cache=cache)
    before = {path: (tmp_path / "site" / path).stat().st_mtime_ns for path in site.files}
    build_site(project, tmp_path / "site", cache=cache)
    after = {path: (tmp_path / "site" / path).stat().st_mtime_ns for path in site.files}
    assert [path for path in before if before[path] != after[path]] == ["build.json"]

    footer = project.folder / "overrides" / "partials" / "frame" / "footer.html"
    footer.write_text(footer.read_text(encoding="utf-8") + "<!-- uusi -->", encoding="utf-8")
    (project.folder / "docs" / "hata.md").write_text("# Apua\n\n[Haku](/haku/)\n", encoding="utf-8")
    (project.folder / "docs" / "uusi.md").write_text("# Uusi\n", encoding="utf-8")
    (project.folder / "docs" / "assets" / "marks" / "lappi.svg").unlink()
    project.change("lappi/services/ohjaamo.md", "Tuulipolun neuvonta", "Tuulipolun ovi")
    project.change("lappi/organisations/toimijat.yml", "name: Peuranpolun kuntayhtymä", "name: Peuranpolun yhtymä")
    changed = build_site(project, tmp_path / "site", cache=cache, strict=False)
    assert differing(changed, build_site(project, tmp_path / "clean", strict=False)) == []
    assert "Tuulipolun ovi" in changed.text("lappi/palvelut/index.html")
    assert "assets/marks/lappi.svg" not in changed.files


@pytest.mark.site
def test_another_build_in_the_same_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    """Two projects, two caches, one folder in turn: nobody believes what the other has written."""
    one, other = make_project(tmp_path / "one"), make_project(tmp_path / "other")
    (other.regions / "lappi" / "pages" / "joulu.md").unlink()
    build_site(one, tmp_path / "site", cache=tmp_path / "cache-one")
    build_site(other, tmp_path / "site", cache=tmp_path / "cache-other")
    again = build_site(one, tmp_path / "site", cache=tmp_path / "cache-one")
    assert differing(again, build_site(one, tmp_path / "clean")) == []


@pytest.mark.site
def test_a_file_changed_by_hand_is_written_again(tmp_path: Path) -> None:
    project, cache = make_project(tmp_path / "project"), tmp_path / "cache"
    site = build_site(project, tmp_path / "site", cache=cache)
    (tmp_path / "site" / "lappi" / "index.html").write_text("vieras", encoding="utf-8")
    (tmp_path / "site" / "kunnat" / "kemi" / "index.html").unlink()
    (tmp_path / "site" / "data" / "search" / "fi" / "t0.json").unlink()
    assert differing(site, build_site(project, tmp_path / "site", cache=cache)) == []


# --- without a generator ----------------------------------------------------------------------------------------------


def test_folder_zone_hash_seed_and_locale_change_no_byte_of_what_the_package_makes(tmp_path: Path) -> None:
    def made(folder: Path, settings: Mapping[str, str]) -> Site:
        folder.mkdir(parents=True)
        program = [sys.executable, str(ROOT / "tests" / "workshop.py"), str(folder)]
        paths = {"PYTHONPATH": os.pathsep.join((str(ROOT / "hooks"), str(ROOT / "tests")))}
        subprocess.run(program, env=environment(folder / "cache", settings) | paths, check=True)
        return Site(folder / "site", "", URL)

    assert differing(made(tmp_path / "a", HERE), made(tmp_path / "toinen kansio" / "ä", ELSEWHERE)) == []


# --- many changes, one after another ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    """In memory where the machine has a file system for it: forty sites are written and removed."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() and os.access(memory, os.W_OK) else None) as folder:
        bench = Workshop(Path(folder))
        bench.on_top()
        yield bench


Change = Callable[[Workshop], None]


def replaced(name: str, old: str, new: str) -> Change:
    return lambda workshop: workshop.project.change(name, old, new)


def written(name: str, text: str) -> Change:
    return lambda workshop: void(workshop.project.write(name, text))


def removed(name: str) -> Change:
    return lambda workshop: (workshop.project.regions / name).unlink()


def void(_: object) -> None:
    return None


def template(name: str) -> Change:
    def change(workshop: Workshop) -> None:
        file = workshop.project.folder / "overrides" / name
        file.write_text(file.read_text(encoding="utf-8") + "<!-- muuttui -->", encoding="utf-8")
        shutil.rmtree(workshop.folder / "clean-cache")

    return change


def tomorrow(workshop: Workshop) -> None:
    workshop.day = date(2026, 12, 9)


def every_detail(workshop: Workshop) -> None:
    """Another number and another text of each service, something to bring: no page may be left that tells one."""
    for file in workshop.project.regions.glob("*/services/*.md"):
        text = re.sub(r"(phone: \d+ 00 \d+)", r"\g<1>9", file.read_text(encoding="utf-8"))
        if "bring:" not in text:
            text = text.replace("\nverified:", "\nbring: Kysymykset.\nverified:", 1)
        file.write_text(f"{text}\nLisää tekstiä.\n", encoding="utf-8")


TOIMIJAT, TAPAHTUMAT = "lappi/organisations/toimijat.yml", "lappi/events/tapahtumat.yml"
NEW_SERVICE = """\
---
name: Verkoston koulu
summary: Neuvoja ohjaajille.
organisation: tuulipolun-ohjaamo
kind: koulutus
target_groups: ohjausalan-ammattilaiset
topics: verkostotyo
areas: [Kemi, kainuu/kajaanin-seutu]
languages: fi
channels:
  - {type: sahkoposti, email: koulu@example.org}
verified: 2026-10-01
---
"""
CHANGES: dict[str, tuple[Change, set[str]]] = {
    "nothing": (void, set()),
    "telephone of a service": (
        replaced("lappi/services/ohjaamo.md", "phone: 016 00 1234", "phone: 016 00 1235"),
        {"lappi/palvelut/ohjaamo/", "lappi/kuka-vastaa-nyt/", "data/services.json", "data/palveluhaku/lappi.json"},
    ),
    "telephone of a service of the whole country": (
        replaced("kansallinen/services/linja.md", "phone: 019 00 0100", "phone: 019 00 0101"),
        {
            "kansallinen/palvelut/linja/",
            "kansallinen/yhteys/",
            "lappi/yhteys/",
            "lappi/selkosuomi/",
            "aiheet/ura/",
            "elamantilanteet/alan-vaihto/",
            "data/services.json",
            "data/mista-aloitan/kansallinen.json",
            "data/palveluhaku/kansallinen.json",
        },
    ),
    "text of a service": (
        replaced("kansallinen/services/linja.md", "mistä aloittaa.", "mistä alkaa."),
        {"kansallinen/palvelut/linja/"},
    ),
    "how a service begins": (
        replaced("kansallinen/services/linja.md", "areas: koko-maa\n", "areas: koko-maa\nhow_to_start: Soita ensin.\n"),
        {"kansallinen/palvelut/linja/", "data/mista-aloitan/kansallinen.json"},
    ),
    "an address where there was none": (
        replaced(
            "kainuu/services/kirjasto.md", "    email: kirje@", "    url: https://example.org/\n    email: kirje@"
        ),
        {"kainuu/palvelut/kirjasto/"},
    ),
    "name of a service": (
        replaced("lappi/services/ohjaamo.md", "name: Tuulipolun neuvonta", "name: Neuvonnan talo"),
        {
            "lappi/palvelut/",
            "lappi/palvelut/ohjaamo/",
            "kunnat/rovaniemi/",
            "aiheet/tyo/",
            "elamantilanteet/alan-vaihto/",
            "lappi/toimijat/tuulipolun-ohjaamo/",
            "lappi/sopimukset/sopimus-2026/",
            "lappi/tapahtumat/avoin-ovi/",
            "lappi/alueet/ita-lappi/",
        },
    ),
    "summary of a service": (
        replaced("lappi/services/turvaneuvonta.md", "Kun kotona ei ole hyvä olla.", "Kun on paha olla."),
        {"kunnat/kuhmo/", "kunnat/kemi/", "aiheet/hyvinvointi/", "lappi/toimijat/peuranpolun-kuntayhtyma/"},
    ),
    "name of an organisation": (
        replaced(TOIMIJAT, "name: Tuulipolun Ohjaamo", "name: Tuulipolun Ohjaamotalo"),
        {
            "lappi/toimijat/",
            "lappi/verkosto/",
            "lappi/palvelut/ohjaamo/",
            "lappi/ryhmat/ohjausryhma/",
            "kainuu/ryhmat/etaohjaus/",
            "lappi/sopimukset/sopimus-2026/",
            "lappi/kaytannot/saatto/",
            "lappi/asiakirjat/esite/",
            "lappi/elo/suunnitelmat/2027/",
            "lappi/tapahtumat/avoin-ovi/",
            "lappi/toimijat/vanha-neuvontatoimisto/",
            "kunnat/rovaniemi/",
        },
    ),
    "short name of an organisation": (replaced(TOIMIJAT, "short_name: Ohjaamo", "short_name: Talo"), set()),
    "name of a partner": (
        replaced(TOIMIJAT, "name: Peuranpolun kuntayhtymä", "name: Peuranpolun yhtymä"),
        {"lappi/palvelut/ohjaamo/", "lappi/toimijat/tuulipolun-ohjaamo/", "lappi/sopimukset/sopimus-2022/"},
    ),
    "sector of an organisation": (
        replaced("kainuu/organisations/toimijat.yml", "sector: jarjesto", "sector: saatio"),
        {"kainuu/toimijat/", "kainuu/ryhmat/etaohjaus/"},
    ),
    "name of an organisation of another region": (
        replaced("kainuu/organisations/toimijat.yml", "Korvenpolun yhdistys", "Korvenpolun säätiö"),
        {"lappi/sopimukset/sopimus-2026/", "kainuu/palvelut/kirjasto/", "aiheet/ura/"},
    ),
    "street of a place": (
        replaced("lappi/places/paikat.yml", "street: Tuulipolku 1", "street: Tuulipolku 2"),
        {
            "lappi/palvelut/ohjaamo/",
            "lappi/tapahtumat/avoin-ovi/",
            "kainuu/tapahtumat/vierailu/",
            "lappi/tapahtumat/",
            "data/services.json",
            "data/places.geojson",
            "data/kalenterit/kainuu.ics",
            "data/kalenterit/kunta-rovaniemi.ics",
        },
    ),
    "coordinates of a place": (
        replaced("lappi/places/paikat.yml", "  lat: 66.5039\n  lon: 25.7294\n", "  lat: 66.9039\n  lon: 25.7294\n"),
        {"kunnat/utsjoki/", "kunnat/kemi/"},
    ),
    "municipality of a place": (
        replaced(
            "lappi/places/paikat.yml",
            "name: Tuulipolun talo\n  municipality: Rovaniemi\n  street: Tuulipolku 2\n"
            '  postal_code: "96100"\n  post_office: Rovaniemi\n  lat: 66.9039\n  lon: 25.7294\n',
            "name: Tuulipolun talo\n  municipality: Sodankylä\n  street: Tuulipolku 2\n",
        ),
        {"kunnat/rovaniemi/", "kunnat/sodankyla/", "kainuu/tapahtumat/"},
    ),
    "address that may not be shown any more": (
        replaced("lappi/places/paikat.yml", "  entrance: Ovi on pihan puolella.", "  address_public: ei"),
        {"lappi/palvelut/ohjaamo/"},
    ),
    "name of a group": (
        replaced("lappi/groups/ohjausryhma.md", "name: Länsi-Lapin ohjausryhmä", "name: Lännen ohjausryhmä"),
        {
            "lappi/ryhmat/",
            "lappi/ryhmat/lapin-elo/",
            "lappi/lupaukset/",
            "lappi/sopimukset/sopimus-2026/",
            "lappi/elo/suunnitelmat/2027/",
            "lappi/toimijat/tuulipolun-ohjaamo/",
            "lappi/alueet/lansi-lappi/",
        },
    ),
    "name of the ELO group": (
        replaced("lappi/groups/lapin-elo.md", "name: Lapin ELO-ryhmä", "name: Lapin ohjauksen ryhmä"),
        {"lappi/elo/", "lappi/elo/raportit/2025/", "lappi/elo/arvioinnit/2026-10-15/", "lappi/ryhmat/ohjausryhma/"},
    ),
    "name of a group of several regions": (
        replaced("kainuu/groups/etaohjaus.md", "name: Etäohjauksen", "name: Etäneuvonnan"),
        {"lappi/ryhmat/", "kainuu/ryhmat/"},
    ),
    "a group of another region that reports": (
        replaced(
            "kainuu/groups/etaohjaus.md",
            "theme: saatavuus\n",
            "theme: saatavuus\nrelations:\n  - {group: lappi/lapin-elo, kind: raportoi}\n",
        ),
        {"lappi/ryhmat/", "lappi/ryhmat/lapin-elo/", "kainuu/ryhmat/"},
    ),
    "a promise that another region keeps": (
        replaced(
            "lappi/agreements/sopimus-2026.md",
            "    event: verkostopaiva\n",
            "    event: verkostopaiva\n"
            "  - {text: Kirjastokin neuvoo., responsible: kainuu/korvenpolun-yhdistys, service: kainuu/kirjasto}\n",
        ),
        {"lappi/", "lappi/lupaukset/", "lappi/sopimukset/sopimus-2026/", "kainuu/toimijat/korvenpolun-yhdistys/"},
    ),
    "when what keeps a promise was checked": (
        replaced("kainuu/services/kirjasto.md", "verified: 2026-10-01", "verified: 2026-10-08"),
        {"lappi/lupaukset/", "lappi/sopimukset/sopimus-2026/"},
    ),
    "a task of the agreement before": (
        replaced(
            "lappi/agreements/sopimus-2022.md",
            "valid_until: 2025-12-31\n",
            "valid_until: 2025-12-31\ngroup_tasks: [{group: kainuu/etaohjaus, tasks: [Kokoaa kaiken palautteen.]}]\n",
        ),
        {"lappi/sopimukset/sopimus-2022/", "lappi/sopimukset/sopimus-2026/", "kainuu/ryhmat/etaohjaus/"},
    ),
    "name of an agreement": (
        replaced("lappi/agreements/sopimus-2022.md", "kumppanuussopimus 2022", "sopimus 2022"),
        {"lappi/sopimukset/", "lappi/sopimukset/sopimus-2026/", "lappi/toimijat/vanha-neuvontatoimisto/"},
    ),
    "name of an agreement in force": (
        replaced("lappi/agreements/sopimus-2026.md", "name: Lapin kumppanuussopimus 2026", "name: Lapin sopimus 2026"),
        {
            "lappi/",
            "lappi/lupaukset/",
            "lappi/palvelut/ohjaamo/",
            "lappi/ryhmat/ohjausryhma/",
            "kainuu/toimijat/korvenpolun-yhdistys/",
        },
    ),
    "last day of an agreement": (
        replaced("lappi/agreements/sopimus-2026.md", "valid_until: 2028-12-31", "valid_until: 2027-03-31"),
        {"lappi/sopimukset/sopimus-2022/", "lappi/alueet/lansi-lappi/"},
    ),
    "name of an event": (
        replaced(TAPAHTUMAT, "name: Lapin verkostopäivä", "name: Lapin yhteinen päivä"),
        {
            "lappi/tapahtumat/",
            "lappi/sopimukset/sopimus-2026/",
            "lappi/toimijat/peuranpolun-kuntayhtyma/",
            "lappi/tapahtumat/verkostopaiva/verkostopaiva.ics",
            "data/kalenterit/lappi.ics",
            "data/kalenterit/suomi.ics",
            "lappi/syote.xml",
            "lappi/lupaukset/",
        },
    ),
    "hours of a service": (
        replaced("lappi/services/ohjaamo.md", 'ma-to: "9-16"', 'ma-to: "10-16"'),
        {"lappi/palvelut/ohjaamo/", "lappi/kuka-vastaa-nyt/"},
    ),
    "a service that nobody has checked for long": (
        replaced("kainuu/services/kirjasto.md", "verified: 2026-10-08", "verified: 2022-10-01"),
        {
            "kainuu/palvelut/kirjasto/",
            "kainuu/palvelut/",
            "palvelut/",
            "kainuu/ajantasaisuus/",
            "kansallinen/ajantasaisuus/",
        },
    ),
    "hours of a national service": (
        replaced("kansallinen/services/linja.md", "019 00 0101\n", '019 00 0101\n    hours: {ma-pe: "9-16"}\n'),
        {
            "kansallinen/palvelut/linja/",
            "lappi/kuka-vastaa-nyt/",
            "kainuu/kuka-vastaa-nyt/",
            "lappi/yhteys/",
            "kainuu/",
        },
    ),
    "a service that refers people to another": (
        replaced("kainuu/services/kirjasto.md", "verified:", "refers_to: [{service: kansallinen/linja}]\nverified:"),
        {"kansallinen/palvelut/linja/", "kainuu/palvelut/kirjasto/"},
    ),
    "name of an event for everybody": (
        replaced(TAPAHTUMAT, "name: Tuulipolun avoin ovi", "name: Tuulipolun avoimet ovet"),
        {"kunnat/rovaniemi/", "lappi/tapahtumat/", "lappi/tapahtumat/avoin-ovi/"},
    ),
    "name of a sub-area": (
        replaced("lappi/region.yml", "name: Länsi-Lappi", "name: Meri-Lappi"),
        {
            "lappi/palvelut/turvaneuvonta/",
            "lappi/ryhmat/ohjausryhma/",
            "lappi/sopimukset/sopimus-2026/",
            "lappi/alueet/ita-lappi/",
            "kunnat/kemi/",
        },
    ),
    "name of another region's sub-area": (
        replaced("kainuu/region.yml", "name: Ylä-Kainuu", "name: Pohjois-Kainuu"),
        {"lappi/palvelut/turvaneuvonta/", "kunnat/kuhmo/"},
    ),
    "municipalities of another region's sub-area": (
        replaced(
            "kainuu/region.yml",
            "municipalities: [Hyrynsalmi, Puolanka, Suomussalmi, Kuhmo]",
            "municipalities: [Hyrynsalmi, Puolanka, Suomussalmi, Kuhmo, Sotkamo]",
        ),
        {"kunnat/sotkamo/"},
    ),
    "contact of a region": (
        replaced("lappi/region.yml", "phone: 016 00 1111", "phone: 016 00 1112"),
        {"lappi/", "lappi/yhteys/"},
    ),
    "name of a region": (
        replaced("kainuu/region.yml", "name: Kainuu\n", "name: Kainuun maa\n"),
        {"", "lappi/", "kainuu/palvelut/kirjasto/", "kainuu/ryhmat/etaohjaus/", "kunnat/kajaani/"},
    ),
    "introduction of a region": (
        written("lappi/index.md", "Tervetuloa. [Neuvonta](services/turvaneuvonta.md) auttaa.\n"),
        {"lappi/"},
    ),
    "name of a national service": (
        replaced("kansallinen/services/linja.md", "name: Majakan linja", "name: Majakan puhelin"),
        {"lappi/palvelut/ohjaamo/", "palvelut/", "lappi/yhteys/", "kunnat/maarianhamina/"},
    ),
    "a national organisation": (
        replaced("kansallinen/organisations/sisaministerio.yml", "name: Sisäministeriö", "name: Sisäasiain ministeriö"),
        {"kansallinen/palvelut/hatanumero-112/", "kunnat/helsinki/"},
    ),
    "a new service with a topic of its own": (
        written("lappi/services/koulu.md", NEW_SERVICE),
        {
            "aiheet/verkostotyo/",
            "aiheet/",
            "lappi/kaytannot/saatto/",
            "kunnat/kajaani/",
            "lappi/toimijat/tuulipolun-ohjaamo/",
        },
    ),
    "a service that takes a break": (
        replaced("lappi/services/koulu.md", "languages: fi\n", "languages: fi\nstatus: tauolla\n"),
        {"lappi/palvelut/koulu/"},
    ),
    "a service that ends": (
        replaced("lappi/services/koulu.md", "status: tauolla", "status: paattynyt"),
        {"aiheet/", "lappi/kaytannot/saatto/", "lappi/palvelut/", "kunnat/kajaani/"},
    ),
    "a service that goes": (removed("lappi/services/koulu.md"), {"lappi/palvelut/"}),
    "a new organisation that takes over": (
        lambda workshop: (
            workshop.project.write("lappi/organisations/uusi.yml", "name: Uusi talo\nsector: saatio\n"),
            workshop.project.change(TOIMIJAT, "succeeded_by: tuulipolun-ohjaamo", "succeeded_by: uusi"),
        )[1],
        {"lappi/toimijat/uusi/", "lappi/sopimukset/sopimus-2022/"},
    ),
    "an organisation of another name in its address": (
        lambda workshop: (
            (workshop.project.regions / "lappi/organisations/uusi.yml").unlink(),
            workshop.project.write(
                "lappi/organisations/talo.yml", "name: Uusi talo\nsector: saatio\nformer_ids: uusi\n"
            ),
            workshop.project.change(TOIMIJAT, "succeeded_by: uusi", "succeeded_by: talo"),
        )[2],
        {"lappi/toimijat/talo/", "lappi/toimijat/uusi/", "lappi/sopimukset/sopimus-2022/"},
    ),
    "a former address that is used again": (
        lambda workshop: (
            workshop.project.change("lappi/organisations/talo.yml", "former_ids: uusi\n", ""),
            workshop.project.write("lappi/organisations/uusi.yml", "name: Aivan uusi\nsector: saatio\n"),
        )[0],
        {"lappi/toimijat/uusi/"},
    ),
    "a comment in a file": (
        replaced("lappi/places/paikat.yml", "- id: turvatalo", "- id: turvatalo  # muistiinpano"),
        set(),
    ),
    "where a service serves": (
        replaced("lappi/services/turvaneuvonta.md", "areas: [lansi-lappi, kainuu/yla-kainuu]", "areas: [Kemi, Tornio]"),
        {"kunnat/kuhmo/", "kunnat/pello/", "lappi/palvelut/turvaneuvonta/"},
    ),
    "an organisation that ends": (
        replaced(
            "kainuu/organisations/toimijat.yml",
            "municipality: Kajaani\n",
            "municipality: Kajaani\n  valid_until: 2026-06-30\n  succeeded_by: lappi/talo\n",
        ),
        {
            "lappi/sopimukset/sopimus-2026/",
            "lappi/lupaukset/",
            "kainuu/toimijat/",
            "kainuu/verkosto/",
            "lappi/toimijat/talo/",
        },
    ),
    "an agreement that no longer replaces another": (
        replaced("lappi/agreements/sopimus-2026.md", "renews: sopimus-2022\n", ""),
        {"lappi/sopimukset/sopimus-2022/", "lappi/sopimukset/sopimus-2026/"},
    ),
    "a role in a group": (
        replaced("lappi/groups/ohjausryhma.md", "role: puheenjohtaja", "role: jasen"),
        {"lappi/toimijat/tuulipolun-ohjaamo/", "lappi/ryhmat/ohjausryhma/"},
    ),
    "a date of an event that is called off": (
        replaced(TAPAHTUMAT, "  overrides:\n", "  overrides:\n    - {date: 2026-12-22, status: peruttu}\n"),
        {"lappi/tapahtumat/avoin-ovi/", "lappi/tapahtumat/"},
    ),
    "a time of an event": (
        replaced(TAPAHTUMAT, "  start: 2026-12-01 12.00\n", "  start: 2026-12-01 11.00\n"),
        {
            "lappi/tapahtumat/",
            "lappi/tapahtumat/avoin-ovi/",
            "lappi/tapahtumat/kuukausi/2026-12/",
            "lappi/tapahtumat/sarjat/avoimet-ovet/",
        },
    ),
    "name of a series": (
        replaced(TAPAHTUMAT, "  series: Avoimet ovet\n", "  series: Ovet auki\n"),
        {"lappi/tapahtumat/", "lappi/tapahtumat/avoin-ovi/", "lappi/tapahtumat/sarjat/ovet-auki/"},
    ),
    "what came of an event": (
        replaced(TAPAHTUMAT, "  outcome: Sovittiin", "  outcome: Silloin sovittiin"),
        {"lappi/tapahtumat/kesapaiva/", "lappi/tapahtumat/arkisto/2026/"},
    ),
    "a region that joins": (
        written("uusimaa/region.yml", (ROOT / "regions" / "uusimaa" / "region.yml").read_text(encoding="utf-8")),
        {"", "uusimaa/", "lappi/palvelut/ohjaamo/", "kunnat/helsinki/", "palvelut/"},
    ),
    "a practice, its first in the region": (
        written(
            "kainuu/practices/kirje.md",
            "---\nname: Kirje\nproblem: Matka.\nwhat: Kirjoitetaan.\ntarget_groups: kaikki\ntopics: ura\n---\n",
        ),
        {"kainuu/", "kainuu/kaytannot/"},
    ),
    "the only practice of a region goes": (removed("kainuu/practices/kirje.md"), {"kainuu/"}),
    "what is invented is real now": (
        replaced("kainuu/services/kirjasto.md", "example: true\n", ""),
        {"kainuu/palvelut/kirjasto/"},
    ),
    "a file of a document": (
        lambda workshop: (
            workshop.project.write("lappi/documents/esite.pdf", "%PDF yksi"),
            workshop.project.change("lappi/documents/esite.md", "years:", "file: esite.pdf\nyears:"),
        )[1],
        {"lappi/asiakirjat/esite/", "lappi/asiakirjat/esite/esite.pdf"},
    ),
    "another version of the file": (
        written("lappi/documents/esite.pdf", "%PDF kaksi" * 1000),
        {"lappi/asiakirjat/esite/", "lappi/asiakirjat/esite/esite.pdf"},
    ),
    "a file that goes": (
        lambda workshop: (
            workshop.project.change("lappi/documents/esite.md", "file: esite.pdf\n", ""),
            (workshop.project.regions / "lappi/documents/esite.pdf").unlink(),
        )[1],
        {"lappi/asiakirjat/esite/", "lappi/asiakirjat/esite/esite.pdf"},
    ),
    "whom to ask about an event, and what it is about": (
        replaced(
            TAPAHTUMAT,
            "  group: lapin-elo\n",
            "  group: lapin-elo\n  topics: verkostotyo\n"
            "  contact: {role: yhteyshenkilo, organisation: kainuu/korvenpolun-yhdistys}\n",
        ),
        {"lappi/tapahtumat/verkostopaiva/"},
    ),
    "every detail of every service": (
        every_detail,
        {"", "kansallinen/", "kunnat/kemi/", "lappi/yhteys/", "lappi/kuka-vastaa-nyt/", "kansallinen/palvelut/linja/"},
    ),
    "a word of a vocabulary": (
        replaced("vocabularies.yml", "  tyo: {fi: Työ ja työnhaku,", "  tyo: {fi: Työn haku,"),
        {"aiheet/tyo/", "aiheet/", "lappi/palvelut/ohjaamo/", "lappi/ajankohtaista/joulu/"},
    ),
    "template of a record": (template("records/group.html"), {"lappi/ryhmat/lapin-elo/"}),
    "template of a row": (template("partials/service-rows.html"), {"kunnat/kemi/"}),
    "the day": (tomorrow, {"lappi/tapahtumat/avoin-ovi/", "lappi/"}),
}
"""What changes → (how, pages that must be written again; others may be). In this order, each on top of the last."""


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_built_on_top_of_a_change_is_what_is_built_from_nothing(workshop: Workshop, name: str) -> None:
    change, expected = CHANGES[name]
    before, _ = workshop.on_top()
    before.files  # noqa: B018 - read now
    change(workshop)
    after, build = workshop.on_top()
    assert differing(after, workshop.from_nothing()) == []
    changed = {path.removesuffix("index.html") for path in differing(before, after)}
    assert expected - changed == set()
    assert changed & build.page_files.kept == set()
    if name == "nothing":
        assert changed == set() and len(build.page_files.kept) == len(build.section_pages) + len(build.record_pages)


def test_few_pages_are_written_for_a_small_change(workshop: Workshop) -> None:
    workshop.on_top()
    workshop.project.change("lappi/services/turvaneuvonta.md", "phone: 016 00 5555", "phone: 016 00 5556")
    _, build = workshop.on_top()
    every = {page.address for page in (*build.section_pages, *build.record_pages)}
    made = every - build.page_files.kept
    assert "lappi/palvelut/turvaneuvonta/" in made
    assert [address for address in made if "/kuukausi/" in address or "/arkisto/" in address] == []
    assert len(made) < 80, sorted(made)
    searched = {path for path in build.output.fresh if path.startswith("data/search/fi/")}
    assert len(searched) == 1 and "/d" in searched.pop(), "one file of results, no file of words"


def test_pages_of_records_are_asked_again_only_when_they_may_have_changed(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    made_of = PageFiles._made_of

    def noting(files: PageFiles, page: Page) -> str:
        if page.record:
            asked.add(page.address)
        return made_of(files, page)

    def asked_after(old: str, new: str) -> set[str]:
        workshop.project.change("lappi/services/turvaneuvonta.md", old, new)
        asked.clear()
        workshop.on_top()
        return set(asked)

    _, build = workshop.on_top()
    every = {page.address for page in build.record_pages if page.record}
    monkeypatch.setattr(PageFiles, "_made_of", noting)
    told = asked_after("kind: neuvonta\n", "kind: neuvonta\nhow_to_start: Soita ensin.\n")
    assert "lappi/palvelut/turvaneuvonta/" in told and len(told) < len(every) / 4, sorted(told)
    assert asked_after("organisation: peuranpolun-kuntayhtyma", "organisation: tuulipolun-ohjaamo") == every
    assert asked_after("verified: 2026-10-01", "verified: 2019-10-01") == every, "it is no longer offered"


def test_when_details_alone_change_only_pages_that_tell_them_are_asked(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    made_of = PageFiles._made_of

    def noting(files: PageFiles, page: Page) -> str:
        asked.add(page.address)
        return made_of(files, page)

    workshop.on_top()
    monkeypatch.setattr(PageFiles, "_made_of", noting)
    file = workshop.project.regions / "lappi" / "services" / "turvaneuvonta.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nSoita.\n", encoding="utf-8")
    workshop.on_top()
    rooms = {address.partition("/")[2].partition("/")[0] for address in asked}
    assert "lappi/palvelut/turvaneuvonta/" in asked
    assert rooms <= {"", "palvelut", "kuka-vastaa-nyt", "yhteys", "selkosuomi"}


def test_the_ledger_of_the_former_site_gives_the_days(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.on_top()
    former = tmp_path / "ledger.json"
    shutil.copy(tmp_path / "site" / "data" / "ledger.json", former)
    workshop.project.change("lappi/services/ohjaamo.md", "016 00 1234", "016 00 1235")
    workshop.day = date(2026, 12, 1)
    project = workshop.project
    done = build_site(project, tmp_path / "later", settings={"TNO_TODAY": "2026-12-01", "TNO_LEDGER": str(former)})
    lines = json.loads(done.text("data/ledger.json"))["addresses"]
    assert lines["lappi/palvelut/ohjaamo/"][1:] == ["2026-10-01", "2026-12-01", 1]
    assert lines["lappi/palvelut/turvaneuvonta/"][1:] == ["2026-10-01", "2026-10-01", 0]


@pytest.mark.site
def test_a_new_day_alone_changes_no_line_of_a_page_written_by_hand(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    site = build_site(project, tmp_path / "site")
    ledger = tmp_path / "ledger.json"
    ledger.write_bytes(site.files["data/ledger.json"])
    later = build_site(project, tmp_path / "later", settings={"TNO_TODAY": "2026-11-24", "TNO_LEDGER": str(ledger)})
    assert later.text("data/ledger.json") == site.text("data/ledger.json")
    (project.folder / "docs" / "tietoa.md").write_text("# Tietoa\n\nUusi teksti.\n", encoding="utf-8")
    changed = build_site(project, tmp_path / "changed", settings={"TNO_TODAY": "2026-11-24", "TNO_LEDGER": str(ledger)})
    before, after = (json.loads(each.text("data/ledger.json"))["addresses"] for each in (later, changed))
    assert [address for address in after if after[address] != before[address]] == ["tietoa/"]


@pytest.mark.site
def test_a_published_address_may_not_vanish(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    site = build_site(project, tmp_path / "site")
    ledger = tmp_path / "ledger.json"
    ledger.write_bytes(site.files["data/ledger.json"])
    name = project.regions / "lappi" / "pages"
    (name / "joulu.md").rename(name / "joulun-aika.md")
    lost = run_build(project, tmp_path / "next", settings={"TNO_LEDGER": str(ledger)})
    assert lost.returncode == 1 and "address-vanished" in lost.stdout and "/lappi/ajankohtaista/joulu/" in lost.stdout
    assert "Traceback" not in lost.stdout
    project.change("lappi/pages/joulun-aika.md", "topics: tyo\n", "topics: tyo\nformer_ids: joulu\n")
    kept = build_site(project, tmp_path / "next", settings={"TNO_LEDGER": str(ledger)})
    assert re.search(
        r"url=\.\./joulun-aika/|url=[^\"]*lappi/ajankohtaista/joulun-aika/",
        kept.redirects["lappi/ajankohtaista/joulu/"],
    )


@pytest.mark.site
def test_a_month_that_has_passed_leads_to_its_year(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    site = build_site(project, tmp_path / "site")
    month = "lappi/tapahtumat/kuukausi/2026-11/"
    assert f"{month}index.html" in site.files
    ledger = tmp_path / "ledger.json"
    ledger.write_bytes(site.files["data/ledger.json"])
    later = {"TNO_LEDGER": str(ledger), "TNO_TODAY": "2026-12-09"}
    assert "lappi/tapahtumat/arkisto/2026/" in build_site(project, tmp_path / "next", settings=later).redirects[month]
