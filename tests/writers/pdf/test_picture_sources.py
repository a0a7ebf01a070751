"""Where a picture may come from: inside a DOCX, inside an address, or a file beside its document."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

import converter
from converter import Conversion
from tests.writers.pdf.reading import Pdf

SIDE = 120


def picture(kind: str = "JPEG") -> bytes:
    """Return the file of a picture that is large enough to be drawn."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((SIDE, SIDE)).convert("RGB").save(out, kind)
    return out.getvalue()


def page(address: str) -> bytes:
    """Return a page with one picture."""
    return (
        '<html lang="en"><head><title>Bridge</title></head><body><article><h1>The bridge is open</h1>'
        "<p>The bridge over the bay opened again on Wednesday, eleven months after it had closed for repairs.</p>"
        f'<figure><img src="{address}" alt="The bridge"><figcaption>At dawn.</figcaption></figure>'
        "<p>Ferries keep their timetable until June, the port authority of the city said.</p>"
        "</article></body></html>"
    ).encode()


def pictures(done: Conversion) -> list[tuple[int, int, str | None]]:
    """Return width, height and packing of each picture in the PDF."""
    pdf = Pdf(done.outputs["pdf"])
    found = [
        pdf.get(reference) for reference in pdf.get(pdf.get(pdf.pages[0]["Resources"]).get("XObject", {})).values()
    ]
    return [(one["Width"], one["Height"], one.get("Filter")) for one in found]


@pytest.mark.slow  # python-docx takes a second to load.
def test_a_picture_inside_a_word_document_is_drawn(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("The bridge over the bay opened again on Wednesday.")
    document.add_picture(io.BytesIO(picture()))
    path = tmp_path / "story.docx"
    document.save(str(path))

    assert pictures(converter.convert(path, ["pdf"])) == [(SIDE, SIDE, "DCTDecode")]


@pytest.mark.parametrize(("kind", "packing"), [("JPEG", "DCTDecode"), ("PNG", "FlateDecode"), ("WEBP", "FlateDecode")])
def test_a_picture_inside_its_own_address_is_drawn(kind: str, packing: str) -> None:
    address = f"data:image/{kind.lower()};base64,{base64.b64encode(picture(kind)).decode()}"

    done = converter.convert(page(address), ["pdf"], name="story.html")

    assert pictures(done) == [(SIDE, SIDE, packing)]


def test_a_file_beside_the_document_is_drawn_and_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    for path in (folder / "bridge.jpg", tmp_path / "outside.jpg"):
        path.write_bytes(picture())
    (folder / "led-away.jpg").symlink_to(tmp_path / "outside.jpg")

    def drawn(address: str) -> list[tuple[int, int, str | None]]:
        source = folder / "story.html"
        source.write_bytes(page(address))
        return pictures(converter.convert(source, ["pdf"]))

    assert drawn("bridge.jpg") == [(SIDE, SIDE, "DCTDecode")]
    for address in ("../outside.jpg", "led-away.jpg", (tmp_path / "outside.jpg").as_uri(), "https://example.com/a.jpg"):
        assert drawn(address) == [], address
