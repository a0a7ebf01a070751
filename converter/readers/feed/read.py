"""The entry of a feed that holds one, and the article of it."""

from __future__ import annotations

from converter.core.errors import UnreadableInput
from converter.model.article import Article
from converter.model.head import Abstract, Head
from converter.model.words import plain_text
from converter.newsformats.feeds import ATOM, RDF, RSS1, entries_of
from converter.newsformats.sources import opened
from converter.readers.feed.atom import read_entry, read_feed
from converter.readers.feed.entry import Entry
from converter.readers.feed.rss import read_channel, read_item
from converter.text.annotate import told
from converter.text.language import detect_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context, NoOptions


def read(source: bytes, options: NoOptions, context: Context) -> Article:
    """Return the article of a feed with one entry.

    Raises UnreadableInput for what is no XML, no feed, or a feed of none or several.
    """
    root = opened(source, context)
    entries = entries_of(root)
    if len(entries) != 1:
        raise UnreadableInput(
            f"is a feed of {len(entries)} entries, not one" if entries else "is no feed with an entry",
            hint="convert FILE gives an output for each, converter.read_all an article" if entries else "",
        )
    entry = Entry(context, context.source.lang)
    if entries[0].tag == f"{{{ATOM}}}entry":
        if entries[0] is not root:
            read_feed(root, entry)
        read_entry(entries[0], entry)
    else:
        path = f"{{{RSS1}}}channel" if root.tag == f"{{{RDF}}}RDF" else "channel"
        channel = root.find(path)
        if channel is not None:
            read_channel(channel, entry)
        read_item(entries[0], entry)
    entry.kept.tell(context)
    article = Article(
        (*entry.body, *entry.media),
        Head(
            headlines=tuple(entry.headlines[:1]),
            abstract=Abstract(entry.abstract) if entry.abstract else None,
            parties=tuple(entry.parties),
            rights=tuple(entry.rights),
            dates=tuple(entry.dates),
            subjects=tuple(entry.subjects),
            keywords=tuple(entry.keywords),
            altids=tuple(entry.altids),
            properties=tuple(entry.kept.properties),
        ),
        guid=entry.guid,
        status=entry.status,
        lang=entry.lang,
    )
    return told(article.replace(lang=article.lang or detect_language(plain_text(article), context)))
