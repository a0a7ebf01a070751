"""NITF 3.6: what each field and block becomes, and what is said to be lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from converter.core.errors import CannotWrite
from converter.core.notices import Notice
from converter.formats.losses import note_losses
from converter.formats.records import Context, Record, Source
from converter.formats.registry import find_writer
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
from converter.model.head import (
    Byline,
    Date,
    Dateline,
    Entity,
    Genre,
    Head,
    Headline,
    Keyword,
    Party,
    Property,
    Related,
    Revision,
    Rights,
    Slug,
    Subject,
    Urgency,
)
from converter.model.inline import (
    Abbreviation,
    Char,
    Code,
    Emphasis,
    Link,
    Mention,
    Quotation,
    Ruby,
    Span,
    Strong,
    Superscript,
    Time,
)
from converter.writers.nitf import write
from converter.writers.nitf.options import NitfOptions
from tests.articles import full_article
from tests.strategies import articles

RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00", generator_version="0.0.0")
NAMES = {"n": "http://iptc.org/std/NITF/2006-10-18/"}


class Made:
    """A written document, with what was said on the way."""

    def __init__(self, content: bytes, notices: tuple[Notice, ...]) -> None:
        self.content = content
        self.root = etree.fromstring(content)
        self.notices = notices

    def find(self, path: str) -> Any:
        return self.root.xpath(path, namespaces=NAMES)

    def texts(self, path: str) -> list[str]:
        return ["".join(element.itertext()) for element in self.find(path)]

    def meta(self, name: str) -> list[str]:
        return self.find(f"//n:meta[@name='{name}']/@content")  # type: ignore[no-any-return]

    def facts(self, code: str) -> list[dict[str, str]]:
        return [dict(notice.facts) for notice in self.notices if notice.code == code]

    @property
    def lost(self) -> list[tuple[str, str]]:
        counted = [(facts["what"], facts["count"]) for facts in self.facts("not-carried")]
        return counted + [(facts["field"], facts["value"]) for facts in self.facts("value-not-carried")]


def made(article: Article, *, record: Record = RECORD, options: NitfOptions | None = None) -> Made:
    context = Context(Source("story.txt"), record=record)
    note_losses(article, find_writer("nitf"), context)
    content = write(article, options or NitfOptions(), context)
    return Made(content, context.notices)


def story(head: Head | None = None, *body: Any, **fields: Any) -> Article:
    settings: dict[str, Any] = {"guid": "tag:example.com,2024:story", "lang": "en", **fields}
    return Article(body or (Paragraph(("Rain fell on Sample Bay.",)),), head or Head(), **settings)


def p(*content: Any) -> Paragraph:
    return Paragraph(content)


def body_of(*blocks: Any) -> tuple[list[str], Made]:
    """Return the lines of the body, without their indentation."""
    document = made(story(None, *blocks))
    text = document.content.decode().partition("    <body.content>\n")[2].rpartition("\n    </body.content>")[0]
    lines = text.split("\n")
    return [line.removeprefix("      ") for line in lines], document


@pytest.mark.parametrize(
    ("inline", "markup", "folded"),
    [
        (Emphasis(("a",)), "<em>a</em>", 0),
        (Strong((Code(("a",)),)), '<em class="strong"><em class="code">a</em></em>', 0),
        (Superscript(("3",)), "<num><sup>3</sup></num>", 0),
        (Superscript((Emphasis(("3",)),)), "<num><sup>3</sup></num>", 1),
        (Link(("a",), "https://example.com/", "b"), '<a href="https://example.com/" title="b">a</a>', 0),
        (Link(("a",), "javascript:x"), "a", 0),
        (Quotation(("“a”",)), "<q>“a”</q>", 0),
        (Quotation(("“a”",), "she"), "<q>“a”</q>", 0),
        (Mention(("a",), "nobody"), '<classifier type="mention" value="nobody">a</classifier>', 0),
        (Time(("now",), "2024-05-22T06:00"), '<chron norm="20240522T0600">now</chron>', 0),
        (Time(("now",), "--05-22"), "<chron>now</chron>", 1),
        (Abbreviation(("a",), "All"), '<classifier type="abbr" value="All">a</classifier>', 0),
        (Span(("a",), "sw"), '<lang xml:lang="sw">a</lang>', 0),
        (Span(("a",), dir="rtl"), "a", 0),
        (
            Ruby(("漢",), ("かん",)),
            '<ruby xmlns="http://www.w3.org/1999/xhtml">漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>',
            0,
        ),
        (Char(1), "\N{REPLACEMENT CHARACTER}", 0),
    ],
)
def test_inline_has_its_element(inline: Any, markup: str, folded: int) -> None:
    lines, document = body_of(p("x ", inline))

    assert lines == [f'<p lede="true">x {markup}</p>']
    assert sum(int(facts["count"]) for facts in document.facts("markup-folded")) == folded


@pytest.mark.parametrize(
    ("block", "markup"),
    [
        (Heading(("a",)), ["<hl2>a</hl2>"]),
        (Heading(("a",), 6), ['<hl2 class="h7">a</hl2>']),
        (
            Quote((p("a"),), ("Ann",), cite="https://example.com/"),
            [
                '<bq quote-source="https://example.com/">',
                '  <block><p lede="true">a</p></block>',
                "  <credit>Ann</credit>",
                "</bq>",
            ],
        ),
        (List((Item((Preformatted(("a",)),)),), True, 3), ['<ol seqnum="3">', "  <li><pre>a</pre></li>", "</ol>"]),
        (
            Table((Row((Cell((Preformatted(("a",)),), align="end"),)),), foot=(Row((Cell((), True, "row"),)),)),
            [
                "<table>",
                "  <colgroup><col/></colgroup>",
                '  <tfoot><tr><th class="row"></th></tr></tfoot>',
                '  <tbody><tr><td align="right"><pre>a</pre></td></tr></tbody>',
                "</table>",
            ],
        ),
        (
            Figure((MediaReference("a.jpg", "image/jpeg", size_bytes=9),), ("Fog.",), ("Eve",), "A bridge"),
            [
                '<media media-type="image">',
                '  <media-metadata name="bytes" value="9"/>',
                '  <media-reference source="a.jpg" mime-type="image/jpeg" alternate-text="A bridge"/>',
                "  <media-caption><p>Fog.</p></media-caption>",
                "  <media-producer>Eve</media-producer>",
                "</media>",
            ],
        ),
        (Figure((), ("Fog.",), ("Eve",)), ['<p class="caption">Fog.</p>', '<p class="credit">Eve</p>']),
        (Preformatted(("a\n  b",)), ["<pre>a", "  b</pre>"]),
        (Note((Preformatted(("a",)),), id="n"), ['<fn id="n"><body.content><pre>a</pre></body.content></fn>']),
        (
            Note((Preformatted(("a",)), Preformatted(("b",))), "editor"),
            [
                '<note type="std" noteclass="editorsnote" class="editor">',
                "  <body.content>",
                "    <pre>a</pre>",
                "    <pre>b</pre>",
                "  </body.content>",
                "</note>",
            ],
        ),
        (Foreign(("<b>",), "text/html"), ['<p class="foreign text/html">&lt;b&gt;</p>']),
    ],
)
def test_block_has_its_element(block: Any, markup: list[str]) -> None:
    assert body_of(block)[0] == markup


def test_only_the_first_paragraph_is_the_lede() -> None:
    assert body_of(Heading(("h",)), p("a"), p("b"))[0] == ["<hl2>h</hl2>", '<p lede="true">a</p>', "<p>b</p>"]


def test_many_columns_are_a_number() -> None:
    lines, _ = body_of(Table((Row((Cell((p("a"),), colspan=1000),)),)))

    assert '  <colgroup><col span="1000"/></colgroup>' in lines


def test_mark_of_a_break_is_lost_with_a_notice() -> None:
    lines, document = body_of(p("a"), ThematicBreak(("***",)))

    assert lines[1] == "<hr/>"
    assert document.lost == [("ThematicBreak.content", "1")]


def test_picture_without_description_is_not_said_to_be_an_image() -> None:
    lines, document = body_of(Figure((MediaReference("a.jpg"),)))

    assert lines[0] == '<media media-type="other">'
    assert document.facts("alternative-text-missing") == [{"src": "a.jpg"}]


@pytest.mark.parametrize("kind", ["person", "organisation", "place", "event"])
def test_mention_names_the_entity_in_its_own_element(kind: Any) -> None:
    document = made(story(Head(entities=(Entity("Carla", kind, id="c"),)), p(Mention(("She",), "c"))))

    entity, mention = document.find("//n:identified-content/* | //n:p/*")
    assert mention.tag == entity.tag
    assert "c" in mention.attrib.values()
    assert entity.get("id") == "c"


def test_authors_are_marked_in_the_byline_that_names_them() -> None:
    parties = (
        Party("Ann Example", "creator", uri="https://example.com/ann", job="transport editor"),
        Party("Bo Sample", "contributor", literal="bs"),
        Party("Cy Unnamed", "creator"),
    )
    head = Head(bylines=(Byline(("By Ann Example, transport editor, and Bo Sample",)),), parties=parties)

    document = made(story(head))

    assert etree.tostring(document.find("//n:byline")[0]).decode().partition('">')[2].strip() == (
        'By <person idsrc="uri" value="https://example.com/ann">Ann Example</person>, <byttl>transport editor</byttl>, '
        'and <person idsrc="literal" value="bs" class="contributor">Bo Sample</person></byline>'
    )
    assert document.meta("creator") == ["Cy Unnamed"]


def test_dateline_marks_its_place() -> None:
    document = made(story(Head(dateline=Dateline(("NAIROBI, May 23 –",), place="Nairobi", date="2024-05-23"))))

    assert document.texts("//n:dateline") == ["NAIROBI, May 23 –"]
    assert document.texts("//n:dateline/n:location") == ["NAIROBI"]
    assert document.find("//n:story.date/@norm") == ["2024-05-23"]


def test_headlines_follow_the_main_one_with_their_kind() -> None:
    document = made(story(Head((Headline(("Up",), "kicker"), Headline(("Main",)), Headline(("Two",))))))

    assert document.texts("//n:hl1") == ["Main"]
    assert [(one.get("class"), one.text) for one in document.find("//n:hl2")] == [("main", "Two"), ("kicker", "Up")]


def test_headline_below_none_does_not_become_the_main_one() -> None:
    document = made(story(Head((Headline(("Deck",), "sub"),))))

    assert document.find("//n:hl1") == []
    assert document.meta("headline.sub") == ["Deck"]


def test_dates_stand_where_nitf_has_a_place_as_precise_as_they_are() -> None:
    dates = (
        Date("created", "2024-05"),
        Date("published", "2024-05-22T18:30:00+01:00"),
        Date("published", "2024"),
        Date("embargoed", "2024-05-24"),
    )

    document = made(story(Head(dates=dates)))

    assert document.meta("contentCreated") == ["2024-05"]
    assert document.find("//n:date.issue/@norm") == ["20240522T183000+0100"]
    assert document.find("//n:date.release/@norm") == ["2024-05-24"]
    assert document.find("//n:docdata/@management-status") == ["embargoed"]
    assert document.lost == [("Date.published", "2024")]


def test_embargo_until_further_notice_is_a_release_without_a_date() -> None:
    document = made(story(Head(dates=(Date("embargoed", None),))))

    assert document.find("//n:date.release/@*") == []
    assert document.find("//n:docdata/@management-status") == ["embargoed"]


def test_embargo_without_a_year_is_refused() -> None:
    with pytest.raises(CannotWrite, match="has no year"):
        made(story(Head(dates=(Date("embargoed", "--05-24"),))))


def test_topics_without_eight_digits_are_keywords_with_a_notice() -> None:
    head = Head(
        subjects=(Subject("politics", "11000000", "medtop"), Subject("bridges")),
        genres=(Genre("Current"),),
        keywords=(Keyword("NATO"),),
    )

    document = made(story(head))

    (topic,) = document.find("//n:tobject.subject")
    assert set(topic.attrib.values()) == {"medtop", "11000000", "politics"}
    assert document.find("//n:keyword/@key") == ["NATO", "bridges"]
    assert document.facts("value-folded")[0]["value"] == "bridges"


def test_ninth_urgency_is_the_eighth_with_a_notice() -> None:
    document = made(story(Head(urgency=Urgency(9))))

    assert document.find("//n:urgency/@ed-urg") == ["8"]
    assert document.facts("value-folded")[0]["value"] == "9"


def test_what_has_no_place_is_among_the_metadata() -> None:
    head = Head(
        related=(Related("A", "https://example.com/a"), Related("B", rel="dependsOn"), Related("C", rel="a b")),
        properties=(Property("wire:category", ("i",)),),
        rights=(Rights(("allowed",), "data-mining"),),
        parties=(Party("Port", "source", uri="https://example.com/port"),),
    )

    document = made(story(head, dir="rtl"))

    assert document.meta("dir") == ["rtl"]
    assert document.meta("related") == ["A <https://example.com/a>", "C"]
    assert document.meta("related.dependsOn") == ["B"]
    assert document.meta("property") == ["wire:category: i"]
    assert document.meta("dataMining") == ["http://ns.useplus.org/ldf/vocab/DMI-ALLOWED"]
    assert document.meta("infoSource") == ["Port <https://example.com/port>"]
    assert document.lost == [("Related.rel", "a b")]


def test_rights_are_said_for_programs_and_for_people() -> None:
    head = Head(
        parties=(Party("Ex Ltd", "copyright-holder"),),
        rights=(Rights(("© Ex",)), Rights(("Not for resale.",), "usage", "https://example.com/terms")),
    )

    document = made(story(head))

    assert document.texts("//n:rights") == ["© ExEx LtdNot for resale."]
    assert document.find("//n:doc.rights/@limitations") == ["Not for resale. https://example.com/terms"]
    assert document.find("//n:doc.copyright/@holder") == ["Ex Ltd"]


def test_correction_says_what_it_corrects() -> None:
    document = made(story(Head(revisions=(Revision(2, None, "correction", ("Toll is four.",)),)), version=2))

    assert document.find("//n:correction/@info") == ["Toll is four."]
    assert document.find("//n:ed-msg/@info") == ["Toll is four."]
    assert document.find("//n:revision-history/@comment") == ["1: created", "2: correction: Toll is four."]


def test_withdrawn_story_has_no_content() -> None:
    document = made(full_article().replace(status="canceled"))

    assert document.find("//n:docdata/@management-status") == ["canceled"]
    assert document.texts("//n:title")[0].startswith("WITHDRAWN: ")
    assert document.texts("//n:body.content") == [""]
    assert document.texts("//n:distributor") == ["Example News"]
    assert not document.find("//n:meta | //n:keyword | //n:identified-content")


def test_furniture_is_carried_where_nobody_prints_it() -> None:
    body = (p("One."), Furniture((p("Read More"),), "related"))

    document = made(story(None, *body))

    assert document.meta("furniture") == ["Read More"]
    assert document.texts("//n:body.content//n:p") == ["One."]
    assert document.facts("furniture-moved") == [{"count": "1", "writer": "nitf"}]
    assert b"Read More" not in made(story(None, *body), options=NitfOptions(furniture=False)).content


def test_flash_is_its_own_content() -> None:
    document = made(story(Head((Headline(("Bridge open",)),)), p(" ")))

    assert document.texts("//n:body.content/n:hl2[@class='h1']") == ["Bridge open"]


def test_nothing_to_print_is_refused() -> None:
    with pytest.raises(CannotWrite, match="neither text nor picture"):
        made(story(None, p(" ")))


def test_separator_of_a_slug_is_lost_with_a_notice() -> None:
    document = made(story(Head(slug=Slug("A-B", "-"))))

    assert document.find("//n:du-key/@key") == ["A-B"]
    assert document.lost == [("Slug.separator", "1")]


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_any_article_is_well_formed_and_no_furniture_is_in_its_body(article: Article) -> None:
    dates = tuple(date for date in article.head.dates if date.kind != "embargoed")
    furniture = Furniture((p("furniture-that-nobody-prints"),), "related")
    body = (p("Rain."), furniture, *article.body)
    article = article.replace(guid="tag:example.com,2024:any", body=body, head=article.head.replace(dates=dates))

    document = made(article)

    assert document.content == made(article).content
    assert "furniture-that-nobody-prints" not in document.texts("//n:body")[0]


def test_several_headlines_without_a_main_one_that_has_words_are_not_lost() -> None:
    document = made(story(Head((Headline((" ",)), Headline(("Deck",), "sub")))))

    assert document.meta("headline.sub") == ["Deck"]


def test_words_that_would_read_back_otherwise_are_noticed() -> None:
    head = Head(
        related=(Related("a <b:c>"),),
        properties=(Property("a b", ("c",)),),
        rights=(Rights(("See https://example.com/x",), "usage"),),
    )

    assert [facts["field"] for facts in made(story(head)).facts("value-folded")] == [
        "Related",
        "Property",
        "Rights.usage",
    ]


def test_lone_credit_is_told_from_that_of_a_caption() -> None:
    assert body_of(Figure((), (), ("Eve",)))[0] == ['<p class="credit alone">Eve</p>']


def test_holder_that_has_only_an_address_is_noticed() -> None:
    head = Head(parties=(Party("", "copyright-holder", uri="https://example.com/"),))

    assert made(story(head)).lost == [("Party.copyright-holder.uri", "1")]
