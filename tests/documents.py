"""Canonical documents as somebody else might have written them."""

from __future__ import annotations

import re

from lxml import etree

from converter.model.canonical import _SHAPES, NAMESPACE

# Where white space is no text: elements without words of their own.
_WITHOUT_TEXT = {"body", "foot"} | {
    shape.element
    for shape in _SHAPES.values()
    if not any(part.element is None and part.form in ("inlines", "text") for part in shape.parts)
}


def document(body: str = "", head: str = "", *, opening: str = "") -> bytes:
    """Return a canonical document by hand; the body begins on line 2."""
    root = f'<article xmlns="{NAMESPACE}" schema="1" status="usable" version="1">'
    return f"{opening}{root}<head>{head}</head>\n<body>{body}</body><provenance></provenance></article>".encode()


def respelt(content: bytes) -> bytes:
    """Return the same document as other tools might write it: indented, prefixed, ASCII, with a comment and a PI."""
    root = etree.fromstring(content)
    for element in root.iter():
        if etree.QName(element).localname in _WITHOUT_TEXT and len(element):
            element.text = "\n"
            for child in element:
                child.tail = "\n"
    spelt = etree.tostring(root, encoding="us-ascii", xml_declaration=True).decode()
    spelt = re.sub(r"<(/?)(?=\w)", r"<\1a:", spelt).replace("xmlns=", "xmlns:a=", 1)
    return spelt.replace("<a:body>", "<a:body><!-- by hand --><?by hand?>", 1).encode()
