"""The life of a story in the archive: withdrawn, held, to be kept until a day, linked. Each is a version with an event.

Every function returns the version that is to be put, or None where there is
nothing to do: the story is in that state already.
"""

from __future__ import annotations

from converter.archive.event_builder import ACT, Acts
from converter.archive.story import CANONICAL, record_facts
from converter.core.errors import ArchiveError, UsageError
from converter.core.spelling import Spelt
from converter.core.version import NAME, VERSION
from converter.model.canonical import gate
from converter.model.checks import is_xml_text
from converter.model.head import Revision
from converter.model.inline import inlines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from converter.archive.inventory import NewVersion, User
    from converter.archive.story import Story
    from converter.model.article import Status
    from converter.model.head import RevisionKind

_WORDS: dict[Status, tuple[str, RevisionKind]] = {
    "usable": ("reinstated", "update"),
    "withheld": ("withheld", "update"),
    "canceled": ("withdrawn", "withdrawal"),
}
"""Status → the act, and the kind of revision that says so in the canonical form."""


def withdrawn(story: Story, status: Status, reason: str, *, at: str, by: User) -> NewVersion | None:
    """Return the version that withdraws the story (`canceled`, `withheld`), or brings it back (`usable`).

    It is a version of the story too: its number grows by one, and its
    revision says why.
    """
    require_reason(reason)
    act, kind = _WORDS[status]
    article = story.article
    if article.status == status:
        return None
    version = article.version + 1
    revisions = (*article.head.revisions, Revision(version, at, kind, inlines(reason)))
    changed = gate(article.replace(status=status, version=version, head=article.head.replace(revisions=revisions)))
    record = story.record.replace(version_created=at, from_file_time=False, generator=NAME, generator_version=VERSION)
    acts = Acts(story.id, story.inventory, story.events, at=at, by=by)
    acts.add(
        "metadata modification",
        f"{act}: {reason}",
        [(CANONICAL, story.canonical, "source"), (CANONICAL, changed, "outcome")],
        [(ACT, act), ("version", str(version)), *record_facts(record)],
        by_person=True,
    )
    acts.add("validation", "valid by schemas/article.xsd", [(CANONICAL, changed, "source")])
    # Renditions that were kept say another status: they stay in the versions that they were made of.
    files = {path: known for path, known in acts.carried().items() if not path.startswith("rendition/")}
    return acts.version_with({**files, CANONICAL: changed}, f"{act}: {reason}", fixity=(CANONICAL,))


def held(story: Story, reason: str, *, at: str, by: User) -> NewVersion | None:
    """Return the version that puts the story on hold: no purge touches it until it is released."""
    require_reason(reason)
    return None if story.hold == reason else _noted(story, "held", reason, [("hold", reason)], at=at, by=by)


def released(story: Story, reason: str, *, at: str, by: User) -> NewVersion | None:
    """Return the version that ends the hold."""
    require_reason(reason)
    return None if story.hold is None else _noted(story, "released", reason, [("hold", "")], at=at, by=by)


def retained(story: Story, until: str | None, reason: str, *, at: str, by: User) -> NewVersion | None:
    """Return the version that says until which day the story must be kept; None: no longer than anybody wants."""
    if reason:
        require_reason(reason)
    if story.retain_until == until:
        return None
    words = f"until {until}" if until else "no longer bound"
    return _noted(
        story,
        "retained",
        f"{words}: {reason}" if reason else words,
        [("retain-until", until or "")],
        at=at,
        by=by,
    )


_REASON = Spelt("reason", "--reason")


def require_reason(reason: str) -> None:
    """Raise UsageError unless the reason says something, and nothing that no document can hold."""
    if not reason.strip():
        raise UsageError("no reason given", where=_REASON, hint="write " + Spelt('reason="…"', '--reason "…"'))
    if not is_xml_text(reason):
        raise UsageError(f"{reason!r} holds characters that XML cannot", where=_REASON)


def require_day(text: str) -> str:
    """Return the text if it is a day, `2031-12-31`. Raises UsageError."""
    from datetime import date

    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"{text!r} is no day", hint="such as 2031-12-31") from None


def linked(
    story: Story, relation: str, other: str, reason: str, *, at: str, by: User, undo: bool = False
) -> NewVersion | None:
    """Return the version that says how the story stands to another, or with `undo` that it does not."""
    if reason:
        require_reason(reason)
    if (other in story.links(relation)) is not undo:
        return None
    words = f"{'not ' if undo else ''}{relation.replace('-', ' ')} {other}{f': {reason}' if reason else ''}"
    facts = [(f"not-{relation}" if undo else relation, other)]
    return _noted(story, "unlinked" if undo else "linked", words, facts, at=at, by=by)


def _noted(story: Story, act: str, words: str, facts: Iterable[tuple[str, str]], *, at: str, by: User) -> NewVersion:
    """Return the version that differs from the head by an event alone."""
    acts = Acts(story.id, story.inventory, story.events, at=at, by=by)
    acts.add("metadata modification", f"{act}: {words}", facts=[(ACT, act), *facts], by_person=True)
    return acts.version_with(acts.carried(), f"{act}: {words}")


def require_no_circle(older: Story, newer: Story, earlier: Iterable[str]) -> None:
    """Raise ArchiveError where the link would make a story its own revision; `earlier` are those before the older."""
    if older.id == newer.id or newer.id in earlier:
        raise ArchiveError("would be a revision of itself", where=newer.id)
