"""Mailboxes and JSON Lines: a story each, and one that is broken costs itself."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.conversion.sidecar import items_of
from converter.core.limits import Limits
from converter.formats.records import Member
from tests.readers.containers.made import members, message


def test_messages_are_members_as_mail_files_are() -> None:
    first, second = members("mbox", message("Bridge opens", "It is open.") + message("Ferry sails", "Off.", number=2))

    assert first.content.startswith(b"From: Ann Example <ann@example.com>\nSubject: Bridge opens\n")
    assert first.content.endswith(b"\nIt is open.\n\n")
    assert b"Ferry sails" in second.content
    assert (first.offset, first.ending) == (0, ".eml")


def test_mailbox_can_be_read_on_from_each_message() -> None:
    content = b"".join(message(f"Story {number}", "Text.", number=number) for number in range(5))

    for at, each in enumerate(members("mbox", content)):
        stream = io.BytesIO(content)
        stream.seek(each.offset or 0)

        assert [_subject(one) for one in members("mbox", stream)] == [f"Story {n}" for n in range(at, 5)]


def _subject(one: Member) -> str:
    return next(line[9:].decode() for line in one.content.splitlines() if line.startswith(b"Subject: "))


def test_line_that_begins_as_a_message_does_is_text() -> None:
    (one,) = members("mbox", message("Letter", "He wrote:\n>From here on, >From there.\n>>From afar."))

    assert one.content.decode().splitlines()[-3:-1] == ["From here on, >From there.", ">From afar."]


@given(st.binary(max_size=300))
def test_any_bytes_are_a_message(content: bytes) -> None:
    found = members("mbox", b"From x\n" + content)

    assert len(found) >= 1


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
    ("record", "ending"),
    [
        ({"body": "<p>It is open.</p>\n<p>Ok.</p>"}, ".html"),
        ({"html": "It <b>is</b> open."}, ".html"),
        ({"html": "It is open."}, ".txt"),
        ({"text": "<p> was what the editor had typed."}, ".txt"),
    ],
)
def test_text_of_a_record_is_html_where_it_is_marked_up_as_such(record: dict[str, str], ending: str) -> None:
    (one,) = members("jsonl", json.dumps(record).encode())

    assert one.ending == ending


def _told(**record: object) -> tuple[tuple[str, str], ...]:
    """Return what the sidecar of a record says."""
    (one,) = members("jsonl", json.dumps({"text": "It is open.", **record}).encode())
    assert one.fault is None
    name, content = one.sidecar or ("", b"")
    return items_of(content, name)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2025-03-14 10:00:00", "2025-03-14T10:00:00"),
        ("2025-03-14T10:00:00+0100", "2025-03-14T10:00:00+01:00"),
        ("Fri, 14 Mar 2025 10:00:00 GMT", "2025-03-14T10:00:00Z"),
        ("March 14, 2025", "2025-03-14"),
        ("2025年3月14日", "2025-03-14"),
        (1741946400, "2025-03-14T10:00:00Z"),
    ],
)
def test_dates_of_records_are_read_as_scrapers_write_them(said: object, read: str) -> None:
    assert _told(publish_date=said) == (("date.published", read),)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"date": "03/04/2025"}, (("record.date", "03/04/2025"),)),
        ({"status": "published", "lang": "english"}, (("record.status", "published"), ("record.lang", "english"))),
        ({"version": 2.5}, (("record.version", "2.5"),)),
        ({"authors": [{"name": "Ann"}, {"name": "Bo"}]}, (("byline", "Ann"), ("byline", "Bo"))),
        ({"images": [{"src": "a"}]}, (("images", '[{"src": "a"}]'),)),
        ({"source": {"id": None, "name": "Wire"}}, (("record.source.name", "Wire"),)),
    ],
)
def test_value_that_a_field_refuses_stays_under_the_records_own_name(record: dict[str, object], told: object) -> None:
    assert _told(**record) == told


def test_no_value_of_a_record_displaces_another() -> None:
    told = _told(title="One", headline="Two", date="2025-03-14", published="2025-03-15")

    assert told == (
        ("record.title", "One"),
        ("headline", "Two"),
        ("date.published", "2025-03-14"),
        ("record.published", "2025-03-15"),
    )


def test_records_of_one_text_are_told_apart_by_title_and_date() -> None:
    text = {"text": "Subscribe to read on."}
    lines = [{"title": "A", **text}, {"title": "B", **text}, {"title": "B", "views": 7, **text}, text]

    found = members("jsonl", b"\n".join(json.dumps(line).encode() for line in lines))

    made = [one.content if one.identity is None else one.identity for one in found]
    assert made[1] == made[2]
    assert len(set(made)) == 3


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "not JSON"),
        (b"[1]", "holds names and values"),
        (b'{"title": "x"}', "the record has no text"),
        (b'{"text": ["one", "two"]}', "the record's 'text' is no text, but a list"),
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
