"""The formats that pandoc writes for us, each as a function of its own: `write_rst`, and so on.

write     article → tree → pandoc → bytes            losses    what each format does not carry
packages  ODT and EPUB with the time of the record
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def __getattr__(name: str) -> Any:
    """Return the function `write_FORMAT` (PEP 562), as the records of the formats name them."""
    what, _, form = name.partition("_")
    if what != "write":
        raise AttributeError(name)
    from functools import partial

    from converter.pandoc.family import find_writing
    from converter.writers.pandoc.write import write_as

    return partial(write_as, find_writing(form))
