"""The site read as a visitor, a search engine and a screen reader do: files of a real build, links followed."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from site_building import Site, build_site, make_project, run_build
from tno.records import KINDS
from tno.search.vocabulary import words_in
from tno.views.mark import GRID
from tno.views.place import MAP
from tno.words import words
from trees import DAY, ROOT

pytestmark = pytest.mark.site

REGIONS = [mark.region for mark in GRID]
ROOMS = ("palvelut", "toimijat", "tapahtumat", "sopimukset", "ryhmat", "verkosto", "yhteys", "kuka-vastaa-nyt")
OF_LAPLAND = ("elo", "kaytannot", "asiakirjat", "ajankohtaista")
NATIONAL = ("haku", "palvelut", "tapahtumat", "verkosto", "kunnat", "elamantilanteet", "aiheet")
GUIDE = [f"ohjeet/{file.stem}" for file in sorted((ROOT / "docs" / "ohjeet").glob("*.md")) if file.stem != "index"]
BY_HAND = ("hata", "ohjeet", *GUIDE, "saavutettavuus", "tietoa", "tietosuoja", "sv/hata", "en/hata")
OTHER_FILES = ("404.html", "robots.txt", "sitemap.xml", "build.json", "data/ledger.json", "data/search/fi/index.json")
LEADING = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "source": "src", "use": "href"}
"""Element → the attribute that leads somewhere."""
MOST_BYTES = 30_000
BANNER, EDIT = ".t-example", "Muokkaa tätä sivua"


def leads(page: HTMLParser) -> Iterator[tuple[str, str]]:
    """(element, address as written) of everything on a page that leads somewhere."""
    for tag, attribute in LEADING.items():
        for node in page.css(f"{tag}[{attribute}]"):
            yield tag, node.attributes[attribute] or ""
    for node in page.css("[data-index]"):
        yield "data-index", node.attributes["data-index"] or ""


def target_of(site: Site, address: str, written: str) -> tuple[str, str] | None:
    """(file of the site, fragment) that a link leads to; None: another host, mail or telephone."""
    absolute, fragment = urldefrag(urljoin(site.url + address, written))
    if not absolute.startswith(site.url):
        return None
    path = unquote(urlsplit(absolute[len(site.url) :]).path)
    return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(fragment)


def ids_of(page: HTMLParser) -> set[str]:
    return {node.attributes["id"] or "" for node in page.css("[id]")}


def is_invented(page: HTMLParser) -> bool:
    return page.css_first(BANNER) is not None


def is_hidden(page: HTMLParser) -> bool:
    robots = page.css_first("meta[name=robots]")
    return robots is not None and "noindex" in (robots.attributes["content"] or "")


def of_records(site: Site) -> dict[str, HTMLParser]:
    """Pages of single records and of municipalities."""
    rooms = {"palvelut", "toimijat", "ryhmat", "tapahtumat", "sopimukset", "kaytannot", "asiakirjat", "ajankohtaista"}
    found = {}
    for address, page in site.trees.items():
        parts = address.strip("/").split("/")
        if parts[0] in {*REGIONS, "kansallinen"} and len(parts) >= 3 and (parts[1] in rooms or parts[1] == "elo"):
            found[address] = page
    return found


# --- which pages there are --------------------------------------------------------------------------------------------


def test_every_area_has_a_section_with_all_its_rooms(whole_site: Site) -> None:
    assert len(REGIONS) == 15
    rooms = ("", *(f"{room}/" for room in ROOMS))
    wanted = {f"{region}/{room}" for region in (*REGIONS, "kansallinen") for room in rooms}
    assert wanted - whole_site.pages.keys() == set()


def test_every_municipality_has_a_page_and_stands_in_the_list(whole_site: Site) -> None:
    table = (ROOT / "regions" / "finland" / "municipalities.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in table.splitlines() if not line.startswith("#")))
    pages = {address for address in whole_site.pages if re.fullmatch("kunnat/[^/]+/", address)}
    listed = {
        urljoin("kunnat/", link.attributes["href"] or "") for link in whole_site.trees["kunnat/"].css(".t-main a[href]")
    }
    assert len(rows) == len(pages) == 308
    assert pages - {address.replace("../", "") for address in listed} == set()


@pytest.mark.parametrize("address", ["", *(f"{name}/" for name in (*NATIONAL, *BY_HAND))])
def test_the_rooms_of_the_whole_country_are_there(whole_site: Site, address: str) -> None:
    assert address in whole_site.pages


@pytest.mark.parametrize("room", OF_LAPLAND)
def test_a_room_is_there_where_there_is_content(whole_site: Site, room: str) -> None:
    assert f"lappi/{room}/" in whole_site.pages
    assert f"uusimaa/{room}/" not in whole_site.pages


@pytest.mark.parametrize("name", OTHER_FILES)
def test_files_for_machines_are_there(whole_site: Site, name: str) -> None:
    assert whole_site.files[name]


def test_the_host_is_told_to_leave_the_files_as_they_are(whole_site: Site) -> None:
    assert whole_site.files[".nojekyll"] == b""


def test_each_record_of_the_content_has_its_page(whole_site: Site) -> None:
    """Counted from the files: one page a Markdown file, one a list item with an id."""
    for kind, room in (("services", "palvelut"), ("groups", "ryhmat"), ("agreements", "sopimukset"), ("plans", "elo")):
        for file in (ROOT / "regions").glob(f"*/{kind}/*.md"):
            if "." not in file.stem:
                room_path = f"elo/suunnitelmat/{file.stem}" if room == "elo" else f"{room}/{file.stem}"
                assert f"{file.parent.parent.name}/{room_path}/" in whole_site.pages
    for kind, room in (("organisations", "toimijat"), ("events", "tapahtumat")):
        for file in (ROOT / "regions").glob(f"*/{kind}/*.yml"):
            for own_id in re.findall(r"^- id: (\S+)", file.read_text(encoding="utf-8"), re.MULTILINE):
                assert f"{file.parent.parent.name}/{room}/{own_id}/" in whole_site.pages


def test_sub_areas_topics_and_life_situations_have_pages(whole_site: Site) -> None:
    assert {f"lappi/alueet/{name}/" for name in ("lansi-lappi", "ita-lappi", "keski-lappi")} <= whole_site.pages.keys()
    assert {"aiheet/tyo/", "elamantilanteet/alan-vaihto/"} <= whole_site.pages.keys()


def test_a_section_with_nothing_but_its_own_file_is_of_use(whole_site: Site) -> None:
    home = whole_site.trees["satakunta/"]
    links = {link.attributes["href"] or "" for link in home.css("a[href]")}
    assert "../kunnat/pori/" in links
    assert any(href.startswith("../kansallinen/palvelut/") for href in links)
    assert "../ohjeet/" in links
    assert "Lounais-Suomen elinvoimakeskus" in home.body.text()  # type: ignore[union-attr]


# --- what each page says of itself ------------------------------------------------------------------------------------


def test_every_page_has_one_first_heading_and_no_level_is_left_out(whole_site: Site) -> None:
    wrong = {}
    for address, page in whole_site.trees.items():
        levels = [int((node.tag or "h0")[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
        leaps = [(one, two) for one, two in pairwise(levels) if two > one + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or leaps:
            wrong[address] = levels
    assert wrong == {}


def language_of(address: str) -> str:
    """`sv` of `sv/pohjanmaa/`; "" of a Finnish page."""
    first = address.partition("/")[0]
    return first if first in {"sv", "en"} else ""


def test_every_page_says_its_language_title_description_and_address(whole_site: Site) -> None:
    for address, page in whole_site.trees.items():
        html, title = page.css_first("html"), page.css_first("title")
        description, canonical = page.css_first("meta[name=description]"), page.css_first("link[rel=canonical]")
        assert html is not None and html.attributes["lang"] == (language_of(address) or "fi"), address
        assert title is not None and title.text().strip().endswith("– " + title.text().split("– ")[-1]), address
        assert title.text().split("–")[0].strip(), address
        assert description is not None and (description.attributes["content"] or "").strip(), address
        assert canonical is not None and canonical.attributes["href"] == whole_site.url + address


def test_no_two_pages_of_a_room_have_the_same_title(whole_site: Site) -> None:
    """A service may be called the same as the organisation that gives it; their addresses tell them apart."""
    titles: Counter[tuple[str, str]] = Counter()
    for address, page in whole_site.trees.items():
        room = "/".join(address.removeprefix(f"{language_of(address)}/").split("/")[1:2])
        titles[f"{language_of(address)} {room}", page.css_first("title").text()] += 1  # type: ignore[union-attr]
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_two_pages_of_a_language_have_the_same_description(whole_site: Site) -> None:
    told = Counter(
        (page.css_first("html").attributes["lang"], page.css_first("meta[name=description]").attributes["content"])  # type: ignore[union-attr]
        for page in whole_site.trees.values()
    )
    assert [description for description, count in told.items() if count > 1] == []


def test_a_shared_link_has_its_title_description_language_and_picture(whole_site: Site) -> None:
    for address, page in whole_site.trees.items():
        shared = {node.attributes["property"]: node.attributes["content"] or "" for node in page.css("meta[property]")}
        description = page.css_first("meta[name=description]").attributes["content"]  # type: ignore[union-attr]
        assert page.css_first("title").text().startswith(shared["og:title"]), address  # type: ignore[union-attr]
        assert shared["og:description"] == description, address
        locale = {"": "fi_FI", "sv": "sv_FI", "en": "en_GB"}[language_of(address)]
        assert (shared["og:type"], shared["og:locale"]) == ("website", locale)
        assert shared["og:image"].removeprefix(whole_site.url) in whole_site.files, address


def test_the_front_page_tells_machines_of_the_site_and_its_search(whole_site: Site) -> None:
    told = json.loads(whole_site.trees[""].css_first('script[type="application/ld+json"]').text())  # type: ignore[union-attr]
    assert (told["@type"], told["url"]) == ("WebSite", whole_site.url)
    way = told["potentialAction"]["target"]["urlTemplate"]
    assert way == f"{whole_site.url}haku/?q={{search_term_string}}"
    field = whole_site.trees["haku/"].css_first(".t-main input[type=search]")
    assert field is not None and field.attributes["name"] == "q"


def test_the_data_page_names_every_file_of_data(whole_site: Site) -> None:
    text = whole_site.trees["tietoa/"].body.text()  # type: ignore[union-attr]
    folders = ("data/schema/", "data/search/", "data/palveluhaku/", "data/mista-aloitan/", "data/kalenterit/")
    told = {f"data/kartta/{region}.json": "data/kartta/<alue>.json" for region in REGIONS}
    files = [path for path in whole_site.files if path.startswith("data/") and not path.startswith(folders)]
    files.remove("data/index.html")
    assert files and all(told.get(path, path) in text for path in (*files, *folders, "build.json", "sitemap.xml"))
    kinds = [Path(path).stem for path in whole_site.files if path.startswith("data/schema/")]
    assert all(f"({kind})" in text for kind in kinds)


def test_no_page_has_the_same_fragment_twice(whole_site: Site) -> None:
    for address, page in whole_site.trees.items():
        ids = Counter(node.attributes["id"] for node in page.css("[id]"))
        assert [name for name, count in ids.items() if count > 1] == [], address


def test_no_slot_and_no_mark_is_left_over(whole_site: Site) -> None:
    for path, data in whole_site.files.items():
        if path.endswith((".html", ".json", ".xml", ".txt")):
            assert not re.search("[\ue000-\uf8ff]", data.decode()), path


def test_crumbs_lead_to_the_section_and_the_room(whole_site: Site) -> None:
    for address, page in of_records(whole_site).items():
        links = [link.attributes["href"] or "" for link in page.css("nav[aria-label=Murupolku] a")]
        found = [target_of(whole_site, address, href) for href in links]
        parts = address.split("/")
        assert found == [(f"{parts[0]}/index.html", ""), (f"{parts[0]}/{parts[1]}/index.html", "")], address


def test_crumbs_for_machines_lead_to_pages_and_end_in_this_one(whole_site: Site) -> None:
    for address, page in of_records(whole_site).items():
        script = page.css_first('script[type="application/ld+json"]')
        assert script is not None, address
        items = json.loads(script.text())["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert all(item["item"].removeprefix(whole_site.url) in whole_site.pages for item in items[:-1])
        assert items[-1]["name"] == page.css_first("h1").text().strip()  # type: ignore[union-attr]


def test_the_edit_link_opens_the_file_that_holds_the_record(whole_site: Site) -> None:
    begins = "https://example.org/tno-palvelut/edit/main/"
    for address, page in of_records(whole_site).items():
        [link] = [each for each in page.css("footer a") if each.text() == EDIT]
        href, own_id = link.attributes["href"] or "", address.strip("/").rpartition("/")[2]
        file = ROOT / href.removeprefix(begins)
        assert href.startswith(begins) and file.is_file(), href
        if address.split("/")[2] in {"kuukausi", "arkisto", "sarjat"}:  # of many records: the region's own file
            continue
        assert file.stem == own_id or f"id: {own_id}\n" in file.read_text(encoding="utf-8"), href


def test_hand_written_pages_can_be_edited_too(whole_site: Site) -> None:
    for name in BY_HAND:
        edit = words(language_of(f"{name}/") or "fi").edit_page
        [link] = [each for each in whole_site.trees[f"{name}/"].css("footer a") if each.text() == edit]
        assert (ROOT / (link.attributes["href"] or "").partition("/edit/main/")[2]).is_file()


def test_pages_of_records_are_small(whole_site: Site) -> None:
    sizes = {address: len(whole_site.pages[address].encode()) for address in of_records(whole_site)}
    assert len(sizes) > 50
    assert {address: size for address, size in sizes.items() if size >= MOST_BYTES} == {}


def _gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.mark.parametrize(
    ("address", "most_kb"), [("", 120), ("lappi/", 120), ("lappi/palvelut/ohjaamo-napatuuli/", 90)]
)
def test_a_page_with_all_that_it_fetches_is_light(whole_site: Site, address: str, most_kb: int) -> None:
    page = whole_site.trees[address]
    fetched = [
        each.attributes["href"] or "" for each in page.css("link[rel=stylesheet], link[rel=preload], link[rel=icon]")
    ]
    fetched += [each.attributes["src"] or "" for each in page.css("script[src]")]
    files = [whole_site.folder / address / name for name in fetched]
    assert len(files) > 8
    total = sum(map(_gzipped, files)) + len(gzip.compress(whole_site.pages[address].encode(), 9))
    assert total < most_kb * 1024


def test_a_page_of_a_record_and_its_styles_are_light(whole_site: Site) -> None:
    styles = sum(_gzipped(file) for file in (whole_site.folder / "assets" / "stylesheets").glob("*.css"))
    records = of_records(whole_site)
    longest = sorted(records, key=lambda address: len(whole_site.pages[address]))[-20:]
    sizes = {address: styles + len(gzip.compress(whole_site.pages[address].encode(), 9)) for address in longest}
    assert {address: size for address, size in sizes.items() if size > 30 * 1024} == {}


# --- invented content -------------------------------------------------------------------------------------------------


def test_pages_of_invented_records_say_so_and_hide_from_search_engines(whole_site: Site) -> None:
    invented = [
        "lappi/palvelut/ohjaamo-napatuuli/",
        "lappi/tapahtumat/tyonhakutreffit/",
        "lappi/elo/suunnitelmat/2027/",
    ]
    invented += ["kansallinen/palvelut/ohjauslinja-kaukovalo/", "lappi/", "lappi/palvelut/", "kunnat/rovaniemi/"]
    for address in (*invented, ""):
        assert is_invented(whole_site.trees[address]) and is_hidden(whole_site.trees[address]), address


def test_real_pages_do_not_call_themselves_invented(whole_site: Site) -> None:
    real = {
        "kansallinen/palvelut/hatanumero-112/",
        "kansallinen/palvelut/opintopolku/",
        "kansallinen/asiakirjat/elo-strategia-2020/",
        "uusimaa/toimijat/",
        "lappi/sopimukset/kumppanuussopimus-2012/",
        "saavutettavuus/",
    }
    for address in real:
        assert not is_invented(whole_site.trees[address]) and not is_hidden(whole_site.trees[address]), address


def test_a_page_is_hidden_when_it_is_invented_and_only_then(whole_site: Site) -> None:
    assert [a for a, page in whole_site.trees.items() if is_invented(page) != is_hidden(page)] == []


def test_no_list_shows_invented_records_without_saying_so(whole_site: Site) -> None:
    """A page of a real record may lead to an invented one, which says so itself."""
    records = of_records(whole_site)
    invented = {address for address, page in records.items() if is_invented(page)}
    silent = []
    for address, page in whole_site.trees.items():
        if address.removeprefix("sv/").removeprefix("en/") in records:
            continue
        links = (target_of(whole_site, address, link.attributes["href"] or "") for link in page.css(".t-page a[href]"))
        shown = {found[0].removesuffix("index.html") for found in links if found}
        if shown & invented and not is_invented(page):
            silent.append(address)
    assert silent == []


def test_a_page_of_a_real_record_marks_what_is_invented_on_it(whole_site: Site) -> None:
    """Not in running text: there the sentence says it, and the page it leads to."""
    records = of_records(whole_site)
    invented = {address for address, page in records.items() if is_invented(page)}
    marked, silent = set(), []
    for address, page in records.items():
        if is_invented(page) or address.startswith(("kunnat/", "aiheet/", "elamantilanteet/")):
            continue
        for link in page.css("#sisalto a[href]:not(.t-prose a)"):
            found = target_of(whole_site, address, link.attributes["href"] or "")
            if found and found[0].removesuffix("index.html") in invented:
                tag = link.next
                while tag is not None and tag.tag == "-text":
                    tag = tag.next
                is_marked = tag is not None and "t-tag" in (tag.attributes.get("class") or "")
                marked.add(address) if is_marked else silent.append((address, link.attributes["href"]))
    assert silent == [] and "lappi/sopimukset/kumppanuussopimus-2012/" in marked


def test_the_sitemap_has_exactly_the_pages_that_may_be_found(whole_site: Site) -> None:
    listed = re.findall("<loc>(.*?)</loc>", whole_site.text("sitemap.xml"))
    assert len(listed) == len(set(listed))
    found = {address.removeprefix(whole_site.url) for address in listed}
    assert found == {address for address, page in whole_site.trees.items() if not is_hidden(page)}
    days = re.findall("<lastmod>(.*?)</lastmod>", whole_site.text("sitemap.xml"))
    assert len(days) == len(listed) and all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)


def test_robots_are_kept_out_of_invented_sections_only(whole_site: Site) -> None:
    lines = whole_site.text("robots.txt").splitlines()
    hidden = ["pohjois-karjala", "pohjanmaa", "sv/pohjanmaa", "en/pohjanmaa", "lappi"]
    told = [f"Disallow: /{section}/" for section in hidden]
    assert sorted(lines) == sorted(["User-agent: *", *told, f"Sitemap: {whole_site.url}sitemap.xml"])


# --- links ------------------------------------------------------------------------------------------------------------


def test_every_link_and_fragment_leads_somewhere(whole_site: Site, small_site: Site) -> None:
    for site in (whole_site, small_site):
        anchors = {f"{address}index.html": ids_of(page) for address, page in site.trees.items()}
        dead = []
        pages = [*site.trees.items(), ("404.html", HTMLParser(site.text("404.html")))]
        for address, page in pages:
            for _, written in leads(page):
                found = target_of(site, address, written)
                if found is None:
                    continue
                path, fragment = found
                if path not in site.files or (fragment and fragment not in anchors.get(path, {fragment})):
                    dead.append((address, written))
        assert dead == []


def test_every_page_can_be_reached_from_the_front_page_by_plain_links(whole_site: Site, small_site: Site) -> None:
    for site in (whole_site, small_site):
        seen, todo = {""}, [""]
        while todo:
            address = todo.pop()
            for link in site.trees[address].css("a[href]"):
                found = target_of(site, address, link.attributes["href"] or "")
                target = found[0].removesuffix("index.html") if found else None
                if target in site.trees and target not in seen:
                    seen.add(target)
                    todo.append(target)
        assert sorted(site.trees.keys() - seen) == []


def test_the_menu_of_every_page_leads_where_it_says(whole_site: Site) -> None:
    """A menu is rendered once for many pages: its links must be right on each."""
    for address, page in whole_site.trees.items():
        region = page.css_first("header").attributes["data-region"]  # type: ignore[union-attr]
        base = "" if region == "kansallinen" else f"{region}/"
        rooms = {base, "mista-aloitan/", "kunnat/", f"{region}/yhteys/"}
        rooms |= {f"{base}{room}/" for room in ("palvelut", "tapahtumat")}
        works = {"verkosto/", "ohjeet/"} if not base else {"ohjeet/"}
        works |= {f"{base}{room}/" for room in ("verkosto", "sopimukset", "ryhmat", "toimijat") if base}
        prefix = f"{language_of(address)}/" if language_of(address) else ""

        def told(links: set[str], prefix: str = prefix) -> set[str]:
            return {prefix + link if prefix + link in whole_site.trees else link for link in links}

        for menu, expected in (("nav.t-rooms a", rooms), (".t-panel__side nav a", works)):
            links = page.css(menu)
            found = [target_of(whole_site, address, link.attributes["href"] or "") for link in links]
            assert {path.removesuffix("index.html") for path, _ in filter(None, found)} == told(expected), address
        links = page.css("nav.t-rooms a, .t-panel__side nav a")
        marked = [link.attributes["href"] or "" for link in links if "aria-current" in link.attributes]
        here = address.replace("kansallinen/", "", 1) if region == "kansallinen" else address
        homes = {"", base, prefix, prefix + base}
        in_room = {
            (f"{room}index.html", "")
            for room in told(rooms | works - {"ohjeet/"})
            if room == address or (room not in homes and here.startswith(room))
        }
        assert {target_of(whole_site, address, href) for href in marked} == in_room, address


def test_links_to_other_hosts_are_those_that_content_holds(whole_site: Site) -> None:
    files = [file for folder in ("regions", "docs") for file in (ROOT / folder).rglob("*.*")]
    texts = [file.read_text(encoding="utf-8") for file in files if file.suffix in {".md", ".yml"}]
    known = set(re.findall(r"https?://[^\s)>\"',}\]]+", "\n".join(texts)))
    for address, page in whole_site.trees.items():
        for tag, written in leads(page):
            if tag == "a" and written.startswith(("http:", "https:")) and EDIT not in written:
                repository = "https://example.org/tno-palvelut/"
                is_edit_link = written.startswith((f"{repository}edit/main/", f"{repository}issues/new?template="))
                is_map = written.startswith(MAP)  # where a place is, asked only by a press
                assert is_edit_link or is_map or written in known or written.rstrip(".") in known, (address, written)


def test_nothing_is_fetched_from_another_host(whole_site: Site) -> None:
    for address, page in whole_site.trees.items():
        for tag, written in leads(page):
            if tag != "a":
                assert target_of(whole_site, address, written) is not None, (address, tag, written)
        assert page.css("iframe, object, embed, base, video, audio, [srcset], [style*='url(']") == [], address


def test_styles_and_scripts_name_only_files_of_the_site(whole_site: Site) -> None:
    """Leaflet's own are byte for byte npm's (test_exports_maps); what they name is for parts that no map here has."""
    for path, data in whole_site.files.items():
        if path.startswith("assets/leaflet/"):
            continue
        text = data.decode() if path.endswith((".css", ".js")) else ""
        for written in re.findall(r"url\(\s*['\"]?([^'\")]+)", text) if path.endswith(".css") else ():
            if not written.startswith("data:image/svg+xml,"):
                assert target_of(whole_site, path, written) is not None, (path, written)
                assert target_of(whole_site, path, written)[0] in whole_site.files, (path, written)  # type: ignore[index]
        assert "@import" not in text, path
        code = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", text, flags=re.DOTALL)
        addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", code))
        assert addresses <= {"http://www.w3.org", "https://leafletjs.com"}, (path, addresses)  # a namespace, a link


def test_the_themes_own_files_are_left_out(whole_site: Site) -> None:
    folders = {str(Path(path).parent) for path in whole_site.files if path.startswith("assets/")}
    own = ("stylesheets", "javascripts", "fonts", "marks", "icons", "sharing", "maps", "guide")
    assert folders <= {f"assets/{name}" for name in (*own, "leaflet", "leaflet/images")}
    assert not any("search_index" in path or "bundle" in path for path in whole_site.files)


def test_pages_lead_on_relatively_so_that_the_site_can_stand_under_any_path(small_site: Site) -> None:
    for address, page in small_site.trees.items():
        assert [written for _, written in leads(page) if written.startswith("/")] == [], address


def test_the_page_for_lost_addresses_works_at_any_depth_below_a_sub_path(small_site: Site) -> None:
    page = HTMLParser(small_site.text("404.html"))
    inside = [written for _, written in leads(page) if not written.startswith(("http", "#", "data:"))]
    assert inside and [written for written in inside if not written.startswith("/osa/")] == []
    assert is_hidden(page) and len(page.css("h1")) == 1


def test_robots_know_the_sub_path(small_site: Site) -> None:
    assert "Disallow: /osa/lappi/" in small_site.text("robots.txt").splitlines()
    assert "Sitemap: https://portaali.example.org/osa/sitemap.xml" in small_site.text("robots.txt")


def test_a_former_address_leads_to_the_new_one_without_scripts(small_site: Site) -> None:
    assert list(small_site.redirects) == ["lappi/palvelut/nuorten-neuvonta/"]
    page = HTMLParser(small_site.pages["lappi/palvelut/nuorten-neuvonta/"])
    refresh = page.css_first("meta[http-equiv=refresh]").attributes["content"] or ""  # type: ignore[union-attr]
    for written in (refresh.partition("url=")[2], page.css_first("a").attributes["href"] or ""):  # type: ignore[union-attr]
        found = target_of(small_site, "lappi/palvelut/nuorten-neuvonta/", written)
        assert found == ("lappi/palvelut/ohjaamo/index.html", "")
    canonical = page.css_first("link[rel=canonical]")
    assert canonical is not None and canonical.attributes["href"] == f"{small_site.url}lappi/palvelut/ohjaamo/"
    assert is_hidden(page) and page.css("script") == []
    assert "lappi/palvelut/nuorten-neuvonta/" not in small_site.text("sitemap.xml")


# --- data -------------------------------------------------------------------------------------------------------------


def test_the_build_tells_what_it_is(whole_site: Site) -> None:
    told = json.loads(whole_site.text("build.json"))
    assert told["day"] == DAY.isoformat() and told["edition"] == "public" and told["sections"] == 16
    by_hand = [address for address in whole_site.trees if address.strip("/") in BY_HAND]
    assert told["pages"] == len(whole_site.trees) - len(by_hand)


def test_the_ledger_knows_every_address_that_is_published(whole_site: Site, small_site: Site) -> None:
    for site in (whole_site, small_site):
        assert json.loads(site.text("data/ledger.json"))["addresses"].keys() == site.pages.keys()


def test_the_search_index_leads_to_pages(whole_site: Site) -> None:
    blocks = [path for path in whole_site.files if re.fullmatch(r"data/search/fi/d\d+\.json", path)]
    rows = [row for block in blocks for row in json.loads(whole_site.text(block))]
    addresses = {row[1].replace("*", "-".join(words_in(row[0]))) for row in rows}
    assert addresses <= whole_site.pages.keys()
    assert all(row[0] for row in rows)
    assert {"lappi/palvelut/ohjaamo-napatuuli/", "hata/", "kunnat/kemi/"} <= addresses


def test_there_is_a_schema_for_every_kind_of_record(whole_site: Site) -> None:
    found = {path.removeprefix("data/schema/") for path in whole_site.files if path.startswith("data/schema/")}
    assert found == {f"{kind}.json" for kind in KINDS}


# --- links that lead nowhere ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("/lappi/poissa/", "dead link on /lappi/ajankohtaista/joulu/: lappi/poissa/"),
        ("../services/ohjaamo.md#poissa", "dead link on /lappi/ajankohtaista/joulu/: lappi/palvelut/ohjaamo/#poissa"),
        ("../services/poissa.md", "regions/lappi/pages/joulu.md:9:11: virhe prose-link-dead"),
    ],
)
def test_a_dead_link_in_prose_stops_a_strict_build_each_time(tmp_path: Path, written: str, told: str) -> None:
    project, out = make_project(tmp_path / "project"), tmp_path / "site"
    project.change("lappi/pages/joulu.md", "../services/ohjaamo.md", written)
    for _ in range(2):
        done = run_build(project, out, cache=tmp_path / "cache")
        assert done.returncode == 1 and told in done.stdout and "Traceback" not in done.stdout
    project.change("lappi/pages/joulu.md", written, "/lappi/palvelut/")
    assert run_build(project, out, cache=tmp_path / "cache").returncode == 0


def test_a_page_that_goes_leaves_no_link_to_it_unnoticed(tmp_path: Path) -> None:
    """The page that leads to it has not changed and would be kept."""
    project, out = make_project(tmp_path / "project"), tmp_path / "site"
    project.change("lappi/pages/joulu.md", "../services/ohjaamo.md", "/kainuu/palvelut/kirjasto/")
    assert run_build(project, out, cache=tmp_path / "cache").returncode == 0
    (project.regions / "kainuu" / "services" / "kirjasto.md").unlink()
    done = run_build(project, out, cache=tmp_path / "cache")
    assert done.returncode == 1
    assert "dead link on /lappi/ajankohtaista/joulu/: kainuu/palvelut/kirjasto/" in done.stdout


def test_a_dead_link_of_a_hand_written_page_stops_a_strict_build_each_time(tmp_path: Path) -> None:
    """Also when the page that leads there has not changed."""
    project, cache = make_project(tmp_path / "project"), tmp_path / "cache"
    docs = project.folder / "docs"
    (docs / "hata.md").write_text("# Hätä\n\n[Uusi](uusi.md#kohta)\n", encoding="utf-8")
    (docs / "uusi.md").write_text("# Uusi\n\n## Kohta\n", encoding="utf-8")
    assert run_build(project, tmp_path / "site", cache=cache).returncode == 0
    (docs / "uusi.md").write_text("# Uusi\n", encoding="utf-8")
    done = run_build(project, tmp_path / "site", cache=cache)
    assert done.returncode == 1 and "does not contain an anchor '#kohta'" in done.stdout
    (docs / "uusi.md").unlink()
    for _ in range(2):
        done = run_build(project, tmp_path / "site", cache=cache)
        assert done.returncode == 1 and "the target 'uusi.md' is not found" in done.stdout


def test_faults_of_content_stop_the_build_and_leave_the_site_as_it_is(tmp_path: Path) -> None:
    """All of them are told at once, each at its place, with no word of Python."""
    project, out = make_project(tmp_path / "project"), tmp_path / "site"
    good = build_site(project, out)
    project.change("lappi/services/ohjaamo.md", "kind: [neuvonta, ohjaus]", "kind: [neuvonta, ohjuas]")
    project.change("lappi/organisations/toimijat.yml", "municipality: Kemi", "municipality: Kemin")
    good.files  # noqa: B018 - read now
    done = run_build(project, out)
    assert done.returncode == 1 and "Traceback" not in done.stdout
    assert "regions/lappi/services/ohjaamo.md:5:18: virhe term-unknown" in done.stdout
    assert "regions/lappi/organisations/toimijat.yml:20:17: virhe municipality-unknown" in done.stdout
    assert "prose-link-dead" not in done.stdout  # of those that lead to the faulty record
    assert Site(out, "", good.url).files == good.files


def test_warnings_never_stop_a_strict_build(small_site: Site) -> None:
    assert "varoitus elo-sector-missing" in small_site.log
