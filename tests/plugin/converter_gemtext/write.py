"""An article as Gemtext: a block is a line, a link is a line of its own."""

from __future__ import annotations

from converter.model import Heading, Link, List, Note, Paragraph, Quote, plain_text, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.formats import Context
    from converter.model import Article, Block
    from converter_gemtext.options import GemtextOptions


def write(article: Article, options: GemtextOptions, context: Context) -> bytes:
    """Return the headline and the story in UTF-8; a link that Gemtext cannot lead to is a notice."""
    lines: list[str] = []
    headline = article.head.headline()
    if headline:
        lines.append("# " + one_line(headline))
    for number, block in enumerate(article.body, 1):
        lines += block_lines(block)
        if options.links == "after":
            lines += link_lines(block, context, f"block {number}")
    return ("\n".join(lines) + "\n").encode()


def block_lines(block: Block) -> Iterator[str]:
    """Yield the lines of a block; what is not the story, and what the record says is lost, has none."""
    match block:
        case Heading():
            yield "#" * min(block.level + 1, 3) + " " + one_line(block)
        case Paragraph():
            yield one_line(block)
        case Quote(blocks=inner):
            yield from ("> " + line for child in inner for line in block_lines(child))
        case List(items=items):
            yield from ("* " + one_line(item) for item in items)
        case Note(blocks=inner):
            yield from (line for child in inner for line in block_lines(child))
        case _:
            return


def link_lines(block: Block, context: Context, where: str) -> Iterator[str]:
    """Yield a line for each link in the block."""
    for value in walk(block):
        if isinstance(value, Link):
            if " " in value.href:
                context.notice("link-as-text", where, href=value.href)
            else:
                yield f"=> {value.href} {one_line(value)}"


def one_line(value: object) -> str:
    """Return the words of a value on one line."""
    return " ".join(plain_text(value).split())
