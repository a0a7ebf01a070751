"""Text: what JATS can mark, and what is folded into plain words where it holds words alone."""

from __future__ import annotations

from typing import assert_never

from converter import model
from converter.io.markup import element, text
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.newsformats.words import holdable, marks_in
from converter.render.html_write import language_tag
from converter.render.links import live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.inline import Inline, Inlines


class Text:
    """Writes the inlines of one article; what is folded is counted."""

    def __init__(self, notes: frozenset[str], entities: frozenset[str], there: set[str], context: Context) -> None:
        """`notes` and `entities` are the ids of footnotes and of entities, `there` all ids that the document has."""
        self._notes = notes
        self._entities = entities
        self._there = there
        self._context = context
        self._where = ""
        self.folded = 0

    def marked(self, content: Inlines, where: str) -> str:
        """Return the markup of inlines; notices name `where`."""
        self._where = where
        return self._inlines(content, linked=False)

    def plain(self, content: Inlines) -> str:
        """Return the markup of words where no marks may stand."""
        self.folded += marks_in(content)
        return text(holdable(plain_text(content)))

    def _inlines(self, content: Inlines, *, linked: bool) -> str:
        return "".join(self._inline(item, linked) for item in content)

    def _inline(self, item: Inline, linked: bool) -> str:
        match item:
            case str():
                return text(item)
            case model.Emphasis():
                return self._as("italic", item.content, linked)
            case model.Strong():
                return self._as("bold", item.content, linked)
            case model.Underline():
                return self._as("underline", item.content, linked)
            case model.Strike():
                return self._as("strike", item.content, linked)
            case model.Subscript():
                return self._as("sub", item.content, linked)
            case model.Superscript():
                return self._as("sup", item.content, linked)
            case model.Code():
                return self._as("monospace", item.content, linked)
            case model.Link():
                return self._link(item)
            case model.Ref():
                return self._ref(item)
            case model.Quotation():
                return self._named("quotation", item.content, linked)
            case model.Mention():
                known = item.ref if item.ref in self._entities else None
                return self._named("mention", item.content, linked, ("rid", known), ("alt", item.ref))
            case model.Time():
                return self._named("time", item.content, linked, ("alt", item.datetime))
            case model.Abbreviation() if not linked:
                return element("abbrev", self.plain(item.content), ("alt", item.title))
            case model.Abbreviation():
                self.folded += 1
                return self._inlines(item.content, linked=linked)
            case model.Span():
                tag = language_tag(item.lang)
                if item.lang and tag is None:
                    facts = {"field": "Span.lang", "value": item.lang, "writer": "jats"}
                    self._context.notice("value-not-carried", self._where, **facts)
                return self._named("span", item.content, linked, ("xml:lang", tag))
            case model.Ruby():
                base, reading = self.plain(item.content), self.plain(item.reading)
                return f"<ruby><rb>{base}</rb><rt>{reading}</rt></ruby>"
            case model.LineBreak():
                self.folded += 1  # A `break` may stand in titles and cells only.
                return " "
            case model.Char():
                return "\N{REPLACEMENT CHARACTER}"
            case _:
                assert_never(item)

    def _as(self, name: str, content: Inlines, linked: bool) -> str:
        return element(name, self._inlines(content, linked=linked))

    def _named(self, kind: str, content: Inlines, linked: bool, *attributes: tuple[str, str | None]) -> str:
        return element("named-content", self._inlines(content, linked=linked), ("content-type", kind), *attributes)

    def _link(self, item: model.Link) -> str:
        address = live(item.href)
        if address is not None and address[0] == "#" and address[1:] in self._there:
            return element("xref", self._inlines(item.content, linked=True), ("rid", address[1:]), ("alt", item.title))
        if address is None or address[0] == "#":
            self._context.notice("link-as-text", self._where, href=item.href)
            return self._inlines(item.content, linked=False)
        attributes = (("ext-link-type", "uri"), ("xlink:href", address), ("xlink:title", item.title))
        return element("ext-link", self._inlines(item.content, linked=True), *attributes)

    def _ref(self, item: model.Ref) -> str:
        if item.target not in self._there:
            self._context.notice("link-as-text", self._where, href=f"#{item.target}")
            return self._inlines(item.content, linked=False)
        kind = "fn" if item.target in self._notes else None
        return element("xref", self._inlines(item.content, linked=True), ("ref-type", kind), ("rid", item.target))


def entities_in(head: model.Head) -> frozenset[str]:
    """Return the ids of the entities."""
    return frozenset(value.id for value in walk(head) if isinstance(value, model.Entity) and value.id)
