"""Signatures: the last lines of a story that say who wrote or supplied it.

`Ann Example`, `이가나 기자 gana@example.com` below the last paragraph is the
byline of a house that signs at the foot. `(dpa)`, `/ritzau/`, `SAMPLE / AFP`,
and the marks of a desk, `ab/cde` or `(efg)`, are credits.
"""

from __future__ import annotations

from converter.text.lines import ends_sentence
from converter.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from converter.text.label import Role

_LONGEST, _LONGEST_NAMES = 100, 64
_LEAST_STORY, _MOST_LINES = 160, 2
_LONGEST_MARKS = 28
_SMALL_WORDS = 3
_LONGEST_AGENCY = 40
# `ab/cde`, `(efg)`: writer, editor and desk, as agencies sign; `Sample/XYZ`: a press office.
_MARKS = Pattern(
    r"[a-zß-ÿ]{1,5}\d?(?:(?:[/,.-] ?)[a-zß-ÿ]{1,5}\d?){1,5}|[(\[/][a-zß-ÿ]{2,4}(?:[/,-] ?[a-zß-ÿ]{2,4}){0,4}[)\]/]|"
    r"[A-Z][A-Za-z]{1,14}/[A-Z]{2,5}"
)
_MAIL = Pattern(r"[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,12}){1,3}")
_AGENCIES = (" EFE", " AFP", " Lusa", " ANSA", " dpa")
"""What closes a last sentence for a stop."""
_AROUND = "/()[]<>*–—-= \t\xa0"
_BRACKETS = "()[]<>"
_ORNAMENTS = "/()[]<>*~•·–—- \t\xa0"
_DASHES, _CLOSING_QUOTES = "–—-", "\"”’»'“"
# `А.Примерова`, `N.Thu`
_INITIAL = Pattern(r"(?<![^\W\d_])(?<=[^\W\d_a-zа-я])\.(?=[^\W\d_a-zа-я][^\W\d_])")
_BETWEEN = Pattern(r"\s?[/,+&]\s?|-(?=[A-Z])| (?:und|and|et|y|e|og|och|en) ")


def find_signatures(roles: list[Role], *, is_page: bool) -> dict[int, Literal["byline", "credit"]]:
    """Return which of the last lines of a story sign it, and how; `is_page`: the lines are those of a whole page."""
    found: dict[int, Literal["byline", "credit"]] = {}
    paragraphs = [at for at, role in enumerate(roles) if role.kind == "paragraph"]
    has_byline = any(role.kind == "byline" for role in roles)
    while len(paragraphs) > 1 and len(found) < _MOST_LINES:
        at = paragraphs.pop()
        if len(roles[at].text) > _LONGEST:
            break  # The last paragraph, as in most stories: the others need not be looked at.
        told = [roles[over].text for over in paragraphs]
        is_closed = ends_sentence(told[-1]) or told[-1].endswith(_AGENCIES)
        if not is_closed or sum(map(len, told)) < _LEAST_STORY:
            break
        kind = _kind_of(roles[at].text, told, is_page=is_page)
        if kind == "byline" and has_byline:
            kind = "credit" if _is_again(roles[at].text, roles) else None
        if kind is None:
            break
        found[at] = kind
        has_byline = has_byline or kind == "byline"
    return found


def _is_again(text: str, roles: list[Role]) -> bool:
    """Return whether the line names the author of the byline once more, as houses with a mail at the foot do."""
    name = _MAIL.compiled.sub("", text).strip(_AROUND)
    return any(name in role.text for role in roles if role.kind == "byline")


def _kind_of(text: str, told: list[str], *, is_page: bool) -> Literal["byline", "credit"] | None:
    is_sentence = ends_sentence(text)
    if is_sentence and sum(word[0].islower() for word in text.split()) > _SMALL_WORDS:
        return None  # A short sentence of the story's.
    if len(text) <= _LONGEST_MARKS and _MARKS.fullmatch(text) is not None:
        return "credit"
    bare = text.strip(_AROUND)
    if _MAIL.fullmatch(bare):
        return "credit"  # The reporter's, as Korean houses sign.
    from converter.text.bylines.byline import find_byline_rule
    from converter.text.bylines.name_alone import is_agency, is_name_alone, is_vietnamese
    from converter.text.bylines.persons import are_persons, has_given_name

    if 0 < len(bare) <= _LONGEST_AGENCY and (
        is_agency(bare) or all(is_agency(part.strip(_AROUND)) for part in _BETWEEN.compiled.split(bare))
    ):
        return "credit"
    if is_sentence:
        # `Анна Примерова.` signs with a stop as it would end a sentence.
        bare = bare.removesuffix(".")
        is_signed = text[-1] == "." and len(text) <= _LONGEST_NAMES and are_persons(bare) and has_given_name(bare)
        return "byline" if is_signed and not is_page and is_name_alone(bare, "\n".join(told)) else None
    signed = bare if text[0] in _BRACKETS and text[-1] in _BRACKETS else text.lstrip(_AROUND)
    if find_byline_rule(signed, after_headline=False, after_label=False) == "byline-by":
        return "byline"
    if len(text) > _LONGEST_NAMES:
        return None
    if text[0] in _DASHES and told[-1][-1] in _CLOSING_QUOTES:
        return None  # Who said what stands above.
    name = text.strip(_ORNAMENTS) if text[0] in _ORNAMENTS else text
    if (is_page or name != text) and not (has_given_name(name) or is_vietnamese(name)):
        return None  # Below the story of a page names of its parts stand too, and in brackets other things.
    name = _INITIAL.compiled.sub(". ", name)
    is_name = (are_persons(name) or name[:1] > "\u2fff") and is_name_alone(name, "\n".join(told))
    return "byline" if is_name else None
