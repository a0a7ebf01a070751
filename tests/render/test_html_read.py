"""Blocks from XHTML: ours comes back as it was, and of others' no word is lost."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

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
    Code,
    Emphasis,
    LineBreak,
    Link,
    Quotation,
    Ruby,
    Span,
    Strike,
    Strong,
    Time,
    Underline,
)
from converter.model.words import plain_text
from converter.render.html_read import XHTML, Hypertext
from converter.render.html_write import Xhtml
from tests.articles import full_article
from tests.newsformats.law import blocks


def read(markup: str, lang: str | None = None) -> tuple[list[Any], Context]:
    context = Context(Source("story.html"))
    root = etree.fromstring(f'<body xmlns="{XHTML}">{markup}</body>')
    return list(Hypertext(context, lang=lang).blocks(root)), context


def p(*content: Any) -> Paragraph:
    return Paragraph(content)


def test_what_we_write_comes_back() -> None:
    story = full_article().body
    lines = Xhtml(Article(story), Context(Source("x")), "newsml").body(story, "  ")

    assert tuple(read("\n".join(lines))[0]) == blocks(story)


@pytest.mark.parametrize(
    ("markup", "inlines"),
    [
        ("<b>a</b>", (Strong(("a",)),)),
        ("<i>a</i>", (Emphasis(("a",)),)),
        ("<del>a</del><ins>b</ins>", (Strike(("a",)), Underline(("b",)))),
        ("<kbd>a</kbd>", (Code(("a",)),)),
        ("<font><big>a</big></font> b", ("a b",)),
        ("<q>a</q>", (Quotation(("“a”",)),)),
        ('<em lang="fr">a</em>', (Span((Emphasis(("a",)),), "fr"),)),
        ('<bdo dir="rtl">a</bdo>', (Span(("a",), dir="rtl"),)),
        ('<time datetime="2024-05-22 06:00">a</time>', (Time(("a",), "2024-05-22T06:00"),)),
        ('<time datetime="P2D">a</time>', (Time(("a",)),)),
        ('<acronym title="b">a</acronym>', (Abbreviation(("a",), "b"),)),
        ("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>", (Ruby(("漢",), ("かん",)), Ruby(("字",), ("じ",)))),
        ('<a href="x"><a href="y">a</a></a>', (Link(("a",), "y"),)),
        ('<a name="x">a</a>', ("a",)),
        ("a<wbr/>b", ("ab",)),
        ("a<br/>b", ("a", LineBreak(), "b")),
        ("<b></b>a", ("a",)),
    ],
)
def test_inline_of_others_is_known(markup: str, inlines: Any) -> None:
    assert read(f"<p>{markup}</p>")[0] == [Paragraph(inlines)]


def test_quotation_marks_are_those_of_the_language() -> None:
    assert read("<p><q>a</q></p>", "de-AT")[0] == [p(Quotation(("„a“",)))]


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        ("bare <b>text</b>", [p("bare ", Strong(("text",)))]),
        ("<div>a<div>b</div>c</div>", [p("a"), p("b"), p("c")]),
        ("<p>a<ul><li>b</li></ul>c</p>", [p("a"), List((Item((p("b"),)),)), p("c")]),
        ("<p> </p><p><br/></p>", []),
        ("<h1>a</h1><h3>b</h3>", [Heading(("a",)), Heading(("b",), 2)]),
        ("<unknown><p>a</p></unknown>", [p("a")]),
        ("<blockquote>a<cite>Ann</cite></blockquote>", [Quote((p("a"),), ("Ann",))]),
        ("<ul>stray<li>a</li><ul><li>b</li></ul></ul>", [
            List((Item((p("a"), List((Item((p("b"),)),)))),)), p("stray"),
        ]),
        ("<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>", [List((Item((p("a"), p("b"))), Item((p("c"),))))]),
        (
            '<table><tr><td align="right" colspan="0">a</td></tr>stray</table>',
            [Table((Row((Cell((p("a"),), align="end"),)),)), p("stray")],
        ),
        ('<p>a <img src="b.jpg" alt="c"/> d</p>', [p("a  d"), Figure((MediaReference("b.jpg"),), alt="c")]),
        ('<a href="x"><p>a</p></a>', [p(Link(("a",), "x"))]),
        ("<pre>\n a\n</pre>", [Preformatted((" a\n",))]),
        ("<hr/>", [ThematicBreak()]),
        ("<aside><p>a</p></aside>", [p("a")]),
        ('<aside class="note x">a</aside>', [Note((p("a"),))]),
        ("<p hidden=''>a</p>", [Furniture((p("a"),), "hidden", "hidden")]),
        ('<div style="display: none">a</div>', [Furniture((p("a"),), "hidden", "hidden")]),
        ('<iframe src="x">a</iframe>', [Foreign(('<iframe src="x">a</iframe>',), "text/html")]),
        ('<button>Share</button>', [Furniture((p("Share"),), "form", "form-control")]),
        (
            '<figure><video><source src="a.mp4" type="video/mp4"/></video><figcaption>b</figcaption>c</figure>',
            [Figure((MediaReference("a.mp4", "video/mp4"),), ("b",)), p("c")],
        ),
        ("<figure><table><tr><td>a</td></tr></table></figure>", [Table((Row((Cell((p("a"),)),)),))]),
        ('<p id="a">b</p><p id="a">c</p><p id="1">d</p>', [Paragraph(("b",), id="a"), p("c"), p("d")]),
    ],
)  # fmt: skip
def test_block_of_others_is_known(markup: str, made: list[Any]) -> None:
    assert read(markup)[0] == made


def test_script_and_style_are_dropped_with_a_notice() -> None:
    made, context = read("<script>x()</script><p>a<style>b</style></p><script/>")

    assert made == [p("a")]
    assert [dict(notice.facts) for notice in context.notices] == [
        {"what": "script", "count": "2"},
        {"what": "style", "count": "1"},
    ]


def test_no_word_of_nested_oddities_is_lost() -> None:
    markup = (
        "<table>1<caption>2<p>3</p></caption><tbody>4<tr>5<td>6<table><tr><td>7</td></tr></table></td></tr></tbody></table>"
        "<ol>8<li>9<h2>10</h2><p>11<blockquote>12<footer>13</footer>14</blockquote></p></li>15</ol>"
        "<figure>16<figcaption>17<p>18</p></figcaption></figure><details><summary>19</summary>20</details>"
        "<form>21<label>22</label><select><option>23</option></select></form><ruby>24<rb>25</rb><rt>26</rt></ruby>"
        "<video>27</video><picture>28<img src='x'/></picture><dl>29<dt>30</dt><dd>31</dd></dl><noscript>32</noscript>"
    )

    made, _ = read(markup)

    words = plain_text(tuple(made))
    assert [number for number in range(1, 33) if str(number) not in words] == []
