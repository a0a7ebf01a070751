"""`convert completion SHELL`: the completion script for a shell, made by shtab from the commands' own parsers."""

from __future__ import annotations

import sys

from converter import errors
from converter.cli import terminal
from converter.cli.__main__ import COMMANDS
from converter.cli.arguments import Parser
from converter.formats import all_readers, all_writers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert completion bash > ~/.local/share/bash-completion/completions/convert",)
SHELLS = ("bash", "zsh", "tcsh")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("completion", "Print a completion script.", EXAMPLES)
    made.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or tcsh")
    made.add_last()
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Print the script and return the exit code."""
    given = parser().parse_args(arguments)
    import shtab

    terminal.result(shtab.complete(_whole(), shell=given.shell))
    return errors.OK


def _whole() -> Parser:
    """Return one parser with every command under it, which only completion needs."""
    import shtab

    from converter.cli import convert

    whole = convert.parser()
    for action in whole._actions:
        if action.dest == "files":
            whole._remove_action(action)
        elif action.dest == "to":
            action.choices = [record.name for record in all_writers()]
        elif action.dest == "reader":
            action.choices = [record.name for record in all_readers()]
        elif action.dest == "output":
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    commands = whole.add_subparsers()
    commands.complete = shtab.FILE  # type: ignore[attr-defined]
    for name in COMMANDS:
        module = f"converter.cli.{name}"
        __import__(module)
        made = sys.modules[module].parser()
        for action in made._actions:
            if action.dest in ("file", "files"):
                action.complete = shtab.FILE
        commands.choices[name] = made
    return whole
