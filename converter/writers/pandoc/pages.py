"""What a browser shows, inert: no script, nothing fetched (`docs/explanation/threats.md`, section 5).

Pandoc's own pages get a policy that says so. Its slides are shows only by
scripts, which their templates load from elsewhere or hold; here they stand in
a page of ours, one below the other, and print one to a sheet. Their elements
and classes are pandoc's: who has the program puts them into its own page.
"""

from __future__ import annotations

import re

from converter.io.markup import element, empty, text
from converter.render.display_title import titled
from converter.render.html_write import language_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_SHEET = """body { margin: 0; font: 1.4rem/1.4 sans-serif; color: #1a1a1a; background: #e8e8e8; }
.slide { box-sizing: border-box; max-width: 60rem; min-height: 30rem; margin: 1rem auto; padding: 2rem 3rem; \
background: #fff; overflow-wrap: break-word; }
.slide .slide { padding: 0; }
pre { white-space: pre-wrap; }
img { max-width: 100%; max-height: 24rem; }
td, th { padding: 0.2em 0.6em; text-align: start; }
@media print { body { background: #fff; } .slide { margin: 0; break-after: page; } }
"""


def policy() -> str:
    """Return the element of a head that says what the page may do: show what is in it."""
    return empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", POLICY))


def slide_show(slides: bytes, name: str, article: Article, context: Context) -> bytes:
    """Return a page around pandoc's slides, in UTF-8."""
    shown = slides.decode()
    # Until its script has come, reveal.js holds pictures back, and it leads to places in ways of its own. Pandoc
    # escapes each `<` of the story, so these are its tags.
    shown = shown.replace("<img data-src=", "<img src=").replace('<a href="#/', '<a href="#')
    # The older ones align cells as HTML 4 does.
    shown = re.sub(r'(<t[dh]\b[^<>]*) align="(\w+)"', r'\1 style="text-align: \2;"', shown)
    root = (("lang", language_tag(article.lang)), ("dir", article.dir))
    head = "\n".join(
        (
            empty("meta", ("charset", "utf-8")),
            policy(),
            empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
            empty("meta", ("name", "generator"), ("content", context.record.generator)),
            element("title", text(titled(article, context, name))),
            f"<style>\n{_SHEET}</style>",
        )
    )
    page = element("html", f"\n<head>\n{head}\n</head>\n<body>\n{shown}\n</body>\n", *root)
    return f"<!DOCTYPE html>\n{page}\n".encode()
