"""Dates as machines and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.checks import matches
from converter.text.dates.moments import find_date, find_short_date, in_address, moment


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
        ("20191119070325", "2019-11-19T07:03:25"),
        ("2019-11-19T07:03:25.120+5:30", "2019-11-19T07:03:25+05:30"),
        ("2019-11-19T07:03:25-05:00[America/New_York]", "2019-11-19T07:03:25-05:00"),
        ("Wed, 20 Nov 2019 07:03:25 EST", "2019-11-20T07:03:25-05:00"),
        ("Fri Aug 13 19:08:33 EDT 2010", "2010-08-13T19:08:33-04:00"),
        ("Tue Nov 19 2019 07:03:25 GMT+0100 (CET)", "2019-11-19T07:03:25+01:00"),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01T00:00:00Z", None),
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
        ("Tuesday, November 18th, 2019 at 11:04 a.m.", "2019-11-18"),
        ("2019. november 20.", "2019-11-20"),
        ("2019 m. lapkričio 20 d.", "2019-11-20"),
        ("2019. gada 20. novembrī", "2019-11-20"),
        ("20 พ.ย. 2562", "2019-11-20"),
        ("20 พฤศจิกายน 2562", "2019-11-20"),
        ("الأربعاء ٢٠ نوفمبر ٢٠١٩", "2019-11-20"),
        ("20 تشرين الثاني 2019", "2019-11-20"),
        ("20 tháng 11 năm 2019", "2019-11-20"),
        ("20. listopadu 2019", "2019-11-20"),
        ("20. marraskuuta 2019 klo 9", "2019-11-20"),
        ("২০ নভেম্বর ২০১৯", "2019-11-20"),
        ("20 Kasım 2019 Çarşamba", "2019-11-20"),
        ("פורסם ב-20 בנובמבר 2019", "2019-11-20"),
        ("1 d'abril de 2019", "2019-04-01"),
        ("Updated 21 November 2019. Published 19 November 2019", "2019-11-19"),
        ("Updated 21 November 2019", "2019-11-21"),
        ("version 1.2.2019", "2019-02-01"),
        ("He was born in May 1980.", None),
    ],
)
def test_what_stands_in_words_and_figures(text: str, date: str | None) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("text", "lang", "date"),
    [
        ("5/10/2019", "en-US", "2019-05-10"),
        ("5/10/2019", "en-GB", "2019-10-05"),
        ("5/10/2019", "pt", "2019-10-05"),
        ("5/10/2019", "en", None),
        ("20. listopada 2019.", "hr", "2019-10-20"),
        ("20 listopada 2019", "pl", "2019-11-20"),
    ],
)
def test_the_language_decides(text: str, lang: str, date: str | None) -> None:
    assert find_date(text, lang) == date


def test_date_in_an_address() -> None:
    assert in_address("https://a.example/2019/news/11/8/story") == "2019-11-08"
    assert in_address("https://a.example/story-20191108/") == "2019-11-08"
    assert in_address("https://a.example/2019/11/08/story") == "2019-11-08"
    assert in_address("https://a.example/2019/story/11") is None


@given(st.text(max_size=60))
def test_nothing_but_dates_of_the_model_ever_comes_out(text: str) -> None:
    for found in (moment(text), find_date(text), in_address(text)):
        assert found is None or matches("date", found)


@pytest.mark.parametrize(
    ("text", "lang", "date"),
    [
        ("3/09/15 8:00am", "en-US", "2015-03-09"),
        ("3/09/15 8:00am", "en-GB", "2015-09-03"),
        ("3/09/15", "", None),
        ("30/09/15", "", "2015-09-30"),
        ("8.5.12", "", "2012-05-08"),
        ("2.03.18von", "de", "2018-03-02"),
        ("12 jan 23 | 5h27", "pt", "2023-01-12"),
        ("12 jan 23:45", "pt", None),
        ("version 1.2.10.4", "", None),
        ("12.13.19", "", "2019-12-13"),
        ("45.13.19", "", None),
    ],
)
def test_year_of_two_figures_is_read_where_a_date_is_meant(text: str, lang: str, date: str | None) -> None:
    assert find_short_date(text, lang) == date


@pytest.mark.parametrize("lang", ["en-US", "EN-US", "en-us"])
def test_case_of_a_language_tag_says_nothing_of_the_day(lang: str) -> None:
    assert find_date("5/10/2019", lang) == "2019-05-10"
    assert find_short_date("5/10/19", lang) == "2019-05-10"
