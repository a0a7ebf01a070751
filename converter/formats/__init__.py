"""The formats: what readers, containers and writers are, which there are, and how one is found.

`records` says what a format is and what its function gets, `own` lists ours,
`registry` looks one up. What a plug-in needs stands below; names are loaded
when they are used.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.core.values import Value as Value
    from converter.formats.losses import Loss as Loss
    from converter.formats.losses import folded as folded
    from converter.formats.losses import lost as lost
    from converter.formats.own import CONTAINERS as CONTAINERS
    from converter.formats.own import READERS as READERS
    from converter.formats.own import WRITERS as WRITERS
    from converter.formats.records import ContainerRecord as ContainerRecord
    from converter.formats.records import Context as Context
    from converter.formats.records import File as File
    from converter.formats.records import Length as Length
    from converter.formats.records import Member as Member
    from converter.formats.records import NoOptions as NoOptions
    from converter.formats.records import ReaderRecord as ReaderRecord
    from converter.formats.records import Record as Record
    from converter.formats.records import Source as Source
    from converter.formats.records import WriterRecord as WriterRecord
    from converter.formats.registry import all_containers as all_containers
    from converter.formats.registry import all_readers as all_readers
    from converter.formats.registry import all_writers as all_writers
    from converter.formats.registry import find_container as find_container
    from converter.formats.registry import find_reader as find_reader
    from converter.formats.registry import find_writer as find_writer
    from converter.formats.registry import load as load

_HOMES = {
    "Value": "converter.core.values",
    "Loss": "converter.formats.losses",
    "folded": "converter.formats.losses",
    "lost": "converter.formats.losses",
    "CONTAINERS": "converter.formats.own",
    "READERS": "converter.formats.own",
    "WRITERS": "converter.formats.own",
    "ContainerRecord": "converter.formats.records",
    "Context": "converter.formats.records",
    "File": "converter.formats.records",
    "Length": "converter.formats.records",
    "Member": "converter.formats.records",
    "NoOptions": "converter.formats.records",
    "ReaderRecord": "converter.formats.records",
    "Record": "converter.formats.records",
    "Source": "converter.formats.records",
    "WriterRecord": "converter.formats.records",
    "all_containers": "converter.formats.registry",
    "all_readers": "converter.formats.registry",
    "all_writers": "converter.formats.registry",
    "find_container": "converter.formats.registry",
    "find_reader": "converter.formats.registry",
    "find_writer": "converter.formats.registry",
    "load": "converter.formats.registry",
}

__all__ = [*_HOMES]

if not TYPE_CHECKING:  # So that type checkers see the names above and no others.

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:  # An import of a submodule asks for it here first.
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
