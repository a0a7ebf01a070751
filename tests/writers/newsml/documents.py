"""News items as these tests make and ask them."""

from __future__ import annotations

from typing import Any

from lxml import etree

from converter.core.notices import Notice
from converter.formats.losses import note_losses
from converter.formats.records import Context, Record, Source
from converter.formats.registry import find_writer
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.head import Head
from converter.writers.newsml import write
from converter.writers.newsml.options import NewsmlOptions

RECORD = Record("2024-05-24T10:30:00+03:00", "2024-05-23T18:05:00+03:00", generator_version="0.0.0")
NAMES = {"g": "http://iptc.org/std/nar/2006-10-01/", "h": "http://www.w3.org/1999/xhtml"}
OURS = "urn:converter:article:1#"


class Document:
    """A written item, with what was said on the way."""

    def __init__(self, content: bytes, notices: tuple[Notice, ...]) -> None:
        self.content = content
        self.notices = notices
        self.root = etree.fromstring(content)

    def find(self, path: str) -> Any:
        """Return what an XPath gives; `g:` is NewsML-G2, `h:` XHTML."""
        return self.root.xpath(path, namespaces=NAMES)

    def texts(self, path: str) -> list[str]:
        """Return the words of each element that the XPath gives."""
        return ["".join(element.itertext()) for element in self.find(path)]

    def names(self, path: str) -> list[str]:
        """Return the names of the children of the one element that the XPath gives."""
        (element,) = self.find(path)
        return [etree.QName(child).localname for child in element]

    @property
    def codes(self) -> list[str]:
        """Return the codes of the notices, in order."""
        return [notice.code for notice in self.notices]

    def facts(self, code: str) -> list[dict[str, str]]:
        """Return the facts of each notice of the code."""
        return [dict(notice.facts) for notice in self.notices if notice.code == code]


def made(article: Article, *, record: Record = RECORD, options: NewsmlOptions | None = None) -> Document:
    """Return the item of the article."""
    context = Context(Source("story.txt"), record=record)
    note_losses(article, find_writer("newsml"), context)
    content = write(article, options or NewsmlOptions(), context)
    return Document(content, context.notices)


def story(head: Head | None = None, *body: Any, **fields: Any) -> Article:
    """Return an article that NewsML-G2 can hold, with the head and blocks given; without blocks, one paragraph."""
    settings: dict[str, Any] = {"guid": "tag:example.com,2024:story", "lang": "en", **fields}
    return Article(body or (Paragraph(("Rain fell on Sample Bay.",)),), head or Head(), **settings)
