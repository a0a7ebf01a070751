"""`body.head`: headlines, rights, byline, dateline and summary, as a page prints them."""

from __future__ import annotations

import re

from converter.io.markup import element, text
from converter.model.head import Party
from converter.model.words import has_words, plain_text
from converter.newsformats.dates import compact
from converter.newsformats.nitf_identifiers import attributes, of_party, source_of
from converter.newsformats.words import holdable, marks_in
from converter.writers.nitf.head import first_headline, lost, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Byline, Dateline, Head
    from converter.newsformats.nitf_blocks import Body
    from converter.newsformats.nitf_marks import Text

    _Spot = tuple[int, int, str]
    """From, to, and the markup of what stands there."""

_UNDER = ("main", "kicker", "sub", "short", "other")
"""The headlines that follow the first main one, in this order."""


def body_head(article: Article, lines_of: Text, body: Body, context: Context) -> tuple[list[str], list[Party]]:
    """Return the lines of `body.head`, and the authors that no byline of it names."""
    head = article.head
    bylines, elsewhere = _bylines(article, context)
    lines = [
        *_headlines(head, lines_of),
        *_rights(head, context),
        *bylines,
        *_distributor(article, context),
        *(_dateline(head.dateline, lines_of, context) if head.dateline else ()),
        *_abstract(head, body),
    ]
    made = ["<body.head>", *(f"  {line}" for line in lines), "</body.head>"] if lines else []
    return made, elsewhere


def distributor(article: Article, context: Context) -> list[str]:
    """Return the lines of a `body.head` that says only who sends the record: that of a withdrawn story."""
    return [f"<body.head>{line}</body.head>" for line in _distributor(article, context)]


def _headlines(head: Head, lines_of: Text) -> list[str]:
    first = first_headline(head)
    if first is None:
        return []
    lines = [f"  <hl1>{lines_of.enriched(first.content, 'head/headline.main')}</hl1>"]
    for kind in _UNDER:
        for headline in head.headlines:
            if headline.kind == kind and headline is not first and has_words(headline.content):
                words = lines_of.enriched(headline.content, f"head/headline.{kind}")
                lines.append("  " + element("hl2", words, ("class", kind)))
    return ["<hedline>", *lines, "</hedline>"]


def _rights(head: Head, context: Context) -> list[str]:
    """Return the notices as words, then owner and terms, which `docdata` says once more for programs."""
    notices = [
        plain(right.content, "head/rights.notice", context).strip() for right in head.rights if right.kind == "notice"
    ]
    notices = [notice for notice in notices if notice]
    if len(notices) > 1:
        context.notice("values-joined", "head/rights.notice", count=len(notices), field="Rights.notice", writer="nitf")
    inner = text(" ".join(notices))
    owner = next((who.name for who in head.parties_in("copyright-holder") if who.name.strip()), None)
    if owner:
        inner += element("rights.owner", text(owner))
    for right in head.rights:
        if right.kind == "usage":
            words = plain(right.content, "head/rights.usage", context).strip()
            if words:
                inner += element("rights.limitations", text(words))
    return [element("rights", inner)] if inner else []


def _bylines(article: Article, context: Context) -> tuple[list[str], list[Party]]:
    """Return the bylines as printed, with the authors that they name marked in them, and the other authors."""
    left = [*article.head.parties_in("creator"), *article.head.parties_in("contributor")]
    lines = []
    for byline in article.head.bylines:
        if has_words(byline.content):
            lines.append(element("byline", _names_marked(byline, left, source_of(article), context)))
    return lines, left


def _names_marked(byline: Byline, left: list[Party], source: str | None, context: Context) -> str:
    """Return the words with each author of `left` marked who is named in them; those are taken from it."""
    words = plain(byline.content, "head/byline", context)
    spots: list[_Spot] = []
    for who in list(left):
        found = re.search(rf"(?<!\w){re.escape(who.name)}(?!\w)", words) if who.name.strip() else None
        if found and not any(start < found.end() and found.start() < end for start, end, _ in spots):
            left.remove(who)
            known = (*attributes("person", of_party(who, source)), ("class", _class_of(who)))
            spots.append((found.start(), found.end(), element("person", text(who.name), *known)))
            spots += _job_marked(who, words, found.end(), spots, context)
    pieces, place = "", 0
    for start, end, markup in sorted(spots):
        pieces += text(words[place:start]) + markup
        place = end
    return pieces + text(words[place:])


def _class_of(who: Party) -> str | None:
    return None if who.role == "creator" else who.role


def _job_marked(who: Party, words: str, after: int, spots: list[_Spot], context: Context) -> list[_Spot]:
    """Return the job where it is printed right behind the name; one that is not printed there is lost."""
    if who.uri and who.literal:
        lost(context, f"head/party.{who.role}", "Party.literal", who.literal)
    if not who.job:
        return []
    found = re.match(rf"(,?\s*){re.escape(who.job)}(?!\w)", words[after:]) if who.job.strip() else None
    if found is None or any(start < after + found.end() and after < end for start, end, _ in spots[:-1]):
        lost(context, f"head/party.{who.role}", "Party.job", who.job)
        return []
    return [(after + found.end(1), after + found.end(), element("byttl", text(who.job)))]


def _distributor(article: Article, context: Context) -> list[str]:
    providers = list(article.head.parties_in("provider"))
    for other in providers[1:]:
        lost(context, "head/party.provider", "Party.provider", other.name)
    if not providers and context.record.provider:
        providers = [Party(context.record.provider, "provider")]
    if not providers:
        return []
    who = providers[0]
    if who.uri and who.literal and who.literal != source_of(article):
        lost(context, "head/party.provider", "Party.literal", who.literal)
    if who.job:
        lost(context, "head/party.provider", "Party.job", who.job)
    known = attributes("org", of_party(who, source_of(article)))
    return [element("distributor", element("org", text(who.name), *known))]


def _dateline(dateline: Dateline, lines_of: Text, context: Context) -> list[str]:
    """Return the dateline as printed, its place marked; its date, when it has a year, stands behind it."""
    words = holdable(plain_text(dateline.content))
    if not words.strip():
        return []
    if count := marks_in(dateline.content):
        context.notice("markup-folded", "head/dateline", count=count, writer="nitf")
    place = dateline.place.strip() if dateline.place else ""
    found = re.search(re.escape(place), words, re.IGNORECASE) if place else None
    if found:
        marked = text(words[: found.start()]) + element("location", text(found[0])) + text(words[found.end() :])
    else:
        if place:
            lost(context, "head/dateline", "Dateline.place", place)
        marked = text(words)
    norm = compact(dateline.date) if dateline.date else None
    if dateline.date and norm is None:
        lost(context, "head/dateline", "Dateline.date", dateline.date)
    return [element("dateline", marked + (element("story.date", "", ("norm", norm)) if norm else ""))]


def _abstract(head: Head, body: Body) -> list[str]:
    lines = body.summary(head.abstract.blocks, "  ") if head.abstract else []
    if not lines:
        return []
    if len(lines) == 1:
        return [f"<abstract>{lines[0].strip()}</abstract>"]
    return ["<abstract>", *lines, "</abstract>"]
