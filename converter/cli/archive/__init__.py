"""`convert archive COMMAND …`: one module a command, as for `convert` itself."""

from __future__ import annotations

import sys

from converter.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

COMMANDS: dict[str, str] = {}
"""Name → what it does; the module `converter.cli.archive.NAME` has `parser()` and `run(arguments, worker)`."""


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Run one command of the archive and return its exit code."""
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        raise UsageError(
            f"no command {name!r}" if name else "no command given",
            where="convert archive",
            hint=f"there are: {', '.join(COMMANDS)}",
        )
    module = f"converter.cli.archive.{name}"
    __import__(module)
    code: int = sys.modules[module].run(arguments[1:], worker)
    return code
