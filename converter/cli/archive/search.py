"""`convert archive search ROOT QUERY…`: which stories have the words, as a table for a person or as JSON."""

from __future__ import annotations

import os

from converter.cli import tables, terminal
from converter.cli.archive.roots import add_access_flags, add_root, opened
from converter.cli.arguments import Parser
from converter.core import errors
from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from converter.archive.catalogue.search import Hit, Results
    from converter.archive.catalogue.snippets import Marks
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive search news bridge",
    "convert archive search news '\"the port\" date:2024-05 NOT ferry'",
    "convert archive search news bridge --facets --json",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive search",
        "Find stories by their words, and by date, source, language, subject and status.\n\n"
        'query: words, "a phrase", begin*, NOT or -word, OR, ( ), title:word byline:word\n'
        "source:word subject:word lang:en status:withdrawn date:2024-05 date:2024-05-01..2024-06\n"
        "* finds every story. Put the whole query in single quotation marks.",
        EXAMPLES,
    )
    add_root(made)
    made.add_argument("query", nargs="+", metavar="QUERY", help="what to look for")
    made.add_argument("--limit", type=_count, default=20, metavar="N", help="at most so many stories (default: 20)")
    made.add_argument("--offset", type=_count, default=0, metavar="N", help="leave out so many first ones")
    made.add_argument(
        "--sort", choices=("rank", "date"), default="rank", metavar="ORDER", help="rank or date, newest first"
    )
    made.add_argument(
        "--facets", action="store_true", help="count the stories by month, source, language, status, subject"
    )
    add_access_flags(made)
    add_catalogue_flag(made)
    made.add_argument("--jsonl", action="store_true", help="as JSON, one line a story")
    made.add_last(json="as JSON, one line for all", debug=True)
    return made


def add_catalogue_flag(made: Parser) -> None:
    """Add the flag of the commands that open a catalogue."""
    made.add_argument("--catalogue", metavar="FILE", help="where the catalogue lies (default: in ROOT)")


def _count(text: str) -> int:
    import argparse

    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0")
    return int(text)


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Search, print what was found and return the exit code."""
    given = parser().parse_args(arguments)
    if given.json and given.jsonl:
        raise UsageError("--json and --jsonl are two things")
    if given.jsonl and given.facets:
        raise UsageError("--facets has no line of its own with --jsonl", hint="--json has both")
    with opened(given) as archive:
        results = archive.search(
            " ".join(given.query),
            limit=given.limit,
            offset=given.offset,
            sort=given.sort,
            withdrawn=given.withdrawn,
            embargoed=given.embargoed,
            facets=given.facets,
            catalogue=given.catalogue,
        )
    terminal.remark(given.root, results.notices)
    if given.json:
        terminal.result_json(results_json(results))
    elif given.jsonl:
        for hit in results.hits:
            terminal.result_json(hit_json(hit))
    else:
        _show(results)
    return errors.OK


# ── For a program ───────────────────────────────────────────────────────────


def results_json(results: Results) -> dict[str, object]:
    """Return all that a search found."""
    return {
        "query": results.query,
        "total": results.total,
        "hidden": results.hidden,
        "hits": [hit_json(hit) for hit in results.hits],
        **({"facets": {name: dict(values) for name, values in results.facets.items()}} if results.facets else {}),
    }


def hit_json(hit: Hit) -> dict[str, object]:
    """Return one story that was found; marks are start and end in characters."""
    return {
        "id": hit.id,
        "head": hit.head,
        "version": hit.version,
        "title": hit.title,
        "is_label": hit.is_label,
        "title_marks": hit.title_marks,
        "byline": hit.byline,
        "date": hit.date,
        "source": hit.source,
        "lang": hit.lang,
        "status": hit.status,
        "embargoed": hit.is_embargoed,
        "archived": hit.archived,
        "score": hit.score,
        "snippet": {"text": hit.snippet.text, "marks": hit.snippet.marks} if hit.snippet else None,
    }


# ── For a person ────────────────────────────────────────────────────────────


def _show(results: Results) -> None:
    if os.isatty(1):
        _draw(results)
    else:
        for hit in results.hits:
            fields = (hit.date or "", hit.lang or "", _state(hit), hit.source or "", hit.title, hit.id)
            terminal.result("\t".join(map(terminal.visible, fields)))
    for name, values in results.facets.items():
        if values:
            terminal.result(name)
            width = max(len(f"{count:,}") for _, count in values)
            for value, count in values:
                terminal.result(f"  {count:>{width},}  {terminal.visible(value)}")
    shown = len(results.hits)
    words = f"{results.total:,} {'story' if results.total == 1 else 'stories'}"
    if 0 < shown < results.total:
        words += f", {shown:,} shown"
    if results.hidden:
        words += f"; {results.hidden:,} more withdrawn or under embargo (--withdrawn, --embargoed)"
    terminal.say(words)


def _state(hit: Hit) -> str:
    """Return what must be known of a story before it is used; nothing for one that is free."""
    return " ".join(
        word for word, says in ((hit.status, hit.status != "usable"), ("embargoed", hit.is_embargoed)) if says
    )


def _draw(results: Results) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for number, hit in enumerate(results.hits, results.offset + 1):
        head = Text()
        head.append(f"{number:>3}  ", style="dim")
        head.append_text(_marked(hit.title, hit.title_marks, "bold"))
        if state := _state(hit):
            head.append(f"  {state}", style="bold red")
        lines = [head]
        facts = "  ".join(terminal.visible(each) for each in (hit.date, hit.lang, hit.source, hit.byline) if each)
        if facts:
            lines.append(Text(facts, style="cyan"))
        if hit.snippet:
            lines.append(_marked(hit.snippet.text, hit.snippet.marks, ""))
        lines.append(Text(terminal.visible(hit.id), style="dim"))
        for at, line in enumerate(lines):
            terminal.result(tables.rendered(Padding(line, (0, 0, 0, 5)) if at else line))
        terminal.result("")


def _marked(text: str, marks: Marks, style: str) -> Text:
    """Return the text with its marks, each piece made safe for a terminal."""
    from rich.text import Text

    made, at = Text(style=style), 0
    for start, end in marks:
        made.append(terminal.visible(text[at:start]))
        made.append(terminal.visible(text[start:end]), style="bold black on yellow")
        at = end
    made.append(terminal.visible(text[at:]))
    return made
