"""ninjs of all versions as others write it; and what is refused."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.core.errors import UnreadableInput
from converter.formats.records import Context, NoOptions, Source
from converter.model.article import Article
from converter.model.block import Figure, MediaReference, Paragraph
from converter.model.canonical import gate
from converter.model.head import Date, EdNote, Entity, Headline, Party, Related, Revision, Rights, Subject
from converter.model.words import plain_text
from converter.readers.ninjs.read import read
from converter.readers.ninjs.sniff import sniff


def read_it(value: object) -> tuple[Article, list[str]]:
    context = Context(Source("story.json"))
    article = read(json.dumps(value).encode(), NoOptions(), context)
    gate(article)
    return article, [notice.code for notice in context.notices]


def story(**fields: Any) -> Article:
    return read_it({"uri": "urn:x:a", "version": "1", "language": "en", "type": "text", **fields})[0]


def p(*content: Any) -> Paragraph:
    return Paragraph(content)


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"bodies": [{"value": "<p>a</p>", "contentType": "application/xhtml+xml"}]}, (p("a"),)),
        ({"bodies": [{"value": "<p>a<br>b", "contenttype": "text/html"}]}, None),
        ({"bodies": [{"value": "a\n\nb\nc", "contentType": "text/plain"}]}, (p("a"), p("b c"))),
        ({"bodies": [{"value": "a\nb"}]}, (p("a"), p("b"))),
        ({"body_text": "plain", "body_xhtml": "<p>xhtml</p>"}, (p("xhtml"),)),
        ({"body_main": "<p>a</p><p>b</p>"}, (p("a"), p("b"))),
        ({"bodies": [{"value": "<nitf><body><body.content><p>a</p></body.content></body></nitf>",
                      "contentType": "application/nitf+xml"}]}, (p("a"),)),
    ],
)  # fmt: skip
def test_body_is_read_by_its_kind(fields: dict[str, Any], body: Any) -> None:
    made = story(**fields).body

    assert made == body if body is not None else plain_text(made) == "a\nb"


def test_other_form_with_other_words_is_noticed_and_one_with_the_same_is_not() -> None:
    bodies = [{"contentType": "application/xhtml+xml", "value": "<p>One two.</p>"}]
    same = {"contentType": "text/plain", "value": "One\ntwo."}
    other = {"contentType": "text/plain", "value": "Three."}

    assert "content-alternative-omitted" not in read_it({"uri": "urn:x:a", "bodies": [*bodies, same]})[1]
    assert "content-alternative-omitted" in read_it({"uri": "urn:x:a", "bodies": [*bodies, other]})[1]


def test_direction_of_the_body_is_that_of_the_story() -> None:
    bodies = [{"contentType": "application/xhtml+xml", "value": '<div dir="rtl"><p>a</p><p>b</p></div>'}]

    article = story(bodies=bodies)

    assert (article.dir, article.body) == ("rtl", (p("a"), p("b")))


@pytest.mark.parametrize(
    ("fields", "headlines"),
    [
        ({"headline": "a", "headline_short": "b"}, [("a", "main"), ("b", "short")]),
        ({"headlines": [{"value": "a"}, {"value": "b"}]}, [("a", "main"), ("b", "other")]),
        ({"headlines": [{"role": "x-deck", "value": "a"}]}, [("a", "sub")]),
        ({"headlines": [{"role": "main", "value": "a <a"}]}, [("a <a", "main")]),
    ],
)
def test_headlines_have_their_kind(fields: dict[str, Any], headlines: list[tuple[str, str]]) -> None:
    assert story(**fields).head.headlines == tuple(Headline((words,), kind) for words, kind in headlines)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"embargoedUntil": "2024-05-24T11:00:00Z"},
        {"embargoed": "2024-05-24T11:00:00Z"},
    ],
)
def test_embargo_of_any_version_is_read(fields: dict[str, Any]) -> None:
    assert story(**fields).head.dates == (Date("embargoed", "2024-05-24T11:00:00Z"),)


@pytest.mark.parametrize("name", ["embargoed", "contentCreated"])
def test_date_that_is_none_is_kept_and_an_embargo_holds_until_further_notice(name: str) -> None:
    article = story(**{name: "tomorrow"})

    assert article.head.dates == ((Date("embargoed", None),) if name == "embargoed" else ())
    assert plain_text(article.head.properties) == "tomorrow"


def test_history_is_what_the_record_says() -> None:
    article = story(
        version="2",
        firstCreated="2024-05-22T10:00:00Z",
        versionCreated="2024-05-23T10:00:00Z",
        edNote="One.\nTwo.",
    )

    assert article.head.revisions == (
        Revision(1, "2024-05-22T10:00:00Z"),
        Revision(2, "2024-05-23T10:00:00Z", "update"),
    )
    assert article.head.ednotes == (EdNote(("One.",)), EdNote(("Two.",)))


def test_withdrawal_says_why() -> None:
    article = story(version="2", pubStatus="canceled", edNote="Untrue.")

    assert article.status == "canceled"
    assert article.head.revisions == (Revision(2, None, "withdrawal", ("Untrue.",)),)


def test_terms_are_words_address_and_term_of_data_mining() -> None:
    article = story(
        usageTerms="No web. https://example.com/t http://ns.useplus.org/ldf/vocab/DMI-ALLOWED",
        rightsInfo={"linkedRights": "https://example.com/t", "langId": "urn:x"},
    )

    assert article.head.rights == (
        Rights(("No web.",), "usage", href="https://example.com/t"),
        Rights(("http://ns.useplus.org/ldf/vocab/DMI-ALLOWED",), "data-mining"),
    )
    assert plain_text(article.head.properties) == '{"langId":"urn:x"}'


def test_people_are_authors_or_named() -> None:
    article = story(
        people=[
            {"name": "Ann", "rel": "creator", "uri": "https://example.com/ann"},
            {"name": "Bo", "rel": "contributor", "literal": "bo"},
            {"name": "Carla", "literal": "c"},
            {"name": "Dora", "rel": "mentions", "literal": "d"},
        ],
        bodies=[{"contentType": "application/xhtml+xml",
                 "value": '<p><span class="mention" data-ref="c">she</span></p>'}],
        infoSources=[{"name": "Ex", "role": "provider", "literal": "EX"}, {"name": "Port"}],
        copyrightHolder="Ex Ltd",
    )  # fmt: skip

    assert article.head.parties == (
        Party("Ex", "provider", literal="EX"),
        Party("Ann", "creator", uri="https://example.com/ann"),
        Party("Bo", "contributor", literal="bo"),
        Party("Port", "source"),
        Party("Ex Ltd", "copyright-holder"),
    )
    assert article.head.entities == (Entity("Carla", "person", id="c"), Entity("Dora", "person"))
    assert plain_text(article.head.properties) == "d"


def test_old_codes_are_addresses_where_their_scheme_is_one() -> None:
    article = story(
        subject=[
            {"name": "x", "scheme": "http://cv.iptc.org/newscodes/mediatopic/", "code": "20000337"},
            {"code": "1", "scheme": "desk"},
            {"name": "k", "rel": "keyword"},
        ]
    )

    assert article.head.subjects == (Subject("x", "20000337", "medtop"), Subject("", "1", "desk"))
    assert [keyword.text for keyword in article.head.keywords] == ["k"]


def test_associations_are_pictures_or_related_stories() -> None:
    picture = {"type": "picture", "renditions": {"web": {"href": "a.jpg", "width": 4}}, "headline": "Fog"}

    article = story(associations={"pic": {"uri": "urn:x:p", **picture}, "old": {"uri": "urn:x:o"}})

    assert article.body == (Figure((MediaReference("a.jpg", width=4),), ("Fog",)),)
    assert article.head.related == (Related("old", "urn:x:o"),)


def test_picture_has_its_description_as_caption() -> None:
    article = story(
        type="picture",
        descriptions=[{"role": "text", "value": "Fog."}],
        renditions=[{"name": "web", "href": "a.jpg", "title": "Web size"}],
    )

    assert article.body == (Figure((MediaReference("a.jpg"),), ("Fog.",)),)
    assert "Web size" in plain_text(article.head.properties)


def test_character_that_a_field_cannot_hold_is_replaced_with_a_notice() -> None:
    article, codes = read_it({"uri": "urn:x:a", "version": "1", "slugline": "a\x01"})

    assert article.head.slug is not None
    assert article.head.slug.text == "a\N{REPLACEMENT CHARACTER}"
    assert "character-replaced" in codes


def test_everything_else_is_kept_as_its_json() -> None:
    article, codes = read_it({"uri": "urn:x:a", "version": "1", "x": {"y": [1, "é"]}, "place": "nowhere"})

    words = {each.name: plain_text(each.content) for each in article.head.properties}
    assert words == {"ninjs:x": '{"y":[1,"é"]}', "ninjs:place": "nowhere"}
    assert codes == ["kept-as-properties"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"[]", "no ninjs: an array"),
        (b"3", "no ninjs: no object"),
        (b'{"a": 1}', "neither uri nor headline nor body"),
        (b'{"uri": "urn:x", "uri": "urn:y"}', "stands twice"),
        (b"", "not JSON"),
    ],
)
def test_what_is_no_ninjs_is_refused(source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read(source, NoOptions(), Context(Source("x")))


_NAMES = """
    uri version type headline headlines bodies body_xhtml by people subject infoSources associations altIds renditions
    descriptions rightsInfo usageTerms urgency located edNote pubStatus title name value role rel href contentType
    literal scheme code language firstCreated versioncreated x
"""
_KEYS = st.sampled_from(_NAMES.split())
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["<p>a</p>", "urn:x:a", "main"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=12,
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.dictionaries(_KEYS, _VALUES, max_size=8))
def test_any_object_is_an_article_or_a_clear_error(value: dict[str, Any]) -> None:
    with suppress(UnreadableInput):
        read_it({"uri": "urn:x:a", **value})


@pytest.mark.parametrize(
    ("source", "known"),
    [
        (b'{"uri": "x", "bodies": []}', True),
        (b' \n{"uri":"x","versioncreated":""}', True),
        (b'{"name": "sidecar"}', None),
        (b"[1]", False),
        (b"Words", False),
        (b"<a/>", False),
    ],
)
def test_ninjs_is_known_by_its_keys(source: bytes, known: bool | None) -> None:
    assert sniff(source) is known
