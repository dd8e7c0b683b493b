"""The page's own ranking, asked through QuickJS over the project's content."""

from __future__ import annotations

import gzip
import json

import pytest
import quickjs

from searching import answers, build, engine, files, first
from tno.addresses import address_of
from tno.finnish import without_dots
from tno.model.localised import told
from tno.records import Service
from tno.search import RANKING
from tno.search.document import SearchDocument
from tno.search.engine import Engine
from tno.search.forms import forms_of
from tno.search.places import municipalities_in_order
from tno.search.steps import ring_steps, steps

FIRST_QUERY_BYTES = 60_000
FINNISH = 10
"""Place in a result of what is in Finnish."""
CASE_ENDINGS = ("n", "ssa", "lla", "lle", "sta")


def services() -> list[SearchDocument]:
    return [each for each in build().search.documents("fi") if each.kind.startswith("palvelut")]


def test_what_a_national_organisation_gives_to_a_few_regions_names_them() -> None:
    where = {each.address.split("/")[-2]: each.where for each in services() if each.address.startswith("kansallinen/")}
    assert where["velkaneuvonta-sisa-suomi"] == "Etänä: Pirkanmaa, Keski-Suomi ja Etelä-Pohjanmaa"
    assert where["ahvenanmaan-tulijat"] == "Etänä: Ahvenanmaa"
    assert where["ohjauslinja-kaukovalo"] == "Koko maassa"


# --- the language of results ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_result_is_told_in_the_language_of_the_page_where_that_is_written(language: str) -> None:
    services = {address_of(each): each for each in build().loaded.network.all_of(Service).values()}
    shown = [row for name, text in files(language).items() if name[0] == "d" for row in json.loads(text)]
    briefs = [row for row in shown if "#" in row[1]]
    assert {bool(row[FINNISH:]) for row in briefs} == {True, False}
    for title, address, summary, *rest in briefs:
        _, _, region, own = address.split("/")
        service = services[f"{region}/palvelut/{own.removeprefix('#')}/"]
        assert (title, summary) == (told(service, "name", language), told(service, "summary", language))
        marked = rest[FINNISH - 3] if len(rest) > FINNISH - 3 else ""
        written = service.translations.get(language)
        assert ("n" in marked, "s" in marked) == (not written or not written.name, not written or not written.summary)


def test_the_answer_of_the_search_says_what_of_it_is_in_finnish() -> None:
    told_apart = {each["finnish"] for each in engine("en").search("advice", limit=200)["results"]}
    assert told_apart == {"", "ns"}


# --- forms, prefixes, slips -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("service", services()[::9], ids=lambda service: service.address)
def test_a_service_is_found_by_its_name_in_its_own_region_where_two_share_it(service: SearchDocument) -> None:
    is_shared = len([each for each in services() if each.title == service.title]) > 1
    options = {"within": municipalities_of(service.address.partition("/")[0])} if is_shared else {}
    assert service.address in first(service.title, **options)


@pytest.mark.parametrize(
    "word", ["merisavu", "napatuuli", "kuikanlaulu", "suopursu", "kulkuri", "oppisopimus", "palkkatuki"]
)
def test_a_word_its_beginnings_and_its_case_forms_find_the_same_page(word: str) -> None:
    page = first(word, 1)[0]
    for length in range(4, len(word)):
        assert page in first(word[:length], 10, typing=True), word[:length]
    strong_vowel = word if word[-1] in "aeiouy" else ""
    for ending in CASE_ENDINGS if strong_vowel and not word.endswith("tuki") else ():
        assert page in first(word + ending, 5), word + ending


@pytest.mark.parametrize("question", ["työnhaku", "päihdeneuvonta", "lukihäiriö", "kesätyö"])
def test_missing_dots_change_nothing(question: str) -> None:
    assert first(question) == first(without_dots(question))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("oppisopinus", "oppisopimus"),
        ("oppisopmus", "oppisopimus"),
        ("opinto-ohjuas", "opinto-ohjaus"),
        ("työnhaun neuvntaa", "työnhaun neuvontaa"),
        ("osaamisvihkko", "osaamisvihko"),
    ],
)
def test_a_slip_of_the_hand_finds_what_was_meant(wrong: str, right: str) -> None:
    assert set(first(right)) & set(first(wrong))


@pytest.mark.parametrize(("wrong", "meant"), [("oppisopmus", "oppisopimus"), ("itsemrha", "itsemurha")])
def test_what_a_slip_was_taken_for_is_a_word(wrong: str, meant: str) -> None:
    assert engine().search(wrong)["corrected"] == [[wrong, meant]]


@pytest.mark.parametrize("question", ["rovaneimi ohjaamo", "rovaneimen ohjaamo", "ohjaamo rovanimellä"])
def test_a_slip_in_a_place_is_mended_in_any_case_form(question: str) -> None:
    assert engine().search(question)["place"]["label"] == "Rovaniemi"


def test_a_part_of_a_compound_finds_it_and_a_compound_its_parts() -> None:
    assert "lappi/palvelut/oppisopimusneuvonta/" in first("sopimus oppi neuvonta", 10)
    assert any("oppisopimu" in address for address in first("oppisopimuskoulutukseen"))
    assert first("digi opastus", 1) == first("digiopastus", 1)


# --- what is understood -----------------------------------------------------------------------------------------------


def test_a_place_narrows_to_what_serves_it() -> None:
    found = engine().search("opo rovaniemellä")
    assert found["place"]["label"] == "Rovaniemi" and not found["widened"]
    network = build().loaded.network
    rovaniemi = network.country.find_municipality("Rovaniemi")
    assert rovaniemi is not None
    serving = {f"{service.region}/palvelut/{service.id}/" for service in network.services_for(rovaniemi)}
    shown = {result["address"] for result in found["results"] if result["kind"] == "palvelut"}
    assert shown and shown <= serving


@pytest.mark.parametrize(("question", "general"), [("eläkkeelle Kouvola", True), ("työnhaku Rovaniemi", False)])
def test_a_town_with_nothing_of_its_own_is_told_so(question: str, general: bool) -> None:
    assert engine().search(question)["general"] is general


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("fi", "vapaaehtoistyö Savonlinna"),
        ("fi", "vapaaehtoistyö ulkomailla Savonlinna"),
        ("fi", "vapaaehtoistyö Kuhmo"),
        ("sv", "frivilligarbete Borgå"),
        ("sv", "språkcafé Borgå"),
        ("en", "volunteer work Porvoo"),
        ("en", "choir Porvoo"),
    ],
)
def test_where_nothing_fits_clearly_advice_in_any_matter_is_first_and_it_is_told(language: str, question: str) -> None:
    found = engine(language).search(question)
    assert found["unfit"] and found["results"][0]["reason"]["how"] == "general"
    assert found["results"][0]["address"].endswith("kaukovalon-ensineuvo/") and found["results"][0]["reach"]


@pytest.mark.parametrize("question", ["velkaneuvonta Lahti", "lukihäiriö Rovaniemi", "sain potkut Tampere", "työnhaku"])
def test_what_fits_clearly_is_not_put_behind_advice_in_any_matter(question: str) -> None:
    assert not engine().search(question)["unfit"]


@pytest.mark.parametrize(
    ("question", "needs"),
    [
        (
            "mies jätti ja vuokra on maksamatta, kaksi lasta, Kouvola",
            [{"eron-neuvontapuhelin"}, {"sosiaalineuvonta-kaakkois-suomi", "asukkaan-neuvo"}],
        ),
        (
            "tytär ei saa unta eikä suostu menemään kouluun, Oulu",
            [{"nuoren-vanhemman-linja", "sekasin-chat"}, {"kotivaen-puhelin"}],
        ),
    ],
)
def test_of_several_needs_each_is_answered_among_the_first_four(question: str, needs: list[set[str]]) -> None:
    found = {address.split("/")[-2] for address in first(question, 4)}
    assert all(found & answers for answers in needs), found


def test_lines_for_danger_are_no_answer_to_loneliness() -> None:
    assert not any("hatanumero" in each or "116117" in each for each in first("eläkeläinen kaipaa seuraa Rauma", 10))


def test_help_for_a_narrow_line_of_business_leads_only_when_it_is_said() -> None:
    farm = "lappi/palvelut/tilaneuvoja-rinnalla/"
    assert farm not in first("yrittäjä Kemi") + first("yrittäjä uupunut Kemi")
    assert first("navetta kuormittaa Kemi", 1) == [farm]


def test_the_page_of_the_place_comes_after_three_that_answer() -> None:
    assert "kunnat/rovaniemi/" not in first("työnhaku rovaniemellä")


def test_a_son_is_no_word_of_a_need() -> None:
    found = engine().search("poika ei lähde kotoa Joensuu")["results"]
    assert found[0]["address"].endswith("ohjaamo-kuikanlaulu/")
    assert "poika" not in {each["reason"]["word"] for each in found}


def test_words_that_go_with_many_matters_are_no_reason_beside_one_that_tells() -> None:
    found = engine().search("vaimo kuoli", limit=20)["results"]
    assert "kuoli" in {each["reason"]["word"] for each in found}
    assert "vaimo" not in {each["reason"]["word"] for each in found}


def test_a_stop_word_makes_a_saying_of_a_short_word() -> None:
    assert "elamantilanteet/tyottomaksi-jaaminen/" in first("ilman töitä", 1)
    assert "elamantilanteet/tyottomaksi-jaaminen/" not in first("töitä", 3)


def test_a_place_alone_leads_to_its_page() -> None:
    assert first("kiteeltä", 1) == ["kunnat/kitee/"]


@pytest.mark.parametrize(
    "question", ["en jaksa enää", "itsemurha", "mies lyö minua", "tekee mieli kuolla", "itsemrha", "yliannostus"]
)
def test_distress_leads_first_to_help(question: str) -> None:
    found = engine().search(question)
    assert found["distress"] and found["results"][0]["address"] == "hata/"


def test_beside_another_matter_help_stands_among_the_first_three() -> None:
    found = engine().search("en jaksa, velat ja laskut")
    assert not found["distress"] and "hata/" in [result["address"] for result in found["results"][1:3]]


@pytest.mark.parametrize(
    "question", ["en jaksa koulua", "yritys", "työnhaku", "kuolinpesä", "kolarin opisto", "en osaa lukea kunnolla"]
)
def test_what_is_no_distress_is_not_taken_for_it(question: str) -> None:
    assert not engine().search(question)["distress"]


@pytest.mark.parametrize(
    ("question", "language"), [("tapahtumakalenteri", "fi"), ("vad händer i helgen", "sv"), ("event calendar", "en")]
)
def test_words_for_events_lead_to_the_calendar(question: str, language: str) -> None:
    assert any(address.endswith("tapahtumat/") for address in first(question, language=language))


def test_two_needs_find_both() -> None:
    found = first("velkaa ja työttömänä", 2)
    assert found == ["kansallinen/palvelut/velkalinja-ja-kysy-rahasta/", "kansallinen/palvelut/paivarahaneuvo/"]


@pytest.mark.parametrize("question", ["asdfghjkl", "moottorikelkan varaosat", "lottonumerot", "pizza"])
def test_when_nothing_fits_it_says_so(question: str) -> None:
    found = engine().search(question)
    assert found["nothing"] and found["results"] == [] and found["total"] == 0


@pytest.mark.parametrize("question", ["hammaslääkäri rovaniemi", "terveyskeskus ivalo", "silmälasit"])
def test_a_place_is_no_answer_to_what_nobody_here_serves(question: str) -> None:
    found = engine().search(question)
    assert found["nothing"] and found["results"] == []
    if place := found["place"]:
        assert place["address"].startswith("kunnat/")


def test_what_is_told_elsewhere_takes_no_answer_from_other_needs() -> None:
    assert engine().search("tarvitsen lakimiehen ja velkaneuvontaa")["results"]


def test_when_nobody_knows_where_the_asker_lives_what_serves_everybody_comes_first() -> None:
    assert first("pikavippejä liikaa", 1)[0].startswith("kansallinen/")
    results = engine().search("tehdas lopettaa sain potkut")["results"]
    assert [result["isLocal"] for result in results[:2]] == [False, True]
    within = engine().search("tehdas lopettaa sain potkut", within=municipalities_of("lappi"))["results"]
    assert within[0]["isLocal"]


def test_the_very_name_of_a_local_service_leads_to_it_wherever_it_is_asked() -> None:
    assert first("irtisanotun ensineuvo", 1) == ["lappi/palvelut/irtisanotun-ensineuvo/"]


def test_an_empty_question_asks_nothing() -> None:
    found = engine().search("  ")
    assert found["results"] == [] and not found["nothing"]


@pytest.mark.parametrize("region", ["lappi", "pohjanmaa", "pohjois-karjala"])
@pytest.mark.parametrize(
    ("question", "age"), [("yksinäinen eläkeläinen", 70), ("70-vuotias ei jaksa", 70), ("17-vuotias ei jaksa", 17)]
)
def test_who_is_asked_for_is_not_led_first_to_what_serves_another_age(question: str, age: int, region: str) -> None:
    ages = {document.address: document.ages for document in services()}
    for address in first(question, 2, within=municipalities_of(region)):
        least, most = ages.get(address) or (0, 99)
        assert least <= age <= most, address


@pytest.mark.parametrize(
    ("question", "ages"),
    [
        ("pojanpoika istuu huoneessa", [[13, 29]]),
        ("olen 61 eikä töitä löydy", [[61, 61]]),
        ("17v ei jaksa", [[17, 17]]),
        ("10 v kokemus alalta", []),
        ("väärä linja", []),
        ("olen 10 vuotta hoitanut lapsia", [[0, 29]]),
        ("18v työtön", [[18, 18]]),
        ("18v työkokemus", []),
    ],
)
def test_an_age_is_no_number_of_years(question: str, ages: list[list[int]]) -> None:
    context = quickjs.Context()
    context.eval(RANKING.read_text(encoding="utf-8"))
    context.eval(f"const index = Ranking.open({files('fi')['index']});")
    assert json.loads(context.eval(f"JSON.stringify(index.understand({json.dumps(question)}).people)")) == ages


def test_what_has_ended_or_rests_stands_after_what_helps_and_has_no_number_to_call() -> None:
    """What rests and fits clearly better is told, but never before the first of what helps."""
    found = engine().search("valmennus", limit=60, within=municipalities_of("lappi"))["results"]
    rests = [result["state"] in {"paused", "ended"} for result in found if result["kind"] == "palvelut"]
    assert any(rests) and rests == sorted(rests)
    first, second = engine().search("olen pitkäaikaistyötön", limit=2, within=municipalities_of("lappi"))["results"]
    assert (first["state"], second["state"]) == ("", "paused")
    for result in engine().search("nuorten kesälinja", limit=60)["results"]:
        assert not (result["state"] and result["reach"])


@pytest.mark.parametrize("question", ["toiminimi meni nurin", "läksin töistä ja rahat loppui", "vet inte vad jag gör"])
def test_a_word_that_says_nothing_is_no_reason(question: str) -> None:
    for result in engine().search(question, limit=30)["results"]:
        assert result["reason"]["word"] not in {"meni", "laksin", "loppui", "vet", "ja"}, result["title"]


@pytest.mark.parametrize("region", ["lappi", "pohjanmaa", "pohjois-karjala"])
@pytest.mark.parametrize("occupation", ["kokki", "hitsaaja", "lähihoitaja", "parturi", "sähkömies", "rekkakuski"])
def test_an_occupation_leads_to_learning_it(occupation: str, region: str) -> None:
    topics = {document.address: document.leads for document in services()}
    best, *_ = first(occupation, 1, within=municipalities_of(region))
    assert "aiheet/hakeutuminen" in topics[best]


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("sv", "rörmokare"),
        ("sv", "elektriker som vuxen"),
        ("en", "nurse"),
        ("en", "plumber"),
        ("fi", "sähkömieheksi aikuisena"),
    ],
)
def test_an_occupation_leads_to_learning_it_in_each_language_and_beside_an_age(language: str, question: str) -> None:
    pages = {"opiskelun-aloittaminen", "hakeutuminen", "oppisopimus"}
    assert pages & {address.split("/")[-2] for address in first(question, language=language)}


def test_the_networks_own_papers_are_told_only_when_they_are_asked() -> None:
    everyday, plain = (engine().search(question, limit=6) for question in ("lähihoitaja", "kumppanuussopimus"))
    assert everyday["folded"] and everyday["useful"] < everyday["total"]
    assert not {result["kind"] for result in everyday["results"]} & set(everyday["folded"])
    assert not plain["folded"] and plain["results"][0]["kind"] == "sopimukset"


def test_what_failed_is_not_led_to_what_begins() -> None:
    leads = {document.address: document.first_leads for document in services()}
    for region in ("lappi", "pohjanmaa", "pohjois-karjala"):
        for address in first("toiminimi meni nurin", 3, within=municipalities_of(region)):
            assert "elamantilanteet/yrityksen-perustaminen" not in leads.get(address, ())


def test_a_result_says_why_it_is_there() -> None:
    reasons = {result["reason"]["how"] for result in engine().search("sain potkut")["results"]}
    assert "saying" in reasons
    result = engine().search("merisavu")["results"][0]
    assert result["reason"]["word"] == "merisavu" and without_dots(result["reason"]["found"]).startswith("merisav")


def test_english_and_swedish_are_asked_in_their_own_index() -> None:
    assert "en/aiheet/oppisopimus/" in first("apprenticeship", language="en")
    assert "sv/aiheet/oppisopimus/" in first("läroavtal", language="sv")
    assert first("i want to kill myself", 1, language="en") == ["en/hata/"]


# --- suggestions ------------------------------------------------------------------------------------------------------


def test_places_topics_and_names_are_suggested_while_typing() -> None:
    def texts(text: str) -> list[str]:
        return [item["text"] for item in engine().suggest(text)["items"]]

    assert "Rovaniemi" in texts("rova")
    assert "Oppisopimus" in texts("oppiso")
    assert any("Merisavu" in text for text in texts("meris"))
    assert texts("") == []


def test_a_suggestion_says_what_it_is_and_stands_once() -> None:
    kinds = {item["text"]: item["kind"] for item in engine().suggest("lapp")["items"] if "address" not in item}
    assert kinds["Lappi"] == "alueet"
    assert {"text": "Lomautus", "kind": "elamantilanteet"} in engine().suggest("lomaut")["items"]
    assert "Integration och språk" not in [item["text"] for item in engine("sv").suggest("jag har inte")["items"]]
    for text in ("lomau", "oppis", "kesät", "rova"):
        told = [(item["text"], item["kind"], item.get("where")) for item in engine().suggest(text)["items"]]
        assert len(told) == len(set(told)), text


# --- what services say of themselves ----------------------------------------------------------------------------------


def test_a_keyword_of_several_words_counts_fully_when_all_of_it_is_asked() -> None:
    page = "lappi/palvelut/abin-jatkosuunnat/"
    assert first("lakki päähän", 1) == [page]
    assert page not in first("päähän sattuu")


@pytest.mark.parametrize(("language", "question"), [("en", "seasonal jobs in a ski resort"), ("sv", "uppsagd")])
def test_a_service_without_a_page_is_found_in_a_language_it_serves_in(language: str, question: str) -> None:
    results = engine(language).search(question)["results"]
    told = {each.address: each for each in build().search.documents(language)}
    in_brief = [each for each in results if each["kind"] == "palvelut" and "s" in each["finnish"]]
    assert in_brief
    for each in in_brief:
        assert each["address"].startswith(f"{language}/palvelut/")
        assert (told[each["address"]].brief[0] == "") == ("s" in each["finnish"])
        assert each["spoken"] == build().scene_of(language).w.served


def test_a_place_elsewhere_leaves_what_serves_the_region_whose_pages_are_read() -> None:
    found = engine().search("muutan opiskelemaan ouluun mistä kämppä", within=municipalities_of("lappi"))["results"]
    assert found[0]["address"].startswith("lappi/palvelut/")


def municipalities_of(region: str) -> list[int]:
    """First and last of a region's municipalities in the order of the index."""
    country = build().loaded.network.country
    order = municipalities_in_order(country)
    numbers = [number for number, code in enumerate(order) if country.municipalities[code].region_id == region]
    return [numbers[0], numbers[-1]]


# --- parts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_first_question_costs_little(language: str) -> None:
    parts, script = files(language), len(gzip.compress(RANKING.read_bytes(), 9))
    sizes = {name: len(gzip.compress(text.encode(), 9)) for name, text in parts.items()}
    costs = {}
    for each in answers()[::4]:
        if each.question.language == language:
            fresh = Engine(parts)
            fresh.search(each.question.question)
            costs[each.question.question] = script + sum(sizes[name] for name in fresh.loaded)
    assert costs and max(costs.values()) <= FIRST_QUERY_BYTES


def test_the_same_documents_give_the_same_bytes() -> None:
    made = build()
    assert dict(made.search.files("sv")) == dict(made.search.files("sv"))


def test_words_that_say_nothing_are_not_in_the_index() -> None:
    stop = forms_of("fi").stop
    assert not any(f'"{word}":' in files("fi")["t0"] for word in stop if len(word) > 2)


@pytest.mark.parametrize("word", ["tyopa", "napatuu"])
def test_a_word_alone_that_fits_nothing_is_taken_for_a_beginning(word: str) -> None:
    found = engine().search(word)["results"]
    assert found and found == engine().search(word, typing=True)["results"]
    assert engine().search(f"{word} lapselle")["results"] != found


@pytest.mark.parametrize(
    ("language", "question"), [("fi", "kuka vastaa nyt"), ("sv", "vem svarar nu"), ("en", "who answers now")]
)
def test_who_answers_now_is_asked_of_the_country_unless_a_region_is_known(language: str, question: str) -> None:
    assert first(question, 1, language)[0].endswith("kansallinen/kuka-vastaa-nyt/")
    if language == "fi":
        assert first(f"{question} lapissa", 1) == ["lappi/kuka-vastaa-nyt/"]


# --- the parts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_result_tells_what_its_document_does(language: str) -> None:
    for document in build().search.documents(language)[::5]:
        told = engine(language).search(document.title, limit=40)["results"]
        found = next((each for each in told if each["address"] == document.address), None)
        if found:  # some titles are those of a hundred pages
            assert [found[name] for name in ("title", "summary", "where", "whose", "reach")] == [
                document.title, document.summary, document.where, document.whose, document.reach,
            ]  # fmt: skip


def test_what_was_asked_before_changes_no_answer() -> None:
    questions = ["saippuatuoli", "saippuakoira", "pöytäkoira", "erityisammattioppilaitos"]
    questions += ["luottotiedot mennyt tarvin asunnon", "haen yliopistoon millasta siellä oikeesti on"]
    questions += ["kuulovammainen etsii työtä, Hämeenlinna"]
    asked = Engine(files("fi"))
    for letter in "abcdefghijklmnopqrstuvwyz":
        asked.search(f"{letter}xqzzyw")
    for each in build().loaded.questions[::9]:
        asked.search(each.question.question)
    assert [asked.search(each) for each in questions] == [Engine(files("fi")).search(each) for each in questions]


def test_addresses_are_told_by_the_words_of_titles_where_they_can_be() -> None:
    found = engine().search("uraohjaus videolla rovaniemellä", limit=1)["results"][0]
    assert found["address"] == "lappi/palvelut/uraohjaus-videolla/"
    assert any('"lappi/palvelut/*/"' in text for name, text in files("fi").items() if name.startswith("d"))
    assert not any("*" in each["address"] for each in engine().search("neuvonta", limit=100)["results"])


def test_numbers_come_back_from_letters() -> None:
    numbers = [*range(200), 1995, 1996, 1997, 60_000, 70_001]
    script = f"{RANKING.read_text(encoding='utf-8')}; JSON.stringify(Ranking.stepsIn({json.dumps(steps(numbers))}))"
    assert json.loads(quickjs.Context().eval(script)) == numbers
    shuffled = numbers[::-3] + numbers[::2]
    told = json.dumps(ring_steps(shuffled, 70_002))
    script = f"{RANKING.read_text(encoding='utf-8')}; JSON.stringify(Ranking.stepsIn({told}, 70002))"
    assert json.loads(quickjs.Context().eval(script)) == shuffled
    assert not set(steps(numbers) + ring_steps(shuffled, 70_002)) & set('"\\ ')


def test_a_service_says_whose_it_is_and_where() -> None:
    found = {each.address: each for each in services()}
    assert found["lappi/palvelut/uraohjaus-videolla/"].where.startswith("Etänä")
    assert all(each.whose and each.where for each in found.values())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_a_result_tells_is_text_and_no_html(language: str) -> None:
    shown = [row for name, text in files(language).items() if name[0] == "d" for row in json.loads(text)]
    assert shown and not [row for row in shown if any("<" in str(part) for part in row)]


def test_a_service_that_helps_now_says_how_one_gets_in_touch() -> None:
    found = {each.address: each.reach for each in services()}
    assert found["kansallinen/palvelut/pelilinja/"] == "014 001 220"
    assert found["kansallinen/palvelut/sateenkaarichat/"] == "https://kiiltomato.example.org/sateenkaari"
    assert [
        each.address for each in services() if not (each.reach or {"tauolla", "tulossa", "ohi"} & {*each.kind.split()})
    ] == []


def test_who_can_be_asked_comes_before_the_page_of_a_topic_unless_its_name_alone_is_asked() -> None:
    assert first("aikuinen opiskelee millä rahalla", 1)[0].startswith("kansallinen/palvelut/")
    assert "palvelut/" in first("haluan opiskella sairaanhoitajaksi aikuisena", 1)[0]
    assert first("hyran obetald", 1, "sv")[0].startswith("sv/kansallinen/palvelut/")
    assert first("harrastus", 1) == ["aiheet/harrastukset/"]


def test_a_village_gives_way_to_a_word_people_need() -> None:
    assert engine().search("en pysty maksamaan vuokraa")["place"] is None
    assert engine().search("velkaneuvonta Maksamaa")["place"]["label"] == "Vöyri"


@pytest.mark.parametrize("question", ["jäin amiksest pois", "jäin pois amiksesta"])
def test_spoken_case_endings_are_understood(question: str) -> None:
    assert "elamantilanteet/opintojen-keskeytyminen/" in first(question, 4)


def test_a_result_tells_the_number_that_is_answered_in_the_pages_language() -> None:
    for language, number in [("fi", "09 2525 0111"), ("sv", "09 2525 0112"), ("en", "09 2525 0113")]:
        question = {"fi": "kriisipuhelin", "sv": "kristelefon", "en": "crisis helpline"}[language]
        results = engine(language).search(question, limit=10)["results"]
        assert [each["reach"] for each in results if each["address"].endswith("/kriisipuhelin/")] == [number]


@pytest.mark.parametrize("question", ["en puhu kellekään", "en ole kertonut kenellekään"])
def test_a_pronoun_with_what_hangs_on_it_is_no_matter(question: str) -> None:
    assert not any("kela" in address for address in first(question, 6))
    assert engine().search("Hanko")["place"]["label"] == "Hanko"


def test_the_end_of_a_case_form_makes_no_compound_of_it() -> None:
    assert not engine().search("numerot hyppii silmissä")["distress"]
    assert engine().search("hyppään sillalta")["distress"]


def test_in_swedish_anybody_is_no_husband() -> None:
    assert first("hur söker man jobb", 1, "sv") == first("hur söker jag jobb", 1, "sv")
    assert first("min man dricker", 1, "sv")[0].endswith("/paihdelinja/")


def test_a_word_that_says_nothing_suggests_no_place_and_no_topic() -> None:
    for question in ("orkar inte", "man orkar inte mer"):
        [first_one, *_] = engine("sv").suggest(question)["items"]
        assert first_one["kind"] == "hata"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("fi", "kokista koodariksi"),
        ("fi", "hitsaajasta hoitajaksi"),
        ("sv", "från svetsare till sjukskötare"),
        ("en", "from chef to software developer"),
    ],
)
def test_from_one_occupation_to_another_is_a_change_of_trade(language: str, question: str) -> None:
    assert any(each.endswith("/ohjauslinja-kaukovalo/") for each in first(question, 1, language))


@pytest.mark.parametrize("question", ["koulusta työttömäksi", "kokista eläkeläiseksi", "yksinhuoltajaksi jäin"])
def test_no_trade_is_changed_where_one_of_the_two_is_no_occupation(question: str) -> None:
    assert not any(each.endswith(("/ohjauslinja-kaukovalo/", "/alan-vaihto/")) for each in first(question, 1))


def test_who_becomes_a_carer_looks_for_no_carer() -> None:
    assert not any("omaishoitaja" in each for each in first("hoitajaksi", 10))


@pytest.mark.parametrize("town", ["kuhmo", "kajaani"])
def test_what_is_near_goes_before_only_what_fits_about_as_well(town: str) -> None:
    fits = [each for each in first(f"velkaneuvonta {town}", 3) if "velkaneuvonta" in each or "velkalinja" in each]
    assert len(fits) > 1, fits


def test_a_word_that_a_service_only_mentions_wins_no_place_from_what_a_saying_leads_to() -> None:
    assert not any("vauvavuodesta" in each for each in first("sain potkut", 10))
