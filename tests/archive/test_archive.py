"""The archive's laws: what comes out is what went in, in whatever order and however many write at once."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.archive.archive import Archive, clock
from converter.archive.catalogue.catalogue import Catalogue
from converter.archive.ingest import Intake
from converter.archive.store import Conflict
from converter.conversion import plan as planning
from converter.core.errors import ArchiveError, FixityError, UnreadableInput, UsageError
from tests.archive.desk import ANN, CORRECTED, GUID, STORY, Clock, Keeper
from tests.tree import ROOT

FORMATS = ("xml", "newsml", "docx", "pdf", "text")
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


# ── What comes out is what went in ──────────────────────────────────────────


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_got_back_is_what_was_written_when_it_was_added(keeper: Keeper, sample: Path) -> None:
    added = keeper.archive.add(sample, to=FORMATS, meta={"provider": "Example News"})
    keeper.clock.now = "2031-01-01T00:00:00Z"

    got = {name: keeper.archive.get(added.id, to=name).content for name in FORMATS}

    assert got == added.outputs
    assert keeper.archive.get(added.id, to="source").content == sample.read_bytes()


def test_each_version_is_got_back_as_it_was(keeper: Keeper) -> None:
    meta = {"guid": GUID, "lang": "en"}
    outputs = []
    for number, content in enumerate((STORY, CORRECTED, STORY + b"And free.\n")):
        keeper.clock.now = f"2025-05-0{number + 1}T12:00:00Z"
        outputs.append(keeper.archive.add(content, name="a.txt", to=["newsml", "docx"], meta=meta).outputs)
    keeper.archive.hold(GUID, reason="Case 1")

    for number, written in enumerate(outputs, 1):
        for name in written:
            assert keeper.archive.get(GUID, version=f"v{number}", to=name).content == written[name]
    assert keeper.archive.get(GUID, to="newsml").content == outputs[-1]["newsml"]


def test_options_and_style_are_of_the_call(keeper: Keeper) -> None:
    meta = {"guid": GUID, "lang": "en"}
    keeper.archive.add(STORY, name="a.txt", to="text", meta=meta, keep_renditions=True)

    plain = keeper.archive.get(GUID, to="pdf").content
    letter = keeper.archive.get(GUID, to="pdf", settings={"paper": "letter"}).content

    assert plain != letter


def test_kept_rendition_is_returned_as_it_was_kept(keeper: Keeper) -> None:
    added = keeper.archive.add(
        STORY,
        name="a.txt",
        to="pdf",
        settings={"pdf.paper": "letter"},
        meta={"guid": GUID},
        keep_renditions=True,
    )

    assert keeper.archive.get(GUID, to="pdf").content == added.outputs["pdf"]
    assert keeper.archive.get(GUID, to="pdf", settings={"paper": "a4"}).content != added.outputs["pdf"]


def test_copy_has_a_file_name(keeper: Keeper) -> None:
    keeper.archive.add(STORY, name="Fähre: v1.2.txt", to="text", keep_renditions=True, meta={"guid": GUID})

    assert "rendition/Fähre_ v1.2.txt" in keeper.archive.story(GUID).files
    assert keeper.archive.get(GUID, to="text").name == "Fähre_ v1.2.txt"
    assert keeper.archive.get(GUID, to="pdf").name == "Fähre_ v1.2.pdf"
    assert keeper.archive.get(GUID, to="source").name == "Fähre_ v1.2.txt"


def test_name_from_another_tool_never_leads_out(keeper: Keeper) -> None:
    added = keeper.archive.prepare(planning.plan_for(STORY, "a.txt", planning.request(meta=[("guid", GUID)])))
    assert added.new is not None
    files = {path.replace("source/a.txt", "source/x/..y.txt"): content for path, content in added.new.files.items()}
    keeper.archive.put(added.replace(new=added.new.replace(files=files, fixity={})))

    assert "/" not in keeper.archive.get(GUID, to="source").name
    assert "/" not in keeper.archive.get(GUID, to="docx").name


def test_unchanged_is_said_only_of_what_is_acknowledged(keeper: Keeper) -> None:
    plan = planning.plan_for(STORY, "a.txt", planning.request(meta=[("guid", GUID), ("lang", "en")]))
    keeper.archive.put(keeper.archive.prepare(plan))
    seen = keeper.archive.prepare(plan)
    keeper.archive.hold(GUID, reason="Case 1")

    with pytest.raises(Conflict):
        keeper.archive.put(seen)
    assert keeper.archive.put(keeper.archive.prepare(plan)) == ()


def test_damaged_story_does_not_hide_the_others_in_a_list(keeper: Keeper) -> None:
    for guid in ("urn:x:1", "urn:x:2"):
        keeper.add(guid=guid)
    path = sorted(keeper.folder.rglob("canonical.xml"))[0]
    path.write_bytes(path.read_bytes().replace(b"port", b"fort"))

    states = [each.state for each in keeper.archive.list()]

    assert states.count(()) == 1
    assert [state for state in states if state and state[0].startswith("damaged: ")]


def test_user_of_the_archive_is_that_of_what_is_prepared(keeper: Keeper) -> None:
    plan = planning.plan_for(STORY, "a.txt", planning.request(meta=[("guid", GUID), ("lang", "en")]))

    prepared = keeper.archive.prepare(plan, intake=Intake(keep_renditions=True))

    assert prepared.new is not None
    assert prepared.new.user.name == "Ann Example"


def test_unknown_story_version_or_format_is_one_line(keeper: Keeper) -> None:
    keeper.add()

    with pytest.raises(ArchiveError, match="no such story"):
        keeper.archive.get("urn:x:none")
    with pytest.raises(ArchiveError, match="has no version 'v9'"):
        keeper.archive.get(GUID, version="v9")
    with pytest.raises(UsageError, match="no writer called 'papyrus'"):
        keeper.archive.get(GUID, to="papyrus")


def test_damaged_story_is_not_given_out(keeper: Keeper) -> None:
    keeper.add()
    (path,) = keeper.folder.rglob("canonical.xml")
    path.write_bytes(path.read_bytes().replace(b"port", b"fort"))

    with pytest.raises(FixityError, match=r"canonical\.xml"):
        keeper.archive.get(GUID)


# ── Sources ─────────────────────────────────────────────────────────────────


def test_path_bytes_and_open_file_are_sources(tmp_path: Path, keeper: Keeper) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY)

    words = [
        keeper.archive.add(path, meta={"guid": "urn:x:1"}).decision,
        keeper.archive.add(str(path), meta={"guid": "urn:x:1"}).decision,
        keeper.archive.add(STORY, name="story.txt", meta={"guid": "urn:x:1"}).decision,
        keeper.archive.add(BytesIO(STORY), name="story.txt", meta={"guid": "urn:x:1"}).decision,
    ]

    assert words == ["archived", "unchanged", "unchanged", "unchanged"]


def test_fault_names_the_source(keeper: Keeper) -> None:
    with pytest.raises(UnreadableInput, match=r"^story\.txt: "):
        keeper.add(b"\x00\x01\x02")
    assert list(keeper.archive.ids()) == []


# ── Laws ────────────────────────────────────────────────────────────────────

INPUTS = (
    ("urn:x:1", STORY),
    (None, STORY),
    ("urn:x:2", "Ein Satz über Brücken.\n".encode()),
)


def archived(folder: Path, inputs: tuple[tuple[str | None, bytes], ...]) -> dict[str, bytes]:
    """Return the objects of an archive into which the inputs went in that order."""
    keeper = Keeper(folder)
    for guid, content in inputs:
        keeper.add(content, guid=guid)
    keeper.archive.close()
    return keeper.files()


def test_order_of_inputs_does_not_matter(tmp_path: Path) -> None:
    made = [archived(tmp_path / str(number), inputs) for number, inputs in enumerate(itertools.permutations(INPUTS))]

    assert all(files == made[0] for files in made)
    assert len([path for path in made[0] if path.endswith("canonical.xml")]) == len(INPUTS)


@settings(max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(["urn:x:1", "urn:x:2"]), st.sampled_from([STORY, CORRECTED])), max_size=5))
def test_adding_again_what_was_added_last_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, inputs: list[tuple[str, bytes]]
) -> None:
    keeper = Keeper(tmp_path_factory.mktemp("law") / "news")
    last: dict[str, bytes] = {}
    for guid, content in inputs:
        try:
            keeper.add(content, guid=guid)
        except ArchiveError:
            continue  # It came back after its correction.
        last[guid] = content
    before = keeper.files()

    assert {keeper.add(content, guid=guid).decision for guid, content in last.items()} <= {"unchanged"}
    assert keeper.files() == before


@pytest.mark.slow
def test_runs_with_a_fixed_clock_give_the_same_objects(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        Archive.open(folder / "news", create=True).close()
        for sample in SAMPLES[:2]:
            (folder / sample.name).write_bytes(sample.read_bytes())
        done = subprocess.run(
            [sys.executable, "-m", "converter", "archive", "add", "news", *(each.name for each in SAMPLES[:2])],
            cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "TZ": "Asia/Tokyo" if name == "one" else "UTC"},
            check=True,
            capture_output=True,
        )
        assert b"archived" in done.stdout
        made.append(objects(folder / "news"))

    assert made[0] == made[1]
    assert len(made[0]) > 10


def objects(root: Path) -> dict[str, bytes]:
    """Return path → bytes of all files of a root but the ledger and the locks."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "extensions" not in path.parts
    }


def test_clock_is_the_environments_where_it_says_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert clock() == "1970-01-01T00:00:00Z"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert clock() > "2026"


# ── Several at once ─────────────────────────────────────────────────────────


def add_at_once(folder: Path, contents: list[bytes]) -> tuple[list[str], set[bytes], str]:
    """Add each content under one id, each by a writer of its own; return the decisions, the sources kept, the head."""
    Archive.open(folder, create=True).close()
    start = threading.Barrier(len(contents))
    words: list[str] = []

    def add(content: bytes) -> None:
        with Archive.open(folder, durability="none", now=Clock()) as archive:
            start.wait()
            words.append(archive.add(content, name="a.txt", meta={"guid": GUID, "lang": "en"}).decision)

    threads = [threading.Thread(target=add, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Archive.open(folder) as archive:
        versions = archive.story(GUID).inventory.versions
        sources = {archive.story(GUID, name).read("source/a.txt") for name in versions}
        return sorted(words), sources, archive.story(GUID).version


def test_those_who_add_to_one_story_at_once_lose_nothing(tmp_path: Path) -> None:
    contents = [STORY + f"Version {number} of it.\n".encode() for number in range(4)]

    words, sources, head = add_at_once(tmp_path / "news", contents)

    assert words == ["archived", "corrected", "corrected", "corrected"]
    assert sources == set(contents)
    assert head == "v4"


def test_those_who_add_the_same_at_once_make_one_version(tmp_path: Path) -> None:
    words, _, head = add_at_once(tmp_path / "news", [STORY] * 4)

    assert words == ["archived", "unchanged", "unchanged", "unchanged"]
    assert head == "v1"


@pytest.mark.slow
def test_writers_of_one_story_at_once_lose_nothing(tmp_path: Path) -> None:
    Archive.open(tmp_path / "news", create=True).close()
    script = (
        "import sys\nfrom converter import Archive\n"
        "with Archive.open('news', durability='none') as archive:\n"
        "    for number in range(12):\n"
        "        text = f'The bridge has {number} arches, said writer {sys.argv[1]}.\\n'\n"
        f"        archive.add(text.encode(), name='a.txt', meta={{'guid': '{GUID}', 'lang': 'en'}})\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, name], cwd=tmp_path, stderr=subprocess.PIPE) for name in "abcd"
    ]

    assert [(each.communicate()[1], each.returncode) for each in writers] == [(b"", 0)] * 4
    with Archive.open(tmp_path / "news") as archive:
        inventory = archive.story(GUID).inventory
        sources = {archive.story(GUID, name).read("source/a.txt") for name in inventory.versions}
        lines = [line for line in archive.store.ledger() if line.id == GUID]
    assert len(inventory.versions) == len(sources) == len(lines) == 48


def test_group_is_acknowledged_together(keeper: Keeper) -> None:
    plans = [
        planning.plan_for(STORY, "a.txt", planning.request(meta=[("guid", f"urn:x:{number}"), ("lang", "en")]))
        for number in range(3)
    ]

    with keeper.archive.group() as group:
        early = [keeper.archive.put(keeper.archive.prepare(plan), group) for plan in plans]
        receipts = group.flush()

    assert early == [(), (), ()]
    assert [receipt.id for receipt in receipts] == ["urn:x:0", "urn:x:1", "urn:x:2"]
    assert {keeper.archive.story(receipt.id).version for receipt in receipts} == {"v1"}


# ── Lists ───────────────────────────────────────────────────────────────────


def test_list_tells_the_state_of_each(keeper: Keeper) -> None:
    keeper.add(guid="urn:x:free")
    keeper.add(guid="urn:x:embargoed", date_embargoed="2030-01-01T00:00:00Z")
    keeper.add(guid="urn:x:withdrawn")
    keeper.archive.withdraw("urn:x:withdrawn", reason="It was invented.")
    keeper.add(guid="urn:x:held")
    keeper.archive.hold("urn:x:held", reason="Case 1")
    keeper.add(guid="urn:x:purged")
    keeper.archive.purge("urn:x:purged", "urn:x:purged", reason="Order 1")

    found = {each.id: (each.state, each.title, each.version) for each in keeper.archive.list()}

    title = "Bridge Reopens After Eleven Months"
    assert found == {
        "urn:x:free": ((), title, 1),
        "urn:x:embargoed": (("embargoed until 2030-01-01T00:00:00Z",), title, 1),
        "urn:x:withdrawn": (("withdrawn (canceled)",), title, 2),
        "urn:x:held": (("on hold",), title, 1),
        "urn:x:purged": (("purged",), "", None),
    }


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("tag:example.com,2025:bridge", "tag:example.com,2025:bridge"),
        ("tag:example.com,2025:b", "tag:example.com,2025:bridge"),
        ("bridge", "tag:example.com,2025:bridge"),
        ("bri", "tag:example.com,2025:bridge"),
        ("night", "https://example.com/news/night-ferry"),
        ("https:", "https://example.com/news/night-ferry"),
        ("urn:x:1", "urn:x:1"),
        ("12", "urn:x:12"),
    ],
)
def test_story_is_found_by_a_beginning_that_is_unique(keeper: Keeper, text: str, id: str) -> None:
    for guid in ("tag:example.com,2025:bridge", "https://example.com/news/night-ferry", "urn:x:1", "urn:x:12"):
        keeper.add(guid=guid)

    assert keeper.archive.find(text) == id


def test_story_is_read_by_a_beginning_and_changed_by_its_whole_id(keeper: Keeper) -> None:
    keeper.add(guid="tag:example.com,2025:bridge")
    archive = keeper.archive
    changes: list[Callable[[], object]] = [
        lambda: archive.hold("bridge", reason="Order"),
        lambda: archive.purge("bridge", "bridge", reason="Order"),
        lambda: archive.history("bridge"),
    ]

    assert archive.get("bridge").id == archive.story("tag:example.com").id == "tag:example.com,2025:bridge"
    for change in changes:
        with pytest.raises(ArchiveError, match=r"is no whole id \(give the whole id: tag:example\.com,2025:bridge\)"):
            change()
    with pytest.raises(ArchiveError, match="no such story"):
        archive.get("none")


@pytest.mark.parametrize(
    ("text", "words"),
    [("urn:x", "names 2 stories (urn:x:1, urn:x:12)"), ("", "no such story"), ("ridge", "no such story")],
)
def test_ambiguous_or_unknown_story_lists_what_there_is(keeper: Keeper, text: str, words: str) -> None:
    for guid in ("tag:example.com,2025:bridge", "urn:x:1", "urn:x:12"):
        keeper.add(guid=guid)

    with pytest.raises(ArchiveError) as caught:
        keeper.archive.find(text)

    assert words in str(caught.value)


def test_story_is_found_by_the_file_that_it_was_made_from(tmp_path: Path, keeper: Keeper) -> None:
    nameless = keeper.add(guid=None)
    keeper.add(CORRECTED)
    (tmp_path / "story.txt").write_bytes(STORY)
    (tmp_path / "corrected.txt").write_bytes(CORRECTED)

    assert keeper.archive.find(str(tmp_path / "story.txt")) == nameless.id
    with pytest.raises(ArchiveError, match="no such story"):
        keeper.archive.find(str(tmp_path / "corrected.txt"))
    Catalogue.open(keeper.archive.store).close()
    assert keeper.archive.find(str(tmp_path / "corrected.txt")) == GUID


def test_who_does_it_must_have_a_name_and_an_address(tmp_path: Path) -> None:
    for text in ("Ann", "<ann@example.com>", "Ann <>", "Ann <a b>"):
        with pytest.raises(UsageError, match="names nobody"):
            Archive.open(tmp_path / "news", create=True, by=text)
    with Archive.open(tmp_path / "news", create=True, by=ANN) as archive:
        assert (archive.by.name, archive.by.address) == ("Ann Example", "mailto:ann@example.com")
    with Archive.open(tmp_path / "news", by="Desk <https://example.com/desk>") as archive:
        assert archive.by.address == "https://example.com/desk"
