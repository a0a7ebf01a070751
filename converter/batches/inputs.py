"""Inputs: what goes into a batch, from folders, patterns and lists of names.

A folder is walked without following links; what no format claims, hidden
names, outputs of a batch, archives and whatever is no regular file are passed
over, and counted. All of it
is found and sorted before the first is worked on: two inputs that would give
one output are refused while nothing has been written, and the order in which
a file system tells its names changes nothing. What is found lies in a scratch
table, so that a batch of ten million needs no more memory than one of ten.
"""

from __future__ import annotations

import itertools
import os
import stat

from converter.batches.job import Input
from converter.batches.places import OURS
from converter.batches.scratch import scratch
from converter.conversion.source_files import SIDECARS
from converter.core.errors import UnreadableInput, UsageError
from converter.core.spelling import EXCLUDE, INCLUDE
from converter.formats.registry import all_containers, all_readers, is_installed
from converter.io.files import kind, reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

    from pathspec import GitIgnoreSpec

_SCHEMA = """
CREATE TABLE folder (id INTEGER PRIMARY KEY, real BLOB UNIQUE, shown BLOB);
CREATE TABLE input (stem BLOB, ending BLOB, folder INTEGER, named INTEGER, PRIMARY KEY (stem, ending, folder))
    WITHOUT ROWID;
CREATE TABLE walk (id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB);
CREATE TABLE fault (id INTEGER PRIMARY KEY, folder INTEGER, path BLOB, what TEXT);
"""
_ARCHIVES = ("0=ocfl_1.1", "0=ocfl_1.0")
"""The file by which an archive's folder is known (OCFL 1.1, section 4.2)."""
_MOST_REASONS = 100
"""Of passing over: a folder with a million extensions is one reason more."""


class Inputs:
    """What goes into a batch, sorted by path; `count` of them."""

    def __init__(self, *, include: Sequence[str] = (), exclude: Sequence[str] = (), skip: Iterable[str] = ()) -> None:
        self.count = 0
        self.passed: dict[str, int] = {}
        """Why something was passed over, and how often."""
        self._table = scratch(_SCHEMA)
        self._include = spec(include, INCLUDE) if include else None
        self._exclude = spec(exclude, EXCLUDE) if exclude else None
        self._skip = {place for path in skip if (place := _place(path)) is not None}
        self._endings = known_endings()
        self._containers = container_endings()

    # ── Finding ─────────────────────────────────────────────────────────────

    def add(self, name: str) -> None:
        """Add a folder with all that is in it, a file, or what a pattern such as `2024/**/*.txt` matches.

        Raises UsageError for an address and for a pattern that nothing matches, UnreadableInput for a folder or
        file that is not there.
        """
        if "://" in name or name.lower().startswith("file:"):
            raise UsageError("not a file: addresses are never fetched", where=name, hint="save the page first")
        try:
            state = os.stat(name)
        except (OSError, ValueError) as error:
            if any(sign in name for sign in "*?[") and not os.path.lexists(name):
                self._match(name)
                return
            raise UnreadableInput(reason(error), source=name) from error
        if stat.S_ISDIR(state.st_mode):
            self._walk(self._folder(name, name), os.path.realpath(name), "")
        else:
            self._add_file(name)

    def add_listed(self, stream: BinaryIO) -> None:
        """Add each name of a list: one a line, or with NUL after each, which `find -print0` gives.

        A name that is not there becomes an input that fails, and the others are done. A list may come from Windows:
        the byte-order mark before the first line, and the carriage return at the end of each, are a part of the name
        only where there is such a file. An empty line names nothing.
        """
        for number, name in enumerate(listed(stream)):
            if not os.path.lexists(name):
                name = (name.removeprefix("\ufeff") if not number else name).removesuffix("\r")
            if os.path.isdir(name):
                self.add(name)
            elif name:
                self._add_file(name)

    def _add_file(self, name: str) -> None:
        """Add a file under the path by which it was named: below the working folder, else below the root."""
        here = os.getcwd()
        full = os.path.abspath(name)
        if full.startswith(os.path.join(here, "")):
            self._insert(self._folder(here, ""), os.path.relpath(full, here), is_named=True)
        else:
            self._insert(self._folder(os.sep, os.sep), full.lstrip(os.sep), is_named=True)

    def _match(self, pattern: str) -> None:
        """Add the files that a pattern matches; like the shell's, it is read below the working folder."""
        parts = pattern.split(os.sep)
        fixed = next(index for index, part in enumerate(parts) if any(sign in part for sign in "*?["))
        start = os.sep.join(parts[:fixed]) or (os.sep if pattern.startswith(os.sep) else ".")
        matching = spec(["/" + "/".join(parts[fixed:])], pattern)
        before = self._total()
        if os.path.isdir(start):
            here = os.getcwd()
            full = os.path.abspath(start)
            if full == here or full.startswith(os.path.join(here, "")):
                self._walk(self._folder(here, ""), full, "" if full == here else os.path.relpath(full, here), matching)
            else:
                self._walk(self._folder(os.sep, os.sep), full, full.lstrip(os.sep), matching)
        if self._total() == before:
            raise UsageError("matches no file", where=pattern)

    def _walk(self, folder: int, top: str, above: str, matching: GitIgnoreSpec | None = None) -> None:
        """Add the files below `top`, whose own path in the folder is `above`."""
        self._table.execute("DELETE FROM walk")
        self._table.execute("INSERT INTO walk (path) VALUES (?)", (b"",))
        while found := self._table.execute("SELECT id, path FROM walk ORDER BY id LIMIT 1").fetchone():
            self._table.execute("DELETE FROM walk WHERE id = ?", (found[0],))
            path = os.fsdecode(found[1])
            try:
                with os.scandir(os.path.join(top, path)) as scan:
                    for each in scan:
                        self._meet(each, os.path.join(path, each.name), folder, above, matching)
            except OSError as error:
                self._fault(folder, os.path.join(above, path), f"cannot be looked into: {reason(error)}")

    def _meet(self, each: os.DirEntry[str], path: str, folder: int, above: str, matching: GitIgnoreSpec | None) -> None:
        """Take one name of a folder for what it is."""
        if is_hidden(each.name):
            self._pass("a hidden name")
        elif each.is_symlink():
            self._pass("a link")
        elif each.is_dir(follow_symlinks=False):
            if self._skip and _place(each.path) in self._skip:
                self._pass("a folder of the batch's own")
            elif self._exclude and self._exclude.match_file(os.path.join(above, path, "")):
                self._pass("excluded")
            elif why := made_by_us(each.path):
                self._pass(why)
            else:
                self._table.execute("INSERT INTO walk (path) VALUES (?)", (os.fsencode(path),))
        elif not each.is_file(follow_symlinks=False):
            self._pass(kind(each.stat(follow_symlinks=False).st_mode))
        elif not matching or matching.match_file(path):
            self._choose(os.path.join(above, path), folder, is_wanted=matching is not None)

    def _choose(self, path: str, folder: int, *, is_wanted: bool = False) -> None:
        """Take a file if it is chosen by a pattern, or a format claims it."""
        if (self._exclude and self._exclude.match_file(path)) or (self._include and not self._include.match_file(path)):
            self._pass("excluded")
            return
        ending = os.path.splitext(path)[1].lower()
        if is_wanted or self._include or path.lower().endswith(self._endings) or ending in SIDECARS:
            self._insert(folder, path)
        else:
            self._pass(f"no reader for {ending} files" if ending else "a name without an extension")

    def add_arrived(self, name: str, full: str) -> None:
        """Add what has arrived at a path below the folder called `name`: a file, or a folder with all that is in it.

        A sidecar brings its source.
        """
        top = os.path.realpath(name)
        path = os.path.relpath(os.path.join(os.path.realpath(os.path.dirname(full)), os.path.basename(full)), top)
        if path.startswith("..") or any(map(is_hidden, path.split(os.sep))):
            return
        folders = [os.path.join(top, each) for each in itertools.accumulate(path.split(os.sep)[:-1], os.path.join)]
        if any(_place(each) in self._skip or made_by_us(each) for each in folders):
            return
        folder = self._folder(name, name)
        found = os.path.join(top, path)
        try:
            mode = os.lstat(found).st_mode
        except OSError:  # It has gone again.
            return
        if stat.S_ISDIR(mode) and _place(found) not in self._skip and not made_by_us(found):
            self._walk(folder, found, path)
        elif stat.S_ISREG(mode):
            self._choose(path, folder)
            stem, ending = os.path.splitext(path)
            if ending in SIDECARS:
                for each in self._endings:
                    if os.path.isfile(os.path.join(top, stem + each)):
                        self._choose(stem + each, folder)

    def _insert(self, folder: int, path: str, *, is_named: bool = False) -> None:
        stem, ending = os.path.splitext(path)
        self._table.execute(
            "INSERT OR IGNORE INTO input VALUES (?, ?, ?, ?)",
            (os.fsencode(stem), os.fsencode(ending), folder, is_named),
        )

    def _folder(self, path: str, shown: str) -> int:
        real = os.fsencode(os.path.realpath(path))
        self._table.execute("INSERT OR IGNORE INTO folder (real, shown) VALUES (?, ?)", (real, os.fsencode(shown)))
        found: int = self._table.execute("SELECT id FROM folder WHERE real = ?", (real,)).fetchone()[0]
        return found

    def _fault(self, folder: int, path: str, what: str) -> None:
        self._table.execute(
            "INSERT INTO fault (folder, path, what) VALUES (?, ?, ?)", (folder, os.fsencode(path), what)
        )

    def _pass(self, why: str, count: int = 1) -> None:
        pass_over(self.passed, why, count)

    def _total(self) -> int:
        found: int = self._table.execute("SELECT count(*) FROM input").fetchone()[0]
        return found

    # ── What was found ──────────────────────────────────────────────────────

    def settle(self, *, are_written: bool) -> None:
        """Part sidecars from sources, and count. Raises UsageError when two inputs would give one output."""
        self.count = 0
        collisions = 0
        first: tuple[str, str] | None = None
        for group in self._groups():
            inputs = self._without_sidecars(group)
            self.count += len(inputs)
            inputs = [row for row in inputs if not self._is_container(row)]  # Its members have a folder of their own.
            if are_written and len(inputs) > 1:
                collisions += len(inputs) - 1
                first = first or (self._input(inputs[0]).name, self._input(inputs[1]).name)
        if first:
            more = f", and {collisions - 1:,} more such" if collisions > 1 else ""
            raise UsageError(
                f"{first[0]} and {first[1]} would give one output{more}",
                hint="choose with " + INCLUDE + " or " + EXCLUDE + ", or use a folder for outputs for each",
            )

    def __iter__(self) -> Iterator[Input]:
        for group in self._groups():
            for row in self._without_sidecars(group, count=False):
                yield self._input(row)

    def faults(self) -> Iterator[tuple[Input, str]]:
        """Yield the folders that could not be looked into, and why."""
        for folder, path, what in self._table.execute("SELECT folder, path, what FROM fault ORDER BY path, folder"):
            yield self._input((path, b"", folder, 0)), what

    def folders(self) -> list[str]:
        """Return the real paths of the folders that inputs lie in."""
        return [os.fsdecode(real) for (real,) in self._table.execute("SELECT real FROM folder ORDER BY id")]

    def endings(self) -> list[str]:
        """Return the extensions that occur."""
        return [os.fsdecode(ending) for (ending,) in self._table.execute("SELECT DISTINCT ending FROM input")]

    def _groups(self) -> Iterator[list[tuple[bytes, bytes, int, int]]]:
        """Yield the rows of one path without extension, all folders together."""
        group: list[tuple[bytes, bytes, int, int]] = []
        for row in self._table.execute("SELECT stem, ending, folder, named FROM input ORDER BY stem, ending, folder"):
            if group and group[0][0] != row[0]:
                yield group
                group = []
            group.append(row)
        if group:
            yield group

    def _without_sidecars(
        self, group: list[tuple[bytes, bytes, int, int]], *, count: bool = True
    ) -> list[tuple[bytes, bytes, int, int]]:
        sources = {row[2] for row in group if os.fsdecode(row[1]) not in SIDECARS and not self._is_container(row)}
        inputs = []
        for row in group:
            _, ending, folder, named = row
            if os.fsdecode(ending) not in SIDECARS:
                inputs.append(row)
            elif folder in sources:
                if count:
                    self._pass("a sidecar of its source")
            elif named or os.fsdecode(ending).lower() in self._endings:
                inputs.append(row)
            elif count:
                self._pass("a sidecar without a source")
        return inputs

    def _is_container(self, row: tuple[bytes, bytes, int, int]) -> bool:
        return os.fsdecode(row[0] + row[1]).lower().endswith(self._containers)

    def _input(self, row: tuple[bytes, bytes, int, int]) -> Input:
        stem, ending, folder, named = row
        real, shown = self._table.execute("SELECT real, shown FROM folder WHERE id = ?", (folder,)).fetchone()
        path = os.fsdecode(stem + ending)
        return Input(os.fsdecode(real), path, os.path.join(os.fsdecode(shown), path), bool(named))


def is_hidden(name: str) -> bool:
    """Return whether a name is hidden: of the system, or of an office program that has the file open."""
    return name.startswith((".", "~$")) and name != "."


def made_by_us(path: str) -> str:
    """Return why a folder in a folder holds no sources: its files were made from some; empty where it may.

    It is taken in when it is named by itself.
    """
    if os.path.lexists(os.path.join(path, OURS)):
        return "a batch's folder of outputs"
    if any(os.path.lexists(os.path.join(path, name)) for name in _ARCHIVES):
        return "an archive"
    return ""


def known_endings() -> tuple[str, ...]:
    """Return the extensions that a format claims that can be read here, in lower case."""
    readers = [record for record in all_readers() if is_installed(record.extra)]
    return tuple(sorted({ending for record in readers for ending in record.extensions}.union(container_endings())))


def container_endings() -> tuple[str, ...]:
    """Return the extensions of containers, in lower case."""
    return tuple(sorted({ending for record in all_containers() for ending in record.extensions}))


def pass_over(passed: dict[str, int], why: str, count: int = 1) -> None:
    """Count one more that was passed over."""
    if why not in passed and len(passed) >= _MOST_REASONS:
        why = "other reasons"
    passed[why] = passed.get(why, 0) + count


def spec(patterns: Sequence[str], flag: str) -> GitIgnoreSpec:
    """Return the patterns in the grammar of `.gitignore`. Raises UsageError for one that is none."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise UsageError(f"{', '.join(patterns)} is no pattern: {error}", where=flag) from error


def listed(stream: BinaryIO) -> Iterator[str]:
    """Yield the names of a list, which ends each with NUL if there is one in its first 64 KiB, else with a newline."""
    rest = b""
    end: bytes | None = None
    while piece := stream.read(1 << 16):
        end = end or (b"\0" if b"\0" in piece else b"\n")
        *names, rest = (rest + piece).split(end)
        yield from (os.fsdecode(name) for name in names if name)
        if len(rest) > 1 << 20:
            raise UnreadableInput("is no list of names: a name of more than 1 MiB", source="--files-from")
    if rest:
        yield os.fsdecode(rest)


def _place(path: str) -> tuple[int, int] | None:
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_dev, state.st_ino
