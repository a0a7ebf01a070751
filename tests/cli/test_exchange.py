"""`convert archive export`, `import` and `replicate`, as a user runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from converter.archive.archive import Archive
from converter.archive.folder import FolderStore
from converter.cli.__main__ import run as run_command
from converter.cli.guard import Worker
from tests.archive.bags.made import make_bag
from tests.archive.kills import files_of

ID = "urn:x:1"

Run: TypeAlias = Callable[..., tuple[str, str]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder, with empty archives `copy` and `other`, and `news` with one story in two versions."""
    for name in ("news", "copy", "other"):
        FolderStore.create(str(tmp_path / name), durability="none").close()
    with Archive.open(tmp_path / "news", durability="none") as archive:
        for words in (b"Rain fell on the port.\n", b"Rain fell on the port for days.\n"):
            archive.add(words, name="rain.txt", meta={"guid": ID})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764075600")
    return tmp_path


@pytest.fixture
def run(desk: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return what runs `convert archive …`, asserts its exit code, and returns standard output and standard error."""

    def run_one(*arguments: str, code: int = 0) -> tuple[str, str]:
        capfd.readouterr()
        done = run_command(["archive", *arguments], Worker())
        printed = capfd.readouterr()
        assert done == code, printed.out + printed.err
        return printed.out, printed.err

    return run_one


def test_bag_goes_out_and_comes_in_again(desk: Path, run: Run) -> None:
    printed, said = run("export", "news", "--bag", "whole", "--all", "--ocfl")
    assert printed == f"{ID}\n"
    assert "wrote whole (1 story, 13 files, " in said
    assert "Bagging-Date: 2025-11-25\n" in (desk / "whole" / "bag-info.txt").read_text(encoding="utf-8")

    _, said = run("export", "news", "--bag", "whole", "--all", code=5)
    assert said == "convert: whole: exists (name another folder; a bag replaces nothing)\n"

    assert run("import", "other", "whole", "--dry-run")[0].startswith("object\tdata/urn=3ax=3a1-")
    assert run("import", "other", "whole")[0] == f"copied {ID} v2\n"
    assert json.loads(run("import", "other", "whole", "--json")[0])["decision"] == "unchanged"
    assert "nothing wrong" in run("verify", "other")[1]


def test_withdrawn_story_leaves_only_when_it_is_asked_for(desk: Path, run: Run) -> None:
    run("withdraw", "news", ID, "--reason", "wrong port")

    _, said = run("export", "news", "--bag", "bag", "--object", ID, code=6)
    assert said == f"convert: {ID}: is withdrawn (canceled) (--withdrawn gives it nevertheless)\n"
    _, said = run("export", "news", "--bag", "bag", "--query", "rain", code=6)
    assert f"there is nothing to export: {ID} is withdrawn (canceled)" in said
    assert not (desk / "bag").exists()

    printed, _ = run("export", "news", "--bag", "bag", "--query", "rain", "--withdrawn", "--json")
    assert json.loads(printed)["restrictions"] == [{"kind": "withdrawn", "what": "canceled"}]


def test_bag_with_files_to_be_fetched_is_exit_3_and_names_them(desk: Path, run: Run) -> None:
    make_bag(desk / "bag", replace={"fetch.txt": b"http://example.com/x 6 data/story.txt\n"})

    _, said = run("import", "news", "bag", code=3)

    assert said.splitlines() == [
        "convert: bag: fetch.txt: asks for files from elsewhere, and nothing is ever fetched [bag-fetch-listed]",
        "convert: bag: is valid, but nothing like it is taken in",
    ]
    printed, _ = run("import", "news", "bag", "--json", code=3)
    assert json.loads(printed)["code"] == "bag-fetch-listed"


def test_bad_bag_is_never_taken_in_half(desk: Path, run: Run) -> None:
    words = b"Wind blew over the port for days, the harbour master said.\n"
    make_bag(desk / "bag", {"a.txt": words, "b\x1b[31m.txt": b"B"}, replace={"data/b\x1b[31m.txt": b"X"})
    before = files_of(desk / "news")

    _, said = run("import", "news", "bag", code=3)

    assert said.startswith("convert: bag: data/b\\x1b[31m.txt: is not what manifest-sha256.txt says")
    assert files_of(desk / "news") == before


def test_files_of_a_bag_are_added_and_one_that_cannot_be_read_is_said(desk: Path, run: Run) -> None:
    words = b"Wind blew over the port for days, the harbour master said.\n"
    make_bag(desk / "bag", {"wind.txt": words, "broken.xml": b"<x", "photo.png": b"\x89PNG"})

    printed, said = run("import", "news", "bag", "--meta", "lang=en", code=8)

    assert printed.startswith("archived urn:uuid:")
    assert "convert: bag: data/broken.xml:" in said
    assert "1 file not taken in for itself: sidecars" in said
    assert said.count("not taken in for") == 1


def test_acts_that_made_no_version_are_in_the_logbook(desk: Path, run: Run) -> None:
    run("export", "news", "--bag", "bag", "--all", "--by", "Ann Example <ann@example.com>")
    run("replicate", "news", "copy")

    lines = [line.split("\t") for line in run("log", "news", "--acts")[0].splitlines()]
    assert [(at, what, id) for at, what, _, id in lines] == [
        ("2025-11-25T13:00:00Z", "information package creation", ID),
        ("2025-11-25T13:00:00Z", "replication", ID),
        ("2025-11-25T13:00:00Z", "replication", ID),
    ]
    assert lines[0][2] == "exported into the bag bag"
    record = json.loads(run("log", "copy", "--acts", "--id", ID, "--last", "1", "--json")[0])
    assert (record["object"], record["type"], record["outcome"]) == (ID, "replication", "success")


def test_premis_is_printed_or_written(desk: Path, run: Run) -> None:
    printed, _ = run("export", "news", "--premis", "-", "--object", ID)
    run("export", "news", "--premis", "premis.xml", "--all")

    assert (desk / "premis.xml").read_text(encoding="utf-8") == printed
    assert printed.count("<premis:event>") == printed.count("<premis:eventType ")
    assert run("export", "news", "--premis", "premis.xml", "--all", code=5)[1].endswith(
        "premis.xml: exists (replace it with --force)\n"
    )


def test_premis_of_several_stories_is_a_folder_of_documents(desk: Path, run: Run) -> None:
    with Archive.open(desk / "news", durability="none") as archive:
        archive.add(b"Wind blew.\n", name="wind.txt", meta={"guid": "urn:x:2"})

    run("export", "news", "--premis", "premis", "--all")

    assert len(list((desk / "premis").glob("urn=3ax=3a?-*.premis.xml"))) == 2
    run("export", "news", "--premis", "twice.xml", "--object", ID, "--object", ID)
    said = run("export", "news", "--premis", "none.xml", "--query", "nowhere", code=6)[1]
    assert "there is nothing to export" in said
    assert "lies in the archive" in run("export", "news", "--premis", "news/premis.xml", "--all", code=5)[1]


def test_second_archive_gets_what_the_first_has(desk: Path, run: Run) -> None:
    assert run("replicate", "news", "copy") == (f"copied {ID} v2\n", "copy: 1 copied\n")
    assert run("replicate", "news", "copy") == ("", "copy: nothing to do\n")

    next((desk / "news").glob("*/*/v1/content/source/rain.txt")).write_bytes(b"Sun.\n")
    _, said = run("replicate", "news", "other", code=7)
    assert "v1/content/source/rain.txt" in said
    _, said = run("replicate", "news", "none", code=6)
    assert said == "convert: none: no such folder (convert archive init none makes an archive)\n"


def test_old_stories_are_packed_and_found_as_before(desk: Path, run: Run) -> None:
    with Archive.open(desk / "news", durability="none") as archive:
        archive.add(b"Wind blew.\n", name="wind.txt", meta={"guid": "urn:x:2", "date.published": "2019-03-01"})
    before = run("get", "news", "urn:x:2", "--to", "text")

    assert run("pack", "news", "--before", "2020", "--dry-run")[0] == "2019-03-01\turn:x:2\n"
    printed, said = run("pack", "news", "--before", "2020")
    assert printed.startswith("urn:converter:pack:1 1 story ")
    assert said == "news: packed 1 story\n"
    assert run("pack", "news", "--before", "2020") == ("", "news: packed 0 stories\n")

    assert run("get", "news", "urn:x:2", "--to", "text") == before
    assert "urn:x:2" in run("history", "news", "urn:x:2", "--json")[0]
    assert "urn:x:2" in run("search", "news", "wind")[0]
    assert sorted(run("list", "news", "--ids")[0].split()) == [ID, "urn:x:2"]
    assert "urn:x:2" in run("show", "news", "urn:x:2")[0]
    assert "nothing wrong" in run("verify", "news")[1]
    assert "nothing wrong" in run("verify", "news", "--object", "urn:x:2")[1]
    assert "no year" in run("pack", "news", "--before", "soon", code=2)[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--all"], "--bag OUT or --premis OUT"),
        (["--bag", "x"], "--object ID, --query Q or --all"),
        (["--bag", "x", "--all", "--query", "y"], "--object ID, --query Q or --all"),
        (["--bag", "x", "--all", "--version", "v1"], "is of one story"),
        (["--premis", "x", "--all", "--ocfl"], "are of a bag"),
        (["--premis", "-", "--all", "--json"], "both want standard output"),
        (["--bag", "x", "--object", ID, "--version", "v1", "--ocfl"], "takes whole objects"),
    ],
)
def test_calls_that_make_no_sense_are_refused(run: Run, arguments: list[str], words: str) -> None:
    assert words in run("export", "news", *arguments, code=2)[1]
