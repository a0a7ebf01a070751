"""Made-up wire stories without header and tags, in the layouts in which collections of old wire copy bring them."""

from __future__ import annotations

import textwrap

import pytest

from converter.model.block import Furniture, Note, Paragraph, Preformatted
from converter.model.words import plain_text
from tests.text.reading import article_of, paragraphs_of

ONE_LINE = ("SAMPLE PAPER <SMPL> TO CLOSE TWO MILLS",)
TWO_LINES = ("ACME CORP <ACME.L> AND SAMPLE PAPER <SMPL> IN TALKS ON", "SALE OF 2 MILLS IN THE NORTH")
THREE_LINES = (
    "SAMPLE BANK <SMB> SAYS ITS BRAZIL LOANS OF 120 MLN DLRS NOW",
    "ON NON-ACCRUAL, CUTTING FIRST QUARTER NET BY 2.4 MLN",
    "DLRS OR 12 CTS A SHARE",
)
DATELINE = "FRANKLIN LAKES, N.J., April 9 -"
STORY = (
    "Sample Paper Corp said it will close two of its mills in the spring because demand for coarse paper has fallen "
    "for nine months and stocks are high.",
    '"The mills have lost money in each of the last three years and the board can see no end of it.',
    '"We shall sell what can be sold. That is all I have to say today," said Carl Muster, its chairman.',
    "-- The two mills close on May 1.",
    "-- A third will be sold by June, if a buyer can be found who will keep its men at work for at least a year.",
    "Analysts said Acme Corp <ACM.N>, which makes engines, may raise its offer of 22 dlrs a share to 25 dlrs or more.",
)
TABLE = (
    "              March 3   Feb 24   Yr ago",
    "Wheat          12,345   11,234   10,123",
    "Barley          2,345    1,234    1,012",
)
EARNINGS = ("Shr 31 cts vs 22 cts", "Net 1,234,000 vs 900,000", "Year", "Shr 1.11 dlrs vs 95 cts")


def copy_of(
    title: tuple[str, ...],
    body: tuple[str, ...],
    *,
    width: int = 66,
    indent: str = "    ",
    gap: str = "\n",
    byline: str = "",
    dateline: str = DATELINE,
    end: str = " Reuter",
) -> str:
    paragraphs = [
        "\n".join(
            textwrap.wrap(
                f"{dateline} {text}".strip() if not at else text,
                width,
                initial_indent=indent or ("    " if not at else ""),
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
        for at, text in enumerate(body)
    ]
    head = [*title, *([byline] if byline else [])]
    return "\n".join([*head, gap.join(paragraphs), *([end] if end else [])]) + "\n"


@pytest.mark.parametrize("title", [ONE_LINE, TWO_LINES, THREE_LINES], ids=["one", "two", "three"])
@pytest.mark.parametrize("indent", ["    ", "  ", "     "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["dense", "blank"])
@pytest.mark.parametrize("width", [60, 70, 80])
@pytest.mark.parametrize("byline", ["", "    By Ann Example, Reuters", "by Bo Sample, Reuters"])
def test_title_byline_dateline_and_paragraphs_come_out_of_every_layout(
    title: tuple[str, ...], indent: str, gap: str, width: int, byline: str
) -> None:
    article = article_of(copy_of(title, STORY, indent=indent, gap=gap, width=width, byline=byline))

    assert [plain_text(line) for line in article.head.headlines] == [" ".join(title)]
    assert [plain_text(line) for line in article.head.bylines] == ([byline.strip()] if byline else [])
    assert article.head.dateline is not None
    assert plain_text(article.head.dateline.content) == DATELINE
    assert paragraphs_of(article) == list(STORY)


@pytest.mark.parametrize("width", [60, 69, 76])
def test_paragraphs_without_any_indent_end_where_a_line_is_short(width: int) -> None:
    body = (STORY[0], "The market was quiet.", STORY[5], "No details were given.", STORY[2])

    assert paragraphs_of(article_of(copy_of(ONE_LINE, body, indent="", width=width))) == list(body)


@pytest.mark.parametrize("end", [" Reuter", " REUTER...", "REUTER\x03", " Reuter\n&#3;", "&#3;", "\x03"])
def test_the_end_says_that_copy_without_a_dateline_is_the_wires(end: str) -> None:
    article = article_of(copy_of(TWO_LINES, STORY[:1], dateline="", end=end))

    assert [plain_text(line) for line in article.head.headlines] == [" ".join(TWO_LINES)]
    assert paragraphs_of(article) == [STORY[0]]
    assert {block.kind for block in article.body if isinstance(block, Furniture)} == {"endmark"}


@pytest.mark.parametrize("title", [ONE_LINE, TWO_LINES, THREE_LINES], ids=["one", "two", "three"])
@pytest.mark.parametrize("below", [" Reuter", "&#3;", "\x03", "Blah blah blah.", "\nBlah blah blah.\n Reuter\n&#3;"])
@pytest.mark.parametrize("stars", ["", "******"])
def test_a_brief_is_its_title(title: tuple[str, ...], below: str, stars: str) -> None:
    article = article_of(f"{stars}{chr(10).join(title)}\n{below}\n")

    assert [plain_text(line) for line in article.head.headlines] == [stars + " ".join(title)]
    assert paragraphs_of(article) == (["Blah blah blah."] if "Blah" in below else [])


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["dense", "blank"])
def test_a_table_in_the_middle_and_figures_keep_their_lines(gap: str) -> None:
    lines = copy_of(ONE_LINE, STORY[:3], gap=gap).split(gap + "    ")
    article = article_of("\n".join(["\n    ".join(lines[:2]), *TABLE, "    " + "\n    ".join(lines[2:])]))

    assert [plain_text(block) for block in article.body if isinstance(block, Preformatted)] == ["\n".join(TABLE)]
    assert paragraphs_of(article) == list(STORY[:3])
    assert paragraphs_of(article_of(copy_of(ONE_LINE, EARNINGS))) == list(EARNINGS)


def test_a_dateline_on_a_line_of_its_own_opens_the_first_paragraph() -> None:
    text = copy_of(ONE_LINE, STORY).replace(f"{DATELINE} ", f"{DATELINE}\n")

    assert paragraphs_of(article_of(text)) == list(STORY)


def test_a_title_in_small_letters_is_one_above_an_indented_dateline() -> None:
    article = article_of(copy_of(("Sample paper to close two mills",), STORY[:2], byline="BY ANN EXAMPLE, REUTERS"))

    assert [plain_text(line) for line in article.head.headlines] == ["Sample paper to close two mills"]
    assert [plain_text(line) for line in article.head.bylines] == ["BY ANN EXAMPLE, REUTERS"]
    assert paragraphs_of(article) == list(STORY[:2])


POINTS = """UPDATE 1-Sample Paper to close two mills

* Mills are the last in the north

* Analysts expect no sale

(Adds analyst, background)

By Ann Example

EASTMERE, March 3 (Reuters) - {}

{}

burs-ae/bs/cm
"""


def test_points_between_headline_and_dateline_are_the_standfirst() -> None:
    article = article_of(POINTS.format(STORY[0], STORY[2]))

    assert [(line.kind, plain_text(line)) for line in article.head.headlines] == [
        ("main", "UPDATE 1-Sample Paper to close two mills"),
        ("sub", "* Mills are the last in the north"),
        ("sub", "* Analysts expect no sale"),
    ]
    assert article.head.dateline is not None
    assert paragraphs_of(article) == [STORY[0], STORY[2]]
    assert [block.kind for block in article.body if isinstance(block, Furniture | Note)] == ["correction", "endmark"]


def test_the_slug_may_stand_in_the_header_twice() -> None:
    text = copy_of(("River crests below record",), STORY[:2], dateline="EASTMERE, Ohio (AP) -", end="")
    article = article_of(f"r n BC-SampleFlood    03-03 0412\nBC-Sample Flood,0412\n{text}")

    assert [plain_text(line) for line in article.head.headlines] == ["River crests below record"]
    assert article.head.slug is not None
    assert article.head.slug.text == "BC-SampleFlood"


@pytest.mark.parametrize(
    "text",
    [
        "A WORD ON THE FERRY\n\nThe ferry stops on Sundays, the county said, since few people take it then.\n\nReuters",
        "The ferry stops on Sundays\n\nThe county said on Monday that too few people take it in winter.\n\nhe/she",
    ],
)
def test_what_looks_like_the_wires_end_is_none(text: str) -> None:
    article = article_of(text)

    assert [block.kind for block in article.body if isinstance(block, Furniture) and block.kind == "wire-header"] == []
    assert any(isinstance(block, Paragraph) for block in article.body)


@pytest.mark.parametrize(
    "record",
    [
        "&#2;\n",
        "\x02\n",
        "&#5;&#5;&#5;C T\n&#22;&#22;&#1;f0704&#31;reute\nu f BC-SAMPLE-SLUG   02-26 0105\n&#2;\n",
        "26-FEB-1987 15:01:01.79\npaper\nuk\n\n\n\n\nC T\nf0704reute\nu f BC-SAMPLE-SLUG   02-26 0105\n\n\n",
        "26-FEB-1987 15:01:01.79\npaper\nuk\n\n\n\x05\x05\x05C T\nu f BC-SAMPLE-SLUG   02-26 0105\n\n\x02\n\n",
    ],
)
@pytest.mark.parametrize("byline", ["", "    By Ann Example, Reuters"])
@pytest.mark.parametrize("end", [" Reuter\n&#3;", " Reuter\n\x03", " Reuter"])
def test_a_record_whose_tags_are_taken_away_begins_with_its_title(record: str, byline: str, end: str) -> None:
    article = article_of(record + copy_of(ONE_LINE, STORY[:3], byline=byline, end=end))

    assert [plain_text(line) for line in article.head.headlines] == [*ONE_LINE]
    assert [plain_text(line) for line in article.head.bylines] == ([byline.strip()] if byline else [])
    assert article.head.dateline is not None
    assert paragraphs_of(article) == list(STORY[:3])


def test_a_time_above_a_page_without_the_wires_header_is_no_record() -> None:
    article = article_of(f"26-FEB-1987 15:01:01.79\n\n{STORY[0]}\n\n{STORY[1]}\n")

    assert [block.kind for block in article.body if isinstance(block, Furniture) and block.kind == "wire-header"] == []
