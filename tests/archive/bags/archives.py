"""Small archives for tests of exchange: stories put by hand, as intake would."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from converter.archive import events
from converter.archive.agents import PROGRAM, agents
from converter.archive.events import Event, Part
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion
from converter.model import canonical
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.head import Date, Head, Headline

if TYPE_CHECKING:
    from converter.model.article import Status

NOW = "2026-11-25T13:00:00+00:00"


def make_store(folder: Path) -> FolderStore:
    return FolderStore.create(str(folder), durability="none")


def make_article(
    id: str, words: str = "Rain fell.", *, status: Status = "usable", embargo: str | None = None
) -> Article:
    dates = (Date("embargoed", embargo),) if embargo else ()
    head = Head(headlines=(Headline(("Rain",)),), dates=dates)
    return Article(guid=id, status=status, head=head, body=(Paragraph((words,)),))


def put_story(
    store: FolderStore, article: Article, *, name: str = "story.txt", source: bytes = b"Rain fell.\n", at: str = NOW
) -> None:
    """Put an article as the next version of its story, with an event of its ingestion."""
    assert article.guid is not None
    before = store.find(article.guid)
    version = f"v{len(before.versions) + 1}" if before else "v1"
    sha256 = hashlib.sha256(source).hexdigest()
    earlier = store.read(article.guid, events.FILE) if before else b""
    event = Event(
        id=events.event_id(article.guid, version, "ingestion", 1),
        type="ingestion",
        at=at,
        outcome="success",
        agents=agents(PROGRAM),
        parts=(Part(f"source/{name}", sha256, "source"),),
        facts=(("name", name),),
    )
    content = canonical.serialise(article)
    store.put(
        article.guid,
        NewVersion(
            created=at,
            message="put",
            user=PROGRAM,
            files={
                f"source/{name}": source,
                "canonical.xml": content,
                events.FILE: earlier + events.serialise_all([event]),
            },
            fixity={"canonical.xml": hashlib.sha256(content).hexdigest(), f"source/{name}": sha256},
        ),
        before,
    )
