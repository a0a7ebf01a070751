"""What is printed: the words of an article that every edition of it shows, in reading order."""

from __future__ import annotations

from converter.core.values import assert_never
from converter.model.block import (
    Figure,
    Foreign,
    Furniture,
    Heading,
    List,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Table,
    ThematicBreak,
)
from converter.model.traversal import walk
from converter.model.words import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.model.article import Article
    from converter.model.block import Block, Blocks
    from converter.model.inline import Inlines


def printed_texts(article: Article) -> Iterator[str]:
    """Yield the text of each block that is printed: the head's lines, abstract and body without furniture."""
    head = article.head
    for headline in head.headlines:
        if headline.kind in ("main", "sub", "kicker"):  # Others are for a page's head or a list of stories.
            yield plain_text(headline)
    for byline in head.bylines:
        yield plain_text(byline)
    if head.dateline:
        yield plain_text(head.dateline)
    if head.abstract:
        yield from block_texts(head.abstract.blocks)
    yield from block_texts(article.body)


def is_printed(article: Article) -> bool:
    """Return whether there is a word or a picture that is printed."""
    if any(text.strip() for text in printed_texts(article)):
        return True
    shown = (value for block in article.body if not isinstance(block, Furniture) for value in walk(block))
    return any(isinstance(value, Figure) and value.media for value in shown)


def opening_paragraph(body: Blocks) -> int | None:
    """Return the index of the paragraph that the dateline runs into: the story's first.

    Pictures and notes may stand above it. None where the story opens with anything else.
    """
    at = next((at for at, block in enumerate(body) if not isinstance(block, Figure | Note | Furniture | Foreign)), None)
    return at if at is not None and isinstance(body[at], Paragraph) else None


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of each block that is printed, of a table's cells one by one."""
    for block in blocks:
        match block:
            case Paragraph() | Heading() | Preformatted():
                if block.content:
                    yield plain_text(block.content)
            case Quote():
                yield from block_texts(block.blocks)
                if block.attribution:
                    yield plain_text(block.attribution)
            case List():
                for item in block.items:
                    yield from block_texts(item.blocks)
            case Table():
                if block.caption:
                    yield plain_text(block.caption)
                for row in (*block.head, *block.body, *block.foot):
                    for cell in row.cells:
                        yield from block_texts(cell.blocks)
            case Figure():
                for words in (block.caption, block.credit):
                    if words:
                        yield plain_text(words)
            case Note():
                yield from block_texts(block.blocks)
            case Furniture() | Foreign() | ThematicBreak():
                pass  # A break is drawn, whatever mark was typed for it; foreign markup is for machines.
            case _:
                assert_never(block)


_WIDE_BLANKS = frozenset("\xa0\u2002\u2003\u3000")


def indents_itself(content: Inlines) -> bool:
    """Return whether words open with a wide blank: the indent of the text, beside which none of the style belongs."""
    return bool(content) and isinstance(content[0], str) and content[0][:1] in _WIDE_BLANKS
