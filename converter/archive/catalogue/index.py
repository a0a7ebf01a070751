"""The index: putting stories in and taking them out, a batch whole or not at all."""

from __future__ import annotations

import hashlib
import re

from converter.archive.catalogue.entry import FOREVER, title_key
from converter.archive.catalogue.words import prepared
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from converter.archive.catalogue.entry import Entry


class Position(Value):
    """How far the catalogue has read the ledger."""

    count: int
    """Lines."""
    hash: str
    """Of the last of them; of none, what stands before the first."""


class Index:
    """The tables of one open file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        made = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'fts'").fetchone()[0]
        self._can_delete = "contentless_delete" in made

    @property
    def position(self) -> Position:
        """Return how far the ledger has been read."""
        return Position(*self.connection.execute("SELECT position, hash FROM state").fetchone())

    def count(self) -> int:
        """Return how many stories there are."""
        found: int = self.connection.execute("SELECT count(*) FROM article").fetchone()[0]
        return found

    def apply(
        self,
        entries: Sequence[Entry],
        gone: Iterable[str],
        unread: Mapping[str, str],
        after: Position,
        position: Position,
        *,
        scrub: bool = False,
    ) -> bool:
        """Take in what became of some stories, and with them the position in the ledger; all of it or nothing.

        `gone` are ids that are no story any more, `unread` those that could
        not be read, with the reason. Returns False, and does nothing, when
        another process went on from `after` first. `scrub` takes the words of
        what was removed out of the file, which costs a pass over all of it.
        """
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            if self.position != after:
                connection.execute("ROLLBACK")
                return False
            for id in (*gone, *unread, *(entry.id for entry in entries)):
                self._remove(id)
            connection.executemany("INSERT INTO unread VALUES (?, ?)", unread.items())
            # FTS5 writes a segment whenever a row is less than the one before.
            for number, entry in sorted(((place(entry), entry) for entry in entries), key=lambda each: each[0]):
                self._put(self._free(number), entry)
            if scrub and self._can_delete:
                connection.execute("INSERT INTO fts (fts) VALUES ('optimize')")
            connection.execute("UPDATE state SET position = ?, hash = ?", (position.count, position.hash))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        if scrub:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return True

    def can_scrub(self) -> bool:
        """Return whether `apply` can take words out of the file; else it must be made anew."""
        return self._can_delete

    def logs_read(self) -> dict[str, int]:
        """Return the names of the fixity logs, and their sizes when they were read."""
        return dict(self.connection.execute("SELECT name, size FROM fixity_log").fetchall())

    def apply_checks(self, checks: Mapping[str, str], sizes: Mapping[str, int]) -> None:
        """Take in when objects were last found whole, and how much of the logs was read for it."""
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        try:
            run("DELETE FROM fixity")
            run("DELETE FROM fixity_log")
            self.connection.executemany("INSERT INTO fixity VALUES (?, ?)", checks.items())
            self.connection.executemany("INSERT INTO fixity_log VALUES (?, ?)", sizes.items())
            run("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                run("ROLLBACK")
            raise

    def has_one_of(self, ids: Iterable[str]) -> bool:
        """Return whether one of the ids is a story here."""
        known = "SELECT 1 FROM article WHERE id = ?"
        return any(self.connection.execute(known, (id,)).fetchone() for id in ids)

    def _free(self, number: int) -> int:
        """Return the first number from this one on that no row has, nor had where rows cannot be forgotten."""
        known = "SELECT 1 FROM article WHERE rowid = ?1 UNION ALL SELECT 1 FROM dead WHERE article = ?1"
        while self.connection.execute(known, (number,)).fetchone():
            number += 1
        return number

    def _put(self, number: int, entry: Entry) -> None:
        run = self.connection.execute
        run(
            "INSERT INTO fts (rowid, title, body, byline, facets) VALUES (?, ?, ?, ?, ?)",
            (number, prepared(entry.title), prepared(entry.body), prepared(entry.byline), entry.facets),
        )
        run(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                entry.archived,
                entry.hold,
                entry.retain_until,
                "" if entry.is_label else title_key(entry.title),
            ),
        )
        withdrawn = entry.status != "usable"
        if withdrawn or entry.embargo_us is not None:
            run("INSERT INTO restricted VALUES (?, ?, ?)", (number, withdrawn, entry.embargo_us))
        many = self.connection.executemany
        many("INSERT INTO subject VALUES (?, ?)", ((number, name) for name in entry.subjects))
        many(
            "INSERT INTO input VALUES (?, ?, ?, ?, ?)",
            ((number, each.name, each.path, each.sha256, each.at) for each in entry.inputs),
        )
        many(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)",
            ((number, each.id, each.type, each.at, each.outcome, each.detail) for each in entry.events),
        )
        many("INSERT INTO link VALUES (?, ?, ?)", ((number, relation, other) for relation, other in entry.links))

    def _remove(self, id: str) -> None:
        run = self.connection.execute
        run("DELETE FROM unread WHERE id = ?", (id,))
        found = run("SELECT rowid FROM article WHERE id = ?", (id,)).fetchone()
        if found is None:
            return
        run("DELETE FROM article WHERE rowid = ?", found)
        for table in ("restricted", "subject", "input", "event", "link"):
            run(f"DELETE FROM {table} WHERE article = ?", found)
        if self._can_delete:
            run("DELETE FROM fts WHERE rowid = ?", found)
        else:
            run("INSERT INTO dead VALUES (?)", found)


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
