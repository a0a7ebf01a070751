"""The pictures that a source holds, by the names that pandoc gives them in its tree.

The sandbox gives no files out, so they are taken from the source itself,
under the limits: members of a package by their path, others by what they are
called inside or by the SHA-1 of their bytes, which is what pandoc calls them.
"""

from __future__ import annotations

import base64
import binascii
import json
import posixpath
import re
from urllib.parse import unquote

from converter.model.media import type_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from lxml.etree import _Element

_HEX = re.compile(rb"\\pict\b((?:[^{}]|\{[^{}]*\})*)\}", re.DOTALL)
_CONTROL = re.compile(rb"\{[^{}]*\}|\\[a-zA-Z]+-?\d* ?|\\\*")


def in_package(parts: Mapping[str, bytes], src: str) -> bytes | None:
    """Return the picture of a package by its path, as it stands or below a folder of the package."""
    path = posixpath.normpath(unquote(src)).lstrip("/")
    if path.startswith(".."):
        return None
    found = parts.get(path)
    if found is None:
        found = next((content for name, content in parts.items() if name.endswith(f"/{path}")), None)
    return found if found is not None and type_of(found) else None


def in_rtf(source: bytes) -> dict[str, bytes]:
    """Return SHA-1 → the pictures of a Rich Text file, which stand in it in hexadecimal."""
    found = {}
    for group in _HEX.finditer(source):
        digits = b"".join(_CONTROL.sub(b"", group[1]).split())
        try:
            content = binascii.unhexlify(digits)
        except (binascii.Error, ValueError):
            continue
        if type_of(content):
            found[_sha1(content)] = content
    return found


def in_fictionbook(root: _Element) -> dict[str, bytes]:
    """Return id → the pictures of a FictionBook, which stand at its end in base64."""
    found = {}
    for element in root.iter("{*}binary"):
        content = _unpacked(element.text or "")
        if content is not None and element.get("id"):
            found[element.get("id", "")] = content
    return found


def in_notebook(text: str) -> dict[str, bytes]:
    """Return name → the pictures of a notebook: what is attached to its cells, and what they gave out."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found: dict[str, bytes] = {}
    for cell in whole.get("cells", ()) if isinstance(whole, dict) else ():
        if not isinstance(cell, dict):
            continue
        attached = cell.get("attachments")
        for name, forms in attached.items() if isinstance(attached, dict) else ():
            for content in _forms(forms):
                found[f"{cell.get('id', '')}-{name}"] = found[str(name)] = content
        outputs = cell.get("outputs")
        for output in outputs if isinstance(outputs, list) else ():
            for content in _forms(output.get("data") if isinstance(output, dict) else None):
                found[_sha1(content)] = content
    return found


def finder(found: Mapping[str, bytes]) -> Callable[[str], bytes | None]:
    """Return what gives a picture of the table by the address that pandoc gives it."""
    return lambda src: next((found[name] for name in _names(src) if name in found), None)


def _names(src: str) -> tuple[str, ...]:
    return src, src.removeprefix("#"), src.removeprefix("attachment:"), src.partition(".")[0]


def _forms(data: Any) -> list[bytes]:
    if not isinstance(data, dict):
        return []
    made = []
    for kind, content in data.items():
        text = "".join(map(str, content)) if isinstance(content, list) else content
        unpacked = _unpacked(text) if str(kind).startswith("image/") and isinstance(text, str) else None
        if unpacked is not None:
            made.append(unpacked)
    return made


def _unpacked(text: str) -> bytes | None:
    try:
        content = base64.b64decode("".join(text.split()), validate=True)
    except (ValueError, binascii.Error):
        return None
    return content if type_of(content) else None


def _sha1(content: bytes) -> str:
    import hashlib

    return hashlib.sha1(content, usedforsecurity=False).hexdigest()
