"""Columns of preformatted text: what stands behind the same tab begins in one place."""

from __future__ import annotations

from converter.typeset.columns import in_columns


def test_cells_of_neighbouring_lines_begin_in_one_column() -> None:
    assert in_columns("Posten\tPlan\tIst\nStahl\t3,1 Mio.\t3,4 Mio.\n\nBeton\t2\n") == (
        "Posten  Plan      Ist\nStahl   3,1 Mio.  3,4 Mio.\n\nBeton  2\n"
    )


def test_indents_and_rows_of_other_lengths_stay_apart() -> None:
    assert in_columns("a\tb\r\n\tc\td\n\t\te") == "a  b\n   c  d\n      e"


def test_text_without_tabs_is_what_it_was() -> None:
    assert in_columns("a  b\n c ") == "a  b\n c "
