"""Any article that can be built gives a whole package that shows every printed word, in order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from converter.model import canonical
from converter.model.article import Article
from converter.writers.docx.options import DocxOptions
from tests.judges.expected_text import note_lines, squeeze, story_lines
from tests.strategies import articles
from tests.writers.docx.reading import written


def seen(text: str) -> str:
    """Return the text for comparing, without white space: some characters that XML cannot hold are that.

    Without parentheses too: a reading inside a reading, which Word cannot set, stands in a pair of our own.
    """
    return "".join(squeeze(text.translate(dict.fromkeys(map(ord, "\ufffd()")))).split())


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(articles())
def test_every_printed_word_is_in_the_document_in_order(article: Article) -> None:
    document = written(article)

    words = seen(document.words())
    at = 0
    for line in filter(None, map(seen, story_lines(article))):
        found = words.find(line, at)
        assert found >= 0, (line, words)
        at = found + len(line)
    for line in filter(None, map(seen, note_lines(article))):
        assert line in words
    for name in document.parts:
        if name.endswith((".xml", ".rels")):
            document.xml(name)
    assert document.parts["customXml/item1.xml"] == canonical.serialise(article)


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(articles())
def test_same_article_gives_the_same_bytes(article: Article) -> None:
    assert (
        written(article, DocxOptions(paper="letter")).content == written(article, DocxOptions(paper="letter")).content
    )
