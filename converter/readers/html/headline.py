"""The page's headline: what stands on it as one and what it says of itself to machines, held against each other."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.readers.html.page import Run

_HEADINGS = ("h1", "h2", "h3")
_BETWEEN = re.compile(r"\s+[|–—·•:»«/\\-]+\s+|\s*[|｜]\s*|\s+::\s+")
_ALIKE = 0.6


def find_headline(runs: Sequence[Run], titles: Sequence[str], site: str | None) -> tuple[Run | None, str | None]:
    """Return the run that is the headline, or the words of one that stands only in what machines read; mostly either.

    `titles` are the page's own statements, the surest first; `site` is its name, which is no headline.
    """
    stated = [title for title in titles if title and not _same(title, site)]
    headings = [run for run in runs if run.inside.tag in _HEADINGS and run.text and not _same(run.text, site)]
    ranked = [
        (_likeness(run.text, stated), -_HEADINGS.index(run.inside.tag), -at, run) for at, run in enumerate(headings)
    ]
    best = max(ranked, key=lambda each: each[:3], default=None)
    if best is not None and best[0] >= _ALIKE:
        return best[3], None
    for run in runs:
        if any(_same(run.text, part) for title in stated for part in (title, *_parts(title))) and run.inside.tag != "a":
            return run, None
    alone = [run for run in headings if run.inside.tag == "h1"]
    if not stated and len(alone) == 1:
        return alone[0], None
    return None, _without_site(stated[0], site, runs) if stated else None


def _likeness(text: str, titles: Sequence[str]) -> float:
    """Return how much a heading says what the titles say, 0 to 1; the first title counts most."""
    own = _words(text)
    if not own:
        return 0.0
    best = 0.0
    for at, title in enumerate(titles):
        for part in (title, *_parts(title)):
            other = _words(part)
            if other:
                share = len(own & other) / max(len(own), len(other))
                best = max(best, share - 0.01 * at)
    return best


def _words(text: str) -> set[str]:
    found = set(re.findall(r"\w+", text.casefold()))
    # Scripts without blanks between words: pairs of characters say more than one long word.
    return (
        found if len(found) > 2 else found | {text[at : at + 2] for at in range(len(text) - 1) if text[at] > "\u0e00"}
    )


def _parts(title: str) -> list[str]:
    return [part for part in _BETWEEN.split(title) if len(part) > 3]


def _same(text: str, other: str | None) -> bool:
    return other is not None and re.findall(r"\w+", text.casefold()) == re.findall(r"\w+", other.casefold()) != []


def _without_site(title: str, site: str | None, runs: Sequence[Run]) -> str:
    """Return the title without the site's name behind or before it; what the page shows of it is no site's name."""
    parts = _parts(title)
    shown = [part for part in parts if len(part) >= 15 and any(part in run.text for run in runs)]
    if len(parts) > len(shown) == 1:
        return shown[0]
    if len(parts) > 1:
        if site and _same(parts[-1], site):
            return title[: title.rindex(parts[-1])].rstrip(" |–—·•:»«/\\-")
        if site and _same(parts[0], site):
            return title[title.index(parts[0]) + len(parts[0]) :].lstrip(" |–—·•:»«/\\-")
    return title
