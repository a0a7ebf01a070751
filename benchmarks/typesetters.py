"""CPU of one article as a PDF: our writer against ReportLab's Platypus and Typst, in one run.

    just bench-pdf [--count 5] [--at-least-typst 4] [--at-least-platypus 2]

All three print the sample's headline and paragraphs in Noto Serif on A4, in
this process, in turn, so that whatever else the machine does falls on all.
Ours is a tagged archival file (PDF/A-3a, PDF/UA-1) that carries its source;
so is Typst's. Platypus writes neither tags nor metadata, embeds no source,
shapes nothing (no kerning, no ligatures) and fills line by line, where ours
shapes and finds the best lines of a paragraph: it does less for its time.
Each round's text has a number of its own, so that nobody is asked for the
same bytes twice; ours is measured warm and with empty word caches.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import converter
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.canonical import serialise
from converter.model.style import NEWS
from converter.model.words import plain_text
from converter.typeset import faces, families, itemise, linebreak, looks
from converter.writers.pdf import looks as style_looks
from converter.writers.pdf import write
from converter.writers.pdf.options import PdfOptions

_IN_A_ROW = 20
SAMPLE = ROOT / "samples" / "major-non-nato-ally.txt"


def numbered(article: Article, number: int) -> Article:
    """Return the article with a last paragraph that tells it from all others."""
    return article.replace(body=(*article.body, Paragraph((f"Edition {number}.",))))


def own(article: Article) -> int:
    """Write the article with our writer; return the size."""
    return len(write(article, PdfOptions(), Context(Source("story.txt"))))


def forget_words() -> None:
    """Empty the caches of words; faces stay loaded."""
    for kept in (style_looks._books, looks._shapers, linebreak._chunks, itemise._found):
        kept.clear()


def platypus(folder: Path) -> Callable[[Article], int]:
    """Return what writes the article with Platypus, in a cut of the same face."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph as Block
    from reportlab.platypus import SimpleDocTemplate

    file = folder / "text.ttf"
    file.write_bytes(_named(faces.find_face("Noto Serif", NEWS.cut("text")).shaping_face.blob.data))
    pdfmetrics.registerFont(TTFont("Text", str(file)))
    style = ParagraphStyle("body", fontName="Text", fontSize=10.5, leading=15.5)

    def run(article: Article) -> int:
        out = io.BytesIO()
        document = SimpleDocTemplate(out, pagesize=A4, leftMargin=107.7, rightMargin=107.7)
        document.build([Block(plain_text(block).replace("&", "&amp;"), style) for block in article.body])
        made: bytes = out.getvalue()
        return len(made)

    return run


def _named(font: bytes) -> bytes:
    """Return the font's file with the names that ReportLab wants to read, taken from the variable original."""
    import struct

    import uharfbuzz as hb

    family = next(one for one in families.FAMILIES if one.name == "Noto Serif")
    original = hb.Face(hb.Blob.from_file_path(f"{family.folder}/{family.upright}"))
    cut = hb.Face(font)
    tables = {tag: bytes(cut.reference_table(tag).data) for tag in cut.table_tags}
    tables["name"] = bytes(original.reference_table("name").data)
    body, directory = b"", b""
    offset = 12 + 16 * len(tables)
    for tag, content in sorted(tables.items()):
        directory += struct.pack(">4sLLL", tag.encode(), _checksum(content), offset + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    return struct.pack(">LHHHH", 0x00010000, len(tables), 128, 3, 16 * len(tables) - 128) + directory + body


def _checksum(content: bytes) -> int:
    import struct

    padded = content + bytes(-len(content) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def typst(folder: Path) -> Callable[[Article], int]:
    """Return what writes the article with Typst: both standards, with the canonical XML inside."""
    import typst as engine

    family = next(one for one in families.FAMILIES if one.name == "Noto Serif")
    fonts = str(Path(family.folder or "") / "files")
    story, attached = folder / "story.typ", folder / "canonical.xml"
    head = (
        '#set document(title: "Story", date: datetime(year: 2024, month: 5, day: 22))\n'
        '#set text(font: "Noto Serif", size: 10.5pt, lang: "en")\n'
        '#set page(paper: "a4", margin: (x: 38mm, y: 25.5mm))\n#set par(leading: 0.65em)\n'
        '#pdf.attach("canonical.xml", relationship: "source", mime-type: "application/xml", description: "Source")\n'
    )

    def run(article: Article) -> int:
        attached.write_bytes(serialise(article))
        text = "\n\n".join(f"#text({_quoted(plain_text(block))})" for block in article.body)
        story.write_text(head + text, encoding="utf-8")
        made: bytes = engine.compile(str(story), font_paths=[fonts], pdf_standards=["a-3a", "ua-1"])
        return len(made)

    return run


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def compare(count: int) -> dict[str, tuple[float, int]]:
    """Return for each writer the median CPU of one article in milliseconds, and the bytes of the last file.

    Each writes twenty articles in a row, as in a batch, before the next one's turn.
    """
    article = converter.convert(SAMPLE.read_bytes(), ["xml"], name=SAMPLE.name, meta={"lang": "en"}).article
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        writers = {"own": own, "own, cold words": own, "Platypus": platypus(folder), "Typst": typst(folder)}
        times: dict[str, list[float]] = {one: [] for one in writers}
        sizes: dict[str, int] = {}
        for round_number in range(-1, count):
            for one, run in writers.items():
                for number in range(_IN_A_ROW):
                    edition = numbered(article, (round_number + 1) * _IN_A_ROW + number)
                    if one == "own, cold words":
                        forget_words()
                    start = time.process_time_ns()
                    sizes[one] = run(edition)
                    if round_number >= 0:
                        times[one].append((time.process_time_ns() - start) / 1e6)
    return {one: (statistics.median(spent), sizes[one]) for one, spent in times.items()}


def main() -> int:
    """Print times, sizes and ratios; return 1 when a ratio is under what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=5, metavar="N")
    parser.add_argument("--at-least-typst", type=float, metavar="RATIO")
    parser.add_argument("--at-least-platypus", type=float, metavar="RATIO")
    asked = parser.parse_args()

    found = compare(asked.count)
    for one, (spent, size) in found.items():
        print(f"pdf   {one:<16} {spent:6.1f} ms {size / 1024:6.1f} KB   (CPU, median of {asked.count} × {_IN_A_ROW})")
    slow = []
    for peer, least in (("Typst", asked.at_least_typst), ("Platypus", asked.at_least_platypus)):
        warm, cold = (found[peer][0] / found[one][0] for one in ("own", "own, cold words"))
        print(f"pdf   {peer} takes {warm:.1f} times as long as ours, {cold:.1f} times with empty word caches")
        if least is not None and warm < least:
            slow.append(f"{peer} takes only {warm:.1f} times as long, not {least}")
    for fault in slow:
        print(f"too slow: {fault}", file=sys.stderr)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
