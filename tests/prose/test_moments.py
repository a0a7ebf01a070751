"""Dates as machines and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.article import matches
from converter.prose.moments import find_date, in_address, moment


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019-11-20T05:47:00+0000", "2019-11-20T05:47:00+00:00"),
        ("2019-11-20 05:47:00", "2019-11-20T05:47:00"),
        ("2019-11-20T05:47Z", "2019-11-20T05:47Z"),
        ("20191120", "2019-11-20"),
        ("2019-11", "2019-11"),
        ("Tue, 19 Nov 2019 10:48:00 GMT", "2019-11-19T10:48:00Z"),
        ("1574221620", "2019-11-20T03:47:00Z"),
        ("1574221620123", "2019-11-20T03:47:00Z"),
        ("November 19, 2019 at 2:26 PM", "2019-11-19"),
        ("2019-13-40", None),
        ("soon", None),
        ("", None),
    ],
)
def test_what_a_field_states(text: str, date: str | None) -> None:
    assert moment(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Published Nov. 19, 2019 8:21 am ET", "2019-11-19"),
        ("19 November 2019", "2019-11-19"),
        ("den 3. Mai 2021 um 9 Uhr", "2021-05-03"),
        ("1er juin 2020", "2020-06-01"),
        ("10 de octubre de 2018", "2018-10-10"),
        ("24 сентября 2018", "2018-09-24"),
        ("2024年5月23日", "2024-05-23"),
        ("2018년 8월 25일", "2018-08-25"),
        ("25/10/2018", "2018-10-25"),
        ("10/25/2018", "2018-10-25"),
        ("05.10.2018", "2018-10-05"),
        ("05/10/2018", None),
        ("version 1.2.2019", "2019-02-01"),
        ("He was born in May 1980.", None),
    ],
)
def test_what_stands_in_words_and_figures(text: str, date: str | None) -> None:
    assert find_date(text) == date


def test_date_in_an_address() -> None:
    assert in_address("https://a.example/2019/11/08/story") == "2019-11-08"
    assert in_address("https://a.example/2019/story/11") is None


@given(st.text(max_size=60))
def test_nothing_but_dates_of_the_model_ever_comes_out(text: str) -> None:
    for found in (moment(text), find_date(text), in_address(text)):
        assert found is None or matches("date", found)
