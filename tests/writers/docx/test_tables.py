"""Tables: header rows, spans, columns of numbers, and what Word cannot hold."""

from __future__ import annotations

import pytest

from converter.model.article import Article
from converter.model.block import Blocks, Cell, Item, List, Paragraph, Row, Table
from converter.writers.docx.options import DocxOptions
from tests.writers.docx.reading import Document, W, written


def cell(words: str, *, rowspan: int = 1, colspan: int = 1, header: bool = False) -> Cell:
    """Return a cell of one paragraph."""
    return Cell((Paragraph((words,)),), header=header, rowspan=rowspan, colspan=colspan)


def row(*words: str) -> Row:
    """Return a row of plain cells."""
    return Row(tuple(cell(text) if text else Cell(()) for text in words))


def document_of(*blocks: Table | Paragraph | List) -> Document:
    """Return the document of a story of these blocks."""
    return written(Article(blocks), DocxOptions(source_line=False))


def grid(document: Document) -> list[list[str]]:
    """Return for each row its cells: words, `×N` for columns that it spans, `v` where a span begins, `^` below."""
    out = []
    for table_row in document.find("//w:tr"):
        cells = []
        for found in table_row.findall(f"{W}tc"):
            words = "".join(str(text) for text in found.itertext())
            span = found.find(f"{W}tcPr/{W}gridSpan")
            merge = found.find(f"{W}tcPr/{W}vMerge")
            words += "" if span is None else f"×{span.get(f'{W}val')}"
            words += "" if merge is None else "v" if merge.get(f"{W}val") == "restart" else "^"
            cells.append(words)
        out.append(cells)
    return out


def test_head_rows_are_repeated_and_marked() -> None:
    document = document_of(Table((row("Cars", "4"),), (row("Vehicle", "Crowns"),), caption=("Tolls",)))

    assert document.styled("TableTitle") == ["Tolls"]
    assert len(document.find("//w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert not document.find("//w:tr[2]/w:trPr/w:tblHeader")
    assert document.values("//w:tblLook/@w:firstRow") == ["1"]
    assert document.values("//w:tblCaption/@w:val") == ["Tolls"]
    assert document.styled("TableHeading") == ["Vehicle", "Crowns"]


def test_row_of_header_cells_in_the_body_is_a_head_too() -> None:
    heads = Row((cell("a", header=True), cell("b", header=True)))

    assert len(document_of(Table((heads, row("1", "2")))).find("//w:tblHeader")) == 1


def test_table_without_a_head_says_so() -> None:
    document = document_of(Table((row("Cars", "4"), row("Lorries", "9"))))

    assert document.values("//w:tblLook/@w:firstRow") == ["0"]
    assert not document.find("//w:tblHeader")


def test_spans_are_merged_cells() -> None:
    body = (
        Row((cell("a", rowspan=2), cell("b", colspan=2))),
        Row((cell("c"), cell("d"))),
        row("e", "f", "g"),
    )

    assert grid(document_of(Table(body))) == [["av", "b×2"], ["^", "c", "d"], ["e", "f", "g"]]


def test_short_rows_are_filled_and_spans_end_with_their_group() -> None:
    head = (Row((cell("a", rowspan=9), cell("b"))),)

    assert grid(document_of(Table((row("c"), row("d", "e", "f")), head))) == [
        ["a", "b", ""],
        ["c", "×2"],
        ["d", "e", "f"],
    ]


def test_span_never_covers_another_cell() -> None:
    body = (Row((cell("a"), cell("b", rowspan=2))), Row((cell("c", colspan=5), cell("d"))))

    assert grid(document_of(Table(body))) == [["a", "bv", ""], ["c", "^", "d"]]


def test_span_over_a_thousand_columns_that_nobody_uses_is_one_column() -> None:
    document = document_of(Table((Row((cell("a", colspan=1000),)), Row((cell("b", colspan=1000, rowspan=1000),)))))

    assert grid(document) == [["a"], ["b"]]


@pytest.mark.parametrize(
    "rows",
    [
        (Row(tuple(cell(f"c{number}") for number in range(64))),),
        tuple(Row((cell(f"c{number}", rowspan=1000),)) for number in range(80)),
    ],
)
def test_more_columns_than_word_takes_are_paragraphs(rows: tuple[Row, ...]) -> None:
    document = document_of(Table(rows))

    assert not document.find("//w:tbl")
    assert "table-too-wide" in document.codes
    assert document.styled("TableText") == [f"c{number}" for number in range(len(rows) if len(rows) > 1 else 64)]


def test_numbers_stand_right_with_their_head() -> None:
    head = (Row((cell("Year", colspan=1), cell("Tolls", colspan=2))),)
    body = (row("North", "1,204.50", "−4 %"), row("South", "9", ""))

    document = document_of(Table(body, head))

    assert document.values("//w:tc[w:p//w:t='1,204.50']//w:jc/@w:val") == ["right"]
    assert document.values("//w:tc[w:p//w:t='Tolls']//w:jc/@w:val") == ["center"]
    assert document.values("//w:tc[w:p//w:t='North']//w:jc/@w:val") == []


def test_alignment_of_the_source_comes_first() -> None:
    body = (Row((Cell((Paragraph(("4",)),), align="start"), Cell((Paragraph(("x",)),), align="end"))),)

    assert document_of(Table(body)).values("//w:jc/@w:val") == ["left", "right"]


def test_columns_fill_the_measure() -> None:
    document = document_of(Table((row("Cars and other vehicles", "4", "a" * 300), row("b", "5", "c"))))

    widths = [int(width) for width in document.values("//w:gridCol/@w:w")]
    assert sum(widths) == int(document.values("//w:tblW/@w:w")[0]) == 7597
    assert min(widths) > 0


def test_cell_ends_in_a_paragraph_and_holds_any_block() -> None:
    inner = Table((row("deep"),))
    blocks: Blocks = (List((Item((Paragraph(("item",)),)),)), inner)

    document = document_of(Table((Row((Cell(blocks), Cell(()))),)))

    for found in document.find("//w:tc"):
        assert found[-1].tag == f"{W}p"
    assert "item" in document.words()
    assert "deep" in document.words()


def test_two_tables_and_the_end_of_the_story_are_parted_by_a_paragraph() -> None:
    document = document_of(Table((row("a"),)), Table((row("b"),)))

    assert [child.tag.removeprefix(W) for child in document.find("//w:body")[0]] == ["tbl", "p", "tbl", "p", "sectPr"]
    assert document.styled("TableEnd") == ["", ""]


def test_paragraph_after_a_table_has_the_space_that_the_table_cannot_have() -> None:
    document = document_of(Table((row("a"),)), Paragraph(("after",)))

    assert document.values("//w:body/w:p[1]/w:pPr/w:spacing/@w:before") == ["180"]


def test_empty_table_has_its_caption_only() -> None:
    document = document_of(Table((), caption=("Nothing",)), Table((Row(()),)))

    assert document.paragraphs() == [("TableTitle", "Nothing")]


def test_head_of_several_rows_has_a_rule_under_the_last_and_a_foot_one_above() -> None:
    document = document_of(Table((row("1"),), (row("a"), row("b")), (row("2"),)))

    assert len(document.find("//w:tr[2]//w:tcBorders/w:bottom")) == 1
    assert len(document.find("//w:tr[4]//w:tcBorders/w:top")) == 1
    assert len(document.find("//w:tcBorders")) == 2
