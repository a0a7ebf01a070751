"""One object, checked by every rule of OCFL 1.1 §3, and against what the ledger says of it.

Order: declaration, root inventory and sidecar, what lies in the object, each
older version's inventory, the exact set of files, every digest. A fault ends
nothing: whatever can still be checked is. Content is read in pieces, each
file once whatever number of digests it has.
"""

from __future__ import annotations

import hashlib
import re

from converter.archive import inventory, inventory_rules
from converter.archive.findings import Finding, finding
from converter.archive.inventory_rules import SPECIFICATIONS, Checked
from converter.archive.objects import DECLARATION
from converter.core.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from converter.archive.tree import Entry, Kind, Tree

EXTENSIONS = frozenset(
    {
        "0001-digest-algorithms",
        "0002-flat-direct-storage-layout",
        "0003-hash-and-id-n-tuple-storage-layout",
        "0004-hashed-n-tuple-storage-layout",
        "0005-mutable-head",
        "0006-flat-omit-prefix-storage-layout",
        "0007-n-tuple-omit-prefix-storage-layout",
        "0008-schema-registry",
        "0009-digest-algorithms",
        "0010-differential-n-tuple-omit-prefix-storage-layout",
        "0011-direct-clean-path-layout",
        "initial",
    }
)
"""The names that are registered with OCFL (its extensions repository), and the one that has a meaning of its own."""
LOGS, LOG = "logs", "fixity.jsonl"
"""Where a failed check is noted in the object itself (OCFL 1.1 §3.9 leaves the folder to us)."""

_LARGEST_INVENTORY = 256 << 20
"""Bytes. A million files have less; a larger one was made to fill the memory."""
_OURS = b'{"digestAlgorithm":"sha512","'
"""How an inventory begins that we have written."""
_SIDECAR = re.compile(rb"([0-9a-fA-F]+)[ \t]+inventory\.json\s*")
_VERSION = re.compile(r"v\d+", re.ASCII)
_RAISED = frozenset({"version-folder-extra", "version-inventory-missing", "content-folder-needless"})


class Acknowledged(Value):
    """What the ledger says of an object."""

    id: str
    head: str
    """The newest version that was acknowledged, or nothing when the object was taken away since."""
    versions: Mapping[str, tuple[str, str]] = {}
    """Version → SHA-512 of its inventory, and when it was put; nothing where the line was written later."""
    how: str = "put"
    """The ledger's word for the newest line."""


class Report(Value):
    """What came of one object."""

    path: str
    id: str = ""
    head: str = ""
    findings: tuple[Finding, ...] = ()
    files: int = 0
    """Content files whose digests were taken."""
    size: int = 0
    """The bytes of them."""


class _Object:
    """The check of one object while it goes on."""

    def __init__(self, tree: Tree, path: str, *, strict: bool) -> None:
        self.tree = tree
        self.path = path
        self.strict = strict
        """Whether the object lies in a root with our ledger, where everything is known."""
        self.findings: list[Finding] = []
        self.files = self.size = 0
        self.content: dict[str, Kind] = {}
        """Every name below the content folders of the versions, but folders."""

    def at(self, name: str) -> str:
        return f"{self.path}/{name}" if self.path else name

    def say(self, code: str, name: str, **facts: object) -> None:
        made = finding(code, self.at(name) if name else self.path, **facts)
        self.findings.append(made.replace(raised=True) if self.strict and code in _RAISED else made)

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, or None with a finding when it cannot be read; one that is not there has none yet."""
        try:
            return self.tree.read(self.at(name))
        except FileNotFoundError:
            return None
        except OSError as error:
            self.say("file-unreadable", name, reason=_reason(error))
            return None

    def entries(self, name: str) -> list[Entry]:
        try:
            return self.tree.entries(self.at(name) if name else self.path)
        except OSError as error:
            self.say("file-unreadable", name, reason=_reason(error))
            return []

    def odd(self, entry: Entry, name: str, code: str) -> None:
        """Say that an entry is out of place: as a link or a special file, where it is one, else by the code."""
        match entry.kind:
            case "link":
                self.say("link", name)
            case "special":
                self.say("special-file", name)
            case kind:
                self.say(code, name, kind=kind)


def check_object(
    tree: Tree,
    path: str,
    *,
    quick: bool = False,
    strict: bool = False,
    acknowledged: Acknowledged | None = None,
    root_specification: str = SPECIFICATIONS[-1],
) -> Report:
    """Return what is wrong with the object in a folder of the tree.

    `strict` is for a root with our ledger, `acknowledged` what that says of
    the object. `quick` leaves the digests of content out.
    """
    state = _Object(tree, path, strict=strict)
    entries = {each.name: each for each in state.entries("")}
    specification = _check_declaration(state, entries, root_specification)
    root, content = _read_inventory(state, "", entries)
    if root is None:
        _check_entries(state, entries, None)
        return _report(state, root)
    if root.specification and root.specification != specification:
        state.say("type-wrong", inventory.FILE, found=root.record["type"])
    _check_entries(state, entries, root)
    inventories = {root.head: content} if root.head else {}
    others = list(_check_version_folders(state, root, content, entries, inventories))
    if acknowledged is not None:
        _check_acknowledged(state, root, inventories, acknowledged)
    _check_content(state, root, others, quick=quick)
    return _report(state, root)


def _report(state: _Object, root: Checked | None) -> Report:
    id, head = (root.id, root.head) if root else ("", "")
    return Report(state.path, id, head, tuple(state.findings), state.files, state.size)


# ── The object's own folder ─────────────────────────────────────────────────


def _check_declaration(state: _Object, entries: Mapping[str, Entry], root_specification: str) -> str:
    """Return the version of OCFL that the object declares, the newest when it declares none."""
    declared = ""
    for name in [name for name in entries if name.startswith("0=")]:
        version = name.removeprefix(DECLARATION)
        if entries[name].kind != "file":
            state.odd(entries[name], name, "object-entry-extra")
        elif version not in SPECIFICATIONS:
            state.say("object-declaration-unknown", name)
        elif declared:
            state.say("object-declaration-several", name)
            declared = max(declared, version)
        else:
            declared = version
            if state.read(name) != f"{name[2:]}\n".encode():
                state.say("object-declaration-wrong", name, wanted=name[2:])
            if version > root_specification:
                state.say("object-declaration-later", name, version=version, root=root_specification)
    if not declared:
        state.say("object-declaration-missing", "")
    return declared or SPECIFICATIONS[-1]


def _check_entries(state: _Object, entries: Mapping[str, Entry], root: Checked | None) -> None:
    """Check OCFL 1.1 §3.1: nothing in the object's folder but what belongs there; without an inventory, what may."""
    for name, entry in entries.items():
        if name.startswith("0="):
            continue
        if entry.kind == "folder" and name == LOGS:
            _check_logs(state)
        elif entry.kind == "folder" and name == "extensions":
            _check_extensions(state)
        elif entry.kind == "folder" and _VERSION.fullmatch(name):
            if root is not None and name not in root.versions:
                state.say("version-ahead", name)
        elif entry.kind != "file" or not _is_inventory_file(name, root.algorithm if root else ""):
            state.odd(entry, name, "object-entry-extra")


def _is_inventory_file(name: str, algorithm: str) -> bool:
    """Return whether it is the inventory or its sidecar, of any algorithm when that is not known."""
    return name == inventory.FILE or (
        name == f"{inventory.FILE}.{algorithm}" if algorithm else name.startswith(f"{inventory.FILE}.")
    )


def _check_logs(state: _Object) -> None:
    """Check the folder that OCFL 1.1 §3.9 leaves to us."""
    for each in state.entries(LOGS) if state.strict else ():
        if each.name != LOG or each.kind != "file":
            state.odd(each, f"{LOGS}/{each.name}", "log-entry-extra")


def _check_extensions(state: _Object) -> None:
    for each in state.entries("extensions"):
        if each.kind != "folder":
            state.odd(each, f"extensions/{each.name}", "extension-file")
        elif each.name not in EXTENSIONS:
            state.say("extension-unregistered", f"extensions/{each.name}")


def _read_inventory(state: _Object, folder: str, entries: Mapping[str, Entry]) -> tuple[Checked | None, bytes]:
    """Return the inventory in a folder, checked with its sidecar, and its bytes; None when there is none to go on with.

    Of a version's folder that has none nothing is said here.
    """
    place = f"{folder}/{inventory.FILE}" if folder else inventory.FILE
    entry = entries.get(inventory.FILE)
    if entry is None or entry.kind != "file":
        if entry is not None and not folder:
            state.odd(entry, place, "object-entry-extra")
        if not folder:
            state.say("inventory-missing", "")
        return None, b""
    if entry.size > _LARGEST_INVENTORY:
        state.say("inventory-broken", place, reason=f"has {entry.size} bytes")
        return None, b""
    content = state.read(place)
    if content is None:
        return None, b""
    checked = inventory_rules.check(content, state.at(place))
    state.findings += checked.findings
    _check_sidecar(state, place, content, checked, entries)
    return (checked if checked.record else None), content


def _check_sidecar(state: _Object, place: str, content: bytes, checked: Checked, entries: Mapping[str, Entry]) -> None:
    if not checked.algorithm:
        # Which sidecar it should have, the inventory does not say: any that fits its name speaks for the bytes.
        return
    name = f"{inventory.FILE}.{checked.algorithm}"
    beside = f"{place}.{checked.algorithm}"
    if name not in entries or entries[name].kind != "file":
        state.say("sidecar-missing", beside)
        return
    found = state.read(beside)
    if found is None:
        return
    stated = _SIDECAR.fullmatch(found)
    digest = hashlib.new(checked.algorithm, content).hexdigest()
    if stated is None:
        state.say("sidecar-broken", beside)
    elif stated[1].lower().decode() != digest:
        state.say(
            "sidecar-differs", place, algorithm=checked.algorithm, found=digest, wanted=stated[1].lower().decode()
        )
    elif state.strict and content.startswith(_OURS) and found != inventory.sidecar(content):
        state.say("sidecar-broken", beside)  # Says the same, but not as we wrote it.


# ── The versions ────────────────────────────────────────────────────────────


def _check_version_folders(
    state: _Object,
    root: Checked,
    root_content: bytes,
    entries: Mapping[str, Entry],
    inventories: dict[str, bytes],
) -> Iterator[Checked]:
    """Check the folder of each version, note its inventory's bytes, and yield each inventory that is not the root's."""
    specification = ""
    for version in root.versions:
        if version not in entries or entries[version].kind != "folder":
            state.say("version-missing", version, version=version)
            continue
        inside = {each.name: each for each in state.entries(version)}
        is_head = version == root.head
        copy = _same_bytes(state, version, inside, root_content) if is_head else None
        if copy is not None:
            checked: Checked | None = root
            _check_sidecar(state, f"{version}/{inventory.FILE}", copy, root, inside)
        else:
            checked, content = _read_inventory(state, version, inside)
            if content:
                inventories[version] = content
            if is_head and content:
                state.say("inventory-differs", inventory.FILE, version=version)
            if inventory.FILE not in inside:
                state.say("version-inventory-missing", version)
                inventories.pop(version, None)
        _list_version(state, version, inside, root, checked)
        if checked is not None:
            if checked.specification and checked.specification < specification:
                state.say(
                    "version-earlier", f"{version}/{inventory.FILE}", found=checked.specification, wanted=specification
                )
            specification = max(specification, checked.specification)
            if checked is not root:
                _compare(state, version, checked, root)
                yield checked


def _same_bytes(state: _Object, version: str, inside: Mapping[str, Entry], root: bytes) -> bytes | None:
    """Return the bytes of the head's own inventory when they are those of the root's."""
    entry = inside.get(inventory.FILE)
    if entry is None or entry.kind != "file" or entry.size != len(root):
        return None
    content = state.read(f"{version}/{inventory.FILE}")
    return content if content == root else None


def _list_version(
    state: _Object, version: str, inside: Mapping[str, Entry], root: Checked, checked: Checked | None
) -> None:
    """Check what lies in the folder of a version, and note the files of its content."""
    algorithm = checked.algorithm if checked else root.algorithm
    for name, entry in inside.items():
        place = f"{version}/{name}"
        if entry.kind == "folder" and name == root.content_directory:
            _list_content(state, place)
        elif entry.kind == "folder":
            state.say("version-folder-extra", place)
        elif entry.kind != "file" or name not in (inventory.FILE, f"{inventory.FILE}.{algorithm}"):
            state.odd(entry, place, "version-file-extra")


def _list_content(state: _Object, folder: str) -> None:
    """Note every file below a content folder; a folder that is empty gets a finding."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        entries = state.entries(place)
        if not entries:
            state.say("content-folder-needless" if place == folder else "folder-empty", place)
        for each in entries:
            name = f"{place}/{each.name}"
            if each.kind == "folder":
                waiting.append(name)
            else:
                state.content[name] = each.kind


def _compare(state: _Object, version: str, old: Checked, root: Checked) -> None:
    """Check an older version's inventory against the root's: the history that it tells must be the same."""
    place = f"{version}/{inventory.FILE}"
    if old.id and root.id and old.id != root.id:
        state.say("id-changed", place, found=old.id, wanted=root.id)
    if old.head and old.head != version:
        state.say("head-wrong", place, found=old.head, wanted=version)
    if old.content_directory != root.content_directory:
        state.say("content-directory-changed", place, found=old.content_directory, wanted=root.content_directory)
    for path in sorted(old.manifest.keys() - root.manifest.keys()):
        state.say("manifest-entry-dropped", inventory.FILE, holder=place, content=path)
    for path in sorted(root.manifest.keys() - old.manifest.keys()):
        if path.partition("/")[0] in old.versions:
            state.say("manifest-entry-dropped", place, holder=inventory.FILE, content=path)
    blocks, root_blocks = old.record.get("versions", {}), root.record.get("versions", {})
    contents = root_contents = None
    for name in old.versions:
        if name not in root.states or name not in old.states:
            continue
        block, root_block = blocks[name], root_blocks[name]
        if block == root_block and old.algorithm == root.algorithm:
            continue
        for key in ("created", "message", "user"):
            if block.get(key) != root_block.get(key):
                state.say("version-words-changed", place, version=name, key=key)
        if old.states[name] == root.states[name]:
            continue
        # Other digest algorithms, perhaps: then the same file must be meant.
        contents = contents or _by_digest(old)
        root_contents = root_contents or _by_digest(root)
        for path in sorted(old.states[name].keys() | root.states[name].keys()):
            mine = contents.get(old.states[name].get(path, ""), frozenset())
            if not mine & root_contents.get(root.states[name].get(path, ""), frozenset()):
                state.say("version-state-changed", place, version=name, logical=path)
                break


def _by_digest(checked: Checked) -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for path, digest in checked.manifest.items():
        made.setdefault(digest, set()).add(path)
    return {digest: frozenset(paths) for digest, paths in made.items()}


def _check_acknowledged(state: _Object, root: Checked, inventories: Mapping[str, bytes], known: Acknowledged) -> None:
    """Check that each version is the one that the ledger acknowledged, and that there is none more or less."""
    if not known.head:
        state.say("object-returned", "", id=known.id, how=known.how)
        return
    if root.id != known.id:
        return  # Another object in this place: whoever knows the places says so.
    if root.head and root.head != known.head:
        if known.head in root.versions:
            state.say("object-ahead", "", head=root.head, known=known.head)
        else:
            state.say("object-behind", "", head=root.head, known=known.head)
    for version, (wanted, at) in known.versions.items():
        if version not in inventories:
            continue
        found = hashlib.sha512(inventories[version]).hexdigest()
        if found != wanted:
            place = f"{version}/{inventory.FILE}"
            state.say("object-forged", place, version=version, found=found, wanted=wanted)
        elif at and version in root.states:
            created = root.record["versions"][version].get("created")
            if at != created:
                state.say("object-redated", "", version=version, found=at, wanted=created)


# ── The content ─────────────────────────────────────────────────────────────


def _check_content(state: _Object, root: Checked, others: list[Checked], *, quick: bool) -> None:
    """Check that the files are those of the manifests, and that their bytes have every digest that any names."""
    wanted: dict[str, dict[tuple[str, str], str]] = {}
    for checked in (root, *others):
        for path, digest in checked.manifest.items():
            if checked.algorithm:
                wanted.setdefault(path, {}).setdefault((checked.algorithm, digest), "file-changed")
        for path, algorithm, digest in checked.fixity:
            wanted.setdefault(path, {}).setdefault((algorithm, digest), "fixity-changed")
    for path in sorted(state.content):
        kind = state.content[path]
        if kind == "link":
            state.say("link", path)
        elif kind == "special":
            state.say("special-file", path)
        elif path not in root.manifest:
            state.say("file-extra", path, kind=kind)
    for path in sorted(wanted):
        if path not in state.content:
            state.say("file-missing", path)
        elif state.content[path] == "file" and not quick:
            _check_file(state, path, wanted[path])


def _check_file(state: _Object, path: str, wanted: Mapping[tuple[str, str], str]) -> None:
    hashes = {algorithm: new_hash(algorithm) for algorithm, _ in wanted}
    size = 0
    try:
        for piece in state.tree.pieces(state.at(path)):
            size += len(piece)
            for each in hashes.values():
                each.update(piece)
    except OSError as error:
        state.say("file-unreadable", path, reason=_reason(error))
        return
    state.files += 1
    state.size += size
    differs = False
    for (algorithm, digest), code in wanted.items():
        found = hashes[algorithm].hexdigest()
        if found != digest and not (differs and code == "fixity-changed"):  # One fault is said once.
            differs = True
            state.say(code, path, algorithm=algorithm, found=found, wanted=digest)


def new_hash(algorithm: str) -> hashlib._Hash:
    """Return a hash by OCFL's name for it (`DIGEST_BYTES`)."""
    if algorithm.startswith("blake2b-"):
        return hashlib.blake2b(digest_size=inventory_rules.DIGEST_BYTES[algorithm])  # type: ignore[return-value]
    return hashlib.new(algorithm.replace("/", "_"))


def _reason(error: OSError) -> str:
    return str(error.strerror or error).lower()
