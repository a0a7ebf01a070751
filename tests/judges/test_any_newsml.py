"""IPTC's schema and rules, on many articles that nobody would write by hand: always the same ones."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from converter.article import Article, Paragraph
from tests.judges.bench import ask, assert_accepted
from tests.strategies import articles
from tests.writers.newsml.test_any_article import written


def test_newscheck_accepts_every_article_that_can_be_built(tmp_path: Path) -> None:
    @settings(max_examples=300, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(articles())
    def write_one(article: Article) -> None:
        with_words = article.replace(body=(Paragraph(("Rain.",)), *article.body))
        (tmp_path / f"{len(list(tmp_path.iterdir()))}.newsml.xml").write_bytes(written(with_words).content)

    write_one()

    files = sorted(tmp_path.iterdir())
    assert len(files) >= 300
    assert_accepted(ask("newscheck", "--strict", "--all", *files), files)
