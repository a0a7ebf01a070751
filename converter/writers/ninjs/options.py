"""Options of the ninjs writer."""

from __future__ import annotations

from converter.core.values import Value


class NinjsOptions(Value):
    """Options of the ninjs writer."""

    plain: bool = False
    """Carry the body as plain text too, after the XHTML."""
