"""Calls: values of Python become what the command line takes; what is no such value is a fault of the call."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

import converter
from converter import Article, ConverterError, LimitExceeded, Limits, Record, UsageError
from converter.conversion.coerce import items_of, settings_of

STORY = b"The bridge is open again, the port said on Wednesday.\n"


@pytest.mark.parametrize(
    ("meta", "items"),
    [
        (None, []),
        ({"headline": "A"}, [("headline", "A")]),
        ({"headline": {"main": "A", "sub": "B"}}, [("headline", "A"), ("headline.sub", "B")]),
        ({"date": {"published": date(2025, 3, 14)}}, [("date.published", "2025-03-14")]),
        ({"version_created": datetime(2025, 3, 14, 9, tzinfo=UTC)}, [("version_created", "2025-03-14T09:00:00+00:00")]),
        (
            {"urgency": 3, "property.x": 1.5, "property.y": True},
            [("urgency", "3"), ("property.x", "1.5"), ("property.y", "yes")],
        ),
        ({"headline": None, "keyword": ["a", None, "b"]}, [("keyword", "a"), ("keyword", "b")]),
        ({"keyword": (word for word in "ab")}, [("keyword", "a"), ("keyword", "b")]),
    ],
)
def test_metadata_is_flat_text(meta: Any, items: list[tuple[str, str]]) -> None:
    assert items_of(meta) == items


def test_settings_are_flat_text() -> None:
    given = {"wrap": 40, "text.blank_lines": True, "pdf": {"paper": "a5"}, "docx.template": Path("a.docx"), "x": None}

    assert settings_of(given, "text") == [
        ("text.wrap", "40"),
        ("text.blank_lines", "yes"),
        ("pdf.paper", "a5"),
        ("docx.template", "a.docx"),
    ]


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ("headline=A", "meta: takes no str (it takes names with their values, as a dict has them)"),
        ([("headline", "A")], "meta: takes no list (it takes names with their values, as a dict has them)"),
        ({1: "A"}, "meta: 1 is no name (names are texts)"),
        ({"keyword": {"a", "b"}}, "meta['keyword']: takes no set (it takes a text, a number, a date, a list of them"),
        ({"headline": b"A"}, "meta['headline']: takes no bytes (it takes a text"),
        ({"keyword": [["a"]]}, "meta['keyword']: takes no list (it takes a text"),
        ({"keyword": {"a": {"b": {"c": {"d": "e"}}}}}, "meta['keyword.a.b.c']: takes no dict (it takes a text"),
        ({"urgency": 2.5}, "meta['urgency']: '2.5' is no whole number"),
        ({"x": "A"}, "meta: no metadata field 'x' (there are: "),
    ],
)
def test_metadata_of_another_kind_is_refused_by_its_key(meta: Any, words: str) -> None:
    with pytest.raises(UsageError) as refused:
        converter.convert(STORY, "xml", meta=meta)

    assert str(refused.value).startswith(words)


def test_nested_metadata_and_a_number_reach_the_article() -> None:
    done = converter.convert(STORY, "xml", meta={"headline": {"main": "Bridge opens", "sub": "At last"}, "urgency": 3})

    assert [(each.kind, each.content) for each in done.article.head.headlines] == [
        ("main", ("Bridge opens",)),
        ("sub", ("At last",)),
    ]
    assert done.article.head.urgency is not None
    assert done.article.head.urgency.value == 3


def test_language_is_taken_away_from_any_format() -> None:
    mail = b"Subject: Bridge\nFrom: desk@news.example\n\nThe bridge is open again, the port said on Wednesday.\n"

    assert converter.read(mail, name="a.eml", meta={"lang": ""}).lang is None
    assert converter.read(STORY, meta={"lang": ""}).lang is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"source": 3}, "source: takes no int (it takes a path, bytes or an open binary file; write takes an Article)"),
        ({"source": StringIO("words")}, 'source: is open as text (open it with open(…, "rb"))'),
        ({"to": 3}, "to: takes no int (it takes the name of a format, or several)"),
        ({"name": 3}, "name: takes no int (it takes a file name)"),
        ({"reader": 3}, "reader: takes no int (it takes the name of a format)"),
        ({"style": 3}, "style: takes no int (it takes a name, a path or a Style)"),
        ({"limits": {"seconds": 3}}, "limits: takes no dict (it takes a Limits, such as Limits(seconds=60))"),
        ({"settings": {"pdf.paper": object}}, "settings['pdf.paper']: takes no type (it takes a text, a number"),
        ({"settings": {"pdf": {"paper": "a9"}}}, "settings['pdf.paper']: 'a9' is not a4 or a5 or letter or legal"),
        (
            {"settings": {"paper": "a4"}},
            'settings: \'paper\' names no option (write settings={"FORMAT.OPTION": "value"})',
        ),
    ],
)
def test_argument_of_another_kind_is_refused_by_its_name(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError) as refused:
        converter.convert(**{"source": STORY, "to": "xml", **arguments})

    assert str(refused.value).startswith(words)


def test_source_may_be_any_bytes() -> None:
    article = converter.read(STORY)

    assert converter.read(bytearray(STORY)) == converter.read(BytesIO(STORY)) == article  # type: ignore[arg-type]


def test_write_takes_an_article_and_one_format() -> None:
    write: Any = converter.write
    article = converter.read(STORY)

    with pytest.raises(UsageError, match=r"article: takes an Article, not str \(read\(…\) makes one"):
        write("a.txt", "pdf")
    with pytest.raises(UsageError, match="to: takes no list"):
        write(article, ["pdf"])
    with pytest.raises(UsageError, match="record: takes no str"):
        write(article, "pdf", record="2025")


@pytest.mark.parametrize("format", ["epub", "newsml"])
def test_time_that_a_format_demands_is_asked_for_in_words_of_the_call(format: str) -> None:
    article = converter.read(STORY)

    with pytest.raises(ConverterError) as of_write:
        converter.write(article, format)
    with pytest.raises(ConverterError) as of_convert:
        converter.convert(STORY, format)

    assert of_write.value.hint == 'give it with record=Record(version_created="2024-05-24T10:30:00+03:00")'
    assert of_convert.value.hint == 'give it with meta={"version_created": "2024-05-24T10:30:00+03:00"}'
    assert converter.write(article, format, record=Record(version_created="2024-05-24T10:30:00+03:00"))


def test_limit_is_raised_in_words_of_the_call() -> None:
    with pytest.raises(LimitExceeded, match=r"limits=Limits\(input_bytes="):
        converter.read(STORY, limits=Limits(input_bytes=10))


def test_article_is_no_source() -> None:
    source: Any = Article()

    with pytest.raises(UsageError, match="write takes an Article"):
        converter.convert(source, "xml")
