"""Stores of a few stories, and catalogues of them compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion, User
from converter.archive.story import CANONICAL, TOMBSTONE
from converter.model import canonical
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.head import Byline, Date, Head, Headline, Party, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from converter.archive.catalogue.catalogue import Catalogue
    from converter.archive.catalogue.search import Results
    from converter.archive.store import Store

USER = User("Test", "mailto:test@example.org")
NOW = "2025-06-01T12:00:00Z"


def new_store(folder: Path) -> FolderStore:
    """Return an empty store; nothing here is held against a power cut."""
    return FolderStore.create(str(folder / "root"), durability="none")


def made(guid: str, text: str = "", title: str = "", **more: Any) -> Article:
    """Return a story of one paragraph; `date`, `byline`, `source`, `subject`, `embargo` and fields of the article."""
    dates = [Date("published", more.pop("date"))] if "date" in more else []
    if "embargo" in more:
        dates.append(Date("embargoed", more.pop("embargo")))
    head = Head(
        headlines=(Headline((title,)),) if title else (),
        bylines=(Byline((more.pop("byline"),)),) if "byline" in more else (),
        parties=(Party(more.pop("source"), "provider"),) if "source" in more else (),
        dates=tuple(dates),
        subjects=(more.pop("subject"),) if "subject" in more else (),
    )
    return Article(body=(Paragraph((text,) if text else ()),), head=head, guid=f"urn:test:{guid}", **more)


SPORT = Subject("sport and games", "15000000", "medtop")


def put(store: Store, article: Article, at: str = "2025-01-01T00:00:00Z") -> None:
    """Put the article as the next version of its object."""
    assert article.guid is not None
    new = NewVersion(at, "put", USER, {CANONICAL: canonical.serialise(article)})
    store.put(article.guid, new, store.find(article.guid))


def purge(store: Store, guid: str) -> None:
    """Leave a tombstone in the place of an object."""
    before = store.find(guid)
    assert before is not None
    store.replace(guid, NewVersion(NOW, "purged", USER, {TOMBSTONE: b"{}"}), before, how="purged")


def search(catalogue: Catalogue, query: str, **options: Any) -> Results:
    """Search at the time of all tests."""
    return catalogue.search(query, now=NOW, **options)


def ids(catalogue: Catalogue, query: str, **options: Any) -> list[str]:
    """Return the ends of the ids of the stories that are found, in order."""
    return [hit.id.removeprefix("urn:test:") for hit in search(catalogue, query, **options).hits]


def answers(catalogue: Catalogue, queries: Iterable[str]) -> list[Results]:
    """Return all that the catalogue says to the queries, ranked and by date."""
    everything: dict[str, Any] = {
        "facets": True,
        "withdrawn": True,
        "embargoed": True,
        "snippets": False,
        "limit": 1_000,
    }
    return [
        search(catalogue, query, **options)
        for query in queries
        for options in ({}, {**everything, "sort": "rank"}, {**everything, "sort": "date"})
    ]
