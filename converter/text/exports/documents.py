"""Documents: where those of one file part, of which each is a story by itself."""

from __future__ import annotations

from converter.text.exports import archives, factiva, nexis, proquest, record_of
from converter.text.exports.fields import is_empty
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SURE = 2
"""So many of the parts are known for documents of a database; then the others are too."""
_MOST_LINES_BEHIND = 3
_MOST_PARTS_ABOVE = 3
_BEHIND = Pattern(r"Search Summary|Contact ProQuest|Bibliography|Citation style.*|-{2,} ?End of Request ?-{2,}")


def starts_of(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines where the documents begin, the first of them 0; just that for a single one."""
    for is_first in (nexis.is_number, proquest.is_line):
        starts = _joined(lines, [at for at, line in enumerate(lines) if is_first(line)])
        if len(starts) > 1:
            return starts
    for is_last in (nexis.is_end, factiva.is_end):
        starts = _joined(lines, [at + 1 for at, line in enumerate(lines) if is_last(line)])
        if len(starts) > 1:
            return starts
    for is_last, goes_on in (
        (nexis.is_loaded, nexis.is_field),
        (archives.is_french_end, archives.is_french),
        (archives.is_german_end, archives.is_german),
    ):
        starts = _joined(lines, list(_behind(lines, is_last, goes_on)), all_sure=True)
        if len(starts) > 1:
            return starts
    return [0]


def count_documents(lines: Sequence[str]) -> int:
    """Return how many documents there are, even where nobody can tell where they part."""
    signs = (
        nexis.is_counted,
        factiva.is_counted,
        factiva.is_end,
        proquest.is_numbered,
        archives.is_french_end,
        archives.is_german_end,
    )
    return max(len(starts_of(lines)), *(sum(map(sign, lines)) for sign in signs))


def _behind(lines: Sequence[str], is_last: Callable[[str], bool], goes_on: Callable[[str], bool]) -> Iterator[int]:
    """Yield the lines behind which nothing more is said of a document: they begin the next one."""
    is_behind = False
    for at, line in enumerate(lines):
        if is_last(line):
            is_behind = True
        elif is_behind and not goes_on(line):
            is_behind = False
            yield at


def _joined(lines: Sequence[str], cuts: list[int], *, all_sure: bool = False) -> list[int]:
    """Return where the parts begin that stories are: what stands above the first or behind the last goes with it."""
    last = next((at for at in range(len(lines) - 1, -1, -1) if not is_empty(lines[at])), 0)
    starts = [at for at in dict.fromkeys((0, *cuts)) if at <= last]
    if len(starts) < _SURE:
        return starts

    def part(at: int) -> list[str]:
        return list(lines[starts[at] : starts[at + 1] if at + 1 < len(starts) else len(lines)])

    for _ in range(_MOST_PARTS_ABOVE):
        if len(starts) > 1 and record_of(part(0)) is None:
            del starts[1]
    while len(starts) > 1 and _is_behind(part(len(starts) - 1)):
        del starts[-1]
    sure = 0
    for at in range(len(starts)):
        if record_of(part(at)) is not None:
            sure += 1
            if sure == _SURE and not all_sure:
                return starts
        elif all_sure:
            return starts[:1]
    return starts if sure >= _SURE else starts[:1]


def _is_behind(part: list[str]) -> bool:
    """Return whether the last part is no story but what the database prints behind all of them."""
    filled = [line.strip() for line in part if not is_empty(line) and not proquest.is_line(line)]
    return (
        not filled
        or _BEHIND.fullmatch(filled[0]) is not None
        or (len(filled) <= _MOST_LINES_BEHIND and record_of(part) is None)
    )
