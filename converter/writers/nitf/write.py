"""The document in order: head, head of the body, content."""

from __future__ import annotations

from converter.io.markup import start
from converter.newsformats.life import is_withdrawn
from converter.newsformats.nitf_blocks import NITF, VERSION, Body, body_content
from converter.newsformats.nitf_marks import Text
from converter.render.display_title import titled
from converter.render.html_write import language_tag
from converter.writers.nitf.body_head import body_head, distributor
from converter.writers.nitf.head import head

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Party
    from converter.writers.nitf.options import NitfOptions


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
        content = body_content(article, lines_of, body, "NITF")
    lines = [
        *head(article, title, options, elsewhere, context),
        start("body", ("xml:lang", tag)),
        *(f"  {line}" for line in (*printed, *content)),
        "</body>",
    ]
    root = start("nitf", ("xmlns", NITF), ("version", VERSION), ("baselang", tag or "und"))
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join((declaration, root, *(f"  {line}" for line in lines), "</nitf>\n")).encode()
