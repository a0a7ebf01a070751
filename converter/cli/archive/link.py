"""`convert archive link ROOT OLDER NEWER`: two stories that are one, as a person knows."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.archive.roots import add_by, add_root, add_story, opened
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive link news bridge night-ferry --possible",
    "convert archive link news bridge night-ferry --reason 'The same interview'",
    "convert archive link news bridge night-ferry --undo",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive link",
        "Say that a story is the newer version of another. Both stay as they are; convert archive history\n"
        "of the newer tells of both, and who gets the older is told of the newer.",
        EXAMPLES,
    )
    add_root(made)
    add_story(made, "older", "OLDER", "the older story")
    add_story(made, "newer", "NEWER", "the newer story")
    made.add_argument("--possible", action="store_true", help="only note that it may be so")
    made.add_argument("--undo", action="store_true", help="take it back")
    made.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept with both")
    add_by(made)
    made.add_last(json="what was done, as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Link the stories and return the exit code."""
    given = parser().parse_args(arguments)
    with opened(given) as archive:
        older, newer = archive.find(given.older), archive.find(given.newer)
        done = archive.link(older, newer, reason=given.reason, possible=given.possible, undo=given.undo)
    act = "unlinked" if given.undo else "linked"
    if given.json:
        heads = {receipt.id: receipt.version for receipt in done}
        terminal.result_json({"older": older, "newer": newer, "act": act, "changed": bool(done), "heads": heads})
    elif done:
        terminal.result(f"{act} {terminal.visible(older)} {terminal.visible(newer)}")
    else:
        terminal.result("nothing to do: they are so already")
    return errors.OK
