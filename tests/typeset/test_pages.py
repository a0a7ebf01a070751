"""Slabs, the grid, pages and tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.typeset.columns import align_columns
from converter.typeset.lines import Run, break_lines, to_words
from converter.typeset.paginate import paginate
from converter.typeset.slabs import Slab, TextMark, hold_grid, text_slabs
from converter.typeset.tables import Box, TableShape, table_slabs
from tests.typeset.setting import MEASURE_PT, body_look, line_texts, words_of

GRID = 15.5
PAGE = 45 * GRID
SHAPE = TableShape(12.0, 3.5, 16.0, 0.8, 0.4, "#000000")


def slab(height: float, gap: float, on_grid: bool, keeps: bool) -> Slab:
    """Return a slab without marks."""
    made = Slab(GRID if on_grid else height, [], on_grid=on_grid, keeps=keeps)
    made.gap_pt = gap
    return made


slabs = st.lists(st.builds(slab, st.floats(1, 300), st.floats(0, 30), st.booleans(), st.booleans()), max_size=60)


@given(slabs)
def test_every_slab_is_on_one_page_in_order_and_on_the_paper(made: list[Slab]) -> None:
    hold_grid(made, GRID)

    pages = paginate(made, PAGE, GRID)

    assert [one.slab for page in pages for one in page] == made
    for page in pages:
        tops = [one.top_pt for one in page]
        assert tops == sorted(tops)
        assert page == [] or page[-1].top_pt + page[-1].slab.height_pt <= PAGE + 0.5
        for one in page:
            if one.slab.on_grid:
                assert abs(one.top_pt / GRID - round(one.top_pt / GRID)) < 0.02


@given(slabs)
def test_a_page_never_ends_in_what_must_stay_with_the_next_unless_nothing_else_fits(made: list[Slab]) -> None:
    pages = paginate(made, PAGE, GRID)

    for page in pages[:-1]:
        assert not page[-1].slab.keeps or all(one.slab.keeps for one in page)


def test_space_around_what_is_off_the_grid_becomes_whole_lines() -> None:
    made = [slab(0, 0, True, False), slab(GRID, 9, False, False), slab(0, 9, True, False)]

    hold_grid(made, GRID)

    assert made[1].gap_pt == made[2].gap_pt == GRID / 2


def test_two_lines_stand_on_either_side_of_a_break_and_three_move_together() -> None:
    def keeps(words: int) -> list[bool]:
        text = words_of("word " * words)
        break_lines(text, 60)
        return [one.keeps for one in text_slabs(text, 0, GRID, 60, on_grid=True)]

    assert keeps(4) == [True, False]
    assert keeps(6) == [True, True, False]
    assert keeps(10) == [True, False, False, True, False]


def table(rows: int, cells: list[str]) -> list[Slab]:
    """Return a table of equal rows with one head row."""
    boxes = [Box([words_of(cell)], row, column) for row in range(rows) for column, cell in enumerate(cells)]
    return table_slabs(boxes, rows, 1, 0.0, MEASURE_PT, PAGE, SHAPE)


def test_a_long_table_repeats_its_head_and_a_short_one_stays_whole() -> None:
    long, short = table(120, ["one", "two"]), table(8, ["one", "two"])

    pages = paginate(long, PAGE, GRID)

    assert [page[0].again for page in pages] == [False, True, True]
    assert [one.slab for page in pages for one in page if not one.again] == long
    assert all(one.keeps for one in short[:-1])


def test_a_row_taller_than_a_page_is_cut_between_lines() -> None:
    made = table(2, ["word " * 3000, "short"])

    assert all(one.height_pt <= PAGE for one in made)
    assert len(paginate(made, PAGE, GRID)) > 1


def test_narrow_columns_get_what_they_want_and_the_wide_one_the_rest() -> None:
    boxes = [Box([words_of(text)], 0, column) for column, text in enumerate(["Row 10", "1,234.5", "words " * 60])]

    table_slabs(boxes, 1, 0, 0.0, MEASURE_PT, PAGE, SHAPE)

    assert [len(box.texts[0].lines) for box in boxes[:2]] == [1, 1]
    assert len(boxes[2].texts[0].lines) > 1


def test_preformatted_columns_start_below_each_other() -> None:
    text = words_of("north  06:00\u2028islands  7:30\u2028x      10:00")

    align_columns(text, body_look()["0"].width_pt)
    break_lines(text, MEASURE_PT)
    starts = [sum(word.width_pt for word in text.words[line.start : line.end - 1]) for line in text.lines]

    assert line_texts(text) == ["north  06:00 ", "islands  7:30 ", "x      10:00"]
    assert abs(starts[0] - starts[2]) < 0.01
    assert starts[1] > starts[0]


def test_preformatted_lines_keep_their_indents() -> None:
    text = to_words([Run("if x:\u2028    if y:\u2028\u2028        go()", body_look(), None)], indents=True)
    cell = body_look()["0"].width_pt

    align_columns(text, cell)
    break_lines(text, MEASURE_PT)

    assert line_texts(text) == ["if x: ", "    if y: ", " ", "        go()"]
    assert [text.words[line.start].width_pt for line in text.lines][1::2] == [4 * cell, 8 * cell]


def test_spaces_after_a_line_break_end_the_line_before_it() -> None:
    text = words_of("Nine cables\u2028  and a tenth")

    break_lines(text, MEASURE_PT)

    assert line_texts(text) == ["Nine cables   ", "and a tenth"]


def test_a_quotation_mark_hangs_outside_the_measure() -> None:
    text = words_of("“Bridges are built twice,” she said")
    break_lines(text, MEASURE_PT)

    places = []
    for hangs in (True, False):
        (slab,) = text_slabs(text, 10.0, GRID, MEASURE_PT, hangs=hangs)
        (mark,) = slab.marks
        assert isinstance(mark, TextMark)
        places.append(mark.x_pt)

    assert places == [pytest.approx(10.0 - body_look()["“"].width_pt), 10.0]
