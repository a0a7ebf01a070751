"""The catalogue follows the ledger: whatever came when, it says what one that is made anew says."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from converter.archive import events, fixity
from converter.archive.archive import Archive
from converter.archive.catalogue import catalogue as following
from converter.archive.catalogue import index as indexing
from converter.archive.catalogue.catalogue import Catalogue
from converter.archive.catalogue.index import Index
from converter.archive.folder import FolderStore
from converter.archive.inventory import NewVersion
from converter.archive.logbook import act_id, record
from converter.archive.store import AREA
from converter.core.errors import ArchiveError, CannotWrite, FixityError, UsageError
from tests.archive.catalogue import corpus
from tests.archive.catalogue.shelf import NOW, USER, answers, ids, made, new_store, purge, put, search
from tests.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.archive.store import Store

WORDS = ("ant", "bee", "cat", "dog")
QUERIES = (
    "*",
    *WORDS,
    *(f"{one} {other}" for one in WORDS for other in WORDS),
    *(f'"{one} {other}"' for one in WORDS for other in WORDS),
    *(f"title:{word}" for word in WORDS),
    *(f"NOT {word}" for word in WORDS),
    "a* OR d*",
    "date:2024",
    "date:2024-05..2024-06",
    "status:withdrawn",
    "lang:en ant",
)
"""Fifty."""
FEW = QUERIES[::5]


def catalogue_file(store: Store) -> str:
    """Return where the catalogue lies."""
    return os.path.join(store.place, *AREA.split("/"), following.FILE)


def codes(catalogue: Catalogue) -> list[str]:
    """Return the codes of the notices."""
    return [each.code for each in catalogue.notices]


def anew(store: Store, folder: Path) -> Catalogue:
    """Return another catalogue of the store, made from nothing."""
    return Catalogue.open(store, str(folder / f"anew-{time.monotonic_ns()}.sqlite"))


# ── Laws ────────────────────────────────────────────────────────────────────

acts = st.lists(
    st.tuples(
        st.sampled_from(["put", "put", "put", "purge", "foreign", "catch up"]),
        st.integers(0, 4),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
        st.sampled_from(["2024-05-14", "2024-06-01T10:30:00Z", "2024", "2023-01-01"]),
        st.sampled_from(["usable", "usable", "canceled"]),
    ),
    max_size=14,
)


def act(store: Store, what: str, number: int | str, text: str, date: str, status: str) -> None:
    """Do one act to one of five objects."""
    guid = f"urn:test:{number}"
    found = store.find(guid)
    if what == "purge":
        if found is not None and "canonical.xml" in found.version().files():
            purge(store, guid)
    elif what == "foreign":
        store.put(guid, NewVersion(NOW, "other", USER, {"data.bin": text.encode()}), found)
    elif what == "put":
        put(store, made(str(number), text, text.split()[0], date=date, status=status, lang="en"))


_law = {"suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}


@pytest.mark.slow
@settings(max_examples=25, **_law)  # type: ignore[arg-type]
@given(batch=st.integers(1, 3), done=acts)
def test_catching_up_is_making_anew_whatever_the_order_and_the_cut(
    batch: int,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    done: list[tuple[str, int, str, str, str]],
) -> None:
    monkeypatch.setattr(following, "BATCH", batch)
    follow(tmp_path_factory.mktemp("law"), done, QUERIES)


def test_catching_up_is_making_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "BATCH", 2)
    done = [
        ("put", 0, "ant bee", "2024-05-14", "usable"),
        ("put", 1, "ant", "2024", "usable"),
        ("put", 0, "ant ant cat", "2024-05-14", "usable"),
        ("catch up", 0, "", "", ""),
        ("put", 0, "dog", "2023-01-01", "canceled"),
        ("put", 2, "bee cat", "2024-06-01T10:30:00Z", "usable"),
        ("foreign", 1, "data", "", ""),
        ("catch up", 0, "", "", ""),
        ("put", 1, "cat", "2024", "usable"),
        ("purge", 2, "", "", ""),
    ]

    follow(tmp_path, done, QUERIES[::3])


def follow(folder: Path, done: Sequence[tuple[str, int, str, str, str]], queries: Sequence[str]) -> None:
    """Do the acts beside a catalogue that catches up, and compare it with one made anew."""
    store = new_store(folder)
    with Catalogue.open(store) as followed:
        for what, number, text, date, status in done:
            if what == "catch up":
                followed.catch_up()
            else:
                act(store, what, number, text, date, status)
        followed.catch_up()
        with anew(store, folder) as fresh:
            assert answers(followed, queries) == answers(fresh, queries)


@pytest.mark.slow
def test_made_stories_are_answered_alike_before_and_after_a_rebuild(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    for number in range(40):
        put(store, corpus.story(number, paragraphs=2))
        if number % 7 == 0:
            put(store, corpus.story(number + 1000, paragraphs=2).replace(guid=corpus.story(number).guid))
    words = [corpus.words(tongue, random.Random(tongue.lang), 1)[0] for tongue in corpus.TONGUES]
    queries = [f'"{word}"' for word in words]
    queries += ["source:post", "subject:arts", "date:2018..2020", "lang:en", "*", "status:canceled", "NOT source:wire"]
    with Catalogue.open(store) as catalogue:
        before = answers(catalogue, queries)
        catalogue.rebuild()

        assert answers(catalogue, queries) == before
        assert sum(each.total for each in before) > 100


# ── Missing, old, damaged ───────────────────────────────────────────────────


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Any]]:
    """Return a store of sixteen stories with its catalogue, to be copied, and what the catalogue answers."""
    folder = tmp_path_factory.mktemp("shelf")
    made_store = new_store(folder)
    for number in range(16):
        put(made_store, made(str(number), f"{WORDS[number % 4]} number{number}", date=f"2024-05-{number % 28 + 1:02d}"))
    with Catalogue.open(made_store) as catalogue:
        assert codes(catalogue) == ["catalogue-made"]
        assert catalogue.count() == 16
        said = answers(catalogue, FEW)
    made_store.close()
    return folder / "root", said


@pytest.fixture
def store(shelf: tuple[Path, list[Any]], tmp_path: Path) -> Store:
    """Return the store of the stories, without its catalogue."""
    return copied(shelf[0], tmp_path, with_catalogue=False)


@pytest.fixture
def catalogued(shelf: tuple[Path, list[Any]], tmp_path: Path) -> Store:
    """Return the store of the stories, with its catalogue."""
    return copied(shelf[0], tmp_path, with_catalogue=True)


def copied(root: Path, folder: Path, *, with_catalogue: bool) -> Store:
    """Return a copy of a store."""
    shutil.copytree(root, folder / "root")
    for path in (folder / "root" / AREA).glob(f"{following.FILE}*"):
        if not with_catalogue:
            path.unlink()
    return FolderStore.open(str(folder / "root"), durability="none")


@pytest.fixture
def before(shelf: tuple[Path, list[Any]]) -> list[Any]:
    """Return what a sound catalogue of the store answers."""
    return shelf[1]


def test_sound_catalogue_is_gone_on_with(catalogued: Store, before: list[Any]) -> None:
    put(catalogued, made("new", "zebra"))

    with Catalogue.open(catalogued) as catalogue:
        assert codes(catalogue) == []
        assert ids(catalogue, "zebra") == ["new"]
        assert catalogue.catch_up() == 0


def tables_of_another_release(path: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def another_application(path: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA application_id = 7")
    connection.close()


def no_table(path: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("DROP TABLE restricted")
    connection.close()


def no_state(path: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("DELETE FROM state")
    connection.close()


def later_state(path: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE state SET position = 17")
    connection.close()


def other_ledger(path: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE state SET hash = '0'")
    connection.close()


def cut(path: str) -> None:
    os.truncate(path, os.path.getsize(path) // 2)


def emptied(path: str) -> None:
    os.truncate(path, 0)


def overwritten(path: str) -> None:
    with open(path, "r+b") as file:
        file.write(b"\xff" * os.path.getsize(path))


def pages_zeroed(path: str) -> None:
    size = os.path.getsize(path)
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(bytes(size - 4096))


def removed(path: str) -> None:
    os.unlink(path)


@pytest.mark.parametrize(
    "damage",
    [
        tables_of_another_release,
        another_application,
        no_table,
        no_state,
        later_state,
        other_ledger,
        cut,
        emptied,
        overwritten,
        pages_zeroed,
        removed,
    ],
)
def test_catalogue_that_is_not_as_it_should_be_is_made_anew_with_a_notice(
    catalogued: Store, before: list[Any], damage: Any
) -> None:
    damage(catalogue_file(catalogued))

    with Catalogue.open(catalogued) as catalogue:
        assert answers(catalogue, FEW) == before
        assert codes(catalogue) == ["catalogue-made"]


@pytest.mark.slow
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.floats(0, 0.999), min_size=1, max_size=3), filling=st.binary(min_size=1, max_size=64))
def test_no_damage_is_an_error(store: Store, places: list[float], filling: bytes) -> None:
    with Catalogue.open(store) as catalogue:
        catalogue.count()
    path = catalogue_file(store)
    size = os.path.getsize(path)
    with open(path, "r+b") as file:
        for place in places:
            file.seek(int(size * place))
            file.write(filling)

    with Catalogue.open(store) as catalogue:
        answers(catalogue, FEW[:4])
        catalogue.rebuild()
        assert catalogue.count() == 16
        assert search(catalogue, "ant").total == 4


def test_damage_under_an_open_catalogue_is_met_by_making_it_anew(catalogued: Store, before: list[Any]) -> None:
    with Catalogue.open(catalogued) as catalogue:
        no_table(catalogue_file(catalogued))

        assert answers(catalogue, FEW) == before
        assert codes(catalogue) == ["catalogue-made"]


def test_file_that_is_no_catalogue_is_never_touched(store: Store, tmp_path: Path) -> None:
    words = tmp_path / "story.txt"
    words.write_text("The bridge is open again." * 10, encoding="utf-8")
    database = tmp_path / "accounts.sqlite"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE account (name TEXT)")
    connection.close()
    contents = [words.read_bytes(), database.read_bytes()]

    for path in (words, database):
        with pytest.raises(ArchiveError, match="is no catalogue"):
            Catalogue.open(store, str(path))
        with pytest.raises(ArchiveError, match="is no catalogue"):
            Catalogue.new(store, str(path))

    assert [words.read_bytes(), database.read_bytes()] == contents


def test_file_that_cannot_be_made_is_one_clear_error(store: Store, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="elsewhere with catalogue"):
        Catalogue.open(store, str(tmp_path / "missing" / "catalogue.sqlite"))
    (tmp_path / "folder").mkdir()
    with pytest.raises((ArchiveError, CannotWrite)):
        Catalogue.open(store, str(tmp_path / "folder"))


def test_object_that_cannot_be_read_does_not_keep_the_others_from_being_found(store: Store) -> None:
    path = os.path.join(store.place, store.path("urn:test:3"), "v1", "content", "canonical.xml")
    with open(path, "ab") as file:
        file.write(b" ")

    with Catalogue.open(store) as catalogue:
        assert catalogue.count() == 15
        assert [each.code for each in catalogue.notices] == ["catalogue-made", "catalogue-lacks"]
        assert dict(catalogue.notices[1].facts)["id"] == "urn:test:3"
    with Catalogue.open(store) as catalogue:
        assert codes(catalogue) == []

    os.truncate(path, os.path.getsize(path) - 1)
    with Catalogue.new(store) as catalogue:
        assert catalogue.count() == 16


def test_hit_whose_object_is_damaged_is_found_without_a_snippet(catalogued: Store, before: list[Any]) -> None:
    path = os.path.join(catalogued.place, catalogued.path("urn:test:3"), "v1", "content", "canonical.xml")
    with open(path, "ab") as file:
        file.write(b" ")

    with Catalogue.open(catalogued) as catalogue:
        (hit,) = search(catalogue, "number3").hits

    assert hit.snippet is None


def test_damaged_ledger_is_said_and_not_searched_over(store: Store) -> None:
    path = os.path.join(store.place, *AREA.split("/"), "ledger.jsonl")
    with open(path, "r+b") as file:
        file.seek(os.path.getsize(path) // 2)
        file.write(b"XX")

    with pytest.raises(FixityError, match="ledger"):
        Catalogue.open(store)


class Elsewhere(FolderStore):
    """A store that says it is in a bucket."""

    @property
    def place(self) -> str:
        """Return an address."""
        return "s3://bucket/news"


def test_store_that_is_no_folder_needs_a_file(store: Store, tmp_path: Path) -> None:
    elsewhere = Elsewhere.open(store.place)

    with pytest.raises(UsageError, match=r"^catalogue: "):
        Catalogue.open(elsewhere)
    with Catalogue.open(elsewhere, str(tmp_path / "catalogue.sqlite")) as catalogue:
        assert catalogue.count() == 16


def test_root_without_a_ledger_is_searched_all_the_same(catalogued: Store, before: list[Any]) -> None:
    os.unlink(os.path.join(catalogued.place, *AREA.split("/"), "ledger.jsonl"))
    foreign = FolderStore.open(catalogued.place)

    with Catalogue.open(foreign) as catalogue:
        assert codes(catalogue) == ["catalogue-made"]
        assert answers(catalogue, FEW) == before
    shutil.rmtree(os.path.join(catalogued.place, catalogued.path("urn:test:3")))
    with Catalogue.open(foreign) as catalogue:
        assert catalogue.count() == 15
        assert codes(catalogue) == ["catalogue-made"]
    with Catalogue.open(foreign) as catalogue:
        assert codes(catalogue) == []


# ── What was purged ─────────────────────────────────────────────────────────


def raw(store: Store) -> bytes:
    """Return all bytes of the catalogue's files."""
    paths = [Path(catalogue_file(store) + end) for end in ("", "-wal")]
    return b"".join(path.read_bytes() for path in paths if path.exists())


def test_words_of_a_purged_story_leave_the_file(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    for number in range(20):
        put(store, made(str(number), f"ordinary words of story {number}"))
    put(store, made("secret", "Ꙗzzylxword was here", "Ꙗqqtitle"))
    with Catalogue.open(store) as catalogue:
        put(store, made("secret", "Ꙗzzylxword was here, and Ꙗmoreover", "Ꙗqqtitle"))
        catalogue.catch_up()
        assert ids(catalogue, "Ꙗmoreover") == ["secret"]
        assert b"zzylxword" in raw(store)
        purge(store, "urn:test:secret")
        catalogue.catch_up()

        assert ids(catalogue, "Ꙗ*") == []
        for word in (b"zzylxword", b"qqtitle", b"moreover"):
            assert word not in raw(store)
        assert catalogue.count() == 20


_ORDINARY = "ordinary* story*"


def archived(folder: Path) -> Archive:
    """Return an archive with a catalogue, twenty ordinary stories, and one that was corrected and must go."""
    archive = Archive.open(folder / "root", create=True, durability="none", now=lambda: NOW, by="Ann <ann@example.com>")
    for number in range(20):
        put(archive.store, made(str(number), f"ordinary words of story {number}"))
    put(archive.store, made("secret", "Ꙗzzylxword was here", "Ꙗqqtitle"))
    assert archive.search("Ꙗ*").total == 1
    put(archive.store, made("secret", "Ꙗmoreover it was corrected", "Ꙗqqtitle"))
    assert archive.search("Ꙗmoreover").total == 1
    return archive


def assert_forgotten(archive: Archive, folder: Path, *codes_then: str) -> None:
    with Catalogue.open(archive.store) as catalogue, anew(archive.store, folder) as other:
        assert codes(catalogue) == list(codes_then)
        assert answers(catalogue, [_ORDINARY, "words", "Ꙗ*"]) == answers(other, [_ORDINARY, "words", "Ꙗ*"])
        assert catalogue.count() == 20
    for word in (b"zzylxword", b"qqtitle", b"moreover"):
        assert word not in raw(archive.store)


def test_purge_takes_one_story_out_of_the_catalogue_and_leaves_no_word(tmp_path: Path) -> None:
    archive = archived(tmp_path)
    before = Path(catalogue_file(archive.store)).stat().st_ino

    archive.purge("urn:test:secret", "urn:test:secret", reason="court order")

    assert Path(catalogue_file(archive.store)).stat().st_ino == before
    assert_forgotten(archive, tmp_path)


@pytest.mark.slow
def test_purge_of_a_version_leaves_no_word_of_it(tmp_path: Path) -> None:
    archive = archived(tmp_path)

    archive.purge("urn:test:secret", "urn:test:secret", reason="a name", versions=["v1"])

    assert archive.search("Ꙗmoreover").total == 1
    assert archive.search("Ꙗzzylxword").total == 0
    assert b"zzylxword" not in raw(archive.store)


@pytest.mark.slow
def test_erasing_that_was_ended_is_made_good_when_the_catalogue_is_opened_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = archived(tmp_path)

    def end(index: Index) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Index, "erase", end)
        with pytest.raises(KeyboardInterrupt):
            archive.purge("urn:test:secret", "urn:test:secret", reason="court order")
    assert b"moreover" in raw(archive.store)

    assert_forgotten(archive, tmp_path, "catalogue-made")


@pytest.mark.slow
def test_somebody_who_reads_meanwhile_keeps_no_word_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "READERS_MS", 10)
    archive = archived(tmp_path)
    reader = sqlite3.connect(catalogue_file(archive.store), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM article").fetchone()

    archive.purge("urn:test:secret", "urn:test:secret", reason="court order")

    assert_forgotten(archive, tmp_path)
    reader.close()


def test_words_of_a_story_that_left_before_it_was_purged_leave_too(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    put(store, made("plain", "ordinary words"))
    put(store, made("secret", "Ꙗzzylxword was here"))
    with Catalogue.open(store) as catalogue:
        act(store, "foreign", "secret", "", "", "")
        catalogue.catch_up()
        assert catalogue.count() == 1
        assert b"zzylxword" in raw(store)
        purge(store, "urn:test:secret")
        catalogue.catch_up()

        assert b"zzylxword" not in raw(store)


def test_story_that_came_back_after_its_purge_is_no_reason_to_begin_again_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "BATCH", 1)
    store = new_store(tmp_path)
    put(store, made("a", "Ꙗzzylxword"))
    with Catalogue.open(store) as catalogue:
        purge(store, "urn:test:a")
        put(store, made("a", "quay"))
        catalogue.catch_up()

        assert codes(catalogue) == ["catalogue-made"] * 2
        assert ids(catalogue, "quay") == ["a"]
        assert b"zzylxword" not in raw(store)
        catalogue.rebuild()
        assert codes(catalogue) == ["catalogue-made"] * 3
        assert catalogue.catch_up() == 0


# ── What else it knows ──────────────────────────────────────────────────────


def test_inputs_events_links_and_checks_are_kept_for_reports(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "root", create=True, now=lambda: NOW) as archive:
        text = b"The ferry to the islands sails again, the harbour board said on Thursday.\n"
        first = archive.add(text, name="a.txt", meta={"guid": "urn:test:a", "headline": "Ferry Returns"})
        second = archive.add(b"Another story.\n", name="b.txt", meta={"guid": "urn:test:b"})
        archive.link(first.id, second.id, reason="the desk says so")
        archive.hold(first.id, reason="a court asks")
        record(archive.store, [(first.id, _check(first.id))], fixity.FOLDER)
        with Catalogue.open(archive.store) as catalogue:
            assert catalogue.candidates("FERRY  returns", "", ()) == (first.id,)
            assert catalogue.candidates("", "", ("the harbour board said on",)) == (first.id,)
            assert catalogue.candidates("Nothing", "nowhere", ("no such phrase", "!")) == ()
            (sha256,) = _rows(archive.store, "SELECT sha256 FROM input WHERE name = 'a.txt'")
            assert catalogue.with_source(sha256) == (first.id,)
            assert set(_rows(archive.store, "SELECT relation FROM link")) >= {"revision-of"}
            assert "ingestion" in _rows(archive.store, "SELECT type FROM event")
            assert _rows(archive.store, "SELECT hold FROM article WHERE hold IS NOT NULL") == ["a court asks"]
            assert _rows(archive.store, "SELECT at FROM fixity") == [NOW]

            record(archive.store, [(second.id, _check(second.id))], fixity.FOLDER)
            catalogue.catch_up()
            assert len(_rows(archive.store, "SELECT at FROM fixity")) == 2


def _check(id: str) -> events.Event:
    return events.Event(act_id(id, "v1", fixity.TYPE, NOW, ""), fixity.TYPE, NOW, events.SUCCESS)


def _rows(store: Store, sql: str) -> list[Any]:
    connection = sqlite3.connect(catalogue_file(store))
    found = [row[0] for row in connection.execute(sql)]
    connection.close()
    return found


# ── Several at once ─────────────────────────────────────────────────────────

_READER = """
import sys
from converter.archive.catalogue.catalogue import Catalogue
from converter.archive.folder import FolderStore
place, seconds = sys.argv[1], float(sys.argv[2])
import time
end, searches, most = time.monotonic() + seconds, 0, 0
store = FolderStore.open(place)
with Catalogue.open(store) as catalogue:
    while time.monotonic() < end:
        results = catalogue.search("ant OR bee", now="2025-06-01T12:00:00Z", limit=5)
        assert results.total >= most, (results.total, most)
        most = results.total
        searches += 1
        if searches % 10 == 0:
            catalogue.catch_up()
print(searches, most)
"""


@pytest.mark.slow
def test_readers_beside_a_writer_meet_no_lock(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    put(store, made("first", "ant"))
    readers = [_start(_READER, store.place, "4") for _ in range(3)]
    with Catalogue.open(store) as catalogue:
        number = 0
        while any(reader.poll() is None for reader in readers):
            put(store, made(str(number := number + 1), f"{WORDS[number % 4]} {number}"))
            if number % 3 == 0:
                catalogue.catch_up()

    for reader in readers:
        out, err = reader.communicate()
        assert reader.returncode == 0, err
        searches, _ = map(int, out.split())
        assert searches > 20
    with Catalogue.open(store) as catalogue:
        assert catalogue.count() == number + 1


_MAKER = """
import sys
from converter.archive.catalogue import catalogue as following
from converter.archive.folder import FolderStore
following.BATCH = 5
print("begun", flush=True)
while True:
    with following.Catalogue.new(FolderStore.open(sys.argv[1])) as catalogue:
        pass
    print("made", flush=True)
"""


@pytest.mark.slow
def test_killed_while_it_is_made_it_is_gone_on_with(store: Store, before: list[Any]) -> None:
    for number in range(12):
        maker = _start(_MAKER, store.place)
        assert maker.stdout is not None
        maker.stdout.readline()
        time.sleep(0.013 * number)
        maker.send_signal(signal.SIGKILL)
        maker.communicate()

        with Catalogue.open(store) as catalogue:
            assert answers(catalogue, FEW) == before
            assert catalogue.count() == 16


@pytest.mark.slow
def test_made_anew_under_readers_it_answers_them_all(store: Store, before: list[Any]) -> None:
    makers = [_start(_MAKER, store.place) for _ in range(2)]
    try:
        with Catalogue.open(store) as catalogue:
            for _ in range(40):
                catalogue.catch_up()
                assert search(catalogue, "ant", snippets=False).total <= 4
    finally:
        for maker in makers:
            assert maker.poll() is None
            maker.kill()
            maker.communicate()
    with Catalogue.open(store) as catalogue:
        assert answers(catalogue, FEW) == before


_ACTOR = """
import random, sys, time
from converter.archive.catalogue import catalogue as following
from converter.archive.folder import FolderStore
from tests.archive.catalogue.shelf import NOW, made, purge, put
following.BATCH = 7
role, place, seconds, seed = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
drawn, store, number = random.Random(seed), FolderStore.open(place, durability="none"), 0
end = time.monotonic() + seconds
while time.monotonic() < end:
    number += 1
    if role == "write":
        guid = f"{seed}-{drawn.randrange(30)}"
        put(store, made(guid, f"ant {number} {drawn.choice(['bee', 'cat'])}"))
        if number % 40 == 0:
            purge(store, f"urn:test:{guid}")
    elif role == "search":
        with following.Catalogue.open(store) as catalogue:
            for _ in range(5):
                catalogue.catch_up()
                catalogue.search("ant", now=NOW, limit=5)
    else:
        following.Catalogue.new(store).close()
        time.sleep(0.05)
"""


@pytest.mark.slow
def test_writers_searchers_and_makers_at_once_end_with_the_same_answers(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    put(store, made("first", "ant"))
    roles = ("write", "write", "search", "search", "make")
    actors = [_start(_ACTOR, role, store.place, "5", str(seed)) for seed, role in enumerate(roles)]
    for actor in actors:
        _, err = actor.communicate(timeout=120)
        assert actor.returncode == 0, err

    with Catalogue.open(store) as catalogue, anew(store, tmp_path) as fresh:
        assert answers(catalogue, FEW) == answers(fresh, FEW)


def _start(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_that_catch_up_at_once_take_everything_in_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "BATCH", 2)
    faults: list[BaseException] = []

    def catch_up() -> None:
        try:
            with Catalogue.open(FolderStore.open(store.place)) as catalogue:
                assert catalogue.count() == 16
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=catch_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []


@pytest.fixture(autouse=True)
def _no_descriptor_is_left() -> Iterator[None]:
    """Hold each test to closing the catalogues that it opened."""
    yield
    folder = "/proc/self/fd"
    if os.path.isdir(folder):
        held = [os.path.realpath(os.path.join(folder, name)) for name in os.listdir(folder)]
        assert [path for path in held if following.FILE in path] == []
