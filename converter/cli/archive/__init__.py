"""`convert archive COMMAND …`: one module a command, as for `convert` itself.

The root comes first on every command line, then the story or the files:
`convert archive get ROOT ID`.
"""

from __future__ import annotations

import sys

from converter.cli.arguments import Parser
from converter.core.errors import UsageError
from converter.core.spelling import meant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.cli.guard import Worker

COMMANDS: dict[str, str] = {
    "init": "make an archive in an empty folder",
    "add": "take stories in",
    "get": "get a story back, any version, in any format",
    "list": "the stories that are there",
    "search": "which stories have these words, this date, source, language, …",
    "show": "what the archive knows of a story",
    "history": "the versions of a story and how they came about",
    "diff": "what changed between two versions",
    "log": "the ledger: what was acknowledged, and when",
    "withdraw": "a story must no longer be used, or may be again",
    "hold": "no purge may touch a story",
    "release": "the end of a hold",
    "retain": "until when stories must be kept",
    "due": "the stories whose time to be kept is over",
    "link": "a story is the newer version of another",
    "purge": "take a story out for good",
    "verify": "is everything as it was stored, and is everything there",
    "repair": "mend what a crash left, or damage from a copy",
    "seal": "the hash of the ledger's end, to be kept elsewhere",
    "export": "stories into a BagIt bag, or what is known of them as PREMIS",
    "import": "a BagIt bag into the archive",
    "replicate": "a second archive that has what the first has",
    "pack": "stories of earlier years into packs, for far fewer files",
    "rebuild": "make the catalogue anew, which search asks",
}
"""Name → what it does; the module `converter.cli.archive.NAME` has `parser()` and `run(arguments, worker)`."""

EXAMPLES = (
    "convert archive init news",
    "convert archive add news article.txt",
    "convert archive list news",
)


def parser() -> Parser:
    """Return the parser of `convert archive` itself, whose help lists the commands."""
    commands = "\n".join(f"  convert archive {name:<11}{what}" for name, what in COMMANDS.items())
    made = Parser(
        "archive",
        "Keep news stories for good, every version of them, in a folder that other OCFL tools read too.\n\n"
        f"commands (each has --help):\n{commands}",
        EXAMPLES,
    )
    made.usage = "convert archive COMMAND ROOT … [options]"
    made.add_last()
    return made


def module_of(name: str) -> str:
    """Return the name of the module of a command; one whose name Python keeps for itself has a mark behind it."""
    import keyword

    return f"{__name__}.{name}_" if keyword.iskeyword(name) else f"{__name__}.{name}"


def command_parser(name: str) -> Parser:
    """Return the parser of one command of the archive."""
    module = module_of(name)
    __import__(module)
    made: Parser = sys.modules[module].parser()
    return made


def run(arguments: Sequence[str], worker: Worker) -> int:
    """Run one command of the archive and return its exit code."""
    name = arguments[0] if arguments else "--help"
    if name not in COMMANDS:
        if name.startswith("-"):
            parser().parse_args(arguments or ["--help"])
        raise UsageError(
            f"no command {name!r}",
            where="convert archive",
            hint=meant(name, COMMANDS, f"there are: {', '.join(COMMANDS)}"),
        )
    module = module_of(name)
    __import__(module)
    code: int = sys.modules[module].run(arguments[1:], worker)
    return code
