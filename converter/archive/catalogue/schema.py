"""The catalogue's tables, and the file that they lie in.

The index is contentless: words lie in it, texts do not, for they are in the
archive. `rowid` is made so that newer stories have greater ones (`index.place`),
hence FTS5 gives the newest hits first by itself.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import contextmanager, suppress

from converter.archive.catalogue.words import TOKENIZER
from converter.core.errors import ArchiveError, CannotWrite
from converter.core.spelling import CATALOGUE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

APPLICATION = 0x6E777363
"""In the file's header: `nwsc`."""
VERSION = 2
"""Of the tables and of what is a word; another one means that the catalogue is made anew."""
WAIT_S = 60
"""How long one process waits for another that writes: a batch takes a second."""

_TABLES = """
CREATE TABLE state (position INTEGER NOT NULL, hash TEXT NOT NULL, made INTEGER NOT NULL, erasing INTEGER NOT NULL);
CREATE TABLE article (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    head TEXT NOT NULL,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    is_label INTEGER NOT NULL,
    byline TEXT NOT NULL,
    date TEXT,
    source TEXT,
    lang TEXT,
    status TEXT NOT NULL,
    archived TEXT NOT NULL,
    hold TEXT,
    retain_until TEXT,
    title_key TEXT NOT NULL,
    indexed BLOB NOT NULL
);
CREATE INDEX article_title ON article (title_key);
CREATE TABLE restricted (article INTEGER PRIMARY KEY, withdrawn INTEGER NOT NULL, embargo_us INTEGER);
CREATE TABLE subject (article INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (article, name)) WITHOUT ROWID;
CREATE TABLE input (
    article INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL
);
CREATE INDEX input_article ON input (article);
CREATE INDEX input_sha256 ON input (sha256);
CREATE INDEX input_path ON input (path) WHERE path <> '';
CREATE TABLE event (
    article INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX event_article ON event (article);
CREATE TABLE link (article INTEGER NOT NULL, relation TEXT NOT NULL, other TEXT NOT NULL);
CREATE INDEX link_article ON link (article);
CREATE INDEX link_other ON link (other);
CREATE TABLE fixity (id TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE fixity_log (name TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE unread (id TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE former (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""
# Without `contentless_delete`, which leaves the lengths of what was taken out in the averages that BM25 ranks by
# (SQLite 3.46): a story is taken out by its own words, which older versions in the archive still have.
_INDEX = f"""CREATE VIRTUAL TABLE fts USING fts5 (title, body, byline, facets, content='', tokenize="{TOKENIZER}")"""


_INDEXING = {"automerge": 8, "hashsize": 32 << 20}
"""FTS5 gathers a whole batch in memory before it writes it, and merges eight pieces at a time: a tenth less CPU than by
its defaults, at 20,000 stories (`python -m benchmarks.search`)."""


_ELSEWHERE = "name a file elsewhere with " + CATALOGUE


class Unusable(Exception):
    """The file is there and is no catalogue that we can go on with; its words say why."""


def connect(path: str) -> sqlite3.Connection:
    """Return a connection to the file, made if missing. Raises CannotWrite, and Unusable for what is no SQLite."""
    try:
        connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise CannotWrite(str(error), where=path, hint=_ELSEWHERE) from error
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA mmap_size = 1073741824")
    except sqlite3.DatabaseError as error:
        connection.close()
        if is_damage(error):
            raise Unusable(str(error)) from error
        raise fault(error, path) from error
    return connection


def require_usable(connection: sqlite3.Connection) -> None:
    """Raise Unusable unless the tables are there and are those of this release."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise Unusable("it is not ours" if application or version else "it is empty")
    if version != VERSION:
        raise Unusable(f"its tables are of version {version}, this release has {VERSION}")
    if connection.execute("SELECT count(*) FROM state").fetchone()[0] != 1:
        raise Unusable("it does not say what it has read")
    if connection.execute("SELECT erasing FROM state").fetchone()[0]:
        raise Unusable("a story was purged, and its words were not erased to the end")
    connection.execute("SELECT rowid FROM fts LIMIT 1").fetchall()


def create(connection: sqlite3.Connection, start: str, made: int) -> None:
    """Make the tables in an empty file, whole or not at all.

    `start` is the hash before the ledger's first line, `made` how many lines the ledger has by now.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in (*_TABLES.split(";\n"), _INDEX):
            if statement.strip():
                connection.execute(statement)
        connection.execute("INSERT INTO state VALUES (0, ?, ?, 0)", (start, made))
        for setting, value in _INDEXING.items():
            connection.execute("INSERT INTO fts (fts, rank) VALUES (?, ?)", (setting, value))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def remove(path: str) -> None:
    """Remove the file and what SQLite keeps beside it. Raises CannotWrite."""
    try:
        for name in (path, f"{path}-wal", f"{path}-shm", f"{path}-journal"):
            with suppress(FileNotFoundError):
                os.unlink(name)
    except OSError as error:
        raise CannotWrite(str(error.strerror).lower(), where=path) from error


@contextmanager
def locked(path: str, *, exclusive: bool) -> Iterator[None]:
    """Hold the lock under which the file is opened (shared) or replaced (exclusive): never one while the other."""
    try:
        descriptor = os.open(f"{path}-lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise CannotWrite(str(error.strerror).lower(), where=path, hint=_ELSEWHERE) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
        yield
    finally:
        os.close(descriptor)


_OUTER = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_INTERRUPT,
}
"""What is no fault of the file's content."""


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether the error means that the file is not what was written.

    Our statements are always the same, so what SQLite finds wrong in one (a table that is missing, text that is not
    UTF-8) is the file's fault.
    """
    return getattr(error, "sqlite_errorcode", 0) & 0xFF not in _OUTER


def fault(error: sqlite3.Error, path: str) -> ArchiveError | CannotWrite:
    """Return what to say of an error that making the catalogue anew does not mend: a full disk, a lock that stays."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return CannotWrite(str(error), where=path, hint=_ELSEWHERE)
    return ArchiveError(f"the catalogue: {error}", where=path)
