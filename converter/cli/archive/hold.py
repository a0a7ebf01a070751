"""`convert archive hold ROOT ID`: a story that no purge may touch."""

from __future__ import annotations

from converter.cli.archive.roots import run_stating, stating_parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.arguments import Parser
    from converter.cli.guard import Worker

EXAMPLES = ("convert archive hold news night-ferry --reason 'Case 12/2025'",)


def parser() -> Parser:
    """Return the command's argument parser."""
    return stating_parser(
        "archive hold", "Put a story on hold, as for a court: no purge before it is released.", EXAMPLES
    )


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Hold the story and return the exit code."""
    return run_stating(arguments, parser(), "held", lambda archive, id, reason: archive.hold(id, reason=reason))
