"""The document in order: front, body, back."""

from __future__ import annotations

from converter import model
from converter.io.markup import element, start, text
from converter.model.block import Note
from converter.model.traversal import walk
from converter.model.words import has_words
from converter.render import masthead
from converter.render.html_write import language_tag
from converter.render.visible_text import opening_paragraph
from converter.writers.jats.body import Body
from converter.writers.jats.front import Front
from converter.writers.jats.inlines import Text, entities_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context, NoOptions
    from converter.model.article import Article

_PUBLIC = "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN"
_SYSTEM = "JATS-archivearticle1-3.dtd"
_XLINK = "http://www.w3.org/1999/xlink"


def write(article: Article, options: NoOptions, context: Context) -> bytes:
    """Return the document: UTF-8, LF, two spaces of indentation between blocks."""
    from converter.formats.records import Context as Unheard

    # A pointer must lead to what is there, which is known when all is written: once for that, once for good.
    names: set[str] = set()
    _Document(article, Unheard(context.source), names).lines()
    document = _Document(article, context, names)
    lines = document.lines()
    document.tell()
    head = ('<?xml version="1.0" encoding="UTF-8"?>', f'<!DOCTYPE article PUBLIC "{_PUBLIC}" "{_SYSTEM}">')
    return "\n".join((*head, *lines, "")).encode()


class _Document:
    def __init__(self, article: Article, context: Context, names: set[str]) -> None:
        """`names` gives the ids that the document has, and takes those that it gets."""
        self._article = article
        self._context = context
        footnotes = (value for value in walk(article.body) if isinstance(value, Note) and value.kind == "footnote")
        notes = frozenset(note.id for note in footnotes if note.id)
        self._text = Text(notes, entities_in(article.head), names, context)
        self._body = Body(self._text, context)
        self._names = names

    def lines(self) -> list[str]:
        """Return the lines of the document's element."""
        article = self._article
        tag = language_tag(article.lang)
        if tag is None:
            self._context.notice("language-unidentified", "lang", lang=article.lang or "none")
        front = Front(article, self._text, self._body, self._context).lines()
        kind = (("article-type", "news"), ("dtd-version", "1.3"), ("xml:lang", tag or "und"))
        made = [
            start("article", ("xmlns:xlink", _XLINK), *kind),
            *(f"  {line}" for line in front),
            "  <body>",
            *self._opening(),
            *self._body.sections(self._story(), "    "),
            "  </body>",
        ]
        if notes := self._body.footnotes("    "):
            made += ["  <back>", *notes, "  </back>"]
        self._names |= self._body.ids
        return [*made, "</article>"]

    def tell(self) -> None:
        """Say what was folded, once for the document."""
        if self._text.folded:
            self._context.notice("markup-folded", count=self._text.folded, writer="jats")

    def _opening(self) -> list[str]:
        """Return what stands above the story: that it may not be used, and the bylines as printed."""
        lines = [
            element("p", text(words), ("content-type", "warning"), ("xml:lang", "en"))
            for words in masthead.warnings(self._article)
        ]
        for number, byline in enumerate(self._article.head.bylines, 1):
            words = self._text.marked(byline.content, f"head/byline {number}")
            lines.append(element("p", words, ("content-type", "byline")))
        if (dateline := self._dateline()) and opening_paragraph(self._article.body) is None:
            lines.append(
                element("p", self._text.marked(dateline.content, "head/dateline"), ("content-type", "dateline"))
            )
        return [f"    {line}" for line in lines]

    def _story(self) -> model.Blocks:
        """Return the blocks; the dateline runs into the first paragraph where the story opens with one."""
        body, dateline = self._article.body, self._dateline()
        at = opening_paragraph(body)
        if dateline is None or at is None:
            return body
        first = body[at]
        assert isinstance(first, model.Paragraph)
        content = model.inlines(*dateline.content, " ", *first.content)
        return (*body[:at], first.replace(content=content), *body[at + 1 :])

    def _dateline(self) -> model.Dateline | None:
        dateline = self._article.head.dateline
        return dateline if dateline is not None and has_words(dateline.content) else None
