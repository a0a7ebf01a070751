"""A storage root around its objects: declaration, layout, extensions, our own area, and the folders down to objects.

OCFL 1.1 §4. In a root with our ledger, everything has its place, and what has
none is a finding; in a root of another tool what OCFL allows is passed by.
"""

from __future__ import annotations

import json
import re

from converter.archive import layout as layouts
from converter.archive.findings import Finding, finding
from converter.archive.inventory import FILE as INVENTORY
from converter.archive.inventory_rules import SPECIFICATIONS
from converter.archive.layout import Layout
from converter.archive.ledger_index import key_of
from converter.archive.object_check import EXTENSIONS
from converter.archive.objects import DECLARATION as OBJECT_DECLARATION
from converter.archive.store import AREA
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from converter.archive.tree import Entry, Tree

DECLARATION = "0=ocfl_"

_SCRATCH = ("staging", "quarantine")
"""Folders of our area that hold what is no part of the record."""
_LOCKS = "locks"
_LOCK = re.compile(r"[0-9a-z-]+\.lock|writer")
_LOG = re.compile(r"[0-9a-z][0-9a-z.-]*\.jsonl")
_AREA_FILE = re.compile(r"ledger(\.\d{4,})?\.jsonl|catalogue\.sqlite(-wal|-shm|-journal|-lock)?")


class Root(Value):
    """What is known of a root before its objects are looked at."""

    findings: tuple[Finding, ...]
    specification: str
    """Of OCFL."""
    layout: Layout | None
    ours: bool
    """Whether it has our area: then it must have our ledger."""


def looks_like_root(entries: list[Entry]) -> bool:
    """Return whether a folder was once a root: whatever is left of one is to be verified, not refused."""
    names = {each.name for each in entries}
    return bool(names & {layouts.FILE, "extensions"}) or any(
        name.startswith(DECLARATION) and not name.startswith(OBJECT_DECLARATION) for name in names
    )


def looks_like_object(entries: list[Entry]) -> bool:
    """Return whether a folder is, or once was, an object."""
    return any(each.name == INVENTORY or each.name.startswith(OBJECT_DECLARATION) for each in entries)


def check_root(tree: Tree) -> Root:
    """Return what a root says of itself, and what is wrong with that."""
    entries = tree.entries("")
    ours = tree.exists(AREA)
    specification, found = _check_declaration(tree, entries)
    layout, faults = _check_layout(tree, entries, ours=ours)
    found += faults
    for each in entries:
        if each.name == "extensions" and each.kind == "folder":
            found += _check_extensions(tree, layout, ours=ours)
        elif each.kind != "folder" and not (each.kind == "file" and _belongs(each.name, ours=ours)):
            found.append(_odd("root-entry-extra", each, each.name))
    return Root(tuple(found), specification, layout, ours)


def _belongs(name: str, *, ours: bool) -> bool:
    """Return whether a file may lie in the root: in one of another tool OCFL 1.1 §4.1 allows any."""
    return not ours or name == layouts.FILE or name.startswith(DECLARATION)


def _odd(code: str, entry: Entry, path: str) -> Finding:
    match entry.kind:
        case "link":
            return finding("link", path)
        case "special":
            return finding("special-file", path)
        case kind:
            return finding(code, path, kind=kind)


def _check_declaration(tree: Tree, entries: list[Entry]) -> tuple[str, list[Finding]]:
    """Check OCFL 1.1 §4.1: one file, whose name and text are the same."""
    found: list[Finding] = []
    declared = ""
    for each in entries:
        if not each.name.startswith(DECLARATION):
            continue
        version = each.name.removeprefix(DECLARATION)
        if each.kind != "file":
            continue  # Whoever looks at the other entries says so.
        if version not in SPECIFICATIONS:
            found.append(finding("root-declaration-unknown", each.name))
        elif declared:
            found.append(finding("root-declaration-several", each.name))
        else:
            declared = version
            if _read(tree, each.name) != f"{each.name[2:]}\n".encode():
                found.append(finding("root-declaration-wrong", each.name, wanted=each.name[2:]))
    if not declared:
        found.insert(0, finding("root-declaration-missing", ""))
    return declared or SPECIFICATIONS[-1], found


def _check_layout(tree: Tree, entries: list[Entry], *, ours: bool) -> tuple[Layout | None, list[Finding]]:
    content = _read(tree, layouts.FILE)
    if content is None:
        # OCFL leaves it out if it likes; we never do.
        return None, [finding("layout-broken", layouts.FILE, reason="is not there")] if ours else []
    try:
        statement = json.loads(content)
        name = statement["extension"]
        if not isinstance(name, str) or not isinstance(statement["description"], str):
            raise ValueError("extension and description are no texts")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        return None, [finding("layout-broken", layouts.FILE, reason=reason)]
    layout = layouts.read(tree)
    if layout is None:
        config = f"extensions/{name}/config.json"
        if name in (layouts.FLAT, layouts.HASH_AND_ID, layouts.HASHED):
            reason = "its numbers do not fit together, or are none"
            return None, [finding("layout-config-broken", config, name=name, reason=reason)]
        return None, [finding("layout-unknown", layouts.FILE, name=name).replace(raised=ours)]
    found: list[Finding] = []
    if ours:
        for path, wanted in layout.files().items():
            # Another tool's file says the same in other words, and so has another length.
            there = _read(tree, path)
            if there is not None and there != wanted and len(there) == len(wanted):
                found.append(finding("layout-changed", path))
    return layout, found


def _check_extensions(tree: Tree, layout: Layout | None, *, ours: bool) -> Iterator[Finding]:
    """Check OCFL 1.1 §4.4, and our own area."""
    for each in tree.entries("extensions"):
        path = f"extensions/{each.name}"
        if each.kind != "folder":
            yield _odd("root-extension-file", each, path)
        elif path == AREA:
            yield from _check_area(tree)
        elif each.name not in EXTENSIONS:
            yield finding("root-extension-unregistered", path)
        elif ours and layout is not None and each.name == layout.name:
            for inner in tree.entries(path):
                if inner.name != "config.json" or inner.kind != "file":
                    yield _odd("root-entry-extra", inner, f"{path}/{inner.name}")


def _check_area(tree: Tree) -> Iterator[Finding]:
    """Check that our area has the ledger, locks and logs, staging, quarantine and the catalogue, and nothing else."""
    for each in tree.entries(AREA):
        path = f"{AREA}/{each.name}"
        if each.kind != "folder":
            if each.kind != "file" or not _AREA_FILE.fullmatch(each.name):
                yield _odd("area-entry-extra", each, path)
        elif each.name not in _SCRATCH:
            form = _LOCK if each.name == _LOCKS else _LOG
            for inner in tree.entries(path):
                if inner.kind != "file" or not form.fullmatch(inner.name):
                    yield _odd("area-entry-extra", inner, f"{path}/{inner.name}")


def _read(tree: Tree, path: str) -> bytes | None:
    try:
        return tree.read(path)
    except OSError:
        return None


# ── The folders down to the objects ─────────────────────────────────────────


def walk(tree: Tree, is_object: Callable[[str], bool]) -> Iterator[str | Finding]:
    """Yield the folder of each object, sorted by name after name, and what is wrong on the way (OCFL 1.1 §4.2).

    `is_object(path)` says of a folder, asked in the same order, that an object
    must be there: it is not opened then. Memory does not grow with the root.
    """
    # Without recursion: how deep a hostile root may be, Python's stack must not decide.
    waiting: list[Iterator[str | Finding]] = [_inside(tree, "")]
    while waiting:
        try:
            each = next(waiting[-1])
        except StopIteration:
            waiting.pop()
            continue
        if isinstance(each, Finding) or not each.endswith("/"):
            yield each
        elif is_object(each[:-1]):
            yield each[:-1]
        else:
            waiting.append(_inside(tree, each[:-1]))


def _inside(tree: Tree, folder: str) -> Iterator[str | Finding]:
    """Yield the folder when it is an object, else its folders, each with a `/` behind, and what is wrong in it."""
    try:
        entries = tree.entries(folder)
    except FileNotFoundError:
        return  # Removed while we walked.
    except OSError as error:
        yield finding("file-unreadable", folder, reason=str(error.strerror or error).lower())
        return
    if folder and not entries:
        yield finding("hierarchy-empty", folder)
        return
    if folder and looks_like_object(entries):
        yield folder
        return
    for each in sorted(entries, key=lambda each: key_of(each.name)):
        path = f"{folder}/{each.name}" if folder else each.name
        if each.kind == "folder":
            if path != "extensions":
                yield f"{path}/"
        elif folder:
            yield _odd("hierarchy-file", each, path)
