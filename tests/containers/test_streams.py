"""Mailboxes and JSON Lines: a story each, and one that is broken costs itself."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.limits import Limits
from converter.sidecar import items_of
from tests.containers.made import members, message


def items(member: object) -> dict[str, str]:
    """Return what is said of a member, by name."""
    name, content = member.sidecar  # type: ignore[attr-defined]
    return dict(items_of(content, name))


def test_messages_are_stories_with_the_subject_as_headline() -> None:
    first, second = members("mbox", message("Bridge opens", "It is open.") + message("Ferry sails", "Off.", number=2))

    assert first.content == b"It is open.\n\n"
    assert items(first) == {
        "headline": "Bridge opens",
        "byline": "Ann Example",
        "date.published": "2023-05-03T10:00:00+02:00",
        "guid": "mid:1@example.com",
    }
    assert items(second)["headline"] == "Ferry sails"
    assert (first.offset, first.ending) == (0, ".txt")


def test_mailbox_can_be_read_on_from_each_message() -> None:
    content = b"".join(message(f"Story {number}", "Text.", number=number) for number in range(5))

    for at, each in enumerate(members("mbox", content)):
        stream = io.BytesIO(content)
        stream.seek(each.offset or 0)

        assert [items(one)["headline"] for one in members("mbox", stream)] == [f"Story {n}" for n in range(at, 5)]


def test_line_that_begins_as_a_message_does_is_text() -> None:
    (one,) = members("mbox", message("Letter", "He wrote:\n>From here on, >From there.\n>>From afar."))

    assert one.content.decode().splitlines()[1:3] == ["From here on, >From there.", ">From afar."]


@pytest.mark.parametrize(
    ("encoding", "text", "content", "charset"),
    [
        ("base64", "w7w=", "ü".encode(), "utf-8"),
        ("quoted-printable", "=FC", b"\xfc", "iso-8859-1"),
    ],
)
def test_text_is_decoded_and_its_charset_declared(encoding: str, text: str, content: bytes, charset: str) -> None:
    more = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n"

    (one,) = members("mbox", message("Letter", text, more=more))

    assert (one.content.strip(), one.charset) == (content, charset)


def test_attachments_are_passed_over_and_counted() -> None:
    more = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n"
    text = (
        "--x\nContent-Type: text/plain\n\nThe story.\n--x\nContent-Type: image/png\n"
        "Content-Disposition: attachment; filename=a.png\n\nAAAA\n--x--"
    )

    (one,) = members("mbox", message("Letter", text, more=more))

    assert one.content.strip() == b"The story."
    assert one.passed == ("an attachment of a message",)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_message(content: bytes) -> None:
    found = members("mbox", b"From x\n" + content)

    assert len(found) >= 1
    for each in found:
        items(each)


def test_records_are_stories() -> None:
    line = {
        "title": "Bridge opens",
        "text": "It is open.",
        "author": ["Ann", "Bo"],
        "url": "https://example.com/1",
        "views": 7,
    }

    (one,) = members("jsonl", json.dumps(line).encode() + b"\n\n")

    assert (one.content, one.ending, one.charset) == (b"It is open.", ".txt", "utf-8")
    name, content = one.sidecar or ("", b"")
    assert items_of(content, name) == (
        ("headline", "Bridge opens"),
        ("byline", "Ann"),
        ("byline", "Bo"),
        ("views", "7"),
        ("guid", "https://example.com/1"),
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "not JSON"),
        (b"[1]", "holds names and values"),
        (b'{"title": "x"}', "the record has no text"),
        (b'{"text": "a", "text": "b"}', "a name stands twice"),
        (b'{"text": "a", "n": NaN}', "NaN is no number"),
        (b'{"text": "\\ud800"}', "lone surrogate"),
        (b"\xff", "not JSON"),
        (b'{"text": "a", "n": ' + b"1" * 500 + b"}", "a number is over 400"),
        (b'{"text": "a", "n": ' + b"[" * 70 + b"]" * 70 + b"}", "the nesting of values is over 64"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_line_that_is_no_record_costs_itself(line: bytes, words: str) -> None:
    first, bad, last = members("jsonl", b'{"text": "one"}\n' + line + b'\n{"text": "two"}')

    assert (first.content, last.content) == (b"one", b"two")
    assert words in str(bad.fault)


def test_record_that_is_too_large_costs_itself() -> None:
    content = b'{"text": "' + b"x" * 500 + b'"}\n{"text": "two"}\n'

    bad, good = members("jsonl", content, Limits(input_bytes=100))

    assert "a record is larger than 100 bytes" in str(bad.fault)
    assert good.content == b"two"


def test_records_can_be_read_on_from_each() -> None:
    content = b"".join(json.dumps({"text": str(number)}).encode() + b"\n" for number in range(5))

    for at, each in enumerate(members("jsonl", content)):
        stream = io.BytesIO(content)
        stream.seek(each.offset or 0)

        assert [one.content.decode() for one in members("jsonl", stream)] == [str(n) for n in range(at, 5)]
