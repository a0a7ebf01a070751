"""Runs → inlines: words, marks, links, references, breaks (ECMA-376 part 1 §17.3)."""

from __future__ import annotations

from converter import model
from converter.model.checks import is_xml_text
from converter.model.inline import Inline, Inlines, inlines
from converter.readers.docx.parts import R, W
from converter.readers.docx.styles import value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from converter.readers.docx.parts import Relation

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SKIPPED = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "proofErr", "instrText", "delText", "delInstrText", "fldChar")
)
_OFF = ("0", "false", "off", "none")
_MARKS: tuple[tuple[str, Callable[[Inlines], Inline]], ...] = (
    ("b", model.Strong),
    ("i", model.Emphasis),
    ("u", model.Underline),
    ("strike", model.Strike),
)
_CODE = ("html code", "code", "source code", "verbatim char")


class Piece:
    """What one paragraph's content is made of, in order: words with their marks, a link, or a drawing to be placed."""

    def __init__(
        self, kind: str, content: Inlines = (), element: _Element | None = None, style: str | None = None
    ) -> None:
        self.kind = kind
        """`words` or `drawing`."""
        self.content = content
        self.element = element
        self.style = style


class Words:
    """Turns the content of paragraphs into pieces."""

    def __init__(
        self, relations: dict[str, Relation], style_name: Callable[[str | None], str], notes: frozenset[str]
    ) -> None:
        self._relations = relations
        self._style_name = style_name
        self._notes = notes
        self.references: list[tuple[str, str]] = []
        """Kind (`footnote`, `endnote`, `comment`) and id of each note that is referred to, in order."""
        self.deleted = 0

    def pieces(self, holder: _Element) -> list[Piece]:
        """Return the pieces of a paragraph or of any holder of runs."""
        return list(self._of(holder, None))

    def _of(self, holder: _Element, href: str | None) -> Iterator[Piece]:
        for child in holder:
            tag = child.tag
            if tag == f"{W}r":
                yield from self._run(child, href)
            elif tag == f"{W}hyperlink":
                relation = self._relations.get(child.get(f"{R}id") or "")
                anchor = child.get(f"{W}anchor")
                target = (
                    relation.target if relation is not None and relation.external else f"#{anchor}" if anchor else None
                )
                yield from self._of(child, href or target)
            elif tag in (f"{W}del", f"{W}moveFrom"):
                self.deleted += 1
            elif tag in _SKIPPED:
                continue
            elif tag == f"{MC}AlternateContent":
                yield from self._alternative(child, href)
            elif tag == f"{M}t":
                yield Piece("words", inlines("".join(map(str, child.itertext()))))
            elif isinstance(tag, str) and tag != f"{W}p":
                yield from self._of(child, href)

    def _alternative(self, element: _Element, href: str | None) -> Iterator[Piece]:
        """Yield the pieces of the first way of saying it: the others are for programs that know less."""
        first = next((child for child in element if child.tag in (f"{MC}Choice", f"{MC}Fallback")), None)
        if first is not None:
            yield from self._of(first, href) if first.find(f"{W}r") is not None else self._within(first, href, None, ())

    def _run(self, run: _Element, href: str | None) -> Iterator[Piece]:
        properties = run.find(f"{W}rPr")
        style = self._style_name(value(properties.find(f"{W}rStyle"))) if properties is not None else ""
        marks = self._marks(properties, style, href)
        yield from self._within(run, href, properties, marks, style)

    def _within(
        self,
        holder: _Element,
        href: str | None,
        properties: _Element | None,
        marks: tuple[Callable[[Inlines], Inline], ...],
        style: str = "",
    ) -> Iterator[Piece]:
        words: list[Inline] = []

        def close() -> Iterator[Piece]:
            content = inlines(*words)
            words.clear()
            if content:
                yield Piece("words", self._marked(content, marks), style=style)

        for child in holder:
            tag = child.tag
            if tag == f"{W}t":
                words.append(child.text or "")
            elif tag == f"{W}tab":
                words.append("\t")
            elif tag in (f"{W}br", f"{W}cr"):
                if child.get(f"{W}type") in (None, "textWrapping"):
                    words.append(model.LineBreak())
            elif tag == f"{W}noBreakHyphen":
                words.append("\u2011")
            elif tag == f"{W}softHyphen":
                words.append("\u00ad")
            elif tag == f"{W}sym":
                words.append(_symbol(child))
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"):
                yield from close()
                kind = str(tag).rpartition("}")[2].removesuffix("Reference")
                identifier = child.get(f"{W}id") or ""
                self.references.append((kind, identifier))
                if kind != "comment":
                    number = sum(1 for each, _ in self.references if each == kind)
                    mark: Inline = model.Superscript((str(number),))
                    target = note_id(kind, identifier)
                    yield Piece("words", (model.Ref((mark,), target) if target in self._notes else mark,))
            elif tag == f"{W}ruby":
                yield from close()
                yield from self._ruby(child)
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                yield from close()
                yield Piece("drawing", element=child)
            elif tag == f"{MC}AlternateContent":
                yield from close()
                first = next((each for each in child if each.tag in (f"{MC}Choice", f"{MC}Fallback")), None)
                if first is not None:
                    yield from self._within(first, href, properties, marks, style)
        yield from close()

    def _ruby(self, element: _Element) -> Iterator[Piece]:
        base, reading = element.find(f"{W}rubyBase"), element.find(f"{W}rt")
        words = _flat(self._of(base, None)) if base is not None else ()
        said = _flat(self._of(reading, None)) if reading is not None else ()
        if words and said:
            yield Piece("words", (model.Ruby(words, said),))
        elif words or said:
            yield Piece("words", words or said)

    def _marks(
        self, properties: _Element | None, style: str, href: str | None
    ) -> tuple[Callable[[Inlines], Inline], ...]:
        marks: list[Callable[[Inlines], Inline]] = []
        if properties is not None:
            for name, mark in _MARKS:
                found = properties.find(f"{W}{name}")
                if found is not None and (value(found) or "") not in _OFF and not (name == "u" and href):
                    marks.append(mark)
            if properties.find(f"{W}dstrike") is not None and value(properties.find(f"{W}dstrike")) not in _OFF:
                marks.append(model.Strike)
            raised = value(properties.find(f"{W}vertAlign"))
            if raised in ("superscript", "subscript"):
                marks.append(model.Superscript if raised == "superscript" else model.Subscript)
        if style in _CODE:
            marks.append(model.Code)
        if href is not None and is_xml_text(href) and href.strip():
            marks.append(lambda content: _linked(content, href))
        return tuple(marks)

    def _marked(self, content: Inlines, marks: tuple[Callable[[Inlines], Inline], ...]) -> Inlines:
        for mark in marks:
            content = (mark(content),)
        return content


def _linked(content: Inlines, href: str) -> Inline:
    if any(isinstance(found, model.Link | model.Ref) for found in model.walk(content)):
        return model.Span(content)
    return model.Link(content, href)


def _flat(pieces: Iterator[Piece]) -> Inlines:
    return joined(piece.content for piece in pieces if piece.kind == "words")


def joined(contents: Iterator[Inlines]) -> Inlines:
    """Return the contents as one, marks of the same kind that touch joined: Word cuts a word into runs as it likes."""
    out: list[Inline] = []
    for content in contents:
        for item in content:
            last = out[-1] if out else None
            together = _together(last, item)
            if together is not None:
                out[-1] = together
            else:
                out.append(item)
    return inlines(*out)


def _together(last: Inline | None, item: Inline) -> Inline | None:
    if isinstance(last, str) and isinstance(item, str):
        return last + item
    if last is None or isinstance(last, str) or isinstance(item, str) or type(last) is not type(item):
        return None
    if isinstance(last, model.Link) and isinstance(item, model.Link):
        if last.href != item.href:
            return None
        return last.replace(content=joined(iter((last.content, item.content))))
    if isinstance(
        last,
        model.Strong
        | model.Emphasis
        | model.Underline
        | model.Strike
        | model.Subscript
        | model.Superscript
        | model.Code,
    ):
        assert isinstance(item, type(last))
        return last.replace(content=joined(iter((last.content, item.content))))
    return None


def note_id(kind: str, identifier: str) -> str:
    """Return the id that a note has in the article."""
    return f"{kind}-{identifier.lstrip('-')}" if identifier.lstrip("-").isalnum() else kind


def _symbol(element: _Element) -> str:
    """Return the character of a symbol; one of a symbol font's own is a private character, kept as it is."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
        return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
    except (ValueError, OverflowError):
        return "\ufffd"
