"""The XHTML body: every block and inline, what is folded, and that it is inert."""

from __future__ import annotations

from typing import Any

import pytest

from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import (
    Cell,
    Figure,
    Foreign,
    Furniture,
    Heading,
    Item,
    List,
    MediaReference,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Row,
    Table,
    ThematicBreak,
)
from converter.model.inline import (
    Abbreviation,
    Char,
    Code,
    Emphasis,
    LineBreak,
    Link,
    Mention,
    Quotation,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Time,
    Underline,
)
from converter.render.html_write import Xhtml, language_tag


def lines(*blocks: Any) -> tuple[list[str], Context]:
    context = Context(Source("story.txt"))
    return Xhtml(Article(blocks), context, "newsml").body(blocks), context


def p(*content: Any) -> Paragraph:
    return Paragraph(content)


@pytest.mark.parametrize(
    ("inline", "markup"),
    [
        (Emphasis(("a",)), "<em>a</em>"),
        (Strong(("a",)), "<strong>a</strong>"),
        (Underline(("a",)), "<u>a</u>"),
        (Strike(("a",)), "<s>a</s>"),
        (Subscript(("a",)), "<sub>a</sub>"),
        (Superscript(("a",)), "<sup>a</sup>"),
        (Code(("a < b",)), "<code>a &lt; b</code>"),
        (Link(("a",), "https://example.com/?b=1&c=2"), '<a href="https://example.com/?b=1&amp;c=2">a</a>'),
        (Link(("a",), "https://example.com/", "b"), '<a href="https://example.com/" title="b">a</a>'),
        (Link(("a",), "#first"), '<a href="#first">a</a>'),
        (Ref(("1",), "n1"), '<a href="#n1" class="ref">1</a>'),
        (Quotation(("“a”",)), '<span class="q">“a”</span>'),
        (
            Quotation(("“a”",), "she", "said", "Ann", 2),
            '<span class="q" data-speaker="she" data-verb="said" data-speaker-name="Ann" data-quotation="2">“a”</span>',
        ),
        (Mention(("a",), "e1"), '<span class="mention" data-ref="e1">a</span>'),
        (Mention(("a",)), '<span class="mention">a</span>'),
        (Time(("a",), "--05-22"), '<time datetime="--05-22">a</time>'),
        (Time(("a",)), '<span class="time">a</span>'),
        (Abbreviation(("a",), "All"), '<abbr title="All">a</abbr>'),
        (Span(("a",), "sw"), '<span lang="sw" xml:lang="sw">a</span>'),
        (Span(("a",), dir="rtl"), '<span dir="rtl">a</span>'),
        (Ruby(("漢",), ("かん",)), "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>"),
        (LineBreak(), "<br/>"),
        (Char(1), "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_inline_has_its_element(inline: Any, markup: str) -> None:
    written, context = lines(p("x ", inline, " y"))

    assert written == [f"<p>x {markup} y</p>"]
    assert context.notices == ()


def test_pointer_to_a_note_says_that_it_is_one() -> None:
    written, _ = lines(p(Ref(("1",), "n1")), Note((p("Words."),), id="n1"))

    assert written == [
        '<p><a href="#n1" class="ref" role="doc-noteref">1</a></p>',
        '<aside class="note" id="n1"><p>Words.</p></aside>',
    ]


@pytest.mark.parametrize(
    ("block", "markup"),
    [
        (p("a"), ["<p>a</p>"]),
        (Paragraph(("a",), id="x", lang="el", dir="ltr"), ['<p id="x" lang="el" xml:lang="el" dir="ltr">a</p>']),
        (Heading(("a",)), ["<h2>a</h2>"]),
        (Heading(("a",), 5), ["<h6>a</h6>"]),
        (
            Quote((p("a"),), ("the White House",), cite="https://example.com/"),
            [
                '<blockquote cite="https://example.com/">',
                "  <p>a</p>",
                "  <footer>— the White House</footer>",
                "</blockquote>",
            ],
        ),
        (Quote((p("a"),), ("— Ann",)), ["<blockquote>", "  <p>a</p>", "  <footer>— Ann</footer>", "</blockquote>"]),
        (List((Item((p("a"),)), Item(()))), ["<ul>", "  <li><p>a</p></li>", "  <li></li>", "</ul>"]),
        (List((Item((p("a"),)),), True, 3), ['<ol start="3">', "  <li><p>a</p></li>", "</ol>"]),
        (
            List((Item((p("a"), List((Item((p("b"),)),)))),)),
            [
                "<ul>",
                "  <li>",
                "    <p>a</p>",
                "    <ul>",
                "      <li><p>b</p></li>",
                "    </ul>",
                "  </li>",
                "</ul>",
            ],
        ),
        (
            Table(
                (Row((Cell((p("a"),), align="end"), Cell((p("b"), p("c")), rowspan=2))),),
                (Row((Cell((p("h"),), True, "col", colspan=2),)),),
                caption=("t",),
            ),
            [
                "<table>",
                "  <caption>t</caption>",
                '  <thead><tr><th scope="col" colspan="2">h</th></tr></thead>',
                '  <tbody><tr><td class="align-end">a</td><td rowspan="2"><p>b</p><p>c</p></td></tr></tbody>',
                "</table>",
            ],
        ),
        (
            Figure((MediaReference("media/r.jpg", width=6, height=4),), ("A man.",), ("Ann",), "A man"),
            [
                "<figure>",
                '  <img src="media/r.jpg" alt="A man" width="6" height="4"/>',
                '  <figcaption>A man. <span class="credit">Ann</span></figcaption>',
                "</figure>",
            ],
        ),
        (
            Figure((MediaReference("a.mp4", "video/mp4"),), alt="A man"),
            [
                "<figure>",
                '  <video src="a.mp4" controls="controls" aria-label="A man" data-type="video/mp4"></video>',
                "</figure>",
            ],
        ),
        (
            Figure((MediaReference("a.ogg", "audio/ogg"),)),
            ["<figure>", '  <audio src="a.ogg" controls="controls" data-type="audio/ogg"></audio>', "</figure>"],
        ),
        (Figure((), alt="A man"), ['<figure aria-label="A man">', "</figure>"]),
        (Preformatted(("a\n  b",)), ["<pre>a\n  b</pre>"]),
        (Preformatted(("\na",)), ["<pre>\n\na</pre>"]),
        (ThematicBreak(), ["<hr/>"]),
        (ThematicBreak(("***",)), ['<hr data-mark="***"/>']),
        (Note((p("a"),), "correction"), ['<aside class="note correction"><p>a</p></aside>']),
        (Note((p("a"), p("b"))), ['<aside class="note">', "  <p>a</p>", "  <p>b</p>", "</aside>"]),
        (Furniture((p("Read More"),), "related"), []),
    ],
)
def test_block_has_its_element(block: Any, markup: list[str]) -> None:
    written, context = lines(block)

    assert written == markup
    assert context.notices == ()


@pytest.mark.parametrize("around", [Quote, Note, lambda blocks: List((Item(blocks),))])
def test_furniture_inside_a_block_is_not_written(around: Any) -> None:
    written, _ = lines(around((p("a"), Furniture((p("Read More"),), "related"))))

    assert "Read More" not in "".join(written)


def test_foreign_markup_is_shown_as_its_text() -> None:
    written, context = lines(Foreign(('<b onclick="x()">',), "text/html"))

    assert written == ['<p class="foreign" data-type="text/html">&lt;b onclick="x()"&gt;</p>']
    assert [notice.code for notice in context.notices] == ["foreign-as-text"]


def test_sixth_level_shares_the_fifth_with_a_notice() -> None:
    written, context = lines(Heading(("a",), 6))

    assert written == ["<h6>a</h6>"]
    assert [(notice.code, notice.where) for notice in context.notices] == [("heading-level-folded", "block 1")]


def test_notices_name_the_block_of_the_body() -> None:
    _, context = lines(p("a"), List((Item((p(Link(("b",), "javascript:alert(1)")),)),)))

    assert [(notice.code, notice.where) for notice in context.notices] == [("link-as-text", "block 2")]


def test_picture_that_may_not_be_named_leaves_its_caption_with_a_notice() -> None:
    written, context = lines(Figure((MediaReference("javascript:alert(1)"),), ("Fog.",)))

    assert written == ["<figure>", "  <figcaption>Fog.</figcaption>", "</figure>"]
    assert [notice.code for notice in context.notices] == ["value-not-carried"]


def test_second_rendition_is_noticed_as_lost() -> None:
    written, context = lines(Figure((MediaReference("a.jpg"), MediaReference("b.jpg"))))

    assert written == ["<figure>", '  <img src="a.jpg" alt=""/>', "</figure>"]
    assert [dict(notice.facts)["value"] for notice in context.notices] == ["b.jpg"]


def test_address_of_a_quoted_document_is_held_to_the_same_list_as_links() -> None:
    written, context = lines(Quote((p("a"),), cite="javascript:alert(1)"))

    assert written[0] == "<blockquote>"
    assert [notice.code for notice in context.notices] == ["value-not-carried"]


@pytest.mark.parametrize(
    "tag", ["en", "en-GB", "zh-Hant-TW", "sr-Latn", "de-CH-1996", "x-klingon", "i-klingon", "en-x-a"]
)
def test_language_tag_that_is_well_formed_is_kept(tag: str) -> None:
    assert language_tag(tag) == tag


@pytest.mark.parametrize("tag", [None, "e", "en-a", "english-uk-", "abcdefghi", "12"])
def test_language_tag_that_is_not_is_none(tag: str | None) -> None:
    assert language_tag(tag) is None


def test_mark_of_a_note_that_is_not_printed_is_no_reference_to_a_note() -> None:
    note = Note((Paragraph(("Weight is measured at the gate.",)),), id="n1")
    article = Article((Paragraph((Ref(("1",), "n1"),)), Furniture((note,), "related")))

    lines = Xhtml(article, Context(Source("-")), "html").body(article.body)

    assert lines == ['<p><a href="#n1" class="ref">1</a></p>']
