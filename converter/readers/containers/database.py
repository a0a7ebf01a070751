"""Downloads from press databases: a text file of several documents, each a source as if it lay in a file of its own.

What a database prints above the first document and behind the last stays with that document.
"""

from __future__ import annotations

from converter.formats.records import Member

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from converter.formats.records import Context, NoOptions

_MARKS = (
    *(b" DOCUMENT", b"End of Document", b"Ende des Dokuments", b"Fin du document", b"Document ", b"Dokument "),
    *(b"Documento ", b"LOAD-DATE", b"Load-Date", b"ProQuest document ID", b" WLNR ", b"Dokumentnummer"),
    *("news·".encode(charset) for charset in ("utf-8", "latin-1")),
)
"""Of which a download of several documents has one for each of them."""


def sniff(source: bytes) -> bool | None:
    """Return whether the bytes are a text of several documents."""
    if not any(source.find(mark, source.find(mark) + 1) > 0 for mark in _MARKS if mark in source):
        return None
    return len(_starts(source)) > 1 or None


def members(source: BinaryIO, options: NoOptions, context: Context) -> Iterator[Member]:
    """Yield the documents, in order. Raises LimitExceeded for more of them than there may be."""
    content = source.read()
    starts = _starts(content)
    context.limits.require("members", len(starts), "the number of documents")
    for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
        yield Member("", content[start:end], ending=".txt")


def _starts(source: bytes) -> list[int]:
    """Return where the documents begin; what marks them is ASCII, or nearly."""
    from converter.text.exports.documents import starts_of

    lines = source.split(b"\n")
    starts = starts_of([line.rstrip("\r") for line in _decoded(source).split("\n")])
    places = [0]
    for line in lines:
        places.append(places[-1] + len(line) + 1)
    return [places[at] for at in starts]


def _decoded(source: bytes) -> str:
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        return source.decode("latin-1")
