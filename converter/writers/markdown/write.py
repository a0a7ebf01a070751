"""The file in order: front matter, warnings, headlines, story, footnotes."""

from __future__ import annotations

from converter import model
from converter.model.block import Note
from converter.model.head import HEAD_KINDS
from converter.model.inline import Link, Ref
from converter.model.traversal import walk
from converter.model.words import has_words
from converter.newsformats.words import marks_in
from converter.render import masthead
from converter.render.display_title import titled
from converter.render.visible_text import opening_paragraph
from converter.writers.markdown.blocks import Body
from converter.writers.markdown.front import front_matter
from converter.writers.markdown.inlines import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.writers.markdown.options import MarkdownOptions


def write(article: Article, options: MarkdownOptions, context: Context) -> bytes:
    """Return the Markdown: UTF-8, LF, a line end at the end; the same bytes for the same article and options."""
    from converter.formats.records import Context as Unheard

    # Which footnotes stand at the end is known when every pointer has been written: once for that, once for good.
    labels: dict[str, str] = {}
    _Story(article, options, Unheard(context.source), labels).parts()
    story = _Story(article, options, context, labels)
    parts = story.parts()
    if options.front_matter:
        parts.insert(0, front_matter(article, titled(article, context, "markdown"), context))
    story.tell(context)
    return ("\n\n".join("\n".join(part) for part in parts) + "\n").encode()


class _Story:
    def __init__(self, article: Article, options: MarkdownOptions, context: Context, labels: dict[str, str]) -> None:
        self._article = article
        self._options = options
        notes = [value for value in walk(article.body) if isinstance(value, Note)]
        footnotes = frozenset(note.id for note in notes if note.id and note.kind == "footnote")
        pointed_at = {value.target for value in walk(article) if isinstance(value, Ref)}
        pointed_at |= {value.href[1:] for value in walk(article) if isinstance(value, Link) and value.href[:1] == "#"}
        self._text = Text(context, footnotes, labels, html=options.html)
        self._body = Body(article, self._text, context, pointed_at, html=options.html)

    def parts(self) -> list[list[str]]:
        """Return the blocks of the file, each a list of lines."""
        return [*self._warnings(), *self._headlines(), *self._story(), *self._body.definitions()]

    def tell(self, context: Context) -> None:
        """Say what was folded or replaced, once for the file."""
        lost = self._text.lost
        lost["mark"] += self._marks_in_front()
        if lost["mark"]:
            context.notice("markup-folded", count=lost["mark"], writer="markdown")
        if count := self._unsaid():
            context.notice("not-carried", "head", what="Head", count=count, writer="markdown")
        if lost["id"]:
            context.notice("not-carried", what="Block.id", count=lost["id"], writer="markdown")

    def _marks_in_front(self) -> int:
        """Return how many marks stand in what the front matter says in plain words."""
        head = self._article.head
        printed = ("kicker", "main", "sub") if self._options.headline else ()
        if not self._options.front_matter:
            return 0
        contents = [headline.content for headline in head.headlines if headline.kind not in printed]
        contents += [right.content for right in head.rights] + [note.content for note in head.ednotes]
        return sum(map(marks_in, contents))

    def _unsaid(self) -> int:
        """Return how many statements of the head stand nowhere."""
        if self._options.front_matter:
            return 0
        head = self._article.head
        printed = {*("bylines", "dateline", "abstract"), *(["headlines"] if self._options.headline else [])}
        unsaid = sum(headline.kind in ("short", "other") for headline in head.headlines) * self._options.headline
        for field in HEAD_KINDS:
            value = getattr(head, field)
            if field not in printed:
                unsaid += len(value) if isinstance(value, tuple) else value is not None
        return unsaid

    def _warnings(self) -> list[list[str]]:
        """Return what must not be missed before the story."""
        return [[f"**{words}**"] for words in masthead.warnings(self._article)]

    def _headlines(self) -> list[list[str]]:
        head, body = self._article.head, self._body
        made: list[list[str]] = []
        if self._options.headline:
            for kind in ("kicker", "main", "sub"):
                for number, headline in enumerate(head.headlines, 1):
                    if headline.kind != kind:
                        continue
                    where = f"head/headline {number}"
                    made += (
                        body.heading(1, headline.content, where)
                        if kind == "main"
                        else body.paragraph(headline.content, where)
                    )
        if head.abstract:
            made += body.blocks(head.abstract.blocks, "head/abstract")
        for number, byline in enumerate(head.bylines, 1):
            made += body.paragraph(byline.content, f"head/byline {number}")
        return made

    def _story(self) -> list[list[str]]:
        """Return the blocks of the story; the dateline runs into its first paragraph."""
        body = self._article.body
        dateline = self._article.head.dateline
        if dateline is None or not has_words(dateline.content):
            return self._body.blocks(body)
        at = opening_paragraph(body)
        if at is None:
            return [*self._body.paragraph(dateline.content, "head/dateline"), *self._body.blocks(body)]
        first = body[at]
        assert isinstance(first, model.Paragraph)
        run_in = first.replace(content=model.inlines(*dateline.content, " ", *first.content))
        return self._body.blocks((*body[:at], run_in, *body[at + 1 :]))
