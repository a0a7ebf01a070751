"""Stories leave in bags: whole, labelled, and with a record of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.archive import logbook
from converter.archive.agents import PROGRAM, user_from
from converter.archive.bags import export as exporting
from converter.archive.bags import names
from converter.archive.bags.export import Exported, LeftOut
from converter.archive.bags.reading import Bag, read
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion
from converter.archive.tree import FolderTree
from converter.core.errors import ArchiveError, CannotWrite, FixityError, UsageError
from tests.archive.bags.archives import NOW, make_article, make_store, put_story

ONE, TWO = "urn:newsml:example.com:One", "http://example.com/two?x=%41"


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    made = make_store(tmp_path / "root")
    put_story(made, make_article(ONE, "Rain fell."))
    put_story(made, make_article(ONE, "Rain fell again."), source=b"Rain fell again.\n")
    put_story(made, make_article(TWO), name="wind & 'rain' #1.txt")
    return made


def export(store: FolderStore, place: Path, *ids: str, **options: object) -> Exported:
    return exporting.export(store, str(place), ids, now=NOW, by=PROGRAM, **options)  # type: ignore[arg-type]


def bag_of(place: Path) -> Bag:
    bag = read(FolderTree(str(place)))
    assert bag.findings == ()
    return bag


def listed(place: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (place / exporting.LIST).read_bytes().splitlines()]


def test_head_of_each_story_is_in_its_folder(store: FolderStore, tmp_path: Path) -> None:
    done = export(store, tmp_path / "bag", ONE, TWO)

    one, two = names.folder_of(ONE), names.folder_of(TWO)
    assert set(bag_of(tmp_path / "bag").payload) == {
        f"data/{two}/v1/canonical.xml",
        f"data/{two}/v1/events.jsonl",
        f"data/{two}/v1/source/wind & 'rain' #1.txt",
        f"data/{one}/v2/canonical.xml",
        f"data/{one}/v2/events.jsonl",
        f"data/{one}/v2/source/story.txt",
    }
    assert (tmp_path / "bag" / "data" / one / "v2" / "source" / "story.txt").read_bytes() == b"Rain fell again.\n"
    assert (done.ids, done.left_out, done.flagged, done.count) == ((TWO, ONE), (), (), 6)
    assert listed(tmp_path / "bag")[1] == {
        "id": ONE,
        "folder": f"data/{one}/v2",
        "version": "v2",
        "head": "v2",
        "ocfl": False,
        "restrictions": [],
    }
    assert ("External-Identifier", ONE) in bag_of(tmp_path / "bag").info


def test_older_version_is_exported_by_name(store: FolderStore, tmp_path: Path) -> None:
    export(store, tmp_path / "bag", ONE, version="v1")

    assert (tmp_path / "bag" / "data" / names.folder_of(ONE) / "v1" / "source" / "story.txt").read_bytes() == (
        b"Rain fell.\n"
    )
    with pytest.raises(ArchiveError, match="v3"):
        export(store, tmp_path / "none", ONE, version="v3")


def test_whole_object_is_what_lies_in_the_root(store: FolderStore, tmp_path: Path) -> None:
    export(store, tmp_path / "bag", ONE, ocfl=True)

    there = Path(store.place) / store.path(ONE)
    here = tmp_path / "bag" / "data" / names.folder_of(ONE)
    assert {path.relative_to(here): path.read_bytes() for path in here.rglob("*") if path.is_file()} == {
        path.relative_to(there): path.read_bytes() for path in there.rglob("*") if path.is_file()
    }


def test_same_archive_and_clock_give_the_same_bag(store: FolderStore, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(store, tmp_path / name, TWO, ONE, ONE, ocfl=True)

    one, two = (
        {path.relative_to(bag): path.read_bytes() for path in bag.rglob("*") if path.is_file()}
        for bag in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_killed_story_is_never_exported_without_its_label(store: FolderStore, tmp_path: Path) -> None:
    put_story(store, make_article(ONE, status="canceled"))

    for options in ({}, {"ocfl": True}, {"version": "v1"}, {"embargoed": True}):
        with pytest.raises(ArchiveError, match=r"is withdrawn \(canceled\)") as error:
            export(store, tmp_path / "bag", ONE, TWO, **options)
        assert error.value.exit_code == 6
        assert "withdrawn=True gives" in error.value.hint
        assert not (tmp_path / "bag").exists()

    done = export(store, tmp_path / "bag", ONE, TWO, withdrawn=True)

    assert [(id, each.kind, each.what) for id, each in done.flagged] == [(ONE, "withdrawn", "canceled")]
    assert ("Internal-Sender-Description", f"{ONE} is withdrawn (canceled)") in bag_of(tmp_path / "bag").info
    assert listed(tmp_path / "bag")[1]["restrictions"] == [{"kind": "withdrawn", "what": "canceled"}]


def test_embargoed_story_leaves_with_its_date_or_not_at_all(store: FolderStore, tmp_path: Path) -> None:
    put_story(store, make_article(ONE, embargo="2026-12-24T06:00:00Z"))

    with pytest.raises(ArchiveError, match="embargoed until 2026-12-24T06:00:00Z"):
        export(store, tmp_path / "bag", ONE, withdrawn=True)

    export(store, tmp_path / "bag", ONE, embargoed=True)

    assert listed(tmp_path / "bag")[0]["restrictions"] == [{"kind": "embargoed", "what": "2026-12-24T06:00:00Z"}]


def test_export_of_all_leaves_out_what_may_not_leave_and_says_so(store: FolderStore, tmp_path: Path) -> None:
    put_story(store, make_article(ONE, status="withheld"))

    done = export(store, tmp_path / "bag", ONE, TWO, leave_out=True)

    assert done.ids == (TWO,)
    assert done.left_out == (LeftOut(ONE, "is withdrawn (withheld)"),)


def test_export_is_recorded_for_each_story_and_makes_no_version(store: FolderStore, tmp_path: Path) -> None:
    exporting.export(store, str(tmp_path / "bag"), [ONE, TWO], now=NOW, by=user_from("Ann Example <ann@example.com>"))

    recorded = list(logbook.of(store))
    assert [id for id, _ in recorded] == [TWO, ONE]
    event = recorded[1][1]
    assert (event.type, event.at, event.outcome) == ("information package creation", NOW, "success")
    assert event.detail == f"exported into the bag {tmp_path / 'bag'}"
    assert [each.name for each in event.agents] == ["Ann Example <ann@example.com>", "article-converter"]
    assert event.fact("version") == "v2"
    assert [id for id, _ in logbook.of(store, TWO)] == [TWO]
    head = store.find(ONE)
    assert head is not None
    assert head.head == "v2"


def test_damage_is_found_before_it_is_handed_on(store: FolderStore, tmp_path: Path) -> None:
    source = Path(store.place) / store.path(ONE) / "v1" / "content" / "source" / "story.txt"
    source.write_bytes(b"Sun shone.\n")

    with pytest.raises(CannotWrite, match="sha512") as error:
        export(store, tmp_path / "bag", ONE, ocfl=True)

    assert isinstance(error.value.__cause__, FixityError)
    assert [path.name for path in tmp_path.iterdir()] == ["root"]


def test_object_of_another_tool_leaves_as_it_is(store: FolderStore, tmp_path: Path) -> None:
    store.put("urn:x:other", NewVersion(NOW, "by hand", PROGRAM, {"notes/a.txt": b"A"}), None)

    export(store, tmp_path / "bag", "urn:x:other")

    assert list(bag_of(tmp_path / "bag").payload) == [f"data/{names.folder_of('urn:x:other')}/v1/notes/a.txt"]


def test_what_is_not_there_cannot_be_exported(store: FolderStore, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such story"):
        export(store, tmp_path / "bag", "urn:x:none")
    with pytest.raises(ArchiveError, match="nothing to export"):
        export(store, tmp_path / "bag")
    with pytest.raises(UsageError, match="whole objects"):
        export(store, tmp_path / "bag", ONE, ocfl=True, version="v1")
    with pytest.raises(CannotWrite, match="exists"):
        export(store, tmp_path / "root", ONE)


def test_bag_is_not_put_into_the_archive_itself(store: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "root")

    for place in (tmp_path / "root" / "bag", tmp_path / "link" / "bag"):
        with pytest.raises(CannotWrite, match="lies in the archive"):
            export(store, place, ONE)
