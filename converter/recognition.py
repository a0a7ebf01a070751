"""Recognition: which reader a source is for, by its name, checked against its bytes."""

from __future__ import annotations

from converter.errors import UnreadableInput
from converter.formats import READERS, ReaderRecord, all_readers, find_reader, load

_SIGNS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP package (such as DOCX, ODT or EPUB)"),
    (b"PK\x05\x06", "an empty ZIP package"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (such as DOC)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"<?xml", "XML"),
    (b"\xef\xbb\xbf<?xml", "XML"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
)
"""How files of other kinds begin, in lower case where letters count."""


def recognise(source: bytes, name: str) -> ReaderRecord:
    """Return the reader that takes the extension of `name` and does not refuse the bytes; else one that knows them.

    Raises UnreadableInput when extension and bytes disagree, naming both, or
    when nothing fits. Bytes without any name are text unless they say otherwise.
    """
    stem, dot, end = name.rpartition(".")
    extension = f".{end.lower()}" if dot and stem else ""
    records = READERS
    if extension and not any(extension in record.extensions for record in records):
        records = all_readers()
    verdicts = {record.name: _sniff(record, source) for record in records}
    named = [record for record in records if extension in record.extensions]
    for record in sorted(named, key=lambda record: verdicts[record.name] is not True):
        if verdicts[record.name] is not False:
            return record
    sniffed = [record for record in records if verdicts[record.name]]
    if named:
        what = _short(sniffed[0]) if sniffed else kind_of(source) or f"not {_short(named[0])}"
        raise UnreadableInput(
            f"is named {extension}, but is {what}",
            hint=f"name the format with --from {sniffed[0].name}" if sniffed else "convert formats lists what is read",
        )
    if sniffed:
        return sniffed[0]
    if extension or kind_of(source):
        raise UnreadableInput(
            f"no reader for {kind_of(source) or f'{extension} files'}",
            hint="name the format with --from; convert formats lists what is read",
        )
    return find_reader("text")


def kind_of(source: bytes) -> str | None:
    """Return what the bytes are by the sign that files of some kinds begin with, in words."""
    start = source[:64].lstrip()
    for sign, words in _SIGNS:
        if source.startswith(sign) or start[: len(sign)].lower() == sign:
            return words
    return None


def _short(record: ReaderRecord) -> str:
    return record.description.partition(":")[0]


def _sniff(record: ReaderRecord, source: bytes) -> bool | None:
    verdict: bool | None = load(record.sniff)(source) if record.sniff else None
    return verdict
