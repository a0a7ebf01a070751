"""The package: its parts, what refers to what, and what it says of itself (ECMA-376 parts 1 and 2)."""

from __future__ import annotations

import io
import posixpath

from converter.core.errors import UnreadableInput
from converter.io.xml import parse
from converter.io.zip_read import zip_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.core.limits import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
"""Namespaces of strict documents (ECMA-376 part 1) → those of transitional ones, which Word writes."""


class Relation:
    """One relationship of a part."""

    def __init__(self, kind: str, target: str, *, external: bool) -> None:
        self.kind = kind
        """The last word of its type: `image`, `hyperlink`, `header`, …"""
        self.target = target
        """A part's name, or an address when it is external."""
        self.external = external


class Package:
    """One document's parts."""

    def __init__(self, source: bytes, limits: Limits) -> None:
        """Raises UnreadableInput for what is no package or holds no document, LimitExceeded."""
        self._limits = limits
        self._parts = dict(zip_members(io.BytesIO(source), limits))
        if "[Content_Types].xml" not in self._parts:
            raise UnreadableInput("is a ZIP package, but no Office document")
        main = next((each for each in self.relations("").values() if each.kind == "officeDocument"), None)
        if main is None or main.target not in self._parts:
            raise UnreadableInput("is an Office package without a document")
        self.main = main.target
        if self.root(self.main).tag != f"{W}document":
            raise UnreadableInput("is an Office package, but no Word document")

    def content(self, name: str) -> bytes | None:
        """Return a part's bytes, or None where there is none."""
        return self._parts.get(name)

    def names(self) -> list[str]:
        """Return the names of the parts, in the package's order."""
        return list(self._parts)

    def root(self, name: str) -> _Element:
        """Return a part's root element. Raises UnreadableInput with the part's name, LimitExceeded."""
        content = self._parts.get(name)
        if content is None:
            raise UnreadableInput(f"lacks its part {name}")
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
        try:
            return parse(content, self._limits)
        except UnreadableInput as error:
            raise type(error)(f"{name}: {error.what}", where=error.where, hint=error.hint) from error

    def relations(self, name: str) -> dict[str, Relation]:
        """Return id → relationship of a part; of the package itself for an empty name."""
        folder, file = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self._parts:
            return {}
        found = {}
        for element in self.root(path).iter(_RELATION):
            external = element.get("TargetMode") == "External"
            target = element.get("Target") or ""
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id") or ""] = Relation(
                (element.get("Type") or "").rpartition("/")[2], target, external=external
            )
        return found

    def related(self, name: str, kind: str) -> list[str]:
        """Return the parts that a part refers to by relationships of a kind, in order."""
        return [
            each.target
            for each in self.relations(name).values()
            if each.kind == kind and not each.external and each.target in self._parts
        ]

    def properties(self, path: str) -> dict[str, str]:
        """Return local name → text of a part of properties (`docProps/core.xml`); empty where there is none."""
        if path not in self._parts:
            return {}
        found: dict[str, str] = {}
        for element in self.root(path):
            name = element.get("name") or str(element.tag).rpartition("}")[2]
            text = "".join(map(str, element.itertext())).strip()
            if text:
                found[name] = text
        return found
