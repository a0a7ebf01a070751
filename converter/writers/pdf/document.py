"""The file: objects with their numbers, and the bytes that they become.

ReportLab's document keeps the registry of objects; how they are written is
ours, for three reasons: its streams miss an end of line that PDF/A asks for,
its settings are one for the whole process, and objects packed into object
streams (PDF 1.5) make a one-page file a fifth smaller.
"""

from __future__ import annotations

import deflate
from reportlab.pdfbase import pdfdoc

_LEVEL = 6
"""Of libdeflate: smaller than zlib's 9 and four times as fast; the same bytes everywhere, unlike zlib's builds."""

_MOST_INDEX = 0xFFFF
"""The last place in an object stream that two bytes of the cross-reference stream can say."""

# The second line marks the file as binary (ISO 32000-1, 7.5.2; PDF/A-3 6.1.2).
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Ready(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose bytes are made; empty until they are, for objects that refer to each other."""

    def __init__(self, content: bytes = b"", *, packed: bool = True) -> None:
        self.content = content
        self.packed = packed
        """Whether it may stand in an object stream: streams may not."""

    def format(self, document: object) -> bytes:
        """Return the bytes; ReportLab's name for it."""
        return self.content


class PdfFile(pdfdoc.PDFDocument):  # type: ignore[misc]
    """The objects of one file in the order of their numbers, from 1."""

    def __init__(self) -> None:
        # Not ReportLab's own beginning: it makes a catalogue, a clock's time and a dictionary of fonts that are not
        # embedded, and nothing of it has a place here. This is what `Reference` needs.
        self.objectcounter = 0
        self.idToObject: dict[str, Ready] = {}
        self.idToObjectNumberAndVersion: dict[str, tuple[int, int]] = {}
        self.numberToId: dict[int, str] = {}
        self._objects: list[Ready] = []

    def reserve(self) -> int:
        """Return the number of an object that is filled later with `put`."""
        return self.add("")

    def put(self, number: int, body: str) -> None:
        """Fill the reserved object."""
        self._objects[number - 1].content = body.encode("latin-1")

    def add(self, body: str) -> int:
        """Add an object that is no stream and return its number; the body is Latin-1."""
        return self._register(Ready(body.encode("latin-1")))

    def add_stream(self, entries: str, content: bytes, *, deflated: bool = True) -> int:
        """Add a stream with these entries of its dictionary, deflated unless told otherwise; return its number."""
        return self._register(Ready(stream(entries, content, deflated=deflated), packed=False))

    def add_ready_stream(self, content: bytes) -> int:
        """Add what `stream` returned and return its number."""
        return self._register(Ready(content, packed=False))

    def _register(self, ready: Ready) -> int:
        self.Reference(ready)
        self._objects.append(ready)
        return len(self._objects)

    def to_bytes(self, catalog: int, info: int, file_id: bytes) -> bytes:
        """Return the whole file: streams, object streams with all else, the cross-reference stream."""
        parts = [_HEADER]
        offset = len(_HEADER)
        entries: list[tuple[int, int, int]] = [(0, 0, 65535)]
        packs: list[list[tuple[int, bytes]]] = [[]]
        first_pack = len(self._objects) + 1
        for number, ready in enumerate(self._objects, 1):
            body = ready.format(self)
            if ready.packed:
                if len(packs[-1]) > _MOST_INDEX:
                    packs.append([])
                entries.append((2, first_pack + len(packs) - 1, len(packs[-1])))
                packs[-1].append((number, body))
                continue
            entries.append((1, offset, 0))
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            offset += len(parts[-1])
        for pack, inside in enumerate(packs, first_pack):
            entries.append((1, offset, 0))
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (pack, _object_stream(inside)))
            offset += len(parts[-1])
        entries.append((1, offset, 0))
        last = first_pack + len(packs)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (last, _cross_references(entries, catalog, info, file_id)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
        return b"".join(parts)


def stream(entries: str, content: bytes, *, deflated: bool = True) -> bytes:
    """Return a stream with these entries of its dictionary."""
    if deflated:
        content = bytes(deflate.zlib_compress(content, _LEVEL))
        entries += "/Filter/FlateDecode"
    # PDF/A-3 6.1.7.1: an end of line before `endstream`, not counted in the length. Both bytes of it: before a line
    # feed alone, content that ends in a carriage return would look one byte shorter.
    return b"<<%b/Length %d>>\nstream\n%b\r\nendstream" % (entries.encode("latin-1"), len(content), content)


def _object_stream(inside: list[tuple[int, bytes]]) -> bytes:
    """ISO 32000-1, 7.5.7: pairs of number and offset, then the objects."""
    index: list[str] = []
    offset = 0
    for number, body in inside:
        index.append(f"{number} {offset}")
        offset += len(body) + 1
    head = (" ".join(index) + "\n").encode("ascii")
    content = head + b"\n".join(body for _, body in inside)
    return stream(f"/Type/ObjStm/N {len(inside)}/First {len(head)}", content)


def _cross_references(entries: list[tuple[int, int, int]], catalog: int, info: int, file_id: bytes) -> bytes:
    """ISO 32000-1, 7.5.8: kind, offset or pack, index; all rows of one width."""
    rows = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big") for kind, place, index in entries
    )
    one_id = literal(file_id)
    return stream(
        f"/Type/XRef/Size {len(entries)}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[{one_id}{one_id}]", rows
    )


def number(value: float) -> str:
    """Return the number as PDF writes it: at most two decimals, no exponent, no negative zero."""
    text = f"{value:.2f}"
    if text[-1] == "0":
        text = text[:-3] if text[-2] == "0" else text[:-1]
    return "0" if text == "-0" else text


def text_string(text: str) -> str:
    """Return a text string for a dictionary: in brackets where it is plain ASCII, else UTF-16BE in hex."""
    if text.isascii() and text.isprintable():
        return f"({_escape(text)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def literal(content: bytes) -> str:
    """Return a literal string of any bytes, as Latin-1 (ISO 32000-1, 7.3.4.2); it never holds `)(`."""
    text = content.decode("latin-1")
    return f"({_escape(text)})".replace("\r", "\\r")


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
