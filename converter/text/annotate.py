"""What a story tells by its words, whatever format it comes in: of its use, its dateline, who speaks."""

from __future__ import annotations

from converter import model
from converter.model.inline import inlines
from converter.model.words import plain_text
from converter.text.datelines.dateline import find_dateline
from converter.text.language import direction, primary
from converter.text.lines import MARGIN
from converter.text.quotations.spoken import with_quotations
from converter.text.usage_restrictions import with_hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.article import Article
    from converter.model.block import Blocks

_DATELINE_PARAGRAPHS = 2


def told(article: Article, *, is_wire: bool = False) -> Article:
    """Return the article of a format that has no markup for these with what its words tell: holds, dateline, speech.

    What the head says already stays.
    """
    article = with_hold(article)
    body, head = article.body, article.head
    if head.dateline is None:
        body, dateline = without_dateline(body, article.lang, is_wire=is_wire)
        head = head.replace(dateline=dateline)
    body = with_speech(body, article.lang)
    return article.replace(body=body, head=head, dir=article.dir or direction(article.lang))


def without_dateline(
    blocks: Blocks, lang: str | None, *, is_wire: bool = False
) -> tuple[Blocks, model.Dateline | None]:
    """Return the blocks without the dateline that opens the first or second paragraph, and the dateline."""
    paragraphs = [at for at, block in enumerate(blocks) if isinstance(block, model.Paragraph)]
    for at in paragraphs[:_DATELINE_PARAGRAPHS]:
        block = blocks[at]
        assert isinstance(block, model.Paragraph)
        first, *rest = block.content
        words = plain_text(block)
        bare = words.lstrip(MARGIN)
        found = find_dateline(bare, is_wire=is_wire, lang=primary(lang))
        end = len(words) - len(bare) + (found.end if found else 0)
        if found is None or not isinstance(first, str) or end >= len(first):
            continue
        taken = inlines(first[:end].strip(" \t\r\n"))  # A thin space or one that does not break is no layout.
        dateline = model.Dateline(taken, found.place, found.date, found.agency, inferred=found.rule)
        left = block.replace(content=inlines(first[end:].lstrip(" "), *rest))
        return (*blocks[:at], left, *blocks[at + 1 :]), dateline
    return blocks, None


def with_speech(blocks: Blocks, lang: str | None) -> Blocks:
    """Return the blocks with direct speech marked in the paragraphs that hold nothing but words."""
    texts = {
        at: block.content[0]
        for at, block in enumerate(blocks)
        if isinstance(block, model.Paragraph) and len(block.content) == 1 and isinstance(block.content[0], str)
    }
    made = dict(zip(texts, with_quotations(list(texts.values()), lang), strict=True))
    return tuple(block.replace(content=made[at]) if at in made else block for at, block in enumerate(blocks))
