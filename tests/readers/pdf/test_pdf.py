"""PDFs: ours come back whole, others give the text of their pages, and hostile ones a clear error."""

from __future__ import annotations

import importlib.resources
import io
import unicodedata
from collections import Counter
from typing import Any, cast

import pypdfium2
import pytest
from hypothesis import HealthCheck, assume, given, settings
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Flowed
from reportlab.platypus import SimpleDocTemplate, Spacer

import converter
from converter import model
from converter.core.errors import UnreadableInput
from converter.formats.registry import find_reader
from converter.model import canonical
from converter.model.article import Article
from converter.model.words import plain_text
from converter.readers.pdf.characters import as_read, with_line_ends
from converter.render.visible_text import printed_texts
from converter.testing import check_reader
from tests.articles import full_article
from tests.strategies import articles

BODY = ParagraphStyle("body", fontSize=10, leading=13, spaceAfter=8)
TITLE = ParagraphStyle("title", fontSize=22, leading=27, spaceAfter=12)
STORY = [
    "The harbour board said on Thursday that the old crane would be taken down before the autumn storms begin, and "
    "that nobody had been able to find the key of its cabin since the spring.",
    "A new one, twice as tall and half as loud, is to stand in its place by June, when the first of the larger boats "
    "arrives from the yard in the south where it has been under construction for two years.",
    "The last man to drive the old crane will press the button, he said.",
]


def flowed(*, pages: int = 1) -> bytes:
    """Return a PDF that another program set: a headline, a byline, paragraphs, and a running head."""
    out = io.BytesIO()

    def head(canvas: Canvas, document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 810, f"The Harbour Sample, page {canvas.getPageNumber()}")

    parts = [
        Flowed("Old crane to go before the storms of this autumn begin", TITLE),
        Flowed("By Ada Quill and Tom Reed", BODY),
    ]
    for _ in range(pages * 8):
        parts += [Flowed(text, BODY) for text in STORY] + [Spacer(1, 2)]
    SimpleDocTemplate(out, pagesize=A4, title="Untitled").build(parts, onFirstPage=head, onLaterPages=head)
    return out.getvalue()


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(articles())
def test_pdf_of_ours_comes_back_as_the_identical_article(article: Article) -> None:
    assume(plain_text(article).strip())
    whole = converter.convert(canonical.serialise(article.replace(guid="urn:x:1")), ["pdf"], name="a.xml")
    back = converter.convert(whole.outputs["pdf"], [], name="a.pdf")

    assert back.canonical == whole.canonical


def test_full_article_comes_back() -> None:
    article = full_article()

    assert converter.read(converter.write(article, "pdf"), name="a.pdf") == article


def test_canonical_form_that_was_changed_is_not_believed() -> None:
    made = converter.write(full_article(), "pdf")
    at = made.index(b"/CheckSum(") + 12
    done = converter.convert(made[:at] + bytes([made[at] ^ 1]) + made[at + 1 :], [], name="a.pdf")

    assert "carried-damaged" in [notice.code for notice in done.notices]


def test_text_of_another_program_is_put_into_paragraphs() -> None:
    done = converter.convert(flowed(pages=2), [], name="a.pdf")
    article = done.article
    headline = article.head.headline()

    assert headline is not None
    assert plain_text(headline) == "Old crane to go before the storms of this autumn begin"
    assert [plain_text(byline) for byline in article.head.bylines] == ["By Ada Quill and Tom Reed"]
    assert list(printed_texts(article))[2:] == STORY * 16
    assert {block.kind for block in article.body if isinstance(block, model.Furniture)} == {"page-margin"}
    assert "layout-guessed" in [notice.code for notice in done.notices]


def scan() -> bytes:
    """Return a PDF of one page without text."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def encrypted() -> bytes:
    """Return a PDF that asks for a password."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt="secret")
    canvas.drawString(100, 100, "hidden")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"%PDF-1.7\nno more", "no PDF"),
        (scan(), "no text"),
        (encrypted(), "encrypted"),
        (flowed()[:300], "no PDF|no text"),
    ],
)
def test_what_cannot_be_read_says_why(source: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        converter.read(source, name="a.pdf")


def test_reader_keeps_the_contract() -> None:
    check_reader(find_reader("pdf"), [converter.write(full_article(), "pdf"), flowed()])


def without_source(pdf: bytes) -> bytes:
    """Return a PDF of ours as another program would have made it: tagged, and without the article inside."""
    document = pypdfium2.PdfDocument(pdf)
    for _ in range(document.count_attachments()):
        pypdfium2.raw.FPDFDoc_DeleteAttachment(document, 0)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def letters(text: str) -> str:
    """Return the letters and figures."""
    return "".join(char for char in text if char.isalnum())


def test_tagged_pdf_is_read_by_its_tags() -> None:
    whole = converter.convert(
        b"""<!doctype html><html lang="en"><body><h1>Old crane goes</h1><p class="byline">By Ann Sample</p>
        <p>The harbour board said on Thursday that the <em>old</em> crane would be taken down before the autumn storms
        begin, and that nobody had been able to find the key of its cabin since the spring.</p>
        <h2>What will become of it</h2><p>Of its parts the board says this:</p><ol><li>Its hook goes to the museum.</li>
        <li>Its cabin goes to the school.</li></ol><blockquote><p>Nobody will miss it but the gulls.</p></blockquote>
        <table><tr><th>Year</th><th>Cranes</th></tr><tr><td>1960</td><td>nine</td></tr><tr><td>2020</td><td>two</td></tr>
        </table><p>The board will meet again in May. Until then the crane stands, and nobody may walk below it.</p>
        </body></html>""",
        ["pdf"],
        name="a.html",
        meta={"guid": "urn:x:1"},
    )
    made = converter.convert(without_source(whole.outputs["pdf"]), ["xml"], name="foreign.pdf")
    kinds = [type(block).__name__ for block in made.article.body if not isinstance(block, model.Furniture)]

    assert "tags-believed" in [notice.code for notice in made.notices]
    assert [plain_text(line) for line in made.article.head.headlines] == ["Old crane goes"]
    assert [plain_text(line) for line in made.article.head.bylines] == ["By Ann Sample"]
    # The last paragraph is our imprint.
    assert kinds == ["Paragraph", "Heading", "Paragraph", "List", "Quote", "Table", "Paragraph", "Paragraph"]
    assert next(block for block in made.article.body if isinstance(block, model.List)).ordered
    assert made.article.lang == "en"


def test_no_letter_of_a_tagged_pdf_is_lost() -> None:
    article = full_article()
    pdf = without_source(converter.convert(canonical.serialise(article), ["pdf"], name="a.xml").outputs["pdf"])
    document = pypdfium2.PdfDocument(pdf)
    shown = "".join(page.get_textpage().get_text_bounded() for page in document)
    made = converter.read(pdf, name="foreign.pdf")
    lost = Counter(letters(shown)) - Counter(letters(plain_text(made)))

    # The number of an ordered entry is its place in the list.
    assert sum(count for char, count in lost.items() if not char.isdigit()) == 0


def test_page_that_cannot_be_loaded_is_a_clear_error() -> None:
    broken = flowed(pages=3).replace(b"/Type /Page\n", b"/Type /Pxge\n")

    with pytest.raises(UnreadableInput):
        converter.read(broken, name="broken.pdf")


# ── From right to left ──────────────────────────────────────────────────────

TO_LEFT = [
    ("he", "המעבורת (הלילית) Night Star 2 תשוב להפליג ב-12 במרץ 2025, כך נמסר."),
    ("ar", 'قال مسؤول الميناء إن العبارة "نور 2" (Night Star) ستبحر يوم 14/03/2025 بتكلفة 1,200 دولار.'),
    ("ar", "وأضاف: «لقد انتظرنا تسع سنوات» [كذا]. مُحَمَّدٌ قال ذلك، وَالكِتابُ مفيد."),
]


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize(("lang", "words"), TO_LEFT)
def test_words_from_right_to_left_are_read_in_order(
    lang: str, words: str, tagged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = converter.write(Article((model.Paragraph((words,)),), guid="urn:x:1", lang=lang), "pdf")
    monkeypatch.setattr("converter.readers.pdf.read.find_canonical", lambda *_: None)
    if not tagged:
        monkeypatch.setattr("converter.readers.pdf.read.structure_of", lambda *_: None)

    # Of several marks on a letter the order may come back as the canonical one.
    read = unicodedata.normalize("NFC", plain_text(converter.read(made, name="a.pdf").body))
    assert unicodedata.normalize("NFC", words) in read


def test_letters_that_another_program_drew_from_left_to_right_are_turned() -> None:
    fonts = importlib.resources.files("fontpkg_frank_ruhl_libre") / "files" / "FrankRuhlLibre[wght].ttf"
    pdfmetrics.registerFont(TTFont("Hebrew", io.BytesIO(fonts.read_bytes())))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Hebrew", 14)
    canvas.drawString(50, 700, ".תונותיעל רסמנ ךכ ,ץרמב 12-ב בושת Night Star 2 (תילילה) תרובעמה")
    canvas.save()

    read = plain_text(converter.read(out.getvalue(), name="a.pdf").body)

    assert read == "המעבורת (הלילית) Night Star 2 תשוב ב-12 במרץ, כך נמסר לעיתונות."


@pytest.mark.parametrize(
    ("found", "read"),
    [
        ("()", "()"),
        (")(", "()"),
        ("))", "()"),
        (")([]", "()[]"),
        ("([])", "([])"),
        ("(", "("),
        ("«»", "«»"),
        ("»«", "«»"),
        ("", ""),
    ],
)
def test_brackets_of_a_line_open_and_close(found: str, read: str) -> None:
    assert "".join(as_read(list(found))) == read


@pytest.mark.parametrize(
    ("places", "read"),
    [
        ([(50, 700), (90, 700), (50, 688), (90, 688)], "ab\ncd"),
        ([(150, 700), (90, 700), (150, 688), (90, 688)], "ab\ncd"),
        ([(50, 700), (60, 696), (70, 700), (80, 704)], "abcd"),
        ([(50, 700), (50, 688), (50, 676), (50, 664)], "abcd"),
    ],
    ids=["lines", "lines-to-the-left", "raised-and-lowered", "turned"],
)
def test_line_ends_that_pdfium_overlooks_are_seen(
    places: list[tuple[int, int]], read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def placed(_: object, at: int, box: Any) -> bool:
        left, bottom = places[at]
        found = box._obj
        found.left, found.right, found.bottom, found.top = left, left + 8, bottom, bottom + 10
        return True

    monkeypatch.setattr("pypdfium2.raw.FPDFText_GetLooseCharBox", placed)

    assert "".join(char for _, char in with_line_ends(list(enumerate("abcd")), cast("Any", None))) == read
