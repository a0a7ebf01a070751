"""What a page says of itself to machines: JSON-LD, `<meta>`, microdata, `<link>`, as lists of texts by name.

schema.org (NewsArticle and its kin), the Open Graph protocol, and the names
that publishers' systems use; none is believed against what stands on the page.
"""

from __future__ import annotations

import json
import re

from converter.readers.html.page import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context

_KINDS = (
    (3, ("article", "posting", "report", "newsstory")),
    (2, ("story", "recipe", "review", "interview")),
    (1, ("webpage", "creativework", "newsmediaobject", "videoobject", "itempage")),
)
"""How sure a type of JSON-LD object, or the end of its name, is the page's story."""
_MOST_DEPTH = 32
_MOST_AUTHORS = 50
_AUTHOR = re.compile(
    r"(?:^|[_-])(?:author|by-?line|autor|auteur|autore|writer|redaktor|skribent|forfatter|verfasser|yazar|penulis|firma|signature|"
    r"journalist|reporter|fn)(?:s|en|es|in|innen|e|i)?(?:$|[_-])|author(?!i[tsz])|byline|autor(?:en|es|in)?$|journalist$",
    re.IGNORECASE,
)
"""What makers of pages call the place of an author: the whole of a class's name, or a part that means nothing else."""
_NO_AUTHOR = re.compile(
    r"bio|desc|avatar|image|img|photo|social|twitter|follow|date|time|related|comment|more|job|role|posts|url$|"
    r"icon|count|label|prefix|source|tooltip|share|button|btn|byline[_-]*title"
)
_NO_AUTHORS = re.compile(r"\b(?:bio|desc|avatar|related|comment)")


class Data:
    """The page's statements."""

    def __init__(self, root: _Element, context: Context) -> None:
        self.meta: dict[str, list[str]] = {}
        """Name or property of a `<meta>`, in small letters → its contents, in order."""
        for element in root.iter("meta"):
            names = [element.get("property"), element.get("name")]
            names = names if any(names) else [element.get("itemprop") or element.get("http-equiv")]
            content = " ".join((element.get("content") or "").split())
            for name in dict.fromkeys(name.strip().lower() for name in names if name and content):
                self.meta.setdefault(name, []).append(content)
        self.links: dict[str, list[str]] = {}
        """Relation of a `<link>`, in small letters → addresses."""
        for element in root.iter("link"):
            for relation in (element.get("rel") or "").lower().split():
                self.links.setdefault(relation, []).append((element.get("href") or "").strip())
        self.stories = _stories(root, self.meta, context)
        """The JSON-LD objects that speak of the story, the surest first."""
        self.items: dict[str, list[str]] = {}
        """Microdata: property, in small letters → values, of the elements in the page's body."""
        for element in root.iterfind(".//*[@itemprop]"):
            if element.tag != "meta":
                value = element.get("content") or element.get("datetime") or " ".join("".join(words([element])).split())
                for name in element.get("itemprop", "").lower().split():
                    self.items.setdefault(name, []).append(value[:500])

    def first(self, *names: str) -> str | None:
        """Return the first content of the first of these `<meta>` names that the page has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)

    def all(self, *names: str) -> list[str]:
        """Return all contents of these `<meta>` names, those of one name together."""
        return [content for name in names for content in self.meta.get(name, ())]

    def named(self, pattern: re.Pattern[str]) -> list[str]:
        """Return the names of the page's `<meta>` in which the pattern is found."""
        return [name for name in self.meta if pattern.search(name)]

    def text(self, name: str) -> str | None:
        """Return a field of the story's JSON-LD that is a text, white space collapsed and references resolved."""
        for story in self.stories:
            value = story.get(name)
            value = value[0] if isinstance(value, list) and value else value
            if isinstance(value, str) and value.strip():
                return _clean(value)
        return None

    def names(self, name: str) -> list[str]:
        """Return the names in a field of the story's JSON-LD: of persons, organisations, or plain texts."""
        for story in self.stories:
            found = list(dict.fromkeys(filter(None, map(_clean, _names(story.get(name), 0)))))
            if found:
                return found
        return []

    def hosts(self) -> list[str]:
        """Return the names of the page's own address: `news.example.org`, `example.org`, `example`."""
        for address in (*self.links.get("canonical", ()), self.first("og:url") or ""):
            found = re.match(r"(?:https?:)?//(?:www\.)?([\w.-]{1,200})", address, re.IGNORECASE)
            if found:
                parts = found[1].split(".")
                return [found[1], ".".join(parts[-2:]), *(part for part in parts[:-1] if len(part) > 2)]
        return []


def says_author(element: _Element) -> bool:
    """Return whether the element says that it holds an author: `rel=author`, or a class as makers of pages name it."""
    if "author" in (element.get("rel") or "").lower().split():
        return True
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return any(
        _AUTHOR.search(name) and not _NO_AUTHOR.search(name) for name in names.split()
    ) and not _NO_AUTHORS.search(names)


def links_to_author(element: _Element) -> bool:
    """Return whether the element is a link to an author's own page, as such addresses are mostly made."""
    return element.tag == "a" and _AUTHORS_PAGE.search(element.get("href") or "") is not None


_AUTHORS_PAGE = re.compile(
    r"/(?:author|autor|auteur|autore|autoren|autori|staff|profile|journalist|reporter|columnist|contributor|byline|"
    r"writer|redakteur|user|users|by)e?s?/[^/?#]+/?(?:$|[?#])",
    re.IGNORECASE,
)


def _clean(text: str) -> str:
    import html

    return " ".join(html.unescape(text).split())


def _names(value: Any, depth: int) -> Iterator[str]:
    if depth > 4:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value[:_MOST_AUTHORS]:
            yield from _names(each, depth + 1)
    elif isinstance(value, dict):
        yield from _names(value.get("name"), depth + 1)


def _stories(root: _Element, meta: dict[str, list[str]], context: Context) -> list[dict[str, Any]]:
    """Return the objects that speak of the story: the story itself, and what says the same headline or less."""
    objects: list[dict[str, Any]] = []
    for element in root.iter("script"):
        if "ld+json" in (element.get("type") or "").lower() and element.text:
            objects += _block(element.text, f"line {element.sourceline}", context)
    by_id: dict[str, dict[str, Any]] = {}
    for found in objects:
        name = found.get("@id")
        if isinstance(name, str) and len(found) > len(by_id.get(name, {"@id": name})):
            by_id[name] = found
    titles = {_bare(text) for name in ("og:title", "twitter:title", "title") for text in meta.get(name, ())}
    ranked = []
    for at, found in enumerate(objects):
        rank = _rank(found)
        if rank:
            says = any(_bare(found.get(name)) in titles for name in ("headline", "name"))
            ranked.append(((-rank, not says, -len(found), at), _resolved(found, by_id)))
    ranked.sort(key=lambda each: each[0])
    kept: list[dict[str, Any]] = []
    for (rank, *_), found in ranked:
        if rank == -1 or not kept or _bare(found.get("headline")) == _bare(kept[0].get("headline")):
            kept.append(found)
    return [*kept, *_parsely(meta)]


def _bare(text: Any) -> str:
    return "".join(re.findall(r"\w+", text.casefold())) if isinstance(text, str) else ""


def _resolved(found: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the object with the objects that its fields only point to (JSON-LD 1.1 §4.7, `@id`)."""

    def resolve(value: Any) -> Any:
        if isinstance(value, list):
            return [resolve(each) for each in value[:_MOST_AUTHORS]]
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return by_id.get(value["@id"], value)
        return value

    return {
        name: resolve(value) if name in ("author", "creator", "publisher") else value for name, value in found.items()
    }


def _parsely(meta: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Return what the page says to one counter of readers, in a `<meta>` of its own, in the names of JSON-LD."""
    for text in meta.get("parsely-page", ()):
        try:
            found = json.loads(text, parse_int=_short, parse_float=_short)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            authors = found.get("authors") or found.get("author")
            return [{"headline": found.get("title"), "author": authors, "datePublished": found.get("pub_date")}]
    return []


def _block(text: str, where: str, context: Context) -> list[dict[str, Any]]:
    """Return the objects of one block of JSON-LD; of one that is none, the fields that can be read all the same."""
    bare = _WRAPPING.sub("", text).strip().removesuffix(";")
    for attempt in (bare, _TRAILING.sub(r"\1", bare)):
        try:
            block = json.loads(attempt, strict=False, parse_int=_short, parse_float=_short)
        except (ValueError, RecursionError):
            continue
        return list(_objects(block, 0))
    context.notice("data-block-unreadable", where=where)
    kind = _SAID_KIND.search(bare)
    if not kind:
        return []
    found: dict[str, Any] = {"@type": kind[1]}
    for match in _SAID.finditer(bare[:100_000]):
        found.setdefault(match[1] or "author", _unescaped(match[2] or match[3]))
    return [found]


_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*$")
_TRAILING = re.compile(r",(\s*[}\]])")
_SAID_KIND = re.compile(r'"@type"\s*:\s*"(\w*(?:Article|Posting))"')
_SAID = re.compile(
    r'"(headline|datePublished|dateModified|author)"\s*:\s*"((?:[^"\\\n]|\\.){1,300})"\s*[,}]'
    r'|"author"\s*:\s*\[?\s*\{[^{}]{0,300}?"name"\s*:\s*"((?:[^"\\\n]|\\.){1,200})"'
)


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text


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
            for rank, ends in _KINDS:
                if any(kind.lower().endswith(end) for end in ends):
                    return rank
    return 0
