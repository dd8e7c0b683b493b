"""Templates show what views decided: each uses only the fields of its context, and each field says what it is."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import jinja2.meta
import jinja2.nodes
import pytest
from markupsafe import Markup, escape

from tno.compiler import escaped
from tno.event_fragments import EVENT_FILTERS
from tno.fragments import FILTERS, breakable, facts
from tno.model.localised import Foreign
from tno.records.scalars import TranslatedText
from tno.render import Renderer
from tno.settings import Settings
from tno.views.agreement import AgreementPage, PartyView, Step
from tno.views.agreement_chain import Span, Timeline
from tno.views.agreement_changes import ChangesView, PartyLine, TaskLine
from tno.views.area_switch import AreaSwitch, Successor
from tno.views.briefs import BriefsPage
from tno.views.calendar import EventsPage
from tno.views.channel import ChannelView
from tno.views.contact import Answering, ContactPage
from tno.views.country_lists import SearchPage
from tno.views.data_page import DataFile, DataPage, DataTable
from tno.views.day_table import DayTable
from tno.views.deadlines import Deadline, DeadlinesPage
from tno.views.easy import EasyPage
from tno.views.elo import EloPage
from tno.views.event import EventPage, Notice
from tno.views.event_days import DayOfEvents, EventRow
from tno.views.event_facets import Choice, Facet
from tno.views.event_series import SeriesPage
from tno.views.event_times import EventDate
from tno.views.event_year import EventYearPage, PastEvent
from tno.views.field_guide import FieldPage
from tno.views.findability import FindabilityPage, Miss, Share
from tno.views.finder import FinderPage
from tno.views.first_steps import Answer, AnswerPage, FirstStepsPage
from tno.views.freshness import DutyView, FreshnessPage, StaleRow
from tno.views.group import AgreedTasks, GroupPage
from tno.views.group_graph import Arc, Graph, Node
from tno.views.groups import GroupsPage
from tno.views.home import HomePage
from tno.views.link import Link, SharedFact
from tno.views.listing import ListPage, RowGroup
from tno.views.look import LookPage
from tno.views.map import MapPage, PointRow, Town
from tno.views.map_choices import Choice as MapChoice
from tno.views.map_parts import Part
from tno.views.month import DayCell, DayEvent, MonthPage, MonthWeek
from tno.views.municipality import MunicipalityPage
from tno.views.network import Matrix, NetworkPage, NetworkRow, SectorRows
from tno.views.network_country import CountryNetworks, RegionNetwork
from tno.views.network_picture import DrawnHub, DrawnParty, Hub, Line, Party, Picture
from tno.views.now import NowPage, NowRow, WeekRow
from tno.views.opening import Opening
from tno.views.organisation import ContactView, LineStep, OrganisationPage
from tno.views.promises import PromiseGroup, PromisesPage, PromiseView
from tno.views.scene import Scene
from tno.views.service import ServicePage
from tno.views.sheet import SheetPage, Table
from tno.views.spots_map import Ground
from tno.views.spots_map import Town as SpotTown
from tno.views.sub_area import SubAreaPage
from tno.views.white_spots import Cell, GroupTable, KeyFigure, NationalWhiteSpots, WhiteSpotsPage
from tno.views.white_spots import Picture as SpotsPicture
from trees import DAY, folders_of, load_tree

OVERRIDES = Path(__file__).parent.parent / "overrides"
CONTEXTS: dict[str, type[Any]] = {
    "records/agreement.html": AgreementPage,
    "records/event.html": EventPage,
    "records/group.html": GroupPage,
    "records/municipality.html": MunicipalityPage,
    "records/organisation.html": OrganisationPage,
    "records/service.html": ServicePage,
    "records/sheet.html": SheetPage,
    "records/sub-area.html": SubAreaPage,
    "sections/briefs.html": BriefsPage,
    "sections/contact.html": ContactPage,
    "sections/data.html": DataPage,
    "sections/deadlines.html": DeadlinesPage,
    "sections/easy.html": EasyPage,
    "sections/elo.html": EloPage,
    "sections/event-series.html": SeriesPage,
    "sections/event-year.html": EventYearPage,
    "sections/events.html": EventsPage,
    "sections/findability.html": FindabilityPage,
    "sections/finder.html": FinderPage,
    "sections/first-step.html": AnswerPage,
    "sections/first-steps.html": FirstStepsPage,
    "sections/freshness.html": FreshnessPage,
    "sections/groups.html": GroupsPage,
    "sections/home.html": HomePage,
    "sections/fields.html": FieldPage,
    "sections/list.html": ListPage,
    "sections/look.html": LookPage,
    "sections/map.html": MapPage,
    "sections/month.html": MonthPage,
    "sections/network-national.html": CountryNetworks,
    "sections/network.html": NetworkPage,
    "sections/now.html": NowPage,
    "sections/white-spots-national.html": NationalWhiteSpots,
    "sections/white-spots.html": WhiteSpotsPage,
    "sections/promises.html": PromisesPage,
    "sections/search.html": SearchPage,
}
PARTS = (
    AreaSwitch,
    Successor,
    SectorRows,
    RegionNetwork,
    Answer,
    Step,
    PartyView,
    PromiseView,
    PromiseGroup,
    Timeline,
    Span,
    ChangesView,
    PartyLine,
    TaskLine,
    AgreedTasks,
    Graph,
    Node,
    Arc,
    DayOfEvents,
    EventDate,
    EventRow,
    PastEvent,
    Choice,
    Facet,
    Notice,
    DayCell,
    DayEvent,
    MonthWeek,
    Link,
    RowGroup,
    ContactView,
    ChannelView,
    DayTable,
    Answering,
    NowRow,
    WeekRow,
    Opening,
    Miss,
    Share,
    Table,
    DataFile,
    Deadline,
    DataTable,
    Cell,
    GroupTable,
    KeyFigure,
    MapChoice,
    Part,
    PointRow,
    Town,
    Ground,
    SpotTown,
    SpotsPicture,
    DutyView,
    StaleRow,
    Matrix,
    NetworkRow,
    LineStep,
    DrawnHub,
    DrawnParty,
    Hub,
    Line,
    Party,
    Picture,
)
"""What contexts are made of."""
EVERYWHERE = {"page", "root", "crumbs", "w", "parts", "body", "subscribe", "checked_on"}
"""Names that every template has besides its context."""
ENVIRONMENT = jinja2.Environment(loader=jinja2.FileSystemLoader(OVERRIDES), autoescape=True)
ENVIRONMENT.filters |= FILTERS | EVENT_FILTERS


def source(name: str) -> str:
    return (OVERRIDES / name).read_text(encoding="utf-8")


def names_used(name: str) -> set[str]:
    """Names a template gets from outside; those it sets itself are its own."""
    tree = ENVIRONMENT.parse(source(name))
    own = {
        node.target.name for node in tree.find_all(jinja2.nodes.Assign) if isinstance(node.target, jinja2.nodes.Name)
    }
    return set(jinja2.meta.find_undeclared_variables(tree)) - own


@cache
def help_texts(context: type[Any]) -> dict[str, str]:
    """Field → the string under it."""
    body = ast.parse(inspect.getsource(context)).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for field, after in zip(body.body, [*body.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            found[field.target.id] = str(text)
    return found


def test_every_template_of_a_page_has_its_context() -> None:
    there = {f"{folder}/{file.name}" for folder in ("records", "sections") for file in (OVERRIDES / folder).iterdir()}
    assert there == set(CONTEXTS)


@pytest.mark.parametrize("name", CONTEXTS)
def test_a_template_uses_only_the_names_of_its_context(name: str) -> None:
    known = {field.name for field in fields(CONTEXTS[name])} | EVERYWHERE
    assert names_used(name) - known == set()


@pytest.mark.parametrize("name", sorted({*CONTEXTS} - {"sections/search.html"}))
def test_a_view_makes_nothing_that_its_template_does_not_show(name: str) -> None:
    assert {field.name for field in fields(CONTEXTS[name])} - names_used(name) == set()


@pytest.mark.parametrize("context", [*dict.fromkeys(CONTEXTS.values())], ids=lambda context: context.__name__)
def test_every_field_of_a_context_says_what_it_is(context: type[Any]) -> None:
    assert (context.__doc__ or "").strip()
    silent = {name for name, text in help_texts(context).items() if not text.strip()}
    assert silent == set()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_part_of_a_context_says_what_it_is(part: type[Any]) -> None:
    assert (part.__doc__ or "").strip() and not (part.__doc__ or "").startswith(f"{part.__name__}(")


@pytest.mark.parametrize(
    "path", sorted(OVERRIDES.rglob("*.html")), ids=lambda path: path.relative_to(OVERRIDES).as_posix()
)
def test_a_template_says_nothing_of_its_own(path: Path) -> None:
    """Words people read come from the tables: no Finnish letters and no two words in a row between the tags."""
    if "languages" in path.parts or path.name == "look.html":  # the guide of the look is written by hand, in Finnish
        return
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "\0", text, flags=re.DOTALL)
    shown = re.findall(r">([^<\0]*[^\W\d_]{2}[^<\0]*)<", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL))
    assert [piece.strip() for piece in shown if piece.strip()] == []


def test_a_name_that_no_context_has_is_an_error_and_not_an_empty_place() -> None:
    strict = jinja2.Environment(undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError):
        strict.from_string("{{ puuttuva }}").render()


def test_the_renderer_is_strict() -> None:
    """The same, of the environment that pages are made with."""
    scene = Scene(load_tree(folders_of("kaikki")).network, DAY, Settings())
    environment = Renderer(OVERRIDES, scene).environment
    assert environment.undefined is jinja2.StrictUndefined and environment.autoescape is True


@pytest.mark.parametrize(
    "value",
    ["<b> & \"'", "", "ä ö", 5, None, True, Markup("<i>"), TranslatedText("<a>", {"sv": "b"}), ["<x>"]],
    ids=repr,
)
def test_bodies_escape_as_the_library_does(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


@pytest.mark.parametrize("many", [1, 7])
def test_a_fact_that_many_pages_share_is_written_as_any_other(many: int) -> None:
    item = ("Kenelle & missä", (Link("<b>", "kunnat/a/"), *[Link("nuoret")] * (many - 1)))
    shared = SharedFact(item)
    for root in ("../", "../../", "../"):
        assert facts([shared], root) == facts([item], root)
    assert shared == item and len(shared.html) == 2


def test_a_line_may_break_after_the_at_sign_of_an_address() -> None:
    assert breakable("a<b>@c.fi") == "a&lt;b&gt;@<wbr>c.fi"
    assert breakable(Foreign("a@c.fi", "fi")) == '<span lang="fi">a@<wbr>c.fi</span>'
