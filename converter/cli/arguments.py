"""What the commands' argument parsers share: faults that are ours, and the flags that several commands have."""

from __future__ import annotations

import argparse

from converter.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_WIDTH = 100


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in a set width: argparse would load `shutil` to ask the terminal, which costs more than the help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=_WIDTH)


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of printing and exiting."""

    def __init__(self, command: str, description: str, examples: Sequence[str]) -> None:
        super().__init__(
            prog=f"convert {command}".rstrip(),
            description=description,
            epilog="examples:\n" + "\n".join(f"  {example}" for example in examples),
            formatter_class=Formatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Raise the fault that argparse found."""
        raise UsageError(message, hint=f"{self.prog} --help")


def add_reading_flags(parser: Parser) -> None:
    """Add the flags of every command that reads a document."""
    parser.add_argument("--from", dest="reader", metavar="FORMAT", help="the input's format (default: by its name)")
    parser.add_argument(
        "--meta",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="say what the source does not: headline=…, lang=…",
    )
    parser.add_argument(
        "--set", action="append", default=[], dest="settings", metavar="NAME.OPTION=VALUE", help="an option of a format"
    )
    parser.add_argument(
        "--limit", action="append", default=[], dest="limits", metavar="NAME=VALUE", help="raise or lower a limit"
    )
    parser.add_argument("--strict", action="store_true", help="any notice is a failure (exit 9)")
    parser.add_argument("--json", action="store_true", help="results as JSON, one line a document")
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
