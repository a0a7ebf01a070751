"""One story in many clothes is the same story, however its lines are parted, indented or wrapped: `clothes.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.clothes import ANY, HEADED
from converter.model.article import Article
from converter.model.words import plain_text
from tests.text.reading import article_of, paragraphs_of

STORIES = {
    name: lines.splitlines()
    for section in (Path(__file__).parent / "clothes.txt").read_text("utf-8").removeprefix("# ").split("\n# ")
    for name, _, lines in (section.partition("\n"),)
}


def _told(article: Article) -> dict[str, list[str]]:
    head = article.head
    parts = {
        "headlines": [plain_text(line) for line in head.headlines],
        "bylines": [plain_text(line) for line in head.bylines],
        "dateline": [plain_text(head.dateline)] if head.dateline else [],
        "place": [head.dateline.place or ""] if head.dateline else [],
        "paragraphs": paragraphs_of(article),
    }
    return {name: [text.strip(" \xa0\u3000\u200e") for text in texts] for name, texts in parts.items()}


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("clothes", [*ANY, *HEADED])
def test_the_story_is_the_same_in_other_clothes(clothes: str, story: str) -> None:
    lines = STORIES[story]
    plain = _told(article_of("\n".join(lines)))
    assert plain["headlines"] == lines[:1]

    assert _told(article_of((ANY | HEADED)[clothes](lines))) == plain


@pytest.mark.parametrize("case", ["BRIDGE ACROSS SAMPLE BAY REOPENS", "Bridge Across Sample Bay Reopens"])
@pytest.mark.parametrize("site", ["", " - The Sample Times", " | Sample News", " | Sample.com", " – CNN"])
def test_a_headline_may_be_in_capitals_and_name_its_site(case: str, site: str) -> None:
    lines = STORIES["no dateline"][1:]

    head = article_of("\n".join([case + site, *lines])).head

    assert [plain_text(line) for line in head.headlines] == [case + site]


@pytest.mark.parametrize(
    "title",
    [
        "跨海大桥星期三重新开放_样本网",
        "跨海大桥星期三重新开放-新闻频道-样本网",
        "跨海大桥星期三重新开放 - 样本日报",
    ],
)
def test_the_title_of_a_chinese_page_names_its_channel_and_site(title: str) -> None:
    story = "跨海大桥星期三重新开放，货轮撞上桥墩已有十一个月，市政府说，费用由港口和保险公司分担，车辆已可通行。"

    head = article_of(f"{title}\n{story}\n{story}", lang="zh").head

    assert [plain_text(line) for line in head.headlines] == [title]


@pytest.mark.parametrize(
    "line",
    ["GASOLINE, DIESEL PRICES RISE", "AT STANFORD, FAIRWAY IS CLASSROOM", "BELT, ROAD STUDY NEARS COMPLETION"],
)
def test_a_headline_in_capitals_with_a_comma_is_no_dateline(line: str) -> None:
    story = (
        "The road study at Stanford says that gasoline prices rise, and that the fairway by the belt is a classroom."
    )

    assert article_of(f"{line}\n\n{story}\n\n{story}").head.dateline is None


def test_lines_of_dashes_part_the_story() -> None:
    first, second, third = STORIES["no dateline"][1:]

    article = article_of("\n".join([STORIES["no dateline"][0], first, "- - -", second, "==========", third]))

    assert [type(block).__name__ for block in article.body] == ["Paragraph", "ThematicBreak"] * 2 + ["Paragraph"]
