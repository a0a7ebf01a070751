"""What pandoc leaves of a JATS document (NISO Z39.96): its language, identifiers, keywords, printed bylines."""

from __future__ import annotations

from converter import model
from converter.model.article import Article
from converter.model.checks import matches
from converter.model.head import Head
from converter.model.inline import inlines
from converter.pandoc.tree import node
from converter.readers.pandoc.leftover import Leftover
from converter.render import masthead

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from converter.pandoc.tree import Node

_KINDS = ("created", "modified", "embargoed")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def told(root: _Element) -> tuple[dict[str, Node], Leftover]:
    """Return what the document says beside pandoc's tree, and make its names and subtitles such as pandoc reads."""
    _part_names(root)
    front = root.find("{*}front/{*}article-meta")
    beside: dict[str, Node] = {}
    if lang := root.get(_LANG):
        beside["lang"] = node("MetaString", lang)
    if (journal := _words_of(root.find("{*}front/{*}journal-meta//{*}journal-title"))) is not None:
        beside["publisher"] = node("MetaString", journal)  # The paper that has the story.
    if front is not None:
        ids = ((words, each.get("pub-id-type")) for each in front.iter("{*}article-id") if (words := _words(each)))
        values = {
            "keywords": (node("MetaString", _words(each)) for each in front.iter("{*}kwd")),
            "subject": (node("MetaString", _words(each)) for each in front.iter("{*}subject")),
            "identifier": (_identifier(words, scheme) for words, scheme in ids),
        }
        beside |= {name: node("MetaList", made) for name, nodes in values.items() if (made := list(nodes))}
    left = Leftover()
    if front is not None:
        held = _held(front)
        dates = (*_dates(front), *(model.Date("embargoed", None) for name, _ in held if name == "embargoed"))
        status = next((value for name, value in held if name == "status"), "usable")
        left = Leftover(dates=dates, properties=tuple(_others(front)), status=status)  # type: ignore[arg-type]
    opening = root.findall("{*}body/{*}p")
    for words in masthead.warnings(Article(head=Head(dates=left.dates), status=left.status)):
        # They are printed again by whoever writes the article.
        if opening and opening[0].get("content-type") == "warning" and _words(opening[0]) == words:
            _remove(opening.pop(0))
    return beside, left.replace(roles=tuple(_bylines(opening)))


_HELD = (("status", "withheld"), ("status", "canceled"), ("embargoed", "until further notice"))
"""The custom metadata by which our writer says that a story is held."""


def _held(front: _Element) -> list[tuple[str, str]]:
    """Take the custom metadata that says that the story is held out of the document, and return it."""
    found = [(said, element) for *said, element in _customs(front) if tuple(said) in _HELD]
    for _, element in found:
        _remove(element)
    return [(name, value) for (name, value), _ in found]


def _customs(front: _Element) -> Iterator[tuple[str, str, _Element]]:
    for each in front.iterfind("{*}custom-meta-group/{*}custom-meta"):
        name, value = (_words_of(each.find(f"{{*}}{part}")) for part in ("meta-name", "meta-value"))
        if name and value:
            yield name, value, each


def _dates(front: _Element) -> Iterator[model.Date]:
    """Yield the dates of the history whose kind is one of ours."""
    for each in front.iterfind("{*}history/{*}date"):
        kind, value = each.get("date-type"), each.get("iso-8601-date") or ""
        if kind in _KINDS and matches("date", value):
            yield model.Date(kind, value)  # type: ignore[arg-type]


def _others(front: _Element) -> Iterator[model.Property]:
    """Yield the custom metadata that has no field: under its own name where that has a namespace."""
    for name, words, _ in _customs(front):
        key = "-".join((name if ":" in name else f"jats:{name}").split())
        if matches("token", key):
            yield model.Property(key, inlines(words))


def without_colon(meta: dict[str, Node]) -> dict[str, Node]:
    """Return the metadata with the subtitle as it is printed: pandoc sets a colon before it."""
    subtitle = meta.get("subtitle")
    if subtitle is None or subtitle["t"] != "MetaInlines" or subtitle["c"][:1] != [node("Str", ":")]:
        return meta
    return {**meta, "subtitle": node("MetaInlines", subtitle["c"][2:])}


def _bylines(opening: Iterable[_Element]) -> Iterator[tuple[str, str]]:
    """Yield the words of the printed bylines that open the body, and that they are such."""
    for paragraph in opening:
        if paragraph.get("content-type") != "byline":
            return
        yield _words(paragraph), "byline"


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _identifier(words: str, scheme: str | None) -> Node:
    said = {"text": node("MetaString", words)} | ({"scheme": node("MetaString", scheme)} if scheme else {})
    return node("MetaMap", said)


def _part_names(root: _Element) -> None:
    """Give contributors the one form of a name that pandoc reads: it passes over `string-name` and empties `collab`."""
    from lxml import etree

    for contributor in root.iter("{*}contrib"):
        whole = next(contributor.iter("{*}string-name", "{*}collab"), None)
        words = _words(whole) if whole is not None else ""
        if whole is None or not words or next(contributor.iter("{*}name"), None) is not None:
            continue
        namespace = whole.tag.rpartition("}")[0]
        name = etree.SubElement(contributor, f"{namespace}}}name" if namespace else "name")
        etree.SubElement(name, f"{namespace}}}surname" if namespace else "surname").text = words
        _remove(whole)


def _words_of(element: _Element | None) -> str | None:
    return None if element is None else _words(element) or None


def _words(element: _Element) -> str:
    texts: Iterable[object] = element.itertext()
    return " ".join("".join(map(str, texts)).split())
