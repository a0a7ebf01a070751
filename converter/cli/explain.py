"""`convert explain CODE`: what a notice, or a finding in an archive or a bag, means and what to do about it."""

from __future__ import annotations

import textwrap

from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import UsageError
from converter.core.notices import CODES
from converter.core.spelling import meant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.archive.bags.findings import Entry as BagEntry
    from converter.archive.findings import Entry as FindingEntry
    from converter.cli.guard import Worker
    from converter.core.notices import Entry

EXAMPLES = (
    "convert explain guid-made",
    "convert explain file-changed",
    "convert explain E092",
    "convert explain --json",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "explain",
        "Say what a notice means, or a finding of convert archive verify or import;\nwithout a code, list them all.",
        EXAMPLES,
    )
    made.add_argument(
        "code", nargs="?", metavar="CODE", help="the word in brackets at the end of the line, or a code of OCFL (E092)"
    )
    made.add_last(json="as JSON")
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Explain what the arguments name and return the exit code."""
    from converter.archive import findings
    from converter.archive.bags import findings as bag_findings

    given = parser().parse_args(arguments)
    every: dict[str, Entry | FindingEntry | BagEntry] = {**CODES, **findings.CODES, **bag_findings.CODES}
    shown = (
        {code: entry for code, entry in every.items() if given.code in (code, getattr(entry, "ocfl", None))}
        if given.code
        else every
    )
    if not shown:
        raise UsageError(
            f"no notice or finding {given.code!r}", hint=meant(given.code, every, "convert explain lists them")
        )
    if given.json:
        terminal.result_json(
            [
                {"code": code, "kind": entry.kind, "words": entry.words, "meaning": entry.meaning, **_ocfl_of(entry)}
                for code, entry in shown.items()
            ]
        )
        return errors.OK
    if given.code:
        for code, entry in shown.items():
            ocfl = "".join(f", OCFL {each}" for each in _ocfl_of(entry).values() if each)
            meaning = textwrap.fill(entry.meaning, 80, break_on_hyphens=False)
            terminal.result(f"{code} ({entry.kind}{ocfl})\n\n  {entry.words}\n\n{meaning}")
        return errors.OK
    widest = max(map(len, shown))
    for code, entry in shown.items():
        terminal.result(f"{code:<{widest}}  {entry.kind:<7}  {entry.words}")
    return errors.OK


def _ocfl_of(entry: Entry | FindingEntry | BagEntry) -> dict[str, str | None]:
    """Return OCFL's own code of a finding, as a JSON field; of a notice nothing."""
    ocfl = getattr(entry, "ocfl", None)
    return {} if ocfl is None else {"ocfl": ocfl or None}
