"""Any article that becomes a tree is the same article again, but for what the law names; no process is run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.head import Byline, Head, Revision
from converter.model.inline import Code
from converter.pandoc import tree
from converter.pandoc.family import find_writing
from converter.pandoc.into_tree import tree_of
from converter.readers.pandoc.read import article_of
from tests.articles import full_article
from tests.losses.cases import rich_article
from tests.pandoc.law import blocks, parted, said
from tests.strategies import articles


def come_back(article: Article) -> Article:
    """Return the article of the tree of the article."""
    content = tree.dumps(*tree_of(article, find_writing("json"), Context(Source("-"))))
    return article_of(*tree.loads(content), Context(Source("-")))


def require_law(article: Article) -> None:
    again = come_back(article)

    assert said(again) == said(article)
    body, notes = parted(blocks(article.body))
    again_body, again_notes = parted(again.body)
    assert again_body == body
    assert again_notes == notes


_EMPTY_MARKS = Article(
    head=Head(bylines=(Byline((Code((" ",)),)),), revisions=(Revision(version=1, note=(Code((Code(()),)),)),))
)


@pytest.mark.parametrize(
    "article", [full_article(), rich_article(), Article(), _EMPTY_MARKS], ids=["full", "rich", "empty", "empty-marks"]
)
def test_article_comes_back_from_its_tree(article: Article) -> None:
    require_law(article)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_any_article_comes_back_from_its_tree(article: Article) -> None:
    require_law(article)
