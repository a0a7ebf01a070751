"""A writer's staging: one folder with a lock in it, and in that a folder for each put on its way, or group of puts.

Such a folder says what is to be done with what lies in it (`act.json`), so that
whoever finds it after its writer died can finish or undo it without a walk over
the root (`converter.archive.repair`).
"""

from __future__ import annotations

import itertools
import json
import os
from contextlib import suppress

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, TypeAlias

    from converter.archive.disk import Disk
    from converter.archive.store import Note

    Kind: TypeAlias = Literal["new", "update", "replace", "remove"]

RESTORED = "restored"
"""How an object comes back that a copy has, in an act: the ledger gets no line of it."""
ACT = "act.json"
LOCK = ".lock"


class Act(Value):
    """What a put on its way is to do."""

    kind: Kind
    id: str
    head: str
    """The version that is put; of a removal, the one that goes."""
    inventory: str
    """SHA-512 of its inventory, as the ledger will have it."""
    how: str
    at: str
    notes: tuple[Note, ...] = ()
    """What the logs are to say of it: whoever finishes the put writes that too."""
    staged: str = "obj"
    """The name of its object in the folder in staging: a group has several in one."""


def serialise(acts: Sequence[Act]) -> bytes:
    """Return the bytes of `act.json`."""
    records = [{**each._items(), "notes": [[log, line.decode()] for log, line in each.notes]} for each in acts]
    return json.dumps(records, sort_keys=True, separators=(",", ":")).encode()


def parse(content: bytes) -> list[Act]:
    """Return the acts of stored bytes. Raises ValueError for what are none, as a kill may leave it."""
    try:
        records = json.loads(content)
        return [
            Act(**{**each, "notes": tuple((log, line.encode()) for log, line in each.get("notes", ()))})
            for each in (records if isinstance(records, list) else [records])  # One alone, by our first builds.
        ]
    except (TypeError, AttributeError) as error:
        raise ValueError("are no acts") from error


class Staging:
    """The staging of one process; `path` is its folder."""

    def __init__(self, area: str, disk: Disk) -> None:
        self._disk = disk
        self._count = itertools.count(1)
        self.process = os.getpid()
        self.path = os.path.join(area, "staging", f"{self.process}-{os.urandom(6).hex()}")
        # A folder whose lock is free is swept: it must not be seen before its lock is held.
        self._sweep_lock = os.path.join(area, "locks", "sweep.lock")
        with disk.locked(self._sweep_lock, shared=True):
            disk.make_folder(self.path)
            self._lock = disk.lock(os.path.join(self.path, LOCK))

    def begin(self, *acts: Act) -> str:
        """Return a new folder; with its acts in it, where they are known by now."""
        folder = os.path.join(self.path, f"t{next(self._count)}")
        self._disk.make_folder(folder)
        if acts:
            self.declare(folder, acts)
        return folder

    def declare(self, folder: str, acts: Sequence[Act]) -> None:
        """Say what is to be done with what lies in a folder, before any of it is; a folder that cannot say it goes."""
        try:
            # What adds to the root is found by a walk over it, after a power cut that took this with it. What takes an
            # object out of the root must say so here first, durably; and a note is found nowhere else.
            flush = any(each.kind in ("replace", "remove") or each.notes for each in acts)
            self._disk.write(os.path.join(folder, ACT), serialise(acts), flush=flush)
            if flush:
                for each in (folder, self.path, os.path.dirname(self.path)):
                    self._disk.flush(each)
        except OSError:
            with suppress(OSError):
                self._disk.remove_tree(folder)
            raise

    def close(self) -> bool:
        """Drop the lock, and remove the folder; return whether a put is left in it, for a sweep to settle."""
        is_left = True
        try:
            if self.process == os.getpid() and os.listdir(self.path) == [LOCK]:
                # A sweep must not meet it half removed: without its lock file it looks like a dead writer's.
                with self._disk.locked(self._sweep_lock, shared=True):
                    self._disk.remove_tree(self.path)
                is_left = False
        finally:
            os.close(self._lock)
        return is_left and self.process == os.getpid()
