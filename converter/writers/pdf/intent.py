"""The output intent: an own sRGB profile, made once a process.

PDF/A wants colours tied to a real device; this is IEC 61966-2-1 as an ICC
version 2.1 matrix profile with one gamma curve for the three channels.
"""

from __future__ import annotations

import struct
from functools import cache

from converter.writers.pdf.document import stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.writers.pdf.document import PdfFile

# The primaries and the white of sRGB, adapted to the profile's D50 (ICC.1:2001-04, annex A).
_COLOURS = {
    b"wtpt": (0.9642, 1.0, 0.8249),
    b"rXYZ": (0.4360, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}
_GAMMA = 2.2


def write_intent(file: PdfFile) -> int:
    """Write the profile and its output intent; return the intent's number."""
    profile = file.add_ready_stream(_profile_stream())
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile} 0 R>>"
    )


@cache
def _profile_stream() -> bytes:
    return stream("/N 3", srgb_profile())


def srgb_profile() -> bytes:
    """Return the ICC profile."""
    name = b"sRGB\0"
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(_GAMMA * 256)) + bytes(2)
    data: list[tuple[tuple[bytes, ...], bytes]] = [
        ((b"desc",), b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(78 + 3)),
        ((b"cprt",), b"text" + bytes(4) + b"Public domain\0" + bytes(2)),
        *(((tag,), b"XYZ " + bytes(4) + _fixed(*values)) for tag, values in _COLOURS.items()),
        ((b"rTRC", b"gTRC", b"bTRC"), curve),
    ]
    count = sum(len(tags) for tags, _ in data)
    offset = 128 + 4 + 12 * count
    table, body = struct.pack(">I", count), b""
    for tags, content in data:
        padded = content + bytes(-len(content) % 4)
        for tag in tags:
            table += tag + struct.pack(">II", offset + len(body), len(content))
        body += padded
    # ICC.1:2001-04, 6.1: size, version 2.1, display, RGB to XYZ, date, signature, … and the D50 illuminant.
    header = (
        struct.pack(">I4xI", offset + len(body), 0x02100000) + b"mntrRGB XYZ " + struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    )
    header += b"acsp" + bytes(28) + _fixed(0.9642, 1.0, 0.8249)
    return header.ljust(128, b"\0") + table + body


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))
