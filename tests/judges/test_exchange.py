"""IPTC's schemas and rules: on every NITF and ninjs document, and on articles that nobody would write by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from converter.formats.records import Context, Record, Source
from converter.formats.registry import find_writer, load
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.newsformats.catalog import HREF, SCHEMES
from tests.judges.bench import SHARED, ask, assert_accepted
from tests.judges.conftest import Judged, files_of
from tests.judges.examples import SEED_RECORD, seed_article
from tests.strategies import articles

RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00")


@pytest.mark.parametrize("writer", ["nitf", "ninjs"])
def test_newscheck_accepts_every_document(outputs: dict[str, Judged], writer: str) -> None:
    files = files_of(writer, outputs)

    assert_accepted(ask("newscheck", "--strict", "--all", *files), files)


def test_newscheck_accepts_every_article_that_can_be_built(tmp_path: Path) -> None:
    """One corpus for all three formats: to draw an article takes longer than to write it."""
    files: list[Path] = []

    @settings(max_examples=300, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(articles())
    def write_each(article: Article) -> None:
        # An embargo without a year or a zone is refused by NITF and ninjs: no document.
        head = article.head.replace(dates=tuple(date for date in article.head.dates if date.kind != "embargoed"))
        article = article.replace(
            guid="tag:example.com,2024:any", head=head, body=(Paragraph(("Rain.",)), *article.body)
        )
        for record in map(find_writer, ("newsml", "nitf", "ninjs")):
            made = load(record.function)(article, load(record.options)(), Context(Source("x"), record=RECORD))
            files.append(tmp_path / f"{len(files)}{record.extension}")
            files[-1].write_bytes(made)

    write_each()

    assert len(files) >= 3 * 300
    assert_accepted(ask("newscheck", "--strict", "--all", *files), files)


@pytest.mark.parametrize(("writer", "options"), [("nitf", {}), ("ninjs", {"plain": True})])
def test_seed_example_is_written_byte_for_byte(writer: str, options: dict[str, bool]) -> None:
    record = find_writer(writer)

    made = load(record.function)(
        seed_article(), load(record.options)(**options), Context(Source("seed.xml"), record=SEED_RECORD)
    )

    example = SHARED / "design" / "examples" / f"seed{record.extension}"
    assert made.decode() == example.read_text(encoding="utf-8")


def test_our_table_of_schemes_is_the_catalog() -> None:
    catalog = etree.parse(SHARED / "iptc" / "catalog" / HREF.rpartition("/")[2])
    schemes = catalog.iter("{http://iptc.org/std/nar/2006-10-01/}scheme")

    assert {scheme.get("alias"): scheme.get("uri") for scheme in schemes} == SCHEMES
