"""Intake: from a plan to the version that an object is to have, without changing anything.

`prepare` reads the store only, and runs in any process; what comes back is a
picklable value that `Archive.put` stores. The identity of the story is settled
while it is read, before any writer runs, so that no output carries a guid, a
version or a record other than the archive's.
"""

from __future__ import annotations

import os

from converter.archive import access
from converter.archive.agents import PROGRAM
from converter.archive.deciding import CONTENT, Decision, decide
from converter.archive.event_builder import ACT, Acts
from converter.archive.names import media_name, safe_name
from converter.archive.near_duplicates import alike
from converter.archive.story import CANONICAL, RENDITION, SOURCE, find_story, record_facts
from converter.archive.submission import submission_of
from converter.conversion import pipeline
from converter.conversion.identity import uuid_from
from converter.conversion.pipeline import Registration
from converter.conversion.provenance import holdable
from converter.core.errors import ArchiveError, UsageError
from converter.core.notices import notice
from converter.core.spelling import COLLECTION, Spelt
from converter.core.values import Value
from converter.formats.item_times import settle
from converter.formats.records import Record
from converter.formats.registry import find_reader, find_writer
from converter.model.block import MediaReference
from converter.model.canonical import content_digest
from converter.model.traversal import walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from converter.archive.deciding import Word
    from converter.archive.inventory import Inventory, NewVersion, User
    from converter.archive.near_duplicates import Candidates
    from converter.archive.store import Store
    from converter.archive.story import Story
    from converter.archive.submission import Submission
    from converter.conversion.pipeline import Conversion, Plan
    from converter.core.notices import Notice
    from converter.model.article import Article

MANY_VERSIONS = 50
"""Above so many, each new version is a notice: inventories grow with the square (`archive.md`, section 6)."""


class Intake(Value):
    """How submissions are taken in, the same for all of a run."""

    by: User = PROGRAM
    keep_renditions: bool = False
    """Whether outputs are kept in the archive; they can be made again at any time."""
    accept_older: bool = False
    """Whether a version that is older than the archive's may become the newest."""
    renormalise: bool = False
    """Whether a submission that is there already is read again by this release, into a new version if it differs."""
    collection: str | None = None
    """With a path: the two make the story's identity, whatever its bytes are (`--identity path`)."""


class Prepared(Value):
    """What is to become of one submission."""

    id: str
    """The story's guid, the id of its object."""
    decision: Word
    version: int
    """The number of the story's version, as the outputs carry it."""
    head: str
    """The version that the object will have, `v2`; where nothing is put, the one that it has."""
    name: str
    """The submission's name."""
    new: NewVersion | None
    """What is to be put, or None."""
    after: Inventory | None
    """The object as it was seen; None: there was none."""
    outputs: Mapping[str, bytes] = {}
    """Writer's name → bytes."""
    notices: tuple[Notice, ...] = ()
    why: str = ""
    """Why it is stale, in words."""
    looks_like: str | None = None
    """The story that this one, a new one, may be a revision of."""


class _Enough(Exception):
    """Ends a reading whose story makes no new version."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision.word)
        self.decision = decision


def prepare(
    plan: Plan,
    store: Store,
    *,
    now: str,
    intake: Intake | None = None,
    path: str = "",
    candidates: Candidates | None = None,
) -> Prepared:
    """Return what is to become of the plan's source; nothing is changed.

    `now` is a date-time with a zone; `path` the source's place in its
    collection, such as `2024/story.txt`; `candidates` finds stories that may
    be alike. Raises what the conversion raises, and ArchiveError for a story
    that was purged, or a correction that would let out what is held back.
    """
    intake = intake or Intake()
    if intake.collection is not None:
        plan = plan.replace(meta=(*plan.meta, *_identity_by_path(plan, intake.collection, path)))
    given = dict((*plan.sidecar, *plan.meta))
    submission = submission_of(plan)
    head: Story | None = None
    decided = Decision("archived", 1)
    registered = Record()

    def register(article: Article) -> Registration:
        nonlocal head, decided, registered
        assert article.guid is not None
        head = find_story(store, article.guid)
        decided = decide(
            article,
            submission,
            head,
            is_made="guid" not in given and article.guid == plan.made_guid,
            now=now,
            accept_older=intake.accept_older,
            renormalise=intake.renormalise,
        )
        if decided.word in ("unchanged", "duplicate", "stale"):
            raise _Enough(decided)
        registered = _record(head, decided, now)
        return Registration(article.guid, decided.version, registered)

    try:
        done = pipeline.convert(plan.replace(register=register))
    except _Enough as enough:
        assert head is not None
        return _without_new_content(plan, enough.decision, submission, head, intake, now, path)
    settled = settle(done.article, given, registered, epoch=plan.epoch, modified=plan.modified)
    is_new_and_nameless = head is None and "guid" not in given and done.article.guid == plan.made_guid
    like = alike(done.article, path, store, candidates) if candidates and is_new_and_nameless else None
    return _with_new_content(plan, done, submission, head, decided, settled, intake, now, path, like)


def _identity_by_path(plan: Plan, collection: str, path: str) -> tuple[tuple[str, str], ...]:
    """Return the guid of a place in a collection, as if the caller had given it; one that the caller gives stands."""
    if any(key == "guid" for key, _ in plan.meta):
        return ()
    if not path:
        raise UsageError(
            "has no path in a collection",
            where=COLLECTION,
            hint=Spelt("say it with path", "name a file, not standard input"),
        )
    return (("guid", uuid_from(f"{collection}\n{path}".encode("utf-8", "surrogateescape"))),)


def _record(head: Story | None, decided: Decision, now: str) -> Record:
    """Return the archive's word on the record: a new version is made now, and the first one's time stands."""
    if head is None:
        return Record(version_created=now)
    if decided.word == "renormalised":
        return head.record
    return Record(version_created=now, first_created=head.record.first_created)


# ── A version of its content ────────────────────────────────────────────────


def _with_new_content(
    plan: Plan,
    done: Conversion,
    submission: Submission,
    head: Story | None,
    decided: Decision,
    settled: Record,
    intake: Intake,
    now: str,
    path: str,
    like: tuple[str, str] | None,
) -> Prepared:
    article = done.article
    assert article.guid is not None
    before = head.inventory if head else None
    acts = Acts(article.guid, before, head.events if head else (), at=now, by=intake.by)
    source = SOURCE + safe_name(plan.name)
    files: dict[str, bytes | str] = {source: plan.source, CANONICAL: done.canonical}
    files.update(_media(done))
    facts = [(ACT, decided.word), ("version", str(article.version)), *submission.facts()]
    facts += _place(plan, intake, path)
    facts += [(CONTENT, content_digest(article))]
    facts += [("possible-revision-of", like[0])] if like else []
    facts += record_facts(settled)
    received = f"{'read again' if decided.word == 'renormalised' else 'received'} {submission.name}"
    acts.add("ingestion", received, [(source, plan.source, "source")], facts, by_person=True)
    reader = find_reader(done.reader)
    acts.add(
        "format identification", f"{reader.name}: {article.provenance.media_type}", [(source, plan.source, "source")]
    )
    acts.add(
        "normalization",
        f"read by {reader.name}; notices: {len(article.provenance.remarks)}",
        [(source, plan.source, "source"), (CANONICAL, done.canonical, "outcome")],
    )
    acts.add("validation", "valid by schemas/article.xsd", [(CANONICAL, done.canonical, "source")])
    if intake.keep_renditions:
        for writer, content in done.outputs.items():
            kept = rendition_path(plan.name, writer)
            files[kept] = content
            acts.add("creation", writer, [(CANONICAL, done.canonical, "source"), (kept, content, "outcome")])
    notices = [*done.notices, *(_labels(article, now) if done.outputs else ())]
    if like:
        notices.append(notice("looks-alike", id=like[0], reason=like[1]))
    if decided.word == "corrected" and article.guid == plan.made_guid:
        notices += _taken_for_a_correction(submission, path, head)
    return Prepared(
        id=article.guid,
        decision=decided.word,
        version=article.version,
        head=acts.version,
        name=submission.name,
        new=acts.version_with(files, _message(decided, submission, article), fixity=(source, CANONICAL)),
        after=before,
        outputs=done.outputs,
        notices=(*notices, *_many(before)),
        looks_like=like[0] if like else None,
    )


def _taken_for_a_correction(submission: Submission, path: str, head: Story | None) -> tuple[Notice, ...]:
    """Return what must be said where only its bytes make it a version of a story that came in from other places.

    A page behind a paywall gives many stories the same text, and their sidecars tell them apart.
    """
    place = holdable(path) or submission.name
    known = [event.fact("path") or event.fact("name") or "" for event in head.ingestions] if head else []
    if place in known or not known:
        return ()
    return (notice("same-bytes-other-values", known=known[-1], name=place),)


def _place(plan: Plan, intake: Intake, path: str) -> list[tuple[str, str]]:
    """Return the facts that say where the source stood among others; the container is named by its SHA-256."""
    facts = (
        ("collection", intake.collection),
        ("path", path or None),
        ("container", plan.container),
        ("member", plan.member),
    )
    return [(name, holdable(text)) for name, text in facts if text is not None]


def _message(decided: Decision, submission: Submission, article: Article) -> str:
    name = submission.name or "a source without a name"
    match decided.word:
        case "archived":
            return f"archived {name}"
        case "renormalised":
            return f"read {name} again"
        case _:
            return f"corrected by {name}: version {article.version} of the story"


def _media(done: Conversion) -> dict[str, bytes]:
    """Return logical path → bytes of what was kept beside the article."""
    types = {each.sha256: each.type for each in walk(done.article) if isinstance(each, MediaReference)}
    return {media_name(sha256, types.get(sha256)): content for sha256, content in done.media.items()}


def rendition_path(name: str, writer: str) -> str:
    """Return the logical path of a kept rendition: the source's name, with the format's extension."""
    return RENDITION + os.path.splitext(safe_name(name))[0] + find_writer(writer).extension


def _many(before: Inventory | None) -> tuple[Notice, ...]:
    count = len(before.versions) + 1 if before else 1
    return (notice("many-versions", count=count),) if count > MANY_VERSIONS else ()


# ── Nothing new, or a name only ─────────────────────────────────────────────


def _without_new_content(
    plan: Plan, decided: Decision, submission: Submission, head: Story, intake: Intake, now: str, path: str
) -> Prepared:
    """Return what becomes of a submission whose content makes no version; its outputs are of the archive's version."""
    notices: list[Notice] = []
    new = None
    version = head.version
    if decided.word == "duplicate":
        acts = Acts(head.id, head.inventory, head.events, at=now, by=intake.by)
        source = head.source_path or ""
        facts = [(ACT, "duplicate"), *submission.facts(), *_place(plan, intake, path)]
        acts.add(
            "ingestion",
            f"duplicate-submission: received {submission.name}, the same bytes as {decided.why}",
            [(source, submission.sha256, "source")],
            facts,
            by_person=True,
        )
        version = acts.version
        new = acts.version_with(acts.carried(), f"recorded the name {submission.name}")
        notices.append(notice("duplicate-submission", known=decided.why, name=submission.name))
        notices += _many(head.inventory)
    elif decided.word == "unchanged" and submission.sha256 not in _digests(head):
        notices.append(notice("content-unchanged"))
    outputs: Mapping[str, bytes] = {}
    if plan.targets and decided.word != "stale":
        again = pipeline.remake(
            head.article, plan.targets, head.record, media=head.media, style=plan.style, limits=plan.limits
        )
        outputs = again.outputs
        notices += (*again.notices, *_labels(head.article, now))
    return Prepared(
        id=head.id,
        decision=decided.word,
        version=decided.version,
        head=version,
        name=submission.name,
        new=new,
        after=head.inventory,
        outputs=outputs,
        notices=tuple(notices),
        why=decided.why if decided.word == "stale" else "",
    )


def _labels(article: Article, now: str) -> tuple[Notice, ...]:
    """Return what must be said of outputs of a story that is withdrawn or embargoed; its submitter has it anyway."""
    found = access.of_article(article, now)
    return access.require_free(article.guid or "", found, withdrawn=True, embargoed=True)


def _digests(head: Story) -> set[str]:
    return {part.sha256 for event in head.ingestions for part in event.parts}


def require_current(prepared: Prepared) -> None:
    """Raise ArchiveError for a submission that is stale, with the way to have it nevertheless."""
    if prepared.decision == "stale":
        raise ArchiveError(
            f"{prepared.why}: it is older than what the archive has",
            hint=Spelt("accept_older=True", "--accept-older") + " makes it the newest nevertheless",
        )
