"""Recognition: the extension is held against the bytes, and a disagreement names both."""

from __future__ import annotations

import subprocess
import sys

import pytest

from converter.core.errors import UnreadableInput
from converter.core.spelling import in_shell
from converter.formats.sniffing import find_container, recognise
from converter.io.magic import kind_of
from converter.model import canonical
from tests.articles import full_article

CANONICAL = canonical.serialise(full_article())


@pytest.mark.parametrize(
    ("name", "source", "reader"),
    [
        ("a.txt", b"Words.", "text"),
        ("A.TXT", b"Words.", "text"),
        ("a.b.text", b"Words.", "text"),
        ("a.xml", CANONICAL, "xml"),
        ("README", b"Words.", "text"),
        ("-", b"Words.", "text"),
        ("-", CANONICAL, "xml"),
        (".txt", b"Words.", "text"),
        ("a.unknown", CANONICAL, "xml"),
    ],
)
def test_reader_is_found_by_name_and_bytes(name: str, source: bytes, reader: str) -> None:
    assert recognise(source, name).name == reader


@pytest.mark.parametrize(
    ("name", "source", "words"),
    [
        ("a.txt", CANONICAL, "is named .txt, but is our canonical XML"),
        ("a.xml", b"Words.", "is named .xml, but is not our canonical XML"),
        ("a.xml", b"PK\x03\x04", "is named .xml, but is a ZIP package"),
        ("a.txt", b"  <HTML>", "is named .txt, but is HTML"),
        ("a.pdf", b"Words.", r"is named \.pdf, but is not PDF"),
        ("a.odd", b"Words.", r"no reader for \.odd files"),
        ("a.mbox", b"From a b\n", r"^holds several stories \(read_all reads each of them\)$"),
        ("a.zip", b"PK\x03\x04", r"^is a package of files \(batch does each of them\)$"),
        ("-", b"\x89PNG\r\n", "no reader for a PNG picture"),
    ],
)
def test_disagreement_names_both(name: str, source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        recognise(source, name)


def test_kinds_are_told_by_their_sign() -> None:
    assert kind_of(b"\x1f\x8b\x08") == "gzip-compressed data"
    assert kind_of(b"Words.") is None
    assert kind_of(b"") is None


def test_reader_that_cannot_be_meant_is_not_loaded() -> None:
    script = (
        "import sys\n"
        "from converter.formats.sniffing import recognise\n"
        "recognise(b'Words.', 'a.txt')\n"
        "print([name for name in sys.modules if name.startswith('converter.readers.')])\n"
    )

    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    for name in ("newsml", "nitf", "ninjs", "feed", "eml", "docx", "pdf", "html"):
        assert f"converter.readers.{name}" not in loaded


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b" \n"])
def test_first_byte_is_looked_for_behind_blanks_and_marks(mark: bytes) -> None:
    source = mark + b"<nitf><body><body.content><p>Rain.</p></body.content></body></nitf>"

    assert recognise(source, "a.unknown").name == "nitf"


@pytest.mark.parametrize("name", ["feed.zip", "feed.tar", "feed.tar.gz", "FEED.TGZ"])
def test_package_of_files_is_for_a_batch(name: str) -> None:
    with pytest.raises(UnreadableInput, match="is a package of files") as caught:
        find_container(b"whatever", name)

    assert in_shell(caught.value.hint) == f"convert batch {name} --to FORMAT -o FOLDER does each of them"


def test_mailboxes_and_records_hold_several_stories() -> None:
    mailbox, records = find_container(b"From x\n", "desk.mbox"), find_container(b"{}\n", "feed.jsonl")

    assert mailbox is not None
    assert records is not None
    assert (mailbox.name, records.name) == ("mbox", "jsonl")
