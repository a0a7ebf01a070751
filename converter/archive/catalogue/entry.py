"""The entry: what the catalogue keeps of one story, all of it from the object's head."""

from __future__ import annotations

from converter.archive import access
from converter.archive.catalogue import facets
from converter.archive.catalogue.words import folded
from converter.archive.story import RELATIONS, links_in
from converter.core.values import Value
from converter.model.words import has_words, plain_text
from converter.render.display_title import label
from converter.render.visible_text import printed_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.archive.events import Event
    from converter.archive.story import Story
    from converter.model.article import Article

FOREVER = (1 << 63) - 1
"""An embargo until further notice."""


class Input(Value):
    """One source that made the story, or came as another name of it."""

    name: str
    path: str
    """Its place in a collection, or nothing."""
    sha256: str
    at: str


class Entry(Value):
    """One story."""

    id: str
    head: str
    """The object's version, `v2`."""
    version: int
    """The story's own number."""
    title: str
    """The headline; without one what the story is called where it must have a name."""
    is_label: bool
    """Whether it has no headline."""
    byline: str
    date: str | None
    """When it was published, else made, as precise as the source says; may be no more than a year."""
    source: str | None
    """Who provided it."""
    lang: str | None
    status: str
    embargo_us: int | None
    """The moment before which the story may not be shown, in microseconds since 1970; None without an embargo."""
    archived: str
    """When its first version was put."""
    headlines: str
    """All of them."""
    body: str
    """All other words that are printed, but the byline."""
    facets: str
    subjects: tuple[str, ...] = ()
    hold: str | None = None
    """Why it may not be purged."""
    retain_until: str | None = None
    inputs: tuple[Input, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """Relation and id of the other story."""


def entry_of(story: Story) -> Entry:
    """Return the entry of a story's head. Raises FixityError and ArchiveError for one that cannot be read."""
    first = next(iter(story.inventory.versions.values()))
    return entry_from(story.article, story.id, story.version, first.created, story.events)


def entry_from(article: Article, id: str, head: str, archived: str, events: Iterable[Event] = ()) -> Entry:
    """Return the entry of an article that is the head of an object."""
    events = tuple(events)
    head_of = article.head
    headline = head_of.headline()
    has_headline = headline is not None and has_words(headline.content)
    bylines = [" ".join(plain_text(each).split()) for each in head_of.bylines]
    sources = [party.name for role in _SOURCE_ROLES for party in head_of.parties if party.role == role]
    if head_of.dateline and head_of.dateline.agency:
        sources.append(head_of.dateline.agency)
    subjects = [f"{each.name} {each.scheme or ''} {each.code or ''}" for each in head_of.subjects]
    status = access.status_of(article)
    texts = list(printed_texts(article))
    date = date_of(article)
    facts = {name: text for event in events for name, text in event.facts}
    """Of each name the last: the state of a hold, of a retention; and which names there are at all."""
    return Entry(
        id=id,
        head=head,
        version=article.version,
        title=label(article),
        is_label=not has_headline,
        byline=", ".join(each for each in bylines if each),
        date=date,
        source=" ".join(sources[0].split()) if sources else None,
        lang=article.lang,
        status=status,
        embargo_us=_embargo_us(article),
        archived=archived,
        headlines=" ".join(texts[: len(head_of.headlines)]),
        body="\n".join(texts[len(head_of.headlines) + len(head_of.bylines) :]),
        facets=facets.words(
            date, article.lang, status, dict.fromkeys(sources), [*subjects, *(each.text for each in head_of.keywords)]
        ),
        subjects=tuple(dict.fromkeys(" ".join(each.name.split()) for each in head_of.subjects if each.name.strip())),
        hold=facts.get("hold") or None,
        retain_until=facts.get("retain-until") or None,
        inputs=tuple(_inputs(events)),
        events=events,
        links=tuple((relation, id) for relation in RELATIONS if relation in facts for id in links_in(events, relation)),
    )


_SOURCE_ROLES = ("provider", "source")


def date_of(article: Article) -> str | None:
    """Return the date that a reader would look for; one that lacks its year is none."""
    stated = [article.head.date(kind) for kind in ("published", "created", "modified")]
    dates = [each.value for each in stated if each is not None]
    if article.head.dateline:
        dates.append(article.head.dateline.date)
    return next((date for date in dates if date and date[0] != "-"), None)


def _embargo_us(article: Article) -> int | None:
    dates = [date.value for date in article.head.dates if date.kind == "embargoed"]
    return max(map(_moment_us, dates), default=None)


def _moment_us(date: str | None) -> int:
    moment = access.last_moment(date) if date else None
    return FOREVER if moment is None else microseconds(moment)


def microseconds(moment: object) -> int:
    """Return a moment in whole microseconds since 1970."""
    from datetime import UTC, datetime, timedelta

    assert isinstance(moment, datetime)
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def _inputs(events: Iterable[Event]) -> Iterable[Input]:
    for event in events:
        if event.type == "ingestion":
            sha256 = next((part.sha256 for part in event.parts if part.role == "source"), "")
            yield Input(event.fact("name") or "", event.fact("path") or "", sha256, event.at)


def title_key(title: str) -> str:
    """Return what two titles share that differ in nothing but capitals, accents and white space."""
    return " ".join(folded(title).split())
