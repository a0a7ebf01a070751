"""NewsML-G2, all 2.x: one `newsItem` or `packageItem` is one article.

The tour, in the order of reading:

- `read.py` finds the item in the document and puts the article together;
- `codes.py` resolves QCodes by the item's own catalogs and IPTC's;
- `record.py` reads `itemMeta`: identity, status, times, notes, links;
- `rights.py` reads `pubHistory` and `rightsInfo`;
- `story.py` reads `contentMeta`: what the story says of itself;
- `content.py` reads `contentSet`: the body, or the pictures that are the item;
- `labels.py` and `parties.py` read words and names.

What has no field is kept as a property (`converter.newsformats.kept`).
`docs/reference/newsml.md` says what becomes what, both ways.
"""

from __future__ import annotations
