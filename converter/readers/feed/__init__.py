"""One entry of RSS 0.9x to 2.0, RSS 1.0, Atom, or a WordPress export (WXR), as a story.

- `read.py` finds the entry and puts the article together;
- `rss.py` and `atom.py` read its elements.

A feed of several is a container (`converter.readers.containers.feed`).
"""

from __future__ import annotations
