"""A DOCX as text: its members in order, each XML part laid out, one element a line."""

from __future__ import annotations

import io
import zipfile

from lxml import etree


def dump(output: bytes) -> str:
    """Return every member of the package: XML laid out, the canonical form and other bytes by their size."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(output)) as package:
        for member in package.infolist():
            content = package.read(member)
            is_part = member.filename.endswith((".xml", ".rels")) and not member.filename.startswith("customXml/item1.")
            shown = lay_out(content) if is_part else f"{len(content):,} bytes\n"
            parts.append(f"── {member.filename} ──\n{shown}")
    return "\n".join(parts)


def lay_out(content: bytes) -> str:
    """Return XML with an element a line; texts are untouched."""
    root = etree.fromstring(content, etree.XMLParser(remove_blank_text=False))
    etree.indent(root, " ")
    return etree.tostring(root, encoding="unicode") + "\n"
