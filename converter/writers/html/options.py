"""Options of the HTML writer."""

from __future__ import annotations

from converter.core.values import Value


class HtmlOptions(Value):
    """Options of the HTML writer."""

    canonical: bool = True
    """Carry the canonical XML inside, so that the page can come back as the identical article."""
    masthead: bool = True
    """Print the provider above the story."""
