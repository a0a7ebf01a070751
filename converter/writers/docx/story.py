"""The story on its way into a document: what is gathered while its words become markup."""

from __future__ import annotations

from converter.model.article import values_in
from converter.model.block import Foreign, Furniture
from converter.model.inline import Link, Ref
from converter.model.traversal import walk
from converter.writers.docx.package import Relationships

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.core.values import Value
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import Note
    from converter.model.head import HeadlineKind
    from converter.model.style import Style
    from converter.writers.docx.page import Sheet


_LONGEST_LANGUAGE = 84
"""Characters of a language tag that Word opens; the standard sets no bound, Microsoft's validator of its own does."""
UNKNOWN_LANGUAGE = "x-none"
"""What Word itself writes where no language is known: nothing is spell-checked."""


def truncated(tag: str) -> str:
    """Return as many whole subtags as Word takes, none of one character at the end (RFC 5646 §4.4.2)."""
    subtags = tag[: _LONGEST_LANGUAGE + 1].split("-")[:-1]
    while subtags and len(subtags[-1]) == 1:
        subtags.pop()
    return "-".join(subtags)


class Story:
    """One document in the making.

    Everything is numbered in the order in which the words come, so that the
    same article always has the same ids.
    """

    __slots__ = (
        "_bookmarks",
        "_cut_languages",
        "_drawings",
        "article",
        "context",
        "flattened_count",
        "footnotes",
        "gap_pt",
        "has_automatic_marks",
        "has_right_to_left",
        "in_footnote",
        "marked_notes",
        "numbered_lists",
        "pictures",
        "relationships",
        "sheet",
        "style",
    )

    def __init__(
        self, article: Article, style: Style, sheet: Sheet, context: Context, *, has_right_to_left: bool
    ) -> None:
        self.article = article
        self.style = style
        self.sheet = sheet
        self.context = context
        self.has_right_to_left = has_right_to_left
        """Whether anything is written from right to left; else direction costs nothing."""
        self.relationships = Relationships()
        """Of the part that is being written: the document, then its footnotes."""
        self.marked_notes: dict[str, Note] = {}
        """Id → footnote that a mark in the text refers to."""
        self.has_automatic_marks = True
        """Whether the marks as printed are 1, 2, 3, as Word counts by itself."""
        self.footnotes: dict[str, tuple[str, Note]] = {}
        """Id → mark and note of each footnote met so far, in order; the first is number 1."""
        self.in_footnote = False
        """Whether a footnote is being written: it can hold no mark of another."""
        self.numbered_lists: list[tuple[int, int]] = []
        """Level and first number of each numbered list met so far, in order."""
        self.pictures: dict[str, tuple[str, bytes]] = {}
        """SHA-256 → name in the package and bytes."""
        self.flattened_count = 0
        """Blocks and inlines that were nested too deeply to be shown so."""
        self.gap_pt = 0.0
        """Space that the next paragraph owes to the table before it, which has none of its own."""
        self._drawings = 0
        self._cut_languages: set[str] = set()
        self._bookmarks: dict[str, tuple[int, str]] = {}
        self._find_targets()

    def _find_targets(self) -> None:
        """Find the footnotes that have a mark, and the blocks that something points at."""
        if values_in(self.article).keys().isdisjoint((Ref, Link)):
            return
        values = list(printed_values(printed_parts(self.article)))
        pointers = [
            value for value in values if isinstance(value, Ref) or (isinstance(value, Link) and value.href[:1] == "#")
        ]
        if not pointers:
            return
        from converter.writers.docx.notes import are_automatic, marked

        self.marked_notes, marks = marked(values)
        self.has_automatic_marks = are_automatic(marks)
        there = {name for value in values if (name := getattr(value, "id", None)) is not None}
        opened: set[str] = set()
        for pointer in pointers:
            target = pointer.target if isinstance(pointer, Ref) else pointer.href[1:]
            if isinstance(pointer, Ref) and target in self.marked_notes and target not in opened:
                opened.add(target)  # The mark itself, which leads to its note without a bookmark.
            elif target in there and target not in self._bookmarks:
                number = len(self._bookmarks) + 1
                # Word takes 40 characters, no hyphen and no full stop: a number is safe for any id.
                self._bookmarks[target] = (number, f"target_{number}")

    def language(self, tag: str) -> str:
        """Return the language tag as Word takes it: without its last subtags, if it is longer than that."""
        if len(tag) <= _LONGEST_LANGUAGE:
            return tag
        kept = truncated(tag)
        if tag not in self._cut_languages:
            self._cut_languages.add(tag)
            self.context.notice("language-cut", lang=tag, kept=kept or "none", writer="docx")
        return kept or UNKNOWN_LANGUAGE

    def bookmark(self, block_id: str | None) -> tuple[int, str] | None:
        """Return number and name of the bookmark of the block, or None when nothing points at it."""
        return self._bookmarks.get(block_id) if block_id else None

    def marked(self, block_id: str | None, runs: str) -> str:
        """Return the runs, inside of the block's bookmark when something points at it."""
        place = self.bookmark(block_id)
        if place is None:
            return runs
        number, name = place
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'

    def next_drawing(self) -> int:
        """Return the number of the next picture's frame."""
        self._drawings += 1
        return self._drawings


def printed_parts(article: Article) -> tuple[object, ...]:
    """Return what of the article is printed, in the order of print: head, then body."""
    head = article.head
    by_kind = {kind: tuple(line for line in head.headlines if line.kind == kind) for kind in HEADLINE_KINDS}
    return (*by_kind.values(), head.abstract, head.bylines, head.dateline, article.body)


HEADLINE_KINDS: tuple[HeadlineKind, ...] = ("kicker", "main", "sub")
"""Kinds of headline in the order of print; the short one heads later pages, others are for other media."""


def printed_values(parts: object) -> Iterator[Value | str]:
    """Yield all values and texts in it that are printed, in order: nothing of furniture or foreign markup."""
    values = walk(parts)
    for value in values:
        if isinstance(value, Furniture | Foreign):
            for _ in range(sum(1 for _ in walk(value)) - 1):
                next(values)
        else:
            yield value
