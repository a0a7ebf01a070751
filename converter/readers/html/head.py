"""The head of the article, from what stands on the page and what the page says of itself."""

from __future__ import annotations

import re

from converter import article as model
from converter.article import inlines, is_xml_text
from converter.prose import moments
from converter.prose.byline import find_byline_rule
from converter.readers.html.headline import find_headline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from converter.article import Inlines
    from converter.readers.html.data import Data
    from converter.readers.html.page import Run

_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "news_authors",
)
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
_LABEL = re.compile(r"^(?:by|von|par|por|di|door|av|af|autor|author|written by|texto|text)\s*:?\s+", re.IGNORECASE)


def head_of(data: Data, runs: Sequence[Run], title: str | None, words: Callable[[Run], Inlines]) -> model.Head:
    """Return the head; the runs that it takes get the role of their place in it, and are then none of the body's."""
    site = data.first("og:site_name", "application-name")
    publishers = data.names("publisher") or ([site] if site else [])
    titles = [data.text("headline"), data.first("og:title"), data.first("twitter:title"), data.text("name"), title]
    run, stated = find_headline(
        runs, [each for each in titles if each], site or (publishers[0] if publishers else None)
    )
    headlines: list[model.Headline] = []
    if run is not None:
        run.is_taken = True
        headlines.append(model.Headline(words(run), inferred="html-headline"))
    elif stated:
        headlines.append(model.Headline(inlines(stated), inferred="html-title"))
    abstract = _abstract(data, runs, words)
    authors = _authors(data)
    return model.Head(
        headlines=tuple(headlines),
        bylines=_bylines(authors, runs, words),
        abstract=abstract,
        parties=(
            *(model.Party(name, "creator", inferred="html-data") for name in authors),
            *(model.Party(name, "provider", inferred="html-data") for name in publishers[:1]),
        ),
        rights=_rights(data),
        dates=_dates(data, runs),
        subjects=tuple(
            model.Subject(name, inferred="html-data")
            for name in dict.fromkeys([*data.all("article:section"), *data.names("articleSection")])
            if is_xml_text(name)
        ),
        keywords=tuple(model.Keyword(text, inferred="html-data") for text in _keywords(data)),
        properties=_properties(data, title),
    )


def _abstract(data: Data, runs: Sequence[Run], words: Callable[[Run], Inlines]) -> model.Abstract | None:
    """Return the standfirst: the words above the story that the page gives as its description."""
    stated = {
        _bare(text)
        for text in (data.text("description"), data.first("og:description"), data.first("description"))
        if text
    }
    for run in runs:
        if run.role in ("head", "furniture") and run.text and _bare(run.text) in stated:
            run.is_taken = True
            return model.Abstract((model.Paragraph(words(run)),), inferred="html-standfirst")
        if run.role == "story":
            return None
    return None


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _authors(data: Data) -> list[str]:
    found = (
        data.names("author") or data.names("creator") or data.all(*_AUTHORS) or data.items.get("author") or data.authors
    )
    out: list[str] = []
    for text in found:
        name = _LABEL.sub("", " ".join(text.split()))
        if name and len(name) <= 120 and "://" not in name and "@" not in name and is_xml_text(name):
            out.append(name)
    return list(dict.fromkeys(out))[:20]


def _bylines(authors: list[str], runs: Sequence[Run], words: Callable[[Run], Inlines]) -> tuple[model.Byline, ...]:
    """Return the byline as it stands on the page, near the story, else the authors that the page states."""
    near = [
        run for run in runs if run.role in ("byline", "head", "date", "furniture", "story") and 0 < len(run.text) <= 160
    ]
    longest = 40 + sum(map(len, authors))
    for run in near:
        shown = run.text.casefold()
        if (
            run.role != "story"
            and not run.is_taken
            and len(shown) <= longest
            and any(author.casefold() in shown for author in authors)
        ):
            run.is_taken = True
            return (model.Byline(words(run), inferred="html-byline"),)
    if authors:
        return (model.Byline(inlines(", ".join(authors)), inferred="html-author"),)
    after_headline = False
    for run in runs:
        if run.role in ("byline", "head", "date") and run.text and not run.is_taken:
            rule = find_byline_rule(run.text, after_headline=after_headline, after_label=False)
            if rule:
                run.is_taken = True
                return (model.Byline(words(run), inferred=rule),)
        after_headline = run.is_taken
    return ()


def _dates(data: Data, runs: Sequence[Run]) -> tuple[model.Date, ...]:
    published = _first(
        [
            data.text("datePublished"),
            *data.all(*_PUBLISHED),
            *data.items.get("datepublished", ()),
            data.text("dateCreated"),
            data.text("uploadDate"),
        ]
    )
    rule = "html-data"
    if published is None:
        published, rule = _shown(runs), "html-shown-date"
    if published is None:
        address = next(iter(data.links.get("canonical", ())), None) or data.first("og:url") or ""
        published, rule = moments.in_address(address), "html-date-in-address"
    modified = _first([data.text("dateModified"), *data.all(*_MODIFIED), *data.items.get("datemodified", ())])
    found = []
    if published:
        found.append(model.Date("published", published, inferred=rule))
    if modified and modified != published:
        found.append(model.Date("modified", modified, inferred="html-data"))
    return tuple(found)


def _first(texts: Iterable[str | None]) -> str | None:
    return next((found for text in texts if text for found in [moments.moment(text)] if found), None)


def _shown(runs: Sequence[Run]) -> str | None:
    """Return the first date that stands above the story or beside its author: in a `time`, else in words."""
    above: list[Run] = []
    for run in runs:
        if run.role == "story" and len(run.text) > 80:
            break
        above.append(run)
    # A page's own top may say today's date: what stands nearest to the story is asked first.
    for run in reversed(above):
        for piece in run.pieces:
            if not isinstance(piece, str):
                for element in piece.iter("time"):
                    found = moments.moment(element.get("datetime") or "")
                    if found:
                        return found
    for run in reversed(above):
        if len(run.text) <= 200:
            found = moments.find_date(run.text)
            if found:
                return found
    return None


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
