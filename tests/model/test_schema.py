"""`schemas/article.xsd` is the model: no more, no less, and every part of it says what it means."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml import etree

from converter import model
from converter.core.values import Value
from converter.io.resources import schema_path
from converter.model import canonical

XS = "{http://www.w3.org/2001/XMLSchema}"
SCHEMA = etree.parse(schema_path("article.xsd")).getroot()
NAMED = {
    (part.tag, part.get("name")): part for part in SCHEMA if isinstance(part.tag, str) and part.get("name") is not None
}


def declared(element: etree._Element) -> tuple[dict[str, etree._Element], set[str]]:
    """Return the attributes (name → declaration) and the names of the child elements of an element declaration."""
    attributes: dict[str, etree._Element] = {}
    children: set[str] = set()
    pending = [element]
    kind = NAMED.get((f"{XS}complexType", element.get("type", "")))
    pending += [kind] if kind is not None else []
    while pending:
        for part in pending.pop():
            if part.tag == f"{XS}attribute":
                attributes[part.get("name") or part.get("ref") or ""] = part
            elif part.tag == f"{XS}element":
                children.add(part.get("name") or "")
            elif part.get("ref") is not None:
                pending.append(NAMED[part.tag, part.get("ref")])
            elif part.tag not in (f"{XS}annotation", f"{XS}key", f"{XS}unique"):
                pending.append(part)
    return attributes, children


def spelt(default: object) -> str | None:
    """Return a default as the schema spells it; nothing is what is not known."""
    if isinstance(default, bool):
        return "true" if default else "false"
    return None if default is None else str(default)


def declarations(name: str) -> list[etree._Element]:
    """Return the declarations of the elements called `name`."""
    return [part for part in SCHEMA.iter(f"{XS}element") if part.get("name") == name]


def test_schema_and_model_know_the_same_days() -> None:
    schema = etree.Element(f"{XS}schema")
    etree.SubElement(schema, f"{XS}element", name="day", type="date")
    schema.append(deepcopy(NAMED[f"{XS}simpleType", "date"]))
    days = etree.XMLSchema(schema)
    day = etree.Element("day")

    for year in ("0000-", "0001-", "1900-", "2000-", "2023-", "2024-", "--"):
        for month in range(14):
            for number in range(33):
                day.text = f"{year}{month:02}-{number:02}"
                assert days.validate(day) == model.matches("date", day.text), day.text


@pytest.mark.parametrize("kind", canonical._SHAPES, ids=lambda kind: kind.__name__)
def test_schema_has_what_the_table_writes_and_no_more(kind: type[Value]) -> None:
    shape = canonical._SHAPES[kind]
    written = {setting.name for setting in canonical._plan(kind).settings}
    wrapped = {part.element for part in shape.parts if part.element is not None}
    same_name = [declared(part) for part in declarations(shape.element)]

    # `head` is the article's and the table's; the class decides.
    attributes, children = next(found for found in same_name if kind is not model.Head or "headline" in found[1])

    assert set(attributes) == written
    assert wrapped <= children
    for field in shape.attributes:
        declaration = attributes[canonical._NAMES.get(field) or field.replace("_", "-")]
        if field not in shape.always:
            assert declaration.get("default") == spelt(kind._defaults.get(field)), f"{shape.element}/@{field}"
        # An embargo until further notice has no date.
        needed = (field in shape.always or field not in kind._defaults) and (kind, field) != (model.Date, "value")
        assert (declaration.get("use") == "required") == needed, f"{shape.element}/@{field}"


def test_schema_declares_no_element_that_the_table_does_not_write() -> None:
    written = {shape.element for shape in canonical._SHAPES.values()} | {"fact"}
    written |= {part.element for shape in canonical._SHAPES.values() for part in shape.parts if part.element}

    assert {part.get("name") for part in SCHEMA.iter(f"{XS}element")} == written


@pytest.mark.parametrize("name", ["article.xsd", "xml.xsd"])
def test_everything_in_the_schema_says_what_it_means(name: str) -> None:
    root = etree.parse(schema_path(name)).getroot()
    kinds = ["schema", "element", "attribute", "attributeGroup", "group", "simpleType", "complexType", "unique", "key"]
    silent = [
        f"line {part.sourceline}: {part.get('name')}"
        for part in root.iter(*(f"{XS}{kind}" for kind in kinds))
        # A reference is documented where it leads; a type without name is that of its element or attribute.
        if part.get("ref") is None and (part.get("name") is not None or part.tag == f"{XS}schema")
        if len(part.findtext(f"{XS}annotation/{XS}documentation") or "") < 8
    ]

    assert silent == []


def test_every_class_of_the_model_has_a_shape() -> None:
    kinds = {
        kind
        for name, kind in vars(model).items()
        if isinstance(kind, type) and issubclass(kind, Value) and kind is not Value and name[0] != "_"
    }

    assert set(canonical._SHAPES) == kinds
