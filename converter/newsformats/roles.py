"""What providers call the roles of headlines: known by the word in the code, whatever the vocabulary."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_WORDS = {
    "sub": ("sub", "deck", "secondary"),
    "kicker": ("kicker", "over", "super", "eyebrow"),
    "short": ("short", "brief", "mobile"),
    "main": ("main", "primary", "title", "headline", "simple"),
}


def headline_kind(code: str) -> Any:
    """Return our kind of headline for the code of a role; `other` when no word of it is known."""
    word = code.lower()
    return next((kind for kind, signs in _WORDS.items() if any(sign in word for sign in signs)), "other")
