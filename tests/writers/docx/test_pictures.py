"""Pictures: measured by their header, carried with their alternative text, or told in words."""

from __future__ import annotations

import hashlib
import struct
import zlib

import pytest

from converter.model.article import Article
from converter.model.block import Figure, MediaReference, Paragraph
from converter.model.media import Media
from converter.writers.docx.options import DocxOptions
from converter.writers.docx.pictures import Picture, measured
from tests.writers.docx.reading import Document, written


def png(width: int, height: int) -> bytes:
    """Return a grey PNG."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xcc" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, marker: int = 0xC2) -> bytes:
    """Return the beginning of a JPEG, as far as its frame header."""
    application = b"\xff\xe0" + struct.pack(">H", 6) + b"JFIF"
    frame = b"\xff\xff" + bytes((marker,)) + struct.pack(">HBHHB", 8, 8, height, width, 1)
    return b"\xff\xd8" + application + frame + b"\x00" * 8


GIF = b"GIF89a" + struct.pack("<HH", 40, 30) + b"\x00" * 8


def document_of(content: bytes, *, alt: str | None = "A bridge", caption: str = "At dawn.") -> Document:
    """Return the document of a story with one picture."""
    media = Media(kept={hashlib.sha256(content).hexdigest(): content})
    reference = MediaReference("https://example.com/a.bin", sha256=hashlib.sha256(content).hexdigest())
    figure = Figure((reference,), (caption,) if caption else (), alt=alt)
    return written(Article((figure, Paragraph(("After.",)))), DocxOptions(source_line=False), media=media)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (png(7, 5), Picture("png", 7, 5)),
        (jpeg(640, 480), Picture("jpeg", 640, 480)),
        (GIF, Picture("gif", 40, 30)),
        (jpeg(640, 480, marker=0xC4), None),
        (jpeg(0, 480), None),
        (b"\xff\xd8\xff\xe0\x00\x00", None),
        (b"\xff\xd8\xff", None),
        (png(7, 5)[:20], None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_size_is_read_from_the_header(content: bytes, expected: Picture | None) -> None:
    assert measured(content) == expected


@pytest.mark.parametrize("content", [png(7, 5), jpeg(640, 480), GIF])
def test_size_of_a_torn_picture_is_none_or_right(content: bytes) -> None:
    whole = measured(content)

    assert all(measured(content[:end]) in (None, whole) for end in range(len(content)))


def test_picture_is_carried_with_its_alternative_text() -> None:
    content = png(1600, 900)
    document = document_of(content)

    assert document.parts["word/media/image1.png"] == content
    assert document.values("//wp:docPr/@descr") == ["A bridge"]
    assert [style for style, _ in document.paragraphs()] == ["Figure", "Caption", "FirstParagraph"]
    (width,) = document.values("//wp:extent/@cx")
    assert int(width) == pytest.approx(379.84 * 12_700, rel=1e-3)


def test_small_picture_is_not_enlarged_and_a_tall_one_leaves_room() -> None:
    (small,) = document_of(png(100, 50)).values("//wp:extent/@cx")
    (tall,) = document_of(png(100, 5000)).values("//wp:extent/@cy")

    assert int(small) == 100 * 12_700
    assert int(tall) <= 0.6 * 698 * 12_700


def test_caption_stands_for_a_missing_description() -> None:
    assert document_of(GIF, alt=None).values("//wp:docPr/@descr") == ["At dawn."]

    silent = document_of(GIF, alt=None, caption="")
    assert silent.values("//wp:docPr/@descr") == ["Picture"]
    assert silent.codes == ["label-made", "alternative-text-missing"]


@pytest.mark.parametrize("content", [b"<svg/>", b""])
def test_what_word_cannot_show_is_told_in_words(content: bytes) -> None:
    document = document_of(content)

    assert document.paragraphs()[:2] == [("FigureDescription", "A bridge"), ("Caption", "At dawn.")]
    assert document.codes == ["label-made", "image-not-carried"]


def test_one_picture_twice_is_one_part() -> None:
    content = png(4, 4)
    digest = hashlib.sha256(content).hexdigest()
    figure = Figure((MediaReference("a.png", sha256=digest),), alt="x")

    document = written(Article((figure, figure)), media=Media(kept={digest: content}))

    assert [name for name in document.parts if "media" in name] == ["word/media/image1.png"]
    assert document.values("//wp:docPr/@id") == ["1", "2"]
