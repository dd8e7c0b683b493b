"""Pages in other languages: only where something is written, honest about Finnish, and leading to each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode

from site_building import Site, build_site, differing, make_project
from tno.addresses import prefix_of
from tno.model.localised import Foreign, localised, told_in
from tno.records import Service
from tno.records.scalars import TranslatedText
from tno.words import words
from trees import folders_of, load_tree

TAG = ".t-tag.is-served"
FINNISH = "suomeksi"
"""Every Finnish text of the tree holds this word, and no Swedish one does."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("kaksikielinen")
    return build_site(make_project(folder / "project", "kaksikielinen"), folder / "site")


def swedish_pages(site: Site) -> dict[str, HTMLParser]:
    names = [name for name in site.files if name.startswith("sv/") and name.endswith(".html")]
    return {name: HTMLParser(site.files[name].decode()) for name in names}


def language_of(node: LexborNode | None) -> str:
    while node is not None:
        if node.attributes.get("lang"):
            return str(node.attributes["lang"])
        node = node.parent
    return ""


def texts(page: HTMLParser) -> list[tuple[str, str]]:
    """(text, its language) of each piece of text a reader sees."""
    found = []
    for node in page.body.traverse(include_text=True) if page.body else ():
        parent = node.parent
        if node.tag == "-text" and parent is not None and parent.tag not in {"script", "style"} and node.text().strip():
            found.append((node.text().strip(), language_of(parent)))
    return found


def test_a_page_exists_in_a_language_only_where_something_is_written(site: Site) -> None:
    pages = swedish_pages(site)
    written = {"sv/pohjanmaa/palvelut/neuvonta", "sv/pohjanmaa/palvelut/chat", "sv/pohjanmaa/toimijat/ohjaamo"}
    rooms = {"sv", "sv/haku", "sv/pohjanmaa", "sv/pohjanmaa/palvelut", "sv/pohjanmaa/tapahtumat", "sv/kunnat/vaasa"}
    assert {f"{name}/index.html" for name in written | rooms | {"sv/pohjanmaa/tapahtumat/ilta"}} <= pages.keys()
    assert "sv/pohjanmaa/palvelut/kirje/index.html" not in pages
    assert "sv/pohjanmaa/toimijat/opisto/index.html" not in pages
    assert "sv/kunnat/kemi/index.html" not in pages
    assert not any(name.startswith("en/") for name in site.files)


def test_no_finnish_text_of_an_editor_stands_unmarked_on_a_swedish_page(site: Site) -> None:
    unmarked = {
        (name, text)
        for name, page in swedish_pages(site).items()
        for text, language in texts(page)
        if FINNISH in text and language != "fi"
    }
    assert unmarked == set()


def test_no_finnish_word_of_the_interface_stands_on_a_swedish_page(site: Site) -> None:
    own = set(words("sv").values())
    finnish = {word for word in words("fi").values() if word not in own and "{" not in word}
    found = {
        (name, text)
        for name, page in swedish_pages(site).items()
        for text, language in texts(page)
        if language == "sv" and text in finnish
    }
    assert found == set()


def test_no_finnish_month_weekday_or_time_stands_on_a_swedish_page(site: Site) -> None:
    told = re.compile(r"\b(\w+kuuta|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|klo|joka)\b")
    found = {
        (name, text)
        for name, page in swedish_pages(site).items()
        for text, language in texts(page)
        if language == "sv" and told.search(text)
    }
    assert found == set()


def test_swedish_pages_say_so(site: Site) -> None:
    for name, page in swedish_pages(site).items():
        html = page.css_first("html")
        assert html is not None and html.attributes["lang"] == "sv", name


def test_pages_of_both_languages_name_each_other(site: Site) -> None:
    for name in ("pohjanmaa/palvelut/neuvonta/index.html", "sv/pohjanmaa/palvelut/neuvonta/index.html"):
        page = HTMLParser(site.files[name].decode())
        known = {str(link.attributes["hreflang"]): link.attributes["href"] for link in page.css("link[rel=alternate]")}
        assert known.keys() == {"fi", "sv", "x-default"}
        assert str(known["sv"]).endswith("/sv/pohjanmaa/palvelut/neuvonta/")
        menu = {link.attributes["lang"]: link.text() for link in page.css(".t-langs a")}
        assert menu == {"fi": "suomi", "sv": "svenska"}


def test_a_page_of_one_language_leads_to_the_nearest_page_of_another(site: Site) -> None:
    page = HTMLParser(site.files["pohjanmaa/toimijat/opisto/index.html"].decode())
    assert page.css("link[rel=alternate]") == []
    menu = {link.text(): link.attributes["href"] for link in page.css(".t-langs a")}
    assert menu == {
        "suomi": "../../../pohjanmaa/toimijat/opisto/",
        "svenska: närmaste sida": "../../../sv/pohjanmaa/toimijat/",
    }


def test_swedish_pages_lead_to_swedish_pages_and_say_when_they_do_not(site: Site) -> None:
    page = HTMLParser(site.files["sv/pohjanmaa/toimijat/index.html"].decode())
    leads = {str(link.attributes["href"]): link.attributes.get("hreflang") for link in page.css(".t-main a")}
    assert leads["../../../sv/pohjanmaa/toimijat/ohjaamo/"] is None
    assert leads["../../../pohjanmaa/toimijat/opisto/"] == "fi"
    page = HTMLParser(site.files["sv/pohjanmaa/palvelut/index.html"].decode())
    leads = {str(link.attributes["href"]): link.attributes.get("hreflang") for link in page.css(".t-main a")}
    assert leads["../../../sv/pohjanmaa/palvelut/neuvonta/"] is None
    assert leads["../../../sv/palvelut/pohjanmaa/#kirje"] is None


def test_facts_are_told_in_swedish_even_where_the_prose_is_finnish(site: Site) -> None:
    page = HTMLParser(site.files["sv/pohjanmaa/palvelut/chat/index.html"].decode())
    prose = page.css_first(".t-prose")
    assert prose is not None and words("sv").text_in_finnish in prose.text()
    assert language_of(prose.css_first("div[lang] p")) == "fi"
    assert "Unga" in page.css_first(".t-facts").text()  # type: ignore[union-attr]


def test_a_service_told_in_finnish_only_is_told_in_brief_where_it_serves(site: Site) -> None:
    finnish, brief = "pohjanmaa/palvelut/kirje/", "sv/palvelut/pohjanmaa/"
    page = HTMLParser(site.files[f"{finnish}index.html"].decode())
    menu = {link.text(): link.attributes["href"] for link in page.css(".t-langs a")}
    assert menu["svenska: det viktigaste i korthet"] == f"../../../{brief}#kirje"
    told = HTMLParser(site.files[f"{brief}index.html"].decode())
    [article] = told.css("article")
    assert article.id == "kirje" and "Betjäning på svenska" in article.text()
    assert [link.attributes["href"] for link in article.css("a[href^='mailto:']")] == ["mailto:kirje@example.org"]
    assert [link.attributes["hreflang"] for link in article.css(f"a[href='../../../{finnish}#']")] == ["fi"]
    assert [row.text() for row in told.css(".t-rows a")] == ["Kirje suomeksi", "Rådgivning"]


def test_no_page_leads_to_a_finnish_page_of_what_it_tells_in_its_own_language(whole_site: Site) -> None:
    pages = {name: tree for name, tree in whole_site.trees.items() if name.startswith("en/")}
    told = {
        f"{name.split('/')[2]}/palvelut/{article.id}/"
        for name, tree in pages.items()
        if re.fullmatch(r"en/palvelut/[a-z-]+/", name)
        for article in tree.css("article.t-brief")
    }
    assert "lappi/palvelut/rajan-yli-neuvonta/" in told
    led = {
        (name, address)
        for name, tree in pages.items()
        for link in tree.css("a[href]")
        if (address := str(link.attributes["href"]).replace("../", "")) in told
    }
    assert led == set()


@pytest.mark.parametrize(
    ("address", "english", "swedish"),
    [
        ("lappi/palvelut/rajan-yli-neuvonta/", "en/palvelut/lappi/#rajan-yli-neuvonta", None),
        ("lappi/palvelut/", "en/palvelut/lappi/", "sv/palvelut/lappi/"),
        ("lappi/", "en/palvelut/lappi/", "sv/palvelut/lappi/"),
        ("lappi/tapahtumat/", "en/tapahtumat/", "sv/tapahtumat/"),
        ("lappi/kuka-vastaa-nyt/", "en/kansallinen/kuka-vastaa-nyt/", "sv/kansallinen/kuka-vastaa-nyt/"),
        ("kunnat/rovaniemi/", "en/palvelut/?kunta=rovaniemi", "sv/palvelut/?kunta=rovaniemi"),
        ("uusimaa/toimijat/", "en/kansallinen/toimijat/", "sv/uusimaa/toimijat/"),
        ("tietoa/", "en/", "sv/"),
    ],
)
def test_the_menu_of_languages_leads_to_what_is_nearest(
    whole_site: Site, address: str, english: str, swedish: str | None
) -> None:
    page, root = whole_site.trees[address], "../" * address.count("/")
    menu = {link.attributes["lang"]: link.attributes["href"] for link in page.css("header nav.t-langs a")}
    assert menu["en"] == f"{root}{english}"
    assert swedish is None or menu["sv"] == f"{root}{swedish}"


def test_what_serves_in_the_language_of_the_page_says_so_and_stands_first(whole_site: Site) -> None:
    tagged = 0
    for name in ("en/aiheet/tyo/", "en/elamantilanteet/lomautus/", "sv/aiheet/koulutus/"):
        for rows in whole_site.trees[name].css(".t-rows"):
            served = [
                row.css_first(".t-tag.is-served") is not None for row in rows.css("li") if not row.css(".is-warn")
            ]
            assert served == sorted(served, reverse=True), name
            tagged += sum(served)
    assert tagged
    assert not any(
        tree.css(".t-tag.is-served") for name, tree in whole_site.trees.items() if name[:3] not in {"sv/", "en/"}
    )


def test_each_language_searches_its_own_index(site: Site) -> None:
    def found_in(language: str) -> str:
        return "".join(
            data.decode() for path, data in site.files.items() if path.startswith(f"data/search/{language}/d")
        )

    assert "sv/pohjanmaa/palvelut/neuvonta/" in found_in("sv") and "Rådgivning" in found_in("sv")
    assert "sv/" not in found_in("fi")
    assert "sv/pohjanmaa/kuka-vastaa-nyt/" in site.files["data/search/sv.json"].decode()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("pohjanmaa/region.yml", "languages: [fi, sv]", "languages: [fi]"),
        ("pohjanmaa/region.yml", "sv: Kusten", "sv: Skärgården"),
        ("kansallinen/region.yml", "languages: [fi, sv]", "languages: [fi]"),
        ("pohjanmaa/services/kirje.md", "languages: [fi, sv]", "languages: [fi]"),
        ("pohjanmaa/services/kirje.md", "name: Kirje suomeksi", "name: {fi: Kirje suomeksi, sv: Brevet}"),
        ("pohjanmaa/services/chat.md", "name: {fi: Chat suomeksi, sv: Chatten}", "name: Chat suomeksi"),
        ("pohjanmaa/services/neuvonta.sv.md", "name: Rådgivning", "name: Handledning"),
        ("pohjanmaa/organisations/toimijat.yml", "sv: Navigatorn", "sv: Lotsen"),
    ],
)
def test_a_change_of_languages_on_top_of_a_build_gives_what_a_build_from_nothing_gives(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    project = make_project(tmp_path / "project", "kaksikielinen")
    build_site(project, tmp_path / "site")
    project.change(name, old, new)
    changed = build_site(project, tmp_path / "site", strict=False)
    clean = build_site(project, tmp_path / "clean", cache=tmp_path / "other-cache", strict=False)
    assert differing(changed, clean) == []


def test_a_text_that_is_missing_is_the_finnish_one_and_marked() -> None:
    text = TranslatedText("Hei", {"sv": "Hej"})
    assert told_in(text, "sv") == "Hej" and not isinstance(told_in(text, "sv"), Foreign)
    english = told_in(text, "en")
    assert english == "Hei" and isinstance(english, Foreign) and str(english).__html__() == '<span lang="fi">Hei</span>'  # type: ignore[attr-defined]
    assert Foreign("<b>", "fi").__html__() == '<span lang="fi">&lt;b&gt;</span>'


def test_facts_are_the_same_in_every_language() -> None:
    network = load_tree(folders_of("kaksikielinen")).network
    service = network.all_of(Service)["pohjanmaa/neuvonta"]
    swedish = localised(service, "sv")
    assert (swedish.name, swedish.body.strip()[:13]) == ("Rådgivning", "En lång text ")
    assert swedish.areas == service.areas and swedish.fingerprint == service.fingerprint
    assert swedish.channels[0].hours.days == service.channels[0].hours.days  # type: ignore[union-attr]
    assert swedish.channels[1].note == "Vi svarar på svenska"
    assert isinstance(swedish.channels[0].hours.note, Foreign)  # type: ignore[union-attr]


CRISIS_LINES = {"fi": "+358925250111", "sv": "+358925250112", "en": "+358925250113"}


@pytest.mark.parametrize("language", CRISIS_LINES)
def test_the_page_for_a_crisis_rings_the_line_of_its_language_first(whole_site: Site, language: str) -> None:
    page = whole_site.trees[f"{prefix_of(language)}hata/"]
    main = [each.attributes["href"] for each in page.css(".t-prose .t-btn.is-main")]
    assert main[:2] == ["tel:112", f"tel:{CRISIS_LINES[language]}"]
    for link in page.css(".t-prose a"):
        if link.attributes["href"] and link.attributes["href"].startswith(("tel:", "sms:")):
            link.decompose()
    left = page.css(".t-prose")[0].text().replace("112 Suomi", "")  # the name of an app
    assert re.findall(r"\d[\d ]*\d\d", left) == []


@pytest.mark.parametrize("language", CRISIS_LINES)
def test_the_page_for_a_crisis_leads_to_itself_in_other_languages(whole_site: Site, language: str) -> None:
    page = whole_site.trees[f"{prefix_of(language)}hata/"]
    root = "../" if language == "fi" else "../../"
    links = [each.attributes["href"] for each in page.css("header nav.t-langs a")]
    assert links == [f"{root}{prefix_of(each)}hata/" for each in CRISIS_LINES]
