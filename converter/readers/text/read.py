"""A text file in order: bytes → text → article."""

from __future__ import annotations

from converter.errors import no_text
from converter.plaintext.story import story_of
from converter.prose.lines import is_invisible
from converter.readers.text.decode import decode_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Article
    from converter.formats import Context
    from converter.plaintext.options import TextOptions


def read(source: bytes, options: TextOptions, context: Context) -> Article:
    """Return the article that the text is.

    Raises UnreadableInput for bytes that hold no text or are in no sure charset, LimitExceeded over `line_chars`
    or `blocks`, UsageError for an unknown charset or a broken rule file.
    """
    text, charset = decode_named(source, options, context)
    if is_invisible(text):
        raise no_text()
    return story_of(text, options, context, charset=charset)
