"""Roles: what each piece of a text is, asked rule by rule in one pass from the top."""

from __future__ import annotations

from converter.plaintext import above_dateline, endmark, surroundings, wire
from converter.plaintext.headline import (
    is_headline,
    is_kicker,
    is_section,
    is_slug,
    is_standing_head,
    is_too_long,
    is_wire_title,
    share_of,
)
from converter.plaintext.labels import is_path
from converter.plaintext.openings import is_opening
from converter.plaintext.signature import find_signatures
from converter.prose.bylines import byline
from converter.prose.bylines.name_alone import is_agency, is_name_alone
from converter.prose.datelines.dateline import find_dateline
from converter.prose.furniture import LONGEST_NOTICE, Rules, belongs_to_block, load_rules
from converter.prose.hold import LINES_OF_HOLDS, find_hold
from converter.prose.lines import count_digits, count_words, ends_sentence, has_digit, is_invisible
from converter.prose.notes import find_note
from converter.prose.patterns import Pattern
from converter.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from converter.plaintext.layout import Layout, Piece
    from converter.plaintext.options import TextOptions
    from converter.prose.datelines.dateline import Found
    from converter.prose.notes import Kind as NoteKind

    Kind: TypeAlias = Literal[
        "headline", "standfirst", "byline", "dateline", "paragraph", "table", "break", "caption", "note", "furniture"
    ]

# The byline stands among the first five lines (conventions page, "Byline"), the dateline in the first two paragraphs.
_BYLINE_LINES = 5
# A deck or a date may stand between the headline and a name alone.
_NAME_LINES = 3
_LINES_OF_AUTHOR = 2
_LINES_ABOVE_STORY, _MOST_DECKS, _LONGEST_DECK = 24, 2, 240
_LONGEST_LONE_DATELINE, _LONGEST_UNDATED = 72, 40
_LONGEST_BEFORE_LIST = 120
"""Characters: a longer line that ends in a colon is a paragraph."""
_CITY = 24
"""Characters of a city's name, at most."""
_LONGEST_FILM, _FILM_WORDS = 12, 5
_MOST_KICKERS, _LONGEST_MASTHEAD = 2, 60
_LEAST_SHARED, _LEAST_SHARED_ABOVE, _DIGITS_OF_A_DAY = 3, 2, 5
_TOP_LINES = 12
_CLOCK = Pattern(r"\W{0,3}\d{1,2}(?:[:.]\d{2})? ?[AaPp]\.?[Mm]\.?\W{0,3}")
_CLOCK_CHARACTERS = 16
_HOUR = Pattern(r"\d{1,2}[:.]\d{2}")
_PROSE, _PROSE_EAST_ASIAN = 60, 24
"""Letters: a line of more is prose."""
_MOST_FIGURES, _CELL = 4, 16
# What may stand below an endmark: contact, credit, an editor's line.
_MOST_LINES_BELOW = 4
_MOST_CHARACTERS_BELOW = 600


class FoundDateline(Value):
    """A dateline that was taken off a paragraph."""

    text: str
    rule: str
    place: str | None = None
    date: str | None = None
    agency: str | None = None


class Role(Value):
    """A piece and what it is."""

    kind: Kind
    text: str
    line: int
    rule: str = ""
    """The rule that said so; empty for a paragraph, which nothing said."""
    family: str = ""
    """Of furniture: its kind."""
    note_kind: NoteKind = "editor"
    """Of a note: its kind."""
    dateline: FoundDateline | None = None
    """Of a paragraph: the dateline that opened it and is no part of `text`; of a dateline alone: itself."""


def assign_roles(
    pieces: list[Piece], layout: Layout, options: TextOptions, *, lang: str | None, is_wire: bool
) -> list[Role]:
    """Return the role of each piece, in order; the words of all roles are the words of all pieces."""
    from_wire = is_wire or layout == "indented"
    roles = _plain_roles(pieces, options, from_wire=from_wire)
    _assign_endmarks(roles, is_wire=from_wire)
    _assign_top(roles, options, lang, is_wire=is_wire, indented=layout == "indented")
    may_find = options.headline == "auto"
    if not _assign_dateline(roles, lang, is_wire=from_wire, may_find_headline=may_find) and not from_wire:
        _assign_lone_dateline(roles, lang)
    if not from_wire:
        boxes = surroundings.find_boxes(roles) if layout == "blank" else ()
        for at in [*boxes, *surroundings.find_titles(roles), *surroundings.find_runs(roles)]:
            roles[at] = roles[at].replace(kind="furniture", rule="page-run", family="site")
        for at, kind in find_signatures(roles, is_page=surroundings.is_page_text(roles)).items():
            signed = roles[at].replace(rule="byline-signature", kind="byline")
            roles[at] = (
                signed if kind == "byline" else signed.replace(rule="note-signature", kind="note", note_kind="credit")
            )
    return roles


# ── Lines that are known by themselves ──────────────────────────────────────


def _plain_roles(pieces: list[Piece], options: TextOptions, *, from_wire: bool) -> list[Role]:
    """Tables, invisible lines, embargo, furniture and notes; the wire carries no page furniture."""
    roles: list[Role] = []
    rules: Rules | None = None
    block: str | None = None
    length = 0
    for at, piece in enumerate(pieces):
        text, line = piece.text, piece.line
        if piece.rows:
            roles.append(Role("table", "\n".join(piece.rows), line))
            block = None
            continue
        if is_invisible(text) or (from_wire and text[:2] == "&#" and wire.is_control_line(text)):
            rule = "wire-control" if wire.is_control_line(text) else "invisible-line"
            roles.append(Role("furniture", text, line, rule, "endmark" if rule == "wire-control" else "blank"))
            continue
        if at < LINES_OF_HOLDS and (hold := find_hold(text)) is not None:
            roles.append(Role("furniture", text, line, hold.rule, hold.kind))
            continue
        if from_wire and options.furniture is None:
            roles.append(_note_or_paragraph(text, line, may_be_byline=at < _TOP_LINES, is_wire=True))
            continue
        found = None
        if len(text) <= LONGEST_NOTICE:
            if rules is None:
                rules = load_rules(_content(options))
            found = rules.find(text)
        if found is not None:
            block, length = (found.rule, 0) if found.opens_block else (None, 0)
            roles.append(Role("furniture", text, line, found.rule, found.kind))
            continue
        role = _note_or_paragraph(text, line, may_be_byline=len(roles) < _TOP_LINES)
        if block is not None and role.kind == "paragraph" and belongs_to_block(text, length):
            length += 1
            roles.append(Role("furniture", text, line, block, "related"))
            continue
        block = None
        roles.append(role)
    clocks = [
        at
        for at, role in enumerate(roles)
        if len(role.text) <= _CLOCK_CHARACTERS and has_digit(role.text) and _CLOCK.fullmatch(role.text)
    ]
    if len(clocks) > 1:
        # A live story has its hours as crossheads; a page says one time of its own.
        for at in clocks:
            roles[at] = Role("paragraph", roles[at].text, roles[at].line)
    if not from_wire:
        for at in list(surroundings.find_addresses(roles)):
            roles[at] = roles[at].replace(kind="furniture", rule="page-address", family="page-data")
    _keep_chronology(roles)
    _keep_cells(roles)
    return roles


def _keep_chronology(roles: list[Role]) -> None:
    """Make dates, hours and numbers that stand between sentences paragraphs again, where there are several.

    They are the crossheads of a chronology or of parts.
    """
    crossheads = [
        at
        for at, role in enumerate(roles)
        if role.family in ("page-data", "media")
        and (role.rule == "page-data-date" or role.text.isdecimal() or _HOUR.fullmatch(role.text))
        and _is_told(roles, at - 1)
        and _is_told(roles, at + 1)
    ]
    if len(crossheads) > 1:
        for at in crossheads:
            roles[at] = Role("paragraph", roles[at].text, roles[at].line)


def _is_told(roles: list[Role], at: int) -> bool:
    return 0 <= at < len(roles) and roles[at].kind == "paragraph" and ends_sentence(roles[at].text)


def _keep_cells(roles: list[Role]) -> None:
    """Make figures and dates that stand beside each other paragraphs again: a table whose cells are a line each."""
    figures = [at for at, role in enumerate(roles) if role.rule in surroundings.FIGURE_RULES and has_digit(role.text)]
    if len(figures) < _MOST_FIGURES:
        return
    pairs = [(at, at + 1) for at in figures if at + 1 < len(roles)] + [(at - 1, at) for at in figures if at]
    cells = {
        pair for pair in pairs if all(_is_cell(roles[at]) for at in pair) and not _counts_on(roles, pair[0], pair[1])
    }
    if len(cells) >= _MOST_FIGURES:
        for at in figures:
            roles[at] = Role("paragraph", roles[at].text, roles[at].line)


def _is_cell(role: Role) -> bool:
    """Return whether a line holds nothing but a figure or a date."""
    text = role.text
    return role.rule in surroundings.FIGURE_RULES or (
        len(text) <= _CELL and has_digit(text) and not any(map(str.isalpha, text))
    )


def _counts_on(roles: list[Role], at: int, following: int) -> bool:
    """Return whether two lines are the numbers of pages: `1`, `2`."""
    here, there = roles[at].text, roles[following].text
    return here.isdecimal() and there.isdecimal() and int(there) == int(here) + 1


def _content(options: TextOptions) -> bytes | None:
    return options.furniture.content if options.furniture is not None else None


_CREDITS_OF_REPORTERS = ("Reporting", "Reported", "Research", "Writing")
"""Right below a headline such a line is the byline; in a story of few lines it closes that."""


def _note_or_paragraph(text: str, line: int, *, may_be_byline: bool, is_wire: bool = False) -> Role:
    note = find_note(text, is_wire=is_wire)
    if note is None:
        return Role("paragraph", text, line)
    # `By Ann Example, Reuters` at the top is a byline, further down a credit.
    may_be_byline = may_be_byline and not text.startswith(_CREDITS_OF_REPORTERS)
    if may_be_byline and byline.find_byline_rule(text, after_headline=False, after_label=False):
        return Role("paragraph", text, line)
    return Role("note", text, line, note.rule, note_kind=note.kind)


# ── Endmarks ────────────────────────────────────────────────────────────────


def _assign_endmarks(roles: list[Role], *, is_wire: bool) -> None:
    """Go up from the last line: an endmark has at most a few short lines of the story's below it, `***` none at all."""
    lines_below = characters_below = 0
    for at in range(len(roles) - 1, -1, -1):
        role = roles[at]
        if role.kind not in ("paragraph", "table"):
            continue
        is_near_end = lines_below <= _MOST_LINES_BELOW and characters_below <= _MOST_CHARACTERS_BELOW
        is_mark = endmark.is_endmark(role.text, is_wire=is_wire) or (not lines_below and endmark.is_sign(role.text))
        if role.kind == "paragraph" and is_mark and is_near_end:
            roles[at] = role.replace(kind="furniture", rule="endmark", family="endmark")
        elif role.kind == "paragraph" and at and endmark.is_possible_endmark(role.text):
            if not lines_below:
                roles[at] = role.replace(kind="furniture", rule="endmark", family="endmark")
            elif not role.text.isalnum():
                roles[at] = role.replace(kind="break", rule="section-break")
        else:
            lines_below += 1
            characters_below += len(role.text)


# ── The top: headline and byline ────────────────────────────────────────────


def _assign_top(roles: list[Role], options: TextOptions, lang: str | None, *, is_wire: bool, indented: bool) -> None:
    """Find the headline among the first lines, and the byline among the first five."""
    if roles and options.headline == "auto" and not is_wire and _is_headline_of_film(roles):
        roles[0] = Role("paragraph", roles[0].text, roles[0].line)
    texts = [at for at, role in enumerate(roles) if role.kind == "paragraph"]
    if not texts:
        return
    headline_at = _find_headline(roles, texts, options, lang, is_wire=is_wire, indented=indented)
    if options.headline == "auto" and not (is_wire or indented):
        first = -1 if headline_at is None else headline_at[0]
        found_at = surroundings.find_headline(roles, first, lambda at: _is_marked(roles, at))
        headline_at = headline_at if found_at is None else (found_at, "headline-of-page")
    if headline_at is not None:
        at, rule = headline_at
        roles[at] = roles[at].replace(kind="headline", rule=rule)
        if rule in ("headline-of-page", "headline-below-section"):
            for over in surroundings.above(roles, at):
                roles[over] = roles[over].replace(kind="furniture", rule="above-headline", family="site")
        below = roles[at + 1] if at + 1 < len(roles) else None
        if (
            below is not None
            and below.rule == "note-picture"
            and not is_wire
            and _is_agency_byline(roles, at + 1)
            and not _is_dateline_above(roles, at + 1)
        ):
            # Below a headline an agency's name is no picture's credit; with its place, it is a dateline.
            roles[at + 1] = below.replace(kind="byline", rule="byline-name")
        for under in range(at + 1, min(at + 1 + _NAME_LINES, len(roles))):
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
        if len(role.text) <= _LONGEST_LONE_DATELINE and not is_wire and _is_dateline_above(roles, at):
            continue  # `Washington CNN —` is no byline, and one may follow.
        is_near = not found and not is_wire and since_headline <= _NAME_LINES
        by = byline.find_byline_rule(
            role.text, after_headline=previous_is_headline or is_near, after_label=previous_is_label
        )
        if by is None and is_near:
            if _is_name_alone(roles, at):
                by = "byline-name"
            elif _is_above_paragraph(roles, at) and byline.is_label_of(role.text, roles[at + 1].text):
                by = "byline-label"
        if by is None and found:
            if byline.is_job_line(role.text):
                by = "byline-job"
            elif byline.goes_on(role.text, roles[at - 1].text):
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


def _assign_byline_above_story(roles: list[Role]) -> None:
    """Find the byline among all that stands above the story, decks too, where one line alone is one for sure."""
    bylines = [
        at
        for at, role in enumerate(roles)
        if role.text[:2] in byline.SURE_STARTS
        and (role.kind == "paragraph" or role.rule in _BESIDE_NAMES)
        and byline.is_sure(role.text)
    ]
    if not bylines:
        return
    headline = next((at for at, role in enumerate(roles) if role.kind == "headline"), None)
    first = max(0, (surroundings.find_start(roles) or 0) - _LINES_ABOVE_STORY) if headline is None else headline + 1
    end = min(len(roles), first + _LINES_ABOVE_STORY + _MOST_DECKS)
    sentences = [at for at in range(first, end) if roles[at].kind == "paragraph" and ends_sentence(roles[at].text)]
    story = (at for count, at in enumerate(sentences) if count == _MOST_DECKS or len(roles[at].text) > _LONGEST_DECK)
    end = next(story, end)
    bylines = [at for at in bylines if first <= at < end]
    if len({roles[at].text for at in bylines}) == 1:
        roles[bylines[0]] = roles[bylines[0]].replace(kind="byline", rule="byline-by", family="")


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
        for role in roles[at + 1 : at + 1 + _NAME_LINES]
    )
    return not by_below and _is_name_alone(roles, at)


def _is_name_alone(roles: list[Role], at: int) -> bool:
    """Return whether the line is a name that is no other line's, with prose below it."""
    below = [role.text for role in roles[at + 1 :] if role.kind == "paragraph"]
    least = _PROSE if roles[at].text.isascii() or max(roles[at].text) < "\u2e00" else _PROSE_EAST_ASIAN
    # The last lines may say who the author is.
    told = below[:-_LINES_OF_AUTHOR] if len(below) > 3 * _LINES_OF_AUTHOR else below
    near = below[:_NAME_LINES]
    return any(len(text) > least for text in near) and is_name_alone(roles[at].text, "\n".join(told))


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
    if len(text) <= _LONGEST_UNDATED and ("," in text or "(" in text) and _find_undated(text, following) is not None:
        return None
    is_marked = _is_marked(roles, first)
    if not is_marked and first and _is_above_no_headline(roles[first - 1]):
        return None
    is_house = len(text) <= _LONGEST_MASTHEAD and is_agency(text)
    if is_marked and not is_house and len(text) <= _LONGEST_UNDATED and _is_name_alone(roles, first):
        return None  # The author, above a job, an outlet or a date.
    second = texts[1] if len(texts) > 1 else first
    is_masthead = second != first and (is_house or is_slug(text) or _is_masthead(roles, first, second, following))
    is_headline_first = not (is_section(text) or is_house or is_slug(text)) and is_headline(
        text, following, is_marked=is_marked, lang=lang
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
            is_section(kicker) or is_path(kicker) or is_kicker(kicker, line, below, is_marked=is_marked)
            for kicker in above
        ):
            continue
        if is_headline(line, below, is_marked=is_marked, lang=lang):
            return at, "headline-below-section"
    if is_headline_first or (is_standing and second != first):
        return first, "headline-first-line"
    return None


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
    return following.kind == "paragraph" and (
        byline.find_byline_rule(following.text, after_headline=False, after_label=False) is not None
        or find_dateline(following.text) is not None
        or _is_sure_lone_dateline(following.text)
        or _is_name_alone(roles, roles.index(following))
    )


# Buttons stand anywhere; a date below a line says that the line is a headline.
_BESIDE_HEADLINES = ("share", "blank", "comments", "media", "follow", "advertisement")
# Page data that may name the author too.
_BESIDE_NAMES = ("filing-line", "page-data-date", "page-facts", "note-reporting")
_DATE_RULES = ("page-data-date", "page-data-age", "page-data-reading-time")


# ── The dateline ────────────────────────────────────────────────────────────


def _assign_dateline(roles: list[Role], lang: str | None, *, is_wire: bool, may_find_headline: bool) -> bool:
    """Take the dateline off the paragraph that it opens, among the first; return whether there is one."""
    paragraphs = [at for at, role in enumerate(roles) if role.kind == "paragraph"]
    above = 1
    while (
        above < len(paragraphs) and roles[paragraphs[above - 1]].text[:2] == roles[paragraphs[above]].text[:2] == "* "
    ):
        above += 1
    asked, reach = 0, above + 1
    while (
        not is_wire
        and reach <= above_dateline.REACH
        and reach < len(paragraphs)
        and all(above_dateline.may_stand_above(roles[at]) for at in paragraphs[asked:reach])
    ):
        asked, reach = reach, reach + 1
    for count, at in enumerate(paragraphs[:reach]):
        role = roles[at]
        found = find_dateline(role.text, is_wire=is_wire, lang=lang)
        if found is None and count == 0 and not is_wire:
            found = _find_told(roles, paragraphs, lang)
        if found is None or (count > above and not _is_sure(found)):
            continue
        if count > above and any(map(_opens_with_dateline, (roles[under].text for under in paragraphs[count + 1 :]))):
            return True  # Of several stories, each with its own.
        if count and not is_wire:
            if not _part_above(roles, paragraphs[:count], is_filed=bool(found.date or found.agency)):
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


def _opens_with_dateline(text: str) -> bool:
    """Return whether a paragraph further down opens with a dateline that has its date or agency, soon asked."""
    found = find_dateline(text) if len(text) > _PROSE and text[:3].isupper() else None
    return found is not None and bool(found.date or found.agency)


def _is_sure(found: Found) -> bool:
    """Return whether the dateline is one by more than capitals: by a date, an agency, a country or a known place."""
    return bool(found.date or found.agency or "," in (found.place or "")) or found.rule == "dateline-known-place"


def _find_told(roles: list[Role], paragraphs: list[int], lang: str | None) -> Found | None:
    """Return the dateline that only the rest of the story makes sure: capitals alone, or a city before a colon."""
    first, *below = (roles[at].text for at in paragraphs)
    if not first[:1].isupper() or not surroundings.is_prose(first):
        return None
    from converter.prose.datelines.told import find_city, find_told, opens_alike

    if not first[:2].isupper():
        return find_city(first, below, lang) if any(map(first[:_CITY].__contains__, ":|")) else None
    if any(map(opens_alike, below)):
        return None
    headlines = [role.text for role in roles if role.kind == "headline"]
    return find_told(first, "\n".join([*headlines, first, *below]), lang)


def _part_above(roles: list[Role], above: list[int], *, is_filed: bool) -> bool:
    """Make what stands above the paragraph that a dateline opens captions, standfirst and notes.

    It is no part of the story: that begins with its dateline, which is printed before the first paragraph. Returns
    whether nothing above is the story's.
    """
    has_headline = any(role.kind == "headline" for role in roles[: above[-1]])
    parts = above_dateline.parts_above(roles, above, has_headline=has_headline, is_filed=is_filed)
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


def _assign_lone_dateline(roles: list[Role], lang: str | None) -> None:
    """Make a place and a date on a line of their own, above the first paragraph of prose, the dateline."""
    # A deck of whole sentences may stand above the byline.
    head = max((at for at, role in enumerate(roles[:_TOP_LINES]) if role.kind == "byline"), default=0)
    prose = (at for at in range(head, len(roles)) if roles[at].kind == "paragraph" and _opens_story(roles[at].text))
    start = next(prose, 0)
    for at in range(max(0, start - _NAME_LINES), start):
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
            from converter.prose.datelines.lone import find_lone_dateline

            found = find_lone_dateline(role.text, lang, "\n".join(role.text for role in roles[start:]))
            if found is not None:
                dateline = FoundDateline(role.text, found.rule, found.place, found.date, found.agency)
                _set_lone(roles, at, dateline)
                return
    if start:
        _assign_undated(roles, start)


def _assign_undated(roles: list[Role], start: int) -> None:
    """Make a place without a date, right above the first paragraph of prose, the dateline: `PARIS (AFP)`, `Berlin`."""
    from converter.prose.datelines import lone

    at = start - 1
    while at and roles[at].kind == "byline":
        at -= 1
    is_above_correspondent = at > 1 and lone.is_correspondent(roles[at].text)
    at -= is_above_correspondent
    role = roles[at]
    # An agency in parentheses below a picture is its credit; here the line has a place before it.
    if role.kind != "paragraph" and not (role.rule == "note-picture" and role.text.endswith(")")):
        return
    if len(role.text) > _LONGEST_UNDATED or any(other.text == role.text for other in roles if other is not role):
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


_DATELINE_ENDS = "-–—:)/.|"
_DASHES = "-–—"


def _is_dateline_above(roles: list[Role], at: int) -> bool:
    """Return whether the line would open the next paragraph of prose as its dateline, and is all of it."""
    if roles[at].text[-1] not in _DATELINE_ENDS:
        return False
    start = next((over for over in range(at + 1, len(roles)) if surroundings.is_prose(roles[over].text)), None)
    found = _opening(roles, at, start, None) if start is not None and start - at <= _NAME_LINES else None
    # Agencies alone, `(sda)`, are bylines.
    return found is not None and (found.place is not None or roles[at].text[-1] in _DASHES)


def _opening(roles: list[Role], at: int, start: int, lang: str | None) -> Found | None:
    """Return the dateline that the line is, if it stood at the head of the paragraph `start`."""
    text = roles[at].text
    found = find_dateline(f"{text} {roles[start].text}", lang=lang) if len(text) <= _LONGEST_LONE_DATELINE else None
    return found if found is not None and found.end in (len(text), len(text) + 1) else None


def _find_undated(text: str, below: list[str]) -> Found | None:
    from converter.prose.datelines.lone import find_undated

    return find_undated(text, "\n".join(below[:_TOP_LINES]))


def _may_be_lone_dateline(text: str) -> bool:
    return len(text) <= _LONGEST_LONE_DATELINE and has_digit(text)


def _is_sure_lone_dateline(text: str) -> bool:
    """Return whether the line is a dateline by its own words, whatever the story says."""
    if not _may_be_lone_dateline(text):
        return False
    from converter.prose.datelines.lone import find_lone_dateline

    return find_lone_dateline(text, None, "") is not None
