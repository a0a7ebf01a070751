"""What both kinds of feed say of an entry, gathered field by field."""

from __future__ import annotations

import re

from converter.model.block import Figure, MediaReference, Paragraph
from converter.model.checks import matches
from converter.model.head import AltId, Date, Headline, Keyword, Party, Rights, Subject
from converter.model.inline import inlines
from converter.newsformats.kept import Kept
from converter.newsformats.rendered import fragment, paragraphs
from converter.readers.feed.wordpress import with_paragraphs
from converter.render.html_read import Hypertext, as_count
from converter.render.whitespace import one_spaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lxml.etree import _Element

    from converter.formats.records import Context
    from converter.model.block import Block, Blocks

_MARKUP = re.compile(r"<(?:p|div|br|img|a|em|strong|b|i|h[1-6]|ul|ol|figure|blockquote)\b[^>]*>|&(?:#\d+|\w+);")


class Entry:
    """One entry on its way to an article."""

    def __init__(self, context: Context, lang: str | None) -> None:
        self.context = context
        self.kept = Kept("feed")
        self.lang = lang
        self.guid: str | None = None
        self.status: Any = "usable"
        self.headlines: list[Headline] = []
        self.abstract: Blocks = ()
        self.body: Blocks = ()
        self.parties: list[Party] = []
        self.rights: list[Rights] = []
        self.dates: list[Date] = []
        self.subjects: list[Subject] = []
        self.keywords: list[Keyword] = []
        self.altids: list[AltId] = []
        self.media: list[Block] = []
        self._hypertext = Hypertext(context, lang=lang)

    def html(self, markup: str, *, is_post: bool = False) -> Blocks:
        """Return the blocks of a text that may be HTML: words without any markup are paragraphs.

        `is_post`: it is as WordPress keeps it, with paragraphs as they were typed.
        """
        if not _MARKUP.search(markup):
            return paragraphs(markup)
        if is_post:
            markup = with_paragraphs(markup)
        return self._hypertext.blocks(fragment(markup, self.context, is_xml=False))

    def xhtml(self, element: _Element) -> Blocks:
        """Return the blocks of an element that holds XHTML."""
        return self._hypertext.blocks(element)

    def headline(self, blocks: Blocks) -> None:
        """Take the entry's title."""
        words = [item for block in blocks if isinstance(block, Paragraph) for item in block.content]
        if words:
            self.headlines.append(Headline(inlines(*words)))

    def named(self, address: str, *, permanent: bool = True) -> None:
        """Take an identifier: the first address is the guid, any other one is kept beside it."""
        address = one_spaced(address)
        if not address:
            return
        if self.guid is None and permanent and matches("absolute IRI", address):
            self.guid = address
        elif address != self.guid and address not in {altid.value for altid in self.altids}:
            self.altids.append(AltId(address))

    def date(self, kind: Any, value: str | None, path: str, said: str) -> None:
        """Take a date, the first of its kind; one that is none is kept as it stands."""
        if value is None or any(each.kind == kind for each in self.dates):
            self.kept.say(path, one_spaced(said))
        else:
            self.dates.append(Date(kind, value))

    def medium(self, address: str | None, kind: str | None, size: str | None = None, caption: str = "") -> bool:
        """Take a picture or clip; return whether it is one."""
        kind = (kind or "").strip()
        if not address or kind.partition("/")[0] not in ("image", "audio", "video"):
            return False
        reference = MediaReference(address.strip(), kind if matches("token", kind) else None, size_bytes=as_count(size))
        self.media.append(Figure((reference,), inlines(one_spaced(caption))))
        return True
