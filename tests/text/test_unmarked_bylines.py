"""Bylines and agencies in scripts that have no capitals."""

from __future__ import annotations

import pytest

from converter.text.bylines.byline import find_byline_rule
from converter.text.datelines.dateline import find_dateline

ARABIC = "أعيد فتح الجسر فوق النهر يوم الثلاثاء بعد تسعة أشهر من الإصلاحات حسبما ذكرت المحافظة في بيان."


@pytest.mark.parametrize(
    "line",
    [
        "מאת דנה כהן",
        "מאת: דנה כהן",
        "מאת דנה כהן, חיפה",
        "بقلم أحمد محمد",
        "بقلم: أحمد محمد، القاهرة",
        "كتب: أحمد محمد",
        "लेखक: राम शर्मा",
        "โดย สมชาย ใจดี",
    ],
)
def test_a_label_and_a_few_words_are_a_byline(line: str) -> None:
    assert find_byline_rule(line, after_headline=False, after_label=False) == "byline-by"


@pytest.mark.parametrize(
    "line",
    ["كتب الرئيس رسالة إلى الشعب", "מאת דנה כהן נמסר כי הגשר ייפתח מחדש ביום שלישי", "تقرير: ارتفاع الأسعار", "מאת?"],
)
def test_a_sentence_that_begins_so_is_none(line: str) -> None:
    assert find_byline_rule(line, after_headline=True, after_label=False) is None


def test_a_verb_and_a_name_are_one_right_below_the_headline() -> None:
    assert find_byline_rule("كتب أحمد محمد", after_headline=True, after_label=False) == "byline-by"
    assert find_byline_rule("كتب أحمد محمد", after_headline=False, after_label=False) is None


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("القاهرة (رويترز) - ", "القاهرة", "رويترز"),
        ("بلدة المثال (أ ف ب) - ", "بلدة المثال", "أ ف ب"),
        ("القاهرة - ", "القاهرة", None),
        ("ירושלים (רויטרס) - ", "ירושלים", "רויטרס"),
    ],
)
def test_an_agency_that_we_know_marks_a_dateline(opening: str, place: str, agency: str | None) -> None:
    found = find_dateline(opening + ARABIC)

    assert found is not None
    assert (found.end, found.place, found.agency) == (len(opening), place, agency)


def test_other_words_in_parentheses_do_not() -> None:
    assert find_dateline(f"وزير المالية (الجديد) - {ARABIC}") is None
