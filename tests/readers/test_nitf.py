"""NITF as others write it: with DTD and without namespace, old versions, other marks; and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from converter.core.errors import LimitExceeded, UnreadableInput
from converter.formats.records import Context, NoOptions, Source
from converter.model.article import Article
from converter.model.block import Figure, Paragraph
from converter.model.canonical import gate
from converter.model.head import Date, EdNote, Headline, Party, Revision, Rights, Subject
from converter.model.inline import Emphasis, Mention, Strong, Underline
from converter.model.words import plain_text
from converter.readers.nitf.read import read
from converter.readers.nitf.sniff import sniff


def nitf(docdata: str = "", *, body_head: str = "", body: str = "<p>Rain.</p>", head: str = "") -> bytes:
    return (
        f"<nitf><head>{head}<docdata>{docdata}</docdata></head><body><body.head>{body_head}</body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    ).encode()


def read_it(source: bytes) -> tuple[Article, list[str]]:
    context = Context(Source("story.xml"))
    article = read(source, NoOptions(), context)
    gate(article)
    return article, [notice.code for notice in context.notices]


def p(*content: Any) -> Paragraph:
    return Paragraph(content)


@pytest.mark.parametrize(
    "version", ["-//IPTC-NAA//DTD NITF 2.0//EN", "-//IPTC-NAA//DTD NITF-XML 2.5//EN", "-//IPTC//DTD NITF 3.4//EN"]
)
def test_every_version_is_read_with_its_doctype(version: str) -> None:
    source = f'<!DOCTYPE nitf PUBLIC "{version}" "http://127.0.0.1:1/nitf.dtd">'.encode() + nitf(
        '<du-key version="1"/>'
    )

    article, codes = read_it(source)

    assert article.body == (p("Rain."),)
    assert codes == ["doctype-ignored"]


def test_names_of_another_case_are_read() -> None:
    source = b"<NITF><BODY><BODY.CONTENT><P>Rain.</P></BODY.CONTENT></BODY></NITF>"

    assert read_it(source)[0].body == (p("Rain."),)
    assert sniff(source)


@pytest.mark.parametrize(
    ("markup", "inline"),
    [
        ("<em>a</em>", Emphasis(("a",))),
        ('<em class="bold">a</em>', Strong(("a",))),
        ('<em class="underscore">a</em>', Underline(("a",))),
        ('<em class="italic">a</em>', Emphasis(("a",))),
        ("<person>a</person>", Mention(("a",))),
        ('<org idsrc="other" value="7">a</org>', Mention(("a",))),
    ],
)
def test_mark_of_others_is_known(markup: str, inline: Any) -> None:
    assert read_it(nitf(body=f"<p>{markup}</p>"))[0].body == (p(inline),)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<num>2<frac><numer>1</numer><denom>2</denom></frac></num>", "2 1/2"),
        ("<num><frac><numer>1</numer><frac-sep>⁄</frac-sep><denom>2</denom></frac></num>", "1⁄2"),
        ("<money>4</money> <function>mayor</function> <pronounce>x</pronounce>", "4 mayor x"),
    ],
)
def test_words_of_any_element_are_kept(markup: str, words: str) -> None:
    assert plain_text(read_it(nitf(body=f"<p>{markup}</p>"))[0].body) == words


def test_entity_with_an_address_is_one_of_the_head() -> None:
    body = (
        '<p><person idsrc="wikidata" value="Q1">Ann</person> and <person idsrc="wikidata" value="Q1">she</person></p>'
    )

    article, _ = read_it(nitf(body=body))

    (entity,) = article.head.entities
    assert (entity.name, entity.uri) == ("Ann", "http://www.wikidata.org/entity/Q1")
    assert article.body == (p(Mention(("Ann",), entity.id), " and ", Mention(("she",), entity.id)),)


@pytest.mark.parametrize(
    ("status", "release", "dates"),
    [
        ("embargoed", '<date.release norm="20240524T110000+0300"/>', (Date("embargoed", "2024-05-24T11:00:00+03:00"),)),
        ("embargoed", '<date.release norm="2024-05"/>', (Date("embargoed", "2024-05"),)),
        ("embargoed", "<date.release/>", (Date("embargoed", None),)),
        ("embargoed", "", (Date("embargoed", None),)),
        ("usable", '<date.release norm="20240524"/>', (Date("embargoed", "2024-05-24"),)),
        ("usable", '<date.release norm="20240631"/>', (Date("embargoed", None),)),
    ],
)
def test_embargo_is_never_lost(status: str, release: str, dates: Any) -> None:
    source = nitf(release).replace(b"<docdata>", f'<docdata management-status="{status}">'.encode())

    article, _ = read_it(source)

    assert article.status == "usable"
    assert article.head.dates == dates


def test_correction_of_others_is_a_revision() -> None:
    article, _ = read_it(nitf('<correction info="Four crowns."/><du-key version="3"/><ed-msg info="Four crowns."/>'))

    assert article.head.revisions == (Revision(3, None, "correction", ("Four crowns.",)),)
    assert article.head.ednotes == ()


def test_withdrawal_says_why() -> None:
    source = nitf('<du-key version="2"/><ed-msg info="Untrue."/><ed-msg info="More."/>', body="").replace(
        b"<docdata>", b'<docdata management-status="canceled">'
    )

    article, _ = read_it(source)

    assert article.status == "canceled"
    assert article.head.revisions == (Revision(2, None, "withdrawal", ("Untrue.",)),)
    assert article.head.ednotes == (EdNote(("More.",)),)


def test_old_subject_codes_are_no_media_topics() -> None:
    head = (
        '<tobject><tobject.subject tobject.subject.refnum="15007000" tobject.subject.ipr="IPTC"/>'
        '<tobject.subject tobject.subject.refnum="20000337" tobject.subject.ipr="medtop" tobject.subject.type="x"/>'
        "</tobject>"
    )

    assert read_it(nitf(head=head))[0].head.subjects == (
        Subject("", "15007000", "subj"),
        Subject("x", "20000337", "medtop"),
    )


def test_rights_that_stand_twice_are_said_once() -> None:
    docdata = (
        '<doc.copyright holder="Ex"/><doc.rights owner="Ex" limitations="No web. https://example.com/t"/>'
        '<doc.rights limitations="No print."/>'
    )
    rights = "<rights>© Ex<rights.owner>Ex</rights.owner><rights.limitations>No web.</rights.limitations></rights>"

    article, _ = read_it(nitf(docdata, body_head=rights))

    assert article.head.rights == (
        Rights(("No web.",), "usage", href="https://example.com/t"),
        Rights(("No print.",), "usage"),
        Rights(("© Ex",)),
    )
    assert article.head.parties == (Party("Ex", "copyright-holder"),)


def test_headlines_have_their_kind() -> None:
    hedline = '<hedline><hl1>A</hl1><hl2>b</hl2><hl2 class="kicker">c</hl2></hedline>'

    assert read_it(nitf(body_head=hedline))[0].head.headlines == (
        Headline(("A",)),
        Headline(("b",), "sub"),
        Headline(("c",), "kicker"),
    )


def test_credit_follows_only_its_own_caption() -> None:
    body = (
        '<p class="caption">Fog.</p><p class="credit alone">Eve</p><p class="caption">Sun.</p><p class="credit">Bo</p>'
    )

    assert read_it(nitf(body=body))[0].body == (
        Figure((), ("Fog.",)),
        Figure((), (), ("Eve",)),
        Figure((), ("Sun.",), ("Bo",)),
    )


def test_id_without_a_scheme_is_kept() -> None:
    article, codes = read_it(nitf('<doc-id regsrc="EX" id-string="77"/><du-key version="1"/>'))

    assert article.guid is not None
    assert article.guid.startswith("urn:uuid:")
    assert [altid.value for altid in article.head.altids] == ["77"]
    assert codes == ["guid-made-from-id"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"<html/>", "is XML, but no NITF"),
        (b'<nitf xmlns="urn:other"/>', "is XML, but no NITF"),
        (b"<nitf>", "not well-formed"),
        (b"", "not well-formed"),
        (b'<!DOCTYPE nitf [<!ENTITY a "b">]><nitf/>', 'declares entity "a"'),
        (b'<!DOCTYPE nitf SYSTEM "x.dtd"><nitf><body><body.content><p>&nbsp;</p></body.content></body></nitf>', "nbsp"),
    ],
)
def test_what_is_no_nitf_is_refused_with_its_reason(source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read_it(source)


def test_depth_is_limited() -> None:
    with pytest.raises(LimitExceeded, match="xml_depth"):
        read_it(nitf(body="<bq><block>" * 110 + "</block></bq>" * 110))


@pytest.mark.parametrize(
    ("source", "known"),
    [
        (nitf(), True),
        (b'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">', True),
        (b'<nitf xmlns="urn:other">', False),
        (b"<newsItem>", False),
        (b"Words", False),
    ],
)
def test_nitf_is_known_by_its_root(source: bytes, known: bool) -> None:
    assert sniff(source) is known
