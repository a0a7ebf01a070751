"""The headline: the first line, where it is one. A text need not have one, and then none is made.

On the wire the title is what stands between the header and the dateline, in
capitals in all but 28 of 19,043. Elsewhere a first line is a headline when it
is short, no sentence, no quotation and no label, and the story follows it: a
line of prose that is longer and ends as a sentence does (conventions page,
"Headline").
"""

from __future__ import annotations

from converter.readers.text.lines import count_words, ends_sentence, final_mark, is_capitals

# 95 % of headlines have at most 18 words; one of a single word is a kicker or a section's name.
_MOST_WORDS = 18
_LEAST_WORDS = 2
_QUOTES = "\"”»“’'」』"
_LABELS = (
    "warning", "note", "watch", "update", "updated", "listen", "video", "photo", "photos", "image", "advisory", "disclaimer",
    "editor", "q", "a", "table of contents", "contents", "key points", "key takeaways", "analysis by", "story highlights", "highlights",
    "image caption", "image source", "this video", "to use this", "media caption", "video caption", "by", "from", "dear",
)  # fmt: skip


def is_wire_title(text: str) -> bool:
    """Return whether a line at the head of a wire story is its title: set in capitals."""
    return is_capitals(text) and count_words(text) <= 24


def is_headline(text: str, following: list[str]) -> bool:
    """Return whether a first line is a headline; `following` are the next lines that are neither byline nor furniture."""
    words = count_words(text)
    if not _LEAST_WORDS <= words <= _MOST_WORDS or len(text) > 200 or text[0] in "-–—•*·" or not _opens_like_one(text):
        return False
    last = text.rstrip(" \t\xa0")[-1:]
    mark = final_mark(text)
    if mark in (".", ":", ";", ",", "-", "–", "—", "…", "。", "।", "،") or last in _QUOTES:
        return False
    lowered = text.casefold()
    if any(lowered == label or lowered.startswith((label + " ", label + ":")) for label in _LABELS):
        return False
    return _is_followed_by_story(text, following)


def _opens_like_one(text: str) -> bool:
    first = text.lstrip("\"'“‘«„¿¡([<^ ")[:1]
    return first.isupper() or first.isdigit() or first in "$£€#@+" or (not first.isascii() and not first.islower())


def _is_followed_by_story(text: str, following: list[str]) -> bool:
    """A deck and a few short lines may stand between; a longer sentence must come, and soon."""
    for line in following[:4]:
        if ends_sentence(line) and len(line) > len(text):
            return True
        if count_words(line) > 40:
            return True
    return False
