"""The dates that the lines of a page say: `Published 14 March 2025`, `14.03.2025, 17:42 Uhr` under the byline.

Between the headline and the story a line with a date is the story's own.
Above the headline a page says what day it is, and below the story lists and
comments have dates: there a line counts only where it says `published` or
`updated` itself. Lines that say several days say none.
"""

from __future__ import annotations

from converter.model.head import Date
from converter.text.patterns import Pattern
from converter.text.surroundings import is_page_text, is_prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.text.label import Role

_RULES = ("page-data-date", "page-facts")
"""The rules of furniture that know lines with dates."""
_MOST_LINES = 16
_MOST_DECKS, _LONGEST_DECK, _LINES_OF_DATA = 2, 320, 3
_STATE = Pattern(r"\bStand\b")
_PUBLISHED = Pattern(
    r"(?i:publi|pubbli|veröffentlicht|erschienen|julkaistu|opublik|objav|közzétéve|yayın|"
    r"δημοσ|опубл|发布|發布|發佈|公開|등록|입력|نشر|פורסם|diterbitkan|đăng)"
)


def page_dates(roles: list[Role], lang: str | None) -> tuple[Date, ...]:
    """Return when the story was published and when it was changed last, to the day, where the lines say one day of it.

    A clock without its zone says no point in time, so that it stays in its line.
    """
    if not any(map(_may_say, roles)):
        return ()
    start = next((at for at, role in enumerate(roles) if role.kind in ("headline", "byline")), len(roles))
    end = _end_of_head(roles, start)
    found = set(_found(roles[start : min(end, start + _MOST_LINES)], lang or ""))
    if not found and not is_page_text(roles):
        found = {(kind, day) for kind, day in _found(roles, lang or "") if kind != "shown"}
    published = _one(found, "published") or ("" if _days(found, "published") else _one(found, "shown"))
    modified = _one(found, "modified")
    if published and modified and modified < published:
        return ()
    dates = []
    if published:
        dates.append(Date("published", published, inferred="date-line"))
    if modified:
        dates.append(Date("modified", modified, inferred="date-line"))
    return tuple(dates)


def _may_say(role: Role) -> bool:
    return role.rule in _RULES or (role.kind == "byline" and any(map(str.isdigit, role.text)))


def _end_of_head(roles: list[Role], start: int) -> int:
    """Return where the story begins below the headline: decks of whole sentences may stand above byline and date."""
    decks = 0
    for at in range(start, len(roles)):
        if not _is_story(roles[at]):
            continue
        is_deck = decks < _MOST_DECKS and len(roles[at].text) <= _LONGEST_DECK and _is_above_data(roles, at)
        if not is_deck or any(map(_may_say, roles[start:at])):
            return at
        decks += 1
    return len(roles)


def _is_above_data(roles: list[Role], at: int) -> bool:
    """Return whether byline and date stand below a line, before the next one of prose."""
    below = roles[at + 1 : at + 1 + _LINES_OF_DATA]
    story = next((over for over, role in enumerate(below) if _is_story(role)), len(below))
    return any(map(_may_say, below[:story]))


def _is_story(role: Role) -> bool:
    return role.kind == "paragraph" and is_prose(role.text)


def _found(roles: Iterable[Role], lang: str) -> Iterator[tuple[str, str]]:
    """Yield `published`, `modified` or `shown`, and the day, for each date in lines that are there for one."""
    from converter.text.dates.moments import find_dates

    for role in roles:
        if not _may_say(role):
            continue
        is_published = _PUBLISHED.search(role.text) is not None
        is_state = _STATE.search(role.text) is not None
        for day, is_change in find_dates(role.text, lang):
            yield "modified" if is_change or is_state else "published" if is_published else "shown", day


def _days(found: set[tuple[str, str]], kind: str) -> set[str]:
    return {day for each, day in found if each == kind}


def _one(found: set[tuple[str, str]], kind: str) -> str:
    """Return the day of the kind where there is one and no other, else an empty string."""
    days = _days(found, kind)
    return days.pop() if len(days) == 1 else ""
