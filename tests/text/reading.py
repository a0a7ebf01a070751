"""How these tests ask the reader."""

from __future__ import annotations

from converter.core.limits import Limits
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.block import Paragraph
from converter.model.words import plain_text
from converter.readers.text import read
from converter.text.options import TextOptions


def read_text(
    text: str | bytes,
    options: TextOptions | None = None,
    *,
    charset: str | None = None,
    lang: str | None = None,
    limits: Limits | None = None,
) -> tuple[Article, Context]:
    """Return the article of the text, and the context that holds what was noticed."""
    context = Context(Source("story.txt", charset=charset, lang=lang), limits=limits)
    source = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return read(source, options or TextOptions(), context), context


def article_of(text: str | bytes, options: TextOptions | None = None, *, lang: str | None = None) -> Article:
    """Return the article of the text."""
    return read_text(text, options, lang=lang)[0]


def paragraphs_of(article: Article) -> list[str]:
    """Return the words of the paragraphs that stand in the body itself."""
    return [plain_text(block) for block in article.body if isinstance(block, Paragraph)]


def codes_of(context: Context) -> list[str]:
    """Return the codes of what was noticed, in order."""
    return [notice.code for notice in context.notices]
