"""Lines become paragraphs: one a line, between blank lines, wrapped, indented; tables stay as they are."""

from __future__ import annotations

import textwrap

import pytest

from converter.model.block import Preformatted
from converter.model.words import plain_text
from converter.text.options import TextOptions
from tests.text.reading import article_of, paragraphs_of

WRAPPED = """The school on the hill has no desks and no bell, and its teachers
wear boots all the year. Children from the city come for two weeks
at a time and look after the cows.

Most of them have never been near an animal that is larger than a
dog, and some are afraid on the first day.
"""

WIRE = """GRAIN STOCKS BY PORT
    CHICAGO, March 30 - Grain stocks held at the lake ports on
Friday were as follows, in thousand bushels, the board said.
                 Wheat     Corn     Oats
    Eastmere     1,200      800       14
    Total        1,510    3,250       14
    The figures do not include grain that was on rail cars at
the time of the count.
 Reuter
"""


def test_one_paragraph_a_line() -> None:
    assert paragraphs_of(article_of("The port is closed.\nIt opens on Monday.\n")) == [
        "The port is closed.",
        "It opens on Monday.",
    ]


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs_of(article_of("The port is closed.\n\n \t\nIt opens on Monday.")) == [
        "The port is closed.",
        "It opens on Monday.",
    ]


def test_wrapped_lines_are_joined_with_one_blank() -> None:
    paragraphs = paragraphs_of(article_of(WRAPPED))

    assert len(paragraphs) == 2
    assert paragraphs[0].startswith("The school on the hill has no desks and no bell, and its teachers wear boots")


def test_an_indent_opens_a_wire_paragraph_and_column_0_goes_on() -> None:
    assert paragraphs_of(article_of(WIRE)) == [
        "Grain stocks held at the lake ports on Friday were as follows, in thousand bushels, the board said.",
        "The figures do not include grain that was on rail cars at the time of the count.",
    ]


def test_a_table_keeps_its_lines_and_columns() -> None:
    table = next(block for block in article_of(WIRE).body if isinstance(block, Preformatted))

    assert plain_text(table).split("\n") == WIRE.split("\n")[3:6]
    assert table.inferred == "table-columns"


def test_a_dateline_in_column_0_opens_the_body() -> None:
    article = article_of(WIRE.replace("    CHICAGO", "CHICAGO"))

    assert [plain_text(line) for line in article.head.headlines] == ["GRAIN STOCKS BY PORT"]
    assert len(paragraphs_of(article)) == 2


def test_a_hyphen_at_a_lines_end_glues_no_words() -> None:
    text = (
        "The owners of the mill and of the two farms have asked for a short-\nterm loan and a promise that "
        "the road will be open in the new\nyear when the first of the new carts is due to come."
    )

    assert "short- term loan" in paragraphs_of(article_of(text, TextOptions(layout="wrapped")))[0]


def test_wrapped_chinese_is_joined_without_blanks() -> None:
    text = "市政府星期一宣布，港口的新大桥将于\n明年春天通车。"

    assert paragraphs_of(article_of(text, TextOptions(layout="wrapped"))) == [
        "市政府星期一宣布，港口的新大桥将于明年春天通车。"
    ]


def test_short_lines_of_a_list_are_not_joined() -> None:
    lines = [
        "Boots",
        "Water",
        "A map",
        "More water",
        "Start at the church and keep the wall on your left until the gate.",
    ]

    assert paragraphs_of(article_of("What you need for the walk:\n" + "\n".join(lines)))[1:] == lines


def test_runs_of_blanks_in_long_prose_are_no_table() -> None:
    text = (
        "The county said   that the ferry will stop on Sundays, and that it is sorry for all who will have to walk.\n"
        * 2
    )

    assert len(paragraphs_of(article_of(text))) == 2


@pytest.mark.parametrize("layout", ["lines", "blank"])
def test_the_caller_names_the_layout(layout: str) -> None:
    paragraphs = paragraphs_of(article_of(WRAPPED, TextOptions(layout=layout)))  # type: ignore[arg-type]

    assert len(paragraphs) == 5


SENTENCES = [
    "The bridge over the river at Eastmere opened again on Tuesday after nine months of repairs, the port said in a "
    "statement.",
    "Some four hundred lorries a day will use it, which had to go round by the old road since last summer, when one of "
    "its pillars broke in a storm from the north.",
    "The port paid for the works with a loan that it will pay back over thirty years, and asks no toll.",
]


@pytest.mark.parametrize("indent", ["", "  ", "    ", "\t"])
@pytest.mark.parametrize("byline", ["By Ann Example", "By Ann Example and Bo Sample, Reuters"])
@pytest.mark.parametrize("dateline", ["", "DUBLIN, June 3 (Reuters) - "])
@pytest.mark.parametrize("width", [60, 66])
def test_headline_and_byline_of_wrapped_copy_are_lines_of_their_own(
    indent: str, byline: str, dateline: str, width: int
) -> None:
    title = "Bridge at Eastmere opens again after repairs"
    stories = [dateline + SENTENCES[0], *SENTENCES[1:]]
    lines = [line for text in stories for line in textwrap.wrap(text, width, initial_indent=indent)]
    article = article_of("\n".join([title, byline, *lines]))

    assert [plain_text(line) for line in article.head.headlines] == [title]
    assert [plain_text(line) for line in article.head.bylines] == [byline]
    assert paragraphs_of(article) == SENTENCES


def test_a_line_of_the_first_paragraph_that_begins_with_by_is_no_byline() -> None:
    text = (
        "    DUBLIN, June 3 - A man who had been held for two weeks\n"
        "by Eastmere in connection with the fire may go home today, the\n"
        "county said in the morning.\n    He had never been near the mill, it said.\n"
    )

    assert article_of(text).head.bylines == ()
    assert len(paragraphs_of(article_of(text))) == 2


OUT_OF_MARKUP = """Ferry to stop on Sundays
May 3, 2024

EASTMERE, Ohio (AP) — The ferry between the town and the island stops on Sundays from May, the county said, and
        its passengers will have to take the bus over the new bridge, which opened in March after two years and
        many delays that cost the county more than it had said at first.

        The county saves 90,000 crowns a year, a spokesman for the harbour said, and the last boat leaves at six
        on Saturdays for as long as the weather lets
        it sail; in winter there is none.
"""


def test_the_margin_of_text_out_of_markup_parts_no_paragraphs() -> None:
    article = article_of(OUT_OF_MARKUP)

    assert [plain_text(line) for line in article.head.headlines] == ["Ferry to stop on Sundays"]
    assert [text.split()[-1] for text in paragraphs_of(article)] == ["first.", "none."]


def test_tabs_before_all_lines_but_the_first_are_a_margin() -> None:
    lines = textwrap.wrap(" ".join(WRAPPED.split()), 60)

    assert paragraphs_of(article_of("\n\t\t\t".join(lines))) == [" ".join(WRAPPED.split())]


def test_long_lines_that_each_end_a_sentence_are_paragraphs_whatever_their_margin() -> None:
    sentences = [
        f"The ferry sails at {hour} o'clock, and its captain says that nobody waits for it." for hour in "4567"
    ]

    assert paragraphs_of(article_of("\n    ".join(sentences))) == sentences


HANGING = """Ferry to stop on Sundays
Eastmere, 3 March /EXA/
The ferry between the town and the island stops on Sundays from May, the
                    county said on Monday, and its passengers will have to
                    take the bus. The bridge opened in March.
The county saves 90,000 crowns a year, a spokesman for the harbour said, and
                    the last boat leaves at six on Saturdays for as long as
                    the weather lets it sail.
"""


def test_paragraphs_that_hang_are_joined() -> None:
    article = article_of(HANGING)

    assert [text.split()[-1] for text in paragraphs_of(article)][-2:] == ["March.", "sail."]


def test_the_caller_may_name_the_layout_of_lines_with_a_margin() -> None:
    assert len(paragraphs_of(article_of(HANGING, TextOptions(layout="lines")))) > 4


BELOW = (
    "The county police has sent an officer home who stopped the ferry on Sunday, its head said in a statement.\n\n"
    "Passengers waited for hours on the quay before the boat could sail, and many took the bus over the bridge.\n"
)


def test_a_headline_that_was_broken_behind_an_abbreviation_is_one_line() -> None:
    head = article_of(f"County Police Dept.\nfires officer who stopped the ferry\n\n{BELOW}").head

    assert [plain_text(line) for line in head.headlines] == ["County Police Dept. fires officer who stopped the ferry"]


@pytest.mark.parametrize("second", ["by Ann Example", "le 3 mars 2025", "von Anna Beispiel"])
def test_a_line_in_small_letters_goes_on_with_no_other_headline(second: str) -> None:
    text = f"Ferry to stop on Sundays\n{second}\n\n{BELOW}"

    assert [plain_text(line) for line in article_of(text).head.headlines] == ["Ferry to stop on Sundays"]
