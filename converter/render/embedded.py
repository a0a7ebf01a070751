"""The canonical form that an output of ours carries inside: taken out again, held against its digest and what shows.

An output comes back as the identical article only while it says the same as
that article: what somebody has changed in it since is what counts then.
"""

from __future__ import annotations

from collections import Counter

from converter.core.errors import ConverterError
from converter.model import canonical
from converter.model.block import Figure, Foreign
from converter.model.traversal import walk
from converter.model.words import plain_text
from converter.render import masthead
from converter.render.visible_text import printed_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.formats.records import Context
    from converter.model.article import Article

_SHOWN = 8
"""How many words of a difference a notice names."""


def take_out(content: bytes, stated: str | None, context: Context) -> Article | None:
    """Return the article of the canonical form that was found inside, or None, with a notice, when it is damaged.

    `stated` is the SHA-256 that the carrier states for it.
    """
    if stated is not None and canonical.digest(content) != stated.strip().lower():
        context.notice("carried-damaged", reason="its SHA-256 is not the one that is stated beside it")
        return None
    try:
        return canonical.parse(content, context.limits)
    except ConverterError as error:
        context.notice("carried-damaged", reason=error.what)
        return None


def says_the_same(article: Article, shown: str, context: Context) -> bool:
    """Return whether the carrier's visible text has the article's words and none beside them but our imprint.
    When it has not, a notice names the first words that came and went.
    """
    gone, come = _changes(article, shown)
    if not gone and not come:
        return True
    _notice(gone, come, context)
    return False


def has_the_letters(article: Article, shown: str, context: Context) -> bool:
    """Return whether pages have all the article's letters and figures, in whatever order and form; else a notice.

    For a PDF: what reads its text may take words apart, and beside the story stand numbers and running heads. A
    replacement character stands for a letter that no font had.
    """
    gone = _letters("".join(printed_texts(article))) - _letters(shown)
    if gone.total() <= shown.count("\ufffd"):
        return True
    removed = " ".join(list(dict.fromkeys(_changes(article, shown)[0]))[:_SHOWN]) or "none"
    context.notice("carried-differs", removed=removed, count=gone.total())
    return False


def _letters(text: str) -> Counter[str]:
    import unicodedata

    return Counter(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def name_changes(article: Article, shown: str, context: Context) -> None:
    """Say which words came and went in a carrier that is known to have been changed."""
    _notice(*_changes(article, shown), context)


def _changes(article: Article, shown: str) -> tuple[list[str], list[str]]:
    """Return the words that are gone from what the carrier shows, and those that have come."""
    printed = _words(printed_texts(article))
    there = _words([shown])
    # Our own few words, and some of what is not printed everywhere, may be shown, cut or repeated.
    ours = _words([*_imprint(article), *_shown_by_some(article)])
    free = {*ours, *_words([plain_text(article)])} - set(printed)
    gone = Counter(printed) - Counter(there)
    come = Counter(word for word in there if word not in free) - Counter(printed) - Counter(ours)
    return [word for word in printed if word in gone], [word for word in there if word in come]


def _notice(gone: list[str], come: list[str], context: Context) -> None:
    added, removed = (" ".join(list(dict.fromkeys(words))[:_SHOWN]) or "none" for words in (come, gone))
    context.notice("carried-changed", added=added, removed=removed, count=len(gone) + len(come))


def _words(texts: Iterable[str]) -> list[str]:
    import re

    return [word for text in texts for word in re.findall(r"\w+", text)]


def _shown_by_some(article: Article) -> Iterator[str]:
    """Yield what pages show that paper does not: what a picture shows in words, markup that nothing else can say."""
    for value in walk(article.body):
        if isinstance(value, Figure):
            yield value.alt or ""
        elif isinstance(value, Foreign):
            yield plain_text(value)


def _imprint(article: Article) -> list[str]:
    head = article.head
    return [
        masthead.provider(article),
        masthead.day(article, weekday=True),
        masthead.origin(article),
        masthead.identity(article),
        *masthead.warnings(article),
        *(plain_text(rights.content) for rights in head.rights),
    ]
