"""What a page says of itself to machines: JSON-LD, `<meta>`, microdata, `<link>`, as lists of texts by name.

schema.org (NewsArticle and its kin), the Open Graph protocol, and the names
that publishers' systems use; none is believed against what stands on the page.
"""

from __future__ import annotations

import json

from converter.readers.html.page import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from lxml.etree import _Element

    from converter.formats import Context

_STORIES = ("article", "posting", "report", "story", "recipe", "review")
_MOST_DEPTH = 32


class Data:
    """The page's statements."""

    def __init__(self, root: _Element, context: Context) -> None:
        self.meta: dict[str, list[str]] = {}
        """Name or property of a `<meta>`, in small letters → its contents, in order."""
        for element in root.iter("meta"):
            name = (
                element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            )
            content = " ".join((element.get("content") or "").split())
            if name and content:
                self.meta.setdefault(name.strip().lower(), []).append(content)
        self.links: dict[str, list[str]] = {}
        """Relation of a `<link>`, in small letters → addresses."""
        for element in root.iter("link"):
            for relation in (element.get("rel") or "").lower().split():
                self.links.setdefault(relation, []).append((element.get("href") or "").strip())
        self.authors = list(dict.fromkeys(_authors(root)))
        """Names that stand in elements which say that they hold an author."""
        self.story = _story(root, context)
        """The JSON-LD object of the story, empty where there is none."""
        self.items: dict[str, list[str]] = {}
        """Microdata: property, in small letters → values, of the elements in the page's body."""
        for element in root.iter():
            stated = element.get("itemprop") if isinstance(element.tag, str) else None
            if stated and element.tag != "meta":
                value = element.get("content") or element.get("datetime") or " ".join("".join(words([element])).split())
                for name in stated.lower().split():
                    self.items.setdefault(name, []).append(value[:500])

    def first(self, *names: str) -> str | None:
        """Return the first content of the first of these `<meta>` names that the page has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def all(self, *names: str) -> list[str]:
        """Return all contents of these `<meta>` names, those of one name together."""
        return [content for name in names for content in self.meta.get(name, ())]

    def text(self, name: str) -> str | None:
        """Return a field of the story's JSON-LD that is a text, white space collapsed and references resolved."""
        value = self.story.get(name)
        return _clean(value) if isinstance(value, str) and value.strip() else None

    def names(self, name: str) -> list[str]:
        """Return the names in a field of the story's JSON-LD: of persons, organisations, or plain texts."""
        return list(dict.fromkeys(filter(None, map(_clean, _names(self.story.get(name), 0)))))


def _authors(root: _Element) -> Iterator[str]:
    for element in root.iter("a", "span", "address", "cite", "b", "strong"):
        names = (element.get("class") or "").lower().split()
        if "author" in (element.get("rel") or "").lower().split() or any(
            name in ("author", "byline", "author-name", "byline-name", "byline__name", "author__name", "fn")
            for name in names
        ):
            text = " ".join("".join(words([element])).split())
            if 0 < len(text) <= 60:
                yield text


def _clean(text: str) -> str:
    import html

    return " ".join(html.unescape(text).split())


def _names(value: Any, depth: int) -> Iterator[str]:
    if depth > 4:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _names(each, depth + 1)
    elif isinstance(value, dict):
        yield from _names(value.get("name"), depth + 1)


def _story(root: _Element, context: Context) -> dict[str, Any]:
    stories: list[tuple[int, dict[str, Any]]] = []
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower() or not element.text:
            continue
        try:
            block = json.loads(
                element.text.strip().removesuffix(";"), strict=False, parse_int=_short, parse_float=_short
            )
        except (ValueError, RecursionError):
            context.notice("data-block-unreadable", where=f"line {element.sourceline}")
            continue
        for found in _objects(block, 0):
            rank = _rank(found)
            if rank:
                stories.append((rank, found))
    return max(stories, key=lambda ranked: (ranked[0], len(ranked[1])), default=(0, {}))[1]


def _short(digits: str) -> str:
    return digits[:400]


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(value.get(name), depth + 1)


def _rank(found: dict[str, Any]) -> int:
    kinds = found.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str):
            if any(kind.lower().endswith(end) for end in _STORIES):
                return 2
            if kind.lower() in ("webpage", "creativework", "newsmediaobject", "videoobject"):
                return 1
    return 0
