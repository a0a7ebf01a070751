"""Members: an input that holds others gives a job for each.

A worker first surveys it: it reads all of it once, holds it to the rules, and
says what is in it. Then each member is a job like any other; a worker that
gets one after the other keeps the container open and reads on.
"""

from __future__ import annotations

import os
import posixpath
from functools import cache

from converter.batches.inputs import known_endings, pass_over
from converter.batches.job import STRIDE, Members
from converter.conversion.plan import plan_for
from converter.conversion.provenance import holdable
from converter.conversion.source_files import SIDECARS, local_path
from converter.core.errors import ConverterError, UnreadableInput
from converter.formats.item_times import utc
from converter.formats.records import Context, Source
from converter.formats.registry import all_containers, load, members_of
from converter.io.files import reason
from converter.io.hash import sha256
from converter.io.visible import shortened, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from converter.batches.job import Input
    from converter.conversion.pipeline import Plan
    from converter.conversion.plan import Request
    from converter.core.limits import Limits
    from converter.formats.records import ContainerRecord, Member

_MOST_BYTES = 180
"""Of one part of a member's path."""


@cache
def _containers() -> tuple[ContainerRecord, ...]:
    """Return the containers; plug-ins are looked for once in a process, not once a job."""
    return all_containers()


def container_of(input: Input) -> ContainerRecord | None:
    """Return the container that the input is, by its name, or that it is a member of; or None."""
    if input.within:
        return next((record for record in _containers() if record.name == input.kind), None)
    if input.instead:
        return None
    name = input.path.lower()
    return next((record for record in _containers() if name.endswith(record.extensions)), None)


def survey(input: Input, record: ContainerRecord, limits: Limits) -> Members:
    """Return what the container holds. Raises UnreadableInput for one that is damaged or breaks a rule."""
    endings = known_endings()
    containers = tuple(ending for each in _containers() for ending in each.extensions)
    names: list[tuple[int, str]] = []
    sidecars: set[str] = set()
    marks: list[int] = []
    passed: dict[str, int] = {}
    count = 0
    with _open(input.file) as stream:
        for index, member in enumerate(_members(stream, input, record, limits)):
            for why in member.passed:
                pass_over(passed, why)
            stem, ending = os.path.splitext(member.name)
            if not stem or (stem.startswith(".") and "/" not in stem and not ending):
                count += 1
                if member.offset is not None and index % STRIDE == 0:
                    marks.append(member.offset)
            elif _is_hidden(member.name):
                pass_over(passed, "a hidden name")
            elif member.name.lower().endswith(containers):
                pass_over(passed, "a package in a package")
            elif ending in SIDECARS:
                sidecars.add(stem)
            elif member.name.lower().endswith(endings):
                names.append((index, member.name))
            else:
                pass_over(passed, f"no reader for {ending} files" if ending else "a name without an extension")
        digest = _digest(stream)
    _require_distinct(names)
    stems = {os.path.splitext(name)[0] for _, name in names}
    for stem in sorted(sidecars):
        pass_over(passed, "a sidecar of its source" if stem in stems else "a sidecar without a source")
    if not names and not count:
        raise UnreadableInput("holds nothing that can be read")
    return Members(
        record.name, digest, tuple((index, _plain(name)) for index, name in names), count, tuple(marks), passed
    )


def _digest(stream: BinaryIO) -> str:
    stream.seek(0)
    made = sha256()
    while piece := stream.read(1 << 20):
        made.update(piece)
    return made.hexdigest()


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in name.split("/") if part != ".")


def _require_distinct(names: list[tuple[int, str]]) -> None:
    taken: dict[str, str] = {}
    for _, name in names:
        stem = os.path.splitext(_plain(name))[0]
        if stem in taken:
            raise UnreadableInput(
                f"holds “{shortened(visible(taken[stem]))}” and “{shortened(visible(name))}”, "
                "which would give one output",
                hint="unpack it, and choose",
            )
        taken[stem] = name


def _plain(name: str) -> str:
    """Return the name as a path for outputs, which no other name gives.

    What is not printable is written as in an address (`%0A`), and a part that no file system would take is cut.
    """
    return "/".join(_plain_part(part) for part in name.split("/") if part not in ("", "."))


def _plain_part(part: str) -> str:
    from urllib.parse import quote

    end = len(part.rstrip(". "))  # Some file systems drop these from the end of a name.
    plain = "".join(
        each if each.isprintable() and each != "%" and at < end else quote(each, safe="", errors="surrogatepass")
        for at, each in enumerate(part)
    )
    if len(plain.encode()) <= _MOST_BYTES:
        return plain
    stem, ending = os.path.splitext(plain)
    digest = sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{stem.encode()[:100].decode('utf-8', 'ignore')}-{digest}{ending[:20]}"


# ── One member after the other ──────────────────────────────────────────────


class _Reading:
    """A container that is open, and which member comes next."""

    def __init__(self, input: Input, record: ContainerRecord, limits: Limits) -> None:
        self.path = input.file
        self.next, offset = input.mark
        self._stream = _open(input.file)
        self._stream.seek(offset)
        self._state = os.fstat(self._stream.fileno())
        self._members = _members(self._stream, input, record, limits)
        self._record = record
        self._limits = limits
        self._find: Callable[[str], bytes | None] | None = None
        self._searched: BinaryIO | None = None

    def is_fit(self, input: Input) -> bool:
        """Return whether the member still comes, and no mark is nearer to it; and the file is the same."""
        try:
            state = os.stat(input.file)
        except OSError:
            return False
        is_same = (state.st_ino, state.st_size, state.st_mtime_ns) == (
            self._state.st_ino,
            self._state.st_size,
            self._state.st_mtime_ns,
        )
        return is_same and self.path == input.file and input.mark[0] <= self.next <= input.index

    def read(self, index: int) -> Member:
        for member in self._members:
            self.next += 1
            if self.next == index + 1:
                return member
        raise UnreadableInput("is no longer in its container, which has changed meanwhile")

    def find(self, name: str) -> bytes | None:
        """Return the content of a file of the package. Raises UnreadableInput, LimitExceeded."""
        if not self._record.finder:
            return None
        if self._find is None:
            self._searched = _open(self.path)
            context = Context(Source(os.path.basename(self.path)), limits=self._limits)
            self._find = load(self._record.finder)(self._searched, context)
        assert self._find is not None
        return self._find(name)

    def close(self) -> None:
        self._stream.close()
        if self._searched:
            self._searched.close()


_reading: _Reading | None = None
"""Of this worker."""


def get(input: Input, record: ContainerRecord, limits: Limits) -> Member:
    """Return a member. Raises UnreadableInput when the container has changed since it was surveyed."""
    global _reading
    if _reading is None or not _reading.is_fit(input):
        if _reading:
            _reading.close()
        _reading = None
        _reading = _Reading(input, record, limits)
    member = _reading.read(input.index)
    name = os.path.relpath(input.path, input.within)
    if member.name and _plain(member.name) != name:
        raise UnreadableInput("is no longer in its container, which has changed meanwhile")
    return member


def plan(input: Input, member: Member, request: Request) -> Plan:
    """Return the plan for a member; the time of its file is the container's."""
    from converter.conversion.sidecar import items_of

    sidecar: tuple[tuple[str, str], ...] = ()
    assert _reading is not None
    found = member.sidecar or _sidecar_of(_reading, member)
    if found:
        try:
            sidecar = items_of(found[1], found[0])
        except ConverterError as error:
            raise error.at(f"{input.name} ({found[0]})") from error
    name = os.path.basename(member.name)
    if not name:
        name = f"{os.path.basename(input.within)}-{os.path.basename(input.path)}{member.ending}"
    made = plan_for(member.content, name, request, sidecar=sidecar, modified=utc(os.stat(input.file).st_mtime))
    return made.replace(
        charset=member.charset,
        identity=member.identity,
        container=input.container or None,
        member=holdable(member.name) or str(input.index + 1),
        find_media=_finder_beside(_reading, member.name, request.limits) if member.name else None,
    )


def sidecars_of(member: Member) -> tuple[tuple[str, bytes], ...]:
    """Return extension and content of the sidecar of the member that was read last: one, or none."""
    try:
        found = member.sidecar or (_sidecar_of(_reading, member) if _reading else None)
    except ConverterError:
        return ()
    return ((os.path.splitext(found[0])[1], found[1]),) if found else ()


def _sidecar_of(reading: _Reading, member: Member) -> tuple[str, bytes] | None:
    """Return the sidecar that lies beside the member in its package. Raises UnreadableInput for two of them."""
    stem, ending = os.path.splitext(member.name)
    found = [
        (stem + each, content)
        for each in SIDECARS
        if each != ending and (content := reading.find(stem + each)) is not None
    ]
    if len(found) > 1:
        one, other = (os.path.basename(name) for name, _ in found[:2])
        raise UnreadableInput(f"has two sidecars, {one} and {other}", hint="keep one")
    return found[0] if found else None


def _finder_beside(reading: _Reading, name: str, limits: Limits) -> Callable[[str], bytes | None]:
    """Return the function that gives the bytes of a picture in the member's own folder, as for one on a disk."""
    folder = posixpath.dirname(posixpath.normpath(name))

    def find(href: str) -> bytes | None:
        path = local_path(href)
        if path is None:
            return None
        full = posixpath.normpath(posixpath.join(folder, path))
        if full.startswith("..") or (folder and not full.startswith(f"{folder}/")):
            return None
        try:
            content = reading.find(full)
        except ConverterError:
            return None
        return content if content is not None and len(content) <= limits.image_bytes else None

    return find


def _members(stream: BinaryIO, input: Input, record: ContainerRecord, limits: Limits) -> Iterator[Member]:
    return members_of(record, stream, Context(Source(os.path.basename(input.file)), limits=limits))


def _open(path: str) -> BinaryIO:
    """Return the open file; only a regular one is opened."""
    import stat

    from converter.io.files import kind

    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            os.close(descriptor)
            raise UnreadableInput(f"is {kind(mode)}, not a regular file")
        return os.fdopen(descriptor, "rb")
    except OSError as error:
        raise UnreadableInput(reason(error)) from error
