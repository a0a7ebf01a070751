"""Raw HTML in the tree: what `<u>…</u>` in Markdown means, as pieces of the tree itself.

Pandoc gives a tag at a time. Those of marks become the mark around what
stands between; `<br>` a line break; comments and tags that say nothing here
are left out, and counted.
"""

from __future__ import annotations

import re

from converter.pandoc.tree import attr, node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter

    from converter.pandoc.tree import Node, Nodes

MARKS = {
    "b": "Strong",
    "strong": "Strong",
    "i": "Emph",
    "em": "Emph",
    "cite": "Emph",
    "dfn": "Emph",
    "var": "Emph",
    "u": "Underline",
    "ins": "Underline",
    "s": "Strikeout",
    "del": "Strikeout",
    "strike": "Strikeout",
    "sub": "Subscript",
    "sup": "Superscript",
    "q": "Quoted",
    "a": "Link",
    "span": "Span",
    "bdi": "Span",
    "bdo": "Span",
    "code": "Span",
    "kbd": "Span",
    "samp": "Span",
    "tt": "Span",
}
"""Element → the node that says the same."""
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^>]*)?)/?>\Z", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([A-Za-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")


def is_html(raw: Node) -> bool:
    """Return whether a raw node is of HTML."""
    return str(raw["c"][0]).startswith("html")


def paired(inlines: Nodes, dropped: Counter[str]) -> Nodes:
    """Return the inlines with raw HTML as what it means; what is left out is counted by its name."""
    if not any(each["t"] == "RawInline" and is_html(each) for each in inlines):
        return inlines
    opened: list[tuple[str, dict[str, str], Nodes]] = [("", {}, [])]
    for each in inlines:
        if each["t"] != "RawInline" or not is_html(each):
            opened[-1][2].append(each)
            continue
        tag = _TAG.match(each["c"][1].strip())
        if tag is None:
            dropped["comment" if each["c"][1].lstrip().startswith("<!--") else "HTML"] += 1
            continue
        closing, name, rest = tag[1], tag[2].lower(), tag[3]
        values = _values(rest)
        if name == "br":
            opened[-1][2].append(node("LineBreak"))
        elif name == "img" and values.get("src"):
            alt = [node("Str", values["alt"])] if values.get("alt") else []
            opened[-1][2].append(node("Image", [attr(), alt, [values["src"], values.get("title", "")]]))
        elif name not in MARKS:
            dropped[f"<{name}>"] += not closing
        elif not closing:
            opened.append((name, values, []))
        elif any(name == before for before, _, _ in opened):
            while opened[-1][0] != name:
                _, _, content = opened.pop()
                opened[-1][2].extend(content)
            _, found, content = opened.pop()
            opened[-1][2].append(_marked(name, found, content))
    while len(opened) > 1:
        _, _, content = opened.pop()
        opened[-1][2].extend(content)
    return opened[0][2]


def _marked(name: str, values: dict[str, str], content: Nodes) -> Node:
    kind = MARKS[name]
    if kind == "Link":
        return node(kind, [attr(), content, [values.get("href", ""), values.get("title", "")]])
    if kind == "Quoted":
        return node(kind, [node("DoubleQuote"), content])
    if kind == "Span":
        classes = ["code"] if name in ("code", "kbd", "samp", "tt") else values.get("class", "").split()
        return node(kind, [attr(values.get("id"), classes, lang=values.get("lang"), dir=values.get("dir")), content])
    return node(kind, content)


def _values(attributes: str) -> dict[str, str]:
    from html import unescape

    return {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(attributes)
    }
