"""What NITF 3.6 does not carry."""

from __future__ import annotations

from converter.formats.losses import folded, lost
from converter.newsformats.nitf_blocks import LOSSES as BODY

_MARKS = (
    "Emphasis Strong Underline Strike Subscript Superscript Code Link Ref Quotation Mention Time.datetime Abbreviation "
    "Span.lang Ruby LineBreak"
)

LOSSES = (
    lost("Dateline.agency"),
    lost("Dateline.place", when="the dateline does not print it", code="value-not-carried"),
    lost("Dateline.date", when="it has no year", code="value-not-carried"),
    lost("Slug.separator"),
    lost("Party.provider", when="it is not the first", code="value-not-carried"),
    lost("Party.copyright-holder.uri Party.copyright-holder.literal Party.copyright-holder.job"),
    lost("Party.job", when="no byline prints it behind the name", code="value-not-carried"),
    lost("Party.literal", when="there is a URI, or no byline prints the name", code="value-not-carried"),
    folded("Party", into="words", when="its name would be read as an address", code="value-folded"),
    folded("Rights.notice", into="one text", when="there are several", code="values-joined"),
    folded("Rights.usage", into="words", when="its address would not be found in them", code="value-folded"),
    lost("Rights.href", when="it is not that of terms of use, or may not be live", code="value-not-carried"),
    lost("Rights.lang"),
    lost("Date.published", when="it is not the first, or has no year", code="value-not-carried"),
    lost("Date.embargoed", when="it is not the first", code="value-not-carried"),
    folded("Urgency", into="8", when="it is 9", code="value-folded"),
    lost("Genre.scheme"),
    lost("Genre.code", when="it has a name", code="value-not-carried"),
    folded("Subject", into="a keyword", when="it has no code of eight digits", code="value-folded"),
    lost("Subject.code Subject.scheme", when="the code has not eight digits", code="value-not-carried"),
    lost("Subject.creator Subject.lang"),
    folded("Related AltId Property", into="words", when="they would be read in another way", code="value-folded"),
    lost("Related.rel", when="it is no name in ASCII", code="value-not-carried"),
    lost("Revision.time", when="it has no year", code="value-not-carried"),
    folded("Furniture", into="metadata, without its place", code="furniture-moved", each=True),
    lost("Furniture", when="--set nitf.furniture=no is given", code="furniture-omitted"),
    lost("Furniture.kind"),
    folded(_MARKS, into="plain words", when="it stands where NITF holds words alone", code="markup-folded"),
    *BODY,
)
