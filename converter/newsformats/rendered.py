"""Text that says of what kind it is, as it stands in another format: XHTML, HTML or plain."""

from __future__ import annotations

import re

from lxml import etree

from converter.core.errors import UnreadableInput
from converter.io.xml import parse, parse_html
from converter.model.block import Paragraph
from converter.model.inline import inlines
from converter.render.html_read import XHTML
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.block import Blocks


def fragment(markup: str, context: Context, *, is_xml: bool = True) -> _Element:
    """Return the element around a fragment of (X)HTML.

    What is no well-formed XML is read as a browser would: with a notice,
    unless it is HTML and never said that it is XML.
    """
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    try:
        root = parse(f'<div xmlns="{XHTML}">{text}</div>'.encode(), context.limits, keep_comments=True)
    except UnreadableInput as error:
        if error.hint.startswith("limit "):
            raise
        if is_xml:
            context.notice("markup-repaired", fault=error.what)
        root = parse_html(text, context.limits)
    count = sum(1 for _ in root.iter(etree.Comment))
    if count:
        context.notice("markup-dropped", what="comment", count=count)
        etree.strip_elements(root, etree.Comment, with_tail=False)
    return root


def paragraphs(text: str) -> Blocks:
    """Return plain text as paragraphs: parted by blank lines, where there are any, else each line is one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if re.search(r"\n[ \t]*\n", text.strip()):
        pieces = [one_spaced(piece) for piece in re.split(r"\n[ \t]*\n", text)]
    else:
        pieces = [line.strip(" \t") for line in text.split("\n")]
    return tuple(Paragraph(inlines(piece)) for piece in pieces if piece)
