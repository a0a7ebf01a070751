"""`convert archive release ROOT ID`: the end of a hold."""

from __future__ import annotations

from converter.cli.archive.roots import run_stating, stating_parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.arguments import Parser
    from converter.cli.guard import Worker

EXAMPLES = ("convert archive release news night-ferry --reason 'Case 12/2025 is closed'",)


def parser() -> Parser:
    """Return the command's argument parser."""
    return stating_parser("archive release", "End the hold of a story.", EXAMPLES)


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Release the story and return the exit code."""
    return run_stating(arguments, parser(), "released", lambda archive, id, reason: archive.release(id, reason=reason))
