"""The package: its package document, the documents of its spine, and what else is in it (EPUB 3.3 §4, §5)."""

from __future__ import annotations

import io
import posixpath
from urllib.parse import unquote

from converter.core.errors import UnreadableInput, no_text
from converter.io.xml import parse
from converter.io.zip_read import zip_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

    from converter.core.limits import Limits

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_TERM = "article-converter:sha256"


class Publication:
    """One publication's parts."""

    def __init__(self, source: bytes, limits: Limits) -> None:
        """Raises UnreadableInput for what is no package or holds no publication, LimitExceeded."""
        if not source:
            raise no_text()
        self._limits = limits
        self._parts = dict(zip_members(io.BytesIO(source), limits))
        rootfile = self._root("META-INF/container.xml").find(f".//{_CONTAINER}rootfile[@full-path]")
        self._place = "" if rootfile is None else rootfile.get("full-path", "")
        self._package = self._root(self._place)
        self._items = {item.get("id", ""): item for item in self._package.iter(f"{_OPF}item")}

    def carried(self) -> tuple[bytes, str | None] | None:
        """Return the canonical XML and the SHA-256 that is stated for it, or None without any."""
        link = self._package.find(f".//{_OPF}link[@rel='record']")
        content = None if link is None else self._parts.get(self._name(link.get("href", "")))
        if link is None or content is None:
            return None
        name = f"#{link.get('id', '')}"
        metas = (meta for meta in self._package.iter(f"{_OPF}meta") if meta.get("property") == _TERM)
        return content, next((meta.text for meta in metas if meta.get("refines") == name), None)

    def documents(self) -> list[_Element]:
        """Return the roots of the documents that are read, in order."""
        roots = []
        for reference in self._package.iter(f"{_OPF}itemref"):
            item = self._items.get(reference.get("idref", ""))
            if item is not None and item.get("media-type") == "application/xhtml+xml":
                roots.append(self._root(self._name(item.get("href", ""))))
        return roots

    def media(self) -> list[bytes]:
        """Return the pictures and clips."""
        found = []
        for item in self._items.values():
            content = self._parts.get(self._name(item.get("href", "")))
            if content and item.get("media-type", "").startswith(("image/", "audio/", "video/")):
                found.append(content)
        return found

    def _name(self, href: str) -> str:
        """Return the name of the part that an address in the package document leads to."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._place), unquote(href)))

    def _root(self, name: str) -> _Element:
        content = self._parts.get(name)
        if content is None:
            raise UnreadableInput(f"is a ZIP package without {name or 'a publication'}, so no EPUB")
        try:
            return parse(content, self._limits)
        except UnreadableInput as error:
            raise type(error)(f"{name}: {error.what}", where=error.where, hint=error.hint) from error
