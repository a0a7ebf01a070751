"""What we write as NITF comes back: equal, but for what a notice or the table names."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from converter.article import Article, Paragraph
from converter.canonical import gate
from converter.errors import CannotWrite
from converter.exchange.life import is_withdrawn
from converter.formats import Context, NoOptions, Record, Source
from converter.readers.nitf.read import read
from converter.writers.nitf import write
from converter.writers.nitf.options import NitfOptions
from tests.articles import full_article
from tests.exchange.law import nitf_blocks, noticed, said
from tests.strategies import articles

RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00")


def there_and_back(article: Article) -> tuple[Article, set[str], set[int]]:
    """Return the article that comes back, and the fields and blocks that a notice names."""
    context = Context(Source("story.xml"), record=RECORD)
    written = write(article, NitfOptions(), context)
    again = Context(Source("story.nitf.xml"))
    back = read(written, NoOptions(), again)
    gate(back)
    fields, numbers = noticed(context.notices)
    return back, fields, numbers


def before_after(article: Article, back: Article) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """Return what both say; what the reader kept of the record as properties of its own is no part of the story."""
    after = said(back, "nitf")
    after["property"] = [each for each in after["property"] if not each[0].startswith("nitf:")]
    return said(article, "nitf"), after


def body_before(article: Article) -> tuple[Any, ...]:
    """Return the blocks that must come back."""
    return nitf_blocks(article.body)


def body_after(article: Article) -> tuple[Any, ...]:
    """Return the blocks that came back."""
    return nitf_blocks(article.body)


def assert_comes_back(article: Article) -> None:
    """Raise AssertionError for what is not there again and no notice names."""
    back, fields, numbers = there_and_back(article)
    before, after = before_after(article, back)
    for field, values in before.items():
        if field not in fields:
            assert after[field] == values, field
    if not numbers:
        assert body_after(back) == body_before(article)
    kept = tuple(block for number, block in enumerate(article.body, 1) if number not in numbers)
    there = body_after(back)
    assert [block for block in body_before(article.replace(body=kept)) if block not in there] == []


def test_full_article_comes_back() -> None:
    assert_comes_back(full_article())


def test_second_trip_changes_nothing_more() -> None:
    once, _, _ = there_and_back(full_article())
    twice, _, _ = there_and_back(once)

    assert twice == once


@pytest.mark.slow
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_any_article_comes_back(article: Article) -> None:
    dates = tuple(date for date in article.head.dates if date.kind != "embargoed")
    body = (Paragraph(("Rain.",)), *article.body)
    article = article.replace(
        guid="tag:example.com,2024:any", status="usable", body=body, head=article.head.replace(dates=dates)
    )
    assume(not is_withdrawn(article))
    try:
        assert_comes_back(article)
    except CannotWrite:
        assume(False)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_any_of_many_articles_comes_back(article: Article) -> None:
    test_any_article_comes_back.hypothesis.inner_test(article)
