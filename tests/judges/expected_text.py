"""What a reader of a PDF must get, told from the article alone: this knows nothing of the writer."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from converter.model.article import Article
from converter.model.block import (
    Block,
    Blocks,
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
from converter.model.words import plain_text


def story_lines(article: Article) -> list[str]:
    """Return the words that must be printed, a block a line, in reading order; notes are left out, as they may move."""
    head = article.head
    lines = [plain_text(line) for kind in ("kicker", "main", "sub") for line in head.headlines if line.kind == kind]
    lines += block_lines(head.abstract.blocks if head.abstract else ())
    lines += [plain_text(byline) for byline in head.bylines]
    body = article.body
    if head.dateline:
        dateline = plain_text(head.dateline.content)
        # It runs into the paragraph that opens the story, pictures and notes above it or not; else it stands alone.
        beside = (Figure, Note, Furniture, Foreign)
        at, opening = next(((at, block) for at, block in enumerate(body) if not isinstance(block, beside)), (0, None))
        if isinstance(opening, Paragraph):
            lines += [*block_lines(body[:at]), f"{dateline} {plain_text(opening.content)}"]
            body = body[at + 1 :]
        else:
            lines.append(dateline)
    lines += block_lines(body)
    return [squeezed for line in lines if (squeezed := squeeze(line))]


def note_lines(article: Article) -> list[str]:
    """Return the words of the notes, wherever they are printed."""
    notes = (block for block in article.body if isinstance(block, Note))
    return [squeeze(line) for note in notes for line in block_lines(note.blocks)]


def squeeze(text: str) -> str:
    """Return one form of a text for comparing: composed, white space as one space, without what nobody sees."""
    seen = "".join(
        character
        for character in unicodedata.normalize("NFC", text)
        if character in "\t\n\r" or unicodedata.category(character) not in ("Cc", "Cf", "Cn")
    )
    return " ".join(seen.split())


def block_lines(blocks: Blocks) -> list[str]:
    """Return the lines of blocks; furniture, markup that nobody prints, and notes have none."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading() | Preformatted():
            yield plain_text(block.content)
        case Quote():
            yield from block_lines(block.blocks)
            yield plain_text(block.attribution)
        case List():
            for item in block.items:
                yield from block_lines(item.blocks)
        case Table():
            yield plain_text(block.caption)
            for row in (*block.head, *block.body, *block.foot):
                for cell in row.cells:
                    yield from block_lines(cell.blocks)
        case Figure():
            yield f"{plain_text(block.caption)} {plain_text(block.credit)}"
        case Note() | Furniture() | Foreign() | ThematicBreak():
            return
