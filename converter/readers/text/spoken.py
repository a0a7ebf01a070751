"""Quotations in their paragraphs."""

from __future__ import annotations

from converter.article import inlines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.article import Inlines


class QuotedText:
    def __init__(self, contents: dict[str, Inlines]) -> None:
        self._contents = contents

    def take(self, text: str) -> Inlines:
        return self._contents.get(text) or inlines(text)


def with_quotations(paragraphs: list[str], lang: str | None) -> QuotedText:
    return QuotedText({})
