"""The table of what is what: nodes of pandoc's tree ↔ parts of an article (`docs/reference/pandoc.md` prints it)."""

from __future__ import annotations

READ: tuple[tuple[str, str], ...] = (
    ("Para, Plain", "`p`; blank ones go"),
    ("Header", "`heading`; the first and only one of level 1 that opens the document is the headline"),
    ("BlockQuote", "`quote`; a short last paragraph that begins with a dash is its attribution"),
    ("BulletList, OrderedList", "`list` with its first number; other numbering than 1, 2, 3 is a notice"),
    ("DefinitionList", "`list`, each entry a term and what is said of it; with a notice"),
    ("CodeBlock", "`pre`"),
    ("LineBlock", "`p` with `br`"),
    ("RawBlock, RawInline", "HTML as what it means, comments dropped with a notice; all else `foreign`"),
    ("HorizontalRule", "`break`"),
    ("Table", "`table`: spans, heads, foot, caption, alignment; row heads are header cells"),
    ("Figure", "`figure`; of anything but pictures, its content and the caption as `p`"),
    ("Div", "its content, with its id, language and direction; of class `note`, a `note`"),
    ("Null", "nothing"),
    ("Str, Space", "text, as it stands"),
    ("SoftBreak", "a blank; nothing between two East Asian characters"),
    ("LineBreak", "`br`"),
    ("Emph, Strong, Underline, Strikeout", "`em`, `strong`, `u`, `s`"),
    ("Superscript, Subscript", "`sup`, `sub`"),
    ("SmallCaps", "its words, with a notice"),
    ("Quoted", "its words between “ ” or ‘ ’"),
    ("Cite", "its words, with a notice"),
    ("Code", "`code`"),
    ("Math", "its TeX as `code`, with a notice"),
    ("Link", "`link`; a link in a link is its words"),
    ("Image", "`figure` after the paragraph that it stands in; the picture kept where its bytes are at hand"),
    ("Note", "`ref` here, and a `note` at the end of the body"),
    ("Span", "`span` with language and direction; else its words"),
    ("MetaMap, MetaList, MetaInlines, MetaBlocks, MetaString, MetaBool", "the head: the table below"),
)
"""Node → what it becomes in the article."""

META: tuple[tuple[str, str], ...] = (
    ("title, subtitle", "`headline` main, sub"),
    ("author, authors, byline", "`byline`, and a `party` in the role `creator` for each name"),
    ("date; modified, updated, lastmod", "`date` published; modified"),
    ("lang, language; dir", "the article's language; direction"),
    ("abstract, summary", "`abstract`"),
    ("keywords, keyword, tags", "`keyword`"),
    ("subject", "`subject`"),
    ("rights, copyright, license", "`rights`"),
    ("publisher", "`party` in the role `provider`"),
    ("identifier", "the guid, if it is an IRI; else `altid`"),
    ("article", "a map of ours: whatever else the head holds"),
    ("all else", "`property` named `pandoc:KEY`, with a notice"),
)
"""Key of the metadata → field of the head; the other way the first key of each."""

WRITTEN: tuple[tuple[str, str, str], ...] = (
    ("Paragraph", "Para", "Para"),
    ("Heading", "Header", "Header; a level lower where the headline stands in the body"),
    ("Quote", "Div `quote` with speaker and source, around BlockQuote and attribution", "BlockQuote, attribution last"),
    ("List, Item", "BulletList, OrderedList", "BulletList, OrderedList"),
    (
        "Table, Row, Cell",
        "Table; header cells and scopes as attributes",
        "Table; short rows filled up, without columns in which no cell begins",
    ),
    ("Figure", "Figure; every rendition", "Figure; the first rendition that can be shown"),
    ("MediaReference", "Image with type, digest and sizes", "Image: in the file, or by its address"),
    ("Preformatted", "CodeBlock", "CodeBlock"),
    ("ThematicBreak", "HorizontalRule, in a Div with its mark", "HorizontalRule"),
    ("Note", "Note at its first reference; else Div `note` and its kind", "the same"),
    ("Furniture", "Div `furniture`", "nothing"),
    ("Foreign", "CodeBlock `foreign`", "CodeBlock"),
    ("Emphasis, Strong, Underline, Strike", "Emph, Strong, Underline, Strikeout", "the same"),
    ("Subscript, Superscript", "Subscript, Superscript", "the same"),
    ("Code", "Code; with marks inside, Span `code`", "Code"),
    ("Link", "Link, if it may be live; else its words", "the same"),
    ("Ref", "Note, in a Span `ref` with its mark; else Link `ref`", "Note, or Link to a block that is there"),
    ("Quotation", "Span `q` with speaker and verb", "its words"),
    ("Mention", "Span `mention`", "its words"),
    ("Time", "Span `time`", "its words"),
    ("Abbreviation", "Span `abbr`", "its words"),
    ("Span", "Span `span`", "Span with language and direction"),
    ("Ruby", "Span `ruby` of two", "its words, the reading in brackets"),
    ("LineBreak", "LineBreak", "LineBreak"),
    ("Char", "U+FFFD", "U+FFFD"),
)
"""Class of the model → node in the tree itself (`json`, `native`), and in the tree for every other format."""
