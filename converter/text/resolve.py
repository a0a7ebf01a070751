"""Roles: what each piece of a text is, asked rule by rule in one pass from the top."""

from __future__ import annotations

from converter.text import dateline_labels, surroundings, wire
from converter.text.endmark import assign_endmarks
from converter.text.furniture import LONGEST_NOTICE, Rules, belongs_to_block, load_rules
from converter.text.label import Role
from converter.text.lines import ends_sentence, has_digit, is_invisible
from converter.text.notes import find_note
from converter.text.patterns import Pattern
from converter.text.signature import find_signatures
from converter.text.usage_restrictions import LINES_OF_HOLDS, find_hold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.text.layout import Layout, Piece
    from converter.text.options import TextOptions

_TOP_LINES, _LINES_OF_TOP = 12, 5
_CLOCK = Pattern(r"\W{0,3}\d{1,2}(?:[:.]\d{2})? ?[AaPp]\.?[Mm]\.?\W{0,3}")
_CLOCK_CHARACTERS = 16
_HOUR = Pattern(r"\d{1,2}[:.]\d{2}")
_MOST_FIGURES, _CELL = 4, 16


def assign_roles(
    pieces: list[Piece], layout: Layout, options: TextOptions, *, lang: str | None, is_wire: bool
) -> list[Role]:
    """Return the role of each piece, in order; the words of all roles are the words of all pieces."""
    from_wire = is_wire or layout == "indented"
    roles = _plain_roles(pieces, options, from_wire=from_wire)
    assign_endmarks(roles, is_wire=from_wire)
    if from_wire or options.headline != "auto" or not _opens_with_story(roles):
        from converter.text.top import assign_top

        assign_top(roles, options, lang, is_wire=is_wire, indented=layout == "indented")
    may_find = options.headline == "auto"
    if (
        not dateline_labels.assign_dateline(roles, lang, is_wire=from_wire, may_find_headline=may_find)
        and not from_wire
    ):
        dateline_labels.assign_lone_dateline(roles, lang)
    if not from_wire:
        boxes = surroundings.find_boxes(roles) if layout == "blank" else ()
        for at in [
            *boxes,
            *surroundings.find_titles(roles),
            *surroundings.find_stacks(roles),
            *surroundings.find_runs(roles),
        ]:
            roles[at] = roles[at].replace(kind="furniture", rule="page-run", family="site")
        for at, kind in find_signatures(roles, is_page=surroundings.is_page_text(roles)).items():
            signed = roles[at].replace(rule="byline-signature", kind="byline")
            roles[at] = (
                signed if kind == "byline" else signed.replace(rule="note-signature", kind="note", note_kind="credit")
            )
    return roles


def _opens_with_story(roles: list[Role]) -> bool:
    """Return whether the first lines are paragraphs, the first too long for a headline: nothing stands above them."""
    return (
        bool(roles)
        and surroundings.is_too_long(roles[0].text)
        and all(role.kind == "paragraph" and surroundings.is_prose(role.text) for role in roles[:_LINES_OF_TOP])
    )


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
    if may_be_byline and not text.startswith(_CREDITS_OF_REPORTERS):
        from converter.text.bylines.byline import find_byline_rule

        if find_byline_rule(text, after_headline=False, after_label=False):
            return Role("paragraph", text, line)
    return Role("note", text, line, note.rule, note_kind=note.kind)
