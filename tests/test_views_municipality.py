"""A municipality's page: how far services are, the nearest Ohjaamo, what happens near, in which languages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from finland import km_between
from scenes import scene_of
from tno.content import Folders
from tno.country.country import great_circle_km
from tno.country.vocabulary import VocabularyTerm
from tno.model.nearness import nearest_km, point_at
from tno.records import Service
from tno.settings import Settings
from tno.views.around import around
from tno.views.listing import NO_NOTES, Notes
from tno.views.municipality import MunicipalityPage, municipality_made_of, municipality_page
from tno.views.municipality_topics import MOST_ALSO, MOST_SEEN, TopicHere
from tno.views.near_events import coming_events, near_events
from tno.views.scene import Scene
from tno.views.themes import NO_THEME, THEMES, theme_of
from trees import DAY, ROOT, load_tree

PLACES = """\
- {id: talo, name: Talo, municipality: Rovaniemi, street: Polku 1, lat: 66.5039, lon: 25.7294}
- {id: keskus, name: Keskus, municipality: Rovaniemi}
- {id: salattu, name: Salattu, municipality: Rovaniemi, street: Polku 2, lat: 66.5039, lon: 25.7294, address_public: ei}
"""
SERVICE = """\
---
name: {name}
summary: Neuvoja kaikille.
organisation: tuulipolun-ohjaamo
kind: ohjaus
target_groups: kaikki
topics: ura
areas: [{areas}]
languages: [{languages}]
channels:
  - {{type: palvelupaikka, place: {place}}}
ohjaamo_roles: [{roles}]
verified: 2026-11-01
---
"""


def service(
    name: str, place: str = "talo", areas: str = "Utsjoki", languages: str = "fi", roles: str = "verkosto"
) -> str:
    return SERVICE.format(name=name, place=place, areas=areas, languages=languages, roles=roles)


def told(scene: Scene, town: str, also: dict[str, str] | None = None) -> tuple[MunicipalityPage, dict[str, str]]:
    """The page, and name of a service → what its row says besides; `also` is given the same of those only named."""
    notes: dict[str, str] = {}
    also = {} if also is None else also

    def rows(
        services: Sequence[Service], said: Notes = NO_NOTES, with_ways: bool = False, only_names: bool = False
    ) -> Markup:
        assert with_ways is not only_names
        if not only_names:
            notes.update({str(each.name): said.get(each.key, "") for each in services})
        else:
            also.update({str(each.name): said[each.key] for each in services})
        return Markup(", ").join(str(each.name) for each in services)

    municipality = scene.network.municipality_of(town)
    assert municipality is not None
    return municipality_page(scene, municipality, rows), notes


def topics_of(page: MunicipalityPage) -> dict[str, TopicHere]:
    """Topic → what the page tells of it."""
    return {topic.anchor: topic for theme in page.themes for topic in theme.topics}


def names_in(topic: TopicHere) -> list[str]:
    """Services told under a topic, in their order."""
    return [name for part in (topic.rows, topic.rest) for name in part.split(", ") if name]


def as_names(topic: TopicHere) -> list[str]:
    """Services only named under a topic."""
    return [name for name in topic.also.split(", ") if name]


def test_services_for_professionals_stand_apart_and_last(tmp_path: Path) -> None:
    colleagues = service("Työnohjaus").replace("target_groups: kaikki", "target_groups: ohjausalan-ammattilaiset")
    files = {"places/muut.yml": PLACES, "services/a.md": service("Neuvonta"), "services/b.md": colleagues}
    page, _ = told(scene_of(tmp_path, files), "Utsjoki")
    assert page.colleagues == "Työnohjaus"
    assert sum(len(names_in(topic)) for topic in topics_of(page).values()) == page.count
    assert "Työnohjaus" not in {str(each.link.label) for each in page.nearest}


def test_each_service_is_told_once_for_anybody_before_a_few_and_the_nearest_first(tmp_path: Path) -> None:
    for_few = service("Ensin", "kylatalo").replace("target_groups: kaikki", "target_groups: saamelaiset")
    files = {
        "places/muut.yml": PLACES + VILLAGES,
        "services/a.md": for_few,
        "services/b.md": service("Kaukana"),
        "services/c.md": service("Lähellä", "kylatalo").replace("topics: ura", "topics: [ura, tyo]"),
        "services/d.md": service("Levolla", "kylatalo").replace("kind: ohjaus", "kind: ohjaus\nstatus: tauolla"),
        "services/e.md": service("Linja").replace(
            "type: palvelupaikka, place: talo", "type: puhelin, phone: 016 00 1234"
        ),
    }
    page, _ = told(scene_of(tmp_path, files), "Utsjoki")
    order = names_in(topics_of(page)["ura"])
    assert [name for name in order if name in {"Lähellä", "Linja", "Kaukana"}] == ["Lähellä", "Linja", "Kaukana"]
    assert {*order[-2:]} == {"Ensin", "Levolla"}
    assert sum(len(names_in(topic)) for topic in topics_of(page).values()) == page.count
    assert "Ensin" not in {str(each.link.label) for each in page.nearest}


def test_for_anybody_stands_before_for_a_part_and_for_those_who_say_what_they_are(tmp_path: Path) -> None:
    def home(name: str, groups: str, more: str = "", place: str = "kylatalo") -> str:
        return service(name, place).replace("kaikki", groups).replace("topics: ura", f"topics: asuminen{more}")

    prison = "\nlife_situations: vankilasta-vapautuminen"
    files = {
        "places/muut.yml": PLACES + VILLAGES,
        "services/a.md": home("Portilta", "aikuiset", prison),
        "services/b.md": home("Solu", "opiskelijat"),
        "services/c.md": home("Ensikoti", "[nuoret, aikuiset]", "\neligibility: {age_max: 25}"),
        "services/d.md": home("Asukas", "[aikuiset, nuoret]", place="talo"),
        "services/e.md": home("Vuokra", "[aikuiset, nuoret]", place="talo"),
    }
    page, _ = told(scene_of(tmp_path, files), "Utsjoki")
    order = names_in(topics_of(page)["asuminen"])
    assert {*order[:2]} == {"Asukas", "Vuokra"}, "far off, and for anybody"
    assert {*order[2:4]} == {"Solu", "Ensikoti"} and order[4] == "Portilta"


def test_to_those_whom_a_topic_is_about_it_is_no_narrower(tmp_path: Path) -> None:
    family = service("Perheneuvo", "kylatalo").replace("kaikki", "lapsiperheet").replace("topics: ura", "topics: perhe")
    files = {
        "places/muut.yml": PLACES + VILLAGES,
        "services/a.md": family,
        "services/b.md": family.replace("Perheneuvo", "Vauvaneuvo"),
        "services/c.md": service("Eroneuvo").replace("topics: ura", "topics: perhe"),
    }
    page, _ = told(scene_of(tmp_path, files), "Utsjoki")
    assert names_in(topics_of(page)["perhe"])[-1] == "Eroneuvo", "the nearest first, as all are for families"


def test_lines_for_danger_and_for_children_alone_come_last(tmp_path: Path) -> None:
    danger, young = "topics: hyvinvointi", "topics: hyvinvointi\nlife_situations: [kotoa-muutto]"
    files = {
        "places/muut.yml": PLACES + VILLAGES,
        "services/a.md": service("Hätänumero", "kylatalo").replace("topics: ura", danger),
        "services/b.md": service("Lasten puhelin", "kylatalo")
        .replace("topics: ura", young)
        .replace("target_groups: kaikki", "target_groups: nuoret"),
        "services/c.md": service("Vanhusten apu")
        .replace("topics: ura", young)
        .replace("target_groups: kaikki", "target_groups: ikaantyneet"),
    }
    page, _ = told(scene_of(tmp_path, files), "Utsjoki")
    assert names_in(topics_of(page)["hyvinvointi"])[0] == "Vanhusten apu"


def test_who_is_only_named_says_for_whom_or_with_what_it_helps_first(tmp_path: Path) -> None:
    both = service("Neuvo").replace("topics: ura", "topics: [ura, tyo]")
    limits = "target_groups: nuoret\neligibility: {age_max: 25}"
    files = {
        "places/muut.yml": PLACES,
        "services/a.md": both,
        "services/b.md": both.replace("Neuvo", "Nuori").replace("target_groups: kaikki", limits),
        "services/c.md": both.replace("Neuvo", "Yritys").replace("kaikki", "[yrittajat, tyottomat, opiskelijat]"),
    }
    any_matter = both.replace("Neuvo", "Ensilinja").replace("kind: ohjaus", "kind: neuvonta").replace(*LINE)
    files["services/d.md"] = any_matter.replace("[ura, tyo]", "[ura, tyo, asuminen, talous]")
    also: dict[str, str] = {}
    told(scene_of(tmp_path, files), "Utsjoki", also)
    assert also["Ensilinja"] == "mikä tahansa asia"
    assert also["Neuvo"] == "Ura ja ammatinvalinta"
    assert (also["Nuori"], also["Yritys"]) == ("enintään 25-vuotiaille", "Yrittäjät ja työttömät työnhakijat")


def test_whoever_looks_for_help_against_violence_is_led_to_the_answer_in_the_municipality() -> None:
    scene = Scene(load_tree(Folders(ROOT, ROOT / "regions")).network.on(DAY), DAY, Settings())
    page, _ = told(scene, "Kuhmo")
    (health,) = (theme for theme in page.themes if theme.anchor == "terveys")
    assert "väkivalta" in health.note
    assert [link.address for link in health.danger] == ["mista-aloitan/turva/vakivalta/?kunta=kuhmo"]
    assert not any(theme.danger for theme in page.themes if theme is not health)
    guidance, studies = topics_of(page)["opinto-ohjaus"], next(each for each in page.themes if each.anchor == "opinnot")
    assert "lukeminen" in studies.note and "lukeminen" in guidance.note


LINE = ("type: palvelupaikka, place: talo", "type: puhelin, phone: 016 00 1234")


def test_under_its_other_topics_a_service_is_named_and_beyond_a_few_the_finder_has_them_all(tmp_path: Path) -> None:
    narrow = service("Ensin").replace("target_groups: kaikki", "target_groups: saamelaiset")
    files = {
        "places/muut.yml": PLACES,
        "services/a.md": narrow.replace("topics: ura", "topics: [ura, tyo]"),
        "services/b.md": service("Oma").replace("topics: ura", "topics: tyo"),
    } | {
        f"services/c{n}.md": service(f"Muu {n}").replace("topics: ura", "topics: [ura, tyo]") for n in range(MOST_ALSO)
    }
    scene = scene_of(tmp_path, files)
    page, notes = told(scene, "Utsjoki")
    work = topics_of(page)["tyo"]
    assert "Oma" in names_in(work) and len(as_names(work)) == MOST_ALSO
    assert not {*names_in(work)} & {*as_names(work)}
    assert "Ensin" not in as_names(work), "who is for anybody is named before who is for a few"
    assert work.every is not None and work.every.address == "palvelut/?aihe=tyo&kunta=utsjoki"
    assert work.count == len(names_in(work)) + MOST_ALSO + 1
    few, _ = told(scene_of(tmp_path / "few", {k: files[k] for k in files if k != "services/a.md"}), "Utsjoki")
    assert topics_of(few)["tyo"].every is None
    assert notes.keys() == {name for topic in topics_of(page).values() for name in names_in(topic)}


def test_topics_stand_under_themes_each_once_and_one_without_a_theme_is_not_lost(tmp_path: Path) -> None:
    scene = scene_of(
        tmp_path,
        {"services/a.md": service("Neuvonta").replace("topics: ura", "topics: [ura, talous]"), "places/a.yml": PLACES},
    )
    page, _ = told(scene, "Utsjoki")
    anchors = [topic.anchor for theme in page.themes for topic in theme.topics]
    assert len(anchors) == len({*anchors}) and {"ura", "talous"} <= {*anchors}
    order = THEMES["service_topic"]
    assert [theme.anchor for theme in page.themes] == [
        each for each in order if each in {t.anchor for t in page.themes}
    ]
    assert not {*order} & scene.network.vocabularies["service_topic"].terms.keys(), "fragments of themes and topics"
    assert theme_of("service_topic", VocabularyTerm("uusi", {"fi": "Uusi"}, {"theme": "outo"})) == NO_THEME
    assert all(theme_of(name, term) for name in THEMES for term in scene.network.vocabularies[name])


def test_a_far_door_comes_last_unless_it_answers_from_afar(tmp_path: Path) -> None:
    wide = "koko-maa"
    files = {
        "places/muut.yml": PLACES + VILLAGES,
        "services/a.md": service("Ovi kaukana", "satama", "Utsjoki, Tornio"),
        "services/b.md": service("Kaukana ja linjalla", "satama", "Utsjoki, Tornio").replace(
            "channels:\n", "channels:\n  - {type: puhelin, phone: 016 00 1234}\n"
        ),
        "services/c.md": service("Koko maan linja", areas=wide).replace(*LINE),
        "services/d.md": service("Täällä", "kylatalo"),
    }
    page, notes = told(scene_of(tmp_path, files), "Utsjoki")
    order = [name for name in names_in(topics_of(page)["ura"]) if name in notes and name in str(files)]
    assert order == ["Täällä", "Kaukana ja linjalla", "Koko maan linja", "Ovi kaukana"]
    assert notes["Ovi kaukana"].endswith("km")


def test_only_who_is_for_anybody_may_take_a_seen_place_when_nobody_there_answers(tmp_path: Path) -> None:
    files = {"places/muut.yml": PLACES + VILLAGES}
    files |= {f"services/a{n}.md": service(f"Täällä {n}", "kylatalo") for n in range(MOST_SEEN + 1)}
    files["services/b.md"] = service("Saamelaisille", "kylatalo").replace("groups: kaikki", "groups: saamelaiset")
    files["services/c.md"] = service("Linja").replace(*LINE)
    page, _ = told(scene_of(tmp_path, files), "Utsjoki")
    career = topics_of(page)["ura"]
    rest = career.rest.split(", ")
    lifted = {rest[int(place)] for place in career.lifts.split()}
    assert "Linja" in lifted and "Saamelaisille" in {*rest} - lifted


def test_the_nearest_places_stand_first_one_of_each_organisation(tmp_path: Path) -> None:
    files = {"places/muut.yml": PLACES, "services/a.md": service("Neuvonta"), "services/b.md": service("Toinen")}
    page, _ = told(scene_of(tmp_path, files), "Utsjoki")
    assert len(page.nearest) == 1 and str(page.nearest[0].link.note).endswith("km")


def test_a_nearest_place_tells_when_its_door_is_open_and_not_its_telephone(tmp_path: Path) -> None:
    telephone = 'channels:\n  - {type: puhelin, phone: 016 00 1234, hours: {ma-pe: "9-16"}}\n'
    both = service("Neuvonta").replace("channels:\n", telephone)
    door = both.replace("place: talo}", 'place: talo, hours: {ke: "12-15"}}')
    alone = door.replace(telephone, "channels:\n")
    opened = {
        name: told(scene_of(tmp_path / name, {"places/muut.yml": PLACES, "services/ohjaamo.md": text}), "Utsjoki")[0]
        for name, text in (("both", both), ("door", door), ("alone", alone))
    }
    openings = {name: page.nearest[0].opening for name, page in opened.items()}
    assert openings["door"] == openings["alone"] and openings["door"].code
    assert openings["both"].unknown and not openings["both"].code


def test_the_angle_between_vectors_is_the_great_circle() -> None:
    for one, other in (((66.5039, 25.7294), (69.9, 27.02)), ((60.17, 24.95), (60.171, 24.951))):
        exact = great_circle_km(*one, *other)
        found = nearest_km(point_at(*one), [point_at(*other), point_at(-60.0, -150.0)])
        assert found is not None and abs(found - exact) < 0.001
    assert nearest_km(point_at(66.0, 25.0), []) is None


def test_a_row_says_how_far_the_nearest_place_is_and_never_where_a_hidden_one_lies(tmp_path: Path) -> None:
    files = {
        "places/muut.yml": PLACES,
        "services/talolla.md": service("Talolla"),
        "services/keskuksessa.md": service("Keskuksessa", "keskus"),
        "services/salassa.md": service("Salassa", "salattu"),
    }
    scene = scene_of(tmp_path, files)
    _, notes = told(scene, "Utsjoki")
    town, village = scene.network.municipality_of("Rovaniemi"), scene.network.municipality_of("Utsjoki")
    assert town and village
    km = great_circle_km(village.latitude_deg, village.longitude_deg, 66.5039, 25.7294)
    assert notes["Talolla"] == f"{km:.0f}\u00a0km"
    assert notes["Keskuksessa"] == f"{km_between(town, village):.0f}\u00a0km"
    assert notes["Salassa"] == ""


def test_the_nearest_ohjaamo_is_one_that_serves_the_municipality_else_the_nearest_of_all(tmp_path: Path) -> None:
    files = {
        "places/muut.yml": PLACES,
        "services/kaukana.md": service("Kaukainen Ohjaamo", areas="Utsjoki", roles="palvelupiste"),
        "services/kumppani.md": service("Kumppani", roles="verkosto"),
    }
    page, _ = told(scene_of(tmp_path, files), "Utsjoki")
    assert page.ohjaamo is not None and page.ohjaamo.label == "Kaukainen Ohjaamo"
    assert page.ohjaamo.note.endswith("km linnuntietä") and page.ohjaamo_note == ""
    other, _ = told(scene_of(tmp_path, files), "Kemi")
    assert other.ohjaamo is not None and other.ohjaamo_note


def test_no_ohjaamo_is_told_of_on_aland_which_has_its_own_services(tmp_path: Path) -> None:
    page, _ = told(scene_of(tmp_path, {}), "Maarianhamina")
    assert page.ohjaamo is None and page.calendar is None and page.events == ()


def test_languages_are_counted_over_what_serves_the_municipality(tmp_path: Path) -> None:
    files = {
        "places/muut.yml": PLACES,
        "services/a.md": service("Aa", languages="fi, se"),
        "services/b.md": service("Bee", languages="fi", areas="Kemi"),
    }
    scene = scene_of(tmp_path, files)
    counts = {}
    for town in ("Utsjoki", "Kemi"):
        municipality = scene.network.municipality_of(town)
        assert municipality is not None
        counts[town] = dict(around(scene).languages_of(municipality))
        for language, count in counts[town].items():
            serving = scene.network.services_for(municipality)
            assert count == sum(language in each.languages for each in serving)
    assert counts["Utsjoki"]["se"] == 1 and "se" not in counts["Kemi"]
    page, _ = told(scene, "Utsjoki")
    links = dict(page.facts)[scene.w.fact_served_in]
    assert ("Pohjoissaame 1", "palvelut/?kieli=se&kunta=utsjoki") in [(link.label, link.address) for link in links]


EVENT = """\
- id: {id}
  name: {name}
  start: {day} 12.00
  end: "13.00"
  kind: avoimet-ovet
  organiser: tuulipolun-ohjaamo
  audience: {audience}
  place: {place}
  {more}
"""


def event(id: str, name: str, day: str, place: str = "talo", audience: str = "kansalaiset", more: str = "") -> str:
    return EVENT.format(id=id, name=name, day=day, place=place, audience=audience, more=more)


VILLAGES = """\
- {id: kylatalo, name: Kylätalo, municipality: Utsjoki, street: Polku 3}
- {id: satama, name: Satama, municipality: Tornio, street: Polku 4, lat: 65.8481, lon: 24.1466}
- {id: turvatalo, name: Turvatalo, municipality: Tornio, street: Polku 5, address_public: ei}
"""


def near(scene: Scene, town: str) -> dict[str, str]:
    """Name of an event told near a town → its note."""
    municipality = scene.network.municipality_of(town)
    assert municipality is not None
    return {str(link.label): link.note for link in coming_events(scene, municipality)}


def test_events_near_by_are_for_everybody_each_once_and_those_in_the_municipality_come_first(tmp_path: Path) -> None:
    events = (
        event("utsjoella", "Kahvit", "2026-11-30", place="kylatalo")
        + event("joka-viikko", "Viikko", "2026-11-23", more="repeat: {every: viikko, on: ma, until: 2026-12-20}")
        + event("peruttu", "Peruttu", "2026-11-24", place="kylatalo", more="status: peruttu")
        + event("lykatty", "Lykätty", "2026-11-24", place="kylatalo", more="status: lykatty")
        + event("vain-meille", "Verkosto", "2026-11-24", place="kylatalo", audience="verkosto")
        + event("etana", "Linja", "2026-11-25").replace("place: talo", "online_url: https://example.org/linja")
    )
    scene = scene_of(tmp_path, {"places/muut.yml": PLACES + VILLAGES, "events/muut.yml": events})
    assert near(scene, "Utsjoki") == {"Linja": "ke 25.11., 12–13, verkossa", "Kahvit": "ma 30.11., 12–13, Utsjoki"}
    assert near(scene, "Rovaniemi")["Viikko"] == "ma 23.11., 12–13, Rovaniemi"
    municipality = scene.network.municipality_of("Utsjoki")
    assert municipality is not None
    (own,) = (link for link in coming_events(scene, municipality) if link.label == "Kahvit")
    assert str(own.address).endswith("#2026-11-30")


def test_an_event_in_the_next_town_says_how_far_it_is_but_not_when_its_address_is_hidden(tmp_path: Path) -> None:
    events = event("rannalla", "Ranta", "2026-11-30", place="satama") + event(
        "suojassa", "Suoja", "2026-12-01", "turvatalo"
    )
    scene = scene_of(tmp_path, {"places/muut.yml": PLACES + VILLAGES, "events/muut.yml": events})
    found = near(scene, "Kemi")
    assert found["Ranta"] == "ma 30.11., 12–13, Tornio, 23\u00a0km" and found["Suoja"] == "ti 1.12., 12–13, Tornio"
    assert near(scene, "Tornio")["Ranta"] == "ma 30.11., 12–13, Tornio"
    assert "Ranta" not in near(scene, "Utsjoki")


def test_what_a_page_is_made_of_has_the_order_of_the_files_however_often_an_event_moves(tmp_path: Path) -> None:
    """The order of a set changes from run to run, and with it the page would seem to have changed."""
    towns = ("Kemi", "Tornio", "Simo", "Tervola", "Keminmaa", "Ylitornio")
    places = "".join(f"- {{id: paikka-{town.lower()}, name: {town}, municipality: {town}}}\n" for town in towns)
    changes = ", ".join(
        f"{{date: 2026-12-{7 * week:02}, place: paikka-{town.lower()}}}" for week, town in enumerate(towns[1:4], 1)
    )
    more = f"repeat: {{every: viikko, on: ma, until: 2026-12-21}}\n  overrides: [{changes}]"
    events = event("kiertue", "Kiertue", "2026-11-30", place="paikka-kemi", more=more)
    scene = scene_of(tmp_path, {"places/muut.yml": places, "events/tapahtumat.yml": events})
    kemi = scene.network.municipality_of("Kemi")
    assert kemi is not None
    near_by = [scene.network.country.municipalities[code].name for code in near_events(scene).bands(kemi)]
    assert near_by == list(towns[:4])


def test_a_page_is_made_again_for_an_event_next_door_and_not_for_one_far_away(tmp_path: Path) -> None:
    found: dict[str, list[list[str]]] = {"Kemi": [], "Utsjoki": []}
    for name in ("Ranta", "Rantapäivä"):
        files = {
            "places/muut.yml": PLACES + VILLAGES,
            "events/muut.yml": event("rannalla", name, "2026-11-30", "satama"),
        }
        scene = scene_of(tmp_path / name, files)
        for town, made in found.items():
            municipality = scene.network.municipality_of(town)
            assert municipality is not None
            made.append(municipality_made_of(scene, municipality))
    assert found["Kemi"][0] != found["Kemi"][1] and found["Utsjoki"][0] == found["Utsjoki"][1]


def test_what_a_page_is_made_of_changes_with_an_ohjaamos_name_and_not_with_its_telephone(tmp_path: Path) -> None:
    text = service("Ohjaamo", areas="Kemi", roles="palvelupiste")
    found = []
    for index, each in enumerate((text, text.replace("Neuvoja", "Apua"), text.replace("name: Ohjaamo", "name: Uusi"))):
        scene = scene_of(tmp_path / str(index), {"places/muut.yml": PLACES, "services/piste.md": each})
        municipality = scene.network.municipality_of("Utsjoki")
        assert municipality is not None
        found.append(municipality_made_of(scene, municipality))
    assert found[0] == found[1] != found[2]
