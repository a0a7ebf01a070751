"""Blanks that indent a line for the eye are the text's and stay; what the line is, the words between them say."""

from __future__ import annotations

import pytest

from converter.model.article import values_in
from converter.model.block import Furniture
from converter.model.inline import Quotation
from converter.model.words import plain_text
from converter.text.options import TextOptions
from tests.text.reading import article_of, paragraphs_of

MARGINS = ["\u3000\u3000", "\xa0\xa0\xa0\xa0", "\xa0 \xa0 ", "\u2003", "\u200f", "\u200b"]
CHINESE = "跨海大桥星期三重新开放，货轮撞上桥墩已有十一个月，市政府说，费用由港口和保险公司分担，车辆已可通行。"
ENGLISH = "The bridge across the bay reopened on Wednesday, eleven months after a freighter had hit one of its piers."


@pytest.mark.parametrize("margin", MARGINS)
def test_headline_byline_dateline_and_furniture_are_known_between_margins(margin: str) -> None:
    lines = ["Bridge reopens after eleven months", "By Ann Example", f"EASTMERE, May 3 (AP) — {ENGLISH}", "Read More"]
    source = "".join(f"{margin}{line}\n" for line in [*lines, f"{ENGLISH}"])

    article = article_of(source)

    head = article.head
    assert [plain_text(line) for line in head.headlines] == [margin.lstrip(" ") + lines[0]]
    assert [plain_text(line) for line in head.bylines] == [margin.lstrip(" ") + lines[1]]
    assert head.dateline is not None
    assert plain_text(head.dateline) == f"{margin.lstrip(' ')}EASTMERE, May 3 (AP) —"
    assert (head.dateline.place, head.dateline.date, head.dateline.agency) == ("EASTMERE", "--05-03", "AP")
    assert paragraphs_of(article) == [ENGLISH, margin.lstrip(" ") + ENGLISH]
    assert [plain_text(block) for block in article.body if isinstance(block, Furniture)] == [
        margin.lstrip(" ") + "Read More"
    ]


@pytest.mark.parametrize(
    ("dateline", "place", "date"),
    [
        ("样本社北京5月9日电", "北京", "--05-09"),
        ("样本社北京5月9日电（记者 陈小明）", "北京", "--05-09"),
        ("样本网5月9日电", None, "--05-09"),
        ("样本日报讯（记者 陈小明）", None, None),
        ("【样本网3月3日讯】", None, "--03-03"),
    ],
)
@pytest.mark.parametrize("is_alone", [False, True])
def test_chinese_paragraphs_open_with_two_ideographic_blanks(
    dateline: str, place: str | None, date: str | None, *, is_alone: bool
) -> None:
    gap = "\n\u3000\u3000" if is_alone else "\u3000"
    article = article_of(
        f"大桥星期三重新开放\n\u3000\u3000{dateline}{gap}{CHINESE}\n\u3000\u3000{CHINESE}\n", lang="zh"
    )

    found = article.head.dateline
    assert [plain_text(line) for line in article.head.headlines] == ["大桥星期三重新开放"]
    assert found is not None
    assert plain_text(found).rstrip("\u3000") == f"\u3000\u3000{dateline}"
    assert (found.place, found.date) == (place, date)
    assert paragraphs_of(article)[-1] == f"\u3000\u3000{CHINESE}"


def test_a_dateline_alone_above_a_headless_story_is_no_headline() -> None:
    head = article_of(f"\u3000\u3000样本网5月9日电 \n\u3000\u3000{CHINESE}\n\u3000\u3000{CHINESE}\n", lang="zh").head

    assert head.headlines == ()
    assert head.dateline is not None


def test_a_dash_behind_a_margin_opens_direct_speech() -> None:
    article = article_of(
        "Ordføreren klippet snoren onsdag morgen, og hundre biler kjørte over.\n"
        "\u2003– Vi har ventet lenge, sier ordføreren.\n",
        lang="nb",
    )

    quotations = values_in(article).get(Quotation, [])
    assert [plain_text(quotation) for quotation in quotations] == ["– Vi har ventet lenge"]
    assert paragraphs_of(article)[1].startswith("\u2003– Vi har")


def test_a_line_of_blanks_alone_is_as_it_was() -> None:
    article = article_of(f"{ENGLISH}\n\u3000\u3000\n{ENGLISH}\n", options=TextOptions())

    assert [plain_text(block) for block in article.body] == [ENGLISH, "\u3000\u3000", ENGLISH]
