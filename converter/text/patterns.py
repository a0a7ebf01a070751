"""Regular expressions that are compiled when they are first asked.

The reader has some forty; a story of the usual kind asks five. Compiling all
of them at import would cost a cold command 12 ms.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Pattern:
    """A regular expression; asks `re` for the compiled form at its first use."""

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """Return the compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match at or after `start`, or None."""
        return self.compiled.search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `start`, or None."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole text, or None."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches that do not overlap, in order."""
        return self.compiled.finditer(text)


class HintedPattern:
    """A regular expression for whole lines, with hints: texts of which a line that matches holds one.

    Both must hold; which is asked first decides only what it costs. A cold process looks for the hints, so that it
    compiles few expressions. Once compiled, one that begins with known words fails at once on most lines, sooner
    than all hints are looked for; `hints_first` is for one that may begin with any
    (`docs/decisions/0099-compiled-rules-are-asked-at-once.md`).
    """

    __slots__ = ("_compiled", "_reach", "hints", "hints_first", "sources")

    def __init__(
        self,
        sources: tuple[str, ...],
        hints: tuple[str, ...],
        *,
        hints_first: bool,
        reach: int | None = None,
    ) -> None:
        """`sources`: any of them may match. A hint stands anywhere; with `reach` near the beginning, in any case.

        Among several, in `HintedPatterns`, one whose hints are asked first has no reach.
        """
        self.sources = sources
        self.hints = hints
        self.hints_first = hints_first and bool(hints)
        self._reach = reach
        self._compiled: re.Pattern[str] | None = None

    def compile(self) -> re.Pattern[str]:
        """Return the compiled expression, from now on without looking for hints before."""
        if self._compiled is None:
            self._compiled = re.compile(joined(self.sources))
        return self._compiled

    def matches(self, line: str, around: str | None = None) -> bool:
        """Return whether the whole line matches; the hints may stand in `around` too, the line with its decoration."""
        expression = self._compiled
        if expression is None or self.hints_first:
            return self._is_hinted(around or line) and self.compile().fullmatch(line) is not None
        return expression.fullmatch(line) is not None and self._is_hinted(around or line)

    def _is_hinted(self, line: str) -> bool:
        if not self.hints:
            return True
        near = line if self._reach is None else line[: self._reach].lower()
        return any(map(near.__contains__, self.hints))


class HintedPatterns:
    """Several of them, of which the first that matches counts.

    Once compiled, a single expression says of most lines that they match none whose hints are not asked first.
    """

    __slots__ = ("_ascii_hints", "_at_once", "_first_hints", "_hinted_first", "_patterns")

    def __init__(self, patterns: Sequence[HintedPattern]) -> None:
        self._patterns = patterns
        self._hinted_first = [at for at, each in enumerate(patterns) if each.hints_first]
        self._first_hints = tuple(hint for at in self._hinted_first for hint in patterns[at].hints)
        self._ascii_hints = tuple(filter(str.isascii, self._first_hints))
        self._at_once: re.Pattern[str] | None = None

    def compile(self) -> None:
        """Compile all of them, for a process that asks them of many lines."""
        for each in self._patterns:
            each.compile()
        self._at_once = re.compile(
            joined(source for each in self._patterns if not each.hints_first for source in each.sources)
        )

    def likely(self, line: str, around: str | None = None) -> Sequence[int]:
        """Return the numbers of those that may match the whole line; `around` as in `HintedPattern.matches`."""
        if self._at_once is None or self._at_once.fullmatch(line):
            return range(len(self._patterns))
        around = around or line
        hints = self._ascii_hints if around.isascii() else self._first_hints
        return self._hinted_first if any(map(around.__contains__, hints)) else ()


def joined(sources: Iterable[str]) -> str:
    """Return the expression that matches what any of these matches."""
    return "|".join(f"(?:{source})" for source in sources)
