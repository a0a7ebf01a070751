"""Blocks → paragraphs and tables, each in a named style."""

from __future__ import annotations

from converter.core.values import assert_never
from converter.model.block import (
    Block,
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
from converter.render.visible_text import indents_itself, opening_paragraph
from converter.writers.docx.inlines import DEEPEST
from converter.writers.docx.markup import run
from converter.writers.docx.paragraphs import BODY, STEP_PT, Form, Place, direction_of, framed, paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.model.block import Blocks
    from converter.model.inline import Inlines
    from converter.writers.docx.story import Story


def blocks(
    story: Story, content: Blocks, place: Place = BODY, *, opening: str = "", last_after_pt: float | None = None
) -> str:
    """Return the blocks as paragraphs and tables.

    `opening` is finished runs, such as the dateline's: they run into a
    paragraph, or stand in one of their own where a text opens otherwise.
    `last_after_pt` is the space after a last paragraph, if not the style's.
    """
    if place.depth > DEEPEST:
        story.flattened_count += 1
        content = _flat(content)
    out: list[str] = []
    is_first = True
    """Whether the next paragraph is set flush."""
    if opening and opening_paragraph(content) is None:
        out.append(framed(story, Form(place.first_style), opening, place))
        opening = ""
    for block in content:
        if isinstance(block, Paragraph):
            form = _form(story, place, is_first=is_first or indents_itself(block.content))
            if last_after_pt is not None and block is content[-1]:
                form = form.replace(after_pt=last_after_pt)
            out.append(paragraph(story, form, block.content, place.inside(block), block_id=block.id, opening=opening))
            opening = ""
            is_first = False
        elif written := _block(story, block, place.inside(block)):
            out.append(written)
            is_first = not isinstance(block, List)
    return "".join(out)


def ended(story: Story) -> str:
    """Return what stands between a table and another, or the end of what holds it: Word asks for a paragraph there."""
    if not story.gap_pt:
        return ""
    story.gap_pt = 0.0
    return framed(story, Form("TableEnd"), "")


def _form(story: Story, place: Place, *, is_first: bool) -> Form:
    """Return the form of a paragraph of plain text: a quote's second and later ones are indented as the body's are."""
    if place.is_quoted and not is_first and not place.level:
        body = story.style.role("body")
        return Form(place.style, indent=(place.indent_pt, body.indent_em * body.size_pt))
    return Form(place.first_style if is_first else place.style)


def _block(story: Story, block: Block, place: Place) -> str:
    """Return the markup of a block, or nothing when it is not printed here."""
    match block:
        case Paragraph():
            return paragraph(story, _form(story, place, is_first=True), block.content, place, block_id=block.id)
        case Heading(content, level):
            if not content:
                return ""  # An empty heading would stand in the document's outline.
            return paragraph(story, Form(f"Heading{level}"), content, place, block_id=block.id)
        case Quote():
            return _quote(story, block, place)
        case List():
            return _list(story, block, place)
        case Table():
            from converter.writers.docx.tables import table

            return table(story, block, place)
        case Figure():
            from converter.writers.docx.pictures import figure

            return figure(story, block, place)
        case Preformatted(content):
            return paragraph(story, Form("Preformatted", keeps_lines=True), content, place, block_id=block.id)
        case ThematicBreak():
            return framed(story, Form("ThematicBreak"), story.marked(block.id, ""), place)
        case Note():
            if block.id is not None and story.marked_notes.get(block.id) is block:
                return ""  # It stands at the foot of the page of its mark.
            style = place.style if story.in_footnote else "EditorialNote"
            inner = place.deeper(story, style=style, first_style=style)
            return _anchored(story, block, blocks(story, block.blocks, inner))
        case Furniture() | Foreign():
            return ""
        case _:
            assert_never(block)


def _anchored(story: Story, block: Block, written: str) -> str:
    """Return the paragraphs of a container with its bookmark before them, when something points at it."""
    return story.marked(block.id, "") + written


def _quote(story: Story, block: Quote, place: Place) -> str:
    role = story.style.role("quote")
    inner = place.deeper(story, role.inset_pt, style="Quote", first_style="Quote", is_quoted=True, level=0)
    written = blocks(story, block.blocks, inner, last_after_pt=0 if block.attribution else None) + ended(story)
    if block.attribution:
        # The em dash is a writer's, as `Quote.attribution` says.
        dash = '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        written += paragraph(story, Form("Attribution"), block.attribution, inner, opening=dash)
    return _anchored(story, block, written)


def _list(story: Story, block: List, place: Place) -> str:
    from converter.writers.docx.numbering import BULLETED, HIGHEST, LEVELS, number_of

    # Beyond the last level that Word has, a list stands on that level.
    level = min(place.level, LEVELS - 1)
    inner = place.deeper(story, STEP_PT, style="ListContinue", first_style="ListContinue", level=place.level + 1)
    number = BULLETED
    is_counted = not block.ordered or block.start + len(block.items) <= HIGHEST
    if block.ordered and is_counted:
        number = number_of(len(story.numbered_lists))
        story.numbered_lists.append((level, block.start))
    form = Form(
        "ListNumber" if block.ordered else "ListBullet",
        number=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number if is_counted else 0}"/></w:numPr>',
        # LibreOffice takes the indent of every level from the style, so only the first can leave it to the numbering.
        indent=None if inner.indent_pt == STEP_PT and is_counted else (inner.indent_pt, -STEP_PT),
    )
    out: list[str] = []
    for count, item in enumerate(block.items, block.start):
        marker = "" if is_counted else run(f"{count}.\t")
        rest = tuple(inside for inside in item.blocks if not isinstance(inside, Furniture | Foreign))
        first = rest[0] if rest else None
        if isinstance(first, Paragraph):
            out.append(paragraph(story, form, first.content, place.inside(first), block_id=first.id, opening=marker))
            rest = rest[1:]
        else:  # The marker stands alone, before what cannot carry it.
            out.append(framed(story, form, marker, place, direction_of(story, (), place)))
        out.append(blocks(story, rest, inner) + ended(story))
    return _anchored(story, block, "".join(out))


def _flat(content: Blocks) -> Blocks:
    """Return the words of blocks that are nested beyond reason as paragraphs, in order."""
    out: list[Paragraph] = []
    stack: list[Block | Inlines] = [*reversed(content)]
    while stack:
        here = stack.pop()
        match here:
            case tuple():
                if here:
                    out.append(Paragraph(here))
            case Paragraph() | Heading() | Preformatted():
                out.append(Paragraph(here.content))
            case Quote():
                stack += (here.attribution, *reversed(here.blocks))
            case List():
                stack += (block for item in reversed(here.items) for block in reversed(item.blocks))
            case Table():
                rows = (*here.head, *here.body, *here.foot)
                cells = (cell for row in reversed(rows) for cell in reversed(row.cells))
                stack += (block for cell in cells for block in reversed(cell.blocks))
                stack.append(here.caption)
            case Figure():
                stack += (here.credit, here.caption)
            case Note():
                stack += reversed(here.blocks)
            case Furniture() | Foreign() | ThematicBreak():
                pass
            case _:
                assert_never(here)
    return tuple(out)
