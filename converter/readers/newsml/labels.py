"""Words of NewsML-G2's own metadata: `a`, `inline`, `span`, `ruby` and `br` as marks.

A bare `inline` is stressed; a class that is the canonical name of a mark is
that mark, as our writer has it. Any other element gives its words.
"""

from __future__ import annotations

from converter import model
from converter.model.checks import matches
from converter.model.inline import inlines
from converter.render.html_read import as_language, local
from converter.render.whitespace import unwrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.model.inline import Inline, Inlines

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MARKS: dict[str, type[Any]] = {
    "em": model.Emphasis,
    "strong": model.Strong,
    "u": model.Underline,
    "s": model.Strike,
    "sub": model.Subscript,
    "sup": model.Superscript,
    "code": model.Code,
    "q": model.Quotation,
    "time": model.Time,
    "abbr": model.Abbreviation,
}


def label(element: _Element) -> Inlines:
    """Return an element's words with their marks, without the file's layout."""
    return unwrapped(_content(element))


def _content(element: _Element) -> Inlines:
    pieces: list[Inline] = [element.text or ""]
    for child in element:
        pieces += _inline(child)
        pieces.append(child.tail or "")
    return inlines(*pieces)


def _inline(element: _Element) -> Inlines:
    name = local(element)
    if name == "br":
        return (model.LineBreak(),)
    if name == "ruby":
        return _ruby(element)
    content = _content(element)
    kind = element.get("class") or ""
    if name == "a" and element.get("href") is not None:
        try:
            return (model.Link(content, element.get("href") or ""),)
        except ValueError:  # A link in a link.
            return content
    if name in ("inline", "span") and kind in _MARKS:
        return (_MARKS[kind](content),)
    if name in ("inline", "span") and kind == "mention":
        ref = element.get("literal")
        return (model.Mention(content, ref if ref and matches("id", ref) else None),)
    if name == "inline" and not element.attrib and content:
        return (model.Emphasis(content),)
    lang = as_language(element.get(_XML_LANG))
    direction: Any = element.get("dir") if element.get("dir") in ("ltr", "rtl") else None
    return (model.Span(content, lang, direction),) if name == "span" and (lang or direction) else content


def _ruby(element: _Element) -> Inlines:
    base: list[Inline] = [element.text or ""]
    reading: list[Inline] = []
    for child in element:
        if local(child) == "rt":
            reading += _content(child)
        elif local(child) == "rb":
            base += _content(child)
        base.append(child.tail or "")
    return (model.Ruby(inlines(*base), inlines(*reading)),)
