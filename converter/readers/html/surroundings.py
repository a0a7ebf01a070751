"""Surroundings: the lines of a page above its headline, between it and the story, and behind the story.

There a page says to readers who wrote the story, and when.
"""

from __future__ import annotations

from converter.core.values import Value
from converter.readers.html.story import length_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converter.readers.html.page import Run

_PROSE = 160
"""Letters of a first paragraph: lines above the story may have the role of it too."""


class Surroundings(Value):
    """Where headline and story stand among the runs of a page."""

    runs: Sequence[Run]
    headline: Run | None
    start: int
    """Of what stands below the headline; 0 without one."""
    first: int
    """The first paragraph of prose, or the end of the page."""
    last: int
    """The last run of the story."""

    @property
    def above(self) -> Iterator[Run]:
        """The runs above the headline, the nearest first."""
        return reversed(self.runs[: max(0, self.start - 1)])

    @property
    def between(self) -> Sequence[Run]:
        """The runs between the headline and the first paragraph."""
        return self.runs[self.start : self.first]

    @property
    def story(self) -> Sequence[Run]:
        """The runs from the first paragraph to the last of the story."""
        return self.runs[self.first : self.last + 1]

    @property
    def behind(self) -> Iterator[Run]:
        """The runs behind the story, up to the comments."""
        for run in self.runs[self.last + 1 :]:
            if run.role == "comments":
                return
            yield run


def surroundings(runs: Sequence[Run], headline: Run | None) -> Surroundings:
    """Return where the headline and the story stand."""
    start = next((at + 1 for at, run in enumerate(runs) if run is headline), 0)
    prose = (at for at in range(start, len(runs)) if runs[at].role == "story" and length_of(runs[at].text) > _PROSE)
    first = next(prose, len(runs))
    last = next((at for at in range(len(runs) - 1, first, -1) if runs[at].role == "story"), first)
    return Surroundings(runs, headline, start, first, last)
