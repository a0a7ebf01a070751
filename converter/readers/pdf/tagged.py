"""The structure that a PDF states → blocks (ISO 32000-1 §14.8.4: standard structure types)."""

from __future__ import annotations

import re

from converter import model
from converter.model.block import Block, Blocks
from converter.model.checks import is_xml_text
from converter.model.inline import Inline, Inlines, inlines
from converter.readers.pdf.layout import appended
from converter.readers.pdf.tags import Tag, Words
from converter.text.lines import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HEADINGS = {"Title": 1, "H": 2, **{f"H{level}": max(1, min(level - 1, 6)) for level in range(1, 7)}}
_MARKS: dict[str, Callable[[Inlines], Inline]] = {"Em": model.Emphasis, "Strong": model.Strong, "Code": model.Code}
_IN_LINE = words(
    "Span Em Strong Link Quote Code Reference BibEntry Annot Ruby RB RT RP Sub Warichu WT WP Lbl NonStruct"
)
_FIGURES = ("Figure", "Formula")
_NUMBER = re.compile(r"(\d{1,6})[.)]?$", re.ASCII)


def blocks_of(tag: Tag) -> Blocks:
    """Return the blocks of an element's content."""
    return tuple(_flow(tag))


def is_title(block: Block) -> bool:
    """Return whether the block is a heading of the first rank."""
    return isinstance(block, model.Heading) and block.level == 1


def _flow(tag: Tag) -> Iterator[Block]:
    """Yield the blocks of what stands in an element; words between its blocks are paragraphs."""
    line: list[Tag | Words] = []
    for child in (*tag.in_order(), None):
        if child is not None and (isinstance(child, Words) or _is_in_line(child)):
            line.append(child)
            continue
        content = _inlines(line)
        if content:
            yield model.Paragraph(content)
        line = []
        if child is not None:
            yield from _block(child)


def _is_in_line(tag: Tag) -> bool:
    return tag.kind in _IN_LINE and all(isinstance(child, Words) or _is_in_line(child) for child in tag.in_order())


def _block(tag: Tag) -> Iterator[Block]:
    if tag.kind in _HEADINGS:
        for block in _flow(tag):
            is_plain = isinstance(block, model.Paragraph)
            yield model.Heading(block.content, _HEADINGS[tag.kind]) if is_plain else block  # type: ignore[union-attr]
    elif tag.kind == "L":
        yield from _list(tag)
    elif tag.kind == "Table":
        yield from _table(tag)
    elif tag.kind == "BlockQuote":
        quoted = blocks_of(tag)
        if quoted:
            yield model.Quote(quoted)
    elif tag.kind in _FIGURES:
        yield from _figure(tag)
    elif tag.kind == "Caption":
        for block in _flow(tag):
            yield model.Figure(caption=block.content) if isinstance(block, model.Paragraph) else block
    else:
        yield from _flow(tag)


def _figure(tag: Tag) -> Iterator[Block]:
    alt = " ".join(tag.alt.split())
    inside = list(_flow(tag))
    caption = next((block.caption for block in inside if isinstance(block, model.Figure) and block.caption), ())
    if (alt and is_xml_text(alt)) or caption:
        yield model.Figure(caption=caption, alt=alt if alt and is_xml_text(alt) else None)
    yield from (block for block in inside if not isinstance(block, model.Figure))


def _list(tag: Tag) -> Iterator[Block]:
    items: list[model.Item] = []
    labels: list[str] = []
    for child in tag.in_order():
        if isinstance(child, Words):
            items.append(model.Item((model.Paragraph(_inlines([child])),)))
            labels.append("")
        elif child.kind == "Caption" or (child.kind == "L" and not items):
            yield from _block(child)
        elif child.kind == "L":
            items[-1] = model.Item((*items[-1].blocks, *_block(child)))
        else:
            label, blocks = _item(child)
            if blocks:
                items.append(model.Item(blocks))
                labels.append(label)
    numbers = [_NUMBER.match(label) for label in labels]
    if items and all(numbers):
        first = numbers[0]
        yield model.List(tuple(items), True, int(first[1]) if first else 1)
    elif items:
        yield model.List(tuple(_labelled(item, label) for item, label in zip(items, labels, strict=True)))


def _item(tag: Tag) -> tuple[str, Blocks]:
    """Return the label and the blocks of an entry."""
    label = ""
    rest = Tag(tag.kind)
    for at, child in enumerate(tag.in_order()):
        if isinstance(child, Tag) and child.kind == "Lbl" and not rest.children:
            label = _plain(child)
        else:
            rest.children[at] = child if isinstance(child, Tag) else [child]
    return label, blocks_of(rest)


def _labelled(item: model.Item, label: str) -> model.Item:
    """Return the entry with its label, where that says something: `(a)`, and no bullet."""
    first = item.blocks[0]
    if not any(char.isalnum() for char in label) or not isinstance(first, model.Paragraph):
        return item
    content = inlines(f"{label} ", *first.content)
    return model.Item((first.replace(content=content), *item.blocks[1:]))


def _table(tag: Tag) -> Iterator[Block]:
    parts: dict[str, list[model.Row]] = {"THead": [], "TBody": [], "TFoot": []}
    caption: Inlines = ()
    for child in tag.in_order():
        if isinstance(child, Words):
            continue
        if child.kind == "Caption":
            caption = _inlines(list(_leaves(child)))
        elif child.kind in parts:
            rows = (row for row in child.in_order() if isinstance(row, Tag))
            parts[child.kind] += (made for row in rows for made in [_row(row)] if made.cells)
        else:
            parts["TBody"] += [made for made in [_row(child)] if made.cells]
    head, body, foot = parts["THead"], parts["TBody"], parts["TFoot"]
    while body and not head and all(cell.header for cell in body[0].cells) and len(body) > 1:
        head.append(body.pop(0))
    if not body:
        head, body = [], [*head, *foot]
        foot = []
    if body:
        yield model.Table(tuple(body), tuple(head), tuple(foot), caption)
    stray = _inlines([child for child in tag.in_order() if isinstance(child, Words)])
    if stray:
        yield model.Paragraph(stray)


def _row(tag: Tag) -> model.Row:
    return model.Row(
        tuple(model.Cell(blocks_of(cell), cell.kind == "TH") for cell in tag.in_order() if isinstance(cell, Tag))
    )


def _leaves(tag: Tag) -> Iterator[Words]:
    for child in tag.in_order():
        if isinstance(child, Words):
            yield child
        else:
            yield from _leaves(child)


def _plain(tag: Tag) -> str:
    return "".join(each.text for each in _leaves(tag)).strip()


def _inlines(line: list[Tag | Words]) -> Inlines:
    """Return the words and marks of one line of content, parted where the page parts them."""
    runs: list[tuple[str, tuple[str, ...]]] = []

    def add(child: Tag | Words, marks: tuple[str, ...]) -> None:
        if isinstance(child, Tag):
            for inner in child.in_order():
                add(inner, (*marks, child.kind) if child.kind in _MARKS else marks)
            return
        text = child.text
        if runs and runs[-1][0] and text:
            before = runs[-1][0]
            if child.opens_line:
                # A hyphen at the line's end goes, another stays; else a blank stands between the lines.
                joined = appended(before, text)
                runs[-1] = (joined[: len(joined) - len(text.strip(" "))], runs[-1][1])
                text = text.strip(" ")
            elif child.is_apart and not before.endswith(" ") and not text.startswith(" "):
                text = f" {text}"
        runs.append((text, marks))

    for child in line:
        add(child, ())
    made: list[Inline] = []
    for at, (text, marks) in enumerate(runs):
        shown = text.replace("\x02", "-")
        shown = shown.lstrip(" ") if at == 0 else shown
        shown = shown.rstrip(" ") if at == len(runs) - 1 else shown
        content: Inlines = inlines(shown)
        for mark in reversed(marks):
            content = (_MARKS[mark](content),) if content else ()
        made += content
    return inlines(*made)
