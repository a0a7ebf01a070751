"""Tables: lines of tab-separated cells for a program or a pipe, drawn in columns on a terminal."""

from __future__ import annotations

import os

from converter.cli import terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAST, _MOST = 40, 200


def show(heads: Sequence[str], rows: Iterable[Sequence[str]], *, wide: int = 0) -> None:
    """Print the rows, without their heads where nobody looks at them; on a terminal the column `wide` wraps."""
    if os.isatty(1):
        _draw(heads, rows, wide)
        return
    for row in rows:
        terminal.result("\t".join(map(terminal.visible, row)))


def pairs(rows: Iterable[tuple[str, str]]) -> None:
    """Print names and values, a line each; values are aligned."""
    rows = list(rows)
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        terminal.result(f"{name:<{width}}  {terminal.visible(value)}".rstrip())


def _draw(heads: Sequence[str], rows: Iterable[Sequence[str]], wide: int) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    for index, head in enumerate(heads):
        table.add_column(head, overflow="fold", no_wrap=index != wide, ratio=1 if index == wide else None)
    for row in rows:
        table.add_row(*(Text(terminal.visible(cell), style=_style(cell)) for cell in row))
    terminal.result(rendered(table))


def _style(cell: str) -> str:
    """Return the style of a word that must not be overlooked."""
    return "red" if cell.startswith(("withdrawn", "canceled", "withheld", "embargoed", "purged")) else ""


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
