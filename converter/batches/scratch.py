"""A scratch table: sorted and searched on the disk when it is large, so that memory does not grow with a batch."""

from __future__ import annotations

import sqlite3

_CACHE_KIB = 1024


class _Scratch(sqlite3.Connection):
    """A database without a name is nobody's but its holder's, and ends with it; Python 3.13 would warn of that."""

    def __del__(self) -> None:
        self.close()


def scratch(schema: str) -> sqlite3.Connection:
    """Return a new private database with these tables; SQLite spills it to a nameless file past 1 MiB."""
    made = sqlite3.connect("", isolation_level=None, check_same_thread=False, factory=_Scratch)
    made.executescript(
        f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-{_CACHE_KIB}; PRAGMA temp_store=FILE;"
        f"{schema}"
    )
    return made
