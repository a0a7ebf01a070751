"""NITF 3.6: one article is one `nitf` document.

- `write.py` puts the document together;
- `head.py` writes `head`: what the record is, by whom, when, about what;
- `body_head.py` writes `body.head`: headlines, byline, dateline, summary;
- `converter.newsformats.nitf_blocks` writes `body.content`, for NewsML-G2 too.

What maps to what, and what is folded or lost: `docs/reference/nitf.md`.
"""

from __future__ import annotations

from converter.writers.nitf.write import write

__all__ = ["write"]
