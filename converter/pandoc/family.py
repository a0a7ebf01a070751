"""The formats of pandoc's family: one row each, read by `converter.formats` for a name that is not ours.

Names are pandoc's. The exceptions: `markdown` reads CommonMark with pandoc's
extensions, as pandoc's own `markdown` takes exponential time on hostile input
(threats page, section 2). Every name that pandoc writes is written: those that
have a writer of ours (`docx`, `html`, `epub`, `jats`, `markdown`, `pdf`, `xml`)
by ours, all others by a row here.
"""

from __future__ import annotations

from converter.core.values import Value
from converter.formats.records import ReaderRecord, WriterRecord

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class Reading(Value):
    """How pandoc reads a format."""

    name: str
    extensions: tuple[str, ...]
    media_type: str
    title: str
    kind: Literal["text", "xml", "odt", "epub", "rtf", "json"] = "text"
    """`text` is decoded by us, `xml` parsed by us first, a package looked through, the others go in as they are."""
    spec: str = ""
    """Pandoc's name with its extensions; empty: the name."""

    @property
    def auto_ids(self) -> bool:
        """Return whether pandoc makes ids of headings, which the source does not have."""
        return self.name not in ("docbook", "rtf", "fb2", "epub", "typst", "djot", "json", "native")


FORMATS: tuple[Reading, ...] = (
    Reading(
        "markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "text/markdown",
        "Markdown: CommonMark with pandoc's extensions",
        spec="commonmark_x-smart",
    ),
    Reading("commonmark_x", (), "text/markdown", "the same, by pandoc's name", spec="commonmark_x-smart"),
    Reading("commonmark", (), "text/markdown", "CommonMark"),
    Reading("gfm", (), "text/markdown", "GitHub's Markdown"),
    Reading("odt", (".odt", ".ott"), "application/vnd.oasis.opendocument.text", "OpenDocument text", "odt"),
    Reading("epub", (".epub",), "application/epub+zip", "EPUB: an electronic book", "epub"),
    Reading("rtf", (".rtf",), "application/rtf", "Rich Text Format", "rtf"),
    Reading("fb2", (".fb2",), "application/x-fictionbook+xml", "FictionBook 2", "xml"),
    Reading("docbook", (".dbk", ".docbook", ".xml"), "application/docbook+xml", "DocBook 4 and 5", "xml"),
    Reading("jats", (".jats", ".nxml", ".xml"), "application/jats+xml", "JATS: journal articles", "xml"),
    Reading("ipynb", (".ipynb",), "application/x-ipynb+json", "Jupyter notebooks", "json"),
    Reading("rst", (".rst", ".rest"), "text/prs.fallenstein.rst", "reStructuredText"),
    Reading("org", (".org",), "text/org", "Emacs Org", spec="org-special_strings"),
    Reading("latex", (".tex", ".latex", ".ltx"), "application/x-latex", "LaTeX", spec="latex+raw_tex"),
    Reading("typst", (".typ",), "text/x-typst", "Typst", spec="typst-smart"),
    Reading("asciidoc", (".adoc", ".asciidoc"), "text/asciidoc", "AsciiDoc"),
    Reading("mediawiki", (".wiki", ".mediawiki"), "text/x-mediawiki", "MediaWiki markup, as in Wikipedia"),
    Reading("textile", (".textile",), "text/x-textile", "Textile", spec="textile-smart-old_dashes"),
    Reading("dokuwiki", (".dokuwiki",), "text/x-dokuwiki", "DokuWiki markup"),
    Reading("creole", (".creole",), "text/x-creole", "Creole wiki markup"),
    Reading("jira", (".jira",), "text/x-jira", "Jira and Confluence markup"),
    Reading("muse", (".muse",), "text/x-muse", "Emacs Muse"),
    Reading("djot", (".dj", ".djot"), "text/x-djot", "Djot"),
    Reading("opml", (".opml",), "text/x-opml+xml", "OPML outlines", "xml"),
    Reading("man", (".man",), "text/troff", "manual pages in roff"),
    Reading("t2t", (".t2t",), "text/x-txt2tags", "txt2tags"),
    Reading("json", (), "application/vnd.pandoc+json", "pandoc's own syntax tree", "json"),
    Reading("native", (".native",), "text/x-pandoc-native", "pandoc's own syntax tree, as Haskell"),
)
"""What is read, those that news comes in first."""


def find_reading(name: str) -> Reading:
    """Return the row of a format that is read. Raises KeyError."""
    return {one.name: one for one in FORMATS}[name]


class Writing(Value):
    """How pandoc writes a format, and what of an article gets there."""

    name: str
    extension: str
    media_type: str
    title: str
    shows: str = ""
    """What its template prints of the head: `title subtitle author abstract`. The rest is put into the body."""
    states: str = ""
    """What its template states as data: `title author date keywords subject rights publisher identifier lang`;
    `modified` for the day of the last change in place of that of publication."""
    spec: str = ""
    """Pandoc's name with its extensions; empty: the name."""
    embeds: bool = False
    """Whether pictures are in the file; elsewhere it names them."""
    beside: str = ""
    """Whose captions pandoc would drop, and so stand as paragraphs of their own: `figure table`."""
    lacks: str = ""
    """What its standard has not and pandoc writes all the same: `Underline`, the `start` of a list, the `foot` of a
    table, which are words, a list from 1 and rows of the body."""
    flat: bool = False
    """Whether pandoc would drop tables, so that their rows are lines of a paragraph."""
    local: bool = False
    """Whether who works on it shows pictures from files only, and stumbles over addresses."""
    carries: Literal["words", "head", "tree", "reference"] = "words"
    """`head`: the whole head too, as a block of data; `tree`: all of the article; `reference`: what a list of
    references says of it, and no body."""
    capitals: int = 0
    """The level of headings that pandoc writes in capitals, whatever they say: from there on all go a level down."""
    like: str = ""
    """The format whose signs it has, where that is another one: what would act in it is held in the same way."""
    first: Literal["", "headline", "label"] = ""
    """What opens the body where nothing may stand before it: the headline; `label`: where there is none, the label."""
    slides: bool = False
    """Whether it is slides: headings begin one, and a slide that would be too full goes on as another."""
    page: Literal["", "own", "pandoc"] = ""
    """Of what a browser shows: a page of ours around what pandoc makes, without its scripts; or pandoc's own."""
    arguments: tuple[str, ...] = ()
    """What pandoc is told beside the name."""
    below_title: str = ""
    """What its template prints of the head only where there is a title; without one it is put into the body."""

    @property
    def signs(self) -> str:
        """Return the name of the format whose signs it has."""
        return self.like or self.name


_ALL = "title subtitle author abstract"
_BELOW = "subtitle author abstract"
_PAPER = "title subtitle abstract"
_DATA = "date keywords subject rights publisher identifier lang"
_BOOK = "date subject rights publisher identifier lang"
_PAGE = "date keywords lang"

WRITTEN: tuple[Writing, ...] = (
    Writing(
        "commonmark_x",
        ".commonmark_x.md",
        "text/markdown",
        "CommonMark with pandoc's extensions, the head in YAML",
        _ALL,
        _DATA,
        spec="commonmark_x-smart",
        carries="head",
    ),
    Writing("gfm", ".gfm.md", "text/markdown", "GitHub's Markdown, the head in YAML", _ALL, _DATA, carries="head"),
    Writing("commonmark", ".commonmark.md", "text/markdown", "CommonMark"),
    Writing("markdown_mmd", ".markdown_mmd.md", "text/markdown", "MultiMarkdown", _ALL, _DATA, beside="figure"),
    Writing("markdown_phpextra", ".markdown_phpextra.md", "text/markdown", "PHP Markdown Extra"),
    Writing("markdown_github", ".markdown_github.md", "text/markdown", "the Markdown that GitHub once had"),
    Writing("markdown_strict", ".markdown_strict.md", "text/markdown", "the first Markdown"),
    Writing("markua", ".markua.md", "text/markdown", "Markua"),
    Writing(
        "odt",
        ".odt",
        "application/vnd.oasis.opendocument.text",
        "OpenDocument text",
        "title subtitle author",
        "date keywords rights publisher identifier lang",
        embeds=True,
    ),
    Writing(
        "opendocument",
        ".opendocument.xml",
        "application/xml",
        "the content part of OpenDocument text",
        "title subtitle author",
    ),
    Writing("rtf", ".rtf", "application/rtf", "Rich Text Format", "title author", embeds=True),
    Writing("epub3", ".epub3.epub", "application/epub+zip", "EPUB 3", _ALL, _BOOK, embeds=True, below_title=_BELOW),
    Writing(
        "epub2",
        ".epub2.epub",
        "application/epub+zip",
        "EPUB 2",
        _ALL,
        _BOOK,
        lacks="Underline start foot",
        embeds=True,
        below_title=_BELOW,
    ),
    Writing(
        "html5",
        ".html5.html",
        "text/html",
        "HTML as pandoc sets it",
        _ALL,
        _PAGE,
        embeds=True,
        page="pandoc",
        below_title=_BELOW,
    ),
    Writing(
        "html4",
        ".html4.html",
        "text/html",
        "XHTML 1.0 Transitional",
        _ALL,
        _PAGE,
        lacks="foot",
        embeds=True,
        page="pandoc",
        below_title=_BELOW,
    ),
    Writing(
        "chunkedhtml",
        ".chunkedhtml.zip",
        "application/zip",
        "HTML: a page for each section, and one that leads to them",
        _ALL,
        _PAGE,
        embeds=True,
        page="pandoc",
        arguments=("--chunk-template=%n.html",),  # Its names are titles otherwise, of any length and script.
        below_title=_BELOW,
    ),
    Writing(
        "fb2",
        ".fb2",
        "application/x-fictionbook+xml",
        "FictionBook 2",
        "title author abstract",
        embeds=True,
        beside="figure",
    ),
    Writing("icml", ".icml", "application/vnd.adobe.indesign-icml+xml", "InDesign's ICML", local=True),
    Writing("docbook", ".docbook.xml", "application/docbook+xml", "DocBook 5", "title subtitle", "author date lang"),
    Writing("docbook4", ".docbook4.xml", "application/docbook+xml", "DocBook 4", "title", "author date"),
    Writing("docbook5", ".docbook5.xml", "application/docbook+xml", "DocBook 5", "title subtitle", "author date lang"),
    Writing(
        "jats_archiving",
        ".jats_archiving.xml",
        "application/jats+xml",
        "JATS for archives",
        _PAPER,
        "author date",
        below_title="subtitle",
    ),
    Writing(
        "jats_publishing",
        ".jats_publishing.xml",
        "application/jats+xml",
        "JATS for publishers",
        _PAPER,
        "date",
        below_title="subtitle",
    ),
    Writing(
        "jats_articleauthoring",
        ".jats_articleauthoring.xml",
        "application/jats+xml",
        "JATS for authors",
        _PAPER,
        "author",
        below_title="subtitle",
    ),
    Writing(
        "tei", ".tei.xml", "application/tei+xml", "TEI Simple", "title", "author date publisher lang", beside="table"
    ),
    Writing(
        "latex",
        ".tex",
        "application/x-latex",
        "LaTeX",
        _ALL,
        "date keywords subject lang",
        spec="latex-smart",
        local=True,
        below_title=_BELOW,
    ),
    Writing(
        "context",
        ".context.tex",
        "application/x-tex",
        "ConTeXt",
        _ALL,
        "date keywords",
        spec="context-smart",
        local=True,
        below_title=_BELOW,
    ),
    Writing(
        "beamer",
        ".beamer.tex",
        "application/x-latex",
        "slides in LaTeX",
        "title subtitle author",
        "date keywords subject lang",
        spec="beamer-smart",
        local=True,
        slides=True,
        below_title="subtitle author",
    ),
    Writing(
        "pptx",
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "PowerPoint slides",
        "title subtitle author",
        "date keywords",
        embeds=True,
        beside="figure",
        slides=True,
    ),
    *(
        Writing(
            name,
            f".{name}.html",
            "text/html",
            f"slides as {title} has them",
            embeds=True,
            first="headline",
            slides=True,
            page="own",
        )
        for name, title in (
            ("revealjs", "reveal.js"),
            ("slidy", "Slidy"),
            ("slideous", "Slideous"),
            ("s5", "S5"),
            ("dzslides", "DZSlides"),
        )
    ),
    Writing(
        "typst",
        ".typ",
        "text/x-typst",
        "Typst",
        _ALL,
        "date lang",
        spec="typst-smart",
        local=True,
        below_title="subtitle",
    ),
    Writing("texinfo", ".texi", "application/x-texinfo", "GNU Texinfo", "title author", "date", local=True),
    Writing("ms", ".ms", "text/troff", "roff with the ms macros", "title author abstract", "date", local=True),
    Writing("man", ".man", "text/troff", "a manual page", "title author"),
    Writing("rst", ".rst", "text/prs.fallenstein.rst", "reStructuredText", _ALL, "date", below_title=_BELOW),
    Writing("org", ".org", "text/org", "Emacs Org", "title author abstract", "date", spec="org-smart-special_strings"),
    Writing("asciidoc", ".adoc", "text/asciidoc", "AsciiDoc", "title author abstract", "date keywords lang"),
    Writing(
        "asciidoc_legacy",
        ".asciidoc_legacy.adoc",
        "text/asciidoc",
        "AsciiDoc for asciidoc-py",
        "title author abstract",
        "date keywords lang",
    ),
    Writing(
        "asciidoctor",
        ".asciidoctor.adoc",
        "text/asciidoc",
        "AsciiDoc, by its program's name",
        "title author abstract",
        "date keywords lang",
        spec="asciidoc",
        like="asciidoc",
    ),
    Writing("mediawiki", ".wiki", "text/x-mediawiki", "MediaWiki markup, as in Wikipedia", beside="figure"),
    Writing("dokuwiki", ".dokuwiki", "text/x-dokuwiki", "DokuWiki markup"),
    Writing("zimwiki", ".zimwiki", "text/x-zim-wiki", "ZimWiki markup"),
    Writing("xwiki", ".xwiki", "text/x-xwiki", "XWiki markup", beside="figure table"),
    Writing("jira", ".jira", "text/x-jira", "Jira and Confluence markup", beside="figure table"),
    Writing("textile", ".textile", "text/x-textile", "Textile", spec="textile-smart"),
    Writing("bbcode", ".bbcode", "text/x-bbcode", "BBCode, for forums"),
    *(
        Writing(f"bbcode_{name}", f".{name}.bbcode", "text/x-bbcode", f"BBCode for {title}", flat=flat, like="bbcode")
        for name, title, flat in (
            ("fluxbb", "FluxBB", True),
            ("hubzilla", "Hubzilla", False),
            ("phpbb", "phpBB", True),
            ("steam", "Steam", False),
            ("xenforo", "XenForo", False),
        )
    ),
    Writing("djot", ".dj", "text/x-djot", "Djot", "title author", "date"),
    Writing("muse", ".muse", "text/x-muse", "Emacs Muse", "title subtitle author", "date"),
    Writing("haddock", ".haddock", "text/x-haddock", "Haddock markup"),
    Writing("ipynb", ".ipynb", "application/x-ipynb+json", "a Jupyter notebook"),
    Writing(
        "opml",
        ".opml",
        "text/x-opml+xml",
        "an OPML outline",
        "author",
        "title modified",
        first="label",
        like="markdown",
    ),
    Writing(
        "vimdoc", ".vimdoc.txt", "text/x-vimdoc", "Vim's help", "title author", beside="figure", flat=True, capitals=3
    ),
    Writing(
        "ansi",
        ".ansi.txt",
        "text/plain; charset=utf-8",
        "text for a terminal",
        "title subtitle author",
        "date",
        capitals=1,
    ),
    Writing("plain", ".plain.txt", "text/plain; charset=utf-8", "plain text as pandoc sets it", "title author", "date"),
    Writing(
        "json", ".pandoc.json", "application/vnd.pandoc+json", "pandoc's own syntax tree", _ALL, _DATA, carries="tree"
    ),
    Writing("native", ".native", "text/x-pandoc-native", "the same tree, as Haskell", _ALL, _DATA, carries="tree"),
    Writing(
        "csljson",
        ".csl.json",
        "application/vnd.citationstyles.csl+json",
        "a reference to it, in CSL",
        carries="reference",
    ),
    Writing(
        "biblatex", ".biblatex.bib", "application/x-bibtex", "a reference to it, for BibLaTeX", carries="reference"
    ),
    Writing("bibtex", ".bib", "application/x-bibtex", "a reference to it, for BibTeX", carries="reference"),
)
"""What is written, those that news goes out in first."""


DAYS_ONLY = ("epub3", "epub2", "opml")
"""The formats whose date pandoc writes only when it is a day."""


def find_writing(name: str) -> Writing:
    """Return the row of a format that is written. Raises KeyError."""
    return {one.name: one for one in WRITTEN}[name]


def _reader(one: Reading) -> ReaderRecord:
    charset = one.kind == "text"
    return ReaderRecord(
        name=one.name,
        extensions=one.extensions,
        media_type=one.media_type,
        function=f"converter.readers.pandoc:read_{one.name}",
        description=one.title,
        options="converter.readers.pandoc.options:CharsetOptions" if charset else "converter.formats.records:NoOptions",
        sniff=f"converter.readers.pandoc.sniff:sniff_{one.name}",
        decode=f"converter.readers.pandoc:decode_{one.name}",
        extra="pandoc",
    )


def _writer(one: Writing) -> WriterRecord:
    return WriterRecord(
        name=one.name,
        extension=one.extension,
        media_type=one.media_type,
        function=f"converter.writers.pandoc:write_{one.name}",
        description=one.title,
        losses=f"converter.writers.pandoc.losses:{one.name}",
        extra="pandoc",
    )


READERS: tuple[ReaderRecord, ...] = tuple(map(_reader, FORMATS))
WRITERS: tuple[WriterRecord, ...] = tuple(map(_writer, WRITTEN))
