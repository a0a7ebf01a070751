"""Limits: what is refused for its size, depth or time, each with a name that `--limit NAME=VALUE` raises.

A limit never truncates: what is over it is refused (`LimitExceeded`, exit 3).
"""

from __future__ import annotations

from converter.core import spelling
from converter.core.errors import LimitExceeded, UsageError
from converter.core.values import Value

_KI, _MI, _GI = 1 << 10, 1 << 20, 1 << 30


class Limits(Value):
    """Every limit with its default; counts and bytes are whole numbers, seconds too."""

    input_bytes: int = 64 * _MI
    """Any file that is read."""
    unpacked_bytes: int = 256 * _MI
    """All that a package holds, counted while it is inflated."""
    unpack_ratio: int = 200
    """Inflated to packed size, past the first MiB."""
    members: int = 5_000
    """Entries of a package."""
    xml_depth: int = 200
    """Nested elements of XML, HTML and tables."""
    xml_elements: int = 1_000_000
    """Elements of one XML part."""
    xml_attributes: int = 256
    """Attributes of one element."""
    xml_text: int = 10 * _MI
    """Bytes of one text node, comment or value; libxml2's own limit."""
    json_depth: int = 64
    """Nested values of JSON."""
    json_digits: int = 400
    """Digits of one number."""
    line_chars: int = 8 * _MI
    """Characters of one line or paragraph of text."""
    nesting: int = 100
    """Lists, quotes and inlines inside each other."""
    blocks: int = 200_000
    """Blocks of one document."""
    combining: int = 64
    """Marks on one base character, in layout only: all are kept in the canonical form."""
    image_pixels: int = 50_000_000
    """Width times height of one picture."""
    image_bytes: int = 32 * _MI
    """One picture."""
    images: int = 500
    """Pictures of one document."""
    seconds: int = 30
    """One document, all formats."""
    memory_bytes: int = 1 * _GI
    """One worker's address space."""
    output_bytes: int = 512 * _MI
    """One output."""

    def _check(self) -> None:
        for name in type(self)._fields:
            value = getattr(self, name)
            if type(value) is not int or value < 1:
                raise ValueError(f"limit {name} must be a whole number above 0, not {value!r}")

    def require(self, name: str, value: int, what: str, *, where: str = "") -> None:
        """Raise `LimitExceeded` when `value` is above the limit called `name`; `what` says what is so large."""
        limit = getattr(self, name)
        if value > limit:
            raise self.exceeded(name, f"{what} is over {show(name, limit)}", where=where, needs=value)

    def exceeded(self, name: str, what: str, *, where: str = "", needs: int = 0) -> LimitExceeded:
        """Return the error for a document over the limit called `name`.

        Its way out is four times the limit, or what the document needs, as far as that is known, if it is more.
        """
        more = max(4 * getattr(self, name), needs)
        raised = spelling.limit(name, more, _in_units(more) if _is_bytes(name) else str(more))
        return LimitExceeded(what, where=where, hint=f"limit {name}; raise with " + raised)


_SIZES = (("G", _GI), ("M", _MI), ("K", _KI))
_MOST = 1 << 50


def _in_units(size: int) -> str:
    """Return a size as `--limit` takes it, `64M`; what is no whole number of units is rounded up."""
    if size < _KI:
        return str(size)
    exact = next((f"{size // unit}{sign}" for sign, unit in _SIZES if size % unit == 0), "")
    return exact or next(f"{-(-size // unit)}{sign}" for sign, unit in _SIZES if size >= unit)


def parse(text: str) -> tuple[str, int]:
    """Return name and value of `NAME=VALUE`; a value may end in K, M or G (powers of 1,024). Raises UsageError."""
    name, equals, amount = text.partition("=")
    if name not in Limits._fields or not equals:
        raise UsageError(f"no limit {name!r}", where="--limit", hint=f"there are: {', '.join(Limits._fields)}")
    digits = amount.strip().upper().removesuffix("B").removesuffix("I")
    number = digits.rstrip("KMG")
    factor = {"": 1, **dict(_SIZES)}.get(digits[len(number) :], 0)
    if not (number.isascii() and number.isdigit() and len(number) <= 16 and 0 < int(number) * factor <= _MOST):
        raise UsageError(
            f"{amount!r} is no whole number above 0",
            where=f"--limit {name}",
            hint=f"for example {'256M' if _is_bytes(name) else 4 * getattr(Limits(), name)}",
        )
    return name, int(number) * factor


def show(name: str, value: int) -> str:
    """Return the value as a person reads it: `256 MiB`, `5,000`, `30 s`."""
    if name == "seconds":
        return f"{value} s"
    if _is_bytes(name):
        return next((f"{value // size} {unit}iB" for unit, size in _SIZES if value % size == 0), f"{value:,} bytes")
    return f"{value:,}"


def _is_bytes(name: str) -> bool:
    return name.endswith("_bytes") or name == "xml_text"
