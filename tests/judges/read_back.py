"""Print what three readers find in each PDF that is named: run by the judges' Python, not by pytest.

By tags (pdfcheck's own walk of the structure tree), PDFium, Poppler. One JSON object a file.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from typing import Any


def main(tool: str, paths: list[str]) -> None:
    """Read the files with each reader."""
    import pikepdf  # type: ignore[import-not-found]
    import pypdfium2

    loader = SourceFileLoader("pdfcheck", tool)
    spec = spec_from_loader("pdfcheck", loader)
    assert spec is not None
    pdfcheck: Any = module_from_spec(spec)
    # What it holds are dataclasses, which look their module up.
    sys.modules["pdfcheck"] = pdfcheck
    loader.exec_module(pdfcheck)
    for path in paths:
        with pikepdf.open(path) as pdf:
            blocks = pdfcheck.Tree(pdf, False).blocks
        document = pypdfium2.PdfDocument(path)
        pdfium = [page.get_textpage().get_text_range() for page in document]
        document.close()
        poppler = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        print(json.dumps({"blocks": blocks, "pdfium": pdfium, "poppler": poppler.split("\f")}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
