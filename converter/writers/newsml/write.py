"""The item in order: head of the document, history and rights, record, story's metadata, content."""

from __future__ import annotations

import re

from converter.core import spelling
from converter.core.errors import CannotWrite
from converter.io.markup import element, empty, start, text
from converter.model.article import Article
from converter.newsformats.catalog import HREF
from converter.newsformats.life import is_withdrawn
from converter.render.html_write import NAMESPACE as XHTML
from converter.render.html_write import Xhtml, language_tag
from converter.writers.newsml.content_meta import content_meta
from converter.writers.newsml.item_meta import item_meta, label
from converter.writers.newsml.labels import Labels
from converter.writers.newsml.profile import require_valid
from converter.writers.newsml.rights import publication_history, rights_info

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.writers.newsml.options import NewsmlOptions

_G2 = "http://iptc.org/std/nar/2006-10-01/"
# What IPTC asks of the two schemes of names that it defines; any other absolute IRI stands as it is.
_GUID_SHAPES = {
    "urn:newsml:": r"urn:newsml:[A-Za-z0-9.\-]+:\d{8}(?:T\d{4,6}(?:Z|[+\-]\d{4})?)?:\S+",
    "tag:": r"tag:[A-Za-z0-9.\-@_]+,\d{4}(?:-\d\d(?:-\d\d)?)?:\S*",
}


def write(article: Article, options: NewsmlOptions, context: Context) -> bytes:
    """Return the news item: UTF-8, LF, two spaces of indentation between blocks.

    Raises CannotWrite when NewsML-G2 demands what neither the article nor the
    caller gives: an identity, the time of the record, something to print.
    """
    withdrawn = is_withdrawn(article)
    labels = Labels(context)
    title = label(article, context)
    lines = [empty("catalogRef", ("href", HREF))]
    if not withdrawn:
        lines += publication_history(article, context)
        lines += rights_info(article, labels, context)
    lines += item_meta(article, title, labels, context)
    if withdrawn:
        context.notice("withdrawn-without-content", "status")
    else:
        lines += content_meta(article, options, labels, context)
        lines += _content_set(article, title, context) if options.body == "xhtml" else _nitf(article, context)
    content = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            _root(article, context),
            *(f"  {line}" for line in lines),
            "</newsItem>\n",
        )
    ).encode()
    require_valid(content)
    return content


def _root(article: Article, context: Context) -> str:
    guid = _guid(article)
    tag = language_tag(article.lang)
    if tag is None:
        context.notice("language-unidentified", "lang", lang=article.lang or "none")
    return start(
        "newsItem",
        ("xmlns", _G2),
        ("standard", "NewsML-G2"),
        ("standardversion", "2.35"),
        ("conformance", "power"),
        ("guid", guid),
        ("version", article.version),
        ("xml:lang", tag or "und"),  # ISO 639-2: undetermined.
        ("dir", article.dir),
    )


def _guid(article: Article) -> str:
    guid = article.guid
    if guid is None:
        raise CannotWrite(
            "NewsML-G2 demands an identity, and the article has none", hint="give it with " + spelling.meta("guid")
        )
    for scheme, shape in _GUID_SHAPES.items():
        if guid.lower().startswith(scheme) and not re.fullmatch(shape, guid, re.IGNORECASE):
            raise CannotWrite(
                f"the identity {guid!r} is no well-formed {scheme}… name", hint="give one with " + spelling.meta("guid")
            )
    return guid


def _content_set(article: Article, title: str, context: Context) -> list[str]:
    """Return the lines of `contentSet`. Raises CannotWrite when there is nothing to print at all."""
    tag = language_tag(article.lang)
    xhtml = Xhtml(article, context, "newsml")
    indent = "        "
    body = xhtml.body(article.body, indent)
    if not any(map(_prints, body)):
        # A flash has a headline only; it is its own content, as the one h1 there can be.
        headline = article.head.headline()
        body = [indent + element("h1", xhtml.inlines(headline.content, "head/headline"))] if headline else []
        if not any(map(_prints, body)):
            raise CannotWrite(
                "NewsML-G2 demands content, and the article has neither text nor picture nor headline to print",
                where="body",
            )
    languages = (("xml:lang", tag), ("lang", tag), ("dir", article.dir))
    return [
        "<contentSet>",
        "  " + start("inlineXML", ("contenttype", "application/xhtml+xml"), ("xml:lang", tag), ("dir", article.dir)),
        "    " + start("html", ("xmlns", XHTML), *languages),
        "      <head>",
        "        " + element("title", text(title)),
        "      </head>",
        "      <body>",
        *body,
        "      </body>",
        "    </html>",
        "  </inlineXML>",
        "</contentSet>",
    ]


def _nitf(article: Article, context: Context) -> list[str]:
    """Return `contentSet` with the body of NITF alone, as its head would repeat the item's.

    Raises CannotWrite when there is nothing to print at all.
    """
    from converter.formats.losses import note_losses
    from converter.formats.registry import find_writer
    from converter.newsformats.nitf_blocks import NITF, VERSION, Body, body_content
    from converter.newsformats.nitf_marks import Text

    # What NITF's body never carries is said by the same table as for NITF itself.
    body_of_nitf = find_writer("newsml").replace(losses="converter.newsformats.nitf_blocks:LOST")
    note_losses(Article(article.body), body_of_nitf, context)
    tag = language_tag(article.lang)
    text_of = Text(article, context, "newsml")
    lines = body_content(article, text_of, Body(text_of, context, "newsml"), "NewsML-G2")
    return [
        "<contentSet>",
        "  " + start("inlineXML", ("contenttype", "application/nitf+xml"), ("xml:lang", tag), ("dir", article.dir)),
        "    " + start("nitf", ("xmlns", NITF), ("version", VERSION), ("baselang", tag or "und")),
        "      " + start("body", ("xml:lang", tag)),
        *(f"        {line}" for line in lines),
        "      </body>",
        "    </nitf>",
        "  </inlineXML>",
        "</contentSet>",
    ]


def _prints(line: str) -> bool:
    """Return whether a line of our XHTML shows anything: words, or a picture. Values hold no angle brackets."""
    return re.search(r">[^<]*[^<\s]|<(?:img|video|audio) ", line.replace("&#13;", "")) is not None
