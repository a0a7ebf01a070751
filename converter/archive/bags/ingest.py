"""A bag into an archive: its whole objects, its stories, or its files as sources; nothing before all of it was checked.

What a bag says of itself is believed only as far as it proves it: an object's
digests, a story's canonical form, its guid and the digest of its source.
"""

from __future__ import annotations

import json
import posixpath
from bisect import bisect_left

from converter.archive import events as stored_events
from converter.archive import inventory as inventories
from converter.archive import logbook, objects
from converter.archive.agents import agents
from converter.archive.bags import names
from converter.archive.bags.export import LIST
from converter.archive.copying import copy
from converter.archive.event_builder import ACT, Acts
from converter.archive.packs.form import is_pack
from converter.archive.story import CANONICAL, MEDIA, RENDITION, SOURCE, TOMBSTONE, is_tombstone
from converter.conversion.plan import plan_for
from converter.conversion.sidecar import items_of
from converter.core.errors import ArchiveError, FixityError, InvalidDocument, UnreadableInput
from converter.core.limits import Limits
from converter.core.spelling import Spelt
from converter.core.values import Value
from converter.io.hash import sha256
from converter.model import canonical

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Literal

    from converter.archive.archive import Archive
    from converter.archive.bags.reading import Bag
    from converter.archive.inventory import Inventory
    from converter.archive.tree import Tree
    from converter.conversion.pipeline import Plan
    from converter.conversion.plan import Request
    from converter.core.notices import Notice
    from converter.model.article import Article

_SIDECARS = (".yaml", ".yml", ".json")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tif", ".tiff", ".mp3", ".mp4")
_SYSTEM_FILES = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", ".directory"))


class Item(Value):
    """One thing in a bag that is to be taken in, or not."""

    kind: Literal["object", "story", "source", "other"]
    """A whole OCFL object; the files of one version of a story, as we export them; a file to be read as a source; a
    file that is none: a sidecar, a picture, what an operating system left."""
    path: str
    """Of the folder or file in the bag."""
    id: str = ""
    """Of a story: what the bag says that it is."""
    version: str = ""
    """Of a story: the version that it had where it came from."""


class Taken(Value):
    """What became of one item."""

    id: str
    word: str
    """As `Copied` has it for an object; `imported` or `unchanged` for a story; the archive's decision for a source."""
    head: str
    notices: tuple[Notice, ...] = ()


class Contents:
    """A bag that was checked, and what is in it."""

    def __init__(self, bag: Bag, tree: Tree, name: str) -> None:
        """Hold a bag that may be taken in, its files, and its name. Raises UnreadableInput for a list that is none."""
        self.bag, self.tree, self.name = bag, tree, name
        self._paths = sorted(bag.payload)
        self.items = tuple(sorted(self._found(), key=lambda each: each.path))
        """What the bag holds, sorted by path."""

    def read(self, path: str) -> bytes:
        """Return a file of the bag, checked again."""
        return self.bag.read(self.tree, path)

    def below(self, folder: str) -> Iterator[str]:
        """Yield the path of each file in a folder, sorted."""
        prefix = f"{folder}/"
        for at in range(bisect_left(self._paths, prefix), len(self._paths)):
            if not self._paths[at].startswith(prefix):
                return
            yield self._paths[at]

    def _found(self) -> Iterator[Item]:
        taken: set[str] = set()
        for path in self._paths:
            folder, _, name = path.rpartition("/")
            if name.startswith(objects.DECLARATION) and not _is_in(folder, taken):
                taken.add(folder)
                yield Item("object", folder)
        for each in _listed(self.read(LIST)) if LIST in self.bag.tag_files else ():
            if not _is_in(each.path, taken):
                taken.add(each.path)
                yield each
        files = [path for path in self._paths if not _is_in(path, taken)]
        stems = {posixpath.splitext(path)[0] for path in files if not path.endswith(_SIDECARS)}
        for path in files:
            stem, extension = posixpath.splitext(path)
            is_beside = extension in _SIDECARS and stem in stems
            is_other = extension.lower() in _PICTURES or posixpath.basename(path) in _SYSTEM_FILES
            yield Item("other" if is_beside or is_other else "source", path)


def _is_in(path: str, folders: set[str]) -> bool:
    """Return whether a path is one of the folders, or lies in one."""
    while path:
        if path in folders:
            return True
        path = path.rpartition("/")[0]
    return False


def take(archive: Archive, contents: Contents, item: Item, wanted: Request) -> Taken:
    """Take in one item and return what became of it, durable now.

    Raises UnreadableInput for what is not what it says, ArchiveError where
    the archive has another story of that id, and what a conversion raises.
    """
    match item.kind:
        case "object":
            return _take_object(archive, contents, item)
        case "story":
            return _take_story(archive, contents, item)
        case "source" | "other":
            return _take_source(archive, contents, item, wanted)


def _listed(content: bytes) -> Iterator[Item]:
    for number, line in enumerate(content.splitlines(), 1):
        try:
            record = json.loads(line)
            id, folder, version, is_object = record["id"], record["folder"], record["version"], record["ocfl"]
            texts = [id, folder, version]
            if is_object is True:
                continue
            if not all(type(each) is str for each in texts) or not folder.startswith(names.PAYLOAD):
                raise ValueError("no story's folder")
            if why := names.unsafe(folder):
                raise ValueError(f"{folder!r} {why}")
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UnreadableInput(
                f"says nothing that can be understood: {error}", where=f"line {number}", source=LIST
            ) from error
        yield Item("story", folder, id, version)


# ── Whole objects ───────────────────────────────────────────────────────────


class _Object:
    """An object of the bag, whole (`converter.archive.copying.Whole`)."""

    def __init__(self, contents: Contents, folder: str) -> None:
        self._contents, self._folder = contents, folder
        content = self.read(inventories.FILE)
        if content is None:
            raise UnreadableInput("an OCFL object without inventory", source=folder)
        self.content = content
        try:
            self.inventory: Inventory = inventories.parse(content)
        except ArchiveError as error:
            raise UnreadableInput(error.what, source=f"{folder}/{inventories.FILE}") from error

    def files(self) -> Iterator[tuple[str, bytes]]:
        for path in self._contents.below(self._folder):
            yield path.removeprefix(f"{self._folder}/"), self._contents.read(path)

    def read(self, path: str) -> bytes | None:
        full = f"{self._folder}/{path}"
        return self._contents.read(full) if full in self._contents.bag.payload else None

    def logical(self, version: str, path: str) -> bytes:
        try:
            place, digest = self.inventory.content_path(path, version)
        except (ArchiveError, KeyError, IndexError) as error:
            raise UnreadableInput(f"its {version} has no {path}", source=self._folder) from error
        content = self.read(place)
        if content is None or objects.digest_of(self.inventory.algorithm, content) != digest.lower():
            raise UnreadableInput("is not what the inventory says", source=f"{self._folder}/{place}")
        return content


def _take_object(archive: Archive, contents: Contents, item: Item) -> Taken:
    _require_valid(contents, item)
    whole = _Object(contents, item.path)
    _require_stories(whole, item.path)
    id = whole.inventory.id
    try:
        done = copy(
            archive.store, whole, how="imported", tell=lambda version: _event(id, version, contents.name, archive)
        )
    except FixityError as error:  # Of the bag: what the archive has is read by nobody here.
        raise UnreadableInput(str(error), source=item.path) from error
    return Taken(id, done.word, whole.inventory.head)


def _event(id: str, version: str, name: str, archive: Archive) -> stored_events.Event:
    kind, at, detail = "replication", archive.now(), f"imported from the bag {name}"
    return stored_events.Event(
        id=logbook.act_id(id, version, kind, at, detail),
        type=kind,
        at=at,
        outcome=stored_events.SUCCESS,
        detail=detail,
        agents=agents(archive.by),
        facts=(("version", version), ("bag", name)),
    )


def _require_valid(contents: Contents, item: Item) -> None:
    """Raise UnreadableInput with the first rule of OCFL that the object breaks."""
    from converter.archive.object_check import check_object

    for found in check_object(contents.tree, item.path).findings:
        if found.kind == "error":
            raise UnreadableInput(f"{found.words} [{found.code}]", source=found.path)


def _require_stories(whole: _Object, path: str) -> None:
    """Raise UnreadableInput unless each version is a story of the object's id, or the object is a tombstone."""
    if is_pack(whole.inventory.id):
        raise UnreadableInput(f"{whole.inventory.id} is no id of a story", source=path)
    try:
        if is_tombstone(whole.inventory):
            if any(set(version.files()) != {TOMBSTONE} for version in whole.inventory.versions.values()):
                raise UnreadableInput("a tombstone with other files", source=path)
            return
        seen: set[str] = set()
        for name, version in whole.inventory.versions.items():
            digest = version.files().get(CANONICAL, "")
            if digest not in seen:
                _require_canonical(whole.logical(name, CANONICAL), whole.inventory.id, path)
            seen.add(digest)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableInput(f"its inventory is not whole: {error}", source=path) from error


def _require_canonical(content: bytes, id: str, path: str) -> Article:
    try:
        article = canonical.parse(content, _AS_ARCHIVED)
    except (UnreadableInput, InvalidDocument) as error:
        raise UnreadableInput(f"its {CANONICAL} is none: {error}", source=path) from error
    if article.guid != id:
        raise UnreadableInput(f"says that it is {id}, and its {CANONICAL} is of {article.guid}", source=path)
    return article


_AS_ARCHIVED = Limits().replace(input_bytes=1 << 40, xml_elements=1 << 40, xml_depth=canonical.MOST_NESTED)
"""What was archived under raised limits must come in again; memory and time are the worker's."""


# ── Stories, one version each ───────────────────────────────────────────────


def _take_story(archive: Archive, contents: Contents, item: Item) -> Taken:
    name = contents.name
    files = {path.removeprefix(f"{item.path}/"): contents.read(path) for path in contents.below(item.path)}
    events = _require_story(files, item)
    store = archive.store
    kept = {path: content for path, content in files.items() if path != stored_events.FILE}
    store.settle(item.id)  # An import that was killed may have put it, and not acknowledged it.
    known = store.find(item.id)
    if known is not None:
        if is_tombstone(known):
            raise ArchiveError("was purged here", source=item.id)
        there = {path: digest for path, digest in known.version().files().items() if path != stored_events.FILE}
        if there != {path: objects.digest_of(known.algorithm, content) for path, content in kept.items()}:
            raise ArchiveError(
                "is there with other content",
                source=item.id,
                hint="a bag made with " + Spelt("ocfl=True", "--ocfl") + " has all versions",
            )
        return Taken(item.id, "unchanged", known.head)
    acts = Acts(item.id, None, events, at=archive.now(), by=archive.by)
    acts.add(
        "replication",
        f"imported from the bag {name}",
        [(CANONICAL, files[CANONICAL], "outcome")],
        [(ACT, "imported"), ("bag", name), ("version-there", item.version)],
        by_person=True,
    )
    fixity = [path for path in kept if path == CANONICAL or path.startswith(SOURCE)]
    new = acts.version_with(kept, f"imported from the bag {name}", fixity=fixity)
    receipt = store.put(item.id, new, None)
    return Taken(item.id, "imported", receipt.version)


def _require_story(files: dict[str, bytes], item: Item) -> Sequence[stored_events.Event]:
    """Return the events of a story's version; raise UnreadableInput unless its files are what a version has."""
    if CANONICAL not in files:
        raise UnreadableInput(f"has no {CANONICAL}", source=item.path)
    article = _require_canonical(files[CANONICAL], item.id, item.path)
    if canonical.gate(article) != files[CANONICAL]:
        raise UnreadableInput(f"its {CANONICAL} is not in the canonical form", source=item.path)
    for path in files:
        is_ours = path in (CANONICAL, stored_events.FILE) or path.startswith((SOURCE, MEDIA, RENDITION))
        if not is_ours:
            raise UnreadableInput("is no file of a story", source=f"{item.path}/{path}")
    sources = [path for path in files if path.startswith(SOURCE)]
    stated = article.provenance.sha256
    if len(sources) > 1 or (sources and stated and sha256(files[sources[0]]).hexdigest() != stated):
        raise UnreadableInput(f"its source is not the one that its {CANONICAL} was made from", source=item.path)
    try:
        return stored_events.parse_all(files.get(stored_events.FILE, b""))
    except ValueError as error:
        raise UnreadableInput(f"{stored_events.FILE} {error}", source=item.path) from error


# ── Sources ─────────────────────────────────────────────────────────────────


def _take_source(archive: Archive, contents: Contents, item: Item, wanted: Request) -> Taken:
    done = archive.add_plan(_plan(contents, item.path, wanted), path=item.path.removeprefix(names.PAYLOAD))
    return Taken(done.id, done.decision, done.head, done.notices)


def _plan(contents: Contents, path: str, wanted: Request) -> Plan:
    stem, extension = posixpath.splitext(path)
    beside = [stem + end for end in _SIDECARS if end != extension and stem + end in contents.bag.payload]
    if len(beside) > 1:
        raise UnreadableInput(f"has two sidecars, {beside[0]} and {beside[1]}", hint="keep one")
    sidecar = items_of(contents.read(beside[0]), beside[0]) if beside else ()
    content = contents.read(path)
    if not content:
        raise UnreadableInput("is empty")
    plan = plan_for(content, posixpath.basename(path), wanted, sidecar=sidecar)
    return plan.replace(find_media=_finder(contents, posixpath.dirname(path), wanted.limits))


def _finder(contents: Contents, folder: str, limits: Limits) -> Callable[[str], bytes | None]:
    """Return the function that gives the bytes of a picture in the source's own folder of the bag, or None."""

    def find(href: str) -> bytes | None:
        from urllib.parse import unquote

        path = posixpath.normpath(posixpath.join(folder, unquote(href)))
        if ":" in href or "\\" in href or not path.startswith(f"{folder}/") or path not in contents.bag.payload:
            return None
        content = contents.read(path)
        return content if len(content) <= limits.image_bytes else None

    return find
