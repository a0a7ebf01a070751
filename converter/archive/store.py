"""The contract of a store: what keeps OCFL objects, in words; `converter.testing.check_store` holds a store to it.

Two stores are ours: `converter.archive.folder` (a file system) and
`converter.archive.bucket` (an object store). A store knows objects, files and
the ledger; what a story is, it does not know.

Promises of every store:

1. *Acknowledged means durable.* A receipt is given only when the version and its line in the ledger survive a power cut
   (with the durability `none`, only a kill of the process).
2. *Old or new, never half.* Whoever reads while a put runs gets version N or N+1, each whole.
3. *First come.* Of two writers that put on the same head, one wins and the other gets `Conflict`.
4. *Nothing by itself.* A store changes what is asked for; `repair` mends what a crash left, and leaves damage as it is.
5. *Noted with the act.* The notes of a put, replacement or adoption are in their logs when it is acknowledged, once
   each, and in none when it is not: whoever finishes the act after a kill writes them.
"""

from __future__ import annotations

from converter.core.errors import ArchiveError
from converter.core.spelling import Spelt
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal, Protocol, TypeAlias

    from converter.archive.inventory import Inventory, NewVersion
    from converter.archive.ledger import Line
    from converter.archive.tree import Tree

    Durability: TypeAlias = Literal["group", "each", "none"]
    Note: TypeAlias = tuple[str, bytes]
    """One of our logs (`events/2026-11.jsonl`), and a line for it, without its newline."""

DECLARATION = "0=ocfl_1.1"
"""The file that makes a folder or a prefix a root, of the version that we write (OCFL 1.1 §4.2)."""
DECLARATIONS = frozenset((DECLARATION, "0=ocfl_1.0"))
"""Those of the versions that we read."""
AREA = "extensions/x-news-archive"
"""Our own part of a root, which other OCFL tools pass by: staging, locks, ledger, logs, catalogue."""


class Conflict(ArchiveError):
    """Another writer put a version on the same head first: read again, decide again."""

    ids: tuple[str, ...] = ()
    """The objects that lost, when a group was flushed."""


def init(place: str) -> Spelt:
    """Return how an archive is made at a place, for an error's way out."""
    return Spelt("Archive.open(…, create=True)", f"convert archive init {place}")


class ReadOnly(ArchiveError):
    """The root is of a layout or a version that we can read but must not write."""


class Receipt(Value):
    """What is durable now."""

    id: str
    version: str
    """`v1`, `v2`, …"""
    inventory: str
    """SHA-512 of the version's inventory, as the ledger has it."""
    how: str = "put"
    """`put`, `adopted`, `purged`, `packed`, `replicated`: the ledger's word."""


class Mend(Value):
    """One thing that `repair` did (or, `--dry-run`, would do)."""

    what: str
    """A stable code: `swept-staging`, `rolled-forward`, `wrote-sidecar`, `put-back`, `adopted`, `noted`, `cut-tail`,
    `removed-folder`."""
    path: str
    """Relative to the root."""
    words: str


if TYPE_CHECKING:

    class Group(Protocol):
        """Puts that are flushed together: none is acknowledged before its flush.

        A context manager; leaving it flushes, leaving it by an exception drops
        what was not flushed. A put of an id that waits in the group already
        flushes the group first, and so does one of a later version than `v1`:
        updates are flushed singly.
        """

        def put(self, id: str, new: NewVersion, after: Inventory | None) -> tuple[Receipt, ...]:
            """Stage a version; return the receipts of what a flush on the way has acknowledged, mostly none.

            Raises Conflict as `Store.put` does, now or at the flush; a `Conflict` at the flush of several names the
            ids that lost in `ids` and the others are acknowledged. Receipts that an error kept back come with the
            next return of `put` or `flush`: call `flush` after an error.
            """

        def flush(self) -> tuple[Receipt, ...]:
            """Make all that waits durable, append it to the ledger, and return its receipts, in order."""

        def __enter__(self) -> Group: ...

        def __exit__(self, *exception: object) -> None: ...

    class Store(Protocol):
        """A root of OCFL objects that may be written to."""

        @property
        def place(self) -> str:
            """The root as the caller named it: a path or an address, for messages."""

        @property
        def tree(self) -> Tree:
            """The root's files, to be read; what `verify` walks over."""

        @property
        def writable(self) -> bool:
            """Whether puts are possible; a root of an unknown layout is only read."""

        def find(self, id: str) -> Inventory | None:
            """Return the inventory of an object's head, whole, or None where there is no such object.

            The root inventory counts when its digest is that of the root sidecar *or* of the sidecar in its head
            version's folder; else it is read again (20 tries, 5 ms). Raises FixityError when it stays wrong.
            """

        def path(self, id: str) -> str:
            """Return the object's folder, relative to the root, whether or not it is there."""

        def read(self, id: str, path: str, version: str | None = None, *, seen: Inventory | None = None) -> bytes:
            """Return the bytes of a logical path, checked. Raises FixityError (path, both digests) or ArchiveError.

            With `seen`, an inventory of the object that the caller has, the head is looked up only where the content
            is not what that says: bytes that have the digest are the right ones, whatever was put meanwhile.
            """

        def ids(self) -> Iterator[str]:
            """Yield the id of every object, by its place in the root, in constant memory."""

        def put(self, id: str, new: NewVersion, after: Inventory | None, *, notes: Sequence[Note] = ()) -> Receipt:
            """Store a version on the head that the caller saw (`after`; None: the object is not there yet).

            Durable when it returns. Raises Conflict when the head is another by now, CannotWrite with the path for a
            full or failing disk (then nothing has been stored), ReadOnly.
            """

        def group(self, size: int = 64) -> Group:
            """Return a group; it flushes by itself at `size` puts."""

        def replace(
            self,
            id: str,
            new: NewVersion | tuple[NewVersion, ...],
            after: Inventory,
            *,
            how: str,
            notes: Sequence[Note] = (),
        ) -> Receipt:
            """Put the new version in the place of the whole object, as its `v1`: nothing that was in it stays.

            Of several versions, oldest first, the object is made anew in the same one step: a purge of some versions.
            For a purge (its tombstone) and a pack. The ledger says `how`, once, of the last of them.
            """

        def remove(self, id: str, after: Inventory, *, how: str, at: str = "") -> Receipt:
            """Take the whole object away, with a ledger line that says `how` (`packed`), and when.

            Without `at` it says when the head was put.
            """

        def adopt(
            self, id: str, files: Iterable[tuple[str, bytes]], *, how: str, notes: Sequence[Note] = ()
        ) -> Receipt:
            """Store a whole object, all its versions, as another root or a bag has it: paths in it → bytes.

            It is verified where it is staged, before it can be seen. Raises FixityError, Conflict when it is there.
            """

        def settle(self, id: str) -> None:
            """Wait until no put of the object is on its way, and finish or undo what a dead writer left of one.

            After it, what `find` returns is acknowledged: who wants to report a story as *unchanged* calls it first.
            """

        def ledger(self, start: int = 0) -> Iterator[Line]:
            """Yield the lines of the ledger from a position on, oldest first, their chain checked on the way."""

        def append(self, log: str, lines: Sequence[bytes]) -> None:
            """Append lines, without their newline, to one of our logs (`fixity/2026-11.jsonl`), durably."""

        def log(self, log: str) -> Iterator[bytes]:
            """Yield the lines of a log, a torn last one left out; nothing where there is no such log."""

        def set_aside(self, name: str, files: Iterable[tuple[str, bytes]]) -> str:
            """Keep files in `quarantine/NAME/` of our area, whole or not at all; return that folder."""

        def repair(self, *, dry_run: bool = False) -> tuple[Mend, ...]:
            """Mend what a crash left, and nothing else; return what was done."""

        def close(self) -> None:
            """Let go of the writer's staging and locks."""
