"""The top of a story: the headline, and the byline among the first lines below it or above the story."""

from __future__ import annotations

from converter.text import dateline_labels, page_headline, surroundings
from converter.text.bylines import byline
from converter.text.bylines.name_alone import is_agency, is_name_alone
from converter.text.dateline_labels import LONGEST_LONE_DATELINE, LONGEST_UNDATED, NAME_LINES, PROSE
from converter.text.datelines.dateline import find_dateline
from converter.text.endmark import is_ruled
from converter.text.headline import (
    is_file_id,
    is_headline,
    is_kicker,
    is_section,
    is_slug,
    is_standing_head,
    is_wire_title,
    share_of,
)
from converter.text.label import Role
from converter.text.label_lines import is_path
from converter.text.lines import FULL_STOPS, count_digits, count_words, ends_sentence, final_mark
from converter.text.openings import is_opening
from converter.text.surroundings import is_too_long

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.text.options import TextOptions

# The byline stands among the first five lines.
_BYLINE_LINES = 5
_LINES_OF_AUTHOR = 2
_SMALL_WORDS_OF_NAMES = 4
_LINES_ABOVE_STORY, _MOST_DECKS, _LONGEST_DECK = 24, 2, 240
_TOP_OF_A_PAGE = 240
_LONGEST_FILM, _FILM_WORDS = 12, 5
_MOST_KICKERS, _LONGEST_MASTHEAD = 2, 60
_HEADLINE_AGAIN, _BLANKS_MORE = 3, 8
"""Lines below the headline in which it may be printed again, with so many more blanks."""
_LEAST_SHARED, _DIGITS_OF_A_DAY = 3, 5
_PROSE_EAST_ASIAN = 24
"""Signs, where `PROSE` are letters."""
# Buttons stand anywhere; a date below a line says that the line is a headline.
_BESIDE_HEADLINES = ("share", "blank", "comments", "media", "follow", "advertisement")
# Page data that may name the author too.
_BESIDE_NAMES = ("filing-line", "page-data-date", "page-facts", "note-reporting")
_DATE_RULES = ("page-data-date", "page-data-age", "page-data-reading-time")


def assign_top(roles: list[Role], options: TextOptions, lang: str | None, *, is_wire: bool, indented: bool) -> None:
    """Find the headline among the first lines, and the byline among the first five."""
    if roles and options.headline == "auto" and not is_wire and _is_headline_of_film(roles):
        roles[0] = Role("paragraph", roles[0].text, roles[0].line)
    texts = [at for at, role in enumerate(roles) if role.kind == "paragraph"]
    if not texts:
        return
    headline_at = _find_headline(roles, texts, options, lang, is_wire=is_wire, indented=indented)
    if options.headline == "auto" and not (is_wire or indented):
        first = -1 if headline_at is None else headline_at[0]
        found_at = page_headline.find_headline(roles, first, lambda at: _is_marked(roles, at))
        headline_at = headline_at if found_at is None else (found_at, "headline-of-page")
    if headline_at is not None:
        at, rule = headline_at
        roles[at] = roles[at].replace(kind="headline", rule=rule)
        if rule in ("headline-of-page", "headline-below-section"):
            for over in page_headline.above(roles, at):
                roles[over] = roles[over].replace(kind="furniture", rule="above-headline", family="site")
        _put_away_again(roles, at)
        if at + 1 < len(roles) and _is_underline(roles[at + 1]):
            roles[at + 1] = roles[at + 1].replace(kind="furniture", family="blank")
        below = roles[at + 1] if at + 1 < len(roles) else None
        if (
            below is not None
            and below.rule == "note-picture"
            and not is_wire
            and _is_agency_byline(roles, at + 1)
            and not dateline_labels.is_dateline_above(roles, at + 1)
        ):
            # Below a headline an agency's name is no picture's credit; with its place, it is a dateline.
            roles[at + 1] = below.replace(kind="byline", rule="byline-name")
        for under in range(at + 1, min(at + 1 + NAME_LINES, len(roles))):
            role = roles[under]
            is_last = role.rule == "note-reporting" and not any(
                below.kind == "paragraph" for below in roles[under + 1 :]
            )
            if (
                role.rule in _BESIDE_NAMES
                and not is_last
                and byline.find_byline_rule(role.text, after_headline=True, after_label=False)
            ):
                # `Posted by Ann Example at 5:11 AM` ends a story on the page; below the headline it opens one.
                roles[under] = Role("paragraph", role.text, role.line)
        # What a page has above its headline says nothing of the author.
        top = at if rule == "headline-of-page" else 0
        texts = [over for over in range(top, len(roles)) if roles[over].kind in ("paragraph", "headline")]
    previous_is_label = False
    previous_is_headline = False
    found = False
    since_headline = _BYLINE_LINES
    for at in texts[:_BYLINE_LINES]:
        role = roles[at]
        if role.kind == "headline":
            previous_is_headline, since_headline = True, 0
            continue
        since_headline += 1
        if headline_at is None and at == texts[0] and not (is_wire or indented) and _is_deck_above_name(roles, at):
            since_headline = 0
            continue
        if len(role.text) <= LONGEST_LONE_DATELINE and not is_wire and dateline_labels.is_dateline_above(roles, at):
            continue  # `Washington CNN —` is no byline, and one may follow.
        is_near = not found and not is_wire and since_headline <= NAME_LINES
        by = byline.find_byline_rule(
            role.text, after_headline=previous_is_headline or is_near, after_label=previous_is_label
        )
        if by is None and not found and not is_wire and role.text[-1] == ")":
            by = _find_house(roles, at, is_near=is_near)
        if by is None and is_near:
            if _is_name_alone(roles, at):
                by = "byline-name"
            elif _is_above_paragraph(roles, at) and byline.is_label_of(role.text, roles[at + 1].text):
                by = "byline-label"
        if by is None and found:
            if byline.is_job_line(role.text):
                by = "byline-job"
            elif roles[at - 1].kind == "byline" and byline.goes_on(role.text, roles[at - 1].text):
                by = "byline-names"
            elif roles[at - 1].rule == "byline-name" and not is_wire and _is_name_alone(roles, at):
                by = "byline-name"
            if by is not None:
                roles[at] = role.replace(kind="byline", rule=by)
            break
        if by is not None:
            roles[at] = role.replace(kind="byline", rule=by)
            found = by != "byline-label"
            previous_is_label = by == "byline-label"
            outlet = roles[at + 1] if at + 1 < len(roles) else None
            if found and outlet is not None and outlet.rule == "note-picture" and is_agency(outlet.text):
                roles[at + 1] = outlet.replace(kind="byline", rule="byline-job")
                break
            continue
        previous_is_label = previous_is_headline = False
    if not (found or is_wire or indented):
        _assign_byline_above_story(roles)


def _put_away_again(roles: list[Role], at: int) -> None:
    """Make the headline furniture where it is printed again below itself, as a page's path or a picture's text is."""
    for under in range(at + 1, min(at + 1 + _HEADLINE_AGAIN, len(roles))):
        if _is_printed_again(roles[at], roles[under]):
            roles[under] = roles[under].replace(kind="furniture", rule="headline-again", family="site")


def _is_printed_again(headline: Role, role: Role) -> bool:
    return (
        role.kind == "paragraph"
        and abs(len(role.text) - len(headline.text)) <= _BLANKS_MORE
        and role.text.casefold().split() == headline.text.casefold().split()
    )


def _is_underline(role: Role) -> bool:
    """Return whether the line underlines the one above it: `=======`."""
    return role.kind == "break" and is_ruled(role.text)


def _is_deck_above_name(roles: list[Role], at: int) -> bool:
    """Return whether the line is a deck that has lost its headline: a sentence right above a name alone."""
    text = roles[at].text
    return (
        len(text) <= _LONGEST_DECK
        and ends_sentence(text)
        and _is_above_paragraph(roles, at)
        and len(roles[at + 1].text) <= _LONGEST_MASTHEAD
        and _is_name_alone(roles, at + 1)
    )


def _assign_byline_above_story(roles: list[Role]) -> None:
    """Find the byline among all that stands above the story, decks too, where one line alone is one for sure."""
    bylines = [
        at
        for at, role in enumerate(roles)
        if role.text[:2] in byline.SURE_STARTS
        and (role.kind == "paragraph" or role.rule in _BESIDE_NAMES)
        and byline.is_sure(role.text)
    ]
    beside = [] if bylines else _beside_dates(roles)
    if not (bylines or beside):
        return
    headline = next((at for at, role in enumerate(roles) if role.kind == "headline"), None)
    first = max(0, (surroundings.find_start(roles) or 0) - _LINES_ABOVE_STORY) if headline is None else headline + 1
    end = min(len(roles), first + _LINES_ABOVE_STORY + _MOST_DECKS)
    sentences = [at for at in range(first, end) if roles[at].kind == "paragraph" and ends_sentence(roles[at].text)]
    story = (at for count, at in enumerate(sentences) if count == _MOST_DECKS or len(roles[at].text) > _LONGEST_DECK)
    end = next(story, end)
    bylines = [at for at in bylines or beside if first <= at < end]
    if beside:
        # In the text of a page without its headline, names stand beside the dates of other stories, too.
        if headline is None and surroundings.is_page_text(roles):
            return
        from converter.text.beside_dates import is_author

        bylines = [at for at in bylines if _is_name_alone(roles, at)]
        if not all(is_author(roles, at) for at in bylines):
            return
    if len({roles[at].text for at in bylines}) == 1:
        rule = "byline-name" if beside else "byline-by"
        roles[bylines[0]] = roles[bylines[0]].replace(kind="byline", rule=rule, family="")


def _beside_dates(roles: list[Role]) -> list[int]:
    """Return where short lines stand right above or below a date, or above an account: `Ann Example`, `@annexample`."""
    beside: dict[int, None] = {}
    for at, role in enumerate(roles[:_TOP_OF_A_PAGE]):
        if role.rule in _DATE_RULES:
            beside |= {at - 1: None, at + 1: None}
        elif role.text[0] == "@":
            beside[at - 1] = None
    return [
        at
        for at in beside
        if 0 <= at < len(roles) and roles[at].kind == "paragraph" and len(roles[at].text) <= LONGEST_UNDATED
    ]


def _is_headline_of_film(roles: list[Role]) -> bool:
    """Return whether a first line such as `Watch: First cars cross the bridge` stands above a byline or a date."""
    first = roles[0]
    return (
        first.rule == "media-controls"
        and ":" in first.text[:_LONGEST_FILM]
        and count_words(first.text) >= _FILM_WORDS
        and _is_marked(roles, 0)
        and is_headline(first.text, [role.text for role in roles if role.kind == "paragraph"], is_marked=True)
    )


def _is_above_paragraph(roles: list[Role], at: int) -> bool:
    return at + 1 < len(roles) and roles[at + 1].kind == "paragraph"


def _is_agency_byline(roles: list[Role], at: int) -> bool:
    """Return whether the line is an agency's name, or a person's and an agency's where no other line is a byline."""
    text = roles[at].text
    if is_agency(text):
        return True
    by_below = any(
        byline.find_byline_rule(role.text, after_headline=False, after_label=False)
        for role in roles[at + 1 : at + 1 + NAME_LINES]
    )
    return not by_below and _is_name_alone(roles, at)


def _is_name_alone(roles: list[Role], at: int) -> bool:
    """Return whether the line is a name that is no other line's, with prose below it."""
    below = [role.text for role in roles[at + 1 :] if role.kind == "paragraph"]
    least = PROSE if roles[at].text.isascii() or max(roles[at].text) < "\u2e00" else _PROSE_EAST_ASIAN
    # The last lines may say who the author is.
    told = below[:-_LINES_OF_AUTHOR] if len(below) > 3 * _LINES_OF_AUTHOR else below
    near = below[:NAME_LINES]
    return any(len(text) > least for text in near) and is_name_alone(roles[at].text, "\n".join(told))


def _find_house(roles: list[Role], at: int, *, is_near: bool) -> str | None:
    """Return the name of the rule by which a line that ends in parentheses is an author with his institution."""
    from converter.text.bylines.institutions import is_signed_by_house

    near = is_near or any(role.rule in _DATE_RULES for role in roles[max(0, at - 1) : at + 2])
    below = [role.text for role in roles[at + 1 :] if role.kind == "paragraph"]
    if not any(map(surroundings.is_prose, below[:NAME_LINES])):
        return None
    return "byline-name" if is_signed_by_house(roles[at].text, "\n".join(below), is_near=near) else None


def _find_headline(
    roles: list[Role], texts: list[int], options: TextOptions, lang: str | None, *, is_wire: bool, indented: bool
) -> tuple[int, str] | None:
    first = texts[0]
    text = roles[first].text
    match options.headline:
        case "none":
            return None
        case "first":
            return first, "headline-first-line"
        case "auto":
            pass
    if not (is_wire or indented) and is_too_long(text.strip(" \t\xa0")):
        return None
    has_dateline = find_dateline(text, is_wire=is_wire or indented) is not None
    if has_dateline or byline.find_byline_rule(text, after_headline=False, after_label=False) is not None:
        return None
    following = [
        roles[at].text
        for at in texts[1:13]
        if byline.find_byline_rule(roles[at].text, after_headline=True, after_label=False) is None
    ]
    following += [roles[at].text for at in texts[13:60]]
    if is_wire or indented:
        if is_wire_title(text) and (following or (is_wire and len(texts) == 1)):
            return first, "headline-wire-title"
        # A title in mixed case is known by the dateline after it; a line with the author's job may stand between.
        if not ends_sentence(text) and any(find_dateline(line, is_wire=True) is not None for line in following[:2]):
            return first, "headline-before-dateline"
        if is_wire:
            return None
    if surroundings.is_page_text(roles) or surroundings.is_below_menu(roles, first):
        return None
    if (
        len(text) <= LONGEST_UNDATED
        and ("," in text or "(" in text)
        and dateline_labels.find_undated(text, following) is not None
    ):
        return None
    is_marked = _is_marked(roles, first)
    if not is_marked and first and _is_above_no_headline(roles[first - 1]):
        return None
    if text[-1] == ")" and _find_house(roles, first, is_near=False):
        return None
    is_house = len(text) <= _LONGEST_MASTHEAD and is_agency(text)
    if is_marked and not is_house and len(text) <= LONGEST_UNDATED and _is_name_alone(roles, first):
        return None  # The author, above a job, an outlet or a date.
    second = texts[1] if len(texts) > 1 else first
    is_masthead = second != first and (is_house or is_slug(text) or _is_masthead(roles, first, second, following))
    is_headline_first = (
        not (is_section(text) or is_house or is_slug(text))
        and is_headline(text, following, is_marked=is_marked, lang=lang)
        and not _would_be_byline(roles, first, following, is_marked=is_marked)
    )
    if is_headline_first and not is_masthead:
        return first, "headline-first-line"
    is_standing = is_standing_head(text)
    for count, at in enumerate(texts[1 : 1 + _MOST_KICKERS], 1):
        above = [roles[over].text for over in texts[:count]]
        if len(above[-1]) > _LONGEST_MASTHEAD:
            break
        line, below, is_marked = roles[at].text, following[count:], _is_marked(roles, at)
        if not (count == 1 and (is_masthead or is_standing)) and not all(
            is_section(kicker)
            or is_path(kicker)
            or is_file_id(kicker)
            or is_kicker(kicker, line, below, is_marked=is_marked)
            for kicker in above
        ):
            continue
        if is_headline(line, below, is_marked=is_marked, lang=lang):
            return at, "headline-below-section"
    if is_headline_first or (is_standing and second != first):
        return first, "headline-first-line"
    return None


def _would_be_byline(roles: list[Role], at: int, following: list[str], *, is_marked: bool) -> bool:
    """Return whether the line would be the byline if the headline stood above it, which a text may have lost.

    Of whom the story tells is in its headline: `Obituary: Ann Example`.
    """
    text = roles[at].text
    if _is_above_paragraph(roles, at) and byline.is_label_of(text, roles[at + 1].text):
        return True
    if is_marked or sum(word[0].islower() for word in text.split()) > _SMALL_WORDS_OF_NAMES:
        return False  # What has so many small words is a sentence's, and no list of names.
    said = text.partition(":")[2]
    if said and share_of(said, following):
        return False
    return byline.find_byline_rule(text, after_headline=True, after_label=False) is not None or _is_name_alone(
        roles, at
    )


def _is_masthead(roles: list[Role], first: int, second: int, following: list[str]) -> bool:
    """Return whether a paper and its day stand above a line of which the story has much: `Sample Post`, `May 3, 2024`.

    So archives print stories: `Sample Post (Eastmere), 3 May 2024` is one line or two.
    """
    text, below = roles[first].text, roles[second].text
    is_dated = second == first + 1 and count_digits(text) >= _DIGITS_OF_A_DAY
    if not (is_dated or (second == first + 2 and roles[first + 1].rule == "page-data-date")):
        return False
    if len(text) > _LONGEST_MASTHEAD or ends_sentence(below) or following[:1] != [below]:
        return False
    return share_of(text, following[1:]) <= 1 and share_of(below, following[1:]) >= _LEAST_SHARED


def _is_above_no_headline(role: Role) -> bool:
    """Return whether a caption or the first line of a summary stands below: the credit of the picture, the head."""
    return role.rule == "note-picture" or (role.kind == "furniture" and is_opening(role.text))


def _is_marked(roles: list[Role], at: int) -> bool:
    """Return whether the line after `at` is what stands below a headline: byline, date, dateline."""
    following = next((role for role in roles[at + 1 :] if role.family not in _BESIDE_HEADLINES), None)
    if following is None:
        return False
    if following.kind == "furniture":
        return following.rule in _DATE_RULES
    if _is_printed_again(roles[at], following) and (
        final_mark(following.text) not in FULL_STOPS or following.text.endswith(("..", "…"))
    ):
        return True  # A sentence that stands twice is a paragraph that does.
    if _is_underline(following) and not any(is_ruled(role.text) for role in roles[:at]):
        return True  # Between two such lines may stand what programs say of the text, `title: …`.
    return following.kind == "paragraph" and (
        byline.find_byline_rule(following.text, after_headline=False, after_label=False) is not None
        or find_dateline(following.text) is not None
        or dateline_labels.is_sure_lone_dateline(following.text)
        or _is_name_alone(roles, roles.index(following))
    )
