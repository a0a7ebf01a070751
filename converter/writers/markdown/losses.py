"""What Markdown does not carry."""

from __future__ import annotations

from converter.formats.losses import folded, lost

_MARKS = (
    "Underline Subscript Superscript Abbreviation Span Ruby Code LineBreak Ref Note.footnote Table Block.id Block.dir"
)

LOSSES = (
    lost(
        "Dateline.place Dateline.date Dateline.agency Slug.separator Party.uri Party.literal Party.job Rights.lang "
        "Genre.code Genre.scheme Subject.code Subject.scheme Subject.creator Subject.lang Entity Related.rel "
        "AltId.scheme Revision Property Quote.speaker Quote.cite ThematicBreak.content "
        "MediaReference.type MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height"
    ),
    lost("Rights.href Related.href", when="it may not be live", code="value-not-carried"),
    lost("Furniture", code="furniture-omitted"),
    lost("Quote.cite", when="it may not be live, in a table that is HTML", code="value-not-carried"),
    lost("Figure.media", when="it may not be named, or is not the first", code="value-not-carried"),
    lost("Figure.alt", when="there is no picture", code="value-not-carried"),
    lost("List.start", when="it has more than nine digits", code="value-not-carried"),
    lost("Block.lang Span.lang", when="it is no well-formed language tag", code="value-not-carried"),
    lost("Block.id", when="nothing in the article leads to it"),
    folded("Heading.level", into="level 5", when="it is 6", code="heading-level-folded"),
    folded("Figure.caption Figure.credit", into="a paragraph"),
    lost("Note.kind"),
    folded("Quotation Mention Time", into="plain words"),
    folded("Link.href", into="the words alone", when="it may not be live", code="link-as-text"),
    folded("Foreign", into="its text", code="foreign-as-text", each=True),
    folded("Char", into="U+FFFD", code="character-replaced"),
    folded(
        _MARKS,
        into="plain words",
        when="Markdown has no sign for it there, or HTML is not wanted",
        code="markup-folded",
    ),
)
