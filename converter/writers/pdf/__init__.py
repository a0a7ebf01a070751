"""The PDF writer: one file that is PDF/A-3a and PDF/UA-1 at once, small, and the same bytes every time.

A guided tour, in the order of `render.py`:

- `flow`       the article as slabs of the typesetter, each run owned by a tag
- `looks`      the house style's roles as faces, sizes, colours
- `headmatter` masthead, kicker, headline, standfirst, byline; the source line at the end
- `furniture`  running head and footer: artifacts, drawn page by page
- `drawing`    placed slabs as content streams, with marked content
- `pictures`   a figure's bytes as an image
- `fragments`  shaped words as pieces of content, and what each glyph says
- `tags`       structure tree and parent tree
- `outline`, `links`, `metadata` (XMP and the embedded canonical XML), `intent` (sRGB)
- `subset`     fonts with only what is drawn
- `document`   objects, object streams, bytes

`converter.typeset` does everything that is not PDF.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.writers.pdf.options import PdfOptions


def write(article: Article, options: PdfOptions, context: Context) -> bytes:
    """Return the article as a PDF; see `render.py`, which is loaded here because HarfBuzz and ReportLab take 90 ms."""
    from converter.writers.pdf.render import render

    return render(article, options, context)
