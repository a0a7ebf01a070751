"""What comes in a bag is believed as far as it proves itself; what went out comes back as it was."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter import Limits
from converter.archive import events, logbook
from converter.archive.archive import Archive
from converter.archive.bags import export as exporting
from converter.archive.bags import ingest, names, reading
from converter.archive.bags.ingest import Taken
from converter.archive.copying import Diverged
from converter.archive.inventory import NewVersion, sidecar
from converter.archive.tree import FolderTree
from converter.conversion.plan import request
from converter.core.errors import ArchiveError, InvalidDocument, UnreadableInput
from converter.model.article import Article
from tests.archive.bags.archives import NOW, make_article, make_store, put_story
from tests.archive.bags.made import make_bag
from tests.archive.kills import killed_at, objects_of
from tests.strategies import articles

ONE, TWO = "urn:x:1", "urn:x:2"
VERSIONS = {(ONE, "v1"), (ONE, "v2"), (ONE, "v3"), (TWO, "v1")}


def open_archive(folder: Path) -> Archive:
    return Archive(make_store(folder), now=lambda: NOW)


def export(archive: Archive, place: Path, *ids: str, ocfl: bool = False) -> Path:
    exporting.export(archive.store, str(place), ids, now=NOW, by=archive.by, ocfl=ocfl, withdrawn=True, embargoed=True)
    return place


def take(archive: Archive, place: Path) -> list[Taken]:
    tree = FolderTree(str(place))
    bag = reading.read(tree)
    bag.require(str(place))
    contents = ingest.Contents(bag, tree, place.name)
    wanted = request(limits=Limits())
    return [ingest.take(archive, contents, item, wanted) for item in contents.items if item.kind != "other"]


def items_of(place: Path) -> list[tuple[str, str]]:
    tree = FolderTree(str(place))
    return [(each.kind, each.path) for each in ingest.Contents(reading.read(tree), tree, place.name).items]


@pytest.fixture
def origin(tmp_path: Path) -> Archive:
    made = open_archive(tmp_path / "origin")
    for words in ("Rain fell.", "Rain fell again.", "Rain fell for days."):
        made.add(words.encode() + b"\n", name="rain.txt", meta={"guid": ONE})
    made.add(b"Wind.\n", name="wind.txt", meta={"guid": TWO})
    return made


@pytest.fixture
def fresh(tmp_path: Path) -> Archive:
    return open_archive(tmp_path / "fresh")


def state_of(archive: Archive, id: str) -> dict[str, str]:
    """Return the files of a head but the events: path → digest."""
    found = archive.store.find(id)
    assert found is not None
    return {path: digest for path, digest in found.version().files().items() if path != events.FILE}


# ── What went out comes back ──


def test_whole_objects_come_back_byte_for_byte(origin: Archive, fresh: Archive, tmp_path: Path) -> None:
    done = take(fresh, export(origin, tmp_path / "bag", ONE, TWO, ocfl=True))

    assert sorted((each.id, each.word, each.head) for each in done) == [(ONE, "copied", "v3"), (TWO, "copied", "v1")]
    assert objects_of(Path(fresh.store.place)) == objects_of(Path(origin.store.place))
    assert {line.how for line in fresh.store.ledger()} == {"imported"}
    recorded = sorted((id, event.fact("version"), event.detail) for id, event in logbook.of(fresh.store))
    assert recorded == [(id, version, "imported from the bag bag") for id, version in sorted(VERSIONS)]
    assert [each.word for each in take(fresh, tmp_path / "bag")] == ["unchanged", "unchanged"]


def test_story_comes_back_with_its_files_and_says_where_it_was(origin: Archive, fresh: Archive, tmp_path: Path) -> None:
    done = take(fresh, export(origin, tmp_path / "bag", ONE))

    assert [(each.id, each.word, each.head) for each in done] == [(ONE, "imported", "v1")]
    assert state_of(fresh, ONE) == state_of(origin, ONE)
    *before, last = fresh.story(ONE).events
    assert tuple(before) == origin.story(ONE).events
    assert (last.type, last.detail, last.fact("version-there")) == ("replication", "imported from the bag bag", "v3")
    assert [each.word for each in take(fresh, tmp_path / "bag")] == ["unchanged"]
    assert fresh.add(b"Rain fell for days.\n", name="rain.txt", meta={"guid": ONE}).decision == "unchanged"


def test_import_goes_on_where_an_older_bag_ended(origin: Archive, fresh: Archive, tmp_path: Path) -> None:
    take(fresh, export(origin, tmp_path / "first", ONE, ocfl=True))
    origin.add(b"Rain fell for weeks.\n", name="rain.txt", meta={"guid": ONE})

    done = take(fresh, export(origin, tmp_path / "second", ONE, ocfl=True))

    assert [(each.word, each.head) for each in done] == [("extended", "v4")]
    assert [each.word for each in take(fresh, tmp_path / "first")] == ["ahead"]


def test_tombstone_comes_back_as_one(origin: Archive, fresh: Archive, tmp_path: Path) -> None:
    Archive(origin.store, now=lambda: NOW, by="Ann Example <ann@example.com>").purge(ONE, ONE, reason="court order")

    take(fresh, export(origin, tmp_path / "bag", ONE, ocfl=True))

    assert objects_of(Path(fresh.store.place)).items() <= objects_of(Path(origin.store.place)).items()
    with pytest.raises(ArchiveError, match="was purged"):
        fresh.story(ONE)


versions = st.lists(articles(), min_size=1, max_size=3)


stories = st.lists(versions, min_size=1, max_size=3)


@pytest.mark.slow
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(stories, st.booleans())
def test_export_then_import_gives_equal_objects(stories: list[list[Article]], ocfl: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        origin, fresh = open_archive(folder / "origin"), open_archive(folder / "fresh")
        ids = [f"urn:x:{number}" for number in range(len(stories))]
        for id, story in zip(ids, stories, strict=True):
            for number, article in enumerate(story):
                without_sum = article.provenance.replace(sha256=None)
                source = f"version {number}".encode()
                put_story(origin.store, article.replace(guid=id, provenance=without_sum), source=source)  # type: ignore[arg-type]

        take(fresh, export(origin, folder / "bag", *ids, ocfl=ocfl))

        if ocfl:
            assert objects_of(folder / "fresh") == objects_of(folder / "origin")
        for id in ids:
            assert state_of(fresh, id) == state_of(origin, id)
            assert fresh.story(id).article == origin.story(id).article


# ── What others send ──


def test_files_of_another_bag_are_sources_with_their_sidecars_and_pictures(fresh: Archive, tmp_path: Path) -> None:
    bag = make_bag(
        tmp_path / "bag",
        {
            "2024/rain.txt": b"Rain\n\nRain fell on the port for days, the harbour master said.\n",
            "2024/rain.yaml": b"guid: urn:x:rain\n",
            "2024/photo.png": b"\x89PNG",
            "2024/.DS_Store": b"x",
            "wind.txt": b"Wind\n\nWind blew over the port for days, the harbour master said.\n",
        },
        version="0.97",
    )

    assert items_of(bag) == [
        ("other", "data/2024/.DS_Store"),
        ("other", "data/2024/photo.png"),
        ("source", "data/2024/rain.txt"),
        ("other", "data/2024/rain.yaml"),
        ("source", "data/wind.txt"),
    ]
    done = take(fresh, bag)

    assert [each.word for each in done] == ["archived", "archived"]
    assert done[0].id == "urn:x:rain"
    assert fresh.story("urn:x:rain").last_fact("path") == "2024/rain.txt"
    assert [each.word for each in take(fresh, bag)] == ["unchanged", "unchanged"]


def rebag(place: Path, path: str, content: bytes, *, tag_file: bool = False) -> Path:
    """Return a valid bag like the one at a place but with another content of one file."""
    payload = {
        each.relative_to(place / "data").as_posix(): each.read_bytes()
        for each in (place / "data").rglob("*")
        if each.is_file()
    }
    tags = {exporting.LIST: (place / exporting.LIST).read_bytes()}
    (tags if tag_file else payload)[path] = content
    shutil.rmtree(place)
    return make_bag(place, payload, replace=dict(tags))


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("canonical.xml", b"<x/>", "its canonical.xml is none"),
        ("canonical.xml", b"", "its canonical.xml is none"),
        ("source/rain.txt", b"Snow.\n", "not the one that its canonical.xml was made from"),
        ("source/other.txt", b"Snow.\n", "not the one that its canonical.xml was made from"),
        ("events.jsonl", b"{}\n", "is no event"),
        ("evil.sh", b"#!", "is no file of a story"),
    ],
)
def test_story_that_is_not_what_it_says_is_refused(
    origin: Archive, fresh: Archive, tmp_path: Path, path: str, content: bytes, words: str
) -> None:
    bag = export(origin, tmp_path / "bag", ONE)

    with pytest.raises(UnreadableInput, match=words):
        take(fresh, rebag(bag, f"{names.folder_of(ONE)}/v3/{path}", content))
    assert list(fresh.ids()) == []


def test_story_under_the_id_of_another_is_refused(origin: Archive, fresh: Archive, tmp_path: Path) -> None:
    for ocfl in (False, True):
        bag = export(origin, tmp_path / f"bag-{ocfl}", TWO, ocfl=ocfl)
        if ocfl:
            folder = f"{names.folder_of(TWO)}"
            inventory = (bag / "data" / folder / "inventory.json").read_bytes().replace(TWO.encode(), ONE.encode())
            for path in ("inventory.json", "v1/inventory.json"):
                rebag(bag, f"{folder}/{path}", inventory)
                rebag(bag, f"{folder}/{path}.sha512", sidecar(inventory))
        else:
            listed = (bag / exporting.LIST).read_bytes()
            rebag(bag, exporting.LIST, listed.replace(TWO.encode(), ONE.encode()), tag_file=True)

        with pytest.raises(UnreadableInput, match=r"says that it is urn:x:1, and its canonical.xml is of urn:x:2"):
            take(fresh, bag)
        assert list(fresh.ids()) == []


@pytest.mark.parametrize(
    "listed",
    [
        b"nonsense\n",
        b"[]\n",
        b'{"id":"urn:x:1","folder":"../etc","version":"v1","ocfl":false}\n',
        b'{"id":"urn:x:1","folder":"data/../..","version":"v1","ocfl":false}\n',
        b'{"id":1,"folder":"data/x","version":"v1","ocfl":false}\n',
    ],
)
def test_list_of_objects_that_is_none_is_refused(fresh: Archive, tmp_path: Path, listed: bytes) -> None:
    bag = make_bag(tmp_path / "bag", replace={exporting.LIST: listed})

    with pytest.raises(UnreadableInput, match=r"objects\.jsonl:1: "):
        take(fresh, bag)


def test_listed_story_without_files_is_refused(fresh: Archive, tmp_path: Path) -> None:
    record = {"id": ONE, "folder": "data/none", "version": "v1", "ocfl": False}
    bag = make_bag(tmp_path / "bag", {}, replace={exporting.LIST: json.dumps(record).encode()})

    with pytest.raises(UnreadableInput, match=r"has no canonical.xml"):
        take(fresh, bag)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("inventory.json", b"{}"),
        ("inventory.json", b"[" * 100_000),
        ("v1/content/canonical.xml", b"<x/>"),
        ("v2/inventory.json", b"{}"),
        ("v9/extra.txt", b"x"),
        ("0=ocfl_object_1.1", b"other\n"),
    ],
)
def test_object_that_is_not_whole_is_refused(
    origin: Archive, fresh: Archive, tmp_path: Path, path: str, content: bytes
) -> None:
    bag = export(origin, tmp_path / "bag", ONE, ocfl=True)

    with pytest.raises(UnreadableInput):
        take(fresh, rebag(bag, f"{names.folder_of(ONE)}/{path}", content))
    assert list(fresh.ids()) == []
    assert objects_of(Path(fresh.store.place)) == {}


def test_version_that_breaks_a_rule_is_not_put_behind_those_that_are_there(
    origin: Archive, fresh: Archive, tmp_path: Path
) -> None:
    take(fresh, export(origin, tmp_path / "first", TWO, ocfl=True))
    found = origin.store.find(TWO)
    assert found is not None
    files = dict(found.version().files())
    origin.store.put(TWO, NewVersion("yesterday", "m", origin.by, files), found)

    with pytest.raises(UnreadableInput, match="yesterday"):
        take(fresh, export(origin, tmp_path / "second", TWO, ocfl=True))
    kept = fresh.store.find(TWO)
    assert kept is not None
    assert kept.head == "v1"


def test_object_without_a_story_is_refused(origin: Archive, fresh: Archive, tmp_path: Path) -> None:
    origin.store.put("urn:x:other", NewVersion(NOW, "by hand", origin.by, {"a.txt": b"A"}), None)

    with pytest.raises(UnreadableInput, match=r"has no canonical.xml"):
        take(fresh, export(origin, tmp_path / "bag", "urn:x:other", ocfl=True))


def test_other_story_of_the_same_id_is_never_replaced(origin: Archive, fresh: Archive, tmp_path: Path) -> None:
    put_story(fresh.store, make_article(ONE, "Quite another story."))  # type: ignore[arg-type]
    before = objects_of(Path(fresh.store.place))

    with pytest.raises(Diverged):
        take(fresh, export(origin, tmp_path / "whole", ONE, ocfl=True))
    with pytest.raises(ArchiveError, match="is there with other content"):
        take(fresh, export(origin, tmp_path / "head", ONE))
    assert objects_of(Path(fresh.store.place)) == before


def test_purged_story_does_not_come_back(origin: Archive, tmp_path: Path) -> None:
    for ocfl in (False, True):
        export(origin, tmp_path / f"bag-{ocfl}", ONE, ocfl=ocfl)
    Archive(origin.store, now=lambda: NOW, by="Ann Example <ann@example.com>").purge(ONE, ONE, reason="court order")

    for ocfl in (False, True):
        with pytest.raises(ArchiveError):
            take(origin, tmp_path / f"bag-{ocfl}")


def test_bytes_that_are_no_article_stay_in_their_bag(fresh: Archive, tmp_path: Path) -> None:
    with pytest.raises((UnreadableInput, InvalidDocument)):
        take(fresh, make_bag(tmp_path / "bag", {"a.xml": b"<x>"}))
    with pytest.raises(UnreadableInput, match="is empty"):
        take(fresh, make_bag(tmp_path / "empty", {"a.txt": b""}))
    assert list(fresh.ids()) == []


def assert_kill_is_survived(number: int, folder: Path) -> bool:
    origin = open_archive(folder / "origin")
    origin.add(b"Rain fell.\n", name="rain.txt", meta={"guid": ONE})
    origin.add(b"Rain fell again.\n", name="rain.txt", meta={"guid": ONE})
    bag = export(origin, folder / "bag", ONE, ocfl=True)
    make_store(folder / "fresh")

    def act() -> None:
        take(open_archive(folder / "fresh"), bag)

    was_killed = killed_at(number, act)
    fresh = open_archive(folder / "fresh")
    fresh.store.repair()
    take(fresh, bag)

    assert objects_of(folder / "fresh") == objects_of(folder / "origin")
    assert [(each.id, each.head) for each in fresh.store.ledger()] == [(ONE, "v1"), (ONE, "v2")]
    return was_killed


@pytest.mark.slow
def test_killed_import_is_completed_by_the_next(tmp_path: Path) -> None:
    number = 1
    while assert_kill_is_survived(number, tmp_path / str(number)):
        number += 11
    assert number > 10


def test_killed_export_leaves_no_bag(origin: Archive, tmp_path: Path) -> None:
    goal = tmp_path / "out" / "bag"
    goal.parent.mkdir()
    number = 1
    while killed_at(number, lambda: export(origin, goal, ONE, TWO)):
        if goal.exists():
            assert reading.read(FolderTree(str(goal))).is_acceptable
            break
        number += 7
    assert number > 20
