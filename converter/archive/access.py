"""Access: whether a story may leave the archive without being asked for by its state.

The one place that decides it; `get`, search and export ask here. A story that
is withdrawn or under embargo leaves only when the caller says so, and then
with a notice.
"""

from __future__ import annotations

from converter.core.errors import ArchiveError, UsageError
from converter.core.notices import Notice, notice
from converter.core.spelling import Spelt
from converter.core.values import Value
from converter.formats.item_times import is_time
from converter.newsformats.life import is_withdrawn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from typing import Literal

    from converter.model.article import Article


class Restriction(Value):
    """One reason why a story may not leave."""

    kind: Literal["withdrawn", "embargoed"]
    what: str
    """The status, or the time of the embargo as the story has it, else `further notice`."""

    @property
    def words(self) -> str:
        """Return the reason in words."""
        return f"is withdrawn ({self.what})" if self.kind == "withdrawn" else f"is embargoed until {self.what}"


def restrictions(status: str, embargoes: Iterable[str | None], now: str) -> tuple[Restriction, ...]:
    """Return why a story of this status and these embargo dates may not leave now (a date-time with a zone).

    A date that says less than a moment holds to the last moment that it can
    mean, anywhere on Earth; one without its year, or none, holds until
    somebody changes it.
    """
    found = [] if status == "usable" else [Restriction("withdrawn", status)]
    for embargo in embargoes:
        until = None if embargo is None else last_moment(embargo)
        if until is None or _moment(now) < until:
            found.append(Restriction("embargoed", embargo or "further notice"))
    return tuple(found)


def of_article(article: Article, now: str) -> tuple[Restriction, ...]:
    """Return why the article may not leave now."""
    embargoes = [date.value for date in article.head.dates if date.kind == "embargoed"]
    return restrictions(status_of(article), embargoes, now)


def status_of(article: Article) -> str:
    """Return the article's status; one whose present revision withdraws it is canceled, whatever it says."""
    return "canceled" if is_withdrawn(article) else article.status


def require_free(
    id: str, found: Sequence[Restriction], *, withdrawn: bool = False, embargoed: bool = False
) -> tuple[Notice, ...]:
    """Return the notices with which the story may leave.

    Raises ArchiveError unless the caller has asked for its state: `withdrawn`
    and `embargoed` say so.
    """
    for each in found:
        if not (withdrawn if each.kind == "withdrawn" else embargoed):
            raise ArchiveError(
                each.words, where=id, hint=Spelt(f"{each.kind}=True", f"--{each.kind}") + " gives it nevertheless"
            )
    return tuple(
        notice("story-withdrawn", status=each.what)
        if each.kind == "withdrawn"
        else notice("story-embargoed", until=each.what)
        for each in found
    )


def last_moment(date: str) -> datetime | None:
    """Return the last moment that a date of the model can mean; None for one without its year, or that never comes."""
    from datetime import datetime, timedelta, timezone

    if date.startswith("--"):
        return None
    last_zone = timezone(timedelta(hours=-12))
    day, mark, time = date.partition("T")
    year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
    try:
        if mark:
            moment = datetime.fromisoformat(f"{day}T{_six_digits(time)}")
            return moment if moment.tzinfo else moment.replace(tzinfo=last_zone)
        if not month:
            return datetime(year + 1, 1, 1, tzinfo=last_zone)
        if not number:
            return datetime(year + month // 12, month % 12 + 1, 1, tzinfo=last_zone)
        return datetime(year, month, number, tzinfo=last_zone) + timedelta(days=1)
    except (ValueError, OverflowError):  # After the year 9999.
        return None


def _six_digits(time: str) -> str:
    """Return a time whose fraction has as many digits as Python reads."""
    whole, point, rest = time.partition(".")
    if not point:
        return time
    digits = rest[: len(rest) - len(rest.lstrip("0123456789"))]
    return f"{whole}.{digits[:6]:0<6}{rest[len(digits) :]}"


def _moment(now: str) -> datetime:
    moment = last_moment(now) if is_time(now) else None
    if moment is None:
        raise UsageError(f"{now!r} is no moment", hint="such as 2026-11-25T13:00:00Z")
    return moment


def is_before(one: str, other: str) -> bool:
    """Return whether one moment, a date-time with a zone, is before the other."""
    return _moment(one) < _moment(other)
