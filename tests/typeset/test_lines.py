"""Lines: every word once and in order, none too wide, and an even edge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.typeset.linebreak import FORBIDDEN
from converter.typeset.lines import Run, balance, break_lines, to_words
from converter.typeset.looks import Look
from tests.typeset.setting import MEASURE_PT, body_look, line_texts, words_of

PARAGRAPH = (
    "Kenya will be handed a major non-NATO ally by President Joe Biden during President William Ruto's state visit "
    "to the United States of America, US officials confirmed."
)
texts = st.text(
    alphabet=st.sampled_from("abcdefgh iiiii WWW -.,/\u00a0\u00ad“” 12 éΩж"), min_size=1, max_size=300
).filter(str.strip)


@given(texts, st.floats(40, 500), st.floats(0, 20))
def test_every_word_stands_in_one_line_and_none_is_too_wide(text: str, measure: float, indent: float) -> None:
    setting = words_of(text)

    break_lines(setting, measure, indent)

    assert "".join(line_texts(setting)) == text
    for line in setting.lines:
        assert line.width_pt + line.indent_pt <= measure + 0.01


@given(texts)
def test_balanced_lines_are_as_few_as_greedy_ones(text: str) -> None:
    setting = words_of(text, hyphens=False)
    break_lines(setting, MEASURE_PT)
    few = len(setting.lines)

    balance(setting, MEASURE_PT)

    assert len(setting.lines) <= few
    assert "".join(line_texts(setting)) == text


def test_a_paragraph_leaves_an_even_edge() -> None:
    setting = words_of(PARAGRAPH)

    break_lines(setting, MEASURE_PT, 12.6)

    assert line_texts(setting) == [
        "Kenya will be handed a major non-NATO ally by President Joe Biden ",
        "during President William Ruto's state visit to the United States of America, ",
        "US officials confirmed.",
    ]


def test_a_month_keeps_its_day_where_the_line_can_spare_it() -> None:
    setting = words_of("Meanwhile, President Biden hosted President Ruto on Wednesday, May 22, at the White House.")

    break_lines(setting, MEASURE_PT, 12.6)

    assert line_texts(setting)[1].startswith("May 22, ")


def test_a_headline_does_not_end_a_line_at_a_hyphen() -> None:
    setting = words_of("Sub-Saharan non-NATO ally-to-be " * 6, hyphens=False)

    balance(setting, 120)

    assert not any(line.rstrip().endswith("-") for line in line_texts(setting))


def test_a_headline_breaks_into_lines_of_about_one_length() -> None:
    setting = words_of("Kenya to become major non-NATO ally, first in sub-Saharan Africa after all", hyphens=False)

    balance(setting, 250)
    widths = [line.width_pt for line in setting.lines]

    assert min(widths) > max(widths) * 0.7


def test_a_word_wider_than_the_measure_is_cut_where_it_fills_it() -> None:
    setting = words_of("a " + "Donaudampfschifffahrt" * 12 + " b")

    break_lines(setting, 200)

    assert all(line.width_pt <= 200 for line in setting.lines)
    assert sum(line.width_pt > 180 for line in setting.lines) >= 4


def test_a_first_word_wider_than_what_the_indent_leaves_is_cut_there() -> None:
    setting = words_of("Donaudampfschifffahrt" * 12 + " b")

    break_lines(setting, 200, 12)

    assert all(line.width_pt + line.indent_pt <= 200 for line in setting.lines)


def test_runs_that_meet_inside_a_word_stay_together() -> None:
    look, bold = body_look(), body_look(size_pt=10.5)

    setting = to_words([Run("one tw", look, None), Run("o", bold, None), Run(", three", look, None)])

    assert [word.shaped.text for word in setting.words] == ["one ", "tw", "o", ", ", "three"]
    assert setting.ends[1:3] == [FORBIDDEN, FORBIDDEN]


def test_a_reading_stands_over_its_base_and_makes_room_for_itself() -> None:
    look = body_look()
    over = Look(look.shaper, 5, "#000000", rise_pt=9, over=True)

    setting = to_words(
        [Run("a ", look, None), Run("SBPA", look, None), Run("ess-bee-pee-ay", over, None), Run(" b", look, None)]
    )
    base, reading = setting.words[1], setting.words[2]

    assert reading.shift_pt == pytest.approx(-base.width_pt)
    assert base.width_pt + reading.width_pt == pytest.approx(over["ess-bee-pee-ay"].width_pt)
