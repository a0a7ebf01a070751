"""Work apart: a document that ends, stops or fills its process leaves the caller as it was."""

from __future__ import annotations

import os
import resource
import signal
import threading
import time
from pathlib import Path

import pytest

import converter
from converter import ConverterError, LimitExceeded, Limits, UnreadableInput, UsageError
from converter.batches.isolate import apart
from converter.core.errors import InternalError

STORY = "The bridge is open again, the port said on Wednesday.\n".encode("utf-16")


def echo(value: object) -> tuple[object, int]:
    """Return the value and who had it."""
    return value, os.getpid()


def die(how: str) -> None:
    """End this process, in one of the ways in which a parser does."""
    match how:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "hang":
            time.sleep(60)
        case "memory":
            bytearray(1 << 34)
        case "fault":
            raise UnreadableInput("is no story", where="byte 7")
        case "bug":
            raise KeyError("a bug")


@pytest.mark.slow
def test_work_is_done_by_another_process() -> None:
    value, process = apart(echo, {"a": 1}, limits=Limits())

    assert value == {"a": 1}
    assert process != os.getpid()


@pytest.mark.parametrize(
    ("how", "kind", "words"),
    [
        ("crash", UnreadableInput, "its reader or writer crashed (SIGSEGV)"),
        pytest.param("hang", LimitExceeded, "takes longer than 1 s", marks=pytest.mark.slow),
        ("memory", LimitExceeded, "needs more than 2 GiB of memory"),
        ("fault", UnreadableInput, "is no story"),
        ("bug", InternalError, "a bug of ours: KeyError: 'a bug'"),
    ],
)
def test_what_ends_it_is_an_error_in_one_line(how: str, kind: type[ConverterError], words: str) -> None:
    with pytest.raises(kind) as raised:
        apart(die, how, limits=Limits(seconds=1 if how == "hang" else 60, memory_bytes=2 << 30))

    assert raised.value.what == words


@pytest.mark.slow
def test_isolated_reading_and_converting_give_what_others_give(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(STORY)
    before = resource.getrlimit(resource.RLIMIT_AS)

    assert converter.read(story, isolate=True) == converter.read(story)
    assert converter.read(STORY, name="story.txt", isolate=True) == converter.read(STORY, name="story.txt")
    with story.open("rb") as file:
        apart_too = converter.convert(file, ["docx", "pdf"], name="story.txt", isolate=True)
    assert apart_too == converter.convert(STORY, ["docx", "pdf"], name="story.txt")
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.mark.slow
def test_isolated_faults_name_their_source(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\3\4")

    for isolate in (False, True):
        with pytest.raises(UnreadableInput) as raised:
            converter.read(broken, isolate=isolate)
        assert raised.value.source == str(broken)
    with pytest.raises(UsageError):
        converter.read("-", isolate=True)


@pytest.mark.slow
def test_caller_with_threads_may_isolate() -> None:
    done: list[converter.Article] = []
    threads = [
        threading.Thread(target=lambda: done.append(converter.read(STORY, name="story.txt", isolate=True)))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert done == [converter.read(STORY, name="story.txt")] * 2
