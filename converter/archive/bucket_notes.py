"""Notes in a bucket: lines for our logs that go with a put, until they are there.

A bucket cannot change two keys at once. So a note lies under a key of its own
before its put is decided, and goes from there to its log afterwards. What a
dead writer left lying, `repair` finishes when it is old: younger, its writer
may still be at it.
"""

from __future__ import annotations

import json
import os
import time

from converter.archive.bucket_logs import BucketLog
from converter.archive.layout import require_inside
from converter.archive.store import AREA, Mend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.archive.bucket_files import Bucket
    from converter.archive.bucket_logs import BucketLedger
    from converter.archive.store import Note

FOLDER = "noted"


class BucketNotes:
    """The notes of one root that are on their way."""

    def __init__(self, bucket: Bucket, ledger: BucketLedger) -> None:
        self._bucket, self._ledger = bucket, ledger

    def promise(self, id: str, head: str, inventory: str, notes: Sequence[Note]) -> str:
        """Keep the notes of a put that is about to be decided; return their key, nothing where there are none."""
        if not notes:
            return ""
        record = {
            "head": head,
            "id": id,
            "inv": inventory,
            "notes": [[require_inside(log), line.decode()] for log, line in notes],
        }
        path = f"{AREA}/{FOLDER}/{os.urandom(8).hex()}.jsonl"
        self._bucket.put(path, json.dumps(record, ensure_ascii=False, sort_keys=True).encode() + b"\n")
        return path

    def keep(self, path: str, notes: Sequence[Note]) -> None:
        """Append the notes of a put that is acknowledged to their logs."""
        lines: dict[str, list[bytes]] = {}
        for log, line in notes:
            lines.setdefault(log, []).append(line)
        for log, each in lines.items():
            self.log(log).append(lambda last, each=each: each)  # type: ignore[misc]
        self.drop(path)

    def drop(self, path: str) -> None:
        """Forget the notes of a put that is done, or came to nothing."""
        if path:
            self._bucket.delete(path)

    def log(self, log: str) -> BucketLog:
        """Return one of our logs."""
        return BucketLog(self._bucket, f"{AREA}/{require_inside(log)}")

    def mend(self, old_after_s: float, *, dry_run: bool) -> Iterator[Mend]:
        """Yield the notes that their writers, who are dead by now, left lying: those of puts that came about."""
        for key in list(self._bucket.keys(f"{AREA}/{FOLDER}")):
            if time.time() - key.modified < old_after_s:
                continue
            try:
                record = json.loads(self._bucket.read(key.path))
                is_done = self._ledger.has(record["id"], record["head"], record["inv"])
                notes = [(log, line.encode()) for log, line in record["notes"]] if is_done else []
            except (FileNotFoundError, ValueError, KeyError, TypeError):
                continue  # Another repair was first; or it is none of ours, and left as it is.
            missing = [(log, line) for log, line in notes if line not in self.log(log).read()]
            if not dry_run:
                self.keep(key.path, missing)
            if missing:
                yield Mend("noted", key.path, "an act that its writer did and could not note")
