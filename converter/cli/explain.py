"""`convert explain CODE`: what a notice means and what to do about it."""

from __future__ import annotations

import textwrap

from converter import errors
from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.errors import UsageError
from converter.notices import CODES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = ("convert explain guid-made", "convert explain", "convert explain --json")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("explain", "Say what a notice means; without a code, list them all.", EXAMPLES)
    made.add_argument("code", nargs="?", metavar="CODE", help="the word in brackets at the end of a notice")
    made.add_last(json="as JSON")
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Explain what the arguments name and return the exit code."""
    given = parser().parse_args(arguments)
    if given.code is not None and given.code not in CODES:
        raise UsageError(f"no notice {given.code!r}", hint="convert explain lists them")
    shown = {given.code: CODES[given.code]} if given.code else CODES
    if given.json:
        terminal.result_json(
            [
                {"code": code, "kind": entry.kind, "words": entry.words, "meaning": entry.meaning}
                for code, entry in shown.items()
            ]
        )
        return errors.OK
    if given.code:
        entry = CODES[given.code]
        terminal.result(f"{given.code} ({entry.kind})\n\n  {entry.words}\n\n{textwrap.fill(entry.meaning, 80)}")
        return errors.OK
    widest = max(map(len, shown))
    for code, entry in shown.items():
        terminal.result(f"{code:<{widest}}  {entry.kind:<7}  {entry.words}")
    return errors.OK
