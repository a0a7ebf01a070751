"""Pages as pictures: what PDFium draws is what was looked at. `--accept` rewrites the pictures; look at them again.

Each picture is a page in 64 greys at 66 dots an inch. Two pictures are blurred
and compared field by field: a newer PDFium may smooth letters otherwise, but
no line may move. Which words stand there is held by other tests.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

import converter
from converter.model.article import Article
from converter.typeset import paginate
from converter.typeset.slabs import TextMark
from converter.writers.pdf.options import PdfOptions
from tests.articles import full_article
from tests.case import CASES, SAMPLES
from tests.writers.pdf.making import make

PAGES = Path(__file__).parent / "pages"
DPI = 66
GREYS = 64
FIELDS = 4
"""Fields side by side; each is ten pixels high, less than a line of text."""
MOST_APART = 12
"""How far the means of two fields may be apart, of 255.

Letters smoothed in quite another way (drawn four times as large, then made
small) come to 11; a line that moved by two points to 17.
"""


def article_of(path: Path, **meta: str) -> Article:
    """Return the article of a source."""
    return converter.convert(path, ["xml"], meta=meta).article


def subject(name: str) -> tuple[Article, PdfOptions]:
    """Return the article of a picture's name, and how its pages are made."""
    if name == "full":
        return full_article(), PdfOptions()
    if name == "columns":
        return article_of(SAMPLES / "major-non-nato-ally.txt"), PdfOptions(paper="a5", columns="2")
    if name in ("arabic-story", "hindi-story", "japanese-related"):
        return article_of(CASES / "text" / name / "input.txt"), PdfOptions(paper="a5")
    return article_of(SAMPLES / f"{name}.txt"), PdfOptions()


NAMES = ["full", "night-ferry", "major-non-nato-ally", "columns", "arabic-story", "hindi-story", "japanese-related"]


def draw(pdf: bytes) -> list[Image.Image]:
    """Return each page as a picture in greys."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document]
    document.close()
    return pages


def packed(page: Image.Image) -> bytes:
    """Return the picture's file, small enough to be kept."""
    out = io.BytesIO()
    page.quantize(GREYS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def distance(one: Image.Image, other: Image.Image) -> int:
    """Return how far two pictures of a page are apart where they differ most, of 255."""
    if one.size != other.size:
        return 255
    soft = [image.convert("L").filter(ImageFilter.GaussianBlur(2)) for image in (one, other)]
    fields = ImageChops.difference(*soft).resize((FIELDS, -(-one.height // 10)), Image.Resampling.BOX)
    return max(fields.tobytes())


@pytest.mark.parametrize("name", NAMES)
def test_pages_look_as_they_were_reviewed(name: str, accept: bool) -> None:
    article, options = subject(name)
    pages = draw(make(article, options)[0])
    kept = [PAGES / f"{name}-{number}.png" for number in range(1, len(pages) + 1)]

    if accept:
        for path in PAGES.glob(f"{name}-[0-9]*.png"):
            path.unlink()
        for path, page in zip(kept, pages, strict=True):
            path.write_bytes(packed(page))
    assert sorted(PAGES.glob(f"{name}-[0-9]*.png")) == kept
    for path, page in zip(kept, pages, strict=True):
        with Image.open(path) as reviewed:
            assert distance(page, reviewed) <= MOST_APART, f"{path.name} shows another page"


def test_a_line_that_moved_by_two_points_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    article, options = subject("night-ferry")
    (page,) = draw(make(article, options)[0])
    fill = paginate._fill

    def moved(*facts: object) -> object:
        placed, stop = fill(*facts)  # type: ignore[arg-type]
        lines = [one for one in placed if one.slab.marks and isinstance(one.slab.marks[0], TextMark)]
        lines[len(lines) // 2].top_pt += 2.0
        return placed, stop

    monkeypatch.setattr(paginate, "_fill", moved)
    (other,) = draw(make(article, options)[0])

    assert distance(page, other) > MOST_APART
