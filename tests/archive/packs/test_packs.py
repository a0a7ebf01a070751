"""Packed stories are found, read, corrected, purged and verified as loose ones are; a kill loses none."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.archive import logbook
from converter.archive.agents import PROGRAM
from converter.archive.archive import Archive
from converter.archive.bags import export as exporting
from converter.archive.catalogue.catalogue import Catalogue
from converter.archive.folder import FolderStore
from converter.archive.packs import form, packing
from converter.archive.packs.packing import Packed
from converter.archive.packs.store import PackedStore, whole_of
from converter.archive.premis import premis
from converter.archive.replication import replicate
from converter.archive.story import Purged
from converter.archive.verify import Scope, verify
from converter.conversion.plan import plan_for, request
from converter.core.errors import ArchiveError, FixityError, UsageError
from converter.testing import check_store
from tests.archive.kills import files_of, killed_at, objects_of

NOW = "2026-11-25T13:00:00Z"
OLD, OLDER, NEW, UNDATED = (f"urn:x:{name}" for name in ("old", "older", "new", "undated"))


def open_archive(folder: Path) -> Archive:
    store = PackedStore(FolderStore.create(str(folder), durability="none"))
    return Archive(store, now=lambda: NOW, by="Ann Example <ann@example.com>")


def add(archive: Archive, id: str, words: str, date: str | None = None) -> None:
    meta = {"guid": id, "lang": "en", **({"date.published": date} if date else {})}
    archive.add(f"{words}\n".encode(), name=f"{id.rpartition(':')[2]}.txt", meta=meta)


def fill(archive: Archive) -> None:
    add(archive, OLD, "Rain fell on the port.", "2019-05-01")
    add(archive, OLD, "Rain fell on the port for days.", "2019-05-01")
    add(archive, OLDER, "Wind blew over the port.", "2018")
    add(archive, NEW, "Sun shone on the port.", "2024-01-01")
    add(archive, UNDATED, "Fog lay over the port.")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = open_archive(tmp_path / "root")
    fill(made)
    return made


def store_of(archive: Archive) -> PackedStore:
    assert isinstance(archive.store, PackedStore)
    return archive.store


def pack(archive: Archive, before: str = "2020", **options: int) -> list[Packed]:
    return list(packing.pack(store_of(archive), before, now=NOW, by=PROGRAM, **options))


def state_of(archive: Archive, ids: tuple[str, ...] = (OLD, OLDER, NEW, UNDATED)) -> dict[str, dict[str, bytes]]:
    """Return every file of every story, wherever it lies."""
    return {id: dict(whole_of(archive.store, id).files()) for id in ids}


def codes(archive: Archive, **scope: str) -> list[str]:
    return [each.code for each in verify(archive.store.tree, Scope(**scope))]  # type: ignore[arg-type]


# ── Nothing changes for whoever reads ──


def test_packed_stories_are_read_as_before(archive: Archive) -> None:
    before = state_of(archive)
    texts = {id: archive.get(id, version=version, to="text").content for id, version in ((OLD, "v1"), (OLDER, None))}
    histories = {id: archive.history(id) for id in before}

    done = pack(archive)

    assert [(each.pack, set(each.ids), each.error) for each in done] == [("urn:converter:pack:1", {OLD, OLDER}, None)]
    store = store_of(archive)
    assert [store.loose.find(id) is None for id in (OLD, OLDER, NEW, UNDATED)] == [True, True, False, False]
    assert not (Path(store.place) / store.loose.path(OLD)).exists()
    assert store.path(OLD) == store.path("urn:converter:pack:1")
    assert state_of(archive) == before
    assert archive.get(OLD, version="v1", to="text").content == texts[OLD]
    assert archive.get(OLDER, to="text").content == texts[OLDER]
    assert {id: archive.history(id) for id in before} == histories
    assert sorted(archive.ids()) == sorted((OLD, OLDER, NEW, UNDATED))
    assert archive.find("older") == OLDER
    assert {each.id for each in archive.list()} == set(before)
    assert pack(archive) == []
    assert state_of(open_archive(Path(store.place))) == before


def test_search_finds_packed_stories_before_and_after_a_rebuild(archive: Archive) -> None:
    with Catalogue.open(archive.store) as catalogue:
        before = {hit.id for hit in catalogue.search("port", now=NOW).hits}
    pack(archive)

    with Catalogue.open(archive.store) as catalogue:
        assert {hit.id for hit in catalogue.search("port", now=NOW).hits} == before == {OLD, OLDER, NEW, UNDATED}
        assert catalogue.notices == ()
    with Catalogue.new(archive.store) as catalogue:
        assert {hit.id for hit in catalogue.search("port", now=NOW).hits} == before
        assert catalogue.count() == 4


def test_ledger_log_and_verify_know_what_was_packed(archive: Archive) -> None:
    pack(archive)

    assert [(each.id, each.how, each.at) for each in archive.store.ledger()][5:] == [
        ("urn:converter:pack:1", "put", NOW),
        *((id, "packed", NOW) for id in (OLDER, OLD)),
    ]
    events = dict(logbook.of(archive.store))
    assert {id: (each.type, each.detail) for id, each in events.items()} == dict.fromkeys(
        (OLD, OLDER), ("information package creation", "packed into urn:converter:pack:1")
    )
    assert codes(archive) == []
    assert codes(archive, object=OLD) == []
    assert b"packed into urn:converter:pack:1" in premis(archive.store, [OLD], now=NOW)


def test_packed_stories_leave_in_bags_and_premis(archive: Archive, tmp_path: Path) -> None:
    options = {"now": NOW, "by": PROGRAM, "ocfl": True}
    exporting.export(archive.store, str(tmp_path / "loose"), [OLD], **options)  # type: ignore[arg-type]
    pack(archive)
    exporting.export(archive.store, str(tmp_path / "packed"), [OLD], **options)  # type: ignore[arg-type]

    assert files_of(tmp_path / "loose") == files_of(tmp_path / "packed")


# ── The form ──


def test_pack_is_a_plain_zip_with_an_index_of_its_pieces(archive: Archive) -> None:
    before = state_of(archive)
    pack(archive)

    content = archive.store.read("urn:converter:pack:1", form.ZIP)
    index = [json.loads(line) for line in archive.store.read("urn:converter:pack:1", form.INDEX).splitlines()]

    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert opened.testzip() is None
        for line in index:
            names = [each for each in opened.namelist() if each.startswith(f"{line['path']}/")]
            assert {each.removeprefix(f"{line['path']}/"): opened.read(each) for each in names} == before[line["id"]]
        assert {each.date_time for each in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert [line["id"] for line in index] == [OLD, OLDER]
    assert [line["head"] for line in index] == ["v2", "v1"]


def test_equal_stories_give_equal_packs(archive: Archive, tmp_path: Path) -> None:
    other = open_archive(tmp_path / "other")
    for id, words, date in ((OLDER, "Wind blew over the port.", "2018"), (OLD, "Rain fell on the port.", "2019-05-01")):
        add(other, id, words, date)
    add(other, OLD, "Rain fell on the port for days.", "2019-05-01")

    assert pack(archive)[0].size == pack(other)[0].size
    for name in (form.ZIP, form.INDEX):
        assert archive.store.read("urn:converter:pack:1", name) == other.store.read("urn:converter:pack:1", name)


def test_packs_are_as_large_as_they_may_be(archive: Archive) -> None:
    assert [len(each.ids) for each in pack(archive, "2025", most=2)] == [2, 1]
    assert codes(archive) == []
    assert sorted(archive.ids()) == sorted((OLD, OLDER, NEW, UNDATED))


def test_story_larger_than_a_pack_stays_loose(archive: Archive) -> None:
    size = sum(map(len, state_of(archive)[OLD].values()))

    done = pack(archive, most_bytes=size - 1)

    assert done[0].ids == (OLD,)
    assert isinstance(done[0].error, ArchiveError)
    assert done[1].ids == (OLDER,)


@pytest.mark.parametrize("before", ["yesterday", "20", "2020-1", "2020-01-01T00:00:00Z", ""])
def test_what_is_no_date_is_refused(archive: Archive, before: str) -> None:
    with pytest.raises(UsageError, match="no year, month or day"):
        pack(archive, before)


@given(st.lists(st.tuples(st.text("ab/", min_size=1, max_size=4), st.binary(max_size=50)), max_size=5))
def test_piece_of_a_zip_reads_back(files: list[tuple[str, bytes]]) -> None:
    class Whole:
        inventory = _INVENTORY
        content = b"{}"

        def files(self) -> list[tuple[str, bytes]]:
            return sorted(dict(files).items())

    archive, index = form.build([Whole()])  # type: ignore[list-item]
    (place,) = form.places(index).values()

    assert form.members(archive[place.offset : place.offset + place.length], place) == dict(files)


def _an_inventory() -> object:
    from converter.archive.inventory import Inventory

    return Inventory("urn:x:1", "v1", {}, {})


_INVENTORY = _an_inventory()


def test_document_cannot_pass_for_a_pack(archive: Archive, tmp_path: Path) -> None:
    for number in (1, 2):
        with pytest.raises(ArchiveError, match="is no id of a story"):
            add(archive, form.pack_id(number), "I am a pack.")
    meta = request(meta=[("lang", "en"), ("guid", f"{form.pack_id(1)}")])
    prepared = archive.prepare(plan_for(b"I am a pack.\n", "pack.txt", meta))
    with archive.group() as group, pytest.raises(ArchiveError, match="is no id of a story"):
        archive.put(prepared, group)

    # Another tool may do so all the same.
    loose = Archive(store_of(archive).loose, now=lambda: NOW)
    add(loose, form.pack_id(2), "I am a pack.")

    fresh = open_archive(tmp_path / "root")
    assert [each.pack for each in pack(fresh)] == [form.pack_id(1)]
    assert [each.pack for each in pack(fresh, "2025")] == [form.pack_id(3)]
    assert fresh.get(OLD, to="text").content
    assert fresh.get(NEW, to="text").content


# ── A packed story goes on ──


def test_correction_takes_the_story_out_whole_and_goes_on(archive: Archive) -> None:
    before = state_of(archive)[OLD]
    pack(archive)

    add(archive, OLD, "Rain fell on the port for weeks.", "2019-05-01")

    assert [each.version for each in archive.history(OLD)] == ["v1", "v2", "v3"]
    store = store_of(archive)
    assert store.loose.find(OLD) is not None
    loose = {path: each for path, each in state_of(archive)[OLD].items() if path.startswith(("v1/", "v2/"))}
    assert loose.items() <= before.items()
    event = next(event for _, event in logbook.of(archive.store, OLD) if event.type == "replication")
    assert event.fact("continues") == f"urn:converter:pack:1#{OLD}"
    assert codes(archive) == []
    assert [(each.pack, each.ids) for each in pack(archive)] == [("urn:converter:pack:2", (OLD,))]
    assert [each.version for each in archive.history(OLD)] == ["v1", "v2", "v3"]
    assert codes(archive) == []


def test_same_submission_of_a_packed_story_is_unchanged(archive: Archive) -> None:
    pack(archive)

    add(archive, OLDER, "Wind blew over the port.", "2018")

    assert store_of(archive).loose.find(OLDER) is None


def test_packed_story_is_withdrawn_in_a_group_too(archive: Archive) -> None:
    pack(archive)

    receipt = archive.withdraw(OLDER, reason="wrong port")
    assert receipt is not None
    assert receipt.version == "v2"
    with pytest.raises(ArchiveError, match="is withdrawn"):
        archive.get(OLDER)
    plan = plan_for(b"Rain fell again.\n", "old.txt", request(meta=[("lang", "en"), ("guid", f"{OLD}")]))
    with archive.group() as group:
        archive.put(archive.prepare(plan), group)
    assert archive.story(OLD).version == "v3"
    assert codes(archive) == []


def test_purge_takes_a_story_out_of_every_pack(archive: Archive) -> None:
    pack(archive)
    add(archive, OLD, "Rain fell on the port for weeks.", "2019-05-01")
    pack(archive)

    archive.purge(OLD, OLD, reason="court order")

    assert [path for path, content in files_of(Path(archive.store.place)).items() if b"Rain fell" in content] == []
    for number in (1, 2):
        content = archive.store.read(form.pack_id(number), form.ZIP)
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            assert not [each for each in opened.namelist() if b"Rain fell" in opened.read(each)]
    with pytest.raises(ArchiveError, match="was purged"):
        archive.story(OLD)
    assert archive.get(OLDER, to="text").content
    assert codes(archive) == []
    assert pack(archive) == []


def test_second_root_follows_into_packs_and_purges(archive: Archive, tmp_path: Path) -> None:
    other = open_archive(tmp_path / "other")

    def copied(*, purges: bool = False) -> list[tuple[str, str]]:
        done = replicate(archive.store, other.store, now=lambda: NOW, by=PROGRAM, purges=purges)
        return [(each.id, each.word) for each in done]

    copied()
    pack(archive)
    assert copied() == [("urn:converter:pack:1", "copied"), (OLD, "packed"), (OLDER, "packed")]
    assert state_of(other) == state_of(archive)
    assert copied() == []
    add(archive, OLD, "Rain fell on the port for weeks.", "2019-05-01")
    assert copied() == [(OLD, "extended")]
    archive.purge(OLDER, OLDER, reason="court order")
    assert dict(copied()) == {OLDER: "failed", "urn:converter:pack:1": "failed"}
    assert dict(copied(purges=True)) == {OLDER: "purged"}
    assert objects_of(tmp_path / "other") == objects_of(tmp_path / "root")
    assert codes(other) == []


# ── Damage ──


def test_damaged_pack_is_found_and_its_other_stories_are_read(archive: Archive) -> None:
    pack(archive)
    place = Path(archive.store.place) / archive.store.path(form.pack_id(1)) / "v1" / "content" / form.ZIP
    content = bytearray(place.read_bytes())
    line = json.loads(archive.store.read(form.pack_id(1), form.INDEX).splitlines()[0])
    content[line["offset"] + 100] ^= 1
    place.write_bytes(content)

    fresh = open_archive(Path(archive.store.place))
    with pytest.raises(FixityError, match=line["id"]):
        fresh.story(line["id"])
    (other,) = {OLD, OLDER} - {line["id"]}
    assert fresh.get(other, to="text").content
    assert codes(archive) == ["file-changed"]


def test_damaged_story_is_not_packed(archive: Archive) -> None:
    place = Path(archive.store.place) / archive.store.path(OLD) / "v1" / "content" / "source" / "old.txt"
    place.write_bytes(b"Sun.\n")

    done = pack(archive)

    assert [(each.pack, each.ids) for each in done] == [("", (OLD,)), ("urn:converter:pack:1", (OLDER,))]
    assert isinstance(done[0].error, FixityError)
    assert store_of(archive).loose.find(OLD) is not None


@pytest.mark.slow
def test_lost_pack_is_found_with_its_stories(archive: Archive) -> None:
    import shutil

    pack(archive, most=1)
    shutil.rmtree(Path(archive.store.place) / archive.store.path(form.pack_id(1)))

    assert sorted(codes(archive)) == ["hierarchy-empty", "object-missing", "packed-missing"]
    assert codes(archive, object=OLDER) == ["packed-missing"]
    assert codes(archive, object=OLD) == []
    assert open_archive(Path(archive.store.place)).get(OLD, to="text").content


# ── Kills ──


def assert_kill_is_survived(act: Callable[[Archive], object], number: int, folder: Path) -> bool:
    """Assert that a run which was killed at a call loses no story, and that the next one ends it."""
    archive = open_archive(folder)
    fill(archive)
    pack(archive, "2019")
    before = state_of(archive)
    archive.store.close()

    was_killed = killed_at(number, lambda: act(open_archive(folder)))

    again = open_archive(folder)
    again.store.repair()
    after = state_of(again)
    assert (after[NEW], after[UNDATED]) == (before[NEW], before[UNDATED])
    for id in (OLD, OLDER):
        versions = {path: content for path, content in before[id].items() if path.startswith("v")}
        assert versions.items() <= after[id].items()
    assert sorted(again.ids()) == sorted((OLD, OLDER, NEW, UNDATED))
    act(again)
    assert codes(again) == []
    assert max(Counter(again.ids()).values()) == 1
    return was_killed


def pack_all(archive: Archive) -> None:
    pack(archive)
    assert store_of(archive).loose.find(OLD) is None
    assert Counter(id for id, event in logbook.of(archive.store) if event.fact("pack"))[OLD] == 1


def correct(archive: Archive) -> None:
    add(archive, OLDER, "Wind blew over the port for days.", "2018")
    assert archive.story(OLDER).version == "v2"


def assert_kills_are_survived(act: Callable[[Archive], object], step: int, folder: Path) -> int:
    number = 1
    while assert_kill_is_survived(act, number, folder / str(number)):
        number += step
    return number - 1


@pytest.mark.slow
def test_killed_packing_loses_nothing(tmp_path: Path) -> None:
    assert_kills_are_survived(pack_all, 19, tmp_path)


@pytest.mark.slow
def test_packing_killed_at_every_change_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count = assert_kills_are_survived(pack_all, 1, tmp_path)

    with capsys.disabled():
        print(f"\npacking: killed at each of {count} changing calls")
    assert count > 30


@pytest.mark.slow
def test_correction_killed_at_every_change_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    count = assert_kills_are_survived(correct, 1, tmp_path)

    with capsys.disabled():
        print(f"\ncorrection of a packed story: killed at each of {count} changing calls")
    assert count > 20


@pytest.mark.slow
@pytest.mark.parametrize("step", [23, 1])
def test_killed_purge_is_done_by_the_next_and_leaves_no_word(step: int, tmp_path: Path) -> None:
    def act(archive: Archive) -> None:
        archive.purge(OLD, OLD, reason="court order")

    number, was_killed = 1, True
    while was_killed:
        folder = tmp_path / str(number)
        archive = open_archive(folder)
        fill(archive)
        pack(archive)
        others = state_of(archive, (OLDER, NEW, UNDATED))

        was_killed = killed_at(number, lambda: act(open_archive(folder)))  # noqa: B023 - called in this turn

        again = open_archive(folder)
        again.store.repair()
        with suppress(Purged):
            act(again)
        assert [path for path, content in files_of(folder).items() if b"Rain fell" in content] == []
        assert again.store.packed(OLD) is None  # type: ignore[attr-defined]
        assert state_of(again, (OLDER, NEW, UNDATED)) == others
        assert codes(again) == []
        number += step
    assert number > 30


def test_store_with_packs_keeps_the_contract(tmp_path: Path) -> None:
    check_store(lambda name: PackedStore(FolderStore.create(str(tmp_path / name), durability="none")))
