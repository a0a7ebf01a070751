"""What sixty value classes cost at start-up, by the metaclass of `converter.core.values` and by the standard library.

python -m benchmarks.value_classes
"""

from __future__ import annotations

import statistics
import subprocess
import sys

CLASSES = 60
RUNS = 15

# Kind → import, and the opening of a class.
KINDS = {
    "dataclasses, frozen and slotted": (
        "from dataclasses import dataclass",
        "@dataclass(frozen=True, slots=True)\nclass C{n}:",
    ),
    "typing.NamedTuple": ("from typing import NamedTuple", "class C{n}(NamedTuple):"),
    "converter.core.values.Value": ("from converter.core.values import Value", "class C{n}(Value):"),
}
FIELDS = (
    "\n    a: 'str'\n    b: 'int' = 1\n    c: 'str | None' = None\n    d: 'str | None' = None\n    e: 'tuple' = ()\n"
)


def measure(kind: str) -> float:
    """Return the median CPU milliseconds of import and classes, each time in a process of its own."""
    imported, opening = KINDS[kind]
    classes = "".join(opening.format(n=number) + FIELDS for number in range(CLASSES))
    code = f"import time\nbegun = time.process_time()\n{imported}\n{classes}\nprint(time.process_time() - begun)"
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    return 1000 * statistics.median(runs)


if __name__ == "__main__":
    for kind in KINDS:
        print(f"{kind:32} {measure(kind):6.1f} ms")
