"""Hypothesis strategies for all of the model: any article that can be built, bounded in depth and size.

Text is drawn from every Unicode scalar, so a character that XML cannot hold
becomes a `Char` wherever inlines stand, and what XML treats in its own way
(markup, line ends, white space at the edges) is drawn more often than chance
would have it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from converter import model
from converter.core.values import Value, field_names
from converter.model import checks
from converter.model.article import Article, Provenance
from converter.model.block import Block, Item, Row
from converter.model.head import Head
from converter.model.inline import Inline, Inlines, inlines

T = TypeVar("T")
Kinds = dict[type[Value], SearchStrategy[Value]]

DEPTH = 3
"""How deep blocks and inlines stand in each other; deeper ones take a test of their own."""


def maybe(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """Return the strategy or nothing."""
    return st.none() | strategy


# ── Characters and values ───────────────────────────────────────────────────

# XML 1.0 production 2, the complement without surrogates.
UNHOLDABLE = [*(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r"), "\ufffe", "\uffff"]
AWKWARD = [
    *"<>&\"'`\t\n\r -",
    "]]>",
    "\r\n",
    "\x7f",
    "\x85",
    "\xa0",
    "\u2028",
    "\u202e",
    "\ufeff",
    "e\u0301",
    "\U0010ffff",
]

scalars = st.characters(exclude_categories=["Cs"])
"""Every Unicode scalar."""
holdable = st.characters(exclude_categories=["Cs"], exclude_characters=UNHOLDABLE)
"""Every scalar that XML 1.0 can hold."""
anything = st.lists(st.one_of(scalars, st.sampled_from([*AWKWARD, *UNHOLDABLE])), max_size=12).map("".join)
"""Any text at all."""
words = st.lists(st.one_of(holdable, st.sampled_from(AWKWARD)), max_size=8).map("".join)
"""Any text that XML can hold."""

_ASCII = st.characters(codec="ascii")


def shaped(kind: str, alphabet: SearchStrategy[str] = holdable) -> SearchStrategy[str]:
    """Return text of a kind that `converter.model.checks.matches` knows."""
    return st.from_regex(checks._PATTERNS[kind], fullmatch=True, alphabet=alphabet)


tokens = shaped("token")
ids = shaped("id", _ASCII)
dates = shaped("date", _ASCII)
iris = shaped("absolute IRI")
languages = shaped("language tag", _ASCII)
digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
counts = st.integers(0, 10**18)
ordinals = st.integers(1, 10**18)
directions = st.sampled_from(["ltr", "rtl"])


# ── Inlines ─────────────────────────────────────────────────────────────────

chars = st.builds(model.Char, st.sampled_from(UNHOLDABLE).map(ord))


@cache
def inline_kinds(depth: int, links: bool) -> Kinds:
    """Return class → strategy for what may stand in text; links and references only where they may stand."""
    inner = contents(depth - 1, links)
    marks = (
        model.Emphasis,
        model.Strong,
        model.Underline,
        model.Strike,
        model.Subscript,
        model.Superscript,
        model.Code,
    )
    kinds: Kinds = {kind: st.builds(kind, inner) for kind in marks}
    kinds |= {
        model.Quotation: st.builds(
            model.Quotation, inner, maybe(words), maybe(words), maybe(words), quotation=maybe(ordinals)
        ),
        model.Mention: st.builds(model.Mention, inner, maybe(ids)),
        model.Time: st.builds(model.Time, inner, maybe(dates)),
        model.Abbreviation: st.builds(model.Abbreviation, inner, maybe(words)),
        model.Span: st.builds(model.Span, inner, maybe(languages), maybe(directions)),
        model.Ruby: st.builds(model.Ruby, inner, inner),
        model.LineBreak: st.builds(model.LineBreak),
        model.Char: chars,
    }
    if links:
        unlinked = contents(depth - 1, links=False)
        kinds[model.Link] = st.builds(model.Link, unlinked, words, maybe(words))
        kinds[model.Ref] = st.builds(model.Ref, unlinked, ids)
    return kinds


@cache
def contents(depth: int = DEPTH, links: bool = True) -> SearchStrategy[Inlines]:
    """Return inlines in normal form, marks nested up to `depth`."""
    pieces = cast("SearchStrategy[Inline]", words)
    if depth > 0:
        pieces = pieces | cast("SearchStrategy[Inline]", st.one_of(*inline_kinds(depth, links).values()))
    return st.lists(pieces, max_size=3).map(lambda drawn: inlines(*drawn))


# ── Blocks ──────────────────────────────────────────────────────────────────


@cache
def block_kinds(depth: int) -> Kinds:
    """Return class → strategy for what may stand in a body."""
    inner, text, inferred = blocks(depth - 1), contents(2), maybe(tokens)
    foreign = st.lists(words | chars, max_size=3).map(lambda drawn: inlines(*drawn))

    def block(
        kind: Callable[..., Value], *positional: SearchStrategy[object], **named: object
    ) -> SearchStrategy[Value]:
        strategies = cast("dict[str, SearchStrategy[object]]", named)
        return st.builds(kind, *positional, id=maybe(ids), lang=maybe(languages), dir=maybe(directions), **strategies)

    return {
        model.Paragraph: block(model.Paragraph, text),
        model.Heading: block(model.Heading, text, st.integers(1, 6), inferred),
        model.Quote: block(model.Quote, inner, text, maybe(words), maybe(words)),
        model.List: block(model.List, items(depth - 1), st.booleans(), counts, inferred),
        model.Table: block(model.Table, rows(depth - 1), rows(depth - 1), rows(depth - 1), text, inferred),
        model.Figure: block(model.Figure, st.tuples() | st.tuples(media), text, text, maybe(words), inferred),
        model.Preformatted: block(model.Preformatted, text, inferred),
        model.ThematicBreak: block(model.ThematicBreak, text),
        model.Note: block(
            model.Note, inner, st.sampled_from(["footnote", "editor", "correction", "credit", "contact"]), inferred
        ),
        model.Furniture: block(model.Furniture, inner, tokens, maybe(tokens)),
        model.Foreign: block(model.Foreign, foreign, tokens),
    }


@cache
def blocks(depth: int = DEPTH) -> SearchStrategy[tuple[Block, ...]]:
    """Return blocks, nested up to `depth`; an id may stand twice, which only `articles` mends."""
    if depth <= 0:
        return st.just(())
    one = cast("SearchStrategy[Block]", st.one_of(*block_kinds(depth).values()))
    return st.lists(one, max_size=3).map(tuple)


@cache
def items(depth: int) -> SearchStrategy[tuple[Item, ...]]:
    """Return the entries of a list."""
    return st.lists(st.builds(Item, blocks(depth)), max_size=2).map(tuple)


@cache
def rows(depth: int) -> SearchStrategy[tuple[Row, ...]]:
    """Return the rows of one part of a table."""
    cells = st.builds(
        model.Cell,
        blocks(depth),
        st.booleans(),
        maybe(st.sampled_from(["col", "row", "colgroup", "rowgroup"])),
        st.integers(1, 1000),
        st.integers(1, 1000),
        maybe(st.sampled_from(["start", "center", "end"])),
    )
    return st.lists(st.builds(Row, st.lists(cells, max_size=2).map(tuple)), max_size=2).map(tuple)


media = st.builds(
    model.MediaReference, words, maybe(tokens), maybe(digests), maybe(counts), maybe(counts), maybe(counts)
)


# ── Head ────────────────────────────────────────────────────────────────────


def _stated(kind: Callable[..., T], *positional: SearchStrategy[object]) -> SearchStrategy[T]:
    return st.builds(kind, *positional, inferred=maybe(tokens), given=maybe(tokens))


def _dates() -> SearchStrategy[model.Date]:
    kinds = st.sampled_from(["created", "published", "modified", "embargoed"])
    return _stated(model.Date, kinds, dates) | _stated(model.Date, st.just("embargoed"), st.none())


_text = contents(2)

HEAD_KINDS: dict[type[Value], SearchStrategy[object]] = {
    model.Headline: _stated(model.Headline, _text, st.sampled_from(["main", "sub", "kicker", "short", "other"])),
    model.Byline: _stated(model.Byline, _text),
    model.Dateline: _stated(model.Dateline, _text, maybe(words), maybe(dates), maybe(words)),
    model.Abstract: _stated(model.Abstract, blocks(1)),
    model.Slug: _stated(model.Slug, words, maybe(words)),
    model.Party: _stated(
        model.Party,
        words,
        st.sampled_from(["provider", "creator", "contributor", "source", "copyright-holder"]),
        maybe(iris),
        maybe(words),
        maybe(words),
    ),
    model.Rights: _stated(
        model.Rights, _text, st.sampled_from(["notice", "usage", "data-mining"]), maybe(words), maybe(languages)
    ),
    model.Date: _dates(),
    model.Urgency: _stated(model.Urgency, st.integers(1, 9)),
    model.Genre: _stated(model.Genre, words, maybe(tokens), maybe(tokens)),
    model.Subject: _stated(model.Subject, words, maybe(tokens), maybe(tokens), maybe(languages), maybe(words)),
    model.Keyword: _stated(model.Keyword, words),
    model.Entity: _stated(
        model.Entity, words, st.sampled_from(["person", "organisation", "place", "event"]), maybe(iris), maybe(ids)
    ),
    model.Related: _stated(model.Related, words, maybe(words), tokens),
    model.AltId: _stated(model.AltId, words, maybe(tokens)),
    model.EdNote: _stated(model.EdNote, _text),
    model.Revision: _stated(
        model.Revision,
        ordinals,
        maybe(dates),
        st.sampled_from(["created", "update", "correction", "withdrawal"]),
        _text,
    ),
    model.Property: _stated(model.Property, tokens, _text),
}


@st.composite
def heads(draw: st.DrawFn) -> Head:
    """Return a head with some of its fields: two or three, so that an example stays small."""
    chosen = draw(st.lists(st.sampled_from(sorted(model.HEAD_KINDS)), max_size=3, unique=True))
    fields: dict[str, object] = {}
    for field in chosen:
        statements = HEAD_KINDS[model.HEAD_KINDS[field]]
        single = Head._defaults[field] is None
        fields[field] = draw(statements if single else st.lists(statements, min_size=1, max_size=2).map(tuple))
    return Head(**fields)  # type: ignore[arg-type]


# ── Provenance and the whole ────────────────────────────────────────────────

facts = st.lists(st.tuples(ids, words), max_size=2).map(lambda drawn: tuple(sorted(drawn, key=lambda fact: fact[0])))
remarks = st.builds(model.Remark, tokens, words, facts)
provenances = st.builds(
    Provenance,
    maybe(words),
    maybe(tokens),
    maybe(counts),
    maybe(digests),
    maybe(tokens),
    maybe(digests),
    maybe(words),
    maybe(tokens),
    maybe(tokens),
    maybe(counts),
    maybe(counts),
    maybe(counts),
    st.lists(remarks, max_size=2).map(tuple),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Return any article."""
    seen: set[str] = set()
    return Article(
        with_unique_ids(draw(blocks()), seen),
        with_unique_ids(draw(heads()), seen),
        draw(maybe(iris)),
        draw(ordinals),
        draw(st.sampled_from(["usable", "withheld", "canceled"])),
        draw(maybe(languages)),
        draw(maybe(directions)),  # type: ignore[arg-type]
        draw(provenances),
    )


def with_unique_ids(value: T, seen: set[str]) -> T:
    """Return the value without the ids that were seen before; those that stay are seen."""
    if isinstance(value, tuple):
        return cast(T, tuple(with_unique_ids(item, seen) for item in value))
    if not isinstance(value, Value):
        return value
    fields = {field: with_unique_ids(getattr(value, field), seen) for field in field_names(type(value))}
    name = fields.get("id")
    if isinstance(name, str):
        if name in seen:
            fields["id"] = None
        seen.add(name)
    return type(value)(**fields)
