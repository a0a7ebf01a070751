"""`convert completion SHELL`: the completion script for a shell, made by shtab from the commands' own parsers."""

from __future__ import annotations

import sys

from converter.cli import terminal
from converter.cli.__main__ import COMMANDS
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.notices import CODES
from converter.formats.own import READERS, WRITERS
from converter.formats.registry import family

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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

    terminal.result(shtab.complete(_whole(), shell=given.shell, preamble={"bash": _BASH}))  # type: ignore[arg-type]
    return errors.OK


_FORMATS = {"bash": "_convert_formats"}
_BASH = f"""\
_shtab_convert_pos_0_COMPGEN=_shtab_compgen_files # a command or a file may stand first

_convert_formats() {{ # several with commas
  local before=""
  [[ "$1" == *,* ]] && before="${{1%,*}},"
  compgen -P "$before" -W "{" ".join(record.name for record in (*WRITERS, *family("writers")))}" -- "${{1##*,}}"
}}
"""


def _whole() -> Parser:
    """Return one parser with every command under it, which only completion needs."""
    import shtab

    from converter.cli import archive, convert

    whole = convert.parser()
    for action in tuple(whole._actions):
        if action.dest == "files":
            whole._remove_action(action)
    commands = whole.add_subparsers()
    for name, words in COMMANDS.items():
        module = f"converter.cli.{name}"
        __import__(module)
        commands.choices[name] = sys.modules[module].parser()
        # What add_parser does with a parser of its own making; shtab passes over a command without its help.
        commands._choices_actions.append(commands._ChoicesPseudoAction(name, (), words))
    of_archive = commands.choices["archive"].add_subparsers()
    for name, words in archive.COMMANDS.items():
        of_archive.choices[name] = archive.command_parser(name)
        of_archive._choices_actions.append(of_archive._ChoicesPseudoAction(name, (), words))
    for parser in (whole, *commands.choices.values(), *of_archive.choices.values()):
        for action in parser._actions:
            if action.dest == "to":
                action.complete = _FORMATS  # type: ignore[attr-defined]
            elif action.dest in ("file", "files", "style", "output"):
                action.complete = shtab.FILE  # type: ignore[attr-defined]
            elif action.dest in ("root", "place"):
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
            elif action.dest in _WORDS:
                action.choices = _WORDS[action.dest]()
    return whole


_WORDS: dict[str, Callable[[], list[str]]] = {
    "reader": lambda: [record.name for record in (*READERS, *family("readers"))],
    "code": lambda: list(CODES),
    "name": lambda: list(
        dict.fromkeys(one.name for one in (*READERS, *family("readers"), *WRITERS, *family("writers")))
    ),
}
"""Argument → the words it takes. Plug-ins are left out: a script outlives what was installed when it was made."""
