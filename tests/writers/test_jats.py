"""JATS as it is written; `tests/judges/test_jats.py` holds it to the DTD."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from converter import model
from converter.formats.records import Context, NoOptions, Source
from converter.model.article import Article
from converter.model.block import Cell, Heading, Item, Paragraph, Row
from converter.model.head import Byline, Date, Dateline, Head, Headline, Party
from converter.render.visible_text import printed_texts
from converter.writers.jats import write
from tests.articles import full_article
from tests.strategies import articles


def written(*body: Any, head: Head | None = None, **fields: Any) -> tuple[etree._Element, Context]:
    """Return the document's root, and what was said."""
    context = Context(Source("story.txt"))
    return parsed(write(Article(body, head or Head(), **fields), NoOptions(), context)), context


def parsed(document: bytes) -> etree._Element:
    return etree.fromstring(document, etree.XMLParser(load_dtd=False, no_network=True))


def body_of(root: etree._Element) -> str:
    """Return the body without its element, and without what parts lines."""
    markup = str(etree.tostring(root.find("body"), encoding="unicode"))  # type: ignore[arg-type]
    return re.sub(r"\n *|</?body[^>]*>| xmlns:xlink=\"[^\"]*\"", "", markup)


def p(*content: Any, **placed: Any) -> Paragraph:
    return Paragraph(content, **placed)


def losses(context: Context) -> list[str]:
    return [notice.code for notice in context.notices if notice.kind == "loss"]


def test_sections_follow_the_levels_of_headings() -> None:
    root, _ = written(p("a"), Heading(("B",)), p("b"), Heading(("C",), 3), p("c"), Heading(("D",), 2), Heading(("E",)))

    assert body_of(root) == (
        '<p>a</p><sec sec-type="level-1"><title>B</title><p>b</p><sec sec-type="level-3"><title>C</title><p>c</p></sec>'
        '<sec sec-type="level-2"><title>D</title></sec></sec><sec sec-type="level-1"><title>E</title></sec>'
    )


def test_front_says_who_when_and_what() -> None:
    root = parsed(write(full_article(), NoOptions(), Context(Source("-"))))
    story = root.find("front/article-meta")
    assert story is not None

    assert root.findtext("front/journal-meta/journal-title-group/journal-title") == "Example News"
    assert story.findtext("article-id") == "urn:newsml:example.com:20240522:harbour-bridge"
    assert [name.text for name in story.iter("string-name")] == ["Ann Example", "Bo Sample"]
    assert [day.get("iso-8601-date") for day in story.findall("pub-date")] == ["2024-05-22T18:30:00+01:00"]
    assert [day.get("date-type") for day in story.findall("history/date")] == ["created", "modified", "embargoed"]
    assert [word.text for word in story.findall("kwd-group[@kwd-group-type='author']/kwd")] == ["bridge", "Sample Bay"]
    assert {each.findtext("meta-name"): each.findtext("meta-value") for each in story.iter("custom-meta")}[
        "urgency"
    ] == "4"


def test_authors_are_the_names_in_the_bylines_where_nothing_else_says_who() -> None:
    root, _ = written(p("x"), head=Head(bylines=(Byline(("By Ann Example, transport editor",)),)))

    assert [name.text for name in root.iter("string-name")] == ["Ann Example"]
    assert body_of(root) == '<p content-type="byline">By Ann Example, transport editor</p><p>x</p>'


def test_story_without_provider_headline_or_language_invents_none() -> None:
    root, context = written(p("Rain fell on Sunday."))

    assert root.find("front/journal-meta") is None
    assert root.findtext("front/article-meta/title-group/article-title") == "Rain fell on Sunday."
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "und"
    assert [notice.code for notice in context.notices] == ["language-unidentified", "label-made"]


def test_headline_of_a_control_character_is_shown_by_its_sign() -> None:
    root, context = written(p("Rain."), head=Head(headlines=(Headline((model.Char(0x1C),)),)), lang="en")

    assert root.findtext("front/article-meta/title-group/article-title") == "\N{REPLACEMENT CHARACTER}"
    assert context.notices == ()


def test_dateline_runs_into_the_first_paragraph() -> None:
    head = Head(dateline=Dateline(("NAIROBI –",)))

    assert body_of(written(p("Rain."), head=head)[0]) == "<p>NAIROBI – Rain.</p>"
    assert body_of(written(Heading(("A",)), head=head)[0]).startswith('<p content-type="dateline">NAIROBI –</p><sec ')


@pytest.mark.parametrize(
    ("content", "markup"),
    [
        ((model.Emphasis(("a", model.Strong(("b",)))),), "<italic>a<bold>b</bold></italic>"),
        ((model.Span(("мост",), "ru"),), '<named-content content-type="span" xml:lang="ru">мост</named-content>'),
        ((model.Ruby(("漢",), ("かん",)),), "<ruby><rb>漢</rb><rt>かん</rt></ruby>"),
        ((model.Link((model.Abbreviation(("a",), "b"),), "https://example.com/"),), None),
        ((model.Link(("a",), "#x"), model.Ref(("1",), "none")), '<xref rid="x">a</xref>1'),
        ((model.Link(("a",), "javascript:x"),), "a"),
        (("a", model.LineBreak(), "b", model.Char(1)), "a b\ufffd"),
    ],
)
def test_text(content: Any, markup: str | None) -> None:
    made = body_of(written(Paragraph(content, id="x"))[0])

    if markup is None:
        markup = '<ext-link ext-link-type="uri" xlink:href="https://example.com/">a</ext-link>'
    assert made == f'<p id="x">{markup}</p>'


def test_blocks_stand_where_jats_lets_them() -> None:
    quote = model.Quote((p("q"),), ("Dora",))
    note = model.Note((quote,), id="n")
    table = model.Table((Row((Cell((quote,)), Cell((p("a"), model.List((Item((p("b"),)),))), header=True))), Row(())))
    root, _ = written(model.List((Item((quote,)), Item(()))), table, note, p(model.Ref(("1",), "n")), model.List(()))
    quoted = "<disp-quote><p>q</p><attrib>Dora</attrib></disp-quote>"
    listed = '<list list-type="bullet"><list-item><p>b</p></list-item></list>'

    assert body_of(root) == (
        f'<list list-type="bullet"><list-item><p>{quoted}</p></list-item><list-item><p/></list-item></list>'
        f"<table-wrap><table><tbody><tr><td><p>{quoted}</p></td><th><p>a</p>{listed}</th></tr></tbody></table></table-wrap>"
        '<p><xref ref-type="fn" rid="n">1</xref></p>'
    )
    note_markup = str(etree.tostring(root.find("back/fn-group/fn"), encoding="unicode", with_tail=False))  # type: ignore[arg-type]
    assert note_markup.endswith(f'id="n"><p>{quoted}</p></fn>')


def test_table_of_a_head_alone_is_a_table() -> None:
    root, _ = written(model.Table((), (Row((Cell((p("a"),), header=True),)),)))

    assert body_of(root) == "<table-wrap><table><tbody><tr><th>a</th></tr></tbody></table></table-wrap>"


def test_figure_has_its_first_rendition_and_what_it_shows() -> None:
    media = (model.MediaReference("a.jpg", "image/jpeg"), model.MediaReference("b.jpg"))
    root, context = written(model.Figure(media, ("Dawn.",), ("Eve",), "A bridge"))

    assert body_of(root) == (
        '<fig><caption><p>Dawn.</p></caption><graphic xlink:href="a.jpg" mimetype="image" mime-subtype="jpeg">'
        "<alt-text>A bridge</alt-text></graphic><attrib>Eve</attrib></fig>"
    )
    assert losses(context) == ["value-not-carried"]


def test_what_may_not_be_used_says_so_and_dates_without_a_year_are_noticed() -> None:
    head = Head(dates=(Date("published", "--05-22"), Date("embargoed", None)), parties=(Party("A", "provider"),))
    root, context = written(p("x"), head=head, status="canceled")

    assert [each.text for each in root.findall("body/p[@content-type='warning']")] == [
        "Canceled: not for publication",
        "Embargoed until further notice",
    ]
    assert root.find(".//pub-date") is None
    assert losses(context) == ["value-not-carried"]


def test_headline_and_its_kin() -> None:
    head = Head((Headline(("A ", model.Strong(("b",)))), Headline(("c",), "sub"), Headline(("d",), "kicker")))
    titles = written(p("x"), head=head)[0].find("front/article-meta/title-group")

    assert [each.tag for each in titles] == ["article-title", "subtitle", "alt-title"]  # type: ignore[union-attr]


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_any_article_is_well_formed_and_has_its_words(article: Article) -> None:
    root = parsed(write(article, NoOptions(), Context(Source("-"))))

    shown = re.sub(r"\s", "", "".join(map(str, root.itertext())))
    for text in printed_texts(article.replace(head=article.head.replace(headlines=()))):
        for piece in re.split(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufffe\uffff]+", text):
            for word in piece.split():
                assert word in shown
