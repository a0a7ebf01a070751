"""`convert archive replicate ROOT ROOT2`: a second archive that has what the first has."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.archive.roots import add_by, add_root, opened
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import BatchFailed, FixityError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from converter.archive.replication import Replicated
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive replicate news copy",
    "convert archive replicate news copy --json",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive replicate",
        "Copy to a second archive every version that the first has acknowledged and the second lacks,\n"
        "and verify it there. It may be ended at any moment and run again. What only the second has\n"
        "stays.\n\n"
        "exit: 0 all is there, 7 something is damaged, 8 something else could not be copied",
        EXAMPLES,
    )
    add_root(made)
    made.add_argument("target", metavar="ROOT2", help="the second archive, made by convert archive init")
    made.add_argument("--purges", action="store_true", help="purge there too what was purged here")
    add_by(made)
    made.add_last(json="as JSON, one line a story that was not the same", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Replicate and return the exit code."""
    from converter.archive.opening import open_store
    from converter.archive.replication import replicate

    given = parser().parse_args(arguments)
    counts: dict[str, int] = {}
    codes = {errors.OK}
    with opened(given) as archive:
        target = open_store(given.target)
        try:
            for each in replicate(archive.store, target, now=archive.now, by=archive.by, purges=given.purges):
                counts[each.word] = counts.get(each.word, 0) + 1
                codes.add(_tell(each, given))
        finally:
            target.close()
    said = ", ".join(f"{count:,} {word}" for word, count in sorted(counts.items())) or "nothing to do"
    terminal.say(f"{given.target}: {said}")
    return FixityError.exit_code if FixityError.exit_code in codes else max(codes)


def _tell(done: Replicated, given: argparse.Namespace) -> int:
    """Print what came of one story and return its exit code."""
    if done.error is not None:
        terminal.complain(done.error.at(done.id))
        if given.json:
            from converter.cli.report import error_json

            terminal.result_json(
                {"id": done.id, "act": done.word, "head": done.version, **error_json(done.id, done.error)}
            )
        return FixityError.exit_code if isinstance(done.error, FixityError) else BatchFailed.exit_code
    if given.json:
        terminal.result_json({"id": done.id, "act": done.word, "head": done.version, "ok": True})
    else:
        terminal.result(f"{done.word} {terminal.visible(done.id)} {done.version}")
    return errors.OK
