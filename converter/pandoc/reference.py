"""A story as an entry of a list of references: what pandoc writes as CSL JSON, BibTeX and BibLaTeX.

The fields are those of the Citation Style Language 1.0.2, appendices III and
IV, for `article-newspaper`. A list of references says what a story is called
and where it stands; it has no place for the story.
"""

from __future__ import annotations

import re
import unicodedata

from converter.model.words import has_words, plain_text
from converter.pandoc.tree import attr, node, span
from converter.render import masthead
from converter.render.links import live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.pandoc.into_tree import Composer
    from converter.pandoc.tree import Node, Nodes

_LONGEST_KEY = 40


def reference_of(article: Article, composer: Composer, context: Context, name: str) -> dict[str, Node]:
    """Return the metadata of a document that holds the story as its only reference."""
    head = article.head
    address = live(article.guid) if article.guid and re.match(r"https?://", article.guid) else None
    values = {
        "id": _key(article),
        "type": "article-newspaper",
        "issued": _issued(article, context, name),
        "container-title": masthead.provider(article),
        "URL": address,
        "number": None if address else article.guid,
        "version": str(article.version) if article.version > 1 else None,
        "language": article.lang,
        "dateline": _words(head.dateline.content) if head.dateline else None,
        "abstract": _words(head.abstract) if head.abstract else None,
        "keyword": ", ".join(each.text for each in head.keywords),
        "genre": ", ".join(each.name for each in head.genres),
        "source": ", ".join(each.name for each in head.parties_in("source")),
        "note": ". ".join(masthead.warnings(article)),
    }
    said = {key: node("MetaString", value) for key, value in values.items() if value}
    main = head.headline()
    if main is not None and has_words(main.content):
        said["title"] = _title(composer.inlines(main.content))
    short = head.headline("short")
    if short is not None:
        said["title-short"] = _title(composer.inlines(short.content))
    if people := _people(article):
        said["author"] = node("MetaList", [node("MetaMap", {"literal": node("MetaString", one)}) for one in people])
    return {"references": node("MetaList", [node("MetaMap", said)])}


def _title(words: Nodes) -> Node:
    """Return a title whose letters stay as large and as small as they are; BibTeX would have others."""
    return node("MetaInlines", [span(attr(None, ["nocase"]), words)])


def _people(article: Article) -> list[str]:
    """Return the names of who made the story: the parties, else those in the bylines, else the bylines."""
    named = [party.name for party in article.head.parties_in("creator") if party.name.strip()]
    if named:
        return named
    found = []
    for byline in article.head.bylines:
        words = plain_text(byline.content)
        spans = masthead.name_spans(article, words)
        found += [words[first:last].strip() for first, last in spans] or [" ".join(words.split())]
    return [each for each in found if each]


def _issued(article: Article, context: Context, name: str) -> str | None:
    """Return the day of publication, as far as it is known."""
    published = article.head.date("published")
    if published is None or published.value is None:
        return None
    if published.value.startswith("--"):
        where, value = "head/date.published", published.value
        context.notice("value-not-carried", where, field="Date.value", value=value, writer=name)
        return None
    day = published.value.partition("T")[0]
    if day != published.value:
        context.notice("date-shortened", "head/date.published", value=published.value, written=day)
    return day


def _key(article: Article) -> str:
    """Return what a text calls the story by: the words of its label in plain letters, `harbour-bridge-reopens`."""
    from converter.render.display_title import label

    plain = unicodedata.normalize("NFKD", label(article)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len("-".join(words)) > _LONGEST_KEY and len(words) > 1:
        words.pop()
    return "-".join(words)[:_LONGEST_KEY] or "story"


def _words(value: object) -> str:
    return " ".join(plain_text(value).split())
