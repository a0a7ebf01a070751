"""The story and the navigation as XHTML documents (EPUB 3.3 §6.1, §7)."""

from __future__ import annotations

from converter import model
from converter.io.markup import element, empty, start, text
from converter.model.words import has_words, plain_text
from converter.render import html_page
from converter.render.html_write import NAMESPACE, Xhtml, language_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.writers.epub.options import EpubOptions
    from converter.writers.epub.pictures import Pictures

STORY, NAVIGATION, SHEET = "story.xhtml", "nav.xhtml", "style.css"
_OPS = "http://www.idpf.org/2007/ops"


def story(article: Article, title: str, pictures: Pictures, options: EpubOptions, context: Context) -> str:
    """Return the document of the story: what an HTML page of ours shows, with its media beside it."""
    xhtml = Xhtml(article, context, "epub", pictures.address, whole=True)
    body = [
        "<main>",
        *(html_page.masthead(article) if options.masthead else ()),
        *html_page.warnings(article),
        "<article>",
        *html_page.headlines(article, xhtml),
        *html_page.story(article, xhtml),
        "</article>",
        *html_page.source(article),
        "</main>",
    ]
    return _document(article, title, body)


def navigation(article: Article, title: str) -> str:
    """Return the table of contents: the story, and the headings in it that have a name."""
    headings = [
        f"<li>{element('a', text(' '.join(plain_text(block.content).split())), ('href', f'{STORY}#{block.id}'))}</li>"
        for block in article.body
        if isinstance(block, model.Heading) and block.id and has_words(block.content)
    ]
    inner = ["<ol>", *headings, "</ol>"] if headings else []
    body = [
        '<nav epub:type="toc" role="doc-toc">',
        f"<ol><li>{element('a', text(title), ('href', STORY))}",
        *inner,
        "</li></ol>",
        "</nav>",
    ]
    return _document(article, title, body)


def with_named_headings(article: Article) -> Article:
    """Return the article with a name for each heading of its body, so that the contents can lead there."""
    taken = {name for value in model.walk(article) if (name := getattr(value, "id", None)) is not None}
    body: list[model.Block] = []
    count = 0
    for block in article.body:
        if isinstance(block, model.Heading) and block.id is None:
            count += 1
            name = f"heading-{count}"
            while name in taken:
                name += "-"
            taken.add(name)
            block = block.replace(id=name)
        body.append(block)
    return article.replace(body=tuple(body))


def _document(article: Article, title: str, body: list[str]) -> str:
    tag = language_tag(article.lang)
    names = (("xmlns", NAMESPACE), ("xmlns:epub", _OPS))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<!DOCTYPE html>",
        start("html", *names, ("lang", tag), ("xml:lang", tag), ("dir", article.dir)),
        "<head>",
        '<meta charset="utf-8"/>',
        element("title", text(title)),
        empty("link", ("rel", "stylesheet"), ("type", "text/css"), ("href", SHEET)),
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)
