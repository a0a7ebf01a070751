"""The lines of a bag's tag files: `bagit.txt`, `bag-info.txt`, manifests, `fetch.txt` (RFC 8493 §2)."""

from __future__ import annotations

import codecs
import re

from converter.archive.bags import names
from converter.archive.bags.findings import finding
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.archive.bags.findings import Finding, Kind

DECLARATION = "bagit.txt"
FETCH = "fetch.txt"
VERSIONS = ("0.93", "0.94", "0.95", "0.96", "0.97", "1.0")

_LONGEST_LINE = 1 << 16
"""In characters: longer than any path, and than any value worth keeping."""
_LARGEST_DECLARATION = 1_000
_DECLARATION = (re.compile(r"BagIt-Version: (\d+\.\d+)"), re.compile(r"Tag-File-Character-Encoding: (\S+)"))
_LOOSE = (
    re.compile(r"\s*BagIt-Version\s*:\s*(\S+)\s*", re.IGNORECASE),
    re.compile(r"\s*Tag-File-Character-Encoding\s*:\s*(\S+)\s*", re.IGNORECASE),
)
_ENTRY = re.compile(r"([0-9A-Fa-f]+)([ \t]+)(.+)", re.DOTALL)
_FETCH = re.compile(r"\S+[ \t]+(?:\d+|-)[ \t]+(.+)", re.DOTALL)


class Malformed(Exception):
    """A tag file that cannot be understood; `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class Declaration(Value):
    """What `bagit.txt` says."""

    version: str
    """One of `VERSIONS`."""
    encoding: str
    """Of all other tag files, as Python calls it."""

    @property
    def is_strict(self) -> bool:
        """Return whether the bag is of version 1.0, which left no freedom in several places."""
        return self.version == "1.0"


class Entry(Value):
    """One line of a manifest."""

    path: str
    """Decoded, without a leading `./`."""
    digest: str
    """In lower case."""


def declaration(content: bytes) -> tuple[Declaration, tuple[Finding, ...]]:
    """Return what `bagit.txt` declares, and what is not as it should be (RFC 8493 §2.1.1).

    Raises Malformed when it cannot be known what the bag is.
    """
    found: list[Finding] = []
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Malformed(finding("bag-declaration-bom", DECLARATION))
    try:
        lines = re.split("\r\n|\r|\n", content[:_LARGEST_DECLARATION].decode())
    except UnicodeDecodeError as error:
        raise Malformed(
            finding("bag-declaration-malformed", DECLARATION, what=f"byte {error.start} is no UTF-8")
        ) from error
    if lines[-1] == "":
        lines.pop()
    if len(lines) != len(_DECLARATION):
        what = f"it has {len(lines)}"
        raise Malformed(finding("bag-declaration-malformed", DECLARATION, what=what))
    values: list[str] = []
    loose: list[str] = []
    for line, strict, tolerant in zip(lines, _DECLARATION, _LOOSE, strict=True):
        match = strict.fullmatch(line)
        if match is None:
            match = tolerant.fullmatch(line)
            loose.append(line)
        if match is None:
            raise Malformed(finding("bag-declaration-malformed", DECLARATION, what=repr(line)))
        values.append(match[1])
    version, encoding = values
    if version not in VERSIONS:
        raise Malformed(finding("bag-version-unknown", DECLARATION, version=version))
    try:
        python_name = codecs.lookup(encoding).name
        "".encode(python_name)
    except LookupError as error:
        raise Malformed(finding("bag-encoding-unknown", DECLARATION, encoding=encoding)) from error
    made = Declaration(version, python_name)
    kind: Kind = "invalid" if made.is_strict else "refused"
    found += (finding("bag-declaration-loose", DECLARATION, kind, line=repr(line)) for line in loose)
    return made, tuple(found)


def lines(pieces: Iterable[bytes], encoding: str, name: str) -> Iterator[str]:
    """Yield the lines of a tag file without their ends, however long the file is; blank ones too.

    Only CR, LF and CRLF end a line: a name may hold any other character.
    Raises Malformed.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    rest, number = "", 0
    try:
        for piece in (*pieces, b""):
            text = rest + decoder.decode(piece, final=not piece)
            if text.endswith("\r") and piece:  # Its LF may be in the next piece.
                text, held = text[:-1], "\r"
            else:
                held = ""
            *whole, rest = re.split("\r\n|\r|\n", text)
            rest += held
            for line in whole:
                number += 1
                yield line
            if len(rest) > _LONGEST_LINE:
                raise Malformed(finding("bag-tag-file-malformed", name, line=number + 1, what="it does not end"))
        if rest:
            yield rest
    except UnicodeError as error:
        raise Malformed(finding("bag-tag-file-encoding", name, encoding=encoding)) from error


def metadata(lines: Iterable[str], name: str) -> tuple[tuple[tuple[str, str], ...], tuple[Finding, ...]]:
    """Return labels and values in order, repeated ones too, of `bag-info.txt` (RFC 8493 §2.2.2), and what is wrong."""
    items: list[tuple[str, str]] = []
    found: list[Finding] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        label, colon, value = line.partition(":")
        if line[0] in " \t" and items:
            items[-1] = (items[-1][0], f"{items[-1][1]} {line.strip()}")
        elif colon:
            items.append((label.strip(), value.strip()))
        else:
            found.append(finding("bag-tag-file-malformed", name, line=number, what="no colon"))
    return tuple(items), tuple(found)


def manifest(
    lines: Iterable[str], name: str, digits: int, declared: Declaration, *, payload: bool
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Return path → digest of a manifest (RFC 8493 §2.1.3, §2.2.1), and what is wrong with its lines.

    `digits` is how long a digest of its algorithm is. A path that must not be
    followed is a finding, and never among what is returned.
    """
    entries: dict[str, str] = {}
    found: list[Finding] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        match = _ENTRY.fullmatch(line)
        if match is None or len(match[1]) != digits:
            found.append(finding("bag-tag-file-malformed", name, line=number, what="no digest and path"))
            continue
        digest, between, path = match[1].lower(), match[2], match[3]
        if between == " " and path.startswith("*"):
            path = path[1:]
            found.append(finding("bag-path-with-star", name, "warning", path=path))
        path, more = _plain(path, name, declared)
        found += more
        if any(each.kind == "invalid" for each in more):
            continue
        if path.startswith(names.PAYLOAD) != payload:
            where = "in data/" if payload else "a tag file"
            found.append(finding("bag-path-outside", name, path=path, where=where))
        elif path not in entries:
            entries[path] = digest
        elif entries[path] != digest:
            found.append(finding("bag-listed-with-two-digests", name, path=path))
        else:
            kind: Kind = "invalid" if declared.is_strict else "warning"
            found.append(finding("bag-listed-twice", name, kind, path=path))
    return entries, tuple(found)


def fetch(lines: Iterable[str], declared: Declaration) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Return the path of each line of `fetch.txt` (RFC 8493 §2.2.3), and what is wrong with it."""
    items: list[str] = []
    found: list[Finding] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        match = _FETCH.fullmatch(line)
        if match is None:
            found.append(finding("bag-tag-file-malformed", FETCH, line=number, what="no address, length and path"))
            continue
        path, more = _plain(match[1], FETCH, declared)
        found += more
        if any(each.kind == "invalid" for each in more):
            continue
        if not path.startswith(names.PAYLOAD):
            found.append(finding("bag-path-outside", FETCH, path=path, where="in data/"))
        else:
            items.append(path)
    return tuple(items), tuple(found)


def _plain(path: str, name: str, declared: Declaration) -> tuple[str, tuple[Finding, ...]]:
    """Return a written path as the file's own, and what is wrong with it."""
    if declared.is_strict:
        path = names.decode(path)
    found: list[Finding] = []
    if path.startswith("./"):
        path = path[2:]
        found.append(finding("bag-path-with-dot", name, "warning", path=path))
    if why := names.unsafe(path):
        found.append(finding("bag-path-unsafe", name, path=path, why=why))
    return path, tuple(found)
