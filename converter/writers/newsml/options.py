"""What a caller may say about NewsML-G2: `--set newsml.NAME=VALUE`."""

from __future__ import annotations

from converter.values import Value


class NewsmlOptions(Value):
    """Options of the NewsML-G2 writer."""

    furniture: bool = True
    """Carry site furniture (“Read More”) as extension properties, which nobody prints; `no`: leave it out."""
