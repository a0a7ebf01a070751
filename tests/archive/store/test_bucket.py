"""The store in a bucket: the same contract, kills between any two requests, writers that race."""

from __future__ import annotations

import itertools
import threading
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from converter.archive import inventory as inventories
from converter.archive import opening
from converter.archive.bucket import BucketStore
from converter.archive.bucket_logs import BucketLog
from converter.archive.layout import Layout
from converter.archive.store import Conflict
from converter.archive.verify import verify
from converter.core.errors import ArchiveError, CannotWrite, FixityError
from converter.testing import check_store
from tests.archive.store import buckets, kills
from tests.archive.store.buckets import Counting, Killed
from tests.command import run_convert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from converter.archive.bucket_files import Bucket

pytestmark = pytest.mark.slow

_NUMBERS = itertools.count()
_NAME = "conformance"


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    with buckets.serving() as address:
        buckets.new_bucket(address, _NAME)
        yield address


@pytest.fixture
def bucket(address: tuple[str, int]) -> Bucket:
    """Return an unused prefix."""
    return buckets.bucket_at(address, _NAME, f"root-{next(_NUMBERS)}")


def _create(bucket: Bucket) -> BucketStore:
    BucketStore.create(bucket._place, bucket=bucket)
    return BucketStore.open(bucket._place, bucket=bucket, swept_after_s=0)


@pytest.mark.slow
def test_bucket_store_keeps_the_contract(address: tuple[str, int]) -> None:
    start = next(_NUMBERS)

    def make(name: str) -> BucketStore:
        bucket = buckets.bucket_at(address, _NAME, f"contract-{start}/{name}")
        return BucketStore.create(bucket._place, bucket=bucket)

    check_store(make)


@pytest.mark.slow
def test_story_is_put_corrected_and_read_again(bucket: Bucket) -> None:
    store = _create(bucket)
    store.put(kills.ID, kills.version("one"), None)
    store.put(kills.ID, kills.version("two"), store.find(kills.ID))

    again = BucketStore.open(bucket._place, bucket=bucket)

    assert again.find(kills.ID) == kills.made(kills.ID, kills.version("one"), kills.version("two"))
    assert again.read(kills.ID, "source/story.txt", "v1") == b"one"
    assert [each.words for each in verify(again.tree)] == []
    assert [(line.head, line.how) for line in again.ledger()] == [("v1", "put"), ("v2", "put")]


# ── Kills ───────────────────────────────────────────────────────────────────


def _put_first(store: BucketStore) -> None:
    if store.find(kills.ID) is None:
        store.put(kills.ID, kills.version("one"), None)
    store.settle(kills.ID)


def _put_second(store: BucketStore) -> None:
    found = store.find(kills.ID)
    assert found is not None
    if len(found.versions) == 1:
        store.put(kills.ID, kills.version("two"), found, notes=kills.NOTES)
    store.settle(kills.ID)


def _replace(store: BucketStore) -> None:
    found = store.find(kills.ID)
    assert found is not None
    if "tombstone.json" not in found.version().files():
        store.replace(kills.ID, kills.Replaced.tombstone, found, how="purged", notes=[_PURGED])


def _remove(store: BucketStore) -> None:
    found = store.find(kills.ID)
    if found is not None:
        store.remove(kills.ID, found, how="packed")


def _adopt(store: BucketStore) -> None:
    if store.find(kills.ID) is None:
        files, content = {"0=ocfl_object_1.1": b"ocfl_object_1.1\n"}, b""
        first = kills.made(kills.ID, kills.version("one"))
        for made in (first, kills.made(kills.ID, kills.version("one"), kills.version("two"))):
            content = made.serialise()
            files |= {f"{made.head}/{path}": each for path, each in _with_sidecar(content).items()}
        for text, before in {"one": None, "two": first}.items():
            files |= inventories.after(before, kills.ID, kills.version(text))[1]
        store.adopt(kills.ID, {**files, **_with_sidecar(content)}.items(), how="adopted", notes=kills.NOTES)
    store.settle(kills.ID)


def _with_sidecar(inventory: bytes) -> dict[str, bytes]:
    return {inventories.FILE: inventory, f"{inventories.FILE}.sha512": inventories.sidecar(inventory)}


_PURGED = ("journal/2026-01.jsonl", b"purged")
_ACTS: dict[str, tuple[list[Callable[[BucketStore], None]], list[tuple[str, str]]]] = {
    "v1": ([_put_first], [("v1", "put")]),
    "v2": ([_put_first, _put_second], [("v1", "put"), ("v2", "put")]),
    "adopt": ([_adopt], [("v1", "put"), ("v2", "put")]),
    "replace": ([_put_first, _put_second, _replace], [("v1", "put"), ("v2", "put"), ("v1", "purged")]),
    "remove": ([_put_first, _put_second, _remove], [("v1", "put"), ("v2", "put"), ("v2", "packed")]),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", _ACTS)
def test_kill_between_any_two_requests_loses_nothing(name: str, address: tuple[str, int]) -> None:
    (*before, act), lines = _ACTS[name]
    notes = {"v1": (), "replace": (*kills.NOTES, _PURGED)}.get(name, kills.NOTES)

    def start() -> Bucket:
        bucket = buckets.bucket_at(address, _NAME, f"kill-{next(_NUMBERS)}")
        store = _create(bucket)
        for each in before:
            each(store)
        return bucket

    counting = Counting(start())
    act(BucketStore.open("s3://x", bucket=counting))
    count = len(counting.calls)
    for number in range(1, count + 1):
        bucket = start()
        with pytest.raises(Killed):
            act(BucketStore.open("s3://x", bucket=Counting(bucket, number)))
        store = BucketStore.open("s3://x", bucket=bucket, swept_after_s=0)
        store.repair()
        act(store)
        assert store.repair() == ()
        told = f"killed before request {number} of {count}, {counting.calls[number - 1]}"
        findings = [
            f"{each.path}: {each.words}" for each in verify(store.tree) if each.code not in kills.Removed.expected
        ]
        assert findings == [], told
        found = [(line.head, "put" if line.how == "adopted" else line.how) for line in store.ledger()]
        assert found == lines, told
        secret = [each.path for each in bucket.keys("") if b"<article>" in bucket.read(each.path)]
        assert not secret or name in ("v1", "v2", "adopt"), told
        for log, line in notes:
            assert list(store.log(log)).count(line) == 1, told
        assert not list(bucket.keys("extensions/x-news-archive/noted")), told
    print(f"\n{name}: {count} changing requests")


@pytest.mark.slow
def test_init_killed_between_any_two_requests_is_completed(address: tuple[str, int]) -> None:
    for number in range(1, 5):
        bucket = buckets.bucket_at(address, _NAME, f"init-{next(_NUMBERS)}")
        with pytest.raises(Killed):
            BucketStore.create("s3://x", bucket=Counting(bucket, number))
        with pytest.raises(ArchiveError, match="is no archive"):
            BucketStore.open("s3://x", bucket=bucket)

        store = BucketStore.create("s3://x", bucket=bucket)

        assert list(verify(store.tree)) == []
    with pytest.raises(ArchiveError, match="another layout"):
        BucketStore.create("s3://x", bucket=bucket, layout=Layout(tuples=2))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["v1", "v2"])
def test_put_goes_on_without_a_repair(name: str, address: tuple[str, int]) -> None:
    """What a writer left is finished by the next that puts or settles."""
    (*before, act), lines = _ACTS[name]
    for number in itertools.count(1):
        bucket = buckets.bucket_at(address, _NAME, f"goes-on-{next(_NUMBERS)}")
        store = _create(bucket)
        for each in before:
            each(store)
        try:
            act(BucketStore.open("s3://x", bucket=Counting(bucket, number)))
        except Killed:
            try:
                act(store)
            except Conflict:
                act(store)  # It has finished what the other had decided; who looks again, sees it.
            assert [f"{each.path}: {each.words}" for each in verify(store.tree)] == []
            assert [line.head for line in store.ledger()] == [head for head, _ in lines]
            continue
        break
    assert number > 8


# ── Races ───────────────────────────────────────────────────────────────────


@pytest.mark.slow
@pytest.mark.parametrize("seen", [None, "v1"])
def test_writer_that_comes_between_any_two_requests_wins_or_loses(seen: str | None, address: tuple[str, int]) -> None:
    """The second writer puts as a whole before the n-th request of the first: one of them wins, whole."""
    for number in itertools.count(1):
        bucket = buckets.bucket_at(address, _NAME, f"race-{next(_NUMBERS)}")
        store = _create(bucket)
        if seen:
            store.put(kills.ID, kills.version("one"), None)
        head = store.find(kills.ID)
        won: list[str] = []

        def come_between(count: int, store: BucketStore = store, number: int = number, won: list[str] = won) -> None:
            if count == number:
                try:
                    store.put(kills.ID, kills.version("second"), store.find(kills.ID) if seen is None else head)  # noqa: B023
                    won.append("second")
                except Conflict:
                    pass

        counting = Counting(bucket, before=come_between)
        try:
            BucketStore.open("s3://x", bucket=counting).put(kills.ID, kills.version("first"), head)
            won.append("first")
        except Conflict:
            pass
        assert Counter(won)["first"] <= 1
        assert won, f"at request {number} nobody won"
        store.repair()
        assert [f"{each.path}: {each.words}" for each in verify(store.tree)] == []
        found = store.find(kills.ID)
        assert found is not None
        texts = [store.read(kills.ID, "source/story.txt", each).decode() for each in found.versions]
        assert sorted(texts) == sorted([*(["one"] if seen else []), *won])
        assert len(list(store.ledger())) == len(texts)
        if number > len(counting.calls):
            break


def test_slow_writer_acknowledges_nothing_that_is_gone_meanwhile(bucket: Bucket) -> None:
    """Before its line the story is finished by another, and taken away; and put again, the very same, later."""
    store = _create(bucket)

    def come_between(count: int) -> None:
        if counting.calls[-1].startswith("swap extensions"):
            store.settle(kills.ID)
            found = store.find(kills.ID)
            if found is not None and len(list(store.ledger())) == 1:
                store.remove(kills.ID, found, how="packed")

    counting = Counting(bucket, before=come_between)
    BucketStore.open("s3://x", bucket=counting).put(kills.ID, kills.version("one"), None)

    assert [line.how for line in store.ledger()] == ["adopted", "packed"]
    assert store.find(kills.ID) is None
    store.put(kills.ID, kills.version("one"), None)
    assert [line.how for line in store.ledger()] == ["adopted", "packed", "put"]
    assert [each.code for each in verify(store.tree)] == ["event-missing"], "the store itself tells of no packing"


def test_two_replacements_by_the_same_bytes_race(bucket: Bucket) -> None:
    store = _create(bucket)
    store.put(kills.ID, kills.version("one"), None)
    seen = store.find(kills.ID)
    assert seen is not None
    lost: list[Conflict] = []

    def come_between(count: int) -> None:
        if counting.calls[-1].startswith("swap") and not lost:
            try:
                store.replace(kills.ID, kills.Replaced.tombstone, seen, how="purged")
            except Conflict as error:
                lost.append(error)

    counting = Counting(bucket, before=come_between)
    BucketStore.open("s3://x", bucket=counting).replace(kills.ID, kills.Replaced.tombstone, seen, how="purged")

    assert len(lost) == 1
    assert list(verify(store.tree)) == []


@pytest.mark.slow
def test_two_writers_race(address: tuple[str, int], bucket: Bucket) -> None:
    _create(bucket)
    ids = [f"{kills.ID}/{number}" for number in range(3)]
    stored: list[tuple[str, str]] = []

    def write(name: str) -> None:
        own = buckets.bucket_at(address, _NAME, bucket._place.rpartition("/")[2])
        store = BucketStore.open(bucket._place, bucket=own)
        for id in ids:
            try:
                store.put(id, kills.version(f"{id} {name}"), None)
                stored.append((id, name))
            except Conflict:
                continue

    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    store = BucketStore.open(bucket._place, bucket=bucket, swept_after_s=0)
    assert sorted(id for id, _ in stored) == ids
    assert all(store.read(id, "source/story.txt").decode() == f"{id} {name}" for id, name in stored)
    store.repair()
    assert [f"{each.path}: {each.words}" for each in verify(store.tree)] == []


# ── Repair, damage, errors ──────────────────────────────────────────────────


def test_what_was_uploaded_in_vain_is_swept_when_it_is_old(bucket: Bucket) -> None:
    store = _create(bucket)
    store.put(kills.ID, kills.version("one"), None)
    folder = store.path(kills.ID)
    bucket.put(f"{folder}/v1/content/loser.txt", b"1")
    bucket.put(f"{folder}/v2/content/dead.txt", b"1")
    bucket.put(f"{store.path('urn:example:dead')}/v1/content/dead.txt", b"1")

    assert BucketStore.open("s3://x", bucket=bucket).repair() == (), "a day old, not before"
    assert [each.what for each in store.repair(dry_run=True)] == ["swept-staging"] * 3
    assert [each.what for each in store.repair()] == ["swept-staging"] * 3
    assert list(verify(store.tree)) == []


@pytest.mark.slow
def test_damage_is_never_touched(bucket: Bucket) -> None:
    store = _create(bucket)
    store.put(kills.ID, kills.version("one"), None)
    path = f"{store.path(kills.ID)}/v1/content/canonical.xml"
    bucket.put(path, b"<forged/>")

    assert store.repair() == ()
    with pytest.raises(FixityError, match=r"canonical\.xml"):
        store.read(kills.ID, "canonical.xml")
    bucket.put(f"{store.path(kills.ID)}/{inventories.FILE}", b"{}")
    assert store.repair() == ()
    with pytest.raises(FixityError):
        store.find(kills.ID)


@pytest.mark.slow
def test_log_goes_on_in_the_next_key(bucket: Bucket) -> None:
    log = BucketLog(bucket, "x/log.jsonl", key_bytes=20)
    for number in range(10):
        log.append(lambda last, number=number: [f"line {number}".encode()])  # type: ignore[misc]

    names = {each.path for each in bucket.keys("x")}
    assert names == {"x/log.jsonl", *(f"x/log.{number:04d}.jsonl" for number in (2, 3, 4))}
    for start in range(12):
        assert (
            list(log.read(start))
            == list(BucketLog(bucket, "x/log.jsonl").read(start))
            == [f"line {number}".encode() for number in range(start, 10)]
        )


def test_faults_of_the_net_are_errors_of_one_line(address: tuple[str, int], bucket: Bucket) -> None:
    store = _create(bucket)
    nowhere = buckets.bucket_at(address, "no-such-bucket", "x")

    with pytest.raises(ArchiveError, match="answers 404"):
        BucketStore.open("s3://no-such-bucket/x", bucket=nowhere)
    with pytest.raises((CannotWrite, ArchiveError)) as caught:
        BucketStore.create("s3://no-such-bucket/x", bucket=nowhere)
    assert "\n" not in str(caught.value)
    with pytest.raises(ArchiveError, match="no path within an object"):
        store.put(kills.ID, kills.version("x", **{"a\nb": "1"}), None)
    assert list(store.ids()) == []


def test_init_refuses_a_prefix_that_holds_anything_else(bucket: Bucket) -> None:
    bucket.put("x.txt", b"1")

    with pytest.raises(ArchiveError, match=r"holds 'x\.txt'"):
        BucketStore.create("s3://x", bucket=bucket)


@pytest.mark.slow
def test_address_opens_the_bucket_that_the_environment_names(
    address: tuple[str, int], bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{address[0]}:{address[1]}")
    for name, value in (("ACCESS_KEY_ID", "x"), ("SECRET_ACCESS_KEY", "y"), ("REGION", "us-east-1")):
        monkeypatch.setenv(f"AWS_{name}", value)

    with pytest.raises(ArchiveError, match=r"create=True\) makes one"):
        opening.open_store(bucket._place)
    opening.create_store(bucket._place).put(kills.ID, kills.version("one"), None)

    assert opening.open_store(bucket._place).read(kills.ID, "source/story.txt") == b"one"
    with pytest.raises(ArchiveError):
        opening.open_store("s3://")


@pytest.mark.slow
def test_commands_work_on_a_bucket(address: tuple[str, int], bucket: Bucket, tmp_path: Path) -> None:
    environment = {
        "AWS_ENDPOINT_URL": f"http://{address[0]}:{address[1]}",
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "y",
        "AWS_REGION": "us-east-1",
    }
    (tmp_path / "story.txt").write_text(
        "Bridge Reopens After Eleven Months\n\nThe bridge is open again on Wednesday.\n"
    )

    def run(*arguments: str) -> tuple[int, str]:
        done = run_convert("archive", *arguments, folder=tmp_path, environment=environment)
        return done.returncode, (done.stdout + done.stderr).decode()

    assert run("add", bucket._place, "story.txt")[0] == 6, "there is none yet"
    assert run("init", bucket._place)[0] == 0
    for word in ("archived", "unchanged"):
        status, said = run("add", bucket._place, "story.txt")
        assert (status, word in said) == (0, True), said
    for command in ("verify", "repair", "seal", "list"):
        assert run(command, bucket._place)[0] == 0
    status, said = run("add", "s3://no-such-bucket/x", "story.txt")
    assert (status, said) == (6, "convert: s3://no-such-bucket/x: the object store answers 404 Not Found\n")
