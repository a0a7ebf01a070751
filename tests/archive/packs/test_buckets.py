"""Copies, bags and packs between a folder and a bucket, on an S3 emulation that runs here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.archive import logbook
from converter.archive.agents import PROGRAM
from converter.archive.archive import Archive
from converter.archive.bags import export as exporting
from converter.archive.bucket import BucketStore
from converter.archive.packs import packing
from converter.archive.packs.store import PackedStore
from converter.archive.premis import premis
from converter.archive.replication import replicate
from tests.archive.packs.test_packs import NEW, NOW, OLD, OLDER, UNDATED, add, codes, fill, open_archive, state_of
from tests.archive.store.buckets import bucket_at, new_bucket, serving

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    with serving() as found:
        yield found


def test_second_archive_may_be_a_bucket_and_may_be_packed(address: tuple[str, int], tmp_path: Path) -> None:
    new_bucket(address, "news")
    archive = open_archive(tmp_path / "root")
    fill(archive)
    bucket = bucket_at(address, "news", "root")
    store = PackedStore(BucketStore.create("s3://news/root", bucket=bucket))
    there = Archive(store, now=lambda: NOW, by="Ann Example <ann@example.com>")

    def copied() -> list[tuple[str, str]]:
        done = replicate(archive.store, store, now=lambda: NOW, by=PROGRAM)
        return [(each.id, each.word) for each in done]

    assert dict(copied()) == dict.fromkeys((OLD, OLDER, NEW, UNDATED), "copied")
    assert state_of(there) == state_of(archive)
    add(archive, OLD, "Rain fell on the port for weeks.", "2019-05-01")
    assert copied() == [(OLD, "extended")]
    assert state_of(there) == state_of(archive)
    assert copied() == []
    assert {event.type for _, event in logbook.of(store)} == {"replication"}

    before = state_of(there)
    done = list(packing.pack(store, "2020", now=NOW, by=PROGRAM))
    assert [set(each.ids) for each in done] == [{OLD, OLDER}]
    assert state_of(there) == before
    assert codes(there) == []
    assert premis(store, [OLD], now=NOW)
    exporting.export(store, str(tmp_path / "bag"), [OLD, NEW], now=NOW, by=PROGRAM, ocfl=True)
    add(there, OLD, "Rain fell on the port for months.", "2019-05-01")
    assert there.story(OLD).version == "v4"
    there.purge(OLDER, OLDER, reason="court order")
    assert store.packed(OLDER) is None
    assert codes(there) == []
