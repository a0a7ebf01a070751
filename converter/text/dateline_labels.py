"""Where a story was filed: the dateline that opens a paragraph, or stands on a line of its own above the first one."""

from __future__ import annotations

from converter.text import above_dateline, surroundings
from converter.text.datelines.dateline import find_dateline
from converter.text.label import FoundDateline, Role
from converter.text.lines import ends_sentence, has_digit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.text.datelines.dateline import Found

# A deck or a date may stand between the headline and a name alone.
NAME_LINES = 3
LONGEST_LONE_DATELINE, LONGEST_UNDATED = 72, 40
_LONGEST_BEFORE_LIST = 120
"""Characters: a longer line that ends in a colon is a paragraph."""
_CITY = 24
"""Characters of a city's name, at most."""
_LEAST_SHARED_ABOVE = 2
_TOP_LINES = 12
PROSE = 60
"""Letters: a line of more is prose."""
_HEAD = 90
_MARKS_OF_DATELINES = (
    " -",
    "- ",
    "–",
    "—",
    "--",
    ".-",
    ":",
    ")",
    "）",
    "]",
    "】",
    "〕",
    "|",
    "/",
    "_",
    "۔",
    "=",
    "＝",
    "•",
)
_REACH_OF_CAPTION, _GLUED_PARAGRAPHS = 320, 2
_CREDITS_OF_CAPTIONS = ("Foto:", "Photo:", "FOTO:", "PHOTO:", "Getty", "AFP", "REUTERS", "ANTARA", "©")
_DATELINE_ENDS = "-–—:)/.|"
_DASHES = "-–—"


def assign_dateline(roles: list[Role], lang: str | None, *, is_wire: bool, may_find_headline: bool) -> bool:
    """Take the dateline off the paragraph that it opens, among the first; return whether there is one."""
    is_below_picture = not is_wire and _part_glued(roles, lang)
    paragraphs = [at for at, role in enumerate(roles) if role.kind == "paragraph"]
    above = 1
    while (
        above < len(paragraphs) and roles[paragraphs[above - 1]].text[:2] == roles[paragraphs[above]].text[:2] == "* "
    ):
        above += 1
    asked, reach = 0, above + 1
    may_be_below = not is_wire and any(_may_open(roles[at].text) for at in paragraphs[reach : above_dateline.REACH + 1])
    while (
        may_be_below
        and reach <= above_dateline.REACH
        and reach < len(paragraphs)
        and all(above_dateline.may_stand_above(roles[at]) for at in paragraphs[asked:reach])
    ):
        asked, reach = reach, reach + 1
    for count, at in enumerate(paragraphs[:reach]):
        role = roles[at]
        found = find_dateline(role.text, is_wire=is_wire, lang=lang)
        if found is None and is_wire and ends_sentence(role.text):
            found = find_dateline(role.text, lang=lang)  # What somebody has wrapped and indented looks like a wire's.
        if found is None and count == 0 and not is_wire:
            found = _find_told(roles, paragraphs, lang)
        if found is None or (count > above and not _is_sure(found)):
            continue
        if count > above and any(map(_opens_with_dateline, (roles[under].text for under in paragraphs[count + 1 :]))):
            return True  # Of several stories, each with its own.
        if count and not is_wire:
            if not _part_above(
                roles, paragraphs[:count], is_filed=bool(found.date or found.agency), is_below_picture=is_below_picture
            ):
                # Printed before the first paragraph, the dateline would open the wrong one: it stays where it stands.
                return True
            if may_find_headline and not any(role.kind == "headline" for role in roles):
                _assign_headline_above(roles, paragraphs, count, lang)
        rest = role.text[found.end :]
        taken = role.text[: found.end].rstrip(" \t")
        dateline = FoundDateline(taken, found.rule, found.place, found.date, found.agency)
        roles[at] = role.replace(kind="paragraph" if rest else "dateline", text=rest or taken, dateline=dateline)
        return True
    return False


def _part_glued(roles: list[Role], lang: str | None) -> bool:
    """Part a caption from the paragraph that a program glued it to, before a dateline; return whether there is one."""
    paragraphs = [at for at, role in enumerate(roles[:_TOP_LINES]) if role.kind == "paragraph"]
    for at in paragraphs[:_GLUED_PARAGRAPHS]:
        role = roles[at]
        if not (surroundings.is_prose(role.text) and _may_be_glued(role.text[:_REACH_OF_CAPTION])):
            continue
        from converter.text.glued import find_caption

        end = find_caption(role.text, lang)
        if end is not None:
            caption = Role("caption", role.text[:end].rstrip(), role.line, "caption-above-dateline")
            roles[at : at + 1] = [caption, role.replace(text=role.text[end:])]
            return True
    return False


def _may_be_glued(head: str) -> bool:
    """Return whether a place in capitals or behind a bracket may stand further on in the line, soon asked."""
    close = head.find(")")
    while close >= 0:
        if head[close + 1 : close + 2].isupper() or head[close + 2 : close + 4].isupper():
            return True
        close = head.find(")", close + 1)
    return " - " in head and any(mark in head for mark in _CREDITS_OF_CAPTIONS)


def _may_open(text: str) -> bool:
    """Return whether a dateline may open the paragraph: near its beginning are capitals, or a mark that ends one."""
    head = text[:_HEAD]
    return head[:4].isupper() or any(map(head.__contains__, _MARKS_OF_DATELINES))


def _opens_with_dateline(text: str) -> bool:
    """Return whether a paragraph further down opens with a dateline that has its date or agency, soon asked."""
    found = find_dateline(text) if len(text) > PROSE and text[:3].isupper() else None
    return found is not None and bool(found.date or found.agency)


def _is_sure(found: Found) -> bool:
    """Return whether the dateline is one by more than capitals: by a date, an agency, a country or a known place."""
    return bool(found.date or found.agency or "," in (found.place or "")) or found.rule == "dateline-known-place"


def _find_told(roles: list[Role], paragraphs: list[int], lang: str | None) -> Found | None:
    """Return the dateline that only the rest of the story makes sure: capitals alone, or a city before a colon."""
    first, *below = (roles[at].text for at in paragraphs)
    if not first[:1].isupper() or not surroundings.is_prose(first):
        return None
    is_in_capitals = first[:2].isupper()
    if not is_in_capitals and not any(map(first[:_CITY].__contains__, ":|")):
        return None
    from converter.text.datelines.corroborated import find_city, find_told, opens_alike

    if not is_in_capitals:
        return find_city(first, below, lang)
    if any(map(opens_alike, below)):
        return None
    headlines = [role.text for role in roles if role.kind == "headline"]
    return find_told(first, "\n".join([*headlines, first, *below]), lang)


def _part_above(roles: list[Role], above: list[int], *, is_filed: bool, is_below_picture: bool = False) -> bool:
    """Make what stands above the paragraph that a dateline opens captions, standfirst and notes.

    It is no part of the story: that begins with its dateline, which is printed before the first paragraph. Returns
    whether nothing above is the story's.
    """
    has_headline = is_below_picture or any(role.kind == "headline" for role in roles[: above[-1]])
    parts = above_dateline.parts_above(roles, above, has_headline=has_headline, is_filed=is_filed or is_below_picture)
    if parts is None:
        return False
    runs = set(surroundings.find_runs(roles)) if "note" in parts.values() else set()
    for at, part in parts.items():
        if part == "note" and at in runs:
            continue  # It will be the page's.
        roles[at] = roles[at].replace(kind=part, rule=f"{part}-above-dateline")
    return True


def _assign_headline_above(roles: list[Role], paragraphs: list[int], count: int, lang: str | None) -> None:
    """Make the first standfirst the headline that has words of the story, where lines above it hid that from us."""
    from converter.text.headline import is_headline, share_of

    below = [roles[at].text for at in paragraphs[count : count + _TOP_LINES]]
    for at in paragraphs[:count]:
        role = roles[at]
        if (
            role.kind == "standfirst"
            and not ends_sentence(role.text)
            and share_of(role.text, below) >= _LEAST_SHARED_ABOVE
            and is_headline(role.text, below, is_marked=True, lang=lang)
        ):
            roles[at] = role.replace(kind="headline", rule="headline-before-dateline")
            return


def assign_lone_dateline(roles: list[Role], lang: str | None) -> None:
    """Make a place and a date on a line of their own, above the first paragraph of prose, the dateline."""
    # A deck of whole sentences may stand above the byline.
    head = max((at for at, role in enumerate(roles[:_TOP_LINES]) if role.kind == "byline"), default=0)
    prose = (at for at in range(head, len(roles)) if roles[at].kind == "paragraph" and _opens_story(roles[at].text))
    start = next(prose, 0)
    for at in range(max(0, start - NAME_LINES), start):
        role = roles[at]
        if role.kind in ("paragraph", "note") and (
            role.text[-1] in _DATELINE_ENDS or "\u0590" <= role.text[0] <= "\u0eff"
        ):
            opening = _opening(roles, at, start, lang)
            if opening is not None:
                dateline = FoundDateline(role.text, "dateline-alone", opening.place, opening.date, opening.agency)
                _set_lone(roles, at, dateline)
                return
        if (role.kind == "paragraph" or role.rule == "page-data-date") and _may_be_lone_dateline(role.text):
            from converter.text.datelines.lone import find_lone_dateline

            found = find_lone_dateline(role.text, lang, "\n".join(role.text for role in roles[start:]))
            if found is not None:
                dateline = FoundDateline(role.text, found.rule, found.place, found.date, found.agency)
                _set_lone(roles, at, dateline)
                return
    if start:
        _assign_undated(roles, start)


def _assign_undated(roles: list[Role], start: int) -> None:
    """Make a place without a date, right above the first paragraph of prose, the dateline: `PARIS (AFP)`, `Berlin`."""
    from converter.text.datelines import lone

    at = start - 1
    while at and roles[at].kind == "byline":
        at -= 1
    is_above_correspondent = at > 1 and lone.is_correspondent(roles[at].text)
    at -= is_above_correspondent
    role = roles[at]
    # An agency in parentheses below a picture is its credit; here the line has a place before it.
    if role.kind != "paragraph" and not (role.rule == "note-picture" and role.text.endswith(")")):
        return
    if len(role.text) > LONGEST_UNDATED or any(other.text == role.text for other in roles if other is not role):
        return
    below = [role.text for role in roles[start : start + _TOP_LINES]]
    found = lone.find_undated(role.text, "\n".join(below), is_above_correspondent=is_above_correspondent)
    if found is not None and not surroundings.is_page_text(roles):
        _set_lone(roles, at, FoundDateline(role.text, found.rule, found.place, found.date, found.agency))


def _set_lone(roles: list[Role], at: int, dateline: FoundDateline) -> None:
    """Make the line the dateline, and what stands above it no paragraph of the story, where it may be none."""
    above = [over for over in range(at) if roles[over].kind == "paragraph"]
    if above and len(above) <= above_dateline.REACH:
        _part_above(roles, above, is_filed=False)
    roles[at] = Role("dateline", roles[at].text, roles[at].line, dateline=dateline)


def _opens_story(text: str) -> bool:
    """Return whether the line is prose, or as long and ends before a list: `The results were:`."""
    return surroundings.is_prose(text) or (text[-1] in ":：" and len(text) > _LONGEST_BEFORE_LIST)


def is_dateline_above(roles: list[Role], at: int) -> bool:
    """Return whether the line would open the next paragraph of prose as its dateline, and is all of it."""
    if roles[at].text[-1] not in _DATELINE_ENDS:
        return False
    start = next((over for over in range(at + 1, len(roles)) if surroundings.is_prose(roles[over].text)), None)
    found = _opening(roles, at, start, None) if start is not None and start - at <= NAME_LINES else None
    # Agencies alone, `(sda)`, are bylines.
    return found is not None and (found.place is not None or roles[at].text[-1] in _DASHES)


def _opening(roles: list[Role], at: int, start: int, lang: str | None) -> Found | None:
    """Return the dateline that the line is, if it stood at the head of the paragraph `start`."""
    text = roles[at].text
    found = find_dateline(f"{text} {roles[start].text}", lang=lang) if len(text) <= LONGEST_LONE_DATELINE else None
    return found if found is not None and found.end in (len(text), len(text) + 1) else None


def find_undated(text: str, below: list[str]) -> Found | None:
    from converter.text.datelines.lone import find_undated

    return find_undated(text, "\n".join(below[:_TOP_LINES]))


def _may_be_lone_dateline(text: str) -> bool:
    return len(text) <= LONGEST_LONE_DATELINE and has_digit(text)


def is_sure_lone_dateline(text: str) -> bool:
    """Return whether the line is a dateline by its own words, whatever the story says."""
    if not _may_be_lone_dateline(text):
        return False
    from converter.text.datelines.lone import find_lone_dateline

    return find_lone_dateline(text, None, "") is not None
