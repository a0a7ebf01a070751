"""What a story says above itself of its use: an embargo, or that it is withheld or canceled, as our writers print it.

A press release says its embargo in its first lines, whatever format it comes
in. Such a line goes to the head, which alone decides whether the story may
leave an archive, and stays in its place as furniture: writers print it from
the head.
"""

from __future__ import annotations

from converter.core.values import Value
from converter.model.block import Furniture, Heading, Paragraph
from converter.model.head import Date
from converter.model.words import has_words, plain_text
from converter.render import masthead
from converter.text.embargo import embargo_time, is_embargo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.article import Article
    from converter.model.block import Blocks

LINES_OF_HOLDS = 6
"""So many first lines of a story may say it."""
_MOST_CHARACTERS = 200


class Hold(Value):
    """What one line says."""

    kind: str
    """The kind of furniture that the line is: `embargo` or `status`."""
    rule: str


def find_hold(text: str) -> Hold | None:
    """Return what a line says of the story's use, or None."""
    if len(text) > _MOST_CHARACTERS:
        return None
    if is_embargo(text):
        return Hold("embargo", "embargo-line")
    return Hold("status", "status-line") if masthead.status_in(text) else None


def mark_holds(blocks: Blocks) -> Blocks:
    """Return the blocks with the first lines that say of the story's use as furniture."""
    marked = list(blocks)
    opening = [at for at, block in enumerate(blocks) if has_words(block) and not isinstance(block, Furniture)]
    for at in opening[:LINES_OF_HOLDS]:
        block = blocks[at]
        if isinstance(block, Paragraph | Heading) and (hold := find_hold(plain_text(block).strip())):
            marked[at] = Furniture((block,), hold.kind, rule=hold.rule)
    return tuple(marked)


def with_hold(article: Article) -> Article:
    """Return the article with what its first lines say of its use in the head; what the head says already stays."""
    body = mark_holds(article.body)
    said = [(plain_text(block).strip(), block.rule) for block in body if isinstance(block, Furniture) and _says(block)]
    status = next((found for text, _ in said if (found := masthead.status_in(text))), "usable")
    embargo = next(((text, rule) for text, rule in said if is_embargo(text)), None)
    head = article.head
    if embargo is not None and head.date("embargoed") is None:
        head = head.replace(dates=(*head.dates, Date("embargoed", embargo_time(embargo[0]), inferred=embargo[1])))
    return article.replace(body=body, head=head, status=status if article.status == "usable" else article.status)


def _says(block: Furniture) -> bool:
    return block.kind in ("embargo", "status")
