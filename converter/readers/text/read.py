"""A text file in order: bytes → text → article."""

from __future__ import annotations

from converter.core.errors import no_text
from converter.readers.text.decode import decode_named
from converter.text.lines import is_invisible
from converter.text.parse import story_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.text.options import TextOptions


def read(source: bytes, options: TextOptions, context: Context) -> Article:
    """Return the article that the text is.

    Raises UnreadableInput for bytes that hold no text or are in no sure charset, LimitExceeded over `line_chars`
    or `blocks`, UsageError for an unknown charset or a broken rule file.
    """
    text, charset = decode_named(source, options, context)
    if is_invisible(text):
        raise no_text()
    return story_of(text, options, context, charset=charset)
