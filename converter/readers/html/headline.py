"""The page's headline: what stands on it as one and what it says of itself to machines, held against each other."""

from __future__ import annotations

import re

from converter.readers.html.regions import says_headline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.readers.html.page import Run

_HEADINGS = ("h1", "h2", "h3")
_BETWEEN = re.compile(
    r"\s+[|–—·•:»«/\\-]+\s+|\s*[|｜_]\s*|\s+::\s+|\s+[：:]\s*(?=[\u2e80-\u9fff\uac00-\ud7a3])"
    r"|(?<=[\u2e80-\u9fff])[-–—](?=[\u2e80-\u9fff])"
)
"""Where a title is parted from the site's name; in East Asian ones without blanks."""
_ALIKE = 0.6
_ALIKE_ALONE = 0.3
"""How much of the titles the page's only `h1` must say: machines are told other words than readers at times."""
_DENSE = "\u0e00"
_ELSEWHERE = ("comments", "related", "navigation", "sidebar", "advertisement", "subscribe", "consent", "form", "hidden")


def find_headline(runs: Sequence[Run], titles: Sequence[str], sites: Sequence[str]) -> tuple[Run | None, str | None]:
    """Return the run that is the headline, or the words of one that stands only in what machines read; mostly either.

    `titles` are the page's own statements, the surest first; `sites` are its names, which are no headline.
    """
    stated = [title for title in titles if title and not _is_site(title, sites)]
    headings = [run for run in runs if run.inside.tag in _HEADINGS and run.text and not _is_site(run.text, sites)]
    said = _said(stated)
    ranked = [
        (_likeness(run.text, said), -_HEADINGS.index(run.inside.tag), -at, run) for at, run in enumerate(headings)
    ]
    best = max(ranked, key=lambda each: each[:3], default=None)
    if best is not None and best[0] >= _ALIKE:
        return _longer_part(best[3], stated, runs) or best[3], None
    for run in runs:
        if any(_same(run.text, part) for title in stated for part in (title, *_parts(title))) and run.inside.tag != "a":
            return run, None
    alone = [run for run in headings if run.inside.tag == "h1" and run.role not in _ELSEWHERE]
    called = [run for run in alone if says_headline(run.inside.element)] or alone
    if len(called) == 1 and (not stated or _likeness(called[0].text, said) >= _ALIKE_ALONE):
        return called[0], None
    return None, _without_site(stated[0], sites, runs) if stated else None


def _longer_part(heading: Run, titles: Sequence[str], runs: Sequence[Run]) -> Run | None:
    """Return the run below with the longer part of a title whose other part the heading is: that is the site's name."""
    for title in titles if heading.role not in ("head", "story") else ():
        longest = max(_parts(title), key=len, default="")
        if _same(heading.text, title) or _same(heading.text, longest):
            return None
        if any(_same(heading.text, part) for part in _parts(title)):
            below = runs[next(at for at, run in enumerate(runs) if run is heading) :]
            return next((run for run in below if _same(run.text, longest)), None)
    return None


def _said(titles: Sequence[str]) -> list[tuple[float, set[str]]]:
    """Return the words of each title and of its parts, with what they count; the first title counts most."""
    found = [
        (0.01 * at, _words(part)) for at, title in enumerate(titles) for part in dict.fromkeys((title, *_parts(title)))
    ]
    return [(less, words) for less, words in found if words]


def _likeness(text: str, said: Sequence[tuple[float, set[str]]]) -> float:
    """Return how much a heading says what the titles say, 0 to 1."""
    own = _words(text)
    return max((len(own & words) / max(len(own), len(words)) - less for less, words in said), default=0.0)


def _words(text: str) -> set[str]:
    """Return the words; of scripts without blanks between words the pairs of characters."""
    found: set[str] = set()
    for word in re.findall(r"\w+", text.casefold()):
        if word[0] > _DENSE and len(word) > 2:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        else:
            found.add(word)
    return found


def _parts(title: str) -> list[str]:
    return [part for part in _BETWEEN.split(title) if len(part) > 3 or part[:1] > "\u2e80"]


def _same(text: str, other: str) -> bool:
    return _bare(text) == _bare(other) != ""


def _is_site(text: str, sites: Sequence[str]) -> bool:
    return any(_same(text, site) for site in sites)


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _without_site(title: str, sites: Sequence[str], runs: Sequence[Run]) -> str:
    """Return the title without the site's name behind or before it; what the page shows of it is no site's name."""
    parts = _parts(title)
    shown = [part for part in parts if len(part) >= 15 and any(part in run.text for run in runs)]
    if len(parts) > len(shown) == 1:
        return shown[0]
    if len(parts) > 1:
        last, first = parts[-1], parts[0]
        if _is_site(last, sites) or (last[0] > "\u2e80" and len(last) <= 8 < len(first)):
            return title[: title.rindex(last)].rstrip(" |｜_–—·•:：»«/\\-")
        if _is_site(first, sites):
            return title[title.index(first) + len(first) :].lstrip(" |｜_–—·•:：»«/\\-")
    return title
