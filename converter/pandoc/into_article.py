"""The tree → blocks and inlines of an article: what `mapping.READ` says, as code.

Every word of the tree is in what comes out. What the model has no form for
is counted by its name, and said once in a notice.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from converter import model
from converter.io.xml import parse_html
from converter.model.checks import is_xml_text, matches
from converter.model.inline import inlines
from converter.model.media import type_of
from converter.model.words import has_words, plain_text
from converter.pandoc.grid import columns
from converter.pandoc.rawhtml import is_html, paired
from converter.render.html_read import Hypertext, as_count, as_language
from converter.render.whitespace import is_blank, unwrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from converter.formats.records import Context
    from converter.model.block import Block, Blocks
    from converter.model.inline import Inline, Inlines
    from converter.pandoc.tree import Attr, Node, Nodes

_MARKS: dict[str, Callable[[Inlines], Inline]] = {
    "Emph": model.Emphasis,
    "Strong": model.Strong,
    "Underline": model.Underline,
    "Strikeout": model.Strike,
    "Superscript": model.Superscript,
    "Subscript": model.Subscript,
}
_SPANS: dict[str, Callable[[Inlines], Inline]] = {
    "underline": model.Underline,
    "ul": model.Underline,
    "code": model.Code,
}
_ALIGN = {"AlignLeft": "start", "AlignRight": "end", "AlignCenter": "center"}
_NOTES = ("footnote", "editor", "correction", "credit", "contact")
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_DASH = re.compile(r"^(?:[—―–]|--+) *")
_RAW_TYPES = {"tex": "application/x-tex", "latex": "application/x-tex", "html": "text/html"}
_LAYOUT = re.compile(
    r"\s*(?:\\(?:maketitle|tableofcontents|(?:new|clear|cleardouble)page|pagebreak|noindent|centering|(?:small|med|big)skip"
    r"|protect|phantomsection|beginL|endL|bgroup|egroup|[vh]space\*?\{[^{}]*\}|(?:thispagestyle|label)\{[^{}]*\}"
    r"|PassOptionsToPackage\{[^{}]*\}\{[^{}]*\})\s*(?:\{\})?)+\s*"
)
"""Commands of LaTeX that say where something stands on a page."""
_LONGEST_ATTRIBUTION = 120
_TYPICAL_ALT = "image"
"""What pandoc itself says of a picture without a description."""


class Builder:
    """Builds what stands in one tree."""

    def __init__(
        self,
        context: Context,
        find: Callable[[str], bytes | None],
        *,
        keep: Callable[[str], bool],
        ours: bool = False,
        descriptions: Mapping[str, str] | None = None,
    ) -> None:
        """`find` gives the picture of an address, `keep` says which ids are kept; `ours`: the tree is one of ours.

        `descriptions` are those of pictures by their addresses, where the tree has none.
        """
        self._descriptions = descriptions or {}
        self._context = context
        self._find = find
        self._keep = keep
        self._ours = ours
        self._ids: set[str] = set()
        self._beside: list[Block] = []
        """What stands in a line of text and is a block here: it follows the block of the line."""
        self._after_link: list[Inline] | None = None
        """Within a link: the references of notes, which follow it, as no link stands in another."""
        self._depth = self._count = self._pictures = 0
        self.notes: list[Block] = []
        """The footnotes, in the order of their references."""
        self.plain: Counter[str] = Counter()
        """What was kept as its words alone → how often."""
        self.dropped: Counter[str] = Counter()
        """Markup that says nothing in an article → how often."""

    # ── Blocks ──────────────────────────────────────────────────────────────

    def blocks(self, nodes: Nodes) -> Blocks:
        """Return the blocks of nodes."""
        self._deeper()
        made = [block for each in nodes for block in self._block(each)]
        self._depth -= 1
        return tuple(made)

    def _deeper(self) -> None:
        self._depth += 1
        self._context.limits.require("nesting", self._depth, "the nesting of lists, quotes and marks")

    def _block(self, node: Node) -> list[Block]:
        self._count += 1
        self._context.limits.require("blocks", self._count, "the number of paragraphs")
        kind, content = node["t"], node.get("c")
        made = self._made(kind, content)
        beside, self._beside = self._beside, []
        return [*made, *beside]

    def _made(self, kind: str, content: Any) -> list[Block]:
        match kind:
            case "Para" | "Plain":
                return self._paragraph(content)
            case "Header":
                level, attributes, words = content
                line = self.line(words)
                return (
                    [] if is_blank(line) else [model.Heading(line, max(1, min(level, 6)), **self._placed(attributes))]
                )
            case "BlockQuote":
                return [self._quote(content)]
            case "BulletList":
                return [model.List(self._items(content))]
            case "OrderedList":
                (start, style, _), items = content
                if style["t"] not in ("Decimal", "DefaultStyle"):
                    self.plain[f"numbering in {style['t']}"] += 1
                return [model.List(self._items(items), True, max(0, start))]
            case "DefinitionList":
                return [self._definitions(content)]
            case "CodeBlock":
                return [self._code(*content)]
            case "LineBlock":
                lines = [[*line, {"t": "LineBreak"}] for line in content]
                return self._paragraph([each for line in lines for each in line][:-1])
            case "RawBlock":
                return self._raw(*content)
            case "HorizontalRule":
                return [model.ThematicBreak()]
            case "Table":
                return [self._table(*content)]
            case "Figure":
                return self._figure(*content)
            case "Div":
                return self._div(*content)
            case _:  # `Null`, which older trees have; and what a later pandoc may bring, as its words.
                words = inlines(words_in(content))
                return [] if is_blank(words) else [model.Paragraph(words)]

    def _paragraph(self, nodes: Nodes) -> list[Block]:
        line = self.line(nodes)
        if is_blank(line) or all(isinstance(item, model.LineBreak) for item in line):
            return []
        return [model.Paragraph(line)]

    def _items(self, items: list[Nodes]) -> tuple[model.Item, ...]:
        return tuple(model.Item(self.blocks(item)) for item in items)

    def _definitions(self, content: list[tuple[Nodes, list[Nodes]]]) -> Block:
        """Return a list of terms, each with what is said of it."""
        self.plain["list of definitions"] += 1
        items = []
        for term, meanings in content:
            blocks = [block for meaning in meanings for block in self.blocks(meaning)]
            items.append(model.Item((*self._paragraph(term), *blocks)))
        return model.List(tuple(items))

    def _quote(self, nodes: Nodes) -> model.Quote:
        """Return a quotation; a short last paragraph that begins with a dash says who said it."""
        blocks = self.blocks(nodes)
        last = blocks[-1] if len(blocks) > 1 else None
        if isinstance(last, model.Paragraph) and last.replace(content=()) == model.Paragraph(()):
            words = plain_text(last)
            first = last.content[0] if last.content else None
            if isinstance(first, str) and len(words) <= _LONGEST_ATTRIBUTION and _DASH.match(first):
                said = _DASH.sub("", first, count=1)
                return model.Quote(blocks[:-1], inlines(said, *last.content[1:]))
        return model.Quote(blocks)

    def _code(self, attributes: Attr, text: str) -> Block:
        _, classes, pairs = attributes
        if self._ours and "foreign" in classes:
            kind = dict(pairs).get("type", "text/plain")
            return model.Foreign(
                inlines(text), kind if matches("token", kind) else "text/plain", **self._placed(attributes)
            )
        return model.Preformatted(inlines(text), **self._placed(attributes))

    def _raw(self, form: str, text: str) -> list[Block]:
        if form.startswith("html"):
            bare = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
            if bare != text:
                self.dropped["comment"] += 1
            if re.fullmatch(r"\s*(?:</?[A-Za-z][^>]*>\s*)*", bare) and "<img" not in bare:
                self.dropped["HTML"] += bool(bare.strip())
                return []
            root = parse_html(bare, self._context.limits)
            return list(self._pictured(Hypertext(self._context, ids=self._ids).blocks(root)))
        if not text.strip():
            return []
        if is_layout(form, text):
            self.dropped["layout of LaTeX"] += 1
            return []
        return [model.Foreign(inlines(text), _RAW_TYPES.get(form, "text/x-" + re.sub(r"\s+", "-", form)))]

    def _pictured(self, blocks: Blocks) -> Iterable[Block]:
        """Yield blocks that were HTML, their pictures kept."""
        for block in blocks:
            if isinstance(block, model.Figure) and block.media and block.media[0].sha256 is None:
                yield block.replace(media=tuple(self._media(each.src) for each in block.media))
            else:
                yield block

    def _div(self, attributes: Attr, nodes: Nodes) -> list[Block]:
        _, classes, _ = attributes
        if self._ours:
            known = self._our_div(attributes, nodes)
            if known is not None:
                return [known]
        if "note" in classes and not self._is_admonition(nodes):
            kind: Any = next((each for each in classes if each in _NOTES), "editor")
            return [model.Note(self.blocks(nodes), kind, **self._placed(attributes))]
        placed = self._placed(attributes)
        made = list(self.blocks(nodes))
        if len(made) == 1 and placed:
            return [made[0].replace(**{k: v for k, v in placed.items() if getattr(made[0], k) is None})]
        for name in ("lang", "dir"):
            if name in placed:
                made = [
                    block.replace(**{name: placed[name]}) if getattr(block, name) is None else block for block in made
                ]
        if made and "id" in placed and made[0].id is None:
            made[0] = made[0].replace(id=placed["id"])
        return made

    @staticmethod
    def _is_admonition(nodes: Nodes) -> bool:
        """Return whether the first of the nodes is the title that reStructuredText gives to a box."""
        return bool(nodes) and nodes[0]["t"] == "Div" and "title" in nodes[0]["c"][0][1]

    def _our_div(self, attributes: Attr, nodes: Nodes) -> Block | None:
        _, classes, pairs = attributes
        values = dict(pairs)
        if "furniture" in classes:
            kind, rule = values.get("kind", "other"), values.get("rule")
            if matches("token", kind) and (rule is None or matches("token", rule)):
                return model.Furniture(self.blocks(nodes), kind, rule, **self._placed(attributes))
        if "quote" in classes:
            said = nodes[0]["c"] if nodes and nodes[0]["t"] == "BlockQuote" else nodes
            who = nodes[1]["c"][1] if len(nodes) > 1 and nodes[1]["t"] == "Div" else []
            attribution = self.line(who[0]["c"]) if who else ()
            return model.Quote(
                self.blocks(said), attribution, values.get("speaker"), values.get("cite"), **self._placed(attributes)
            )
        if "break" in classes:
            return model.ThematicBreak(inlines(values.get("mark", "")), **self._placed(attributes))
        return None

    def _placed(self, attributes: Attr) -> dict[str, Any]:
        identifier, _, pairs = attributes
        placed: dict[str, Any] = {}
        if identifier and identifier not in self._ids and matches("id", identifier) and self._keep(identifier):
            self._ids.add(identifier)
            placed["id"] = identifier
        values = dict(pairs)
        if lang := as_language(values.get("lang") or values.get("xml:lang")):
            placed["lang"] = lang
        if values.get("dir") in ("ltr", "rtl"):
            placed["dir"] = values["dir"]
        return placed

    # ── Tables ──────────────────────────────────────────────────────────────

    def _table(self, attributes: Attr, caption: Any, specs: Any, head: Any, bodies: Any, foot: Any) -> model.Table:
        aligns = [_ALIGN.get(spec[0]["t"]) for spec in specs]
        heads = self._rows(head[1], aligns, headed=True)
        if not self._ours and not any(has_words(row) for row in heads):
            heads = ()  # A table of Markdown has a row for heads even where nothing stands in it.
        body: list[model.Row] = []
        for _, row_heads, inner, rows in bodies:
            body += self._rows(inner, aligns, headed=True)
            body += self._rows(rows, aligns, first=row_heads)
        words = self._line_of(caption[1])
        return model.Table(tuple(body), heads, self._rows(foot[1], aligns), words, **self._placed(attributes))

    def _rows(
        self, rows: Any, aligns: list[str | None], *, headed: bool = False, first: int = 0
    ) -> tuple[model.Row, ...]:
        places = columns([[(cell[2], cell[3]) for cell in cells] for _, cells in rows])
        return tuple(
            model.Row(
                tuple(
                    self._cell(cell, aligns[at] if at < len(aligns) and cell[3] == 1 else None, headed, at < first)
                    for cell, at in zip(cells, here, strict=True)
                )
            )
            for (_, cells), here in zip(rows, places, strict=True)
        )

    def _cell(self, cell: Any, column: str | None, headed: bool, first: bool) -> model.Cell:
        (_, _, pairs), align, rowspan, colspan, blocks = cell
        values = dict(pairs) if self._ours else {}
        header = values.get("header", "yes" if headed or first else "no") == "yes"
        scope = values.get("scope") if self._ours else "row" if first and not headed else None
        return model.Cell(
            self.blocks(blocks),
            header,
            scope if scope in ("col", "row", "colgroup", "rowgroup") else None,  # type: ignore[arg-type]
            max(1, min(rowspan, 1000)),
            max(1, min(colspan, 1000)),
            _ALIGN.get(align["t"]) or column,  # type: ignore[arg-type]
        )

    # ── Figures ─────────────────────────────────────────────────────────────

    def _figure(self, attributes: Attr, caption: Any, nodes: Nodes) -> list[Block]:
        placed = self._placed(attributes)
        words = list(caption[1])
        credit: Inlines = ()
        if self._ours:
            words, credit = self._without_credit(words)
        line = self._line_of(words)
        inside = self.blocks(nodes)
        figures = [block for block in inside if isinstance(block, model.Figure)]
        if not figures and (inside or not self._ours):  # A table or a listing with a caption.
            return [*inside, *([model.Paragraph(line)] if not is_blank(line) else [])]
        media = tuple(reference for each in figures for reference in each.media)
        alt = next((each.alt for each in figures if each.alt), None)
        if self._ours:
            alt = alt or dict(attributes[2]).get("alt") or None
        elif alt is not None and alt.split() == plain_text(line).split():
            alt = None
        if is_blank(line):
            line = next((each.caption for each in figures if each.caption), ())
        rest = [block for block in inside if not isinstance(block, model.Figure)]
        return [model.Figure(media, line, credit, alt, **placed), *rest]

    def _without_credit(self, nodes: Nodes) -> tuple[Nodes, Inlines]:
        """Return a caption of ours without the credit at its end, and the credit."""
        if nodes and nodes[-1]["t"] == "Plain" and nodes[-1]["c"]:
            last = nodes[-1]["c"][-1]
            if last["t"] == "Span" and "credit" in last["c"][0][1]:
                before = nodes[-1]["c"][:-1]
                return [*nodes[:-1], {"t": "Plain", "c": before}], self.line(last["c"][1])
        return nodes, ()

    def _image(self, attributes: Attr, alt: Nodes, target: list[str]) -> Inlines:
        src, title = target
        self._pictures += 1
        self._context.limits.require("images", self._pictures, "the number of pictures")
        words = " ".join(filter(None, re.split(r"[ \t\r\n]+", words_in(alt))))
        if words == _TYPICAL_ALT and not self._ours:
            words = ""
        words = words or " ".join(self._descriptions.get(src, "").split())
        title = title.removeprefix("fig:").strip()
        self._beside.append(
            model.Figure(
                (self._media(src, dict(attributes[2])),) if src or self._ours else (),
                inlines(title) if not self._ours else (),
                alt=_value(words) or None,
            )
        )
        return ()

    def _media(self, src: str, values: dict[str, str] | None = None) -> model.MediaReference:
        content = self._find(src)
        values = values or {}
        if content is None:
            reference = model.MediaReference(_value(src))
            if self._ours and values:
                kind, sha256 = values.get("type", ""), values.get("sha256", "")
                reference = reference.replace(
                    type=kind if matches("token", kind) else None,
                    sha256=sha256 if matches("SHA-256", sha256) else None,
                    size_bytes=as_count(values.get("bytes")),
                    width=as_count(values.get("width")),
                    height=as_count(values.get("height")),
                )
            return reference
        self._context.limits.require("image_bytes", len(content), f"the picture {src[:200]}")
        digest = self._context.media.keep(content)
        return model.MediaReference(_value(src), type_of(content), sha256=digest, size_bytes=len(content))

    # ── Inlines ─────────────────────────────────────────────────────────────

    def line(self, nodes: Nodes) -> Inlines:
        """Return the inlines of a block of text, without layout at their edges."""
        return unwrapped(self.inlines(nodes))

    def _line_of(self, blocks: Nodes) -> Inlines:
        """Return the words of blocks as one line."""
        made: list[Inline] = []
        for each in blocks:
            line = self.inlines(each["c"]) if each["t"] in ("Plain", "Para") else inlines(words_in(each))
            made += [*([" "] if made else []), *line]
        return unwrapped(inlines(*made))

    def inlines(self, nodes: Nodes) -> Inlines:
        """Return the inlines of nodes."""
        self._deeper()
        made: list[Inline] = []
        nodes = paired(nodes, self.dropped)
        for at, each in enumerate(nodes):
            if each["t"] == "SoftBreak":
                made += _soft_break(nodes, at)
            elif each["t"] == "Space" and not self._ours and _is_open(made):
                pass  # What stood between two blanks is now beside the line, or gone.
            else:
                made += self._inline(each["t"], each.get("c"))
        self._depth -= 1
        return inlines(*made)

    def _inline(self, kind: str, content: Any) -> Inlines:
        if kind == "Str":
            return (content,)
        if kind == "Space":
            return (" ",)
        if kind in _MARKS:
            words = self.inlines(content)
            return (_MARKS[kind](words),) if words or self._ours else ()
        match kind:
            case "LineBreak":
                return (model.LineBreak(),)
            case "Code":
                return (model.Code(inlines(content[1])),)
            case "SmallCaps":
                self.plain["small capitals"] += 1
                return self.inlines(content)
            case "Quoted":
                opening, closing = _QUOTES[content[0]["t"]]
                return (opening, *self.inlines(content[1]), closing)
            case "Cite":
                self.plain["citation"] += 1
                return self.inlines(content[1])
            case "Math":
                self.plain["formula"] += 1
                return (model.Code(inlines(content[1])),)
            case "RawInline":
                if is_html({"c": content}):
                    self.dropped["HTML"] += 1
                elif content[1].strip():
                    self._beside += self._raw(*content)
                return ()
            case "Link":
                return self._link(*content)
            case "Image":
                return self._image(*content)
            case "Note":
                return self._note(content)
            case "Span":
                return self._span(*content)
            case _:
                return (words_in(content),)

    def _link(self, _attributes: Attr, nodes: Nodes, target: list[str]) -> Inlines:
        href, title = target
        if self._after_link is not None:
            return self.inlines(nodes)
        self._after_link = []
        content = self.inlines(nodes)
        after, self._after_link = self._after_link, None
        if self._ours and "ref" in _attributes[1] and href.startswith("#") and matches("id", href[1:]):
            return (model.Ref(content, href[1:]),)
        if not href and not self._ours:
            return (*content, *after)
        return (model.Link(content, _value(href), _value(title) or None), *after)

    def _note(self, blocks: Nodes, mark: Inlines = (), target: str = "") -> Inlines:
        at = len(self.notes)
        self.notes.append(model.Note(()))  # Its place, before that of the notes in it.
        number = at + 1
        while not target or target in self._ids:
            target = f"note-{number}"
            number += 1
        self._ids.add(target)
        within, self._after_link = self._after_link, None
        beside, self._beside = self._beside, []
        self.notes[at] = model.Note(self.blocks(blocks), id=target)
        self._after_link, self._beside = within, beside
        ref = model.Ref(mark or (str(at + 1),), target)
        if within is None:
            return (ref,)
        within.append(ref)
        return ()

    def _span(self, attributes: Attr, nodes: Nodes) -> Inlines:
        _, classes, pairs = attributes
        values = dict(pairs)
        if self._ours:
            known = self._our_span(classes, values, nodes)
            if known is not None:
                return known
        content = self.inlines(nodes)
        kind = next((_SPANS[each] for each in classes if each in _SPANS), None)
        if kind is not None and content:
            return (kind(content),)
        if "mark" in classes:
            self.plain["highlighting"] += 1
        placed = self._placed(["", [], pairs])
        if placed:
            return (model.Span(content, **placed),)
        return content

    def _our_span(self, classes: list[str], values: dict[str, str], nodes: Nodes) -> Inlines | None:
        if "ref" in classes and nodes and nodes[-1]["t"] == "Note" and self._after_link is None:
            mark = self.inlines(nodes[:-1])
            return self._note(nodes[-1]["c"], mark, values.get("target", ""))
        if "ruby" in classes and len(nodes) == 2:
            base, reading = (self.inlines(each["c"][1]) for each in nodes)
            return (model.Ruby(base, reading),)
        if "code" in classes:
            return (model.Code(self.inlines(nodes)),)
        if "q" in classes:
            return (
                model.Quotation(
                    self.inlines(nodes),
                    values.get("speaker"),
                    values.get("verb"),
                    values.get("speaker-name"),
                    as_count(values.get("quotation"), 1),
                ),
            )
        if "mention" in classes:
            ref = values.get("ref")
            return (model.Mention(self.inlines(nodes), ref if ref and matches("id", ref) else None),)
        if "time" in classes:
            moment = values.get("datetime")
            return (model.Time(self.inlines(nodes), moment if moment and matches("date", moment) else None),)
        if "abbr" in classes:
            return (model.Abbreviation(self.inlines(nodes), values.get("title")),)
        if "span" in classes:
            placed = self._placed(["", [], list(values.items())])
            return (model.Span(self.inlines(nodes), **placed),) if placed else self.inlines(nodes)
        return None


def _is_open(made: list[Inline]) -> bool:
    """Return whether the line so far ends in a blank."""
    return bool(made) and isinstance(made[-1], str) and made[-1].endswith(" ")


def _soft_break(nodes: Nodes, at: int) -> Inlines:
    """Return what a line end of the file means: a blank, but nothing between two East Asian characters."""
    before = words_in(nodes[at - 1])[-1:] if at else ""
    after = words_in(nodes[at + 1])[:1] if at + 1 < len(nodes) else ""
    wide = all(each and unicodedata.east_asian_width(each) in "WF" and not _is_hangul(each) for each in (before, after))
    return () if wide else (" ",)


def _is_hangul(character: str) -> bool:
    """Return whether the character is of Korean, which parts its words by blanks."""
    return "\uac00" <= character <= "\ud7a3"


def words_in(content: Any) -> str:
    """Return the words of any part of a tree, in their order: what is shown, no attributes."""
    out: list[str] = []
    stack = [content]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            kind = here.get("t")
            match kind:
                case "Str" | "MetaString":
                    out.append(here["c"])
                case "Space" | "SoftBreak":
                    out.append(" ")
                case "LineBreak":
                    out.append("\n")
                case "Code" | "CodeBlock" | "Math" | "RawInline" | "RawBlock":
                    out.append(here["c"][1])
                case "Link" | "Image":
                    stack.append(here["c"][1])
                case "Span" | "Div" | "Quoted" | "Cite":
                    stack.append(here["c"][1])
                case "Header":
                    stack.append(here["c"][2])
                case _:
                    if isinstance(kind, str):
                        stack.append(here.get("c"))
                    else:
                        stack += reversed(list(here.values()))
        elif isinstance(here, list):
            stack += reversed(here)
    return "".join(out)


def _value(text: str) -> str:
    """Return a value as the model can hold it."""
    if is_xml_text(text):
        return text
    return "".join(each if is_xml_text(each) else "\N{REPLACEMENT CHARACTER}" for each in text)


def is_layout(form: str, text: str) -> bool:
    """Return whether raw markup says only where something stands on a page."""
    return form in ("tex", "latex") and _LAYOUT.fullmatch(text) is not None


def targets(nodes: Any) -> set[str]:
    """Return the ids of the same document that links in the tree lead to."""
    found: set[str] = set()
    stack = [nodes]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            if here.get("t") == "Link" and here["c"][2][0].startswith("#"):
                found.add(here["c"][2][0][1:])
            stack += here.values()
        elif isinstance(here, list):
            stack += here
    return found
