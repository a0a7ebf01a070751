"""Nested names: `{"date": {"published": …}}` is `date.published`, in a call as in a sidecar."""

from __future__ import annotations

from converter.core.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MOST = 4
"""Names inside each other."""


def leaves(names: Mapping[object, object], where: str, path: tuple[str, ...] = ()) -> Iterator[tuple[str, object]]:
    """Yield the dotted name of each value that is no mapping, and the value, in their order.

    `headline: {main: …, sub: …}` is `headline` and `headline.sub`. A mapping that lies deeper than any field does is
    not gone into: it is yielded as it is. Raises UsageError at `where` for a name that is no text.
    """
    from collections.abc import Mapping

    for key, inner in names.items():
        if not isinstance(key, str):
            raise UsageError(f"{key!r} is no name", where=where, hint="names are texts")
        deeper = path if key == "main" and path else (*path, key)
        if isinstance(inner, Mapping) and len(deeper) < _MOST:
            yield from leaves(inner, where, deeper)
        else:
            yield ".".join(deeper), inner
