"""A document in order: package → the article inside, or styles, body, notes, properties → article."""

from __future__ import annotations

from converter import model
from converter.core.errors import no_text
from converter.io.hash import of_words
from converter.model import canonical
from converter.model.article import Article, Provenance
from converter.model.block import Blocks
from converter.model.checks import is_xml_text, matches
from converter.model.head import Head
from converter.model.inline import inlines
from converter.model.words import plain_text
from converter.readers.docx.blocks import Line, Reading, assemble, notes_of
from converter.readers.docx.inline import note_id
from converter.readers.docx.parts import Package, W
from converter.readers.docx.styles import Styles, value
from converter.render.embedded import name_changes, take_out
from converter.text.annotate import told
from converter.text.bylines.byline import find_byline_rule
from converter.text.characters import notice_characters
from converter.text.dates import moments
from converter.text.language import detect_language
from converter.text.usage_restrictions import LINES_OF_HOLDS, find_hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context, NoOptions
    from converter.model.block import Block

_CANONICAL = b"urn:converter:article:1"
_HEAD = ("headline", "sub", "kicker", "abstract", "byline", "dateline")
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article: the identical one where a document of ours has not been changed, else what it says now.

    Raises UnreadableInput for what is no Word document or holds no text, LimitExceeded for what is too large.
    """
    package = Package(source, context.limits)
    carried = _carried(package, context)
    if carried is not None and carried[1]:
        return carried[0]
    styles = Styles(package)
    reading = Reading(package, package.main, styles, context, _notes(package))
    lines = reading.lines(package.root(package.main))
    head_lines, body_lines = _parted(lines)
    blocks: list[Block] = [*_margins(package, styles, context, "header"), *assemble(body_lines)]
    for part, kind in _NOTES:
        for name in package.related(package.main, part):
            blocks += notes_of(
                Reading(package, name, styles, context), package.root(name), kind, reading.words.references
            )
    blocks += _margins(package, styles, context, "footer")
    if reading.words.deleted:
        context.notice("tracked-changes-accepted", count=reading.words.deleted)
    body: Blocks = tuple(blocks)
    text = plain_text(Article(body, Head(headlines=tuple(model.Headline(line.content) for line in head_lines))))
    if not text.strip():
        raise no_text()
    notice_characters(text, context)
    lang = context.source.lang or _language(styles, text, context)
    return told(
        Article(
            body=body,
            head=_head(head_lines, package),
            guid=carried[0].guid if carried else None,
            lang=lang,
            provenance=Provenance(charset="utf-8"),
        )
    )


def decode(source: bytes, options: NoOptions, context: Context) -> str:
    """Return the words of the document, its notes, headers and footers, for the check that none is lost.

    The description of a picture is no text of the article but its picture's `alt`.
    """
    package = Package(source, context.limits)
    carried = _carried(package, context)
    if carried is not None and carried[1]:
        return ""
    main = package.main
    parts = [main]
    for kind in ("header", "footer"):
        parts += {_text(package, name): name for name in reversed(package.related(main, kind))}.values()
    for kind, _ in _NOTES:
        parts += package.related(main, kind)
    styles = Styles(package)
    return "".join(_text(package, name, styles) for name in parts)


def _notes(package: Package) -> frozenset[str]:
    """Return the ids of the notes that there are."""
    return frozenset(
        note_id(kind, element.get(f"{W}id") or "")
        for part, kind in _NOTES[:2]
        for name in package.related(package.main, part)
        for element in package.root(name)
        if next(element.iter(f"{W}t"), None) is not None
    )


def _text(package: Package, part: str, styles: Styles | None = None) -> str:
    """Return the words of a part in which no second way of saying it is counted, and no description of a picture."""
    root = package.root(part)
    for paragraph in list(root.iter(f"{W}p")) if styles is not None else ():
        parent, style = paragraph.getparent(), value(paragraph.find(f"{W}pPr/{W}pStyle"))
        if styles is not None and parent is not None and styles.role(style) == "figure-description":
            parent.remove(paragraph)
    for fallback in list(root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
        parent = fallback.getparent()
        if parent is not None and len(parent) > 1:
            parent.remove(fallback)
    for name in ("del", "moveFrom"):
        for gone in list(root.iter(f"{W}{name}")):
            parent = gone.getparent()
            if parent is not None and gone.tail is None:
                parent.remove(gone)
    return "".join(element.text or "" for element in root.iter(f"{W}t"))


def _carried(package: Package, context: Context) -> tuple[Article, bool] | None:
    """Return the article that a document of ours carries, and whether the document still says the same."""
    for name in package.names():
        content = package.content(name) or b""
        if not name.startswith("customXml/item") or not canonical.looks_canonical(content):
            continue
        properties = package.properties("docProps/custom.xml")
        stated = properties.get("canonical-sha256")
        if stated is not None and canonical.digest(content) != stated:
            content = _rewritten(content, context)
        article = take_out(content, stated, context)
        if article is None:
            return None
        parts = [package.main, *(part for kind, _ in _NOTES[:1] for part in package.related(package.main, kind))]
        if properties.get("shown-sha256") == of_words("".join(_text(package, part) for part in parts)):
            return article, True
        paragraphs = (p for part in parts for p in package.root(part).iter(f"{W}p"))
        shown = "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in paragraphs)
        name_changes(article, shown, context)
        return article, False
    return None


def _rewritten(content: bytes, context: Context) -> bytes:
    """Return a canonical form that Word has written in its own way, as we write it."""
    from converter.core.errors import ConverterError

    try:
        return canonical.serialise(canonical.parse(content, context.limits))
    except ConverterError:
        return content


def _parted(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the head, known by their styles above the story, and all others."""
    head: list[Line] = []
    body: list[Line] = []
    opening = [line for line in lines if line.content][:LINES_OF_HOLDS]
    holds = [line for line in opening if find_hold(plain_text(model.Paragraph(line.content)).strip())]
    for line in lines:
        if line in holds:
            continue
        is_above = not any(each.role in ("p", "item", "table", "heading", "quote") for each in body)
        is_second = line.role == "headline" and any(each.role == "headline" for each in head)
        if line.role in _HEAD and not is_second and (is_above or line.role == "dateline"):
            head.append(line)
        else:
            body.append(line)
    if not any(line.role == "headline" for line in head):
        # Many write their headline as the first heading, and the only one of the highest level.
        first = next((line for line in body if line.content), None)
        top = [line for line in body if line.role == "heading" and line.level == 1]
        if first is not None and top == [first]:
            body.remove(first)
            first.role = "headline"
            head.insert(0, first)
            for line in body:
                line.level = max(1, line.level - 1)
    _find_byline(head, body)
    return head, [*holds, *body]


def _find_byline(head: list[Line], body: list[Line]) -> None:
    """Take the byline from the first paragraph where no style says which line it is."""
    first = next((line for line in body if line.content), None)
    if first is None or first.role != "p" or any(line.role == "byline" for line in head):
        return
    text = plain_text(model.Paragraph(first.content))
    if find_byline_rule(text, after_headline=bool(head), after_label=False):
        first.role = "byline"
        body.remove(first)
        head.append(first)


def _head(lines: list[Line], package: Package) -> Head:
    core = package.properties("docProps/core.xml")
    rule = "docx-style"
    headlines = [
        model.Headline(line.content, "main" if line.role == "headline" else line.role, inferred=rule)  # type: ignore[arg-type]
        for line in lines
        if line.role in ("headline", "sub", "kicker")
    ]
    abstract = tuple(model.Paragraph(line.content) for line in lines if line.role == "abstract")
    dates = []
    for name, kind in (("created", "created"), ("modified", "modified")):
        moment = moments.moment(core.get(name, ""))
        if moment:
            dates.append(model.Date(kind, moment, inferred="docx-property"))  # type: ignore[arg-type]
    keywords = [part.strip() for part in core.get("keywords", "").replace(";", ",").split(",")]
    bylines = tuple(model.Byline(line.content, inferred=rule) for line in lines if line.role == "byline")
    creator = core.get("creator", "")
    kept = (
        "title",
        "subject",
        "description",
        "category",
        "lastModifiedBy",
        "identifier",
        "contentStatus",
        "revision",
        "creator",
    )
    dateline = next((line for line in lines if line.role == "dateline"), None)
    return Head(
        headlines=tuple(headlines),
        bylines=bylines,
        dateline=model.Dateline(dateline.content, inferred=rule) if dateline else None,
        abstract=model.Abstract(abstract, inferred=rule) if abstract else None,
        parties=(model.Party(creator, "creator", inferred="docx-property"),)
        if bylines and creator in plain_text(bylines[0]) and creator
        else (),
        dates=tuple(dates),
        keywords=tuple(
            model.Keyword(text, inferred="docx-property")
            for text in dict.fromkeys(keywords)
            if text and is_xml_text(text)
        ),
        properties=tuple(
            model.Property(f"docx:{name}", inlines(core[name]), inferred="docx-property")
            for name in kept
            if core.get(name)
        ),
    )


def _margins(package: Package, styles: Styles, context: Context, kind: str) -> list[Block]:
    """Return the words of the headers or footers as furniture, each text once."""
    out: list[Block] = []
    seen: set[str] = set()
    for name in package.related(package.main, kind):
        text = _text(package, name)
        if text in seen:
            continue
        seen.add(text)
        blocks = assemble(Reading(package, name, styles, context).lines(package.root(name)))
        if blocks:
            out.append(model.Furniture(blocks, f"page-{kind}", rule="docx-margin"))
    return out


def _language(styles: Styles, text: str, context: Context) -> str | None:
    """Return the language of the words, else the document's own, which is mostly that of a Word as installed."""
    found = detect_language(text, context)
    stated = styles.lang if styles.lang and matches("language tag", styles.lang) else None
    if found is None or (stated and stated.partition("-")[0].lower() == found.partition("-")[0].lower()):
        return stated or found
    return found
