"""Pictures of every kind: both standards hold, and a renderer shows what was kept, the right way up."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from converter.model.article import Article
from converter.model.block import Figure, MediaReference
from converter.model.media import Media
from tests.judges.bench import PYTHON, ask, assert_accepted
from tests.writers.pdf.making import make

# Four quarters, so that no turn or mirror image looks like another.
_QUARTERS = [(200, 30, 30), (30, 160, 30), (30, 30, 200), (230, 200, 40)]
_SIZE = (120, 80)

_RENDER = """
import json, sys, pypdfium2
for path in sys.argv[1:]:
    page = pypdfium2.PdfDocument(path)[0]
    (image,) = [one for one in page.get_objects() if one.type == 3]
    left, bottom, right, top = image.get_bounds()
    height = page.get_height()
    bitmap = page.render(scale=2).to_pil().convert("RGB")
    def at(u, v):
        return bitmap.getpixel((int(2 * (left + (right - left) * u)), int(2 * (height - top + (top - bottom) * v))))
    places = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)]
    print(json.dumps([(right - left) / (top - bottom), [at(*place) for place in places]]))
"""


def quartered(size: tuple[int, int] = _SIZE) -> Image.Image:
    """Return a picture of four colours."""
    image = Image.new("RGB", size)
    half = (size[0] // 2, size[1] // 2)
    for number, colour in enumerate(_QUARTERS):
        image.paste(colour, (half[0] * (number % 2), half[1] * (number // 2), size[0], size[1]))
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the picture's file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned(orientation: int, kind: str = "JPEG") -> bytes:
    """Return a file whose EXIF says how it is turned."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(quartered(), kind, exif=exif, **({"quality": 95} if kind == "JPEG" else {}))


def half_clear() -> Image.Image:
    """Return the picture with its right half fading to nothing."""
    image = quartered().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").rotate(90).resize(_SIZE))
    return image


def kinds() -> dict[str, bytes]:
    """Return the files by name."""
    plain = quartered()
    wide = Image.frombytes("I;16", _SIZE, b"".join(bytes((0, value)) for value in plain.convert("L").tobytes()))
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"sRGB", b"wide")
    return {
        "jpeg": saved(plain, "JPEG", quality=95),
        "jpeg-progressive": saved(plain, "JPEG", quality=95, progressive=True),
        "jpeg-gray": saved(plain.convert("L"), "JPEG", quality=95),
        "jpeg-cmyk": saved(plain.convert("CMYK"), "JPEG", quality=95),
        "jpeg-profile": saved(plain, "JPEG", quality=95, icc_profile=other),
        "png": saved(plain, "PNG"),
        "png-palette": saved(plain.quantize(8), "PNG"),
        "png-palette-clear": saved(plain.quantize(8), "PNG", transparency=0),
        "png-one-bit": saved(plain.convert("L").point(lambda value: 255 * (value > 90)).convert("1"), "PNG"),
        "png-sixteen-bits": saved(wide, "PNG"),
        "png-alpha": saved(half_clear(), "PNG"),
        "png-profile": saved(plain, "PNG", icc_profile=other),
        "gif": saved(plain.quantize(8), "GIF"),
        "gif-film": saved(plain.quantize(8), "GIF", save_all=True, append_images=[Image.new("P", _SIZE)]),
        "webp": saved(plain, "WEBP", lossless=True),
        "webp-alpha": saved(half_clear(), "WEBP", lossless=True),
        "tiff": saved(plain, "TIFF"),
        "tiff-packed": saved(plain, "TIFF", compression="tiff_lzw"),
        "tiff-cmyk": saved(plain.convert("CMYK"), "TIFF"),
        "tiff-sixteen-bits": saved(wide, "TIFF"),
        **{f"turned-{number}": turned(number) for number in range(1, 9)},
        "turned-png": turned(6, "PNG"),
        "turned-tiff": turned(8, "TIFF"),
    }


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, Path]]:
    """Return each picture with a PDF that shows it."""
    folder = tmp_path_factory.mktemp("pictures")
    made = {}
    for name, content in kinds().items():
        media = Media()
        reference = MediaReference(name, sha256=media.keep(content))
        pdf, notices = make(Article((Figure((reference,), ("Caption.",), (), "Four"),), lang="en"), media=media)
        assert "image-not-carried" not in [one.code for one in notices], name
        made[name] = (content, folder / f"{name}.pdf")
        made[name][1].write_bytes(pdf)
    return made


def test_both_standards_hold_whatever_the_picture(pdfs: dict[str, tuple[bytes, Path]]) -> None:
    files = [path for _, path in pdfs.values()]

    assert_accepted(ask("verapdf/verapdf-check", *files), files)
    assert_accepted(ask("pdfcheck", *files), files)


def test_a_renderer_shows_what_a_viewer_of_pictures_shows(pdfs: dict[str, tuple[bytes, Path]]) -> None:
    files = [str(path) for _, path in pdfs.values()]
    done = subprocess.run([PYTHON, "-c", _RENDER, *files], capture_output=True, text=True, check=True)

    wrong: list[object] = []
    for (name, (content, _)), line in zip(pdfs.items(), done.stdout.splitlines(), strict=True):
        ratio, seen = json.loads(line)
        for place, (there, wanted) in enumerate(zip(seen, expected(content), strict=True)):
            if max(abs(one - other) for one, other in zip(there, wanted, strict=True)) > 12:
                wrong.append((name, place, there, wanted))
        size = upright(content).size
        if abs(ratio - size[0] / size[1]) > 0.02:
            wrong.append((name, ratio, size))
    assert wrong == []


def upright(content: bytes) -> Image.Image:
    """Return the picture as a viewer shows it, on white."""
    from PIL import ImageOps

    with Image.open(io.BytesIO(content)) as image:
        image.load()
        right = ImageOps.exif_transpose(image)
    if right.mode.startswith("I"):
        right = right.point(lambda value: value / 256).convert("L")
    layered = right.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")


def expected(content: bytes) -> list[tuple[int, ...]]:
    """Return the colours in the middle of each quarter."""
    image = upright(content)
    places = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)]
    return [image.getpixel((int(image.width * u), int(image.height * v))) for u, v in places]  # type: ignore[misc]
