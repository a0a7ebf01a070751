"""Words and lengths as WordprocessingML."""

from __future__ import annotations

from converter.io.markup import text as escape

_TWIPS = 20
_TEXT = '<w:t xml:space="preserve">'


def escape_value(words: str) -> str:
    """Return the words as an attribute's value between double quotes; white space in it is spaces."""
    return escape(" ".join(words.split())).replace('"', "&quot;")


def twips(points: float) -> int:
    """Return a length in twentieths of a point, as WordprocessingML measures (ECMA-376-1 §17.18.74)."""
    return round(points * _TWIPS)


def run(words: str, properties: str = "", *, keeps_lines: bool = False) -> str:
    """Return the words as one `w:r`; `properties` is its finished `w:rPr` or nothing.

    A tab becomes `w:tab`. A line end becomes `w:br` where it counts, as in
    preformatted text, and else a space, which is what Word would show.
    """
    if "\r" in words:
        words = words.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in words and not keeps_lines:
        words = words.replace("\n", " ")
    inside = f"{_TEXT}{escape(words)}</w:t>"
    if "\t" in words or "\n" in words:
        inside = inside.replace("\t", f"</w:t><w:tab/>{_TEXT}").replace("\n", f"</w:t><w:br/>{_TEXT}")
        inside = inside.replace(f"{_TEXT}</w:t>", "")
    return f"<w:r>{properties}{inside}</w:r>"
