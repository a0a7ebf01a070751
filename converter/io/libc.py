"""Functions of the system's own library that Python does not have, where the system has them (Linux)."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def find_function(name: str) -> Callable[..., int] | None:
    """Return the function of that name, or None where the system has none."""
    import ctypes

    function: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return function


def call(function: Callable[..., int], path: str, *arguments: object) -> None:
    """Call a function that returns 0 when all is well. Raises OSError naming the path."""
    import ctypes

    if function(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), path)
