"""The index: putting stories in and taking them out, a batch whole or not at all."""

from __future__ import annotations

import hashlib
import re
from contextlib import contextmanager

from converter.archive.catalogue.entry import FOREVER, title_key
from converter.archive.catalogue.schema import WAIT_S, Unusable
from converter.archive.catalogue.words import prepared
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from converter.archive.catalogue.entry import Entry


READERS_MS = 1_000
"""How long an erasure waits for those who read: a search takes milliseconds."""


class Position(Value):
    """How far the catalogue has read the ledger."""

    count: int
    """Lines."""
    hash: str
    """Of the last of them; of none, what stands before the first."""


class News(Value):
    """Objects that the index has not read, or not as they are now."""

    ids: tuple[str, ...]
    purged: frozenset[str]
    """Those of them that were purged after the file was made."""
    after: Position
    """Before the lines of the ledger that tell of them."""
    position: Position
    """After those lines."""


class Change(Value):
    """What becomes of some objects; the collections are filled while it is found out."""

    entries: list[Entry]
    """Stories that come in."""
    removed: list[Entry]
    """Stories that are taken out, before that, as they are in the index."""
    unread: dict[str, str]
    """Objects that could not be read, each with the reason."""
    erases: bool = False
    """Whether one of them was purged: then no word of it may stay anywhere in the file."""


class Index:
    """The tables of one open file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @property
    def position(self) -> Position:
        """Return how far the ledger has been read."""
        return Position(*self.connection.execute("SELECT position, hash FROM state").fetchone())

    @property
    def made(self) -> int:
        """Return how many lines the ledger had when the file was made: what was done before never came into it."""
        found: int = self.connection.execute("SELECT made FROM state").fetchone()[0]
        return found

    def count(self) -> int:
        """Return how many stories there are."""
        found: int = self.connection.execute("SELECT count(*) FROM article").fetchone()[0]
        return found

    def heads(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the version that each of the stories is here in."""
        sql = "SELECT id, head FROM article WHERE id = ?"
        return dict(row for id in ids for row in self.connection.execute(sql, (id,)))

    def ids(self) -> set[str]:
        """Return the ids of all stories."""
        return {id for (id,) in self.connection.execute("SELECT id FROM article")}

    def had(self, ids: Iterable[str]) -> frozenset[str]:
        """Return which of the ids are stories here, or were: their words may still be in the file."""
        sql = "SELECT 1 FROM article WHERE id = ?1 UNION ALL SELECT 1 FROM former WHERE id = ?1"
        return frozenset(id for id in ids if self.connection.execute(sql, (id,)).fetchone())

    def apply(self, news: News, change: Change) -> bool:
        """Take in what became of some objects, and with it the position in the ledger; all of it or nothing.

        Returns False, and does nothing, when another process went on from the
        position before. Raises Unusable when what is to be taken out is not
        what was put in.
        """
        with self._transaction():
            if self.position != news.after:
                return False
            many = self.connection.executemany
            many("DELETE FROM unread WHERE id = ?", ((id,) for id in news.ids))
            many("INSERT INTO unread VALUES (?, ?)", change.unread.items())
            for entry in change.removed:
                self._remove(entry)
            # FTS5 writes a segment whenever a row is less than the one before.
            for number, entry in sorted(((place(entry), entry) for entry in change.entries), key=lambda each: each[0]):
                self._put(self._free(number), entry)
            former = {entry.id for entry in change.removed}.difference(entry.id for entry in change.entries)
            many("INSERT OR IGNORE INTO former VALUES (?)", ((id,) for id in former))
            position = news.position
            self.connection.execute(
                "UPDATE state SET position = ?, hash = ?, erasing = ?", (position.count, position.hash, change.erases)
            )
        return True

    def erase(self) -> bool:
        """Make the file anew from what is in it, so that nothing stays of what was taken out; return whether it is.

        FTS5 only marks a word as taken out until it merges the pieces that have it, and SQLite leaves the bytes of
        what is deleted where they are. Until this has come to its end, the file says so, and whoever opens it next
        makes it anew from the objects.
        """
        run = self.connection.execute
        run("INSERT INTO fts (fts) VALUES ('optimize')")
        run("PRAGMA temp_store = FILE")
        run("VACUUM")
        run("PRAGMA temp_store = MEMORY")
        run(f"PRAGMA busy_timeout = {READERS_MS}")
        busy, *_ = run("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        run(f"PRAGMA busy_timeout = {WAIT_S * 1_000}")
        if busy:
            return False  # Somebody reads the file as it was: the old bytes are still needed.
        with self._transaction():
            run("DELETE FROM former")
            run("UPDATE state SET erasing = 0")
        return True

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def logs_read(self) -> dict[str, int]:
        """Return the names of the fixity logs, and their sizes when they were read."""
        return dict(self.connection.execute("SELECT name, size FROM fixity_log").fetchall())

    def apply_checks(self, checks: Mapping[str, str], sizes: Mapping[str, int]) -> None:
        """Take in when objects were last found whole, and how much of the logs was read for it."""
        with self._transaction():
            self.connection.execute("DELETE FROM fixity")
            self.connection.execute("DELETE FROM fixity_log")
            self.connection.executemany("INSERT INTO fixity VALUES (?, ?)", checks.items())
            self.connection.executemany("INSERT INTO fixity_log VALUES (?, ?)", sizes.items())

    def _free(self, number: int) -> int:
        """Return the first number from this one on that no story has."""
        while self.connection.execute("SELECT 1 FROM article WHERE rowid = ?", (number,)).fetchone():
            number += 1
        return number

    def _put(self, number: int, entry: Entry) -> None:
        run = self.connection.execute
        columns = _columns(entry)
        run("INSERT INTO fts (rowid, title, body, byline, facets) VALUES (?, ?, ?, ?, ?)", (number, *columns))
        run(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                entry.id,
                entry.head,
                # A number of the model may be greater than SQLite's.
                min(entry.version, FOREVER),
                entry.title,
                entry.is_label,
                entry.byline,
                entry.date,
                entry.source,
                entry.lang,
                entry.status,
                *_texts(entry.archived),
                entry.hold,
                entry.retain_until,
                "" if entry.is_label else title_key(entry.title),
                _digest(columns),
            ),
        )
        withdrawn = entry.status != "usable"
        if withdrawn or entry.embargo_us is not None:
            run("INSERT INTO restricted VALUES (?, ?, ?)", (number, withdrawn, entry.embargo_us))
        many = self.connection.executemany
        many("INSERT INTO subject VALUES (?, ?)", ((number, name) for name in entry.subjects))
        many(
            "INSERT INTO input VALUES (?, ?, ?, ?, ?)",
            (_texts(number, each.name, each.path, each.sha256, each.at) for each in entry.inputs),
        )
        many(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)",
            (_texts(number, each.id, each.type, each.at, each.outcome, each.detail) for each in entry.events),
        )
        many("INSERT INTO link VALUES (?, ?, ?)", (_texts(number, *each) for each in entry.links))

    def _remove(self, entry: Entry) -> None:
        run = self.connection.execute
        number, indexed = run("SELECT rowid, indexed FROM article WHERE id = ?", (entry.id,)).fetchone()
        columns = _columns(entry)
        if _digest(columns) != indexed:
            raise Unusable(f"it was made by another release: the words of {entry.id} are others now")
        run(
            "INSERT INTO fts (fts, rowid, title, body, byline, facets) VALUES ('delete', ?, ?, ?, ?, ?)",
            (number, *columns),
        )
        run("DELETE FROM article WHERE rowid = ?", (number,))
        for table in ("restricted", "subject", "input", "event", "link"):
            run(f"DELETE FROM {table} WHERE article = ?", (number,))


def _columns(entry: Entry) -> tuple[str, str, str, str]:
    """Return what is put into the index; to take it out again takes the same words."""
    return prepared(entry.headlines), prepared(entry.body), prepared(entry.byline), entry.facets


def _texts(*values: int | str) -> tuple[int | str, ...]:
    """Return what another program wrote in JSON as SQLite can hold it: a lone surrogate is a question mark."""
    return tuple(each.encode("utf-8", "replace").decode() if isinstance(each, str) else each for each in values)


def _digest(columns: Iterable[str]) -> bytes:
    return hashlib.sha256("\0".join(columns).encode("utf-8", "surrogatepass")).digest()[:16]


_MINUTE_BITS, _ORDER_BITS = 11, 20


def place(entry: Entry) -> int:
    """Return the row where the story would best stand: later ones after earlier ones, by the minute.

    Stories of one minute stand in the order of a hash of their ids, so that it does not matter which came in first.
    """
    date = entry.date or entry.archived
    # What another tool wrote into an inventory need not be a date.
    found = re.match(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?", date)
    year, month, day, hour, minute = (int(part or 0) for part in found.groups()) if found else (0,) * 5
    of_day = (year * 10_000 + month * 100 + day) << _MINUTE_BITS | hour * 60 + minute
    digest = hashlib.sha256(entry.id.encode("utf-8", "surrogatepass")).hexdigest()
    return of_day << _ORDER_BITS | int(digest[:8], 16) >> 32 - _ORDER_BITS
