"""What a news format declares that it omits is noticed, and is not there; all else is there or noticed by itself."""

from __future__ import annotations

import pytest

from converter.article import Article, Keyword, Paragraph, Property, walk
from converter.formats import Record, find_writer
from converter.pipeline import Target, write
from tests.articles import full_article

RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00")
MARK = "words-of-a-property"


@pytest.mark.parametrize("name", ["newsml", "nitf", "ninjs"])
def test_each_declared_omission_is_noticed_with_its_count(name: str) -> None:
    article = full_article()

    notices = write(article, Target(name), record=RECORD).notices

    counted = {
        facts["what"]: int(facts["count"])
        for notice in notices
        if notice.code == "not-carried" and (facts := dict(notice.facts))
    }
    assert counted == {
        what: sum(type(value).__name__ == what for value in walk(article)) for what in find_writer(name).omits
    }
    assert all(counted.values())


@pytest.mark.parametrize("name", ["newsml", "nitf", "ninjs"])
def test_property_is_there_unless_it_is_declared_to_be_omitted(name: str) -> None:
    head = full_article().head.replace(properties=(Property("a:b", (MARK,)),), keywords=(Keyword("bridge"),))
    article = Article((Paragraph(("Rain.",)),), head, guid="tag:example.com,2024:a", version=2, lang="en")

    output = write(article, Target(name), record=RECORD).outputs[name].decode()

    assert (MARK in output) == ("Property" not in find_writer(name).omits)
    assert "bridge" in output
