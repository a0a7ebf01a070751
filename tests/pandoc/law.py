"""What the tree says of an article, as plain values: the law `article(tree(a)) == a` is held in these words.

This is the table of `converter.pandoc.mapping` of what comes back otherwise,
as code: white space, characters that XML cannot hold, links that nobody may
follow, how we know what we know, the place of footnotes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from converter import model
from converter.core.values import Value, field_names
from converter.model.article import Article
from converter.model.block import Blocks
from converter.model.checks import matches
from converter.model.inline import Inline, Inlines, inlines
from converter.model.words import plain_text
from converter.render.links import live
from converter.render.whitespace import is_blank, unwrapped

_BLANKS = str.maketrans("\t\n\r", "   ")


def line(content: Inlines) -> Inlines:
    """Return the inlines of a block: blanks at its edges are layout, and so is code that holds nothing else."""
    return words(unwrapped(words(content)))


def words(content: Inlines) -> Inlines:
    """Return inlines as they come back."""
    made: list[Inline] = []
    for item in content:
        match item:
            case str():
                made.append(item.translate(_BLANKS))
            case model.Char():
                made.append("\N{REPLACEMENT CHARACTER}")
            case model.LineBreak():
                made.append(item)
            case model.Code() if all(isinstance(each, str) for each in item.content):
                made += [item] if item.content else []
            case model.Code():
                inner = words(item.content)
                made += [model.Code(inner)] if inner else []
            case model.Ruby():
                made.append(model.Ruby(words(item.content), words(item.reading)))
            case model.Link():
                address = live(item.href)
                inner = words(item.content)
                made += inner if address is None else (model.Link(inner, address, item.title or None),)
            case model.Span():
                inner = words(item.content)
                lang = language(item.lang)
                made += (model.Span(inner, lang, item.dir),) if lang or item.dir else inner
            case _:
                made.append(item.replace(content=words(item.content)))
    return inlines(*made)


def language(tag: str | None) -> str | None:
    """Return a language that somebody knows."""
    return None if tag is None or tag.lower() == "und" else tag


def verbatim(content: Inlines) -> Inlines:
    """Return text without its marks."""
    made = (each for each in model.walk(content) if isinstance(each, str | model.LineBreak | model.Char))
    return inlines(
        *("\N{REPLACEMENT CHARACTER}" if isinstance(each, model.Char) else plain_text(each) for each in made)
    )


# ── Blocks ──────────────────────────────────────────────────────────────────


def blocks(body: Blocks) -> Blocks:
    """Return blocks as they come back."""
    return tuple(made for block in body for made in _block(block))


def _block(block: Any) -> Iterable[Any]:
    fields: dict[str, Any] = {"lang": language(block.lang)}
    if "inferred" in field_names(type(block)):
        fields["inferred"] = None
    match block:
        case model.Paragraph() | model.Heading():
            content = line(block.content)
            is_break = isinstance(block, model.Paragraph) and all(isinstance(each, model.LineBreak) for each in content)
            return () if is_blank(content) or is_break else (block.replace(content=content, **fields),)
        case model.Quote():
            attribution = line(block.attribution)
            return (block.replace(blocks=blocks(block.blocks), attribution=attribution, **fields),)
        case model.List():
            items = tuple(model.Item(blocks(item.blocks)) for item in block.items)
            return (block.replace(items=items, start=block.start if block.ordered else 1, **fields),)
        case model.Table():
            parts = {part: tuple(map(_row, getattr(block, part))) for part in ("head", "body", "foot")}
            return (block.replace(caption=line(block.caption), **parts, **fields),)
        case model.Figure():
            made = block.replace(
                caption=line(block.caption), credit=line(block.credit), alt=description(block), **fields
            )
            return (made,)
        case model.Preformatted():
            return (block.replace(content=verbatim(block.content), **fields),)
        case model.Foreign():
            return (block.replace(content=verbatim(block.content), **fields),)
        case model.ThematicBreak():
            return (block.replace(content=inlines(plain_text(block.content)), **fields),)
        case model.Note() | model.Furniture():
            return (block.replace(blocks=blocks(block.blocks), **fields),)
        case _:
            raise TypeError(f"no case for {block!r}")


def description(block: model.Figure) -> str | None:
    """Return an alternative text as it comes back: as one line where a picture carries it."""
    if block.alt is None:
        return None
    return (" ".join(filter(None, block.alt.translate(_BLANKS).split(" "))) if block.media else block.alt) or None


def _row(row: model.Row) -> model.Row:
    return model.Row(tuple(cell.replace(blocks=blocks(cell.blocks)) for cell in row.cells))


def parted(body: Blocks) -> tuple[Blocks, dict[str, model.Note]]:
    """Return the body without the footnotes that may be referred to, and those by their ids."""
    notes = {
        block.id: block
        for block in body
        if isinstance(block, model.Note) and block.kind == "footnote" and block.id is not None
    }
    return tuple(block for block in body if block.id not in notes), notes


# ── Head ────────────────────────────────────────────────────────────────────


def said(article: Article) -> dict[str, Any]:
    """Return what comes back of all but the body."""
    head = article.head
    made: dict[str, Any] = {
        "guid": article.guid,
        "version": article.version,
        "status": article.status,
        "lang": language(article.lang),
        "dir": article.dir,
        "abstract": blocks(head.abstract.blocks) if head.abstract else (),
    }
    for name in field_names(model.Head):
        if name != "abstract":
            value = getattr(head, name)
            each = value if isinstance(value, tuple) else () if value is None else (value,)
            made[name] = sorted((repr(stated) for one in each for stated in _stated(one)), key=str)
    return made


def _stated(value: Value) -> list[Value]:
    fields: dict[str, Any] = {"inferred": None, "given": None}
    if "content" in field_names(type(value)):
        content = value.content  # type: ignore[attr-defined]
        is_line = isinstance(value, model.Headline | model.Byline | model.Dateline)
        fields["content"] = line(content) if is_line else words(content)
        if is_line and not fields["content"]:
            return []
    if isinstance(value, model.Revision):
        fields["note"] = words(value.note)
        del fields["inferred"], fields["given"]
        fields |= {"inferred": None, "given": None}
    if isinstance(value, model.Keyword):
        text = " ".join(value.text.split())
        return [value.replace(text=text, **fields)] if text else []
    assert matches("token", "a")
    return [value.replace(**fields)]
