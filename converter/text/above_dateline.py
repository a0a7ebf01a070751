"""What stands above a dateline: captions, decks, credits, lines of the site. The story begins with its dateline.

Every format prints the dateline before the first paragraph of the story, so no line above may stay a paragraph of it:

    a caption                       a picture without its picture
    a deck, points with stars       the standfirst
    any other short line            a note: it is printed where it stands, and is no part of the story

Where a line above is none of these, it is prose, and the dateline stays in its paragraph.
"""

from __future__ import annotations

from converter.text.captions import is_caption
from converter.text.lines import count_digits, count_words, ends_sentence
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from converter.text.label import Role

    Part: TypeAlias = Literal["caption", "standfirst", "note"]

REACH = 8
"""Lines above that a dateline may have."""
_LONGEST_STANDFIRST, _LONGEST_CAPTION, _LONGEST_LINE = 200, 600, 120
_LONGEST_SUMMARY = 400
"""Of one deck alone between a headline and a dateline that has its date or agency."""
_MOST_SENTENCES, _MOST_SENTENCES_OF_BODY = 2, 1
"""Decks that are sentences, below a headline and without one: more are a story."""
_OPEN_ENDS = ",:，：،"
"""A greeting, or words that what follows belongs to."""
_WORDS_OF_A_DECK, _DIGITS_OF_A_DATE = 4, 5
_SITE = Pattern(r"https?://|\bwww\.|[\w-]{2,30}\.(?:com|ru|ua|net|org|by|kz|de|fr|it|es|br|cn|jp|in)\b")
_LABEL = Pattern(r"[A-Z][A-Z ]{2,20}: ")


def parts_above(roles: list[Role], above: list[int], *, has_headline: bool, is_filed: bool) -> dict[int, Part] | None:
    """Return what each of the lines above a dateline is, or None where one of them may be the story's.

    `is_filed`: the dateline has its date or agency.
    """
    parts: dict[int, Part] = {}
    may_be_summary = has_headline and is_filed and len(above) == 1
    for at in above:
        part = _part(roles, at, _LONGEST_SUMMARY if may_be_summary else _LONGEST_STANDFIRST)
        if part is None:
            return None
        parts[at] = part
    sentences = [at for at in above if parts[at] == "standfirst" and roles[at].text[:2] != "* "]
    sentences = [at for at in sentences if ends_sentence(roles[at].text)]
    return parts if len(sentences) <= (_MOST_SENTENCES if has_headline else _MOST_SENTENCES_OF_BODY) else None


def may_stand_above(role: Role) -> bool:
    """Return whether a dateline may follow below the line, soon asked: no paragraph of a story is so short."""
    text = role.text
    return len(text) <= _LONGEST_STANDFIRST or (len(text) <= _LONGEST_CAPTION and is_caption(text))


def _part(roles: list[Role], at: int, longest: int) -> Part | None:
    text = roles[at].text
    if text[:2] == "* ":
        return "standfirst" if len(text) <= _LONGEST_STANDFIRST else None
    if len(text) <= _LONGEST_CAPTION and (is_caption(text) or _belongs_to_picture(roles, at)):
        return "caption"
    if len(text) > longest or text[-1] in _OPEN_ENDS:
        return None
    is_sentence = ends_sentence(text)
    is_data = not is_sentence and count_digits(text) >= _DIGITS_OF_A_DATE
    is_of_site = (
        _SITE.search(text) is not None
        or _LABEL.match(text) is not None
        or (text[0] in "(（[【" and text[-1] in ")）]】")
    )
    if (is_sentence or count_words(text) >= _WORDS_OF_A_DECK) and not (is_data or is_of_site):
        return "standfirst"
    return "note" if len(text) <= _LONGEST_LINE else None


def _belongs_to_picture(roles: list[Role], at: int) -> bool:
    """Return whether the next line says whose a picture is, or is a caption that has these words, its title, again."""
    below = roles[at + 1] if at + 1 < len(roles) else None
    if below is None:
        return False
    is_title = not ends_sentence(roles[at].text) and roles[at].text.casefold() in below.text.casefold()
    return (
        below.rule == "note-picture"
        or (below.rule == "copyright" and "/" in below.text)
        or (is_title and below.kind == "paragraph" and is_caption(below.text))
    )
