"""Parts of the model taken out of an article, so that a test sees what an output says of them."""

from __future__ import annotations

from typing import Any, cast

from converter import model
from converter.core.values import Value, field_names
from converter.formats.losses import Part, part
from converter.model.article import Article
from converter.model.inline import inlines

_BLOCKS = {kind.__name__ for kind in model.Block.__args__}
_INLINES = {kind.__name__ for kind in model.Inline.__args__ if kind is not str}
_OTHER: dict[tuple[str, str], object] = {
    ("Article", "status"): "usable",
    ("Date", "kind"): "created",
    ("Date", "value"): "1999-01-01",
    ("Entity", "kind"): "event",
    ("Property", "name"): "other:name",
    ("Furniture", "kind"): "other",
    ("Link", "href"): "https://other.example/",
    ("Party", "role"): "contributor",
    ("Ref", "target"): "elsewhere",
    ("Foreign", "type"): "text/other",
    ("MediaReference", "src"): "https://other.example/a.jpg",
}
"""Another value for what no value can be without."""


def has(article: Article, name: str) -> bool:
    """Return whether the part is anywhere in the article."""
    wanted = part(name)
    return any(_is_of(value, wanted) and wanted.holds(value) for value in every_value(article))


def every_value(value: object) -> list[Value]:
    """Return the value and all values in it, but for provenance."""
    if isinstance(value, tuple):
        return [inner for item in value for inner in every_value(item)]
    if isinstance(value, Value) and not isinstance(value, model.Provenance):
        return [value, *(inner for field in field_names(type(value)) for inner in every_value(getattr(value, field)))]
    return []


def without(article: Article, *names: str, unwrap: bool = False) -> Article:
    """Return the article without the parts: a value gone, a field as if the source had not said it.

    A field that no value can be without gets another value. With `unwrap`,
    the words of a mark stay.
    """
    return cast(Article, _without(article, tuple(map(part, names)), unwrap))


def _is_of(value: Value, wanted: Part) -> bool:
    name = type(value).__name__
    return name == wanted.owner or (wanted.owner == "Block" and name in _BLOCKS)


def _without(value: object, parts: tuple[Part, ...], unwrap: bool) -> Any:
    if isinstance(value, tuple):
        kept: list[object] = []
        for item in value:
            if isinstance(item, Value) and _is_gone(item, parts):
                if unwrap and type(item).__name__ in _INLINES:
                    words = (*getattr(item, "content", ()), *getattr(item, "reading", ()))
                    kept += _without(words, parts, unwrap)
                continue
            kept.append(_without(item, parts, unwrap))
        if any(isinstance(item, str) or type(item).__name__ in _INLINES for item in kept):
            return inlines(*cast("list[Any]", kept))
        return tuple(kept)
    if not isinstance(value, Value) or isinstance(value, model.Provenance):
        return value
    fields = {
        field: None if isinstance(held, Value) and _is_gone(held, parts) else _without(held, parts, unwrap)
        for field in field_names(type(value))
        for held in [getattr(value, field)]
    }
    for wanted in parts:
        if wanted.field is None or not _is_of(value, wanted):
            continue
        if wanted.holds(value) or getattr(value, wanted.field) == "":  # Which says nothing, and goes with the rest.
            fields[wanted.field] = _neutral(value, wanted.field)
    return type(value)(**fields)


def _is_gone(value: Value, parts: tuple[Part, ...]) -> bool:
    return any(wanted.field is None and _is_of(value, wanted) and wanted.holds(value) for wanted in parts)


def _neutral(value: Value, field: str) -> object:
    key = (type(value).__name__, field)
    if key in _OTHER:
        return _OTHER[key]
    return type(value)._defaults.get(field, () if isinstance(getattr(value, field), tuple) else None)
