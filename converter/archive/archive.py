"""`Archive`: stories kept for good, as a caller sees them.

    from converter import Archive

    with Archive.open("news", create=True) as archive:
        added = archive.add("story.txt", meta={"guid": "tag:example.com,2025:ferry"})
        pdf = archive.get(added.id, to="pdf").content

The clock and the user enter here and nowhere else, as explicit values.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress

from converter.archive import access, lifecycle, purge
from converter.archive.agents import NAMED, PROGRAM, user_from
from converter.archive.ingest import Intake, Prepared, prepare, rendition_path, require_current
from converter.archive.names import safe_name
from converter.archive.opening import create_store, open_store
from converter.archive.resolving import no_such_story, require_whole, resolve
from converter.archive.store import AREA, Conflict
from converter.archive.story import CANONICAL, RENDITION, SOURCE, Story, find_story, get_story, is_tombstone
from converter.conversion import pipeline
from converter.conversion import plan as planning
from converter.conversion.identity import uuid_from
from converter.conversion.provenance import holdable
from converter.conversion.source_files import read_source
from converter.core.errors import ArchiveError, ConverterError, InvalidDocument, UsageError
from converter.core.limits import Limits
from converter.core.notices import notice
from converter.core.spelling import BY, Spelt
from converter.core.values import Value
from converter.formats.item_times import epoch_from, utc
from converter.io.hash import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Self

    from converter.archive.catalogue.search import Results, Sort
    from converter.archive.diff import Difference
    from converter.archive.findings import Finding
    from converter.archive.history import Step
    from converter.archive.inventory import Inventory, NewVersion, User
    from converter.archive.near_duplicates import Candidates
    from converter.archive.store import Durability, Group, Receipt, Store
    from converter.archive.verify import Scope, Tally
    from converter.conversion.coerce import Meta
    from converter.conversion.pipeline import Plan
    from converter.conversion.plan import Input
    from converter.core.notices import Notice
    from converter.model.article import Status
    from converter.model.style import Style

_MOST_TRIES = 100
"""Each lost try is a version that another writer has put: nobody loses so many in a row."""


class Copy(Value):
    """A story in one format, as it leaves the archive."""

    id: str
    version: str
    """Of the object, `v2`."""
    format: str
    name: str
    """A file name for it."""
    content: bytes
    notices: tuple[Notice, ...] = ()


class Summary(Value):
    """A story in a list."""

    id: str
    head: str
    """The newest version of the object."""
    version: int | None
    """The story's own number; None where there is no story to be read."""
    at: str
    """When the newest version was made."""
    state: tuple[str, ...]
    """`withdrawn (canceled)`, `embargoed until …`, `on hold`, `purged`, `no story`, `damaged: …`."""
    title: str
    """The main headline; empty where the story has none."""
    label: str = ""
    """What the story is called in a list: its headline, else its first words."""


class Archive:
    """An archive, open. A context manager; made by `Archive.open`."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], str] | None = None,
        by: str | User | None = None,
        candidates: Candidates | None = None,
    ) -> None:
        self.store = store
        self.now = now or clock
        """Returns the present as a date-time with a zone, `2026-11-25T13:00:00Z`."""
        self.by = user_from(by) if isinstance(by, str) else by or PROGRAM
        self._candidates = candidates or self._ask_catalogue

    @classmethod
    def open(
        cls,
        place: str | os.PathLike[str],
        *,
        create: bool = False,
        durability: Durability = "each",
        now: Callable[[], str] | None = None,
        by: str | User | None = None,
        candidates: Candidates | None = None,
    ) -> Archive:
        """Return the archive in a folder, or at `s3://bucket/prefix`; with `create` it is made where there is none.

        `by` is `Ann Example <ann@example.com>`, whom versions and events name beside the program. Raises
        ArchiveError for what is no archive, and for a folder that holds something else.
        """
        make = create_store if create else open_store
        return cls(make(os.fspath(place), durability=durability), now=now, by=by, candidates=candidates)

    def _ask_catalogue(self, title: str, path: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
        """Return what the catalogue finds, where there is one: a put never needs it, and makes none."""
        if not self._has_catalogue():
            return ()
        from converter.archive.catalogue.catalogue import Catalogue

        try:
            with Catalogue.open(self.store) as catalogue:
                return catalogue.candidates(title, path, phrases)
        except ConverterError:  # Likeness is a help. What ails the catalogue, a search tells.
            return ()

    def _has_catalogue(self) -> bool:
        return "://" not in self.store.place and os.path.exists(
            os.path.join(self.store.place, AREA, "catalogue.sqlite")
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    # ── Putting in ──────────────────────────────────────────────────────────

    def add(
        self,
        source: Input,
        *,
        name: str | None = None,
        to: str | Iterable[str] = (),
        reader: str | None = None,
        meta: Meta | None = None,
        settings: Mapping[str, object] | None = None,
        style: str | Style | None = None,
        limits: Limits | None = None,
        strict: bool = False,
        keep_renditions: bool = False,
        accept_older: bool = False,
        renormalise: bool = False,
        collection: str | None = None,
        path: str = "",
    ) -> Prepared:
        """Take in a path, bytes or an open binary file; return what has become of it, durable now.

        The arguments are those of `converter.convert`, and the rest is what `Intake` says; `path` is the source's
        place in its collection. The outputs carry the archive's guid, version and record. Raises what a conversion
        raises, and ArchiveError for a submission that is stale, was purged, or would publish what is held back.
        """
        wanted = planning.request_of(
            to, reader=reader, meta=meta, settings=settings, style=style, limits=limits, strict=strict
        )
        plan = planning.plan_of(source, name, wanted)
        intake = Intake(
            by=self.by,
            keep_renditions=keep_renditions,
            accept_older=accept_older,
            renormalise=renormalise,
            collection=collection,
        )
        try:
            return self.add_plan(plan, path=path, intake=intake)
        except ConverterError as error:
            raise error.at(planning.called(source, name)) from error

    def add_plan(self, plan: Plan, *, path: str = "", intake: Intake | None = None) -> Prepared:
        """Take in the source of a plan, whoever else writes at the same time; as `add` otherwise.

        A new story without an identity is compared with those that the catalogue knows, where there is one.
        """
        for _ in range(_MOST_TRIES):
            prepared = self._prepared(plan, path, intake, self._candidates)
            require_current(prepared)
            try:
                self.put(prepared)
            except Conflict:
                continue
            return prepared
        raise ArchiveError("other writers are always first", where=self.store.place)

    def prepare(self, plan: Plan, *, path: str = "", intake: Intake | None = None) -> Prepared:
        """Return what is to become of a plan's source; nothing is changed, and nothing is compared but identities.

        So what many prepare at once does not depend on who comes first. The intake's user is the archive's, unless
        it names one.
        """
        return self._prepared(plan, path, intake, None)

    def _prepared(self, plan: Plan, path: str, intake: Intake | None, candidates: Candidates | None) -> Prepared:
        intake = intake or Intake()
        if intake.by == PROGRAM:
            intake = intake.replace(by=self.by)
        return prepare(plan, self.store, now=self.now(), intake=intake, path=path, candidates=candidates)

    def put(self, prepared: Prepared, group: Group | None = None) -> tuple[Receipt, ...]:
        """Store what was prepared, and return the receipts of what is durable now; in a group, mostly none yet.

        Raises Conflict when another writer was first: prepare it again.
        """
        if prepared.new is None:
            self._require_acknowledged(prepared.id, prepared.after)
            return ()
        if group is not None:
            return group.put(prepared.id, prepared.new, prepared.after)
        return (self.store.put(prepared.id, prepared.new, prepared.after),)

    def _require_acknowledged(self, id: str, seen: Inventory | None) -> None:
        """Raise Conflict when what a *nothing to do* was told by has not come to stay: its writer died before."""
        self.store.settle(id)
        if self.store.find(id) != seen:
            raise Conflict(f"{id} is another by now", where=self.store.place)

    def group(self, size: int = 64) -> Group:
        """Return a group of puts that are flushed together: `put(prepared, group)`."""
        return self.store.group(size)

    # ── Getting out ─────────────────────────────────────────────────────────

    def find(self, text: str) -> str:
        """Return the id that a text names: the id, a beginning that is unique, or the path of a source that is there.

        Raises ArchiveError where no story is meant, or several.
        """
        if os.path.isfile(text) and (found := self._made_from(text)):
            return found
        return resolve(self.store, text)

    def _made_from(self, path: str) -> str | None:
        """Return the one story that was made from a file: by its bytes or, where there is one, by the catalogue."""
        content, _ = read_source(path, Limits())
        made = uuid_from(content)
        if self.store.find(made) is not None:
            return made
        if not self._has_catalogue():
            return None
        from converter.archive.catalogue.catalogue import Catalogue

        with Catalogue.open(self.store) as catalogue:
            known = catalogue.with_source(sha256(content).hexdigest())
        return known[0] if len(known) == 1 else None

    def story(self, id: str, version: str | None = None) -> Story:
        """Return the story of an id, or of a beginning that is unique: its head, or a version.

        Raises ArchiveError; Purged for one that is no more.
        """
        return find_story(self.store, id, version) or get_story(self.store, resolve(self.store, id), version)

    def _exactly(self, id: str) -> Story:
        """Return the story of exactly that id, to be changed. Raises ArchiveError, which names the id that is meant."""
        found = find_story(self.store, id)
        if found is None:
            require_whole(self.store, id)
        return found or get_story(self.store, id)

    def get(
        self,
        id: str,
        *,
        version: str | None = None,
        to: str = "xml",
        settings: Mapping[str, object] | None = None,
        style: str | Style | None = None,
        limits: Limits | None = None,
        withdrawn: bool = False,
        embargoed: bool = False,
    ) -> Copy:
        """Return a version of a story in a format; `source` is the source as it came in, byte for byte.

        The story is named by its id, or by a beginning of it that is unique.
        It is made again from the canonical form and the archive's record, so that the bytes are those that `add`
        gave. A rendition that was kept is returned as it was kept, unless settings or a style are given. Raises
        ArchiveError for a story that is withdrawn or embargoed, unless `withdrawn` or `embargoed` ask for it: both
        by the state of the story now, whatever the version.
        """
        head = self.story(id)
        id = head.id
        story = Story(self.store, head.inventory, version)
        notices = list(self._free(head, story, withdrawn=withdrawn, embargoed=embargoed))
        if to == "source":
            path = story.source_path
            if path is None:
                raise ArchiveError("has no source", where=id)
            # Another tool's object may have any path there: what goes out is a name, never a path.
            return Copy(id, story.version, to, safe_name(path.removeprefix(SOURCE)), story.read(path), tuple(notices))
        wanted = planning.request_of(to, settings=settings, owner=to, style=style, limits=limits)
        writer = wanted.writers[0]
        kept = rendition_path(_source_name(story), writer.name)
        name = kept.removeprefix(RENDITION)
        if kept in story.files and not settings and style is None:
            return Copy(id, story.version, writer.name, name, story.read(kept), tuple(notices))
        if writer.name == "xml" and not settings:
            return Copy(id, story.version, writer.name, name, story.canonical, tuple(notices))
        done = pipeline.remake(
            story.article, wanted.targets, story.record, media=story.media, style=wanted.style, limits=wanted.limits
        )
        return Copy(id, story.version, writer.name, name, done.outputs[writer.name], (*notices, *done.notices))

    def _free(self, head: Story, story: Story, *, withdrawn: bool, embargoed: bool) -> tuple[Notice, ...]:
        """Return the notices with which a version may leave; its own state and the head's both count."""
        now = self.now()
        found = list(access.of_article(head.article, now))
        if story.version != head.version and story.files.get(CANONICAL) != head.files.get(CANONICAL):
            found += (each for each in access.of_article(story.article, now) if each not in found)
        notices = access.require_free(head.id, found, withdrawn=withdrawn, embargoed=embargoed)
        return (*notices, *(notice("story-revised", id=id) for id in head.links("revised-by")))

    def restrictions(self, story: Story) -> tuple[access.Restriction, ...]:
        """Return why a story may not leave now, unless it is asked for by its state."""
        return access.of_article(story.article, self.now())

    def list(self) -> Iterator[Summary]:
        """Yield each story with its state and what it is called, by its place in the archive."""
        from converter.archive.near_duplicates import title
        from converter.render.display_title import label

        now = self.now()
        for id in self.store.ids():
            inventory = self.store.find(id)
            if inventory is None:  # Taken away while we went on.
                continue
            at = inventory.version().created
            if is_tombstone(inventory):
                yield Summary(id, inventory.head, None, at, ("purged",), "")
                continue
            story = Story(self.store, inventory)
            if CANONICAL not in story.files:
                yield Summary(id, inventory.head, None, at, ("no story",), "")
                continue
            try:
                state = [each.words.removeprefix("is ") for each in access.of_article(story.article, now)]
                state += ["on hold"] if story.hold else []
                yield Summary(
                    id,
                    inventory.head,
                    story.article.version,
                    at,
                    tuple(state),
                    title(story.article),
                    label(story.article),
                )
            except (ArchiveError, InvalidDocument) as error:  # One that is damaged must not hide the others.
                yield Summary(id, inventory.head, None, at, (f"damaged: {error}",), "")

    def ids(self) -> Iterator[str]:
        """Yield the id of every object, by its place in the archive."""
        return self.store.ids()

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        offset: int = 0,
        sort: Sort = "rank",
        withdrawn: bool = False,
        embargoed: bool = False,
        facets: bool = False,
        snippets: bool = True,
        catalogue: str | None = None,
    ) -> Results:
        """Return the stories that a query finds (`docs/how-to/search-an-archive.md`), best or newest first.

        The catalogue, at `catalogue` or in the archive's folder, catches up first. Stories that are withdrawn or
        under embargo now are only counted, unless asked for. Raises UsageError, with the place in the query.
        """
        from converter.archive.catalogue.catalogue import Catalogue

        with Catalogue.open(self.store, catalogue) as opened:
            found = opened.search(
                query,
                now=self.now(),
                limit=limit,
                offset=offset,
                sort=sort,
                withdrawn=withdrawn,
                embargoed=embargoed,
                facets=facets,
                snippets=snippets,
            )
            return found.replace(notices=opened.notices)

    def history(self, id: str) -> tuple[Step, ...]:
        """Return what made each version of a story, oldest first; of a linked chain, the older stories' before."""
        from converter.archive.history import steps

        found: list[Step] = []
        for each in (*self.earlier(id), id):
            inventory = self.store.find(each)
            if inventory is None:
                require_whole(self.store, each)
                raise no_such_story(self.store, each)
            found += steps(self.store, inventory)
        return tuple(found)

    def earlier(self, id: str) -> tuple[str, ...]:
        """Return the stories that a person has linked as older versions of this one, oldest first."""
        chain: dict[str, None] = {}
        waiting = [id]
        while waiting:
            inventory = self.store.find(waiting.pop())
            if inventory is None or is_tombstone(inventory):
                continue
            for each in Story(self.store, inventory).links("revision-of"):
                if each not in chain and each != id:
                    chain[each] = None
                    waiting.append(each)
        return tuple(reversed(chain))

    def difference(
        self,
        id: str,
        older: str | None = None,
        newer: str | None = None,
        *,
        withdrawn: bool = False,
        embargoed: bool = False,
    ) -> Difference:
        """Return what changed between two versions; by default from the one before the newest. Raises as `get` does."""
        from converter.archive.diff import difference

        head = self.story(id)
        names = list(head.inventory.versions)
        newer = newer or head.version
        if older is None:
            at = names.index(newer) if newer in names else 0
            older = names[max(0, at - 1)]
        first, second = (Story(self.store, head.inventory, name) for name in (older, newer))
        notices = [
            each
            for story in (second, first)
            for each in self._free(head, story, withdrawn=withdrawn, embargoed=embargoed)
        ]
        return difference(first, second, tuple(dict.fromkeys(notices)))

    # ── Life ────────────────────────────────────────────────────────────────

    def withdraw(self, id: str, *, reason: str, status: Status = "canceled") -> Receipt | None:
        """Withdraw a story (`canceled`, `withheld`), or bring it back (`usable`); None where it is in that state."""
        return self._change(id, lambda story: lifecycle.withdrawn(story, status, reason, at=self.now(), by=self.by))

    def hold(self, id: str, *, reason: str) -> Receipt | None:
        """Put a story on hold: it is not purged until it is released."""
        return self._change(id, lambda story: lifecycle.held(story, reason, at=self.now(), by=self.by))

    def release(self, id: str, *, reason: str) -> Receipt | None:
        """End the hold of a story."""
        return self._change(id, lambda story: lifecycle.released(story, reason, at=self.now(), by=self.by))

    def retain(self, id: str, until: str | None, *, reason: str = "") -> Receipt | None:
        """Say until which day (`2031-12-31`) a story must be kept; None ends that. Nothing is deleted by itself."""
        day = lifecycle.require_day(until) if until is not None else None
        return self._change(id, lambda story: lifecycle.retained(story, day, reason, at=self.now(), by=self.by))

    def collection(self, name: str) -> Iterator[Story]:
        """Yield the stories that came in as part of a collection, by their place. Every object is looked at."""
        for story in self._stories():
            if any(holdable(name) in event.facts_of("collection") for event in story.ingestions):
                yield story

    def due(self, day: str | None = None) -> Iterator[Story]:
        """Yield the stories whose time to be kept has ended on that day, today by default, by their place."""
        day = lifecycle.require_day(day) if day else self.now()[:10]
        for story in self._stories():
            until = story.retain_until
            if until is not None and until < day:
                yield story

    def _stories(self) -> Iterator[Story]:
        for id in self.store.ids():
            inventory = self.store.find(id)
            if inventory is not None and not is_tombstone(inventory):
                yield Story(self.store, inventory)

    def link(
        self, older: str, newer: str, *, reason: str = "", possible: bool = False, undo: bool = False
    ) -> tuple[Receipt, ...]:
        """Say that a story is the newer version of another: `history` of the newer then tells of both.

        Both stay as they are. `possible` only notes that it may be so; `undo` takes either back. A link that was
        half made, as by a kill, is completed when it is made again.
        """
        old, new = get_story(self.store, older), get_story(self.store, newer)
        lifecycle.require_no_circle(old, new, self.earlier(older))
        relations = [(newer, "possible-revision-of", older)]
        if not possible:
            relations = [(newer, "revision-of", older), (older, "revised-by", newer)]
        done = [
            self._change(
                id,
                lambda story, relation=relation, other=other: lifecycle.linked(  # type: ignore[misc]
                    story, relation, other, reason, at=self.now(), by=self.by, undo=undo
                ),
            )
            for id, relation, other in relations
        ]
        return tuple(receipt for receipt in done if receipt)

    def purge(self, id: str, again: str, *, reason: str, versions: Iterable[str] = ()) -> Receipt:
        """Take a story out of the archive for good, or only some of its versions; its id is given twice, whole.

        A tombstone without any content stays. Backups and exports must be purged by their owners. Raises
        ArchiveError for a story on hold or to be kept yet, UsageError when the ids differ or nobody is named.
        """
        if id != again:
            raise UsageError("the two ids differ", hint="give the story's whole id twice")
        if self.by == PROGRAM:
            raise UsageError(
                "nobody is named who purges", where=BY, hint="write " + NAMED + Spelt(" when you open the archive", "")
            )
        chosen = tuple(versions)
        for _ in range(_MOST_TRIES):
            story = self._exactly(id)
            now = self.now()
            purge.require_purgeable(story, now=now)
            new: NewVersion | tuple[NewVersion, ...]
            if chosen:
                new = purge.without(self.store, story, chosen, reason, at=now, by=self.by)
            else:
                new = purge.tombstone(story, reason, at=now, by=self.by)
            with self._forgetting(story):
                try:
                    return self.store.replace(id, new, story.inventory, how="purged")
                except Conflict:
                    continue
        raise ArchiveError("other writers are always first", where=self.store.place)

    def verify(self, scope: Scope | None = None, *, tally: Tally | None = None) -> Iterator[Finding]:
        """Yield what is not as it was stored, or not there any more; nothing for an archive that is whole.

        Nothing is changed, and nothing noted in the fixity log. `tally` counts along.
        """
        from converter.archive.verify import verify

        return verify(self.store.tree, scope, tally=tally)

    @contextmanager
    def _forgetting(self, story: Story) -> Iterator[None]:
        """Let the catalogue, where there is one, forget a story that is purged meanwhile."""
        if not self._has_catalogue():
            yield
            return
        from converter.archive.catalogue.catalogue import Catalogue

        catalogue = None
        # What ails it is no reason to keep the story; afterwards it is.
        with suppress(ConverterError):
            catalogue = Catalogue.open(self.store)
            catalogue.keep(story)
        try:
            yield
            try:
                if catalogue is None:
                    catalogue = Catalogue.open(self.store)
                catalogue.catch_up()
            except ConverterError as error:
                raise ArchiveError(
                    f"the story is purged, and the catalogue still has its words: {error}",
                    hint=f"convert archive rebuild {self.store.place}",
                ) from error
        finally:
            if catalogue is not None:
                catalogue.close()

    def _change(self, id: str, make: Callable[[Story], NewVersion | None]) -> Receipt | None:
        """Put the version that `make` makes of the head, again when another writer was first; None for none."""
        for _ in range(_MOST_TRIES):
            story = self._exactly(id)
            new = make(story)
            try:
                if new is None:
                    self._require_acknowledged(id, story.inventory)
                    return None
                return self.store.put(id, new, story.inventory)
            except Conflict:
                continue
        raise ArchiveError("other writers are always first", where=self.store.place)


def _source_name(story: Story) -> str:
    """Return the name of the story's source, or one made from its id where another tool kept none."""
    path = story.source_path
    return path.removeprefix(SOURCE) if path else f"{story.id.rpartition(':')[2]}.txt"


def clock() -> str:
    """Return the present, or `SOURCE_DATE_EPOCH`, as a date-time with a zone."""
    import time

    fixed = epoch_from(os.environ)
    present = fixed or utc(time.time())
    assert present is not None
    return present
