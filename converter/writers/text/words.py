"""Inlines as plain text."""

from __future__ import annotations

from typing import assert_never

from converter import model
from converter.model.words import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.model.inline import Inline, Inlines

# Without them 10³ would read 103: the one place where plain text has the marks as characters.
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


class Words:
    """Sets inlines as text, and counts what plain text cannot hold."""

    def __init__(self, *, links: bool) -> None:
        self._links = links
        self.folded = 0
        """Raised and lowered words that stand on the line."""
        self.unlinked = 0
        """Links whose target is not printed."""

    def line(self, content: Inlines) -> str:
        """Return the words on one line: a line break or end inside them is a space."""
        return self.lines(content).replace("\n", " ")

    def lines(self, content: Inlines) -> str:
        """Return the words; only a `LineBreak` is a line feed, an end of line in the text itself is a space."""
        return "".join(self._inline(item).replace("\r", " ") for item in self._unbroken(content))

    def verbatim(self, content: Inlines) -> str:
        """Return the words with their white space and line ends."""
        return "".join(map(self._inline, content))

    def _unbroken(self, content: Iterable[Inline]) -> Iterable[Inline]:
        return (item.replace("\n", " ") if isinstance(item, str) else item for item in content)

    def _inline(self, item: Inline) -> str:
        match item:
            case str():
                return item
            case model.LineBreak():
                return "\n"
            case model.Char():
                return "\N{REPLACEMENT CHARACTER}"
            case model.Superscript():
                return self._shifted(item.content, _RAISED)
            case model.Subscript():
                return self._shifted(item.content, _LOWERED)
            case model.Link():
                words = self.lines(item.content)
                address = item.href.strip()
                if self._links and address not in ("", words) and address[0] != "#":
                    return f"{words} <{address}>"
                self.unlinked += not self._links
                return words
            case model.Ref():
                return mark(item)
            case model.Ruby():
                return f"{self.lines(item.content)} ({self.lines(item.reading)})"
            case model.Quotation():
                return self.lines(item.content)  # Its marks are in the text.
            case (
                model.Emphasis()
                | model.Strong()
                | model.Underline()
                | model.Strike()
                | model.Code()
                | model.Mention()
                | model.Time()
                | model.Abbreviation()
                | model.Span()
            ):
                return self.lines(item.content)
            case _:
                assert_never(item)

    def _shifted(self, content: Inlines, characters: dict[int, int]) -> str:
        words = self.lines(content)
        if all(ord(character) in characters for character in words):
            return words.translate(characters)
        self.folded += 1
        return words


def mark(ref: model.Ref) -> str:
    """Return how a pointer to a note is printed: `[1]`; a sign such as `*` as it is."""
    words = " ".join(plain_text(ref.content).split())
    return f"[{words}]" if words.isalnum() else words
