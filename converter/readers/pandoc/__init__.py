"""The formats that pandoc reads for us, each as a function of its own: `read_rst`, `decode_rst`, and so on.

source     what pandoc is given: text in UTF-8, XML without entities, a package that was looked through
read       the story in order                       sniff      is this such a file?
richtext   characters of Rich Text by their numbers
opendocument   what pandoc leaves of an ODT: its properties and the styles of its headlines
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def __getattr__(name: str) -> Any:
    """Return the function `read_FORMAT` or `decode_FORMAT` (PEP 562), as the records of the formats name them."""
    what, _, form = name.partition("_")
    if what not in ("read", "decode"):
        raise AttributeError(name)
    from functools import partial

    from converter.pandoc.family import find_reading
    from converter.readers.pandoc.read import decode_as, read_as

    return partial(read_as if what == "read" else decode_as, find_reading(form))
