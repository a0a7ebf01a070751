"""The fixity log: when each object was checked, with what outcome; the nightly run takes the oldest checks first.

A check makes no version, as that would make every inventory grow: its event
goes into the log of its month, and one that failed also into the `logs` folder
of the object, which OCFL leaves to us.
"""

from __future__ import annotations

import json
import os

from converter.archive import events, logbook
from converter.archive.events import FAILURE, SUCCESS, Agent, Event
from converter.archive.object_check import LOG, LOGS
from converter.archive.store import AREA
from converter.archive.tree import FolderTree
from converter.core.version import NAME, VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.archive.object_check import Report
    from converter.archive.store import Store
    from converter.archive.tree import Tree

FOLDER = "fixity"
TYPE = "fixity check"
QUICK = "without the digests of content"
_AT_ONCE = 256
"""Checks that are appended together: the log is flushed at each append."""
_MOST_FINDINGS = 20
"""Findings that an event names; how many there are in all it says always."""


class FixityLog:
    """Notes each check of a run in the root's log; `flush` at its end.

    `open_store` is called when there is something to note for the first time:
    a store that opens may mend what a crash left, and `verify` must have seen
    it before. Raises CannotWrite where the root cannot be written to.
    """

    def __init__(self, open_store: Callable[[], Store], now: Callable[[], str], *, quick: bool) -> None:
        self._open, self._now, self._quick = open_store, now, quick
        self._store: Store | None = None
        self._waiting: list[tuple[str, Event]] = []
        self._failed: list[tuple[str, Event]] = []
        """Places of objects, and what to note in them."""

    def note(self, report: Report) -> None:
        """Note the check of one object; of one whose id cannot be read, or written, there is nothing to note."""
        if not report.id or not is_text(report.id):
            return
        event = check_event(report, self._now(), quick=self._quick)
        self._waiting.append((report.id, event))
        if event.outcome == FAILURE:
            self._failed.append((report.path, event))
        if len(self._waiting) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Append what waits, durably."""
        if not self._waiting:
            return
        if self._store is None:
            self._store = self._open()
        logbook.record(self._store, self._waiting, FOLDER)
        self._waiting.clear()
        for path, event in self._failed:
            note_in_object(self._store.tree, path, event)
        self._failed.clear()

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()


def check_event(report: Report, at: str, *, quick: bool) -> Event:
    """Return the event of a check: what was found, a line each."""
    errors = [each for each in report.findings if each.kind == "error"]
    # The name of a file may be no text at all; then its bytes are shown.
    named = [f"{each.code} {shown(each.path)}" for each in errors[:_MOST_FINDINGS]]
    scope = f"{report.files} files, {report.size} bytes" if not quick else QUICK
    detail = f"{scope}; {len(errors)} findings: {'; '.join(named)}" if errors else scope
    return Event(
        logbook.act_id(report.id, report.head, TYPE, at, detail),
        TYPE,
        at,
        FAILURE if errors else SUCCESS,
        detail,
        (Agent(NAME, "software", VERSION),),
        facts=(("version", report.head), *(("quick", "yes") for _ in range(quick))),
    )


def is_text(text: str) -> bool:
    """Return whether it can be written as UTF-8: JSON and the names of files can hold halves of characters."""
    return shown(text) == text


def shown(text: str) -> str:
    """Return the text with halves of characters as `\\udcff`."""
    return text.encode("utf-8", "backslashreplace").decode()


def note_in_object(tree: Tree, path: str, event: Event) -> None:
    """Append an event to the log in the object's own folder, where that is a folder of a file system.

    What was found must not do more harm: through a link nothing is written.
    """
    if not isinstance(tree, FolderTree):
        return
    from converter.archive.disk import disk_like, writing

    folder = os.path.join(tree.root, *path.split("/"))
    logs = os.path.join(folder, LOGS)
    if os.path.realpath(logs) != os.path.join(os.path.realpath(tree.root), *path.split("/"), LOGS):
        return
    if not os.path.isdir(folder) or (os.path.lexists(logs) and not os.path.isdir(logs)):
        return
    disk = disk_like(os.path.join(tree.root, *AREA.split("/")))
    with writing(logs):
        if disk.make_folder(logs):
            disk.flush(folder)
        file = os.path.join(logs, LOG)
        if disk.append(file, event.serialise() + b"\n", flush=True):
            disk.flush(logs)


def checks(tree: Tree) -> Iterator[tuple[str, str]]:
    """Yield id and date-time of each check that read the content and found it whole.

    A check that failed, or left the content out, does not make an object wait
    longer for its next one.
    """
    try:
        names = [each.name for each in tree.entries(f"{AREA}/{FOLDER}") if each.kind == "file"]
    except OSError:
        return
    from converter.archive.ledger import whole

    for name in names:
        for line in whole(tree.pieces(f"{AREA}/{FOLDER}/{name}")):
            try:
                id = json.loads(line)["object"]
                event = events.parse(line)
            except (ValueError, KeyError, TypeError, RecursionError):
                continue  # A line of the log that is none costs one check too many.
            if isinstance(id, str) and event.outcome == SUCCESS and event.fact("quick") is None:
                yield id, event.at
