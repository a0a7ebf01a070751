"""Markdown as a parser has it that we did not write (markdown-it-py), and what an article should look like to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from converter import model
from converter.model.block import Blocks
from converter.model.inline import Inline, Inlines, inlines
from converter.model.words import plain_text
from converter.render.links import live, picture
from converter.writers.markdown.tables import is_simple

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def parsed(source: str) -> list[Token]:
    """Return the tokens of CommonMark with GitHub's tables and strikes."""
    return _PARSER.parse(source)


def marked(tokens: Iterable[Token]) -> list[str]:
    """Return each line of text with its marks as tags, in order; HTML and code as words without blanks."""
    return [squeezed(text) for text in _marked(tokens) if squeezed(text)]


def _marked(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(map(_tagged, token.children or ()))
        elif token.type == "fence":
            yield re.sub(r"\s", "", token.content)
        elif token.type == "html_block" and not re.match("</?div", token.content):
            yield re.sub(r"\s", "", "".join(map(str, html.fromstring(token.content).itertext())))


def _tagged(token: Token) -> str:
    match token.type:
        case "text" | "html_inline":
            return re.sub("<(span|abbr) [^>]*>", r"<\1>", token.content)
        case "softbreak" | "hardbreak":
            return "<br>"
        case "code_inline":
            return f"<code>{token.content}</code>"
        case "image":
            return f"![{''.join(map(_tagged, token.children or ()))}]"
        case "link_open" | "link_close":
            return "<a>" if token.nesting > 0 else "</a>"
    return f"<{'' if token.nesting > 0 else '/'}{token.tag}>"


def squeezed(text: str) -> str:
    """Return the text without what cannot be seen: blanks side by side and at the edges, pairs around nothing."""
    while (bare := re.sub(r"<(em|strong|s|code)></\1>", "", text)) != text:
        text = bare
    text = re.sub(r"[ \t\r\n]+", " ", text)
    if not text.replace("<br>", "").strip(" "):
        return ""
    # markdown-it strips U+0085 from the edges of a block, which CommonMark does not say.
    return re.sub(r" ?<br> ?", "<br>", text).strip(" \x85")


# ── What should come ────────────────────────────────────────────────────────

_TAGS: dict[type, str] = {
    model.Emphasis: "em",
    model.Strong: "strong",
    model.Strike: "s",
    model.Underline: "u",
    model.Subscript: "sub",
    model.Superscript: "sup",
    model.Abbreviation: "abbr",
    model.Span: "span",
}


def expected(content: Inlines) -> str:
    """Return a line of text with its marks as tags."""
    return "".join(map(_expected, content))


def _expected(item: Inline) -> str:
    if isinstance(item, str):
        return item
    match item:
        case model.LineBreak():
            return "<br>"
        case model.Char():
            return _REPLACED
        case model.Ruby():
            return f"<ruby>{expected(item.content)}<rp>(</rp><rt>{expected(item.reading)}</rt><rp>)</rp></ruby>"
        case model.Link():
            return f"<a>{expected(item.content)}</a>" if live(item.href) else expected(item.content)
        case model.Ref():
            return f"<a>{expected(item.content)}</a>"
        case model.Code():
            return f"<code>{expected(item.content)}</code>"
        case model.Quotation() | model.Mention() | model.Time():
            return expected(item.content)
    return f"<{_TAGS[type(item)]}>{expected(item.content)}</{_TAGS[type(item)]}>"


def lines_of(blocks: Blocks) -> list[str]:
    """Return what `marked` should give for the blocks."""
    return [squeezed(text) for text in _lines_of(blocks) if squeezed(text)]


def _lines_of(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case model.Paragraph() | model.Heading():
                yield expected(block.content)
            case model.Preformatted() | model.Foreign():
                yield re.sub(r"\s", "", _shown(block.content))
            case model.Quote():
                yield from _lines_of(block.blocks)
                words = squeezed(expected(block.attribution))
                dashed = plain_text(block.attribution).lstrip()[:1] in "—–―-"
                yield words if dashed or not words else f"— {words}"
            case model.List():
                for item in block.items:
                    yield from _lines_of(item.blocks)
            case model.Note():
                yield from _lines_of(block.blocks)
            case model.Figure():
                yield from _figure(block)
            case model.Table():
                yield from _table(block)


def _figure(block: model.Figure) -> Iterator[str]:
    for reference in block.media:
        if picture(reference.src):
            family = (reference.type or "image").partition("/")[0]
            alt = " ".join((block.alt or "").split())
            yield f"<a>{alt or family}</a>" if family in ("video", "audio") else f"![{alt}]"
            break
    between = (" ",) if block.caption and block.credit else ()
    yield expected(inlines(*block.caption, *between, *block.credit))


def _table(block: model.Table) -> Iterator[str]:
    rows = (*block.head, *block.body, *block.foot)
    if is_simple(block):
        yield expected(block.caption)
        for row in rows:
            for cell in row.cells:
                yield from _lines_of(cell.blocks)


def without_tables(blocks: Blocks) -> Blocks:
    """Return the blocks without the tables that are written as HTML; `tests/render` is about those."""

    def kept(block: model.Block) -> Iterator[model.Block]:
        match block:
            case model.Table() if not is_simple(block):
                return
            case model.Quote() | model.Note() | model.Furniture():
                yield block.replace(blocks=without_tables(block.blocks))
            case model.List():
                items = tuple(model.Item(without_tables(item.blocks)) for item in block.items)
                yield block.replace(items=items)
            case _:
                yield block

    return tuple(each for block in blocks for each in kept(block))


def _shown(content: Inlines) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", _REPLACED, plain_text(content))
