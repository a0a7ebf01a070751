"""Margins: the blanks that indent a line for the eye, such as two ideographic ones before a Chinese paragraph.

They are characters of the text and stay in it (`docs/decisions/0115-rules-look-between-the-margins.md`); the rules
look at what stands between them.
"""

from __future__ import annotations

from converter.text.lines import MARGIN, MARGINS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.text.label import Role
    from converter.text.layout import Piece


def without_margins(pieces: list[Piece]) -> tuple[list[Piece], dict[int, tuple[str, str]]]:
    """Return the pieces without their margins, and the number of a piece's line → what stood before and behind it."""
    margins: dict[int, tuple[str, str]] = {}
    bare = list(pieces)
    for at, piece in enumerate(pieces):
        text = piece.text
        if (text[0] in MARGINS or text[-1] in MARGINS) and not piece.rows and (words := text.strip(MARGIN)):
            start = text.index(words)
            margins[piece.line] = text[:start], text[start + len(words) :]
            bare[at] = piece.replace(text=words)
    return bare, margins


def with_margins(roles: list[Role], margins: dict[int, tuple[str, str]]) -> list[Role]:
    """Return the roles with their margins: of several from one line the first has what stood before it."""
    if not margins:
        return roles
    out = list(roles)
    for at, role in enumerate(roles):
        before, behind = margins.get(role.line, ("", ""))
        is_first = at == 0 or roles[at - 1].line != role.line
        is_last = at == len(roles) - 1 or roles[at + 1].line != role.line
        dateline = role.dateline
        if dateline is not None and is_first:
            dateline = dateline.replace(text=before + dateline.text)
        is_opened = is_first and (dateline is None or role.kind == "dateline")
        text = (before if is_opened else "") + role.text + (behind if is_last else "")
        out[at] = role.replace(text=text, dateline=dateline)
    return out
