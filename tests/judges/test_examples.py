"""The worked examples of the design, made from the articles that they show."""

from __future__ import annotations

import pytest

from converter.formats.records import Context, Record, Source
from converter.model.article import Article
from converter.model.canonical import gate
from converter.writers.newsml.options import NewsmlOptions
from converter.writers.newsml.write import write
from tests.judges.bench import SHARED
from tests.judges.examples import (
    CANCELED_RECORD,
    FULL_RECORD,
    SEED_RECORD,
    canceled_example,
    full_example,
    seed_article,
)

EXAMPLES = [
    pytest.param(seed_article(), SEED_RECORD, "seed", id="seed"),
    pytest.param(full_example(), FULL_RECORD, "full", id="full"),
    pytest.param(canceled_example(), CANCELED_RECORD, "canceled", id="canceled"),
]


@pytest.mark.parametrize(("article", "record", "name"), EXAMPLES)
def test_newsml_example_is_written_byte_for_byte(article: Article, record: Record, name: str) -> None:
    gate(article)

    written = write(article, NewsmlOptions(), Context(Source(f"{name}.xml"), record=record))

    assert written.decode() == (SHARED / "design" / "examples" / f"{name}.newsml-g2.xml").read_text(encoding="utf-8")
