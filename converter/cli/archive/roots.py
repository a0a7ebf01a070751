"""What the commands of the archive share: the root, the story, who does it, and saying what was done."""

from __future__ import annotations

from converter.cli import terminal
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from converter.archive.archive import Archive
    from converter.archive.store import Receipt


def add_root(parser: Parser) -> None:
    """Add the archive, the first argument of each command."""
    parser.add_argument("root", metavar="ROOT", help="the archive: a folder, or s3://bucket/prefix")


def add_story(parser: Parser, name: str = "id", metavar: str = "ID", help: str = "") -> None:
    """Add a story, by its id."""
    words = help or "the story: its id, or a beginning of the id or of its last part that is unique"
    parser.add_argument(name, metavar=metavar, help=words)


def add_by(parser: Parser) -> None:
    """Add who does it."""
    parser.add_argument("--by", metavar="NAME", help='whom to name as the one who does it: "Ann Example <ann@…>"')


def add_reason(parser: Parser) -> None:
    """Add why it is done, which must be said."""
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; it is kept with the story")


def add_access_flags(parser: Parser) -> None:
    """Add what lets a story out that is held back."""
    parser.add_argument("--withdrawn", action="store_true", help="even if the story is withdrawn")
    parser.add_argument("--embargoed", action="store_true", help="even if the story is under embargo")


def opened(given: argparse.Namespace) -> Archive:
    """Return the archive that the arguments name, open."""
    from converter.archive.archive import Archive

    return Archive.open(given.root, by=getattr(given, "by", None))


def run_stating(
    arguments: Sequence[str], parser: Parser, word: str, act: Callable[[Archive, str, str], Receipt | None]
) -> int:
    """Run a command that does something to one story for a reason, say what was done, and return the exit code."""
    given = parser.parse_args(arguments)
    with opened(given) as archive:
        id = archive.find(given.id)
        tell(given, id, word, act(archive, id, given.reason))
    return errors.OK


def stating_parser(name: str, words: str, examples: Sequence[str]) -> Parser:
    """Return the parser of such a command: root, story, reason, and who does it."""
    made = Parser(name, words, examples)
    add_root(made)
    add_story(made)
    add_reason(made)
    add_by(made)
    made.add_last(json="what was done, as JSON", debug=True)
    return made


def tell(given: argparse.Namespace, id: str, act: str, receipt: Receipt | None) -> None:
    """Print what was done to a story, or that there was nothing to do."""
    if given.json:
        version = receipt.version if receipt else None
        terminal.result_json({"id": id, "act": act, "changed": receipt is not None, "head": version})
    elif receipt is None:
        terminal.result(f"nothing to do: {terminal.visible(id)}")
    else:
        terminal.result(f"{act} {terminal.visible(id)} {receipt.version}")
