"""Print what three readers find in each PDF that is named: a program for the judges' Python (`-m`), not for pytest.

By tags (pdfcheck's own walk of the structure tree), PDFium, Poppler. One JSON object a file.
"""

from __future__ import annotations

import json
import subprocess
import sys

from tests.judges.pdfcheck_many import load


def main(tool: str, paths: list[str]) -> None:
    """Read the files with each reader."""
    import pikepdf  # type: ignore[import-not-found]
    import pypdfium2

    pdfcheck = load(tool)
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
