"""What a Word document does not show, and what nobody sees in it as it is; the canonical XML inside has all of it."""

from __future__ import annotations

from converter.formats.losses import folded, inside, lost

LOSSES = (
    lost("Foreign"),
    inside(
        "Headline.other Dateline.place Dateline.date Dateline.agency Slug Party.source Party.copyright-holder "
        "Party.uri Party.literal Party.job Rights.data-mining Rights.href Urgency Genre.code Genre.scheme Subject.code "
        "Subject.scheme Subject.creator Subject.lang Entity Related AltId EdNote Revision Property Quote.speaker "
        "Quote.cite ThematicBreak.content Note.kind Furniture Cell.scope MediaReference.type MediaReference.size_bytes "
        "MediaReference.width MediaReference.height Quotation Mention Time Abbreviation Span.dir"
    ),
    folded("Link.href", into="the words alone", when="it may not be live", code="link-as-text"),
    lost("Figure.media", when="its bytes are not at hand, or cannot be drawn", code="image-not-carried"),
    folded("Table", into="paragraphs", when="it has too many columns for Word", code="table-too-wide"),
    folded("Block Emphasis", into="flat text", when="it is nested too deeply", code="nesting-flattened"),
    folded(
        "Article.lang Block.lang Span.lang",
        into="its first subtags",
        when="it has over 84 characters",
        code="language-cut",
    ),
    folded("Char", into="U+FFFD", code="character-replaced"),
)
