"""Place and date at the head of the first paragraph, and the traps that look like them."""

from __future__ import annotations

import pytest

from converter.model.words import plain_text
from converter.text.datelines.dateline import find_dateline
from tests.text.reading import article_of, paragraphs_of

PROSE = "The ferry will stop on Sundays, and the county says that too few people take it in winter."
CYRILLIC = "Паром по воскресеньям ходить не будет, сообщили в администрации района, потому что людей мало."


@pytest.mark.parametrize(
    ("dateline", "place", "date", "agency"),
    [
        ("CLEVELAND, Feb 26 -", "CLEVELAND", "--02-26", None),
        ("SPRINGFIELD, Mass., March 4 -", "SPRINGFIELD, Mass.", "--03-04", None),
        ("PARIS/BONN, June 11 -", "PARIS/BONN", "--06-11", None),
        ("SPRINGFIELD (AP) —", "SPRINGFIELD", None, "AP"),
        ("WASHINGTON —", "WASHINGTON", None, None),
        ("EMERALD CITY —", "EMERALD CITY", None, None),
        ("NEW YORK --", "NEW YORK", None, None),
        ("OSLO, Norway –", "OSLO, Norway", None, None),
        ("GENEVA, May 22 (Reuters) -", "GENEVA", "--05-22", "Reuters"),
        ("GENEVA, May 22, 2024 (Reuters) -", "GENEVA", "2024-05-22", "Reuters"),
        ("Nairobi (dpa) –", "Nairobi", None, "dpa"),
        ("Berlin –", "Berlin", None, None),
        ("ST. LOUIS —", "ST. LOUIS", None, None),
        ("WINSTON-SALEM, N.C. (AP) —", "WINSTON-SALEM, N.C.", None, "AP"),
        ("NEW DELHI:", "NEW DELHI", None, None),
        ("Madrid, 4 mar (EFE).-", "Madrid", "--03-04", "EFE"),
        ("Praha 3. března (ČTK) -", "Praha", "--03-03", "ČTK"),
        ("Warszawa, 3 marca (PAP) -", "Warszawa", "--03-03", "PAP"),
        ("Roma, 3 mar. (askanews) -", "Roma", "--03-03", "askanews"),
        ("Hà Nội, 14/3 (TTXVN) -", "Hà Nội", "--03-14", "TTXVN"),
        ("Hà Nội, 3/4 (TTXVN) -", "Hà Nội", "--04-03", "TTXVN"),
        ("Eastmere, 14/3 (Reuters) -", "Eastmere", "--03-14", "Reuters"),
        ("Eastmere, 3/4 (Reuters) -", "Eastmere", None, "Reuters"),
        ("(Reuters) -", None, None, "Reuters"),
        ("EASTMERE (Aug. 13) --", "EASTMERE", "--08-13", None),
        ("Taipei, Nov. 17 (CNA)", "Taipei", "--11-17", "CNA"),
        ("Feb. 26, 2024 --", None, "2024-02-26", None),
        ("Eastmere CNN —", "Eastmere", None, "CNN"),
        ("sample.com, JAKARTA -", "JAKARTA", None, "sample.com"),
        ("EASTMERE, March 16. /TASS/.", "EASTMERE", "--03-16", "TASS"),
        ("ST. HELEN, March 16, 2025 /TASS, Ivan Example/.", "ST. HELEN", "2025-03-16", "TASS"),
        ("EASTMERE, 3 martie /Agerpres/ -", "EASTMERE", "--03-03", "Agerpres"),
        ("Budapest, 2025. március 3., hétfő (MTI) -", "Budapest", "2025-03-03", "MTI"),
        ("Budapest, március 3., hétfő (MTI) –", "Budapest", "--03-03", "MTI"),
        ("ZAGREB, 3. ožujka 2025. (Hina) -", "ZAGREB", "2025-03-03", "Hina"),
        ("Warszawa, 03.03.2025 (PAP) –", "Warszawa", "2025-03-03", "PAP"),
        ("MADRID, 3 (EUROPA PRESS)", "MADRID", None, "EUROPA PRESS"),
        ("La Habana, 3 mar (Prensa Latina)", "La Habana", "--03-03", "Prensa Latina"),
        ("TTXVN (Hà Nội 14/3) -", "Hà Nội", "--03-14", "TTXVN"),
        ("dpa (Berlin) -", "Berlin", None, "dpa"),
        ("AFP (Paris) -", "Paris", None, "AFP"),
        ("(ANSA) - ROMA, 03 MAR -", "ROMA", "--03-03", "ANSA"),
        ("BERLIN taz |", "BERLIN", None, "taz"),
        ("FRANKFURT/MAIN epd/taz |", "FRANKFURT/MAIN", None, "epd/taz"),
        ("Berlin/dpa.", "Berlin", None, "dpa"),
        ("NEW DELHI, MARCH 3:", "NEW DELHI", "--03-03", None),
        ("NEW DELHI, Mar 3 (ANI):", "NEW DELHI", "--03-03", "ANI"),
        ("LEXINGTON, Va. (U.S.) -", "LEXINGTON, Va., U.S.", None, None),
        ("Washington (EEUU), 3 mar (EFE).-", "Washington (EEUU)", "--03-03", "EFE"),
        ("Eastmere, Ohio —", "Eastmere, Ohio", None, None),
        ("Silwad, Occupied West Bank -", "Silwad, Occupied West Bank", None, None),
        ("The Hague, the Netherlands -", "The Hague, the Netherlands", None, None),
    ],
)
def test_the_dateline_is_taken_off_with_its_dash(
    dateline: str, place: str | None, date: str | None, agency: str | None
) -> None:
    article = article_of(f"{dateline} {PROSE}")

    found = article.head.dateline
    assert found is not None
    assert plain_text(found.content) == dateline
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert paragraphs_of(article) == [PROSE]
    assert found.inferred is not None


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("МОСКВА, 3 мар — РИА Новости.", "МОСКВА", "РИА Новости"),
        ("МОСКВА, 3 марта. /ТАСС/.", "МОСКВА", "ТАСС"),
        ("Москва. 3 марта. INTERFAX.RU -", "Москва", "INTERFAX.RU"),
        ("Київ. 3 березня. УКРІНФОРМ.", "Київ", "УКРІНФОРМ"),
    ],
)
def test_an_agency_behind_the_date_ends_a_cyrillic_dateline(dateline: str, place: str, agency: str) -> None:
    article = article_of(f"{dateline} {CYRILLIC}")

    found = article.head.dateline
    assert found is not None
    assert (plain_text(found.content), found.place, found.date, found.agency) == (dateline, place, "--03-03", agency)
    assert paragraphs_of(article) == [CYRILLIC]


def test_an_agency_that_a_sentence_names_ends_no_dateline() -> None:
    text = "Паром остановили 3 марта — РИА Новости узнало об этом в администрации района, где его ждали."

    assert article_of(text).head.dateline is None


@pytest.mark.parametrize(
    ("dateline", "place", "date", "agency", "story"),
    [
        (
            "新华社北京2月26日电（记者陈小明）",
            "北京",
            "--02-26",
            "新华社",
            "渡轮自五月一日起星期日停航，县政府说乘客太少。",
        ),
        ("新华社北京2024年2月26日电", "北京", "2024-02-26", "新华社", "渡轮自五月一日起星期日停航，县政府说乘客太少。"),
        ("样本报讯（记者 陈小明）", None, None, "样本报", "渡轮自五月一日起星期日停航，县政府说乘客太少。"),
        ("【2月26日 AFP】", None, "--02-26", "AFP", "渡し船は五月から日曜日に運休すると、町が発表した。"),
        ("【ロンドン共同】", "ロンドン", None, "共同", "渡し船は五月から日曜日に運休すると、町が発表した。"),
        ("〔記者陳小明／台北報導〕", "台北", None, None, "渡輪自五月一日起週日停航，縣政府說乘客太少。"),
        ("（中央社記者陳小明台北26日電）", "台北", None, "中央社", "渡輪自五月一日起週日停航，縣政府說乘客太少。"),
        ("［東京　26日　ロイター］", "東京", None, "ロイター", "渡し船は五月から日曜日に運休すると、町が発表した。"),
        (
            "(서울=연합뉴스) 김예시 기자 =",
            "서울",
            None,
            "연합뉴스",
            "나룻배가 오월부터 일요일에 다니지 않는다고 군이 밝혔다.",
        ),
        ("样本报快讯（记者 陈小明）", None, None, "样本报", "渡轮自五月一日起星期日停航，县政府说乘客太少。"),
        ("样本之家2月26日消息", None, "--02-26", "样本之家", "渡轮自五月一日起星期日停航，县政府说乘客太少。"),
        (
            "样本科技讯 北京时间2月26日凌晨消息，",
            None,
            "--02-26",
            "样本科技",
            "渡轮自五月一日起星期日停航，县政府说乘客太少。",
        ),
        ("（样本社北京26日电）", "北京", None, "样本社", "渡轮自五月一日起星期日停航，县政府说乘客太少。"),
        ("【样本网2月26日讯】", None, "--02-26", "样本网", "渡轮自五月一日起星期日停航，县政府说乘客太少。"),
        ("القاهرة - رويترز", "القاهرة", None, "رويترز", "قالت المقاطعة إن العبارة لن تعمل أيام الأحد ابتداء من مايو."),
        ("नई दिल्ली, 3 मार्च (भाषा)", "नई दिल्ली", "--03-03", "भाषा", "नौका मई से रविवार को नहीं चलेगी, ज़िले ने कहा।"),
        ("नई दिल्ली:", "नई दिल्ली", None, None, "नौका मई से रविवार को नहीं चलेगी, ज़िले ने कहा।"),
        ("اسلام آباد (ویب ڈیسک):", "اسلام آباد", None, "ویب ڈیسک", "کشتی مئی سے اتوار کو نہیں چلے گی، ضلع نے کہا۔"),
    ],
)
def test_the_forms_of_asian_agencies_are_known(
    dateline: str, place: str | None, date: str | None, agency: str | None, story: str
) -> None:
    blank = "" if dateline[-1] in "）电】］〕" else " "
    article = article_of(f"{dateline}{blank}{story}\n{story}")

    found = article.head.dateline
    assert found is not None
    assert plain_text(found.content) == dateline
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert paragraphs_of(article) == [story, story]


@pytest.mark.parametrize(
    "text",
    [
        "据样本社2月26日报道，渡轮自五月一日起星期日停航，县政府说乘客太少。",
        "【关注】渡轮自五月一日起星期日停航，县政府说乘客太少。",
        "电讯公司说渡轮自五月一日起星期日停航，乘客太少。",
        "今年2月26日消息公布后，渡轮自五月一日起星期日停航，县政府说乘客太少。",
        "他说2月26日消息传来，渡轮自五月一日起星期日停航，县政府说乘客太少。",
        "नई बात: नौका मई से रविवार को नहीं चलेगी, ज़िले ने कहा।",
    ],
)
def test_what_looks_like_an_asian_dateline_stays(text: str) -> None:
    assert article_of(f"{text}\n{text}").head.dateline is None


def test_a_dateline_may_be_a_line_of_its_own() -> None:
    article = article_of(f"Washington CNN —\n{PROSE}\n{PROSE}")

    assert article.head.dateline is not None
    assert article.head.dateline.place == "Washington"
    assert paragraphs_of(article) == [PROSE, PROSE]


def test_a_dash_without_blanks_parts_them_too() -> None:
    article = article_of(f"RICHMOND, Va.—{PROSE}")

    assert article.head.dateline is not None
    assert article.head.dateline.place == "RICHMOND, Va."
    assert paragraphs_of(article) == [PROSE]


def test_a_german_city_with_a_full_stop_is_one() -> None:
    article = article_of(
        "Hannover. Die Polizei hat am Dienstag zwei Männer in der Stadt festgenommen, die das Geld hatten."
    )

    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == "Hannover."


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: The moment when the old chimney came down in a cloud of dust on Sunday.",
        "UPDATE: The moment has come.",
        "READ MORE: The moment has come and it will not go away.",
        "WARNING — This story has details that some readers may find upsetting.",
        "BREAKING — The chimney has come down.",
        "JONES: Were you in the building on that day?",
        "Mr. Sample was not at home. The neighbours had not seen him.",
        "St. Helen's school closed for the day.",
        "Gov. Sample — A friend of the ferry — will speak.",
        "Baden-Württemberg will im nächsten Jahr mehr Lehrer einstellen als je zuvor.",
        "COVID-19 came back to the town in the winter of that year.",
        "NATO — the alliance of thirty countries — will meet on Monday.",
        "I — We never said that.",
        "The ferry - A boat of iron - is old.",
        "London: 12 degrees.",
        "Tim Example (Sample Motors) - The ferry will stop on Sundays, the county said.",
        "ANN EXAMPLE (Switzerland) - The ferry will stop on Sundays, the county said.",
        "March 16. The ferry will stop on Sundays, the county said.",
        "Ferry/bus. The county will decide in June.",
        "The mayor (AP) was photographed. Nobody came.",
    ],
)
def test_what_only_looks_like_one_stays_in_the_paragraph(text: str) -> None:
    article = article_of(f"{text}\n{PROSE}")

    assert article.head.dateline is None


def test_a_title_in_capitals_with_a_dash_is_no_dateline() -> None:
    article = article_of(f"TALKS GO ON IN BONN - MINISTER\n    LONDON, April 1 - {PROSE[:40]}\n{PROSE[40:]}\n Reuter\n")

    assert [plain_text(line) for line in article.head.headlines] == ["TALKS GO ON IN BONN - MINISTER"]
    assert article.head.dateline is not None
    assert article.head.dateline.place == "LONDON"


def test_it_is_printed_before_no_other_paragraph_than_its_own() -> None:
    short = "The deal ends a dispute of eleven years, and two towns that never spoke in that time can meet again now."
    long = " ".join([PROSE] * 3)

    below_short = article_of(f"{short}\nOSLO (AP) — {PROSE}")
    below_long = article_of(f"{long}\nOSLO (AP) — {PROSE}")

    assert [(line.kind, plain_text(line)) for line in below_short.head.headlines] == [("sub", short)]
    assert below_short.head.dateline is not None
    assert paragraphs_of(below_short) == [PROSE]
    assert below_long.head.dateline is None
    assert paragraphs_of(below_long) == [long, f"OSLO (AP) — {PROSE}"]


def test_it_may_open_the_second_paragraph_but_not_the_third() -> None:
    first = "The deal ends a dispute that has lasted for eleven years and more."

    assert article_of(f"{first}\nOSLO (AP) — {PROSE}").head.dateline is not None
    assert article_of(f"{first}\n{first}\nOSLO (AP) — {PROSE}").head.dateline is None


def test_a_date_without_its_year_gets_none() -> None:
    found = article_of(f"NAIROBI, May 22 - {PROSE}").head.dateline

    assert found is not None
    assert found.date == "--05-22"


def test_a_place_with_what_no_attribute_can_hold_gets_no_name() -> None:
    found = article_of(f"RI\uffffCHMOND, Va. — {PROSE}").head.dateline

    assert found is None or found.place is None


def test_a_date_behind_the_mark_of_a_dateline_is_the_storys() -> None:
    text = "काठमाडौं । वैशाख १२ र २९ को भूकम्पपछि धेरैलाई उपत्यकाको सुन्दरता अब बाँकी छैन कि भन्ने लागेको छ ।"

    found = find_dateline(text, lang="ne")

    assert found is not None
    assert text[: found.end] == "काठमाडौं । "
