"""Searching: which stories a query finds, in which order, and how many there are of each kind."""

from __future__ import annotations

from converter.archive.access import last_moment
from converter.archive.catalogue.entry import microseconds
from converter.archive.catalogue.match import expression
from converter.archive.catalogue.query import parse, positive_words
from converter.core.errors import UsageError
from converter.core.spelling import Spelt
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from typing import Literal, TypeAlias

    from converter.archive.catalogue.query import Words
    from converter.archive.catalogue.snippets import Marked
    from converter.core.notices import Notice

    Sort: TypeAlias = Literal["rank", "date"]

MOST_RANKED = 10_000
"""Hits that are ranked, the newest ones: a word that stands in most stories says little of any."""
MOST_FACETS = 20
"""Values of one facet that are counted out."""
_MOST = 10**18

# Of title, body, byline and facets: a word of the headline counts as ten of the story.
_WEIGHTS = "10.0, 1.0, 5.0, 0.0"


class Hit(Value):
    """One story that was found."""

    id: str
    head: str
    """The object's version."""
    version: int
    """The story's own number."""
    title: str
    is_label: bool
    """Whether the story has no headline, and the title is what it is called by."""
    byline: str
    date: str | None
    source: str | None
    lang: str | None
    status: str
    is_embargoed: bool
    archived: str
    score: float | None = None
    """The greater the better (BM25); None where nothing is ranked."""
    snippet: Marked | None = None
    title_marks: tuple[tuple[int, int], ...] = ()
    """Where in the title the words stand."""


class Results(Value):
    """What a search found."""

    query: str
    total: int
    """How many stories there are, whatever the limit."""
    hidden: int
    """How many more are withdrawn or under embargo, and were not asked for."""
    hits: tuple[Hit, ...]
    offset: int = 0
    """How many hits stand before these."""
    facets: Mapping[str, tuple[tuple[str, int], ...]] = {}
    """`month`, `source`, `lang`, `status`, `subject` → values and counts, the most frequent first; if asked for."""
    notices: tuple[Notice, ...] = ()
    """That the catalogue was made anew, and what could not be read for it."""


class Asked(Value):
    """A search, understood."""

    query: str
    match: str
    words: tuple[Words, ...]
    """What a story is ranked by."""
    limit: int
    offset: int
    sort: Sort
    now_us: int
    withdrawn: bool
    embargoed: bool


def understand(query: str, *, limit: int, offset: int, sort: Sort, now: str, withdrawn: bool, embargoed: bool) -> Asked:
    """Return the search. Raises UsageError for a query that does not parse, or numbers that make no sense."""
    node = parse(query)
    words = positive_words(node)
    if not (0 <= limit <= _MOST and 0 <= offset <= _MOST):
        raise UsageError(f"limit and offset are whole numbers from 0 to {_MOST:,}")
    if sort not in ("rank", "date"):
        raise UsageError(f"no order {sort!r}", hint="there are: rank, date")
    if not words:
        sort = "date"
    if sort == "rank" and offset + limit > MOST_RANKED:
        raise UsageError(
            f"no more than {MOST_RANKED:,} stories are ranked",
            where="limit",
            hint=Spelt('sort="date"', "--sort date") + " goes on to the last",
        )
    moment = last_moment(now)
    if moment is None or "T" not in now:
        raise UsageError(f"{now!r} is no moment", hint="such as 2026-11-25T13:00:00Z")
    return Asked(query, expression(node), words, limit, offset, sort, microseconds(moment), withdrawn, embargoed)


def find(connection: sqlite3.Connection, asked: Asked, *, facets: bool) -> Results:
    """Return what the search finds, all of it as of one moment; snippets are not this module's."""
    connection.execute("BEGIN")
    try:
        hits, ranked = _hits(connection, asked)
        total = ranked if ranked is not None else _count(connection, asked, "NOT IN")
        return Results(
            query=asked.query,
            total=total,
            hidden=_count(connection, asked, "IN") if _hides(connection, asked) else 0,
            hits=hits,
            offset=asked.offset,
            facets=_facets(connection, asked) if facets else {},
        )
    finally:
        connection.execute("COMMIT")


_HIDDEN = """SELECT article FROM restricted
    WHERE (withdrawn AND NOT :withdrawn) OR (embargo_us > :now_us AND NOT :embargoed)"""
# The plus keeps SQLite from asking FTS5 row by row.
_SHOWN = f"fts MATCH :match AND +rowid NOT IN ({_HIDDEN})"

_COLUMNS = (
    "id, head, version, title, is_label, byline, date, source, lang, status, "
    "coalesce((SELECT embargo_us > :now_us FROM restricted WHERE restricted.article = article.rowid), 0), archived"
)


def _bound(asked: Asked) -> dict[str, object]:
    return {
        "match": asked.match,
        "limit": asked.limit,
        "offset": asked.offset,
        "most": MOST_RANKED,
        "now_us": asked.now_us,
        "withdrawn": asked.withdrawn,
        "embargoed": asked.embargoed,
    }


def _hits(connection: sqlite3.Connection, asked: Asked) -> tuple[tuple[Hit, ...], int | None]:
    """Return the hits, and how many there are in all where the ranking has counted them."""
    bound = _bound(asked)
    if asked.sort == "date":
        sql = f"""
            WITH found AS (
                SELECT rowid AS place, NULL AS score, NULL AS ranked FROM fts WHERE {_SHOWN}
                ORDER BY rowid DESC LIMIT :limit OFFSET :offset
            )"""
    else:
        sql = f"""
            WITH ranked AS (
                SELECT rowid AS place, bm25(fts, {_WEIGHTS}) AS score FROM fts WHERE {_SHOWN}
                ORDER BY rowid DESC LIMIT :most
            ), found AS (
                SELECT place, score, (SELECT count(*) FROM ranked) AS ranked FROM ranked
                ORDER BY score, place DESC LIMIT :limit OFFSET :offset
            )"""
    sql += f"""
        SELECT {_COLUMNS}, score, ranked FROM found JOIN article ON article.rowid = found.place
        ORDER BY score, place DESC"""
    hits: list[Hit] = []
    counted: int | None = None
    for row in connection.execute(sql, bound):
        *told, score, counted = row
        id, head, version, title, is_label, byline, date, source, lang, status, is_embargoed, archived = told
        hits.append(
            Hit(
                id,
                head,
                version,
                title,
                bool(is_label),
                byline,
                date,
                source,
                lang,
                status,
                bool(is_embargoed),
                archived,
                score=None if score is None else round(-score, 6),
            )
        )
    return tuple(hits), counted if counted is not None and counted < MOST_RANKED else None


def _count(connection: sqlite3.Connection, asked: Asked, which: str) -> int:
    """Return how many of the hits are hidden (`IN`) or are not (`NOT IN`)."""
    shown = _SHOWN.replace("NOT IN", which)
    found: int = connection.execute(f"SELECT count(*) FROM fts WHERE {shown}", _bound(asked)).fetchone()[0]
    return found


def _hides(connection: sqlite3.Connection, asked: Asked) -> bool:
    return connection.execute(f"{_HIDDEN} LIMIT 1", _bound(asked)).fetchone() is not None


def _facets(connection: sqlite3.Connection, asked: Asked) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the counts over all hits, ranked or not."""
    bound = _bound(asked)
    connection.execute("DROP TABLE IF EXISTS temp.found")
    connection.execute(f"CREATE TEMP TABLE found AS SELECT rowid AS place FROM fts WHERE {_SHOWN}", bound)
    rows = {
        "month": "SELECT substr(date, 1, 7) AS value FROM found JOIN article ON rowid = place WHERE length(date) >= 7",
        "source": "SELECT source AS value FROM found JOIN article ON rowid = place WHERE source IS NOT NULL",
        "lang": "SELECT lang AS value FROM found JOIN article ON rowid = place WHERE lang IS NOT NULL",
        "status": "SELECT status AS value FROM found JOIN article ON rowid = place",
        "subject": "SELECT name AS value FROM found JOIN subject ON article = place",
    }
    counted = {}
    for facet, values in rows.items():
        sql = f"SELECT value, count(*) AS times FROM ({values}) GROUP BY value ORDER BY times DESC, value LIMIT :most"
        counted[facet] = tuple((str(value), times) for value, times in connection.execute(sql, {"most": MOST_FACETS}))
    connection.execute("DROP TABLE temp.found")
    return counted
