"""One e-mail message (RFC 5322, MIME) as a story: its subject is the headline, its text the body.

- `read.py` puts the article together;
- `parts.py` finds the text, and what is attached to it.
"""

from __future__ import annotations
