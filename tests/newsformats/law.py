"""What an exchange format says of an article, as plain values: the law `read(write(a)) == a` is held in these words.

This is the table of what a format writes in another form without losing it
(`docs/reference/newsml.md`, `nitf.md`, `ninjs.md`), as code: `said` takes an
article to the values that must come back. What a notice names is left out by
the test, field by field and block by block; everything else must be equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from converter import model
from converter.core.values import Value, field_names
from converter.model.article import Article
from converter.model.block import Blocks
from converter.model.checks import is_xml_text, matches
from converter.model.inline import Inline, Inlines, inlines
from converter.model.words import plain_text
from converter.newsformats.catalog import SCHEMES
from converter.newsformats.dates import instant
from converter.newsformats.furniture import furniture_in
from converter.newsformats.life import is_withdrawn, present_revision
from converter.newsformats.words import texts_in
from converter.render.html_write import language_tag
from converter.render.links import identifier, live, picture
from converter.render.whitespace import is_blank, one_spaced, unwrapped

PLUS = "http://ns.useplus.org/ldf/vocab/"
_EMPTY = (
    model.Emphasis,
    model.Strong,
    model.Underline,
    model.Strike,
    model.Subscript,
    model.Superscript,
    model.Code,
)


# ── Words ───────────────────────────────────────────────────────────────────


def shown(text: str) -> str:
    """Return the text with U+FFFD for what XML cannot hold."""
    return "".join(c if is_xml_text(c) else "\N{REPLACEMENT CHARACTER}" for c in text)


def word(text: str | None) -> str:
    """Return a name or value of one line as it comes back: blanks at its edges and line ends are layout."""
    return one_spaced(re.sub(r"[\t\n\r]", " ", shown(text or ""))) if text and text.strip() else ""


def language(tag: str | None) -> str | None:
    """Return a language that says something."""
    tag = language_tag(tag)
    return None if tag is None or tag.lower() == "und" else tag


def line(content: Inlines) -> Inlines:
    """Return a line of text as it comes back."""
    return unwrapped(marks(content))


def marks(content: Inlines) -> Inlines:
    """Return inlines as they come back, white space as it is: characters shown, addresses encoded, nothing empty."""
    made: list[Inline] = []
    for item in content:
        match item:
            case str():
                made.append(item)
            case model.Char():
                made.append("\N{REPLACEMENT CHARACTER}")
            case model.LineBreak():
                made.append(item)
            case model.Ruby():
                made.append(model.Ruby(marks(item.content), marks(item.reading)))
            case model.Link():
                address = live(item.href)
                words = marks(item.content)
                made += words if address is None else (model.Link(words, address, item.title),)
            case model.Span():
                lang = language(item.lang)
                words = marks(item.content)
                made += (model.Span(words, lang, item.dir),) if lang or item.dir else words
            case _:
                words = marks(item.content)
                if words or not isinstance(item, _EMPTY):
                    made.append(item.replace(content=words))
    return inlines(*made)


# ── Blocks ──────────────────────────────────────────────────────────────────


def blocks(body: Blocks) -> Blocks:
    """Return blocks as XHTML brings them back."""
    return tuple(made for block in body for made in _block(block))


def _block(block: Any) -> Iterable[Any]:
    placed = {"id": block.id, "lang": language(block.lang), "dir": block.dir}
    match block:
        case model.Furniture():
            return ()
        case model.Paragraph():
            content = line(block.content)
            if is_blank(content) or all(isinstance(item, model.LineBreak) for item in content):
                return ()
            return (model.Paragraph(content, **placed),)
        case model.Heading():
            content = line(block.content)
            return () if is_blank(content) else (model.Heading(content, min(block.level, 5), **placed),)
        case model.Quote():
            attribution = line(block.attribution)
            if attribution and isinstance(attribution[0], str):
                attribution = inlines(re.sub(r"^[—–―-][ \t\r\n]*", "", attribution[0]), *attribution[1:])
            cite = live(block.cite) if block.cite else None
            return (model.Quote(blocks(block.blocks), attribution, block.speaker or None, cite, **placed),)
        case model.List():
            items = tuple(model.Item(blocks(item.blocks)) for item in block.items)
            return (model.List(items, block.ordered, block.start if block.ordered else 1, **placed),)
        case model.Table():
            body, head, foot = (tuple(map(_row, part)) for part in (block.body, block.head, block.foot))
            return (model.Table(body, head, foot, line(block.caption), **placed),)
        case model.Figure():
            return (_figure(block, placed),)
        case model.Preformatted():
            return (model.Preformatted(marks(block.content), **placed),)
        case model.ThematicBreak():
            return (model.ThematicBreak(inlines(shown(plain_text(block.content))), **placed),)
        case model.Note():
            return (model.Note(blocks(block.blocks), block.kind, **placed),)
        case model.Foreign():
            return (model.Foreign(inlines(shown(plain_text(block.content))), block.type, **placed),)
        case _:
            raise TypeError(f"no case for {block!r}")


def _row(row: model.Row) -> model.Row:
    return model.Row(
        tuple(cell.replace(blocks=blocks(cell.blocks), scope=cell.scope if cell.header else None) for cell in row.cells)
    )


def _figure(block: model.Figure, placed: dict[str, Any]) -> model.Figure:
    named = [(reference, address) for reference in block.media if (address := picture(reference.src)) is not None]
    media = tuple(reference.replace(src=address) for reference, address in named[:1])
    if media and (media[0].type or "").startswith("audio/"):
        media = (media[0].replace(width=None, height=None),)
    return model.Figure(media, line(block.caption), line(block.credit), block.alt or None, **placed)


# ── Head ────────────────────────────────────────────────────────────────────


def said(article: Article, writer: str = "newsml") -> dict[str, list[Any]]:
    """Return field → values that the format brings back; in an order of their own where the format has one."""
    made = _said(article)
    if writer == "newsml":
        return made
    made["dateline"] = _dateline(article.head.dateline, replaced=True)
    if writer == "ninjs":
        made["dir"] = [each for each in made["dir"] if each != "ltr"]  # What everybody assumes is not said.
        made["date.created"] = [instant(value) or value for value in made["date.created"]]
        made["furniture"] = made["property"] = []
        for kind in ("kicker", "main", "sub", "short", "other"):
            made[f"headline.{kind}"] = list(dict.fromkeys(made[f"headline.{kind}"]))
    if writer == "nitf":
        mining = (right for right in article.head.rights if right.kind == "data-mining")
        known = {"allowed": f"{PLUS}DMI-ALLOWED", "prohibited": f"{PLUS}DMI-PROHIBITED"}
        words = [shown(plain_text(right.content)).strip() for right in mining]
        made["rights.data-mining"] = [known.get(term.lower(), term) for term in words if term]
        made["rights.usage"] = [
            each for right in article.head.rights if right.kind == "usage" for _, each in _right(right, taken=True)
        ]
        # A genre without a name has its code for one.
        made["genre"] = [(name, code) if name else (code, None) for name, code in made["genre"] if name or code]
        made["dateline"] = [each.casefold() if isinstance(each, str) else each for each in made["dateline"]]
    # Order within these is that of the places where the format has them; white space is folded to one space.
    sorting = ("entity", "furniture", "party.creator", "party.contributor", "rights.usage")
    return {
        field: sorted(map(folded, values), key=repr) if field in sorting else list(map(folded, values))
        for field, values in made.items()
    }


def folded(value: Any) -> Any:
    """Return a value with each run of white space in its words as one space."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return tuple(map(folded, value))
    if isinstance(value, Value):
        return (type(value).__name__, *(folded(getattr(value, field)) for field in field_names(type(value))))
    return value


def nitf_blocks(body: Blocks) -> tuple[Any, ...]:
    """Return blocks as NITF brings them back: white space folded, nothing blank, no list or row without an entry."""
    return tuple(folded(made) for block in blocks(body) for made in _in_nitf(block))


def _in_nitf(block: Any) -> Iterable[Any]:
    def inner(several: Blocks) -> Blocks:
        return tuple(made for each in several for made in _in_nitf(each))

    match block:
        case model.Paragraph() | model.Heading():
            only_words = all(isinstance(item, str) for item in block.content)
            return () if only_words and not plain_text(block.content).strip() else (block,)
        case model.List():
            items = tuple(model.Item(inner(item.blocks)) for item in block.items)
            return (block.replace(items=items),) if items else ()
        case model.Quote() | model.Note():
            return (block.replace(blocks=inner(block.blocks)),)
        case model.Table():
            parts = {}
            for part in ("head", "body", "foot"):
                rows = (
                    tuple(cell.replace(blocks=inner(cell.blocks)) for cell in row.cells) for row in getattr(block, part)
                )
                parts[part] = tuple(model.Row(cells) for cells in rows if cells)
            return (block.replace(**parts),)
        case model.Figure():
            alt = block.alt if block.alt and block.alt.strip() else None
            caption, credit = (line if plain_text(line).strip() else () for line in (block.caption, block.credit))
            block = block.replace(alt=alt, caption=caption, credit=credit)
            return (block,) if block.media or caption or credit else ()
        case _:
            return (block,)


def _said(article: Article) -> dict[str, list[Any]]:
    """Return field → values that NewsML-G2 brings back."""
    head = article.head
    made: dict[str, list[Any]] = {
        "guid": [article.guid],
        "version": [article.version],
        "status": [article.status],
        "lang": [language(article.lang)],
        "dir": [article.dir],
        "abstract": [line(content) for content in texts_in(blocks(head.abstract.blocks))] if head.abstract else [],
        "slug": [(word(head.slug.text), head.slug.separator or None)] if head.slug and head.slug.text.strip() else [],
        "urgency": [head.urgency.value] if head.urgency else [],
        "keyword": [word(keyword.text) for keyword in head.keywords],
        "genre": [(word(genre.name), identity(genre)) for genre in head.genres],
        "subject": [
            (word(each.name), identity(each), language(each.lang) if word(each.name) else None, address(each.creator))
            for each in head.subjects
        ],
        "entity": [entity for each in head.entities if (entity := _entity(each))],
        "related": sorted(
            (one_spaced(each.title) if each.title.strip() else "", live(each.href or "") or "", each.rel)
            for each in head.related
            if each.title.strip() or live(each.href or "")
        ),
        "altid": [
            (one_spaced(each.value), address(each.scheme) or each.scheme) for each in head.altids if each.value.strip()
        ],
        "property": [(each.name, shown(plain_text(each.content))) for each in head.properties],
        "furniture": sorted("\n".join(_furniture(block)) for block, _ in furniture_in(article.body)),
        "revision": [life(article)],
        "ednote": sorted(map(repr, dict.fromkeys(_notes(article)))),
    }
    for kind in ("kicker", "main", "sub", "short", "other"):
        made[f"headline.{kind}"] = [line(each.content) for each in head.headlines if each.kind == kind]
    made["byline"] = [line(each.content) for each in head.bylines]
    made["dateline"] = _dateline(head.dateline)
    for role in ("provider", "creator", "contributor", "source", "copyright-holder"):
        made[f"party.{role}"] = [found for each in head.parties if each.role == role and (found := party(each))]
    for rights_kind in ("notice", "usage", "data-mining"):
        made[f"rights.{rights_kind}"] = []
    for right in head.rights:
        for kind, value in _right(right, taken=bool(made["rights.data-mining"])):
            made[f"rights.{kind}"].append(value)
    for date_kind in ("created", "published", "modified", "embargoed"):
        made[f"date.{date_kind}"] = [each.value for each in head.dates if each.kind == date_kind]
    return {field: [value for value in values if not _says_nothing(value)] for field, values in made.items()}


def _says_nothing(value: Any) -> bool:
    if isinstance(value, tuple) and value and all(isinstance(item, str | Value) for item in value):
        return not plain_text(value).strip()
    return value in (None, "", (), ("", None), ("", None, None, None)) or (
        isinstance(value, tuple) and len(value) == 3 and value[:2] == ("", None)
    )


def address(iri: str | None) -> str | None:
    """Return an address as it is written where a format wants a URI."""
    return identifier(iri) if iri and matches("absolute IRI", iri) else None


def identity(concept: model.Subject | model.Genre) -> str | None:
    """Return what identifies a subject or genre: the address of its code, else scheme and code as they are."""
    code, scheme = concept.code, concept.scheme
    if code is None or scheme is None:
        return code
    if scheme in SCHEMES:
        return SCHEMES[scheme] + code
    whole = address(scheme + code) if matches("absolute IRI", scheme) else None
    return whole or (scheme + code if re.match("https?:|urn:", scheme) else f"{scheme}:{code}")


def party(who: model.Party) -> tuple[Any, ...] | None:
    """Return name, identifier and job; an address of a scheme that names nothing is a literal like any other."""
    uri = identifier(who.uri) if who.uri else None
    literal = word(who.literal) or None
    if who.uri and uri is None:
        literal = word(who.uri)
    name = word(who.name) or (literal if uri is None else "") or ""
    if not name and not uri:
        return None
    literal = None if literal == name or (uri and who.role != "provider") else literal
    return name, uri, literal, one_spaced(who.job or "") or None


def _entity(entity: model.Entity) -> tuple[Any, ...] | None:
    uri = (identifier(entity.uri) or entity.uri) if entity.uri else None
    if not entity.name.strip() and uri is None:
        return None
    called = re.split("[/#]", (uri or "").rstrip("/#"))[-1]
    return entity.kind, word(entity.name) if entity.name.strip() else called, uri, entity.id


def _dateline(dateline: model.Dateline | None, *, replaced: bool = False) -> list[Any]:
    words = plain_text(dateline.content) if dateline else ""
    if dateline is None or not (shown(words) if replaced else words).strip():
        return []
    return [line(dateline.content), word(dateline.place)]


def _right(right: model.Rights, *, taken: bool) -> Iterable[tuple[str, Any]]:
    kind = right.kind
    href = live(right.href) if right.href else None
    lang = language(right.lang)
    words = plain_text(right.content).strip()
    if kind == "data-mining":
        known = {"allowed": f"{PLUS}DMI-ALLOWED", "prohibited": f"{PLUS}DMI-PROHIBITED"}
        term = live(known.get(words.lower(), words))
        if term is not None and term.startswith(PLUS) and not taken:
            yield "data-mining", term
            right = right.replace(content=())
        kind = "usage"
    content = line(right.content)
    if plain_text(content).strip() or href:
        yield kind, (content if plain_text(content).strip() else (), href, lang)


def _furniture(block: Any) -> list[str]:
    lines = "\n".join(shown(plain_text(content)) for content in texts_in(block.blocks, furniture=True)).split("\n")
    return [line for line in lines if line.strip()]


def life(article: Article) -> str:
    """Return what this version of the story is."""
    if is_withdrawn(article):
        return "withdrawal"
    revision = present_revision(article)
    if article.version == 1:
        return "created"
    return revision.kind if revision is not None and revision.kind == "correction" else "update"


def _notes(article: Article) -> list[Inlines]:
    revision = present_revision(article)
    notes = [*([revision.note] if revision else []), *(note.content for note in article.head.ednotes)]
    return [line(content) for content in notes if plain_text(content).strip()]


# ── What a notice names ─────────────────────────────────────────────────────


def noticed(notices: Iterable[Any]) -> tuple[set[str], set[int]]:
    """Return the fields and the numbers of the blocks that notices name."""
    fields: set[str] = set()
    numbers: set[int] = set()
    for notice in notices:
        if notice.where.startswith("block "):
            numbers.add(int(notice.where.removeprefix("block ")))
        elif notice.where.startswith("head/"):
            fields.add(notice.where.removeprefix("head/"))
            if notice.where == "head/rights.data-mining":  # Words that are no term are terms of usage.
                fields.add("rights.usage")
            if notice.where == "head/subject" and notice.code == "value-folded":  # It stands among the keywords.
                fields.add("keyword")
            if notice.where == "head/revision":  # What a revision changes is one of the notes.
                fields.add("ednote")
        elif notice.where in ("lang", "version", "guid", "status"):
            fields.add(notice.where)
    return fields, numbers


def every_field(value: object) -> Iterable[str]:
    """Yield the name of each field of a value, for a test that the table knows them all."""
    if isinstance(value, Value):
        yield from field_names(type(value))
