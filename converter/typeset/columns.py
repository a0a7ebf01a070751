"""Columns of preformatted text: kept in line without a typewriter's face.

Where the source has two spaces or more, the next word goes to where a face
with one width for all characters would put it. Figures of one width then
stand under each other, flush right or left as typed.
"""

from __future__ import annotations

from converter.typeset.linebreak import FORCED
from converter.typeset.lines import Run
from converter.typeset.looks import Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.typeset.lines import SetText


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
