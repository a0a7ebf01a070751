"""ninjs 3.1: one article is one JSON object, its body an XHTML fragment.

- `write.py` puts the object together, in the order of its keys;
- `head.py` makes the values of the story's metadata;
- the body comes from `converter.render.html_write`, shared with other formats.

ninjs refuses what its schema does not know: there are no extensions, no
partial dates, no date of publication. What that loses is a notice each;
`docs/reference/ninjs.md` has the table.
"""

from __future__ import annotations

from converter.writers.ninjs.write import write

__all__ = ["write"]
