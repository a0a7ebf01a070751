"""Levels and order of mixed text. The whole of the standard's tests are in tests/judges/test_unicode.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.typeset.bidi import paragraph_level, resolve, visual_order
from converter.typeset.lines import needs_levels


def seen(text: str, base: int | None = None) -> str:
    """Return the characters of one line from left to right."""
    return "".join(text[at] for at in visual_order(resolve(text, base)[1]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc אבג def", "abc גבא def"),
        ("אבג abc דהו", "והד abc גבא"),
        ("אבג 123, דהו", "והד ,123 גבא"),
        ("א (ב) ג", "ג )ב( א"),
        ("تقرير 2026", "2026 ريرقت"),
        ("\u2067abc\u2069 d", "\u2067abc\u2069 d"),
    ],
)
def test_a_line_is_seen_in_the_order_of_uax9(text: str, expected: str) -> None:
    assert seen(text) == expected


def test_the_first_strong_character_decides_where_nothing_else_does() -> None:
    assert paragraph_level("12 אב") == 1
    assert paragraph_level("12 ab אב") == 0
    assert paragraph_level("12 …") is None
    assert seen("abc אבג.", 1) == ".גבא abc"


@given(st.text(max_size=60), st.sampled_from([None, 0, 1]))
def test_every_character_has_one_level_and_one_place(text: str, base: int | None) -> None:
    level, levels = resolve(text, base)

    assert level in (0, 1)
    assert len(levels) == len(text)
    assert sorted(visual_order(levels)) == list(range(len(text)))


@given(st.text(max_size=60))
def test_a_text_without_right_to_left_characters_needs_no_levels(text: str) -> None:
    if not needs_levels(text):
        assert set(resolve(text, 0)[1]) <= {0}
