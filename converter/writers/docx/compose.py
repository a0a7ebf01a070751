"""The story in order: head, body, notes, what stands around them, package."""

from __future__ import annotations

import re
from functools import cache

from converter.io.hash import of_words
from converter.io.utf8 import beyond_ascii
from converter.io.zip_write import packed
from converter.model import canonical
from converter.model.style import NEWS
from converter.model.words import plain_text
from converter.render import masthead
from converter.render.display_title import titled
from converter.writers.docx import page, properties, styles
from converter.writers.docx.blocks import blocks, ended
from converter.writers.docx.inlines import DEEPEST, Setting, runs
from converter.writers.docx.markup import run
from converter.writers.docx.package import ALIKE, Part, Relationships, content_types
from converter.writers.docx.paragraphs import Form, Place, direction_of, framed, paragraph
from converter.writers.docx.story import HEADLINE_KINDS, UNKNOWN_LANGUAGE, Story

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Byline
    from converter.writers.docx.options import DocxOptions

_WORDS = r"<w:t(?: [^>]*)?>([^<]*)</w:t>"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_HEADLINE_STYLES = {"kicker": "Kicker", "main": "Title", "sub": "Subtitle"}
_STANDFIRST = Place("Standfirst", "Standfirst")
_MOST_RUNNING_TITLE = 60
"""Characters that stand beside the date in one line."""


def compose(article: Article, options: DocxOptions, context: Context) -> bytes:
    """Return the DOCX of the article."""
    content = canonical.serialise(article)
    style = context.style or NEWS
    story = Story(
        article,
        style,
        page.sheet_of(style.page, options.paper),
        context,
        has_right_to_left=_has_right_to_left(content),
    )
    title = titled(article, context, "docx")
    body = _head(story) + _body(story) + (_source_lines(story) if options.source_line else "") + ended(story)
    relationships = story.relationships
    footnotes = _footnotes(story)
    if story.flattened_count:
        context.notice("nesting-flattened", what="blocks or marks", depth=DEEPEST, writer="docx")
    around, references = _around(story, relationships)
    headline = article.head.headline()
    words = len(plain_text(headline.content).split()) if headline else 0
    lang = story.language(article.lang or UNKNOWN_LANGUAGE)
    for kind in ("styles", "settings", "fontTable", "numbering"):
        relationships.add(kind, f"{kind}.xml")
    relationships.add("theme", "theme/theme1.xml")
    if footnotes:
        relationships.add("footnotes", "footnotes.xml")
    relationships.add("customXml", "../customXml/item1.xml")
    section = page.section(story.sheet, references, from_right=article.dir == "rtl")
    document = f"{page.DECLARATION}<w:document {page.NAMESPACES}><w:body>{body}{section}</w:body></w:document>"

    parts = [
        Part("_rels/.rels", _package_relationships()),
        Part("docProps/core.xml", properties.core(article, title).encode(), _CORE_TYPE),
        Part(
            "docProps/app.xml",
            properties.application(article, context.record).encode(),
            f"{_OFFICE}extended-properties+xml",
        ),
        Part(
            "docProps/custom.xml",
            properties.custom(canonical.digest(content), of_words(_shown(document, footnotes))).encode(),
            f"{_OFFICE}custom-properties+xml",
        ),
        _word_part("document", document, "document.main"),
        Part("word/_rels/document.xml.rels", relationships.part().encode()),
        _word_part("styles", styles.styles_part(style, story.sheet, lang=lang, headline_words=words)),
        _word_part("settings", styles.template("settings.xml") if footnotes else _without_footnotes()),
        _word_part("fontTable", styles.font_table(style)),
        Part("word/theme/theme1.xml", styles.theme(style), f"{_OFFICE}theme+xml"),
        _numbering(story),
        *footnotes,
        *around,
        *(Part(f"word/{name}", picture) for name, picture in story.pictures.values()),
        Part("customXml/item1.xml", content),
        Part("customXml/_rels/item1.xml.rels", _item_relationships()),
        Part(
            "customXml/itemProps1.xml",
            properties.item_properties(canonical.NAMESPACE).encode(),
            f"{_OFFICE}customXmlProperties+xml",
        ),
    ]
    return packed(((part.name, part.content) for part in (content_types(parts), *parts)), alike=ALIKE)


_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def _word_part(name: str, xml: str | bytes, kind: str = "") -> Part:
    content = xml if isinstance(xml, bytes) else xml.encode()
    return Part(f"word/{name}.xml", content, f"{_WORD}{kind or name}+xml")


def _has_right_to_left(content: bytes) -> bool:
    """Return whether the article says a direction from the right, or has any letter of one."""
    if b'dir="rtl"' in content:
        return True
    beyond = beyond_ascii(content)
    if not beyond:
        return False
    from converter.writers.docx.direction import has_right_to_left

    return has_right_to_left(beyond)


# ── Head ────────────────────────────────────────────────────────────────────


def _head(story: Story) -> str:
    head = story.article.head
    out = [_ours(story, "Status", words) for words in masthead.warnings(story.article)]
    for kind in HEADLINE_KINDS:
        for headline in head.headlines:
            if headline.kind == kind and headline.content:
                out.append(paragraph(story, Form(_HEADLINE_STYLES[kind]), headline.content))
    if head.abstract is not None:
        out.append(blocks(story, head.abstract.blocks, _STANDFIRST) + ended(story))
    out += [_byline(story, byline) for byline in head.bylines]
    return "".join(out)


def _byline(story: Story, byline: Byline) -> str:
    """Return the byline, its names in bold and what follows them in grey, if it is one text, as nearly all are."""
    words = byline.content[0] if len(byline.content) == 1 else None
    if not isinstance(words, str):
        return paragraph(story, Form("Byline"), byline.content)
    direction = direction_of(story, byline.content, Place())
    setting = Setting(direction)
    named = {"rStyle": '<w:rStyle w:val="BylineName"/>'}
    inside = ""
    at = 0
    for start, end in masthead.name_spans(story.article, words):
        inside += runs(story, (words[at:start],), {}, setting) if start > at else ""
        inside += runs(story, (words[start:end],), named, setting)
        at = end
    after = {"rStyle": '<w:rStyle w:val="BylinePlace"/>'} if at else {}
    inside += runs(story, (words[at:],), after, setting) if at < len(words) else ""
    return framed(story, Form("Byline"), inside, direction=direction)


# ── Body ────────────────────────────────────────────────────────────────────


def _body(story: Story) -> str:
    return blocks(story, story.article.body, opening=_dateline(story))


def _dateline(story: Story) -> str:
    """Return the dateline's runs and the space that parts them from the story."""
    dateline = story.article.head.dateline
    if dateline is None or not dateline.content:
        return ""
    letters = {"rStyle": '<w:rStyle w:val="Dateline"/>'}
    setting = Setting(direction_of(story, dateline.content, Place()))
    inside = runs(story, dateline.content, letters, setting)
    return inside if plain_text(dateline.content)[-1:].isspace() else inside + run(" ")


# ── After the story ─────────────────────────────────────────────────────────


def _source_lines(story: Story) -> str:
    """Return the rights, and where the story came from, in our own words."""
    lines = [
        paragraph(story, Form("SourceLine"), rights.content, Place(lang=rights.lang))
        for rights in story.article.head.rights
        if rights.kind in ("notice", "usage") and rights.content
    ]
    if origin := masthead.origin(story.article):
        lines.append(_ours(story, "SourceLine", origin))
    return framed(story, Form("SourceRule"), "") + "".join(lines) if lines else ""


def _ours(story: Story, style: str, words: str) -> str:
    """Return a paragraph of our own English words, marked as such in an article of another language."""
    place = Place() if masthead.is_english(story.article) else Place(lang="en", dir="ltr")
    return paragraph(story, Form(style), (words,), place)


# ── Around it ───────────────────────────────────────────────────────────────


def _footnotes(story: Story) -> list[Part]:
    """Return the footnotes and their relationships, or nothing when there are none."""
    if not story.footnotes:
        return []
    from converter.writers.docx.notes import footnotes_part, opening

    story.relationships = Relationships()
    story.in_footnote = True
    place = Place("FootnoteText", "FootnoteText")
    written = []
    for mark, note in story.footnotes.values():
        inner = place.inside(note)
        written.append(blocks(story, note.blocks, inner, opening=opening(story, mark, note)) + ended(story))
    parts = [_word_part("footnotes", footnotes_part(written))]
    if story.relationships:
        parts.append(Part("word/_rels/footnotes.xml.rels", story.relationships.part().encode()))
    return parts


def _shown(document: str, footnotes: list[Part]) -> str:
    """Return the words of the document and its footnotes, as a reader takes them out of `w:t` again."""
    text = "".join(re.findall(_WORDS, document))
    for part in footnotes[:1]:
        text += "".join(re.findall(_WORDS, part.content.decode()))
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _without_footnotes() -> str:
    """Return the settings without the separators of footnotes, which are in a part that a story may not have."""
    before, _, rest = styles.template("settings.xml").partition("<w:footnotePr>")
    return before + rest.partition("</w:footnotePr>")[2]


def _numbering(story: Story) -> Part:
    from converter.writers.docx.numbering import numbering_part

    return _word_part("numbering", numbering_part(story.numbered_lists))


def _around(story: Story, relationships: Relationships) -> tuple[list[Part], str]:
    """Return headers and footers, and the section's references to them.

    The first page has the masthead, the others a running head; what has nothing to say is left out.
    """
    article = story.article
    from_right = article.dir == "rtl"
    first = second = ""
    provider, day = masthead.provider(article), masthead.day(article, weekday=True)
    if provider or day:
        first = page.header("Masthead", provider, day, from_right=from_right)
    title = _shortened(masthead.running_title(article))
    if title or day:
        second = page.header("Header", title, masthead.day(article), from_right=from_right)
        first = first or page.blank_header()
    footer = page.footer(masthead.identity(article), from_right=from_right)
    parts: list[Part] = []
    references = ""
    for element, kind, xml in (
        ("header", "default", second),
        ("header", "first", first),
        ("footer", "default", footer),
        ("footer", "first", footer),
    ):
        if xml:
            name = f"{element}{1 + sum(part.name.startswith(f'word/{element}') for part in parts)}"
            parts.append(_word_part(name, xml, element))
            reference = relationships.add(element, f"{name}.xml")
            references += f'<w:{element}Reference w:type="{kind}" r:id="{reference}"/>'
    return parts, references


def _shortened(title: str) -> str:
    """Return the title cut at a word where it is too long for one line."""
    if len(title) <= _MOST_RUNNING_TITLE:
        return title
    return title[:_MOST_RUNNING_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


@cache
def _package_relationships() -> bytes:
    relationships = Relationships()
    relationships.add("officeDocument", "word/document.xml")
    relationships.add(_CORE, "docProps/core.xml")
    relationships.add("extended-properties", "docProps/app.xml")
    relationships.add("custom-properties", "docProps/custom.xml")
    return relationships.part().encode()


@cache
def _item_relationships() -> bytes:
    relationships = Relationships()
    relationships.add("customXmlProps", "itemProps1.xml")
    return relationships.part().encode()
