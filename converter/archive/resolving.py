"""Resolving: from what a person types of a story's id to the one id that it means."""

from __future__ import annotations

import re

from converter.archive.packs.form import is_pack
from converter.core.errors import ArchiveError
from converter.core.spelling import Spelt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.archive.store import Store

_MOST_SHOWN = 5


def no_such_story(store: Store, id: str) -> ArchiveError:
    """Return the error for a story that is not there, with where all are listed."""
    hint = Spelt("Archive.list() tells which there are", f"convert archive list {store.place}")
    return ArchiveError("no such story", where=id, hint=hint)


def resolve(store: Store, text: str) -> str:
    """Return the id of the story that the text names: its id, or any beginning of the id or of a part of its end.

    `urn:uuid:1a2b…` is found by `1a2b`, `tag:example.com,2025:night-ferry` by
    `night`. Raises ArchiveError where no story is meant, or several.
    """
    found = resolve_known(store, text)
    if found is None:
        raise no_such_story(store, text)
    return found


def resolve_known(store: Store, text: str) -> str | None:
    """Return the same, or None where no story is meant."""
    if ":" in text and store.find(text) is not None:
        return text
    found = [id for id in known_ids(store) if _names(text, id)] if text else []
    if not found or text in found:
        return text if found else None
    if len(found) == 1:
        return found[0]
    shown = ", ".join(sorted(found)[:_MOST_SHOWN]) + (", …" if len(found) > _MOST_SHOWN else "")
    raise ArchiveError(f"names {len(found)} stories", where=text, hint=shown)


def require_whole(store: Store, text: str) -> None:
    """Raise ArchiveError for what is no whole id; where it is a beginning of one, that one is named."""
    meant = resolve(store, text)
    if meant != text:
        raise ArchiveError("is no whole id", where=text, hint=f"give the whole id: {meant}")


def _names(text: str, id: str) -> bool:
    return id.startswith(text) or any(id.startswith(text, end.end()) for end in re.finditer(r"[:/#]", id))


def known_ids(store: Store) -> Iterator[str]:
    """Yield the id of each story once; from the ledger, where it knows any, as that is one file.

    Stories that another tool put there are in no ledger: a root without one is walked.
    """
    seen: dict[str, None] = {}
    for line in store.ledger():
        seen[line.id] = None
    if seen:
        yield from (id for id in seen if not is_pack(id))
    else:
        yield from store.ids()
