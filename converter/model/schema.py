"""Our own XML schemas, each loaded once for the process, and what they find wrong with a document."""

from __future__ import annotations

import os
from _thread import allocate_lock  # `threading` would cost a cold command its import.

from converter.io.resources import schema_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import XMLSchema, _Element

_loaded: dict[str, XMLSchema] = {}
_turn = allocate_lock()
"""One thread loads a schema at a time: libxml2 sets up its types for all of them, and crashes where two do that."""


def find_fault(root: _Element, schema: str) -> tuple[str, int] | None:
    """Return what a schema of ours, such as `article.xsd`, finds wrong with the tree first, and the line; else None."""
    found = _loaded.get(schema)
    if found is None:
        found = _loaded[schema] = _load(schema)
    if found.validate(root):
        return None
    # The log of a schema is one for all threads, and the next document empties it: this one is for us alone.
    own = _load(schema)
    own.validate(root)
    fault = own.error_log[0]  # type: ignore[index]
    return fault.message, fault.line


def _renew_turn() -> None:
    """Give a forked process a turn of its own: the thread that may have had this one is not there to give it back."""
    global _turn
    _turn = allocate_lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_turn)


def _load(schema: str) -> XMLSchema:
    from lxml import etree

    with _turn:
        return etree.XMLSchema(file=schema_path(schema))
