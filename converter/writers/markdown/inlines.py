"""Text inside a block.

Inlines become a flat row of pieces first: words, marks, and pairs of
delimiters. Only then is it decided for each pair whether asterisks would be
understood where it stands (CommonMark 0.31 §6.2): between letters and
next to punctuation they often are not, and an HTML tag says it surely.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import assert_never

from converter import model
from converter.core.values import Value
from converter.io.markup import start
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.newsformats.words import holdable
from converter.render.html_write import language_tag
from converter.render.links import live
from converter.writers.markdown.escape import edged, escaped, escaped_at_start, in_angles, in_quotes, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias

    from converter.formats.records import Context
    from converter.model.inline import Inline, Inlines

    Role: TypeAlias = Literal["words", "code", "mark", "open", "close"]

_TAGS = {"*": "em", "**": "strong", "~~": "s"}
_BREAK = "\\\n"


class _Piece(Value):
    role: Role
    text: str
    """The words as they are, those of code too; the mark as it is written; or the delimiters of the pair."""


class Text:
    """Writes the inlines of one article; what is folded is counted in `lost`."""

    def __init__(self, context: Context, notes: frozenset[str], labels: dict[str, str], *, html: bool) -> None:
        """`notes` are the ids of the footnotes; `labels` gives those that have been pointed at their labels."""
        self._context = context
        self._notes = notes
        self._html = html
        self.labels = labels
        self.lost: Counter[str] = Counter()
        self._where = ""

    def paragraph(self, content: Inlines, where: str) -> str:
        """Return a paragraph: its lines are those of the line breaks in it."""
        return self._set(content, where, break_as=_BREAK)

    def line(self, content: Inlines, where: str) -> str:
        """Return a heading or caption: one line."""
        return self._set(content, where, break_as="<br>" if self._html else " ")

    def cell(self, content: Inlines, where: str) -> str:
        """Return the content of a cell: one line in which a bar is a character."""
        return self._set(content, where, break_as="<br>" if self._html else " ", cell=True)

    def code(self, content: Inlines) -> str:
        """Return words as they stand in a block of code; marks inside them are folded."""
        self.lost["mark"] += sum(not isinstance(value, str | model.LineBreak | model.Char) for value in walk(content))
        return re.sub("\r\n|\r", "\n", holdable(plain_text(content)))

    def _set(self, content: Inlines, where: str, *, break_as: str, cell: bool = False) -> str:
        self._where = where
        pieces = list(_joined(self._pieces(content, cell)))
        self.lost["mark"] += _resolve(pieces, html=self._html)
        if all(piece.text == _BREAK or not piece.text.strip(" \t\r\n") for piece in pieces):
            return ""
        block = ""
        for piece in pieces:
            block += self._written(piece, block, cell)
        lines = block.split("\n")
        if break_as == _BREAK:
            while len(lines) > 1 and not lines[-1].strip(" \t"):  # A backslash that ends a block is no break (§6.7).
                lines[-2:] = [lines[-2].removesuffix("\\") + ("<br>" if self._html else "")]
                self.lost["mark"] += not self._html
            return edged("\n".join(map(escaped_at_start, lines)))
        self.lost["mark"] += 0 if self._html else len(lines) - 1
        return edged(break_as.join([*(line.removesuffix("\\") for line in lines[:-1]), lines[-1]]))

    # ── Pieces ──────────────────────────────────────────────────────────────

    def _pieces(self, content: Inlines, cell: bool) -> Iterable[_Piece]:
        for item in content:
            yield from self._inline(item, cell)

    def _inline(self, item: Inline, cell: bool) -> Iterable[_Piece]:
        match item:
            case str():
                yield _Piece("words", item)
            case model.Emphasis():
                yield from self._pair("*", item.content, cell)
            case model.Strong():
                yield from self._pair("**", item.content, cell)
            case model.Strike():
                yield from self._pair("~~", item.content, cell)
            case model.Underline():
                yield from self._tagged("u", item.content, cell)
            case model.Subscript():
                yield from self._tagged("sub", item.content, cell)
            case model.Superscript():
                yield from self._tagged("sup", item.content, cell)
            case model.Abbreviation():
                yield from self._tagged("abbr", item.content, cell, ("title", _one_line(item.title)))
            case model.Span():
                tag = language_tag(item.lang)
                if item.lang and tag is None:
                    self._lost("Span.lang", item.lang)
                yield from self._tagged("span", item.content, cell, ("lang", tag), ("dir", item.dir))
            case model.Code():
                yield from self._code(item, cell)
            case model.Link():
                yield from self._link(item, cell)
            case model.Ref():
                yield from self._ref(item, cell)
            case model.Ruby():
                yield from self._ruby(item, cell)
            case model.Quotation() | model.Mention() | model.Time():
                yield from self._pieces(item.content, cell)
            case model.LineBreak():
                yield _Piece("mark", _BREAK)
            case model.Char():
                yield _Piece("words", "\N{REPLACEMENT CHARACTER}")
            case _:
                assert_never(item)

    def _pair(self, delimiters: str, content: Inlines, cell: bool) -> Iterable[_Piece]:
        yield _Piece("open", delimiters)
        yield from self._pieces(content, cell)
        yield _Piece("close", delimiters)

    def _tagged(self, name: str, content: Inlines, cell: bool, *attributes: tuple[str, str | None]) -> Iterable[_Piece]:
        if not self._html:
            self.lost["mark"] += 1
            yield from self._pieces(content, cell)
            return
        tag = start(name, *attributes)
        yield _Piece("mark", tag.replace("|", "&#124;") if cell else tag)
        yield from self._pieces(content, cell)
        yield _Piece("mark", f"</{name}>")

    def _code(self, item: model.Code, cell: bool) -> Iterable[_Piece]:
        """Return a code span, or a tag where it holds marks or, in a cell, a bar, which no span can."""
        words = holdable(plain_text(item.content)) if _is_plain(item.content) else ""
        words = re.sub("\r\n|[\r\n]", " ", words)
        if words.strip() and not (cell and re.search(r"[|\\]", words)):
            yield _Piece("code", words)
        else:
            yield from self._tagged("code", item.content, cell)

    def _written(self, piece: _Piece, before: str, cell: bool) -> str:
        if piece.role == "words":
            return escaped(piece.text, cell=cell)
        if piece.role != "code":
            return piece.text
        if before.endswith("`"):  # Two runs of backticks would be one.
            self.lost["mark"] += not self._html
            words = escaped(piece.text, cell=cell)
            return f"<code>{words}</code>" if self._html else words
        fence = fence_around(piece.text, 1)
        padding = " " if piece.text[0] in "` " or piece.text[-1] in "` " else ""
        return f"{fence}{padding}{piece.text}{padding}{fence}"

    def _link(self, item: model.Link, cell: bool) -> Iterable[_Piece]:
        address = live(item.href)
        if address is None:
            self._context.notice("link-as-text", self._where, href=item.href)
            yield from self._pieces(item.content, cell)
            return
        title = f" {in_quotes(item.title)}" if item.title else ""
        target = f"]({in_angles(address)}{title})"
        yield _Piece("mark", "[")
        yield from self._pieces(item.content, cell)
        yield _Piece("mark", target.replace("|", "\\|") if cell else target)

    def _ref(self, item: model.Ref, cell: bool) -> Iterable[_Piece]:
        if item.target in self._notes:
            label = self._label(item)
            self.lost["mark"] += label != plain_text(item.content)
            yield _Piece("mark", f"[^{label}]")
        else:
            yield _Piece("mark", "[")
            yield from self._pieces(item.content, cell)
            yield _Piece("mark", f"](#{in_angles(item.target)})")

    def _label(self, item: model.Ref) -> str:
        """Return the label of the note: the mark as printed where it can be one, else the note's id."""
        if item.target not in self.labels:
            words = plain_text(item.content)
            fits = re.fullmatch("[A-Za-z0-9]+", words) and words not in self.labels.values()
            self.labels[item.target] = words if fits else item.target
        return self.labels[item.target]

    def _ruby(self, item: model.Ruby, cell: bool) -> Iterable[_Piece]:
        opening, closing = ("<rp>(</rp><rt>", "</rt><rp>)</rp></ruby>") if self._html else (" (", ")")
        if self._html:
            yield _Piece("mark", "<ruby>")
        else:
            self.lost["mark"] += 1
        yield from self._pieces(item.content, cell)
        yield _Piece("mark", opening)
        yield from self._pieces(item.reading, cell)
        yield _Piece("mark", closing)

    def _lost(self, field: str, value: str) -> None:
        self._context.notice("value-not-carried", self._where, field=field, value=value, writer="markdown")


def fence_around(words: str, least: int) -> str:
    """Return a run of backticks that is longer than any in the words."""
    longest = max(map(len, re.findall("`+", words)), default=0)
    return "`" * max(least, longest + 1)


def _is_plain(content: Inlines) -> bool:
    return all(isinstance(item, str | model.Char) for item in content)


def _one_line(words: str | None) -> str | None:
    return " ".join(words.split()) if words else None


def _joined(pieces: Iterable[_Piece]) -> Iterable[_Piece]:
    """Yield the pieces with words side by side as one, so that nothing between them becomes a mark."""
    words = ""
    for piece in pieces:
        if piece.role == "words":
            words += piece.text
        else:
            if words:
                yield _Piece("words", words)
                words = ""
            yield piece
    if words:
        yield _Piece("words", words)


# ── Delimiters ──────────────────────────────────────────────────────────────


def _resolve(pieces: list[_Piece], *, html: bool) -> int:
    """Make a mark of each pair: delimiters where they are understood, else tags. Return how many there are no tags for.

    Outer pairs come first, so that an inner one sees what stands around it.
    """
    folded = 0
    ends = _ends(pieces)
    around: list[tuple[int, str]] = []
    """The delimiters that stand open, and where they end."""
    for at, end in ends.items():
        around = [(last, kind) for last, kind in around if last > at]
        kind = pieces[at].text
        marks = (kind, kind)
        if end == at + 1:
            marks = ("", "")
        elif kind not in [other for _, other in around] and _is_understood(pieces, at, end, within=bool(around)):
            around.append((end, kind))
        elif html:
            marks = (f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>")
        else:
            marks = ("", "")
            folded += 1
        pieces[at], pieces[end] = (_Piece("mark", mark) for mark in marks)
    return folded


def _ends(pieces: list[_Piece]) -> dict[int, int]:
    """Return where each pair begins → where it ends, in the order of their beginnings."""
    ends: dict[int, int] = {}
    stack: list[int] = []
    for at, piece in enumerate(pieces):
        if piece.role == "open":
            ends[at] = at
            stack.append(at)
        elif piece.role == "close":
            ends[stack.pop()] = at
    return ends


def _is_understood(pieces: list[_Piece], at: int, end: int, *, within: bool) -> bool:
    """Return whether delimiters from `at` to `end` can only be what they are meant to be (§6.2, rules 1 to 12).

    Beside blanks and punctuation they can only open, or only close. Between two letters they could be
    either, which is no matter where no other pair stands open.
    """
    for inner, outer in (
        (_neighbour(pieces, at, 1), _neighbour(pieces, at, -1)),
        (_neighbour(pieces, end, -1), _neighbour(pieces, end, 1)),
    ):
        between_letters = outer == "word" and not within
        if inner == "word":
            understood = outer in ("space", "sign") or between_letters
        else:
            understood = inner == "sign" and outer == "space"
        if not understood:
            return False
    return True


def _neighbour(pieces: list[_Piece], at: int, step: int) -> str:
    """Return what stands beside: `space`, `sign`, `word`, or `delimiter`; the edge of the block is a space."""
    at += step
    while 0 <= at < len(pieces) and not pieces[at].text:
        at += step
    if not 0 <= at < len(pieces):
        return "space"
    piece = pieces[at]
    if piece.role == "words":
        return kind_of(piece.text[0 if step > 0 else -1])
    if piece.role in ("open", "close") or piece.text in _TAGS:
        return "delimiter"
    return "space" if piece.text == _BREAK else "sign"
