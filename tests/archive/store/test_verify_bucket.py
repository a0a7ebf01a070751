"""Verify over a bucket: the same findings, by threads where a folder has processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from converter.archive.bucket import BucketStore
from converter.archive.bucket_files import Bucket
from converter.archive.verify import Scope, Tally, verify
from tests.archive.roots import ONCE, OTHER, story, version
from tests.archive.store import buckets

_NAME = "verified"


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    with buckets.serving() as address:
        buckets.new_bucket(address, _NAME)
        yield address


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 3])
def test_bucket_is_verified_as_a_folder_is(address: tuple[str, int], jobs: int) -> None:
    bucket: Bucket = buckets.bucket_at(address, _NAME, f"jobs-{jobs}")
    store = BucketStore.create(bucket._place, bucket=bucket)
    for id in (ONCE, OTHER, "urn:example:third"):
        store.put(id, version(1, story(id)), None)
    store.put(ONCE, version(2, story("two")), store.find(ONCE))
    scope, tally = Scope(jobs=jobs, patience_s=0.1), Tally()

    assert list(verify(store.tree, scope, tally=tally)) == []
    assert (tally.objects, tally.expected, tally.files) == (3, 3, 11)

    bucket.put(f"{store.path(ONCE)}/v1/content/canonical.xml", b"changed")
    for each in store.tree.entries(store.path(OTHER)):
        if each.kind == "file":
            bucket.delete(f"{store.path(OTHER)}/{each.name}")
    bucket.put(f"{store.path('urn:example:third')}/v1/content/more", b"more")

    found = {(each.code, each.path) for each in verify(store.tree, scope)}

    assert ("file-changed", f"{store.path(ONCE)}/v1/content/canonical.xml") in found
    assert ("inventory-missing", store.path(OTHER)) in found
    assert ("file-extra", f"{store.path('urn:example:third')}/v1/content/more") in found
