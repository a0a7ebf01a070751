"""NewsML-G2 as others write it: old versions, other catalogs, corrections, withdrawals, embargoes, packages."""

from __future__ import annotations

import pytest

from converter import model
from converter.core.errors import ConverterError, LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.formats.records import Context, Source
from converter.model.block import Figure, Foreign, Furniture, MediaReference, Paragraph
from converter.model.head import Date, Entity, Headline, Party, Related, Revision, Rights, Subject
from converter.model.words import plain_text
from converter.readers.newsml.options import NewsmlReaderOptions
from converter.readers.newsml.read import read
from converter.readers.newsml.sniff import sniff
from tests.readers.newsml.documents import CATALOG, G2, codes, item, kept, read_item

# ── Identity ──


@pytest.mark.parametrize(("said", "version"), [("1", 1), ("17", 17), ("+3", 3)])
def test_version_is_a_number(said: str, version: int) -> None:
    article, notices = read_item(item(root=f'guid="urn:x:a" version="{said}" xml:lang="en"'))

    assert article.version == version
    assert codes(notices) == []


def test_version_that_is_no_number_is_1_and_kept() -> None:
    article, notices = read_item(item(root='guid="urn:x:a" version="1.2b" xml:lang="en"'))

    assert article.version == 1
    assert [(altid.value, altid.scheme) for altid in article.head.altids] == [("1.2b", "version")]
    assert codes(notices) == ["version-assumed"]


def test_id_that_is_no_iri_gives_a_guid_with_the_provider_and_none_without() -> None:
    root = 'guid="EX-77" version="1" xml:lang="en"'
    known, notices = read_item(item(root=root, meta='<provider literal="EX"/>'))
    unknown, _ = read_item(item(root=root))

    assert known.guid is not None
    assert known.guid.startswith("urn:uuid:")
    assert codes(notices) == ["guid-made-from-id"]
    assert unknown.guid is None
    assert [altid.value for altid in unknown.head.altids] == ["EX-77"]


@pytest.mark.parametrize(
    ("story", "root", "lang"),
    [
        ('<language tag="de-AT"/>', 'xml:lang="en"', "de-AT"),
        ("", 'xml:lang="en"', "en"),
        ("", 'xml:lang="und"', None),
        ("", "", None),
        ('<language tag="no language"/>', 'xml:lang="en"', "en"),
    ],
)
def test_language_is_that_of_the_story_before_that_of_the_item(story: str, root: str, lang: str | None) -> None:
    assert read_item(item(story=story, root=f'guid="urn:x:a" version="1" {root}'))[0].lang == lang


# ── The record ──


@pytest.mark.parametrize("status", ["usable", "withheld", "canceled"])
def test_status_is_resolved_by_its_scheme_not_by_its_letters(status: str) -> None:
    before = '<catalog><scheme alias="x" uri="http://cv.iptc.org/newscodes/pubstatusg2/"/></catalog>'

    article, _ = read_item(item(before=before, meta=f'<pubStatus qcode="x:{status}"/>'))

    assert article.status == status


def test_alias_that_the_item_gives_another_scheme_is_not_that_of_iptc() -> None:
    before = CATALOG + '<catalog><scheme alias="stat" uri="http://example.com/states/"/></catalog>'

    article, _ = read_item(item(before=before, meta='<pubStatus qcode="stat:canceled"/>'))

    assert article.status == "usable"
    assert kept(article)["itemMeta/pubStatus"] == '<pubStatus qcode="stat:canceled"/>'


def test_correction_says_in_its_first_note_what_changed() -> None:
    meta = (
        "<versionCreated>2024-05-23T10:00:00Z</versionCreated><firstCreated>2024-05-22T10:00:00Z</firstCreated>"
        '<edNote>Four crowns.</edNote><edNote>Picture later.</edNote><signal qcode="sig:correction"/>'
    )

    article, _ = read_item(item(root='guid="urn:x:a" version="3"', meta=meta))

    assert article.head.revisions == (
        Revision(1, "2024-05-22T10:00:00Z"),
        Revision(3, "2024-05-23T10:00:00Z", "correction", ("Four crowns.",)),
    )
    assert [note.content for note in article.head.ednotes] == [("Picture later.",)]


def test_later_version_without_a_signal_is_an_update() -> None:
    article, _ = read_item(item(root='guid="urn:x:a" version="2"', meta="<edNote>New lead.</edNote>"))

    assert article.head.revisions == (Revision(2, None, "update"),)
    assert [note.content for note in article.head.ednotes] == [("New lead.",)]


def test_withdrawal_has_its_reason_and_needs_no_content() -> None:
    source = (
        f'<newsItem xmlns="{G2}" guid="urn:x:a" version="2">{CATALOG}<itemMeta>'
        '<versionCreated>2024-05-23T10:00:00Z</versionCreated><pubStatus qcode="stat:canceled"/>'
        "<title>WITHDRAWN: Bridge</title><edNote>Untrue.</edNote></itemMeta></newsItem>"
    ).encode()

    article, _ = read_item(source)

    assert article.status == "canceled"
    assert article.head.revisions == (Revision(2, "2024-05-23T10:00:00Z", "withdrawal", ("Untrue.",)),)
    assert article.body == ()
    assert kept(article) == {"itemMeta/title": "Bridge"}


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("<embargoed/>", None),
        ("<embargoed>2024-05-24T11:00:00+03:00</embargoed>", "2024-05-24T11:00:00+03:00"),
        ("<embargoed>\n2024-05-24T11:00:00Z </embargoed>", "2024-05-24T11:00:00Z"),
    ],
)
def test_embargo_is_never_lost(said: str, value: str | None) -> None:
    assert read_item(item(meta=said))[0].head.dates == (Date("embargoed", value),)


@pytest.mark.parametrize("date", ["-0044-03-15T12:00:00Z", "2027-06-31T06:00:00Z"])
def test_embargo_that_is_none_of_our_dates_is_kept_as_it_stands_and_holds_until_further_notice(date: str) -> None:
    article, notices = read_item(item(meta=f"<embargoed>{date}</embargoed>"))

    assert article.head.dates == (Date("embargoed", None),)
    assert kept(article)["itemMeta/embargoed"] == date
    assert codes(notices) == ["kept-as-properties"]


def test_partial_dates_stay_partial() -> None:
    story = "<contentCreated>2024</contentCreated><contentModified>2024-05</contentModified>"
    before = f"{CATALOG}<pubHistory><published><timestamp>2024-05-22</timestamp></published></pubHistory>"

    dates = read_item(item(story=story, before=before))[0].head.dates

    assert dates == (Date("published", "2024-05-22"), Date("created", "2024"), Date("modified", "2024-05"))


def test_links_are_related_stories() -> None:
    meta = (
        '<link rel="irel:seeAlso" href="https://example.com/a" title="A"/>'
        '<link reluri="http://cv.iptc.org/newscodes/itemrelation/derivedFrom" residref="urn:x:b"/>'
        '<link href="c"><title>C</title></link>'
    )

    assert read_item(item(meta=meta))[0].head.related == (
        Related("A", "https://example.com/a"),
        Related("", "urn:x:b", "derivedFrom"),
        Related("C", "c"),
    )


# ── The story ──


def test_headline_in_another_language_is_another_headline() -> None:
    story = '<headline xml:lang="en">Bridge</headline><headline xml:lang="de">Brücke</headline><headline>Two</headline>'

    assert read_item(item(story=story))[0].head.headlines == (
        Headline(("Bridge",)),
        Headline(("Brücke",), "other"),
        Headline(("Two",)),
    )


@pytest.mark.parametrize(
    ("role", "kind"),
    [("x:subHeadline", "sub"), ("x:kicker", "kicker"), ("x:short", "short"), ("x:web", "other"), ("x:main", "main")],
)
def test_role_of_a_headline_is_known_by_its_word_and_kept(role: str, kind: str) -> None:
    article, _ = read_item(item(story=f'<headline role="{role}">Bridge</headline>'))

    assert [headline.kind for headline in article.head.headlines] == [kind]
    assert kept(article)["contentMeta/headline"] == f'<headline role="{role}">Bridge</headline>'


def test_title_of_the_record_is_no_headline() -> None:
    article, _ = read_item(item(meta="<title>bridge-2</title>"))

    assert article.head.headlines == ()
    assert kept(article) == {"itemMeta/title": "bridge-2"}


def test_concepts_know_their_scheme_and_the_rest_is_kept() -> None:
    story = (
        '<subject qcode="medtop:11000000"><name>politics</name></subject>'
        '<subject uri="http://cv.iptc.org/newscodes/mediatopic/04000000"/>'
        '<subject uri="https://example.com/t#7"><name>x</name></subject>'
        '<subject type="cpnat:person" qcode="wikidata:Q1"><name>Ann</name></subject>'
        '<subject type="cpnat:geoArea" qcode="city:Bay"><name>Bay</name><broader qcode="iso3166-1a2:GB"/></subject>'
        "<subject><mainConcept qcode='medtop:20001071'><name>swimming</name></mainConcept></subject>"
    )

    article, notices = read_item(item(story=story))

    assert article.head.subjects == (
        Subject("politics", "11000000", "medtop"),
        Subject("", "04000000", "medtop"),
        Subject("x", "7", "https://example.com/t#"),
    )
    assert article.head.entities == (
        Entity("Ann", "person", "http://www.wikidata.org/entity/Q1"),
        Entity("Bay", "place"),
    )
    assert [dict(notice.facts) for notice in notices if notice.code == "alias-unknown"] == [{"aliases": "city"}]
    assert sum("subject" in str(each.content) for each in article.head.properties) == 2


def test_parties_are_known_by_what_identifies_them() -> None:
    meta = '<provider qcode="nprov:AFP"/>'
    story = (
        '<creator uri="https://example.com/ann" jobtitle="x:y"><name>Ann</name></creator>'
        '<contributor literal="bs"><name>Bo</name></contributor><infoSource><name>Port</name></infoSource>'
    )

    article, _ = read_item(item(meta=meta, story=story))

    assert article.head.parties == (
        Party("AFP", "provider", uri="http://cv.iptc.org/newscodes/newsprovider/AFP"),
        Party("Ann", "creator", uri="https://example.com/ann"),
        Party("Bo", "contributor", literal="bs"),
        Party("Port", "source"),
    )
    assert 'jobtitle="x:y"' in kept(article)["contentMeta/creator"]


def test_unidentified_provider_is_none() -> None:
    assert read_item(item(meta='<provider literal="unidentified"/>'))[0].head.parties == ()


def test_rights_are_one_statement_each() -> None:
    before = (
        f'{CATALOG}<rightsInfo><copyrightHolder uri="https://example.com/"/><copyrightNotice xml:lang="en">© Ex'
        '</copyrightNotice><usageTerms href="https://example.com/t"/><usageTerms>Web only'
        '</usageTerms><dataMining uri="http://ns.useplus.org/ldf/vocab/DMI-ALLOWED"/></rightsInfo>'
    )

    article, _ = read_item(item(before=before))

    assert [(right.kind, right.href, right.lang) for right in article.head.rights] == [
        ("notice", None, "en"),
        ("usage", "https://example.com/t", None),
        ("usage", None, None),
        ("data-mining", None, None),
    ]
    assert article.head.rights[3] == Rights(("http://ns.useplus.org/ldf/vocab/DMI-ALLOWED",), "data-mining")


# ── Content ──


def test_xhtml_goes_before_nitf_before_plain_text() -> None:
    plain = '<inlineData contenttype="text/plain">plain</inlineData>'
    nitf = (
        '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
        "<body.content><p>nitf</p></body.content></body></nitf></inlineXML>"
    )
    xhtml = (
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        "<p>xhtml</p></body></html></inlineXML>"
    )

    for parts, words, left in (((plain, nitf, xhtml), "xhtml", 2), ((plain, nitf), "nitf", 1), ((plain,), "plain", 0)):
        article, notices = read_item(item(content="".join(parts)))

        assert article.body == (Paragraph((words,)),)
        assert codes(notices) == ["content-alternative-omitted"] * left


def test_plain_text_is_paragraphs() -> None:
    content = "<inlineData contenttype='text/plain'>One\ngoes on.\n\nTwo.\n</inlineData>"

    assert read_item(item(content=content))[0].body == (Paragraph(("One goes on.",)), Paragraph(("Two.",)))


def test_markup_of_another_kind_is_kept_as_it_is() -> None:
    content = '<inlineXML contenttype="application/sportsml+xml"><score a="1">6:1</score></inlineXML>'

    assert read_item(item(content=content))[0].body == (
        Foreign(('<score a="1">6:1</score>',), "application/sportsml+xml"),
    )


def test_picture_item_is_a_figure_with_its_renditions() -> None:
    story = '<creditline>Ex</creditline><description role="drol:caption">Fog.</description>'
    content = (
        '<remoteContent href="a.jpg" contenttype="image/jpeg" width="4" height="3" size="9"/>'
        '<remoteContent href="b.jpg"/>'
    )

    assert read_item(item(story=story, content=content))[0].body == (
        Figure((MediaReference("a.jpg", "image/jpeg", None, 9, 4, 3), MediaReference("b.jpg")), ("Fog.",), ("Ex",)),
    )


def test_flash_does_not_repeat_its_headline() -> None:
    article, _ = read_item(item(story="<headline>Bridge open</headline>", body="<h1>Bridge  open</h1>"))

    assert article.body == ()


def test_h1_that_opens_the_body_is_not_read_twice_and_any_other_is() -> None:
    headline = "<headline>Bridge open</headline>"

    assert read_item(item(story=headline, body="<h1>Bridge <b>open</b></h1><p>a</p>"))[0].body == (Paragraph(("a",)),)
    assert len(read_item(item(story=headline, body="<h2>Bridge open</h2><p>a</p>"))[0].body) == 2
    assert len(read_item(item(story=headline, body="<h1>Ferries</h1><p>a</p>"))[0].body) == 2


def test_furniture_stands_again_where_it_stood() -> None:
    ours = "urn:converter:article:1#rel/furniture"
    places = (("Share", "before paragraph 1"), ("More&#10;News", "after paragraph 1"), ("End", "nowhere"))
    story = "".join(
        f'<contentMetaExtProperty reluri="{ours}" value="{value}"><note>Page furniture {place} of the source.</note>'
        "</contentMetaExtProperty>"
        for value, place in places
    )

    body = read_item(item(story=story, body="<p>One.</p><p>Two.</p>"))[0].body

    assert [type(block) for block in body] == [Furniture, Paragraph, Furniture, Paragraph, Furniture]
    assert body[2] == Furniture((Paragraph(("More",)), Paragraph(("News",))), "unknown")


def test_unknown_parts_are_kept_as_their_markup() -> None:
    article, notices = read_item(
        item(
            meta="<fileName>a.xml</fileName><role qcode='x:y'/>",
            after='<assert qcode="x:z"><name>Z</name></assert>',
            before=f'{CATALOG}<hopHistory><hop seq="1"/></hopHistory>',
        )
    )

    assert kept(article) == {
        "itemMeta/fileName": "a.xml",
        "itemMeta/role": '<role qcode="x:y"/>',
        "hopHistory": '<hopHistory><hop seq="1"/></hopHistory>',
        "assert": '<assert qcode="x:z"><name>Z</name></assert>',
    }
    assert codes(notices) == ["kept-as-properties"]


# ── Documents ──


def test_message_of_one_item_is_that_item() -> None:
    message = b'<newsMessage xmlns="%s"><header/><itemSet>%s</itemSet></newsMessage>' % (G2.encode(), item())

    assert read_item(message)[0].guid == "urn:newsml:example.com:20240522:x"


def test_catalog_of_the_message_holds_for_its_items() -> None:
    header = '<header><catalog><scheme alias="x" uri="http://cv.iptc.org/newscodes/pubstatusg2/"/></catalog></header>'
    one = item(before="", meta='<pubStatus qcode="x:canceled"/>').decode()

    article, _ = read_item(f'<newsMessage xmlns="{G2}">{header}<itemSet>{one}</itemSet></newsMessage>'.encode())

    assert article.status == "canceled"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f'<otherItem xmlns="{G2}"/>'.encode(), "is a NewsML-G2 otherItem, which is no item"),
        (f'<newsMessage xmlns="{G2}"/>'.encode(), "is a NewsML-G2 message of 0 items"),
        (b"<newsItem/>", "is XML, but no NewsML-G2"),
        (b"<newsItem", "not well-formed XML"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><newsItem/>', 'declares entity "x"'),
        (item(body="<p>&nbsp;</p>"), "not well-formed|entity"),
        (item() + b"<more/>", "not well-formed"),
        (b"", "not well-formed"),
    ],
)
def test_what_is_no_item_is_refused_with_its_reason(source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words) as caught:
        read_item(source)

    assert caught.value.exit_code == 3


def test_doctype_is_passed_over_with_a_notice() -> None:
    assert codes(read_item(b'<!DOCTYPE newsItem SYSTEM "http://127.0.0.1:1/x.dtd">' + item())[1]) == ["doctype-ignored"]


def test_depth_is_limited() -> None:
    with pytest.raises(LimitExceeded, match="xml_depth"):
        read_item(item(body="<div>" * 220 + "a" + "</div>" * 220))


def test_deepest_that_is_allowed_is_read() -> None:
    assert read_item(item(body="<div>" * 190 + "a" + "</div>" * 190))[0].body == (Paragraph(("a",)),)


def test_a_limit_that_is_raised_holds_for_the_reader() -> None:
    context = Context(Source("x"), limits=Limits().replace(xml_elements=5))

    with pytest.raises(LimitExceeded, match="xml_elements"):
        read(item(), NewsmlReaderOptions(), context)


@pytest.mark.parametrize(
    ("source", "known"),
    [
        (item(), True),
        (b'<?xml version="1.0"?><!-- x --><n:packageItem xmlns:n="%s">' % G2.encode(), True),
        (b'<newsMessage xmlns="%s">' % G2.encode(), True),
        (b"<newsItem/>", False),
        (b"Words.", False),
    ],
)
def test_item_is_known_by_its_root(source: bytes, known: bool) -> None:
    assert sniff(source) is known


@pytest.mark.parametrize("cut", range(0, 540, 23))
def test_cut_file_is_a_clear_error(cut: int) -> None:
    source = item(meta="<title>x</title>")

    with pytest.raises(ConverterError):
        read_item(source[:cut])


# ── Items that are no story ─────────────────────────────────────────────────


def other(kind: str, inside: str, before: str = "") -> bytes:
    return f'<{kind} xmlns="{G2}" guid="urn:x:1" version="1" xml:lang="en">{before}{inside}</{kind}>'.encode()


def test_concept_below_a_headline_is_a_heading() -> None:
    meta = "<contentMeta><headline>Diary</headline></contentMeta>"

    article, notices = read_item(other("conceptItem", "<concept><name>Opening</name></concept>", meta))

    assert [plain_text(each.content) for each in article.head.headlines] == ["Diary"]
    assert article.body == (model.Heading(("Opening",)),)
    assert "item-is-no-story" in {notice.code for notice in notices}


def test_language_of_a_concept_is_that_of_its_name_where_the_item_says_none() -> None:
    source = other("conceptItem", '<concept><name xml:lang="de">Fähre</name><note xml:lang="de">x</note></concept>')

    article, _ = read_item(source.replace(b' xml:lang="en"', b"", 1))

    assert article.lang == "de"
    assert article.body == (Paragraph(("x",)),)


def test_plan_of_an_old_item_stands_in_the_item_itself() -> None:
    coverage = "<newsCoverage><!-- a --><edNote>Text</edNote></newsCoverage>"

    article, _ = read_item(other("planningItem", coverage * 2 + "<newsCoverage/>"))

    (made,) = article.body
    assert isinstance(made, model.List)
    assert [plain_text(each) for each in made.items] == ["Text", "Text"]


def test_name_of_a_scheme_that_leads_elsewhere_keeps_its_own_link() -> None:
    name = '<name>see <a href="https://example.com/b">b</a></name>'
    scheme = f'<scheme alias="a" uri="https://example.com/a">{name}</scheme>'

    article, _ = read_item(other("catalogItem", f"<catalogContainer><catalog>{scheme}</catalog></catalogContainer>"))

    assert article.body == (Paragraph(("see ", model.Link(("b",), "https://example.com/b"))),)


def test_catalog_without_words_is_kept_as_its_markup() -> None:
    catalog = '<catalogContainer><catalog><scheme alias="a" uri="https://example.com/a"/></catalog></catalogContainer>'

    article, _ = read_item(other("catalogItem", catalog))

    assert article.body == ()
    assert [each.name for each in article.head.properties] == ["newsml:catalogContainer"]
