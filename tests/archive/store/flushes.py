"""What a power cut could take, told from a trace of calls: the four rules of flushing (R1 to R4).

A file's bytes are safe when it was flushed after the last write, a name when
the folder that holds it was flushed after it came there. `syncfs` makes
everything safe.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AREA = "extensions/x-news-archive"


def paths_of(root: str) -> frozenset[str]:
    """Return every path in a root: what was there before a trace began, and is safe."""
    return frozenset(os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names)


def faults(calls: Iterable[tuple[str, ...]], root: str, before: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield what breaks a rule in a trace of calls that change a root: (name, path, …) each.

    R1  a file got its place in the root before its bytes were flushed;
    R2  a folder got its place before the names in it were;
    R3  a put was acknowledged, or a log's line written, while a name outside our area was not flushed;
    R4  at the end a line of the ledger or of a log, or the name of such a file, is not flushed.
    """
    unsafe_bytes: set[str] = set()
    unsafe_names: set[str] = set()
    area = os.path.join(root, _AREA)

    def is_published(path: str) -> bool:
        return path.startswith(root) and not path.startswith(os.path.join(area, "staging"))

    def move(old: str, new: str) -> None:
        for unsafe in (unsafe_bytes, unsafe_names):
            for path in [each for each in unsafe if each == old or each.startswith(f"{old}/")]:
                unsafe.remove(path)
                unsafe.add(new + path[len(old) :])

    for name, *paths in calls:
        first = os.path.abspath(paths[0]) if paths else ""
        match name:
            case "open" | "mkdir" | "link":
                if name != "open" or first not in before:
                    unsafe_names.add(os.path.abspath(paths[-1]))
            case "write":
                if first.endswith(".jsonl"):
                    for path in sorted(unsafe_names):
                        if is_published(path) and not path.startswith(area):
                            yield f"R3: acknowledged while the name {path} was not flushed"
                unsafe_bytes.add(first)
            case "ftruncate":
                unsafe_bytes.add(first)
            case "fsync":
                unsafe_bytes.discard(first)
                unsafe_names -= {path for path in unsafe_names if os.path.dirname(path) == first}
            case "syncfs":
                unsafe_bytes.clear()
                unsafe_names.clear()
            case "rename" | "renameat2":
                second = os.path.abspath(paths[1])
                if is_published(second) and not is_published(first):
                    for path in sorted(unsafe_bytes):
                        if path == first or path.startswith(f"{first}/"):
                            yield f"R1: {path} was published, its bytes not flushed"
                    for path in sorted(unsafe_names):
                        if path.startswith(f"{first}/"):
                            yield f"R2: {path} was published, its name not flushed"
                if name == "renameat2":
                    move(first, f"{first}\0")
                    move(second, first)
                    move(f"{first}\0", second)
                    unsafe_names |= {first, second}
                else:
                    unsafe_bytes.discard(second)
                    move(first, second)
                    unsafe_names.add(second)
                    if is_published(first) and not is_published(second):
                        unsafe_names.add(first)  # That it is gone from there must be safe as well.
            case "unlink" | "rmdir":
                # That something is gone may be lost by a power cut: it is swept again.
                unsafe_bytes.discard(first)
                unsafe_names.discard(first)
            case _:
                raise AssertionError(f"what does {name} do?")
    for path in sorted(unsafe_bytes | unsafe_names):
        if path.endswith(".jsonl") and is_published(path):
            yield f"R4: {path} is not flushed at the end"
