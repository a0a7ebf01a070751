"""Lines → paragraphs, by the space between them, their indents and their size; margins are told apart."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.readers.pdf.lines import Line

_SENTENCE_END = re.compile(r"[.!?…。！？।؟:;][”\"’»)\]]*$")
_HYPHENS = "\x02\u00ad"
"""What PDFium gives for a hyphen that only the end of a line has put there."""
_MARGIN_LINES = 2
_LARGER = 1.25


class Piece(Value):
    """One paragraph, or lines of a margin."""

    text: str
    kind: str
    """`p`, `large` (set larger than the story), or `margin`."""
    page: int


def pieces_of(lines: list[Line]) -> list[Piece]:
    """Return the paragraphs in order."""
    margins = _margins(lines)
    story = [line for line in lines if line not in margins]
    body = _usual([round(line.height, 1) for line in story for _ in range(max(1, len(line.text) // 20))])
    leading = _least_usual(
        [
            round(above.bottom - below.bottom, 1)
            for above, below in pairwise(story)
            if above.page == below.page and above.bottom > below.bottom
        ]
    )
    out: list[Piece] = []
    last: Line | None = None
    for line in lines:
        if line in margins:
            out.append(Piece(_clean(line.text), "margin", line.page))
            continue
        kind = "large" if body and line.height > _LARGER * body else "p"
        before = next((piece for piece in reversed(out) if piece.kind != "margin"), None)
        if last is not None and before is not None and before.kind == kind and not _begins(last, line, leading):
            at = len(out) - 1 - next(number for number, piece in enumerate(reversed(out)) if piece is before)
            out[at] = before.replace(text=appended(before.text, line.text))
        else:
            out.append(Piece(line.text.strip(" "), kind, line.page))
        last = line
    return [piece.replace(text=_clean(piece.text)) for piece in out if _clean(piece.text)]


def _begins(last: Line, line: Line, leading: float) -> bool:
    """Return whether a line begins a paragraph."""
    if abs(last.height - line.height) > 0.2 * max(last.height, line.height):
        return True
    indent = line.left - last.left
    if last.page != line.page or line.bottom >= last.bottom:  # The next page or column: only a full stop parts them.
        return bool(_SENTENCE_END.search(last.text.rstrip(" "))) and last.right < line.right - 2 * line.height
    if leading and last.bottom - line.bottom > 1.35 * max(leading, line.height):
        return True
    if 0.7 * line.height < indent < 6 * line.height and _SENTENCE_END.search(last.text.rstrip(" ")):
        return True
    return last.right < line.right - 4 * line.height and bool(_SENTENCE_END.search(last.text.rstrip(" ")))


def appended(text: str, line: str) -> str:
    """Return the text with the next line: a hyphen that the line's end put there goes, any other stays."""
    line = line.strip(" ")
    if text[-1:] in _HYPHENS:
        return text[:-1] + line
    if text.endswith(("-", "–", "—", "/")) or _is_dense(text[-1:]) or _is_dense(line[:1]):
        return text.rstrip(" ") + line
    return f"{text.rstrip(' ')} {line}"


def _is_dense(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\u3040" <= char <= "\u30ff"


def _clean(text: str) -> str:
    return text.replace("\x02", "-").strip(" ")


def _usual(values: list[float]) -> float:
    return Counter(values).most_common(1)[0][0] if values else 0.0


def _least_usual(values: list[float]) -> float:
    """Return the least of the values that are common: between lines of a paragraph is less than between paragraphs."""
    counts = Counter(values)
    most = max(counts.values(), default=0)
    return min((value for value, count in counts.items() if count * 4 >= most), default=0.0)


def _margins(lines: list[Line]) -> set[Line]:
    """Return the first and last lines of pages that come again on others, but for their numbers."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    if len(pages) < 2:
        return set()
    edges = [
        line
        for on_page in pages.values()
        for ordered in [sorted(on_page, key=lambda line: -line.top)]
        for line in {*ordered[:_MARGIN_LINES], *ordered[-_MARGIN_LINES:]}
    ]
    shapes = Counter((re.sub(r"\d+", "#", line.text.strip()), round(line.bottom)) for line in edges)
    return {line for line in edges if shapes[re.sub(r"\d+", "#", line.text.strip()), round(line.bottom)] > 1}
