"""`convert archive history ROOT ID`: each version of a story, and how it came about."""

from __future__ import annotations

import json

from converter.cli import tables, terminal
from converter.cli.archive.roots import add_root, add_story, opened
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.archive.history import Step
    from converter.cli.guard import Worker

EXAMPLES = ("convert archive history news night-ferry", "convert archive history news night-ferry --json")


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser(
        "archive history",
        "List the versions of a story: when each was made, what it is, who made it. Older stories of a\n"
        "chain (convert archive link) come first.",
        EXAMPLES,
    )
    add_root(made)
    add_story(made)
    made.add_last(json="as JSON, one line a version, with its events", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """List the versions and return the exit code."""
    given = parser().parse_args(arguments)
    with opened(given) as archive:
        id = archive.find(given.id)
        steps = archive.history(id)
    if given.json:
        for step in steps:
            terminal.result_json(step_json(step))
        return errors.OK
    has_chain = len({step.id for step in steps}) > 1
    heads = ("version", "story", "when", "what", "by", *(("id",) if has_chain else ()))
    rows = [(*_row(step), *((step.id,) if has_chain else ())) for step in steps]
    tables.show(heads, rows, wide=3, under=range(4, len(heads)))
    return errors.OK


def _row(step: Step) -> tuple[str, ...]:
    people = [agent.name for agent in step.agents if agent.kind != "software"]
    by = ", ".join(people or (agent.name for agent in step.agents))
    return step.version, str(step.number or ""), step.at, step.words, by


def step_json(step: Step) -> dict[str, object]:
    """Return one version with what made it."""
    return {
        "id": step.id,
        "version": step.version,
        "story_version": step.number,
        "at": step.at,
        "act": step.act,
        "words": step.words,
        "agents": [{"name": each.name, "kind": each.kind, "version": each.version} for each in step.agents],
        "events": [json.loads(each.serialise()) for each in step.events],
    }
