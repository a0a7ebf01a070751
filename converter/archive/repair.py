"""Repair: what a crash left is finished or undone; damage is left as it is, for `verify` to report.

Nothing is rolled forward unless it proves itself: a version's folder by its
own inventory, sidecar and contents. `sweep` is the cheap part, which every
writer runs when it begins: it looks at what dead writers left in staging,
where each put says what it was to do. `walk` looks at the whole root.
"""

from __future__ import annotations

import hashlib
import os
import stat

from converter.archive import inventory as inventories
from converter.archive import objects, staging
from converter.archive.inventory import FILE, sidecar, sidecar_digest
from converter.archive.object_check import check_object
from converter.archive.staging import ACT, LOCK, RESTORED, Act
from converter.archive.store import Mend
from converter.core.errors import ArchiveError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converter.archive.inventory import Inventory
    from converter.archive.root import Root
    from converter.archive.staging import Staging


def mend(root: Root, own: Staging) -> Iterator[Mend]:
    """Yield all that is mended in a root."""
    yield from sweep(root)
    yield from mend_logs(root)
    yield from walk(root, own)


def survey(root: Root) -> Iterator[Mend]:
    """Yield what `mend` would do, and change nothing."""
    if os.path.isdir(os.path.join(root.area, "locks")):
        yield from sweep(root, dry_run=True)
        yield from mend_logs(root, dry_run=True)
    yield from walk(root, None)


# ── The cheap part: staging and the end of the ledger ───────────────────────


def sweep(root: Root, *, dry_run: bool = False) -> list[Mend]:
    """Settle what dead writers left: finish or undo their puts, remove their staging, cut a torn line.

    The caller holds no lock.
    """
    with root.disk.locked(root.lock_file("sweep")):
        return [*_dead_writers(root, dry_run), *_torn_ledger(root, dry_run)]


def _dead_writers(root: Root, dry_run: bool) -> Iterator[Mend]:
    folder = os.path.join(root.area, "staging")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not os.path.isdir(path):
            # Init writes its files here, under the lock that we hold.
            if not dry_run:
                root.disk.remove(path)
            yield _mend("swept-staging", path, root, "a file that an interrupted init left")
            continue
        if not root.disk.is_free(os.path.join(path, LOCK)):
            continue
        yield from recover(root, path, dry_run=dry_run)
        if not dry_run:
            root.disk.remove_tree(path)
        yield _mend("swept-staging", path, root, "what a writer left that is no more")


def recover(root: Root, writer: str, *, dry_run: bool = False) -> Iterator[Mend]:
    """Finish or undo each put in a dead writer's staging, in the order in which they began."""
    left: list[tuple[str, Act]] = []
    for name in sorted(os.listdir(writer), key=lambda each: (len(each), each)):
        try:
            with open(os.path.join(writer, name, ACT), "rb") as file:
                acts = staging.parse(file.read())
        except (OSError, ValueError):
            continue  # It died before it had said what it would do, and so before it did anything.
        left += [(os.path.join(writer, name), each) for each in acts if each.id]
    if not left:
        return
    known = {(line.id, line.head, line.inventory) for line in root.ledger.read() if line.id in {a.id for _, a in left}}
    for folder, act in left:
        with root.locked(act.id):
            yield from _settle(root, folder, act, (act.id, act.head, act.inventory) in known, dry_run)
            if not dry_run and not os.path.isdir(root.goal(act.id)):
                for each in root.remove_empty(os.path.dirname(root.goal(act.id))):
                    yield _mend("removed-folder", each, root, "it was empty")


def _settle(root: Root, folder: str, act: Act, is_known: bool, dry_run: bool) -> Iterator[Mend]:
    goal = root.goal(act.id)
    old = os.path.join(folder, "old")
    if act.kind == "remove":
        # Its line says the version that went, as the put of that version did: only a missing object tells.
        if os.path.isdir(old) and not _is_removed(root, act):
            if not dry_run:
                root.disk.rename(old, goal)
                _flush(root, os.path.dirname(goal), folder)
            yield _mend("put-back", goal, root, "an object whose removal was not acknowledged")
        return
    if act.kind == "replace" and os.path.isdir(old) and not os.path.isdir(goal):
        if not dry_run:
            root.disk.rename(os.path.join(folder, act.staged), goal)
        yield _mend("rolled-forward", goal, root, f"{act.head} was staged whole, and the old object moved away")
        if dry_run:
            return
    if not root.holds(act):
        return  # It had not come to the point from which it is whole.
    notes = root.missing(act.notes) if _is_its_doing(root, folder, act) else []
    yield from roll_forward(root, goal, folder, dry_run=dry_run)
    if not is_known and act.how != RESTORED:
        if not dry_run:
            if root.flush:
                root.disk.flush_tree(goal)
                _flush(root, *root.above(goal), root.area)
            root.acknowledge(_acts(root, goal, act), notes)
        yield _mend("adopted", goal, root, f"{act.head}, which its writer stored and could not acknowledge")
    elif notes and not dry_run:
        root.note(notes)
    if notes:
        yield _mend("noted", goal, root, "an act that its writer did and could not note")


def _is_its_doing(root: Root, folder: str, act: Act) -> bool:
    """Return whether the act itself put what the object holds, not another writer that was first with the same."""
    match act.kind:
        case "new":
            return not os.path.isdir(os.path.join(folder, act.staged))
        case "update":
            return not os.path.isdir(os.path.join(folder, act.head))
        case _:
            # What was restored may have had the same inventory while it was damaged.
            path = os.path.relpath(root.goal(act.id), root.path)
            return act.how != RESTORED or not any(
                each.kind == "error" for each in check_object(root.tree, path).findings
            )


def _acts(root: Root, goal: str, act: Act) -> list[Act]:
    """Return the lines of a put that was recovered: of an object that came with all its versions, one for each."""
    if act.how == "put":
        return [act.replace(how="adopted")]
    if act.kind != "new":
        return [act]
    path = os.path.relpath(goal, root.path)
    found = objects.head(root.tree, path)
    assert found is not None, "it was just looked at, under its lock"
    return acts_of(root, path, found[0], act.how, found[0].versions)


def _is_removed(root: Root, act: Act) -> bool:
    last = None
    for line in root.ledger.read():
        if line.id == act.id:
            last = line
    return last is not None and last.how == act.how


def _torn_ledger(root: Root, dry_run: bool) -> Iterator[Mend]:
    with root.disk.locked(root.lock_file("ledger")):
        path = root.ledger.torn()
        if path is not None:
            if not dry_run:
                root.disk.mend_lines(path)
            yield _mend("cut-tail", path, root, "a last line without its end")


# ── One object ──────────────────────────────────────────────────────────────


def roll_forward(root: Root, folder: str, staged: str, *, dry_run: bool = False) -> Iterator[Mend]:
    """Finish an update that died between its renames; the caller holds the object's lock and has the staging folder.

    The version's folder beside an older root inventory must have a sidecar that proves its inventory, extend what the
    root inventory says, and hold every content that it names.
    """
    place = os.path.relpath(folder, root.path)
    try:
        content = root.tree.read(f"{place}/{FILE}")
        current = inventories.parse(content)
        side = f"{FILE}.{current.algorithm}"
        stated = _stated(root, f"{place}/{side}")
    except (OSError, ArchiveError):
        return
    own = sidecar(content, current.algorithm)
    if stated == sidecar_digest(own):
        following = _following(root, place, current)
        if following is not None:
            if not dry_run:
                # The inventory first: between the two the version's own sidecar proves it.
                for name, each in ((FILE, following), (side, sidecar(following, current.algorithm))):
                    _install(root, staged, folder, name, each)
            yield _mend("rolled-forward", folder, root, "a version that was whole, and not yet the head")
        return
    number = inventories.number(current.head)
    names = list(current.versions)
    before = _stated(root, f"{place}/{names[-2]}/{side}") if number > 1 and len(names) > 1 else None
    if _stated(root, f"{place}/{current.head}/{side}") == sidecar_digest(own) and stated == before:
        if not dry_run:
            _install(root, staged, folder, side, own)
        yield _mend("wrote-sidecar", os.path.join(folder, side), root, "it was still that of the version before")


def _following(root: Root, place: str, current: Inventory) -> bytes | None:
    """Return the inventory of the version after the head when its folder is there and proves itself."""
    name = inventories.following(current)
    try:
        content = root.tree.read(f"{place}/{name}/{FILE}")
        following = inventories.parse(content)
        if _stated(root, f"{place}/{name}/{FILE}.{current.algorithm}") != sidecar_digest(
            sidecar(content, current.algorithm)
        ):
            return None
        versions = {key: each for key, each in following.versions.items() if key != name}
        if (following.id, following.head, following.algorithm, versions) != (
            current.id,
            name,
            current.algorithm,
            dict(current.versions),
        ):
            return None
        objects.require_contents(root.tree, place, following, name)
    except (OSError, ArchiveError, ValueError):
        return None
    return content


def _stated(root: Root, path: str) -> str:
    try:
        return sidecar_digest(root.tree.read(path))
    except OSError:
        return ""


def _install(root: Root, staged: str, folder: str, name: str, content: bytes) -> None:
    path = os.path.join(staged, f"mend.{name}")
    if os.path.lexists(path):
        root.disk.remove(path)
    root.disk.write(path, content, flush=root.flush)
    root.disk.rename(path, os.path.join(folder, name))
    if root.flush:
        root.disk.flush(folder)


# ── The whole root ──────────────────────────────────────────────────────────


def walk(root: Root, own: Staging | None) -> Iterator[Mend]:
    """Yield what is mended anywhere in the root: empty folders, updates cut short, objects that the ledger lacks.

    Without a staging of the caller's nothing is changed: then it is what would be mended.
    """
    dry_run = own is None
    known: set[int] = set()
    count = _learn(root, known, 0)
    act = Act("update", "", "", "", "repair", "")
    staged = own.begin(act) if own is not None else ""
    try:
        for folder in _folders(root, root.path):
            path = os.path.relpath(folder, root.path)
            if not objects.is_object(root.tree, path):
                for each in [folder] if dry_run else root.remove_empty(folder):
                    yield _mend("removed-folder", each, root, "it was empty")
                continue
            found = _head(root, path)
            if found is None or root.layout is None or root.layout.path(found[0].id) != path.replace(os.sep, "/"):
                continue  # Damaged, or not in its place: no crash does that.
            if not _is_torn(root, path, *found) and not _lacking(found[0], known):
                continue
            if dry_run:
                yield from roll_forward(root, folder, "", dry_run=True)
                yield from _adopt(root, folder, path, known, dry_run)
                continue
            with root.locked(found[0].id):
                # Somebody may have been at it: look again, now that nobody can be.
                count = _learn(root, known, count)
                yield from roll_forward(root, folder, staged, dry_run=dry_run)
                yield from _adopt(root, folder, path, known, dry_run)
    finally:
        if staged:
            root.drop(staged)


def _folders(root: Root, folder: str) -> Iterator[str]:
    """Yield the objects' folders, and the empty ones, below a folder; links are never followed."""
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda each: each.name)
    if not entries or any(each.name.startswith(objects.DECLARATION) for each in entries):
        if folder != root.path:
            yield folder
        return
    for each in entries:
        if each.is_dir(follow_symlinks=False) and (folder != root.path or each.name != "extensions"):
            try:
                yield from _folders(root, each.path)
            except FileNotFoundError:
                continue  # Removed while we walked.


def _head(root: Root, path: str) -> tuple[Inventory, bytes] | None:
    try:
        return objects.head(root.tree, path)
    except ArchiveError:
        return None


def _is_torn(root: Root, path: str, found: Inventory, content: bytes) -> bool:
    """Return whether an update may have died in the object: a look, before its lock is taken."""
    side = f"{path}/{FILE}.{found.algorithm}"
    return root.tree.exists(f"{path}/{inventories.following(found)}") or _stated(root, side) != sidecar_digest(
        sidecar(content, found.algorithm)
    )


def _key(id: str, head: str) -> int:
    """Return what is kept of a version that the ledger has: 8 bytes, as there may be millions."""
    return int.from_bytes(hashlib.sha256(f"{head} {id}".encode()).digest()[:8], "big")


def _learn(root: Root, known: set[int], start: int) -> int:
    for line in root.ledger.read(start):
        known.add(_key(line.id, line.head))
        start += 1
    return start


def _lacking(found: Inventory, known: set[int]) -> list[str]:
    """Return the versions that the ledger lacks, oldest first: those above the newest that it has."""
    lacking: list[str] = []
    for name in found.versions:
        lacking = [] if _key(found.id, name) in known else [*lacking, name]
    return lacking


def _adopt(root: Root, folder: str, path: str, known: set[int], dry_run: bool) -> Iterator[Mend]:
    found = _head(root, path)
    lacking = _lacking(found[0], known) if found else []
    if found is None or not lacking:
        return
    if any(each.kind == "error" for each in check_object(root.tree, path).findings):
        return  # Damage: it is reported, and never made part of what was acknowledged.
    if root.flush and not dry_run:
        root.disk.flush_tree(folder)
        _flush(root, *root.above(folder), root.area)
    acts = acts_of(root, path, found[0], "adopted", lacking)
    for act in acts:
        known.add(_key(act.id, act.head))
        yield _mend("adopted", folder, root, f"{act.head} of {act.id}, which is whole and not in the ledger")
    if not dry_run:
        root.acknowledge(acts)


def acts_of(root: Root, path: str, found: Inventory, how: str, names: Iterable[str]) -> list[Act]:
    """Return what the ledger is to say of versions of an object that was not put here version by version.

    A version without an inventory of its own, as other tools may leave it (OCFL 1.1, W010), can have no line, unless
    it is the head.
    """
    acts: list[Act] = []
    for name in names:
        try:
            content = root.tree.read(f"{path}/{name}/{FILE}")
        except FileNotFoundError:
            if name != found.head:
                continue
            content = root.tree.read(f"{path}/{FILE}")
        acts.append(Act("new", found.id, name, inventories.sha512(content), how, found.versions[name].created))
    return acts


# ── Logs ────────────────────────────────────────────────────────────────────


def mend_logs(root: Root, *, dry_run: bool = False) -> Iterator[Mend]:
    """Yield the logs of which a torn last line was cut."""
    with root.disk.locked(root.lock_file("logs")):
        for folder, folders, names in os.walk(root.area):
            if folder == root.area:
                folders[:] = sorted(set(folders) - {"staging", "locks", "quarantine"})
                names = []
            for name in sorted(names):
                path = os.path.join(folder, name)
                if name.endswith(".jsonl") and stat.S_ISREG(os.lstat(path).st_mode) and _ends_torn(path):
                    if not dry_run:
                        root.disk.mend_lines(path)
                    yield _mend("cut-tail", path, root, "a last line without its end")


def _ends_torn(path: str) -> bool:
    with open(path, "rb") as file:
        if not file.seek(0, os.SEEK_END):
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _flush(root: Root, *folders: str) -> None:
    if root.flush:
        for each in folders:
            root.disk.flush(each)


def _mend(what: str, path: str, root: Root, words: str) -> Mend:
    return Mend(what, os.path.relpath(path, root.path).replace(os.sep, "/"), words)
