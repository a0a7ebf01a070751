"""The article as slabs for pages, each run owned by its tag: one function for each kind of block."""

from __future__ import annotations

from converter.model.block import (
    Figure,
    Foreign,
    Furniture,
    Heading,
    List,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Table,
    ThematicBreak,
)
from converter.model.inline import Ref
from converter.model.traversal import walk
from converter.model.words import has_words, plain_text
from converter.render.visible_text import indents_itself, opening_paragraph
from converter.typeset.columns import align_columns, in_columns
from converter.typeset.lines import break_lines
from converter.typeset.slabs import PictureMark, Ribbon, RuleMark, Slab, TextMark, hold_grid, text_slabs
from converter.writers.pdf import looks as mark
from converter.writers.pdf.headmatter import set_head, set_source_line
from converter.writers.pdf.outline import Entry
from converter.writers.pdf.pictures import find_picture
from converter.writers.pdf.setter import Setter, printed_text
from converter.writers.pdf.tables import set_table
from converter.writers.pdf.tags import Element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import assert_never

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import Block, Blocks
    from converter.model.inline import Inlines
    from converter.model.style import Page, Style
    from converter.typeset.lines import Run
    from converter.writers.pdf.pictures import Picture

else:

    def assert_never(value):
        raise AssertionError(value)


_DEEPEST_LIST = 8
_MARKER_GAP_PT = 5.0
_BULLET = "•"
_BREAK_RULE = 0.3
_PICTURE_SHARE = 0.6
"""A picture takes up at most this share of the text's height."""
_COARSEST_DPI = 96
_UNDER_PICTURE_PT = 4.0
_PRE_BREAK = "\u2028"


class Place:
    """Where blocks are set: from `x_pt`, `measure_pt` wide, paragraphs in `role`, under `parent`."""

    __slots__ = ("depth", "measure_pt", "on_grid", "parent", "role", "x_pt")

    def __init__(
        self, x_pt: float, measure_pt: float, role: str, parent: Element, on_grid: bool, depth: int = 0
    ) -> None:
        self.x_pt = x_pt
        self.measure_pt = measure_pt
        self.role = role
        self.parent = parent
        self.on_grid = on_grid
        """Whether paragraphs keep the page's grid: not inside what has its own space around it."""
        self.depth = depth
        """How many lists it stands in."""


class Flow:
    """What the pages are made of: slabs, the structure tree, the headings, and where links may lead."""

    def __init__(self, setter: Setter) -> None:
        self.slabs = setter.stack.slabs
        self.document = setter.document
        self.headings = setter.headings
        self.places = setter.places
        self.pictures = setter.pictures
        self.is_mirrored = setter.is_mirrored
        self.head_slabs = setter.head_slabs
        """How many slabs at the start take the whole width, whatever the columns."""


def flow(
    article: Article,
    style: Style,
    page: Page,
    context: Context,
    *,
    columns: int = 1,
    hyphenate: bool = False,
    room: float = 1.0,
) -> Flow:
    """Return the article as slabs, on the grid, with tags; says what cannot be drawn or made live."""
    setter = Setter(article, style, page, context, columns=columns, hyphenate=hyphenate, room=room)
    set_head(setter)
    setter.head_slabs = len(setter.stack.slabs)
    setter.measure_pt = setter.column_pt
    _Blocks(setter).set_story()
    set_source_line(setter)
    setter.say_what_is_missing()
    hold_grid(setter.stack.slabs, page.grid_pt)
    return Flow(setter)


class _Blocks:
    """Sets blocks; knows whether the next paragraph starts flush, and which notes wait for the end."""

    def __init__(self, setter: Setter) -> None:
        self._setter = setter
        self._stack = setter.stack
        self._is_flush = True
        self._notes: list[Note] = []
        self._dateline = setter.article.head.dateline
        # A structure tree may not skip a level: those that occur become neighbours, from H2 under a headline.
        self._first_level = 2 if setter.headings else 1
        self._levels = sorted({block.level for block in walk(setter.article.body) if isinstance(block, Heading)})
        self._last_level = self._first_level - 1

    def set_story(self) -> None:
        setter = self._setter
        story = Place(0.0, setter.measure_pt, "body", setter.document, True)
        if self._dateline is not None and opening_paragraph(setter.article.body) is None:
            self._set_lone_dateline(story)
        for number, block in enumerate(setter.article.body, 1):
            setter.where = f"block {number}"
            self._block(block, story)
        setter.where = ""
        if self._notes:
            self._set_notes(story)

    def _blocks(self, blocks: Blocks, place: Place) -> None:
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block, place: Place) -> None:
        if block.lang is None and block.dir is None:
            self._by_kind(block, place)
        else:
            with self._setter.running(block.lang, block.dir):
                self._by_kind(block, place)

    def _by_kind(self, block: Block, place: Place) -> None:
        match block:
            case Paragraph():
                self._paragraph(block, place)
            case Heading():
                self._heading(block, place)
            case Quote():
                self._quote(block, place)
            case List():
                self._list(block, place)
            case Table():
                self._table(block, place)
            case Figure():
                self._figure(block, place)
            case Preformatted():
                self._preformatted(block, place)
            case ThematicBreak():
                self._break(place)
            case Note():
                self._note(block, place)
            case Furniture() | Foreign():
                pass  # Never printed; the embedded canonical form has them, and the record of this writer says so.
            case _:
                assert_never(block)

    def _element(self, kind: str, block: Block, parent: Element) -> Element:
        element = Element(kind, parent, lang=block.lang)
        if block.id is not None:
            self._setter.places[block.id] = element
        return element

    # ── Text ──

    def _paragraph(self, block: Paragraph, place: Place) -> None:
        if self._dateline is None and not plain_text(block.content):
            return
        element = self._element("P", block, place.parent)
        self._set_paragraph(block, place, element)

    def _set_paragraph(self, block: Paragraph, place: Place, element: Element) -> None:
        setter = self._setter
        runs: list[Run] = []
        if self._dateline is not None and place.role == "body":  # It opens no note above the story.
            runs = setter.runs(self._dateline.content, "dateline", element)
            setter.add(runs, " ", "dateline", element)
            self._dateline = None
        runs += setter.runs(block.content, place.role, element, lang=block.lang)
        look = setter.looks.roles[place.role]
        indent = 0.0 if self._is_flush or indents_itself(block.content) else look.indent_em * look.size_pt
        setter.place(
            runs,
            place.role,
            place.x_pt,
            place.measure_pt,
            indent_pt=indent,
            on_grid=place.on_grid,
            # Beside the label of an item or a note nothing hangs.
            hangs=place.role in ("body", "quote") and not place.depth,
            lang=block.lang,
        )
        self._is_flush = False

    def _set_lone_dateline(self, place: Place) -> None:
        """Set the dateline as a paragraph of its own, where the story does not begin with one."""
        assert self._dateline is not None
        element = Element("P", place.parent)
        runs = self._setter.runs(self._dateline.content, "dateline", element)
        self._dateline = None
        self._setter.place(runs, "dateline", on_grid=True)

    def _heading(self, block: Heading, place: Place) -> None:
        words = printed_text(block.content)
        if not words:
            return
        setter = self._setter
        level = min(self._first_level + self._levels.index(block.level), self._last_level + 1, 6)
        self._last_level = level
        element = self._element(f"H{level}", block, place.parent)
        setter.headings.append(Entry(level, words, element))
        role = setter.looks.roles["crosshead"]
        self._stack.space(role.before_pt)
        start = len(self._stack.slabs)
        runs = setter.runs(block.content, "crosshead", element, lang=block.lang)
        setter.place(runs, "crosshead", place.x_pt, place.measure_pt, balanced=True, hyphens=False, hangs=True)
        for slab in self._stack.slabs[start:]:
            slab.keeps = True
        self._stack.space(role.after_pt)
        self._is_flush = True

    def _quote(self, block: Quote, place: Place) -> None:
        setter = self._setter
        role, rule = setter.looks.roles["quote"], setter.looks.rules["quote"]
        element = self._element("BlockQuote", block, place.parent)
        self._stack.space(role.before_pt)
        start = len(self._stack.slabs)
        self._is_flush = True
        inner = Place(
            place.x_pt + role.inset_pt, place.measure_pt - role.inset_pt, "quote", element, False, place.depth
        )
        self._blocks(block.blocks, inner)
        if has_words(block.attribution):
            self._stack.keep_with_next()
            attribution = Element("P", element)
            # The dash is ours, so it is drawn but not read.
            runs: list[Run] = []
            setter.add(runs, "— ", "attribution", None)
            runs += setter.runs(block.attribution, "attribution", attribution, lang=block.lang)
            setter.place(runs, "attribution", inner.x_pt, inner.measure_pt)
        ribbon = Ribbon(place.x_pt, rule.weight_pt, rule.colour)
        for slab in self._stack.slabs[start:]:
            slab.ribbon = slab.ribbon or ribbon
        self._stack.space(role.after_pt)
        self._is_flush = True

    def _preformatted(self, block: Preformatted, place: Place) -> None:
        setter = self._setter
        role = setter.looks.roles["pre"]
        element = self._element("P", block, place.parent)
        runs = setter.runs(_with_line_breaks(block.content), "pre", element, lang=block.lang)
        if not runs:
            return
        self._stack.space(role.before_pt)
        text = setter.words(runs, indents=True)
        align_columns(text, runs[0].look["0"].width_pt)
        break_lines(text, place.measure_pt)
        self._stack.add(text_slabs(text, place.x_pt, role.leading_pt, place.measure_pt))
        self._stack.space(role.after_pt)
        self._is_flush = True

    def _break(self, place: Place) -> None:
        rule = self._setter.looks.rules["break"]
        width = place.measure_pt * _BREAK_RULE
        x = place.x_pt + (place.measure_pt - width) / 2
        self._stack.space(self._setter.page.grid_pt / 2)
        self._stack.add([Slab(rule.weight_pt, [RuleMark(x, rule.weight_pt / 2, width, rule.weight_pt, rule.colour)])])
        self._stack.space(self._setter.page.grid_pt / 2)
        self._is_flush = True

    # ── Lists ──

    def _list(self, block: List, place: Place) -> None:
        setter = self._setter
        if place.depth >= _DEEPEST_LIST:
            setter.context.notice("nesting-flattened", setter.where, what="lists", depth=_DEEPEST_LIST, writer="pdf")
        numbering = "Decimal" if block.ordered else "Disc"
        element = self._element("L", block, place.parent)
        element.attributes = f"<</O/List/ListNumbering/{numbering}>>"
        role = "list" if place.role == "body" else place.role
        labels = [f"{block.start + index}." if block.ordered else _BULLET for index in range(len(block.items))]
        look = setter.looks.find(role)
        smallest = setter.looks.roles["body"].indent_em * look.size_pt
        widest = max([look[label].width_pt for label in labels], default=0.0)
        hang = max(smallest, widest + _MARKER_GAP_PT) if place.depth < _DEEPEST_LIST else widest + _MARKER_GAP_PT
        inset = 0.0 if place.depth >= _DEEPEST_LIST else hang
        for item, label in zip(block.items, labels, strict=True):
            entry = Element("LI", element)
            marker = Element("Lbl", entry)
            body = Element("LBody", entry)
            inner = Place(place.x_pt + inset, place.measure_pt - inset, role, body, place.on_grid, place.depth + 1)
            self._is_flush = True
            start = len(self._stack.slabs)
            if len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph):
                if item.blocks[0].id is not None:
                    setter.places[item.blocks[0].id] = body
                body.lang = item.blocks[0].lang
                self._set_paragraph(item.blocks[0], inner, body)
            else:
                self._blocks(item.blocks, inner)
            self._mark(label, marker, start, place.x_pt + inset, block.ordered, role, hang)
        self._is_flush = True

    def _mark(
        self, label: str, marker: Element, start: int, x: float, is_number: bool, role: str, hang: float, marks: int = 0
    ) -> None:
        """Hang the label beside the first line of the item, or on a line of its own where it has none."""
        setter = self._setter
        runs: list[Run] = []
        setter.add(runs, label, role, marker, marks)
        text = setter.words(runs)
        break_lines(text, setter.measure_pt)
        width = text.lines[0].width_pt
        left = x - _MARKER_GAP_PT - width if is_number else x - hang + 1.0
        slabs = self._stack.slabs
        beside = slabs[start].marks[0] if start < len(slabs) and slabs[start].marks else None
        if isinstance(beside, TextMark):
            slabs[start].marks.insert(0, TextMark(text, 0, left, beside.baseline_pt))
            return
        leading = setter.looks.roles[role].leading_pt
        own = Slab(leading, [TextMark(text, 0, left, leading * 0.76)], on_grid=False, keeps=start < len(slabs))
        if start < len(slabs):
            own.gap_pt, slabs[start].gap_pt = slabs[start].gap_pt, 0.0
        slabs.insert(start, own)

    # ── Tables, figures, notes ──

    def _table(self, block: Table, place: Place) -> None:
        if not any(row.cells for row in (*block.head, *block.body, *block.foot)):
            # No grid, so no table: what is left is its title.
            if has_words(block.caption):
                element = self._element("P", block, place.parent)
                runs = self._setter.runs(block.caption, "table-title", element, lang=block.lang)
                self._setter.place(runs, "table-title", place.x_pt, place.measure_pt)
            return
        set_table(self._setter, block, self._element("Table", block, place.parent), place.x_pt, place.measure_pt)
        self._is_flush = True

    def _figure(self, block: Figure, place: Place) -> None:
        """Set the picture, or its alternative text where it cannot be drawn; then caption and credit in one line."""
        setter = self._setter
        picture = find_picture(block, setter.context, f"I{len(setter.pictures)}")
        if block.media and picture is None:
            setter.context.notice("image-not-carried", setter.where, src=block.media[0].src, writer="pdf")
        # A control sign has no words for an alternative text, and is printed as a sign all the same.
        has_caption, has_credit = has_words(block.caption), has_words(block.credit)
        caption = plain_text(block.caption).strip()
        alternative = " ".join((block.alt or "").split())
        if not (has_caption or has_credit or alternative or picture):
            return
        role = setter.looks.roles["figure"]
        section = self._element("Sect", block, place.parent)
        self._stack.space(role.before_pt)
        if picture is not None:
            if not alternative and not caption:
                setter.context.notice("image-without-description", setter.where, src=block.media[0].src, writer="pdf")
            element = Element("Figure", section, lang=block.lang)
            element.alternative = alternative or " ".join(caption.split()) or "Image without description"
            setter.pictures[element] = picture
            self._stack.add([self._picture_slab(element, picture, place)])
            self._stack.space(_UNDER_PICTURE_PT)
        elif alternative and alternative != caption:
            element = Element("P", section, lang=block.lang)
            runs: list[Run] = []
            setter.add(runs, alternative, "caption", element, mark.EMPHASIS, block.lang)
            setter.place(runs, "caption", place.x_pt, place.measure_pt)
            self._stack.keep_with_next()
        if has_caption or has_credit:
            element = Element("P", section, lang=block.lang)
            runs = setter.runs(block.caption, "caption", element, lang=block.lang)
            if has_caption and has_credit:
                setter.add(runs, " ", "caption", element)
            runs += setter.runs(block.credit, "credit", element, lang=block.lang)
            setter.place(runs, "caption", place.x_pt, place.measure_pt)
        self._stack.space(role.after_pt)
        self._is_flush = True

    def _picture_slab(self, element: Element, picture: Picture, place: Place) -> Slab:
        """Return the picture as wide as the measure, but not taller than its share of the page, nor too coarse."""
        page = self._setter.page
        tallest = (page.height_pt - page.top_pt - page.bottom_pt) * _PICTURE_SHARE
        width = min(place.measure_pt, picture.width * 72 / _COARSEST_DPI)
        width = min(width, tallest * picture.width / picture.height)
        height = width * picture.height / picture.width
        return Slab(height, [PictureMark(element, place.x_pt, 0.0, width, height)], keeps=True)

    def _note(self, block: Note, place: Place) -> None:
        if block.kind == "footnote":
            self._notes.append(block)
            return
        role = self._setter.looks.roles["figure"]
        self._stack.space(role.before_pt)
        inner = Place(
            place.x_pt, place.measure_pt, "note", self._element("Sect", block, place.parent), False, place.depth
        )
        self._is_flush = True
        self._blocks(block.blocks, inner)
        self._stack.space(role.after_pt)
        self._is_flush = True

    def _set_notes(self, place: Place) -> None:
        """Set the footnotes after the story, each beside the mark that refers to it."""
        setter = self._setter
        marks = {ref.target: ref for ref in reversed([r for r in walk(setter.article.body) if isinstance(r, Ref)])}
        look = setter.looks.find("note", mark.SUPERSCRIPT)
        self._stack.space(setter.page.grid_pt)
        count = 0
        while self._notes:  # A note may hold notes of its own.
            notes, self._notes = self._notes, []
            labels = [
                " ".join(plain_text(marks[note.id].content).split()) if note.id in marks else "" for note in notes
            ]
            hang = max([7.0, *(look[label].width_pt + 3.0 for label in labels if label)]) if any(labels) else 0.0
            for note, label in zip(notes, labels, strict=True):
                count += 1
                element = self._element("Note", note, place.parent)
                element.id = note.id or f"note{count}"
                start = len(self._stack.slabs)
                marker = Element("Lbl", element) if label else None
                inner = Place(place.x_pt + hang, place.measure_pt - hang, "note", element, False)
                self._is_flush = True
                self._blocks(note.blocks, inner)
                if marker is not None:
                    self._mark(label, marker, start, inner.x_pt, False, "note", hang, mark.SUPERSCRIPT)
                self._stack.space(2.0)


def _with_line_breaks(content: Inlines) -> Inlines:
    """Return preformatted inlines with each line feed as a break that the typesetter obeys, tabs as spaces."""
    return tuple(
        in_columns(item).rstrip("\n").replace("\n", _PRE_BREAK) if isinstance(item, str) else item for item in content
    )
