"""The object in the order of its keys: standard, record, rights, words, concepts, content."""

from __future__ import annotations

import re

from converter.core import spelling
from converter.core.errors import CannotWrite
from converter.io.markup import element, start
from converter.model.block import Figure
from converter.model.traversal import walk
from converter.newsformats.dates import end_of_embargo, instant, is_after
from converter.newsformats.life import is_withdrawn
from converter.newsformats.losses import not_carried
from converter.newsformats.words import shown, texts_in
from converter.render.display_title import titled
from converter.render.html_write import Xhtml, language_tag
from converter.render.links import identifier
from converter.writers.ninjs.head import concepts, editors_note, rights, sources, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Date
    from converter.writers.ninjs.options import NinjsOptions

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}


def write(article: Article, options: NinjsOptions, context: Context) -> bytes:
    """Return the object: UTF-8, indented by two, keys in a fixed order.

    Raises CannotWrite when the article has no identity, nothing to print, or
    an embargo that is no point in time.
    """
    import json

    withdrawn = is_withdrawn(article)
    title = titled(article, context, "ninjs")
    xhtml = Xhtml(article, context, "ninjs")
    made: dict[str, object] = {
        "standard": _STANDARD,
        "uri": _uri(article),
        "type": "text",
        "representationType": "full",
        "profile": "article",
        "version": str(article.version),
        **_times(context),
        **({} if withdrawn else _story_dates(article, context)),
        "pubStatus": "canceled" if withdrawn else _status(article),
        **({} if withdrawn else rights(article, context)),
        **editors_note(article, context, withdrawn=withdrawn),
        "language": _language(article, context),
        "title": f"WITHDRAWN: {title}" if withdrawn else title,
    }
    if withdrawn:
        context.notice("withdrawn-without-content", "status")
        made |= sources(article.head, context)
    else:
        made |= words(article, xhtml, context)
        made |= concepts(article, context)
        made["bodies"] = _bodies(article, xhtml, options)
        made |= _after(article, context)
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _uri(article: Article) -> str:
    if article.guid is None:
        raise CannotWrite(
            "ninjs demands an identity, and the article has none", hint="give it with " + spelling.meta("guid")
        )
    return article.guid


def _language(article: Article, context: Context) -> str:
    tag = language_tag(article.lang)
    if tag is None:
        context.notice("language-unidentified", "lang", lang=article.lang or "none")
    return tag or "und"  # ISO 639-2: undetermined.


# ── Times ───────────────────────────────────────────────────────────────────


def _times(context: Context) -> dict[str, object]:
    """Return the record's times as far as they are known: ninjs demands none."""
    record = context.record
    created, first = instant(record.version_created), instant(record.first_created)
    if created is None:
        return {}
    if record.from_file_time:
        context.notice("time-of-file", time=created)
    if first is not None and is_after(first, created):
        not_carried(context, "head/revision", "Revision.time", first, "ninjs")
        first = None
    return {**({"firstCreated": first} if first else {}), "versionCreated": created}


def _story_dates(article: Article, context: Context) -> dict[str, object]:
    made: dict[str, object] = {}
    for date in article.head.dates:
        if date.kind == "embargoed":
            key, value = "embargoedUntil", _embargo(date)
        elif date.kind == "created":
            key, value = "contentCreated", instant(date.value)
        else:
            continue
        if value is None or key in made:
            part, where = f"Date.{date.kind}", f"head/date.{date.kind}"
            not_carried(context, where, part, date.value or "until further notice", "ninjs")
        else:
            made[key] = value
    return made


def _embargo(date: Date) -> str | None:
    """Return the embargo as a point in time; None for one until further notice, which withholds the story."""
    return None if date.value is None else end_of_embargo(date.value, "ninjs")


def _status(article: Article) -> str:
    """Return the publishing status: `withheld` while nobody knows when an embargo ends, which ninjs cannot say."""
    open_ended = any(date.kind == "embargoed" and date.value is None for date in article.head.dates)
    return "withheld" if open_ended and article.status == "usable" else article.status


# ── Content ─────────────────────────────────────────────────────────────────


def _bodies(article: Article, xhtml: Xhtml, options: NinjsOptions) -> list[dict[str, object]]:
    """Return the body as a fragment of XHTML. Raises CannotWrite when there is nothing to print at all."""
    lines = xhtml.body(article.body)
    if not any(map(_prints, lines)):
        # A flash has a headline only; it is its own content, as the one h1 there can be.
        headline = article.head.headline()
        lines = [element("h1", xhtml.inlines(headline.content, "head/headline.main"))] if headline else []
        if not any(map(_prints, lines)):
            raise CannotWrite(
                "a text in ninjs has content, and the article has neither text nor picture nor headline to print",
                where="body",
            )
    value = "".join(line.lstrip(" ") for line in lines)
    if article.dir == "rtl":
        value = f"{start('div', ('dir', 'rtl'))}{value}</div>"
    texts = [text for content in texts_in(article.body) if (text := shown(content)).strip()]
    plain = "\n\n".join(texts)
    counts: dict[str, object] = {}
    if texts and not any(isinstance(value, Figure) for value in walk(article.body)):
        counts = {"charCount": sum(map(len, texts)), "wordCount": len(plain.split())}
    made = [{"role": "main", "contentType": "application/xhtml+xml", **counts, "value": value}]
    if options.plain and texts:
        made.append({"role": "plain", "contentType": "text/plain", **counts, "value": plain})
    return made


def _prints(line: str) -> bool:
    """Return whether a line of our XHTML shows anything: words, or a picture. Values hold no angle brackets."""
    return re.search(r">[^<]*[^<\s]|<(?:img|video|audio) ", line.replace("&#13;", "")) is not None


def _after(article: Article, context: Context) -> dict[str, object]:
    """Return what stands after the body: related stories and other identifiers."""
    associations = []
    for related in article.head.related:
        address = identifier(related.href) if related.href else None
        if address is None:
            not_carried(context, "head/related", "Related", related.href or related.title, "ninjs")
        else:
            associations.append({"name": related.title.strip() or address, "rel": related.rel, "uri": address})
    altids = [
        {**({"role": altid.scheme} if altid.scheme else {}), "value": altid.value}
        for altid in article.head.altids
        if altid.value.strip()
    ]
    return {
        **({"associations": associations} if associations else {}),
        **({"altIds": altids} if altids else {}),
    }
