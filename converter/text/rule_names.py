"""What each rule that infers something does; the canonical form repeats the names, the reference page this table.

The rules of furniture are in `furniture.toml`.
"""

from __future__ import annotations

RULES: dict[str, str] = {
    "headline-first-line": "a short first line, no sentence, quotation or label, that repeats words of the story "
    "and has a longer sentence below it, or that a byline, date or dateline follows",
    "headline-below-section": "such a line below the name of a section, a kicker, a way through the site "
    "or a paper and its day",
    "headline-of-page": "in the text of a whole page, the line above the story that shares most words with it",
    "headline-wire-title": "on the wire, the lines in capitals above the dateline, or alone above the wire's end",
    "standfirst-above-dateline": "a line, or points with stars, between headline and dateline",
    "caption-above-dateline": "a line above the dateline that says who made a picture, or where and when",
    "note-above-dateline": "any other short line above the dateline, which no rule knows: a date, a label, a button",
    "headline-before-dateline": "a line in mixed case that the dateline follows: on the wire, or below lines that are "
    "none and above captions and decks",
    "database-headline": "in a text of a press database, the headline by its place or its label",
    "database-highlight": "the line that the database calls the highlight, or that stands below the headline",
    "database-byline": "the author or credit by its place or its label, `BYLINE:`, `BY`, `Author:`, `Credit:`",
    "database-dateline": "what stands behind `DATELINE:`, where the story does not open with a dateline of its own",
    "database-date": "the day of the paper",
    "database-paper": "the lines that say paper, day and edition; and the paper",
    "database-copyright": "whose the rights are",
    "database-label": "the label before a headline, a byline or the story, or above a part: `BYLINE:`, `HD`, `Body`",
    "database-field": "a line with another label, `SECTION:`, `LENGTH:`, `LOAD-DATE:`, `Subject:`, or in its place",
    "database-graphic": "what the database says of the pictures, which it does not have",
    "database-number": "`2 of 100 DOCUMENTS`, `Document SMPN000020120305e835000m1`, `End of Document`; and the number",
    "database-correction": "the correction that the database prints below the story",
    "record-headline": "in a text of fields as scrapers write them, what stands behind the label of the title, "
    "`Title:`, `[Título]`, `标题：`; or the line above the fields",
    "record-standfirst": "what stands behind `Summary:`, `Subtitle:`, `Bajada:` there, unless the story begins so",
    "record-byline": "what stands behind `Author:`, `Penulis:`, `Text:` with a name",
    "record-caption": "what stands behind the label of a caption: `[Epígrafe]`",
    "record-credit": "a field that says who edited the story",
    "record-date": "the days behind `Date:`, `Published:`, `Updated:`",
    "record-source": "who is named behind `Source:`, `Newspaper:`",
    "record-section": "the section behind `Section:`, `Category:`",
    "record-keyword": "the words behind `Tags:`, `Keywords:`",
    "record-number": "what `ID:`, `URL:`, `Link:` name the story by",
    "record-label": "the label before a headline, a standfirst, a byline, a caption or the story",
    "record-field": "a field that is not printed: `Date: …`, `URL: …`, `Tags: …`, `Image: …`, and what it repeats",
    "byline-by": "`By`, `Von`, `Story and photos by`, `Text:`, `מאת`, `记者` and a name, among the first five lines "
    "or, where one line alone is so, anywhere above the story",
    "byline-name": "a person's name alone right below the headline, which the story has nowhere, with its place, "
    "agency or outlet or without; two such names; or an agency's or a newsroom's; or, further down, a name beside the "
    "date or above the author's account",
    "byline-names": "names right below the headline, two joined by `and` or one with an outlet or role",
    "byline-label": "a line such as `Author of the article:`",
    "byline-after-label": "the name below such a line",
    "byline-job": "the author's job or paper right below the byline",
    "byline-signature": "a person's name alone below the last paragraph, which the story has nowhere, or such a line "
    "with its label, where no other line is a byline",
    "dateline-date": "a place and a date before a dash, a colon or an agency, at the head of one of the first two "
    "paragraphs",
    "dateline-agency": "a place with an agency in parentheses, or beside or behind a dash",
    "dateline-capitals": "a place in capitals before a dash, and a sentence behind it",
    "dateline-known-place": "a place of our list before a dash or colon, or in capitals before a full stop",
    "dateline-german": "in German and a few others, a place before a full stop or the mark of its author",
    "dateline-alone": "what would open the paragraph below as its dateline, on a line of its own; a place and a "
    "date there: a place of our list, in capitals, "
    "named in the story, or one word that no page sets before a date; or a place alone right above the first "
    "paragraph: of our list, with its agency, or in capitals with its country",
    "date-line": "a line of the page that says one whole date: below the headline, or with `published` or `updated`",
    "note-correction": "a correction of the story",
    "note-editor": "an editor's note, or a line that says that the story was updated",
    "note-reporting": "who reported, wrote, edited or translated",
    "note-contributed": "who contributed to the report",
    "note-picture": "who made a picture",
    "note-signature": "below the last paragraph, an agency or the marks of a desk, as in `ab/cde` or `(efg)`",
    "note-contact": "whom to ask",
    "note-service": "what an agency tells readers of tickets, addresses, pages: `(S E R V I C E - …)`",
    "desk-notes": "what an agency writes for newsrooms alone: notes from `Notizblock` or `not intended for "
    "publication` to the end, its last line with who wrote and edited, a correction between lines of hyphens, "
    "what is new in a story",
    "endmark": "the line that says that the story is over: `Reuter`, `-30-`, `###`, `ENDS`",
    "section-break": "`***` or a line of dashes between two parts of the story, or below the headline",
    "wire-header": "the wire's lines before the story, and what they say: slug, category, date, words",
    "wire-priority": "the urgency that the header's priority letter stands for",
    "wire-control": "a line of control characters, such as the end of text",
    "embargo-line": "an embargo above the story, and when it ends: until further notice where no whole date says so",
    "status-line": "a line that says that the story is withheld or canceled, as our writers print it",
    "invisible-line": "a line of no-break spaces or zero-width characters",
    "docx-style": "a paragraph of a document by the name of its style",
    "epub-class": "a part of a page of ours by its class, where the page has been changed",
    "docx-property": "what a document's properties state",
    "docx-comment": "a comment in the margin of a document",
    "docx-margin": "the words of a document's headers and footers",
    "document-property": "what an OpenDocument text's properties state",
    "odt-style": "a paragraph of an OpenDocument text by the name of its style",
    "pandoc-heading": "the first heading of a document, and the only one of the highest level",
    "concept-name": "the name of a concept in its item's own language, else its first",
    "item-title": "the title of an item that is no story and says no other headline",
    "pdf-largest": "lines of a PDF that are set larger than the story",
    "pdf-margin": "lines at the top or foot of a PDF's pages that come again on others",
    "pdf-tags": "the first heading of a tagged PDF",
    "pdf-untagged": "words of a tagged PDF that stand in none of its elements: running heads, page numbers",
    "pdf-property": "what a PDF's document information states",
    "html-page": "what of a page stands outside the story's block",
    "html-region": "a part of a page that is furniture by its element, its role or the names that its makers gave it",
    "html-teaser": "a block in the story that leads to another one: a link around it, or a heading that is a link",
    "html-links": "a line in the story that is mostly links",
    "html-before-story": "what stands in the story's block before its first paragraph",
    "html-after-story": "short lines without the end of a sentence behind the last paragraph",
    "html-headline": "the heading that says what the page's own title and data say",
    "html-title": "the page's title, without the site's name, where nothing on the page shows it",
    "html-standfirst": "words above the story that the page gives as its description",
    "html-byline": "a line near the story with the authors that the page states",
    "html-author": "the authors that the page states, where no line shows them",
    "html-data": "what the page states for machines: JSON-LD, `<meta>`, microdata, links",
    "html-shown-date": "the date above the story, in a `time` element or in words",
    "html-date-in-address": "the date in the page's own address",
    "hidden": "a part of a page or of other markup that it does not show",
    "form-control": "the words of a form's fields and buttons",
    "signature": "what stands below `-- ` in a mail",
    "headline-again": "the headline, printed again among the first lines below it",
    "above-headline": "what the text of a page has above the headline: menus, a section's name",
    "media-address": "the address of a picture, film or sound, alone on a line, with its label or in a page's marks",
    "page-address": "the page's own address, alone on a line above the story",
    "page-run": "short lines in a run that has enough lines of menus, buttons and other furniture",
    "table-columns": "two or more lines with three blanks or a tab between words",
    "table-tabs": "such lines with as many tabs in each: they part cells, unless only bullets or numbers stand before "
    "them; a first line of words above columns of figures is the head",
}
"""Rule → what it takes for what."""
