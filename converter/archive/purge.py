"""Purge: what a court or a person's right to be forgotten takes out of the archive, for good.

Of a whole story a tombstone is left: digests, reason, who and when; no word
and no name of the content. Of single versions nothing is left but what was
done, without names. Backups and exports are other places: their owners must
purge them.
"""

from __future__ import annotations

import json

from converter.archive.event_builder import ACT, Acts
from converter.archive.events import FILE, Event, parse_all, serialise_all
from converter.archive.inventory import NewVersion
from converter.archive.lifecycle import require_reason
from converter.archive.story import CANONICAL, RELATIONS, SOURCE, TOMBSTONE, Story
from converter.archive.submission import PURGED
from converter.core.errors import ArchiveError
from converter.core.spelling import Spelt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from converter.archive.inventory import User
    from converter.archive.store import Store

_KEPT_FACTS = (
    *(ACT, "version", "hold", "retain-until", "purged-version"),
    *(name for relation in RELATIONS for name in (relation, f"not-{relation}")),
)
"""Of an event of a purged version; names, paths and values that a caller gave are content."""


def require_purgeable(story: Story, *, now: str) -> None:
    """Raise ArchiveError while the story is on hold or must still be kept."""
    if story.hold is not None:
        raise ArchiveError(
            f"is on hold: {story.hold}",
            where=story.id,
            hint=Spelt("Archive.release", "convert archive release") + " ends the hold",
        )
    until = story.retain_until
    if until is not None and now[:10] <= until:
        raise ArchiveError(
            f"must be kept until {until}",
            where=story.id,
            hint=Spelt("Archive.retain(id, None)", "convert archive retain --until none") + " ends that",
        )


def tombstone(story: Story, reason: str, *, at: str, by: User) -> NewVersion:
    """Return the version that stands in the place of the whole story."""
    require_reason(reason)
    acts = Acts(story.id, None, (), at=at, by=by)
    acts.add("deletion", "purged", facts=[(ACT, "purged")], by_person=True)
    made = acts.version_with({}, "purged")
    events = made.files[FILE]
    assert isinstance(events, bytes)
    record = {
        "id": story.id,
        "purged": at,
        "reason": reason,
        "by": {"name": by.name, "address": by.address},
        "versions": [
            {"version": name, "created": each.created, story.inventory.algorithm: sorted(each.state)}
            for name, each in story.inventory.versions.items()
        ],
        "event": json.loads(events),
    }
    content = json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"
    return made.replace(files={TOMBSTONE: content})


def without(
    store: Store, story: Story, versions: Sequence[str], reason: str, *, at: str, by: User
) -> tuple[NewVersion, ...]:
    """Return all versions of the object anew, oldest first, without some of them, and one more that says so.

    Raises ArchiveError for a version that is not there, when nothing would be
    left, and when another version holds the same source or the same canonical
    form: purging one of the two would take nothing away.
    """
    require_reason(reason)
    inventory = story.inventory
    gone = [Story(store, inventory, version) for version in dict.fromkeys(versions)]
    kept = [Story(store, inventory, version) for version in inventory.versions if version not in set(versions)]
    if not kept:
        raise ArchiveError("would have no version left", where=story.id, hint="purge the whole story")
    _require_all_with_content(gone, kept)
    redacted = _redacted(gone, store, story)
    made: list[NewVersion] = []
    for each in kept:
        known = inventory.version(each.version)
        files: dict[str, bytes | str] = {path: each.read(path) for path in each.files}
        files[FILE] = _with_redacted(each, redacted)
        made.append(
            NewVersion(
                created=known.created,
                message=known.message or "kept",
                user=known.user or by,
                files=files,
                fixity=_fixity(story, each),
            )
        )
    acts = Acts(story.id, inventory, parse_all(_with_redacted(story, redacted)), at=at, by=by)
    names = " ".join(each.version for each in gone)
    acts.add(
        "deletion",
        f"purged {names}: {reason}",
        facts=[(ACT, "purged-version"), *(("purged-version", each.version) for each in gone), *_state(story)],
        by_person=True,
    )
    last = {path: content for path, content in made[-1].files.items() if path != FILE}
    made.append(acts.version_with(last, f"purged {names}"))
    return tuple(made)


def _state(story: Story) -> list[tuple[str, str]]:
    """Return the facts of the head that must outlive the events which stated them."""
    return [("retain-until", story.retain_until)] if story.retain_until else []


def _require_all_with_content(gone: Sequence[Story], kept: Sequence[Story]) -> None:
    taken = {
        digest for each in gone for path, digest in each.files.items() if path == CANONICAL or path.startswith(SOURCE)
    }
    same = [each.version for each in kept if taken & set(each.files.values())]
    if same:
        names = [*(each.version for each in gone), *same]
        together = Spelt(f"versions={names}", " ".join(f"--version {name}" for name in names))
        raise ArchiveError(
            f"{', '.join(same)} {'holds' if len(same) == 1 else 'hold'} the same content",
            where=gone[0].id,
            hint=together + " purges all" if len(same) < len(kept) else "no version would be left: purge the story",
        )


def _redacted(gone: Sequence[Story], store: Store, story: Story) -> dict[str, Event]:
    """Return, by their ids, the events of the purged versions, without names and values."""
    names = list(story.inventory.versions)
    found: dict[str, Event] = {}
    for each in gone:
        at = names.index(each.version)
        before = set() if at == 0 else {event.id for event in Story(store, story.inventory, names[at - 1]).events}
        for event in each.events:
            if event.id not in before:
                facts = tuple(fact for fact in event.facts if fact[0] in _KEPT_FACTS)
                parts = tuple(part.replace(path=part.path.partition("/")[0]) for part in event.parts)
                found[event.id] = event.replace(
                    detail=event.fact(ACT) or event.type, facts=(*facts, (PURGED, "yes")), parts=parts
                )
    return found


def _with_redacted(story: Story, redacted: dict[str, Event]) -> bytes:
    return serialise_all(redacted.get(event.id, event) for event in story.events)


def _fixity(story: Story, version: Story) -> dict[str, str]:
    """Return logical path → SHA-256 of the files of a version that the inventory's fixity block knows."""
    known = {path: digest for digest, paths in story.inventory.fixity.get("sha256", {}).items() for path in paths}
    places = {path: story.inventory.manifest[digest][0] for path, digest in version.files.items()}
    return {path: known[place] for path, place in places.items() if place in known and path != FILE}
