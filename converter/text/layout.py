"""Layout: how lines make paragraphs.

News comes in four layouts: one paragraph a line (`lines`); the same
with blank lines between (`blank`); wrapped lines with blank lines between
(`wrapped`); wrapped lines whose paragraphs open with an indent (`indented`,
the wire). Tables keep their lines and columns in all of them.

The reader joins the lines of a wrapped paragraph with one blank and never
glues two words, not even at a hyphen: whether `short-` at a line's end is
`short-term` or `short- and` is not said (`docs/decisions/0010-text-layout.md`).
"""

from __future__ import annotations

from itertools import pairwise

from converter.core.values import Value
from converter.text import wire
from converter.text.datelines.dateline import find_dateline
from converter.text.embargo import is_embargo
from converter.text.endmark import ends_as_wire, is_endmark
from converter.text.lines import LAYOUT_SPACE, ends_sentence, indent_of, is_blank, is_capitals
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, TypeAlias

    Layout: TypeAlias = Literal["lines", "blank", "wrapped", "indented"]

# 99.998 % of the wire's lines are below 70 columns; mail and press releases wrap at up to 80, markup at up to 150.
_WRAP_COLUMNS, _WRAP_COLUMNS_OF_MARKUP = 90, 160
# How much room a wrapped line may leave before the next word, since terminals broke lines early.
_SLACK = 14
# So many lines that run on show how the text was wrapped.
_ENOUGH_BREAKS = 3
_LONGEST_BYLINE = 72
_LEAST_WIDTH = 40
_LONGEST_VERSE = 60
# Lines of one paragraph of the wire, its endmark among them.
_LONGEST_PARAGRAPH = 8
# Title and byline stand before the dateline.
_HEAD_PIECES = 2
# A title of one line leaves room on it; it has three lines at most.
_FULL_TITLE = 45
_TITLE_LINES = 3
# Title, byline and dateline stand among the first lines.
_HEAD_LINES = 6


class Piece(Value):
    """What the layout takes for one paragraph, heading, button or table."""

    text: str
    """Its words on one line, layout space around them gone."""
    line: int
    """The number of its first line, from 1."""
    rows: tuple[str, ...] = ()
    """For a table its lines as they are; else nothing."""
    after_blank: bool = False
    """Whether a blank line stands before it."""


def is_wire_copy(lines: list[str]) -> bool:
    """Return whether lines without a header are a wire story.

    A dated dateline stands below a title in capitals or is indented; or the title in capitals opens a brief that has
    the wire's stars before it, or the wire's endmark below it.
    """
    filled = [line for line in lines[: 2 * _HEAD_LINES] if not is_blank(line)][:_HEAD_LINES]
    if not filled:
        return False
    # Small letters after the first decide most texts at once.
    capitals = not filled[0][1:12].islower() and is_capitals(filled[0])
    if capitals and (filled[0].startswith("****") or ends_as_wire(lines)):
        return True
    for at, line in enumerate(filled):
        if len(line) > _WRAP_COLUMNS:
            return False
        is_indented = indent_of(line) >= 3
        if at and not (capitals or is_indented):
            continue
        found = find_dateline(line.strip(LAYOUT_SPACE), is_wire=True)
        if found is not None and found.date is not None:
            return is_indented or (at > 0 and capitals)
    return False


def without_margin(lines: list[str]) -> list[str]:
    """Return the lines without the indent that nearly all of them share, as text has it that was taken out of markup.

    It parts no paragraphs. The first lines may have none, since they stood behind a tag.
    """
    if not _has_indent(lines):
        return lines
    indented = [at for at, line in enumerate(lines) if not is_blank(line) and indent_of(line) >= 2]
    if len(indented) < _ENOUGH_BREAKS:
        return lines
    first = lines[indented[0]]
    margin = first[: len(first) - len(first.lstrip(LAYOUT_SPACE))]
    below = [line for line in lines[indented[0] :] if not is_blank(line)]
    if sum(line.startswith(margin) and line[len(margin)] not in LAYOUT_SPACE for line in below) * 10 < len(below) * 9:
        return lines
    return [line.removeprefix(margin) for line in lines]


def _has_indent(lines: list[str]) -> bool:
    """Return whether a line may have an indent: most texts have none, and need not be looked at further."""
    return any(line[:1] in _INDENTS for line in lines)


_INDENTS = frozenset(LAYOUT_SPACE)


def with_joined_margins(lines: list[str]) -> list[str]:
    """Return the lines with each indented one joined to the line above it, where an indent says that a line goes on.

    So markup is wrapped, and so agencies set paragraphs that hang. An emptied line is blank, so that lines keep their
    numbers. On the wire an indent says that a paragraph begins: the line above it has ended a sentence.
    """
    if not _has_indent(lines):
        return lines
    joints = [
        (at, lines[at - 1], line)
        for at, line in enumerate(lines)
        if at and indent_of(line) >= 2 and not (is_blank(line) or is_blank(lines[at - 1]))
    ]
    if len(joints) < _ENOUGH_BREAKS or any(_has_columns(line) for _, _, line in joints):
        return lines
    flush = [line for line in lines if not is_blank(line) and indent_of(line) < 2]
    open_ended = sum(not ends_sentence(here) for _, here, _ in joints)
    is_parted = any(map(is_blank, lines[: _last_filled(lines)])) or len(flush) * 2 > len(joints)
    if not is_parted or open_ended * 4 < len(joints) * 3:
        return lines
    if sum(len(here.strip(LAYOUT_SPACE)) for _, here, _ in joints) < _LONGEST_VERSE * len(joints):
        return lines  # Verses, and lists whose points have parts.
    joined = list(lines)
    into = 0
    goes_on = {at for at, _, _ in joints}
    for at, line in enumerate(lines):
        if at in goes_on:
            joined[into] = _join([joined[into].rstrip(LAYOUT_SPACE), line.strip(LAYOUT_SPACE)])
            joined[at] = ""
        else:
            into = at
    return joined


def find_layout(lines: list[str], *, is_wire: bool) -> Layout:
    """Return the layout that the lines are in; `is_wire` says that they are a wire story."""
    filled = [line for line in lines if not is_blank(line)]
    has_blank = any(is_blank(line) for line in lines[: _last_filled(lines)])
    unwrapped: Layout = "blank" if has_blank else "lines"
    if not filled or _are_longer(filled, _WRAP_COLUMNS):
        is_markup = bool(filled) and not _are_longer(filled, _WRAP_COLUMNS_OF_MARKUP)
        return "wrapped" if is_markup and _runs_on_mostly(list(_neighbours(lines))) else unwrapped
    openers = sum(map(_is_opener, filled)) or (is_wire and sum(indent_of(line) >= 2 for line in filled[1:-1]))
    joints = [(here, following) for here, following in _neighbours(lines) if indent_of(following) < 2]
    if is_wire and (openers or (joints and not has_blank)):
        return "indented"
    if is_wire and any(map(_runs_on, joints)):
        unwrapped = "wrapped"
    if not joints:
        return unwrapped
    width = max(len(line) for line in filled if not _has_columns(line)) if any(map(_is_prose, filled)) else 0
    if width < _LEAST_WIDTH:
        return unwrapped
    full = sum(_is_full(here, following, width) for here, following in joints)
    running = sum(following[:1].islower() for _, following in joints)
    open_ended = sum(not ends_sentence(here) for here, _ in joints)
    # A line that runs on in a small letter is what unwrapped text never has: one in five settles it.
    if running * 5 >= len(joints) and (
        (full * 10 >= len(joints) * 6 and open_ended * 2 >= len(joints)) or _runs_on_at_its_width(joints)
    ):
        return "indented" if openers and not has_blank else "wrapped"
    return unwrapped


def layout_of_message(lines: list[str], *, is_wire: bool) -> Layout | Literal["auto"]:
    """Return the layout of lines that were set to a width for a message, as far as that can be known beforehand.

    Paragraphs of a message have an indent, or blank lines between them; one without either has a line each. A mail
    with blank lines may indent what it quotes; it is no wire copy for that.
    """
    filled = [line for line in lines if not is_blank(line)]
    if not filled or max(map(len, filled)) > _WRAP_COLUMNS:
        return "auto"
    has_blank = any(is_blank(line) for line in lines[: _last_filled(lines)])
    if any(map(_is_indented, filled)) and (is_wire or not has_blank):
        return "indented"
    if has_blank:
        return "wrapped"
    return "lines" if all(map(ends_sentence, filled)) else "auto"


def _runs_on(joint: tuple[str, str]) -> bool:
    """Return whether a line of the wire goes on in the next one, as no title alone and no paragraph does."""
    here, following = joint
    return len(here) >= _FULL_TITLE and not ends_sentence(here) and (not is_capitals(here) or is_capitals(following))


def _runs_on_at_its_width(joints: list[tuple[str, str]]) -> bool:
    """Return whether the lines that run on in a small letter are full, four in five, as wrapping leaves them.

    Short paragraphs have more last lines than full ones.
    """
    running = [(here, following) for here, following in joints if following[:1].islower() and not ends_sentence(here)]
    if len(running) < _ENOUGH_BREAKS:
        return False
    width = max(len(here) for here, _ in running)
    if width < _LEAST_WIDTH:
        return False
    return sum(_is_full(here, following, width) for here, following in running) * 5 >= len(running) * 4


def _runs_on_mostly(joints: list[tuple[str, str]]) -> bool:
    """Return whether half of all lines run on in a small letter and are longer than verses: they need no one width."""
    running = [here for here, following in joints if following[:1].islower() and not ends_sentence(here)]
    return (
        len(running) >= _ENOUGH_BREAKS
        and len(running) * 2 >= len(joints)
        and sum(map(len, running)) >= _LONGEST_VERSE * len(running)
    )


def _are_longer(lines: list[str], columns: int) -> bool:
    """Return whether more than one line in twenty is longer."""
    return sum(len(line) > columns for line in lines) * 20 > len(lines)


def _last_filled(lines: list[str]) -> int:
    return max((at for at, line in enumerate(lines) if not is_blank(line)), default=0)


def _is_prose(line: str) -> bool:
    return not _has_columns(line)


def _neighbours(lines: list[str]) -> Iterator[tuple[str, str]]:
    for here, following in pairwise(lines):
        if not (is_blank(here) or is_blank(following) or _has_columns(here) or _has_columns(following)):
            yield here, following


def _is_full(line: str, following: str, width: int) -> bool:
    """Return whether the first word of the next line had no room on this one."""
    return _reach(line, following) > width - _SLACK


_COLUMNS = Pattern(r"\S(?: {3,}| *\t[ \t]*)\S")


def _has_columns(line: str) -> bool:
    """Return whether three or more blanks, or a tab, stand between words."""
    return ("   " in line or "\t" in line) and _COLUMNS.search(line) is not None


def gather(lines: list[str], layout: Layout, first_line: int = 1) -> list[Piece]:
    """Return the pieces of the lines in order; blank lines go, nothing else does."""
    tables = _find_tables(lines, layout)
    match layout:
        case "lines" | "blank":
            return _gather_single(lines, tables, first_line)
        case "wrapped" | "indented":
            return _gather_wrapped(lines, tables, first_line, layout == "indented")


def _find_tables(lines: list[str], layout: Layout) -> dict[int, int]:
    """Return start → end of each table: two or more lines with columns, and a short line between two of them."""
    marks = [at for at, line in enumerate(lines) if _has_columns(line) and _may_be_row(line, layout)]
    tables: dict[int, int] = {}
    at = 0
    while at < len(marks):
        start = end = marks[at]
        at += 1
        rows = 1
        while at < len(marks) and (marks[at] == end + 1 or (marks[at] == end + 2 and _is_short(lines[end + 1]))):
            end = marks[at]
            at += 1
            rows += 1
        if rows >= 2:
            tables[start] = end + 1
    return tables


def _is_short(line: str) -> bool:
    return 0 < len(line.strip()) < 45


def _may_be_row(line: str, layout: Layout) -> bool:
    # Pages leave runs of blanks in prose. In unwrapped text a row is short, or has several columns.
    return layout in ("wrapped", "indented") or len(line) <= 80 or sum(1 for _ in _COLUMNS.finditer(line)) >= 3


def _gather_single(lines: list[str], tables: dict[int, int], first_line: int) -> list[Piece]:
    pieces: list[Piece] = []
    after_blank = False
    at = 0
    while at < len(lines):
        if at in tables:
            end = tables[at]
            pieces.append(_table(lines[at:end], first_line + at, after_blank))
            after_blank = False
            at = end
            continue
        text = lines[at].strip(LAYOUT_SPACE)
        if text:
            pieces.append(Piece(text, first_line + at, (), after_blank))
        after_blank = not text
        at += 1
    return _with_whole_title(pieces)


def _with_whole_title(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with a headline on one line that a program broke behind an abbreviation: `Harbour Dept.`"""
    if len(pieces) < 3 or pieces[0].rows or pieces[1].rows:
        return pieces
    first, second, third = pieces[:3]
    if second.after_blank or not third.after_blank or not second.text[0].islower() or ends_sentence(second.text):
        return pieces
    if first.text[-1] != "." or max(len(first.text), len(second.text)) > _WRAP_COLUMNS or _is_byline(second.text):
        return pieces
    return [Piece(f"{first.text} {second.text}", first.line, (), first.after_blank), *pieces[2:]]


def _table(rows: list[str], line: int, after_blank: bool) -> Piece:
    return Piece("\n".join(rows), line, tuple(row.rstrip(LAYOUT_SPACE) for row in rows), after_blank)


def _gather_wrapped(lines: list[str], tables: dict[int, int], first_line: int, indented: bool) -> list[Piece]:
    pieces: list[Piece] = []
    parts: list[str] = []
    started = 0
    after_blank = blank = False
    least = _least_of_indented(lines) if indented else _least_break(lines)

    def flush() -> None:
        if parts:
            pieces.append(Piece(_join(parts), first_line + started, (), after_blank))
            parts.clear()

    at = 0
    while at < len(lines):
        line = lines[at]
        if at in tables:
            flush()
            pieces.append(_table(lines[at : tables[at]], first_line + at, blank))
            blank = False
            at = tables[at]
            continue
        text = line.strip(LAYOUT_SPACE)
        if not text:
            flush()
            blank = True
            at += 1
            continue
        if parts and _opens(line, text, lines[at - 1], parts, ahead=len(pieces), indented=indented, least=least):
            flush()
        if not parts:
            started, after_blank, blank = at, blank, False
        parts.append(text)
        at += 1
    flush()
    return pieces


def _is_opener(line: str) -> bool:
    return 3 <= indent_of(line) <= 8 and not _has_columns(line)


def _least_of_indented(lines: list[str]) -> int:
    """Return the same for text whose paragraphs have indents: 0, or more where only lines of its head have them."""
    filled = [line for line in lines if not is_blank(line)]
    last = max((at for at, line in enumerate(filled) if _is_indented(line)), default=-1)
    if last >= _HEAD_LINES:
        return 0
    # Below the head one paragraph of a few lines needs no further indent; its lines are broken early, but not so early.
    return _least_break(lines) if last < 0 or len(filled) - last > _LONGEST_PARAGRAPH else _LEAST_WIDTH


def _is_indented(line: str) -> bool:
    return 2 <= indent_of(line) <= 8 and not _has_columns(line)


def _least_break(lines: list[str]) -> int:
    """Return how long a line with the next word must at least be for a break that the width made; else somebody ended
    a paragraph there.

    The lines that run on in a small letter show it. Terminals broke lines early; a program that wraps does not.
    """
    width = max((len(line) for line in lines if _is_prose(line)), default=0)
    joints = list(_neighbours(lines))
    running = [joint for joint in joints if joint[1][:1].islower() and not ends_sentence(joint[0])]
    if len(running) < _ENOUGH_BREAKS:
        return width - _SLACK + 1
    least = min(_reach(here, following) for here, following in running)
    return (
        least if width > _WRAP_COLUMNS and _runs_on_mostly(joints) else max(width - _SLACK + 1, min(least, width + 1))
    )


def _reach(line: str, following: str) -> int:
    """Return the length of a line with the first word of the next one."""
    word = following.split(None, 1)[0] if following.split() else ""
    return len(line.rstrip()) + 1 + len(word)


def _opens(line: str, text: str, before: str, parts: list[str], *, ahead: int, indented: bool, least: int) -> bool:
    """Return whether the line opens a new paragraph after `parts`, the lines of the paragraph so far.

    `ahead` counts the pieces before it: title, byline. `least`: of `_least_break`, or 0 where paragraphs have indents.
    """
    if indent_of(line) >= 2 or wire.is_control_line(text):
        return not (indented and not ahead and _is_further_line_of_title(text, parts))
    if ahead < _HEAD_PIECES and len(parts) <= _HEAD_PIECES and _is_parted_from_head(text, parts):
        return True
    # `Reuter` alone on a line may be the last word of a sentence that was wrapped before it.
    if (is_endmark(text, is_wire=indented) and (indent_of(line) or ends_sentence(before))) or (
        len(parts) == 1 and is_endmark(parts[0])
    ):
        return True
    if indented:
        # The title is capitals in all but 28 of 19,043; the dateline after it may stand in column 0.
        if not ahead and is_capitals(" ".join(parts)):
            if len(parts[-1]) >= _FULL_TITLE and not any(map(str.islower, text)) and len(text) < _FULL_TITLE:
                return text.startswith("BY ") or find_dateline(text, is_wire=True) is not None
            is_byline = text.startswith("BY ") and ("REUTER" in text or len(parts[-1]) < _FULL_TITLE)
            return is_byline or not is_capitals(text) or find_dateline(text, is_wire=True) is not None
        if ahead <= _HEAD_PIECES and len(parts) == 1 and find_dateline(text, is_wire=True) is not None:
            return True
    if not least or _reach(before, text) >= least:
        return False
    # Where a paragraph has begun, a line that is nearly full and no whole sentence goes on before a name too.
    is_full = len(parts) > 1 and len(before.rstrip()) * 4 > least * 3
    return ends_sentence(before) or not (is_full or text[:1].islower())


def _is_parted_from_head(text: str, parts: list[str]) -> bool:
    """Return whether a line goes on with no title, byline or embargo that stands above it, `parts`."""
    if len(parts) == 1 and (is_embargo(parts[0]) or (_is_byline(parts[0]) and not text[:1].islower())):
        return True
    # `SAMPLE CORP BOUGHT` may go on `BY SAMPLE BANK`.
    return _is_byline(text) or (
        not is_capitals(parts[0]) and (text.startswith("BY ") or find_dateline(text, is_wire=True) is not None)
    )


def _is_byline(text: str) -> bool:
    if len(text) > _LONGEST_BYLINE or text.isupper():
        return False
    # `by Malaysia in connection with` goes on with a sentence.
    if text[0].islower() and not text.endswith(("Reuters", "Reuter")):
        return False
    from converter.text.bylines.byline import find_byline_rule

    return find_byline_rule(text, after_headline=False, after_label=False) is not None


def _is_further_line_of_title(text: str, parts: list[str]) -> bool:
    """Return whether an indented line goes on with a title in capitals that filled its line."""
    return (
        len(parts) < _TITLE_LINES
        and len(parts[-1]) >= _FULL_TITLE
        and is_capitals(parts[0])
        and is_capitals(text)
        and not text.startswith(("BY ", "("))
        and find_dateline(text, is_wire=True) is None
    )


def _join(parts: list[str]) -> str:
    joined = parts[0]
    for part in parts[1:]:
        # Scripts that are written without blanks are wrapped without them too.
        joined += part if _is_unspaced(joined[-1]) and _is_unspaced(part[0]) else " " + part
    return joined


def _is_unspaced(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"
