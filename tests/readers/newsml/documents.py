"""News items by hand, as others might have written them."""

from __future__ import annotations

from converter.core.notices import Notice
from converter.formats.records import Context, Source
from converter.model.article import Article
from converter.model.canonical import gate
from converter.readers.newsml.options import NewsmlReaderOptions
from converter.readers.newsml.read import read

G2 = "http://iptc.org/std/nar/2006-10-01/"
CATALOG = '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_32.xml"/>'
XHTML = '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'


def item(
    *,
    meta: str = "",
    story: str = "",
    content: str | None = None,
    before: str = CATALOG,
    root: str = 'guid="urn:newsml:example.com:20240522:x" version="1" xml:lang="en"',
    body: str = "<p>Rain fell.</p>",
    after: str = "",
) -> bytes:
    """Return a news item; `body` is its XHTML, `content` all of its content instead."""
    inner = content if content is not None else f"{XHTML}{body}</body></html></inlineXML>"
    return (
        f'<newsItem xmlns="{G2}" standard="NewsML-G2" standardversion="2.35" conformance="power" {root}>{before}'
        f'<itemMeta><itemClass qcode="ninat:text"/>{meta}</itemMeta><contentMeta>{story}</contentMeta>'
        f"<contentSet>{inner}</contentSet>{after}</newsItem>"
    ).encode()


def read_item(source: bytes) -> tuple[Article, tuple[Notice, ...]]:
    """Return the article, which has a canonical form, and what was said of it."""
    context = Context(Source("item.xml"))
    article = read(source, NewsmlReaderOptions(), context)
    gate(article)
    return article, context.notices


def codes(notices: tuple[Notice, ...]) -> list[str]:
    """Return the codes of notices."""
    return [notice.code for notice in notices]


def kept(article: Article) -> dict[str, str]:
    """Return name → words of what was kept as properties."""
    from converter.model.words import plain_text

    return {each.name.removeprefix("newsml:"): plain_text(each.content) for each in article.head.properties}
