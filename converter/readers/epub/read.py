"""A publication in order: package → the article inside, or the story as it stands now."""

from __future__ import annotations

from converter import model
from converter.core.errors import no_text
from converter.model.article import Article, Provenance
from converter.model.checks import is_xml_text, matches
from converter.model.head import Head
from converter.readers.epub.publication import Publication
from converter.render.embedded import says_the_same, take_out
from converter.render.html_read import XHTML, Hypertext, text_in
from converter.text.annotate import told
from converter.text.characters import notice_characters
from converter.text.language import detect_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from converter.formats.records import Context, NoOptions
    from converter.model.block import Block

_X = f"{{{XHTML}}}"
_RULE = "epub-class"


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article: the identical one where the publication says the same, else what it says now.

    Raises UnreadableInput for what is no EPUB or holds no text, LimitExceeded for what is too large.
    """
    publication = Publication(source, context.limits)
    for medium in publication.media():
        context.media.keep(medium)
    bodies = _bodies(publication)
    carried = _carried(publication, bodies, context)
    if carried is not None and carried[1]:
        return carried[0]
    text = "".join(map(text_in, bodies))
    if not text.strip():
        raise no_text()
    notice_characters(text, context)
    stated = next((root.get("lang") or "" for root in publication.documents()), "")
    lang = (
        context.source.lang or (stated if matches("language tag", stated) else None) or detect_language(text, context)
    )
    head, blocks = _story(bodies, Hypertext(context, lang=lang))
    return told(
        Article(
            body=tuple(blocks),
            head=head,
            guid=carried[0].guid if carried else None,
            lang=lang,
            provenance=Provenance(charset="utf-8"),
        )
    )


def decode(source: bytes, options: NoOptions, context: Context) -> str:
    """Return the words of the publication, for the check that none is lost."""
    publication = Publication(source, context.limits)
    bodies = _bodies(publication)
    carried = _carried(publication, bodies, context)
    if carried is not None and carried[1]:
        return ""  # The article is the one inside, whole; around it stands our imprint.
    for body in bodies:
        for layout in list(body.iter(f"{_X}rp")):
            layout.text = None
    # The dash before the name of who said a quotation is the writer's to set.
    return "".join(map(text_in, bodies)).replace("—", "")


def _bodies(publication: Publication) -> list[_Element]:
    return [body for root in publication.documents() for body in root.findall(f"{_X}body")]


def _carried(publication: Publication, bodies: list[_Element], context: Context) -> tuple[Article, bool] | None:
    """Return the article that the publication carries, and whether it still says the same; None without one."""
    found = publication.carried()
    article = take_out(*found, context) if found else None
    if article is None:
        return None
    return article, says_the_same(article, "\n".join(map(_shown, bodies)), context)


def _shown(body: _Element) -> str:
    """Return the words with each block on a line of its own: cells and entries side by side are no one word."""
    return "\n".join(_pieces(body))


_INLINE = frozenset(
    ["a", "abbr", "b", "code", "em", "i", "rb", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u"]
)


def _pieces(element: _Element) -> Iterator[str]:
    piece = element.text or ""
    for child in element:
        name = str(child.tag).rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in _INLINE:
            inner = list(_pieces(child))
            piece += inner[0]
            for each in inner[1:]:
                yield piece
                piece = each
        elif name and name != "rp":  # Its parentheses are for who cannot show a reading beside its base.
            yield piece
            yield from _pieces(child)
            piece = ""
        piece += child.tail or ""
    yield piece


# ── What it says now ────────────────────────────────────────────────────────


def _story(bodies: list[_Element], text: Hypertext) -> tuple[Head, list[Block]]:
    """Return head and blocks, told apart by the classes of our pages; what has none of them is the story."""
    headlines: list[model.Headline] = []
    bylines: list[model.Byline] = []
    dateline: model.Dateline | None = None
    abstract: model.Abstract | None = None
    blocks: list[Block] = []
    for element in (each for body in bodies for each in _parts(body)):
        match str(element.tag).rpartition("}")[2], element.get("class"):
            case "h1", _:
                headlines.append(model.Headline(text.line(element), inferred=_RULE))
            case "p", "kicker":
                headlines.append(model.Headline(text.line(element), "kicker", inferred=_RULE))
            case "p", "standfirst":
                headlines.append(model.Headline(text.line(element), "sub", inferred=_RULE))
            case "div", "standfirst" if abstract is None:
                abstract = model.Abstract(text.blocks(element), inferred=_RULE)
            case "p", "byline":
                bylines.append(model.Byline(text.line(element), inferred=_RULE))
            case "header" | "p" | "footer", "masthead" | "warning" | "source":
                blocks.append(model.Furniture(text.blocks(_alone(element)), "imprint", rule=_RULE))
            case "div", "story":
                span = element.find(f".//{_X}span[@class='dateline']")
                if span is not None and dateline is None:
                    dateline = model.Dateline(text.line(span), inferred=_RULE)
                    _take_away(span)
                blocks += text.blocks(element)
            case _:
                blocks += text.blocks(_alone(element))
    head = Head(headlines=tuple(headlines), bylines=tuple(bylines), dateline=dateline, abstract=abstract)
    return head, blocks


def _parts(element: _Element) -> Iterator[_Element]:
    """Yield the elements of a page in order; `main` and `article` are only around them."""
    if (element.text or "").strip():
        yield _with_text(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            if child.tag in (f"{_X}main", f"{_X}article"):
                yield from _parts(child)
            else:
                yield child
            if (child.tail or "").strip():
                yield _with_text(child.tail or "")


def _with_text(words: str) -> _Element:
    from lxml import etree

    made = etree.Element(f"{_X}p")
    made.text = words if is_xml_text(words) else None
    return made


def _alone(element: _Element) -> _Element:
    """Return an element around a copy of this one, so that its blocks are read with itself among them."""
    from copy import deepcopy

    from lxml import etree

    around = etree.Element(f"{_X}div")
    copy = deepcopy(element)
    copy.tail = None
    around.append(copy)
    return around


def _take_away(span: _Element) -> None:
    """Take an element out of its paragraph; what follows it stays."""
    parent, before = span.getparent(), span.getprevious()
    if parent is None:
        return
    words = (span.tail or "").lstrip()
    if before is None:
        parent.text = (parent.text or "") + words
    else:
        before.tail = (before.tail or "") + words
    parent.remove(span)
