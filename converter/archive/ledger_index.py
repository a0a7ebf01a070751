"""The ledger as `verify` needs it: every line checked, and what it says of an object at hand by the object's place.

The lines of a large root are more than may be held: they go into a temporary
table on disk that SQLite sorts, so memory stays the same whatever their
number (`docs/decisions/0076-ledger-sorted-on-disk.md`).
"""

from __future__ import annotations

import hashlib

from converter.archive import ledger
from converter.archive.findings import Finding, finding
from converter.archive.inventory import number
from converter.archive.ledger import START
from converter.archive.object_check import Acknowledged
from converter.archive.store import AREA
from converter.core.errors import ArchiveError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from converter.archive.layout import Layout
    from converter.archive.tree import Tree

    Row: TypeAlias = tuple[bytes, str, str, str, str, str]
    """Key, id, head, inventory's SHA-512, how, when."""

_ADDING = frozenset({"put", "adopted", "imported", "replicated"})
"""Words of the ledger for a version that came to those before it; the others stand for a whole object."""
_HOW = _ADDING | {"purged", "packed"}

_BATCH = 1000


class LedgerIndex:
    """Every line of a root's ledger, by the place of its object."""

    def __init__(self, tree: Tree, layout: Layout | None, pauses: Callable[[], Iterable[None]] = tuple) -> None:
        """`pauses` gives as many of them as a line that is not whole may take to become so."""
        import sqlite3

        self._tree, self._layout, self._pauses = tree, layout, pauses
        # A database without a name lies in a temporary file that is gone when it is closed.
        self._table = sqlite3.connect("")
        self._table.execute("PRAGMA cache_size = -4000")
        for name in ("line", "fresh"):
            self._table.execute(f"CREATE TABLE {name} (key BLOB, id TEXT, head TEXT, inv TEXT, how TEXT, at TEXT)")
        self._table.execute("CREATE TABLE checked (id TEXT PRIMARY KEY, at TEXT) WITHOUT ROWID")
        self._table.execute("CREATE TABLE told (id TEXT, head TEXT, PRIMARY KEY (id, head)) WITHOUT ROWID")
        self.count = 0
        """How many lines there are."""
        self.last = START
        """The hash of the last."""
        self.at = ""
        """When the last was put."""
        self.objects = 0
        """How many objects have a line."""
        self._file, self._offset = 1, 0
        """Where the next line begins."""

    def close(self) -> None:
        """Let go of the table."""
        self._table.close()

    # ── Reading it ──────────────────────────────────────────────────────────

    def load(self, seal: str | None = None) -> Iterator[Finding]:
        """Read the whole ledger, and yield what is wrong with it."""
        if not self._tree.exists(self._path(1)):
            yield finding("ledger-missing", self._path(1))
        sealed = seal in (None, START)
        rows: list[Row] = []
        for line, place, faults in self._lines():
            sealed = sealed or self.last == seal
            yield from faults
            if line is None:
                continue
            key = self._key(line.id)
            if key is None:
                yield finding(
                    "ledger-line-broken", place, line=self.count, reason=f"no object can have the id {line.id}"
                )
                continue
            rows.append((key, line.id, line.head, line.inventory, line.how, line.at))
            if len(rows) == _BATCH:
                self._insert("line", rows)
        self._insert("line", rows)
        if not sealed:
            yield finding("seal-missing", self._path(1), seal=seal)
        self._table.execute("CREATE INDEX by_key ON line (key)")
        ((self.objects,),) = self._table.execute("SELECT count(DISTINCT key) FROM line")

    def refresh(self) -> None:
        """Read what a writer has appended since; what is wrong in that, the next run says."""
        rows: list[Row] = []
        for line, _, _ in self._lines():
            if line is not None and (key := self._key(line.id)) is not None:
                rows.append((key, line.id, line.head, line.inventory, line.how, line.at))
        self._insert("fresh", rows)

    def _lines(self) -> Iterator[tuple[ledger.Line | None, str, list[Finding]]]:
        """Yield each further line, or None for what is none, its file, and what is wrong with it."""
        while self._tree.exists(self._path(self._file)):
            place = self._path(self._file)
            for content, whole in split(self._tree.pieces(place), self._offset):
                faults: list[Finding] = []
                if not whole:
                    # While a writer appends, its line is not whole for a moment: it is read again.
                    if self._tree.exists(self._path(self._file + 1)) or self._is_still_torn(place, content):
                        yield None, place, [finding("ledger-torn", place)]
                    break
                self._offset += len(content) + 1
                self.count += 1
                line = None
                try:
                    line = ledger.parse(content)
                    if line.how not in _HOW:
                        raise ValueError(f"does not know how {line.how!r} came about")
                    number(line.head)
                except (ValueError, RecursionError) as error:
                    faults.append(finding("ledger-line-broken", place, line=self.count, reason=error))
                if line is not None and line.previous != self.last:
                    faults.append(finding("ledger-chain-broken", place, line=self.count))
                self.last = hashlib.sha256(content).hexdigest()
                self.at = line.at if line else self.at
                yield line, place, faults
            if not self._tree.exists(self._path(self._file + 1)):
                return
            self._file, self._offset = self._file + 1, 0

    def _is_still_torn(self, place: str, content: bytes) -> bool:
        return self._is_torn(place, content) and all(self._is_torn(place, content) for _ in self._pauses())

    def _is_torn(self, place: str, content: bytes) -> bool:
        for found, whole in split(self._tree.pieces(place), self._offset):
            return not whole and found == content
        return False

    def _insert(self, table: str, rows: list[Row]) -> None:
        self._table.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?)", rows)
        rows.clear()

    @staticmethod
    def _path(number: int) -> str:
        return f"{AREA}/{ledger.file_name(number)}"

    def _key(self, id: str) -> bytes | None:
        if self._layout is None:
            return b""
        try:
            return key_of(self._layout.path(id))
        except ArchiveError:
            return None

    # ── Asking it ───────────────────────────────────────────────────────────

    def known(self, path: str) -> Acknowledged | None:
        """Return what it says of the object at a place."""
        key = key_of(path)
        rows: list[Row] = []
        for name in ("line", "fresh"):
            rows += self._table.execute(f"SELECT * FROM {name} WHERE key = ? ORDER BY rowid", (key,))
        return _folded(rows)

    def every(self) -> Iterator[tuple[bytes, Acknowledged]]:
        """Yield, sorted by key, the place of each object that has a line, and what its lines say."""
        rows: list[Row] = []
        for row in self._table.execute("SELECT * FROM line ORDER BY key, rowid"):
            if rows and row[0] != rows[0][0]:
                if known := _folded(rows):
                    yield rows[0][0], known
                rows = []
            rows.append(row)
        if rows and (known := _folded(rows)):
            yield rows[0][0], known

    def note_acts(self, acts: Iterable[tuple[str, str]]) -> None:
        """Note of which versions the logbook tells: id and version."""
        self._table.executemany("INSERT OR IGNORE INTO told VALUES (?, ?)", acts)

    def untold(self) -> Iterator[tuple[str, str, str]]:
        """Yield id, version and how of each line whose act makes no version, and of which the logbook does not tell."""
        yield from self._table.execute(
            "SELECT DISTINCT id, head, how FROM line WHERE how IN ('imported', 'replicated', 'packed') "
            "AND NOT EXISTS (SELECT 1 FROM told WHERE told.id = line.id AND told.head = line.head) ORDER BY rowid"
        )

    def note_checks(self, checks: Iterable[tuple[str, str]]) -> None:
        """Note when objects were checked: id and date-time; the newest counts."""
        newest = "ON CONFLICT (id) DO UPDATE SET at = max(at, excluded.at)"
        self._table.executemany(f"INSERT INTO checked VALUES (?, ?) {newest}", checks)

    def oldest_first(self, before: str | None) -> Iterator[str]:
        """Yield the places of objects by their last check, never checked first; `before` leaves later checks out."""
        rows = self._table.execute(
            "SELECT path.key FROM (SELECT key, id FROM line GROUP BY key) AS path LEFT JOIN checked USING (id) "
            "WHERE ?1 IS NULL OR checked.at IS NULL OR checked.at < ?1 "
            "ORDER BY coalesce(checked.at, ''), path.key",
            (before,),
        )
        return (path_of(key) for (key,) in rows)


def split(pieces: Iterable[bytes], offset: int = 0) -> Iterator[tuple[bytes, bool]]:
    """Yield each line of a file after an offset, and whether it has its end."""
    rest = b""
    for piece in pieces:
        if offset >= len(piece):
            offset -= len(piece)
            continue
        *lines, rest = (rest + piece[offset:]).split(b"\n")
        offset = 0
        for line in lines:
            yield line, True
    if rest:
        yield rest, False


def _folded(rows: list[Row]) -> Acknowledged | None:
    """Return what the lines of one object say together, oldest first: what was put in its place counts from then on."""
    versions: dict[str, tuple[str, str]] = {}
    head, how, id = "", "", ""
    for _, id, version, inventory, how, at in rows:  # noqa: B007
        if how not in _ADDING and version == head and versions[head][0] == inventory:
            # What is said once more of the head that is there is that it was taken away. Of an earlier version it is
            # not: a story that came back after its purge may be purged with the same tombstone.
            versions, head = {}, ""
            continue
        if number(version) == 1 or how not in _ADDING:
            versions = {}
        versions[version] = (inventory, at if how == "put" else "")
        head = version
    return Acknowledged(id, head, versions, how) if rows else None


def key_of(path: str) -> bytes:
    """Return what sorts places as a walk through the folders does: names compared one by one."""
    return path.replace("/", "\0").encode("utf-8", "surrogateescape")


def path_of(key: bytes) -> str:
    """Return the place that a key was made of."""
    return key.decode("utf-8", "surrogateescape").replace("\0", "/")
