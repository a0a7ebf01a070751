"""The DTD of JATS on every document, and on articles that nobody would write.

The DTD that can be had from a package is that of the Publishing tag set 1.1.
It is stricter than what we write by, Archiving 1.3: each of its documents is
one of that (NISO Z39.96). So a document is judged by it with what it demands
and a news story does not have put in: an ISSN, a journal, a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from lxml import etree

from converter.article import Article
from converter.formats import Context, NoOptions, Source
from converter.writers.jats import write
from tests.judges.bench import PYTHON
from tests.strategies import articles

NEWER = ("vocab", "vocab-term-identifier")
"""Attributes that came with 1.2."""
_BEFORE_PUB_DATE = ("article-id", "article-categories", "title-group", "contrib-group")


@pytest.fixture(scope="module")
def dtd() -> etree.DTD:
    """Return the DTD of Publishing 1.1."""
    found = list(PYTHON.parent.parent.glob("lib/*/site-packages/packtools/catalogs/jats-publishing-dtd-1.1"))
    if not found:
        pytest.fail(f"no packtools beside {PYTHON}: run just judges-setup")
    return etree.DTD(str(found[0] / "JATS-journalpublishing1.dtd"))


def faults(document: bytes, dtd: etree.DTD) -> Iterator[str]:
    """Yield what the DTD says against a document."""
    root = etree.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", document, count=1))
    root.set("dtd-version", "1.1")
    for element in root.iter(etree.Element):
        for name in NEWER:
            if name in element.attrib:
                del element.attrib[name]
    front = root.find("front")
    assert front is not None
    journal = front.find("journal-meta")
    if journal is None:
        journal = etree.Element("journal-meta")
        etree.SubElement(journal, "journal-id")
        front.insert(0, journal)
    journal.insert(min(len(journal), 2), etree.Element("issn"))
    story = front.find("article-meta")
    assert story is not None
    if story.find("pub-date") is None:
        day = etree.Element("pub-date")
        etree.SubElement(day, "year").text = "2024"
        story.insert(sum(child.tag in _BEFORE_PUB_DATE for child in story), day)
    if not dtd.validate(root):
        yield from str(dtd.error_log).splitlines()


def test_dtd_accepts_every_document(jats_files: list[Path], dtd: etree.DTD) -> None:
    found = [f"{path.name}: {fault}" for path in jats_files for fault in faults(path.read_bytes(), dtd)]

    assert len(jats_files) > 100
    assert found == []
    assert list(faults(jats_files[0].read_bytes().replace(b"<title-group>", b"<title-group><p/>"), dtd)) != []


def test_dtd_accepts_any_article(dtd: etree.DTD) -> None:
    found: list[str] = []

    @seed(1)
    @settings(
        max_examples=80, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(articles())
    def judge(article: Article) -> None:
        document = write(article, NoOptions(), Context(Source("-")))
        found.extend(f"{fault}\n{document.decode()}" for fault in faults(document, dtd))

    judge()

    assert found == []
