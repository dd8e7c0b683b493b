"""The parts of page bodies: they escape what they are given, and show what they were asked to show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jinja2
import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tno.event_fragments import EVENT_FILTERS
from tno.exports.face import icons_css
from tno.fragments import FILTERS
from tno.views.icon import CHANNEL_ICONS
from tno.words import words

OVERRIDES = Path(__file__).parent.parent / "overrides"
HOSTILE = """<script>alert("1")</script>'&"""
BADGE = Markup('<b class="badge">valmis</b>')
ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(OVERRIDES), autoescape=True, undefined=jinja2.StrictUndefined
)
ENVIRONMENT.globals["w"] = words("fi")
ENVIRONMENT.filters |= FILTERS | EVENT_FILTERS
PARTS = ENVIRONMENT.get_template("partials/parts.html").module

NOTHING_ELSE: dict[str, Any] = {"href": None, "lines": (), "days": None, "town": "", "map": None, "opening": None}
"""What a channel may have besides its name and its text."""
H = HOSTILE
DAYS = {"soon": [H], "later": [H]}
CASES: dict[str, tuple[Any, ...]] = {
    "lang_of": (H,),
    "tile": (H,),
    "icon": (H,),
    "hidden": (H,),
    "tag": (H,),
    "open_badge": (H, H),
    "opening_badge": ({"code": H, "unknown": H},),
    "state_badge": (H, H),
    "coverage_badge": (H, H),
    "button": (H, H, H, True),
    "print_button": (H,),
    "more_link": (H, H),
    "prose": (H,),
    "breadcrumbs": ([(H, H)], H, H),
    "page_head": (H, H, [(H, H)], [H], [H], H, H),
    "hero": (H, H, "lappi", H, [(H, H)], H),
    "search_form": (H, H, H, H, True, H, H),
    "doors": ([{"art": "person", "title": H, "text": H, "href": H, "more": H}],),
    "door_art": ("glass",),
    "area_map": ([{"region": H, "href": H, "lines": [H, H], "x": H, "y": H, "lit": H, "quiet": H}], H),
    "count_rows": ([(H, H, H)], H),
    "other_days": ([H, H], [H, H]),
    "now_list": ([{"name": H, "href": H, "note": H, "badge": H, "lang": H}],),
    "call_card": (H, H, H, H, H),
    "channel_words": ([(H, H)], H),
    "service_card": (
        {"name": H, "href": H, "summary": H, "organisation": H, "where": H, "channels": [(H, H)], "badge": H},
    ),
    "service_cards": ([{"name": H, "href": H, "summary": H, "organisation": H}],),
    "cards": ([{"name": H, "href": H, "text": H, "meta": H, "badge": H, "lang": H}],),
    "contact_list": (
        [
            {
                "channel": H,
                "title": H,
                "text": H,
                "href": H,
                "lines": [H],
                "days": DAYS,
                "town": H,
                "map": H,
                "opening": opening,
            }
            for opening in ({"code": H, "unknown": H}, {"code": "", "unknown": H})
        ],
    ),
    "steps": ([(H, H)],),
    "facts": ([(H, H), (H, [H, H])],),
    "checked": (H, H, H),
    "link_list": ([{"label": H, "href": H, "note": H, "lang": H}],),
    "chip_list": ([{"label": H, "href": H, "count": H}], H),
    "municipality_list": ([(H, [(H, H)])],),
    "table": (H, [H, H], [[H, H]], True, True),
    "event_row": ({"time": H, "name": H, "href": H, "place": H, "tags": [H], "badge": H, "lang": H},),
    "event_list": ([{"time": H, "name": H, "href": H}],),
    "event_day": ({"date": H, "weekday": H, "number": H, "month": H, "note": H}, [{"time": H, "name": H, "href": H}]),
    "month_table": (H, [H], [{"number": H, "days": [{"number": H, "today": True, "events": [(H, H)]}]}], H, H),
    "chain": ([{"name": H, "href": H, "badge": H, "note": H}],),
    "changes": ([{"kind": H, "word": H, "text": H}],),
    "task_columns": ([{"name": H, "href": H, "tasks": [H]}, {"name": H, "tasks": []}],),
    "parties": ([{"name": H, "href": H, "note": H}, {"name": H, "ended": True}],),
    "notice": (H, H, H),
    "empty": (H, H, H, [H]),
    "edition_note": (H,),
    "edit_link": (H, H),
    "language_list": ([{"code": H, "name": H, "href": H}], H),
}
"""Macro → arguments, hostile text wherever text may stand."""


def macros() -> set[str]:
    return {name for name in dir(PARTS) if isinstance(getattr(PARTS, name), jinja2.runtime.Macro)}


def render(name: str, *arguments: Any, **named: Any) -> str:
    return str(getattr(PARTS, name)(*arguments, **named))


def tree(html: str) -> HTMLParser:
    return HTMLParser(f"<body>{html}")


def test_every_part_is_tried_with_hostile_text() -> None:
    assert macros() - {"box"} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_part_escapes_what_it_is_given(name: str) -> None:
    html = render(name, *CASES[name])
    assert "<script" not in html
    assert tree(html).css("script") == []
    assert 'alert("1")' not in html


def test_a_box_escapes_its_title_and_keeps_its_inside() -> None:
    source = '{% import "partials/parts.html" as parts %}{% call parts.box(title) %}<p>{{ text }}</p>{% endcall %}'
    html = ENVIRONMENT.from_string(source).render(title=HOSTILE, text=HOSTILE)
    assert "<script" not in html
    assert tree(html).css_first("section.t-box > p").text() == HOSTILE  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("now_list", ([{"name": "A", "href": "a/", "note": None, "badge": None, "lang": None}],)),
        (
            "contact_list",
            ([{"channel": "chat", "title": "Juttele", "text": "B", **NOTHING_ELSE}],),
        ),
        ("event_row", ({"time": "12", "name": "C", "href": "c/", "place": None, "tags": None, "badge": None},)),
        ("cards", ([{"name": "D", "href": "d/"}],)),
        ("parties", ([{"name": "E", "href": None, "note": None}],)),
        ("chain", ([{"name": "2014", "badge": BADGE}],)),
    ],
)
def test_what_is_missing_is_not_said(name: str, arguments: tuple[Any, ...]) -> None:
    assert "None" not in render(name, *arguments)


def test_a_ready_badge_stays_html() -> None:
    html = render("page_head", "Ohjaamo", badges=[BADGE], meta=["Ohjaus"])
    assert [item.html for item in tree(html).css(".is-badge b.badge")] == [str(BADGE)]


def test_a_page_head_has_the_only_first_heading_and_its_way_back() -> None:
    page = tree(render("page_head", "Ohjaamo", "Tervetuloa.", [("Lappi", "../../"), ("Palvelut", "../")]))
    assert [heading.text() for heading in page.css("h1")] == ["Ohjaamo"]
    assert [link.attributes["href"] for link in page.css("nav[aria-label=Murupolku] a")] == ["../../", "../"]


def test_an_unknown_region_gets_the_field_of_the_whole_country() -> None:
    country, unknown, lapland = (
        tree(render("hero", "Q", "L", region)).css_first("svg").html  # type: ignore[union-attr]
        for region in ("kansallinen", "minimal", "lappi")
    )
    assert country == unknown != lapland


def test_a_telephone_number_is_a_link_and_a_street_is_not() -> None:
    page = tree(
        render(
            "contact_list",
            [
                {
                    "channel": "puhelin",
                    "title": "Soita",
                    "text": "040 000 0123",
                    **NOTHING_ELSE,
                    "href": "tel:+358400000123",
                },
                {"channel": "palvelupaikka", "title": "Käy", "text": "Esimerkkikatu 1", **NOTHING_ELSE},
            ],
        )
    )
    assert [link.attributes["href"] for link in page.css("a.t-big")] == ["tel:+358400000123"]
    assert [span.text() for span in page.css("span.t-big")] == ["Esimerkkikatu 1"]


def test_a_table_is_named_and_can_be_reached_by_keyboard() -> None:
    page = tree(render("table", "Lupaukset", ["Lupaus", "Tila"], [["Vastaamme", "Kesken"]], shown=False, stack=True))
    box = page.css_first("[role=region]")
    assert box is not None and box.attributes["tabindex"] == "0" and box.attributes["aria-label"] == "Lupaukset"
    assert [cell.attributes["scope"] for cell in page.css("th")] == ["col", "col", "row"]
    assert page.css_first("td").attributes["data-label"] == "Tila"  # type: ignore[union-attr]


def test_a_cell_that_says_none_can_be_left_out_on_a_phone() -> None:
    page = tree(render("table", "Verkosto", ["Toimija", "Sopimukset"], [["A", "–"], ["B", "2"]], stack=True))
    assert [cell.attributes.get("class") for cell in page.css("td")] == ["is-none", None]


def test_a_cancelled_event_is_marked_in_words_too() -> None:
    row = {"time": "18", "name": "Ilta", "href": "#", "off": True, "badge": PARTS.state_badge("stop", "Peruttu")}  # type: ignore[attr-defined]
    page = tree(render("event_row", row))
    assert page.css_first("li.is-off") is not None
    assert page.css_first(".t-state.is-stop").text() == "Peruttu"  # type: ignore[union-attr]


def test_days_of_other_months_hold_nothing() -> None:
    week = {"number": 49, "days": [{"number": 30}, {"number": 1, "out": True}]}
    page = tree(render("month_table", "Marraskuu", ["ma", "ti"], [week]))
    assert [cell.text() for cell in page.css("td")] == ["30", ""]


def test_the_print_button_waits_for_the_script() -> None:
    assert "hidden" in tree(render("print_button")).css_first("button").attributes  # type: ignore[union-attr]


def test_a_tile_of_the_map_is_a_link_with_the_regions_whole_name() -> None:
    row = {"region": "pohjois-pohjanmaa", "href": "#", "lines": ["Pohjois-", "Pohjanmaa"], "x": 0, "y": 0}
    link = tree(render("area_map", [{**row, "lit": "M0 0", "quiet": "M0 0"}])).css_first("svg a")
    assert link is not None and link.text() == "Pohjois-Pohjanmaa"


def test_every_icon_that_a_template_names_exists() -> None:
    drawn = set(re.findall(r"\.t-i-([\w-]+)", icons_css()))
    named: set[str] = set(CHANNEL_ICONS)
    for path in OVERRIDES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'class="t-i t-i-([\w-]+)"', text)) | set(re.findall(r'icon\("([\w-]+)"\)', text))
    assert named - drawn == set()
