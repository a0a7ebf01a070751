"""The logbook: events of acts that make no version, an export or a replication, in a log of the root, a line each.

A version for each would make every inventory grow (`docs/explanation/archive.md`);
the story's history and its PREMIS read them from here.
"""

from __future__ import annotations

import json
import re

from converter.archive import events
from converter.archive.store import AREA
from converter.io.hash import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.archive.events import Event
    from converter.archive.store import Note, Store

FOLDER = "events"
_AT_ONCE = 1_000
_LOG = re.compile(r"\d{4}-\d\d\.jsonl")
"""A log of a month; a bucket goes on in `2026-11.0002.jsonl`, which is read with it."""
_SUM = b',"sum":"'


def act_id(object_id: str, version: str, type: str, at: str, detail: str) -> str:
    """Return the id of an act's event: the same act at the same time has always the same one."""
    return events.event_id(object_id, version, "\n".join((type, at, detail)), 1)


def line_of(id: str, event: Event) -> bytes:
    """Return the line of an act: object id, event, and a sum of it, by which `verify` sees a changed byte."""
    line = json.dumps({"object": id}, ensure_ascii=False).encode()[:-1] + b"," + event.serialise()[1:]
    return line[:-1] + _SUM + _sum(line) + b'"}'


def is_sound(line: bytes) -> bool:
    """Return whether a line is as it was written."""
    body, found, rest = line.rpartition(_SUM)
    return bool(found) and rest == _sum(body + b"}") + b'"}'


def told_of(line: bytes) -> tuple[str, str] | None:
    """Return the object and the version that a line tells of, or None for a line that is none."""
    try:
        record = json.loads(line)
        facts = dict(record["facts"])
        id, version = str(record["object"]), str(facts["version"])
        (id + version).encode()  # Halves of characters, which JSON can say, are no text.
        return id, version
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _sum(line: bytes) -> bytes:
    """Return the first 16 digits of the SHA-256: nobody is kept from forging a log, only a disk from changing it."""
    return sha256(line).hexdigest()[:16].encode()


def note_of(id: str, event: Event, folder: str = FOLDER) -> Note:
    """Return the log of the event's month, and the line of the act: what a store writes together with the act."""
    return f"{folder}/{event.at[:7]}.jsonl", line_of(id, event)


def record(store: Store, acts: Iterable[tuple[str, Event]], folder: str = FOLDER) -> None:
    """Append object id and event of each act to the log of its month, durably.

    For acts that change no object, or change it afterwards: a kill in between must leave no act without its event.
    """
    lines: dict[str, list[bytes]] = {}
    for id, event in acts:
        log, line = note_of(id, event, folder)
        waiting = lines.setdefault(log, [])
        waiting.append(line)
        if len(waiting) == _AT_ONCE:
            store.append(log, waiting)
            waiting.clear()
    for log, waiting in lines.items():
        if waiting:
            store.append(log, waiting)


def by_id(store: Store, ids: Iterable[str]) -> dict[str, list[Event]]:
    """Return the acts of each of some objects, oldest month first, in one reading of the log."""
    found: dict[str, list[Event]] = {id: [] for id in ids}
    for id, event in of(store):
        if id in found:
            found[id].append(event)
    return found


def of(store: Store, id: str | None = None, folder: str = FOLDER) -> Iterator[tuple[str, Event]]:
    """Yield object id and event of each act, of one object or of all, oldest month first.

    A line that is none is passed over: nothing else depends on this log.
    """
    try:
        logs = [each.name for each in store.tree.entries(f"{AREA}/{folder}") if _LOG.fullmatch(each.name)]
    except FileNotFoundError:
        return
    for log in logs:
        for line in store.log(f"{folder}/{log}"):
            try:
                found = json.loads(line)["object"]
                event = events.parse(line)
            except (ValueError, KeyError, TypeError):
                continue
            if id is None or found == id:
                yield found, event
