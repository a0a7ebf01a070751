"""`contentMeta`: administrative, descriptive and our own properties."""

from __future__ import annotations

from typing import Any

import pytest

from converter.model.block import Cell, Furniture, Heading, Item, List, Paragraph, Row, Table
from converter.model.head import (
    Abstract,
    AltId,
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
    Slug,
    Subject,
    Urgency,
)
from converter.writers.newsml.options import NewsmlOptions
from tests.articles import full_article
from tests.writers.newsml.documents import OURS, made, story

_ADMINISTRATIVE = [
    "urgency",
    "contentCreated",
    "contentModified",
    "located",
    "infoSource",
    "creator",
    "contributor",
    "altId",
]
_DESCRIPTIVE = ["language", "genre", "keyword", "subject", "slugline", "headline", "dateline", "by", "description"]


def test_administrative_properties_stand_before_descriptive_ones_and_ours_last() -> None:
    names = made(full_article()).names("//g:contentMeta")

    assert list(dict.fromkeys(names)) == [*_ADMINISTRATIVE, *_DESCRIPTIVE, "contentMetaExtProperty"]


def test_story_dates_stay_partial() -> None:
    document = made(story(Head(dates=(Date("created", "2024"), Date("modified", "2024-05")))))

    assert document.texts("//g:contentCreated") == ["2024"]
    assert document.texts("//g:contentModified") == ["2024-05"]


def test_second_date_of_a_kind_is_noticed_as_lost() -> None:
    document = made(story(Head(dates=(Date("created", "2024"), Date("created", "2025")))))

    assert document.texts("//g:contentCreated") == ["2024"]
    assert [facts["value"] for facts in document.facts("value-not-carried")] == ["2025"]


def test_date_that_cannot_be_said_leaves_its_place_to_the_next() -> None:
    document = made(story(Head(dates=(Date("created", "--05-22"), Date("created", "2024")))))

    assert document.texts("//g:contentCreated") == ["2024"]


def test_urgency_is_carried() -> None:
    assert made(story(Head(urgency=Urgency(9)))).texts("//g:urgency") == ["9"]


# ── Parties ──


@pytest.mark.parametrize(
    ("role", "name"), [("source", "infoSource"), ("creator", "creator"), ("contributor", "contributor")]
)
def test_party_keeps_its_name_its_identifier_and_its_job(role: Any, name: str) -> None:
    head = Head(parties=(Party("Ann Example", role, uri="https://example.com/ann", job="editor"),))

    (element,) = made(story(head)).find(f"//g:{name}")

    assert element.get("uri") == "https://example.com/ann"
    assert [child.text for child in element] == ["Ann Example", "editor"]


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "data:text/html,x", "http://a:b:c/"])
def test_identifier_that_is_no_safe_uri_is_a_literal(uri: str) -> None:
    document = made(story(Head(parties=(Party("Ann Example", "creator", uri=uri),))))

    assert document.find("//g:creator/@uri") == []
    assert document.find("//g:creator/@literal") == [uri]


def test_literal_beside_a_uri_is_noticed_as_lost() -> None:
    document = made(story(Head(parties=(Party("Ann", "creator", uri="urn:x:ann", literal="AE"),))))

    assert document.find("//g:creator/@uri") == ["urn:x:ann"]
    assert document.facts("value-not-carried") == [{"field": "Party.literal", "value": "AE", "writer": "newsml"}]


def test_party_without_any_identity_is_left_out() -> None:
    assert made(story(Head(parties=(Party(" ", "creator"),)))).find("//g:creator") == []


def test_byline_and_creator_are_two_things() -> None:
    with_byline = made(story(Head(bylines=(Byline(("By Ann Example",)),))))
    with_creator = made(story(Head(parties=(Party("Ann Example", "creator"),))))

    assert with_byline.texts("//g:by") == ["By Ann Example"]
    assert with_byline.find("//g:creator") == []
    assert with_creator.find("//g:by") == []


def test_bylines_keep_their_order_by_rank() -> None:
    document = made(story(Head(bylines=(Byline(("By Ann",)), Byline((" ",)), Byline(("and Bo",))))))

    assert document.texts("//g:by") == ["By Ann", "and Bo"]
    assert document.find("//g:by/@rank") == ["1", "2"]


# ── Words ──


def test_headlines_stand_by_rank_and_all_but_the_main_one_name_their_role() -> None:
    kinds: tuple[Any, ...] = ("other", "short", "sub", "main", "kicker")
    document = made(story(Head(tuple(Headline((kind,), kind) for kind in kinds))))

    assert document.texts("//g:headline") == ["kicker", "main", "sub", "short", "other"]
    assert document.find("//g:headline/@rank") == ["1", "2", "3", "4", "5"]
    assert document.find("//g:headline[. = 'main']/@roleuri") == []
    assert document.find("//g:headline[. = 'sub']/@roleuri") == [f"{OURS}headline/sub"]


def test_dateline_is_printed_as_it_was_and_its_place_stands_apart() -> None:
    head = Head(dateline=Dateline(("NAIROBI, May 23 (EX) –",), place="Nairobi", date="--05-23"))

    document = made(story(head))

    assert document.texts("//g:dateline") == ["NAIROBI, May 23 (EX) –"]
    assert document.texts("//g:located/g:name") == ["Nairobi"]


def test_dateline_is_not_in_the_body() -> None:
    document = made(story(Head(dateline=Dateline(("NAIROBI –",)))))

    assert document.texts("//h:body//h:p") == ["Rain fell on Sample Bay."]


def test_abstract_is_one_summary_a_paragraph() -> None:
    one = made(story(Head(abstract=Abstract((Paragraph(("One.",)),)))))
    two = made(story(Head(abstract=Abstract((Paragraph(("One.",)), Paragraph(("Two.",)))))))

    assert one.texts("//g:description[@role='drol:summary'][not(@rank)]") == ["One."]
    assert two.texts("//g:description") == ["One.", "Two."]
    assert two.find("//g:description/@rank") == ["1", "2"]


def test_blocks_of_an_abstract_are_folded_into_paragraphs_with_a_notice() -> None:
    table = Table((Row((Cell((Paragraph(("4",)),)),)),), caption=("Tolls",))
    blocks = (Heading(("In short",)), List((Item((Paragraph(("Rain",)),)),)), table)

    document = made(story(Head(abstract=Abstract(blocks))))

    assert document.texts("//g:description") == ["In short", "Rain", "Tolls", "4"]
    assert document.facts("structure-folded") == [{"count": "3", "writer": "newsml"}]


def test_slug_keeps_its_case_and_separator() -> None:
    (slug,) = made(story(Head(slug=Slug("KENYA-US/nato", separator="-")))).find("//g:slugline")

    assert (slug.text, slug.get("separator")) == ("KENYA-US/nato", "-")


@pytest.mark.parametrize(
    "head",
    [
        Head(headlines=(Headline((" ",)),)),
        Head(bylines=(Byline(()),)),
        Head(dateline=Dateline(("\N{NO-BREAK SPACE}",))),
        Head(abstract=Abstract((Paragraph(()),))),
        Head(slug=Slug("")),
        Head(keywords=(Keyword(" "),)),
        Head(subjects=(Subject(""),)),
        Head(genres=(Genre(" "),)),
        Head(entities=(Entity("", "person"),)),
        Head(altids=(AltId(""),)),
    ],
)
def test_blank_field_gives_no_empty_element(head: Head) -> None:
    assert made(story(head)).names("//g:contentMeta") == ["language"]


# ── Concepts ──


def test_media_topic_is_a_qcode_with_the_language_of_its_name() -> None:
    (subject,) = made(story(Head(subjects=(Subject("politics", "11000000", "medtop", "en-GB"),)))).find("//g:subject")

    assert subject.get("qcode") == "medtop:11000000"
    assert subject[0].get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"


def test_language_of_a_name_that_is_no_language_is_noticed_as_lost() -> None:
    document = made(story(Head(subjects=(Subject("politics", lang="e"),))))

    assert document.find("//g:subject/g:name/@*") == []
    assert document.facts("value-not-carried") == [{"field": "Subject.lang", "value": "e", "writer": "newsml"}]


def test_word_without_a_code_gets_none() -> None:
    (subject,) = made(story(Head(subjects=(Subject("politics"),)))).find("//g:subject")

    assert dict(subject.attrib) == {}


def test_who_assigned_a_subject_is_carried_if_it_has_an_address() -> None:
    head = Head(subjects=(Subject("a", creator="https://example.com/desk"), Subject("b", creator="desk")))

    document = made(story(head))

    assert document.find("//g:subject/@creatoruri") == ["https://example.com/desk"]
    assert [facts["value"] for facts in document.facts("value-not-carried")] == ["desk"]


@pytest.mark.parametrize(
    ("kind", "nature"),
    [("person", "person"), ("organisation", "organisation"), ("place", "geoArea"), ("event", "event")],
)
def test_entity_is_a_subject_of_its_nature(kind: Any, nature: str) -> None:
    (subject,) = made(story(Head(entities=(Entity("Sample", kind, uri="https://example.com/e", id="e1"),)))).find(
        "//g:subject"
    )

    assert dict(subject.attrib) == {"type": f"cpnat:{nature}", "uri": "https://example.com/e", "id": "e1"}


def test_keyword_is_one_line() -> None:
    assert made(story(Head(keywords=(Keyword("Sample\n\tBay"),)))).texts("//g:keyword") == ["Sample  Bay"]


def test_other_identifier_keeps_its_scheme() -> None:
    head = Head(altids=(AltId("1"), AltId("2", "desk"), AltId("3", "https://example.com/ids")))

    document = made(story(head))

    assert document.texts("//g:altId") == ["1", "2", "3"]
    assert document.find("//g:altId/@typeuri") == [f"{OURS}altid/desk", "https://example.com/ids"]


# ── What nobody prints ──


def test_property_keeps_its_name_and_value() -> None:
    (element,) = made(story(Head(properties=(Property("wire:category", ("i & j",)),)))).find(
        "//g:contentMetaExtProperty"
    )

    assert dict(element.attrib) == {"reluri": f"{OURS}rel/property", "literal": "wire:category", "value": "i & j"}


def test_furniture_is_carried_where_nobody_prints_it_and_says_where_it_stood() -> None:
    body = (
        Furniture((Paragraph(("Share",)),), "share"),
        Paragraph(("One.",)),
        Paragraph(("Two.",)),
        Furniture((Paragraph(("Read More",)), Paragraph(("Rain in Sample Bay",))), "related"),
        List((Item((Paragraph(("Three.",)), Furniture((Paragraph(("Advertisement",)),), "advertisement"))),)),
    )

    document = made(story(None, *body))

    assert document.find("//g:contentMetaExtProperty/@value") == [
        "Share",
        "Read More\nRain in Sample Bay",
        "Advertisement",
    ]
    assert document.texts("//g:contentMetaExtProperty/g:note") == [
        "Page furniture before paragraph 1 of the source; not part of the story.",
        "Page furniture after paragraph 2 of the source; not part of the story.",
        "Page furniture in paragraph 3 of the source; not part of the story.",
    ]
    for words in ("Share", "Read More", "Advertisement"):
        assert words not in document.texts("//h:html")[0]


def test_furniture_in_furniture_is_told_once() -> None:
    inner = Furniture((Paragraph(("Sponsored",)),), "advertisement")
    outer = Furniture((Paragraph(("Read More",)), inner), "related")

    document = made(story(None, Paragraph(("One.",)), outer, List((Item((outer.replace(kind="share"),)),))))

    assert document.find("//g:contentMetaExtProperty/@value") == ["Read More\nSponsored", "Read More\nSponsored"]


def test_furniture_may_be_left_out_with_a_notice() -> None:
    furniture = Furniture((Paragraph(("Read More",)),), "related")

    document = made(story(None, Paragraph(("One.",)), furniture), options=NewsmlOptions(furniture=False))

    assert b"Read More" not in document.content
    assert document.facts("furniture-omitted") == [{"count": "1", "writer": "newsml"}]
