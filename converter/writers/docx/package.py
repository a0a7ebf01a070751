"""The package (ECMA-376-2): parts and relationships; `converter.io.zip_write` puts them into one file."""

from __future__ import annotations

from functools import lru_cache

from converter.core.values import Value
from converter.writers.docx.markup import escape_value
from converter.writers.docx.page import DECLARATION

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
ALIKE = frozenset(
    [
        *("word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml"),
        *("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/app.xml"),
        *("customXml/_rels/item1.xml.rels", "customXml/itemProps1.xml"),
    ]
)
"""Parts that are the same in most documents of one language and house style."""


class Relationships:
    """The relationships of one part, numbered in the order in which they are asked for."""

    __slots__ = ("_ids",)

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, bool], str] = {}

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the relationship; the same one for the same kind and target.

        `kind` is a word of ECMA-376-1's transitional relationships (`hyperlink`), or a full address.
        """
        address = kind if ":" in kind else _OFFICE + kind
        return self._ids.setdefault((address, target, external), f"rId{len(self._ids) + 1}")

    def __bool__(self) -> bool:
        return bool(self._ids)

    def part(self) -> str:
        """Return the relationships part."""
        return _relationships(tuple(self._ids.items()))


@lru_cache(64)
def _relationships(ids: tuple[tuple[tuple[str, str, bool], str], ...]) -> str:
    """Return the part of these relationships, which many documents have alike."""
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{kind}" Target="{escape_value(target)}"'
            + (' TargetMode="External"/>' if external else "/>")
            for (kind, target, external), name in ids
        )
        + "</Relationships>"
    )


class Part(Value):
    """One part of the package."""

    name: str
    """Its place, without a leading slash."""
    content: bytes
    media_type: str | None = None
    """None: that of its extension."""


_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}


def content_types(parts: list[Part]) -> Part:
    """Return `[Content_Types].xml` for the parts."""
    return _content_types(tuple([(part.name, part.media_type) for part in parts]))


@lru_cache(64)
def _content_types(parts: tuple[tuple[str, str | None], ...]) -> Part:
    """Return the same for names and media types, which many documents have alike."""
    extensions = {name.rpartition(".")[2] for name, _ in parts} | {"rels", "xml"}
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in _DEFAULTS.items()
        if extension in extensions
    )
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts if kind)
    xml = f'{DECLARATION}<Types xmlns="{_PACKAGE}content-types">{defaults}{overrides}</Types>'
    return Part("[Content_Types].xml", xml.encode())
