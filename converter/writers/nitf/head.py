"""`head`: what the record is, by whom, when, and what the story is about."""

from __future__ import annotations

import re

from converter.core import spelling
from converter.core.errors import CannotWrite
from converter.io.markup import element, empty, start, text
from converter.model.words import has_words
from converter.newsformats.dates import compact, no_such_embargo
from converter.newsformats.furniture import furniture_in
from converter.newsformats.life import UNSAID, is_withdrawn, present_revision
from converter.newsformats.losses import not_carried
from converter.newsformats.named import and_address, and_name, terms_of, with_address, with_name
from converter.newsformats.nitf_identifiers import attributes, from_address, source_of
from converter.newsformats.words import marks_in, shown, texts_in
from converter.render.links import live

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Date, Head, Headline, Party, Revision
    from converter.model.inline import Inlines
    from converter.writers.nitf.options import NitfOptions

_ENTITIES = {"person": "person", "organisation": "org", "place": "location", "event": "event"}
_PLUS = "http://ns.useplus.org/ldf/vocab/"
_NAME = r"[A-Za-z0-9._:\-]+"
"""What `meta/@name` may be: an NMTOKEN, in ASCII."""


def lost(context: Context, where: str, field: str, value: str) -> None:
    """Say that a value is not in the document."""
    not_carried(context, where, field, value, "nitf")


def plain(content: Inlines, where: str, context: Context) -> str:
    """Return the words for an attribute, whose marks are folded with a notice."""
    if count := marks_in(content):
        context.notice("markup-folded", where, count=count, writer="nitf")
    return shown(content)


def head(article: Article, title: str, options: NitfOptions, elsewhere: Iterable[Party], context: Context) -> list[str]:
    """Return the lines of `head`; `elsewhere` are the authors that no byline names."""
    withdrawn = is_withdrawn(article)
    lines = [element("title", text(f"WITHDRAWN: {title}" if withdrawn else title), ("type", "main"))]
    if not withdrawn:
        lines += _metas(article, options, elsewhere, context)
        lines += _topics(article.head, context)
    lines += _docdata(article, context, withdrawn=withdrawn)
    lines += _history(article, context)
    return ["<head>", *(f"  {line}" for line in lines), "</head>"]


# ── What has no place of its own ────────────────────────────────────────────


def _metas(article: Article, options: NitfOptions, elsewhere: Iterable[Party], context: Context) -> list[str]:
    story = article.head
    made: list[tuple[str, str]] = _furniture(article, options, context)
    if article.dir:
        made.append(("dir", article.dir))
    for right in story.rights:
        if right.kind == "data-mining":
            words = plain(right.content, "head/rights.data-mining", context).strip()
            known = {"allowed": "DMI-ALLOWED", "prohibited": "DMI-PROHIBITED"}.get(words.lower())
            made.append(("dataMining", f"{_PLUS}{known}" if known else words))
    for kind in ("created", "modified"):
        made += (
            (f"content{kind.capitalize()}", date.value) for date in story.dates if date.kind == kind and date.value
        )
    made += (("infoSource", _named(who, context)) for who in story.parties_in("source"))
    made += ((who.role, _named(who, context)) for who in elsewhere)
    made += _related(story, context)
    for altid in story.altids:
        if altid.value.strip():
            made.append(("altid", _behind(altid.scheme, altid.value, "AltId", context)))
    for prop in story.properties:
        made.append(
            ("property", _behind(prop.name, plain(prop.content, "head/property", context), "Property", context))
        )
    if first_headline(story) is None:
        # `hedline` begins with the main one; the others do not become it.
        made += (
            (f"headline.{headline.kind}", plain(headline.content, f"head/headline.{headline.kind}", context))
            for headline in story.headlines
        )
    return [empty("meta", ("name", name), ("content", content)) for name, content in made if content.strip()]


def _furniture(article: Article, options: NitfOptions, context: Context) -> list[tuple[str, str]]:
    blocks = [block for block, _ in furniture_in(article.body)]
    if blocks and not options.furniture:
        context.notice("furniture-omitted", count=len(blocks), writer="nitf")
        return []
    if blocks:
        context.notice("furniture-moved", count=len(blocks), writer="nitf")
    return [
        ("furniture", "\n".join(shown(content) for content in texts_in(block.blocks, furniture=True)))
        for block in blocks
    ]


def first_headline(story: Head) -> Headline | None:
    """Return the headline that `hedline` begins with: the first main one that has words, or None."""
    mains = (headline for headline in story.headlines if headline.kind == "main")
    return next((headline for headline in mains if has_words(headline.content)), None)


def _behind(name: str | None, value: str, field: str, context: Context) -> str:
    """Return a value behind its name; one that would be read in another way is said to be words only."""
    written = with_name(name, value)
    if and_name(written) != (name, value):
        context.notice(
            "value-folded", f"head/{field.lower()}", field=field, value=value, written=f"“{written}”", writer="nitf"
        )
    return written


def _addressed(words: str, address: str | None, where: str, field: str, context: Context) -> str:
    """Return words and address; what would be read in another way is said to be words only."""
    written = with_address(words, address)
    if and_address(written) != (words, address):
        context.notice(
            "value-folded", where, field=field, value=address or words, written=f"“{written}”", writer="nitf"
        )
    return written


def _named(who: Party, context: Context) -> str:
    """Return a party as one text: `Ann Example <https://example.com/ann>`."""
    where = f"head/party.{who.role}"
    if who.job:
        lost(context, where, "Party.job", who.job)
    if who.uri:
        if who.literal:
            lost(context, where, "Party.literal", who.literal)
        return _addressed(who.name, who.uri, where, "Party", context)
    if who.literal and who.name.strip():
        lost(context, where, "Party.literal", who.literal)
    name = who.name if who.name.strip() else who.literal or ""
    return _addressed(name, None, where, "Party", context)


def _related(story: Head, context: Context) -> list[tuple[str, str]]:
    made = []
    for related in story.related:
        name = "related" if related.rel == "seeAlso" else f"related.{related.rel}"
        if not re.fullmatch(_NAME, name):
            lost(context, "head/related", "Related.rel", related.rel)
            name = "related"
        made.append((name, _addressed(related.title, related.href, "head/related", "Related", context)))
    return made


# ── What the story is about ─────────────────────────────────────────────────


def _topics(story: Head, context: Context) -> list[str]:
    inner = []
    for genre in story.genres:
        name = genre.name if genre.name.strip() else genre.code or ""
        if genre.code and genre.name.strip():
            lost(context, "head/genre", "Genre.code", genre.code)
        if name.strip():
            inner.append(empty("tobject.property", ("tobject.property.type", name)))
    for subject in story.subjects:
        if subject.code and re.fullmatch(r"[0-9]{8}", subject.code):
            inner.append(
                empty(
                    "tobject.subject",
                    ("tobject.subject.ipr", subject.scheme),
                    ("tobject.subject.refnum", subject.code),
                    ("tobject.subject.type", subject.name if subject.name.strip() else None),
                )
            )
    if not inner:
        return []
    return [start("tobject", ("tobject.type", "news")), *(f"  {line}" for line in inner), "</tobject>"]


def _keywords(story: Head, context: Context) -> list[str]:
    """Return the keywords, and after them the subjects that have no code of eight digits."""
    keys = [keyword.text for keyword in story.keywords]
    for subject in story.subjects:
        if not (subject.code and re.fullmatch(r"[0-9]{8}", subject.code)):
            name = subject.name if subject.name.strip() else subject.code or ""
            if name.strip():
                context.notice(
                    "value-folded", "head/subject", field="Subject", value=name, written="keyword", writer="nitf"
                )
            for field in ("code", "scheme"):
                if value := getattr(subject, field):
                    lost(context, "head/subject", f"Subject.{field}", value)
            keys.append(name)
    written = [empty("keyword", ("key", key)) for key in keys if key.strip()]
    return ["<key-list>", *(f"  {line}" for line in written), "</key-list>"] if written else []


def _entities(story: Head) -> list[str]:
    written = []
    for entity in story.entities:
        tag = _ENTITIES[entity.kind]
        known = from_address(entity.uri) if entity.uri else None
        if entity.name.strip() or known:
            written.append(element(tag, text(entity.name), *attributes(tag, known), ("id", entity.id)))
    if not written:
        return []
    return ["<identified-content>", *(f"  {line}" for line in written), "</identified-content>"]


# ── The record ──────────────────────────────────────────────────────────────


def _docdata(article: Article, context: Context, *, withdrawn: bool) -> list[str]:
    if article.guid is None:
        raise CannotWrite(
            "NITF's rules demand an identity, and the article has none", hint="give it with " + spelling.meta("guid")
        )
    story, source, revision = article.head, source_of(article), present_revision(article)
    status: str = "canceled" if withdrawn else article.status
    lines: list[str] = []
    is_correction = revision is not None and revision.kind == "correction" and article.version > 1
    change = _change(article, revision, context, withdrawn=withdrawn)
    if is_correction and not withdrawn:
        lines.append(empty("correction", ("info", change), ("id-string", article.guid), ("regsrc", source)))
    lines.append(empty("doc-id", ("regsrc", source), ("id-string", article.guid)))
    if not withdrawn:
        if story.urgency:
            value = story.urgency.value
            if value == 9:  # NITF's scale ends at 8.
                context.notice("value-folded", "head/urgency", field="Urgency", value="9", written="8", writer="nitf")
            lines.append(empty("urgency", ("ed-urg", min(value, 8))))
        lines += _issue(story, context)
        embargo = _release(story, context)
        if embargo and status == "usable":
            status = "embargoed"
        lines += embargo
    notes = [change] if change else []
    notes += [plain(note.content, "head/ednote", context) for note in story.ednotes if has_words(note.content)]
    lines += (empty("ed-msg", ("msg-type", "ednote"), ("info", note)) for note in dict.fromkeys(notes))
    slug = story.slug if story.slug and story.slug.text.strip() and not withdrawn else None
    lines.append(empty("du-key", ("key", slug.text if slug else None), ("version", article.version)))
    if not withdrawn:
        lines += _rights(story, context)
        lines += _keywords(story, context)
        lines += _entities(story)
    return [start("docdata", ("management-status", status)), *(f"  {line}" for line in lines), "</docdata>"]


def _change(article: Article, revision: Revision | None, context: Context, *, withdrawn: bool) -> str | None:
    """Return what this version changes; a correction or withdrawal always says something."""
    if revision is not None and has_words(revision.note):
        return plain(revision.note, "head/revision", context)
    kind = "withdrawal" if withdrawn else revision.kind if revision is not None and article.version > 1 else "created"
    if kind not in UNSAID:
        return None
    said = next((note for note in article.head.ednotes if has_words(note.content)), None)
    if said is not None:
        return plain(said.content, "head/ednote", context)
    context.notice("change-unexplained", "head/revision", kind=kind)
    return UNSAID[kind]


def _issue(story: Head, context: Context) -> list[str]:
    written: list[str] = []
    for date in story.dates:
        if date.kind == "published":
            norm = compact(date.value) if date.value else None
            if norm is None or written:
                lost(context, "head/date.published", "Date.published", date.value or "")
            else:
                written.append(empty("date.issue", ("norm", norm)))
    return written


def _release(story: Head, context: Context) -> list[str]:
    """Return the embargo, which may be partial; one without an end is a release without a date."""
    embargoes = [date for date in story.dates if date.kind == "embargoed"]
    for other in embargoes[1:]:
        lost(context, "head/date.embargoed", "Date.embargoed", other.value or "until further notice")
    return [_released(embargoes[0])] if embargoes else []


def _released(embargo: Date) -> str:
    if embargo.value is None:
        return "<date.release/>"
    norm = compact(embargo.value)
    if norm is None:
        raise no_such_embargo(embargo.value, "has no year", "NITF")
    return empty("date.release", ("norm", norm))


def _rights(story: Head, context: Context) -> list[str]:
    """Return holders and terms. The words of notices stand in `body.head/rights`, where they are printed."""
    lines: list[str] = []
    holders = [who for who in story.parties_in("copyright-holder") if who.name.strip()]
    lines += (empty("doc.copyright", ("holder", who.name)) for who in holders)
    owner = holders[0].name if holders else None
    for right in story.rights:
        where = f"head/rights.{right.kind}"
        address = live(right.href) if right.href else None
        if right.href and (address is None or right.kind != "usage"):
            lost(context, where, "Rights.href", right.href)
        if right.kind == "usage":
            words = shown(right.content).strip()
            terms = f"{words} {address or ''}".strip()
            if terms and terms_of(terms) != (words, address):
                context.notice(
                    "value-folded", where, field="Rights.usage", value=words, written=f"“{terms}”", writer="nitf"
                )
            if terms:
                lines.append(empty("doc.rights", ("owner", owner), ("limitations", terms)))
    return lines


# ── History ─────────────────────────────────────────────────────────────────

_FUNCTIONS = {"created": "other", "update": "editor", "correction": "editor", "withdrawal": "editor"}


def _history(article: Article, context: Context) -> list[str]:
    """Return every revision, and the record's times where the article has no entry for its first or present one."""
    record = context.record
    entries = [
        (revision.version, revision.time, revision.kind, plain(revision.note, "head/revision", context))
        for revision in article.head.revisions
    ]
    versions = {version for version, _, _, _ in entries}
    if 1 not in versions and record.first_created:
        entries.insert(0, (1, record.first_created, "created", ""))
    if article.version > 1 and article.version not in versions and record.version_created:
        kind = "withdrawal" if is_withdrawn(article) else "update"
        entries.append((article.version, record.version_created, kind, ""))  # type: ignore[arg-type]
    if record.from_file_time and record.version_created and article.version not in versions:
        context.notice("time-of-file", time=record.version_created)
    lines = []
    for version, time, kind, note in entries:
        norm = compact(time) if time else None
        if time and norm is None:
            lost(context, "head/revision", "Revision.time", time)
        comment = f"{version}: {kind}: {note}" if note.strip() else f"{version}: {kind}"
        lines.append(empty("revision-history", ("norm", norm), ("function", _FUNCTIONS[kind]), ("comment", comment)))
    return lines
