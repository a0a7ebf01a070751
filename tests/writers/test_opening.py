"""A story that opens with a picture or a note: in every format the dateline runs into the paragraph below it."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

import converter
from converter.model.article import Article
from converter.model.block import Figure, Furniture, Heading, Note, Paragraph
from converter.model.head import Dateline, Head
from converter.render.visible_text import opening_paragraph
from tests.writers.pdf.reading import Pdf

PICTURE = Figure(caption=("The ferry.",))
FIRST = Paragraph(("The ferry sails again.",))
NOTE = Note((Paragraph(("Photo: Ann Example",)),), "credit")


def shown(article: Article, writer: str) -> str:
    """Return the words of an output, without markup."""
    made = converter.write(article, writer)
    if writer == "pdf":
        return " ".join(words for _, words in Pdf(made).blocks())
    if writer == "docx":
        made = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml")
    return " ".join(re.sub("<[^>]+>", "", made.decode()).split())


@pytest.mark.parametrize("writer", ["text", "markdown", "jats", "html", "docx", "pdf"])
@pytest.mark.parametrize("above", [(PICTURE,), (NOTE,), (PICTURE, NOTE)])
def test_dateline_runs_into_the_paragraph_below_a_picture_or_note(writer: str, above: tuple[Figure | Note]) -> None:
    article = Article((*above, FIRST), Head(dateline=Dateline(("Oslo —",))), guid="urn:x:1", lang="en")

    words = shown(article, writer)

    assert "Oslo — The ferry sails again." in words
    if PICTURE in above:
        assert words.index("The ferry.") < words.index("Oslo —")
    if NOTE in above and writer != "jats":  # There it stands in the notes of the back.
        assert words.index("Photo: Ann Example") < words.index("Oslo —")


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ((FIRST,), 0),
        ((Furniture((FIRST,), "share", "x"), PICTURE, PICTURE, FIRST), 3),
        ((PICTURE, NOTE, FIRST), 2),
        ((Heading(("Works",)), FIRST), None),
        ((PICTURE, Heading(("Works",)), FIRST), None),
        ((PICTURE,), None),
        ((), None),
    ],
)
def test_only_pictures_and_notes_may_stand_above_the_opening_paragraph(
    body: tuple[Paragraph, ...], at: int | None
) -> None:
    assert opening_paragraph(body) == at
