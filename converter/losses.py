"""Losses: what a reader must not lose, and what a writer says that it cannot carry."""

from __future__ import annotations

from collections import Counter

from converter.article import has_words, plain_text, walk
from converter.errors import InternalError, UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Article
    from converter.formats import Context, WriterRecord

# Tab, space and what ends a line: the layout that the canonical form may leave out.
_LAYOUT = " \t\n\r\x0b\x0c\x85\u2028\u2029"


def require_text(article: Article) -> None:
    """Raise UnreadableInput when there is no word in the article."""
    if not has_words(article):
        raise UnreadableInput("holds no text", hint="an article needs at least one word")


def require_all_characters(text: str, article: Article) -> None:
    """Raise InternalError unless each character but layout stands in the article as often as in the text."""
    wanted = Counter(text)
    for character in _LAYOUT:
        del wanted[character]
    there = Counter(plain_text(article))
    for character, count in wanted.items():
        if there[character] < count:
            raise InternalError(
                f"the reader lost {count - there[character]} × U+{ord(character):04X} of the source's {count}",
                hint="please report this with the source",
            )


def note_omissions(article: Article, writer: WriterRecord, context: Context) -> None:
    """Give a notice for each class of value that the article has and the writer's record says it omits."""
    if not writer.omits:
        return
    counts = Counter(type(value).__name__ for value in walk(article))
    for what in writer.omits:
        if counts[what]:
            context.notice("not-carried", what=what, count=counts[what], writer=writer.name)
