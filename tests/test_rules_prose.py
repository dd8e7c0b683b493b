"""Links in prose: each that leads nowhere is told where it stands, whichever file and field it stands in."""

from __future__ import annotations

from collections.abc import Callable

from tno.content import Folders
from trees import changed, check_tree, told

Write = Callable[..., Folders]
DEAD = "[poissa](../services/poissa.md)"


def of_prose(folders: Folders) -> list[str]:
    return [line for line in told(check_tree(folders)) if line.startswith("prose-")]


def test_a_link_in_a_body_is_told_at_its_place(write_region: Write) -> None:
    text = changed("services/ohjaamo.md", ("Et tarvitse aikaa", f"{DEAD}. Et tarvitse aikaa"))
    assert of_prose(write_region(text)) == ["prose-link-dead services/ohjaamo.md:21:50"]


def test_a_link_in_an_introduction_is_told_in_the_file_of_the_introduction(write_region: Write) -> None:
    plain, with_front = f"Alku.\n\n{DEAD}\n", f"---\nname: Lappi\n---\n\n{DEAD}\n"
    dead = DEAD.replace("../", "")
    assert of_prose(write_region({"index.md": plain.replace(DEAD, dead)})) == ["prose-link-dead index.md:3:10"]
    assert of_prose(write_region({"index.md": with_front.replace(DEAD, dead)})) == ["prose-link-dead index.md:5:10"]


def test_a_link_in_a_field_that_is_shown_as_prose_is_told_at_the_field(write_region: Write) -> None:
    for field in ("description", "outcome"):
        more = f'place: tuulipolun-talo\n  {field}: "{DEAD}"'
        text = changed("events/tapahtumat.yml", ("place: tuulipolun-talo", more))
        found = of_prose(write_region(text))
        assert found == [f"prose-link-dead events/tapahtumat.yml:9:{len(field) + 5}"]


def test_a_link_by_name_is_looked_at_where_the_name_is_explained(write_region: Write) -> None:
    text = changed("groups/ohjausryhma.md", ("Ryhmä kokoontuu", "[Ryhmä][1] kokoontuu"))
    text["groups/ohjausryhma.md"] += "\n[1]: poissa.md\n"
    assert of_prose(write_region(text)) == ["prose-link-dead groups/ohjausryhma.md:13:6"]


def test_a_link_to_a_record_with_faults_of_its_own_is_not_dead(write_region: Write) -> None:
    """One mistake, one message: mending the record mends the link."""
    files = changed("services/ohjaamo.md", ("kind: [neuvonta, ohjaus]", "kind: [neuvonta, ohjuas]"))
    files |= {"index.md": "[Ohjaamo](services/ohjaamo.md)\n"}
    assert of_prose(write_region(files)) == []
