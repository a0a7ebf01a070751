"""`itemMeta`: what the record is, when it was made and by whom; not what the story says."""

from __future__ import annotations

from converter.core import spelling
from converter.core.errors import CannotWrite
from converter.io.markup import element, empty, text
from converter.model.head import Party
from converter.model.words import has_words
from converter.newsformats.dates import end_of_embargo, instant, is_after
from converter.newsformats.life import UNSAID, is_withdrawn, present_revision
from converter.newsformats.losses import not_carried
from converter.render.display_title import titled
from converter.render.links import live
from converter.writers.newsml.codes import in_our_namespace
from converter.writers.newsml.parties import party
from converter.writers.newsml.rights import has_publication

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.formats.records import Context
    from converter.model.article import Article
    from converter.model.head import Related
    from converter.writers.newsml.labels import Labels


def item_meta(article: Article, title: str, labels: Labels, context: Context) -> list[str]:
    """Return the lines of `itemMeta`. The order of the elements is the schema's.

    Raises CannotWrite for a record without a time, and for an embargo that is
    no point in time.
    """
    withdrawn = is_withdrawn(article)
    lines = [
        empty("itemClass", ("qcode", "ninat:text")),
        *_provider(article, context),
        *_times(article, context),
        *_embargo(article, context),
        empty("pubStatus", ("qcode", f"stat:{'canceled' if withdrawn else article.status}")),
        _generator(context),
        element("title", text(f"WITHDRAWN: {title}" if withdrawn else title)),
        *_editors_notes(article, labels, context, withdrawn),
    ]
    if not withdrawn:
        lines += _signal(article)
        lines += [line for related in article.head.related for line in _link(related, context)]
    _notice_history(article, context)
    return ["<itemMeta>", *(f"  {line}" for line in lines), "</itemMeta>"]


def label(article: Article, context: Context) -> str:
    """Return what stands as the title: a name for the record, not a headline for print."""
    return titled(article, context, "newsml")


def _provider(article: Article, context: Context) -> list[str]:
    known = list(article.head.parties_in("provider"))
    for other in known[1:]:
        not_carried(context, "head/party.provider", "Party.provider", other.name, "newsml")
    if not known and context.record.provider:
        known = [Party(context.record.provider, "provider")]
    lines: list[str] = []
    if known:
        first = known[0]
        # The specification wants a provider identified, not only named: one without an identifier is its own.
        identified = first if first.uri or first.literal else first.replace(literal=first.name)
        lines = party("provider", identified, context, literal_has_place=has_publication(article))
    if not lines:
        context.notice("provider-unidentified", "head/party.provider")
        return [empty("provider", ("literal", "unidentified"))]
    return lines


def _times(article: Article, context: Context) -> list[str]:
    record = context.record
    created = instant(record.version_created) if record.version_created is not None else None
    if created is None:
        what = "NewsML-G2 demands the time of the record, and none is known"
        if record.version_created is not None:
            what = f"{record.version_created!r} is no time with a zone, as NewsML-G2 demands for the record"
        way_out = "give it with " + spelling.meta("version_created", "2024-05-24T10:30:00+03:00") + spelling.EPOCH
        raise CannotWrite(what, hint=way_out)
    if record.from_file_time:
        context.notice("time-of-file", time=created)
    lines = [element("versionCreated", created)]
    if record.first_created is not None:
        first = created if record.first_created == record.version_created else instant(record.first_created)
        if first is None or (first != created and is_after(first, created)):
            not_carried(context, "head/revision", "Revision.time", record.first_created, "newsml")
        else:
            lines.append(element("firstCreated", first))
    return lines


def _embargo(article: Article, context: Context) -> list[str]:
    embargoes = [date for date in article.head.dates if date.kind == "embargoed"]
    if not embargoes or is_withdrawn(article):
        return []
    for other in embargoes[1:]:
        not_carried(context, "head/date.embargoed", "Date.embargoed", other.value or "until further notice", "newsml")
    value = embargoes[0].value
    if value is None:  # Until further notice.
        return ["<embargoed/>"]
    return [element("embargoed", end_of_embargo(value, "NewsML-G2"))]


def _generator(context: Context) -> str:
    record = context.record
    return element("generator", text(record.generator), ("versioninfo", record.generator_version or None))


def _editors_notes(article: Article, labels: Labels, context: Context, withdrawn: bool) -> list[str]:
    """Return the desk's notes, what this revision changed first; a correction always says something."""
    revision = present_revision(article)
    notes: dict[str, None] = {}
    if revision is not None and has_words(revision.note):
        notes[labels.block(revision.note, "head/revision")] = None
    for note in article.head.ednotes:
        if has_words(note.content):
            notes[labels.block(note.content, "head/ednote")] = None
    kind = "withdrawal" if withdrawn else revision.kind if revision is not None and article.version > 1 else "created"
    if not notes and kind in UNSAID:
        context.notice("change-unexplained", "head/revision", kind=kind)
        notes[text(UNSAID[kind])] = None
    return [element("edNote", words) for words in notes]


def _signal(article: Article) -> list[str]:
    """Return what a receiver must know of this version; version 1 has replaced nothing, so it carries no signal."""
    revision = present_revision(article)
    if article.version == 1 or revision is None or revision.kind not in ("correction", "update"):
        return []
    return [empty("signal", ("qcode", f"sig:{revision.kind}"))]


def _link(related: Related, context: Context) -> list[str]:
    """Return the link to another story; one without an address that may be live is an extension property instead."""
    address = live(related.href) if related.href else None
    if address is None or address.startswith("#"):
        return []
    plain = ":" not in related.rel and " " not in related.rel
    return [
        empty(
            "link",
            ("rel", f"irel:{related.rel}" if plain else None),
            ("reluri", None if plain else in_our_namespace("irel", related.rel)),
            ("href", address),
            ("title", related.title if related.title.strip() else None),
        )
    ]


def _notice_history(article: Article, context: Context) -> None:
    """Say what of the history has no place: older items carry their own entries; the first one's time is here."""
    present = present_revision(article)
    for revision in article.head.revisions:
        is_first = revision.version == 1 and revision.kind == "created" and not revision.note
        if revision is not present and not is_first:
            not_carried(context, "head/revision", "Revision", f"{revision.version} {revision.kind}", "newsml")
