"""Options: from `--set pdf.paper=a4` to a frozen value, by the annotations of the option class.

A field's type is one of `str`, `int`, `float`, `bool`, `Length`, `File`, a
`Literal[…]`, a `tuple[X, …]` of one of these, or any of them `| None`. The
annotation is read as text, so that an option class imports no `typing`.
"""

from __future__ import annotations

import re

from converter.core import spelling
from converter.core.errors import UsageError
from converter.core.values import Value
from converter.formats.records import File

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    ReadFile = Callable[[str], bytes]

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_TRUE, _FALSE = ("yes", "true", "on", "1"), ("no", "false", "off", "0")


class Kind(Value):
    """The type of one field."""

    base: str
    """`str`, `int`, `float`, `bool`, `Length`, `File` or `Literal`."""
    choices: tuple[str, ...] = ()
    """Of a `Literal`."""
    many: bool = False
    optional: bool = False

    def __str__(self) -> str:
        words = {
            "str": "text",
            "int": "a whole number",
            "float": "a number",
            "bool": "yes or no",
            "Length": "a length (12mm, 0.5in, 36pt)",
            "File": "a file",
            "Literal": " or ".join(self.choices),
        }[self.base]
        return f"{words}, may be repeated" if self.many else words


def kind_of(cls: type[Value], field: str) -> Kind:
    """Return the type of a field of an option class. Raises TypeError for an annotation outside the grammar."""
    annotations = (owner.__dict__.get("__annotations__", {}) for owner in cls.__mro__)
    text = _as_text(next((own[field] for own in annotations if field in own), None))
    optional = text.endswith(" | None")
    text = text.removesuffix(" | None")
    many = re.fullmatch(r"tuple\[(.+), \.\.\.\]", text)
    text = many[1] if many else text
    literal = re.fullmatch(r"Literal\[(.+)\]", text)
    if literal:
        choices = tuple(re.findall(r"""["']([^"']*)["']""", literal[1]))
        return Kind("Literal", choices, bool(many), optional)
    if text not in ("str", "int", "float", "bool", "Length", "File"):
        raise TypeError(f"{cls.__name__}.{field} has the type {text!r}, which no setting can have")
    return Kind(text, (), bool(many), optional)


def _as_text(annotation: object) -> str:
    """Return an annotation as it is typed; one without `from __future__ import annotations` is an object by now."""
    text = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    text = re.sub(
        r"\b(?:t|typing|converter|converter\.formats|converter\.formats\.records)\.(?=[A-Z])",
        "",
        " ".join(text.split()),
    )
    return re.sub(r"^Optional\[(.+)\]$", r"\1 | None", text)


def parse(cls: type[Value], settings: Iterable[tuple[str, str]], read_file: ReadFile, owner: str) -> Value:
    """Return the options with the settings (field, text) applied in order; a field of many values collects them.

    Raises UsageError that names the setting as `owner.field` and lists what there is.
    """
    fields: dict[str, Any] = {}
    for field, text in settings:
        if field not in cls._fields:
            known = ", ".join(f"{owner}.{name}" for name in cls._fields) or "none"
            raise UsageError(f"no option {owner}.{field}", where=spelling.SETTINGS, hint=f"there are: {known}")
        kind = kind_of(cls, field)
        value = _parse_value(kind, text, read_file, spelling.setting(f"{owner}.{field}", None))
        fields[field] = (*fields.get(field, ()), value) if kind.many else value
    try:
        return cls(**fields)
    except ValueError as error:
        raise UsageError(str(error), where=spelling.setting(owner, None)) from error


def _parse_value(kind: Kind, text: str, read_file: ReadFile, where: str) -> Any:
    if kind.optional and text == "":
        return None
    match kind.base:
        case "str":
            return text
        case "bool":
            if text.lower() in _TRUE + _FALSE:
                return text.lower() in _TRUE
        case "Literal":
            if text in kind.choices:
                return text
        case "int":
            if re.fullmatch(r"-?\d{1,15}", text, re.ASCII):
                return int(text)
        case "float":
            if re.fullmatch(r"-?\d{1,15}(\.\d{1,9})?", text, re.ASCII):
                return float(text)
        case "Length":
            found = re.fullmatch(r"(\d{1,6}(?:\.\d{1,6})?)\s*(pt|mm|cm|in)", text, re.ASCII)
            if found:
                return float(found[1]) * _POINTS[found[2]]
        case "File":
            return File(text, read_file(text))
    raise UsageError(f"{text!r} is not {kind}", where=where)


class OptionField(Value):
    """One option as a person reads it."""

    name: str
    kind: Kind
    default: object
    meaning: str
    """The docstring under the field, on one line."""


def describe(cls: type[Value]) -> tuple[OptionField, ...]:
    """Return the options of a class with their meaning, read from its source: for help and docs."""
    import ast
    import inspect
    import textwrap

    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    assert isinstance(definition, ast.ClassDef)
    meanings: dict[str, str] = {}
    for here, after in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(here, ast.AnnAssign) and isinstance(here.target, ast.Name) and isinstance(after, ast.Expr):
            meanings[here.target.id] = " ".join(str(ast.literal_eval(after.value)).split())
    return tuple(
        OptionField(name, kind_of(cls, name), cls._defaults.get(name), meanings.get(name, "")) for name in cls._fields
    )
