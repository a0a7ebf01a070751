"""Ask pdfcheck about many files in one process: a program for the judges' Python (`-m`), not for pytest.

A line of standard input is one command line of pdfcheck, as a JSON list; the
answer to it is a JSON object: exit code and lines. To start Python and load
pdfcheck's libraries takes ten times as long as a file.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from typing import Any


def load(tool: str) -> Any:
    """Return pdfcheck as a module."""
    spec = spec_from_loader("pdfcheck", SourceFileLoader("pdfcheck", tool))
    assert spec is not None
    assert spec.loader is not None
    # What it holds are dataclasses, which look their module up.
    module = sys.modules["pdfcheck"] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(tool: str) -> None:
    """Answer each line."""
    pdfcheck = load(tool)
    for line in sys.stdin:
        sys.argv = [tool, *json.loads(line)]
        with contextlib.redirect_stdout(io.StringIO()) as out:
            code = pdfcheck.main()
        print(json.dumps({"code": code, "lines": out.getvalue().splitlines()}))


if __name__ == "__main__":
    main(sys.argv[1])
