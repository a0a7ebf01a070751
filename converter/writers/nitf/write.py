"""The document in order: head, head of the body, content."""

from __future__ import annotations

import re

from converter.article import has_words
from converter.errors import CannotWrite
from converter.exchange.life import is_withdrawn
from converter.label import titled
from converter.markup import element, start
from converter.writers.nitf.body import Body
from converter.writers.nitf.body_head import body_head, distributor
from converter.writers.nitf.head import head
from converter.writers.nitf.inlines import Text
from converter.xhtml import language_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Article, Party
    from converter.formats import Context
    from converter.writers.nitf.options import NitfOptions

_NITF = "http://iptc.org/std/NITF/2006-10-18/"
_VERSION = "-//IPTC//DTD NITF 3.6//EN"


def write(article: Article, options: NitfOptions, context: Context) -> bytes:
    """Return the document: UTF-8, LF, two spaces of indentation between blocks.

    Raises CannotWrite when the article has no identity, nothing to print, or
    an embargo without its year.
    """
    withdrawn = is_withdrawn(article)
    title = titled(article, context, "nitf")
    tag = language_tag(article.lang)
    if tag is None:
        context.notice("language-unidentified", "lang", lang=article.lang or "none")
    lines_of = Text(article, context)
    body = Body(lines_of, context)
    printed: list[str] = []
    elsewhere: list[Party] = []
    if withdrawn:
        context.notice("withdrawn-without-content", "status")
        printed, content = distributor(article, context), ["<body.content/>"]
    else:
        printed, elsewhere = body_head(article, lines_of, body, context)
        content = _content(article, lines_of, body)
    lines = [
        *head(article, title, options, elsewhere, context),
        start("body", ("xml:lang", tag)),
        *(f"  {line}" for line in (*printed, *content)),
        "</body>",
    ]
    root = start("nitf", ("xmlns", _NITF), ("version", _VERSION), ("baselang", tag or "und"))
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join((declaration, root, *(f"  {line}" for line in lines), "</nitf>\n")).encode()


def _content(article: Article, lines_of: Text, body: Body) -> list[str]:
    """Return the lines of `body.content`. Raises CannotWrite when there is nothing to print at all."""
    lines = body.content(article.body, "  ")
    if not any(map(_prints, lines)):
        # A flash has a headline only; it is its own content.
        headline = article.head.headline()
        if headline is None or not has_words(headline.content):
            raise CannotWrite(
                "NITF demands content, and the article has neither text nor picture nor headline to print", where="body"
            )
        lines = ["  " + element("hl2", lines_of.enriched(headline.content, "head/headline.main"), ("class", "h1"))]
    return ["<body.content>", *lines, "</body.content>"]


def _prints(line: str) -> bool:
    """Return whether a line shows anything: words, or a picture. Values hold no angle brackets."""
    return re.search(r">[^<]*[^<\s]|<media ", line.replace("&#13;", "")) is not None
