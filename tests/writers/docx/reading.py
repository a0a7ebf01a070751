"""A DOCX as a reader sees it: parts, paragraphs and words, by the standard library's ZIP and lxml alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from converter.core.notices import Notice
from converter.formats.losses import note_losses
from converter.formats.records import Context, Source
from converter.formats.registry import find_writer
from converter.model.article import Article
from converter.model.media import Media
from converter.model.style import NEWS, Style
from converter.writers.docx import write
from converter.writers.docx.options import DocxOptions

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMES = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}


class Document:
    """What came of writing an article."""

    def __init__(self, content: bytes, notices: tuple[Notice, ...] = ()) -> None:
        self.content = content
        self.notices = notices
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            assert package.testzip() is None
            self.members = package.infolist()
            self.parts = {member.filename: package.read(member) for member in self.members}

    @property
    def codes(self) -> list[str]:
        """Return the codes of the notices, in order."""
        return [notice.code for notice in self.notices]

    def xml(self, name: str = "word/document.xml") -> etree._Element:
        """Return the root of a part."""
        return etree.fromstring(self.parts[name])

    def find(self, path: str, name: str = "word/document.xml") -> list[etree._Element]:
        """Return the elements that an XPath finds in a part."""
        found = self.xml(name).xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, etree._Element)]

    def values(self, path: str, name: str = "word/document.xml") -> list[str]:
        """Return the attributes or texts that an XPath finds in a part."""
        found = self.xml(name).xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return [str(value) for value in found]

    def paragraphs(self, name: str = "word/document.xml") -> list[tuple[str, str]]:
        """Return style id and words of each paragraph of a part, in order."""
        return [(_style(paragraph), "".join(_words(paragraph))) for paragraph in self.xml(name).iter(f"{W}p")]

    def styled(self, style: str) -> list[str]:
        """Return the words of each paragraph of the story in the style."""
        return [words for name, words in self.paragraphs() if name == style]

    def words(self) -> str:
        """Return all words of story and footnotes, a paragraph a line."""
        names = ["word/document.xml", *(["word/footnotes.xml"] if "word/footnotes.xml" in self.parts else [])]
        return "\n".join(words for name in names for _, words in self.paragraphs(name))

    def targets(self, name: str = "word/_rels/document.xml.rels") -> dict[str, str]:
        """Return id → target of the relationships that lead out of the package."""
        return {
            str(relationship.get("Id")): str(relationship.get("Target"))
            for relationship in self.find("//rel:Relationship[@TargetMode='External']", name)
        }


def written(
    article: Article, options: DocxOptions | None = None, *, media: Media | None = None, style: Style = NEWS
) -> Document:
    """Return the DOCX of the article."""
    context = Context(Source("story.txt"), media=media, style=style)
    note_losses(article, find_writer("docx"), context)
    content = write(article, options or DocxOptions(), context)
    return Document(content, context.notices)


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def _words(element: etree._Element) -> Iterator[str]:
    """Yield the words below an element; a reading comes after what it reads."""
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag == f"{W}br":
            yield "\n"
        elif child.tag == f"{W}footnoteReference" and child.get(f"{W}customMarkFollows") is None:
            yield str(child.get(f"{W}id"))
        elif child.tag == f"{W}ruby":
            for part in ("rubyBase", "rt"):
                yield from _words(child.find(f"{W}{part}"))  # type: ignore[arg-type]
        elif child.tag not in (f"{W}pPr", f"{W}rPr"):
            yield from _words(child)
