"""Made-up wire stories in the transmitted form, one for each way in which its parts vary."""

from __future__ import annotations

import textwrap

import pytest

from converter.model.block import Furniture, Paragraph
from converter.model.words import plain_text
from tests.text.reading import article_of

HEADER = "\x05\x05\x05C T\n\x16\x16\x01f0704\x1freute\nu f BC-SAMPLE-SLUG   02-26 0105\n\x02\n"
TITLE = "SAMPLE PAPER <SMPL> TO CLOSE TWO MILLS"
DATELINE = "LONDON, April 9 -"
PARAGRAPHS = (
    "The company said it will close two of its mills in the spring because demand for coarse paper has fallen for "
    "nine months and stocks are high.",
    "A spokesman said the sale, which is subject to approval by both boards, would bring in about 12 mln dlrs before "
    "tax and costs.",
)


def wrap(paragraph: str, *, indent: str = "    ", width: int = 69) -> str:
    lines = textwrap.wrap(paragraph, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def story(
    *,
    title: str = TITLE,
    byline: str = "",
    dateline: str = DATELINE,
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    header: str = HEADER,
    indent: str = "    ",
    width: int = 69,
    end: str = " Reuter",
) -> str:
    first = wrap(f"{dateline} {paragraphs[0]}", indent=indent, width=width)
    body = [first, *(wrap(paragraph, width=width) for paragraph in paragraphs[1:])]
    return header + "\n".join(line for line in (title, byline, *body, end) if line) + "\n"


def parts(text: str) -> tuple[str | None, list[str], str | None, list[str]]:
    article = article_of(text)
    headline, dateline = article.head.headline(), article.head.dateline
    return (
        plain_text(headline) if headline else None,
        [plain_text(line) for line in article.head.bylines],
        plain_text(dateline.content) if dateline else None,
        [plain_text(block) for block in article.body if isinstance(block, Paragraph)],
    )


@pytest.mark.parametrize(
    "dateline",
    [
        "SPRINGFIELD, Mass., March 4 -",
        "STAMFORD, Conn. April 9 -",
        "FRANKLIN LAKES, N.J., April 9 -",
        "WASHINGTON, D.C., March 4 -",
        "ST. LOUIS, March 4 -",
        "MINNEAPOLIS/ST. PAUL, Minn., Oct 20 -",
        "COEUR D'ALENE, Idaho, June 29 -",
        "PORT-OF-SPAIN, Trinidad, April 9 -",
        "PUNTA DEL ESTE, April 9 -",
        "RIO DE JANEIRO, July 22 -",
        "ABOARD THE USS SAMPLE, July 22 -",
        "TORONTO, Ontario, Jan 9 -",
        "PARIS/BONN, March 4 -",
        "New York, March 4 -",
        "Springfield, Mass., March 4 -",
        "LONDON, March -",
        "LONDON, MARCH 4 -",
        "LONDON, MArch 4 -",
        "NEW YORK, Feb. 26 -",
        "LONDON April 9 -",
        "LONDON , April 9 -",
        "LONDON, April 9-",
        "LONDON, April 9 --",
        "LONDON, April 9, 1987 -",
        "LONDON, April 9, Reuter -",
        "LONDON, April 9",
    ],
)
@pytest.mark.parametrize("indent", ["    ", "", "      "])
def test_every_form_of_the_dateline(dateline: str, indent: str) -> None:
    assert parts(story(dateline=dateline, indent=indent)) == (TITLE, [], dateline, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "title",
    [
        "SAMPLE PAPER TO CLOSE TWO MILLS",
        "SAMPLE PAPER <SMPL.O>, MODEL AIR <MDLA> IN TALKS",
        "1986 WAS A GOOD YEAR FOR SAMPLE PAPER <SMPL.O>",
        "WILL SAMPLE PAPER CLOSE TWO MILLS?",
        "OIL PRICES - THE ROAD TO 18 DLRS",
        "CORRECTED - SAMPLE PAPER TO CLOSE TWO MILLS",
        "SAMPLE PAPER TO CLOSE TWO MILLS (CORRECTED)",
        "******SAMPLE PAPER TO CLOSE TWO MILLS",
        "Sample paper to close two mills",
        "SAMPLE PAPER <SMPL> 4TH QTR NET",
    ],
)
@pytest.mark.parametrize("header", [HEADER, ""], ids=["header", "no header"])
def test_every_form_of_the_title(title: str, header: str) -> None:
    assert parts(story(title=title, header=header)) == (title, [], DATELINE, list(PARAGRAPHS))


@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_a_title_of_two_lines_is_one(indent: str) -> None:
    first, second = "SAMPLE PAPER <SMPL> TO CLOSE TWO MILLS AND SELL ITS", "PORT LINE TO FORMER OWNERS"

    found = parts(story(title=f"{first}\n{indent}{second}"))

    assert found == (f"{first} {second}", [], DATELINE, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "byline",
    [
        "By Ann Example, Reuters",
        "by Bo Sample, Reuters",
        "BY BO SAMPLE, REUTERS",
        "By Ann Example and Bo Sample, Reuters",
        "By Ann Example",
        "By R. J. McSample, Reuters",
        "By Ann Example,Reuters",
        "By Ann Example, Reuter",
        "By Ann Example, Reuters.",
    ],
)
@pytest.mark.parametrize("indent", ["    ", ""])
def test_every_form_of_the_byline(byline: str, indent: str) -> None:
    assert parts(story(byline=indent + byline)) == (TITLE, [byline], DATELINE, list(PARAGRAPHS))


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(("Qtly div 12 cts vs 12 cts prior",), id="brief"),
        pytest.param(
            (
                "Shr 31 cts vs 22 cts",
                "Net 1,234,000 vs 900,000",
                "Revs 12.0 mln vs 10.1 mln",
                "Year",
                "Shr 1.11 dlrs vs 95 cts",
                "NOTE: 1986 year includes a gain of 132,000 dlrs, or five cts a share, from the sale of a mill at "
                "Eastmere, which closed in May.",
            ),
            id="earnings",
        ),
        pytest.param((PARAGRAPHS[0], "DEALERS SEE NO RISE", PARAGRAPHS[1], '"It is over," one said.'), id="subhead"),
        pytest.param((PARAGRAPHS[0], "1. Two mills close.", "2. A third is sold.", "- the port line goes"), id="list"),
        pytest.param(("<Sample Paper Ltd> said it will close two mills.", PARAGRAPHS[1]), id="code"),
        pytest.param(('"We have no choice," the chairman told the men.', PARAGRAPHS[1]), id="quotation"),
        pytest.param(
            ("U.S. officials said the plan - which has cost 12 mln dlrs so far - would go on.", PARAGRAPHS[1]),
            id="dashes",
        ),
        pytest.param(
            (PARAGRAPHS[0], "The board - which met in Bonn on March 4 - did not vote on it, a man said."), id="date"
        ),
        pytest.param(
            ("The long-term pay of well-known mid-sized mill-owners' short-term, so-called half-timers is to go.",),
            id="hyphens",
        ),
    ],
)
@pytest.mark.parametrize("width", [50, 62, 69])
def test_every_form_of_the_paragraph(paragraphs: tuple[str, ...], width: int) -> None:
    assert parts(story(paragraphs=paragraphs, width=width)) == (TITLE, [], DATELINE, list(paragraphs))


@pytest.mark.parametrize("mark", ["Reuter", "REUTER", "reuter", "Reuter...", "REUTER\x03", "MORE", "More", "more"])
def test_every_form_of_the_endmark(mark: str) -> None:
    article = article_of(story(end=f" {mark}"))

    assert [plain_text(block) for block in article.body if isinstance(block, Paragraph)] == list(PARAGRAPHS)
    ends = [plain_text(b) for b in article.body if isinstance(b, Furniture) and b.kind == "endmark"]
    assert "".join(ends) == mark


def test_a_last_line_that_is_more_is_the_story_where_its_sentence_is_open() -> None:
    text = (
        HEADER + f"{TITLE}\n    {DATELINE} The company said that it would close two mills, and perhaps\nmore\n Reuter\n"
    )

    assert parts(text)[3] == ["The company said that it would close two mills, and perhaps more"]


def test_a_dateline_alone_above_its_figures() -> None:
    text = HEADER + f"{TITLE}\n    {DATELINE}\n    Shr 31 cts vs 22 cts\n    Net 1.2 mln vs 900,000\n Reuter\n"

    assert parts(text) == (TITLE, [], DATELINE, ["Shr 31 cts vs 22 cts", "Net 1.2 mln vs 900,000"])


def test_a_story_of_two_takes() -> None:
    first = story(end=" MORE")
    second = "    Workers at the mills said they had not been told.\n Reuter\n"

    assert parts(first + second)[3] == [*PARAGRAPHS, "Workers at the mills said they had not been told."]
