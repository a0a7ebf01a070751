"""The page: head, masthead, headline, story, source line; inert by construction (docs/explanation/threats.md)."""

from __future__ import annotations

import base64

from converter.io.markup import element, start, text
from converter.model.words import plain_text
from converter.render import html_page
from converter.render.css import sheet
from converter.render.display_title import titled
from converter.render.html_write import Xhtml, language_tag
from converter.render.links import live
from converter.writers.html.data import carried, statements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.block import MediaReference
    from converter.writers.html.options import HtmlOptions

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


def write(article: Article, options: HtmlOptions, context: Context) -> bytes:
    """Return the page, in UTF-8; the same bytes for the same article, options and style."""
    xhtml = Xhtml(article, context, "html", lambda reference: _address(reference, context), whole=True)
    lang = language_tag(article.lang)
    lines = [
        "<!DOCTYPE html>",
        start("html", ("lang", lang), ("dir", article.dir)),
        *_head(article, options, context),
        "<body>",
        "<main>",
        *(html_page.masthead(article) if options.masthead else ()),
        *html_page.warnings(article),
        start("article"),
        *html_page.headlines(article, xhtml),
        *html_page.story(article, xhtml),
        "</article>",
        *html_page.source(article),
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def _head(article: Article, options: HtmlOptions, context: Context) -> Iterator[str]:
    yield "<head>"
    yield start("meta", ("charset", "utf-8"))
    yield start("meta", ("http-equiv", "Content-Security-Policy"), ("content", _POLICY))
    yield start("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
    yield start("meta", ("name", "generator"), ("content", context.record.generator))
    yield element("title", text(titled(article, context, "html")))
    for party in article.head.parties_in("creator"):
        yield start("meta", ("name", "author"), ("content", party.name))
    if article.head.abstract is not None:
        description = " ".join(plain_text(article.head.abstract).split())
        yield start("meta", ("name", "description"), ("content", description))
    address = live(article.guid) if article.guid and article.guid.startswith("http") else None
    if address:
        yield start("link", ("rel", "canonical"), ("href", address))
    for rights in article.head.rights:
        licence = live(rights.href) if rights.kind == "usage" and rights.href else None
        if licence:
            yield start("link", ("rel", "license"), ("href", licence))
    yield f"<style>\n{sheet(context.style)}</style>"
    yield f'<script type="application/ld+json">{statements(article)}</script>'
    if options.canonical:
        content, digest = carried(article)
        yield (
            start(
                "script",
                ("type", "application/xml"),
                ("id", "canonical-article"),
                ("data-encoding", "base64"),
                ("data-sha256", digest),
            )
            + f"{content}</script>"
        )
    yield "</head>"


def _address(reference: MediaReference, context: Context) -> str | None:
    """Return the picture itself as a `data:` address, or None where its bytes were not kept: nothing is fetched."""
    content = context.media.get(reference)
    if content is None or reference.type not in _PICTURES:
        return None
    return f"data:{reference.type};base64,{base64.b64encode(content).decode('ascii')}"
