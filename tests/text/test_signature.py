"""Signatures below a story, and last lines that are none."""

from __future__ import annotations

import pytest

from converter.model.block import Note
from converter.model.words import plain_text
from tests.text.reading import article_of, paragraphs_of

STORY = (
    "Ferry to stop on Sundays\n"
    "The ferry between Eastmere and the island stops on Sundays from May, the county said on Monday.\n"
    "Passengers will have to take the bus over the new bridge, which opened in March after two years.\n"
    "The county saves 90,000 crowns a year, a spokesman for the harbour said, and the last boat leaves at six.\n"
)
AUTHORS = [
    "Ann Example",
    "Anna Fischer",
    "Alex Young",
    "Ji-won Park",
    "Simone Jülicher, Rainer Grünberg",
    "Ann Example and Bo Sample",
    "Jeanne Exemple",
    "Ana Ejemplo",
    "Vũ Thị Mẫu",
    "Mẫu Linh - Ví Dụ",
    "By Ann Example",
    "Von Anna Beispiel",
    "이가나 기자 gana@example.com",
    "이가나 기자",
    "이가나 기자 gana@example.com 박다라 기자 dara@example.com",
    "이가나 기자 / gana@example.com",
    "[이가나 기자 gana@example.com]",
    "이가나 gana@example.com",
    "이가나 기자(gana@example.com)",
    "gana@example.com 이가나 기자",
    "디지털뉴스팀 이가나 기자",
    "(Ann Example)",
    "[Ann Example]",
    "-Ann Example",
    "~ Ann Example",
    "/Ann Example/",
    "(Ana Ejemplo)",
    "Анна Примерова.",
    "Анна ПРИМЕРОВА.",
    "＜文／田中花子＞",
    "Mẫu Linh (TH)/Khoevidu",
    "Mẫu Linh (T/h)",
    "Mẫu Linh (tổng hợp)",
    "Mẫu Linh (Lược dịch)",
    "Mẫu Linh (Dịch từ Reuters)",
]
CREDITS = [
    "ab/cde",
    "jf/rs",
    "abc/de/fgh/ij",
    "ssi, dan",
    "(efg)",
    "/abc/",
    "dpa",
    "(dpa)",
    "/ritzau/",
    "AFP",
    "BELGA",
    "dpa/AFP",
    "Reuters, AP",
    "Presscell/ITP",
    "gana@example.com",
]
LINES_OF_THE_STORY = [
    "The last boat leaves at six.",
    "More boats in May",
    "County Council",
    "Sunday Service",
    "Eastmere Harbour",
    "and so on",
    "a/b is the ratio",
    "Prices in crowns",
    "Neue Fahrpläne",
    "Fähre und Brücke",
    "Gute Reise",
    "Bon voyage",
    "문의처 news@example.com",
    "제보는 news@example.com",
    "Eastmere Harbour (TH)",
    "(Eastmere Harbour)",
    "(Sunday Service)",
    "(Grace Church)",
    "(New York)",
    "- Sunday Service",
    "Victoria Park.",
    "Mark My Words.",
    "Красный Крест.",
    "Tin vui",
]


@pytest.mark.parametrize("line", AUTHORS)
def test_who_wrote_the_story_signs_below_it(line: str) -> None:
    article = article_of(STORY + line)

    assert [plain_text(byline) for byline in article.head.bylines] == [line]
    assert len(paragraphs_of(article)) == 3


@pytest.mark.parametrize("line", CREDITS)
def test_a_desk_or_an_agency_that_signs_is_a_credit(line: str) -> None:
    article = article_of(STORY + line)

    last = article.body[-1]
    assert not article.head.bylines
    assert not isinstance(last, type(article.body[0]))
    assert plain_text(last) == line
    assert not isinstance(last, Note) or last.kind == "credit"


@pytest.mark.parametrize("line", LINES_OF_THE_STORY)
def test_another_last_line_is_the_storys(line: str) -> None:
    article = article_of(STORY + line)

    assert not article.head.bylines
    assert paragraphs_of(article)[-1] == line


def test_who_said_what_stands_above_signs_nothing() -> None:
    text = STORY + "“It is over for the ferry and for all of us.”\n— Ann Example"

    assert paragraphs_of(article_of(text))[-1] == "— Ann Example"


def test_whom_the_story_names_signs_nothing() -> None:
    told = STORY.replace("a spokesman for the harbour said", "Ann Example of the harbour said")

    assert paragraphs_of(article_of(told + "Ann Example"))[-1] == "Ann Example"


def test_a_story_has_one_byline_and_its_agency() -> None:
    article = article_of(STORY.replace("\n", "\nBy Ann Example\n", 1) + "Bo Sample\n")

    assert [plain_text(byline) for byline in article.head.bylines] == ["By Ann Example"]
    assert paragraphs_of(article)[-1] == "Bo Sample"


@pytest.mark.parametrize(
    ("byline", "line"), [("By Ann Example", "Ann Example"), ("이가나 기자", "이가나 기자 gana@example.com")]
)
def test_the_author_of_the_byline_who_signs_again_is_a_credit(byline: str, line: str) -> None:
    article = article_of(STORY.replace("\n", f"\n{byline}\n", 1) + line)

    assert [plain_text(each) for each in article.head.bylines] == [byline]
    assert isinstance(article.body[-1], Note)
    assert plain_text(article.body[-1]) == line


def test_name_and_agency_may_sign_below_each_other() -> None:
    article = article_of(STORY + "Ann Example\n(dpa)\n")

    assert [plain_text(byline) for byline in article.head.bylines] == ["Ann Example"]
    assert plain_text(article.body[-1]) == "(dpa)"
    assert len(paragraphs_of(article)) == 3


def test_nobody_signs_a_text_of_two_lines() -> None:
    assert paragraphs_of(article_of("The ferry stops on Sundays, the county said.\nAnn Example\n"))[-1] == "Ann Example"


HOUSES = [
    "The Washington Post",
    "BBC News Brasil",
    "朝日新聞デジタル",
    "Ouest-France",
    "Tages-Anzeiger",
    "Коммерсантъ",
    "الجزيرة نت",
]


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_below_the_headline_is_the_byline_and_below_the_story_a_credit(house: str) -> None:
    headline, story = STORY.split("\n", 1)

    assert [plain_text(line) for line in article_of(f"{headline}\n{house}\n{story}").head.bylines] == [house]
    assert plain_text(article_of(STORY + house).body[-1]) == house
    assert house not in paragraphs_of(article_of(STORY + house))


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("date", ["", "May 3, 2024\n"])
def test_a_house_above_the_headline_is_neither_headline_nor_byline(house: str, date: str) -> None:
    headline, story = STORY.split("\n", 1)

    head = article_of(f"{house}\n{date}{headline}\nBy Ann Example\n{story}").head

    assert [plain_text(line) for line in head.headlines] == [headline]
    assert [plain_text(line) for line in head.bylines] == ["By Ann Example"]
