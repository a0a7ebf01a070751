"""Options of the NITF writer."""

from __future__ import annotations

from converter.core.values import Value


class NitfOptions(Value):
    """Options of the NITF writer."""

    furniture: bool = True
    """Carry site furniture (“Read More”) as `meta` of the head, which nobody prints; `no`: leave it out."""
