"""Word documents: ours come back whole, others are read by their styles, and hostile packages are refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.shared import Inches
from hypothesis import HealthCheck, assume, given, settings

import converter
from converter import model
from converter.core.errors import LimitExceeded, UnreadableInput
from converter.core.limits import Limits
from converter.formats.registry import find_reader
from converter.model import canonical
from converter.model.article import Article
from converter.model.words import plain_text
from converter.render.visible_text import printed_texts
from converter.testing import check_reader
from tests.articles import full_article
from tests.strategies import articles
from tests.tree import ROOT

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def made(build: Callable[[docx.document.Document], None]) -> bytes:
    """Return a document that python-docx makes."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(source: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the package with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == name else content)
    return out.getvalue()


def with_body(xml: str) -> bytes:
    """Return a document whose body is the given WordprocessingML."""
    return with_part(
        made(lambda document: None),
        "word/document.xml",
        lambda content: re.sub(
            rb"<w:body>.*</w:body>", f"<w:body {W}>{xml}</w:body>".encode(), content, flags=re.DOTALL
        ),
    )


def read(source: bytes) -> Article:
    """Return the article of a document."""
    return converter.read(source, name="story.docx")


def shown(article: Article) -> str:
    """Return the words of the body."""
    return "".join(map(plain_text, article.body))


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(articles())
def test_document_of_ours_comes_back_as_the_identical_article(article: Article) -> None:
    assume(plain_text(article).strip())
    whole = converter.convert(canonical.serialise(article.replace(guid="urn:x:1")), ["docx"], name="a.xml")
    back = converter.convert(whole.outputs["docx"], [], name="a.docx")

    assert back.canonical == whole.canonical


def test_full_article_comes_back_after_a_saving_that_changes_nothing() -> None:
    article = full_article()
    document = docx.Document(io.BytesIO(converter.write(article, "docx")))
    out = io.BytesIO()
    document.save(out)

    assert read(out.getvalue()) == article


def test_document_that_was_edited_is_read_as_it_is_now() -> None:
    article = full_article()
    document = docx.Document(io.BytesIO(converter.write(article, "docx")))
    document.paragraphs[-3].insert_paragraph_before("Somebody added this later.", style="Body Text")
    out = io.BytesIO()
    document.save(out)
    done = converter.convert(out.getvalue(), [], name="a.docx")

    changed = next(notice for notice in done.notices if notice.code == "carried-changed")
    assert "Somebody added this later" in changed.words
    assert done.article.guid == article.guid
    assert "Somebody added this later." in list(printed_texts(done.article))


def test_styles_say_what_a_paragraph_is() -> None:
    def build(document: docx.document.Document) -> None:
        for name in ("Headline", "Byline"):
            document.styles.add_style(name, 1)
        document.add_paragraph("Bridge opens", style="Headline")
        document.add_paragraph("By Ada Quill", style="Byline")
        document.add_paragraph("The bridge opened on Thursday.")
        document.add_heading("What changes", 2)
        document.add_paragraph("One", style="List Number")
        document.add_paragraph("Two", style="List Number")
        document.add_paragraph("A quoted line.", style="Quote")
        table = document.add_table(2, 2)
        for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = f"c{at}"
        document.sections[0].header.paragraphs[0].text = "Page of the Sample"

    article = read(made(build))

    assert plain_text(article.head.headline()) == "Bridge opens"
    assert [plain_text(byline) for byline in article.head.bylines] == ["By Ada Quill"]
    kinds = [type(block).__name__ for block in article.body]
    assert kinds == ["Furniture", "Paragraph", "Heading", "List", "Quote", "Table"]
    assert article.body[0].kind == "page-header"  # type: ignore[union-attr]
    numbered = article.body[3]
    assert isinstance(numbered, model.List)
    assert numbered.ordered
    assert len(numbered.items) == 2


def test_picture_is_kept_with_its_description_and_caption() -> None:
    png = (ROOT / "docs" / "images" / "night-ferry.png").read_bytes()

    def build(document: docx.document.Document) -> None:
        document.add_paragraph("A story.")
        document.add_picture(io.BytesIO(png), width=Inches(1))
        document.add_paragraph("The page of a story", style="Caption")

    done = converter.convert(made(build), [], name="a.docx")

    figure = next(block for block in done.article.body if isinstance(block, model.Figure))
    assert plain_text(figure.caption) == "The page of a story"
    assert done.media[figure.media[0].sha256 or ""] == png


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins>"
         "<w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:p>", "ab"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>", "a\tb\u2011c"),
        ("<w:p><w:sdt><w:sdtContent><w:r><w:t>held</w:t></w:r></w:sdtContent></w:sdt></w:p>", "held"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>block</w:t></w:r></w:p></w:sdtContent></w:sdt>", "block"),
        ('<w:p><w:r><w:t>to</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>', "to7"),
        ('<w:p><w:r><w:t xml:space="preserve">x </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>y</w:t></w:r>'
         "<w:r><w:rPr><w:b/></w:rPr><w:t>z</w:t></w:r></w:p>", "x yz"),
    ],
)  # fmt: skip
def test_words_of_all_kinds_of_content_are_read(xml: str, text: str) -> None:
    assert shown(read(with_body(xml))) == text


def test_tracked_changes_are_accepted_with_a_notice() -> None:
    xml = "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    done = converter.convert(with_body(xml), [], name="a.docx")

    assert "tracked-changes-accepted" in [notice.code for notice in done.notices]


def test_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        "<w:p><w:r><w:t>before</w:t></w:r><w:r>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert sorted(plain_text(block) for block in read(with_body(xml)).body) == ["before", "in the box"]


def test_rule_across_the_page_is_a_break() -> None:
    rule = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t"/></w:pict></w:r></w:p>'
    )
    before, after = ("<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>" for words in ("Before.", "After."))

    assert read(with_body(before + rule + after)).body == (
        model.Paragraph(("Before.",)),
        model.ThematicBreak(),
        model.Paragraph(("After.",)),
    )


def test_merged_cells_span() -> None:
    def build(document: docx.document.Document) -> None:
        table = document.add_table(3, 2)
        for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = f"c{at}"
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(1, 0).merge(table.cell(2, 0))

    table = next(block for block in read(made(build)).body if isinstance(block, model.Table))
    assert [[(cell.rowspan, cell.colspan) for cell in row.cells] for row in table.body] == [
        [(1, 2)],
        [(2, 1), (1, 1)],
        [(1, 1)],
    ]


def test_words_of_a_cell_that_another_covers_are_kept() -> None:
    def cell(merge: str, words: str) -> str:
        return f"<w:tc><w:tcPr><w:vMerge{merge}/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"

    rows = "".join(f"<w:tr>{each}</w:tr>" for each in (cell(' w:val="restart"', "above"), cell("", "below")))

    assert shown(read(with_body(f"<w:tbl>{rows}</w:tbl>"))) == "abovebelow"


def test_words_in_what_no_schema_knows_are_kept() -> None:
    assert shown(read(with_body("<w:odd><w:p><w:r><w:t>It is open.</w:t></w:r></w:p></w:odd>"))) == "It is open."


def test_document_inside_a_document_is_noticed() -> None:
    done = converter.convert(
        with_body('<w:p><w:r><w:t>Open.</w:t></w:r></w:p><w:altChunk w:id="rId1"/>'), [], name="a.docx"
    )

    assert "markup-dropped" in [notice.code for notice in done.notices]


def test_strict_document_is_read() -> None:
    source = with_body("<w:p><w:r><w:t>strict</w:t></w:r></w:p>")
    strict = with_part(
        source,
        "word/document.xml",
        lambda content: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )

    assert shown(read(strict)) == "strict"


def bomb() -> bytes:
    """Return a document whose one part unpacks to far more than it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<x/>")
        package.writestr("word/document.xml", b" " * (40 << 20))
    return out.getvalue()


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (b"PK\x03\x04 and no more", UnreadableInput),
        (made(lambda document: None)[:-40], UnreadableInput),
        (made(lambda document: None), UnreadableInput),
        (with_body("<w:p><w:r><w:t>open</w:r></w:p>"), UnreadableInput),
        (bomb(), LimitExceeded),
    ],
)
def test_what_is_no_document_is_refused(source: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        converter.read(source, name="a.docx", limits=Limits())


def test_entities_and_depth_are_refused() -> None:
    source = with_body("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    entity = with_part(
        source,
        "word/document.xml",
        lambda content: b'<!DOCTYPE x [<!ENTITY e "boom">]>' + content[content.index(b"<w:document") :],
    )
    deep = with_body("<w:p>" + "<w:sdt><w:sdtContent>" * 300 + "</w:sdtContent></w:sdt>" * 300 + "</w:p>")

    for hostile in (entity, deep):
        with pytest.raises(UnreadableInput):
            read(hostile)


def test_reader_keeps_the_contract() -> None:
    check_reader(
        find_reader("docx"),
        [converter.write(full_article(), "docx"), with_body("<w:p><w:r><w:t>plain</w:t></w:r></w:p>")],
    )


def test_description_of_a_picture_that_is_not_there_is_no_lost_word() -> None:
    picture = model.Figure((model.MediaReference("bridge.jpg"),), ("Dawn.",), alt="A bridge")
    article = Article((model.Paragraph(("The bridge is open.",)), picture))
    ours = converter.write(article, "docx")

    came = read(with_part(ours, "customXml/item1.xml", lambda content: b"<article/>"))

    (figure,) = (block for block in came.body if isinstance(block, model.Figure))
    assert (figure.alt, plain_text(figure.caption)) == ("A bridge", "Dawn.")
