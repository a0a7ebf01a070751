"""The imprint: what an output prints around the story, made from the article and from nothing else.

Masthead, warnings, the names in a byline, the source line: every printed
format says the same. Words of our own are English, whatever the article's
language; a writer marks them so.
"""

from __future__ import annotations

import re

from converter.model.block import Furniture
from converter.model.words import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.article import Article, Status

_STATUS: dict[Status, str] = {"canceled": "Canceled: not for publication", "withheld": "Withheld: not for publication"}
_BEFORE_NAME = r"(?i:by|von|par|por|di|door|av|af)\s+([^,;(]+?)(?=\s+(?:in|at)\s|[,;(]|\s*$)"


def provider(article: Article) -> str:
    """Return the provider's name, or an empty text."""
    parties = article.head.parties_in("provider")
    return parties[0].name if parties else ""


def day(article: Article, *, weekday: bool = False) -> str:
    """Return the day of the story in words of its language, or an empty text.

    It is the day of publication, else of the last change, else of creation.
    """
    for kind in ("published", "modified", "created"):
        date = article.head.date(kind)
        if date is not None and date.value:
            from converter.render.dates import print_date

            return print_date(date.value, article.lang, weekday=weekday)
    return ""


def running_title(article: Article) -> str:
    """Return what a page after the first is headed with: the short headline, else the main one, else nothing.

    The label of an article without headline is never printed.
    """
    for kind in ("short", "main"):
        headline = article.head.headline(kind)
        if headline is not None and (words := plain_text(headline.content).split()):
            return " ".join(words)
    return ""


def identity(article: Article) -> str:
    """Return the guid and the version as a footer says them, or an empty text."""
    return f"{article.guid} · version {article.version}" if article.guid else ""


_HELD = "not for publication"
_SAID = {words.casefold(): status for status, words in _STATUS.items()}


def status_in(words: str) -> Status | None:
    """Return the status that a line says as we print it, whatever signs stand around it, or None."""
    return _SAID.get(words.strip(" \t\xa0[]*_").casefold()) if _HELD in words else None


def warnings(article: Article) -> list[str]:
    """Return, in English, what must be said before the story: that it is killed or withheld, and an embargo."""
    said = [_STATUS[article.status]] if article.status in _STATUS else []
    embargo = article.head.date("embargoed")
    if embargo is not None:
        said.append(f"Embargoed until {_moment(embargo.value)}" if embargo.value else "Embargoed until further notice")
    return said


def _moment(value: str) -> str:
    """Return a date and time in English, to the minute where the seconds are none: `22 May 2024, 18:00 UTC`."""
    from converter.render.dates import print_date

    date, _, time = value.partition("T")
    said = re.match(r"(\d\d:\d\d)(?::00)?(:[\d.]+)?(.*)", time)
    if said is None:
        return print_date(date, "en")
    clock, seconds, offset = said[1], said[2] or "", said[3]
    zone = "UTC" if offset == "Z" else f"UTC{offset}" if offset else ""
    return f"{print_date(date, 'en')}, {clock}{seconds} {zone}".rstrip()


def is_english(article: Article) -> bool:
    """Return whether our own words are in the article's language."""
    return (article.lang or "").partition("-")[0].lower() == "en"


def name_spans(article: Article, words: str) -> list[tuple[int, int]]:
    """Return where the names stand in the words of a byline, in order.

    They are the creators and contributors that it prints, else what follows
    “By” up to a comma or a place.
    """
    names = [party.name for party in article.head.parties if party.role in ("creator", "contributor") and party.name]
    found = sorted({(at, at + len(name)) for name in names if (at := words.find(name)) >= 0})
    if found:
        return [span for span, after in zip(found, [*found[1:], (len(words), 0)], strict=True) if span[1] <= after[0]]
    named = re.match(_BEFORE_NAME, words)
    return [named.span(1)] if named else []


def origin(article: Article) -> str:
    """Return, in English, where the story came from and what its source lacked; empty when nothing is known."""
    sentences = []
    if article.guid is not None and article.guid.startswith(("http://", "https://")):
        sentences.append(f"Source: {article.guid.partition('://')[2]}.")
    elif article.provenance.name:
        sentences.append(f"From {article.provenance.name}.")
    if lacked := _lacked(article):
        sentences.append(f"No {', '.join(lacked[:-1]) + ' or ' if len(lacked) > 1 else ''}{lacked[-1]} in the source.")
    return " ".join(sentences)


def _lacked(article: Article) -> list[str]:
    head = article.head
    there = {
        "headline": head.headline() is not None,
        "author": bool(head.bylines or head.parties_in("creator")),
        "date": any(date.value for date in head.dates) or _says_date(article),
    }
    return [what for what, is_there in there.items() if not is_there]


_DATE_IN_FIGURES = r"(?<!\d)\d{1,4}([./-])\d{1,2}\1\d{2,4}(?!\d)"


def _says_date(article: Article) -> bool:
    """Return whether the dateline has a date, or a line of the page that was set aside."""
    dateline = article.head.dateline
    return (dateline is not None and dateline.date is not None) or any(
        isinstance(block, Furniture) and (block.rule == "page-data-date" or _has_date_in_figures(plain_text(block)))
        for block in article.body
    )


def _has_date_in_figures(text: str) -> bool:
    return any(map(str.isdigit, text)) and re.search(_DATE_IN_FIGURES, text) is not None
