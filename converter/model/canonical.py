"""The canonical form: the article's one serialisation, both ways.

`serialise` writes C14N 2.0 (W3C, without comments) directly; a property test
holds it to lxml's own canonicaliser. `parse` validates against
`schemas/article.xsd` and gives the article back. `gate` does both and
compares, before any writer may run.

One table, `_SHAPES`, says how each class of `converter.model` stands in
XML. From it a `_Plan` is made for each class when the first value of it is
written or read; the code that writes and reads follows the plan.
"""

from __future__ import annotations

import re
from operator import attrgetter

from converter import model
from converter.core.errors import InternalError, InvalidDocument, LimitExceeded
from converter.core.limits import Limits
from converter.core.values import Value, holding, maker
from converter.io.hash import sha256
from converter.model.article import Article, Provenance
from converter.model.schema import find_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Literal, TypeAlias

    from lxml.etree import _Element

    Form: TypeAlias = Literal["text", "inlines", "values", "child", "children", "facts"]

NAMESPACE = "urn:converter:article:1"
SCHEMA_VERSION = "1"

MOST_NESTED = 250
"""How deep elements may stand in each other. libxml2 refuses more than 256 in a document from outside."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


# ── The table ───────────────────────────────────────────────────────────────


class _Part(Value):
    """How one field stands among the children of its element."""

    field: str
    form: Form
    """`text`: the words of a `str`. `inlines`: text and elements. `values`: elements, one for each value.
    `child`, `children`: the elements called `element`. `facts`: a `fact` for each pair."""
    element: str | None = None
    """For inlines and values, the element around them; none where they stand in that of the class itself."""
    always: bool = False
    """Whether the element around them stands there when it is empty."""


class _Shape(Value):
    """How one class stands in XML."""

    element: str
    attributes: tuple[str, ...] = ()
    """Fields that are attributes."""
    parts: tuple[_Part, ...] = ()
    """Fields that are children, in order."""
    always: tuple[str, ...] = ()
    """Attributes that are written even when they have their default."""
    constants: tuple[tuple[str, str], ...] = ()
    """Attributes that are no field: name and text."""


_BLOCK = ("id", "lang", "dir")
_STATED = ("inferred", "given")
_CONTENT = (_Part("content", "inlines"),)
_BLOCKS = (_Part("blocks", "values"),)

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
    model.Ruby: _Shape("ruby", (), (*_CONTENT, _Part("reading", "inlines", "rt", always=True))),
    model.LineBreak: _Shape("br"),
    model.Char: _Shape("char", ("code",)),
    # blocks
    model.Paragraph: _Shape("p", _BLOCK, _CONTENT),
    model.Heading: _Shape("heading", ("level", "inferred", *_BLOCK), _CONTENT),
    model.Quote: _Shape(
        "quote", ("speaker", "cite", *_BLOCK), (*_BLOCKS, _Part("attribution", "inlines", "attribution"))
    ),
    model.Item: _Shape("item", (), _BLOCKS),
    model.List: _Shape("list", ("ordered", "start", "inferred", *_BLOCK), (_Part("items", "values"),)),
    model.Cell: _Shape("cell", ("header", "scope", "rowspan", "colspan", "align"), _BLOCKS),
    model.Row: _Shape("row", (), (_Part("cells", "values"),)),
    model.Table: _Shape(
        "table",
        ("inferred", *_BLOCK),
        (
            _Part("caption", "inlines", "caption"),
            _Part("head", "values", "head"),
            _Part("body", "values", "body", always=True),
            _Part("foot", "values", "foot"),
        ),
    ),
    model.MediaReference: _Shape("media", ("src", "type", "sha256", "size_bytes", "width", "height")),
    model.Figure: _Shape(
        "figure",
        ("alt", "inferred", *_BLOCK),
        (
            _Part("media", "values"),
            _Part("caption", "inlines", "caption"),
            _Part("credit", "inlines", "credit"),
        ),
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
    model.Slug: _Shape("slug", ("separator", *_STATED), (_Part("text", "text"),)),
    model.Party: _Shape("party", ("role", "uri", "literal", "job", *_STATED), (_Part("name", "text"),)),
    model.Rights: _Shape("rights", ("kind", "href", "lang", *_STATED), _CONTENT),
    model.Date: _Shape("date", ("kind", "value", *_STATED)),
    model.Urgency: _Shape("urgency", ("value", *_STATED)),
    model.Genre: _Shape("genre", ("code", "scheme", *_STATED), (_Part("name", "text"),)),
    model.Subject: _Shape("subject", ("code", "scheme", "lang", "creator", *_STATED), (_Part("name", "text"),)),
    model.Keyword: _Shape("keyword", _STATED, (_Part("text", "text"),)),
    model.Entity: _Shape("entity", ("kind", "uri", "id", *_STATED), (_Part("name", "text"),)),
    model.Related: _Shape("related", ("href", "rel", *_STATED), (_Part("title", "text"),)),
    model.AltId: _Shape("altid", ("scheme", *_STATED), (_Part("value", "text"),)),
    model.EdNote: _Shape("ednote", _STATED, _CONTENT),
    model.Revision: _Shape("revision", ("version", "time", "kind", *_STATED), (_Part("note", "inlines"),)),
    model.Property: _Shape("property", ("name", *_STATED), _CONTENT),
    # provenance and the whole
    model.Remark: _Shape("remark", ("code", "where"), (_Part("facts", "facts"),)),
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
        (_Part("remarks", "values"),),
    ),
    model.Article: _Shape(
        "article",
        ("guid", "version", "status", "lang", "dir"),
        (
            _Part("head", "child", "head"),
            _Part("body", "values", "body", always=True),
            _Part("provenance", "child", "provenance"),
        ),
        always=("version", "status"),
        constants=(("schema", SCHEMA_VERSION),),
    ),
}
_SHAPES[model.Head] = _Shape(
    "head",
    (),
    tuple(
        _Part(field, "children" if model.Head._defaults[field] == () else "child", _SHAPES[kind].element)
        for field, kind in model.HEAD_KINDS.items()
    ),
)
_KINDS = {f"{{{NAMESPACE}}}{shape.element}": kind for kind, shape in _SHAPES.items()}
"""lxml's name of an element → the class that it stands for."""
_NAMES = {"lang": "xml:lang", "size_bytes": "bytes"}


class _Setting(Value):
    """One attribute of a class: how its field is written and read."""

    name: str
    field: str
    """Empty for a constant."""
    get: Callable[[Any], Any]
    """Value of the class → that of the attribute."""
    unwritten: object = None
    """The value that no attribute stands for."""
    spell: Callable[[Any], str] | None = None
    """Value → text; None where the value is the text."""
    understand: Callable[[str], object] | None = None
    """Text → value; None likewise."""


class _Plan(Value):
    """A shape made ready for writing and reading."""

    start: str
    end: str
    settings: tuple[_Setting, ...]
    """In C14N's order."""
    held: Callable[[Any], tuple[Any, ...]]
    """Value of the class → what its attributes stand for, in that order."""
    usual: tuple[Any, ...]
    """The same where no attribute is written, as with nearly all."""
    known: dict[str, _Setting]
    """The same by lxml's name of the attribute."""
    demanded: tuple[str, ...]
    """Attributes that the constructor demands: None where a document has none."""
    parts: tuple[_Part, ...]
    own: _Part | None
    """The part that stands in the element itself, without one of its own around it."""
    within: dict[str, _Part]
    """The other parts, by lxml's name of the element that stands for them."""


_plans: dict[type[Value], _Plan] = {}


def _plan(kind: type[Value]) -> _Plan:
    """Return the plan of a class, made when it is first asked for."""
    plan = _plans.get(kind)
    if plan is None:
        shape = _SHAPES[kind]
        settings = [_setting(kind, field, field in shape.always) for field in shape.attributes]
        settings += (_constant(name, text) for name, text in shape.constants)
        # C14N 2.0 §2.3: attributes without a namespace come first, by name; xml:lang has one and comes last.
        settings.sort(key=lambda setting: (setting.field == "lang", setting.name))
        known = {
            _XML_LANG if setting.field == "lang" else setting.name: setting for setting in settings if setting.field
        }
        plan = _plans[kind] = _Plan(
            f"<{shape.element}" if kind is not Article else f'<{shape.element} xmlns="{NAMESPACE}"',
            f"</{shape.element}>",
            tuple(settings),
            holding(tuple(setting.field or "_nothing" for setting in settings)),
            tuple(setting.unwritten for setting in settings),
            known,
            tuple(field for field in shape.attributes if field not in kind._defaults),
            shape.parts,
            next((part for part in shape.parts if part.element is None), None),
            {f"{{{NAMESPACE}}}{part.element}": part for part in shape.parts if part.element is not None},
        )
    return plan


def _setting(kind: type[Value], field: str, always: bool) -> _Setting:
    name = _NAMES.get(field) or field.replace("_", "-")
    get = attrgetter(field)
    unwritten = None if always else kind._defaults.get(field)
    if kind is model.Char:
        return _Setting(name, field, get, unwritten, lambda code: f"U+{code:04X}", lambda text: int(text[2:], 16))
    # The field's own annotation says what it holds; those of a base are words.
    holds = kind.__annotations__.get(field, "str")
    if holds.startswith("bool"):
        return _Setting(name, field, get, unwritten, lambda flag: "true" if flag else "false", _is_true)
    if holds.startswith("int"):
        return _Setting(name, field, get, unwritten, str, int)
    return _Setting(name, field, get, unwritten)


def _constant(name: str, text: str) -> _Setting:
    return _Setting(name, "", lambda _: text)


def _is_true(text: str) -> bool:
    return text.strip() in ("true", "1")


# ── Writing ─────────────────────────────────────────────────────────────────


def serialise(article: Article) -> bytes:
    """Return the canonical form: C14N 2.0, UTF-8, nothing indented, no declaration.

    Raises LimitExceeded for an article nested so deep that no reader would take it back.
    """
    global _last
    last = _last
    if last is None or last[0] is not article:
        out: list[str] = []
        _write(article, out, 1)
        last = _last = article, "".join(out).encode()
    return last[1]


_last: tuple[Article, bytes] | None = None
"""The article that was written last and its form: the gate asks for it, and each writer that carries it inside."""


def _escape(text: str) -> str:
    # C14N 2.0 §2.3, text nodes.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")


def _escape_setting(text: str) -> str:
    # C14N 2.0 §2.3, attribute nodes.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return text.replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")


def _write(value: Value, out: list[str], depth: int) -> None:
    if depth > MOST_NESTED:
        what = f"blocks and inlines are nested more than {MOST_NESTED} deep"
        raise LimitExceeded(what, hint="no XML parser in its default settings would take the canonical form back")
    plan = _plans.get(type(value)) or _plan(type(value))
    out.append(plan.start)
    if plan.held(value) != plan.usual:
        for setting in plan.settings:
            held = setting.get(value)
            if held is not None and held != setting.unwritten:
                text = held if setting.spell is None else setting.spell(held)
                out.append(f' {setting.name}="{_escape_setting(text)}"')
    out.append(">")
    for part in plan.parts:
        content = getattr(value, part.field)
        if part.form == "text":
            out.append(_escape(content))
        elif part.form == "child":
            if content is not None:
                _write(content, out, depth + 1)
        elif part.form == "facts":
            out.extend(f'<fact name="{name}">{_escape(fact)}</fact>' for name, fact in content)
        elif content or part.always:
            inside = depth + 1
            if part.element is not None and part.form != "children":
                out.append(f"<{part.element}>")
                inside += 1
            for item in content:
                if isinstance(item, str):
                    out.append(_escape(item))
                else:
                    _write(item, out, inside)
            if part.element is not None and part.form != "children":
                out.append(f"</{part.element}>")
    out.append(plan.end)


# ── Reading ─────────────────────────────────────────────────────────────────


def validate(root: _Element) -> None:
    """Raise InvalidDocument, naming element and line, unless the tree is valid against `schemas/article.xsd`."""
    fault = find_fault(root, "article.xsd")
    if fault is not None:
        words, line = fault
        raise _invalid(words.replace(f"{{{NAMESPACE}}}", "")[:300], line)


def _invalid(what: str, line: object) -> InvalidDocument:
    return InvalidDocument(f"not a valid canonical article: {what}", where=f"line {line}" if line else "")


def parse(content: bytes, limits: Limits | None = None) -> Article:
    """Return the article of a canonical document.

    Any XML serialisation of it will do, comments included. Raises
    UnreadableInput when it is not well-formed or over a limit, and
    InvalidDocument, naming element and line, when the schema or the model
    refuses it.
    """
    from converter.io.xml import parse as parse_xml

    return _article(parse_xml(content, limits or Limits()))


def _article(root: _Element, *, is_ours: bool = False) -> Article:
    """Return the article of a tree; of one that is ours, to be held against the article that it was written from."""
    validate(root)
    article = _read(root, Article, is_ours)
    assert isinstance(article, Article)
    return article


def _local(element: _Element) -> str:
    # All elements of a valid document are in our namespace.
    return element.tag[len(NAMESPACE) + 2 :]


def _read(element: _Element, kind: type[Value], is_ours: bool) -> Value:
    """Return the value that a valid element stands for."""
    plan = _plans.get(kind) or _plan(kind)
    fields: dict[str, Any] = dict.fromkeys(plan.demanded)
    attributes: list[tuple[str, str]] = element.items()  # type: ignore[assignment]
    for name, text in attributes:
        setting = plan.known.get(name)
        if setting is not None:
            fields[setting.field] = text if setting.understand is None else setting.understand(text)
    if plan.own is None or plan.own.form in ("inlines", "values"):
        with_text = plan.own is not None and plan.own.form == "inlines"
        content = _read_content(element, with_text, plan.within, fields, is_ours)
        if plan.own is not None:
            fields[plan.own.field] = content
    elif plan.own.form == "text":
        fields[plan.own.field] = element.text or ""
    else:
        fields[plan.own.field] = tuple((fact.get("name"), fact.text or "") for fact in element)
    try:
        return (maker(kind) if is_ours else kind)(**fields)
    except ValueError as error:  # What the model refuses and XML Schema cannot say.
        raise _invalid(f"Element '{_local(element)}': {error}", element.sourceline) from error


def _read_content(
    element: _Element, with_text: bool, within: dict[str, _Part], fields: dict[str, Any], is_ours: bool
) -> tuple[Any, ...]:
    """Return the inlines or values in an element; what stands for one of the parts `within` goes into `fields`."""
    content: list[Any] = [element.text] if with_text and element.text else []
    for child in element:
        name = child.tag
        part = within.get(name)
        if part is None:
            content.append(_read(child, _KINDS[name], is_ours))
        elif part.form == "child":
            fields[part.field] = _read(child, _KINDS[name], is_ours)
        elif part.form == "children":
            fields[part.field] = (*fields.get(part.field, ()), _read(child, _KINDS[name], is_ours))
        else:
            fields[part.field] = _read_content(child, part.form == "inlines", {}, fields, is_ours)
            if with_text and child.tail:
                raise _invalid(f"Element '{_local(element)}': text stands after '{_local(child)}'", child.sourceline)
        if with_text and child.tail:
            content.append(child.tail)
    return tuple(content)


# ── Gate and digests ────────────────────────────────────────────────────────


def gate(article: Article) -> bytes:
    """Return the canonical form, after proving that it is valid and gives the same article back.

    Raises InternalError: an article that a reader could build must pass.
    """
    content = serialise(article)
    try:
        again = _again(content)
    except InvalidDocument as error:
        raise InternalError(f"the canonical form breaks its own schema: {error}") from error
    if again != article:
        raise InternalError("the canonical form does not give the same article back")
    return content


def _again(content: bytes) -> Article:
    """Return the article of a canonical form that we have just written, in which no declaration need be looked for."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return parse(content, _UNLIMITED)  # Which says in our words what is wrong.
    return _article(root, is_ours=True)


_UNLIMITED = Limits().replace(input_bytes=1 << 40, xml_elements=1 << 40, xml_depth=MOST_NESTED)


def digest(content: bytes) -> str:
    """Return the canonical digest: SHA-256 of the bytes, in hexadecimal, for fixity."""
    return sha256(content).hexdigest()


def content_digest(article: Article) -> str:
    """Return the content digest: of the canonical form without provenance, guid and version.

    One story that came in two files, or was read by two releases, has one.
    """
    return digest(serialise(article.replace(provenance=Provenance(), guid=None, version=1)))


def looks_canonical(source: bytes) -> bool:
    """Return whether the bytes begin like a canonical document: our namespace stands in the root element."""
    start = source[:4096]
    if NAMESPACE.encode() not in start:
        return False
    return re.search(rb"<(?:\w+:)?article\b[^>]*[\"']urn:converter:article:1[\"']", start) is not None
