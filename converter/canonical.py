"""The canonical form: the article's one serialisation, both ways.

`serialise` writes C14N 2.0 (W3C, without comments) directly; a property test
holds it to lxml's own canonicaliser. `parse` validates against
`schemas/article.xsd` and gives the article back. `gate` does both and
compares, before any writer may run.

One table says how each class of `converter.article` stands in XML; the code
below it knows no class by name.
"""

from __future__ import annotations

import hashlib
import re

from converter import article as model
from converter.article import Article, Provenance
from converter.errors import InternalError, InvalidDocument
from converter.limits import Limits
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import XMLSchema, _Element

NAMESPACE = "urn:converter:article:1"
SCHEMA_VERSION = "1"

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


# ── The table ───────────────────────────────────────────────────────────────


class _Shape(Value):
    """How one class stands in XML."""

    element: str
    attributes: tuple[str, ...] = ()
    """Fields that are attributes."""
    parts: tuple[tuple[str, str | None], ...] = ()
    """Fields that are children, in order, each with the element that wraps it, or None."""


_BLOCK = ("id", "lang", "dir")
_STATED = ("inferred", "given")
_CONTENT = (("content", None),)
_BLOCKS = (("blocks", None),)

_SHAPES: dict[type[Value], _Shape] = {
    # inlines
    model.Emphasis: _Shape("em", (), _CONTENT),
    model.Strong: _Shape("strong", (), _CONTENT),
    model.Underline: _Shape("u", (), _CONTENT),
    model.Strike: _Shape("s", (), _CONTENT),
    model.Subscript: _Shape("sub", (), _CONTENT),
    model.Superscript: _Shape("sup", (), _CONTENT),
    model.Code: _Shape("code", (), _CONTENT),
    model.Link: _Shape("link", ("href", "title"), _CONTENT),
    model.Ref: _Shape("ref", ("target",), _CONTENT),
    model.Quotation: _Shape("q", ("speaker", "verb", "speaker_name", "quotation"), _CONTENT),
    model.Mention: _Shape("mention", ("ref",), _CONTENT),
    model.Time: _Shape("time", ("datetime",), _CONTENT),
    model.Abbreviation: _Shape("abbr", ("title",), _CONTENT),
    model.Span: _Shape("span", ("lang", "dir"), _CONTENT),
    model.Ruby: _Shape("ruby", (), (("content", None), ("reading", "rt"))),
    model.LineBreak: _Shape("br"),
    model.Char: _Shape("char", ("code",)),
    # blocks
    model.Paragraph: _Shape("p", _BLOCK, _CONTENT),
    model.Heading: _Shape("heading", ("level", "inferred", *_BLOCK), _CONTENT),
    model.Quote: _Shape("quote", ("speaker", "cite", *_BLOCK), (("blocks", None), ("attribution", "attribution"))),
    model.Item: _Shape("item", (), _BLOCKS),
    model.List: _Shape("list", ("ordered", "start", "inferred", *_BLOCK), (("items", None),)),
    model.Cell: _Shape("cell", ("header", "scope", "rowspan", "colspan", "align"), _BLOCKS),
    model.Row: _Shape("row", (), (("cells", None),)),
    model.Table: _Shape(
        "table",
        ("inferred", *_BLOCK),
        (("caption", "caption"), ("head", "head"), ("body", "body"), ("foot", "foot")),
    ),
    model.MediaReference: _Shape("media", ("src", "type", "sha256", "size_bytes", "width", "height")),
    model.Figure: _Shape(
        "figure", ("alt", "inferred", *_BLOCK), (("media", None), ("caption", "caption"), ("credit", "credit"))
    ),
    model.Preformatted: _Shape("pre", ("inferred", *_BLOCK), _CONTENT),
    model.ThematicBreak: _Shape("break", _BLOCK, _CONTENT),
    model.Note: _Shape("note", ("kind", "inferred", *_BLOCK), _BLOCKS),
    model.Furniture: _Shape("furniture", ("kind", "rule", *_BLOCK), _BLOCKS),
    model.Foreign: _Shape("foreign", ("type", *_BLOCK), _CONTENT),
    # head
    model.Headline: _Shape("headline", ("kind", *_STATED), _CONTENT),
    model.Byline: _Shape("byline", _STATED, _CONTENT),
    model.Dateline: _Shape("dateline", ("place", "date", "agency", *_STATED), _CONTENT),
    model.Abstract: _Shape("abstract", _STATED, _BLOCKS),
    model.Slug: _Shape("slug", ("separator", *_STATED), (("text", None),)),
    model.Party: _Shape("party", ("role", "uri", "literal", "job", *_STATED), (("name", None),)),
    model.Rights: _Shape("rights", ("kind", "href", "lang", *_STATED), _CONTENT),
    model.Date: _Shape("date", ("kind", "value", *_STATED)),
    model.Urgency: _Shape("urgency", ("value", *_STATED)),
    model.Genre: _Shape("genre", ("code", "scheme", *_STATED), (("name", None),)),
    model.Subject: _Shape("subject", ("code", "scheme", "lang", "creator", *_STATED), (("name", None),)),
    model.Keyword: _Shape("keyword", _STATED, (("text", None),)),
    model.Entity: _Shape("entity", ("kind", "uri", "id", *_STATED), (("name", None),)),
    model.Related: _Shape("related", ("href", "rel", *_STATED), (("title", None),)),
    model.AltId: _Shape("altid", ("scheme", *_STATED), (("value", None),)),
    model.EdNote: _Shape("ednote", _STATED, _CONTENT),
    model.Revision: _Shape("revision", ("version", "time", "kind", *_STATED), (("note", None),)),
    model.Property: _Shape("property", ("name", *_STATED), _CONTENT),
    model.Head: _Shape("head", (), tuple((field, None) for field in model.HEAD_KINDS)),
    # provenance and the whole
    model.Remark: _Shape("remark", ("code", "where"), (("facts", None),)),
    model.Provenance: _Shape(
        "provenance",
        (
            "name",
            "media_type",
            "size_bytes",
            "sha256",
            "charset",
            "container",
            "member",
            "reader",
            "tool",
            "characters",
            "words",
            "blocks",
        ),
        (("remarks", None),),
    ),
    model.Article: _Shape(
        "article",
        ("guid", "version", "status", "lang", "dir"),
        (("head", None), ("body", "body"), ("provenance", None)),
    ),
}

_FACT = "fact"
_ATTRIBUTE_NAMES = {"lang": "xml:lang", "size_bytes": "bytes"}
_COUNTS = frozenset(
    [
        "quotation",
        "level",
        "start",
        "rowspan",
        "colspan",
        "size_bytes",
        "width",
        "height",
        "version",
        "characters",
        "words",
        "blocks",
    ]
)
_FLAGS = frozenset(("ordered", "header"))


def _attribute_name(field: str) -> str:
    return _ATTRIBUTE_NAMES.get(field) or field.replace("_", "-")


# ── Writing ─────────────────────────────────────────────────────────────────

_TEXT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})
_VALUE_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"})


class _Plan(Value):
    """A shape made ready for writing."""

    element: str
    attributes: tuple[tuple[str, str, Any], ...]
    """Name in XML, field, and the default that is not written, in C14N's order."""
    parts: tuple[tuple[str, str | None], ...]


def _plan(kind: type[Value]) -> _Plan:
    shape = _SHAPES[kind]
    # C14N 2.0 §2.3: attributes without a namespace come first, by name; xml:lang has one and comes last.
    ordered = sorted(shape.attributes, key=lambda field: (field == "lang", _attribute_name(field)))
    defaults = kind._defaults
    return _Plan(
        shape.element,
        tuple((_attribute_name(field), field, defaults.get(field)) for field in ordered),
        shape.parts,
    )


_plans: dict[type[Value], _Plan] = {}


def serialise(article: Article) -> bytes:
    """Return the canonical form: C14N 2.0, UTF-8, nothing indented, no declaration."""
    out: list[str] = []
    _write(article, out)
    out[0] = f'<article xmlns="{NAMESPACE}"'
    return "".join(out).encode()


def _write(value: Value, out: list[str]) -> None:
    kind = type(value)
    plan = _plans.get(kind)
    if plan is None:
        plan = _plans[kind] = _plan(kind)
    out.append(f"<{plan.element}")
    for name, field, default in plan.attributes:
        setting = getattr(value, field)
        if setting is None or (setting == default and field not in ("version", "status")):
            continue
        if kind is model.Char:
            setting = f"U+{setting:04X}"
        elif setting is True or setting is False:
            setting = "true" if setting else "false"
        out.append(f' {name}="{str(setting).translate(_VALUE_ESCAPES)}"')
    if kind is Article:
        out.append(f' schema="{SCHEMA_VERSION}"')
        _order_root(out)
    out.append(">")
    for field, wrapper in plan.parts:
        content = getattr(value, field)
        if content is None or content == ():
            continue
        if wrapper:
            out.append(f"<{wrapper}>")
        if isinstance(content, str):
            out.append(content.translate(_TEXT_ESCAPES))
        elif isinstance(content, Value):
            _write(content, out)
        elif field == "facts":
            for name, fact in content:
                out.append(f'<{_FACT} name="{name}">{fact.translate(_TEXT_ESCAPES)}</{_FACT}>')
        else:
            for item in content:
                if isinstance(item, str):
                    out.append(item.translate(_TEXT_ESCAPES))
                else:
                    _write(item, out)
        if wrapper:
            out.append(f"</{wrapper}>")
    out.append(f"</{plan.element}>")


def _order_root(out: list[str]) -> None:
    """Put `schema` at its place among the attributes of the root, which is the first element written."""
    attributes = out[1:]
    attributes.sort(key=lambda text: (text.startswith(" xml:"), text.partition("=")[0]))
    out[1:] = attributes


# ── Reading ─────────────────────────────────────────────────────────────────

_KINDS = {shape.element: kind for kind, shape in _SHAPES.items()}
_schema: XMLSchema | None = None


def _load_schema() -> XMLSchema:
    global _schema
    if _schema is None:
        from lxml import etree

        from converter.resources import schema_path

        _schema = etree.XMLSchema(file=schema_path("article.xsd"))
    return _schema


def validate(root: _Element) -> None:
    """Raise InvalidDocument, naming element and line, unless the tree is valid against `schemas/article.xsd`."""
    schema = _load_schema()
    if schema.validate(root):
        return
    error = schema.error_log[0]  # type: ignore[index]
    message = error.message.replace(f"{{{NAMESPACE}}}", "")
    raise InvalidDocument(f"not a valid canonical article: {message[:300]}", where=f"line {error.line}")


def parse(content: bytes, limits: Limits | None = None) -> Article:
    """Return the article of a canonical document.

    Any XML serialisation of it will do, comments included. Raises
    UnreadableInput when it is not well-formed or over a limit, and
    InvalidDocument when the schema refuses it.
    """
    from converter.xmlsource import parse as parse_xml

    root = parse_xml(content, limits or Limits())
    validate(root)
    try:
        article = _read(root, Article)
    except ValueError as error:  # What the model refuses and XML Schema cannot say.
        raise InvalidDocument(f"not a valid canonical article: {error}") from error
    assert isinstance(article, Article)
    return article


def _local(element: _Element) -> str:
    tag = element.tag
    return tag[len(NAMESPACE) + 2 :]


def _read(element: _Element, kind: type[Value]) -> Value:
    shape = _SHAPES[kind]
    fields: dict[str, Any] = {}
    attributes = element.attrib
    for field in shape.attributes:
        setting = attributes.get(_XML_LANG if field == "lang" else _attribute_name(field))
        if setting is not None:
            fields[field] = _setting(field, setting, kind)
    _read_parts(element, kind, shape, fields)
    return kind(**fields)


def _setting(field: str, text: str, kind: type[Value]) -> Any:
    if kind is model.Char:
        return int(text[2:], 16)
    if field in _COUNTS or (kind is model.Urgency and field == "value"):
        return int(text)
    if field in _FLAGS:
        return text in ("true", "1")
    return text


def _read_parts(element: _Element, kind: type[Value], shape: _Shape, fields: dict[str, Any]) -> None:
    wrapped = {wrapper: field for field, wrapper in shape.parts if wrapper}
    direct = [field for field, wrapper in shape.parts if not wrapper]
    if kind is model.Head:
        _read_head(element, fields)
        return
    if kind is model.Article:
        for child in element:
            name = _local(child)
            fields[name] = _read_values(child) if name == "body" else _read(child, _KINDS[name])
        return
    if kind is model.Remark:
        fields["facts"] = tuple((child.get("name", ""), child.text or "") for child in element)
        return
    for field in direct:
        if field in ("text", "name", "title", "value"):
            fields[field] = element.text or ""
        elif field in ("content", "note"):
            fields[field] = _read_inlines(element, wrapped)
        else:
            fields[field] = _read_values(element, wrapped)
    for child in element:
        into = wrapped.get(_local(child))
        if into is not None:
            fields[into] = _read_values(child) if into in ("head", "body", "foot") else _read_inlines(child, {})


def _read_head(element: _Element, fields: dict[str, Any]) -> None:
    many: dict[str, list[Value]] = {}
    names = {kind: field for field, kind in model.HEAD_KINDS.items()}
    for child in element:
        kind = _KINDS[_local(child)]
        field = names[kind]
        value = _read(child, kind)
        if isinstance(model.Head._defaults[field], tuple):
            many.setdefault(field, []).append(value)
        else:
            fields[field] = value
    fields.update((field, tuple(values)) for field, values in many.items())


def _read_values(element: _Element, skip: dict[str, str] | None = None) -> tuple[Value, ...]:
    return tuple(_read(child, _KINDS[name]) for child in element if (name := _local(child)) not in (skip or ()))


def _read_inlines(element: _Element, skip: dict[str, str]) -> tuple[Any, ...]:
    out: list[Any] = [element.text] if element.text else []
    for child in element:
        name = _local(child)
        if name not in skip:
            out.append(_read(child, _KINDS[name]))
        if child.tail:
            out.append(child.tail)
    return tuple(out)


# ── Gate and digests ────────────────────────────────────────────────────────


def gate(article: Article) -> bytes:
    """Return the canonical form, after proving that it is valid and gives the same article back.

    Raises InternalError: an article that a reader could build must pass.
    """
    content = serialise(article)
    try:
        again = parse(content, _UNLIMITED)
    except InvalidDocument as error:
        raise InternalError(f"the canonical form breaks its own schema: {error}") from error
    if again != article:
        raise InternalError("the canonical form does not give the same article back")
    return content


_UNLIMITED = Limits().replace(input_bytes=1 << 40, xml_elements=1 << 40, xml_depth=250)


def digest(content: bytes) -> str:
    """Return the canonical digest: SHA-256 of the bytes, in hexadecimal, for fixity."""
    return hashlib.sha256(content).hexdigest()


def content_digest(article: Article) -> str:
    """Return the content digest: of the canonical form without provenance, guid and version.

    One story that came in two files, or was read by two releases, has one.
    """
    return digest(serialise(article.replace(provenance=Provenance(), guid=None, version=1)))


def looks_canonical(source: bytes) -> bool:
    """Return whether the bytes begin like a canonical document: our namespace stands in the root element."""
    start = source[:4096]
    return re.search(rb"<(\w+:)?article\b[^>]*\burn:converter:article:1\b", start) is not None
