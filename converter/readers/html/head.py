"""The head of the article, from what stands on the page and what the page says of itself."""

from __future__ import annotations

import re
from itertools import takewhile

from converter import model
from converter.model.checks import is_xml_text
from converter.model.inline import inlines
from converter.readers.html.byline import find_bylines
from converter.readers.html.dates import dates_shown, shows_day
from converter.readers.html.headline import find_headline, parts_of
from converter.readers.html.persons import bare
from converter.readers.html.story import is_prose
from converter.readers.html.surroundings import surroundings
from converter.text.dates import moments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from converter.model.inline import Inlines
    from converter.readers.html.data import Data
    from converter.readers.html.page import Run
    from converter.readers.html.surroundings import Surroundings

_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "date",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "published-date",
    "displaydate",
    "ptime",
)
_SAYS_PUBLISHED = re.compile(
    r"(?:^|[._:-])a?pub(?:lish(?:ed|ing)?|lication)?[._:-]?(?:date|time|on|at)$|"
    r"(?:^|[._:-])(?:date|time)[._:-]?(?:pub\w*|created|issued?|posted)$"
)
"""What other names of a `<meta>` say of its content: `apub:time`, `cXenseParse:publishtime`."""
_SAYS_MODIFIED = re.compile(
    r"(?:^|[._:-])(?:date|time)?[._:-]?(?:updated?|modified|revised)[._:-]?(?:date|time|on|at)?$"
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "article.updated",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "revised",
)
_KEPT = re.compile(
    r"(?:og|article|twitter|dc|dcterms|parsely|sailthru|citation|news)[:._-]|description$|robots$|generator$"
)


def head_of(
    data: Data,
    runs: Sequence[Run],
    title: str | None,
    address: str,
    lang: str | None,
    words: Callable[[Run], Inlines],
) -> model.Head:
    """Return the head; the runs that it takes get the role of their place in it, and are then none of the body's.

    `title` is the page's own, `address` the one under which it was found, empty where that is not known.
    """
    site = data.first("og:site_name", "application-name")
    publishers = [name for name in data.names("publisher") or [site or ""] if name and is_xml_text(name)]
    titles = [data.text("headline"), data.first("og:title"), data.first("twitter:title"), data.text("name"), title]
    sites = [name for name in (site, *publishers, *data.hosts()) if name]
    run, stated = find_headline(runs, [each for each in titles if each], sites, address)
    headlines: list[model.Headline] = []
    if run is not None:
        run.is_taken = True
        headlines.append(model.Headline(words(run), inferred="html-headline"))
    elif stated:
        headlines.append(model.Headline(inlines(stated), inferred="html-title"))
    abstract = _abstract(data, runs, run, words)
    around = surroundings(runs, run)
    bylines, authors = find_bylines(data, around, [*sites, *_house_in(title)], words)
    return model.Head(
        headlines=tuple(headlines),
        bylines=bylines,
        abstract=abstract,
        parties=(
            *(model.Party(name, "creator", inferred="html-data") for name in authors),
            *(model.Party(name, "provider", inferred="html-data") for name in publishers[:1]),
        ),
        rights=_rights(data),
        dates=_dates(data, around, title, address, lang or ""),
        subjects=tuple(
            model.Subject(name, inferred="html-data")
            for name in dict.fromkeys([*data.all("article:section"), *data.names("articleSection")])
            if is_xml_text(name)
        ),
        keywords=tuple(model.Keyword(text, inferred="html-data") for text in _keywords(data)),
        properties=_properties(data, title),
    )


def _abstract(
    data: Data, runs: Sequence[Run], headline: Run | None, words: Callable[[Run], Inlines]
) -> model.Abstract | None:
    """Return the standfirst: the words above the story that the page gives as its description, or the only sentences
    that stand with the headline.
    """
    stated = {
        bare(text)
        for text in (data.text("description"), data.first("og:description"), data.first("description"))
        if text
    }
    stated.discard(bare(headline.text) if headline is not None else "")
    above = list(takewhile(lambda run: run.role != "story" or run.inside.in_figure, runs))
    lead = [run for run in above if run.role in ("head", "furniture") and run.text and bare(run.text) in stated][:1]
    if not lead and headline is not None:
        around = [node for node in headline.ancestors() if node.tag not in ("body", "html")][:_WITH_HEADLINE]
        below = above[next((at + 1 for at, run in enumerate(above) if run is headline), len(above)) :]
        lead = [run for run in below if run.role in ("head", "furniture") and is_prose(run)]
        if len(lead) != 1 or not any(node in around for node in lead[0].ancestors()):
            return None
    if not lead:
        return None
    lead[0].is_taken = True
    return model.Abstract((model.Paragraph(words(lead[0])),), inferred="html-standfirst")


_WITH_HEADLINE = 4
"""Blocks around the headline, of which one holds its standfirst too."""


def _house_in(title: str | None) -> list[str]:
    """Return the last part of the page's title, which names the site where it has several."""
    return parts_of(title)[1:][-1:] if title else []


def _dates(data: Data, around: Surroundings, title: str | None, address: str, lang: str) -> tuple[model.Date, ...]:
    stated = [
        data.text("datePublished"),
        *data.all(*_PUBLISHED),
        *data.items.get("datepublished", ()),
        *data.all(*data.named(_SAYS_PUBLISHED)),
        data.text("dateCreated"),
        data.text("uploadDate"),
    ]
    changed = [
        data.text("dateModified"),
        *data.all(*_MODIFIED),
        *data.items.get("datemodified", ()),
        *data.all(*data.named(_SAYS_MODIFIED)),
    ]
    modified = _first(changed, lang)
    published, rule = _first(stated, lang), "html-data"
    if published is None:
        between, elsewhere = dates_shown(around, lang)
        published, rule = next(between, None), "html-shown-date"
        if published is None and modified and shows_day(around, modified):
            published = modified[:10]
        if published is None and moments.in_address(address):
            published, rule = moments.in_address(address), "html-date-in-address"
        published = published or next(elsewhere, None) or _in_title(title, lang)
    found = []
    if published:
        found.append(model.Date("published", published, inferred=rule))
    if modified and modified != published:
        found.append(model.Date("modified", modified, inferred="html-data"))
    return tuple(found)


def _in_title(title: str | None, lang: str) -> str | None:
    """Return the date that is a part of the page's title."""
    parts = parts_of(title) if title else []
    return next((moments.find_date(part, lang) for part in parts if moments.is_date_line(part)), None)


def _first(texts: Iterable[str | None], lang: str) -> str | None:
    return next((found for text in texts if text for found in [moments.moment(text, lang)] if found), None)


def _rights(data: Data) -> tuple[model.Rights, ...]:
    notice = data.text("copyrightNotice") or data.first("copyright", "dc.rights", "dcterms.rights")
    licence = next(iter(data.links.get("license", ())), None) or data.text("license")
    found = []
    if notice and is_xml_text(notice):
        found.append(model.Rights(inlines(notice), "notice", inferred="html-data"))
    if licence and model.matches("absolute IRI", licence):
        found.append(model.Rights(inlines(licence), "usage", licence, inferred="html-data"))
    return tuple(found)


def _keywords(data: Data) -> list[str]:
    stated = [*data.all("article:tag", "news_keywords"), *data.names("keywords")] or data.all("keywords")
    parts = [" ".join(part.split()) for text in stated for part in re.split(r"[,;،、]", text)]
    return [part for part in dict.fromkeys(parts) if part and is_xml_text(part)][:100]


def _properties(data: Data, title: str | None) -> tuple[model.Property, ...]:
    found = [model.Property("html:title", inlines(title), inferred="html-data")] if title else []
    for name, contents in data.meta.items():
        if _KEPT.match(name) and model.matches("token", name):
            found += [
                model.Property(f"html:{name}", inlines(content), inferred="html-data")
                for content in contents
                if is_xml_text(content)
            ]
    return tuple(found)
