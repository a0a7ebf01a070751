"""Parsing JSON that somebody else wrote: strictly RFC 8259, within the limits.

A key that stands twice, `NaN`, bytes after the value, half a surrogate pair:
each may mean one thing to one program and another to the next, so it is
refused (`docs/explanation/threats.md`).
"""

from __future__ import annotations

import json
import re

from converter.core.errors import UnreadableInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.core.limits import Limits

_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


def parse_json(content: bytes, limits: Limits) -> Any:
    """Return the value of a JSON document in UTF-8.

    Raises UnreadableInput with the place for what is no JSON or is ambiguous,
    and LimitExceeded for what is nested too deeply or has too long a number.
    """
    limits.require("input_bytes", len(content), f"JSON of {len(content):,} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput("not UTF-8", where=f"byte {error.start}") from error
    _require_shallow(text, limits)

    def number(digits: str) -> int | float:
        limits.require("json_digits", len(digits), "a number")
        return float(digits) if re.search("[.eE]", digits) else int(digits)

    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_int=number, parse_float=number
        )
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"not JSON: {error.msg}", where=f"line {error.lineno} column {error.colno}") from error
    if re.search("[\ud800-\udfff]", text) or (r"\u" in text and _has_surrogate(value)):
        raise UnreadableInput("holds half a surrogate pair, which is no character")
    return value


def _require_shallow(text: str, limits: Limits) -> None:
    depth = 0
    for found in _TOKENS.finditer(text):
        if found[0] in "[{":
            depth += 1
            if depth > limits.json_depth:
                line = text.count("\n", 0, found.start()) + 1
                limits.require("json_depth", depth, "the nesting of values", where=f"line {line}")
        elif found[0] in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise UnreadableInput(f"the key {key[:100]!r} stands twice in one object")
        made[key] = value
    return made


def _constant(name: str) -> Any:
    raise UnreadableInput(f"{name} is not JSON")


def _has_surrogate(value: object) -> bool:
    stack = [value]
    while stack:
        here = stack.pop()
        if isinstance(here, str):
            if re.search("[\ud800-\udfff]", here):
                return True
        elif isinstance(here, list):
            stack += here
        elif isinstance(here, dict):
            stack += (*here, *here.values())
    return False
