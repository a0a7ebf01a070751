"""Recognition: which reader a source is for, by its name, checked against its bytes."""

from __future__ import annotations

from converter.core.errors import PluginFault, UnreadableInput
from converter.core.spelling import Spelt
from converter.formats.own import CONTAINERS, READERS
from converter.formats.plugins import blaming
from converter.formats.records import ContainerRecord, ReaderRecord
from converter.formats.registry import all_readers, family, find_reader, load
from converter.io.magic import OLD_OFFICE, kind_of

_LIST = "convert formats lists what is read"


def recognise(source: bytes, name: str) -> ReaderRecord:
    """Return the reader for the extension of `name`, unless its bytes speak against it; else one that knows them.

    Raises UnreadableInput when extension and bytes disagree, naming both, or
    when nothing fits. Bytes without any name are text unless they say otherwise.
    """
    stem, dot, end = name.rpartition(".")
    extension = f".{end.lower()}" if dot and stem else ""
    records = READERS
    if extension and not any(extension in record.extensions for record in records):
        records = all_readers()
    named = [record for record in records if extension in record.extensions]
    verdicts = [_sniff(record, source) for record in named]
    if records is READERS and True not in verdicts and not _is_plain(source):
        # None of ours knows it: XML of another vocabulary, or a kind of file that only pandoc reads.
        records = (*READERS, *family("readers"))
        more = [record for record in records[len(READERS) :] if extension in record.extensions]
        named, verdicts = named + more, verdicts + [_sniff(record, source) for record in more]
    sure = [record for record, verdict in zip(named, verdicts, strict=True) if verdict is True]
    possible = [record for record, verdict in zip(named, verdicts, strict=True) if verdict is not False]
    if possible and not sure and _is_plain(source):
        _require_single(source, name, extension)
        return possible[0]  # Nothing else need be asked, and no other reader be loaded for it.
    others = [] if sure else [record for record in records if record not in named and _knows(record, source)]
    if sure or (possible and not others):
        return (sure or possible)[0]
    if others and not named:
        return others[0]
    if named:
        really = _kind(source, others) or f"not {_short(named[0])}"
        hint = _remedy(source, extension)
        # Words under another name are read as words, if somebody says so.
        reader = others[0].name if others else "text" if not hint and _is_plain(source) and b"\0" not in source else ""
        if reader:
            hint = "name the format with " + Spelt(f"reader={reader!r}", f"--from {reader}")
        raise UnreadableInput(f"is named {extension}, but is {really}", hint=hint or _LIST)
    holding = next((record for record in CONTAINERS if name.lower().endswith(record.extensions)), None)
    if holding:
        raise _several(holding, name)
    if extension or kind_of(source):
        raise UnreadableInput(
            f"no reader for {kind_of(source) or f'{extension} files'}",
            hint=_remedy(source, extension) or "name the format with " + Spelt("reader", "--from") + f"; {_LIST}",
        )
    _require_single(source, name, extension)
    return find_reader("text")


def _remedy(source: bytes, extension: str) -> str:
    """Return what somebody can do about a file that no reader is for, where that is known."""
    if kind_of(source) == OLD_OFFICE or extension == ".doc":
        return "open it in Word or LibreOffice and save it as .docx"
    if extension == ".json":
        return "records that are no ninjs are read from a .jsonl, one a line"
    return ""


def _require_single(source: bytes, name: str, extension: str) -> None:
    """Raise UnreadableInput for a text that holds several stories."""
    for record in CONTAINERS:
        shared = extension in record.shares or not extension
        if shared and record.shares and record.sniff is not None and load(record.sniff)(source) is True:
            raise _several(record, name)


def find_container(source: bytes, name: str) -> ContainerRecord | None:
    """Return the container of several stories that the bytes are, or None.

    The name says it, and where a reader has the same extension, the bytes. Raises UnreadableInput for a package of
    files: a batch takes that, since each has an own name there, and a place for its outputs.
    """
    lower = name.lower()
    for record in CONTAINERS:
        shared = record.shares and (lower.endswith(record.shares) or "." not in lower)
        if lower.endswith(record.extensions) or (
            shared and record.sniff is not None and load(record.sniff)(source) is True
        ):
            if record.finder:
                raise _several(record, name)
            return record
    return None


def _several(record: ContainerRecord, name: str) -> UnreadableInput:
    """Return the error for a container where one story is asked for, or a place for one."""
    if record.finder:
        batch = Spelt("batch", f"convert batch {name} --to FORMAT -o FOLDER")
        return UnreadableInput("is a package of files", hint=batch + " does each of them")
    return UnreadableInput("holds several stories", hint=Spelt("read_all", "convert") + " reads each of them")


def _is_plain(source: bytes) -> bool:
    """Return whether the bytes begin with words: neither markup nor the sign of another kind of file."""
    return kind_of(source) is None and source.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"<", b"{", b"[", b"%")


def _kind(source: bytes, others: list[ReaderRecord]) -> str | None:
    """Return what the bytes are, in words: by their sign where that says it, else by the reader that knows them."""
    kind = kind_of(source)
    if others and (kind is None or kind == "XML"):
        return _short(others[0])
    return kind


def _short(record: ReaderRecord) -> str:
    return record.description.partition(":")[0]


def _knows(record: ReaderRecord, source: bytes) -> bool:
    """Return whether a reader whose extension it is not is sure of the bytes; a plug-in at fault is not."""
    try:
        return _sniff(record, source) is True
    except PluginFault:
        return False


def _sniff(record: ReaderRecord, source: bytes) -> bool | None:
    if record.sniff is None:
        return None
    with blaming(record.sniff):
        verdict: bool | None = load(record.sniff)(source)
    return verdict
