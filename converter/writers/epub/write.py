"""The package: the parts in order, in one file that is the same bytes every time (EPUB 3.3 §4)."""

from __future__ import annotations

from converter.io.hash import sha256
from converter.io.zip_write import packed
from converter.model import canonical
from converter.render.css import sheet
from converter.render.display_title import titled
from converter.writers.epub.pages import NAVIGATION, SHEET, STORY, navigation, story, with_named_headings
from converter.writers.epub.pictures import Pictures
from converter.writers.epub.publication import CANONICAL, package_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.writers.epub.options import EpubOptions

_MIMETYPE = b"application/epub+zip"
_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
_ALIKE = ("META-INF/container.xml", f"EPUB/{SHEET}")


def write(article: Article, options: EpubOptions, context: Context) -> bytes:
    """Return the publication. Raises CannotWrite without an identity, or without the time of the record."""
    title = titled(article, context, "epub")
    content = canonical.serialise(article) if options.canonical else None
    digest = sha256(content).hexdigest() if content is not None else None
    shown = with_named_headings(article)
    pictures = Pictures(context)
    page = story(shown, title, pictures, options, context)
    media = [(name, kind) for name, _, kind in pictures.parts]
    parts = {
        "mimetype": _MIMETYPE,  # First, as it is, so that the file's kind stands at a fixed place (§4.2.6.3.3).
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": package_document(article, title, media, digest, context).encode(),
        f"EPUB/{NAVIGATION}": navigation(shown, title).encode(),
        f"EPUB/{STORY}": page.encode(),
        f"EPUB/{SHEET}": sheet(context.style).encode(),
        **{f"EPUB/{name}": medium for name, medium, _ in pictures.parts},
    }
    if content is not None:
        parts[f"EPUB/{CANONICAL}"] = content
    return packed(parts.items(), alike=_ALIKE, stored=("mimetype",))
