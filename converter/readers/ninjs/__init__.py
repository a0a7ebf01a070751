"""ninjs 1.x, 2.x and 3.x: one JSON object is one article.

- `read.py` puts the article together;
- `fields.py` reads the keys, whatever their spelling: `versionCreated` (3.x),
  `versioncreated` (1.x, 2.x), `headline_main` (1.x);
- `bodies.py` reads the body, in the best of the forms that the object has.

What has no field is kept as a property, as its JSON.
`docs/reference/ninjs.md` says what becomes what, both ways.
"""

from __future__ import annotations
