"""What a page shows around and above the story, and the story: one look for HTML and EPUB.

Lines of XHTML, which an HTML parser reads too; the classes are those of `converter.render.css`.
"""

from __future__ import annotations

import re

from converter.io.markup import element, start, text
from converter.model.words import plain_text
from converter.render import masthead as imprint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.model.article import Article
    from converter.render.html_write import Xhtml

_PARAGRAPH = '<p(?! class="foreign")(?: [^>]*)?>'
"""The tag of a paragraph of the story; foreign markup is none."""


def _english(article: Article) -> tuple[tuple[str, str | None], ...]:
    """Return the attributes of our own words, in a story of any language and direction."""
    return ("lang", "en"), ("dir", "ltr" if article.dir == "rtl" else None)


def masthead(article: Article) -> Iterator[str]:
    """Yield the line at the top: who sends the story, and its day."""
    provider, day = imprint.provider(article), imprint.day(article, weekday=True)
    if provider or day:
        parts = [element("span", text(words)) for words in (provider, day) if words]
        yield element("header", " ".join(parts), ("class", "masthead"))


def warnings(article: Article) -> Iterator[str]:
    """Yield what must be said before the story."""
    for words in imprint.warnings(article):
        yield element("p", text(words), ("class", "warning"), *_english(article), ("role", "note"))


def headlines(article: Article, xhtml: Xhtml) -> Iterator[str]:
    """Yield the headlines, the abstract and the bylines; those that are for lists of stories are left out."""
    head = article.head
    order = ("kicker", "main", "sub", "short", "other")
    for number, headline in sorted(enumerate(head.headlines, 1), key=lambda each: order.index(each[1].kind)):
        words = xhtml.inlines(headline.content, f"head/headline {number}")
        match headline.kind:
            case "main":
                yield element("h1", words)
            case "kicker":
                yield element("p", words, ("class", "kicker"))
            case "sub":
                yield element("p", words, ("class", "standfirst"))
    if head.abstract is not None:
        yield start("div", ("class", "standfirst"))
        yield from xhtml.body(head.abstract.blocks)
        yield "</div>"
    for number, byline in enumerate(head.bylines, 1):
        yield element("p", xhtml.inlines(byline.content, f"head/byline {number}"), ("class", "byline"))


def story(article: Article, xhtml: Xhtml) -> Iterator[str]:
    """Yield the blocks; the dateline runs into the first paragraph."""
    yield start("div", ("class", "story"))
    lines = xhtml.body(article.body)
    dateline = article.head.dateline
    if dateline is not None:
        opening = element("span", xhtml.inlines(dateline.content, "head/dateline"), ("class", "dateline"))
        first, tag = next(
            ((at, found[0]) for at, line in enumerate(lines) if (found := re.match(_PARAGRAPH, line))), (0, "")
        )
        if tag:
            lines[first] = f"{tag}{opening} {lines[first].removeprefix(tag)}"
        else:
            yield element("p", opening)
    yield from lines
    yield "</div>"


def source(article: Article) -> Iterator[str]:
    """Yield the lines below the story: rights, where it came from, its identity."""
    said = [words for words in (imprint.origin(article), imprint.identity(article)) if words]
    notices = [rights for rights in article.head.rights if rights.kind == "notice" and rights.content]
    if said or notices:
        yield start("footer", ("class", "source"))
        for rights in notices:
            yield element("p", text(" ".join(plain_text(rights.content).split())))
        for words in said:
            yield element("p", text(words), *_english(article))
        yield "</footer>"
