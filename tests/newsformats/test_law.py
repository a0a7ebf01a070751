"""What we write as NewsML-G2, ninjs and NITF comes back: equal, but for what a notice or the table names."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings

from converter.core.errors import CannotWrite
from converter.model.article import Article
from converter.model.block import Figure, Note, Paragraph, Quote
from converter.model.head import Byline, Head
from converter.model.inline import Char
from converter.newsformats.life import is_withdrawn
from tests.articles import full_article
from tests.newsformats.trip import TRIPS, Trip
from tests.strategies import articles

NEWSML = next(trip for trip in TRIPS if trip.name == "newsml")
each_format = pytest.mark.parametrize("trip", TRIPS, ids=[trip.title for trip in TRIPS])


def publishable(article: Article) -> Article:
    """Return the article with an identifier and something to read."""
    return article.replace(guid="tag:example.com,2024:any", body=(Paragraph(("Rain.",)), *article.body))


@each_format
def test_full_article_comes_back(trip: Trip) -> None:
    trip.assert_comes_back(full_article())


def test_furniture_comes_back_in_its_place() -> None:
    back, _, _ = NEWSML.there_and_back(full_article())

    places = [number for number, block in enumerate(full_article().body) if type(block).__name__ == "Furniture"]
    assert [number for number, block in enumerate(back.body) if type(block).__name__ == "Furniture"] == places


@each_format
def test_second_trip_changes_nothing_more(trip: Trip) -> None:
    once, _, _ = trip.there_and_back(full_article())
    twice, _, _ = trip.there_and_back(once)

    assert twice == once


@each_format
@pytest.mark.parametrize(
    "article",
    [
        Article(body=(Quote((), ("\N{NEXT LINE}Ann",)),)),
        Article(head=Head(bylines=(Byline((Char(11),)),))),
        Article(body=(Figure((), ("A bridge",)), Note((), "credit"))),
    ],
    ids=["next line before an attribution", "byline of a control character", "empty credit after a caption"],
)
def test_what_was_once_lost_comes_back(trip: Trip, article: Article) -> None:
    trip.assert_comes_back(publishable(article))


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(article=articles())
def test_any_article_comes_back_from_every_format(article: Article) -> None:
    """One test for all formats, as to draw an article takes longer than to write and read it."""
    dates = tuple(date for date in article.head.dates if date.kind != "embargoed")
    article = publishable(article).replace(status="usable", head=article.head.replace(dates=dates))
    assume(not is_withdrawn(article))
    refused = 0
    for trip in TRIPS:
        try:
            trip.assert_comes_back(article)
        except CannotWrite:
            refused += 1
        except Exception as error:
            error.add_note(f"by way of {trip.title}")
            raise
    assume(refused < len(TRIPS))
