"""What ninjs 3.1 does not carry: its schema refuses what it does not know."""

from __future__ import annotations

from converter.formats.losses import folded, lost
from converter.render.html_write import LOSSES as BODY

_MARKS = (
    "Emphasis Strong Underline Strike Subscript Superscript Code Link Ref Quotation Mention Time Abbreviation Span Ruby"
)

LOSSES = (
    lost("Dateline.date Dateline.agency"),
    lost("Slug.separator"),
    lost("Party.job"),
    lost("Party.copyright-holder.uri Party.copyright-holder.literal"),
    lost("Party.copyright-holder", when="it is not the first", code="value-not-carried"),
    lost("Party.uri", when="it is no URI, and there is another identifier", code="value-not-carried"),
    lost("Rights.lang"),
    lost("Rights.href", when="it is that of a notice, or may not be live", code="value-not-carried"),
    folded("Rights.notice Rights.usage", into="one text", when="there are several", code="values-joined"),
    folded("Byline EdNote", into="one text", when="there are several", code="values-joined"),
    lost("Date.published"),
    lost("Date.modified"),
    lost("Date.created", when="it is no point in time, or not the first", code="value-not-carried"),
    lost("Date.embargoed", when="it is until further notice, or not the first", code="value-not-carried"),
    lost("Genre.scheme Subject.scheme", when="there is no code", code="value-not-carried"),
    lost("Subject.lang"),
    lost("Entity.uri", when="it is no URI", code="value-not-carried"),
    lost("Entity.id", when="no mention names it", code="value-not-carried"),
    lost("Related", when="it has no address that is a URI", code="value-not-carried"),
    lost("Revision", when="it is neither the first nor the present one", code="value-not-carried"),
    lost("Revision.time", when="the first is after the present one", code="value-not-carried"),
    folded("Revision.kind", into="a note", when="it is a correction", code="value-folded"),
    lost("Property"),
    lost("Furniture", code="furniture-omitted"),
    folded(_MARKS, into="plain words", when="it stands in rights, a byline or a note", code="markup-folded"),
    *BODY,
)
