"""One story in many clothes is the same story, however its lines are parted, indented or wrapped: `clothes.txt`."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.article import Article, plain_text
from tests.plaintext.reading import article_of, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Callable

STORIES = {
    name: lines.splitlines()
    for section in (Path(__file__).parent / "clothes.txt").read_text("utf-8").removeprefix("# ").split("\n# ")
    for name, _, lines in (section.partition("\n"),)
}


def _wrapped(line: str, indent: str = "") -> str:
    return textwrap.fill(line, 72, initial_indent=indent, break_on_hyphens=False, break_long_words=False)


CLOTHES: dict[str, Callable[[list[str]], str]] = {
    "a blank line between": "\n\n".join,
    "three blank lines between": "\n\n\n\n".join,
    "lines of no-break spaces between": "\n\xa0\n".join,
    "lines of zero-width spaces between": "\n\u200b\n".join,
    "lines of Windows": "\r\n\r\n".join,
    "blanks at the ends": lambda lines: "".join(f"{line}   \n" for line in lines),
    "blanks above and below": lambda lines: "\n\n\n" + "\n".join(lines) + "\n\n\n",
    "all indented": lambda lines: "".join(f"    {line}\n" for line in lines),
    "all indented by a tab": lambda lines: "".join(f"\t{line}\n" for line in lines),
    "all but the headline indented": lambda lines: "\n    ".join(lines),
    "all but the headline indented by a tab": lambda lines: "\n\t".join(lines),
    "indented by no-break spaces": lambda lines: "".join(f"\xa0\xa0{line}\n" for line in lines),
    "indented by ideographic blanks": lambda lines: "".join(f"\u3000\u3000{line}\n" for line in lines),
    "behind marks of direction": lambda lines: "".join(f"\u200e{line}\u200e\n" for line in lines),
    "a byte-order mark": lambda lines: "\ufeff" + "\n".join(lines),
    "headline underlined": lambda lines: "\n".join([lines[0], "=" * len(lines[0]), *lines[1:]]),
    "headline above a line of dashes": lambda lines: "\n\n".join([lines[0], "-----", *lines[1:]]),
    "below a line of dashes": lambda lines: "\n".join(["----------", *lines]),
    "below its address": lambda lines: "\n".join(["https://news.example.com/2025/05/03/a-story", *lines]),
    "below its address behind a label": lambda lines: "\n".join(["URL: https://news.example.com/a-story", *lines]),
    "above its address behind a label": lambda lines: "\n\n".join([*lines, "Link: https://news.example.com/a-story"]),
    "below the words of its address": lambda lines: "\n".join(["a-story-of-this-day", *lines]),
    "below its path": lambda lines: "\n".join(["Home > News > World", *lines]),
    "buttons below the headline": lambda lines: "\n".join([lines[0], "Share", "Tweet", "Email", *lines[1:]]),
    "a moment below the headline": lambda lines: "\n".join([lines[0], "Updated 3:45 PM EDT, May 3, 2024", *lines[1:]]),
    "headline twice": lambda lines: "\n".join([lines[0], *lines]),
    "wrapped, a blank line between": lambda lines: "\n\n".join(map(_wrapped, lines)),
    "wrapped, a headline and indents": lambda lines: "\n".join(
        [lines[0], *(_wrapped(line, "    ") for line in lines[1:])]
    ),
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
@pytest.mark.parametrize("clothes", CLOTHES)
def test_the_story_is_the_same_in_other_clothes(clothes: str, story: str) -> None:
    lines = STORIES[story]
    plain = _told(article_of("\n".join(lines)))
    assert plain["headlines"] == lines[:1]

    assert _told(article_of(CLOTHES[clothes](lines))) == plain


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
