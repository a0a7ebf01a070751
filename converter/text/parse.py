"""The story in order: text → lines → pieces → roles → article."""

from __future__ import annotations

from operator import attrgetter

from converter.model.article import Article, Provenance
from converter.model.block import Figure, Furniture, Note, Paragraph, ThematicBreak
from converter.model.checks import is_xml_text
from converter.model.head import Byline, Date, Dateline, Head, Headline, Property, Slug, Urgency
from converter.model.inline import inlines
from converter.render.masthead import status_in
from converter.text import advisories, wire
from converter.text.characters import notice_characters
from converter.text.embargo import embargo_time
from converter.text.exports import find_record
from converter.text.label import Role
from converter.text.language import detect_language, direction, primary
from converter.text.layout import find_layout, gather, is_wire_copy, with_joined_margins, without_margin
from converter.text.lines import split_lines
from converter.text.margins import with_margins, without_margins
from converter.text.page_dates import page_dates
from converter.text.quotations.spoken import with_quotations
from converter.text.resolve import assign_roles
from converter.text.tables import table_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.formats.records import Context
    from converter.model.block import Block
    from converter.model.inline import Inlines
    from converter.text.options import TextOptions


# Stored wire copy sets a caret before each line of its head.
_CARET_LINES = 12


def story_of(
    text: str,
    options: TextOptions,
    context: Context,
    *,
    lang: str | None = None,
    charset: str | None = None,
    is_wire: bool | None = None,
) -> Article:
    """Return the article that a text is, in a language, from a charset; `is_wire` says whether it came by a wire.

    What nobody knows of these is found out, but for the charset.

    Raises LimitExceeded over `line_chars` or `blocks`, UsageError for a broken rule file.
    """
    lines = split_lines(text)
    context.limits.require("line_chars", max(map(len, lines)), "a line")
    context.limits.require("blocks", len(lines) - lines.count(""), "the number of lines")
    notice_characters(text, context)

    lines = wire.part_controls(lines)
    record = find_record(lines, context) if options.database == "auto" else None
    header = (wire.find_header(lines) if record is None else None) or wire.Header()
    story = list(record.story) if record is not None else lines[len(header.lines) :]
    first_line = record.first_line if record is not None else len(header.lines) + 1
    carets = tuple("^" for line in story[:_CARET_LINES] if header.lines and line.startswith("^"))
    story = [
        line[1:] if header.lines and at < _CARET_LINES and line.startswith("^") else line
        for at, line in enumerate(story)
    ]
    of_desk = advisories.find_desk_lines(story)
    noted = [
        Role("furniture", story[at].strip(), first_line + at, advisories.RULE, advisories.FAMILY)
        for at in sorted(of_desk)
    ]
    story = ["" if at in of_desk else line for at, line in enumerate(story)]
    if is_wire is None:
        is_wire = record is None and (bool(header.lines) or is_wire_copy(story))
    if options.layout == "auto":
        story = without_margin(story if is_wire else with_joined_margins(story))
    known = record.layout if record is not None else None
    layout = options.layout if options.layout != "auto" else known or find_layout(story, is_wire=is_wire)
    pieces, margins = without_margins(gather(story, layout, first_line=first_line))
    lang = context.source.lang or lang or (record.lang if record is not None else None)
    lang = lang or detect_language(text if record is None else "\n".join(story), context)
    context.limits.require("line_chars", max((len(piece.text) for piece in pieces), default=0), "a paragraph")

    searched = options if record is None else record.options_of(options)
    roles = assign_roles(pieces, layout, searched, lang=primary(lang), is_wire=is_wire)
    roles = sorted([*roles, *noted], key=attrgetter("line")) if noted else roles
    roles = with_margins(roles if record is None else record.around(roles, options), margins)
    body: list[Block] = [
        Furniture((Paragraph(inlines(line.strip(" \t"))),), "wire-header", rule="wire-header")
        for line in header.lines + carets
        if line.strip(" \t")
    ]
    quoted = iter(with_quotations([role.text for role in roles if role.kind == "paragraph"], lang))
    body += [block for role in roles for block in _blocks(role, quoted)]
    head = _head(header, roles, lang)
    return Article(
        body=tuple(body),
        head=head if record is None else record.stated_in(head, lang),
        status=next(
            (status for role in roles if role.family == "status" and (status := status_in(role.text))), "usable"
        ),
        lang=lang,
        dir=direction(lang),
        provenance=Provenance(charset=charset),
    )


def _blocks(role: Role, quoted: Iterator[Inlines]) -> list[Block]:
    """Return the blocks of one role: none for what stands in the head."""
    match role.kind:
        case "headline" | "standfirst" | "byline" | "dateline":
            return []
        case "paragraph":
            return [Paragraph(next(quoted))]
        case "table":
            return [table_of(role.text)]
        case "break":
            return [ThematicBreak(inlines(role.text))]
        case "caption":
            return [Figure(caption=inlines(role.text), inferred=role.rule)]
        case "note":
            return [Note((Paragraph(inlines(role.text)),), role.note_kind, inferred=role.rule)]
        case "furniture":
            return [Furniture((Paragraph(inlines(role.text)),), role.family, rule=role.rule)]


def _head(header: wire.Header, roles: list[Role], lang: str | None) -> Head:
    dateline = next((role.dateline for role in roles if role.dateline is not None), None)
    embargoes = [role.text for role in roles if role.family == "embargo"]
    facts = (
        ("category", header.category),
        ("date", header.date),
        ("priority", header.priority),
        ("words", header.words),
    )
    urgency = header.urgency
    return Head(
        headlines=(
            *(Headline(inlines(role.text), inferred=role.rule) for role in roles if role.kind == "headline"),
            *(Headline(inlines(role.text), "sub", inferred=role.rule) for role in roles if role.kind == "standfirst"),
        ),
        bylines=tuple(Byline(inlines(role.text), inferred=role.rule) for role in roles if role.kind == "byline"),
        dateline=Dateline(
            inlines(dateline.text),
            dateline.place,
            dateline.date,
            dateline.agency,
            inferred=dateline.rule,
        )
        if dateline
        else None,
        slug=Slug(header.slug, "-", inferred="wire-header") if header.slug and is_xml_text(header.slug) else None,
        dates=(
            *page_dates(roles, lang),
            *(Date("embargoed", embargo_time(line), inferred="embargo-line") for line in embargoes[:1]),
        ),
        urgency=Urgency(urgency, inferred="wire-priority") if urgency else None,
        properties=tuple(Property(f"wire:{name}", (value,), inferred="wire-header") for name, value in facts if value),
    )
