"""Options of the EPUB writer."""

from __future__ import annotations

from converter.core.values import Value


class EpubOptions(Value):
    """Options of the EPUB writer."""

    canonical: bool = True
    """Carry the canonical XML inside, so that the file can come back as the identical article."""
    masthead: bool = True
    """Print the provider above the story."""
