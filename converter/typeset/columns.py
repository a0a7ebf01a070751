"""Columns of preformatted text: kept in line without a typewriter's face.

Where the source has two spaces or more, the next word goes to where a face
with one width for all characters would put it. Figures of one width then
stand under each other, flush right or left as typed.
"""

from __future__ import annotations

from itertools import groupby, zip_longest

from converter.typeset.linebreak import FORCED
from converter.typeset.lines import Run
from converter.typeset.looks import Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.typeset.lines import SetText


_GAP = "  "


def in_columns(text: str) -> str:
    r"""Return text with spaces for its tabs and `\n` at the end of its lines.

    In lines with tabs that stand under each other, what comes behind the same tab begins in the same column: a cell
    that is wider than a typewriter's stops would push the rest of its own line only.
    """
    made: list[str] = []
    for has_tabs, lines in groupby(text.replace("\r\n", "\n").split("\n"), lambda line: "\t" in line):
        if not has_tabs:
            made += lines
            continue
        rows = [line.split("\t") for line in lines]
        columns = zip_longest(*(cells[:-1] for cells in rows), fillvalue="")
        widths = [max(map(len, column)) for column in columns]
        for cells in rows:
            padded = [cell.ljust(width) + _GAP for cell, width in zip(cells[:-1], widths, strict=False)]
            made.append("".join(padded) + cells[-1])
    return "\n".join(made)


def align_columns(text: SetText, cell_pt: float) -> None:
    """Widen or narrow the wide spaces of the text so that what follows starts at a whole number of cells.

    `cell_pt` is the width of a figure. A word that is too long already pushes the rest to the right by a space.
    """
    column, x = 0, 0.0
    fresh: Run | None = None
    for at, word in enumerate(text.words):
        run = text.owners[at]
        if fresh is not None:
            # A run of its own is drawn from its own place.
            run = text.owners[at] = Run(run.text, run.look, run.owner)
            fresh = None
        elif at and text.owners[at - 1].look is run.look and text.owners[at - 1].owner is run.owner:
            run = text.owners[at] = text.owners[at - 1]
        source = word.shaped.text
        column += len(source)
        spaces = len(source) - len(source.rstrip(" "))
        if text.ends[at] == FORCED:
            column, x, fresh = 0, 0.0, run
            continue
        if spaces > 1 or source == " ":
            least = x + word.solid_pt + (cell_pt * 0.4 if word.solid_pt else 0.0)
            stop = max(least, column * cell_pt)
            text.words[at] = Word(word.shaped, stop - x, word.solid_pt)
            x, fresh = stop, run
        else:
            x += word.width_pt
