"""What NewsML-G2 does not carry."""

from __future__ import annotations

from converter.formats.losses import folded, lost
from converter.newsformats.nitf_blocks import LOST as NEVER_IN_NITF
from converter.render.html_write import LOSSES as BODY

_MARKS = (
    "Emphasis Strong Underline Strike Subscript Superscript Code Link Ref Quotation Mention Time Abbreviation Span "
    "Ruby LineBreak"
)

LOSSES = (
    lost("Dateline.date Dateline.agency"),
    folded("Abstract", into="paragraphs", when="it holds other blocks", code="structure-folded"),
    lost("Party.provider", when="it is not the first", code="value-not-carried"),
    lost("Party.literal", when="there is a URI", code="value-not-carried"),
    folded("Rights.href Related.href", into="words alone", when="it may not be live", code="link-as-text"),
    lost("Rights.lang Subject.lang", when="it is no well-formed language tag", code="value-not-carried"),
    lost("Date.created Date.modified", when="it is not the first, or has no year", code="value-not-carried"),
    lost("Date.published", when="it has no year", code="value-not-carried"),
    lost("Date.embargoed", when="it is not the first", code="value-not-carried"),
    folded("Date", into="the day", when="it is a time without its zone", code="date-shortened"),
    lost("Subject.creator", when="it is no URI", code="value-not-carried"),
    lost("Revision", when="it is neither the first nor the present one", code="value-not-carried"),
    lost("Revision.time", when="the first is after the present one", code="value-not-carried"),
    lost("Furniture", when="--set newsml.furniture=no is given", code="furniture-omitted"),
    lost("Furniture.kind"),
    folded(_MARKS, into="plain words", when="a property of the head holds no such mark", code="markup-folded"),
    *(loss.replace(when="--set newsml.body=nitf is given") for loss in NEVER_IN_NITF),
    lost("Figure.alt", when="the body is NITF and there is no picture", code="value-not-carried"),
    *BODY,
)
