"""The record's times: one order, so that one plan gives one file."""

from __future__ import annotations

import pytest

from converter.core.errors import UsageError
from converter.formats.item_times import epoch_from, require_time, settle, utc
from converter.formats.records import Record
from converter.model.article import Article
from converter.model.head import Head, Revision

REVISED = Article(head=Head(revisions=(Revision(1, "2020-01-01T00:00:00Z"), Revision(2, "2020-02-02T00:00:00Z"))))


def created(
    article: Article, given: dict[str, str], archived: str | None, epoch: str | None, modified: str | None
) -> Record:
    """Return the record that is settled."""
    return settle(article, given, Record(version_created=archived), epoch=epoch, modified=modified)


def test_first_word_that_was_said_stands() -> None:
    given = {"version_created": "given"}
    second = REVISED.replace(version=2)

    assert created(second, given, "archived", "epoch", "file").version_created == "2020-02-02T00:00:00Z"
    assert created(Article(), given, "archived", "epoch", "file").version_created == "given"
    assert created(Article(), {}, "archived", "epoch", "file").version_created == "archived"
    assert created(Article(), {}, None, "epoch", "file").version_created == "epoch"
    assert created(Article(), {}, None, None, "file").version_created == "file"
    assert created(Article(), {}, None, None, None).version_created is None


def test_time_of_the_file_is_marked_as_such() -> None:
    assert created(Article(), {}, None, None, "file").from_file_time
    assert not created(Article(), {}, None, "epoch", "file").from_file_time
    assert not created(Article(), {}, None, None, None).from_file_time


def test_first_version_is_created_when_it_was_made() -> None:
    assert created(Article(), {}, None, "epoch", None).first_created == "epoch"
    assert created(Article(version=3), {}, None, "epoch", None).first_created is None
    assert created(REVISED.replace(version=2), {}, None, "epoch", None).first_created == "2020-01-01T00:00:00Z"
    assert created(Article(version=3), {"first_created": "given"}, None, "epoch", None).first_created == "given"


def test_epoch_is_read_from_the_environment() -> None:
    assert epoch_from({"SOURCE_DATE_EPOCH": "86400"}) == "1970-01-02T00:00:00Z"
    assert epoch_from({"SOURCE_DATE_EPOCH": ""}) is None
    assert epoch_from({}) is None


@pytest.mark.parametrize("value", ["yesterday", "-1", "1.5", "٣", "9" * 12, "9" * 400])
def test_epoch_that_is_no_count_of_seconds_is_refused(value: str) -> None:
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        epoch_from({"SOURCE_DATE_EPOCH": value})


def test_times_outside_of_four_figure_years_are_none() -> None:
    assert utc(0.9) == "1970-01-01T00:00:00Z"
    assert utc(-0.5) == "1969-12-31T23:59:59Z"
    assert utc(1e15) is None
    assert utc(-1e15) is None


@pytest.mark.parametrize("text", ["2024-05-23T18:05:00Z", "2024-05-23T18:05:00+03:00", "2024-05-23T18:05-05:00"])
def test_full_time_with_a_zone_is_one(text: str) -> None:
    require_time(text)


@pytest.mark.parametrize("text", ["", "2024", "2024-05-23", "2024-05-23T18:05:00", "--05-22", "now"])
def test_anything_less_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no full time with a zone"):
        require_time(text)
