"""Wire stories between control characters: IPTC 7901 and ANPA 1312.

    SOH header STX text ETX post-text EOT

- `read.py` takes the parts apart and puts the article together;
- `header.py` reads the header of either kind.
"""

from __future__ import annotations
