"""A property is in an exchange format unless its writer declares that it is lost."""

from __future__ import annotations

import pytest

from converter.conversion.pipeline import Target, write
from converter.formats.losses import declared
from converter.formats.records import Record
from converter.formats.registry import find_writer
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.head import Keyword, Property
from tests.articles import full_article

RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00")
MARK = "words-of-a-property"


@pytest.mark.parametrize("name", ["newsml", "nitf", "ninjs"])
def test_property_is_there_unless_it_is_declared_lost(name: str) -> None:
    head = full_article().head.replace(properties=(Property("a:b", (MARK,)),), keywords=(Keyword("bridge"),))
    article = Article((Paragraph(("Rain.",)),), head, guid="tag:example.com,2024:a", version=2, lang="en")

    output = write(article, Target(name), record=RECORD).outputs[name].decode()

    is_lost = any("Property" in loss.parts for loss in declared(find_writer(name)) if not loss.when)
    assert (MARK in output) != is_lost
    assert "bridge" in output
