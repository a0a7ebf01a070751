"""Text in NITF: what its `enrichedText` can mark, and what is folded into plain words.

There is no strong, u, s or code, so an `em` says in its class which it is.
The elements for names, dates and numbers hold words alone.
"""

from __future__ import annotations

from typing import assert_never

from converter import model
from converter.io.markup import element, text
from converter.model.words import plain_text
from converter.newsformats.dates import compact
from converter.newsformats.nitf_identifiers import REFERENCE, attributes
from converter.newsformats.words import holdable, marks_in
from converter.render.html_write import NAMESPACE as XHTML
from converter.render.html_write import language_tag
from converter.render.links import live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.inline import Inline, Inlines

_ENTITIES = {"person": "person", "organisation": "org", "place": "location", "event": "event"}


class Text:
    """Writes the inlines of one article; what is folded is counted, and said once for each place."""

    def __init__(self, article: Article, context: Context, writer: str = "nitf") -> None:
        self._context = context
        self._writer = writer
        self._kinds = {entity.id: entity.kind for entity in article.head.entities if entity.id}
        self._folded = 0
        self._where = ""

    def enriched(self, content: Inlines, where: str) -> str:
        """Return the markup of inlines."""
        self._where, self._folded = where, 0
        made = self._inlines(content)
        self._tell()
        return made

    def plain(self, content: Inlines, where: str) -> str:
        """Return the markup of words where NITF allows no marks at all; a line break stays a line end."""
        self._where, self._folded = where, 0
        made = self._words(content)
        self._tell()
        return made

    def _tell(self) -> None:
        if self._folded:
            self._context.notice("markup-folded", self._where, count=self._folded, writer=self._writer)

    def _words(self, content: Inlines) -> str:
        self._folded += marks_in(content)
        return text(holdable(plain_text(content)))

    def _inlines(self, content: Inlines) -> str:
        return "".join([text(item) if isinstance(item, str) else self._inline(item) for item in content])

    def _inline(self, item: Inline) -> str:
        match item:
            case str():
                return text(item)
            case model.Emphasis():
                return self._em(item.content, None)
            case model.Strong():
                return self._em(item.content, "strong")
            case model.Underline():
                return self._em(item.content, "u")
            case model.Strike():
                return self._em(item.content, "s")
            case model.Code():
                return self._em(item.content, "code")
            case model.Subscript():
                return f"<num><sub>{self._words(item.content)}</sub></num>"
            case model.Superscript():
                return f"<num><sup>{self._words(item.content)}</sup></num>"
            case model.Link():
                return self._link(item)
            case model.Ref():
                return element("a", self._inlines(item.content), ("href", f"#{item.target}"), ("class", "ref"))
            case model.Quotation():
                return element("q", self._inlines(item.content))
            case model.Mention():
                return self._mention(item)
            case model.Time():
                norm = compact(item.datetime) if item.datetime else None
                self._folded += norm is None and item.datetime is not None
                return element("chron", self._words(item.content), ("norm", norm))
            case model.Abbreviation():
                return element("classifier", self._words(item.content), ("type", "abbr"), ("value", item.title))
            case model.Span():
                return self._span(item)
            case model.Ruby():
                base, reading = self._words(item.content), self._words(item.reading)
                return f'<ruby xmlns="{XHTML}">{base}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>'
            case model.LineBreak():
                return "<br/>"
            case model.Char():
                return "\N{REPLACEMENT CHARACTER}"
            case _:
                assert_never(item)

    def _em(self, content: Inlines, kind: str | None) -> str:
        return element("em", self._inlines(content), ("class", kind))

    def _link(self, item: model.Link) -> str:
        address = live(item.href)
        if address is None:
            self._context.notice("link-as-text", self._where, href=item.href)
            return self._inlines(item.content)
        return element("a", self._inlines(item.content), ("href", address), ("title", item.title))

    def _mention(self, item: model.Mention) -> str:
        """Return the element for the kind of what is mentioned; where nobody knows the kind, a bare classifier."""
        words = self._words(item.content)
        if item.ref not in self._kinds:
            return element("classifier", words, ("type", "mention"), ("value", item.ref))
        tag = _ENTITIES[self._kinds[item.ref]]
        return element(tag, words, *attributes(tag, (REFERENCE, item.ref)))

    def _span(self, item: model.Span) -> str:
        tag = language_tag(item.lang)
        self._folded += tag != item.lang
        return element("lang", self._inlines(item.content), ("xml:lang", tag)) if tag else self._inlines(item.content)
