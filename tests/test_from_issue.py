"""A form becomes a file that passes the check; nothing that anybody writes becomes anything else."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import cmarkgfm
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import trees
from forms_sent import SENT, sent
from tno.commands import main
from tno.content import Folders
from tno.from_issue import Answer, Issue, Outcome, Tree, answer_to
from tno.from_issue.form import Form, Widget
from tno.from_issue.forms import CHANGE, EVENT, FORMS, ORGANISATION, PRACTICE, SERVICE
from tno.from_issue.sections import chosen_of, line_of, plain, prose_of, sections
from tno.from_issue.templates import options_of, regions_by_name
from tno.from_issue.trial import ALLOWED, PathRefusedError, problems_with
from tno.read import parse_markdown, parse_yaml
from tno.records.spans import read_spans
from tno.records.weekdays import parse_weekdays
from tno.settings import Settings

pytestmark = pytest.mark.forms

WriteRegion = Callable[..., Folders]
NASTY = [
    "../../.github/workflows/x",
    "'; rm -rf / #",
    "$(touch /tmp/x)",
    "`id`",
    "::error file=x::y",
    "::set-output name=a::b",
    "@maintainer",
    "#1",
    "<script>alert(1)</script>",
    "<!-- -->",
    "[a](javascript:alert(1))",
    "https://evil.example/",
    "www.evil.example",
    "x: y",
    "- a",
    "---",
    "&a *a !!python/object:os.system",
    '"',
    "\\",
    "{a: b}",
    "${{ github.token }}",
    "\u2028phone: 112",
    "\x85name: b",
    "\r\nname: b",
    "### Alue\n\nLappi",
    "_No response_",
    "``` \n",
    "a\x00b\u202ec",
    "",
]
ANYTHING = st.one_of(st.sampled_from(NASTY), st.text(max_size=60), st.lists(st.sampled_from(NASTY)).map(" ".join))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The region `minimal`, loaded once."""
    return Tree(trees.write_region(tmp_path_factory.mktemp("tree"), {}), Settings(), trees.DAY)


def asked_of(tree: Tree, form: Form, **changes: str) -> Answer:
    """The answer to a form with some of its answers changed."""
    answer = answer_to(Issue(sent(form, {**SENT[form.name], **changes})), tree)
    assert answer is not None
    return answer


def only_file(answer: Answer) -> tuple[str, str]:
    assert answer.outcome is Outcome.CHANGE, answer.comment
    ((path, text),) = answer.files.items()
    return path, text


def parsed(path: str, text: str) -> tuple[dict[str, object], str]:
    """What a file says."""
    if path.endswith(".md"):
        markdown = parse_markdown(text, path)
        assert not markdown.problems
        return markdown.data, markdown.body  # type: ignore[return-value]
    found = parse_yaml(text, path)
    assert not found.problems
    return found.data, ""  # type: ignore[return-value]


# --- new records ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_that_is_filled_in_becomes_a_file_that_passes_the_check(tree: Tree, form: Form) -> None:
    path, text = only_file(asked_of(tree, form))
    assert ALLOWED.fullmatch(path)
    assert not [p for p in problems_with(tree, {path: text}) if p.code not in {"event-clash"}]


def test_a_service_says_what_the_form_said(tree: Tree) -> None:
    path, text = only_file(asked_of(tree, SERVICE))
    assert path == "regions/lappi/services/kemin-uraneuvonta.md"
    values, body = parsed(path, text)
    assert values["summary"] == "Apua alan valintaan: ilman ajanvarausta."
    assert values["organisation"] == "tuulipolun-ohjaamo"
    assert (values["kind"], values["areas"]) == (["neuvonta", "ohjaus"], ["Kemi", "Tornio"])
    assert values["channels"] == [
        {
            "type": "palvelupaikka",
            "place": {
                "municipality": "Kemi",
                "street": "Esimerkkikatu 1",
                "postal_code": "94100",
                "post_office": "Kemi",
            },
        },
        {"type": "puhelin", "phone": "016 00 1234", "hours": {"ma-to": "9-15", "pe": "9-12"}},
    ]
    assert values["verified"] == trees.DAY.isoformat()
    assert body.strip() == "Tule juttelemaan.\n\nMukaan voi ottaa kaverin."


@pytest.mark.parametrize(
    "hours", ["ma-to 9-15, pe 9-12\nla ja su suljettu", "Ma–to klo 9–15; pe klo 9.00-12.00\nla, su kiinni"]
)
def test_hours_of_several_days_may_be_written_on_one_line(tree: Tree, hours: str) -> None:
    values, _ = parsed(*only_file(asked_of(tree, SERVICE, phone_hours=hours)))
    week = values["channels"][1]["hours"]  # type: ignore[index,call-overload]
    meant = ("9-15", "9-12", "suljettu")
    assert [read_spans(spans)[0] for spans in week.values()] == [read_spans(text)[0] for text in meant]
    assert [parse_weekdays(days) for days in week] == [(0, 1, 2, 3), (4,), (5, 6)]


@pytest.mark.parametrize(
    ("times", "says"),
    [
        ({}, {"start": "2026-12-03 09:00", "end": "15:30"}),
        ({"end_day": "4.12.2026"}, {"start": "2026-12-03 09:00", "end": "2026-12-04 15:30"}),
        ({"start_time": "", "end_time": ""}, {"start": "2026-12-03"}),
        (
            {"every": "Joka toinen viikko", "until": "31.1.2027"},
            {"repeat": {"every": "2 viikkoa", "until": "2027-01-31"}},
        ),
        (
            {"every": "Joka viikko", "until": "31.1.2027", "except": "24.12.2026, to 31.12.2026"},
            {"except": ["2026-12-24", "2026-12-31"]},
        ),
        (
            {"every": "Joka kuukausi samana viikonpäivänä"},
            {"repeat": {"every": "kuukausi", "on": "ensimmäinen torstai"}},
        ),
        (
            {"start_day": "torstaina 3.12.2026", "start_time": "klo 17", "end_time": "24.00"},
            {"start": "2026-12-03 17:00", "end": "00:00"},
        ),
        ({"start_day": "to 3. joulukuuta 2026"}, {"start": "2026-12-03 09:00"}),
        ({"online_url": "https:\u200b//messut\u200b.example.org"}, {"online_url": "https://messut.example.org"}),
        ({"signup_email": "a@example.org", "signup_closes": "1.12.2026"},
         {"signup": {"email": "a@example.org", "closes": "2026-12-01"}}),
    ],
)  # fmt: skip
def test_times_of_an_event(tree: Tree, times: dict[str, str], says: dict[str, object]) -> None:
    values, _ = parsed(*only_file(asked_of(tree, EVENT, **times)))
    assert says.items() <= values.items()


@pytest.mark.parametrize(
    ("form", "changes", "told"),
    [
        (SERVICE, {"summary": ""}, "**Palvelu yhdellä lauseella**: Tämä puuttuu."),
        (SERVICE, {"promise": ""}, "**Vahvistus**: Merkitse ruutu"),
        (SERVICE, {"region": "Mordor"}, "**Alue**: Valitse luettelosta"),
        (SERVICE, {"organisation": "Tuulipolun Ohjamo"}, "Tarkoititko ”Tuulipolun Ohjaamo”?"),
        (SERVICE, {"areas": "Kemmi"}, "**Kunnat ja alueet**: "),
        (SERVICE, {"phone": "soita vaihteeseen"}, "**Puhelinnumero**: "),
        (SERVICE, {"phone": "040 123 4567"}, "**Puhelinnumero**: "),
        (SERVICE, {"email": "ei ole"}, "**Sähköposti**: "),
        (SERVICE, {"phone": "p. 016 00 1234 (vaihde)"}, "Tarkoititko ”016 00 1234”? Kirjoita yksi numero ilman"),
        (SERVICE, {"url": "www.example.org"}, "example.org”? Kopioi osoite"),
        (SERVICE, {"url": "javascript:alert(1)"}, "**Verkko-osoite**: "),
        (SERVICE, {"postal_code": "941"}, "**Postinumero**: "),
        (SERVICE, {"municipality": ""}, "**Käyntiosoitteen kunta**: "),
        (SERVICE, {"phone_hours": "joskus"}, "**Milloin puhelimeen vastataan**: "),
        (SERVICE, {"phone_hours": "ma 9-15\nma 16-17"}, "Päivä ”ma” on kahdesti"),
        (SERVICE, {"name": "Ohjaamo"}, "**Palvelun nimi**: Samanniminen on jo sivustolla"),
        (SERVICE, {"name": "!!!"}, "**Palvelun nimi**: Nimestä ei saada osoitetta"),
        (SERVICE, {"topics": "Lentäminen"}, "**Aiheet**: Valitse luettelosta"),
        (SERVICE, dict.fromkeys(("phone", "street", "postal_code", "post_office", "municipality"), ""),
         "ainakin yksi yhteystapa"),
        (EVENT, {"start_day": "ensi maanantai"}, "**Alkamispäivä**: ”ensi maanantai” ei ole päivä"),
        (SERVICE, {"areas": "Kemissä ja Torniossa"}, "Tarkoititko ”Tornio”?"),
        (SERVICE, {"phone_hours": "ma-pe klo 9-16 ja la 10-14"}, "**Milloin puhelimeen vastataan**: Aikaa"),
        (SERVICE, {"phone_hours": "ma-ke 9-16\nti 9-12"}, "**Milloin puhelimeen vastataan**: "),
        (EVENT, {"start_day": "31.11.2026"}, "**Alkamispäivä**: Päivää ”31.11.2026” ei ole kalenterissa"),
        (EVENT, {"start_day": "ma 3.12.2026"}, "tämä päivä on torstai"),
        (EVENT, {"except": "joulu"}, "**Milloin tapahtumaa ei ole**: ”joulu” ei ole päivä"),
        (EVENT, {"except": "4.12.2026", "every": "Joka viikko"}, "**Milloin tapahtumaa ei ole**: "),
        (EVENT, {"start_time": "aamulla"}, "**Alkamisaika**: ”aamulla” ei ole kellonaika"),
        (EVENT, {"end_time": "8"}, "**Päättymisaika**: "),
        (EVENT, {"place": "Kuun takapuoli"}, "**Paikan nimi**: Paikkaa ”Kuun takapuoli” ei löydy."),
        (EVENT, {"place": "Talo", "place_municipality": "Kuu"}, "**Paikan kunta**: "),
        (EVENT, {"online_url": ""}, "**Paikan nimi**: Kirjoita paikan nimi tai osoite"),
        (ORGANISATION, {"business_id": "1234567-0"}, "**Y-tunnus**: "),
        (PRACTICE, {"organisations": "Tuulipolun Ohjaamo, Menninkäiset"}, "Organisaatiota ”Menninkäiset” ei löydy"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_told_beside_its_question(
    tree: Tree, form: Form, changes: dict[str, str], told: str
) -> None:
    answer = asked_of(tree, form, **changes)
    assert answer.outcome is Outcome.MEND and not answer.files
    assert told in answer.comment
    assert "[" not in re.sub(r"\\\[", "", answer.comment)


def test_a_place_that_is_not_there_is_made_beside_the_event(tree: Tree) -> None:
    answer = asked_of(tree, EVENT, place="Kemin työväentalo", place_municipality="Kemi", place_street="Katu 1")
    assert list(answer.files) == ["regions/lappi/events/uramessut.yml", "regions/lappi/places/kemin-tyovaentalo.yml"]
    event, place = (parsed(path, text)[0] for path, text in answer.files.items())
    assert event["place"] == "kemin-tyovaentalo"
    assert (place["name"], place["municipality"]) == ("Kemin työväentalo", "Kemi")


def test_a_list_from_which_nothing_was_chosen_says_nothing(tree: Tree) -> None:
    assert asked_of(tree, SERVICE, price="None", appointment="None").outcome is Outcome.CHANGE


def test_everything_that_is_missing_is_told_at_once(tree: Tree) -> None:
    answer = answer_to(Issue(sent(SERVICE, {"name": "Uusi"})), tree)
    assert answer is not None
    missing = [q.label for q in SERVICE.questions if q.required and q.key not in ("name", "promise")]
    assert [label for label in missing if f"**{label}**" not in answer.comment] == []


def test_what_the_form_and_what_the_check_see_is_told_together(tree: Tree) -> None:
    changes = {"start_day": "pian", "online_url": "messut.example.org", "signup_email": "ei", "end_time": "yöllä"}
    comment = asked_of(tree, EVENT, **changes).comment
    labels = ["Alkamispäivä", "Päättymisaika", "Osoite verkossa", "Ilmoittautumisen sähköposti"]
    assert re.findall(r"^- \*\*(.*?)\*\*", comment, re.MULTILINE) == labels


def test_an_issue_that_no_form_made_is_left_to_people(tree: Tree) -> None:
    assert answer_to(Issue("Hei!\n\n### Palvelun nimi\n\nx"), tree) is None
    assert answer_to(Issue(""), tree) is None


def test_warnings_are_told_and_do_not_stop(tree: Tree) -> None:
    answer = asked_of(tree, EVENT)
    assert answer.outcome is Outcome.CHANGE
    assert "Ne eivät estä julkaisua" in answer.comment


# --- changes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "record",
    [
        "lappi/ohjaamo",
        "https://example.org/osa/lappi/palvelut/ohjaamo/?a=b#c",
        "/lappi/palvelut/ohjaamo",
        "https://example.org/sv/lappi/palvelut/ohjaamo/",
        "ohjaamo",
        "Ohjaamo",
    ],
)
def test_a_page_is_named_by_its_address_or_its_id(tree: Tree, record: str) -> None:
    path, text = only_file(asked_of(tree, CHANGE, record=record))
    assert path == "regions/lappi/services/ohjaamo.md"
    assert text == trees.base_text("services/ohjaamo.md").replace("016 00 1234", "016 00 9999")


@pytest.mark.parametrize(
    ("record", "field", "new", "old_text", "new_text"),
    [
        ("tuulipolun-ohjaamo", "Puhelinnumero", "016 00 4321", "phone: 016 00 1234", "phone: 016 00 4321"),
        ("tuulipolun-ohjaamo", "Sähköposti", "apua@example.org", "email: ohjaamo@example.org",
         'email: "apua@example.org"'),
        ("tuulipolun-ohjaamo", "Verkko-osoite", "https://uusi.example.org", "website: https://example.org/tuulipolku",
         'website: "https://uusi.example.org"'),
        ("tuulipolun-ohjaamo", "Nimi", "Tuulipolku", "name: Tuulipolun Ohjaamo", "name: Tuulipolku"),
    ],
)  # fmt: skip
def test_one_value_changes_and_nothing_else(
    tree: Tree, record: str, field: str, new: str, old_text: str, new_text: str
) -> None:
    path, text = only_file(asked_of(tree, CHANGE, record=record, field=field, new=new))
    assert text == trees.base_text(path.removeprefix("regions/lappi/")).replace(old_text, new_text)


def test_what_ends_gets_its_last_day(tree: Tree) -> None:
    _, text = only_file(asked_of(tree, CHANGE, field="Toiminta päättyy", new="31.12.2026"))
    assert "verified: 2026-10-01\nvalid_until: 2026-12-31\n" in text


def test_the_answer_tells_what_stood_there_and_what_stands_now(tree: Tree) -> None:
    assert "Puhelinnumero: `016 001 234` → `016 00 9999`." in asked_of(tree, CHANGE).comment


@pytest.mark.parametrize(
    "changes",
    [
        {"field": "Jokin muu", "new": "Ovi on vihreä."},
        {"field": "Hinta sanoin", "new": "5 €"},
        {"field": "Sähköposti", "new": "a@example.org"},
        {"field": "Aukioloaika", "new": "ma-to 9-15\npe 9-12"},
        {"field": "Käyntiosoite", "new": "Katu 1, 96100 Rovaniemi"},
        {"old": "016 00 7777"},
    ],
)
def test_what_is_not_certain_is_left_to_people(tree: Tree, changes: dict[str, str]) -> None:
    answer = asked_of(tree, CHANGE, **changes)
    assert answer.outcome is Outcome.PEOPLE and not answer.files
    assert "Ylläpitäjä lukee ilmoituksen" in answer.comment


@pytest.mark.parametrize(
    "changes",
    [
        {"record": "lappi/ei-ole"},
        {"record": "https://["},
        {"field": "Väri"},
        {"new": "soita"},
        {"new": "016 00 1234"},
        {"field": "Toiminta päättyy", "new": "pian"},
    ],
)
def test_what_cannot_be_is_told_to_whoever_asked(tree: Tree, changes: dict[str, str]) -> None:
    assert asked_of(tree, CHANGE, **changes).outcome is Outcome.MEND


def test_of_several_numbers_the_old_one_tells_which(tmp_path: Path) -> None:
    number = "    phone: 016 00 1234\n"
    two = trees.changed("services/ohjaamo.md", (number, f"{number}  - type: puhelin\n    phone: 016005678\n"))
    tree = Tree(trees.write_region(tmp_path, two), Settings(), trees.DAY)
    unsure = asked_of(tree, CHANGE)
    assert unsure.outcome is Outcome.PEOPLE
    assert "`016 001 234`, `016 005 678`" in unsure.comment and "Mitä siinä lukee nyt" in unsure.comment
    for old in ("016 00 5678", "p. 016005678 (arkisin)"):
        _, text = only_file(asked_of(tree, CHANGE, old=old))
        assert "phone: 016 00 1234\n" in text and "phone: 016 00 9999\n" in text


def test_a_number_that_stands_in_two_channels_changes_in_both(tmp_path: Path) -> None:
    number = "    phone: 016 00 1234\n"
    two = trees.changed("services/ohjaamo.md", (number, f"{number}  - type: tekstiviesti\n    phone: 016001234\n"))
    tree = Tree(trees.write_region(tmp_path, two), Settings(), trees.DAY)
    _, text = only_file(asked_of(tree, CHANGE))
    assert text.count("phone: 016 00 9999\n") == 2


def test_a_name_that_several_pages_have_is_told_with_their_addresses(tmp_path: Path) -> None:
    same = trees.changed("services/ohjaamo.md", ("name: Ohjaamo\n", "name: Tuulipolun Ohjaamo\n"))
    tree = Tree(trees.write_region(tmp_path, same), Settings(), trees.DAY)
    answer = asked_of(tree, CHANGE, record="Tuulipolun Ohjaamo")
    assert answer.outcome is Outcome.MEND
    assert "lappi/palvelut/ohjaamo/" in answer.comment and "lappi/toimijat/tuulipolun-ohjaamo/" in answer.comment


# --- nothing else -----------------------------------------------------------------------------------------------------


def shown_outside_code(comment: str) -> str:
    """What the forge would read as Markdown of ours: the answer without pieces of code."""
    rendered = cmarkgfm.github_flavored_markdown_to_html(comment)
    return re.sub(r"<code>.*?</code>", "", rendered, flags=re.DOTALL)


def is_safe(answer: Answer) -> None:
    """Nothing leaves the folders of records, and nothing in the answer is read as more than text."""
    assert [path for path in answer.files if not ALLOWED.fullmatch(path) or ".." in path] == []
    rest = shown_outside_code(answer.comment)
    assert set(re.findall(r"</?([a-z0-9]+)", rest)) <= {"p", "ul", "li", "strong"}
    assert not re.search(r"(?:^|\W)@\w", html.unescape(rest)), rest
    assert not re.search(r"(?<!\w)#\d", html.unescape(rest))
    assert not re.search(r"^::", answer.comment, re.MULTILINE)
    assert re.fullmatch(r"[\w ]*(?:: [a-z0-9-]+/[a-z0-9-]+)?", answer.title)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e\ud800-\udfff]", answer.comment)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_written_stays_a_value(tree: Tree, form: Form, data: st.DataObject) -> None:
    """Any text in any answer: a file that says just that, or a word on what to mend; never more."""
    keys = [question.key for question in form.questions if question.widget in (Widget.LINE, Widget.PROSE)]
    changes = data.draw(st.dictionaries(st.sampled_from(keys), ANYTHING, max_size=3))
    answer = asked_of(tree, form, **changes)
    is_safe(answer)
    for path, text in answer.files.items():
        values, _ = parsed(path, text)
        assert isinstance(values, dict | list)
        if form is not CHANGE and "/places/" not in path:
            headings = any("###" in text or "_No response_" in text for text in changes.values())
            for key in {"name", "summary", "problem", "short_name"} & changes.keys() if not headings else ():
                question = form.question(key)
                read = line_of(plain(changes[key])) if question.widget is Widget.LINE else prose_of(plain(changes[key]))
                assert values.get(key, "") == read
            known = {q.path[0] for q in form.questions if q.path}
            assert set(values) <= known | {"channels", "verified", "repeat", "end", "start", "organisations"}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.text(max_size=400), first=st.sampled_from([form.first for form in FORMS]))
def test_no_body_crashes_the_reader(tree: Tree, body: str, first: str) -> None:
    for text in (body, f"### {first}\n\n{body}", f"### {first}\r\n{body}"):
        if answer := answer_to(Issue(text), tree):
            is_safe(answer)
            assert not answer.files


@pytest.mark.parametrize(
    "path",
    [
        "regions/lappi/../../.github/x.yml",
        "regions/lappi/services/x.py",
        "regions/lappi/region.yml",
        ".github/workflows/x.yml",
        "/regions/lappi/services/x.md",
        "regions/lappi/services/x.md\n",
        "regions/lappi/members/services/x.md",
        "regions/finland/areas.yml",
    ],
)
def test_a_path_elsewhere_is_refused(tree: Tree, path: str) -> None:
    with pytest.raises(PathRefusedError):
        problems_with(tree, {path: "x"})


def test_a_heading_in_an_answer_is_part_of_it() -> None:
    body = "### A\n\nyksi\n### Jotain\nkaksi\n\n### B\n\n### A\n\nlisää"
    assert sections(body, ["A", "B"]) == {"A": "yksi\n### Jotain\nkaksi", "B": "### A\n\nlisää"}


def test_choices_that_have_commas_are_told_apart() -> None:
    labels = ["Ohjaus, neuvonta", "Ohjaus", "neuvonta"]
    assert chosen_of("Ohjaus, neuvonta, Ohjaus", labels) == ["Ohjaus, neuvonta", "Ohjaus"]
    assert chosen_of("Muu", labels) == []


# --- the forms themselves ---------------------------------------------------------------------------------------------


def test_the_forms_are_those_that_the_schema_gives() -> None:
    """Run `tno forms` when this fails."""
    done = CliRunner().invoke(main, ["forms", "--check", "--root", str(trees.ROOT)])
    assert done.exit_code == 0, done.output


def test_a_form_that_is_out_of_date_is_named(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "ISSUE_TEMPLATE"
    (tmp_path / "regions").symlink_to(trees.TABLES)
    assert CliRunner().invoke(main, ["forms", "--root", str(tmp_path)]).exit_code == 0
    (folder / "2-uusi-palvelu.yml").write_text("name: vanha\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["forms", "--check", "--root", str(tmp_path)])
    assert (done.exit_code, "2-uusi-palvelu.yml" in done.output) == (1, True)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_asks_each_thing_once_and_is_known_by_its_first_question(form: Form, tree: Tree) -> None:
    assert len(set(form.labels)) == len(form.labels)
    assert len({question.key for question in form.questions}) == len(form.questions)
    assert [other.name for other in FORMS if other.first == form.first] == [form.name]
    network = tree.loaded.network
    for question in form.questions:
        options = options_of(question, regions_by_name(network.country), network.vocabularies)
        assert len(set(options)) == len(options)
        assert bool(options) == (question.widget in (Widget.ONE, Widget.MANY, Widget.PROMISE)), question.key


@pytest.mark.parametrize("form", [form for form in FORMS if form.kind], ids=lambda form: form.name)
def test_everything_that_a_record_must_have_is_asked(form: Form) -> None:
    from tno.records import KINDS

    required = {key for key, field in KINDS[form.kind].model.model_fields.items() if field.is_required()}
    asked = {question.path[0] for question in form.questions if question.path and question.required}
    assert required - asked <= {"id", "verified", "channels"}


def test_an_event_of_the_forge_is_read_and_the_answer_is_written_for_the_part_that_may_write(tmp_path: Path) -> None:
    import json

    project = trees.write_region(tmp_path, {}).root
    for table in ("finland", "vocabularies.yml"):
        (project / "regions" / table).symlink_to(trees.TABLES / table)
    event: Mapping[str, object] = {
        "issue": {
            "number": 7,
            "body": sent(ORGANISATION, SENT[ORGANISATION.name]),
            "labels": [],
            "user": {"login": "a"},
        }
    }
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    asked = ["from-issue", str(tmp_path / "event.json"), "--into", str(tmp_path / "answer"), "--root", str(project)]
    done = CliRunner().invoke(main, [*asked, "--today", "2026-11-21"])
    assert (done.exit_code, done.output) == (0, "muutos\n")
    answer = json.loads((tmp_path / "answer" / "answer.json").read_text(encoding="utf-8"))
    assert (answer["issue"], answer["outcome"]) == (7, "muutos")
    assert list(answer["files"]) == ["regions/lappi/organisations/hillapolun-neuvonta-ry.yml"]
    assert not (project / "regions/lappi/organisations/hillapolun-neuvonta-ry.yml").exists()
