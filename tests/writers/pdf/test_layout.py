"""Blocks as tags: what each kind of block becomes, and what is said where it cannot be all of itself."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from converter.core.limits import Limits
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import (
    Cell,
    Figure,
    Heading,
    Item,
    List,
    MediaReference,
    Note,
    Paragraph,
    Quote,
    Row,
    Table,
)
from converter.model.head import Date, Dateline, Head, Party
from converter.model.inline import Ref
from converter.model.media import Media
from converter.writers.pdf import write
from converter.writers.pdf.options import PdfOptions
from tests.writers.pdf.making import make, read, story
from tests.writers.pdf.reading import Pdf, text_of


def words(text: str) -> Paragraph:
    """Return a paragraph."""
    return Paragraph((text,))


def cell(text: str, **facts: object) -> Cell:
    """Return a cell of one paragraph."""
    return Cell((words(text),), **facts)  # type: ignore[arg-type]


def kinds(pdf: Pdf) -> list[str]:
    """Return the types of all elements in order, the source line's left out."""
    return [element["S"] for _, _, element in pdf.elements()]


def test_a_table_has_rows_of_equal_width_with_scopes_and_spans() -> None:
    table = Table(
        (Row((cell("Kenya", header=True, scope="row"), cell("2024"))), Row((cell("short row"),))),
        head=(Row((cell("Country"), cell("Year", colspan=9))),),
        caption=("Allies",),
    )

    pdf = read(Article((table,), lang="en"))
    cells = [element for _, _, element in pdf.elements() if element["S"] in ("TH", "TD")]

    assert kinds(pdf)[1:4] == ["Table", "Caption", "THead"]
    assert [one["S"] for one in cells][:2] == ["TH", "TH"]
    assert cells[1]["A"] == {"O": "Table", "Scope": "Column", "ColSpan": 9}
    assert cells[2]["A"] == {"O": "Table", "Scope": "Row"}
    rows = [element for _, _, element in pdf.elements() if element["S"] == "TR"]
    widths = [sum(pdf.get(kid).get("A", {}).get("ColSpan", 1) for kid in pdf._kids(row)) for row in rows]
    assert len(set(widths)) == 1


def test_a_table_without_header_is_not_given_one() -> None:
    content, notices = make(Article((Table((Row((cell("a"), cell("b"))),)),), lang="en"))

    assert "TH" not in kinds(Pdf(content))
    assert "table-without-header" in [one.code for one in notices]


def test_spans_that_lie_over_each_other_or_reach_out_are_cut() -> None:
    table = Table(
        (Row((cell("a", rowspan=5), cell("b", header=True))), Row((cell("c", colspan=3), cell("d")))),
        head=(Row((cell("h", colspan=2, rowspan=4),)),),
    )

    pdf = read(Article((table,), lang="en"))

    assert [text for kind, text in pdf.blocks() if kind in ("TH", "TD")] == ["h", "a", "b", "c", "d"]


def test_lists_nest_with_their_labels_and_too_deep_ones_are_set_flat() -> None:
    block: Paragraph | List = words("deepest")
    for _ in range(12):
        block = List((Item((block,)),), ordered=True)

    content, notices = make(Article((block,), lang="en"))

    assert ("LBody", "deepest") in Pdf(content).blocks()
    assert "nesting-flattened" in [one.code for one in notices]


def test_an_item_without_text_of_its_own_still_has_its_label() -> None:
    block = List(
        (Item((Table((Row((cell("in a table", header=True),)),)),)), Item(()), Item((words("three"),))), ordered=True
    )

    pdf = read(Article((block,), lang="en"))

    assert [text for kind, text in pdf.blocks() if kind == "Lbl"] == ["1.", "2.", "3."]


def test_a_quote_has_its_attribution_last_and_the_dash_is_not_read() -> None:
    pdf = read(Article((Quote((words("Words."),), ("A Speaker",)),), lang="en"))

    assert pdf.blocks()[:2] == [("P", "Words."), ("P", "A Speaker")]
    assert "— " in pdf.page_texts(0)[1]


def test_a_picture_without_bytes_is_its_words_and_a_notice() -> None:
    figure = Figure((MediaReference("a.jpg"),), ("Caption.",), ("Credit",), "What it shows")

    content, notices = make(Article((figure,), lang="en"))

    assert [text for _, text in Pdf(content).blocks()][:2] == ["What it shows", "Caption. Credit"]
    assert [one.code for one in notices].count("image-not-carried") == 1


def picture(mode: str, kind: str, size: tuple[int, int] = (320, 200)) -> bytes:
    """Return the bytes of a gradient."""
    image = Image.linear_gradient("L").resize(size).convert(mode)
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind", "space", "packing"),
    [
        ("RGB", "JPEG", "DeviceRGB", "DCTDecode"),
        ("L", "JPEG", "DeviceGray", "DCTDecode"),
        ("CMYK", "JPEG", "DeviceRGB", "FlateDecode"),
        ("RGBA", "PNG", "DeviceRGB", "FlateDecode"),
        ("L", "PNG", "DeviceGray", "FlateDecode"),
        ("RGB", "TIFF", "DeviceRGB", "FlateDecode"),
        ("P", "GIF", "DeviceRGB", "FlateDecode"),
        ("RGB", "WEBP", "DeviceRGB", "FlateDecode"),
    ],
)
def test_a_kept_picture_is_drawn_with_its_description(mode: str, kind: str, space: str, packing: str) -> None:
    media = Media()
    reference = MediaReference("a", sha256=media.keep(picture(mode, kind)))
    article = Article((Figure((reference,), ("Caption.",), (), "What it shows"),), lang="en")

    content, notices = make(article, media=media)
    pdf = Pdf(content)
    image = pdf.get(next(iter(pdf.get(pdf.pages[0]["Resources"])["XObject"].values())))
    figure = next(element for _, _, element in pdf.elements() if element["S"] == "Figure")

    assert (image["ColorSpace"], image["Filter"], image["Width"]) == (space, packing, 320)
    assert text_of(figure["Alt"]) == "What it shows"
    assert len(figure["A"]["BBox"]) == 4
    assert pdf.blocks()[0] == ("P", "Caption.")
    assert [one.code for one in notices] == ["label-made"]


def test_a_png_goes_in_as_it_is_and_transparency_as_a_mask() -> None:
    plain, clear = picture("RGB", "PNG"), Image.new("RGBA", (20, 10), (10, 20, 30, 128))
    out = io.BytesIO()
    clear.save(out, "PNG")
    media = Media()
    figures = tuple(
        Figure((MediaReference("a", sha256=media.keep(content)),), ("C",), (), "A")
        for content in (plain, out.getvalue())
    )

    pdf = Pdf(make(Article(figures, lang="en"), media=media)[0])
    first, second = (pdf.get(one) for one in pdf.get(pdf.pages[0]["Resources"])["XObject"].values())

    assert first["DecodeParms"] == {"Predictor": 15, "Colors": 3, "BitsPerComponent": 8, "Columns": 320}
    assert len(first.content) == (320 * 3 + 1) * 200
    assert set(pdf.get(second["SMask"]).content) == {128}


@pytest.mark.parametrize("content", [b"", b"\xff\xd8junk", b"GIF89a", picture("RGB", "PNG")[:200], b"<svg/>"])
def test_a_damaged_picture_is_not_drawn_and_that_is_said(content: bytes) -> None:
    media = Media()
    reference = MediaReference("a", sha256=media.keep(content))

    made, notices = make(Article((Figure((reference,), ("Caption.",)),), lang="en"), media=media)

    assert "XObject" not in Pdf(made).get(Pdf(made).pages[0]["Resources"])
    assert "image-not-carried" in [one.code for one in notices]


def test_a_picture_over_the_limit_is_not_decoded() -> None:
    media = Media()
    reference = MediaReference("a", sha256=media.keep(picture("RGB", "PNG", (400, 400))))
    context = Context(Source("a"), media=media, limits=Limits(image_pixels=1000))

    write(Article((Figure((reference,)),), lang="en"), PdfOptions(), context)

    assert "image-not-carried" in [one.code for one in context.notices]


def test_a_footnote_stands_at_the_end_and_its_mark_leads_there() -> None:
    body = (Paragraph(("Text", Ref(("1",), "n"), ".")), Note((words("The note."),), id="n"), words("After."))

    pdf = read(Article(body, lang="en"))

    assert [text for _, text in pdf.blocks()][:4] == ["Text1.", "After.", "1", "The note."]
    note = next(element for _, _, element in pdf.elements() if element["S"] == "Note")
    assert text_of(note["ID"]) == "n"
    assert "Dest" in pdf.get(pdf.pages[0]["Annots"][0])


def test_the_dateline_runs_into_the_first_paragraph_and_stands_alone_before_anything_else() -> None:
    head = Head(dateline=Dateline(("NAIROBI, May 22 —",)))

    joined = read(Article((words("Story."),), head, lang="en"))
    alone = read(Article((Heading(("Section",)), words("Story.")), head, lang="en"))

    assert joined.blocks()[0] == ("P", "NAIROBI, May 22 — Story.")
    assert alone.blocks()[:2] == [("P", "NAIROBI, May 22 —"), ("H1", "Section")]


def test_a_killed_story_and_an_embargo_say_so_first() -> None:
    head = Head(dates=(Date("embargoed", "2024-05-22T18:00:00+02:00"),))

    blocks = [text for _, text in read(Article((words("Story."),), head, status="canceled", lang="en")).blocks()]

    assert blocks[:2] == ["Canceled: not for publication", "Embargoed until 22 May 2024, 18:00 UTC+02:00"]


def test_no_fact_stands_only_in_an_artifact() -> None:
    head = Head(parties=(Party("Example News", "provider"),), dates=(Date("published", "2024-05-22"),))

    pdf = read(Article((words("Story."),), head, guid="https://example.com/story", lang="en"))

    assert "EXAMPLE NEWSWednesday 22 May 2024" in pdf.page_texts(0)[1]
    assert pdf.blocks()[-1][1].startswith("Example News, 22 May 2024. Source: example.com/story.")


def test_a_language_change_is_tagged() -> None:
    body = (words("English."), Paragraph(("Deutsch.",), lang="de"))

    pdf = read(Article(body, lang="en"))

    assert [text_of(element["Lang"]) for _, _, element in pdf.elements() if "Lang" in element] == ["de"]


def test_a_paragraph_that_indents_itself_gets_no_further_indent() -> None:
    first, second, third = ("One line of a story.", "Another line.", "\u3000\u3000A third line.")

    lefts = [x for x, _ in read(story(first, second, third)).pen_places(0)]

    assert lefts[1] > lefts[0]
    assert lefts[2] == lefts[0]
