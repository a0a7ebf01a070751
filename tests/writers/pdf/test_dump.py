"""The full article as tags, text, artifacts, links and fonts: `--accept` rewrites it, and the diff is reviewed."""

from __future__ import annotations

from pathlib import Path

from tests.articles import full_article
from tests.writers.pdf.making import make
from tests.writers.pdf.reading import dump

EXPECTED = Path(__file__).parent / "full_article.pdf.txt"


def test_the_full_article_has_the_tags_and_words_that_were_reviewed(accept: bool) -> None:
    came = dump(make(full_article())[0])

    if accept:
        EXPECTED.write_text(came, encoding="utf-8")
    assert came == EXPECTED.read_text(encoding="utf-8")
