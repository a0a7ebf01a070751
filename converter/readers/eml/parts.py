"""The parts of a message: the story's text in its best form, and what is attached to it."""

from __future__ import annotations

import re

from converter.model.article import Article
from converter.model.block import Figure, Furniture, MediaReference, Paragraph
from converter.model.checks import matches
from converter.model.inline import inlines
from converter.model.words import plain_text
from converter.newsformats.rendered import fragment
from converter.render.html_read import Hypertext, words_of
from converter.text.annotate import told
from converter.text.decode import decode
from converter.text.language import detect_language
from converter.text.layout import layout_of_message
from converter.text.lines import split_lines
from converter.text.options import TextOptions
from converter.text.parse import story_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage, MIMEPart

    from converter.formats.records import Context
    from converter.model.block import Block, Blocks
    from converter.readers.eml.options import EmlOptions

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
"""What parts a signature from the text (RFC 3676 §4.3)."""


def story_in(message: EmailMessage, lang: str | None, options: EmlOptions, context: Context) -> Article:
    """Return the story: from HTML before plain text. Another form with other words is left out with a notice."""
    html, plain = message.get_body(("html",)), message.get_body(("plain",))
    if html is None and plain is not None:
        return _plain(_text_of(plain, options, context), lang, context)
    body: Blocks = ()
    if html is not None:
        root = fragment(_text_of(html, options, context), context, is_xml=False)
        body = Hypertext(context, lang=context.source.lang).blocks(root)
        other = _folded(_text_of(plain, options, context)) if plain is not None else ""
        if other and other != _folded(words_of(body)):
            context.notice("content-alternative-omitted", type="text/plain", taken="text/html")
    lang = context.source.lang or lang or detect_language(plain_text(body), context)
    return told(Article(body, lang=lang))


def _plain(text: str, lang: str | None, context: Context) -> Article:
    """Return the story that a plain text is, below the subject; the signature that ends it is furniture."""
    words, *signature = _SIGNATURE.split(text.replace("\r\n", "\n"), maxsplit=1)
    layout = layout_of_message(split_lines(words), is_wire=False)
    story = story_of(words, TextOptions(layout=layout, headline="none"), context, lang=lang)
    lines = [line.strip() for line in "".join(signature).split("\n") if line.strip()]
    if not lines:
        return story
    block = Furniture(tuple(Paragraph(inlines(line)) for line in lines), "signature", "signature")
    return story.replace(body=(*story.body, block))


def _text_of(part: MIMEPart, options: EmlOptions, context: Context) -> str:
    content = part.get_payload(decode=True)
    declared = part.get_content_charset()
    if not isinstance(content, bytes):
        return ""
    return decode(content, context, told=options.charset, declared=declared, option="eml.charset")[0]


def attached(message: EmailMessage, context: Context) -> Iterator[Block]:
    """Yield the pictures that a message carries, whose bytes are kept; any other attachment is a notice."""
    images = 0
    for part in message.walk():
        name = part.get_filename() or ""
        kind = part.get_content_type()
        content = part.get_payload(decode=True)
        if part.is_multipart() or not isinstance(content, bytes):
            if kind == "message/rfc822":
                context.notice("attachment-omitted", name=name or "a message", type=kind)
            continue
        if part.get_content_maintype() == "image":
            images += 1
            context.limits.require("images", images, "the number of pictures")
            context.limits.require("image_bytes", len(content), f"the picture {name[:100]!r}")
            digest = context.media.keep(content)
            address = name or str(part["content-id"] or "").strip("<>") or f"picture-{images}"
            reference = MediaReference(address, kind if matches("token", kind) else None, digest, len(content))
            yield Figure((reference,))
        elif part.is_attachment() or part.get_content_maintype() != "text":
            context.notice("attachment-omitted", name=name or "an attachment", type=kind)


def _folded(words: str) -> str:
    return re.sub(r"\s+", "", words)
