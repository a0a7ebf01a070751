"""Expressions with hints: both must hold, whichever is asked first."""

from __future__ import annotations

import functools
import gc
import signal

import pytest

from converter.text import notes
from converter.text.furniture import load_rules
from converter.text.patterns import HintedPattern, HintedPatterns


@pytest.mark.parametrize("is_warm", [False, True])
@pytest.mark.parametrize("hints_first", [False, True])
def test_a_line_matches_where_both_expression_and_hint_hold(*, hints_first: bool, is_warm: bool) -> None:
    pattern = HintedPattern((r"Photo: .+", r"\(.+\)"), ("Agency", "Wire"), hints_first=hints_first)
    if is_warm:
        pattern.compile()

    lines = ("Photo: Agency", "(Wire)", "Photo: Bo Sample", "Agency (Wire)", "photo: Agency")
    assert [pattern.matches(line) for line in lines] == [True, True, False, False, False]


def test_a_hint_may_stand_in_the_decoration_of_the_line() -> None:
    pattern = HintedPattern((r"More",), ("→",), hints_first=True)

    assert pattern.matches("More", "→ More")
    assert not pattern.matches("More")


def test_a_hint_within_reach_is_met_in_any_case() -> None:
    pattern = HintedPattern((r".+",), ("photo",), hints_first=True, reach=8)

    assert pattern.matches("A PHOTO of Bo")
    assert not pattern.matches("Bo, in a photo")


def test_without_hints_the_expression_alone_says() -> None:
    assert HintedPattern((r"\d+",), (), hints_first=True).matches("12")


def test_of_several_those_are_likely_that_one_expression_or_their_hints_may_let_through() -> None:
    several = HintedPatterns(
        [
            HintedPattern((r"Photo: .+",), (), hints_first=False),
            HintedPattern((r".+ by",), ("by",), hints_first=True),
            HintedPattern((r"More",), (), hints_first=False),
        ]
    )
    assert list(several.likely("The story")) == [0, 1, 2], "a cold process compiles none to find out"

    several.compile()

    assert list(several.likely("The story")) == []
    assert list(several.likely("A story by Bo")) == [1]
    assert list(several.likely("The story", "by The story")) == [1]
    assert list(several.likely("More")) == [0, 1, 2]


UNITS = [
    *(
        "1",
        " ",
        "a",
        "A",
        "字",
        "é",
        "…",
        "*",
        "_",
        "的",
        "1.",
        "1,",
        "1 ",
        "1:",
        "1年",
        "- ",
        "| ",
        "a.",
        "A.",
        "A ",
        "Aa ",
    ),
    *(
        "“",
        "（",
        "[",
        "/",
        "(a) ",
        "and ",
        "@a ",
        "#a ",
        "www.",
        "By A ",
        "Ann Example, ",
        "记者 ",
        "页",
        "第1页",
        "上一页 ",
    ),
]


@functools.cache
def every_pattern() -> list[HintedPattern]:
    """Return the patterns of all rules that are loaded."""
    assert load_rules()
    assert notes.find_note("Read More") is None
    gc.unfreeze()  # What conftest.py has frozen is not among the objects.
    patterns = [each for each in gc.get_objects() if isinstance(each, HintedPattern)]
    assert len(patterns) > 60
    return patterns


@pytest.mark.parametrize("unit", UNITS)
def test_no_rule_needs_long_for_a_line_that_repeats_itself(unit: str) -> None:
    # An expression that tries each way to part such a line goes on for hours: the alarm ends the test then.
    rules = every_pattern()

    def end_it(*_: object) -> None:
        raise AssertionError("it goes on and on")

    before = signal.signal(signal.SIGALRM, end_it)
    signal.alarm(60)
    try:
        for rule in rules:
            for end in ("", "!", ":", "页"):
                rule.compile().fullmatch((unit * 60)[:60] + end)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
