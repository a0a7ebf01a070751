"""What the commands' argument parsers share: faults that are ours, and the flags of commands that read documents."""

from __future__ import annotations

import argparse
import os

from converter.core.errors import UsageError
from converter.core.limits import Limits
from converter.core.limits import parse as parse_limit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from converter.conversion.plan import Request

_WIDTH = 80


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in a set width: argparse would load `shutil` to ask the terminal, which costs more than the help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=22, width=_WIDTH)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """Return `-o, --output OUT`, with the value's name once."""
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        return f"{', '.join(action.option_strings)} {action.metavar}"


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of printing and exiting."""

    def __init__(self, command: str, description: str, examples: Sequence[str]) -> None:
        super().__init__(
            prog=f"convert {command}".rstrip(),
            description=description,
            epilog="examples:\n" + "\n".join(f"  {example}" for example in examples),
            formatter_class=Formatter,
            allow_abbrev=False,
            add_help=False,
        )
        self._positionals.title = "arguments"

    def add_last(self, *, json: str | None = None, debug: bool = False) -> None:
        """Add what every command has, at the end of its options."""
        if json:
            self.add_argument("--json", action="store_true", help=json)
        if debug:
            self.add_argument("--debug", action="store_true", help="show the traceback of an error")
        self.add_argument("-h", "--help", action="help", help="show this help")

    def parse_files(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return what is given, with `files` wherever they stand; what follows `--` is a file, whatever it looks like.

        argparse knows either of the two, but not both at once.
        """
        arguments = list(arguments)
        self._require_words(arguments)
        end = arguments.index("--") if "--" in arguments else len(arguments)
        given = self.parse_intermixed_args(arguments[:end])
        given.files += arguments[end + 1 :]
        return given

    def parse_args(self, arguments: Sequence[str]) -> argparse.Namespace:  # type: ignore[override]
        """Return what is given."""
        self._require_words(arguments)
        return super().parse_args(arguments)

    def _require_words(self, arguments: Sequence[str]) -> None:
        """Refuse what is empty, as a variable of the shell that is not set leaves it: an error could name nothing."""
        for before, each in zip(("", *arguments), arguments, strict=False):
            if not each or (each.startswith("--") and each.find("=") == len(each) - 1):
                name = each[:-1] or (before if before.startswith("-") and before != "--" else "")
                self.error(f"{name or 'an argument'} is empty")

    def print_help(self, file: object = None) -> None:
        """Print the help as any other result: in UTF-8, whatever the locale."""
        from converter.cli.terminal import result

        result(self.format_help().rstrip())

    def error(self, message: str) -> NoReturn:
        """Raise the fault that argparse found."""
        raise UsageError(message, hint=f"{self.prog} --help")


def add_reading_flags(parser: Parser) -> None:
    """Add the flags of every command that reads a document."""
    for flag, name, metavar, words in (
        ("--meta", "meta", "KEY=VALUE", "what the source does not say: headline=…, lang=…"),
        ("--set", "settings", "FORMAT.OPTION=VALUE", "an option, as convert formats FORMAT lists them"),
        ("--limit", "limits", "NAME=VALUE", "a limit, as convert limits lists them"),
    ):
        parser.add_argument(flag, action="append", default=[], dest=name, metavar=metavar, help=words)
    parser.add_argument("--from", dest="reader", metavar="FORMAT", help="the input's format (default: by its name)")
    parser.add_argument("--strict", action="store_true", help="make any notice a failure (exit 9)")
    parser.add_last(json="results as JSON, one line a document", debug=True)


def pair(text: str, flag: str) -> tuple[str, str]:
    """Return name and value of `NAME=VALUE`. Raises UsageError."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise UsageError(f"{text!r} has no value", where=flag, hint=f"write {flag} {_name_in(name)}=value")
    return name.strip(), value


def _name_in(text: str) -> str:
    """Return the name that a text without an equals sign begins with: `headline: New` has one, as a sidecar has it."""
    return text.partition(":")[0].strip() or "name"


def limits_from(texts: Sequence[str]) -> Limits:
    """Return the limits with each `NAME=VALUE` applied."""
    return Limits().replace(**dict(map(parse_limit, texts)))


def request_from(given: argparse.Namespace, to: Sequence[str] = ()) -> Request:
    """Return what the flags of a reading command ask for. Raises UsageError, also for one guid of several files."""
    from converter.conversion.identity import require_no_guid
    from converter.conversion.plan import request
    from converter.formats.item_times import epoch_from

    made = request(
        to=to,
        reader=given.reader,
        meta=[pair(text, "--meta") for text in given.meta],
        settings=[pair(text, "--set") for text in given.settings],
        style=getattr(given, "style", None),
        limits=limits_from(given.limits),
        strict=given.strict,
        epoch=epoch_from(os.environ),
    )
    count = len(getattr(given, "files", ()))
    if count > 1:
        require_no_guid(made.meta, f"{count} files are named")
    return made
