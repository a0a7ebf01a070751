"""The canonical form as a file: what the archive keeps, and what `--to xml` gives."""

from __future__ import annotations

from converter.model import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context, NoOptions
    from converter.model.article import Article


def write(article: Article, options: NoOptions, context: Context) -> bytes:
    """Return the canonical form: C14N 2.0, UTF-8. It carries everything, so there is never a notice."""
    return canonical.serialise(article)
