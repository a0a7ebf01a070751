"""History: what each version of a story was made by, read from the events that it added."""

from __future__ import annotations

from converter.archive.event_builder import ACT
from converter.archive.story import Story
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.archive.events import Agent, Event
    from converter.archive.inventory import Inventory
    from converter.archive.store import Store


class Step(Value):
    """One version of an object, and how it came about."""

    id: str
    version: str
    """Of the object, `v2`."""
    number: int | None
    """The story's own version."""
    at: str
    act: str
    """`archived`, `corrected`, `withdrawn`, `held`, … in a word."""
    words: str
    """What was done, in a line."""
    agents: tuple[Agent, ...] = ()
    events: tuple[Event, ...] = ()
    """What the version added."""


def steps(store: Store, inventory: Inventory) -> Iterator[Step]:
    """Yield what made each version, oldest first; a version of another tool's making has its message only."""
    before: frozenset[str] = frozenset()
    number: int | None = None
    for name, version in inventory.versions.items():
        events = Story(store, inventory, name).events
        new = tuple(event for event in events if event.id not in before)
        before = frozenset(event.id for event in events)
        act = next((event for event in reversed(new) if event.fact(ACT)), None)  # After a purge, of several the last.
        told = act.fact("version") if act else None
        number = int(told) if told and told.isascii() and told.isdigit() else number
        words = version.message or ""
        agents = act.agents if act else ()
        yield Step(
            inventory.id, name, number, version.created, (act.fact(ACT) if act else None) or "", words, agents, new
        )
