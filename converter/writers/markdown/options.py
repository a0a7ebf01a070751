"""Options of the Markdown writer."""

from __future__ import annotations

from converter.core.values import Value


class MarkdownOptions(Value):
    """Options of the Markdown writer."""

    front_matter: bool = True
    """Begin with what is said of the story, as YAML between two lines of hyphens."""
    headline: bool = True
    """Print kicker, headline and deck above the story; `no` where the front matter's title is printed anyway."""
    html: bool = True
    """Write as HTML what Markdown has no sign for (ruby, languages, wide tables); `no`: as plain words."""
