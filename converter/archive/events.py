"""Events: what was done to a story, when, by whom, with what outcome (PREMIS 3 in meaning).

Each event is one line of JSON in `events.jsonl` of the version that it made;
a version holds the events of all versions up to it. A check of fixity makes no
version: those events lie in the fixity log.
"""

from __future__ import annotations

import json
import uuid
from functools import lru_cache

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Literal, TypeAlias

    Role: TypeAlias = Literal["source", "outcome"]

FILE = "events.jsonl"

TYPES = (
    "ingestion",
    "message digest calculation",
    "format identification",
    "validation",
    "normalization",
    "creation",
    "migration",
    "fixity check",
    "replication",
    "deaccession",
    "deletion",
    "metadata modification",
    "redaction",
    "information package creation",
)
"""The types that are used, in the words of the Library of Congress's event type vocabulary."""

SUCCESS, FAILURE = "success", "failure"

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:converter:event")


class Agent(Value):
    """Who or what did it (PREMIS 3, agent)."""

    name: str
    kind: str = "software"
    """`software`, `person` or `organization`."""
    version: str | None = None


class Part(Value):
    """A file that an event is about."""

    path: str
    sha256: str
    role: Role


class Event(Value):
    """One event (PREMIS 3 §2)."""

    id: str
    """A `urn:uuid:` of version 5 from object, version, type and ordinal: the same act has always the same one."""
    type: str
    at: str
    outcome: str
    detail: str = ""
    agents: tuple[Agent, ...] = ()
    parts: tuple[Part, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """What a program must find again, as names and texts in order; a name may stand several times."""

    def facts_of(self, name: str) -> tuple[str, ...]:
        """Return the texts of the facts of that name, in order."""
        return tuple(text for key, text in self.facts if key == name)

    def fact(self, name: str) -> str | None:
        """Return the text of the last fact of that name, or None."""
        return next(iter(self.facts_of(name)[::-1]), None)

    def _check(self) -> None:
        if self.type not in TYPES:
            raise ValueError(f"{self.type!r} is no type of event")

    def serialise(self) -> bytes:
        """Return the event as one line of JSON, without its newline."""
        record: dict[str, Any] = {"id": self.id, "type": self.type, "at": self.at, "outcome": self.outcome}
        if self.detail:
            record["detail"] = self.detail
        record["agents"] = [
            {"name": each.name, "kind": each.kind, **({"version": each.version} if each.version else {})}
            for each in self.agents
        ]
        record["objects"] = [{"path": each.path, "sha256": each.sha256, "role": each.role} for each in self.parts]
        if self.facts:
            record["facts"] = [list(each) for each in self.facts]
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def event_id(object_id: str, version: str, type: str, ordinal: int) -> str:
    """Return the id of the ordinal-th event of its type that made a version."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, chr(10).join((object_id, version, type, str(ordinal))))}"


def parse(content: bytes) -> Event:
    """Return the event of a stored line. Raises ValueError for what is none."""
    record = json.loads(content)
    try:
        return Event(
            id=record["id"],
            type=record["type"],
            at=record["at"],
            outcome=record["outcome"],
            detail=record.get("detail", ""),
            agents=tuple(_agent(each["name"], each["kind"], each.get("version")) for each in record["agents"]),
            parts=tuple(Part(each["path"], each["sha256"], each["role"]) for each in record["objects"]),
            facts=tuple((str(name), str(text)) for name, text in record.get("facts", ())),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("is no event") from error


@lru_cache(maxsize=64)
def _agent(name: str, kind: str, version: str | None) -> Agent:
    """Return the agent; the same few stand in most events."""
    return Agent(name, kind, version)


def parse_all(content: bytes) -> tuple[Event, ...]:
    """Return the events of a stored file. Raises ValueError for a line that is none."""
    return tuple(parse(line) for line in content.splitlines())


def serialise_all(events: Iterable[Event]) -> bytes:
    """Return the events as the file that a version holds: a line each."""
    return b"".join(each.serialise() + b"\n" for each in events)
