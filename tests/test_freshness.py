"""Facts grow old: who is reminded, what people are still offered, and how a tick becomes a new day."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from tno.commands import main
from tno.exports.freshness_issue import Desk, freshness_issue
from tno.from_issue.ticks import checked_files, marker, organisation_of, record_name, ticked
from tno.load import Loaded
from tno.model.freshness import FRESH, HIDDEN, MARKED, REMINDED, Duty, answering, duties, limits_on
from tno.records import Organisation, Service
from tno.render import Renderer
from tno.settings import Settings
from tno.views.freshness import freshness_page
from tno.views.scene import Scene
from trees import DAY, ROOT, base_text, load_tree, write_project, write_region

SERVICE = base_text("services/ohjaamo.md")
OLD = SERVICE.replace("verified: 2026-10-01", "verified: 2025-01-07")
OURS = "lappi/tuulipolun-ohjaamo"
HIDDEN_ONE, MINE = "service:lappi/vanha", ("service:lappi/vanha", "service:lappi/uusi")


def loaded_with(folder: Path, files: dict[str, str]) -> Loaded:
    return load_tree(write_region(folder, files))


def duties_in(loaded: Loaded, day: date = DAY) -> dict[str | None, Duty]:
    found = duties(loaded.network, loaded.network.regions.values(), day, Settings())
    return {duty.organisation: duty for duty in found}


def desk(loaded: Loaded) -> Desk:
    repository = "https://forge.example.org/o/r"
    return Desk(
        loaded.network,
        Settings(),
        loaded.places.file_of,
        "https://tno.example.org/",
        f"{repository}/edit/main/",
        f"{repository}/issues/new/choose",
    )


# --- what is old ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verified", "state"),
    [
        (date(2026, 5, 22), FRESH),
        (date(2026, 5, 21), REMINDED),
        (date(2025, 11, 22), REMINDED),
        (date(2025, 11, 21), MARKED),
        (date(2025, 5, 22), MARKED),
        (date(2025, 5, 21), HIDDEN),
    ],
)
def test_the_limits_hold_to_the_day(verified: date, state: str) -> None:
    assert limits_on(DAY, Settings()).state_of(verified) == state


def test_the_maintainer_answers_else_whose_it_is_else_its_successor_else_the_region(tmp_path: Path) -> None:
    organisations = """
- {id: vanha, name: Vanha, sector: jarjesto, valid_until: 2025-12-31, succeeded_by: [uusi]}
- {id: uusi, name: Uusi, sector: jarjesto}
- {id: jaettu, name: Jaettu, sector: jarjesto, valid_until: 2025-12-31, succeeded_by: [uusi, vanha]}
"""
    files = {
        "organisations/muut.yml": organisations,
        "services/a.md": SERVICE.replace("verified:", "maintainer: vanha\nverified:"),
        "services/b.md": SERVICE.replace("organisation: tuulipolun-ohjaamo", "organisation: jaettu"),
    }
    loaded = loaded_with(tmp_path, files)
    services = loaded.network.all_of(Service)
    found = {key: answering(loaded.network, services[f"lappi/{key}"], DAY) for key in ("a", "b", "ohjaamo")}
    assert (found["a"], found["ohjaamo"]) == ("lappi/uusi", OURS)
    assert found["b"] not in ("lappi/uusi", "lappi/vanha"), "two successors: neither is chosen for the other"


def test_two_organisations_that_succeed_each_other_end_the_search(tmp_path: Path) -> None:
    text = """
- {id: a, name: A, sector: jarjesto, valid_until: 2025-12-31, succeeded_by: [b]}
- {id: b, name: B, sector: jarjesto, valid_until: 2025-12-31, succeeded_by: [a]}
"""
    loaded = loaded_with(tmp_path, {"organisations/muut.yml": text})
    organisation = loaded.network.all_of(Organisation)["lappi/a"]
    assert answering(loaded.network, organisation, DAY) in (None, OURS)


@pytest.mark.parametrize("line", ["status: paattynyt", "valid_until: 2025-12-31"])
def test_nobody_is_asked_to_check_history(tmp_path: Path, line: str) -> None:
    loaded = loaded_with(tmp_path, {"services/vanha.md": OLD.replace("verified:", f"{line}\nverified:")})
    assert [duty for duty in duties_in(loaded).values() if duty.stale] == []


def test_the_oldest_come_first(tmp_path: Path) -> None:
    older = SERVICE.replace("verified: 2026-10-01", "verified: 2024-01-07")
    duty = duties_in(loaded_with(tmp_path, {"services/a.md": OLD, "services/b.md": older}))[OURS]
    assert [each.record.id for each in duty.stale] == ["b", "a"]


def test_only_services_are_left_out_of_lists(tmp_path: Path) -> None:
    organisation = "- {id: a, name: A, sector: jarjesto, verified: 2020-01-07, maintainer: tuulipolun-ohjaamo}\n"
    loaded = loaded_with(tmp_path, {"organisations/muut.yml": organisation, "services/vanha.md": OLD})
    found = {each.record.id: each.state for each in duties_in(loaded)[OURS].stale}
    assert found == {"a": MARKED, "vanha": HIDDEN}


@pytest.mark.parametrize(
    ("verified", "told"),
    [
        ("2026-10-01", "Tiedot tarkistettu 1.10.2026."),
        ("2025-11-21", "Tiedot on tarkistettu yli vuosi sitten. Tiedot tarkistettu 21.11.2025."),
    ],
)
def test_the_page_of_any_record_says_when_it_was_checked(tmp_path: Path, verified: str, told: str) -> None:
    text = f"- {{id: a, name: A, sector: jarjesto, verified: {verified}}}\n"
    network = loaded_with(tmp_path, {"organisations/muut.yml": text}).network
    renderer = Renderer(ROOT / "overrides", Scene(network.on(DAY), DAY, Settings()))
    html = renderer.environment.globals["checked_on"](network.all_of(Organisation)["lappi/a"])
    assert " ".join(re.sub("<[^>]+>", " ", html).split()) == told
    assert renderer.environment.globals["checked_on"](None) == ""


# --- what people are offered ------------------------------------------------------------------------------------------


def test_what_nobody_has_checked_is_told_of_but_not_offered(tmp_path: Path) -> None:
    network = scene_of_old(tmp_path).network
    service = network.all_of(Service)["lappi/vanha"]
    assert network.shows(service)
    assert not network.offers(service)
    assert service not in network.services_offered
    assert not any(service in services for services in network.services_by_municipality.values())
    assert service in network.services_by_organisation[OURS], "its organisation's page leads to it"


def test_the_page_of_a_region_tells_who_should_check_what(tmp_path: Path) -> None:
    scene = scene_of_old(tmp_path)
    places = load_tree(write_region(tmp_path / "again", {"services/vanha.md": OLD})).places
    page = freshness_page(places, "https://forge.example.org/edit/main/", scene, scene.network.regions["lappi"])
    (duty,) = page.stale
    (row,) = duty.rows
    assert (page.count, row.link.address, row.state) == (1, "lappi/palvelut/vanha/", "Poissa hausta")
    assert row.edit == "https://forge.example.org/edit/main/regions/lappi/services/vanha.md"
    assert row.form.endswith("issues/new?template=1-muutos-tai-virhe.yml&record=/lappi/palvelut/vanha/")
    assert dict(page.tallies)["Poissa hausta"] == 1


def scene_of_old(folder: Path) -> Scene:
    """A scene in which one service was checked long ago."""
    network = loaded_with(folder, {"services/vanha.md": OLD}).network
    return Scene(network.on(DAY, limits_on(DAY, Settings()).hidden), DAY, Settings())


# --- the issue --------------------------------------------------------------------------------------------------------


def test_an_issue_has_a_box_for_each_stale_record_and_names_its_organisation(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {"services/vanha.md": OLD})
    issue = freshness_issue(desk(loaded), duties_in(loaded)[OURS])
    assert issue is not None
    assert organisation_of(issue.body) == OURS
    (line,) = (line for line in issue.body.splitlines() if line.startswith("- ["))
    assert line.startswith("- [ ] [")
    assert "(https://tno.example.org/lappi/palvelut/vanha/)" in line
    assert "tarkistettu 7.1.2025, poissa palveluhausta" in line
    assert line.endswith("services/vanha.md) <!-- tno:ajantasaisuus service:lappi/vanha -->")


def test_what_is_ticked_stays_ticked_when_the_text_is_written_anew(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {"services/vanha.md": OLD})
    issue = freshness_issue(desk(loaded), duties_in(loaded)[OURS], ticked=[HIDDEN_ONE])
    assert issue is not None
    assert ticked(issue.body, [HIDDEN_ONE]) == [HIDDEN_ONE]


def test_without_stale_facts_there_is_no_issue(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {})
    assert freshness_issue(desk(loaded), duties_in(loaded)[OURS]) is None


def test_a_name_from_the_content_cannot_be_markdown_of_the_forge(tmp_path: Path) -> None:
    name = "name: 'x --> @tiimi [a](https://paha.example.org) #1 <b>'"
    text = OLD.replace(next(line for line in OLD.splitlines() if line.startswith("name:")), name)
    loaded = loaded_with(tmp_path, {"services/vanha.md": text})
    issue = freshness_issue(desk(loaded), duties_in(loaded)[OURS])
    assert issue is not None
    assert "@tiimi" not in issue.body and "](https://paha" not in issue.body and "<b>" not in issue.body
    assert ticked(issue.body.replace("- [ ]", "- [x]"), MINE) == [HIDDEN_ONE]


# --- ticks ------------------------------------------------------------------------------------------------------------


def body_of(*lines: str) -> str:
    return "\r\n".join((marker(OURS), "Hei.", *lines))


def test_only_ticked_records_of_the_organisation_itself_count() -> None:
    body = body_of(
        f"- [x] Vanha {marker('service:lappi/vanha')}",
        f"- [ ] Uusi {marker('service:lappi/uusi')}",
        f"- [X] Toisen {marker('service:lappi/toisen')}",
        f"- [x] Kahdesti {marker('service:lappi/uusi')} {marker('service:lappi/vanha')}",
        "- [x] Ilman nimeä",
        f"  - [x] Sisennetty {marker('service:lappi/uusi')}",
        f"- [x] Polku {marker('service:../../etc/passwd')}",
    )
    assert ticked(body, MINE) == ["service:lappi/vanha"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Hei",
        f"Hei {marker(OURS)}",
        f"\n{marker(OURS)}",
        marker("service:lappi/x"),
        "<!-- tno:ajantasaisuus ../x -->",
    ],
)
def test_an_issue_that_does_not_begin_with_the_marker_is_none_of_ours(body: str) -> None:
    assert organisation_of(body) is None


PIECES = ("- [x] ", "- [X]", "- [ ] ", "* [x] ", "<!-- ", " -->", "tno:ajantasaisuus ", *MINE, OURS, "service:lappi/b",
          "\n", "\r", "\u2028", "../", "$(id)", "${{ x }}", "::error::", "\x00", "ä", " ", "-->\n<!--")  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
@settings(derandomize=True, deadline=None, database=None, max_examples=500)
def test_whatever_is_written_only_own_records_come_out_each_once(body: str) -> None:
    found = ticked(body, MINE)
    assert set(found) <= set(MINE)
    assert len(found) == len(set(found))
    assert organisation_of(body) in (None, OURS)


def test_a_tick_changes_the_day_and_no_other_byte(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, {"services/vanha.md": OLD})
    duty = duties_in(loaded)[OURS]
    texts = {"regions/lappi/services/vanha.md": OLD}
    done = checked_files(duty, [HIDDEN_ONE], date(2026, 11, 20), loaded.places, texts)
    assert done.names == (HIDDEN_ONE,)
    assert done.files == {"regions/lappi/services/vanha.md": OLD.replace("2025-01-07", "2026-11-20")}


def test_ticks_of_several_records_of_one_file_change_it_together(tmp_path: Path) -> None:
    text = """\
# Toimijat
- {id: a, name: A, sector: jarjesto, verified: 2024-01-01, maintainer: tuulipolun-ohjaamo}
# Toinen
- id: b
  name: B
  sector: jarjesto
  verified: 2024-01-01
  maintainer: tuulipolun-ohjaamo
"""
    loaded = loaded_with(tmp_path, {"organisations/muut.yml": text})
    duty = duties_in(loaded)[OURS]
    names = [record_name(each.record) for each in duty.stale]
    done = checked_files(duty, names, DAY, loaded.places, {"regions/lappi/organisations/muut.yml": text})
    assert done.files == {"regions/lappi/organisations/muut.yml": text.replace("2024-01-01", "2026-11-21")}


def test_the_same_ticks_have_the_same_sign_and_a_year_later_another(tmp_path: Path) -> None:
    signs = []
    for number, verified in enumerate(("2025-01-07", "2025-01-07", "2025-02-07")):
        text = SERVICE.replace("verified: 2026-10-01", f"verified: {verified}")
        loaded = loaded_with(tmp_path / str(number), {"services/vanha.md": text})
        texts = {"regions/lappi/services/vanha.md": text}
        signs.append(checked_files(duties_in(loaded)[OURS], [HIDDEN_ONE], DAY, loaded.places, texts).sign)
    assert signs[0] == signs[1] != signs[2]


# --- the commands -----------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one service that was checked long ago."""
    write_project(tmp_path, {"services/vanha.md": OLD})
    monkeypatch.setenv("TNO_SITE_URL", "https://tno.example.org")
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(project), "--today", "2026-11-21"])


def test_the_command_lists_what_is_stale_with_its_line(project: Path) -> None:
    told = run(project, "freshness", "--region", "lappi").output
    assert "7.1.2025  pois-hausta    palvelu vanha  regions/lappi/services/vanha.md:" in told
    assert "Tarkistettavia tietoja 1, organisaatioita 1." in told


def test_the_command_tells_programs_the_same(project: Path) -> None:
    told = json.loads(run(project, "freshness", "--format", "json").output)
    (stale,) = (each for duty in told["organisations"] for each in duty["stale"])
    assert (stale["record"], stale["verified"], stale["state"]) == (HIDDEN_ONE, "2025-01-07", HIDDEN)


def test_the_command_shows_the_texts_of_issues(project: Path) -> None:
    assert marker(HIDDEN_ONE) in run(project, "freshness", "--format", "markdown").output


def test_a_region_that_is_not_there_is_named(project: Path) -> None:
    done = run(project, "freshness", "--region", "lappia")
    assert (done.exit_code, "lappia" in done.output) == (2, True)


def asked(project: Path, *issues: dict[str, object]) -> dict[str, list[dict[str, object]]]:
    file = project / "issues.json"
    file.write_text(json.dumps(issues), encoding="utf-8")
    done = run(project, "ticks", str(file))
    assert done.exit_code == 0, done.output
    return json.loads(done.output)  # type: ignore[no-any-return]


def issue_with(body: str, state: str = "OPEN") -> dict[str, object]:
    return {"number": 7, "title": "x", "body": body, "state": state, "updatedAt": "2026-11-19T22:30:00Z"}


def test_an_organisation_without_an_issue_gets_one(project: Path) -> None:
    told = asked(project)
    (issue,) = told["issues"]
    assert (issue["organisation"], issue["records"], "number" in issue) == (OURS, [HIDDEN_ONE], False)
    assert told["changes"] == []


def test_a_tick_is_offered_with_the_day_in_helsinki_on_which_it_was_made(project: Path) -> None:
    body = asked(project)["issues"][0]["body"]
    told = asked(project, issue_with(str(body).replace("- [ ]", "- [x]")))
    (change,) = told["changes"]
    assert change["files"] == {"regions/lappi/services/vanha.md": OLD.replace("2025-01-07", "2026-11-20")}
    assert "- [x]" in str(told["issues"][0]["body"]), "the tick stays until the day has changed"
    assert (project / "regions/lappi/services/vanha.md").read_text(encoding="utf-8") == OLD, "nothing is written"


def test_ticks_of_a_closed_issue_are_not_offered(project: Path) -> None:
    body = asked(project)["issues"][0]["body"]
    assert asked(project, issue_with(str(body).replace("- [ ]", "- [x]"), "CLOSED"))["changes"] == []


def test_an_issue_with_nothing_stale_is_told_so_that_it_can_be_closed(project: Path) -> None:
    told = asked(project, issue_with(marker("lappi/jokin-muu")))
    (other,) = (issue for issue in told["issues"] if issue["organisation"] == "lappi/jokin-muu")
    assert "body" not in other
