"""JSON Lines: one record a line, the way scrapers write what they find.

The text of a story is its `text`, `body`, `content` or `article`, or its
`html`; everything else is metadata, as in a sidecar. Its makers knew nothing of
our fields: a value that a field of ours refuses is kept under the record's own
name. A line that is no record costs itself only.
"""

from __future__ import annotations

import json
import re

from converter.conversion.metadata import is_known, with_metadata
from converter.core.errors import UnreadableInput, UsageError
from converter.formats.records import Context, Member, Source
from converter.model.article import Article
from converter.model.checks import matches
from converter.text.dates.moments import moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

    from converter.core.limits import Limits
    from converter.formats.records import NoOptions

_TEXTS = (("text", ".txt"), ("body", ".txt"), ("content", ".txt"), ("article", ".txt"), ("html", ".html"))
_MARKUP = re.compile(
    r"\s*<(?:p|div|article|section|figure|blockquote|h[1-6]|ul|ol|table|html|!doctype html)\b.*>\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""A text that begins and ends as blocks of HTML do: what systems for content call `body` or `content`."""
_NAMES = {
    "title": "headline",
    "author": "byline",
    "authors": "byline",
    "date": "date.published",
    "published": "date.published",
    "published_at": "date.published",
    "publish_date": "date.published",
    "publishedAt": "date.published",
    "date_publish": "date.published",
    "datePublished": "date.published",
    "modified": "date.modified",
    "updated": "date.modified",
    "updated_at": "date.modified",
    "dateModified": "date.modified",
    "language": "lang",
    "summary": "abstract",
    "description": "abstract",
    "tags": "keyword",
    "keywords": "keyword",
    "id": "altid",
    "link": "url",
}
"""What scrapers call a field → what we do."""
_OWN = "record."
"""Before a name of the record whose value no field of ours takes: a sidecar's key without a field is kept as it is."""
_NAMING = ("headline", "date.published")
"""What tells two records of one text apart, as the notes behind a paywall are."""


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
        key, ending = _text_of(record)
        text = record.pop(key)
        rest = _metadata(record)
        content = text.encode("utf-8")
        return Member(
            "",
            content,
            ending,
            offset=offset,
            charset="utf-8",
            sidecar=("record.json", json.dumps(rest).encode("ascii")),
            identity=_identity(content, rest),
        )
    except UnreadableInput as error:
        return Member("", line, offset=offset, fault=error)


def _text_of(record: dict[str, Any]) -> tuple[str, str]:
    """Return the name of the story's text in the record, and the extension of its format. Raises UnreadableInput."""
    there = [(key, ending) for key, ending in _TEXTS if record.get(key)]
    texts = [(key, ending) for key, ending in there if isinstance(record[key], str)]
    if texts:
        key, ending = texts[0]
        if _MARKUP.match(record[key]):
            return key, ".html"
        return key, ending if "<" in record[key] or "&" in record[key] else ".txt"
    if there:
        raise UnreadableInput(f"the record's {there[0][0]!r} is no text, but a list, an object or a truth value")
    there_are = ", ".join(key for key, _ in _TEXTS)
    raise UnreadableInput("the record has no text", hint=f"it would be called {there_are}")


def _metadata(record: dict[str, Any]) -> dict[str, Any]:
    """Return the values under the names of our fields; what has no field there, or not a second one, under its own."""
    made: dict[str, Any] = {}
    for name, value in record.items():
        field = _NAMES.get(name, name)
        said = _said(field, value)
        is_second = field in made or (field != name and field in record)
        if is_second or not _is_taken(field, said):
            field, said = _OWN + name, value
        made[field] = said if _is_plain(said) else json.dumps(said, ensure_ascii=False)
    if "guid" not in made and _is_address(made.get("url")):
        made["guid"] = made.pop("url")
    return made


def _said(field: str, value: object) -> object:
    """Return the value as our field would have it: a date as ours are written, of persons as objects the names."""
    if field.startswith("date.") and isinstance(value, str):
        return moment(value) or value
    if field in ("byline", "creator"):
        several = value if isinstance(value, list) else [value]
        names = [each.get("name") for each in several if isinstance(each, dict)]
        if len(names) == len(several) and all(isinstance(name, str) for name in names):
            return names
    return value


def _is_taken(field: str, value: object) -> bool:
    """Return whether the field takes the value, or is none of ours."""
    if not is_known(field):
        return True
    if isinstance(value, dict):
        return field in ("headline", "rights")  # `headline: {main: …, kicker: …}`, as in a sidecar.
    if not _is_plain(value):
        return False
    texts = [str(each) for each in (value if isinstance(value, list) else [value]) if each is not None]
    try:
        with_metadata(Article(), [(field, text) for text in texts], "sidecar", Context(Source("")))
    except UsageError:
        return False
    return True


def _is_plain(value: object) -> bool:
    """Return whether a sidecar can say it."""
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    return not isinstance(value, list) or not any(isinstance(each, dict | list) for each in value)


def _identity(content: bytes, rest: dict[str, Any]) -> bytes | None:
    """Return what the record's identity is made from, if more than its text names it."""
    named = [rest[field] for field in _NAMING if rest.get(field)]
    return content + b"\n" + json.dumps(named).encode("ascii") if named else None


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
