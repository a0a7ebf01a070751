"""Facets: what a story is filtered by, as words of the index's column `facets`, so that a filter is part of the MATCH.

Each word begins with a letter for its kind, so that none is taken for another:

    x                               every story; also stands between two values
    d2 d20 d202 d2024 d202405 …     the date, as precise as it is, and all that it lies in
    len lengb                       the language, and the one with its region
    susable                         the status
    oassociated opress              the words of each source
    ttransport tmedtop t04000000    the words of each subject, of its vocabulary and its code
"""

from __future__ import annotations

from functools import lru_cache

from converter.archive.catalogue.words import Phrase, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EVERY = Phrase(("x",))
"""What finds every story."""

_PRECISIONS = (1, 2, 3, 4, 6, 8)
"""Digits of millennium, century, decade, year, month and day."""
FIRST_DAY, LAST_DAY = "00000101", "99991231"

SOURCE, SUBJECT, LANG, STATUS = "o", "t", "l", "s"


def words(date: str | None, lang: str | None, status: str, sources: Iterable[str], subjects: Iterable[str]) -> str:
    """Return the words of a story's facets as the index gets them."""
    found = ["x", f"{STATUS}{status}"]
    digits = day_digits(date or "")
    found += (f"d{digits[:precision]}" for precision in _PRECISIONS if precision <= len(digits))
    if lang:
        found += _languages(lang)
    for letter, values in ((SOURCE, sources), (SUBJECT, subjects)):
        for value in values:
            found += _facet(letter, value)
    return " ".join(found)


@lru_cache(maxsize=4096)
def _facet(letter: str, value: str) -> tuple[str, ...]:
    """Return the words of one source or subject: the same few stand in most stories."""
    return (*(f"{letter}{word}" for word in words_of(value)), "x")


def day_digits(date: str) -> str:
    """Return `20240514`, `202405` or `2024` of a date (ISO 8601) as printed, nothing where it has no year."""
    return date[:10].replace("-", "") if date[:1].isdigit() else ""


def _languages(tag: str) -> Iterator[str]:
    subtags = tag.lower().split("-")
    for count in range(1, len(subtags) + 1):
        yield LANG + "".join(subtags[:count])


def language(tag: str) -> str:
    """Return the word of a language tag, `en` or `en-GB`."""
    return LANG + tag.lower().replace("-", "")


def days(first: str, last: str) -> list[Phrase]:
    """Return what to look for so as to find the dates from the first to the last day, eight digits each.

    A month or year that lies whole in the range is one word, so there are a few dozen at most. A date that is less
    precise is found when all of it lies in the range.
    """
    return [Phrase((f"d{digits}",)) for digits in _cover("", first, last)]


_STEPS = {
    0: [f"{digit}" for digit in range(10)],
    1: [f"{digit}" for digit in range(10)],
    2: [f"{digit}" for digit in range(10)],
    3: [f"{digit}" for digit in range(10)],
    4: [f"{month:02d}" for month in range(1, 13)],
    6: [f"{day:02d}" for day in range(1, 32)],
}
"""Digits that a date has so far → the digits that may come next."""


def _cover(digits: str, first: str, last: str) -> Iterator[str]:
    earliest = digits + FIRST_DAY[len(digits) :]
    latest = digits + LAST_DAY[len(digits) :]
    if latest < first or earliest > last:
        return
    if digits and first <= earliest and latest <= last:
        yield digits
    elif len(digits) < 8:
        for step in _STEPS[len(digits)]:
            yield from _cover(digits + step, first, last)
