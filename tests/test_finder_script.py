"""The finder's rules, as `finder.js` keeps them: AND between facets, OR within one, counts, addresses, no dead ends."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder_script import Finder

MINUTE = 1000
ALWAYS, NEVER = "0 0 2s0 1", "0 2s0"  # minutes in base 36: open, closed, from 0 to 3600
FACETS = ("kohderyhma", "tilanne", "aihe", "kanava", "kieli", "hinta")
TERMS = ("a", "b", "c")
EVERYONE, ALL, COLLEAGUES = (0, 1), 3, 4
"""Target groups that `kaikki`, the fourth, stands for."""
NARROW = 2
"""The target group, and the situation, of which one says oneself that one is in it."""
REMOTE = 1
"""Of the channels, the one used from afar."""
TOWNS = [["kemi", "Kemi", "lappi", 0], ["tornio", "Tornio", "lappi", 0], ["salla", "Salla", "lappi", 1]]
TOWNS += [["kuhmo", "Kuhmo", "kainuu", 2], ["eckero", "Eckerö", "", -1]]
CHOICES = {
    "facets": {
        **{facet: [[term, term.upper()] for term in TERMS] for facet in FACETS},
        "kohderyhma": [[term, term.upper()] for term in (*TERMS, "kaikki", "kollegat")],
        "kanava": [["palvelupaikka", "Paikka"], ["puhelin", "Puhelin"], ["ryhma", "Ryhmä"]],
    },
    "everyone": list(EVERYONE),
    "all": ALL,
    "narrow": {"kohderyhma": [NARROW], "tilanne": [NARROW]},
    "aside": [NARROW],
    "colleagues": {"kohderyhma": [COLLEAGUES], "aihe": [NARROW]},
    "regions": {"lappi": "Lappi", "kainuu": "Kainuu"},
    "areas": ["Meri", "Itä", "Kaakko"],
    "municipalities": TOWNS,
}
SLUGS = {facet: [slug for slug, _ in CHOICES["facets"][facet]] for facet in FACETS}  # type: ignore[index]
SLUGS["kunta"] = [town[0] for town in TOWNS]

values = st.lists(st.integers(0, 2), max_size=2, unique=True)
service = st.fixed_dictionaries(
    {
        **dict.fromkeys(FACETS, values),
        "kohderyhma": st.lists(st.integers(0, 4), min_size=1, max_size=2, unique=True),
        "kunta": st.sets(st.integers(0, 4), min_size=1),
        "given": st.lists(st.integers(0, 4), max_size=2, unique=True),
        "reach": st.integers(1, 3),
        "auki": st.sampled_from([True, False, None]),
        "region": st.sampled_from(["lappi", "kainuu"]),
    }
)
choice = st.fixed_dictionaries(
    dict.fromkeys(FACETS, values)
    | {"kohderyhma": values | st.just([COLLEAGUES]), "kunta": values, "auki": st.booleans()}
)


def part_of(services: list[dict[str, Any]]) -> dict[str, Any]:
    """A region's file of these services."""
    return {
        "ids": [each["id"] for each in services],
        "names": [each.get("name", each["id"]) for each in services],
        "summaries": ["" for _ in services],
        "organisations": ["Talo"],
        "towns": ["" for _ in services],
        "by": [0 for _ in services],
        "in": list(range(len(services))),
        "given": [each["given"] for each in services],
        "area": list(range(len(services))),
        "areas": [[number for town in sorted(each["kunta"]) for number in (town, 1)] for each in services],
        "reach": [each["reach"] for each in services],
        "hours": [{True: [0], False: [1], None: -1}[each["auki"]] for each in services],
        "codes": [ALWAYS, NEVER],
        "paused": [place for place, each in enumerate(services) if each.get("paused")],
        "facets": {facet: [each[facet] for each in services] for facet in FACETS},
    }


def finder_of(services: list[dict[str, Any]], scope: str = "") -> Finder:
    parts = {region: part_of([each for each in services if each["region"] == region]) for region in ("lappi", "kainuu")}
    return Finder(CHOICES, parts, scope)


def query_of(chosen: dict[str, Any]) -> str:
    parts = [f"{facet}={','.join(SLUGS[facet][value] for value in chosen[facet])}" for facet in (*FACETS, "kunta")]
    return "?" + "&".join(
        [*(part for part in parts if not part.endswith("=")), *(["auki=nyt"] if chosen["auki"] else [])]
    )


def groups_of(each: dict[str, Any]) -> set[int]:
    own = set(each["kohderyhma"])
    return (own - {ALL}) | set(EVERYONE) if ALL in own else own


def fits(each: dict[str, Any], chosen: dict[str, Any]) -> bool:
    """Of every facet of which something is chosen, the service has one of the chosen values; what is for professionals
    only is not among what is chosen, but for a group or a topic of theirs."""
    has = {**{facet: set(each[facet]) for facet in FACETS}, "kohderyhma": groups_of(each), "kunta": each["kunta"]}
    is_open = each["auki"] is True or not chosen["auki"]
    if (
        any(chosen.values())
        and not chosen["kohderyhma"]
        and NARROW not in chosen["aihe"]
        and each["kohderyhma"] == [COLLEAGUES]
    ):
        return False  # for professionals only
    return is_open and all(not chosen[facet] or has[facet] & set(chosen[facet]) for facet in has)


@settings(max_examples=150, deadline=None)
@given(st.lists(service, max_size=12), choice)
def test_what_is_found_and_counted_is_what_a_plain_filter_gives(
    services: list[dict[str, Any]], chosen: dict[str, Any]
) -> None:
    services = [{**each, "id": f"s{number:02}"} for number, each in enumerate(services)]
    found = finder_of(services).find(query_of(chosen), MINUTE)
    wanted = [each for each in services if fits(each, chosen)]
    rank = {each["id"]: _rank(each, chosen) for each in wanted}
    ordered = sorted(wanted, key=lambda each: (rank[each["id"]], *_first(each, chosen), each["id"]))
    assert [address for _, group in found["groups"] for address in group] == [
        f"{each['region']}/palvelut/{each['id']}/" for each in ordered
    ]
    assert found["total"] == len(wanted)
    for facet in (*FACETS, "kunta"):
        alone = [sum(fits(each, {**chosen, facet: [value]}) for each in services) for value in range(len(SLUGS[facet]))]
        if facet == "kohderyhma":
            alone[ALL] = 0
        assert found["counts"][facet] == alone, facet
    assert found["counts"]["auki"] == sum(fits(each, {**chosen, "auki": True}) for each in services)


def _first(each: dict[str, Any], chosen: dict[str, Any]) -> tuple[bool, bool, int, bool]:
    """Of what is equally near: what is not for others or danger first, what names what was chosen, what answers now."""
    is_for_others = any(
        each[facet][:1] == [NARROW] and NARROW not in chosen[facet] for facet in ("kohderyhma", "tilanne")
    )
    asked = [facet for facet in ("kohderyhma", "tilanne", "aihe") if chosen[facet]]
    untold = [facet for facet in asked if not (each[facet] and each[facet][0] in chosen[facet])]
    is_aside = not asked and each["aihe"][:1] == [NARROW]
    return is_aside, is_for_others, len(untold), each["auki"] is not True


def _rank(each: dict[str, Any], chosen: dict[str, Any]) -> int:
    if not chosen["kunta"]:
        return 0
    reach = 0 if set(each["given"]) & set(chosen["kunta"]) else each["reach"]
    is_afar = chosen["kanava"] == [REMOTE]
    return (2, 3, 0, 1)[reach] if is_afar else reach


def test_the_order_follows_the_clock() -> None:
    finder = finder_of([plain("a"), plain("b", auki=True)])
    orders = [
        "".join(address[-2] for address in finder.addresses("?kunta=kemi", minute)) for minute in (MINUTE, 5 * MINUTE)
    ]
    assert orders == ["ba", "ab"]  # at last nobody knows


def test_a_line_for_anything_leads_while_nobody_says_what_for() -> None:
    afar, general = plain("a", reach=2, aihe=[0]), plain("b", reach=3, aihe=[0])
    parts = {"lappi": {**part_of([afar, general]), "general": [1]}, "kainuu": part_of([])}
    finder = Finder(CHOICES, parts, "")
    leading = [("remote", "ba"), ("remote", "a"), ("national", "b")]
    found = [finder.find(query, MINUTE)["groups"] for query in ("?kunta=kemi", f"?kunta=kemi&aihe={TERMS[0]}")]
    assert [(reach, "".join(address[-2] for address in each)) for groups in found for reach, each in groups] == leading


def test_whoever_asks_by_telephone_sees_first_what_is_given_from_afar() -> None:
    """On-site services that answer the telephone too come after."""
    here, afar = plain("a", given=[0], kanava=[0, REMOTE]), plain("b", reach=2, kanava=[REMOTE])
    finder = finder_of([here, afar])
    assert [group for group, _ in finder.find("?kunta=kemi")["groups"]] == ["local", "remote"]
    assert [group for group, _ in finder.find("?kunta=kemi&kanava=puhelin")["groups"]] == ["remote", "local"]
    assert [group for group, _ in finder.find("?kunta=kemi&kanava=palvelupaikka,puhelin")["groups"]] == [
        "local",
        "remote",
    ]


def test_a_door_far_away_comes_after_what_reaches_one_at_home() -> None:
    doors = [plain("a", given=[1], kanava=[0, REMOTE]), plain("b", given=[1], kanava=[REMOTE, 0])]
    near, line, country = plain("c", given=[2], kanava=[0]), plain("d", reach=2), plain("e", reach=3)
    centres = {"kemi": (65.0, 25.0), "tornio": (67.0, 25.0), "salla": (65.5, 25.0)}
    towns = [[*town, *centres.get(town[0], ())] for town in TOWNS]
    parts = {"lappi": part_of([*doors, near, line, country]), "kainuu": part_of([])}
    found = Finder(CHOICES | {"municipalities": towns}, parts, "").find("?kunta=kemi&kohderyhma=")["groups"]
    told = {reach: {address[-2] for address in group} for reach, group in found}
    assert told == {"regional": {"c"}, "remote": {"b", "d"}, "national": {"e"}, "far": {"a"}}
    assert [reach for reach, _ in found] == ["regional", "remote", "national", "far"]


def plain(own_id: str, **wishes: Any) -> dict[str, Any]:
    """A service that has nothing but what is wished."""
    empty = {facet: [] for facet in FACETS}
    return {"id": own_id, "kunta": {0}, "given": [], "reach": 1, "auki": False, "region": "lappi"} | empty | wishes


@cache
def example() -> Finder:
    return finder_of(
        [
            plain("paikka", kohderyhma=[0], kanava=[0], given=[0], kunta={0}),
            plain("naapuri", kohderyhma=[1], kanava=[0], given=[1], kunta={1}),
            plain("kaukana", kohderyhma=[2], kanava=[0], given=[2], kunta={2}),
            plain("linja", kohderyhma=[2], kanava=[1], reach=3, kunta={0, 1, 2, 3}, region="kainuu"),
        ]
    )


def test_the_address_has_one_order_whatever_was_pressed_first() -> None:
    assert example().again("?auki=nyt&kunta=kemi&kohderyhma=b,a") == "?kohderyhma=a,b&kunta=kemi&auki=nyt"
    assert example().again("?kohderyhma=a%2Cb") == "?kohderyhma=a,b"


@pytest.mark.parametrize(
    "query",
    ["", "?", "?kunta=", "?kunta=oulu", "?kohderyhma=kaikki", "?auki=ei", "?muu=1", "?kunta=%E0%A4%A", "?=&"],
)
def test_an_address_that_names_nothing_known_chooses_nothing(query: str) -> None:
    assert example().again(query) == ""


def test_a_municipality_of_another_region_is_not_chosen_in_a_regions_finder() -> None:
    finder = finder_of([plain("a", kunta={0, 3})], scope="lappi")
    assert finder.again("?kunta=kuhmo,kemi") == "?kunta=kemi"
    assert finder.find()["counts"]["kunta"] == [1, 0, 0, 0, 0]


def test_what_is_for_everyone_is_found_by_each_group_of_citizens_and_by_no_other() -> None:
    finder = finder_of([plain("a", kohderyhma=[ALL])])
    assert [finder.find(f"?kohderyhma={term}")["total"] for term in TERMS] == [1, 1, 0]
    assert finder.find()["counts"]["kohderyhma"] == [1, 1, 0, 0, 0]


def test_when_nothing_is_found_each_choice_can_be_given_up() -> None:
    ways = example().ways("?kohderyhma=b&kunta=kemi")
    assert example().addresses("?kohderyhma=b&kunta=kemi") == []
    assert ways["without"] == [["kohderyhma", "?kohderyhma=b", 2], ["kunta", "?kunta=kemi", 1]]


def test_when_nothing_is_found_municipalities_of_the_same_employment_area_come_first() -> None:
    ways = example().ways("?kohderyhma=b&kunta=kemi")
    assert (ways["near"], ways["isArea"]) == ([["tornio", 1]], True)


def test_when_the_employment_area_has_nothing_the_region_is_offered() -> None:
    ways = example().ways("?kohderyhma=c&kanava=palvelupaikka&kunta=kemi")
    assert (ways["near"], ways["isArea"]) == ([["salla", 1]], False)


@pytest.mark.parametrize(("group", "kunta"), list(product(TERMS, ["kemi", "tornio", "salla", "kuhmo"])))
def test_from_afar_there_is_always_somebody(group: str, kunta: str) -> None:
    remote = example().ways(f"?kohderyhma={group}&kieli=a&kunta={kunta}")["remote"]
    assert remote["total"] == 1
    assert example().addresses(remote["query"]) == ["kainuu/palvelut/linja/"]


def test_the_order_is_by_name_and_names_in_another_language_have_their_place() -> None:
    finder = finder_of([plain("x", name="b"), plain("y", name=["a"]), plain("z", name="c", region="kainuu")])
    assert [address[-2] for address in finder.addresses()] == ["y", "x", "z"]


def test_services_that_pause_come_last() -> None:
    finder = finder_of([plain("x", name="a") | {"paused": True}, plain("y", name="c"), plain("z", name="b")])
    assert [address[-2] for address in finder.addresses()] == ["z", "y", "x"]


def test_who_serves_in_the_language_of_the_page_comes_first_then_lines_for_danger_then_other_languages() -> None:
    danger, other, own = plain("a", aihe=[NARROW]), plain("b"), plain("c")
    parts = {"lappi": {**part_of([danger, other, own]), "serving": [0, 2]}, "kainuu": part_of([])}
    found = Finder(CHOICES, parts, "").find("?kunta=kemi", MINUTE)
    assert [[address[-2] for address in group] for _, group in found["groups"]] == [["c", "a"], ["b"]]


def test_whoever_comes_from_the_guided_start_sees_what_fits_best_before_what_is_nearest() -> None:
    """What they have told is not for others; what is nearest comes after it."""
    plain = {
        **{facet: [0] for facet in FACETS},
        "kohderyhma": [0],
        "kunta": {0},
        "given": [],
        "auki": True,
        "region": "lappi",
    }
    here = {**plain, "id": "here", "given": [0], "reach": 1, "aihe": [1, 0], "tilanne": [1]}
    told = {**plain, "id": "told", "reach": 3, "tilanne": [NARROW]}
    finder = finder_of([here, told])
    by_reach, by_fit = (finder.find(f"?aihe=a&kunta=kemi{more}", MINUTE)["groups"] for more in ("", "&sopii=c"))
    assert [[each.split("/")[2] for each in group] for _, group in by_reach] == [["here"], ["told"]]
    assert [(reach, [each.split("/")[2] for each in group]) for reach, group in by_fit] == [("", ["told", "here"])]


def test_what_is_for_professionals_only_is_counted_for_whoever_says_so() -> None:
    """As on a municipality's page, which tells of it apart."""
    theirs = plain("x") | {"kohderyhma": [COLLEAGUES], "aihe": [0, NARROW]}
    finder = finder_of([theirs, plain("y") | {"kohderyhma": [0], "aihe": [0]}])
    totals = {
        query: finder.find(query, MINUTE)["total"] for query in ("", "?aihe=a", "?aihe=c", "?kohderyhma=kollegat")
    }
    assert list(totals.values()) == [2, 1, 1, 1]
    assert finder.find("?aihe=a", MINUTE)["counts"]["kohderyhma"][COLLEAGUES] == 1
