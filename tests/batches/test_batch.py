"""`convert batch`, as a person runs it."""

from __future__ import annotations

import errno
import json
import os
import signal
import time
from pathlib import Path

import pytest

import converter
from tests.batches.made import stories, tree
from tests.cli.conftest import desk as desk
from tests.cli.desk import Desk
from tests.cli.hostile import install
from tests.conversion.test_source_files import as_nobody


@pytest.mark.slow
def test_folder_becomes_outputs_as_it_lies(desk: Desk) -> None:
    stories(desk.folder / "in" / "2024" / "may", 2)
    stories(desk.folder / "in", 1)

    done = desk.run("batch", "in", "--to", "xml,text", "-o", "out")

    assert done.code == 0
    assert done.out == ""
    assert done.err.splitlines()[-1].startswith("3 done of 3 in ")
    assert sorted(tree(desk.folder / "out")) == [
        "2024/may/story-00000.txt",
        "2024/may/story-00000.xml",
        "2024/may/story-00001.txt",
        "2024/may/story-00001.xml",
        "story-00000.txt",
        "story-00000.xml",
    ]


@pytest.mark.slow
def test_outputs_are_those_of_convert(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    (desk.folder / "in" / "story-00000.yaml").write_text("byline: By Ann Example\n")
    desk.run("convert", "in/story-00000.txt", "--to", "xml,newsml,docx,pdf", "-o", "single/")
    desk.run("in/story-00000.txt", "--to", "xml,newsml,docx,pdf", "-o", "single/")

    desk.run("batch", "in", "--to", "xml,newsml,docx,pdf", "-o", "out")

    assert tree(desk.folder / "out") == tree(desk.folder / "single")
    assert b"Ann Example" in tree(desk.folder / "out")["story-00000.xml"]


@pytest.mark.slow
def test_same_command_again_does_nothing(desk: Desk) -> None:
    stories(desk.folder / "in", 5)
    command = ("batch", "in", "--to", "xml", "-o", "out")
    desk.run(*command)
    before = tree(desk.folder / "out")

    done = desk.run(*command)

    assert done.code == 0
    assert done.err.splitlines()[-1].startswith("0 done, 5 unchanged of 5")
    assert tree(desk.folder / "out") == before


@pytest.mark.slow
def test_same_command_again_does_what_is_new_changed_or_missing(desk: Desk) -> None:
    stories(desk.folder / "in", 5)
    command = ("batch", "in", "--to", "xml", "-o", "out", "--json")
    desk.run(*command)
    stories(desk.folder / "in", 1, start=5)
    (desk.folder / "in" / "story-00001.txt").write_text("Another story altogether, the port said on Friday.\n")
    (desk.folder / "in" / "story-00002.yaml").write_text("headline: A sidecar\n")
    (desk.folder / "out" / "story-00003.xml").unlink()

    done = desk.run(*command)

    assert done.code == 0
    said = {each["input"]: each["status"] for each in done.objects() if each["event"] == "outcome"}
    assert said == {
        "in/story-00000.txt": "unchanged",
        "in/story-00001.txt": "done",
        "in/story-00002.txt": "done",
        "in/story-00003.txt": "done",
        "in/story-00004.txt": "unchanged",
        "in/story-00005.txt": "done",
    }
    assert b"Another story" in (desk.folder / "out" / "story-00001.xml").read_bytes()


@pytest.mark.slow
def test_output_that_a_person_has_changed_is_never_replaced(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    desk.run("batch", "in", "--to", "text", "-o", "out")
    (desk.folder / "in" / "story-00000.txt").write_text("Another story altogether, the port said on Friday.\n")
    (desk.folder / "out" / "story-00000.txt").write_text("By hand.\n")

    done = desk.run("batch", "in", "--to", "text", "-o", "out")

    assert done.code == 8
    assert "story-00000.txt: exists (replace it with --force) [failed]" in done.err
    assert (desk.folder / "out" / "story-00000.txt").read_text() == "By hand.\n"
    assert desk.run("batch", "in", "--to", "text", "-o", "out", "--force").code == 0
    assert "Friday" in (desk.folder / "out" / "story-00000.txt").read_text()
    (desk.folder / "out" / "story-00000.txt").write_text("By hand again.\n")
    assert "1 unchanged" in desk.run("batch", "in", "--to", "text", "-o", "out").err
    assert "1 done" in desk.run("batch", "in", "--to", "text", "-o", "out", "--force").err
    assert "Friday" in (desk.folder / "out" / "story-00000.txt").read_text()
    assert "1 unchanged" in desk.run("batch", "in", "--to", "text", "-o", "out", "--force").err


@pytest.mark.slow
def test_other_formats_are_another_batch(desk: Desk) -> None:
    stories(desk.folder / "in", 2)
    desk.run("batch", "in", "--to", "xml", "-o", "out")

    done = desk.run("batch", "in", "--to", "text", "-o", "out")

    assert done.err.splitlines()[-1].startswith("2 done of 2")


@pytest.mark.slow
def test_journal_that_is_lost_costs_work_only(desk: Desk) -> None:
    stories(desk.folder / "in", 3)
    desk.run("batch", "in", "--to", "xml,docx", "-o", "out")
    before = tree(desk.folder / "out")
    for path in (desk.folder / "out" / ".convert-batch" / "journal").iterdir():
        path.unlink()

    done = desk.run("batch", "in", "--to", "xml,docx", "-o", "out")

    assert done.code == 0
    assert done.err.splitlines()[-1].startswith("3 done of 3")
    assert tree(desk.folder / "out") == before


@pytest.mark.slow
def test_number_of_workers_does_not_change_a_byte(desk: Desk) -> None:
    stories(desk.folder / "in", 20)
    desk.run("batch", "in", "--to", "xml,newsml", "-o", "one", "--jobs", "1")
    desk.run("batch", "in", "--to", "xml,newsml", "-o", "three", "--jobs", "3")

    assert tree(desk.folder / "one") == tree(desk.folder / "three")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("in",), "nothing to do with the inputs (name --archive ROOT, or --to FORMAT and -o FOLDER)"),
        (("in", "--to", "xml"), "no folder for the outputs (name one with -o)"),
        (("in", "--to", "xml", "-o", "in"), "-o in: is a folder that is read from (name another)"),
        (("--to", "xml", "-o", "out"), "nothing to convert"),
        (("in", "--to", "xml", "-o", "story.txt"), "-o story.txt: is no folder"),
        (("in", "--to", "xml", "-o", "story.txt/out"), "-o story.txt/out: story.txt is no folder"),
        (("in", "--to", "xml", "-o", "out", "--jobs", "0"), "--jobs: 0 is no number of workers (1 or more)"),
        (("http://example.com/", "--to", "xml", "-o", "out"), "never fetched"),
        (("in", "--to", "xml", "-o", "out", "--files-from", "none.txt"), "--files-from none.txt: no such file"),
        (("in", "--to", "xxx", "-o", "out"), "no writer called 'xxx'"),
        (("in", "--to", "xml", "-o", "out", "--report", "story.txt"), "is no name for a report (name a .html or"),
    ],
)
def test_fault_of_the_call_leaves_nothing(desk: Desk, arguments: tuple[str, ...], line: str) -> None:
    stories(desk.folder / "in", 1)
    before = desk.names()

    done = desk.run("batch", *arguments)

    assert done.code == 2
    assert line in done.err
    assert len(done.err.splitlines()) == 1
    assert desk.names() == before


@pytest.mark.parametrize("output", ["shut", "shut/out"])
def test_folder_without_rights_is_refused_before_the_work(desk: Desk, output: str) -> None:
    stories(desk.folder / "in", 2)
    (desk.folder / "shut").mkdir(0o555)
    desk.folder.chmod(0o755)

    words = as_nobody(desk.folder, lambda: list(converter.batch("in", to="xml", output=output)))

    assert words == f"output {output}: permission denied"


def test_two_inputs_for_one_output_are_refused_before_anything_is_written(desk: Desk) -> None:
    stories(desk.folder / "in", 3)
    (desk.folder / "in" / "story-00002.xml").write_text("<x/>")
    before = desk.names()

    done = desk.run("batch", "in", "--to", "pdf", "-o", "out")

    assert done.code == 2
    assert "in/story-00002.txt and in/story-00002.xml would give one output" in done.err
    assert desk.names() == before


def test_dry_run_says_what_would_happen_and_does_nothing(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    desk.write("in/two.zip", b"")
    before = desk.names()

    done = desk.run("batch", "in", "--to", "xml,pdf", "-o", "out", "--dry-run")
    one = desk.run("batch", "in", "--to", "xml", "-o", "out", "--dry-run", "--exclude", "*.zip", "--json")

    assert done.code == 0
    assert desk.names() == before
    assert done.out.splitlines() == [
        "in/story-00000.txt → out/story-00000.xml, out/story-00000.pdf",
        "in/two.zip → out/two.zip/",
    ]
    assert done.err.startswith("2 inputs, 0 known: ")
    assert one.err.startswith("1 input, 0 known: ")
    assert one.objects()[0]["outputs"] == [str(desk.folder / "out" / "story-00000.xml")]


def test_dash_is_no_folder(desk: Desk) -> None:
    stories(desk.folder / "in", 1)

    done = desk.run("batch", "in", "--to", "text", "-o", "-")

    assert done.code == 2
    assert done.err == "convert: -o -: several outputs cannot go to standard output (name a folder with -o)\n"
    assert not (desk.folder / "-").exists()


@pytest.mark.slow
def test_what_cannot_be_read_goes_to_quarantine_with_the_reason(desk: Desk) -> None:
    stories(desk.folder / "in", 2)
    (desk.folder / "in" / "bad.xml").write_text("<a><b></a>")

    done = desk.run("batch", "in", "--to", "xml", "-o", "out")

    assert done.code == 8
    assert "convert: in/bad.xml: line 1: not well-formed XML" in done.err
    assert done.err.splitlines()[-1].startswith("2 done, 1 quarantined of 3")
    (kept,) = (desk.folder / "out" / "quarantine").iterdir()
    assert (kept / "bad.xml").read_text() == "<a><b></a>"
    reason = json.loads((kept / "reason.json").read_text())
    assert (reason["path"], reason["where"], reason["exit_code"]) == ("bad.xml", "line 1", 3)
    assert reason["words"].startswith("in/bad.xml: line 1: not well-formed XML")


@pytest.mark.slow
def test_what_is_in_quarantine_is_not_tried_again_unless_asked(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    (desk.folder / "in" / "bad.xml").write_text("<a><b></a>")
    command = ("batch", "in", "--to", "xml", "-o", "out", "--json")
    desk.run(*command)

    again = desk.run(*command)
    asked = desk.run(*command, "--retry-quarantine")

    assert (again.code, asked.code) == (8, 8)
    earlier = {each["input"]: each["earlier"] for each in again.objects() if each["event"] == "outcome"}
    assert earlier == {"in/bad.xml": True, "in/story-00000.txt": True}
    assert {each["input"] for each in asked.objects() if each.get("earlier") is False} == {"in/bad.xml"}


@pytest.mark.slow
def test_what_is_refused_before_its_bytes_are_known_is_not_named_anew(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    desk.write("in/empty.txt", b"")
    package = desk.write("in/torn.zip", b"PK\x03\x04 torn")
    desk.write("in/large.html", b"<p>" + b"The bridge is open. " * 200)
    command = ("batch", "in", "--to", "text", "-o", "out", "--limit", "input_bytes=2K")
    first = desk.run(*command)
    kept = tree(desk.folder / "out")

    again = desk.run(*command)
    package.write_bytes(b"PK\x03\x04 torn otherwise")
    other = desk.run(*command)
    asked = desk.run(*command, "--retry-quarantine")

    assert [done.code for done in (first, again, other, asked)] == [8, 8, 8, 8]
    assert [done.err.count("[quarantined]") for done in (first, again, other, asked)] == [3, 0, 1, 3]
    assert "3 quarantined of 4" in again.err
    assert kept.items() <= tree(desk.folder / "out").items()
    assert (desk.run(*command, "--limit", "input_bytes=1M").code, desk.run(*command).code) == (8, 8)
    assert (desk.folder / "out" / "large.txt").exists()


@pytest.mark.slow
def test_copy_that_was_mended_leaves_quarantine(desk: Desk) -> None:
    desk.write("story.xml", b"")
    stories(desk.folder / "in", 1)
    desk.run("batch", "in", "--to", "xml", "-o", "good")
    good = (desk.folder / "good" / "story-00000.xml").read_bytes()
    (desk.folder / "in" / "bad.xml").write_bytes(good[:-20])
    desk.run("batch", "in", "--to", "text", "-o", "out")
    (kept,) = (desk.folder / "out" / "quarantine").iterdir()
    (kept / "bad.xml").write_bytes(good)

    done = desk.run("batch", "--retry-quarantine", "--to", "text", "-o", "out")

    assert done.code == 0, done.err
    assert list((desk.folder / "out" / "quarantine").iterdir()) == []
    assert (desk.folder / "out" / "bad.txt").exists()


@pytest.mark.slow
def test_what_was_done_from_a_mended_copy_is_not_tried_again(desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    bad = desk.write("in/bad.txt", b"\x81\x8d\x8f\x90\x9d Fine words, the port said on Wednesday.")
    command = ("batch", "in", "--to", "text", "-o", "out")
    desk.run(*command)
    (kept,) = (desk.folder / "out" / "quarantine").iterdir()
    (kept / "bad.txt").write_text("Fine words, the port said on Wednesday.")
    assert desk.run("batch", "--retry-quarantine", "--to", "text", "-o", "out").code == 0

    again = desk.run(*command)

    assert again.code == 0, again.err
    assert again.err.splitlines()[-1].startswith("0 done, 1 unchanged of 1 in ")
    bad.write_bytes(b"\x81\x8d\x8f\x90\x9d Other words, the port said on Thursday.")
    assert desk.run(*command).code == 8


@pytest.mark.slow
def test_what_a_person_mends_in_quarantine_is_theirs(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    sidecar = desk.write("in/story-00000.yaml", b"headline: [\n")
    command = ("batch", "in", "--to", "text", "-o", "out")
    desk.run(*command)
    (kept,) = (desk.folder / "out" / "quarantine").iterdir()
    (kept / "story-00000.yaml").write_text("urgency: high\n")

    assert desk.run(*command).code == 8  # Its own sidecar is what it was.
    again = desk.run("batch", "--retry-quarantine", "--to", "text", "-o", "out")

    assert (kept / "story-00000.yaml").read_text() == "urgency: high\n"
    assert again.code == 8
    assert list((desk.folder / "out" / "quarantine").iterdir()) == [kept]
    reason = json.loads((kept / "reason.json").read_text())
    assert reason["where"] == "sidecar urgency"
    assert sidecar.read_bytes() == b"headline: [\n"
    (kept / "story-00000.yaml").write_text("urgency: 3\n")
    assert desk.run("batch", "--retry-quarantine", "--to", "xml", "-o", "out").code == 0  # As another batch, even.
    assert list((desk.folder / "out" / "quarantine").iterdir()) == []


@pytest.mark.slow
def test_what_no_input_can_be_given_ends_the_batch_before_it_begins(desk: Desk) -> None:
    stories(desk.folder / "in", 2)

    done = desk.run("batch", "in", "--to", "text", "-o", "out", "--set", "text.charset=nope")

    assert done.code == 2
    assert done.err.splitlines()[-1].startswith("convert: --set text.charset: no charset 'nope'")
    assert "quarantined" not in done.err
    assert tree(desk.folder / "out") == {}
    other = desk.run("batch", "in", "--to", "text", "-o", "out", "--set", "text.charset=utf-16")
    assert other.code == 8


@pytest.mark.slow
def test_broken_sidecar_is_named_and_lies_in_quarantine_too(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    (desk.folder / "in" / "story-00000.yaml").write_text('lang: en\nheadline: "Open\n')

    done = desk.run("batch", "in", "--to", "text", "-o", "out", "--report", "r.json")

    words = "story-00000.yaml:3:1: not plain YAML: found unexpected end of stream"
    assert f"convert: in/story-00000.txt: {words} [quarantined]" in done.err
    (fault,) = json.loads((desk.folder / "r.json").read_text())["faults"]
    assert fault["where"] == "story-00000.yaml:3:1"
    (kept,) = (desk.folder / "out" / "quarantine").iterdir()
    assert sorted(path.name for path in kept.iterdir()) == ["reason.json", "story-00000.txt", "story-00000.yaml"]

    (kept / "story-00000.yaml").write_text("lang: en\nheadline: Mended\n")
    again = desk.run("batch", "--retry-quarantine", "--to", "text", "-o", "out")

    assert again.code == 0, again.err
    assert (desk.folder / "out" / "story-00000.txt").read_text().startswith("Mended\n")


@pytest.mark.slow
def test_copy_stands_in_for_an_input_that_is_gone(desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    (desk.folder / "in" / "a.txt").write_bytes(b"\x81\x8d\x8f\x90\x9d Fine words, the port said on Wednesday.")
    desk.run("batch", "in", "--to", "text", "-o", "out")
    (desk.folder / "in" / "a.txt").unlink()

    done = desk.run("batch", "--retry-quarantine", "--to", "text", "-o", "out")

    assert "a.txt: not UTF-8, and no other charset is sure" in done.err
    assert done.code == 8


@pytest.mark.slow
def test_hostile_inputs_cost_themselves_only(desk: Desk) -> None:
    plugin = install(desk.folder / "plugin")
    stories(desk.folder / "in", 10)
    for word in ("abort", "leave", "nest", "bug", "stop", "vanish", "fine"):
        (desk.folder / "in" / f"{word}.hostile").write_text(word)
    (desk.folder / "in" / "empty.txt").touch()
    os.symlink("/etc/passwd", desk.folder / "in" / "link.txt")
    os.mkfifo(desk.folder / "in" / "pipe.txt")

    done = desk.process("batch", "in", "--to", "text", "-o", "out", environment=plugin)

    assert done.code == 8
    assert done.err.splitlines()[-1].startswith("11 done, 7 quarantined of 18"), done.err
    assert "Traceback" not in done.err
    assert "\x1b" not in done.err
    for said in (
        r"bug.hostile: the plug-in hostile 1.0 failed: KeyError: '\x1b[31mred' (tell whoever keeps it",
        "abort.hostile: its reader or writer crashed (SIGABRT)",
        "vanish.hostile: its reader or writer was killed",
        "nest.hostile: is nested too deeply",
        "empty.txt: is empty",
        "passed over: 1 × a link, 1 × a pipe",
    ):
        assert said in done.err


@pytest.mark.slow
def test_names_that_no_terminal_should_see_come_through(desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    for name in (b"new\nline.txt", b"\xff\xfe.txt", b"\x1b[31mred.txt", "‮right.txt".encode()):
        with open(os.fsencode(desk.folder / "in") + b"/" + name, "wb") as file:
            file.write(b"The bridge is open again, the port said on Wednesday.\n")

    done = desk.run("batch", "in", "--to", "xml,newsml,docx,pdf,text", "-o", "out", "--json")

    assert done.code == 0, done.err
    assert len(os.listdir(os.fsencode(desk.folder / "out"))) == 4 * 5 + 1
    assert "\x1b" not in done.err
    inputs = {each["input"] for each in done.objects() if each["event"] == "outcome"}
    assert inputs == {"in/new\nline.txt", "in/\udcff\udcfe.txt", "in/\x1b[31mred.txt", "in/‮right.txt"}


@pytest.mark.slow
def test_folder_for_outputs_may_lie_in_the_folder(desk: Desk) -> None:
    stories(desk.folder / "in", 2)
    command = ("batch", "in", "--to", "xml,text", "-o", "in/out")
    desk.run(*command)

    done = desk.run(*command)

    assert done.err.splitlines()[-1].startswith("0 done, 2 unchanged of 2")


@pytest.mark.slow
def test_outputs_do_not_go_among_the_sources(desk: Desk) -> None:
    stories(desk.folder / "in", 1)
    stories(desk.folder / "in" / "in", 1)

    done = desk.run("batch", "in", "--to", "text", "-o", ".", "--force")

    assert done.code == 8
    assert "would lie among the sources" in done.err
    assert "bridge is open" not in (desk.folder / "in" / "story-00000.txt").read_text()


def test_list_of_names_from_standard_input(desk: Desk) -> None:
    stories(desk.folder / "in", 3)

    done = desk.process(
        "batch", "--files-from", "-", "--to", "xml", "-o", "out", stdin=b"in/story-00001.txt\0in/gone.txt\0"
    )

    assert done.code == 8
    assert "in/gone.txt: no such file or directory [failed]" in done.err
    assert list(tree(desk.folder / "out")) == ["in/story-00001.xml"]


@pytest.mark.slow
def test_report_is_written_as_its_name_says(desk: Desk) -> None:
    stories(desk.folder / "in", 3)
    (desk.folder / "in" / "<b>&\x1b[0m.xml").write_text("<a>")

    done = desk.run("batch", "in", "--to", "xml", "-o", "out", "--report", "r/a.json", "--report", "r/a.html")

    assert done.code == 8
    report = json.loads((desk.folder / "r" / "a.json").read_bytes())
    assert report["counts"] == {"done": 3, "unchanged": 0, "quarantined": 1, "failed": 0, "left": 0}
    assert report["faults"][0]["input"] == "in/<b>&\x1b[0m.xml"
    page = (desk.folder / "r" / "a.html").read_text()
    assert r"in/&lt;b&gt;&amp;\x1b[0m.xml" in page
    assert "1 of 4 inputs need a person" in page


@pytest.mark.slow
def test_interruption_finishes_what_is_in_hand_and_says_how_to_go_on(desk: Desk) -> None:
    count = 1_200  # More than are done before a busy machine comes to the interruption.
    stories(desk.folder / "in", count)
    process = desk.start("batch", "in", "--to", "xml,docx,pdf", "-o", "out", "--jobs", "1", start_new_session=True)
    wait_for(desk.folder / "out" / ".convert-batch" / "journal")
    os.killpg(process.pid, signal.SIGINT)

    _, err = process.communicate(timeout=30)

    lines = err.decode().splitlines()
    assert process.returncode == 130
    assert "finishing what is in hand; once more ends it now" in lines
    assert "ended early; to go on: convert batch in --to xml,docx,pdf -o out --jobs 1" in lines
    done = int(lines[-1].split()[0].replace(",", ""))
    assert 0 < done < count
    assert len([name for name in tree(desk.folder / "out") if name.endswith(".pdf")]) == done
    again = desk.run("batch", "in", "--to", "xml,docx,pdf", "-o", "out")
    assert again.err.splitlines()[-1].startswith(f"{count - done:,} done, {done:,} unchanged of {count:,}")


def wait_for(path: Path) -> None:
    """Wait until there is such a file."""
    for _ in range(500):
        if path.exists():
            return
        time.sleep(0.02)
    raise AssertionError(f"no {path}")


@pytest.mark.slow
def test_termination_is_143(desk: Desk) -> None:
    stories(desk.folder / "in", 1_200)
    process = desk.start("batch", "in", "--to", "xml,docx", "-o", "out", "--jobs", "1")
    wait_for(desk.folder / "out" / ".convert-batch" / "journal")
    process.terminate()

    process.communicate(timeout=30)

    assert process.returncode == 143


# ── Into the archive ────────────────────────────────────────────────────────


@pytest.mark.slow
def test_folder_is_archived_once(desk: Desk) -> None:
    stories(desk.folder / "in", 10)
    command = ("batch", "in", "--archive", "news")
    first = desk.run(*command)

    again = desk.run(*command)

    assert (first.code, again.code) == (0, 0)
    assert first.err.splitlines()[-1].startswith("10 done of 10")
    assert again.err.splitlines()[-1].startswith("0 done, 10 unchanged of 10")
    assert len(list(desk.folder.glob("news/*/*/0=ocfl_object_1.1"))) == 10


@pytest.mark.slow
def test_archive_whose_journal_is_lost_is_unchanged(desk: Desk) -> None:
    stories(desk.folder / "in", 5)
    desk.run("batch", "in", "--archive", "news")
    for path in desk.folder.glob("news/extensions/x-news-archive/journal/*"):
        path.unlink()

    done = desk.run("batch", "in", "--archive", "news", "--json")

    said = [(each["status"], each["earlier"]) for each in done.objects() if each["event"] == "outcome"]
    assert said == [("unchanged", False)] * 5


@pytest.mark.slow
def test_archive_and_outputs_in_one_run(desk: Desk) -> None:
    stories(desk.folder / "in", 5)

    done = desk.run("batch", "in", "--archive", "news", "--to", "newsml", "-o", "out")

    assert done.code == 0
    assert len(tree(desk.folder / "out")) == 5
    assert len(list(desk.folder.glob("news/*/*/0=ocfl_object_1.1"))) == 5
    assert not (desk.folder / "out" / ".convert-batch").exists()


@pytest.mark.slow
def test_inputs_of_one_story_become_its_versions(desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    for number in range(6):
        (desk.folder / "in" / f"{number}.txt").write_text(f"The bridge is open, {number} of the port said on Monday.\n")
        (desk.folder / "in" / f"{number}.yaml").write_text("guid: urn:x-test:bridge\n")

    done = desk.run("batch", "in", "--archive", "news")

    assert done.code == 0, done.err
    (story,) = desk.folder.glob("news/*/*/0=ocfl_object_1.1")
    assert len([path for path in story.parent.iterdir() if path.name.startswith("v")]) == 6


@pytest.mark.slow
def test_story_is_known_by_its_path_in_a_collection(desk: Desk) -> None:
    stories(desk.folder / "in", 2)
    command = ("batch", "in", "--archive", "news", "--identity", "path", "--collection", "desk", "--json")
    desk.run(*command)
    first = next(iter(sorted((desk.folder / "in").rglob("*.txt"))))
    first.write_text(first.read_text() + "\nThe port said so again.\n")

    done = desk.run(*command)

    outcomes = [each for each in done.objects() if each["event"] == "outcome"]
    assert sorted((each["status"], each.get("version")) for each in outcomes) == [("corrected", 2), ("unchanged", None)]


@pytest.mark.slow
def test_quarantine_of_an_archive_lies_in_its_own_area(desk: Desk) -> None:
    stories(desk.folder / "in", 2)
    (desk.folder / "in" / "bad.xml").write_text("<a>")
    command = ("batch", "in", "--archive", "news")

    done = desk.run(*command)
    again = desk.run(*command, "--retry-quarantine")

    assert (done.code, again.code) == (8, 8)
    (kept,) = desk.folder.glob("news/extensions/x-news-archive/quarantine/*")
    assert sorted(path.name for path in kept.iterdir()) == ["bad.xml", "reason.json"]


# ── A disk without room ─────────────────────────────────────────────────────


@pytest.mark.slow
def test_full_disk_ends_the_batch_and_the_same_command_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stories(desk.folder / "in", 60)
    command = ("batch", "in", "--to", "xml", "-o", "out", "--jobs", "1")
    write = os.write
    room = 30_000

    def write_little(descriptor: int, content: bytes) -> int:
        nonlocal room
        if os.readlink(f"/proc/self/fd/{descriptor}").startswith(str(desk.folder / "out")):
            room -= len(content)
            if room < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, content)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", write_little)
        full = desk.run(*command)
    made = tree(desk.folder / "out")
    again = desk.run(*command)

    assert full.code == 5
    assert full.err.splitlines()[-1].endswith("no space left on device")
    assert full.err.count("no space left on device") == 1, "it is said once, whatever was in hand"
    assert any(line.startswith("ended early; to go on: convert batch in") for line in full.err.splitlines())
    assert len(made) < 60
    assert all(content.endswith(b"</article>") for content in made.values())
    assert again.code == 0
    assert len(tree(desk.folder / "out")) == 60
