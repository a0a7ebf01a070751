"""The ledger: one line for each acknowledged version, each with the hash of the line before it.

It makes visible what OCFL by itself does not: an object deleted whole, rolled
back, forged with digests that match, or a cut end. How its lines are kept is
the store's part; what they mean and how they hold together is here.
"""

from __future__ import annotations

import hashlib
import json

from converter.errors import FixityError
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
