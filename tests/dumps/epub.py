"""An EPUB as text: its members, what it says of itself, its contents and its story."""

from __future__ import annotations

import io
import zipfile

_SHOWN = ("EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/story.xhtml")


def dump(output: bytes) -> str:
    """Return the members with their sizes, then the documents as they are."""
    with zipfile.ZipFile(io.BytesIO(output)) as package:
        lines = [f"{member.file_size:>7,}  {member.filename}" for member in package.infolist()]
        for name in _SHOWN:
            lines += ["", f"── {name}", "", package.read(name).decode().rstrip()]
    return "\n".join(lines) + "\n"
