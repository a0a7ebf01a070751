"""`front`: the journal that published the story, and what is said of the story, in the order of JATS."""

from __future__ import annotations

import re

from converter.io.markup import element, empty, start, text
from converter.model.words import has_words, plain_text
from converter.render import masthead
from converter.render.display_title import titled
from converter.render.links import live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Date, Party
    from converter.writers.jats.body import Body
    from converter.writers.jats.inlines import Text

_ALTERNATIVE = ("kicker", "short", "other")
_RELATORS = {"creator": "author", "contributor": "contributor"}


class Front:
    """Writes what is said of one article."""

    def __init__(self, article: Article, lines_of: Text, body: Body, context: Context) -> None:
        self._article = article
        self._head = article.head
        self._text = lines_of
        self._body = body
        self._context = context

    def lines(self) -> Iterator[str]:
        """Yield the lines of `front`, without indentation of its own."""
        yield "<front>"
        yield from (f"  {line}" for line in self._journal())
        yield "  <article-meta>"
        yield from (f"    {line}" for line in self._story())
        yield "  </article-meta>"
        yield "</front>"

    def _journal(self) -> Iterator[str]:
        """Yield the journal: for a news story, its provider. JATS for archives demands no ISSN."""
        providers = [party for party in self._head.parties_in("provider") if party.name.strip()]
        for other in providers[1:]:
            self._lost("head/party", "Party.provider", other.name)
        for party in self._head.parties:
            if party.role not in _RELATORS:
                self._lost_of(party, ("job",) if party.role == "provider" else ("uri", "literal", "job"))
        if providers:
            first = providers[0]
            yield "<journal-meta>"
            yield f"  {element('journal-id', text(first.literal or first.name), ('journal-id-type', 'publisher-id'))}"
            yield f"  <journal-title-group>{element('journal-title', text(first.name))}</journal-title-group>"
            yield f"  <publisher>{element('publisher-name', text(first.name))}</publisher>"
            if address := self._address(first):
                yield f"  {empty('self-uri', ('xlink:href', address))}"
            yield "</journal-meta>"

    def _story(self) -> Iterator[str]:
        article, head = self._article, self._head
        if article.guid:
            yield element("article-id", text(article.guid), ("pub-id-type", "publisher-id"))
        for other in head.altids:
            yield element("article-id", text(other.value), ("pub-id-type", "other"), ("specific-use", other.scheme))
        yield from self._categories()
        yield from self._titles()
        yield from self._contributors()
        yield from self._dates()
        yield from self._permissions()
        yield from self._related()
        if head.abstract is not None:
            yield from self._around("abstract", self._body.paragraphs(head.abstract.blocks, "  ", "head/abstract"))
        yield from self._keywords()
        yield from self._others()

    def _categories(self) -> Iterator[str]:
        """Yield genres and subjects; vocabulary and term are JATS 1.2's `vocab` and `vocab-term`."""
        lines = []
        for kind, values in (("genre", self._head.genres), ("subject", self._head.subjects)):
            for value in values:
                known = (("vocab", value.scheme), ("vocab-term-identifier", value.code))
                subject = element("subject", text(value.name), *known)
                lines.append(f"  {element('subj-group', subject, ('subj-group-type', kind))}")
        yield from self._around("article-categories", lines)

    def _titles(self) -> Iterator[str]:
        """Yield the main headline, or where there is none the label."""
        main = self._head.headline()
        lines = []
        if main is not None and has_words(main.content):
            lines.append(element("article-title", self._text.marked(main.content, "head/headline.main")))
        else:
            lines.append(element("article-title", text(titled(self._article, self._context, "jats"))))
        others = [headline for headline in self._head.headlines if headline is not main]
        for headline in others:
            if headline.kind == "sub":
                lines.append(element("subtitle", self._text.marked(headline.content, "head/headline.sub")))
        for kind in ("main", *_ALTERNATIVE):
            for headline in others:
                if headline.kind == kind:
                    words = self._text.marked(headline.content, f"head/headline.{kind}")
                    lines.append(element("alt-title", words, ("alt-title-type", kind)))
        yield from self._around("title-group", [f"  {line}" for line in lines])

    def _contributors(self) -> Iterator[str]:
        """Yield who made the story: the parties, else the names in the bylines, which as printed open the body."""
        people = [party for party in self._head.parties if party.role in _RELATORS and party.name.strip()]
        lines = [f"  {self._person(party)}" for party in people]
        if not people:
            for byline in self._head.bylines:
                words = plain_text(byline.content)
                for first, last in masthead.name_spans(self._article, words):
                    lines.append(f"  {_contributor('author', words[first:last].strip())}")
        yield from self._around("contrib-group", lines)

    def _person(self, party: Party) -> str:
        address = self._address(party)
        more = element("role", text(party.job)) if party.job else ""
        more += element("uri", text(address), ("xlink:href", address)) if address else ""
        known = element("contrib-id", text(party.literal), ("contrib-id-type", "literal")) if party.literal else ""
        return _contributor(_RELATORS[party.role], party.name, known, more)

    def _lost_of(self, party: Party, fields: tuple[str, ...]) -> None:
        for field in fields:
            if value := getattr(party, field):
                self._lost("head/party", f"Party.{field}", value)

    def _address(self, party: Party) -> str | None:
        address = live(party.uri) if party.uri else None
        if party.uri and address is None:
            self._lost("head/party", "Party.uri", party.uri)
        return address

    def _dates(self) -> Iterator[str]:
        """Yield the days of publication, then the others as history; none without its year."""
        history = []
        for date in self._head.dates:
            found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", date.value) if date.value else None
            if found is None:
                if date.value is not None:
                    self._lost(f"head/date.{date.kind}", "Date.value", date.value)
                continue
            day = "".join(
                element(name, part)
                for name, part in (("day", found[3]), ("month", found[2]), ("year", found[1]))
                if part
            )
            if date.kind == "published":
                form = (("date-type", "pub"), ("publication-format", "electronic"))
                yield element("pub-date", day, *form, ("iso-8601-date", date.value))
            else:
                dated = element("date", day, ("date-type", date.kind), ("iso-8601-date", date.value))
                history.append(f"  {dated}")
        yield from self._around("history", history)

    def _permissions(self) -> Iterator[str]:
        lines = []
        rights = self._head.rights
        for right in rights:
            address = live(right.href) if right.href else None
            if right.href and (address is None or right.kind != "usage"):
                self._lost("head/rights", "Rights.href", right.href)
            if right.kind == "notice":
                lines.append(f"  {element('copyright-statement', self._text.plain(right.content))}")
        for party in self._head.parties_in("copyright-holder"):
            lines.append(f"  {element('copyright-holder', text(party.name))}")
        for right in rights:
            if right.kind == "usage":
                words = element("license-p", self._text.marked(right.content, "head/rights.usage"))
                lines.append(f"  {element('license', words, ('xlink:href', live(right.href) if right.href else None))}")
        yield from self._around("permissions", lines)

    def _related(self) -> Iterator[str]:
        for other in self._head.related:
            address = live(other.href) if other.href else None
            if other.href and address is None:
                self._lost("head/related", "Related.href", other.href)
            attributes = (("related-article-type", other.rel), ("ext-link-type", "uri"), ("xlink:href", address))
            yield element("related-article", text(other.title), *attributes)

    def _keywords(self) -> Iterator[str]:
        """Yield keywords, then the entities by their kind, with the names that mentions lead to."""
        keywords = [f"  {element('kwd', text(keyword.text))}" for keyword in self._head.keywords]
        yield from self._around("kwd-group", keywords, ("kwd-group-type", "author"))
        for kind in ("person", "organisation", "place", "event"):
            names = [entity for entity in self._head.entities if entity.kind == kind]
            lines = [f"  {element('kwd', text(entity.name), ('id', entity.id))}" for entity in names]
            yield from self._around("kwd-group", lines, ("kwd-group-type", kind))

    def _others(self) -> Iterator[str]:
        """Yield what JATS has no element for."""
        article, head = self._article, self._head
        said = [("version", str(article.version))] if article.version > 1 else []
        said += [("status", article.status)] if article.status != "usable" else []
        said += [("slug", head.slug.text)] if head.slug else []
        said += [("urgency", str(head.urgency.value))] if head.urgency else []
        said += [("source", party.name) for party in head.parties_in("source")]
        said += [("embargoed", "until further notice") for date in head.dates if _is_open(date)]
        values = [(name, text(value)) for name, value in said]
        for right in head.rights:
            if right.kind == "data-mining":
                values.append(("data-mining", self._text.plain(right.content)))
        values += [("ednote", self._text.plain(note.content)) for note in head.ednotes]
        values += [(each.name, self._text.plain(each.content)) for each in head.properties]
        lines = [
            f"  <custom-meta>{element('meta-name', text(name))}{element('meta-value', value)}</custom-meta>"
            for name, value in values
        ]
        yield from self._around("custom-meta-group", lines)

    def _around(self, name: str, lines: list[str], *attributes: tuple[str, object]) -> list[str]:
        """Return the lines in an element; nothing where there are none."""
        return [start(name, *attributes), *lines, f"</{name}>"] if lines else []

    def _lost(self, where: str, field: str, value: str) -> None:
        self._context.notice("value-not-carried", where, field=field, value=value, writer="jats")


def _contributor(kind: str, name: str, known: str = "", more: str = "") -> str:
    """Return one person; the name is as it stands, not taken apart."""
    named = f"<name-alternatives>{element('string-name', text(name))}</name-alternatives>"
    return element("contrib", known + named + more, ("contrib-type", kind))


def _is_open(date: Date) -> bool:
    return date.kind == "embargoed" and date.value is None
