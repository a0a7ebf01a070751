"""The item as a whole: order, identity, language, content, determinism."""

from __future__ import annotations

import pytest

from converter.core.errors import CannotWrite
from converter.formats.records import Record
from converter.model.article import Article
from converter.model.block import Figure, Furniture, MediaReference, Paragraph
from converter.model.head import Byline, Head, Headline, Party
from converter.model.inline import Char
from tests.articles import full_article
from tests.writers.newsml.documents import RECORD, made, story


def test_history_and_rights_stand_before_item_meta() -> None:
    document = made(full_article())

    assert document.names("/g:newsItem") == [
        "catalogRef",
        "pubHistory",
        "rightsInfo",
        "itemMeta",
        "contentMeta",
        "contentSet",
    ]


def test_item_claims_power_and_the_version_of_the_standard_that_data_mining_needs() -> None:
    root = made(full_article()).root

    assert root.get("standard") == "NewsML-G2"
    assert root.get("standardversion") == "2.35"
    assert root.get("conformance") == "power"


def test_document_is_utf8_with_lf_without_byte_order_mark_comment_or_doctype() -> None:
    content = made(full_article()).content

    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<newsItem ')
    assert content.endswith(b"\n</newsItem>\n")
    assert b"\r" not in content
    assert b"<!" not in content


def test_same_article_gives_the_same_bytes() -> None:
    assert made(full_article()).content == made(full_article()).content


def test_blocks_are_indented_and_nothing_inside_a_block_of_text_is() -> None:
    lines = made(story()).content.decode().splitlines()

    assert "          <p>Rain fell on Sample Bay.</p>" in lines
    assert '    <itemClass qcode="ninat:text"/>' in lines


def test_guid_and_version_are_written_as_they_are() -> None:
    root = made(story(guid="https://example.com/a?b=1&c=2", version=3)).root

    assert root.get("guid") == "https://example.com/a?b=1&c=2"
    assert root.get("version") == "3"


def test_article_without_identity_cannot_be_written_and_the_way_out_is_named() -> None:
    with pytest.raises(CannotWrite, match=r'meta={"guid": …}') as caught:
        made(story(guid=None))

    assert caught.value.exit_code == 5


@pytest.mark.parametrize("guid", ["urn:newsml:example.com:yesterday:x", "tag:example.com:x", "TAG:example.com,24:x"])
def test_guid_that_only_looks_like_a_known_form_is_refused(guid: str) -> None:
    with pytest.raises(CannotWrite, match="well-formed"):
        made(story(guid=guid))


def test_language_and_direction_stand_on_the_item_the_content_and_the_html() -> None:
    document = made(story(lang="ar", dir="rtl"))
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"

    for path in ("/g:newsItem", "//g:inlineXML", "//h:html"):
        (element,) = document.find(path)
        assert (element.get(xml_lang), element.get("dir")) == ("ar", "rtl"), path
    assert document.find("//h:html/@lang") == ["ar"]
    assert document.find("//g:language/@tag") == ["ar"]


@pytest.mark.parametrize("lang", [None, "e", "en-a", "en-GB-GB-x"])
def test_language_that_is_not_known_is_not_invented(lang: str | None) -> None:
    document = made(story(lang=lang))

    assert document.root.get("{http://www.w3.org/XML/1998/namespace}lang") == "und"
    assert document.find("//g:language") == []
    assert document.find("//h:html/@lang") == []
    assert "language-unidentified" in document.codes


def test_bare_article_says_nothing_that_it_does_not_know() -> None:
    document = made(story(), record=Record("2024-05-24T10:30:00Z"))

    assert document.names("//g:contentMeta") == ["language"]
    assert document.names("//g:itemMeta") == [
        "itemClass",
        "provider",
        "versionCreated",
        "pubStatus",
        "generator",
        "title",
    ]
    assert document.codes == ["label-made", "provider-unidentified"]


def test_full_article_has_no_notice_but_those_of_the_reference_page() -> None:
    assert made(full_article()).codes == [
        *("not-carried", "not-carried", "character-replaced"),
        *("value-not-carried", "foreign-as-text"),
    ]


def test_control_character_is_shown_as_the_replacement_character_with_one_notice() -> None:
    document = made(story(None, Paragraph(("a", Char(1), "b", Char(0xFFFE))), Paragraph((Char(0),))))

    assert document.texts("//h:p") == [
        "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}",
        "\N{REPLACEMENT CHARACTER}",
    ]
    assert document.facts("character-replaced") == [{"count": "3", "writer": "newsml"}]


def test_flash_of_a_headline_alone_is_its_own_content() -> None:
    flash = Article(head=Head((Headline(("Bridge reopens",)),)), guid="tag:example.com,2024:flash", lang="en")

    assert made(flash).texts("//h:body/*") == ["Bridge reopens"]
    assert made(flash).names("//h:body") == ["h1"]


def test_picture_without_words_is_content() -> None:
    picture = story(Head((Headline(("Fog",)),)), Figure((MediaReference("fog.jpg"),)))

    assert made(picture).names("//h:body") == ["figure"]


@pytest.mark.parametrize(
    "body",
    [
        (),
        (Furniture((Paragraph(("Read More",)),), "related"),),
        (Paragraph(()),),
        (Paragraph((" \N{NO-BREAK SPACE}\r\n",)),),
        (Figure((MediaReference("javascript:alert(1)"),)),),
    ],
    ids=["nothing", "furniture", "empty", "white space", "picture that may not be named"],
)
def test_article_with_nothing_to_print_cannot_be_written(body: tuple[Paragraph, ...]) -> None:
    article = Article(body, Head(bylines=(Byline(("By Ann Example",)),)), guid="urn:x:1", lang="en")

    with pytest.raises(CannotWrite, match="neither text nor picture nor headline"):
        made(article)


def test_markup_in_any_field_comes_out_as_words() -> None:
    words = "</p><script>alert(1)</script>&amp;]]>\"'"
    head = Head(
        headlines=(Headline((words,)),), bylines=(Byline((words,)),), parties=(Party(words, "provider", literal=words),)
    )

    document = made(story(head, Paragraph((words,))))

    assert document.find("//*[local-name() = 'script']") == []
    assert document.texts("//h:p") == document.texts("//g:headline") == document.texts("//g:by") == [words]
    assert document.find("//g:provider/@literal") == [words]


def test_generator_is_that_of_the_record() -> None:
    document = made(story(), record=RECORD.replace(generator="desk", generator_version="7"))

    assert document.texts("//g:generator") == ["desk"]
    assert document.find("//g:generator/@versioninfo") == ["7"]
