"""Tables: lines of tab-separated cells for a program or a pipe, drawn in columns on a terminal."""

from __future__ import annotations

import os

from converter.cli import terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAST, _MOST = 40, 200


def show(heads: Sequence[str], rows: Iterable[Sequence[str]], *, wide: int, under: Sequence[int] = ()) -> None:
    """Print the rows, tab-separated and without their heads where no terminal is.

    On a terminal the column `wide` wraps, and what the columns `under` hold
    stands below it: so ids are never cut, however narrow the window.
    """
    if os.isatty(1):
        _draw(heads, rows, wide, under)
        return
    for row in rows:
        terminal.result("\t".join(map(terminal.visible, row)))


def pairs(rows: Iterable[tuple[str, str]]) -> None:
    """Print names and values, a line each; values are aligned."""
    rows = list(rows)
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        terminal.result(f"{name:<{width}}  {terminal.visible(value)}".rstrip())


def _draw(heads: Sequence[str], rows: Iterable[Sequence[str]], wide: int, under: Sequence[int]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    columns = [index for index in range(len(heads)) if index not in under]
    for index in columns:
        table.add_column(heads[index], overflow="fold", no_wrap=index != wide, ratio=1 if index == wide else None)
    rows = list(rows)
    if not rows:
        return
    for row in rows:
        cells = {index: Text(terminal.visible(cell), style=_style(cell)) for index, cell in enumerate(row)}
        lines = [cells[wide], *(Text(cells[index].plain, style=_style(row[index]) or "dim") for index in under)]
        cells[wide] = Text("\n").join(line for line in lines if line.plain)
        table.add_row(*(cells[index] for index in columns))
    terminal.result(rendered(table))


def _style(cell: str) -> str:
    """Return the style of a word that must not be overlooked."""
    return "red" if cell.startswith(("withdrawn", "canceled", "withheld", "embargoed", "purged", "on hold")) else ""


def rendered(what: object) -> str:
    """Return what rich draws, for the width of this terminal, without the last line end."""
    import io

    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, force_terminal=True, highlight=False, markup=False, emoji=False, width=width())
    console.print(what)
    return out.getvalue().rstrip("\n")


def width() -> int:
    """Return how many characters stand in a line of the terminal."""
    try:
        return max(_LEAST, min(os.get_terminal_size(1).columns, _MOST))
    except OSError:
        return 80
