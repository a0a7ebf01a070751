"""The ledger: one line for each acknowledged version, each with the hash of the line before it.

It makes visible what OCFL by itself does not: an object deleted whole, rolled
back, forged with digests that match, or a cut end. How its lines are kept is
the store's part; what they mean and how they hold together is here.
"""

from __future__ import annotations

import hashlib
import json
import os
from itertools import islice

from converter.core.errors import FixityError
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from converter.archive.disk import Disk

START = "0" * 64
"""The hash before the first line."""


class Line(Value):
    """One line of the ledger, and where it stands."""

    at: str
    """When the version was put, a date-time with a zone."""
    id: str
    head: str
    """The version that was acknowledged, `v2`."""
    inventory: str
    """SHA-512 of that version's inventory."""
    how: str
    """`put`, `adopted`, `replicated`, `purged`, `packed`."""
    previous: str
    """SHA-256 of the line before, without its newline; of the first, 64 zeros."""

    def serialise(self) -> bytes:
        """Return the line without its newline."""
        record = {
            "at": self.at,
            "head": self.head,
            "how": self.how,
            "id": self.id,
            "inv": self.inventory,
            "prev": self.previous,
        }
        return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def hash(self) -> str:
        """Return what the next line calls `prev`, and what a seal holds."""
        return hashlib.sha256(self.serialise()).hexdigest()


def parse(content: bytes) -> Line:
    """Return the line of stored bytes. Raises ValueError for what is no line, or not written as we write one."""
    record = json.loads(content)
    try:
        line = Line(record["at"], record["id"], record["head"], record["inv"], record["how"], record["prev"])
    except (KeyError, TypeError) as error:
        raise ValueError("is no line of a ledger") from error
    if line.serialise() != content:
        raise ValueError("is not written as a line of a ledger is")
    return line


def chained(lines: Iterable[bytes], previous: str = START, first: int = 1) -> Iterator[Line]:
    """Yield the lines, each checked to follow the one before. Raises FixityError that names the first that does not."""
    for number, content in enumerate(lines, first):
        try:
            line = parse(content)
        except ValueError as error:
            raise FixityError(f"line {number} {error}", where="ledger") from error
        if line.previous != previous:
            raise FixityError(f"line {number} does not follow the line before it", where="ledger")
        previous = hashlib.sha256(content).hexdigest()
        yield line


def whole(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file that comes in pieces, without their newlines; a torn last one is left out."""
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines


class Seal(Value):
    """The end of a ledger at some time, to be kept elsewhere: who rewrites the whole root cannot rewrite it there."""

    count: int
    """How many lines the ledger had."""
    hash: str
    """SHA-256 of the last of them."""
    at: str
    """When the last of them was put."""


def seal(lines: Iterable[Line]) -> Seal:
    """Return the seal of a ledger that is read from its start."""
    count, last = 0, None
    for line in lines:
        count, last = count + 1, line
    return Seal(count, last.hash() if last else START, last.at if last else "")


# ── The files of a folder store ─────────────────────────────────────────────

FILE_BYTES = 64 << 20
"""A file is closed at this size; the next begins with the hash of its last line."""


def file_name(number: int) -> str:
    """Return the name of the ledger's number-th file."""
    return "ledger.jsonl" if number == 1 else f"ledger.{number:04d}.jsonl"


class LedgerFiles:
    """The ledger as files in a folder; whoever appends holds the lock of the root's ledger."""

    def __init__(self, folder: str, disk: Disk, file_bytes: int = FILE_BYTES) -> None:
        self._folder, self._disk, self._file_bytes = folder, disk, file_bytes
        self._mark = (0, 1, 0, START)
        """Where the last reading ended: position, number of the file, offset in it, hash of the line before."""

    def read(self, start: int = 0) -> Iterator[Line]:
        """Yield the lines from a position on, their chain checked. Raises FixityError."""
        position, number, offset, previous = self._mark if self._mark[0] <= start else (0, 1, 0, START)
        place = [number, offset]
        lines = self._lines(place)
        last = None
        for skipped in islice(lines, start - position):
            position, last = position + 1, skipped
        if position < start:
            return
        if last is not None:
            previous = hashlib.sha256(last).hexdigest()
        line = None
        for line in chained(lines, previous, start + 1):
            position += 1
            yield line
        self._mark = (position, place[0], place[1], line.hash() if line else previous)

    def _lines(self, place: list[int]) -> Iterator[bytes]:
        """Yield the lines from a place on, and keep the place of the next one in it."""
        while True:
            try:
                with open(self._path(place[0]), "rb") as file:
                    file.seek(place[1])
                    for line in file:
                        if line.endswith(b"\n"):  # Without one, it is being written or was torn.
                            place[1] += len(line)
                            yield line[:-1]
            except FileNotFoundError:
                return
            if not os.path.exists(self._path(place[0] + 1)):
                return
            place[:] = [place[0] + 1, 0]

    def append(self, lines: Sequence[Line], *, flush: bool) -> None:
        """Append lines; their `previous` is set here. Raises OSError, and then none of them is in the ledger."""
        number = self._last()
        previous = self._mend(number)
        if self._size(number) >= self._file_bytes:
            number += 1
        written: list[bytes] = []
        for line in lines:
            written.append(line.replace(previous=previous).serialise())
            previous = hashlib.sha256(written[-1]).hexdigest()
        is_new = self._disk.append(self._path(number), b"".join(each + b"\n" for each in written), flush=flush)
        if is_new and flush:
            self._disk.flush(self._folder)

    def torn(self) -> str | None:
        """Return the path of the file whose last line is torn, if one is."""
        path = self._path(self._last())
        try:
            with open(path, "rb") as file:
                if file.seek(0, os.SEEK_END) == 0:
                    return None
                file.seek(-1, os.SEEK_END)
                return path if file.read(1) != b"\n" else None
        except FileNotFoundError:
            return None

    def _mend(self, number: int) -> str:
        """Cut what was torn off the last file's end, and return the hash of the last line that is whole."""
        self._disk.mend_lines(self._path(number))
        while number:
            size = self._size(number)
            end = b""
            # The last line is whole when the newline before it is read too.
            while len(end) < size and end.count(b"\n") < 2:
                length = min(size, 2 * len(end) + 4096)
                with open(self._path(number), "rb") as file:
                    file.seek(size - length)
                    end = file.read(length)
            if end:
                return hashlib.sha256(end[:-1].rpartition(b"\n")[2]).hexdigest()
            number -= 1
        return START

    def _last(self) -> int:
        number = 1
        while os.path.exists(self._path(number + 1)):
            number += 1
        return number

    def _size(self, number: int) -> int:
        try:
            return os.stat(self._path(number)).st_size
        except FileNotFoundError:
            return 0

    def _path(self, number: int) -> str:
        return os.path.join(self._folder, file_name(number))
