"""Quotation marks: where quoted words begin and end in one paragraph.

Straight and curly marks, „German“, « French », »reversed«, ”Swedish”, 「CJK」,
and singles where a paragraph has no doubles; two apostrophes for one mark, as
press databases and the wire set it (''…'', ``…''). Apostrophes, feet and inches are
none. An unclosed mark is no error: a quotation over several paragraphs opens
each and closes only the last (6 to 8 % of paragraphs with marks).
"""

from __future__ import annotations

from converter.core.values import Value
from converter.text.patterns import Pattern

_ANY = tuple("\"“”„«»「『‘'")
# Opener → what closes it. German „ is closed by “, and by ” or " in careless text.
_PAIRS = {
    '"': '"',
    "“": '”"',
    "„": '“”"',
    "”": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
}
# Two characters that are one mark.
_DOUBLED = {"''": "''", "``": "''"}
_MARK = Pattern("''|``|[" + "".join(_PAIRS) + "".join(_PAIRS.values()) + "]")
_MAY_OPEN_AGAIN = ('"', "“", "„", *_DOUBLED)
_BEFORE_OPENER = frozenset(" \t\xa0\u202f([{—–-‑:;,/>…\"“„‘’'\u200b،、，。：")
_STOPS = frozenset(",.!?…;:，。！？、")


class Span(Value):
    """Quoted words with their marks, by their place in the paragraph."""

    start: int
    end: int
    is_open: bool = False
    """Whether no mark closes it: it runs to the paragraph's end."""


def find_spans(text: str) -> list[Span]:
    """Return the quoted spans of the paragraph in order; an open one can only be the last."""
    if not any(map(text.__contains__, _ANY)):
        return []
    singles = not any(mark in text for mark in ('"', "“", "”", "„", "«", "»", "「", "『", *_DOUBLED))
    spans: list[Span] = []
    start = -1
    opener = closers = ""
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        is_closer = mark == closers if opener in _DOUBLED else mark in closers
        if start >= 0 and is_closer and _closes(text, at, mark):
            spans.append(Span(start, at + len(mark)))
            start = -1
        elif (
            (mark in _PAIRS or mark in _DOUBLED)
            and (start < 0 or (mark == opener and mark in _MAY_OPEN_AGAIN))
            and _opens(text, at, mark, singles)
        ):
            # A second opener of the same kind: the first was never closed, so it marked no quotation that we can end.
            start, opener, closers = at, mark, _PAIRS.get(mark) or _DOUBLED[mark]
    if start >= 0 and opener not in "‘'»":
        spans.append(Span(start, len(text), True))
    return spans


def opens_with_mark(text: str) -> str:
    """Return the opening quotation mark that the paragraph begins with, or an empty string."""
    if text[:2] in _DOUBLED:
        return text[:2] if _opens(text, 0, text[:2], False) else ""
    first = text[:1]
    return first if first in _PAIRS and first not in "‘'" and _opens(text, 0, first, False) else ""


def _opens(text: str, at: int, mark: str, singles: bool) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    match mark:
        case "「" | "『" | "„":
            return True
        case "«":
            return not before.isalnum() or not before.isascii()
        case "»":
            return before in _BEFORE_OPENER and not after.isspace()
        case "‘" | "'":
            return singles and before in _BEFORE_OPENER and after.isalpha() and before not in "’'"
        case "”":
            return before in _BEFORE_OPENER and after.isalnum()
        case '"' | "''" | "``":
            return (before in _BEFORE_OPENER or not before.isascii()) and not after.isspace() and after not in ",.;:"
        case _:
            return (before in _BEFORE_OPENER or not before.isascii() or not before.isalnum()) and not after.isspace()


def _closes(text: str, at: int, mark: str) -> bool:
    before = text[at - 1]
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    match mark:
        case "’" | "'":
            return not after.isalnum() and (
                before in _STOPS or (mark == "’" and after in " ,.;:!?)—–" and before != "s")
            )
        case '"' | "''":
            # `"word "next`: a mark between a blank and a letter opens; `said."Then` lacks a blank and closes.
            return not (before.isspace() and after.isalnum()) and (
                not after.isalnum() or before in _STOPS or not after.isascii()
            )
        case _:
            return True
