"""Gemtext as an article: headings, quotes, links and paragraphs; every other line is a paragraph."""

from __future__ import annotations

from converter.core.errors import UnreadableInput
from converter.model import Article, Head, Heading, Headline, Link, Paragraph, Quote, inlines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats import Context, NoOptions
    from converter.model import Block


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article; its first line is the headline when it is a heading of the first level.

    Raises UnreadableInput when the bytes are not UTF-8, or hold no text.
    """
    try:
        lines = [line for line in source.decode().splitlines() if line.strip()]
    except UnicodeDecodeError as error:
        raise UnreadableInput("not UTF-8", where=f"byte {error.start}") from error
    if not lines:
        raise UnreadableInput("holds no text")
    head = Head()
    if lines and lines[0].startswith("# "):
        head = Head(headlines=(Headline(inlines(lines.pop(0)[2:])),))
    return Article(tuple(block_of(line) for line in lines), head)


def block_of(line: str) -> Block:
    """Return what one line says."""
    mark, _, words = line.partition(" ")
    match mark:
        case "#" | "##" | "###" if words:
            return Heading(inlines(words), level=len(mark))
        case ">" if words:
            return Quote((Paragraph(inlines(words)),))
        case "=>" if words:
            href, _, label = words.partition(" ")
            return Paragraph((Link(inlines(label or href), href),))
        case _:
            return Paragraph(inlines(line))
