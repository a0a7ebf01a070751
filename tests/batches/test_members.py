"""Batches of inputs that hold others."""

from __future__ import annotations

import hashlib
import json
import zipfile
from functools import partial

import pytest

from tests.batches.made import tree
from tests.cli.conftest import desk as desk
from tests.cli.desk import Desk
from tests.readers.containers.made import STORY, message, tarred, zipped
from tests.writers.docx.test_pictures import png


def records(count: int) -> bytes:
    """Return JSON Lines of so many stories."""
    return b"".join(
        json.dumps({"title": f"Bridge {number}", "text": f"Bridge {number} is open again, the port said."}).encode()
        + b"\n"
        for number in range(count)
    )


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), [("feed.zip", zipped), ("feed.tar", tarred)])
def test_package_gives_an_output_for_each_story(desk: Desk, name: str, make: object) -> None:
    files = [
        ("2024/one.txt", STORY),
        ("2024/one.yaml", b"headline: A Sidecar's Words\n"),
        ("two.txt", STORY + b"Two.\n"),
        ("photo.jpg", b"\xff\xd8"),
        ("__MACOSX/._two.txt", b"x"),
        ("inner.zip", zipped([])),
    ]
    desk.write(name, make(files))  # type: ignore[operator]

    done = desk.run("batch", name, "--to", "xml,newsml", "-o", "out")

    assert done.code == 0, done.err
    made = tree(desk.folder / "out")
    assert sorted(made) == [
        f"{name}/2024/one.newsml.xml",
        f"{name}/2024/one.xml",
        f"{name}/two.newsml.xml",
        f"{name}/two.xml",
    ]
    assert b"A Sidecar's Words" in made[f"{name}/2024/one.xml"]
    for why in ("1 × a hidden name", "1 × a package in a package", "1 × a sidecar of its source", ".jpg"):
        assert why in done.err


@pytest.mark.slow
def test_members_are_resumed_like_files(desk: Desk) -> None:
    desk.write("feed.jsonl", records(300))
    command = ("batch", "feed.jsonl", "--to", "text", "-o", "out", "--jobs", "2")
    first = desk.run(*command)
    made = tree(desk.folder / "out")
    (desk.folder / "out" / "feed.jsonl" / "290.txt").unlink()

    again = desk.run(*command)

    assert (first.code, again.code) == (0, 0)
    assert first.err.splitlines()[-1].startswith("300 done of 300")
    assert again.err.splitlines()[-1].startswith("1 done, 299 unchanged of 300")
    assert tree(desk.folder / "out") == made
    assert b"Bridge 289 is" in made["feed.jsonl/290.txt"]


@pytest.mark.slow
def test_record_that_is_broken_is_set_aside_by_itself(desk: Desk) -> None:
    desk.write("feed.jsonl", records(3) + b'{"title": "no text"}\n')

    done = desk.run("batch", "feed.jsonl", "--to", "text", "-o", "out")

    assert done.code == 8
    assert "feed.jsonl/4: the record has no text" in done.err
    (kept,) = (desk.folder / "out" / "quarantine").iterdir()
    assert sorted(path.name for path in kept.iterdir()) == ["4.jsonl", "reason.json"]
    assert (kept / "4.jsonl").read_bytes() == b'{"title": "no text"}\n'


@pytest.mark.slow
def test_feed_that_grows_keeps_the_names_of_its_records(desk: Desk) -> None:
    command = ("batch", "feed.jsonl", "--to", "text", "-o", "out")
    desk.write("feed.jsonl", records(9))
    desk.run(*command)
    desk.write("feed.jsonl", records(10))

    done = desk.run(*command)

    assert done.err.splitlines()[-1].startswith("1 done, 9 unchanged of 10 in ")
    made = [name for name in tree(desk.folder / "out") if name.startswith("feed.jsonl/")]
    assert sorted(made) == sorted(f"feed.jsonl/{number}.txt" for number in range(1, 11))


@pytest.mark.slow
def test_record_at_fault_is_not_tried_again(desk: Desk) -> None:
    desk.write("feed.jsonl", records(1) + b'{"title": "no text"}\n')
    command = ("batch", "feed.jsonl", "--to", "text", "-o", "out", "--json")
    desk.run(*command)

    again = desk.run(*command)

    assert again.code == 8
    assert [each["earlier"] for each in again.objects() if each["event"] == "outcome"] == [True, True]
    (kept,) = (desk.folder / "out" / "quarantine").iterdir()
    (kept / "2.jsonl").write_bytes(records(1))
    assert desk.run("batch", "--retry-quarantine", "--to", "text", "-o", "out").code == 0
    assert (desk.folder / "out" / "feed.jsonl" / "2.txt").read_text().startswith("Bridge 0\nBridge 0 is open again")
    assert desk.run(*command).code == 0


@pytest.mark.slow
def test_copy_of_a_member_says_what_it_is_and_has_its_sidecar(desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    desk.write("in/feed.jsonl", b'{"title": "Bridge", "text": "Open, the port said.", "guid": "17"}\n')
    message = b"Subject: Bridge\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n%s\n"
    desk.write("in/post.mbox", b"From a b\n" + message % b"\xff\xfe\x80 bad!")
    desk.write("in/two.zip", zipped([("one.txt", STORY), ("one.yaml", b"headline: [\n")]))

    done = desk.run("batch", "in", "--to", "text", "-o", "out")

    assert done.code == 8
    kept = {path.name for path in (desk.folder / "out" / "quarantine").glob("*/*") if path.name != "reason.json"}
    assert kept == {"1.txt", "1.json", "1.eml", "one.txt", "one.yaml"}
    (mended,) = (desk.folder / "out" / "quarantine").glob("*/1.eml")
    mended.write_bytes(message % b"Open again, the port said.")
    desk.run("batch", "--retry-quarantine", "--to", "text", "-o", "out")
    assert (desk.folder / "out" / "post.mbox" / "1.txt").read_text() == "Bridge\nOpen again, the port said.\n"


def test_package_that_breaks_a_rule_is_set_aside_whole(desk: Desk) -> None:
    desk.write("bad.zip", zipped([("good.txt", STORY), ("../evil.txt", STORY)]))

    done = desk.run("batch", "bad.zip", "--to", "text", "-o", "out")

    assert done.code == 8
    assert "bad.zip: its member “../evil.txt” leads out of the package: the package is refused" in done.err
    assert not (desk.folder / "evil.txt").exists()
    assert [name for name in tree(desk.folder / "out") if not name.startswith("quarantine")] == []


@pytest.mark.slow
def test_members_that_would_give_one_output_are_refused(desk: Desk) -> None:
    desk.write("bad.zip", zipped([("a.txt", STORY), ("a.xml", b"<a/>")]))

    done = desk.run("batch", "bad.zip", "--to", "text", "-o", "out")

    assert done.code == 8
    assert "holds “a.txt” and “a.xml”, which would give one output" in done.err


@pytest.mark.slow
def test_names_in_packages_are_fit_for_paths(desk: Desk) -> None:
    names = ["new\nline.txt", "\x1b[31m.txt", "100%.txt", "x" * 240 + ".txt", "end. .txt", "a//b.txt", "./c.txt"]
    desk.write("feed.zip", zipped([(name, STORY + name.encode()[:5] + b"\n") for name in names]))

    done = desk.run("batch", "feed.zip", "--to", "text", "-o", "out")

    assert done.code == 0, done.err
    made = [name.removeprefix("feed.zip/") for name in tree(desk.folder / "out")]
    assert {"new%0Aline.txt", "%1B[31m.txt", "100%25.txt", "a/b.txt", "c.txt"} <= set(made)
    assert len(made) == 7
    assert max(map(len, made)) <= 180


@pytest.mark.slow
def test_mailbox_is_archived_with_its_messages_as_stories(desk: Desk) -> None:
    desk.write("desk.mbox", b"".join(message(f"Bridge {n}", f"Bridge {n} is open.", number=n) for n in range(5)))
    command = ("batch", "desk.mbox", "--archive", "news", "--json")

    done = desk.run(*command)
    again = desk.run(*command)

    assert (done.code, again.code) == (0, 0)
    guids = sorted(each["guid"] for each in done.objects() if each["event"] == "outcome")
    assert guids == [f"mid:{n}@example.com" for n in range(5)]
    assert {each["status"] for each in again.objects() if each["event"] == "outcome"} == {"unchanged"}


def test_records_of_one_text_are_stories_of_their_own(desk: Desk) -> None:
    text = "Subscribe to read on, the paper says."
    desk.write("feed.jsonl", b"".join(json.dumps({"title": name, "text": text}).encode() + b"\n" for name in "AB"))

    desk.run("batch", "feed.jsonl", "--archive", "news")

    assert len(desk.run("archive", "list", "news", "--ids").out.splitlines()) == 2


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), [("feed.zip", zipped), ("feed.tgz", partial(tarred, how="w:gz"))])
def test_pictures_beside_a_story_in_its_package_are_the_storys(desk: Desk, name: str, make: object) -> None:
    page = (
        "<html><body><article><h1>The bridge is open</h1><p>The bridge is open again, the port said on Wednesday, "
        'after a year of work.</p><figure><img src="{}"><figcaption>The bridge</figcaption></figure>'
        "<p>The night ferry sails again from Friday, its owner said, and more often.</p></article></body></html>"
    )
    files = [
        ("2024/beside.html", page.format("pictures/bridge.png").encode()),
        ("2024/elsewhere.html", page.format("../top.png").encode()),
        ("2024/pictures/bridge.png", png(30, 20)),
        ("top.png", png(20, 20)),
    ]
    desk.write(name, make(files))  # type: ignore[operator]

    done = desk.run("batch", name, "--to", "docx", "-o", "out")

    assert done.code == 0, done.err
    media = {
        path.name: [each for each in zipfile.ZipFile(path).namelist() if "media/" in each]
        for path in (desk.folder / "out" / name / "2024").iterdir()
    }
    assert media == {"beside.docx": ["word/media/image1.png"], "elsewhere.docx": []}


@pytest.mark.slow
def test_member_that_breaks_its_worker_costs_itself_only(desk: Desk) -> None:
    from tests.cli.hostile import install

    plugin = install(desk.folder / "plugin")
    files = [(f"{number}.hostile", b"fine") for number in range(20)]
    files[7] = ("7.hostile", b"abort")
    desk.write("feed.zip", zipped(files))

    done = desk.process("batch", "feed.zip", "--to", "text", "-o", "out", environment=plugin)

    assert done.code == 8
    assert "feed.zip/7.hostile: its reader or writer crashed (SIGABRT)" in done.err
    assert done.err.splitlines()[-1].startswith("19 done, 1 quarantined of 20")


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Example News</title><link>https://news.example/</link>
<item><title>Bridge reopens</title><link>https://news.example/1</link><description>It opens.</description></item>
<item><title>Ferry sails</title><link>https://news.example/2</link><description>It sails.</description></item>
</channel></rss>
"""


@pytest.mark.slow
def test_xml_that_holds_several_stories_gives_a_job_for_each(desk: Desk) -> None:
    (desk.folder / "in").mkdir()
    desk.write("in/feed.xml", FEED)
    command = ("batch", "in", "--to", "text", "-o", "out")

    done = desk.run(*command)
    again = desk.run(*command)

    assert done.code == 0, done.err
    assert sorted(tree(desk.folder / "out")) == ["feed.xml/1.txt", "feed.xml/2.txt"]
    assert again.err.splitlines()[-1].startswith("0 done, 2 unchanged of 2")


@pytest.mark.slow
def test_member_knows_its_container_as_by_convert(desk: Desk) -> None:
    desk.write("feed.xml", FEED)
    desk.run("feed.xml", "--to", "xml", "-o", "single/")

    desk.run("batch", "feed.xml", "--to", "xml", "-o", "out")

    one = tree(desk.folder / "out")["feed.xml/1.xml"]
    assert hashlib.sha256(FEED.encode()).hexdigest().encode() in one
    assert b'member="1"' in one
    assert sorted(name for name in tree(desk.folder / "single")) == ["feed-1.xml", "feed-2.xml"]
