"""Phrases, each with the number of its rule; those of one beginning are one text until a line begins so.

Six thousand phrases as a dictionary cost a cold command 3 ms, and a story's lines begin in some twenty ways.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_LAST_LATIN = "\u024f"


def beginning_of(phrase: str) -> str:
    """Return what phrases are kept together by: two Latin letters, or the block of 256 that the first character is in.

    Of the scripts beyond Latin there are many letters and few phrases.
    """
    return phrase[:2] if phrase[:1] <= _LAST_LATIN else chr(ord(phrase[0]) & ~0xFF)


class Phrases:
    """Phrase → number, for the phrases of a generated module and a caller's own, which come first."""

    __slots__ = ("_beginnings", "_closed", "_own", "_phrases", "get")

    def __init__(self, closed: Mapping[str, str], own: Mapping[str, int]) -> None:
        """`closed`: what `closed_from` made; `own`: phrase → number."""
        self._closed = dict(closed)
        self._own = own
        self._phrases = dict(own)
        self._beginnings = {*closed, *map(beginning_of, own)}
        self.get: Callable[[str], int | None] = self._open_and_get
        """Phrase → its number, or None."""

    def may_begin(self, line: str) -> bool:
        """Return whether one of the phrases may stand at the beginning of the line."""
        return beginning_of(line) in self._beginnings

    def open(self) -> None:
        """Open all of them, for a process that asks for many lines."""
        for beginning in tuple(self._closed):
            self._open(beginning)
        self.get = self._phrases.get

    def _open_and_get(self, phrase: str) -> int | None:
        beginning = beginning_of(phrase)
        if beginning in self._closed:
            self._open(beginning)
        return self._phrases.get(phrase)

    def _open(self, beginning: str) -> None:
        # Closed until its phrases are there, all at once: other threads ask too.
        self._phrases.update({**dict(opened(self._closed.get(beginning, ""))), **self._own})
        self._closed.pop(beginning, None)


class Beginnings:
    """The phrases that a line may begin with, by their first characters, each with the number of its rule."""

    LENGTH = 4

    __slots__ = ("_closed", "_opened", "_own")

    def __init__(self, closed: Mapping[str, str], own: Iterable[tuple[str, int]]) -> None:
        """`closed`: what `closed_from` made by `beginning_of`; `own`: phrases with their numbers."""
        self._closed = closed
        self._own = tuple(own)
        self._opened: dict[str, list[tuple[str, int]]] = {}

    @classmethod
    def beginning_of(cls, line: str) -> str:
        """Return the characters by which phrases are found."""
        return line[: cls.LENGTH]

    def of(self, line: str) -> list[tuple[str, int]]:
        """Return the phrases that have the line's first characters, a caller's own first."""
        beginning = self.beginning_of(line)
        found = self._opened.get(beginning)
        if found is None:
            found = [each for each in self._own if each[0].startswith(beginning)]
            found += opened(self._closed.get(beginning, ""))
            self._opened[beginning] = found
        return found


def closed_from(phrases: Mapping[str, int], key: Callable[[str], str] = beginning_of) -> dict[str, str]:
    """Return phrases with numbers as texts by their beginnings: `phrase TAB number`, a line each."""
    closed: dict[str, list[str]] = {}
    for phrase, number in phrases.items():
        closed.setdefault(key(phrase), []).append(f"{phrase}\t{number}")
    return {beginning: "\n".join(rows) for beginning, rows in closed.items()}


def opened(closed: str) -> Iterable[tuple[str, int]]:
    """Yield the phrases and numbers of such a text."""
    for row in closed.split("\n"):
        phrase, tab, number = row.partition("\t")
        if tab:
            yield phrase, int(number)
