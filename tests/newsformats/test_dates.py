"""Dates as XML Schema has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.checks import matches
from converter.model.head import Date
from converter.newsformats.dates import instant, is_after, truncated


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2024-05-24T10:30:00Z", "2024-05-24T10:30:00Z"),
        ("2024-05-24T10:30:00.25-14:00", "2024-05-24T10:30:00.25-14:00"),
        ("2024-05-24T10:30+03:00", "2024-05-24T10:30:00+03:00"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
        ("1900-02-29T00:00:00Z", None),
        ("2024-04-31T00:00:00Z", None),
        ("0000-01-01T00:00:00Z", None),
        ("2024-05-24T10:30:00+14:01", None),
        ("2024-05-24T10:30:00", None),
        ("2024-05-24", None),
        ("--05-24", None),
        (None, None),
    ],
)
def test_instant_has_a_day_a_time_and_a_zone(value: str | None, written: str | None) -> None:
    assert instant(value) == written


@given(st.from_regex(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|\+\d\d:\d\d)?)?)?)?|--\d\d(-\d\d)?", fullmatch=True))
def test_date_never_gains_a_digit(value: str) -> None:
    if not matches("date", value):
        return
    Date("created", value)

    said = truncated(value)

    assert said is None or value.startswith(said)


def test_later_is_meant_in_time_not_in_letters() -> None:
    assert is_after("2024-05-24T08:00:00Z", "2024-05-24T10:00:00+03:00")
    assert not is_after("2024-05-24T08:00:00Z", "2024-05-24T11:00:00+03:00")
