"""`convert archive diff ROOT ID [vA] [vB]`: what changed from one version of a story to another."""

from __future__ import annotations

import os

from converter.cli import tables, terminal
from converter.cli.archive.roots import add_access_flags, add_root, add_story, opened
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from converter.archive.diff import Difference, Paragraph, Words
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive diff news night-ferry",
    "convert archive diff news night-ferry v1 v2",
    "convert archive diff news night-ferry v1 v2 --json",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive diff",
        "Show what changed between two versions: fields, words paragraph by paragraph, files.\n\n"
        "[-words-] were taken out and {+words+} put in; on a terminal they are coloured too",
        EXAMPLES,
    )
    add_root(made)
    add_story(made)
    made.add_argument("older", nargs="?", metavar="vA", help="the older version (default: the one before vB)")
    made.add_argument("newer", nargs="?", metavar="vB", help="the newer version (default: the newest)")
    add_access_flags(made)
    made.add_last(json="as JSON", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Show the difference and return the exit code."""
    given = parser().parse_args(arguments)
    with opened(given) as archive:
        found = archive.difference(
            archive.find(given.id), given.older, given.newer, withdrawn=given.withdrawn, embargoed=given.embargoed
        )
    if given.json:
        terminal.result_json(difference_json(found))
        return errors.OK
    terminal.remark(found.id, found.notices)
    is_drawn = os.isatty(1)
    for line in _lines(found, _coloured if is_drawn else _marked):
        terminal.result(_folded(line) if is_drawn else line)
    return errors.OK


def _lines(found: Difference, show: Callable[[Words], str]) -> Iterator[str]:
    if found.fields:
        yield "fields"
        for field in found.fields:
            for text in field.older:
                if text not in field.newer:
                    yield f"  {terminal.visible(field.name)}: {show(_words('removed', text))}"
            for text in field.newer:
                if text not in field.older:
                    yield f"  {terminal.visible(field.name)}: {show(_words('added', text))}"
    if any(each.change != "same" for each in found.paragraphs):
        yield "text"
        yield from _story(found.paragraphs, show)
    if found.files:
        yield "files"
        for change, path in found.files:
            yield f"  {change:<8} {terminal.visible(path)}"
    if not (found.fields or found.files):
        yield f"nothing changed from {found.older} to {found.newer}"


def _words(change: str, text: str) -> Words:
    from converter.archive.diff import Words

    return Words(change, text)  # type: ignore[arg-type]


def _story(paragraphs: Sequence[Paragraph], show: Callable[[Words], str]) -> Iterator[str]:
    same = 0
    for paragraph in paragraphs:
        if paragraph.change == "same":
            same += 1
            continue
        if same:
            yield _unchanged(same)
            same = 0
        yield "  " + "".join(map(show, paragraph.words))
    if same:
        yield _unchanged(same)


def _unchanged(count: int) -> str:
    return f"  ({count} {'paragraph' if count == 1 else 'paragraphs'} unchanged)"


def _marked(words: Words) -> str:
    text = terminal.visible(words.text)
    return {"same": text, "removed": f"[-{text}-]", "added": f"{{+{text}+}}"}[words.change]


def _coloured(words: Words) -> str:
    """Return the words for a terminal: marked as everywhere, for colour alone tells not everybody, and coloured."""
    colour = {"same": "", "removed": "\x1b[31m", "added": "\x1b[32m"}[words.change]
    return f"{colour}{_marked(words)}\x1b[0m" if colour else _marked(words)


def _folded(line: str) -> str:
    """Return a coloured line folded at blanks to the width of the terminal, what follows indented."""
    from rich.padding import Padding
    from rich.text import Text

    indent = len(line) - len(line.lstrip(" "))
    return tables.rendered(Padding(Text.from_ansi(line.lstrip(" ")), (0, 0, 0, indent)))


def difference_json(found: Difference) -> dict[str, object]:
    """Return the difference."""
    from converter.cli.report import notices_json

    return {
        "id": found.id,
        "older": found.older,
        "newer": found.newer,
        "fields": [{"name": each.name, "older": each.older, "newer": each.newer} for each in found.fields],
        "paragraphs": [
            {"change": each.change, "words": [{"change": one.change, "text": one.text} for one in each.words]}
            for each in found.paragraphs
        ],
        "files": [{"change": change, "path": path} for change, path in found.files],
        "notices": notices_json(found.notices),
    }
