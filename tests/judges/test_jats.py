"""The DTD of JATS on every document, and on articles that nobody would write.

A document is judged by what it says it is, Archiving 1.3 (NISO Z39.96). It is
judged by Publishing 1.3 too, which is stricter, with what that demands and a
news story does not have put in: an ISSN, a journal, a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from lxml import etree

from converter.formats.records import Context, NoOptions, Source
from converter.model.article import Article
from converter.writers.jats import write
from tests.judges.node import folder_of
from tests.strategies import articles

DTDS = folder_of("@jats4r/dtds") / "schema" / "1.3"
_BEFORE_PUB_DATE = ("article-id", "article-categories", "title-group", "contrib-group")


@pytest.fixture(scope="module")
def archiving() -> etree.DTD:
    """Return the DTD of Archiving 1.3."""
    return read_dtd("JATS-archivearticle1-3.dtd")


@pytest.fixture(scope="module")
def publishing() -> etree.DTD:
    """Return the DTD of Publishing 1.3."""
    return read_dtd("JATS-journalpublishing1-3.dtd")


def read_dtd(name: str) -> etree.DTD:
    """Return a DTD of the package."""
    if not (DTDS / name).is_file():
        pytest.fail(f"no {name} in {DTDS}: run just judges-setup")
    return etree.DTD(str(DTDS / name))


def faults(document: bytes, archiving: etree.DTD, publishing: etree.DTD) -> Iterator[str]:
    """Yield what the DTDs say against a document."""
    root = etree.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", document, count=1))
    if not archiving.validate(root):
        yield from str(archiving.error_log).splitlines()
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
    if not publishing.validate(root):
        yield from str(publishing.error_log).splitlines()


def test_dtds_accept_every_document(jats_files: list[Path], archiving: etree.DTD, publishing: etree.DTD) -> None:
    found = [
        f"{path.name}: {fault}" for path in jats_files for fault in faults(path.read_bytes(), archiving, publishing)
    ]

    assert len(jats_files) > 100
    assert found == []
    broken = jats_files[0].read_bytes().replace(b"<title-group>", b"<title-group><p/>")
    assert len(list(faults(broken, archiving, publishing))) > 1


def test_dtds_accept_any_article(archiving: etree.DTD, publishing: etree.DTD) -> None:
    found: list[str] = []

    @seed(1)
    @settings(
        max_examples=80, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(articles())
    def judge(article: Article) -> None:
        document = write(article, NoOptions(), Context(Source("-")))
        found.extend(f"{fault}\n{document.decode()}" for fault in faults(document, archiving, publishing))

    judge()

    assert found == []
