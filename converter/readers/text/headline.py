"""The headline: the first line, where it is one. A text need not have one, and then none is made.

On the wire the title is what stands between the header and the dateline, in
capitals in all but 28 of 19,043. Elsewhere a first line is a headline when it
is short, no sentence, no quotation and no label, and the story follows it: a
line of prose that is longer and ends as a sentence does (conventions page,
"Headline").
"""

from __future__ import annotations

from converter.readers.text.lines import count_words, ends_sentence, final_mark, is_capitals, words

# 95 % of headlines have at most 18 words; what is longer needs more evidence. One or two words are a kicker or a place.
_USUAL_WORDS = 18
_MOST_WORDS = 26
_LEAST_WORDS = 3
_OPENING_QUOTES = "\"“„«»‘'「『"
_CLOSING_QUOTES = "\"”»“’'」』"
# What a first line begins with that is a label, a caption or a note: with a colon, or with more words.
_LABELS_WITH_COLON = words(
    "warning note watch update updated listen video photo photos image advisory disclaimer editor q a from "
    "contents source credit summary tested text "
    "picture pictured caption more related pic foto"
)
_LABEL_PHRASES = (
    "table of contents",
    "key points",
    "key takeaways",
    "analysis by",
    "story highlights",
    "image caption",
    "image source",
    "this video",
    "to use this",
    "media caption",
    "video caption",
    "click ",
    "staff report",
    "from the section",
    "last updated",
    "warning ",
    "sharing is caring",
)


def is_wire_title(text: str) -> bool:
    """Return whether a line at the head of a wire story is its title: set in capitals."""
    return is_capitals(text) and count_words(text) <= 24


def is_headline(text: str, following: list[str]) -> bool:
    """Return whether a first line is a headline; `following`: the next lines, bylines and furniture left out."""
    bare = text.strip(" \t\xa0")
    count = count_words(bare)
    if not _LEAST_WORDS <= count <= _MOST_WORDS or len(bare) > 220 or not _opens_like_one(bare) or _is_label(bare):
        return False
    if _is_labelled(bare) and following and _is_labelled(following[0]):
        return False  # The first line of a transcript or of a list of facts.
    if not _is_followed_by_story(bare, following):
        return False
    is_title = _is_title_case(bare)
    if not _may_end_one(bare, is_title):
        return False
    shared = _shared_with(bare, following)
    # A headline repeats words of its story, which a caption, a section's name or a call to click seldom does.
    if count > _USUAL_WORDS:
        return shared >= 4 or (is_title and shared >= 2)
    return shared >= 1 or (is_title and count >= 4 and not bare.isupper())


def _opens_like_one(text: str) -> bool:
    first = text.lstrip(_OPENING_QUOTES + "¿¡([<^ ")[:1]
    return first.isupper() or first.isdigit() or first in "$£€#@+" or (not first.isascii() and not first.islower())


def _is_label(text: str) -> bool:
    lowered = text.casefold()
    label, colon, _ = lowered.partition(":")
    return (
        (bool(colon) and label.strip() in _LABELS_WITH_COLON)
        or lowered.startswith(_LABEL_PHRASES)
        or "www." in lowered
        or "http" in lowered
        or lowered.endswith("#ad")
        or (lowered.startswith("dear ") and lowered.endswith((",", "!")))
    )


def _is_labelled(text: str) -> bool:
    label, colon, _ = text.partition(":")
    return bool(colon) and len(label.split()) <= 3 and (label.isupper() or len(text.split()) <= 5)


def _may_end_one(text: str, is_title: bool) -> bool:
    last = text[-1]
    if last in ":;,-–—،、":
        return False
    if last in _CLOSING_QUOTES:
        # `Mayor: “We had to win”` is one; a line that opens with its quotation or ends a sentence in it is body.
        return text[0] not in _OPENING_QUOTES and text[-2:-1] not in (".", ",", "…")
    mark = final_mark(text)
    if mark in (".", "。", "।"):
        return is_title and 5 <= count_words(text) <= _USUAL_WORDS
    return mark != "…" or is_title


def _is_title_case(text: str) -> bool:
    """Return whether the longer words are capitalised, as American headlines set them and no sentence does."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= 3 and capitals * 6 >= len(longer) * 5


def _shared_with(text: str, following: list[str]) -> int:
    """Return how many of the line's content words, by their first letters, the next lines have."""
    below = _stems(" ".join(following[:6])[:3000])
    return len(_stems(text) & below)


def _stems(text: str) -> set[str]:
    stems: set[str] = set()
    for word in text.casefold().replace("’", "'").split():
        bare = word.strip(".,;:!?\"'“”„«»‘()[]<>—–-").removesuffix("'s")
        if not bare:
            continue
        if bare[0] > "\u2e7f":  # Scripts without blanks: pairs of characters.
            stems.update(bare[at : at + 2] for at in range(len(bare) - 1))
        elif len(bare) > 2 and bare not in _COMMON:
            stems.add(bare[:4])
    return stems


_COMMON = words(
    "the and for are but not you all can had her was one our out has him his how its may new now old see two "
    "who did get let say she too use "
    "why off own per yet via any der die das und den von mit ist ein des dem les des une est qui sur pas los "
    "las del una con por più che per van het een "
    "this that with from have will been were they their there what when which about would could into more "
    "than over after before some most "
    "your them then these those also here just like such only very much many other where while being does "
    "doing make made says said "
    "sein eine einer einem einen nicht auch wird über nach dans pour avec plus para como pero este esta está "
    "della delle sono anche"
)


def _is_followed_by_story(text: str, following: list[str]) -> bool:
    """A deck and a few short lines may stand between; a longer sentence must come, and soon."""
    for line in following[:4]:
        if ends_sentence(line) and len(line) > len(text):
            return True
        if count_words(line) > 40:
            return True
    return False
