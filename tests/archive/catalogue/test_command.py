"""`convert archive search` and `rebuild`, as a person or a script runs them."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from converter.archive.archive import Archive
from tests.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.desk import Desk

STORIES = {
    "ferry": ("The ferry to the islands sails again, the port said.", "Ferry Returns", "2025-03-14"),
    "bridge": ("The bridge is open, and no ferry is needed.", "Bridge Opens", "2024-05-02"),
    "evil": ("An \x1b[31m evil ferry.", "\u202eferry \x9b31m", "2023"),
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of three stories, to be copied."""
    folder = tmp_path_factory.mktemp("shelf") / "news"
    with Archive.open(folder, create=True, durability="none") as archive:
        for name, (text, headline, date) in STORIES.items():
            meta = {"guid": f"urn:test:{name}", "lang": "en", "headline": headline, "date.published": date}
            archive.add(f"{text}\n".encode(), name=f"{name}.txt", meta=meta)
    return folder


@pytest.fixture
def news(desk: Desk, shelf: Path) -> Desk:
    """Return a desk with the archive."""
    shutil.copytree(shelf, desk.folder / "news")
    return desk


def test_json_has_all_that_was_found_on_one_line(news: Desk) -> None:
    done = news.run("archive", "search", "news", "ferry", "date:2024..", "--json", "--facets")

    (found,) = done.objects()
    assert done.code == 0
    assert found["query"] == "ferry date:2024.."
    assert (found["total"], found["hidden"]) == (2, 0)
    assert [hit["id"] for hit in found["hits"]] == ["urn:test:ferry", "urn:test:bridge"]
    hit = found["hits"][0]
    assert (hit["title"], hit["title_marks"]) == ("Ferry Returns", [[0, 5]])
    assert (hit["head"], hit["date"]) == ("v1", "2025-03-14")
    assert hit["snippet"] == {"text": "The ferry to the islands sails again, the port said.", "marks": [[4, 9]]}
    assert found["facets"]["month"] == {"2024-05": 1, "2025-03": 1}
    assert "the catalogue was made anew" in done.err


def test_json_lines_are_a_line_a_story(news: Desk) -> None:
    done = news.run("archive", "search", "news", "ferry", "--jsonl", "--sort", "date", "--limit", "2")

    assert [each["score"] for each in done.objects()] == [None, None]


def test_pipe_gets_cells_and_a_person_the_count(news: Desk) -> None:
    done = news.run("archive", "search", "news", "ferry NOT evil", "--facets")

    assert done.out.splitlines()[0] == "2025-03-14\ten\t\t\tFerry Returns\turn:test:ferry"
    assert "lang\n  2  en\n" in done.out
    assert done.err.endswith("2 stories\n")


def test_withdrawn_story_is_counted_and_shown_when_asked_for(news: Desk) -> None:
    assert news.run("archive", "withdraw", "news", "urn:test:bridge", "--reason", "wrong").code == 0

    plain = news.run("archive", "search", "news", "bridge")
    asked = news.run("archive", "search", "news", "bridge", "--withdrawn")

    assert plain.out == ""
    assert plain.err.endswith("0 stories; 1 more withdrawn or under embargo (--withdrawn, --embargoed)\n")
    assert asked.out.split("\t")[2] == "canceled"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["news", 'ferry "the'], "query, character 7: this quotation mark is never closed"),
        (["news", "ferry \udcff"], "query, character 7: this is no character"),
        (["news", "ferry", "--limit", "x"], "'x' is no whole number"),
        (["news", "ferry", "--limit", "10001"], "no more than 10,000 stories are ranked"),
        (["news", "ferry", "--json", "--jsonl"], "two things"),
        (["news", "ferry", "--jsonl", "--facets"], "--json has both"),
        (["news"], "QUERY"),
    ],
)
def test_fault_of_the_call_is_one_line(news: Desk, arguments: list[str], says: str) -> None:
    done = news.run("archive", "search", *arguments)

    assert done.code == 2
    assert done.out == ""
    assert says in done.err
    assert len(done.err.splitlines()) == 1 + ("made anew" in done.err)


def test_folder_that_is_no_archive_is_said(desk: Desk) -> None:
    done = desk.run("archive", "search", ".", "ferry")

    assert done.code == 6
    assert "is no archive" in done.err


def test_catalogue_may_lie_elsewhere_and_no_other_file_is_taken_for_one(news: Desk) -> None:
    assert news.run("archive", "search", "news", "ferry", "--catalogue", "c.sqlite").code == 0
    done = news.run("archive", "search", "news", "ferry", "--catalogue", "story.txt")

    assert {"c.sqlite", "c.sqlite-lock"} <= news.names()
    assert done.code == 6
    assert "story.txt: is no catalogue" in done.err


def test_rebuild_says_how_many_stories_there_are(news: Desk) -> None:
    assert news.run("archive", "rebuild", "news").out == "3 stories\n"
    assert news.run("archive", "rebuild", "news", "--json").objects() == [{"root": "news", "stories": 3, "lacking": []}]


def test_packed_story_is_found_as_before(news: Desk) -> None:
    before = news.run("archive", "search", "news", "ferry", "--json").objects()

    assert news.run("archive", "pack", "news", "--before", "2025").code == 0

    assert news.run("archive", "search", "news", "ferry", "--json").objects() == before
    assert news.run("archive", "rebuild", "news").out == "3 stories\n"
    assert news.run("archive", "search", "news", "ferry", "--json").objects() == before


def test_archive_that_was_searched_is_in_order_for_verify(news: Desk) -> None:
    news.run("archive", "search", "news", "ferry")

    assert news.run("archive", "verify", "news").code == 0


def test_terminal_shows_marks_and_nothing_that_acts_on_it(news: Desk) -> None:
    shown = in_terminal(news, "archive", "search", "news", "ferry")

    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "  1  " in plain
    assert "The ferry to the islands sails again" in plain
    assert "\x1b[1;30;43mFerry\x1b[0m" in shown
    assert "\\x1b[31m evil" in plain
    assert "\\u202e" in plain
    assert not set(plain) & {"\x1b", "\x9b", "\u202e"}


def in_terminal(desk: Desk, *arguments: str) -> str:
    """Return what a command prints on a terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    started = subprocess.Popen(
        [sys.executable, "-m", "converter", *arguments],
        cwd=desk.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert started.wait(60) == 0
    return shown.decode()
