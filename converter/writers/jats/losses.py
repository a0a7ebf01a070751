"""What JATS does not carry."""

from __future__ import annotations

from converter.formats.losses import folded, lost

_MARKS = "Emphasis Strong Underline Strike Subscript Superscript Code Link Ref Abbreviation Span Ruby LineBreak"

LOSSES = (
    lost(
        "Article.dir Dateline.place Dateline.date Dateline.agency Slug.separator Rights.lang Subject.creator "
        "Subject.lang Entity.uri Revision Quote.speaker Quote.cite Block.dir Span.dir "
        "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
        "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height"
    ),
    lost("Furniture", code="furniture-omitted"),
    lost("Party.provider", when="it is not the first", code="value-not-carried"),
    lost("Date.value", when="it has no year", code="value-not-carried"),
    lost("Rights.href Related.href", when="it may not be live", code="value-not-carried"),
    lost("Party.uri Party.literal Party.job", when="the party is no author", code="value-not-carried"),
    lost("List.start", when="it is not 1", code="value-not-carried"),
    lost("Figure.media", when="it may not be named, or is not the first", code="value-not-carried"),
    lost("Block.lang Span.lang", when="it is no well-formed language tag", code="value-not-carried"),
    folded("ThematicBreak", into="a paragraph"),
    folded("Heading", into="a paragraph", when="it stands inside another block", code="markup-folded"),
    folded(_MARKS, into="plain words", when="JATS holds words alone there", code="markup-folded"),
    folded("Link.href", into="the words alone", when="it may not be live, or leads nowhere", code="link-as-text"),
    folded("Foreign", into="its text", code="foreign-as-text", each=True),
    folded("Char", into="U+FFFD", code="character-replaced"),
)
