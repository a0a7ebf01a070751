"""Draw the pictures of the README: the first pages of PDFs that the product has just made from the samples.

`just picture` runs it. Poppler's `pdftoppm` draws, because a reader of the
README sees what a PDF viewer would show; Pillow adds the edge of the sheet
and keeps 16 greys, so that a picture is a few kilobytes.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageOps

import converter

IMAGES = ROOT / "docs" / "images"
PICTURED = ("major-non-nato-ally", "night-ferry")
WIDTH_PX = 640
EDGE = 200
GREYS = 16


def draw_first_page(pdf: bytes) -> bytes:
    """Return the first page of a PDF as a PNG with a grey edge."""
    command = ["pdftoppm", "-png", "-gray", "-singlefile", "-scale-to-x", str(WIDTH_PX), "-scale-to-y", "-1", "-"]
    drawn = subprocess.run(command, input=pdf, stdout=subprocess.PIPE, check=True).stdout
    with Image.open(io.BytesIO(drawn)) as page:
        framed = ImageOps.expand(page.convert("L"), border=1, fill=EDGE).quantize(GREYS)
    out = io.BytesIO()
    framed.save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> int:
    """Write one picture for each pictured sample."""
    for name in PICTURED:
        done = converter.convert(ROOT / "samples" / f"{name}.txt", "pdf")
        path = IMAGES / f"{name}.png"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(draw_first_page(done.outputs["pdf"]))
        print(f"{path.relative_to(ROOT)} ({path.stat().st_size:,} bytes)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
