"""`convert archive show ROOT ID`: what the archive knows of a story."""

from __future__ import annotations

from converter.cli import tables, terminal
from converter.cli.archive.roots import add_root, add_story, opened
from converter.cli.arguments import Parser
from converter.core import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.archive.archive import Archive
    from converter.archive.events import Event
    from converter.archive.inventory import Inventory
    from converter.archive.story import Story
    from converter.cli.guard import Worker

EXAMPLES = (
    "convert archive show news night-ferry",
    "convert archive show news night-ferry --events",
    "convert archive show news night-ferry --json",
)


def parser() -> Parser:
    """Return the command's argument parser."""
    made = Parser("archive show", "Show what the archive knows of a story: its state, files and events.", EXAMPLES)
    add_root(made)
    add_story(made)
    made.add_argument("--version", metavar="vN", help="which version (default: the newest)")
    made.add_argument("--events", action="store_true", help="what was done to it, event by event")
    made.add_last(json="as JSON, with all events", debug=True)
    return made


def run(arguments: Sequence[str], _worker: Worker) -> int:
    """Show the story and return the exit code."""
    from converter.archive.story import Story, is_tombstone

    given = parser().parse_args(arguments)
    with opened(given) as archive:
        id = archive.find(given.id)
        inventory = archive.store.find(id)
        assert inventory is not None
        if is_tombstone(inventory):
            _show_tombstone(archive, inventory, as_json=given.json)
            return errors.OK
        story = Story(archive.store, inventory, given.version)
        if given.json:
            terminal.result_json(story_json(archive, story))
        elif given.events:
            rows = ((each.at, each.type, each.detail, _agents(each)) for each in story.events)
            tables.show(("when", "event", "detail", "by"), rows, wide=1, under=(2, 3))
        else:
            tables.pairs(_facts(archive, story))
    return errors.OK


def _facts(archive: Archive, story: Story) -> Iterator[tuple[str, str]]:
    from converter.archive.near_duplicates import title
    from converter.archive.story import RELATIONS

    yield "id", story.id
    yield "title", title(story.article)
    yield "version", f"{story.version}, the story's version {story.article.version}"
    for each in archive.restrictions(story):
        yield "state", each.words
    if story.hold:
        yield "on hold", story.hold
    if story.retain_until:
        yield "keep until", story.retain_until
    for relation in RELATIONS:
        for other in story.links(relation):
            yield relation.replace("-", " "), other
    yield "folder", archive.store.path(story.id)
    for path, digest in story.files.items():
        yield "file", f"{path}  {story.inventory.algorithm} {digest[:16]}…"
    last = story.events[-1] if story.events else None
    if last:
        yield "last", f"{last.at} {last.type}: {last.detail}"


def _agents(event: Event) -> str:
    return ", ".join(each.name for each in event.agents)


def story_json(archive: Archive, story: Story) -> dict[str, object]:
    """Return all that the archive knows of a story."""
    import json

    from converter.archive.near_duplicates import title
    from converter.archive.story import RELATIONS

    return {
        "id": story.id,
        "head": story.inventory.head,
        "showing": story.version,
        "version": story.article.version,
        "status": story.article.status,
        "title": title(story.article),
        "restrictions": [{"kind": each.kind, "what": each.what} for each in archive.restrictions(story)],
        "hold": story.hold,
        "retain_until": story.retain_until,
        "links": {relation: story.links(relation) for relation in RELATIONS},
        "folder": archive.store.path(story.id),
        "algorithm": story.inventory.algorithm,
        "files": story.files,
        "events": [json.loads(each.serialise()) for each in story.events],
    }


def _show_tombstone(archive: Archive, inventory: Inventory, *, as_json: bool) -> None:
    import json

    from converter.archive.story import TOMBSTONE

    record = json.loads(archive.store.read(inventory.id, TOMBSTONE))
    if as_json:
        terminal.result_json({"tombstone": record})
        return
    tables.pairs(
        [
            ("id", inventory.id),
            ("state", "purged: nothing of it is left here"),
            ("when", str(record.get("purged"))),
            ("why", str(record.get("reason"))),
            ("by", str(dict(record.get("by") or {}).get("name"))),
        ]
    )
