"""An article → the tree: what `mapping.WRITTEN` says, as code.

For a format that is the tree itself everything is said, by classes and
attributes that `into_article` knows. For all others the tree holds what a
person is to read: attributes that a format would print as noise stay out.
"""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect_left
from typing import assert_never

from converter import model
from converter.io import markup
from converter.model.traversal import walk
from converter.model.words import has_words, plain_text
from converter.pandoc.escaping import acts_in_code, acts_in_listing, bare, escaped, without_controls
from converter.pandoc.grid import columns
from converter.pandoc.into_article import words_in
from converter.pandoc.measured import MEASURED
from converter.pandoc.meta import meta_of
from converter.pandoc.slides import parted
from converter.pandoc.tree import attr, div, node, para, plain, span, string
from converter.render import masthead
from converter.render.display_title import titled
from converter.render.html_write import language_tag
from converter.render.links import live, picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import Block, Blocks, Cell, Figure, MediaReference, Row
    from converter.model.inline import Inline, Inlines
    from converter.pandoc.family import Writing
    from converter.pandoc.tree import Attr, Node, Nodes

_MARKS: dict[type, str] = {
    model.Emphasis: "Emph",
    model.Strong: "Strong",
    model.Underline: "Underline",
    model.Strike: "Strikeout",
    model.Subscript: "Subscript",
    model.Superscript: "Superscript",
}
_ALIGN = {"start": "AlignLeft", "center": "AlignCenter", "end": "AlignRight", None: "AlignDefault"}
_EMBEDDED = ("image/png", "image/jpeg", "image/gif")
"""The pictures that every program shows which opens these files."""
_DEEPEST = 6


def _quoted(words: str) -> str:
    """Return words as the value of an attribute."""
    return markup.text(words).replace('"', "&quot;")


_PAGE = (("keywords", "html", _quoted),)
_UNESCAPED: dict[str, tuple[tuple[str, str, Callable[[str], str]], ...]] = {
    "html4": _PAGE,
    "html5": _PAGE,
    "chunkedhtml": _PAGE,
    "opml": (("title", "markdown", markup.text), ("author", "markdown", markup.text)),
}
"""Format → what of the head its template puts into markup as it is: the key, the form that this is raw text of, and
how we escape it; seen in pandoc 3.9."""


def _raw(value: Node, form: str, escape: Callable[[str], str]) -> Node:
    """Return a value of the metadata as its words, escaped already."""
    if value["t"] == "MetaList":
        return node("MetaList", [_raw(each, form, escape) for each in value["c"]])
    return node("MetaInlines", [node("RawInline", [form, escape(words_in(value))])])


def tree_of(article: Article, writing: Writing, context: Context) -> tuple[dict[str, Node], Nodes]:
    """Return the metadata and the blocks of an article for a format of pandoc's."""
    composer = Composer(article, writing, context)
    meta = meta_of(article, composer, whole=writing.carries != "words")
    if writing.carries == "words":
        for key in ("title", "subtitle", "author", "abstract"):
            if key not in writing.shows.split() + writing.states.split():
                meta.pop(key, None)
        if "keywords" not in writing.states.split():
            meta.pop("keywords", None)  # The template of Typst would take them for code.
        if "subject" not in writing.states.split():
            meta.pop("subject", None)  # PowerPoint's properties would have them as one word.
        if "modified" in writing.states.split():
            modified = article.head.date("modified")
            meta.pop("date", None)
            if modified is not None and modified.value:
                meta["date"] = node("MetaString", modified.value)
        for key, form, escape in _UNESCAPED.get(writing.name, ()):
            if key in meta:
                meta[key] = _raw(meta[key], form, escape)
        if "author" in writing.states.split() and (names := article.head.parties_in("creator")):
            meta["author"] = node("MetaList", [node("MetaInlines", string(each.name)) for each in names])
    return meta, composer.body()


class Composer:
    """Makes the nodes of one article."""

    def __init__(self, article: Article, writing: Writing, context: Context) -> None:
        self._article = article
        self._writing = writing
        self._context = context
        self._whole = writing.carries == "tree"
        self._plain = MEASURED[writing.name][1].split()
        """The marks that pandoc would drop, so that the words on both sides stand side by side."""
        self._where = "head"
        self._notes: dict[str, model.Note] = {}
        """Id → footnote that is to stand where it is first referred to."""
        self._all_notes: dict[str, model.Note] = {
            block.id: block
            for block in article.body
            if isinstance(block, model.Note)
            and block.id is not None
            and block.kind == "footnote"
            and block.lang is block.dir is None
        }
        self._wanted = {value.target for value in walk(article.body) if isinstance(value, model.Ref)} | {
            value.href[1:] for value in walk(article.body) if isinstance(value, model.Link) and value.href[:1] == "#"
        }
        self._ids = {name for value in walk(article.body) if (name := getattr(value, "id", None))}
        self._shift = 1 if article.head.headline() is not None and "title" not in writing.shows else 0

    def body(self) -> Nodes:
        """Return the blocks of the body, with what the format prints nowhere else of the head before them."""
        made = [para([node("Strong", string(words))]) for words in masthead.warnings(self._article)]
        if self._writing.carries == "words":
            made += self._headlines()
        if self._writing.first:
            made = self._topped(made)
        self._notes = dict(self._all_notes)
        opening: Nodes = self._dateline()
        for number, block in enumerate(self._article.body, 1):
            self._where = f"block {number}"
            if isinstance(block, model.Note) and block.id in self._all_notes and block.id in self._wanted:
                continue
            if opening and isinstance(block, model.Paragraph):
                made.append(self._wrapped(block, para([*opening, *self.inlines(block.content)])))
                opening = []
            else:
                made += self._block(block)
        if opening:
            made.append(para(opening[:-1]))
        left = [note for name, note in self._notes.items() if name in self._wanted]
        self._notes = {}
        for note in left:  # Nothing that is printed refers to it.
            made += self._block(note)
        return parted(made) if self._writing.slides else made

    def _topped(self, nodes: Nodes) -> Nodes:
        """Return the nodes with the headline before all others, else the label where the format needs one."""
        heads = [each for each in nodes if each["t"] == "Header"][:1]
        if not heads and self._writing.first == "label":
            words = string(titled(self._article, self._context, self._writing.name))
            return [node("Header", [1, attr(), words]), *nodes]
        return [*heads, *(each for each in nodes if each not in heads)]

    def _headlines(self) -> Nodes:
        """Return the lines of the head that the template does not print."""
        head, shows = self._article.head, self._writing.shows.split()
        made: Nodes = []
        main, sub = head.headline(), head.headline("sub")
        if main is None:
            shows = [key for key in shows if key not in self._writing.below_title.split()]
        for headline in head.headlines:
            if headline.kind == "kicker":
                made.append(para(self.inlines(headline.content)))
        if main is not None and "title" not in shows:
            made.append(self._heading(1, attr(), main.content))
        for headline in head.headlines:
            is_shown = headline is main or headline.kind in ("kicker", "short")
            if not is_shown and not (headline is sub and "subtitle" in shows):
                made.append(para(self.inlines(headline.content)))
        if "author" not in shows:
            made += [para(self.inlines(byline.content)) for byline in head.bylines]
        if head.abstract is not None and "abstract" not in shows:
            made += self.blocks(head.abstract.blocks)
        return [each for each in made if each.get("c")]

    def _dateline(self) -> Nodes:
        dateline = self._article.head.dateline
        if dateline is None or not has_words(dateline.content):
            return []
        words = self.inlines(dateline.content)
        return [*([span(attr(None, ["dateline"]), words)] if self._whole else words), node("Space")]

    # ── Blocks ──────────────────────────────────────────────────────────────

    def blocks(self, blocks: Blocks) -> Nodes:
        """Return the nodes of blocks."""
        return [each for block in blocks for each in self._block(block)]

    def _block(self, block: Block) -> Nodes:
        match block:
            case model.Paragraph():
                words = self.inlines(block.content)
                return [self._wrapped(block, para(words))] if words else []
            case model.Heading():
                level = block.level + self._shift
                level += 0 < self._writing.capitals <= level
                if level > _DEEPEST:
                    self._context.notice(
                        "heading-level-folded", self._where, level=block.level, writer=self._writing.name
                    )
                return [self._heading(min(level, _DEEPEST), self._placed(block), block.content)]
            case model.Quote():
                return [self._quote(block)]
            case model.List():
                return [self._wrapped(block, self._list(block))]
            case model.Table():
                return self._table(block)
            case model.Figure():
                return self._figure(block)
            case model.Preformatted():
                return self._listing(self._verbatim(block.content), self._placed(block))
            case model.ThematicBreak():
                rule = node("HorizontalRule")
                mark = plain_text(block.content)
                if self._whole and mark:
                    return [div(self._placed(block, ["break"], mark=mark), [rule])]
                return [self._wrapped(block, rule)]
            case model.Note():
                return [div(self._placed(block, ["note", block.kind]), self.blocks(block.blocks))]
            case model.Furniture():
                if not self._whole:
                    return []
                around = self._placed(block, ["furniture"], kind=block.kind, rule=block.rule)
                return [div(around, self.blocks(block.blocks))]
            case model.Foreign():
                around = self._placed(block, ["foreign"], type=block.type) if self._whole else self._placed(block)
                return self._listing(self._verbatim(block.content), around)
            case _:
                assert_never(block)

    def _heading(self, level: int, around: Attr, content: Inlines) -> Node:
        words = self.inlines(content)
        return node("Header", [level, around, bare(words) if self._writing.name == "opml" else words])

    def _listing(self, text: str, around: Attr) -> Nodes:
        """Return a listing; as lines of a paragraph where its text would act in the format."""
        text = self._inert(text)
        if self._whole or not acts_in_listing(self._writing.signs, text):
            return [node("CodeBlock", [around, text])]
        self._context.notice("markup-folded", self._where, count=1, writer=self._writing.name)
        lines = [[*escaped(self._writing.signs, line), node("LineBreak")] for line in text.split("\n")]
        made = para([each for line in lines for each in line][:-1])
        return [made if around == attr() else div(around, [made])]

    def _inert(self, text: str) -> str:
        """Return a text without the characters that would act in the format; each is said to be replaced."""
        text, count = without_controls(self._writing.signs, text)
        if count:
            self._context.notice("character-replaced", self._where, count=count, writer=self._writing.name)
        return text

    def _placed(self, block: Block, classes: Iterable[str] = (), **pairs: object) -> Attr:
        lang = self._language(block.lang, "Block.lang")
        identifier = block.id if self._whole or block.id in self._wanted else None
        return attr(identifier, classes, lang=lang, dir=block.dir, **pairs)

    def _language(self, tag: str | None, field: str) -> str | None:
        """Return a language tag that others know, with a notice for any other."""
        if tag is None or self._whole or language_tag(tag) is not None:
            return tag
        self._context.notice("value-not-carried", self._where, field=field, value=tag, writer=self._writing.name)
        return None

    def _wrapped(self, block: Block, inner: Node) -> Node:
        """Return a node that has no attributes of its own in a `Div` that has the block's, if there are any."""
        placed = self._placed(block)
        return inner if placed == attr() else div(placed, [inner])

    def _quote(self, block: model.Quote) -> Node:
        said = self.blocks(block.blocks)
        if self._whole:
            placed = self._placed(block, ["quote"], speaker=block.speaker, cite=block.cite)
            who = [div(attr(None, ["attribution"]), [para(self.inlines(block.attribution))])]
            return div(placed, [node("BlockQuote", said), *(who if block.attribution else [])])
        if block.attribution:
            dash = "" if plain_text(block.attribution).lstrip()[:1] in "—–―-" else "— "
            said.append(para([*string(dash), *self.inlines(block.attribution)]))
        return self._wrapped(block, node("BlockQuote", said))

    def _list(self, block: model.List) -> Node:
        tight = all(sum(isinstance(each, model.Paragraph) for each in item.blocks) <= 1 for item in block.items)
        items = [self._inner(item.blocks, tight=tight) for item in block.items]
        if block.ordered:
            start = 1 if "start" in self._writing.lacks else block.start
            return node("OrderedList", [[start, node("Decimal"), node("Period")], items])
        return node("BulletList", items)

    def _inner(self, blocks: Blocks, *, tight: bool) -> Nodes:
        """Return the blocks of an entry or cell; a paragraph that needs no space around it is plain text."""
        made = self.blocks(blocks)
        return [plain(each["c"]) if tight and each["t"] == "Para" else each for each in made]

    # ── Tables ──────────────────────────────────────────────────────────────

    def _table(self, block: model.Table) -> Nodes:
        if "foot" in self._writing.lacks:
            block = block.replace(body=(*block.body, *block.foot), foot=())
        if not self._whole:
            block = self._narrowed(block)
        parts = [self._grid(rows) for rows in (block.head, block.body, block.foot)]
        width = max((end for _, ends in parts for end in ends), default=0)
        if not width and not self._whole:
            return [para(self.inlines(block.caption))] if block.caption else []
        if self._writing.flat:
            return self._lines(block)
        aligns = self._aligns([*block.head, *block.body, *block.foot], width)
        head, body, foot = (
            [
                self._row(row, here, width, len(rows) - at)
                for at, (row, here) in enumerate(zip(rows, places, strict=True))
            ]
            for rows, (places, _) in zip((block.head, block.body, block.foot), parts, strict=True)
        )
        first = 0 if self._whole else _first_headers(block.body)
        specs = [[node(_ALIGN[align]), node("ColWidthDefault")] for align in aligns]
        words = self.inlines(block.caption)
        above = [para(words)] if words and "table" in self._writing.beside else []
        caption = [None, [plain(words)] if words and not above else []]
        table = [self._placed(block), caption, specs, [attr(), head], [[attr(), first, [], body]], [attr(), foot]]
        return [*above, node("Table", table)]

    def _narrowed(self, block: model.Table) -> model.Table:
        """Return the table without columns in which no cell begins: a cell that is to span all of them often says 100,
        and pandoc draws each."""
        parts = [(rows, self._grid(rows)) for rows in (block.head, block.body, block.foot)]
        starts = sorted({at for _, (places, _) in parts for here in places for at in here})
        if len(starts) == max((end for _, (_, ends) in parts for end in ends), default=0):
            return block

        def narrowed(row: Row, here: list[int]) -> Row:
            cells = (
                cell.replace(colspan=bisect_left(starts, at + cell.colspan) - bisect_left(starts, at))
                for cell, at in zip(row.cells, here, strict=True)
            )
            return row.replace(cells=tuple(cells))

        head, body, foot = (
            tuple(narrowed(row, here) for row, here in zip(rows, places, strict=True)) for rows, (places, _) in parts
        )
        return block.replace(head=head, body=body, foot=foot)

    def _lines(self, block: model.Table) -> Nodes:
        """Return the table as a paragraph whose lines are its rows."""
        made = [para(words)] if (words := self.inlines(block.caption)) else []
        lines: Nodes = []
        for row in (*block.head, *block.body, *block.foot):
            cells = [_in_line(self.blocks(cell.blocks)) for cell in row.cells]
            line = [each for cell in cells for each in (node("Str", "|"), node("Space"), *cell, node("Space"))]
            lines += [*line[2:-1], node("LineBreak")] if any(cells) else []
        made += [para(lines[:-1])] if lines else []
        around = self._placed(block)
        return made if around == attr() else [div(around, made)]

    def _grid(self, rows: Sequence[Row]) -> tuple[list[list[int]], list[int]]:
        """Return the first column of each cell, and where each row ends."""
        places = columns([self._spans(row, len(rows) - at) for at, row in enumerate(rows)])
        ends = [
            max((at + cell.colspan for cell, at in zip(row.cells, here, strict=True)), default=0)
            for row, here in zip(rows, places, strict=True)
        ]
        return places, ends

    def _spans(self, row: Row, left: int) -> list[tuple[int, int]]:
        """Return rowspan and colspan of each cell; for print a cell spans no more rows than there are."""
        return [(cell.rowspan if self._whole else min(cell.rowspan, left), cell.colspan) for cell in row.cells]

    def _aligns(self, rows: list[Row], width: int) -> list[str | None]:
        """Return the alignment of each column in which all cells of one column have the same."""
        found: list[set[str | None]] = [set() for _ in range(width)]
        places = columns([self._spans(row, len(rows) - at) for at, row in enumerate(rows)])
        for row, here in zip(rows, places, strict=True):
            for cell, at in zip(row.cells, here, strict=True):
                if cell.colspan == 1 and at < width:
                    found[at].add(cell.align)
        return [next(iter(each)) if len(each) == 1 else None for each in found]

    def _row(self, row: Row, places: list[int], width: int, left: int) -> list[object]:
        """Return a row; for print filled up to the table's width."""
        spans = self._spans(row, left)
        cells = [self._cell(cell, rowspan) for cell, (rowspan, _) in zip(row.cells, spans, strict=True)]
        if not self._whole:
            end = max((at + cell.colspan for cell, at in zip(row.cells, places, strict=True)), default=0)
            empty = [attr(), node("AlignDefault"), 1, 1, []]
            cells += [empty] * (width - end)
        return [attr(), cells]

    def _cell(self, cell: Cell, rowspan: int) -> list[object]:
        around = attr()
        if self._whole:
            around = attr(header="yes" if cell.header else "no", scope=cell.scope)
        blocks = self._inner(cell.blocks, tight=len(cell.blocks) == 1)
        return [around, node(_ALIGN[cell.align]), rowspan, cell.colspan, blocks]

    # ── Figures ─────────────────────────────────────────────────────────────

    def _figure(self, block: Figure) -> Nodes:
        words = self.inlines(block.caption)
        credit = self.inlines(block.credit)
        if self._whole:
            caption = [plain([*words, *([span(attr(None, ["credit"]), credit)] if credit else [])])]
            images = [plain([self._image(each, each.src, block.alt)]) for each in block.media]
            alt = None if images else block.alt
            return [node("Figure", [self._placed(block, alt=alt), [None, caption], images])]
        image = self._picture(block)
        line = [*words, *([node("Space")] if words and credit else []), *credit]
        if image is None:
            said = [para(self.inlines((f"[{' '.join(block.alt.split())}]",)))] if block.alt and block.media else []
            said += [para(line)] if line else []
            around = self._placed(block)
            return [div(around, said)] if said and around != attr() else said
        if not line or "figure" in self._writing.beside:
            return [self._wrapped(block, para([image])), *([para(line)] if line else [])]
        return [node("Figure", [self._placed(block), [None, [plain(line)]], [plain([image])]])]

    def _picture(self, block: Figure) -> Node | None:
        """Return the first rendition that the format can show; the others are said to be lost."""
        shown: Node | None = None
        for reference in block.media:
            address = self._address(reference) if shown is None else None
            if address is not None:
                shown = self._image(reference, address, block.alt or plain_text(block.caption) or None)
            elif shown is not None:
                self._context.notice(
                    "value-not-carried",
                    self._where,
                    field="Figure.media",
                    value=reference.src,
                    writer=self._writing.name,
                )
        if shown is None and block.media:
            self._context.notice("image-not-carried", src=block.media[0].src, writer=self._writing.name)
        return shown

    def _address(self, reference: MediaReference) -> str | None:
        if not self._writing.embeds:
            address = picture(reference.src)
            return None if address and self._writing.local and "://" in address else address
        content = self._context.media.get(reference)
        if content is None or reference.type not in _EMBEDDED:
            return None
        return f"data:{reference.type};base64,{b64encode(content).decode('ascii')}"

    def _image(self, reference: MediaReference, address: str, alt: str | None) -> Node:
        around = attr()
        if self._whole:
            around = attr(
                type=reference.type,
                sha256=reference.sha256,
                bytes=reference.size_bytes,
                width=reference.width,
                height=reference.height,
            )
        return node("Image", [around, string(self._inert(alt or "")), [address, ""]])

    # ── Inlines ─────────────────────────────────────────────────────────────

    def inlines(self, content: Inlines) -> Nodes:
        """Return the nodes of inlines; of what would act in the format, the words."""
        return self._held(self._run(content))

    def _run(self, content: Inlines) -> Nodes:
        """Return the nodes of inlines that stand beside others, where words of both may act together."""
        return [each for item in content for each in self._inline(item)]

    def _held(self, nodes: Nodes) -> Nodes:
        """Return nodes with what would act in the words that stand side by side held as words."""
        if self._whole:
            return nodes
        made: Nodes = []
        text = ""
        for each in nodes:
            if each["t"] in ("Str", "Space"):
                text += each.get("c", " ")
            else:
                made += [*escaped(self._writing.signs, text), each]
                text = ""
        return made + escaped(self._writing.signs, text)

    def _inline(self, item: Inline) -> Nodes:
        match item:
            case str():
                return string(self._inert(item))
            case model.LineBreak():
                return [node("LineBreak")]
            case model.Char():
                return [node("Str", "\N{REPLACEMENT CHARACTER}")]
            case model.Code():
                return self._code(item)
            case model.Link():
                return self._link(item)
            case model.Ref():
                return self._ref(item)
            case model.Span():
                lang = self._language(item.lang, "Span.lang")
                classes = ["span"] if self._whole else []
                around = attr(None, classes, lang=lang, dir=item.dir)
                if around == attr() or "Span" in self._plain:
                    return self._run(item.content)
                return [span(around, self.inlines(item.content))]
            case model.Ruby():
                base, reading = self._run(item.content), self._run(item.reading)
                if self._whole:
                    return [span(attr(None, ["ruby"]), [span(attr(), base), span(attr(None, ["rt"]), reading)])]
                return [*base, node("Str", "("), *reading, node("Str", ")")]
            case model.Quotation() | model.Mention() | model.Time() | model.Abbreviation():
                inner = self._run(item.content)
                return [span(_said_of(item), inner)] if self._whole else inner
            case _:
                mark = _MARKS[type(item)]
                is_plain = type(item).__name__ in self._plain or mark in self._writing.lacks
                if is_plain or not (self._whole or has_words(item.content)):
                    return self._run(item.content)
                return [node(mark, self.inlines(item.content))]

    def _code(self, item: model.Code) -> Nodes:
        if all(isinstance(each, str) for each in item.content):
            text = plain_text(item.content)
        elif self._whole:
            return [span(attr(None, ["code"]), self.inlines(item.content))]
        else:
            text = self._verbatim(item.content)
        if self._whole:
            return [node("Code", [attr(), text])] if text else []
        text = " ".join(self._inert(text).splitlines())
        if acts_in_code(self._writing.signs, text):
            self._context.notice("markup-folded", self._where, count=1, writer=self._writing.name)
            return string(text)
        return [node("Code", [attr(), text])] if text else []

    def _verbatim(self, content: Inlines) -> str:
        """Return text as it stands; marks in it are not shown."""
        if any(not isinstance(each, str | model.LineBreak | model.Char) for each in content):
            self._context.notice("markup-folded", self._where, count=1, writer=self._writing.name)
        return "".join(
            "\N{REPLACEMENT CHARACTER}" if isinstance(each, model.Char) else plain_text(each)
            for each in walk(content)
            if isinstance(each, str | model.LineBreak | model.Char)
        )

    def _link(self, item: model.Link) -> Nodes:
        address = live(item.href)
        if address is not None and address.startswith("#") and item.href.strip()[1:] not in self._ids:
            address = address if self._whole else None
        if address is None:
            self._context.notice("link-as-text", self._where, href=item.href)
            return self._run(item.content)
        return [node("Link", [attr(), self.inlines(item.content), [address, item.title or ""]])]

    def _ref(self, item: model.Ref) -> Nodes:
        note = self._notes.pop(item.target, None)
        if note is not None:
            kept, self._notes = self._notes, {}  # No note stands in another.
            footnote = node("Note", self.blocks(note.blocks))
            self._notes = kept
            if self._whole:
                return [span(attr(None, ["ref"], target=item.target), [*self.inlines(item.content), footnote])]
            return [footnote]
        if self._whole:
            return [node("Link", [attr(None, ["ref"]), self.inlines(item.content), [f"#{item.target}", ""]])]
        if item.target in self._ids and item.target not in self._all_notes:
            return [node("Link", [attr(), self.inlines(item.content), [f"#{item.target}", ""]])]
        return self._run(item.content)


def _said_of(item: model.Quotation | model.Mention | model.Time | model.Abbreviation) -> Attr:
    match item:
        case model.Quotation():
            return attr(
                None,
                ["q"],
                speaker=item.speaker,
                verb=item.verb,
                speaker_name=item.speaker_name,
                quotation=item.quotation,
            )
        case model.Mention():
            return attr(None, ["mention"], ref=item.ref)
        case model.Time():
            return attr(None, ["time"], datetime=item.datetime)
        case model.Abbreviation():
            return attr(None, ["abbr"], title=item.title)
        case _:
            assert_never(item)


def _in_line(content: Any) -> Nodes:
    """Return the words of blocks on one line, those of paragraphs with their marks."""
    if isinstance(content, list):
        made: Nodes = []
        for inner in filter(None, map(_in_line, content)):
            made += [node("Space"), *inner] if made else inner
        return made
    if not isinstance(content, dict):
        return []
    match content["t"]:
        case "Para" | "Plain":
            return [node("Space") if each["t"] == "LineBreak" else each for each in content["c"]]
        case "Header":
            inlines: Nodes = content["c"][2]
            return inlines
        case "CodeBlock":
            return string(content["c"][1])
        case _:
            return _in_line(content.get("c"))


def _first_headers(rows: Sequence[Row]) -> int:
    """Return how many cells at the start of each row are headers."""
    counts = [next((at for at, cell in enumerate(row.cells) if not cell.header), len(row.cells)) for row in rows]
    return min(counts, default=0)
