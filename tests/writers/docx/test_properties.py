"""What the file says of itself comes from the article, and never from the clock."""

from __future__ import annotations

import pytest

from converter.formats.records import Record
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.head import Byline, Date, Head, Headline, Party
from converter.model.inline import Char
from converter.writers.docx import properties
from tests.articles import full_article
from tests.writers.docx.reading import written


def core(article: Article) -> dict[str, str]:
    """Return local name → text of the core properties."""
    return {element.tag.rpartition("}")[2]: element.text or "" for element in written(article).xml("docProps/core.xml")}


def test_core_properties_of_the_full_article() -> None:
    said = core(full_article())

    assert said["title"] == "Harbour Bridge Reopens After “Long Silence”"
    assert said["creator"] == "Ann Example; Bo Sample"
    assert said["subject"] == "transport, bridges"
    assert said["keywords"] == "bridge, Sample Bay"
    assert said["description"].startswith("The bridge over Sample Bay is open again")
    assert said["identifier"] == "urn:newsml:example.com:20240522:harbour-bridge"
    assert said["language"] == "en-GB"
    assert (said["contentStatus"], said["revision"]) == ("usable", "2")
    assert (said.get("created"), said["modified"]) == ("2024-05-22T17:30:00Z", "2024-05-23")


def test_article_that_says_nothing_has_a_label_and_no_date() -> None:
    document = written(Article((Paragraph(("Hello again. And more.",)),)))

    said = core(Article((Paragraph(("Hello again. And more.",)),)))
    assert said == {"title": "Hello again.", "contentStatus": "usable", "revision": "1"}
    assert document.codes == ["label-made"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2024", None),
        ("2024-05", None),
        ("2024-05-22", "2024-05-22"),
        ("2024-05-22T18:30", "2024-05-22"),
        ("2024-05-22T18:30Z", "2024-05-22T18:30:00Z"),
        ("2024-02-29T10:00+01:00", "2024-02-29T09:00:00Z"),
        ("0050-01-01T10:00-01:00", "0050-01-01T11:00:00Z"),
        ("2024-05-22T18:30:05.250Z", "2024-05-22T18:30:05Z"),
        ("2024-05-22T00:30:05.250+01:00", "2024-05-21T23:30:05Z"),
        ("0001-01-01T00:00+01:00", "0001-01-01"),
        ("--05-22", None),
    ],
)
def test_date_is_written_as_every_program_reads_it(value: str, shown: str | None) -> None:
    article = Article(head=Head(headlines=(Headline(("A",)),), dates=(Date(kind="modified", value=value),)))

    assert core(article).get("modified") == shown


def test_byline_is_the_creator_where_no_party_is_and_controls_are_replaced() -> None:
    head = Head(headlines=(Headline(("A", Char(1), "B")),), bylines=(Byline(("By Ann & Co",)),))

    said = core(Article(head=head))

    assert (said["title"], said["creator"]) == ("A\ufffdB", "By Ann & Co")


def test_application_is_the_generator_and_the_company_the_provider() -> None:
    article = Article(head=Head(parties=(Party("Example <News>", "provider"),)))

    said = properties.application(article, Record(generator="article-converter", generator_version="1.2"))

    assert "<Application>article-converter 1.2</Application>" in said
    assert "<Company>Example &lt;News&gt;</Company>" in said
    assert "AppVersion" not in said
