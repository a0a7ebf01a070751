"""`pubHistory` and `rightsInfo`."""

from __future__ import annotations

import pytest

from converter.model.head import Date, Head, Party, Rights
from tests.articles import full_article
from tests.writers.newsml.documents import made, story


@pytest.mark.parametrize(
    "value", ["2024", "2024-05", "2024-05-23", "2024-05-23T18:30:00", "2024-05-23T18:30:00.5+01:00"]
)
def test_date_of_publication_is_as_precise_as_the_source(value: str) -> None:
    document = made(story(Head(dates=(Date("published", value),))))

    assert document.texts("//g:published/g:timestamp") == [value]


@pytest.mark.parametrize("value", ["--05-22", "--05", "2024-05-23T18:30:00+14:30"])
def test_date_without_its_year_or_of_a_zone_that_xml_schema_lacks_is_noticed_as_lost(value: str) -> None:
    document = made(story(Head(dates=(Date("published", value),))))

    assert document.find("//g:pubHistory") == []
    assert [facts["value"] for facts in document.facts("value-not-carried")] == [value]


def test_time_without_seconds_gains_no_digit() -> None:
    document = made(story(Head(dates=(Date("published", "2024-05-23T18:30+01:00"),))))

    assert document.texts("//g:timestamp") == ["2024-05-23"]
    assert document.facts("date-shortened") == [{"value": "2024-05-23T18:30+01:00", "written": "2024-05-23"}]


def test_each_date_of_publication_has_its_entry_with_the_provider_as_its_place() -> None:
    head = Head(
        parties=(Party("Example News", "provider"),), dates=(Date("published", "2024"), Date("published", "2024-05-23"))
    )

    document = made(story(head))

    assert document.texts("//g:published/g:timestamp") == ["2024", "2024-05-23"]
    assert document.texts("//g:published/g:name") == ["Example News", "Example News"]


def test_elements_of_rights_stand_in_the_order_of_the_schema() -> None:
    head = Head(
        rights=(
            Rights(("prohibited",), kind="data-mining"),
            Rights(("Not for resale.",), kind="usage"),
            Rights(("© 2024",)),
        ),
        parties=(Party("Example Media Ltd", "copyright-holder"),),
    )

    assert made(story(head)).names("//g:rightsInfo") == [
        "copyrightHolder",
        "usageTerms",
        "copyrightNotice",
        "dataMining",
    ]


def test_article_without_rights_has_no_empty_element() -> None:
    assert made(story(Head(rights=(Rights(),)))).find("//g:rightsInfo") == []


def test_second_holder_has_an_element_of_its_own() -> None:
    head = Head(parties=(Party("One", "copyright-holder"), Party("Two", "copyright-holder", literal="2")))

    document = made(story(head))

    assert document.texts("//g:rightsInfo/g:copyrightHolder/g:name") == ["One", "Two"]
    assert len(document.find("//g:rightsInfo")) == 2


def test_terms_keep_their_words_their_address_and_their_language() -> None:
    terms = Rights(("Not for resale.",), kind="usage", href="https://example.com/terms", lang="en-GB")

    (element,) = made(story(Head(rights=(terms,)))).find("//g:usageTerms")

    assert element.text == "Not for resale."
    assert element.get("href") == "https://example.com/terms"
    assert element.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"


def test_address_of_terms_that_may_not_be_live_is_left_out_with_a_notice() -> None:
    document = made(story(Head(rights=(Rights(("Ask.",), kind="usage", href="javascript:alert(1)"),))))

    assert document.find("//g:usageTerms/@href") == []
    assert document.facts("link-as-text") == [{"href": "javascript:alert(1)"}]


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("allowed", "DMI-ALLOWED"),
        ("Prohibited", "DMI-PROHIBITED"),
        ("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING", "DMI-PROHIBITED-AIMLTRAINING"),
    ],
)
def test_data_mining_is_a_term_of_plus(words: str, term: str) -> None:
    document = made(story(Head(rights=(Rights((words,), kind="data-mining"),))))

    assert document.find("//g:dataMining/@uri") == [f"http://ns.useplus.org/ldf/vocab/{term}"]


def test_free_words_on_data_mining_and_a_second_term_are_terms_of_usage() -> None:
    head = Head(rights=tuple(Rights((words,), kind="data-mining") for words in ("Ask us.", "allowed", "prohibited")))

    document = made(story(head))

    assert document.find("//g:dataMining/@uri") == ["http://ns.useplus.org/ldf/vocab/DMI-ALLOWED"]
    assert document.texts("//g:usageTerms") == ["Ask us.", "prohibited"]


def test_address_beside_a_term_on_data_mining_is_a_term_of_usage() -> None:
    head = Head(rights=(Rights(("prohibited",), kind="data-mining", href="https://example.com/tdm"),))

    document = made(story(head))

    assert document.names("//g:rightsInfo") == ["usageTerms", "dataMining"]
    assert document.find("//g:usageTerms/@href") == ["https://example.com/tdm"]


def test_every_statement_of_the_full_article_is_there() -> None:
    document = made(full_article())

    assert document.texts("//g:copyrightNotice") == ["© 2024 Example Media Ltd"]
    assert document.texts("//g:copyrightHolder/g:name") == ["Example Media Ltd"]
    assert document.texts("//g:usageTerms") == ["For use by subscribers."]
    assert document.find("//g:dataMining/@uri") == ["http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"]
