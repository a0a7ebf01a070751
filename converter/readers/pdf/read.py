"""A PDF in order: the article inside; else what its tags say, or lines, paragraphs, headline, byline → article."""

from __future__ import annotations

from converter import model
from converter.core.errors import UnreadableInput
from converter.model.article import Article
from converter.model.checks import is_xml_text
from converter.model.head import Head
from converter.model.inline import inlines
from converter.model.words import has_words, plain_text
from converter.readers.pdf.inside import find_canonical
from converter.readers.pdf.layout import Piece, pieces_of
from converter.readers.pdf.lines import lines_of
from converter.readers.pdf.tagged import blocks_of
from converter.readers.pdf.tags import structure_of
from converter.render.embedded import has_the_letters, take_out
from converter.text.annotate import told
from converter.text.bylines.byline import find_byline_rule
from converter.text.characters import notice_characters
from converter.text.dates import moments
from converter.text.furniture import load_rules
from converter.text.language import detect_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from converter.formats.records import Context, NoOptions
    from converter.model.block import Block, Blocks

_PROSE = 80
"""Letters: a paragraph of more belongs to the story."""
_MOST_TAG = 256


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article: the one inside a PDF of ours, else the text of the pages, by the file's tags or their layout.

    Raises UnreadableInput for what is no PDF, is encrypted or has no text (a scan), LimitExceeded.
    """
    import pypdfium2

    document = _open(source)
    try:
        content = find_canonical(document, source, context)
        carried = take_out(content, None, context) if content is not None else None
        lines = list(lines_of(document, context.limits))
        if carried is not None:
            has_the_letters(carried, "\n".join(line.text for line in lines), context)
            return carried
        stated = document.get_metadata_dict(skip_empty=True)
        structure = structure_of(document, context.limits) if lines else None
        tongue = _language(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableInput(f"is a damaged PDF: {str(error).rstrip('.').lower()}") from error
    finally:
        document.close()
    pieces = pieces_of(lines)
    if not pieces:
        raise UnreadableInput("has no text: its pages may be pictures", hint="recognise its text with OCR first")
    text = "\n".join(piece.text for piece in pieces)
    notice_characters(text, context)
    pages = lines[-1].page + 1
    blocks = blocks_of(structure.root) if structure is not None else ()
    if structure is not None and any(has_words(block) for block in blocks):
        context.notice("tags-believed", pages=pages)
        head, body = _told_apart(blocks, structure.outside, stated)
    else:
        context.notice("layout-guessed", pages=pages)
        head, body = _parted(pieces, stated)
    lang = context.source.lang or tongue or detect_language(text, context)
    return told(Article(body=tuple(body), head=head, lang=lang))


def _open(source: bytes) -> PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput("is encrypted", hint="save it without a password first") from error
        raise UnreadableInput("is no PDF that can be read") from error


def _language(document: PdfDocument) -> str | None:
    """Return the language tag that the file states, or None."""
    import ctypes

    from pypdfium2 import raw

    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size <= _MOST_TAG:
        return None
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    tag = buffer.raw[: size - 2].decode("utf-16-le", "replace").strip()
    return tag if model.matches("language tag", tag) else None


def _told_apart(blocks: Blocks, outside: list[str], stated: dict[str, str]) -> tuple[Head, list[Block]]:
    """Return head and body of the blocks that a structure states: its first heading is the headline."""
    rules = load_rules()
    headline: model.Headline | None = None
    byline: model.Byline | None = None
    body: list[Block] = []
    begun = False
    for block in blocks:
        if isinstance(block, model.Heading) and headline is None and not begun:
            headline = model.Headline(block.content, inferred="pdf-tags")
            continue
        if isinstance(block, model.Paragraph):
            words = plain_text(block)
            rule = (
                find_byline_rule(words, after_headline=headline is not None, after_label=False) if not begun else None
            )
            if rule and byline is None:
                byline = model.Byline(block.content, inferred=rule)
                continue
            match = rules.find(words)
            if match:
                body.append(model.Furniture((block,), match.kind, rule=match.rule))
                continue
            begun = begun or len(words) > _PROSE
        body.append(block)
    margins = [model.Paragraph(inlines(line.strip())) for line in outside]
    if margins:
        body.append(model.Furniture(tuple(margins), "page-margin", rule="pdf-untagged"))
    return _head(headline, byline, stated), body


def _parted(pieces: list[Piece], stated: dict[str, str]) -> tuple[Head, list[Block]]:
    """Return head and body: the first large lines are the headline, a line of names below it the byline."""
    rules = load_rules()
    headline: model.Headline | None = None
    byline: model.Byline | None = None
    body: list[Block] = []
    begun = False
    for piece in pieces:
        words = inlines(piece.text)
        if piece.kind == "margin":
            body.append(model.Furniture((model.Paragraph(words),), "page-margin", rule="pdf-margin"))
            continue
        if piece.kind == "large" and headline is None and not begun:
            headline = model.Headline(words, inferred="pdf-largest")
            continue
        rule = (
            find_byline_rule(piece.text, after_headline=headline is not None, after_label=False) if not begun else None
        )
        if rule and byline is None:
            byline = model.Byline(words, inferred=rule)
            continue
        match = rules.find(piece.text)
        if match:
            body.append(model.Furniture((model.Paragraph(words),), match.kind, rule=match.rule))
        elif piece.kind == "large":
            body.append(model.Heading(words, inferred="pdf-largest"))
        else:
            begun = begun or len(piece.text) > _PROSE
            body.append(model.Paragraph(words))
    head = _head(headline, byline, stated)
    return head, body if any(has_words(block) for block in body) else [
        model.Paragraph(inlines("\n".join(piece.text for piece in pieces)))
    ]


def _head(headline: model.Headline | None, byline: model.Byline | None, stated: dict[str, str]) -> Head:
    properties = tuple(
        model.Property(f"pdf:{name}", inlines(value), inferred="pdf-property")
        for name, value in sorted(stated.items())
        if name in ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")
        and is_xml_text(value)
        and value.strip()
    )
    dates = [
        model.Date(kind, moment, inferred="pdf-property")  # type: ignore[arg-type]
        for name, kind in (("CreationDate", "created"), ("ModDate", "modified"))
        for moment in [_moment(stated.get(name, ""))]
        if moment
    ]
    return Head(
        headlines=(headline,) if headline else (),
        bylines=(byline,) if byline else (),
        dates=tuple(dates),
        properties=properties,
    )


def _moment(text: str) -> str | None:
    """Return a PDF's date, `D:20240523063000+01'00'`, as the model's (ISO 32000-1 §7.9.4)."""
    digits = text.removeprefix("D:").replace("'", "")
    if len(digits) < 8 or not digits[:8].isdigit():
        return None
    day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    clock = digits[8:14]
    if len(clock) == 6 and clock.isdigit():
        full = moments.moment(f"{day}T{clock[:2]}:{clock[2:4]}:{clock[4:]}{digits[14:]}")
        if full:
            return full
    return moments.moment(day)
