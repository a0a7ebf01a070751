"""EPUB 3.3: one story as a publication, accessible, with the canonical XML inside.

`write` puts the package together: `publication` is the package document, what
the file says of itself; `pages` the story and the navigation as XHTML;
`pictures` the media that go along; `accessibility` what is said for who cannot
see them.
"""

from __future__ import annotations

from converter.writers.epub.write import write

__all__ = ["write"]
