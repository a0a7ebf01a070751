"""What every block is set with: inlines → runs with their tags, runs → lines → slabs on the stack."""

from __future__ import annotations

import re
from contextlib import contextmanager

from converter.core.values import Value
from converter.model.block import Foreign, Furniture
from converter.model.inline import (
    Abbreviation,
    Char,
    Code,
    Emphasis,
    LineBreak,
    Link,
    Mention,
    Quotation,
    Ref,
    Ruby,
    Span,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Time,
    Underline,
)
from converter.model.traversal import walk
from converter.typeset.faces import script_tag
from converter.typeset.families import extra_for
from converter.typeset.itemise import script_of
from converter.typeset.lines import Isolate, Run, balance, break_lines, to_words
from converter.typeset.looks import UNREADABLE
from converter.typeset.slabs import Stack, text_slabs
from converter.writers.pdf import looks as mark
from converter.writers.pdf.links import fragment_of, safe_address
from converter.writers.pdf.looks import looks_of
from converter.writers.pdf.tags import Element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import assert_never

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.inline import Direction, Inline, Inlines
    from converter.model.style import Page, Style
    from converter.typeset.lines import SetText
    from converter.typeset.slabs import Align
    from converter.writers.pdf.outline import Entry
    from converter.writers.pdf.pictures import Picture
else:

    def assert_never(value):
        raise AssertionError(value)


_WHITE = re.compile("[\t\n\r]")
COLUMN_GAP_PT = 18.0
_LINE_BREAK = "\u2028"


def printed_text(content: Inlines) -> str:
    """Return the inlines as a reader gets them: white space and line ends as a space, nothing for a `Char`."""
    words = [
        " " if isinstance(item, LineBreak) else item for item in walk(content) if isinstance(item, str | LineBreak)
    ]
    return " ".join("".join(words).split())


class Setter:
    """The state of one article while it is set."""

    def __init__(
        self,
        article: Article,
        style: Style,
        page: Page,
        context: Context,
        *,
        columns: int = 1,
        hyphenate: bool = False,
        room: float = 1.0,
    ) -> None:
        self.article = article
        self.style = style
        self.page = page
        self.context = context
        self.looks = looks_of(style)
        self.stack = Stack()
        self.document = Element("Document", None)
        self.headings: list[Entry] = []
        self.places: dict[str, Element] = {}
        """Id of a block → its element."""
        self.pictures: dict[Element, Picture] = {}
        """The element of a figure → what it shows."""
        self.where = ""
        """The block that is being set, as a notice's place."""
        self.way = way_of(article.lang, article.dir)
        """The direction of what is being set: 1 from right to left, 0 the other way, None where nothing says."""
        self.is_mirrored = self.way == 1
        """Whether the whole page is set from right to left."""
        self.measure_pt = page.measure_pt
        """How wide what is set now may be: the page's measure, then a column."""
        self.column_pt = (page.measure_pt - COLUMN_GAP_PT * (columns - 1)) / columns
        self.room = room
        """How much further apart than usual its lines stand."""
        self.head_slabs = 0
        """How many slabs at the start take the whole width of the page."""
        self._hyphenate = hyphenate
        self._isolate: Isolate | None = None
        self._missing: dict[str, int] = {}
        self._targets: frozenset[str] | None = None

    # ── Inlines ──

    def runs(
        self, content: Inlines, role: str, owner: Element | None, marks: int = 0, lang: str | None = None
    ) -> list[Run]:
        """Return the inlines as runs in the role's look, those without an element of their own owned by `owner`."""
        out: list[Run] = []
        self._inlines(content, role, owner, marks, lang or self.article.lang, out)
        return out

    def add(
        self, out: list[Run], text: str, role: str, owner: Element | None, marks: int = 0, lang: str | None = None
    ) -> None:
        """Append a text to the runs; it joins the last run where both look alike and have one owner."""
        if not text:
            return
        look = self.looks.find(role, marks, lang or self.article.lang)
        last = out[-1] if out else None
        if (
            last is not None
            and last.look is look
            and last.owner is owner
            and last.isolate is self._isolate
            and not look.over
        ):
            last.text += text
        else:
            out.append(Run(text, look, owner, self._isolate))

    def _inlines(
        self, content: Inlines, role: str, owner: Element | None, marks: int, lang: str | None, out: list[Run]
    ) -> None:
        for item in content:
            if isinstance(item, str):
                self.add(out, item if item.isprintable() else _WHITE.sub(" ", item), role, owner, marks, lang)
            else:
                self._inline(item, role, owner, marks, lang, out)

    def _inline(
        self, item: Inline, role: str, owner: Element | None, marks: int, lang: str | None, out: list[Run]
    ) -> None:
        match item:
            case str() | Quotation() | Mention() | Time():
                self._inlines(item.content if not isinstance(item, str) else (item,), role, owner, marks, lang, out)
            case Emphasis():
                self._inlines(item.content, role, owner, marks ^ mark.EMPHASIS, lang, out)
            case Strong():
                self._inlines(item.content, role, owner, marks | mark.STRONG, lang, out)
            case Underline() | Strike():
                is_strike = isinstance(item, Strike)
                kind = "LineThrough" if is_strike else "Underline"
                span = self._child("Span", owner, attributes=f"<</O/Layout/TextDecorationType/{kind}>>")
                added = mark.STRIKE if is_strike else mark.UNDERLINE
                self._inlines(item.content, role, span, marks | added, lang, out)
            case Subscript():
                self._inlines(item.content, role, owner, marks | mark.SUBSCRIPT, lang, out)
            case Superscript():
                self._inlines(item.content, role, owner, marks | mark.SUPERSCRIPT, lang, out)
            case Code():
                self._inlines(item.content, role, self._child("Code", owner), marks | mark.CODE, lang, out)
            case Link():
                self._link(item, role, owner, marks, lang, out)
            case Ref():
                reference = self._child("Reference", owner)
                if reference is not None and item.target in self._known_targets():
                    reference = self._child("Link", reference, target=item.target)
                self._inlines(item.content, role, reference, marks, lang, out)
            case Abbreviation():
                span = self._child("Span", owner, expansion=item.title) if item.title else owner
                self._inlines(item.content, role, span, marks, lang, out)
            case Span():
                span = self._child("Span", owner, lang=item.lang) if item.lang else owner
                outer = self._isolate
                if item.dir is not None:
                    self._isolate = Isolate(int(item.dir == "rtl"))
                self._inlines(item.content, role, span, marks, item.lang or lang, out)
                self._isolate = outer
            case Ruby():
                ruby = self._child("Ruby", owner)
                self._inlines(item.content, role, self._child("RB", ruby), marks, lang, out)
                reading = self._child("RT", ruby)
                over: list[Run] = []
                self._inlines(item.reading, role, reading, marks | mark.RUBY, lang, over)
                # A reading is one piece over its base, whatever stands in it.
                self.add(out, "".join(run.text for run in over), role, reading, marks | mark.RUBY, lang)
            case LineBreak():
                self.add(out, _LINE_BREAK, role, owner, marks, lang)
            case Char():
                self.add(out, UNREADABLE, role, owner, marks, lang)
            case _:
                assert_never(item)

    def _child(self, kind: str, owner: Element | None, **facts: str | None) -> Element | None:
        # What stands in an artifact has no tags.
        return None if owner is None else Element(kind, owner, inline=True, **facts)  # type: ignore[arg-type]

    def _link(self, link: Link, role: str, owner: Element | None, marks: int, lang: str | None, out: list[Run]) -> None:
        target = fragment_of(link.href)
        address = safe_address(link.href)
        if target is not None and target in self._known_targets():
            element = self._child("Link", owner, target=target)
        elif address is not None:
            element = self._child("Link", owner, href=address)
            marks |= mark.LINK
        else:
            self.context.notice("link-as-text", self.where, href=link.href)
            element = owner
        self._inlines(link.content, role, element, marks, lang, out)

    def _known_targets(self) -> frozenset[str]:
        """Return the ids of all blocks that are printed; made when first asked for."""
        if self._targets is None:
            found: set[str] = set()
            stack: list[object] = list(self.article.body)
            while stack:
                here = stack.pop()
                if isinstance(here, tuple):
                    stack.extend(here)
                elif isinstance(here, Value) and not isinstance(here, Furniture | Foreign):
                    name = getattr(here, "id", None)
                    if name is not None:
                        found.add(name)
                    stack.extend(
                        getattr(here, field)
                        for field in ("blocks", "items", "cells", "head", "body", "foot")
                        if hasattr(here, field)
                    )
            self._targets = frozenset(found)
        return self._targets

    # ── Lines ──

    @contextmanager
    def running(self, lang: str | None, direction: Direction | None = None) -> Iterator[None]:
        """Set what is inside in the direction of a block that says its own language or direction."""
        outer = self.way
        way = way_of(lang, direction)
        self.way = outer if way is None else way
        yield
        self.way = outer

    def words(
        self, runs: list[Run], *, hyphens: bool = True, lang: str | None = None, indents: bool = False
    ) -> SetText:
        """Return the runs as words, and count what no face can draw."""
        hyphenator = None
        if self._hyphenate and hyphens:
            from converter.typeset.hyphenate import find_hyphenator

            hyphenator = find_hyphenator(lang or self.article.lang)
        text = to_words(runs, hyphens=hyphens, base=self.way, hyphenator=hyphenator, indents=indents)
        for word in text.words:
            if word.shaped.missing:
                for character in word.shaped.missing:
                    self._missing[character] = self._missing.get(character, 0) + 1
        return text

    def place(
        self,
        runs: list[Run],
        role: str,
        x_pt: float = 0.0,
        measure_pt: float | None = None,
        *,
        indent_pt: float = 0.0,
        align: Align = "start",
        balanced: bool = False,
        hyphens: bool = True,
        on_grid: bool = False,
        hangs: bool = False,
        lang: str | None = None,
    ) -> None:
        """Set the runs as lines below what is on the stack; nothing for runs without any character."""
        if not runs:
            return
        measure = self.measure_pt - x_pt if measure_pt is None else measure_pt
        text = self.words(runs, hyphens=hyphens, lang=lang)
        if balanced:
            balance(text, measure)
        else:
            break_lines(text, measure, indent_pt)
        leading = self.looks.roles[role].leading_pt
        if bool(text.base) != self.is_mirrored:
            # A paragraph in the other direction starts at the other edge.
            align = {"start": "end", "end": "start", "center": "center"}[align]  # type: ignore[assignment]
        self.stack.add(text_slabs(text, x_pt, leading, measure, align=align, on_grid=on_grid, hangs=hangs))

    def say_what_is_missing(self) -> None:
        """Say, once a script, what has no font here."""
        scripts: dict[tuple[str, str], int] = {}
        for character, count in self._missing.items():
            key = (script_of(character), _remedy(character))
            scripts[key] = scripts.get(key, 0) + count
        for (script, remedy), count in sorted(scripts.items()):
            self.context.notice("pdf-missing-script", "", script=script, count=count, remedy=remedy)


def _remedy(character: str) -> str:
    """Return which extra draws the character, in words."""
    # Their marks and wide forms are signs of no script; the font that has the script has them.
    is_cjk = "\u3000" <= character <= "\u30ff" or "\uff00" <= character <= "\uffef"
    extra = extra_for("Hani" if is_cjk else script_tag(character))
    return f"install article-converter[{extra}]" if extra else "no font that can be installed has it"


_ways: dict[str, int] = {}


def way_of(lang: str | None, direction: Direction | None = None) -> int | None:
    """Return 1 for what is written from right to left, 0 for what is not, None where nothing says."""
    if direction is not None:
        return int(direction == "rtl")
    if lang is None:
        return None
    way = _ways.get(lang)
    if way is None:
        from converter.text.language import direction as direction_of

        way = _ways[lang] = int(direction_of(lang) == "rtl")
    return way
