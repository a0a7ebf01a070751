"""What pandoc is given, made safe: it would read an encoding that it does not know as Latin-1, and expand entities."""

from __future__ import annotations

import io
import re

from converter.core.errors import UnreadableInput, no_text
from converter.core.values import Value
from converter.io.xml import parse
from converter.io.zip_read import zip_members
from converter.pandoc import pictures
from converter.readers.pandoc import jats
from converter.readers.pandoc.opendocument import leftover
from converter.readers.pandoc.richtext import plain
from converter.text.decode import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.pandoc.family import Reading
    from converter.readers.pandoc.leftover import Leftover

_XML = (".xml", ".xhtml", ".html", ".htm", ".opf", ".ncx", ".rdf")
_NAMES = ("{*}honorific", "{*}firstname", "{*}givenname", "{*}othername")
_MIMETYPES = {"odt": b"application/vnd.oasis.opendocument.text", "epub": b"application/epub+zip"}


class Prepared(Value):
    """A source as pandoc may have it."""

    content: bytes
    charset: str | None
    """The charset of its text, where it has one of its own."""
    find: Any
    """Address → the picture that is in the source itself, or None."""
    texts: tuple[str, ...] = ()
    """The texts of the source's body, element by element, where they can be told from its markup."""
    beside: Any = None
    """Metadata that pandoc passes over, as its tree would have it, or None."""
    left: Leftover | None = None
    """What else of the source is not in the tree."""


def prepare(reading: Reading, source: bytes, options: Value, context: Context) -> Prepared:
    """Return the source made safe. Raises UnreadableInput, LimitExceeded."""
    if not source.strip():
        raise no_text()
    match reading.kind:
        case "text" | "json":
            told = getattr(options, "charset", "")
            text, charset = decode(
                source, context, told=told, declared=context.source.charset, option=f"{reading.name}.charset"
            )
            longest = max(map(len, re.split(r"\r?\n\s*\r?\n", text))) if len(text) > context.limits.line_chars else 0
            context.limits.require("line_chars", longest, "the length of a paragraph")
            held = pictures.in_notebook(text) if reading.name == "ipynb" else {}
            return Prepared(_newlines(text).encode(), charset, pictures.finder(held))
        case "xml":
            root = parse(source, context.limits)
            held = pictures.in_fictionbook(root) if reading.name == "fb2" else {}
            from lxml import etree

            for name in root.iter(*_NAMES) if reading.name == "docbook" else ():
                name.tail = name.tail or " "  # Pandoc sets the parts of a name side by side.
            beside, left = jats.told(root) if reading.name == "jats" else (None, None)
            content: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
            declared = root.getroottree().docinfo.encoding
            return Prepared(
                content, declared, pictures.finder(held), texts=_texts(reading.name, root), beside=beside, left=left
            )
        case "rtf":
            if not source.lstrip().startswith(b"{\\rtf"):
                raise UnreadableInput("is no Rich Text file")
            return Prepared(plain(source), None, pictures.finder(pictures.in_rtf(source)))
        case _:
            parts = _parts(source, context)
            if not parts.get("mimetype", b"").startswith(_MIMETYPES[reading.kind]):
                raise UnreadableInput(f"is a package, but no {reading.title.partition(':')[0]}")
            told_apart = reading.kind == "odt" and "content.xml" in parts
            texts = _texts("odt", parse(parts["content.xml"], context.limits)) if told_apart else ()
            left = leftover(parts, context.limits) if reading.kind == "odt" else None
            return Prepared(source, "utf-8", _in(parts), texts=texts, left=left)


_BODIES = {"odt": "{*}text", "fb2": "{*}body"}
"""The elements that hold the body; elsewhere it is all but what tells of the document."""
_ABOUT = {
    "odt": ("tracked-changes", "sequence-decls", "desc", "title"),
    "docbook": ("info", "articleinfo", "bookinfo"),
    "jats": ("meta-name",),
    "opml": ("head",),
}
"""The elements that are no text of the body."""


def _texts(name: str, root: _Element) -> tuple[str, ...]:
    about = _ABOUT.get(name, ())
    texts: list[str | None] = []
    for body in root.iter(_BODIES[name]) if name in _BODIES else (root,):
        hidden: set[_Element | None] = set()
        for element in body.iter():
            parent = element.getparent()
            if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] in about or parent in hidden:
                hidden.add(element)
            texts.append(None if element in hidden else element.text)
            texts.append(None if element is body or parent in hidden else element.tail)
    return tuple(folded for text in texts if text and (folded := " ".join(text.split())))


def _in(parts: Mapping[str, bytes]) -> Callable[[str], bytes | None]:
    return lambda src: pictures.in_package(parts, src)


def _parts(source: bytes, context: Context) -> dict[str, bytes]:
    """Return the members of a package. Raises UnreadableInput for one that declares entities."""
    parts = dict(zip_members(io.BytesIO(source), context.limits))
    for name, content in parts.items():
        if name.lower().endswith(_XML) and b"<!ENTITY" in content:
            raise UnreadableInput(f"{name}: declares an entity: documents with entities are refused")
        if name.startswith("META-INF/") and b"encryption-data" in content:
            raise UnreadableInput("is encrypted", hint="save it without a password")
    return parts


def _newlines(text: str) -> str:
    """Return the text with line feeds alone, as pandoc knows lines by them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
