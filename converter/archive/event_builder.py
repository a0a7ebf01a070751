"""Acts: the events of one version in the making, with their agents, ids and times."""

from __future__ import annotations

from converter.archive.agents import PROGRAM, agents
from converter.archive.events import FILE, SUCCESS, Event, Part, event_id, serialise_all
from converter.archive.inventory import NewVersion, following
from converter.core.errors import UsageError
from converter.formats.item_times import is_time
from converter.model.canonical import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from converter.archive.events import Role
    from converter.archive.inventory import Inventory, User

ACT = "act"
"""The fact that says in a word what made the version: `archived`, `corrected`, `withdrawn`, `held` …"""


class Acts:
    """The events that make one version of an object. Times are values; equal acts give equal events."""

    def __init__(
        self, id: str, before: Inventory | None, events: Iterable[Event], *, at: str, by: User = PROGRAM
    ) -> None:
        if not is_time(at):
            raise UsageError(f"{at!r} is no moment", hint="such as 2026-11-25T13:00:00Z")
        self.id = id
        self.version = following(before)
        self._before = before
        self._events = list(events)
        self._at = at
        self._by = by
        self._ids = {event.id for event in self._events}

    def add(
        self,
        type: str,
        detail: str,
        parts: Iterable[tuple[str, bytes | str, Role]] = (),
        facts: Iterable[tuple[str, str]] = (),
        *,
        by_person: bool = False,
    ) -> None:
        """Add an event; a part is a path, its bytes or their SHA-256, and its role."""
        self._events.append(
            Event(
                self._unused_id(type),
                type,
                self._at,
                SUCCESS,
                detail,
                agents(self._by if by_person else PROGRAM),
                tuple(
                    Part(path, content if isinstance(content, str) else digest(content), role)
                    for path, content, role in parts
                ),
                tuple(facts),
            )
        )

    def _unused_id(self, type: str) -> str:
        """Return the id of the version's next event of the type; a purge may have used its number before."""
        ordinal = 1
        while (id := event_id(self.id, self.version, type, ordinal)) in self._ids:
            ordinal += 1
        self._ids.add(id)
        return id

    def version_with(self, files: Mapping[str, bytes | str], message: str, *, fixity: Iterable[str] = ()) -> NewVersion:
        """Return the version with these files and the events.

        `fixity` names the files whose SHA-256 the inventory keeps beside its own digests.
        """
        return NewVersion(
            created=self._at,
            message=message,
            user=self._by,
            files={**files, FILE: serialise_all(self._events)},
            fixity={path: digest(content) for path in fixity if isinstance(content := files[path], bytes)},
        )

    def carried(self) -> dict[str, bytes | str]:
        """Return all files of the head but the events: what a version has whose content is the same."""
        assert self._before is not None
        return {path: known for path, known in self._before.version().files().items() if path != FILE}
