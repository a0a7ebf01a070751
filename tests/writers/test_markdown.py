"""Markdown as it is written, block by block; `test_markdown_law.py` holds any text to a parser."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from converter import model
from converter.formats.records import Context, Source
from converter.formats.registry import find_writer
from converter.model.article import Article
from converter.model.block import Cell, Item, Note, Paragraph, Row
from converter.model.head import Byline, Date, Dateline, Head, Headline
from converter.model.inline import Ref
from converter.testing import check_writer
from converter.writers.markdown import write
from converter.writers.markdown.options import MarkdownOptions
from tests.articles import full_article


def markdown(*body: Any, head: Head | None = None, **fields: Any) -> tuple[str, Context]:
    """Return the Markdown without its front matter, and what was said."""
    names = {"html", "headline"}
    options = MarkdownOptions(front_matter=False, **{name: fields.pop(name) for name in names & set(fields)})
    context = Context(Source("story.txt"))
    return write(Article(body, head or Head(), **fields), options, context).decode(), context


def p(*content: Any, **placed: Any) -> Paragraph:
    return Paragraph(content, **placed)


def row(*words: str, header: bool = False, align: Any = None) -> Row:
    return Row(tuple(Cell((p(each),), header, align=align) for each in words))


def codes(context: Context) -> list[str]:
    return [notice.code for notice in context.notices]


def test_writer_keeps_the_contract() -> None:
    check_writer(find_writer("markdown"), [full_article(), Article((p("x"),)), Article(())])


# ── The whole ──


def test_front_matter_says_who_when_and_what() -> None:
    front = yaml.safe_load(write(full_article(), MarkdownOptions(), Context(Source("-"))).decode().split("---\n")[1])

    assert front["title"] == "Harbour Bridge Reopens After “Long Silence”"
    assert front["author"] == ["Ann Example"]
    assert front["date"] == "2024-05-22T18:30:00+01:00"
    assert front["lang"] == "en-GB"
    assert front["version"] == 2
    assert front["related"] == [{"title": "The bridge closes", "url": "https://example.com/bridge-closes"}]


@pytest.mark.parametrize(
    "words", ["yes", "1e3", "a: b", "# x", "'\"\\", "---", "{a}", "\u2028\x85\x7f\ufeff", "~", "\t"]
)
def test_words_of_the_front_matter_are_words(words: str) -> None:
    article = Article((p("x"),), Head(keywords=(model.Keyword(words),), slug=model.Slug(words)))
    front = yaml.safe_load(write(article, MarkdownOptions(), Context(Source("-"))).decode().split("\n---\n")[0][4:])

    assert front["keywords"] == [words]
    assert front["slug"] == words


def test_headlines_stand_above_the_story_unless_they_are_not_wanted() -> None:
    head = Head(
        headlines=(Headline(("Bridge # 1 #",)), Headline(("Ferries slow",), "sub"), Headline(("Transport",), "kicker")),
        bylines=(Byline(("By Ann Example",)),),
        dateline=Dateline(("SAMPLE BAY –",)),
    )

    assert markdown(p("It opened."), head=head)[0] == (
        "Transport\n\n# Bridge # 1 \\#\n\nFerries slow\n\nBy Ann Example\n\nSAMPLE BAY – It opened.\n"
    )
    assert markdown(p("It opened."), head=head, headline=False)[0].startswith("By Ann Example\n")


def test_story_that_may_not_be_used_says_so_first() -> None:
    embargo = Head(dates=(Date("embargoed", "2024-05-24T11:00:00Z"),))

    assert markdown(p("x"), status="canceled")[0].startswith("**Canceled: not for publication**\n")
    assert markdown(p("x"), head=embargo)[0].startswith("**Embargoed until 24 May 2024, 11:00 UTC**\n")


# ── Text ──


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (("snake_case * 2 [a](b)",), r"snake\_case \* 2 \[a\](b)"),
        (("AT&T <x> 1 < 2 &amp;",), r"AT&T \<x> 1 < 2 \&amp;"),
        (("# a",), r"\# a"),
        (("1. a",), r"1\. a"),
        (("- a",), r"\- a"),
        (("Wow!", model.Link(("a",), "https://example.com/(x)")), r"Wow\![a](https://example.com/\(x\))"),
        ((model.Strong(("“Kenya”",)), " said"), "**“Kenya”** said"),
        ((model.Strong(("“Kenya”",)), "s"), "<strong>“Kenya”</strong>s"),
        ((model.Emphasis(("a ",)), "b"), "<em>a </em>b"),
        ((model.Strong((model.Emphasis(("a",)),)),), "<strong>*a*</strong>"),
        ((model.Code(("a`b",)),), "``a`b``"),
        (("a", model.LineBreak(), "- b"), "a\\\n\\- b"),
        ((model.Span(("мост",), "ru"),), '<span lang="ru">мост</span>'),
        (("a\u202eb", model.Char(1)), "a&#x202E;b\ufffd"),
        ((model.Link(("a",), "javascript:x"),), "a"),
    ],
)
def test_text_of_a_paragraph(content: Any, line: str) -> None:
    assert markdown(Paragraph(content))[0] == f"{line}\n"


def test_without_html_marks_are_plain_words_and_counted() -> None:
    content = (model.Underline(("a",)), model.Ruby(("漢",), ("かん",)), "b", model.Strong(("“c”",)), "d")

    written, context = markdown(Paragraph(content), html=False)

    assert written == "a漢 (かん)b“c”d\n"
    assert [(notice.code, dict(notice.facts)["count"]) for notice in context.notices] == [("markup-folded", "3")]


# ── Blocks ──


def test_lists_side_by_side_stay_two() -> None:
    one = model.List((Item((p("a"),)),))
    number = model.List((Item((p("b"),)),), ordered=True, start=7)

    assert markdown(one, one, number, number)[0] == "- a\n\n+ a\n\n7. b\n\n7) b\n"


def test_entry_of_several_blocks_is_parted_by_blank_lines() -> None:
    inner = model.List((Item((p("c"),)),))
    block = model.List((Item((p("a"), p("b"))), Item((inner,)), Item(())))

    assert markdown(block)[0] == "- a\n\n  b\n\n-\n  - c\n\n-\n"


def test_simple_table_has_bars() -> None:
    table = model.Table(
        (row("a|b", "1", align="end"),), (row("Who", "What", header=True, align="end"),), caption=("Tolls",)
    )

    assert markdown(table)[0] == "Tolls\n\n| Who | What |\n| --: | --: |\n| a\\|b | 1 |\n"


def test_table_that_bars_cannot_say_is_html_or_folded() -> None:
    wide = model.Table((Row((Cell((p("a\n\nb"),), colspan=2),)), row("c", "d")))

    assert '<td colspan="2">a&#10;&#10;b</td>' in markdown(wide)[0]
    written, context = markdown(wide, html=False)
    assert written == "|  |  |\n| --- | --- |\n| a  b |  |\n| c | d |\n"
    assert codes(context) == ["markup-folded"]


def test_footnote_that_is_pointed_at_stands_at_the_end() -> None:
    written, _ = markdown(
        p("a", Ref((model.Superscript(("1",)),), "n")), Note((p("b"), p("c")), id="n"), Note((p("d"),)), p("e")
    )

    assert written == "a[^1]\n\nd\n\ne\n\n[^1]: b\n\n    c\n"


def test_language_and_direction_of_a_block_stand_around_it() -> None:
    assert markdown(p("سلام", lang="fa", dir="rtl"))[0] == '<div lang="fa" dir="rtl">\n\nسلام\n\n</div>\n'


def test_name_of_a_block_is_written_where_something_leads_to_it() -> None:
    written, context = markdown(p("a", id="x"), p(model.Link(("b",), "#x")), p("c", id="y"))

    assert written == '<div id="x">\n\na\n\n</div>\n\n[b](#x)\n\nc\n'
    assert codes(context) == ["not-carried"]


def test_picture_quote_break_and_foreign_markup() -> None:
    figure = model.Figure((model.MediaReference("a b.jpg"),), ("Dawn.",), ("Eve",), "A [bridge]")
    quote = model.Quote((p("It is built."),), ("Dora",))

    written, context = markdown(figure, quote, model.ThematicBreak(), model.Foreign(("<b>```",), "text/html"))

    assert written == (
        "![A \\[bridge\\]](a%20b.jpg)\n\nDawn. Eve\n\n> It is built.\n>\n> — Dora\n\n***\n\n````html\n<b>```\n````\n"
    )
    assert codes(context) == ["foreign-as-text"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert markdown(model.Preformatted(("a  \n\n b",)))[0] == "```\na  \n\n b\n```\n"
