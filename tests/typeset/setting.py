"""A look and a page that the typesetter's tests set with."""

from __future__ import annotations

from converter.model.style import NEWS
from converter.typeset.faces import find_face
from converter.typeset.lines import Run, SetText, to_words
from converter.typeset.looks import Look, find_shaper

MEASURE_PT = 379.8


def body_look(*features: str, size_pt: float = 10.5) -> Look:
    """Return the look of body text."""
    return Look(find_shaper(find_face("Noto Serif", NEWS.cut("text")), frozenset(features), "en"), size_pt, "#000000")


def words_of(text: str, *, hyphens: bool = True) -> SetText:
    """Return the text in body type, not yet in lines."""
    return to_words([Run(text, body_look(), None)], hyphens=hyphens)


def line_texts(text: SetText) -> list[str]:
    """Return what stands in each line, with its trailing spaces."""
    return ["".join(word.shaped.text for word in text.words[line.start : line.end]) for line in text.lines]
