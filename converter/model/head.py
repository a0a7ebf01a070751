"""The head: what is said of the story beside its body. Each kind of statement is a class."""

from __future__ import annotations

from converter.core.values import Value
from converter.model.block import BaseBlock
from converter.model.checks import (
    require,
    require_all,
    require_count,
    require_one_of,
    require_text,
)
from converter.model.inline import require_inlines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from converter.model.block import Blocks
    from converter.model.inline import Inlines

    HeadlineKind: TypeAlias = Literal["main", "sub", "kicker", "short", "other"]
    PartyRole: TypeAlias = Literal["provider", "creator", "contributor", "source", "copyright-holder"]
    RightsKind: TypeAlias = Literal["notice", "usage", "data-mining"]
    DateKind: TypeAlias = Literal["created", "published", "modified", "embargoed"]
    EntityKind: TypeAlias = Literal["person", "organisation", "place", "event"]
    RevisionKind: TypeAlias = Literal["created", "update", "correction", "withdrawal"]


class _Stated(Value, kw_only=True):
    """A statement about the article, with how we know it when the source did not simply say so."""

    inferred: str | None = None
    """The rule that guessed it."""
    given: str | None = None
    """Who gave it beside the source: `meta` (the caller), `sidecar`, `archive`."""

    def _check(self) -> None:
        require(self, "token", "inferred", "given")


class Headline(_Stated):
    """A headline (`headline`). An article without one has none."""

    content: Inlines
    kind: HeadlineKind = "main"
    """`sub` is the deck below it, `kicker` stands above it, `short` is for small screens."""

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")
        require_one_of(self, "kind", ("main", "sub", "kicker", "short", "other"))


class Byline(_Stated):
    """One line that says who wrote the story, as printed (`byline`)."""

    content: Inlines

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")


class Dateline(_Stated):
    """Where and when the story was filed, as printed, with its dash (`dateline`). It runs into the first paragraph."""

    content: Inlines
    place: str | None = None
    """The place alone, repeated from the words."""
    date: str | None = None
    """The date's value, perhaps without its year: `--05-22`."""
    agency: str | None = None
    """The agency alone, repeated from the words, such as `AP`."""

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")
        require_text(self, "place", "agency")
        require(self, "date", "date")


class Abstract(_Stated):
    """The standfirst or summary (`abstract`)."""

    blocks: Blocks

    def _check(self) -> None:
        super()._check()
        require_all(self, "blocks", BaseBlock)


class Slug(_Stated):
    """The desk's short name of the story (`slug`)."""

    _reading = ("text",)

    text: str
    separator: str | None = None
    """What parts its words, where it is known (`-`)."""

    def _check(self) -> None:
        super()._check()
        require_text(self, "text", "separator")


class Party(_Stated):
    """A person or organisation in a role (`party`)."""

    _reading = ("name",)

    name: str
    role: PartyRole
    uri: str | None = None
    """An identifier that is an absolute IRI."""
    literal: str | None = None
    """An identifier that is none."""
    job: str | None = None
    """The job title as printed."""

    def _check(self) -> None:
        super()._check()
        require_text(self, "name", "literal", "job")
        require_one_of(self, "role", ("provider", "creator", "contributor", "source", "copyright-holder"))
        require(self, "absolute IRI", "uri")


class Rights(_Stated):
    """A statement of rights (`rights`)."""

    content: Inlines = ()
    """The words; for `data-mining` a PLUS address, `allowed`, `prohibited`, or free text."""
    kind: RightsKind = "notice"
    href: str | None = None
    """Where the terms stand."""
    lang: str | None = None

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")
        require_one_of(self, "kind", ("notice", "usage", "data-mining"))
        require_text(self, "href")
        require(self, "language tag", "lang")


class Date(_Stated):
    """A date of the story (`date`); the record's times belong to `Revision`."""

    kind: DateKind
    value: str | None
    """As precise as the source is; none only for `embargoed`: until further notice."""

    def _check(self) -> None:
        super()._check()
        require_one_of(self, "kind", ("created", "published", "modified", "embargoed"))
        require(self, "date", "value")
        if self.value is None and self.kind != "embargoed":
            raise ValueError(f"Date {self.kind} needs a value")


class Urgency(_Stated):
    """The editorial urgency (`urgency`), 1 the most urgent, 9 the least (IPTC Newscodes `edurgency`)."""

    value: int

    def _check(self) -> None:
        super()._check()
        require_count(self, "value", 1, 9)


class Genre(_Stated):
    """What kind of story it is (`genre`)."""

    _reading = ("name",)

    name: str
    code: str | None = None
    scheme: str | None = None
    """The alias or address of the code's vocabulary."""

    def _check(self) -> None:
        super()._check()
        require_text(self, "name")
        require(self, "token", "code", "scheme")


class Subject(_Stated):
    """What the story is about, by a vocabulary (`subject`)."""

    _reading = ("name",)

    name: str
    code: str | None = None
    scheme: str | None = None
    """The alias or address of the code's vocabulary: `medtop`, `subj`, an IRI."""
    lang: str | None = None
    """The language of the name."""
    creator: str | None = None
    """Who assigned it."""

    def _check(self) -> None:
        super()._check()
        require_text(self, "name", "creator")
        require(self, "token", "code", "scheme")
        require(self, "language tag", "lang")


class Keyword(_Stated):
    """A free keyword (`keyword`)."""

    _reading = ("text",)

    text: str

    def _check(self) -> None:
        super()._check()
        require_text(self, "text")


class Entity(_Stated):
    """A person, organisation, place or event that the story is about or names (`entity`)."""

    _reading = ("name",)

    name: str
    kind: EntityKind
    uri: str | None = None
    id: str | None = None
    """What a `Mention` in the text refers to."""

    def _check(self) -> None:
        super()._check()
        require_text(self, "name")
        require_one_of(self, "kind", ("person", "organisation", "place", "event"))
        require(self, "absolute IRI", "uri")
        require(self, "id", "id")


class Related(_Stated):
    """Another story (`related`)."""

    _reading = ("title",)

    title: str
    href: str | None = None
    rel: str = "seeAlso"
    """An IPTC item relation, by its code."""

    def _check(self) -> None:
        super()._check()
        require_text(self, "title", "href")
        require(self, "token", "rel")


class AltId(_Stated):
    """Another identifier of the story (`altid`)."""

    _reading = ("value",)

    value: str
    scheme: str | None = None

    def _check(self) -> None:
        super()._check()
        require_text(self, "value")
        require(self, "token", "scheme")


class EdNote(_Stated):
    """A note from one desk to another, not for print (`ednote`)."""

    content: Inlines

    def _check(self) -> None:
        super()._check()
        require_inlines(self, "content")


class Revision(_Stated):
    """One step in the life of the record (`revision`)."""

    version: int
    time: str | None = None
    """A full date-time with a zone where the record's times are to be written."""
    kind: RevisionKind = "created"
    note: Inlines = ()
    """What changed, in words."""

    def _check(self) -> None:
        super()._check()
        require_count(self, "version", 1)
        require(self, "date", "time")
        require_one_of(self, "kind", ("created", "update", "correction", "withdrawal"))
        require_inlines(self, "note")


class Property(_Stated):
    """What has no field of its own: kept under a namespaced name, never dropped (`property`)."""

    name: str
    """`namespace:name`, such as `wire:category` or `replaced:headline`."""
    content: Inlines = ()

    def _check(self) -> None:
        super()._check()
        require(self, "token", "name")
        require_inlines(self, "content")


class Head(Value):
    """All that is said about the article, in the order of the canonical form."""

    headlines: tuple[Headline, ...] = ()
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    abstract: Abstract | None = None
    slug: Slug | None = None
    parties: tuple[Party, ...] = ()
    rights: tuple[Rights, ...] = ()
    dates: tuple[Date, ...] = ()
    urgency: Urgency | None = None
    genres: tuple[Genre, ...] = ()
    subjects: tuple[Subject, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    entities: tuple[Entity, ...] = ()
    related: tuple[Related, ...] = ()
    altids: tuple[AltId, ...] = ()
    ednotes: tuple[EdNote, ...] = ()
    revisions: tuple[Revision, ...] = ()
    properties: tuple[Property, ...] = ()

    def _check(self) -> None:
        defaults = type(self)._defaults
        for field, kind in HEAD_KINDS.items():
            held = getattr(self, field)
            if held is defaults[field]:  # As most are.
                continue
            if defaults[field] == ():
                require_all(self, field, kind)
            elif held is not None and type(held) is not kind:
                raise ValueError(f"Head.{field} must be a {kind.__name__}, not {held!r}")

    def headline(self, kind: HeadlineKind = "main") -> Headline | None:
        """Return the first headline of the kind, or None: an article may have none."""
        return next((headline for headline in self.headlines if headline.kind == kind), None)

    def date(self, kind: DateKind) -> Date | None:
        """Return the first date of the kind, or None."""
        return next((date for date in self.dates if date.kind == kind), None)

    def parties_in(self, role: PartyRole) -> tuple[Party, ...]:
        """Return the parties in the role, in order."""
        return tuple(party for party in self.parties if party.role == role)


HEAD_KINDS: dict[str, type[Value]] = {
    "headlines": Headline,
    "bylines": Byline,
    "dateline": Dateline,
    "abstract": Abstract,
    "slug": Slug,
    "parties": Party,
    "rights": Rights,
    "dates": Date,
    "urgency": Urgency,
    "genres": Genre,
    "subjects": Subject,
    "keywords": Keyword,
    "entities": Entity,
    "related": Related,
    "altids": AltId,
    "ednotes": EdNote,
    "revisions": Revision,
    "properties": Property,
}
"""Field of `Head` → class of what it holds."""

Head._reading = tuple(HEAD_KINDS)  # type: ignore[attr-defined]
