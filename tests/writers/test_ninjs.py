"""ninjs 3.1: what each field becomes, and what is said to be lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from converter.core.errors import CannotWrite
from converter.core.notices import Notice
from converter.formats.losses import note_losses
from converter.formats.records import Context, Record, Source
from converter.formats.registry import find_writer
from converter.model.article import Article
from converter.model.block import Furniture, List, Paragraph
from converter.model.head import (
    Abstract,
    AltId,
    Byline,
    Date,
    Dateline,
    EdNote,
    Entity,
    Genre,
    Head,
    Headline,
    Keyword,
    Party,
    Related,
    Revision,
    Rights,
    Slug,
    Subject,
)
from converter.model.inline import Char, Emphasis, Mention
from converter.writers.ninjs import write
from converter.writers.ninjs.options import NinjsOptions
from tests.articles import full_article
from tests.strategies import articles

RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00", generator_version="0.0.0")


class Made:
    """A written object, with what was said on the way."""

    def __init__(self, content: bytes, notices: tuple[Notice, ...]) -> None:
        self.content = content
        self.value: dict[str, Any] = json.loads(content)
        self.notices = notices

    def facts(self, code: str) -> list[dict[str, str]]:
        return [dict(notice.facts) for notice in self.notices if notice.code == code]

    @property
    def lost(self) -> list[tuple[str, str]]:
        counted = [(facts["what"], facts["count"]) for facts in self.facts("not-carried")]
        return counted + [(facts["field"], facts["value"]) for facts in self.facts("value-not-carried")]


def made(article: Article, *, record: Record = RECORD, options: NinjsOptions | None = None) -> Made:
    context = Context(Source("story.txt"), record=record)
    note_losses(article, find_writer("ninjs"), context)
    content = write(article, options or NinjsOptions(), context)
    return Made(content, context.notices)


def story(head: Head | None = None, *body: Any, **fields: Any) -> Article:
    settings: dict[str, Any] = {"guid": "tag:example.com,2024:story", "lang": "en", **fields}
    return Article(body or (Paragraph(("Rain fell on Sample Bay.",)),), head or Head(), **settings)


def test_keys_stand_in_one_order() -> None:
    assert list(made(full_article()).value) == [
        *("standard", "uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated"),
        *("embargoedUntil", "pubStatus", "urgency", "copyrightHolder", "copyrightNotice", "usageTerms", "rightsInfo"),
        *("edNote", "language", "title", "headlines", "by", "slugline", "located", "descriptions", "people"),
        *("organisations", "places", "events", "subjects", "genres", "infoSources", "bodies", "associations", "altIds"),
    ]


def test_version_is_text_and_the_body_a_fragment() -> None:
    value = made(story(None, Paragraph(("One.",)), Paragraph(("Two.",)), version=3)).value

    assert value["version"] == "3"
    assert value["bodies"] == [
        {
            "role": "main",
            "contentType": "application/xhtml+xml",
            "charCount": 8,
            "wordCount": 2,
            "value": "<p>One.</p><p>Two.</p>",
        }
    ]


def test_plain_body_is_there_if_asked_for() -> None:
    body = (Paragraph(("One ", Emphasis(("two",)), ".")), Furniture((Paragraph(("Share",)),), "share"))

    bodies = made(story(None, *body), options=NinjsOptions(plain=True)).value["bodies"]

    assert [(one["role"], one["value"]) for one in bodies] == [
        ("main", "<p>One <em>two</em>.</p>"),
        ("plain", "One two."),
    ]


def test_body_from_right_to_left_says_so() -> None:
    value = made(story(None, Paragraph(("שלום",)), dir="rtl", lang="he")).value

    assert value["bodies"][0]["value"] == '<div dir="rtl"><p>שלום</p></div>'


def test_headline_with_marks_stands_twice() -> None:
    value = made(story(Head((Headline(("A ", Emphasis(("b",)))), Headline(("Up",), "kicker"))))).value

    assert value["headlines"] == [
        {"role": "kicker", "value": "Up"},
        {"role": "main", "value": "A b"},
        {"role": "main", "contentType": "application/xhtml+xml", "value": "A <em>b</em>"},
    ]


def test_descriptions_are_summary_and_dateline() -> None:
    head = Head(
        abstract=Abstract((Paragraph(("One.",)), Paragraph(("Two.",)))),
        dateline=Dateline(("NAIROBI –",), place="Nairobi"),
    )

    value = made(story(head)).value

    assert value["located"] == "Nairobi"
    assert value["descriptions"] == [
        {"role": "summary", "contentType": "text/plain", "value": "One.\n\nTwo."},
        {"role": "dateline", "contentType": "text/plain", "value": "NAIROBI –"},
    ]


def test_plain_text_that_speaks_of_markup_is_not_said_to_be_free_of_it() -> None:
    value = made(story(Head(dateline=Dateline(("</p>",))))).value

    assert value["descriptions"] == [{"role": "dateline", "value": "</p>"}]


def test_several_bylines_are_one_line_with_a_notice() -> None:
    document = made(story(Head(bylines=(Byline(("By Ann",)), Byline((" ",)), Byline(("and Bo",))))))

    assert document.value["by"] == "By Ann and Bo"
    assert document.facts("values-joined") == [{"count": "2", "field": "Byline", "writer": "ninjs"}]


@pytest.mark.parametrize("kind", ["published", "modified"])
def test_dates_without_a_place_are_lost_with_a_notice(kind: Any) -> None:
    assert made(story(Head(dates=(Date(kind, "2024-05-22T18:30:00Z"),)))).lost == [(f"Date.{kind}", "1")]


def test_partial_date_is_not_padded() -> None:
    document = made(story(Head(dates=(Date("created", "2024-05"),))))

    assert "contentCreated" not in document.value
    assert document.lost == [("Date.created", "2024-05")]


def test_partial_embargo_is_refused() -> None:
    with pytest.raises(CannotWrite, match="embargo '2024-05-24' is no point in time") as caught:
        made(story(Head(dates=(Date("embargoed", "2024-05-24"),))))

    assert caught.value.exit_code == 5


def test_embargo_until_further_notice_withholds_the_story() -> None:
    document = made(story(Head(dates=(Date("embargoed", None),))))

    assert document.value["pubStatus"] == "withheld"
    assert document.lost == [("Date.embargoed", "until further notice")]


def test_rights_are_folded_into_the_terms() -> None:
    head = Head(
        parties=(Party("Ex Ltd", "copyright-holder"),),
        rights=(
            Rights(("© Ex",)),
            Rights(("Not for resale.",), "usage", "https://example.com/terms"),
            Rights(("prohibited",), "data-mining"),
        ),
    )

    value = made(story(head)).value

    assert value["copyrightHolder"] == "Ex Ltd"
    assert value["copyrightNotice"] == "© Ex"
    assert value["usageTerms"] == (
        "Not for resale. https://example.com/terms http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"
    )
    assert value["rightsInfo"] == {"linkedRights": "https://example.com/terms"}


def test_entity_that_a_mention_names_is_known_by_its_id() -> None:
    head = Head(entities=(Entity("Carla", "person", id="c"), Entity("Port", "organisation", id="p")))

    document = made(story(head, Paragraph((Mention(("She",), "c"),))))

    assert document.value["people"] == [{"name": "Carla", "rel": "about", "literal": "c"}]
    assert document.value["organisations"] == [{"name": "Port", "rel": "about"}]
    assert document.lost == [("Entity.id", "p")]


def test_concepts_are_addresses_where_their_scheme_has_one() -> None:
    head = Head(
        subjects=(
            Subject("politics", "11000000", "medtop"),
            Subject("x", "1", "desk"),
            Subject("y", "2", "https://example.com/s/"),
            Subject("odd", "12", "medtop"),
        ),
        keywords=(Keyword("NATO"),),
        genres=(Genre("Current", "Current", "genre"),),
    )

    value = made(story(head)).value

    assert value["subjects"] == [
        {"name": "politics", "rel": "about", "uri": "http://cv.iptc.org/newscodes/mediatopic/11000000"},
        {"name": "x", "rel": "about", "literal": "desk:1"},
        {"name": "y", "rel": "about", "uri": "https://example.com/s/2"},
        {"name": "odd", "rel": "about", "literal": "medtop:12"},
        {"name": "NATO", "rel": "keyword"},
    ]
    assert value["genres"] == [{"name": "Current", "uri": "http://cv.iptc.org/newscodes/genre/Current"}]


def test_related_without_an_address_is_lost_with_a_notice() -> None:
    head = Head(
        related=(Related("A", "https://example.com/a"), Related("B"), Related("", "urn:x:c", "dependsOn")),
        altids=(AltId("1"), AltId("2", "desk")),
    )

    document = made(story(head))

    assert document.value["associations"] == [
        {"name": "A", "rel": "seeAlso", "uri": "https://example.com/a"},
        {"name": "urn:x:c", "rel": "dependsOn", "uri": "urn:x:c"},
    ]
    assert document.value["altIds"] == [{"value": "1"}, {"role": "desk", "value": "2"}]
    assert document.lost == [("Related", "B")]


def test_correction_says_what_changed_in_its_note() -> None:
    head = Head(
        revisions=(Revision(2, None, "correction", ("Toll is four.",)),), ednotes=(EdNote(("Picture later.",)),)
    )

    document = made(story(head, version=2))

    assert document.value["edNote"] == "Toll is four.\nPicture later."
    assert document.facts("value-folded")[0]["value"] == "correction"


def test_withdrawn_story_has_no_content() -> None:
    document = made(full_article().replace(status="canceled"))

    assert document.value["pubStatus"] == "canceled"
    assert document.value["title"].startswith("WITHDRAWN: Harbour Bridge")
    assert not {"bodies", "headlines", "people", "by", "copyrightNotice"} & set(document.value)


def test_flash_is_its_own_content() -> None:
    value = made(story(Head((Headline(("Bridge open",)),)), Paragraph((" ",)))).value

    assert value["bodies"][0]["value"] == "<h1>Bridge open</h1>"


def test_nothing_to_print_is_refused() -> None:
    with pytest.raises(CannotWrite, match="neither text nor picture"):
        made(story(None, Paragraph((" ",))))


def test_story_without_identity_is_refused() -> None:
    with pytest.raises(CannotWrite, match=r'meta={"guid": …}'):
        made(story(guid=None))


def test_unknown_language_is_undetermined_with_a_notice() -> None:
    document = made(story(lang=None))

    assert document.value["language"] == "und"
    assert document.facts("language-unidentified") == [{"lang": "none"}]


def test_control_character_is_shown_as_replaced() -> None:
    document = made(story(Head((Headline(("a", Char(1))),)), Paragraph(("b", Char(2)))))

    assert document.value["headlines"][0]["value"] == "a\N{REPLACEMENT CHARACTER}"
    assert document.facts("character-replaced") == [{"count": "2", "writer": "ninjs"}]


@pytest.mark.parametrize(
    "head",
    [
        Head(bylines=(Byline(()),)),
        Head(slug=Slug(" ")),
        Head(keywords=(Keyword(" "),)),
        Head(abstract=Abstract((List(()),))),
        Head(entities=(Entity("", "person"),)),
        Head(altids=(AltId(""),)),
    ],
)
def test_blank_field_gives_no_key(head: Head) -> None:
    assert set(made(story(head)).value) == set(made(story()).value)


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_any_article_is_json_and_no_furniture_is_in_it(article: Article) -> None:
    dates = tuple(date for date in article.head.dates if date.kind != "embargoed")
    furniture = Furniture((Paragraph(("furniture-that-nobody-prints",)),), "related")
    body = (Paragraph(("Rain.",)), furniture, *article.body)
    article = article.replace(guid="tag:example.com,2024:any", body=body, head=article.head.replace(dates=dates))

    document = made(article)

    assert document.content == made(article).content
    assert b"furniture-that-nobody-prints" not in document.content


def test_holder_that_has_only_an_address_is_noticed() -> None:
    head = Head(parties=(Party("", "copyright-holder", uri="https://example.com/"),))

    assert made(story(head)).lost == [("Party.copyright-holder.uri", "1")]
