"""openxml-audit for many documents in one process: a program for the judges' Python (`-m`), not for pytest.

Version 0.8.0 remembers what a part holds under the `id()` of its package, and
a later package may have the `id()` of one that is gone: then it is judged by
the other's footnotes. So no package goes before the end.
"""

from __future__ import annotations

import sys
from typing import Any

from openxml_audit.cli import main  # type: ignore[import-not-found]
from openxml_audit.package import OpenXmlPackage  # type: ignore[import-not-found]

_open = OpenXmlPackage.__init__
_opened: list[Any] = []


def open_and_keep(package: Any, *arguments: Any, **named: Any) -> None:
    """Open the package and keep it."""
    _opened.append(package)
    _open(package, *arguments, **named)


if __name__ == "__main__":
    OpenXmlPackage.__init__ = open_and_keep
    sys.exit(main())
