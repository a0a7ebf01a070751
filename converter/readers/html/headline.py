"""The page's headline: what stands on it as one and what it says of itself to machines, held against each other."""

from __future__ import annotations

import re

from converter.readers.html.persons import bare
from converter.readers.html.regions import says_headline
from converter.readers.html.story import length_of

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
_PROSE, _LONGEST = 160, 250
_SLUG = 3
"""Hyphens in a part of an address that is made of the headline's words, at least."""
_BEGINS = 12
"""Letters of a line with which a title begins, at least."""
_RIGHT_ABOVE, _SAYS_MORE = 12, 4
"""Lines between a heading and the first paragraph, at most; words of a heading that is more than a section's name."""
_DENSE = "\u0e00"
_ELSEWHERE = ("comments", "related", "navigation", "sidebar", "advertisement", "subscribe", "consent", "form", "hidden")


def find_headline(
    runs: Sequence[Run], titles: Sequence[str], sites: Sequence[str], address: str = ""
) -> tuple[Run | None, str | None]:
    """Return the run that is the headline, or the words of one that stands only in what machines read; mostly either.

    `titles` are the page's own statements, the surest first; `sites` are its names, which are no headline; `address`
    is the page's, whose last part repeats the headline's words on many.
    """
    stated = [title for title in titles if title and not _is_site(title, sites)]
    headings = [run for run in runs if run.inside.tag in _HEADINGS and run.text and not _is_site(run.text, sites)]
    said = _said([*stated, *_slug(address)])
    ranked = [
        (_likeness(run.text, said), -_HEADINGS.index(run.inside.tag), -at, run) for at, run in enumerate(headings)
    ]
    best = max(ranked, key=lambda each: each[:3], default=None)
    if best is not None and best[0] >= _ALIKE:
        return _longer_part(best[3], stated, runs) or best[3], None
    prose = _first_prose(runs)
    found = _in_title(runs, prose, stated)
    if found is not None:
        return found, None
    alone = [run for run in headings if run.inside.tag == "h1" and run.role not in _ELSEWHERE]
    called = [run for run in alone if says_headline(run.inside.element)] or alone
    if len(called) == 1 and (
        not stated or _likeness(called[0].text, said) >= _ALIKE_ALONE or _is_right_above(called[0], runs, prose)
    ):
        return called[0], None
    marked = [run for run in runs[:prose] if run.role not in _ELSEWHERE and len(run.text) <= _LONGEST and _marks(run)]
    if len(marked) == 1 and (not stated or not any(_shows(title, runs) for title in stated)):
        return marked[0], None
    return None, _without_site(stated[0], sites, runs) if stated else None


def _first_prose(runs: Sequence[Run]) -> int:
    """Return where the first paragraph of the story stands."""
    prose = (at for at, run in enumerate(runs) if run.role == "story" and length_of(run.text) > _PROSE)
    return next(prose, len(runs))


def _slug(address: str) -> list[str]:
    """Return the words of the last part of an address with several, as a title of the page."""
    parts = [part for part in re.split(r"[/?#]", address.partition("://")[2])[1:] if part.count("-") >= _SLUG]
    return [" ".join(word for word in re.split(r"[-_.]", max(parts, key=len)) if word.isalpha())] if parts else []


def _in_title(runs: Sequence[Run], prose: int, titles: Sequence[str]) -> Run | None:
    """Return the run above the story that is a title or a part of one; else one with which a title begins."""
    lines = [run for run in runs if run.text and run.inside.tag != "a" and run.text[0] not in "–—-"]
    for run in lines:
        if any(_same(run.text, part) for title in titles for part in (title, *parts_of(title))):
            return run
    above = {id(run) for run in runs[:prose]}
    for run in lines:
        own = bare(run.text)
        begins = len(own) >= _BEGINS and any(bare(title).startswith(own) for title in titles)
        if begins and id(run) in above and run.role not in _ELSEWHERE:
            return run
    return None


def _is_right_above(heading: Run, runs: Sequence[Run], prose: int) -> bool:
    """Return whether the heading stands right above the story and says more than a section's name."""
    at = next(at for at, run in enumerate(runs) if run is heading)
    return (
        0 < prose - at <= _RIGHT_ABOVE
        and heading.role != "navigation"
        and (
            len(heading.text.split()) >= _SAYS_MORE
            or (len(bare(heading.text)) >= _BEGINS and heading.text[:1] > _DENSE)
        )
    )


def _marks(run: Run) -> bool:
    """Return whether the run, or all that it holds, says that it is the headline."""
    pieces = [piece for piece in run.pieces if not isinstance(piece, str) or piece.strip()]
    return says_headline(run.inside.element) or (
        len(pieces) == 1 and not isinstance(pieces[0], str) and says_headline(pieces[0])
    )


def _shows(title: str, runs: Sequence[Run]) -> bool:
    return any(bare(title) in bare(run.text) for run in runs)


def _longer_part(heading: Run, titles: Sequence[str], runs: Sequence[Run]) -> Run | None:
    """Return the run below with the longer part of a title whose other part the heading is: that is the site's name."""
    for title in titles if heading.role not in ("head", "story") else ():
        longest = max(parts_of(title), key=len, default="")
        if _same(heading.text, title) or _same(heading.text, longest):
            return None
        if any(_same(heading.text, part) for part in parts_of(title)):
            below = runs[next(at for at, run in enumerate(runs) if run is heading) :]
            return next((run for run in below if _same(run.text, longest)), None)
    return None


def _said(titles: Sequence[str]) -> list[tuple[float, set[str]]]:
    """Return the words of each title and of its parts, with what they count; the first title counts most."""
    found = [
        (0.01 * at, _words(part))
        for at, title in enumerate(titles)
        for part in dict.fromkeys((title, *parts_of(title)))
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


def parts_of(title: str) -> list[str]:
    """Return the parts of a title: the headline, perhaps a section, the site's name."""
    return [part for part in _BETWEEN.split(title) if len(part) > 3 or part[:1] > "\u2e80"]


def _same(text: str, other: str) -> bool:
    return bare(text) == bare(other) != ""


def _is_site(text: str, sites: Sequence[str]) -> bool:
    return any(_same(text, site) for site in sites)


def _without_site(title: str, sites: Sequence[str], runs: Sequence[Run]) -> str:
    """Return the title without the site's name behind or before it; what the page shows of it is no site's name."""
    parts = parts_of(title)
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
