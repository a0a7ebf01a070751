"""What Gemtext does not carry: it has headings, quotes, lists, links and lines. All of it becomes notices."""

from converter.formats.losses import folded, lost

LOSSES = (
    lost(
        "Article.guid Article.version Article.status Article.lang Article.dir Headline.kicker Headline.sub "
        "Headline.short Headline.other Byline Dateline Abstract Slug Party Rights Date Urgency Genre Subject Keyword "
        "Entity Related AltId EdNote Revision Property"
    ),
    lost("Figure Foreign Preformatted Table ThematicBreak Furniture"),
    lost("Quote.attribution Quote.speaker Quote.cite List.ordered List.start Link.title Block.id Block.lang Block.dir"),
    folded("Note", into="lines"),
    folded("Link", into="plain words", when="its address holds a blank", code="link-as-text"),
    folded(
        "Emphasis Strong Underline Strike Subscript Superscript Code Ref Quotation Mention Time Abbreviation Span Ruby",
        into="plain words",
    ),
)
