"""Checks that the constructors of the model share: shapes of values, and what XML 1.0 can hold."""

from __future__ import annotations

import re

from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_DAY_OF_YEAR = r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
"""Month and day of every year: no 29 February."""
_LEAP_YEAR = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"

_PATTERNS = {
    # RFC 5646 §2.1, by shape only: a registry of subtags would go stale.
    "language tag": r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    # An XML name without colon, in ASCII, so that it is a fragment in every output format too.
    "id": r"[A-Za-z_][A-Za-z0-9_.\-]*",
    # RFC 3987 §2.2 by shape: a scheme, a colon, something without white space after it.
    "absolute IRI": r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`]+",
    "token": r"[^ \t\r\n]+(?: [^ \t\r\n]+)*",
    "SHA-256": r"[0-9a-f]{64}",
    # ISO 8601-1 §5.2 and, for a date without its year, XML Schema's gMonthDay and gMonth. Never padded, and always a
    # day that there is, from the year 1.
    "date": (
        r"(?!0000)(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?"
        rf"|(?:[0-9]{{4}}-{_DAY_OF_YEAR}|{_LEAP_YEAR}-02-29)"
        r"(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|[+\-](?:0[0-9]|1[0-4]):[0-5][0-9])?)?)"
        rf"|--(?:(?:0[1-9]|1[0-2])|{_DAY_OF_YEAR}|02-29)"
    ),
}


_EXAMPLES = {
    "language tag": "en-GB",
    "absolute IRI": "https://example.com/a",
    "date": "2025-03-14 or 2025-03-14T09:30:00Z",
}
"""What a person is shown who gave something else."""


def matches(kind: str, value: str) -> bool:
    """Return whether `value` has the shape of `kind`, a key of the patterns above, and XML 1.0 can hold it."""
    fits = _fits.get(kind)
    if fits is None:  # Nothing is compiled before the first value of its kind.
        fits = _fits[kind] = re.compile(_PATTERNS[kind]).fullmatch
    return fits(value) is not None and is_xml_text(value)


_fits: dict[str, Callable[[str], object]] = {}


# XML 1.0 production 2, Char: the complement, range by range. `re` takes 6 ms to compile the negated class.
NOT_XML = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"


def is_xml_text(text: str) -> bool:
    """Return whether XML 1.0 can hold every character of `text` (production 2, `Char`)."""
    return text.isprintable() or re.search(NOT_XML, text) is None


def require_text(owner: Value, *fields: str) -> None:
    for field in fields:
        value = getattr(owner, field)
        if value is not None and not (isinstance(value, str) and is_xml_text(value)):
            raise ValueError(f"{type(owner).__name__}.{field} must be text that XML 1.0 can hold, not {value!r}")


def require(owner: Value, kind: str, *fields: str) -> None:
    for field in fields:
        value = getattr(owner, field)
        if value is not None and not (isinstance(value, str) and matches(kind, value)):
            wanted = f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
            example = f", such as {_EXAMPLES[kind]}" if kind in _EXAMPLES else ""
            raise ValueError(f"{type(owner).__name__}.{field} must be {wanted}{example}; it is {value!r}")


def require_one_of(owner: Value, field: str, choices: tuple[object, ...]) -> None:
    value = getattr(owner, field)
    if value not in choices:
        there_are = ", ".join(str(choice) for choice in choices if choice is not None)
        raise ValueError(f"{type(owner).__name__}.{field} must be one of {there_are}, not {value!r}")


def require_count(owner: Value, field: str, least: int = 0, most: int | None = None) -> None:
    value = getattr(owner, field)
    if value is None:
        return
    # Eighteen digits are a count in every language and schema processor.
    if type(value) is not int or not least <= value <= (10**18 if most is None else most):
        end = "" if most is None else f" to {most}"
        raise ValueError(f"{type(owner).__name__}.{field} must be a whole number from {least}{end}")


def require_all(owner: Value, field: str, kind: type | tuple[type, ...]) -> None:
    content = getattr(owner, field)
    if not isinstance(content, tuple) or (content and not all(isinstance(item, kind) for item in content)):
        raise ValueError(f"{type(owner).__name__}.{field} must be a tuple of its kind of value, not {content!r}")
