"""Run by `test_faults` on a small disk of its own: puts with less and less space left, each whole or not at all."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from converter.archive.folder import FolderStore
from converter.core.errors import CannotWrite
from tests.archive.store import kills

if TYPE_CHECKING:
    from converter.archive.store import Durability


def main(place: str, durability: Durability) -> None:
    """Leave a little more space each time, until a group, an update and a replacement all go; print how often not."""
    root, filler = os.path.join(place, "root"), os.path.join(place, "filler")
    refused = 0
    for number in range(100):
        left = number * 4096
        with FolderStore.create(os.path.join(root, str(number)), durability=durability) as store:
            store.put(kills.ID, kills.version("one"), None)
            free = os.statvfs(place)
            with open(filler, "wb") as file:
                file.write(b"\0" * max(0, free.f_bavail * free.f_frsize - left))
            before = _state(store)
            try:
                with store.group() as group:
                    group.put(f"{kills.ID}/a", kills.version("a" * 5000), None)
                    group.put(f"{kills.ID}/b", kills.version("b" * 5000), None)
                before = _state(store)
                store.put(kills.ID, kills.version("two"), store.find(kills.ID))
                before = _state(store)
                found = store.find(kills.ID)
                assert found is not None
                store.replace(kills.ID, kills.version("three"), found, how="purged")
            except CannotWrite as error:
                if "no space left" not in str(error):
                    raise
                refused += 1
                if durability == "each":  # There a group stores one by one.
                    before = ({key: head for key, head in before[0].items() if key == kills.ID}, before[1][:1])
                    now = _state(store)
                    now = ({key: head for key, head in now[0].items() if key == kills.ID}, now[1][:1])
                    assert now[0] == before[0]
                else:
                    assert _state(store) == before, "something was stored"
            else:
                os.unlink(filler)
                print(refused)
                return
            os.unlink(filler)
        assert store.repair() == ()
        os.system(f"rm -r {root}")
    raise AssertionError("there was never enough space")


def _state(store: FolderStore) -> tuple[dict[str, int], list[str]]:
    heads = {}
    for id in store.ids():
        found = store.find(id)
        assert found is not None
        heads[id] = len(found.versions)
    return heads, [f"{line.id} {line.head} {line.how}" for line in store.ledger()]


def read_only(place: str) -> None:
    """Print what a put on a disk says that cannot be written to."""
    try:
        FolderStore.open(place).put(kills.ID, kills.version("one"), None)
    except CannotWrite as error:
        print(error)


if __name__ == "__main__":
    if sys.argv[2] == "ro":
        read_only(sys.argv[1])
    else:
        main(sys.argv[1], sys.argv[2])  # type: ignore[arg-type]
