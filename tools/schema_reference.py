"""The reference pages of the canonical XML, from the schema's own words, and of the house style's roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from converter.model.style import NEWS

SCHEMA = Path(__file__).resolve().parent.parent / "schemas" / "article.xsd"
_XS = "{http://www.w3.org/2001/XMLSchema}"


def canonical_xml_page() -> str:
    """Return the page of the canonical XML: every element with its attributes, then the kinds of value."""
    root = etree.parse(str(SCHEMA)).getroot()
    parts = [
        "# The canonical XML\n",
        f"The namespace is `{root.get('targetNamespace')}`; these are the words of its schema.\n",
        _words(root) + "\n",
        "## Elements\n",
    ]
    for element in root.iter(f"{_XS}element"):
        parts.append(f"### {_title(element)}\n")
        parts.append(_words(element) + "\n")
        rows = [_attribute_row(attribute) for attribute in _attributes(root, element)]
        if rows:
            parts.append(_table(("attribute", "value", "default", "meaning"), rows))
    parts.append("## Values\n")
    parts.append(_table(("value", "what it is"), _values(root)))
    return "\n".join(parts)


def styles_page() -> str:
    """Return the page of the house style's roles."""
    rows = [
        (
            f"`{name}`",
            role.cut,
            f"{role.size_pt:g}/{role.leading_pt:g}",
            f"{role.before_pt:g}",
            f"{role.after_pt:g}",
            role.colour,
        )
        for name, role in NEWS.roles
    ]
    return (
        "# Roles of the house style\n\n"
        f"These are the roles of the style `{NEWS.name}`, set in {NEWS.family}; `--style` takes another one.\n"
        "Lengths are points, and the size stands before the distance from line to line.\n\n"
        + _table(("role", "cut", "size/leading", "space before", "space after", "colour"), rows)
    )


def _title(element: etree._Element) -> str:
    """Return the element's name, and where it stands when another of that name means something else."""
    name = element.get("name") or ""
    around = next((above.get("name") for above in element.iterancestors(f"{_XS}element")), None)
    around = around or next((above.get("name") for above in element.iterancestors(f"{_XS}complexType")), None)
    namesakes = [other for other in element.getroottree().iter(f"{_XS}element") if other.get("name") == name]
    several = len(namesakes) > 1
    return f"{name} (in {around})" if several and around else name


def _words(part: etree._Element) -> str:
    return (part.findtext(f"{_XS}annotation/{_XS}documentation") or "").strip()


def _attributes(root: etree._Element, element: etree._Element) -> Iterator[etree._Element]:
    """Yield the attributes of an element in the schema's order, those of its named type and of groups too."""
    kind = element.get("type")
    named = root.find(f"{_XS}complexType[@name='{kind}']") if kind else element.find(f"{_XS}complexType")
    pending = [] if named is None else [named]
    while pending:
        part = pending.pop(0)
        if part.tag == f"{_XS}attribute":
            yield part
        elif part.tag == f"{_XS}attributeGroup" and part.get("ref"):
            pending[:0] = list(root.find(f"{_XS}attributeGroup[@name='{part.get('ref')}']"))  # type: ignore[arg-type]
        elif part.tag in (f"{_XS}complexType", f"{_XS}simpleContent", f"{_XS}extension"):
            pending[:0] = list(part)


def _attribute_row(attribute: etree._Element) -> tuple[str, str, str, str]:
    if attribute.get("ref") == "xml:lang":
        return (
            "`xml:lang`",
            "language tag",
            "–",
            "The language of the words. Missing, it is that of the element around.",
        )
    kind = attribute.get("type")
    if kind is None:
        facets = attribute.find(f"{_XS}simpleType/{_XS}restriction")
        kind = f"{facets.get('base')}" if facets is not None else ""
    value = attribute.get("fixed") or kind.removeprefix("xs:")
    default = "required" if attribute.get("use") == "required" else f"`{attribute.get('default') or ''}`"
    return f"`{attribute.get('name')}`", value, "–" if default == "``" else default, _words(attribute)


def _values(root: etree._Element) -> Iterator[tuple[str, str]]:
    for kind in root.iterchildren(f"{_XS}simpleType"):
        yield f"`{kind.get('name')}`", _words(kind)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    lines += [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"
