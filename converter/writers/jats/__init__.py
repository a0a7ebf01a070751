"""JATS 1.3: an article as archives and libraries of journals take it in, by the Archiving tag set.

`write` puts the document together: `front` is what is said of the story,
`body` its blocks and sections, `inlines` the text inside them. All of it would
be valid by the stricter Publishing tag set too, but for what that demands and
a news story does not have.
"""

from __future__ import annotations

from converter.writers.jats.write import write

__all__ = ["write"]
