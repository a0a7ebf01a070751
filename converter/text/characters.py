"""Characters that do not show, that XML cannot hold, or that are what was left of others: kept, and said so in one
notice of each kind."""

from __future__ import annotations

from converter.io.utf8 import beyond_ascii, encoded
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context

_LISTED = 12
_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
"""What nearly every text is made of."""


def notice_characters(text: str, context: Context) -> None:
    """Say which control characters and which invisible or direction-changing ones the text holds, and how many."""
    held = set(beyond_ascii(encoded(text), plain=_PLAIN))
    if not held:
        return
    controls = sorted(char for char in held if char < " " or char in "\ufffe\uffff")
    invisible = sorted(char for char in held if _is_invisible(char))
    for code, chars in (("control-characters", controls), ("invisible-characters", invisible)):
        if not chars:
            continue
        first = min(text.index(char) for char in chars)
        codes = ", ".join(f"U+{ord(char):04X}" for char in chars[:_LISTED]) + (", …" if len(chars) > _LISTED else "")
        context.notice(code, where=_place(text, first), count=sum(map(text.count, chars)), codes=codes)
    if "\ufffd" in held:
        context.notice("replacement-characters", where=_place(text, text.index("\ufffd")), count=text.count("\ufffd"))
    if not held.isdisjoint(_LEADS):
        _notice_decoded_twice(text, context)


# What the first bytes of two and three in UTF-8 are in Windows-1252: of Latin letters and signs, of punctuation, of
# Cyrillic; and what the bytes behind them are.
_LEADS = frozenset("ÂÃâÐÑ")
_REST = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_TWICE = Pattern(rf"[ÂÃ]{_REST}|â[\x80€]{_REST}|(?:[ÐÑ]{_REST}){{3,}}")
_LEAST_TWICE = 3
"""`Â»` and `É…` may stand in a text by chance, but not several."""


def _notice_decoded_twice(text: str, context: Context) -> None:
    """Say that a text was read in the wrong charset before it was saved: `dÃ©jÃ\xa0` for `déjà`."""
    found = [
        (match.start(), match.group(), meant) for match in _TWICE.finditer(text) if (meant := _meant(match.group()))
    ]
    if len(found) < _LEAST_TWICE:
        return
    first, seen, meant = found[0]
    context.notice("decoded-twice", where=_place(text, first), count=len(found), seen=seen[:_LISTED], meant=meant)


def _meant(seen: str) -> str:
    """Return the characters whose bytes in UTF-8 were taken for Windows-1252, or an empty string where none were."""
    try:
        # Five bytes have no character there, and stand as those of Latin-1.
        octets = b"".join(char.encode("latin-1" if "\x80" <= char < "\xa0" else "windows-1252") for char in seen)
        return octets.decode("utf-8")
    except UnicodeError:
        return ""


def _is_invisible(char: str) -> bool:
    """C1 controls but NEL, soft-wrap and direction marks, and tag characters (threats page, section 4)."""
    if char < "\x7f":
        return False
    return (
        ("\x7f" <= char < "\xa0" and char != "\x85")
        or "\u200b" <= char <= "\u200f"
        or "\u202a" <= char <= "\u202e"
        or "\u2060" <= char <= "\u206f"
        or char in "\u061c\u180e\ufeff\u034f\u115f\u1160\u3164\uffa0"
        or "\ufff9" <= char <= "\ufffb"
        or "\U000e0000" <= char <= "\U000e0fff"
    )


def _place(text: str, at: int) -> str:
    before = text[:at]
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        before = before.replace(end, "\n")
    return f"line {before.count(chr(10)) + 1}"
