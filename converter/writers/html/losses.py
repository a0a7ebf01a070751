"""What only the canonical XML inside an HTML page has, and what nobody sees as it is."""

from __future__ import annotations

from converter.formats.losses import inside, lost
from converter.render.html_write import LOSSES as BODY

LOSSES = (
    inside(
        "Headline.short Headline.other Dateline.place Dateline.date Dateline.agency Slug Party.contributor "
        "Party.source Party.copyright-holder Party.uri Party.literal Party.job Rights.data-mining Rights.lang "
        "Urgency Genre Subject.code Subject.scheme Subject.creator Subject.lang Entity Related AltId EdNote "
        "Revision Property Furniture"
    ),
    lost("Time.datetime", when="HTML has no such date", code="value-not-carried"),
    lost("Ref.target", when="the article has no such block", code="link-as-text"),
    *BODY,
)
