"""Likeness: whether a story without an identity of its own may be a revision of one that the archive has.

Likeness never merges two stories, it only says so: a merge on likeness would
lose one of them silently. Who the candidates are, the catalogue knows.
"""

from __future__ import annotations

from converter.archive.story import find_story
from converter.core.errors import ConverterError
from converter.model.words import paragraphs_in, plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from converter.archive.store import Store
    from converter.model.article import Article

    Candidates: TypeAlias = Callable[[str, str, tuple[str, ...]], Iterable[str]]
    """(title, path, phrases) → the ids of stories with that title, of that path, or with one of the phrases."""

LEAST = 0.8
"""The part of its five-word shingles that a story must share (`archive.md`, section 6)."""
_LENGTH = 5
_PHRASES = 3
"""Of a story that shares 0.8 of its shingles, three leave out 1 in 125."""


def shingles(article: Article) -> frozenset[tuple[str, ...]]:
    """Return each run of five words of the story's paragraphs, in lower case; a shorter story is one."""
    words = [word for each in paragraphs_in(article.body) for word in plain_text(each).lower().split()]
    if not words:
        return frozenset()
    return frozenset(tuple(words[at : at + _LENGTH]) for at in range(max(1, len(words) - _LENGTH + 1)))


def phrases(article: Article) -> tuple[str, ...]:
    """Return three runs of five words to search for: from the middle, from a quarter and from three quarters."""
    words = [word for each in paragraphs_in(article.body) for word in plain_text(each).split()]
    starts = (max(0, len(words) * part // 4 - _LENGTH // 2) for part in (2, 1, 3)[:_PHRASES])
    found = (" ".join(words[at : at + _LENGTH]) for at in starts)
    return tuple(dict.fromkeys(each for each in found if each))


def title(article: Article) -> str:
    """Return the words of the main headline, or nothing."""
    headline = article.head.headline()
    return " ".join(plain_text(headline.content).split()) if headline else ""


def likeness(one: Article, other: Article) -> float:
    """Return the part of the shingles of the shorter story that the other has too, 0 to 1."""
    left, right = shingles(one), shingles(other)
    least = min(len(left), len(right))
    return len(left & right) / least if least else 0.0


def alike(article: Article, path: str, store: Store, candidates: Candidates) -> tuple[str, str] | None:
    """Return the story that the article may be a revision of, with the reason in words; the most alike, or None."""
    best: tuple[float, str, str] | None = None
    for id in sorted(set(candidates(title(article), path, phrases(article)))):
        if id == article.guid:
            continue
        try:
            known = find_story(store, id)
            if known is None:
                continue
            share = likeness(article, known.article)
        except ConverterError:  # Purged or damaged: that is no matter of this story's.
            continue
        reason = ""
        if path and path in [event.fact("path") for event in known.ingestions]:
            reason = f"both are {path}"
        elif title(article) and title(article).casefold() == title(known.article).casefold():
            reason = "both have the same headline"
        elif share >= LEAST:
            reason = f"{share:.0%} of its phrases stand there too"
        if reason and (best is None or share > best[0]):
            best = share, id, reason
    return (best[1], best[2]) if best else None
