"""The canonical form as a file: what is written comes back, whoever serialised it again in between."""

from __future__ import annotations

import pytest
from lxml import etree

from converter.core.errors import InvalidDocument, LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.formats.records import Context, NoOptions, Source
from converter.model.article import Article, Provenance
from converter.model.block import Paragraph
from converter.readers.xml import read, sniff
from converter.writers.xml import write
from tests.articles import full_article


def context(limits: Limits | None = None) -> Context:
    return Context(Source("story.xml"), limits=limits)


def test_full_article_comes_back_equal_provenance_included() -> None:
    carried = write(full_article(), NoOptions(), context())

    assert read(carried, NoOptions(), context()) == full_article()


def test_writing_and_reading_the_canonical_form_has_nothing_to_notice() -> None:
    here = context()

    read(write(full_article(), NoOptions(), here), NoOptions(), here)

    assert here.notices == ()


def test_provenance_is_the_sources_not_the_carriers() -> None:
    article = Article((Paragraph(("Rain.",)),), provenance=Provenance(name="rain.txt", charset="koi8-r"))

    again = read(write(article, NoOptions(), context()), NoOptions(), context(None))

    assert again.provenance == Provenance(name="rain.txt", charset="koi8-r")


def test_another_serialisation_of_the_same_document_gives_the_same_article() -> None:
    root = etree.fromstring(write(full_article(), NoOptions(), context()))
    other = b"<!-- kept by hand -->" + etree.tostring(root, encoding="us-ascii")

    assert read(other, NoOptions(), context()) == full_article()


def test_document_that_the_schema_refuses_names_element_and_line() -> None:
    opening = b'<article xmlns="urn:converter:article:1" schema="1" version="1" status="usable"><head/>'
    broken = opening + b"\n<body><para/></body></article>"

    with pytest.raises(InvalidDocument, match="para") as caught:
        read(broken, NoOptions(), context())

    assert caught.value.where == "line 2"


def test_document_with_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE article [<!ENTITY a "aaaa">]><article xmlns="urn:converter:article:1">&a;</article>'

    with pytest.raises(UnreadableInput, match="entit"):
        read(bomb, NoOptions(), context())


def test_document_over_a_limit_is_refused_by_its_name() -> None:
    carried = write(full_article(), NoOptions(), context())

    with pytest.raises(LimitExceeded, match="xml_elements"):
        read(carried, NoOptions(), context(Limits(xml_elements=10)))


def test_sniff_knows_the_canonical_form_and_nothing_else() -> None:
    assert sniff(write(full_article(), NoOptions(), context())) is True
    assert sniff(b"An article about urn:converter:article:1") is False
    assert sniff(b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>') is None


def test_doctype_is_passed_over_with_a_notice() -> None:
    here = context()
    document = b'<!DOCTYPE article SYSTEM "http://example.com/article.dtd">' + write(full_article(), NoOptions(), here)

    article = read(document, NoOptions(), here)

    assert article == full_article()
    assert [notice.code for notice in here.notices] == ["doctype-ignored"]
