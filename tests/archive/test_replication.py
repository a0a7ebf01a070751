"""Two roots: the second has what the first acknowledged, however often a copy was ended."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.archive import logbook
from converter.archive.agents import PROGRAM, user_from
from converter.archive.archive import Archive
from converter.archive.copying import Diverged
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion
from converter.archive.replication import Replicated, replicate
from converter.core.errors import ArchiveError, FixityError, UsageError
from tests.archive.bags.archives import NOW, make_article, make_store, put_story
from tests.archive.kills import files_of, killed_at, objects_of

if TYPE_CHECKING:
    from converter.archive.store import Store

ONE, TWO, THREE = "urn:x:1", "urn:x:2", "urn:x:3"


def run(source: Store, target: Store, *, purges: bool = False) -> list[Replicated]:
    return list(replicate(source, target, now=lambda: NOW, by=PROGRAM, purges=purges))


def words(done: list[Replicated]) -> list[tuple[str, str, str]]:
    return [(each.id, each.word, each.version) for each in done]


@pytest.fixture
def one(tmp_path: Path) -> FolderStore:
    made = make_store(tmp_path / "one")
    put_story(made, make_article(ONE))
    put_story(made, make_article(TWO))
    put_story(made, make_article(ONE, "Rain fell again."), source=b"Rain fell again.\n")
    return made


@pytest.fixture
def two(tmp_path: Path) -> FolderStore:
    return make_store(tmp_path / "two")


def assert_same(one: Store, two: Store) -> None:
    assert objects_of(Path(two.place)) == objects_of(Path(one.place))
    assert {(line.id, line.head): line.inventory for line in two.ledger()} == {
        (line.id, line.head): line.inventory for line in one.ledger()
    }


def events_of(store: Store) -> Counter[tuple[str, str | None]]:
    return Counter((id, event.fact("version")) for id, event in logbook.of(store) if event.type == "replication")


def test_second_root_gets_every_version_and_then_only_what_is_new(one: FolderStore, two: FolderStore) -> None:
    assert words(run(one, two)) == [(ONE, "copied", "v2"), (TWO, "copied", "v1")]
    assert_same(one, two)
    assert run(one, two) == []

    put_story(one, make_article(TWO, "Wind."))
    put_story(one, make_article(THREE))
    put_story(one, make_article(TWO, "Much wind."))

    assert words(run(one, two)) == [(TWO, "extended", "v3"), (THREE, "copied", "v1")]
    assert_same(one, two)
    assert run(one, two) == []
    every = {(ONE, "v1"), (ONE, "v2"), (TWO, "v1"), (TWO, "v2"), (TWO, "v3"), (THREE, "v1")}
    assert events_of(one) == events_of(two) == Counter(dict.fromkeys(every, 1))


def test_event_names_both_roots_and_who_did_it(one: FolderStore, two: FolderStore) -> None:
    list(replicate(one, two, now=lambda: NOW, by=user_from("Ann Example <ann@example.com>")))

    _, event = next(logbook.of(two, TWO))
    assert event.detail == f"copied from {one.place} to {two.place}"
    assert (event.at, event.outcome, event.fact("version")) == (NOW, "success", "v1")
    assert event.agents[0].kind == "person"


def test_what_the_second_root_has_for_itself_stays(one: FolderStore, two: FolderStore) -> None:
    put_story(two, make_article(THREE))
    put_story(two, make_article(ONE, "Another story under the same id."))

    done = run(one, two)

    assert words(done) == [(ONE, "failed", "v2"), (TWO, "copied", "v1")]
    assert isinstance(done[0].error, Diverged)
    assert two.find(THREE) is not None
    found = two.find(ONE)
    assert found is not None
    assert found.head == "v1"


def test_second_root_may_be_ahead(one: FolderStore, two: FolderStore) -> None:
    run(one, two)
    put_story(two, make_article(TWO, "Wind."))

    assert words(run(one, two)) == [(TWO, "ahead", "v1")]
    found = two.find(TWO)
    assert found is not None
    assert found.head == "v2"


def test_damage_is_never_copied_and_the_rest_is(one: FolderStore, two: FolderStore) -> None:
    (Path(one.place) / one.path(ONE) / "v1" / "content" / "source" / "story.txt").write_bytes(b"Sun.\n")

    done = run(one, two)

    assert words(done) == [(ONE, "failed", "v2"), (TWO, "copied", "v1")]
    assert isinstance(done[0].error, FixityError)
    assert "v1/content/source/story.txt" in str(done[0].error)
    assert two.find(ONE) is None


def test_purge_is_carried_on_only_when_asked_for(one: FolderStore, two: FolderStore) -> None:
    run(one, two)
    Archive(one, now=lambda: NOW, by="Ann Example <ann@example.com>").purge(ONE, ONE, reason="court order")

    done = run(one, two)
    assert words(done) == [(ONE, "failed", "v1")]
    assert done[0].error is not None
    assert "purges=True" in str(done[0].error)
    assert two.read(ONE, "source/story.txt") == b"Rain fell again.\n"

    assert words(run(one, two, purges=True)) == [(ONE, "purged", "v1")]
    assert objects_of(Path(two.place)) == objects_of(Path(one.place))
    assert [line.how for line in two.ledger() if line.id == ONE][-1] == "purged"
    assert not [path for path, content in files_of(Path(two.place)).items() if b"Rain fell again" in content]
    assert run(one, two, purges=True) == []


def test_purged_version_is_purged_at_the_second_root_too(one: FolderStore, two: FolderStore) -> None:
    run(one, two)
    Archive(one, now=lambda: NOW, by="Ann Example <ann@example.com>").purge(ONE, ONE, reason="a name", versions=["v1"])

    assert words(run(one, two, purges=True)) == [(ONE, "purged", "v2")]
    assert objects_of(Path(two.place)) == objects_of(Path(one.place))


def test_purge_at_the_second_root_is_not_undone(one: FolderStore, two: FolderStore) -> None:
    run(one, two)
    Archive(two, now=lambda: NOW, by="Ann Example <ann@example.com>").purge(ONE, ONE, reason="court order")

    for purges in (False, True):
        done = run(one, two, purges=purges)
        assert words(done) == [(ONE, "failed", "v2")]
        assert isinstance(done[0].error, Diverged)


def test_object_of_another_tool_is_copied_but_not_extended(one: FolderStore, two: FolderStore) -> None:
    store_foreign(one, THREE)
    assert words(run(one, two)) == [(ONE, "copied", "v2"), (TWO, "copied", "v1"), (THREE, "copied", "v1")]
    assert_same(one, two)

    found = one.find(THREE)
    one.put(THREE, NewVersion(NOW, "ours", PROGRAM, {"a.txt": b"B"}), found)

    assert words(run(one, two)) == [(THREE, "extended", "v2")]
    assert_same(one, two)


def store_foreign(store: FolderStore, id: str) -> None:
    """Store an object whose inventory is written as another tool may write it."""
    import hashlib
    import json

    digest = hashlib.sha512(b"A").hexdigest()
    inventory = json.dumps(
        {
            "id": id,
            "type": "https://ocfl.io/1.1/spec/#inventory",
            "digestAlgorithm": "sha512",
            "head": "v1",
            "manifest": {digest: ["v1/content/a.txt"]},
            "versions": {"v1": {"created": NOW, "state": {digest: ["a.txt"]}, "message": "m"}},
        },
        indent=2,
    ).encode()
    side = f"{hashlib.sha512(inventory).hexdigest()} inventory.json\n".encode()
    files = {
        "0=ocfl_object_1.1": b"ocfl_object_1.1\n",
        "inventory.json": inventory,
        "inventory.json.sha512": side,
        "v1/inventory.json": inventory,
        "v1/inventory.json.sha512": side,
        "v1/content/a.txt": b"A",
    }
    store.adopt(id, files.items(), how="adopted")


def test_root_is_not_copied_onto_itself(one: FolderStore, two: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "one")

    with pytest.raises(UsageError, match="same archive"):
        run(one, FolderStore.open(str(tmp_path / "link")))
    for path in ("ocfl_layout.json", "extensions/0004-hashed-n-tuple-storage-layout/config.json"):
        (tmp_path / "two" / path).unlink()
    with pytest.raises(ArchiveError, match="cannot be written"):
        run(one, FolderStore.open(str(tmp_path / "two")))


def assert_kill_is_survived(number: int, folder: Path) -> bool:
    """Assert that a copy which was killed at a call is completed by the next; return whether it was killed at all."""
    one, target = make_store(folder / "one"), folder / "two"
    put_story(one, make_article(ONE))
    put_story(one, make_article(ONE, "Rain fell again."))
    make_store(target)
    run(one, FolderStore.open(str(target), durability="none"))
    put_story(one, make_article(ONE, "Rain fell for days."))
    put_story(one, make_article(TWO))

    def act() -> None:
        run(FolderStore.open(str(folder / "one"), durability="none"), FolderStore.open(str(target), durability="none"))

    was_killed = killed_at(number, act)

    two = FolderStore.open(str(target), durability="none")
    one = FolderStore.open(str(folder / "one"), durability="none")
    two.repair()
    one.repair()
    run(one, two)
    assert_same(one, two)
    assert run(one, two) == []
    once = Counter(dict.fromkeys([(ONE, "v1"), (ONE, "v2"), (ONE, "v3"), (TWO, "v1")], 1))
    assert (events_of(one), events_of(two)) == (once, once)
    return was_killed


def assert_kills_are_survived(step: int, folder: Path) -> int:
    number = 1
    while assert_kill_is_survived(number, folder / str(number)):
        number += step
    return number


@pytest.mark.slow
def test_killed_replication_is_completed_by_the_next(tmp_path: Path) -> None:
    assert_kills_are_survived(17, tmp_path)


@pytest.mark.slow
def test_replication_killed_at_every_change_is_completed_by_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    count = assert_kills_are_survived(1, tmp_path)

    with capsys.disabled():
        print(f"\nreplication: killed at each of {count - 1} changing calls")
    assert count > 30
