"""The nodes of pandoc's tree, as JSON has them (pandoc-types 1.23, `Text.Pandoc.Definition`).

A node is `{"t": kind, "c": content}`. Writers make them here and nowhere
else, so that the shape of each is written down once.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, TypeAlias

    Node: TypeAlias = dict[str, Any]
    Nodes: TypeAlias = list[dict[str, Any]]
    Attr: TypeAlias = list[Any]
    """`[identifier, [class, …], [[key, value], …]]`."""

API_VERSION = [1, 23, 1, 1]
"""Of the tree that pandoc 3.9 reads and writes; another one has other nodes, and pandoc says so."""


def node(kind: str, content: object = None) -> Node:
    """Return a node; without content where its kind has none."""
    return {"t": kind} if content is None else {"t": kind, "c": content}


def attr(identifier: str | None = None, classes: Iterable[str] = (), **pairs: object) -> Attr:
    """Return the attributes of a node; a pair whose value is None is left out, `_` in a key is a hyphen."""
    return [
        identifier or "",
        list(classes),
        [[key.replace("_", "-"), str(value)] for key, value in pairs.items() if value is not None],
    ]


def string(text: str) -> Nodes:
    """Return a text as inlines: words, and the white space between them."""
    made: Nodes = []
    word = ""
    for character in text:
        if character in " \t\r\n":
            if word:
                made.append(node("Str", word))
                word = ""
            made.append(node("Space"))
        else:
            word += character
    if word:
        made.append(node("Str", word))
    return made


def para(inlines: Nodes) -> Node:
    """Return a paragraph."""
    return node("Para", inlines)


def plain(inlines: Nodes) -> Node:
    """Return text that is no paragraph: in a list without space between its entries, a cell, a caption."""
    return node("Plain", inlines)


def div(attributes: Attr, blocks: Nodes) -> Node:
    """Return blocks under attributes."""
    return node("Div", [attributes, blocks])


def span(attributes: Attr, inlines: Nodes) -> Node:
    """Return inlines under attributes."""
    return node("Span", [attributes, inlines])


def dumps(meta: Mapping[str, Node], blocks: Nodes) -> bytes:
    """Return the document as JSON."""
    whole = {"pandoc-api-version": API_VERSION, "meta": dict(sorted(meta.items())), "blocks": blocks}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def loads(content: bytes) -> tuple[dict[str, Node], Nodes]:
    """Return the metadata and the blocks of a document. Raises RecursionError for one that is nested too deeply."""
    whole = json.loads(content)
    return whole["meta"], whole["blocks"]
