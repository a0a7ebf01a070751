"""What a PDF does not show, and what nobody sees in it as it is; the canonical XML inside has all of it."""

from __future__ import annotations

from converter.formats.losses import folded, inside, lost

LOSSES = (
    lost("Foreign"),
    inside(
        "Headline.other Dateline.place Dateline.date Dateline.agency Slug Party.source Party.copyright-holder "
        "Party.uri Party.literal Party.job Rights.data-mining Rights.href Urgency Genre Subject Entity Related AltId "
        "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Furniture Cell.scope "
        "MediaReference.type MediaReference.size_bytes MediaReference.width MediaReference.height Link.title Quotation "
        "Mention Time Span.dir Block.dir"
    ),
    folded("Link.href", into="the words alone", when="it may not be live", code="link-as-text"),
    lost("Figure.media", when="its bytes are not at hand, or cannot be drawn", code="image-not-carried"),
    folded("List", into="a flat one", when="it is nested too deeply", code="nesting-flattened"),
    folded("Table Figure Quote", into="paragraphs", when="it stands in a cell", code="nesting-flattened"),
    folded("Paragraph", into="a sign for each character", when="no font here has them", code="pdf-missing-script"),
    folded("Char", into="U+FFFD", code="character-replaced"),
)
