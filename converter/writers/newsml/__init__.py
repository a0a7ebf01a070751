"""NewsML-G2 2.35, conformance power, XHTML body: one article is one `newsItem`.

The tour, in the order of the document:

- `write.py` puts the item together, and proves it against our profile before
  it leaves (`profile.py`, `schemas/newsml-profile.xsd`);
- `rights.py` writes `pubHistory` and `rightsInfo`, which stand before
  `itemMeta`;
- `item_meta.py` writes `itemMeta`: what the record is, not what the story says;
- `content_meta.py` writes `contentMeta`: what the story says of itself;
- the body comes from `converter.render.html_write`, shared with other formats;
- `labels.py` and `codes.py` know what G2's inlines and identifiers can hold.

What maps to what, and what is folded or lost: `docs/reference/newsml.md`.
"""

from __future__ import annotations

from converter.writers.newsml.write import write

__all__ = ["write"]
