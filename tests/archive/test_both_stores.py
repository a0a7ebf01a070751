"""A story's life is the same in a folder and in a bucket: the same versions, byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.archive.archive import Archive
from converter.archive.bucket import BucketStore
from converter.archive.packs.store import PackedStore
from converter.core.errors import ArchiveError
from tests.archive.desk import ANN, CORRECTED, GUID, STORY, Clock, Keeper
from tests.archive.store import buckets

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def in_bucket() -> Iterator[Archive]:
    """Return an archive in a bucket of an emulation."""
    with buckets.serving() as address:
        buckets.new_bucket(address, "news")
        bucket = buckets.bucket_at(address, "news", "root")
        BucketStore.create(bucket._place, bucket=bucket)
        store = PackedStore(BucketStore.open(bucket._place, bucket=bucket))
        with Archive(store, now=Clock(), by=ANN) as archive:
            yield archive


def live(archive: Archive) -> list[object]:
    """Do everything to stories that can be done, and return what was seen of it."""
    meta = {"guid": GUID, "lang": "en"}
    seen: list[object] = []
    for content in (STORY, STORY, CORRECTED):
        added = archive.add(content, name="a.txt", to=["newsml", "docx"], meta=meta)
        seen += [added.decision, added.outputs]
    with pytest.raises(ArchiveError, match="corrected since"):
        archive.add(STORY, name="a.txt", meta=meta)
    archive.add(STORY, name="b.txt", meta={"lang": "en"})
    archive.add(STORY, name="c.txt", meta={"lang": "en"})
    archive.add(STORY, name="d.txt", meta={**meta, "guid": "urn:x:gone"})
    archive.withdraw(GUID, reason="Wrong.")
    archive.hold(GUID, reason="Case 1")
    archive.release(GUID, reason="Closed")
    archive.retain(GUID, "2025-04-30")
    archive.link("urn:x:gone", GUID)
    archive.purge("urn:x:gone", "urn:x:gone", reason="Order 1")
    archive.purge(GUID, GUID, reason="Order 2", versions=["v1"])
    seen += [(step.version, step.act, step.words) for step in archive.history(GUID)]
    seen += [archive.get(GUID, to="newsml", withdrawn=True).content, archive.difference(GUID, "v1", withdrawn=True)]
    seen += [[story.id for story in archive.due()], sorted(each.id for each in archive.list())]
    return seen


def versions(archive: Archive) -> dict[str, object]:
    """Return, by id, the versions of every object with their digests; where contents lie is the affair of the store."""
    return {id: inventory.versions for id in archive.ids() if (inventory := archive.store.find(id))}


@pytest.mark.slow
def test_life_of_stories_is_the_same_in_a_folder_and_in_a_bucket(tmp_path: Path, in_bucket: Archive) -> None:
    keeper = Keeper(tmp_path / "news")

    assert live(in_bucket) == live(keeper.archive)

    stored = versions(in_bucket)
    assert stored == versions(keeper.archive)
    assert len(stored) == 3
    assert list(in_bucket.verify()) == list(keeper.archive.verify()) == []
