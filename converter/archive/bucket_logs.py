"""Logs in a bucket, the ledger among them: keys that grow by swaps, each followed by the next when it is large.

Whoever appends has read the key's end, as else the swap fails: so nobody
appends a second time what another has appended for it.
"""

from __future__ import annotations

import hashlib

from converter.archive.ledger import START, chained

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from converter.archive.bucket_files import Bucket
    from converter.archive.ledger import Line

_KEY_BYTES = 128 << 10
"""Each append writes the last key again: larger keys cost more bytes, smaller ones more requests to read."""


class BucketLog:
    """A log: `NAME.jsonl`, then `NAME.0002.jsonl`, … as the ledger's files are called on a disk."""

    def __init__(self, bucket: Bucket, path: str, key_bytes: int = _KEY_BYTES) -> None:
        self._bucket, self._key_bytes = bucket, key_bytes
        self._folder, _, name = path.rpartition("/")
        self._stem, dot, end = name.rpartition(".")
        self._end = dot + end
        self._counts: dict[int, int] = {}
        """Number of a key that grows no more → how many lines it has."""

    def read(self, start: int = 0) -> Iterator[bytes]:
        """Yield the lines from a position on, oldest first."""
        first = 0
        numbers = self._numbers()
        for number in range(1, numbers + 1):
            if first + self._counts.get(number, 0) > start or number not in self._counts:
                lines = self._bucket.read(self._path(number)).splitlines()
                if number < numbers:
                    self._counts[number] = len(lines)
                yield from lines[max(0, start - first) :]
                first += len(lines)
            else:
                first += self._counts[number]

    def append(self, make: Callable[[bytes | None], Sequence[bytes]]) -> None:
        """Append what `make` returns, given the last line; it is asked again when another writer was first.

        Nothing is appended when it returns nothing.
        """
        while True:
            number = self._numbers()
            content, tag = self._bucket.get(self._path(number)) if number else (b"", "")
            lines = content.splitlines()
            more = b"".join(each + b"\n" for each in make(lines[-1] if lines else None))
            if not more:
                return
            if number and len(content) < self._key_bytes:
                if self._bucket.swap(self._path(number), content + more, tag):
                    return
            elif self._bucket.create(self._path(number + 1), more):
                return

    def _numbers(self) -> int:
        try:
            names = {each.name for each in self._bucket.entries(self._folder)}
        except FileNotFoundError:
            return 0
        number = 0
        while self._path(number + 1).rpartition("/")[2] in names:
            number += 1
        return number

    def _path(self, number: int) -> str:
        return f"{self._folder}/{self._stem}{f'.{number:04d}' if number > 1 else ''}{self._end}"


class BucketLedger:
    """The ledger as such a log, and which versions it has."""

    def __init__(self, bucket: Bucket, path: str) -> None:
        self._log = BucketLog(bucket, path)
        self._count, self._previous = 0, START
        self._known: dict[int, int] = {}
        """8 bytes of a hash of each line's id, version, inventory and `how` → its last position, while it counts."""
        self._put_at: dict[int, int] = {}
        """The same of each put, also of what was taken away later."""

    def read(self, start: int = 0) -> Iterator[Line]:
        """Yield the lines from a position on, their chain checked. Raises FixityError."""
        lines = self._log.read(start - 1 if start else 0)
        previous = START
        if start:
            before = next(lines, None)
            if before is None:
                return
            previous = hashlib.sha256(before).hexdigest()
        yield from chained(lines, previous, start + 1)

    def has(self, id: str, head: str, inventory: str) -> bool:
        """Return whether a version is acknowledged, however it came."""
        key = _key(id, head, inventory, "put")
        if key not in self._known:
            self.learn()
        return key in self._known

    def append(self, lines: Sequence[Line], since: int | None = None) -> None:
        """Append lines, but for those that are there; their `previous` is set here.

        A line that came after the position `since` is one that another writer appended for the caller, even if what it
        says has been taken away meanwhile.
        """

        def make(last: bytes | None) -> list[bytes]:
            previous = hashlib.sha256(last).hexdigest() if last is not None else START
            if previous != self._previous:
                self.learn()  # Should another append meanwhile, the swap fails, and this is asked again.
            made: list[bytes] = []
            for line in lines:
                key = _key(line.id, line.head, line.inventory, line.how)
                if key not in self._known and (since is None or self._put_at.get(key, -1) < since):
                    made.append(line.replace(previous=previous).serialise())
                    previous = hashlib.sha256(made[-1]).hexdigest()
            return made

        self._log.append(make)

    def learn(self) -> int:
        """Read what is new, and return how many lines there are."""
        for line in self.read(self._count):
            put, own = (_key(line.id, line.head, line.inventory, how) for how in ("put", line.how))
            if line.how == "packed":
                # What was taken away may be put again, the very same: then its line counts no more.
                self._known.pop(put, None)
            else:
                self._known.pop(_key(line.id, line.head, line.inventory, "packed"), None)
                self._known[put] = self._put_at[put] = self._count
            self._known[own] = self._count
            self._count, self._previous = self._count + 1, line.hash()
        return self._count


def _key(id: str, head: str, inventory: str, how: str) -> int:
    if how not in ("purged", "packed"):
        how = "put"  # A put that another finished is `adopted`: the same version all the same.
    return int.from_bytes(hashlib.sha256(f"{head} {inventory} {how} {id}".encode()).digest()[:8], "big")
