"""`Catalogue`: the index of a store, which follows its ledger and is made anew whenever it is not as it should be."""

from __future__ import annotations

import os
import sqlite3
from itertools import islice

from converter.archive.catalogue import schema
from converter.archive.catalogue.entry import entry_of, title_key
from converter.archive.catalogue.index import Change, Index, News, Position
from converter.archive.catalogue.query import Words
from converter.archive.catalogue.schema import Unusable
from converter.archive.catalogue.search import find, understand
from converter.archive.catalogue.snippets import marks_in, snippet
from converter.archive.catalogue.words import phrase_of
from converter.archive.ledger import START
from converter.archive.store import AREA
from converter.archive.story import CANONICAL, Story
from converter.core.errors import ArchiveError, ConverterError, UsageError
from converter.core.notices import notice
from converter.core.spelling import CATALOGUE
from converter.core.values import hasten as hasten_values
from converter.io.hash import hasten as hasten_digests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from converter.archive.catalogue.entry import Entry
    from converter.archive.catalogue.search import Hit, Results, Sort
    from converter.archive.store import Store
    from converter.core.notices import Notice

    T = TypeVar("T")


FILE = "catalogue.sqlite"
BATCH = 1_000
"""Lines of the ledger that are taken in at once."""


class Catalogue:
    """The stories of a store, to be searched. A context manager; not for several threads at once."""

    def __init__(self, store: Store, path: str, is_ours: bool) -> None:
        self._store = store
        self._path = path
        self._is_ours = is_ours
        self._notices: list[Notice] = []
        self._index: Index | None = None
        self._inode = 0
        self._kept: dict[str, Entry] = {}
        """Stories that are about to be purged."""

    @classmethod
    def open(cls, store: Store, file: str | None = None) -> Catalogue:
        """Return the catalogue of the store, caught up with its ledger.

        `file` is where it lies, for a store that is no folder or cannot be
        written to; a file there that is no catalogue is never touched. One
        that is missing, of another release or damaged is made anew, with a
        notice. Raises UsageError where a file must be named, CannotWrite, and
        FixityError where the ledger is damaged.
        """
        return cls._begun(store, file, cls.catch_up)

    @classmethod
    def new(cls, store: Store, file: str | None = None) -> Catalogue:
        """Return the catalogue of the store, made anew from the objects whatever lies there. Raises as `open` does."""
        return cls._begun(store, file, cls.rebuild)

    @classmethod
    def _begun(cls, store: Store, file: str | None, begin: Callable[[Catalogue], int]) -> Catalogue:
        made = cls(store, *_place(store, file))
        try:
            begin(made)
        except BaseException:
            made.close()
            raise
        return made

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return what was to be noticed since it was opened: that it was made anew, and what could not be read."""
        return tuple(self._notices)

    def close(self) -> None:
        """Close the file."""
        if self._index is not None:
            self._index.connection.close()
            self._index = None

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    # ── The file ────────────────────────────────────────────────────────────

    def _opened(self) -> Index:
        """Return the index of the file that lies there now; it is made where there is none that can be gone on with."""
        if self._index is not None and self._inode != _inode(self._path):
            self.close()  # Another process has made it anew.
        if self._index is None:
            self._require_ours()
            with schema.locked(self._path, exclusive=False):
                try:
                    self._index = self._connected()
                except Unusable as error:
                    why = str(error)
        if self._index is None:
            with schema.locked(self._path, exclusive=True):
                try:
                    self._index = self._connected()  # Another process may have made it meanwhile.
                except Unusable:
                    self._make(why)
        assert self._index is not None
        return self._index

    def _require_ours(self) -> None:
        """Raise ArchiveError for a file that the caller named and that is not known to be a catalogue."""
        if not self._is_ours and not _may_replace(self._path):
            raise ArchiveError(
                "is no catalogue", where=self._path, hint="name another file, or remove this one if it was one"
            )

    def _connected(self) -> Index:
        if not os.path.exists(self._path):
            raise Unusable("there was none")
        connection = schema.connect(self._path)
        try:
            schema.require_usable(connection)
            index = Index(connection)
        except Unusable:
            connection.close()
            raise
        except sqlite3.DatabaseError as error:
            connection.close()
            if schema.is_damage(error):
                raise Unusable(f"it is damaged: {error}") from error
            raise schema.fault(error, self._path) from error
        self._inode = _inode(self._path)
        return index

    def _make(self, why: str) -> None:
        """Make the file anew."""
        line_count = sum(1 for _ in self._store.ledger())
        schema.remove(self._path)
        connection = schema.connect(self._path)
        schema.create(connection, START, line_count)
        self._inode = _inode(self._path)
        self._index = Index(connection)
        self._notices.append(notice("catalogue-made", reason=why))

    def _safely(self, act: Callable[[Index], T]) -> T:
        """Return what the act returns; when it meets damage, the catalogue is made anew and it is done once more."""
        try:
            return act(self._opened())
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
                self.close()  # Another process has made it anew since we looked.
            elif schema.is_damage(error):
                self._make_anew(f"it is damaged: {error}")
            else:
                raise schema.fault(error, self._path) from error
        except (TypeError, ValueError) as error:  # A row is not there, or is of another kind than was written.
            self._make_anew(f"it is damaged: {error}")
        try:
            self._follow(self._opened())
            return act(self._opened())
        except sqlite3.DatabaseError as error:
            raise schema.fault(error, self._path) from error

    def _make_anew(self, why: str) -> None:
        self.close()
        self._require_ours()
        with schema.locked(self._path, exclusive=True):
            self._make(why)

    # ── Following the ledger ────────────────────────────────────────────────

    def catch_up(self) -> int:
        """Take in what the ledger has that the catalogue has not; return how many stories were read."""
        return self._safely(self._follow)

    def rebuild(self) -> int:
        """Make the catalogue anew from the objects; return how many stories it has."""
        hasten_values()
        hasten_digests()
        self._make_anew("it was asked for")
        self._safely(self._follow)
        return self.count()

    def count(self) -> int:
        """Return how many stories there are, withdrawn ones too."""
        return self._safely(lambda index: index.count())

    def _follow(self, index: Index) -> int:
        read = 0
        while True:
            try:
                for news in self._news(index):
                    change = self._change(index, news)
                    if not index.apply(news, change):
                        break  # Another process was first: go on from where it is now.
                    if change.erases and not index.erase():
                        raise Unusable("a story was purged, and somebody reads the catalogue that has its words")
                    read += len(change.entries)
                    for id, reason in change.unread.items():
                        self._notices.append(notice("catalogue-lacks", id=id, reason=reason))
                else:
                    self._follow_checks(index)
                    return read
            except Unusable as error:
                self._make_anew(str(error))
                index, read = self._opened(), 0

    def _news(self, index: Index) -> Iterator[News]:
        """Yield the objects that the ledger tells of after the index's position, in batches.

        Raises Unusable when the ledger never had that position.
        """
        after, made = index.position, index.made
        lines = self._store.ledger(max(0, after.count - 1))
        if after.count:
            last = next(lines, None)
            if last is None or last.hash() != after.hash:
                raise Unusable("the ledger is another")
        while batch := list(islice(lines, BATCH)):
            position = Position(after.count + len(batch), batch[-1].hash())
            # A purge from before is no reason to make it anew: the story may be there again, and would be for ever.
            purged = frozenset(
                line.id for at, line in enumerate(batch, after.count + 1) if line.how == "purged" and at > made
            )
            yield News(tuple(dict.fromkeys(line.id for line in batch)), purged, after, position)
            after = position
        if after.count == 0:
            yield from self._without_ledger(index, after)

    def _without_ledger(self, index: Index, position: Position) -> Iterator[News]:
        """Yield the objects of a root that another tool made and nobody has taken into a ledger: all, each time."""
        ids = self._store.ids()
        seen: set[str] = set()
        while batch := tuple(islice(ids, BATCH)):
            seen.update(batch)
            yield News(batch, frozenset(), position, position)
        if gone := tuple(index.ids() - seen):
            yield News(gone, frozenset(), position, position)

    def _change(self, index: Index, news: News) -> Change:
        """Return what becomes of objects: each counts as it is now, whatever it was when its line was written.

        Raises Unusable when a story must go whose words are no more: only a file made anew is without them.
        """
        purged = index.had(news.purged)
        change = Change([], [], {}, erases=bool(purged))
        known = index.heads(news.ids)
        for id in news.ids:
            try:
                inventory = self._store.find(id)
                if inventory is not None:
                    if known.get(id) == inventory.head and id not in purged:
                        continue
                    if CANONICAL in inventory.version().files():
                        change.entries.append(entry_of(Story(self._store, inventory)))
            except ConverterError as error:
                # One damaged object must not keep the others from being found.
                change.unread[id] = str(error)
            if id in known:
                change.removed.append(self._leaving(id, known[id]) if id in purged else self._as_known(id, known[id]))
        return change

    def _leaving(self, id: str, version: str) -> Entry:
        """Return the entry of a story that was purged. Raises Unusable where nobody kept its words."""
        entry = self._kept.get(id)
        if entry is None or entry.head != version:
            raise Unusable("a story was purged, and its words must not stay")
        return entry

    def keep(self, story: Story) -> None:
        """Keep the words of a story that is about to be purged: who has them need not make the catalogue anew."""
        self._kept[story.id] = entry_of(story)

    def _as_known(self, id: str, version: str) -> Entry:
        """Return the entry of a story that is in the index, in the version that it is there in."""
        try:
            inventory = self._store.find(id)
            if inventory is not None:
                return entry_of(Story(self._store, inventory, version))
        except ConverterError:
            pass
        raise Unusable(f"{id} {version} is no more, and its words must not stay")

    def _follow_checks(self, index: Index) -> None:
        """Take in when each object was last found whole. A log is read when it has grown, and then all of it."""
        from converter.archive import fixity

        try:
            logs = self._store.tree.entries(f"{AREA}/{fixity.FOLDER}")
        except OSError:
            return
        if index.logs_read() == (sizes := {each.name: each.size for each in logs}):
            return
        index.apply_checks(dict(fixity.checks(self._store.tree)), sizes)

    # ── Asking ──────────────────────────────────────────────────────────────

    def search(
        self,
        query: str,
        *,
        now: str,
        limit: int = 20,
        offset: int = 0,
        sort: Sort = "rank",
        withdrawn: bool = False,
        embargoed: bool = False,
        facets: bool = False,
        snippets: bool = True,
    ) -> Results:
        """Return what the query finds (`docs/how-to/search-an-archive.md`), best or newest first.

        `now` is a date-time with a zone: a story under embargo is hidden until
        its time, a withdrawn one always, unless asked for. `facets` counts the
        stories by month, source, language, status and subject. Raises
        UsageError, with the place in the query, for one that does not parse.
        """
        asked = understand(
            query, limit=limit, offset=offset, sort=sort, now=now, withdrawn=withdrawn, embargoed=embargoed
        )
        results = self._safely(lambda index: find(index.connection, asked, facets=facets))
        if not snippets:
            return results
        return results.replace(hits=tuple(self._with_snippet(hit, asked.words) for hit in results.hits))

    def _with_snippet(self, hit: Hit, words: Sequence[Words]) -> Hit:
        """Return the hit with its snippet; without one where the story cannot be read any more."""
        title_marks = marks_in(hit.title, [each for each in words if each.field in (None, "title")])
        try:
            inventory = self._store.find(hit.id)
            if inventory is None:
                return hit
            article = Story(self._store, inventory, hit.head).article
        except ConverterError:
            return hit.replace(title_marks=title_marks)
        return hit.replace(snippet=snippet(article, words), title_marks=title_marks)

    def candidates(self, title: str, path: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of stories with that headline, of that path in a collection, or with one of the phrases."""
        found: dict[str, None] = {}

        def ask(index: Index) -> None:
            run = index.connection.execute
            if title:
                found.update((id, None) for (id,) in run(_BY_TITLE, (title_key(title), _MOST_ALIKE)))
            if path:
                found.update((id, None) for (id,) in run(_BY_PATH, (path, _MOST_ALIKE)))
            for text in phrases:
                if phrase := phrase_of(text):
                    match = f"{{body}} : {phrase.fts()}"
                    found.update((id, None) for (id,) in run(_BY_PHRASE, (match, _MOST_ALIKE)))

        self._safely(ask)
        return tuple(found)

    def with_source(self, sha256: str) -> tuple[str, ...]:
        """Return the ids of the stories that were made from these bytes."""
        return self._safely(
            lambda index: tuple(id for (id,) in index.connection.execute(_BY_SOURCE, (sha256,)).fetchall())
        )


_MOST_ALIKE = 20
_BY_TITLE = "SELECT id FROM article WHERE title_key = ? ORDER BY rowid DESC LIMIT ?"
_BY_PATH = """SELECT DISTINCT id FROM input JOIN article ON article.rowid = input.article
    WHERE path = ? ORDER BY article.rowid DESC LIMIT ?"""
_BY_PHRASE = """SELECT id FROM (SELECT rowid AS place FROM fts WHERE fts MATCH ? ORDER BY rowid DESC LIMIT ?)
    JOIN article ON article.rowid = place"""
_BY_SOURCE = """SELECT DISTINCT id FROM input JOIN article ON article.rowid = input.article
    WHERE sha256 = ? ORDER BY article.rowid DESC"""


def _place(store: Store, file: str | None) -> tuple[str, bool]:
    """Return where the catalogue lies, and whether nothing else can lie there."""
    if file is not None:
        return file, False
    if "://" in store.place:
        raise UsageError("the catalogue needs a file here", where=CATALOGUE, hint="name one on this machine")
    return os.path.join(os.path.abspath(store.place), *AREA.split("/"), FILE), True


def _inode(path: str) -> int:
    try:
        return os.stat(path).st_ino
    except FileNotFoundError:
        return 0


def _may_replace(path: str) -> bool:
    """Return whether nothing is lost when the file is made anew: it is missing, empty or a catalogue by its header."""
    try:
        with open(path, "rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    # SQLite's file format, section 1.3: the application's number stands at byte 68.
    return not header or int.from_bytes(header[68:72], "big") == schema.APPLICATION
