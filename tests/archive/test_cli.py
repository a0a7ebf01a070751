"""`convert archive …` as a user types it: results, words, exit codes, and what a terminal shows."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import termios
from pathlib import Path

import pytest

from converter.cli.archive import COMMANDS
from converter.io.hash import sha256
from tests.archive.desk import CORRECTED, GUID, STORY, Keeper
from tests.cli.desk import Desk
from tests.readers.containers.test_newsmessage import message, story

ANN = ("--by", "Ann Example <ann@example.com>")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive that holds the bridge in two versions, to be copied."""
    keeper = Keeper(tmp_path_factory.mktemp("made") / "news")
    keeper.add(STORY, "bridge.txt")
    keeper.add(CORRECTED, "corrected.txt")
    keeper.archive.close()
    return keeper.folder


@pytest.fixture
def news(desk: Desk, made: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return the desk with that archive as `news`, and the two files."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1746100800")
    desk.write("bridge.txt", STORY)
    desk.write("corrected.txt", CORRECTED)
    shutil.copytree(made, desk.folder / "news")
    return desk


# ── Making, adding ──────────────────────────────────────────────────────────


def test_init_makes_an_archive_and_does_so_again(desk: Desk) -> None:
    for _ in range(2):
        done = desk.run("archive", "init", "news")
        assert (done.code, done.out, done.err) == (0, "an archive: news\n", "")
    assert "news/0=ocfl_1.1" in desk.names()


def test_init_refuses_a_folder_with_something_in_it(desk: Desk) -> None:
    (desk.folder / "full").mkdir()
    (desk.folder / "full" / "x").touch()

    done = desk.run("archive", "init", "full")

    assert (done.code, done.out) == (6, "")
    assert done.err.startswith("convert: full: ")


def test_add_says_what_has_become_of_each(news: Desk) -> None:
    done = news.run("archive", "add", "news", "corrected.txt", "--meta", f"guid={GUID}", "--meta", "lang=en")

    assert (done.code, done.out, done.err) == (0, f"corrected.txt: unchanged {GUID} v2\n", "")


def test_add_as_json(news: Desk) -> None:
    (told,) = news.run("archive", "add", "news", "story.txt", "--to", "docx", "-o", "out/", "--json").objects()

    assert (told["input"], told["ok"], told["decision"], told["head"]) == ("story.txt", True, "archived", "v1")
    assert told["outputs"][0]["path"] == "out/story.docx"
    assert (news.folder / "out" / "story.docx").stat().st_size == told["outputs"][0]["size_bytes"]
    assert [each["code"] for each in told["notices"]] == ["language-detected", "guid-made", "label-made"]


def test_stale_file_is_exit_6_and_several_are_exit_8(news: Desk) -> None:
    one = news.run("archive", "add", "news", "bridge.txt", "--meta", f"guid={GUID}", "--meta", "lang=en")
    for name in ("bridge.yaml", "corrected.yaml"):
        news.write(name, f"guid: {GUID}\n")
    two = news.run("archive", "add", "news", "bridge.txt", "corrected.txt", "--meta", "lang=en")

    assert (one.code, one.out) == (6, "")
    assert one.err == (
        "convert: bridge.txt: is what came in as number 1 of 2, and was corrected since: it is older than what the "
        "archive has (--accept-older makes it the newest nevertheless)\n"
    )
    assert (two.code, two.out) == (8, f"corrected.txt: unchanged {GUID} v2\n")


def test_one_bad_file_does_not_keep_the_others_out(news: Desk) -> None:
    news.write("bad.txt", b"\x00\x01\x02")

    done = news.run("archive", "add", "news", "bad.txt", "story.txt", "--json")

    assert done.code == 8
    assert [each["ok"] for each in done.objects()] == [False, True]


def test_renditions_are_kept_in_the_archive_instead_of_beside_the_file(news: Desk) -> None:
    before = news.names()

    done = news.run("archive", "add", "news", "story.txt", "--to", "docx", "--keep-renditions")

    assert done.code == 0
    made = {name for name in news.names() - before if "extensions" not in name}
    assert all(name.startswith("news/") for name in made)
    assert [name for name in made if name.endswith("rendition/story.docx")]


def test_path_may_be_the_identity(news: Desk) -> None:
    flags = ("--identity", "path", "--collection", "desk", "--meta", "lang=en")
    first = news.run("archive", "add", "news", "story.txt", *flags)
    news.write("story.txt", CORRECTED)
    second = news.run("archive", "add", "news", "./story.txt", *flags)
    news.write("../x.txt", STORY)
    outside = news.run("archive", "add", "news", "../x.txt", *flags)

    assert first.out.split()[1:] == ["archived", first.out.split()[2], "v1"]
    assert second.out.split()[1:] == ["corrected", first.out.split()[2], "v2"]
    assert outside.code == 2
    assert "lies outside" in outside.err


def test_collection_is_kept_as_one(news: Desk) -> None:
    flags = ("--identity", "path", "--collection", "desk")
    news.run("archive", "add", "news", "story.txt", "bridge.txt", *flags)

    done = news.run("archive", "retain", "news", "--collection", "desk", "--until", "2031-12-31")
    both = news.run("archive", "retain", "news", "bridge", "--collection", "desk", "--until", "none")

    assert (done.code, len(done.out.splitlines())) == (0, 2)
    assert len(news.run("archive", "due", "news", "--on", "2032-01-01").out.splitlines()) == 2
    assert (both.code, both.out) == (2, "")
    assert news.run("archive", "retain", "news", "--collection", "disk", "--until", "none").code == 6


def test_each_story_of_a_message_is_a_story_of_its_own(news: Desk) -> None:
    news.write("feed.xml", message(story(1), story(2, "Snow fell.")))

    done = news.run("archive", "add", "news", "feed.xml", "--to", "docx", "-o", "out/")
    again = news.run("archive", "add", "news", "feed.xml")

    first, second = (f"urn:newsml:example.com:20240522:{number}" for number in (1, 2))
    assert done.out.splitlines() == [f"feed.xml#1: archived {first} v1", f"feed.xml#2: archived {second} v1"]
    assert again.out.splitlines() == [f"feed.xml#1: unchanged {first} v1", f"feed.xml#2: unchanged {second} v1"]
    assert {"out/feed-1.docx", "out/feed-2.docx"} <= news.names()
    (told,) = news.run("archive", "show", "news", second, "--json").objects()
    facts = dict(told["events"][0]["facts"])
    assert facts["member"] == "2"
    assert facts["container"] == sha256((news.folder / "feed.xml").read_bytes()).hexdigest()


def test_name_with_escapes_is_shown_and_kept_harmless(news: Desk) -> None:
    news.write("a\x1b[31m.txt", b"Quite another story, the desk said.\n")

    done = news.run("archive", "add", "news", "a\x1b[31m.txt")

    assert done.code == 0
    assert "\x1b" not in done.out + done.err
    assert "a\\x1b[31m.txt: archived" in done.out
    assert not [name for name in news.names() if "\x1b" in name and name.startswith("news/")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "news"], "nothing to add"),
        (["add", "news", "a.txt", "--identity", "path"], "go together"),
        (["add", "news", "a.txt", "--collection", "x"], "go together"),
        (["add", "news", "a.txt", "--keep-renditions"], "no format to keep"),
        (["add", "news", "a.txt", "--by", "Ann"], "names nobody"),
        (["get", "news", "bridge", "--json"], "both want standard output"),
        (["get", "news"], "required: ID"),
        (["get", "news", "bridge", "--to", "pdf,docx"], "--to pdf,docx: takes one format"),
        (["get", "news", "bridge", "--to", "pdf", "-o", "a.docx"], "is a name for docx, and the format is pdf"),
        (["hold", "news", "bridge"], "required: --reason"),
        (["purge", "news", GUID, GUID, "--reason", "x"], "required: --by"),
        (["retain", "news", "bridge", "--until", "soon"], "is no day"),
        (["log", "news", "--last", "many"], "is no whole number"),
        (["withdraw", "news", "bridge", "--reason", "x", "--status", "gone"], "invalid choice"),
        (["burn"], "no command 'burn'"),
    ],
)
def test_wrong_call_is_exit_2_and_one_line(news: Desk, arguments: list[str], words: str) -> None:
    done = news.run("archive", *arguments)

    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_without_a_command_the_help_is_shown(desk: Desk) -> None:
    done = desk.run("archive")

    assert done.code == 0
    assert all(f"convert archive {name} " in done.out for name in COMMANDS)


def test_wrong_clock_is_a_fault_of_the_call(news: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")

    done = news.run("archive", "list", "news")

    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("command", ["list", "log", "due"])
def test_what_is_no_archive_is_exit_6(desk: Desk, command: str) -> None:
    done = desk.run("archive", command, "nowhere")

    assert (done.code, done.out, done.err.count("\n")) == (6, "", 1)


# ── Getting ─────────────────────────────────────────────────────────────────


def test_get_gives_the_same_bytes_as_add(news: Desk) -> None:
    news.run("archive", "add", "news", "story.txt", "--to", "pdf,newsml,text", "-o", "out/", "--meta", "guid=urn:x:1")

    for name, to in (("story.pdf", "pdf"), ("story.newsml.xml", "newsml"), ("story.txt", "text")):
        done = news.run("archive", "get", "news", "urn:x:1", "--to", to, "-o", "got/")
        assert done.code == 0
        assert (news.folder / "got" / name).read_bytes() == (news.folder / "out" / name).read_bytes()


def test_get_prints_the_newest_canonical_form_or_any_version(news: Desk) -> None:
    assert "Twelve Months" in news.run("archive", "get", "news", "bridge").out
    assert "Eleven Months" in news.run("archive", "get", "news", "bridge", "--version", "v1").out
    assert news.run("archive", "get", "news", "bridge", "--version", "v1", "--to", "source").out == STORY.decode()


def test_get_takes_the_format_that_the_name_says(news: Desk) -> None:
    news.run("archive", "get", "news", "bridge", "-o", "a.nitf.xml")

    assert b"<nitf " in (news.folder / "a.nitf.xml").read_bytes()


def test_get_replaces_nothing_unless_forced(news: Desk) -> None:
    news.write("a.xml", "mine")

    refused = news.run("archive", "get", "news", "bridge", "-o", "a.xml")
    forced = news.run("archive", "get", "news", "bridge", "-o", "a.xml", "--force", "--json")

    assert (refused.code, refused.err) == (5, "convert: a.xml: exists (replace it with --force)\n")
    (told,) = forced.objects()
    assert (told["id"], told["version"], told["format"], told["path"]) == (GUID, "v2", "xml", "a.xml")


def test_embargoed_story_is_refused_with_its_date(news: Desk) -> None:
    flags = ("--meta", "guid=urn:x:1", "--meta", "date.embargoed=2030-01-01T00:00:00Z")
    added = news.run("archive", "add", "news", "story.txt", *flags)

    for command in (("get",), ("diff",)):
        done = news.run("archive", *command, "news", "urn:x:1")
        assert (done.code, done.out) == (6, ""), added
        assert "is embargoed until 2030-01-01T00:00:00Z" in done.err
    done = news.run("archive", "get", "news", "urn:x:1", "--embargoed", "--to", "text")
    assert done.code == 0
    assert "[story-embargoed]" in done.err


# ── Looking ─────────────────────────────────────────────────────────────────


def test_list_is_a_line_a_story(news: Desk) -> None:
    assert news.run("archive", "list", "news").out == f"2025-05-01\tv2\tBridge Reopens After Twelve Months\t\t{GUID}\n"
    assert news.run("archive", "list", "news", "--ids").out == f"{GUID}\n"
    assert news.run("archive", "list", "news", "--ids", "--json").objects() == [{"id": GUID}]
    (told,) = news.run("archive", "list", "news", "--json").objects()
    assert told == {
        "id": GUID,
        "head": "v2",
        "version": 2,
        "at": "2025-05-01T12:00:00Z",
        "state": [],
        "title": "Bridge Reopens After Twelve Months",
        "label": "Bridge Reopens After Twelve Months",
    }


def test_a_story_without_headline_is_listed_by_its_first_words(news: Desk) -> None:
    news.write("plain.txt", "The ferry across the bay will stop on Sundays from the first of May, the county said.\n")
    news.run("archive", "add", "news", "plain.txt")

    told = [each for each in news.run("archive", "list", "news", "--json").objects() if not each["title"]]

    assert [each["label"] for each in told] == ["The ferry across the bay will stop on Sundays from the first"]
    assert "\tThe ferry across the bay will stop on Sundays from the first\t" in news.run("archive", "list", "news").out


def test_show_tells_state_and_files(news: Desk) -> None:
    news.run("archive", "hold", "news", "bridge", "--reason", "Case 1")

    shown = news.run("archive", "show", "news", "bridge").out
    (told,) = news.run("archive", "show", "news", "bridge", "--json").objects()
    events = news.run("archive", "show", "news", "bridge", "--events").out

    assert re.search(r"^on hold +Case 1$", shown, re.MULTILINE)
    assert "source/corrected.txt" in shown
    assert (told["head"], told["hold"], told["files"].keys()) == (
        "v3",
        "Case 1",
        {"canonical.xml", "events.jsonl", "source/corrected.txt"},
    )
    assert len(told["events"]) == len(events.splitlines()) == 9


def test_history_is_a_line_a_version(news: Desk) -> None:
    done = news.run("archive", "history", "news", "bridge")

    assert done.out.splitlines() == [
        f"v1\t1\t2025-05-01T12:00:00Z\tarchived bridge.txt\t{ANN[1]}",
        f"v2\t2\t2025-05-01T12:00:00Z\tcorrected by corrected.txt: version 2 of the story\t{ANN[1]}",
    ]
    told = news.run("archive", "history", "news", "bridge", "--json").objects()
    assert [(each["version"], each["act"], len(each["events"])) for each in told] == [
        ("v1", "archived", 4),
        ("v2", "corrected", 4),
    ]


def test_diff_marks_words(news: Desk) -> None:
    assert news.run("archive", "diff", "news", "bridge").out.splitlines() == [
        "fields",
        "  version: [-1-]",
        "  version: {+2+}",
        "  headline: [-Bridge Reopens After Eleven Months-]",
        "  headline: {+Bridge Reopens After Twelve Months+}",
        "text",
        "  The bridge is open again, the port said on [-Wednesday-]{+Thursday+}.",
        "files",
        "  changed  canonical.xml",
        "  changed  events.jsonl",
        "  removed  source/bridge.txt",
        "  added    source/corrected.txt",
    ]
    (told,) = news.run("archive", "diff", "news", "bridge", "v1", "v2", "--json").objects()
    assert [each["change"] for each in told["paragraphs"]] == ["changed"]
    assert news.run("archive", "diff", "news", "bridge", "v2", "v2").out == "nothing changed from v2 to v2\n"


def test_log_is_the_ledger(news: Desk) -> None:
    assert news.run("archive", "log", "news").out.splitlines() == [
        f"2025-05-01T12:00:00Z\tput\tv1\t{GUID}",
        f"2025-05-01T12:00:00Z\tput\tv2\t{GUID}",
    ]
    assert [each["head"] for each in news.run("archive", "log", "news", "--last", "1", "--json").objects()] == ["v2"]
    assert news.run("archive", "log", "news", "--id", "bridge", "--last", "0").out == ""


# ── Life ────────────────────────────────────────────────────────────────────


def test_life_of_a_story(news: Desk) -> None:
    def told(*arguments: str) -> str:
        done = news.run("archive", arguments[0], "news", *arguments[1:])
        assert done.code == 0, done.err
        return done.out

    assert told("withdraw", "bridge", "--reason", "Invented.", *ANN) == f"withdrawn {GUID} v3\n"
    assert told("withdraw", "bridge", "--reason", "Invented.") == f"nothing to do: {GUID}\n"
    assert told("withdraw", "bridge", "--reason", "True.", "--status", "usable") == f"reinstated {GUID} v4\n"
    assert told("hold", "bridge", "--reason", "Case 1") == f"held {GUID} v5\n"
    assert told("release", "bridge", "--reason", "Closed") == f"released {GUID} v6\n"
    assert told("retain", "bridge", "--until", "2025-04-30") == f"retained {GUID} v7\n"
    assert told("due") == f"2025-04-30\t{GUID}\t\n"
    assert told("due", "--on", "2025-04-30") == ""
    assert told("retain", "bridge", "--until", "none") == f"retained {GUID} v8\n"
    told("add", "story.txt", "--meta", "guid=urn:x:1")
    assert told("link", "bridge", "urn:x:1") == f"linked {GUID} urn:x:1\n"
    assert told("link", "bridge", "urn:x:1") == "nothing to do: they are so already\n"
    assert [line.split("\t")[5] for line in told("history", "urn:x:1").splitlines()] == [GUID] * 9 + ["urn:x:1"] * 2


def test_acts_as_json(news: Desk) -> None:
    told = news.run("archive", "hold", "news", "bridge", "--reason", "Case 1", "--json").objects()
    again = news.run("archive", "hold", "news", "bridge", "--reason", "Case 1", "--json").objects()

    assert told == [{"id": GUID, "act": "held", "changed": True, "head": "v3"}]
    assert again == [{"id": GUID, "act": "held", "changed": False, "head": None}]


def test_purge_leaves_a_tombstone_and_reminds_of_copies(news: Desk) -> None:
    wrong = news.run("archive", "purge", "news", GUID, "bridge", "--reason", "Order 1", *ANN)
    done = news.run("archive", "purge", "news", GUID, GUID, "--reason", "Order 1", *ANN)
    shown = news.run("archive", "show", "news", "bridge")

    assert (wrong.code, wrong.err) == (2, "convert: the two ids differ (give the story's whole id twice)\n")
    assert (done.code, done.out) == (0, f"purged {GUID} v1\n")
    assert "must be purged by their owners" in done.err
    assert "purged: nothing of it is left here" in shown.out
    assert news.run("archive", "get", "news", "bridge").code == 6


def test_purge_by_a_beginning_names_the_whole_id(news: Desk) -> None:
    done = news.run("archive", "purge", "news", "bridge", "bridge", "--reason", "Order 1", *ANN)

    assert (done.code, done.err) == (6, f"convert: bridge: is no whole id (give the whole id: {GUID})\n")


def test_verify_takes_a_beginning_of_an_id_as_others_do(news: Desk) -> None:
    done = news.run("archive", "verify", "news", "--object", "bridge")

    assert (done.code, "nothing wrong: 1 object, " in done.err) == (0, True)
    assert "news: holds no none" in news.run("archive", "verify", "news", "--object", "none").err


def test_purge_of_a_version(news: Desk) -> None:
    done = news.run("archive", "purge", "news", GUID, GUID, "--version", "v1", "--reason", "Order 1", *ANN)

    assert (done.code, done.out) == (0, f"purged {GUID} v2\n")
    assert "Eleven" not in news.run("archive", "history", "news", "bridge", "--json").out
    assert not [name for name in news.names() if name.endswith("source/bridge.txt")]


# ── On a terminal ───────────────────────────────────────────────────────────


def on_terminal(desk: Desk, width: int, *arguments: str) -> list[str]:
    """Return the lines that a terminal of that width shows, colours left out."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    started = desk.start(*arguments, stdout=theirs, stderr=theirs, environment={"TERM": "xterm-256color"})
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # Its end, on Linux.
        pass
    os.close(ours)
    assert started.wait(60) == 0, shown
    return re.sub(r"\x1b\[[0-9;]*m", "", shown.decode()).replace("\r", "").rstrip("\n").split("\n")


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    "arguments",
    [("list",), ("history", "bridge"), ("log",), ("show", "bridge", "--events"), ("diff", "bridge")],
    ids=lambda arguments: arguments[0],
)
def test_terminal_shows_all_of_it_in_its_width(news: Desk, width: int, arguments: tuple[str, ...]) -> None:
    command, *rest = arguments

    lines = on_terminal(news, width, "archive", command, "news", *rest)

    assert max(map(len, lines)) <= width
    words = {"list": [GUID, "Twelve Months"], "history": ["corrected by", "ann@example.com"], "log": [GUID]}
    for each in words.get(command, ["changed"] if command == "diff" else ["format identification"]):
        assert any(each in line for line in lines), lines
