"""What each format loses, by `tools/pandoc_losses.py`: parts taken away, and the output looked at."""

from __future__ import annotations

MEASURED: dict[str, tuple[str, str]] = {
    "commonmark_x": (
        (
            "Quote.speaker Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.type MediaReference.sha256 MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Quotation.speaker Quotation.verb Quotation.speaker_name "
            "Quotation.quotation Mention.ref Time.datetime Abbreviation.title"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "gfm": (
        (
            "Quote.speaker Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.type MediaReference.sha256 MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Quotation.speaker Quotation.verb Quotation.speaker_name "
            "Quotation.quotation Mention.ref Time.datetime Abbreviation.title"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "commonmark": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Foreign.type "
            "Cell.header Cell.scope MediaReference.type MediaReference.sha256 MediaReference.size_bytes "
            "MediaReference.width MediaReference.height Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "markdown_mmd": (
        (
            "Article.version Dateline.place Dateline.date Dateline.agency Slug Party.uri Party.literal "
            "Party.job Rights.href Rights.lang Urgency Genre Subject.code Subject.scheme "
            "Subject.creator Subject.lang Entity Related AltId EdNote Revision Property Quote.speaker "
            "Quote.cite List.start ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.type MediaReference.sha256 MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Quotation.speaker Quotation.verb Quotation.speaker_name "
            "Quotation.quotation Mention.ref Time.datetime Abbreviation.title Date.created "
            "Date.modified Headline.short Party.contributor Party.copyright-holder Party.creator "
            "Party.source Rights.data-mining Rights.usage"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "markdown_phpextra": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Foreign.type Cell.header Cell.scope MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "markdown_github": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Block.lang Block.dir Date.created Date.modified Date.published "
            "Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "markdown_strict": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Block.lang Block.dir Date.created Date.modified Date.published "
            "Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "markua": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Block.lang Block.dir Date.created Date.modified "
            "Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "odt": (
        (
            "Article.version Dateline.place Dateline.date Dateline.agency Slug Party.uri Party.literal "
            "Party.job Rights.href Rights.lang Urgency Genre Subject Entity Related AltId EdNote "
            "Revision Property Quote.speaker Quote.cite Figure.alt ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Quotation.speaker Quotation.verb Quotation.speaker_name "
            "Quotation.quotation Mention.ref Time.datetime Abbreviation.title Span.dir Block.dir "
            "Date.created Date.modified Headline.short Party.contributor Party.copyright-holder "
            "Party.creator Party.source Rights.data-mining Rights.usage"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "opendocument": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite Figure.alt ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Span.dir Block.dir Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "rtf": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite Figure.alt ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir Date.created "
            "Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "epub3": (
        (
            "Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug Party.uri "
            "Party.literal Party.job Rights.href Rights.lang Urgency Genre Subject.code Subject.scheme "
            "Subject.creator Subject.lang Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Headline.short Party.contributor "
            "Party.copyright-holder Party.creator Party.source Rights.data-mining Rights.usage"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "epub2": (
        (
            "Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug Party.uri "
            "Party.literal Party.job Rights.href Rights.lang Urgency Genre Subject.code Subject.scheme "
            "Subject.creator Subject.lang Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite List.start ThematicBreak.content Foreign.type Cell.header "
            "Cell.scope MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Date.created Date.modified Headline.short "
            "Party.contributor Party.copyright-holder Party.creator Party.source Rights.data-mining "
            "Rights.usage"
        ),
        ("Underline Quotation Mention Time Abbreviation"),
    ),
    "html5": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Entity Related AltId EdNote Revision Property Quote.speaker "
            "Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "html4": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Entity Related AltId EdNote Revision Property Quote.speaker "
            "Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "chunkedhtml": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Entity Related AltId EdNote Revision Property Quote.speaker "
            "Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "fb2": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party Rights Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Note.kind Foreign.type Cell.header "
            "Cell.scope Cell.colspan Cell.align MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Link.title Quotation.speaker Quotation.verb Quotation.speaker_name "
            "Quotation.quotation Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir "
            "Block.lang Block.dir Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "icml": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak Note.kind Foreign.type "
            "Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Span.dir Block.lang Block.dir Date.created Date.modified Date.published "
            "Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "docbook": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party.uri Party.literal Party.job Rights Urgency Genre Subject Keyword Entity Related "
            "AltId EdNote Revision Property Quote.speaker Quote.cite ThematicBreak Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Headline.short Party.contributor Party.copyright-holder "
            "Party.provider Party.source"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "docbook4": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party.uri Party.literal Party.job Rights Urgency Genre Subject "
            "Keyword Entity Related AltId EdNote Revision Property Quote.speaker Quote.cite "
            "ThematicBreak Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align "
            "MediaReference.type MediaReference.sha256 MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Link.title Quotation.speaker Quotation.verb Quotation.speaker_name "
            "Quotation.quotation Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir "
            "Block.lang Block.dir Date.created Date.modified Headline.short Party.contributor "
            "Party.copyright-holder Party.provider Party.source"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "docbook5": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party.uri Party.literal Party.job Rights Urgency Genre Subject Keyword Entity Related "
            "AltId EdNote Revision Property Quote.speaker Quote.cite ThematicBreak Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Headline.short Party.contributor Party.copyright-holder "
            "Party.provider Party.source"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "jats_archiving": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party.uri Party.literal Party.job Rights Urgency Genre Subject "
            "Keyword Entity Related AltId EdNote Revision Property Quote.speaker Quote.cite "
            "ThematicBreak Note.kind Foreign.type Cell.header Cell.scope MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Span.dir Block.dir Date.created Date.modified "
            "Date.published Headline.short Party.contributor Party.copyright-holder Party.provider "
            "Party.source"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "jats_publishing": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak Note.kind Foreign.type "
            "Cell.header Cell.scope MediaReference.type MediaReference.sha256 MediaReference.size_bytes "
            "MediaReference.width MediaReference.height Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.dir Block.dir Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "jats_articleauthoring": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party.uri Party.literal Party.job Rights Urgency Genre Subject "
            "Keyword Entity Related AltId EdNote Revision Property Quote.speaker Quote.cite "
            "ThematicBreak Note.kind Foreign.type Cell.header Cell.scope MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Span.dir Block.dir Date.created Date.modified "
            "Date.published Headline.short Party.contributor Party.copyright-holder Party.provider "
            "Party.source"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "tei": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party.uri Party.literal Party.job Rights Urgency Genre Subject Keyword Entity Related "
            "AltId EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Headline.short Party.contributor Party.copyright-holder "
            "Party.source"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "latex": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party Rights Urgency Genre Subject.code Subject.scheme Subject.creator Subject.lang Entity "
            "Related AltId EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "context": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Entity Related AltId EdNote Revision Property Quote.speaker "
            "Quote.cite ThematicBreak.content Note.kind Foreign.type Cell.header Cell.scope "
            "MediaReference.type MediaReference.sha256 MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Link.title Quotation.speaker Quotation.verb Quotation.speaker_name "
            "Quotation.quotation Mention.ref Time.datetime Abbreviation.title Date.created "
            "Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "beamer": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party Rights Urgency Genre Subject.code Subject.scheme Subject.creator Subject.lang Entity "
            "Related AltId EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "pptx": (
        (
            "Article.version Article.lang Dateline.place Dateline.date Dateline.agency Slug Party.uri "
            "Party.literal Party.job Rights.href Rights.lang Urgency Genre Subject Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.size_bytes "
            "MediaReference.width MediaReference.height Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.lang Span.dir Block.lang Block.dir Date.created Date.modified Headline.short "
            "Party.contributor Party.copyright-holder Party.creator Party.source Rights.data-mining "
            "Rights.usage"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "revealjs": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "slidy": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "slideous": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "s5": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "dzslides": (
        (
            "Article.guid Article.version Dateline.place Dateline.date Dateline.agency Slug Party "
            "Rights Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Foreign.type Cell.header Cell.scope "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "typst": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party Rights Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Note.kind Foreign.type Cell.header "
            "Cell.scope MediaReference.type MediaReference.sha256 MediaReference.size_bytes "
            "MediaReference.width MediaReference.height Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.lang Span.dir Block.dir Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "texinfo": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "ms": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "man": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "rst": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.align MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir Date.created "
            "Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "org": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite Figure.alt ThematicBreak.content "
            "Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "asciidoc": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party Rights Urgency Genre Subject Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Note.kind Foreign.type Cell.header "
            "Cell.scope MediaReference.type MediaReference.sha256 MediaReference.size_bytes "
            "MediaReference.width MediaReference.height Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.lang Span.dir Block.lang Block.dir Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "asciidoc_legacy": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party Rights Urgency Genre Subject Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Note.kind Foreign.type Cell.header "
            "Cell.scope MediaReference.type MediaReference.sha256 MediaReference.size_bytes "
            "MediaReference.width MediaReference.height Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.lang Span.dir Block.lang Block.dir Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "asciidoctor": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party Rights Urgency Genre Subject Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Note.kind Foreign.type Cell.header "
            "Cell.scope MediaReference.type MediaReference.sha256 MediaReference.size_bytes "
            "MediaReference.width MediaReference.height Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.lang Span.dir Block.lang Block.dir Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "mediawiki": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Foreign.type "
            "Cell.header Cell.scope MediaReference.type MediaReference.sha256 MediaReference.size_bytes "
            "MediaReference.width MediaReference.height Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "dokuwiki": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "zimwiki": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "xwiki": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "jira": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Date.created Date.modified "
            "Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "textile": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Foreign.type "
            "Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Span.lang Span.dir Date.created Date.modified "
            "Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "bbcode": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Date.published Headline.short"
        ),
        ("Subscript Superscript Code Quotation Mention Time Abbreviation Span"),
    ),
    "bbcode_fluxbb": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.rowspan Cell.colspan Cell.align "
            "MediaReference.type MediaReference.sha256 MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Link.title Quotation.speaker Quotation.verb Quotation.speaker_name "
            "Quotation.quotation Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir "
            "Block.lang Block.dir Date.created Date.modified Date.published Headline.short"
        ),
        ("Subscript Superscript Code Quotation Mention Time Abbreviation Span"),
    ),
    "bbcode_hubzilla": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Date.published Headline.short"
        ),
        ("Subscript Superscript Quotation Mention Time Abbreviation Span"),
    ),
    "bbcode_phpbb": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start Figure.alt "
            "ThematicBreak.content Note.kind Foreign.type Cell.header Cell.scope Cell.rowspan "
            "Cell.colspan Cell.align MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir Date.created "
            "Date.modified Date.published Headline.short"
        ),
        ("Subscript Superscript Code Quotation Mention Time Abbreviation Span"),
    ),
    "bbcode_steam": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start Figure.media Figure.alt "
            "ThematicBreak.content Note.kind Foreign.type Cell.header Cell.scope Cell.colspan "
            "Cell.align MediaReference Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.lang Span.dir Block.lang Block.dir Date.created Date.modified Date.published "
            "Headline.short"
        ),
        ("Subscript Superscript Quotation Mention Time Abbreviation Span"),
    ),
    "bbcode_xenforo": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type "
            "MediaReference.sha256 MediaReference.size_bytes MediaReference.width MediaReference.height "
            "Link.title Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation "
            "Mention.ref Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir "
            "Date.created Date.modified Date.published Headline.short"
        ),
        ("Subscript Superscript Quotation Mention Time Abbreviation Span"),
    ),
    "djot": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Foreign.type "
            "Cell.header Cell.scope Cell.colspan Cell.align MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "muse": (
        (
            "Article.guid Article.version Article.dir Dateline.place Dateline.date Dateline.agency Slug "
            "Party Rights Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property "
            "Quote.speaker Quote.cite ThematicBreak.content Note.kind Foreign.type Cell.header "
            "Cell.scope Cell.colspan Cell.align MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Block.lang Block.dir Date.created Date.modified "
            "Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "haddock": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Note.kind "
            "Foreign.type Cell.header Cell.scope Cell.align MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir Date.created "
            "Date.modified Date.published Headline.short"
        ),
        ("Subscript Superscript Quotation Mention Time Abbreviation Span"),
    ),
    "ipynb": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite List.start ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Block.lang Block.dir Date.created Date.modified Date.published "
            "Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "opml": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite ThematicBreak.content Foreign.type "
            "Cell.header Cell.scope Cell.align MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Quotation.speaker "
            "Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime "
            "Abbreviation.title Date.created Date.published Headline.short"
        ),
        ("Quotation Mention Time Abbreviation"),
    ),
    "vimdoc": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite Figure.media Figure.alt "
            "ThematicBreak.content Note.kind Foreign.type Cell.header Cell.scope Cell.rowspan "
            "Cell.colspan Cell.align MediaReference Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.lang Span.dir Block.lang Block.dir Date.created Date.modified Date.published "
            "Headline.short"
        ),
        ("Emphasis Strong Underline Strike Subscript Superscript Quotation Mention Time Abbreviation Span"),
    ),
    "ansi": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Quote.speaker Quote.cite Figure.alt ThematicBreak.content "
            "Note.kind Foreign.type Cell.header Cell.scope MediaReference.type MediaReference.sha256 "
            "MediaReference.size_bytes MediaReference.width MediaReference.height Link.title "
            "Quotation.speaker Quotation.verb Quotation.speaker_name Quotation.quotation Mention.ref "
            "Time.datetime Abbreviation.title Span.lang Span.dir Block.lang Block.dir Date.created "
            "Date.modified Headline.short"
        ),
        ("Quotation Mention Time Abbreviation Span"),
    ),
    "plain": (
        (
            "Article.guid Article.version Article.lang Article.dir Dateline.place Dateline.date "
            "Dateline.agency Slug Party Rights Urgency Genre Subject Keyword Entity Related AltId "
            "EdNote Revision Property Heading.level Quote.speaker Quote.cite Figure.alt "
            "ThematicBreak.content Note.kind Foreign.type Cell.header Cell.scope Cell.align "
            "MediaReference.type MediaReference.sha256 MediaReference.size_bytes MediaReference.width "
            "MediaReference.height Link.href Link.title Quotation.speaker Quotation.verb "
            "Quotation.speaker_name Quotation.quotation Mention.ref Time.datetime Abbreviation.title "
            "Span.lang Span.dir Block.lang Block.dir Date.created Date.modified Headline.short"
        ),
        ("Emphasis Strong Underline Code Link Quotation Mention Time Abbreviation Span"),
    ),
    "json": (
        (""),
        (""),
    ),
    "native": (
        (""),
        (""),
    ),
    "csljson": (
        (
            "Article.dir Byline Dateline.place Dateline.date Dateline.agency Slug Party.uri "
            "Party.literal Party.job Rights Urgency Genre.code Genre.scheme Subject Entity Related "
            "AltId EdNote Revision Property Heading Quote List Table Figure Preformatted ThematicBreak "
            "Note Foreign Item Row Cell MediaReference Strong Underline Strike Subscript Superscript "
            "Code Link Ref Quotation Mention Time Abbreviation Span Ruby LineBreak Block.id Block.lang "
            "Block.dir Date.created Date.modified Headline.kicker Headline.other Headline.sub "
            "Party.contributor Party.copyright-holder"
        ),
        (""),
    ),
    "biblatex": (
        (
            "Article.dir Headline.kind Byline Dateline Slug Party.uri Party.literal Party.job Rights "
            "Urgency Genre Subject Keyword Entity Related AltId EdNote Revision Property Heading Quote "
            "List Table Figure Preformatted ThematicBreak Note Foreign Item Row Cell MediaReference "
            "Strong Underline Strike Subscript Superscript Code Link Ref Quotation Mention Time "
            "Abbreviation Span Ruby LineBreak Block.id Block.lang Block.dir Date.created Date.modified "
            "Headline.kicker Headline.other Headline.short Headline.sub Party.contributor "
            "Party.copyright-holder Party.source"
        ),
        (""),
    ),
    "bibtex": (
        (
            "Article.version Article.lang Article.dir Headline.kind Byline Dateline Abstract Slug "
            "Party.uri Party.literal Party.job Rights Urgency Genre Subject Keyword Entity Related "
            "AltId EdNote Revision Property Heading Quote List Table Figure Preformatted ThematicBreak "
            "Note Foreign Item Row Cell MediaReference Strong Underline Strike Subscript Superscript "
            "Code Link Ref Quotation Mention Time Abbreviation Span Ruby LineBreak Block.id Block.lang "
            "Block.dir Date.created Date.modified Headline.kicker Headline.other Headline.short "
            "Headline.sub Party.contributor Party.copyright-holder Party.source"
        ),
        (""),
    ),
}
