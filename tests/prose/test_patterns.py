"""Expressions with hints: both must hold, whichever is asked first."""

from __future__ import annotations

import pytest

from converter.prose.patterns import HintedPattern, HintedPatterns


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

    assert list(several.likely("The story")) == [1]
    assert list(several.likely("More")) == [0, 1, 2]
