"""Articles and files that the PDF writer's tests share."""

from __future__ import annotations

from converter.core.notices import Notice
from converter.formats.losses import note_losses
from converter.formats.records import Context, Source
from converter.formats.registry import find_writer
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.media import Media
from converter.writers.pdf import write
from converter.writers.pdf.options import PdfOptions
from tests.writers.pdf.reading import Pdf


def make(article: Article, options: PdfOptions | None = None, media: Media | None = None) -> tuple[bytes, list[Notice]]:
    """Return the article's PDF and the notices."""
    context = Context(Source("story.txt"), media=media)
    note_losses(article, find_writer("pdf"), context)
    return write(article, options or PdfOptions(), context), list(context.notices)


def read(article: Article) -> Pdf:
    """Return the article's PDF, read back."""
    return Pdf(make(article)[0])


def story(*paragraphs: str, lang: str = "en") -> Article:
    """Return an article of plain paragraphs."""
    return Article(tuple(Paragraph((text,)) for text in paragraphs), lang=lang)
