"""Blocks and inlines from (X)HTML elements: reads what `html_write` and others write.

What our own serialiser makes comes back as it was. Of anybody else's markup
the words are kept whatever happens: an element that nothing here knows gives
its children, `div` and its kin are transparent, bare text is a paragraph.
Scripts and styles are no words; they are left out with a notice. Embedded
things (`iframe`, `svg`) are kept as `Foreign`, hidden parts as furniture.

Elements may be in the XHTML namespace or in none, as an HTML parser gives them.
"""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from converter import model
from converter.model.block import Paragraph
from converter.model.checks import matches
from converter.model.inline import inlines
from converter.model.words import plain_text
from converter.render.whitespace import is_blank, one_spaced, unwrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.block import Block, Blocks
    from converter.model.head import Headline
    from converter.model.inline import Inline, Inlines

    Wrap = Callable[[Inlines], Inlines]

XHTML = "http://www.w3.org/1999/xhtml"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TRANSPARENT = _names("""
    html body div section article main header footer nav address center details summary hgroup search fieldset
    legend dd dt li tr td th thead tbody tfoot caption figcaption aside form dir menu dialog frameset
""")
"""Blocks without a form of their own here: their children stand where they stood."""
BLOCKS = _names("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table figure pre hr") | _TRANSPARENT
"""Elements that begin a line of their own (WHATWG HTML §15.3)."""
_DROPPED = _names("script style template head title meta link base")
_EMBEDDED = _names("iframe object embed applet svg math canvas map")
_MEDIA = _names("img video audio picture")
_CONTROLS = _names("input select textarea button")
_MARKS: dict[str, type[Any]] = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), model.Emphasis),
    **dict.fromkeys(("strong", "b"), model.Strong),
    **dict.fromkeys(("u", "ins"), model.Underline),
    **dict.fromkeys(("s", "strike", "del"), model.Strike),
    "sub": model.Subscript,
    "sup": model.Superscript,
    **dict.fromkeys(("code", "kbd", "samp", "tt"), model.Code),
}
_QUOTATION_MARKS = {
    "": ("“", "”"),
    "de": ("„", "“"),
    "cs": ("„", "“"),
    "pl": ("„", "”"),
    "fr": ("«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»"),
    "es": ("«", "»"),
    "it": ("«", "»"),
    "pt": ("«", "»"),
    "no": ("«", "»"),
    "nb": ("«", "»"),
    "ru": ("«", "»"),
    "uk": ("«", "»"),
    "el": ("«", "»"),
    "ja": ("「", "」"),
    "zh": ("「", "」"),
    "sv": ("”", "”"),
    "fi": ("”", "”"),
}
"""What a browser prints around `q`, by language (Unicode CLDR, delimiters)."""
_ALIGN: dict[str, Any] = {"left": "start", "start": "start", "center": "center", "right": "end", "end": "end"}
_NOTES = frozenset(("footnote", "editor", "correction", "credit", "contact"))
_SCOPES = frozenset(("col", "row", "colgroup", "rowgroup"))


def local(element: _Element) -> str:
    """Return an element's name without its namespace, in lower case; empty for a comment or instruction."""
    tag = element.tag
    return str(tag).rpartition("}")[2].lower() if isinstance(tag, str) else ""


def as_language(tag: str | None) -> str | None:
    """Return a language tag that the model can hold; none for `und`, which says that nobody knows."""
    tag = (tag or "").strip().replace("_", "-")
    return tag if tag.lower() != "und" and matches("language tag", tag) else None


def as_count(text: str | None, least: int = 0, most: int = 10**18) -> int | None:
    """Return a whole number within the bounds, or None."""
    text = (text or "").strip()
    if not (text.isascii() and text.isdigit() and len(text) < 20):
        return None
    return int(text) if least <= int(text) <= most else None


def text_in(element: _Element) -> str:
    """Return all the words in an element, as they stand."""
    return "".join(map(str, element.itertext()))


class Tables:
    """Reads tables as HTML and NITF have them; what differs between the two is given."""

    def __init__(
        self,
        flow: Callable[[_Element], Iterable[Block]],
        line: Callable[[_Element], Inlines],
        alone: Callable[[_Element], Iterable[Block]],
        of_cell: Callable[[_Element], tuple[str, str | None]],
    ) -> None:
        """`flow` gives the blocks in an element, `line` its words, `alone` the blocks of an element itself.

        `of_cell` gives what a header cell says that it heads, and how a cell is aligned, in our words or others.
        """
        self._flow = flow
        self._line = line
        self._alone = alone
        self._of_cell = of_cell

    def table(self, element: _Element, **placed: Any) -> list[Block]:
        """Return the table, and what stands in it outside of its cells."""
        parts: dict[str, list[model.Row]] = {"thead": [], "tbody": [], "tfoot": []}
        caption: Inlines = ()
        stray = self.stray(element, "caption", "tr", "colgroup", "col", *parts)
        for child in element:
            name = local(child)
            if name == "caption":
                caption = self._line(child)
            elif name in parts:
                stray += self.stray(child, "tr")
                parts[name] += (self._row(row, stray) for row in child if local(row) == "tr")
            elif name == "tr":
                parts["tbody"].append(self._row(child, stray))
        body, head, foot = (tuple(parts[name]) for name in ("tbody", "thead", "tfoot"))
        return [model.Table(body, head, foot, caption, **placed), *stray]

    def stray(self, element: _Element, *expected: str) -> list[Block]:
        """Return what stands in a list or table outside of its entries and cells: no words are lost."""
        made: list[Block] = []
        for text in (element.text, *(child.tail for child in element)):
            if text and text.strip():
                made.append(Paragraph(unwrapped(inlines(text))))
        for child in element:
            if local(child) and local(child) not in expected:
                made += self._alone(child)
        return made

    def _row(self, element: _Element, stray: list[Block]) -> model.Row:
        stray += self.stray(element, "td", "th")
        return model.Row(tuple(self._cell(cell) for cell in element if local(cell) in ("td", "th")))

    def _cell(self, element: _Element) -> model.Cell:
        header = local(element) == "th"
        scope: Any
        scope, align = self._of_cell(element)
        return model.Cell(
            tuple(self._flow(element)),
            header,
            scope if header and scope in _SCOPES else None,
            as_count(element.get("rowspan"), 1, 1000) or 1,
            as_count(element.get("colspan"), 1, 1000) or 1,
            _ALIGN.get(align or ""),
        )


def _of_cell(element: _Element) -> tuple[str, str | None]:
    named = next((each.removeprefix("align-") for each in _classes(element) if each.startswith("align-")), None)
    return (element.get("scope") or "").lower(), named or (element.get("align") or "").lower()


class Hypertext:
    """Reads the elements of one document; its `ids` are those that are taken already."""

    def __init__(self, context: Context, *, lang: str | None = None, ids: set[str] | None = None) -> None:
        self._context = context
        self._lang = lang
        self._ids = set() if ids is None else ids
        self._dropped: Counter[str] = Counter()
        self._beside: list[Block] = []
        """What stands in a line of text and is a block here: it follows the block of the line."""

    def blocks(self, element: _Element) -> Blocks:
        """Return the blocks of an element's content, in order."""
        made = tuple(self._flow(element))
        self._tell()
        return made

    def line(self, element: _Element) -> Inlines:
        """Return an element's content as one line of text; what cannot stand in one is left out with a notice."""
        made = unwrapped(self._line(element))
        for block in self._beside:
            self._dropped[type(block).__name__.lower()] += 1
        self._beside.clear()
        self._tell()
        return made

    def inline(self, element: _Element) -> Inlines:
        """Return one element that stands in a line of text, white space as it is."""
        return inlines(*self._inline(element, local(element)))

    def _tell(self) -> None:
        for what, count in sorted(self._dropped.items()):
            self._context.notice("markup-dropped", what=what, count=count)
        self._dropped.clear()

    # ── Blocks ──────────────────────────────────────────────────────────────

    def _flow(
        self, element: _Element, wrap: Wrap | None = None, without: Iterable[_Element] = (), **placed: Any
    ) -> list[Block]:
        """Return the content as blocks: lines of text as paragraphs, the first of them with what `placed` says."""
        without = set(without)
        made: list[Block] = []
        run: list[Inline] = []

        def flush() -> None:
            content = unwrapped(inlines(*run))
            run.clear()
            if not is_blank(content) and not all(isinstance(item, model.LineBreak) for item in content):
                made.append(Paragraph(wrap(content) if wrap else content, **placed))
                placed.clear()
            made.extend(self._beside)
            self._beside.clear()

        run.append(element.text or "")
        for child in element:
            name = local(child)
            if child in without or not name:
                pass
            elif name in BLOCKS or _is_hidden(child) or (name not in _MEDIA and _holds_blocks(child)):
                flush()
                made += self._block(child, name, wrap)
                made += self._beside
                self._beside.clear()
            else:
                run += self._inline(child, name)
            run.append(child.tail or "")
        flush()
        return made

    def _block(self, element: _Element, name: str, wrap: Wrap | None) -> list[Block]:
        if name in _DROPPED:
            self._dropped[name] += 1
            return []
        if _is_hidden(element):
            del element.attrib[_hiding(element)]
            return [model.Furniture(tuple(self._block(element, name, wrap)), "hidden", rule="hidden")]
        placed = self._placed(element)
        if name == "p":
            return self._paragraph(element, wrap, placed)
        if re.fullmatch("h[1-6]", name):
            content = unwrapped(self._line(element))
            return [] if is_blank(content) else [model.Heading(content, max(int(name[1]) - 1, 1), **placed)]
        if name == "blockquote":
            return [self._quote(element, placed)]
        if name in ("ul", "ol"):
            return self._list(element, placed, ordered=name == "ol")
        if name == "dl":
            return self._definitions(element, placed)
        if name == "table":
            return self._tables.table(element, **placed)
        if name == "figure":
            return self._figure(element, placed)
        if name == "pre":
            content = self._line(element)
            if content and isinstance(content[0], str) and content[0].startswith("\n"):
                content = inlines(content[0][1:], *content[1:])  # An HTML parser drops a line feed that opens a pre.
            return [model.Preformatted(content, **placed)]
        if name == "hr":
            return [model.ThematicBreak(inlines(element.get("data-mark", "")), **placed)]
        if name == "aside" and "note" in _classes(element):
            kind: Any = next((each for each in _classes(element) if each in _NOTES), "footnote")
            return [model.Note(tuple(self._flow(element)), kind, **placed)]
        if name == "a" and (marked := self._around_blocks(element)):
            return self._flow(element, marked)
        return self._flow(element, wrap, **placed)

    def _around_blocks(self, element: _Element) -> Wrap | None:
        """Return what makes a link of each paragraph in a link that holds whole blocks."""
        href = (element.get("href") or "").strip()
        if not href:
            return None

        def link(content: Inlines) -> Inlines:
            try:
                return (model.Link(content, href),)
            except ValueError:  # There is a link in it.
                return content

        return link

    def _paragraph(self, element: _Element, wrap: Wrap | None, placed: dict[str, Any]) -> list[Block]:
        if "foreign" in _classes(element):
            kind = element.get("data-type") or "text/html"
            words = inlines(text_in(element))
            return [model.Foreign(words, kind if matches("token", kind) else "text/html", **placed)]
        return self._flow(element, wrap, **placed)

    def _quote(self, element: _Element, placed: dict[str, Any]) -> Block:
        footer = next((child for child in reversed(element) if local(child) in ("footer", "cite")), None)
        attribution: Inlines = ()
        if footer is not None:
            attribution = _without_dash(unwrapped(self._line(footer)))
        blocks = tuple(self._flow(element, without=() if footer is None else (footer,)))
        cite = element.get("cite")
        return model.Quote(blocks, attribution, element.get("data-speaker"), cite or None, **placed)

    def _list(self, element: _Element, placed: dict[str, Any], *, ordered: bool) -> list[Block]:
        items: list[model.Item] = []
        stray = self._tables.stray(element, "li", "ul", "ol")
        for child in element:
            name = local(child)
            if name == "li":
                items.append(model.Item(tuple(self._flow(child))))
            elif name in ("ul", "ol"):  # A list in a list, without an entry of its own.
                inner = tuple(self._block(child, name, None))
                items.append(model.Item((*(items.pop().blocks if items else ()), *inner)))
        start = as_count(element.get("start")) if ordered else None
        return [model.List(tuple(items), ordered, 1 if start is None else start, **placed), *stray]

    def _definitions(self, element: _Element, placed: dict[str, Any]) -> list[Block]:
        """Return a list of terms, each with what is said of it."""
        items: list[Blocks] = []
        for child in element.iter("{*}dt", "{*}dd"):
            blocks = tuple(self._flow(child))
            if local(child) == "dt" or not items:
                items.append(blocks)
            else:
                items[-1] += blocks
        return [model.List(tuple(map(model.Item, items)), **placed), *self._tables.stray(element, "dt", "dd", "div")]

    # ── Tables ──────────────────────────────────────────────────────────────

    @property
    def _tables(self) -> Tables:
        return Tables(self._flow, lambda caption: unwrapped(self._line(caption)), self._around, _of_cell)

    def _around(self, element: _Element) -> list[Block]:
        """Return the blocks of one element itself."""
        name = local(element)
        if name in BLOCKS or _holds_blocks(element):
            return self._block(element, name, None)
        content = unwrapped(inlines(*self._inline(element, name)))
        beside, self._beside = self._beside, []
        return [*([] if is_blank(content) else [Paragraph(content)]), *beside]

    # ── Figures ─────────────────────────────────────────────────────────────

    def _figure(self, element: _Element, placed: dict[str, Any]) -> list[Block]:
        captions = list(element.iter("{*}figcaption"))
        media = [child for child in element.iter() if local(child) in ("img", "video", "audio")]
        if not media and any(local(child) in ("table", "blockquote", "pre", "ul", "ol") for child in element):
            return self._flow(element, **placed)
        credits = [c for caption in captions for c in caption.iter() if "credit" in _classes(c)]
        credit = unwrapped(self._line(credits[0])) if credits else ()
        words: list[Inline] = []
        for caption in captions:
            words += [" "] * bool(words) + list(self._line(caption, without=credits[:1]))
        alt = next((text for each in media if (text := each.get("alt") or each.get("aria-label"))), None)
        figure = model.Figure(
            tuple(reference for each in media for reference in _references(each)),
            unwrapped(inlines(*words)),
            credit,
            alt or element.get("aria-label"),
            **placed,
        )
        self._beside.clear()
        outside = {*captions, *media}
        rest = self._flow(element, without=[c for c in element if c in outside]) if len(element) else []
        return [figure, *(block for block in rest if not isinstance(block, model.Figure))]

    def _medium(self, element: _Element) -> None:
        """Keep a picture or clip that stands in a line of text, beside it."""
        carriers = [element] if local(element) != "picture" else list(element.iter("{*}img"))
        references = tuple(reference for carrier in carriers for reference in _references(carrier))
        alt = next((text for each in carriers if (text := each.get("alt") or each.get("aria-label"))), None)
        if references or alt:
            self._beside.append(model.Figure(references, alt=alt, **self._placed(element)))
        words = text_in(element)
        if words.strip():  # What is shown where the clip cannot be.
            self._beside.append(Paragraph(unwrapped(inlines(words))))

    # ── Inlines ─────────────────────────────────────────────────────────────

    def _line(self, element: _Element, without: Iterable[_Element] = ()) -> Inlines:
        """Return the content as inlines, blocks in it parted by blanks."""
        pieces: list[Inline] = [element.text or ""]
        for child in element:
            name = local(child)
            if name and child not in without:
                if name in BLOCKS and name != "hr":
                    pieces += ["\n", *self._line(child, without), "\n"]
                else:
                    pieces += self._inline(child, name)
            pieces.append(child.tail or "")
        return inlines(*pieces)

    def _inline(self, element: _Element, name: str) -> list[Inline]:
        if name in _DROPPED:
            self._dropped[name] += 1
            return []
        if name in _MEDIA:
            self._medium(element)
            return []
        if name in _EMBEDDED:
            markup = etree.tostring(element, encoding="unicode", with_tail=False).replace(f' xmlns="{XHTML}"', "")
            kind = {"svg": "image/svg+xml", "math": "application/mathml+xml"}.get(name, "text/html")
            self._beside.append(model.Foreign(inlines(markup), kind))
            return []
        if name in _CONTROLS:
            words = one_spaced(f"{element.get('value') or ''} {text_in(element)}")
            if words:
                self._beside.append(model.Furniture((Paragraph(inlines(words)),), "form", rule="form-control"))
            return []
        if name == "br":
            return [model.LineBreak()]
        if name == "ruby":
            return list(self._ruby(element))
        content = self._line(element)
        made = self._marked(element, name, content)
        lang, direction = as_language(element.get("lang") or element.get(_XML_LANG)), _direction(element)
        if lang or direction:
            return [model.Span(made, lang, direction)]
        return list(made)

    def _marked(self, element: _Element, name: str, content: Inlines) -> Inlines:
        classes = _classes(element)
        if name in _MARKS:
            return (_MARKS[name](content),) if content else ()
        if name == "a":
            return self._link(element, content, classes)
        if name == "q":
            opening, closing = _QUOTATION_MARKS.get((self._lang or "").split("-")[0].lower(), _QUOTATION_MARKS[""])
            return (model.Quotation(inlines(opening, *content, closing)),)
        if name == "time":
            value = (element.get("datetime") or "").strip().replace(" ", "T")
            return (model.Time(content, value if matches("date", value) else None),)
        if name in ("abbr", "acronym"):
            return (model.Abbreviation(content, element.get("title")),)
        if name == "span" and "q" in classes:
            return (
                model.Quotation(
                    content,
                    element.get("data-speaker"),
                    element.get("data-verb"),
                    element.get("data-speaker-name"),
                    as_count(element.get("data-quotation"), 1),
                ),
            )
        if name == "span" and "mention" in classes:
            ref = element.get("data-ref")
            return (model.Mention(content, ref if ref and matches("id", ref) else None),)
        if name == "span" and "time" in classes:
            return (model.Time(content),)
        return content

    def _link(self, element: _Element, content: Inlines, classes: list[str]) -> Inlines:
        href = element.get("href")
        if href is None:
            return content
        try:
            points = "ref" in classes or element.get("role") == "doc-noteref"
            if points and href.startswith("#") and matches("id", href[1:]):
                return (model.Ref(content, href[1:]),)
            return (model.Link(content, href, element.get("title")),)
        except ValueError:  # A link in a link: HTML has none, XML may.
            return content

    def _ruby(self, element: _Element) -> Inlines:
        """Return each base with its reading; the parentheses for those who cannot show one are layout."""
        made: list[Inline] = []
        base: list[Inline] = [element.text or ""]
        for child in element:
            name = local(child)
            if name == "rt":
                made.append(model.Ruby(inlines(*base), self._line(child)))
                base = []
            elif name == "rb":
                base += self._line(child)
            elif name and name != "rp":
                base += self._inline(child, name)
            base.append(child.tail or "")
        return inlines(*made, *base)

    # ── What an element says of itself ──────────────────────────────────────

    def _placed(self, element: _Element) -> dict[str, Any]:
        placed: dict[str, Any] = {}
        name = element.get("id")
        if name and matches("id", name) and name not in self._ids:
            self._ids.add(name)
            placed["id"] = name
        if lang := as_language(element.get("lang") or element.get(_XML_LANG)):
            placed["lang"] = lang
        if direction := _direction(element):
            placed["dir"] = direction
        return placed


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").split()


def _direction(element: _Element) -> Any:
    direction = (element.get("dir") or "").lower()
    return direction if direction in ("ltr", "rtl") else None


def _hiding(element: _Element) -> str:
    """Return the attribute that hides the element, or nothing."""
    if element.get("hidden") is not None:
        return "hidden"
    if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", element.get("style") or ""):
        return "style"
    return ""


def _is_hidden(element: _Element) -> bool:
    return isinstance(element.tag, str) and bool(_hiding(element))


def _holds_blocks(element: _Element) -> bool:
    return any(local(inner) in BLOCKS for inner in element.iterdescendants() if isinstance(inner.tag, str))


def _references(element: _Element) -> list[model.MediaReference]:
    """Return the picture or clip of an `img`, `video` or `audio`; each `source` of a clip is a rendition."""
    carriers = (
        [element] if element.get("src") else [source for source in element.iter("{*}source") if source.get("src")]
    )
    made = []
    for carrier in carriers:
        sha256 = element.get("data-sha256")
        kind = element.get("data-type") or carrier.get("type") or ""
        made.append(
            model.MediaReference(
                (carrier.get("src") or "").strip(),
                kind if matches("token", kind) else None,
                sha256 if sha256 and matches("SHA-256", sha256) else None,
                as_count(element.get("data-bytes")),
                as_count(element.get("width")),
                as_count(element.get("height")),
            )
        )
    return made


def _without_dash(content: Inlines) -> Inlines:
    """Return an attribution without the dash that print sets before it."""
    if content and isinstance(content[0], str):
        words = re.sub(r"^[—–―-][ \t\r\n]*", "", content[0])
        return inlines(words, *content[1:])
    return content


def without_title(blocks: Blocks, root: _Element, headline: Headline | None) -> Blocks:
    """Return the blocks without the `h1` that opens them, when it only repeats the headline of the head."""
    if not blocks or headline is None or not isinstance(blocks[0], model.Heading):
        return blocks
    title = next(root.iter("{*}h1"), None)
    words = " ".join(plain_text(headline.content).split())
    if title is None or not words or " ".join(text_in(title).split()) != words or words_of(blocks[:1]) != words:
        return blocks
    return blocks[1:]


def words_of(blocks: Blocks) -> str:
    """Return the words of blocks as one line, to compare them."""
    return " ".join(plain_text(blocks).split())
