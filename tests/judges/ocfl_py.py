"""Asks ocfl-py what it says of storage roots; run by the judges' Python, a root an argument, a line of JSON each.

It knows no layout 0004, so one is registered. Its `validate()` returns True
with bad objects inside, so the objects are counted.
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import Any


def register_layout() -> None:
    """Teach ocfl-py the extension 0004, hashed n-tuple storage layout."""
    from ocfl.layout_0003_hash_and_id_n_tuple import (  # type: ignore[import-not-found]
        Layout_0003_Hash_And_Id_N_Tuple as HashAndId,
    )
    from ocfl.layout_registry import add_layout  # type: ignore[import-not-found]

    name = "0004-hashed-n-tuple-storage-layout"

    class Hashed(HashAndId):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.NAME = name
            self.DESCRIPTION = "Hashed n-tuple trees"
            self.short = False
            self.PARAMS: dict[str, Any] = {**self.PARAMS, "shortObjectRoot": self.set_short}

        def set_short(self, value: object) -> None:
            self.short = bool(value)

        def identifier_to_path(self, identifier: str) -> str:
            digest = hashlib.new(self.digest_algorithm, identifier.encode()).hexdigest()
            used = self.tuple_size * self.number_of_tuples
            tuples = [digest[start : start + self.tuple_size] for start in range(0, used, self.tuple_size or 1)]
            return "/".join([*tuples, digest[used:] if self.short else digest])

    add_layout(name, Hashed)


def judge(root: str) -> dict[str, Any]:
    """Return what ocfl-py says of a root."""
    from ocfl.storage_root import StorageRoot  # type: ignore[import-not-found]

    asked = StorageRoot(root)
    valid = bool(asked.validate(log_warnings=True))
    return {
        "root": root,
        "valid": valid and asked.num_objects == asked.good_objects,
        "objects": asked.num_objects,
        "messages": [message for _, message in asked.errors]
        # It takes our area in extensions/ for one that it should know (W901, not of the specification).
        + [message for message in asked.log.messages if "W901" not in message],
    }


def main() -> None:
    """Judge each root that is named."""
    register_layout()
    for root in sys.argv[1:]:
        try:
            verdict = judge(root)
        except Exception as error:  # Whatever it does with a broken root, it has not accepted it.
            verdict = {"root": root, "valid": False, "objects": 0, "messages": [f"{type(error).__name__}: {error}"]}
        print(json.dumps(verdict))


if __name__ == "__main__":
    main()
