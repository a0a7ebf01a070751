"""The journal: what came of each input of a batch, so that the same command goes on where it was ended.

An input is known again by the real path of its folder, its path in that, and
the SHA-256 of its bytes: a path alone would let two folders pass for one. A
batch is known again by what is asked for, limits aside. Each run of it appends
to a file of its own, a line an input, and reads those of all runs before. The
journal only saves work: what it does not know is done again, and gives the
same bytes.
"""

from __future__ import annotations

import json
import os
from collections import Counter

from converter.batches.job import Entry, Reason
from converter.batches.scratch import scratch
from converter.io.hash import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from converter.batches.job import Input
    from converter.batches.state import Keeper
    from converter.conversion.plan import Request

_SCHEMA = "CREATE TABLE entry (key BLOB PRIMARY KEY, line BLOB) WITHOUT ROWID;"


class Journal:
    """The journal of one batch, and of this run of it."""

    def __init__(self, keeper: Keeper, batch: str) -> None:
        self._keeper = keeper
        self._table = scratch(_SCHEMA)
        self._counts: Counter[str] = Counter()
        """Real path of a folder → how many of its inputs there are entries of."""
        runs = sorted(name for name in keeper.logs() if name.startswith(f"{batch}."))
        for name in runs:
            self._read(keeper.log(name))
        last = max((int(name.split(".")[1][:8]) for name in runs), default=0)
        self.name = f"{batch}.{last + 1:08d}-{os.urandom(4).hex()}.jsonl"
        """The file of this run; two runs at once have two."""

    def find(self, input: Input) -> Entry | None:
        """Return what earlier runs say of an input."""
        found = self._table.execute(
            "SELECT line FROM entry WHERE key = ?", (_key(input.folder, input.path),)
        ).fetchone()
        return parse(found[0]) if found else None

    def count(self, folders: Iterable[str]) -> int:
        """Return of how many inputs of these folders there are entries, also of such as are there no longer."""
        return sum(self._counts[folder] for folder in folders)

    def append(self, entries: Iterable[Entry]) -> None:
        """Add entries, durably. Raises CannotWrite."""
        lines = [(entry, serialise(entry)) for entry in entries]
        self._keeper.append(self.name, [line for _, line in lines])
        for entry, line in lines:
            self._note(entry, line)

    def _note(self, entry: Entry, line: bytes) -> None:
        key = _key(entry.folder, entry.path)
        if self._table.execute("INSERT OR IGNORE INTO entry VALUES (?, ?)", (key, line)).rowcount:
            self._counts[entry.folder] += 1
        else:
            self._table.execute("UPDATE entry SET line = ? WHERE key = ?", (line, key))

    def _read(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            try:
                entry = parse(line)
            except ValueError:  # Damaged: what it said is done again.
                continue
            self._note(entry, line)


def batch_id(request: Request, *more: str) -> str:
    """Return what names a batch: the same for the same formats, options, metadata and style, whatever the limits."""
    asked = request.replace(limits=type(request.limits)())
    return sha256(repr((asked, more)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def serialise(entry: Entry) -> bytes:
    """Return the line of an entry, without its newline, in ASCII."""
    record: dict[str, Any] = {
        "folder": entry.folder,
        "path": entry.path,
        "sha256": entry.sha256,
        "status": entry.status,
    }
    if entry.sidecar:
        record["sidecar"] = entry.sidecar
    if entry.outputs:
        record["outputs"] = dict(entry.outputs)
    if entry.reason:
        record["reason"] = entry.reason._items()
    return json.dumps(record, sort_keys=True, separators=(",", ":")).encode("ascii")


def parse(line: bytes) -> Entry:
    """Return the entry of a line. Raises ValueError for what is none."""
    try:
        record = json.loads(line)
        reason = record.get("reason")
        return Entry(
            record["folder"],
            record["path"],
            record["sha256"],
            record.get("sidecar", ""),
            record["status"],
            record.get("outputs", {}),
            Reason(**reason) if reason else None,
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("is no line of a journal") from error


def _key(folder: str, path: str) -> bytes:
    return sha256(os.fsencode(folder) + b"\0" + os.fsencode(path)).digest()[:16]
