"""A caption that a program glued to the story's first paragraph, before its dateline.

Un'immagine del ponte (ansa)EASTMERE - Il ponte …
Cars cross the bridge. (AP Photo/Ann Example) EASTMERE, Ohio (AP) — The bridge …
"""

from __future__ import annotations

from converter.text.captions import is_caption
from converter.text.datelines.dateline import find_dateline
from converter.text.patterns import Pattern

# Behind a bracket a blank may stand; behind a name the capitals of a place must follow at once.
_BORDER = Pattern(r"\)\s?(?=[A-ZÀ-Þ])|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ]{3})")
_REACH, _SHORTEST, _LEAST_OF_STORY = 320, 12, 60


def find_caption(text: str, lang: str | None) -> int | None:
    """Return where the caption ends that a paragraph opens with, before a dateline, or None."""
    for border in _BORDER.finditer(text[:_REACH]):
        end = border.end()
        before, rest = text[:end].rstrip(), text[end:]
        if end < _SHORTEST or before.count(". ") > 1 or not is_caption(before):
            continue
        found = find_dateline(rest, lang=lang)
        if found is not None and found.place is not None and len(rest) - found.end >= _LEAST_OF_STORY:
            return end if find_dateline(text, lang=lang) is None else None
    return None
