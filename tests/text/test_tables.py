"""Lines in columns: cells where tabs say them for sure, else lines as they were typed."""

from __future__ import annotations

import pytest

import converter
from converter.model.block import Preformatted, Table
from converter.model.words import plain_text
from converter.text.tables import table_of
from tests.text.reading import article_of

STORY = "Harbour Traffic Rises Again\nThe port counted more ships than in any year before, the harbour master said.\n"
SHIPS = "Year\tShips\tTonnes\n2022\t1,204\t88,000\n2023\t1,310 of steel\t91,500"


def cells_of(table: Table) -> list[list[str]]:
    return [[plain_text(block) for cell in row.cells for block in cell.blocks] for row in (*table.head, *table.body)]


def test_as_many_tabs_in_each_line_part_cells() -> None:
    table = next(
        block for block in article_of(f"{STORY}{SHIPS}\nThe new quay made it.\n").body if isinstance(block, Table)
    )

    assert table.inferred == "table-tabs"
    assert cells_of(table) == [
        ["Year", "Ships", "Tonnes"],
        ["2022", "1,204", "88,000"],
        ["2023", "1,310 of steel", "91,500"],
    ]


def test_words_above_columns_of_figures_are_the_head() -> None:
    table = table_of(SHIPS)

    assert isinstance(table, Table)
    assert len(table.head) == 1
    assert all(cell.header for cell in table.head[0].cells)


@pytest.mark.parametrize("lines", ["Ann Example\tHarbour\nBo Sample\tMill", "Ships\t12\nTrucks\t40"])
def test_other_first_lines_are_rows_as_the_others_are(lines: str) -> None:
    table = table_of(lines)

    assert isinstance(table, Table)
    assert table.head == ()


def test_a_corner_may_be_empty() -> None:
    table = table_of("\tShips\tTonnes\nEastmere\t12\t900\nMillford\t3\t40")

    assert isinstance(table, Table)
    assert table.head[0].cells[0].blocks == ()
    assert len(table.head[0].cells) == 3


@pytest.mark.parametrize(
    "lines",
    [
        "Year\tShips\n2022\t1,204\t88,000",
        "Year\t\tShips\n2022\t\t1,204",
        "•\tThe quay\n•\tThe mill",
        "1.\tThe quay\n2.\tThe mill",
        "(a)\tThe quay\n(b)\tThe mill",
        "Wheat     1,200\nCorn        310",
        "\n".join("Eastmere\t12" for _ in range(1_001)),
    ],
)
def test_what_is_not_sure_keeps_its_lines(lines: str) -> None:
    block = table_of(lines)

    assert isinstance(block, Preformatted)
    assert plain_text(block) == lines


@pytest.mark.parametrize(
    "lines", [SHIPS, "\tShips\tTonnes\nEastmere\t12\t900\nMillford\t3\t40", "Ann\tHarbour\nBo\tMill"]
)
def test_tabs_come_back_as_text_and_are_read_as_they_were(lines: str) -> None:
    article = article_of(f"{STORY}{lines}\nThe new quay made it.\n")

    text = converter.write(article, "text")

    assert f"\n{lines}\n" in text.decode()
    assert [block for block in converter.read(text, name="a.txt").body if isinstance(block, Table)] == [
        block for block in article.body if isinstance(block, Table)
    ]
