"""JSON Lines: one record a line, the way scrapers write what they find.

The text of a story is its `text`, `body`, `content` or `article`, or its
`html`; everything else is metadata, as in a sidecar. A line that is none costs
itself only.
"""

from __future__ import annotations

import json

from converter.article import matches
from converter.errors import UnreadableInput
from converter.formats import Member

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

    from converter.formats import Context, NoOptions
    from converter.limits import Limits

_TEXTS = (("text", ".txt"), ("body", ".txt"), ("content", ".txt"), ("article", ".txt"), ("html", ".html"))
_NAMES = {
    "title": "headline",
    "author": "byline",
    "authors": "byline",
    "date": "date.published",
    "published": "date.published",
    "published_at": "date.published",
    "language": "lang",
    "summary": "abstract",
    "description": "abstract",
    "tags": "keyword",
    "keywords": "keyword",
    "id": "altid",
}
"""What scrapers call a field → what we do."""


def sniff(source: bytes) -> bool | None:
    """Return None: a line of JSON may be anything; the name of the file says it."""
    return None


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the records. One that cannot be read is a member with a fault."""
    limits = context.limits
    number = 0
    while True:
        offset = source.tell()
        line = source.readline(limits.input_bytes + 1)
        if not line:
            return
        number += 1
        if len(line) > limits.input_bytes:
            size = len(line)
            while line and not line.endswith(b"\n"):
                line = source.readline(1 << 20)
                size += len(line)
            what = f"a record is larger than {limits.input_bytes:,} bytes"
            fault = limits.exceeded("input_bytes", what, needs=size)
            yield Member("", b"", offset=offset, fault=fault)
        elif line.strip():
            yield _member(line, offset, limits)


def _member(line: bytes, offset: int, limits: Limits) -> Member:
    try:
        record = _parsed(line, limits)
        for key, ending in _TEXTS:
            text = record.pop(key, None)
            if isinstance(text, str) and text:
                rest = {_NAMES.get(name, name): value for name, value in record.items()}
                if "guid" not in rest and _is_address(rest.get("url")):
                    rest["guid"] = rest.pop("url")
                sidecar = ("record.json", json.dumps(rest).encode("ascii"))
                content = text.encode("utf-8")
                return Member("", content, ending, offset=offset, charset="utf-8", sidecar=sidecar)
        there_are = ", ".join(key for key, _ in _TEXTS)
        raise UnreadableInput("the record has no text", hint=f"it would be called {there_are}")
    except UnreadableInput as error:
        return Member("", line, offset=offset, fault=error)


def _is_address(value: object) -> bool:
    """Return whether it names the story's page: no other story is there."""
    return isinstance(value, str) and value.startswith(("http://", "https://")) and matches("absolute IRI", value)


def _parsed(line: bytes, limits: Limits) -> dict[str, Any]:
    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        if len(made) != len(pairs):
            raise ValueError("a name stands twice")
        return made

    def digits(text: str) -> str:
        limits.require("json_digits", len(text), "a number")
        return text

    def none(text: str) -> str:
        raise ValueError(f"{text} is no number of JSON")

    try:
        text = line.decode("utf-8-sig")
        record = json.loads(text, object_pairs_hook=unique, parse_float=digits, parse_int=digits, parse_constant=none)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"not JSON: {str(error)[:200]}") from error
    if not isinstance(record, dict):
        raise UnreadableInput("a record holds names and values")
    limits.require("json_depth", _depth(record), "the nesting of values")
    try:
        json.dumps(record, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableInput("a lone surrogate is no character") from error
    return record


def _depth(value: object) -> int:
    """Return how deeply the values are nested."""
    most = 0
    waiting = [(value, 1)]
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, dict | list):
            most = max(most, depth)
            waiting += ((inner, depth + 1) for inner in (each.values() if isinstance(each, dict) else each))
    return most
