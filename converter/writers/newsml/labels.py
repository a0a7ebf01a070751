"""Inlines in G2's own metadata: `a`, `inline`, `span`, `ruby`, and `br` where a block of text may have one.

G2 lets them nest only so: an `a` holds `inline`, an `inline` holds `span`, a
`span` holds `ruby`, and a `ruby` holds words alone. Stressed words are a bare
`inline`; every other mark says its canonical name as `class`. What does not
fit is folded into its words, with one notice a field.
"""

from __future__ import annotations

from typing import assert_never

from converter import model
from converter.io.markup import element, text
from converter.model.words import has_words, plain_text
from converter.newsformats.words import texts_in
from converter.render.html_write import language_tag
from converter.render.links import live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.block import Blocks
    from converter.model.inline import Inline, Inlines

# How deep we are: what may still stand inside.
_SPAN, _INLINE, _A, _TOP = range(4)


class Labels:
    """Writes the inlines of head fields."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._breaks = False
        self._folded = 0

    def label(self, content: Inlines, where: str) -> str:
        """Return the markup for a property of one line (`Label1Type`): a line break becomes a space."""
        return self._field(content, where, breaks=False)

    def block(self, content: Inlines, where: str) -> str:
        """Return the markup for a property that may have several lines (`BlockType`)."""
        return self._field(content, where, breaks=True)

    def paragraphs(self, blocks: Blocks, where: str) -> list[str]:
        """Return the markup of each piece of text; blocks that are no paragraph are folded into theirs."""
        folded = sum(not isinstance(block, model.Paragraph | model.Furniture) for block in blocks)
        if folded:
            self._context.notice("structure-folded", where, count=folded, writer="newsml")
        return [self.block(content, where) for content in texts_in(blocks) if has_words(content)]

    def _field(self, content: Inlines, where: str, *, breaks: bool) -> str:
        self._breaks, self._folded = breaks, 0
        self._where = where
        words = self._inlines(content, _TOP)
        if self._folded:
            self._context.notice("markup-folded", where, count=self._folded, writer="newsml")
        return words

    def _inlines(self, content: Inlines, room: int) -> str:
        return "".join([text(item) if isinstance(item, str) else self._inline(item, room) for item in content])

    def _inline(self, item: Inline, room: int) -> str:
        match item:
            case str():
                return text(item)
            case model.Emphasis():
                return self._mark(item.content, "em", room)
            case model.Strong():
                return self._mark(item.content, "strong", room)
            case model.Underline():
                return self._mark(item.content, "u", room)
            case model.Strike():
                return self._mark(item.content, "s", room)
            case model.Subscript():
                return self._mark(item.content, "sub", room)
            case model.Superscript():
                return self._mark(item.content, "sup", room)
            case model.Code():
                return self._mark(item.content, "code", room)
            case model.Ref():
                self._folded += 1  # G2 has no pointer from its metadata into the body.
                return self._mark(item.content, "ref", room)
            case model.Quotation():
                known = (item.speaker, item.verb, item.speaker_name, item.quotation)
                self._folded += known != (None, None, None, None)
                return self._mark(item.content, "q", room)
            case model.Mention():
                return self._mark(item.content, "mention", room, literal=item.ref)
            case model.Time():
                self._folded += item.datetime is not None
                return self._mark(item.content, "time", room)
            case model.Abbreviation():
                self._folded += item.title is not None
                return self._mark(item.content, "abbr", room)
            case model.Link():
                return self._link(item, room)
            case model.Span():
                return self._span(item, room)
            case model.Ruby():
                return self._ruby(item)
            case model.LineBreak():
                if self._breaks and room == _TOP:
                    return "<br/>"
                self._folded += 1
                return " "
            case model.Char():
                return "\N{REPLACEMENT CHARACTER}"
            case _:
                assert_never(item)

    def _mark(self, content: Inlines, name: str, room: int, literal: str | None = None) -> str:
        if room > _INLINE:
            attributes = (("literal", literal), ("class", None if name == "em" else name))
            return element("inline", self._inlines(content, _INLINE), *attributes)
        self._folded += literal is not None or room < _INLINE
        if room == _INLINE:
            return element("span", self._inlines(content, _SPAN), ("class", name))
        return self._inlines(content, room)

    def _link(self, item: model.Link, room: int) -> str:
        address = live(item.href)
        if address is None:
            self._context.notice("link-as-text", self._where, href=item.href)
            return self._inlines(item.content, room)
        self._folded += room < _TOP or item.title is not None
        if room < _TOP:
            return self._inlines(item.content, room)
        return element("a", self._inlines(item.content, _A), ("href", address))

    def _span(self, item: model.Span, room: int) -> str:
        if room < _INLINE:
            self._folded += 1
            return self._inlines(item.content, room)
        tag = language_tag(item.lang)
        self._folded += tag != item.lang
        return element("span", self._inlines(item.content, _SPAN), ("xml:lang", tag), ("dir", item.dir))

    def _ruby(self, item: model.Ruby) -> str:
        base, reading = (self._words(content) for content in (item.content, item.reading))
        return f"<ruby><rb>{base}</rb><rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>"

    def _words(self, content: Inlines) -> str:
        self._folded += sum(not isinstance(item, str | model.Char) for item in content)
        return text(plain_text(content))
