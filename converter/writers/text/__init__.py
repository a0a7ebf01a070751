"""The story as plain text: UTF-8, LF, one paragraph a line.

`write.py` sets head and blocks in order, `words.py` the text inside them,
`tables.py` aligns columns, `wrapping.py` knows how wide characters are and
wraps lines where that is asked for. Nothing of the words is changed; what
plain text cannot hold is a notice.
"""

from __future__ import annotations

from converter.writers.text.write import write

__all__ = ["write"]
