"""Words and inline markup of a page → inlines, white space collapsed as a browser does (CSS Text 3 §4.1)."""

from __future__ import annotations

import re

from converter import model
from converter.model.checks import matches
from converter.model.inline import Inline, Inlines, inlines
from converter.readers.html.page import SILENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Literal

    from lxml.etree import _Element

    from converter.readers.html.page import Piece

_SPACES = re.compile("[ \t\n\r\f]+")
_MARKS: dict[str, Callable[[Inlines], Inline]] = {
    **dict.fromkeys(("em", "i", "cite", "var", "dfn"), model.Emphasis),
    **dict.fromkeys(("strong", "b"), model.Strong),
    **dict.fromkeys(("u", "ins"), model.Underline),
    **dict.fromkeys(("s", "strike", "del"), model.Strike),
    "sub": model.Subscript,
    "sup": model.Superscript,
    **dict.fromkeys(("code", "kbd", "samp", "tt"), model.Code),
}


class Words:
    """Turns the pieces of one block into inlines; one for each block, as white space collapses over its pieces."""

    def __init__(self, resolve: Callable[[str], str | None], *, keep_spaces: bool = False) -> None:
        self._resolve = resolve
        self._keep_spaces = keep_spaces
        self._gap = False
        self._begun = False

    def inlines(self, pieces: Iterable[Piece]) -> Inlines:
        """Return the inlines, without white space at the ends and without line breaks there."""
        made = self._of(pieces, in_link=False)
        while made and isinstance(made[0], model.LineBreak):
            made = made[1:]
        while made and isinstance(made[-1], model.LineBreak):
            made = made[:-1]
        return made

    def _of(self, pieces: Iterable[Piece], *, in_link: bool) -> Inlines:
        out: list[Inline] = []
        for piece in pieces:
            if isinstance(piece, str):
                out.append(self._text(piece))
            elif piece.tag not in SILENT:
                out += self._element(piece, in_link=in_link)
        return inlines(*out)

    def _text(self, text: str) -> str:
        if self._keep_spaces:
            return text
        collapsed = _SPACES.sub(" ", text)
        if collapsed[:1] == " ":
            self._gap = True
        words = collapsed.strip(" ")
        if not words:
            return ""
        before = " " if self._gap and self._begun else ""
        self._gap = collapsed[-1] == " "
        self._begun = True
        return before + words

    def _element(self, element: _Element, *, in_link: bool) -> list[Inline]:
        tag = element.tag
        if tag == "br":
            self._gap = self._begun = False
            return [model.LineBreak()]
        if tag == "ruby":
            return self._ruby(element)
        href = self._resolve(element.get("href") or "") if tag == "a" and not in_link else None
        gap, begun = self._gap, self._begun
        content = self._of(_pieces(element), in_link=in_link or href is not None)
        if not content:
            return []
        lead: list[Inline] = []
        if isinstance(content[0], str) and content[0][:1] == " " and gap and begun and len(content[0]) > 1:
            # The blank before a mark stands before it: `said <b>so</b>`, however the page broke its lines.
            lead, content = [" "], (content[0][1:], *content[1:])
        return [*lead, *self._marked(element, content, href)]

    def _marked(self, element: _Element, content: Inlines, href: str | None) -> Inlines:
        tag = element.tag
        if href is not None:
            title = _attribute(element, "title")
            return (model.Link(content, href, title),)
        if tag in _MARKS:
            return (_MARKS[tag](content),)
        if tag in ("abbr", "acronym"):
            return (model.Abbreviation(content, _attribute(element, "title")),)
        if tag == "time":
            stated = element.get("datetime") or ""
            return (model.Time(content, stated if matches("date", stated) else None),)
        if tag == "q":
            return (model.Quotation(content),)
        lang = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")
        lang = lang if lang and matches("language tag", lang) else None
        direction = direction_of(element)
        return (model.Span(content, lang, direction),) if lang or direction else content

    def _ruby(self, element: _Element) -> list[Inline]:
        out: list[Inline] = []
        base: list[Piece] = [element.text] if element.text else []
        for child in element:
            if child.tag == "rt":
                words = self._of(base, in_link=True)
                reading = self._of(_pieces(child), in_link=True)
                out += [model.Ruby(words, reading)] if words and reading else [*words, *reading]
                base = []
            elif child.tag not in ("rp", *SILENT):
                base += _pieces(child) if child.tag == "rb" else [child]
            elif child.tag == "rp" and not out and not base:
                pass
            # Between the readings only layout stands; a `ruby` that nobody closed holds the rest of the paragraph.
            if child.tail and (child.tail.strip() or child.tag not in ("rp", "rt")):
                base.append(child.tail)
        return [*out, *self._of(base, in_link=True)]


def direction_of(element: _Element) -> Literal["ltr", "rtl"] | None:
    """Return the direction that the element states, or None."""
    stated = (element.get("dir") or "").lower()
    return "ltr" if stated == "ltr" else "rtl" if stated == "rtl" else None


def _pieces(element: _Element) -> list[Piece]:
    out: list[Piece] = [element.text] if element.text else []
    for child in element:
        out.append(child)
        if child.tail:
            out.append(child.tail)
    return out


def _attribute(element: _Element, name: str) -> str | None:
    words = " ".join((element.get(name) or "").split())
    return words if words and model.is_xml_text(words) else None
