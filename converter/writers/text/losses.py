"""What plain text does not carry."""

from __future__ import annotations

from converter.formats.losses import folded, lost

LOSSES = (
    lost(
        "Article.guid Article.version Article.lang Article.dir Headline.short Dateline.place Dateline.date "
        "Dateline.agency Slug Party Rights Date.created Date.published Date.modified Urgency Genre Subject Keyword "
        "Entity Related AltId EdNote Revision Property Quote.speaker Quote.cite Figure.media Foreign "
        "Cell.header Cell.scope Block.lang Block.dir"
    ),
    lost("Furniture", code="furniture-omitted"),
    folded("Heading", into="a paragraph"),
    folded("Note", into="paragraphs"),
    folded("Emphasis Strong Underline Strike Code Quotation Mention Time Abbreviation Span", into="plain words"),
    folded(
        "Subscript Superscript",
        into="plain words",
        when="Unicode has not all of its characters raised or lowered",
        code="markup-folded",
    ),
    lost("Link", when="--set text.links=yes is not given", code="link-targets-omitted"),
    lost("Link.title"),
    folded("Char", into="U+FFFD", code="character-replaced"),
)
