"""Blocks of NITF: of its body and of whatever holds blocks."""

from __future__ import annotations

import re

from converter import model
from converter.model.block import Paragraph
from converter.model.checks import matches
from converter.model.inline import inlines
from converter.newsformats.kept import markup_of
from converter.newsformats.nitf_text import BLOCKS
from converter.render.html_read import Tables, as_count, as_language, local, text_in
from converter.render.whitespace import is_blank, one_spaced, unwrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.block import Block, Blocks
    from converter.model.inline import Inline
    from converter.newsformats.kept import Kept
    from converter.newsformats.nitf_text import Text

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOTES = ("editor", "correction", "credit", "contact")
_HOLDERS = BLOCKS | {"body.content", "abstract", "li", "dt", "dd", "datasource", "byline", "dateline", "copyrite"}
"""What parts lines of text when it stands among them."""


class Body:
    """Reads the blocks of one document."""

    def __init__(self, text: Text, kept: Kept, context: Context) -> None:
        self._text = text
        self._kept = kept
        self._context = context

    def blocks(self, element: _Element) -> Blocks:
        """Return the blocks of an element's content, in order."""
        return tuple(self._flow(element))

    def _flow(self, element: _Element, without: Iterable[_Element] = ()) -> list[Block]:
        made: list[Block] = []
        run: list[Inline] = [element.text or ""]

        def flush() -> None:
            content = unwrapped(inlines(*run))
            run.clear()
            if not is_blank(content):
                made.append(Paragraph(content))

        for child in element:
            name = local(child)
            if name in _HOLDERS and child not in without:
                flush()
                found = self._block(child, name)
                made += _joined(made.pop(), found) if child.get("class") == "credit" and made else found
            elif name and child not in without:
                run += self._text.inline(child)
            run.append(child.tail or "")
        flush()
        return made

    def _block(self, element: _Element, name: str) -> list[Block]:
        match name:
            case "p" | "datasource" | "byline" | "dateline" | "copyrite":
                return self._paragraph(element)
            case "hl1" | "hl2":
                found = re.fullmatch(r"h([2-7])", (element.get("class") or "").strip())
                content = self._text.line(element)
                level = int(found[1]) - 1 if found else 1
                return [] if is_blank(content) else [model.Heading(content, level, **self._placed(element))]
            case "bq":
                return self._quote(element)
            case "ul" | "ol":
                return self._list(element, ordered=name == "ol")
            case "dl":
                return self._definitions(element)
            case "table":
                return self._tables.table(element, **self._placed(element))
            case "nitf-table":
                return self._wrapped_table(element)
            case "media":
                return self._media(element)
            case "fn" | "note":
                return [model.Note(tuple(self._flow(element)), _kind(element, name), **self._placed(element))]
            case "pre":
                content = self._text.content(element)
                return [model.Preformatted(content, **self._placed(element))]
            case "hr":
                return [model.ThematicBreak(**self._placed(element))]
            case _:
                return self._flow(element)

    def _paragraph(self, element: _Element) -> list[Block]:
        kind = (element.get("class") or "").strip()
        placed = self._placed(element)
        if kind.startswith("foreign "):
            words = inlines(text_in(element))
            named = kind.removeprefix("foreign ")
            return [model.Foreign(words, named if matches("token", named) else "text/html", **placed)]
        if any(local(child) in BLOCKS for child in element):
            return self._flow(element)
        content = self._text.line(element)
        if is_blank(content):
            return []
        if kind == "caption":
            return [model.Figure((), content, **placed)]
        if kind in ("credit", "credit alone"):
            return [model.Figure((), (), content, **placed)]
        return [Paragraph(content, **placed)]

    def _quote(self, element: _Element) -> list[Block]:
        credit = [child for child in element if local(child) == "credit"]
        attribution = self._text.line(credit[0]) if credit else ()
        cite = element.get("quote-source")
        blocks = tuple(self._flow(element, without=credit[:1]))
        return [model.Quote(blocks, attribution, cite=cite or None, **self._placed(element))]

    def _list(self, element: _Element, *, ordered: bool) -> list[Block]:
        items = tuple(model.Item(tuple(self._flow(child))) for child in element if local(child) == "li")
        start = as_count(element.get("seqnum")) if ordered else None
        made = model.List(items, ordered, 1 if start is None else start, **self._placed(element))
        return [made, *self._tables.stray(element, "li")]

    def _definitions(self, element: _Element) -> list[Block]:
        items: list[Blocks] = []
        for child in element:
            if local(child) == "dd" and items:
                items[-1] += tuple(self._flow(child))
            elif local(child) in ("dt", "dd"):
                items.append(tuple(self._flow(child)))
        return [
            model.List(tuple(map(model.Item, items)), **self._placed(element)),
            *self._tables.stray(element, "dt", "dd"),
        ]

    # ── Tables ──────────────────────────────────────────────────────────────

    @property
    def _tables(self) -> Tables:
        return Tables(self._flow, self._text.line, lambda element: self._block(element, local(element)), _of_cell)

    def _wrapped_table(self, element: _Element) -> list[Block]:
        """Return a table with its summary before it; one that is in a markup of its own is kept as that."""
        made: list[Block] = []
        for child in element:
            name = local(child)
            if name == "nitf-table-metadata":
                for summary in child:
                    if local(summary) == "nitf-table-summary":
                        made += self._flow(summary)
            elif name == "table":
                made += self._block(child, name)
            elif name == "custom-table":
                made.append(model.Foreign(inlines(markup_of(child)), "application/xml"))
        return made

    # ── Media ───────────────────────────────────────────────────────────────

    def _media(self, element: _Element) -> list[Block]:
        references = [child for child in element if local(child) == "media-reference"]
        digests = {
            (child.get("name") or ""): (child.get("value") or "")
            for child in element
            if local(child) == "media-metadata"
        }
        media = tuple(
            _reference(reference, digests, "" if number == 1 else f".{number}")
            for number, reference in enumerate(references, 1)
            if reference.get("source") or reference.get("data-location")
        )
        words: list[Inline] = []
        credits: list[Inline] = []
        for child in element:
            if local(child) == "media-caption":
                words += [" "] * bool(words) + list(self._text.line(child))
            elif local(child) == "media-producer":
                credits += ["; "] * bool(credits) + list(self._text.line(child))
        alt = next((text for each in references if (text := _description(each))), None)
        for each in references:
            if each.get("alternate-text") and one_spaced(text_in(each)):
                self._kept.say("media-reference", one_spaced(text_in(each)))
        objects = sum(local(child) == "media-object" for child in element)
        if objects:
            self._context.notice("markup-dropped", what="media-object", count=objects)
        if any(name.partition(".")[0] not in ("sha256", "bytes") for name in digests):
            for child in element:
                if local(child) == "media-metadata":
                    self._kept.keep(child, "media-metadata")
        return [model.Figure(media, unwrapped(inlines(*words)), inlines(*credits), alt, **self._placed(element))]

    def _placed(self, element: _Element) -> dict[str, Any]:
        placed: dict[str, Any] = {}
        name = element.get("id")
        if name and matches("id", name) and name not in self._text.ids:
            self._text.ids.add(name)
            placed["id"] = name
        if lang := as_language(element.get(_XML_LANG)):
            placed["lang"] = lang
        return placed


def _kind(element: _Element, name: str) -> Any:
    """Return what kind of note it is: a footnote, what its class says, else one of the editor's."""
    said = (element.get("class") or "").strip()
    if name == "fn":
        return "footnote"
    return said if said in _NOTES else "editor"


def _reference(element: _Element, digests: dict[str, str], end: str) -> model.MediaReference:
    sha256 = digests.get(f"sha256{end}", "")
    kind = element.get("mime-type") or ""
    return model.MediaReference(
        (element.get("source") or element.get("data-location") or "").strip(),
        kind if matches("token", kind) else None,
        sha256 if matches("SHA-256", sha256) else None,
        as_count(digests.get(f"bytes{end}")),
        as_count(element.get("width")),
        as_count(element.get("height")),
    )


def _description(element: _Element) -> str | None:
    return element.get("alternate-text") or one_spaced(text_in(element)) or None


def _joined(before: Block, found: list[Block]) -> list[Block]:
    """Return the block and those that follow it; a caption without its picture takes the credit right after it."""
    match before, found:
        case model.Figure(media=(), caption=(_, *_), credit=()), [model.Figure(media=(), caption=()) as credit, *rest]:
            return [before.replace(credit=credit.credit), *rest]
    return [before, *found]


def _of_cell(element: _Element) -> tuple[str, str | None]:
    return (element.get("class") or "").strip(), element.get("align")
