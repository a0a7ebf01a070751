"""What every package is held to: names that stay inside it, no second one of a name, and the limits."""

from __future__ import annotations

from converter.errors import UnreadableInput
from converter.visible import shortened, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.limits import Limits

_FREE_BYTES = 1 << 20
"""What may be unpacked before the ratio counts: small texts of one letter pack well."""
_PIECE = 1 << 16


class Rules:
    """The names and sizes of one package so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._names: set[str] = set()
        self._count = 0
        self._unpacked = 0

    def admit(self, name: str) -> None:
        """Take one more member. Raises UnreadableInput for a name that leads elsewhere or was there already."""
        self._count += 1
        self.limits.require("members", self._count, "the number of members")
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or (len(parts[0]) == 2 and parts[0][1] == ":"):
            raise refused(name, "has an absolute path")
        if ".." in parts:
            raise refused(name, "leads out of the package")
        if "\0" in name or not name:
            raise refused(name, "has no proper name")
        if name in self._names:
            raise refused(name, "is there twice")
        self._names.add(name)

    def count(self, name: str, unpacked: int, packed: int, so_far: int) -> None:
        """Count bytes that were unpacked; `so_far` of this member, out of so many packed. Raises LimitExceeded."""
        self._unpacked += unpacked
        limits = self.limits
        if so_far > limits.input_bytes:
            raise limits.exceeded("input_bytes", f"{_shown(name)} unpacks to more than {limits.input_bytes:,} bytes")
        if self._unpacked > limits.unpacked_bytes:
            raise limits.exceeded("unpacked_bytes", f"unpacks to more than {limits.unpacked_bytes:,} bytes")
        if so_far > _FREE_BYTES and so_far > packed * limits.unpack_ratio:
            raise limits.exceeded("unpack_ratio", f"{_shown(name)} unpacks to more than {limits.unpack_ratio} times")

    def require_ratio(self, packed: int) -> None:
        """Raise LimitExceeded when the whole unpacks to too many times what was read of it."""
        if self._unpacked > _FREE_BYTES and self._unpacked > packed * self.limits.unpack_ratio:
            raise self.limits.exceeded("unpack_ratio", f"unpacks to more than {self.limits.unpack_ratio} times")


def refused(name: str, why: str) -> UnreadableInput:
    """Return the error of a package whose member breaks a rule."""
    return UnreadableInput(f"its member {_shown(name)} {why}: the package is refused")


def _shown(name: str) -> str:
    return f"“{shortened(visible(name))}”"
