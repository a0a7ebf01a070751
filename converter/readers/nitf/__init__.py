"""NITF, from the DTDs of 2.x to 3.6: one `nitf` document is one article.

- `read.py` puts the article together;
- `docdata.py` reads `head`: identity, dates, rights, topics, what our writer
  keeps there;
- body and `body.head` are read below, by what NewsML-G2 and ninjs carry too
  (`converter.newsformats.nitf_head`).

Files of the DTDs have no namespace; they are read as if they had it.
`docs/reference/nitf.md` says what becomes what, both ways.
"""

from __future__ import annotations
