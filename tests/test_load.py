"""Folder → network: what is taken, what is left out, and that nothing is passed over in silence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tno.cache import Cache
from tno.content import Folders
from tno.edition import Edition
from tno.load import Loaded, load
from tno.model.left_out import FAULTY, MEMBERS_ONLY
from tno.records import Agreement, Group, Organisation, Service
from tno.records.scalars import in_language
from tno.settings import Settings
from trees import TABLES, base_text, changed, check_tree, codes, load_tree, told, write_region

Write = Callable[..., Folders]


def problem_lines(loaded: Loaded) -> list[str]:
    return sorted(f"{problem.code} {problem.position}".replace("regions/lappi/", "") for problem in loaded.problems)


# --- what is taken ----------------------------------------------------------------------------------------------------


def test_the_minimal_region_has_one_of_everything(region: Callable[[str], Loaded]) -> None:
    loaded = region("minimal")
    assert loaded.problems == []
    lappi = loaded.network.regions["lappi"]
    assert list(loaded.network.regions) == ["lappi", "kansallinen"]
    assert {kind: list(records) for kind, records in lappi.records.items() if records} == {
        "organisation": ["tuulipolun-ohjaamo"],
        "place": ["tuulipolun-talo"],
        "service": ["ohjaamo"],
        "group": ["ohjausryhma"],
        "agreement": ["sopimus-2026"],
        "event": ["avoin-ovi"],
    }


def test_records_stand_in_the_finnish_alphabet(region: Callable[[str], Loaded]) -> None:
    names = [str(each.name) for each in region("aakkoset").network.all_of(Organisation).values()]
    expected = ["Aallon koti", "Zeniitti", "Ålandshjälpen i Jyväskylä", "Ärjylän arki ja äly", "Öljymäen opintola"]
    assert names == expected


def test_a_single_record_may_stand_in_a_file_without_a_list(write_region: Write) -> None:
    single = {"organisations/kemin-ohjaamo.yml": "name: Kemin Ohjaamo\nsector: ohjaamo\nmunicipality: Kemi\n"}
    loaded = load_tree(write_region(single))
    assert loaded.problems == []
    assert "lappi/kemin-ohjaamo" in loaded.network.all_of(Organisation)


def test_the_introduction_becomes_the_prose_of_the_region(write_region: Write) -> None:
    files = {"index.md": "Tervetuloa.\n", "index.sv.md": "---\nname: Lappland\n---\nVälkommen.\n"}
    loaded = load_tree(write_region(files))
    assert loaded.problems == []
    profile = loaded.network.regions["lappi"].profile
    assert profile.body.strip() == "Tervetuloa."
    assert profile.translations["sv"].body.strip() == "Välkommen."


def test_texts_of_a_translation_are_told_where_their_finnish_stands(write_region: Write) -> None:
    base = changed("services/ohjaamo.md", ("phone: 016 00 1234\n", "phone: 016 00 1234\n    note: Soita.\n"))
    texts = "---\nname: Navigatorn\ntexts:\n  - fi: Soita.\n    sv: Ring.\n---\n"
    loaded = load_tree(write_region({**base, "services/ohjaamo.sv.md": texts}))
    note = loaded.network.all_of(Service)["lappi/ohjaamo"].channels[-1].note
    assert (note, note and in_language(note, "sv"), loaded.problems) == ("Soita.", "Ring.", [])


def test_a_translation_joins_its_record(write_region: Write) -> None:
    text = "---\nname: Navigatorn\nsummary: Hjälp.\ntranslation: tarkistamatta\n---\nVälkommen.\n"
    loaded = load_tree(write_region({"services/ohjaamo.sv.md": text}))
    (service,) = loaded.network.all_of(Service).values()
    assert (service.translations["sv"].name, service.translations["sv"].translation) == ("Navigatorn", "tarkistamatta")


def test_a_region_of_its_file_alone_is_a_region(write_region: Write) -> None:
    loaded = load_tree(write_region({"regions/kainuu/region.yml": "name: Kainuu\n"}, base=None))
    assert loaded.problems == []
    assert loaded.network.regions["kainuu"].name == "Kainuu"


def test_example_of_a_region_holds_for_all_its_records(write_region: Write) -> None:
    """016 00 1234 may stand in invented content only."""
    files = changed("region.yml", ("example: true\n", ""))
    assert problem_lines(load_tree(write_region(files))) == [
        "phone-not-dialable organisations/toimijat.yml:8:10",
        "phone-not-dialable services/ohjaamo.md:17:12",
    ]


def test_example_holds_also_when_the_region_file_has_another_fault(write_region: Write) -> None:
    files = changed("region.yml", ("languages: [fi]", "languages: [kieli]"))
    assert problem_lines(load_tree(write_region(files))) == ["term-unknown region.yml:8:13"]


@pytest.mark.parametrize("number", ["00100", "12:30", "no", "2026-10-01", "1e3", "0x1F"])
def test_values_stay_as_they_are_written(write_region: Write, number: str) -> None:
    files = changed("organisations/toimijat.yml", ("name: Tuulipolun Ohjaamo", f"name: {number}"))
    (organisation,) = load_tree(write_region(files)).network.all_of(Organisation).values()
    assert organisation.name == number


# --- what is left out -------------------------------------------------------------------------------------------------


def test_one_faulty_record_of_a_list_leaves_the_others(write_region: Write) -> None:
    text = base_text("organisations/toimijat.yml") + "- {id: rikki, name: Rikki, sector: rikki}\n"
    loaded = load_tree(write_region({"organisations/toimijat.yml": text}))
    assert problem_lines(loaded) == ["term-unknown organisations/toimijat.yml:10:36"]
    assert list(loaded.network.all_of(Organisation)) == ["lappi/tuulipolun-ohjaamo"]
    assert loaded.left_out == {("organisation", "lappi/rikki"): FAULTY}


def test_every_fault_of_a_record_is_told_at_once(write_region: Write) -> None:
    files = changed(
        "services/ohjaamo.md",
        ("[kaikki]", "[kaikille, nuorille]"),
        ("phone: 016 00 1234", "phone: soita"),
        ("verified: 2026-10-01", "verified: eilen"),
    )
    assert problem_lines(load_tree(write_region(files))) == [
        "date-invalid services/ohjaamo.md:18:11",
        "phone-invalid services/ohjaamo.md:17:12",
        "term-unknown services/ohjaamo.md:6:17",
        "term-unknown services/ohjaamo.md:6:27",
    ]


def test_a_warning_of_reading_leaves_the_record_in(write_region: Write) -> None:
    loaded = load_tree(write_region(changed("services/ohjaamo.md", ("työhön", "tyÃ¶hÃ¶n"))))
    assert problem_lines(loaded) == ["text-garbled services/ohjaamo.md:3:31"]
    assert list(loaded.network.all_of(Service)) == ["lappi/ohjaamo"]


def test_the_second_of_two_records_with_one_id_is_left_out(write_region: Write) -> None:
    text = "- {id: tuulipolun-ohjaamo, name: Toinen, sector: ohjaamo}\n"
    loaded = load_tree(write_region({"organisations/zzz.yml": text}))
    problem, other = loaded.problems
    assert other.code == problem.code and other.data["other"] == f"{problem.position.file}:1"
    assert problem.data["other"] == "regions/lappi/organisations/toimijat.yml:1"
    assert [str(each.name) for each in loaded.network.all_of(Organisation).values()] == ["Tuulipolun Ohjaamo"]


def test_the_same_id_may_be_of_two_kinds_and_of_two_regions(write_region: Write) -> None:
    files = {
        "groups/tuulipolun-ohjaamo.md": base_text("groups/ohjausryhma.md"),
        "regions/kainuu/region.yml": "name: Kainuu\n",
        "regions/kainuu/organisations/o.yml": "- {id: tuulipolun-ohjaamo, name: Toinen, sector: ohjaamo}\n",
    }
    loaded = load_tree(write_region(files))
    assert loaded.problems == []
    assert len(loaded.network.all_of(Group)) == 2


def test_a_region_whose_file_is_missing_is_checked_all_the_same(write_region: Write) -> None:
    organisation = "- {id: x, name: X, sector: yritys, municipality: Kajaanissa}\n"
    checked = check_tree(write_region({"regions/kainuu/organisations/o.yml": organisation}))
    assert told(checked) == [
        "municipality-unknown regions/kainuu/organisations/o.yml:1:50",
        "region-file-missing regions/kainuu/region.yml:1:1",
    ]


def test_an_introduction_alone_asks_for_the_region_file(write_region: Write) -> None:
    assert codes(check_tree(write_region({"regions/kainuu/index.md": "Tervetuloa.\n"}))) == ["region-file-missing"]


def test_nothing_that_lies_in_the_folders_is_passed_over(write_region: Write) -> None:
    files = {
        "services/muistio.txt": "x",
        "services/alla/chat.md": "x",
        "ohje.docx": "x",
        "organisations/lista.csv": "x",
        "regions/kuvia.zip": "x",
        "regions/lapland/region.yml": "name: X\n",
        "services/Chat.md": "x",
        "services/chat.ruotsi.md": "x",
    }
    assert sorted(problem.code for problem in load_tree(write_region(files)).problems) == [
        "file-language-unknown",
        "file-name-invalid",
        "file-suffix",
        "file-suffix",
        "file-unexpected",
        "file-unexpected",
        "folder-unexpected",
        "region-folder-unknown",
    ]


def test_what_programs_leave_behind_is_no_content(write_region: Write) -> None:
    files = {"services/.ohjaamo.md.swp": "x", "services/ohjaamo.md~": "x", "README.md": "x", "services/README.md": "x"}
    assert load_tree(write_region(files)).problems == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    folders = write_region(tmp_path, {})
    missing = Folders(folders.root, folders.regions, tmp_path / "jasenet", TABLES)
    assert problem_lines(load_tree(missing)) == ["folder-unreadable jasenet:1:1"]


def test_a_checkout_may_have_files_of_its_own_programs(write_region: Write) -> None:
    assert load_tree(write_region({"members/.git/config": "x", "members/README.md": "x"})).problems == []


def test_a_folder_with_nearly_the_right_name_is_recognised(write_region: Write) -> None:
    (problem,) = load_tree(write_region({"service/chat.md": base_text("services/ohjaamo.md")})).problems
    assert (problem.code, problem.data["suggestion"]) == ("file-unexpected", "services")


def test_a_pdf_may_lie_beside_a_document_and_nowhere_else(write_region: Write) -> None:
    files = {"documents/strategia.pdf": "x", "services/esite.pdf": "x"}
    assert problem_lines(load_tree(write_region(files))) == ["file-suffix services/esite.pdf:1:1"]


def test_a_file_outside_the_regions_is_not_read(tmp_path: Path) -> None:
    folders = write_region(tmp_path, {})
    secret = tmp_path / "salainen.md"
    secret.write_text(base_text("services/ohjaamo.md"), encoding="utf-8")
    (tmp_path / "regions/lappi/services/salainen.md").symlink_to(secret)
    loaded = load_tree(folders)
    assert problem_lines(loaded) == ["file-outside services/salainen.md:1:1"]
    assert list(loaded.network.all_of(Service)) == ["lappi/ohjaamo"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folders = write_region(tmp_path, {})
    os.mkfifo(tmp_path / "regions/lappi/services/putki.md")
    assert problem_lines(load_tree(folders)) == ["file-special services/putki.md:1:1"]


# --- members ----------------------------------------------------------------------------------------------------------


def test_members_content_is_checked_but_not_shown_to_the_public(write_region: Write) -> None:
    files = {"members/lappi/groups/sisainen.md": base_text("groups/ohjausryhma.md").replace("Lapin", "Sisäinen")}
    folders = write_region(files)
    public, members = load_tree(folders), load_tree(folders, Edition.MEMBERS)
    assert public.problems == members.problems == []
    assert "lappi/sisainen" not in public.network.all_of(Group)
    assert members.network.all_of(Group)["lappi/sisainen"].visibility == "jasenet"
    assert public.left_out == {("group", "lappi/sisainen"): MEMBERS_ONLY}


def test_faults_of_members_content_are_told_at_their_place_in_its_own_folder(write_region: Write) -> None:
    files = {"members/lappi/groups/sisainen.md": base_text("groups/ohjausryhma.md").replace("tyoryhma", "työrymä")}
    (problem,) = load_tree(write_region(files)).problems
    assert str(problem.position) == "lappi/groups/sisainen.md:3:7"
    assert problem.data["suggestion"] == "tyoryhma"


def test_a_members_folder_of_the_region_is_for_members(write_region: Write) -> None:
    files = {"regions/lappi/members/groups/sisainen.md": base_text("groups/ohjausryhma.md").replace("Lapin", "Oma")}
    folders = write_region(files)
    assert "lappi/sisainen" not in load_tree(folders).network.all_of(Group)
    assert "lappi/sisainen" in load_tree(folders, Edition.MEMBERS).network.all_of(Group)


@pytest.mark.parametrize("mark", ["jasenet", "Vain verkoston jäsenille", "Members only"])
def test_a_public_repository_may_not_hold_what_is_for_members(write_region: Write, mark: str) -> None:
    files = changed("agreements/sopimus-2026.md", ("valid_from:", f"visibility: {mark}\nvalid_from:"))
    folders = write_region(files)
    assert load_tree(folders).problems == []
    public = load_tree(folders, settings=Settings(repository="public"))
    assert problem_lines(public) == ["members-content-public agreements/sopimus-2026.md:2:1"]


def test_the_members_own_checkout_is_right_for_a_public_repository(write_region: Write) -> None:
    files = {"members/lappi/groups/sisainen.md": base_text("groups/ohjausryhma.md").replace("Lapin", "Oma")}
    assert load_tree(write_region(files), settings=Settings(repository="public")).problems == []


def test_a_part_for_members_is_in_their_edition_only(write_region: Write) -> None:
    annex = "annexes:\n  - {name: Salainen, url: https://example.org/a, visibility: jasenet}\nvalid_from:"
    folders = write_region(changed("agreements/sopimus-2026.md", ("valid_from:", annex)))
    (public,) = load_tree(folders).network.all_of(Agreement).values()
    (members,) = load_tree(folders, Edition.MEMBERS).network.all_of(Agreement).values()
    assert (len(public.annexes), len(members.annexes)) == (0, 1)


# --- places, cache, tables --------------------------------------------------------------------------------------------


def test_every_record_knows_its_file(region: Callable[[str], Loaded]) -> None:
    loaded = region("minimal")
    (service,) = loaded.network.all_of(Service).values()
    assert loaded.places.file_of(service) == "tests/regions/minimal/lappi/services/ohjaamo.md"
    assert str(loaded.places.of(service, "channels", 1, "phone")) == f"{loaded.places.file_of(service)}:17:12"


def test_a_field_that_is_not_written_is_pointed_at_by_the_nearest_that_is(region: Callable[[str], Loaded]) -> None:
    loaded = region("minimal")
    (service,) = loaded.network.all_of(Service).values()
    assert loaded.places.of(service, "channels", 0, "phone").line == 11
    assert loaded.places.of(service, "funding", "ends").line == 2


def test_the_cache_changes_nothing_but_the_work(tmp_path: Path) -> None:
    folders = write_region(tmp_path, changed("services/ohjaamo.md", ("[kaikki]", "[kaikille]")))
    for file in (tmp_path / "regions").rglob("*.*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    answers = []
    for _ in range(3):
        cache = Cache(tmp_path / "cache", "guard")
        loaded = load(folders, Edition.PUBLIC, Settings(), cache)
        cache.save()
        answers.append((problem_lines(loaded), loaded.files, loaded.left_out, list(loaded.network.all_of(Group))))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == ["term-unknown services/ohjaamo.md:6:17"]


def test_a_tree_may_bring_its_own_tables(tmp_path: Path) -> None:
    folders = write_region(tmp_path, {})
    (tmp_path / "regions/finland").symlink_to(TABLES / "finland")
    (tmp_path / "regions/vocabularies.yml").symlink_to(TABLES / "vocabularies.yml")
    assert load_tree(Folders.of(tmp_path, {})).problems == []
    assert load_tree(folders).problems == []


def test_a_record_whose_keys_stand_in_another_order_has_not_changed(tmp_path: Path) -> None:
    """Formatting a file changes no date of a page."""
    text = base_text("services/ohjaamo.md")
    _, facts, body = text.split("---\n")
    first, *rest = facts.splitlines(keepends=True)
    turned = f"---\n{''.join(rest)}{first}---\n{body}".replace(
        "  - type: puhelin\n    phone: 016 00 1234\n", "  - phone: 016 00 1234\n    type: puhelin\n"
    )
    before, after, other = (
        load_tree(write_region(tmp_path / name, {"services/ohjaamo.md": written})).network.all_of(Service)
        for name, written in (("a", text), ("b", turned), ("c", text.replace("1234", "1235")))
    )
    key = "lappi/ohjaamo"
    assert before[key].fingerprint == after[key].fingerprint != other[key].fingerprint
