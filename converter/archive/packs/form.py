"""What a pack holds: `pack.zip`, in which each object lies in one piece, and `index.jsonl`, which says where.

A line of the index is one object: its id and head, the SHA-512 of its
inventory as the ledger has it, its folder in the ZIP, and offset, length and
SHA-256 of its piece. So one object can be read and checked without the rest,
and any tool that opens a ZIP gets all of them out.
"""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zlib

from converter.archive.agents import PROGRAM
from converter.archive.bags.names import folder_of
from converter.archive.event_builder import ACT, Acts
from converter.core.errors import FixityError
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.archive.copying import Whole
    from converter.archive.inventory import NewVersion, User

PREFIX = "urn:converter:pack:"
ZIP, INDEX = "pack.zip", "index.jsonl"

MOST_STORIES = 1_000
MOST_BYTES = 64 << 20
"""Of what a pack holds before it is deflated: it is made in memory. A story that is larger stays loose."""

_LOCAL = struct.Struct("<4s5H3L2H")
"""The header before each member (ZIP, APPNOTE 4.3.7)."""
_STORED, _DEFLATED = 0, 8


class Place(Value):
    """Where an object lies in a pack: a line of the index."""

    id: str
    head: str
    inv: str
    """SHA-512 of the head's inventory."""
    path: str
    """Its folder in the ZIP."""
    offset: int
    length: int
    """Of its piece, in bytes."""
    sha256: str
    """Of its piece."""

    def serialise(self) -> bytes:
        """Return the line without its newline."""
        record = {field: getattr(self, field) for field in type(self)._fields}
        return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def pack_id(number: int) -> str:
    """Return the id of the number-th pack of a root, from 1: whoever looks for a pack asks for each in turn."""
    return f"{PREFIX}{number}"


def is_pack(id: str) -> bool:
    """Return whether an object is a pack."""
    return id.startswith(PREFIX)


def build(wholes: Iterable[Whole]) -> tuple[bytes, bytes]:
    """Return the ZIP and the index of objects, sorted by their folders; equal objects give equal bytes.

    Raises FixityError for an object that is damaged.
    """
    import zipfile

    out = io.BytesIO()
    lines: list[tuple[str, bytes]] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for folder, whole in sorted(
            ((folder_of(each.inventory.id), each) for each in wholes), key=lambda pair: pair[0]
        ):
            offset = out.tell()
            for path, content in whole.files():
                info = zipfile.ZipInfo(f"{folder}/{path}", (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system, info.external_attr = 3, 0o100644 << 16
                archive.writestr(info, content)
            piece = out.getbuffer()[offset : out.tell()]
            place = Place(
                whole.inventory.id,
                whole.inventory.head,
                hashlib.sha512(whole.content).hexdigest(),
                folder,
                offset,
                len(piece),
                hashlib.sha256(piece).hexdigest(),
            )
            piece.release()
            lines.append((folder, place.serialise()))
    return out.getvalue(), b"".join(line + b"\n" for _, line in lines)


def places(index: bytes) -> dict[str, Place]:
    """Return id → place of an index. Raises FixityError for what is none."""
    found: dict[str, Place] = {}
    for number, line in enumerate(index.splitlines(), 1):
        try:
            record = json.loads(line)
            place = Place(*(record[field] for field in Place._fields))
        except (ValueError, KeyError, TypeError) as error:
            raise FixityError(f"line {number} is no line of a pack's index", where=INDEX) from error
        found[place.id] = place
    return found


def ids(index: bytes) -> Iterator[str]:
    """Yield the ids of an index, and nothing else of it: whoever looks for one asks every pack."""
    for line in index.splitlines():
        start, end = line.find(b'"id":'), line.find(b',"inv":"')
        if start < 0 or end < start:
            raise FixityError("is no pack's index", where=INDEX)
        yield json.loads(line[start + 5 : end])


def members(piece: bytes, place: Place) -> dict[str, bytes]:
    """Return path in the object → bytes of an object's piece of the ZIP. Raises FixityError for one that is damaged."""
    if hashlib.sha256(piece).hexdigest() != place.sha256:
        raise FixityError(f"the piece of {place.id} has not the SHA-256 {place.sha256}", where=ZIP)
    found: dict[str, bytes] = {}
    at = 0
    while at < len(piece):
        _, _, _, method, _, _, _, packed, size, name_length, extra_length = _LOCAL.unpack_from(piece, at)
        at += _LOCAL.size
        name = piece[at : at + name_length].decode()
        at += name_length + extra_length
        content = piece[at : at + packed]
        at += packed
        if method == _DEFLATED:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, size + 1)
        if method not in (_STORED, _DEFLATED) or len(content) != size:
            raise FixityError(f"the piece of {place.id} cannot be unpacked", where=ZIP)
        found[name.removeprefix(f"{place.path}/")] = content
    return found


def version_of(id: str, wholes: Iterable[Whole], *, at: str, by: User = PROGRAM) -> NewVersion:
    """Return the version, the only one, of the pack of that id that holds these objects."""
    kept = list(wholes)
    archive, index = build(kept)
    count = len(kept)
    acts = Acts(id, None, (), at=at, by=by)
    words = "1 story" if count == 1 else f"{count:,} stories"
    acts.add(
        "information package creation",
        f"packed {words}",
        [(ZIP, archive, "outcome"), (INDEX, index, "outcome")],
        [(ACT, "packed")],
        by_person=True,
    )
    return acts.version_with({ZIP: archive, INDEX: index}, f"packed {words}", fixity=(ZIP, INDEX))
